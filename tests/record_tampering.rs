//! Whatever is changed in a record is found, to the bit.
#![allow(missing_docs)]

mod common;
mod record_support;

use common::Dice;
use record_support::{record_of, sum_up};
use udbud::{
    record::{
        EVALUATION, RecordFiles, SUMS,
        folder::record_hash,
        verify::{FaultCode, Level, Proven, State, file_faults, verify_record},
    },
    report::record::record_words,
    tender::MemoryFiles,
};

fn record() -> RecordFiles {
    let text = include_str!("../tenders/minimal/tender.toml");
    record_of(MemoryFiles::new().with("tender.toml", text), "tender.toml")
}

fn codes(files: &RecordFiles) -> Vec<FaultCode> {
    file_faults(files, None).into_iter().map(|f| f.code).collect()
}

#[test]
fn a_whole_record_holds() {
    let files = record();
    assert_eq!(codes(&files), []);
    assert_eq!(file_faults(&files, record_hash(&files).as_deref()), []);
    assert_eq!(file_faults(&files, Some("ab"))[0].code, FaultCode::RecordHashDiffers);
}

#[test]
fn every_file_that_is_changed_missing_renamed_or_added_is_found() {
    let whole = record();
    for path in whole.keys() {
        let mut files = whole.clone();
        files.get_mut(path).unwrap().push(b'\n');
        assert!(!codes(&files).is_empty(), "{path} longer");
        let mut files = whole.clone();
        let bytes = files.remove(path).unwrap();
        assert!(!codes(&files).is_empty(), "{path} missing");
        files.insert(format!("{path}~"), bytes);
        assert!(!codes(&files).is_empty(), "{path} renamed");
    }
    for path in ["x", "inputs/x.toml", "canonical/x.txt", ".hidden", "corrected/x"] {
        let mut files = whole.clone();
        files.insert(path.to_owned(), Vec::new());
        assert!(codes(&files).contains(&FaultCode::FileAdded), "{path} added");
    }
}

#[test]
fn ten_thousand_flipped_bits_are_found() {
    let mut files = record();
    let sizes: Vec<(String, usize)> = files.iter().map(|(p, b)| (p.clone(), b.len())).collect();
    let all: usize = sizes.iter().map(|(_, n)| n).sum();
    let mut dice = Dice(20_241_115);
    for _ in 0..10_000 {
        let mut byte = dice.within(0, all as u64 - 1) as usize;
        let (path, _) = sizes
            .iter()
            .find(|(_, n)| {
                let here = byte < *n;
                byte -= if here { 0 } else { *n };
                here
            })
            .unwrap();
        let bit = 1 << dice.within(0, 7);
        files.get_mut(path).unwrap()[byte] ^= bit;
        assert!(!file_faults(&files, None).is_empty(), "{path}, byte {byte}, bit {bit}");
        files.get_mut(path).unwrap()[byte] ^= bit;
    }
    assert!(file_faults(&files, None).is_empty());
}

/// Replaces a text in a file of a record, and sums it up again.
fn forged(path: &str, from: &str, to: &str) -> RecordFiles {
    let mut files = record();
    let text = String::from_utf8(files[path].clone()).unwrap();
    assert!(text.contains(from), "{path} has no {from}\n{text}");
    files.insert(path.to_owned(), text.replacen(from, to, 1).into_bytes());
    sum_up(&mut files);
    files
}

fn states(files: &RecordFiles) -> Vec<(Level, Vec<FaultCode>)> {
    let verification = verify_record(files, Vec::new(), None, &record_words);
    let faults = |level: Level| match verification.level(level) {
        State::Fails(faults) => Some((level, faults.iter().map(|f| f.code).collect())),
        State::Holds | State::NotRun => None,
    };
    Level::ALL.into_iter().filter_map(faults).collect()
}

#[test]
fn sums_that_fit_do_not_make_a_forged_record_hold() {
    assert_eq!(states(&record()), []);
    let of = |files: &RecordFiles, level: Level| {
        states(files).into_iter().find(|(l, _)| *l == level).map(|(_, codes)| codes).unwrap_or_default()
    };
    let other_status = forged(EVALUATION, "\"status\": \"awarded\"", "\"status\": \"tie\"");
    assert_eq!(of(&other_status, Level::Award), [FaultCode::AwardDiffers]);
    assert_eq!(of(&other_status, Level::Replay), [FaultCode::ReplayDiffers]);
    let other_manifest = forged("record.json", "\"random\": []", "\"random\": [1]");
    assert_eq!(of(&other_manifest, Level::Replay), [FaultCode::ReplayDiffers]);
    let other_rules = forged("record.json", "\"rules\": 1", "\"rules\": 2");
    assert_eq!(of(&other_rules, Level::Replay), [FaultCode::RulesUnknown]);
    let twice = forged("record.json", "\"rules\": 1", "\"rules\": 1, \"rules\": 1");
    assert_eq!(of(&twice, Level::Files), [FaultCode::PartForm]);
    let other_file = forged("record.json", "inputs/tender.toml", "inputs/../x");
    assert_eq!(of(&other_file, Level::Replay), [FaultCode::InputsInvalid]);
    let other_engine = forged("record.json", "\"engine\": \"udbud", "\"engine\": \"udbud-2");
    assert_eq!(states(&other_engine), []);
    let other_claim = forged("certificate.txt", "\ntotal ", "\ntotal 1");
    assert_eq!(of(&other_claim, Level::Award), [FaultCode::CertificateRefused]);
    let mut more = record();
    more.insert("inputs/more.toml".into(), b"x".to_vec());
    sum_up(&mut more);
    assert!(of(&more, Level::Replay).contains(&FaultCode::InputNotRead));
    let mut less = record();
    less.remove("certificate.txt");
    sum_up(&mut less);
    assert_eq!(of(&less, Level::Award), [FaultCode::CertificateMissing]);
    assert_eq!(of(&less, Level::Replay), [FaultCode::ReplayMore]);
    let mut none = record();
    none.remove(SUMS);
    assert_eq!(of(&none, Level::Files), [FaultCode::SumsMissing]);
}

/// Two lots on which two bids are equally good, so that four awards are best.
fn tied(rules: &str, draw: &str) -> RecordFiles {
    let text = format!(
        "format = 1\n[tender]\nid = \"T\"\ntitle = \"T\"\nkind = \"tender\"\nbuyer = \"R\"\nspecialty = \"s\"\n\
         [[tariff]]\nid = \"duf\"\ntitle = \"DUF\"\n[pricing]\ndiscount-base = \"duf\"\n[fallback]\ntariffs = [\"duf\"]\n\
         [[procedure]]\ncode = \"A1\"\nname = \"a\"\nvolume = 3\ntariff = 100\n\
         [[procedure]]\ncode = \"B1\"\nname = \"b\"\nvolume = 2\ntariff = 300\n\
         [[structure]]\nid = \"two\"\ntitle = \"two\"\n[[structure.lot]]\nid = \"a\"\ncodes = [\"A*\"]\n\
         [[structure.lot]]\nid = \"b\"\ncodes = [\"*\"]\n\
         [award]\nstructure = \"two\"\nties = [{rules}]\n{draw}\
         [[bid]]\nbidder = \"Alfa\"\nreceived = 2024-11-14T10:00:00+01:00\ndiscount = 10\n\
         [[bid]]\nbidder = \"Beta\"\nreceived = 2024-11-14T09:00:00+01:00\ndiscount = 10\n\
         [[bid]]\nbidder = \"Gamma\"\ndiscount = 5\n"
    );
    record_of(MemoryFiles::new().with("t.toml", text), "t.toml")
}

#[test]
fn tie_rules_are_applied_again_to_the_awards_of_the_certificate() {
    for (rules, draw, left) in [
        ("", "", 4),
        ("\"lower-price\"", "", 4),
        ("\"fewer-suppliers\"", "", 2),
        ("\"more-suppliers\"", "", 2),
        ("\"earlier-received\"", "", 1),
        ("\"draw\"", "", 4),
        ("\"draw\"", "draw = [\"Beta\", \"Alfa\"]\n", 1),
        ("\"more-suppliers\", \"draw\"", "draw = [\"Beta\", \"Alfa\"]\n", 1),
    ] {
        let files = tied(rules, draw);
        let verification = verify_record(&files, Vec::new(), None, &record_words);
        assert!(verification.holds(), "{rules}: {verification:#?}");
        let Some(Proven::Best { awards, left: found, .. }) = verification.proven else { panic!("{rules}") };
        assert_eq!((awards, found), (Some(4), Some(left)), "{rules}");
    }
}

#[test]
fn another_winner_among_equals_is_refused_by_the_certificate() {
    let mut files = tied("\"draw\"", "draw = [\"Beta\", \"Alfa\"]\n");
    let text = String::from_utf8(files[EVALUATION].clone()).unwrap();
    let (bids, award) = text.split_once("\"award\": {").unwrap();
    let forged = format!("{bids}\"award\": {{{}", award.replace("Beta", "Alfa"));
    files.insert(EVALUATION.to_owned(), forged.into_bytes());
    sum_up(&mut files);
    let levels = states(&files);
    let award = levels.iter().find(|(level, _)| *level == Level::Award);
    assert!(
        award.is_some_and(|(_, codes)| codes.iter().all(|c| *c == FaultCode::AwardDiffers)),
        "{levels:?}"
    );
}
