//! Mini-tenders whose framework is named by its decision record.
#![allow(clippy::unwrap_used, clippy::panic)]

use udbud::{
    award::Demands,
    outcome::Evaluation,
    read_tender,
    record::{
        ENGINE, EVALUATION, RecordFiles, Recording, SUMS,
        folder::{record_hash, sums_text},
        write::{Recorded, record_files},
    },
    report::record::record_words,
    tender::{MemoryFiles, ProblemCode, ReadError, Tender, canonical},
};

const PARENT: &str = "
format = 1
[tender]
id = \"RA\"
title = \"RA\"
kind = \"tender\"
buyer = \"Region Prøve\"
specialty = \"ortopædisk kirurgi\"
contract = { from = 2025-01-01, until = 2028-12-31 }
[[tariff]]
id = \"duf\"
[pricing]
discount-base = \"duf\"
[fallback]
tariffs = [\"duf\"]
[procedures]
file = \"procedures.csv\"
[mini-tenders]
allowed = true
[award]
suppliers-per-lot = 2
[bids]
files = [\"bids/*.toml\"]
";
const PROCEDURES: &str = "code,name,expected,max,duf\nK1,Knæ,100,150,1000\n";

fn mini(framework: &str) -> String {
    format!(
        "format = 1\n[tender]\nid = \"M\"\ntitle = \"M\"\nkind = \"mini-tender\"\nbuyer = \"Region Prøve\"\n\
         specialty = \"ortopædisk kirurgi\"\ncontract = {{ from = 2025-03-01, until = 2025-08-31 }}\n\
         [framework]\n{framework}\n[[tariff]]\nid = \"duf\"\n[pricing]\ndiscount-base = \"duf\"\n\
         [[procedure]]\ncode = \"K1\"\nname = \"Knæ\"\nvolume = 10\ntariff = 1000\n\
         [[bid]]\nbidder = \"Alfa\"\ndiscount = 12\n[[bid]]\nbidder = \"Beta\"\ndiscount = 8\n"
    )
}

fn parent_files(prefix: &str) -> MemoryFiles {
    let bid = |name: &str, discount: u8| format!("[[bid]]\nbidder = \"{name}\"\ndiscount = {discount}\n");
    MemoryFiles::new()
        .with(format!("{prefix}tender.toml"), PARENT)
        .with(format!("{prefix}procedures.csv"), PROCEDURES)
        .with(format!("{prefix}bids/a.toml"), bid("Alfa", 10))
        .with(format!("{prefix}bids/b.toml"), bid("Beta", 9))
}

/// The record of the framework.
fn record() -> RecordFiles {
    let files = Recording::new(parent_files(""));
    let tender = read_tender(&files, "tender.toml").unwrap();
    let demands = Demands { work_limit: None, distances: true, margins: true };
    let outcome = Evaluation::of(&tender).demands(demands).run().unwrap();
    let inputs = files.inputs("tender.toml", &[]).unwrap();
    let recorded = Recorded { outcome: &outcome, demands, inputs: &inputs, corrects: None, engine: ENGINE };
    record_files(&recorded, &record_words(&outcome)).unwrap()
}

/// The same with sums that fit, as a forger would write them.
fn summed_anew(mut record: RecordFiles) -> RecordFiles {
    record.remove(SUMS);
    let sums = sums_text(&record);
    record.insert(SUMS.to_owned(), sums.into_bytes());
    record
}

fn with_record(record: &RecordFiles, mut files: MemoryFiles) -> MemoryFiles {
    for (path, bytes) in record {
        files = files.with(format!("../record/{path}"), bytes.clone());
    }
    files
}

fn read(record: &RecordFiles, framework: &str) -> Result<Tender, ReadError> {
    let files = parent_files("../parent/").with("tender.toml", mini(framework));
    read_tender(&with_record(record, files), "tender.toml")
}

fn pinned(record: &RecordFiles) -> String {
    format!("record = \"../record\"\nrecord-hash = \"{}\"", record_hash(record).unwrap())
}

fn codes(read: Result<Tender, ReadError>) -> Vec<ProblemCode> {
    let problems = match read {
        Ok(tender) => tender.remarks,
        Err(rejected) => rejected.problems,
    };
    let noted = [ProblemCode::TenderWithoutCap];
    problems.iter().map(|p| p.code).filter(|code| !noted.contains(code)).collect()
}

#[test]
fn a_record_gives_the_same_terms_as_the_tender_itself() {
    let record = record();
    let by_record = read(&record, &pinned(&record)).unwrap();
    let by_tender = read(&record, "tender = \"../parent/tender.toml\"").unwrap();
    let framework = by_record.framework.clone().unwrap();
    assert_eq!(framework.record_hash, record_hash(&record));
    let without = udbud::tender::Framework { record_hash: None, ..framework };
    assert_eq!(Some(without), by_tender.framework);
    // the hash of the record is part of the model, and nothing else differs
    let differences = canonical::model_differences(&by_record, &by_tender);
    let paths: Vec<&str> = differences.iter().map(|d| d.path.as_str()).collect();
    assert_eq!(paths, ["framework.record-hash"]);
    // its files stand among the mini-tender's own
    let names: Vec<&str> = by_record.sources.files.iter().map(|f| f.name.as_str()).collect();
    assert!(names.contains(&"../record/inputs/bids/a.toml"), "{names:?}");
}

#[test]
fn without_a_hash_there_is_a_warning_and_with_another_an_error() {
    let record = record();
    assert_eq!(codes(read(&record, "record = \"../record\"")), [ProblemCode::FrameworkRecordUnpinned]);
    assert_eq!(codes(read(&record, &pinned(&record))), []);
    let other = format!("record = \"../record\"\nrecord-hash = \"{}\"", "a".repeat(64));
    assert_eq!(codes(read(&record, &other)), [ProblemCode::FrameworkRecordDiffers]);
}

#[test]
fn any_file_that_is_changed_or_missing_is_found() {
    let record = record();
    let link = pinned(&record);
    for path in record.keys() {
        let mut changed = record.clone();
        changed.entry(path.clone()).and_modify(|bytes| bytes.push(b' '));
        let told = codes(read(&changed, &link));
        let expected = match path.as_str() {
            SUMS => ProblemCode::FrameworkRecordDiffers,
            _ => ProblemCode::FrameworkRecordChanged,
        };
        assert_eq!(told, [expected], "{path}");
        let mut missing = record.clone();
        missing.remove(path);
        let expected = match path.as_str() {
            SUMS => ProblemCode::FileMissing,
            _ => ProblemCode::FrameworkRecordChanged,
        };
        assert_eq!(codes(read(&missing, &link)), [expected], "{path}");
    }
}

#[test]
fn a_forged_evaluation_with_sums_that_fit_is_found() {
    let record = record();
    let forge = |path: &str, from: &str, to: &str| {
        let mut forged = record.clone();
        let text = String::from_utf8(forged[path].clone()).unwrap();
        assert!(text.contains(from), "{path}: {from}");
        forged.insert(path.to_owned(), text.replace(from, to).into_bytes());
        summed_anew(forged)
    };
    for forged in [
        forge(EVALUATION, "Alfa", "Omega"),
        forge("inputs/bids/a.toml", "discount = 10", "discount = 11"),
        forge("canonical/bids.txt", "discount = 10", "discount = 11"),
        forge("record.json", "\"rules\": 1", "\"rules\": 2"),
        forge("record.json", "inputs/tender.toml\",\n", "inputs/nothing.toml\",\n"),
        forge("record.json", "udbud.record/1", "udbud.record/9"),
        forge("record.json", "{", "["),
    ] {
        assert_eq!(codes(read(&forged, &pinned(&forged))), [ProblemCode::FrameworkRecordChanged]);
    }
}

#[test]
fn a_record_and_a_tender_file_are_one_tender() {
    let record = record();
    let both = |tender: &str| format!("tender = \"{tender}\"\n{}", pinned(&record));
    assert_eq!(codes(read(&record, &both("../parent/tender.toml"))), []);
    let other = MemoryFiles::new()
        .with("../parent/tender.toml", PARENT.replace("title = \"RA\"", "title = \"RB\""))
        .with("../parent/procedures.csv", PROCEDURES)
        .with("tender.toml", mini(&both("../parent/tender.toml")));
    let told = codes(read_tender(&with_record(&record, other), "tender.toml"));
    assert!(told.contains(&ProblemCode::FrameworkRecordOther), "{told:?}");
}

/// The record of a mini-tender holds the whole record of its framework, and can be read again from there.
#[test]
fn the_record_of_a_mini_tender_holds_that_of_its_framework() {
    let parent = record();
    let files = MemoryFiles::new().with("tender.toml", mini(&pinned(&parent)));
    let files = Recording::new(with_record(&parent, files));
    let tender = read_tender(&files, "tender.toml").unwrap();
    let inputs = files.inputs("tender.toml", &["mini".to_owned()]).unwrap();
    assert_eq!(inputs.tender, "mini/tender.toml");
    for (path, bytes) in &parent {
        assert_eq!(inputs.files.get(&format!("record/{path}")), Some(bytes), "{path}");
    }
    assert_eq!(inputs.framework.as_deref(), Some("record/inputs/tender.toml"));
    let named = inputs.framework_record.as_ref().unwrap();
    assert_eq!((named.folder.as_str(), Some(named.hash.clone())), ("record", record_hash(&parent)));
    let demands = Demands::default();
    let outcome = Evaluation::of(&tender).structure(0).demands(demands).run().unwrap();
    let recorded = Recorded { outcome: &outcome, demands, inputs: &inputs, corrects: None, engine: ENGINE };
    let own = record_files(&recorded, &record_words(&outcome)).unwrap();
    let (again, name) = udbud::record::InputFiles::of(&own, "inputs/mini/tender.toml").unwrap();
    assert_eq!(read_tender(&again, &name).unwrap().framework, tender.framework);
}
