//! A mini-tender that names the record of its framework: the chain is verified, link by link.
#![allow(missing_docs)]

mod record_support;

use record_support::{file, record_of, sum_up};
use udbud::{
    record::{
        RecordFiles, Recording,
        folder::record_hash,
        verify::{FaultCode, Level, State, verify_record},
    },
    tender::{MemoryFiles, ProblemCode, read_tender},
};

fn text(path: &str) -> String {
    std::fs::read_to_string(file(path)).unwrap()
}

fn framework() -> RecordFiles {
    let files = MemoryFiles::new().with("tender.toml", text("tenders/framework/tender.toml"));
    record_of(files, "tender.toml")
}

/// A mini-tender beside the record of its framework.
fn mini(framework: &RecordFiles, hash: &str) -> MemoryFiles {
    let stated = format!(
        "[framework]\nrecord = \"record\"\nrecord-hash = \"{hash}\"\ntender = \"record/inputs/tender.toml\""
    );
    let mini = text("tenders/framework/mini-knee/tender.toml");
    let mini = mini.replace("[framework]\ntender = \"../tender.toml\"", &stated);
    assert!(mini.contains(&stated));
    let files = MemoryFiles::new().with("tender.toml", mini);
    framework.iter().fold(files, |files, (path, bytes)| files.with(format!("record/{path}"), bytes.as_slice()))
}

#[test]
fn the_record_of_the_framework_goes_into_that_of_the_mini_tender() {
    let framework = framework();
    let hash = record_hash(&framework).unwrap();
    let record = record_of(mini(&framework, &hash), "tender.toml");
    assert!(framework.iter().all(|(path, bytes)| record.get(&format!("inputs/record/{path}")) == Some(bytes)));
    let manifest: serde_json::Value = serde_json::from_slice(&record["record.json"]).unwrap();
    assert_eq!(manifest["framework"]["record"], "inputs/record");
    assert_eq!(manifest["framework"]["record-hash"], hash);
    assert_eq!(manifest["framework"]["tender"], "inputs/record/inputs/tender.toml");
    let canonical = String::from_utf8(record["canonical/tender.txt"].clone()).unwrap();
    assert!(canonical.contains(&format!("framework.record-hash = {hash}\n")));
    let verification = verify_record(&record, Vec::new(), None);
    assert!(verification.holds(), "{verification:#?}");
    assert_eq!(verification.links.len(), 1);
    assert_eq!(verification.links[0].verification.hash.as_deref(), Some(hash.as_str()));
}

#[test]
fn a_framework_record_that_was_changed_or_is_another_is_refused() {
    let framework = framework();
    let hash = record_hash(&framework).unwrap();
    let codes = |framework: &RecordFiles, hash: &str| -> Vec<ProblemCode> {
        let read = read_tender(&Recording::new(mini(framework, hash)), "tender.toml");
        read.map_or_else(|r| r.problems, |t| t.remarks).iter().map(|p| p.code).collect()
    };
    assert_eq!(codes(&framework, &hash), []);
    assert!(codes(&framework, &"0".repeat(64)).contains(&ProblemCode::FrameworkRecordHash));
    let mut changed = framework.clone();
    changed.get_mut("evaluation.json").unwrap().push(b' ');
    assert!(codes(&changed, &hash).contains(&ProblemCode::FrameworkRecord));
    let mut missing = framework.clone();
    missing.remove("prices.csv");
    assert!(codes(&missing, &hash).contains(&ProblemCode::FrameworkRecord));
}

#[test]
fn a_forged_link_is_found_at_its_level() {
    let framework = framework();
    let record = record_of(mini(&framework, &record_hash(&framework).unwrap()), "tender.toml");
    let inner = |edit: &dyn Fn(&mut RecordFiles)| {
        let mut forged = framework.clone();
        edit(&mut forged);
        sum_up(&mut forged);
        let mut files = record.clone();
        files.retain(|path, _| !path.starts_with("inputs/record/"));
        files.extend(forged.into_iter().map(|(path, bytes)| (format!("inputs/record/{path}"), bytes)));
        sum_up(&mut files);
        verify_record(&files, Vec::new(), None)
    };
    assert!(inner(&|_| {}).holds());
    // a forged framework has another hash than the one named
    let forged = inner(&|files| {
        let text = String::from_utf8(files["evaluation.json"].clone()).unwrap();
        files.insert("evaluation.json".into(), text.replace("\"awarded\"", "\"tie\"").into_bytes());
    });
    let State::Fails(faults) = forged.level(Level::Files) else { panic!("{forged:#?}") };
    assert!(faults.iter().any(|f| f.code == FaultCode::ChainHashDiffers));
    let link = &forged.links[0].verification;
    assert_eq!(link.level(Level::Files), &State::Holds);
    assert!(matches!(link.level(Level::Replay), State::Fails(_)));
    // a record that is left out
    let mut files = record.clone();
    files.retain(|path, _| !path.starts_with("inputs/record/") || path.starts_with("inputs/record/inputs/"));
    sum_up(&mut files);
    let verification = verify_record(&files, Vec::new(), None);
    assert!(!verification.holds());
}
