//! Records of tenders, made in memory.
#![allow(dead_code, unreachable_pub)]

pub mod random;

use udbud::{
    award::Demands,
    outcome::Evaluation,
    read_tender,
    record::{
        Class, ENGINE, RecordFiles, Recording,
        write::{Corrects, Recorded, WriteRecordError, record_files},
    },
    report::record::record_words,
    tender::{MemoryFiles, Tender},
};
use udbud_check::FiguresError;

/// The record of a tender in one file, and its structure; `None` where the file is refused or has no proven result.
pub fn record_of(text: &str, structure: Option<&str>) -> Option<(RecordFiles, String)> {
    let files = Recording::new(MemoryFiles::new().with("tender.toml", text));
    let tender = read_tender(&files, "tender.toml").ok()?;
    record(files, tender, "tender.toml", structure)
}

/// The record of a tender that replaces another record.
pub fn correction_of(text: &str, record: RecordFiles, class: Class) -> RecordFiles {
    let files = Recording::new(MemoryFiles::new().with("tender.toml", text));
    let tender = read_tender(&files, "tender.toml").unwrap();
    let corrects = Corrects { record, class, reason: "Rettet".into() };
    record_with(files, tender, "tender.toml", Some(&corrects)).unwrap().0
}

/// The record of a tender that has been read, under a structure as if it were the published one.
pub fn record(
    files: Recording<'_>,
    mut tender: Tender,
    name: &str,
    structure: Option<&str>,
) -> Option<(RecordFiles, String)> {
    if let Some(id) = structure {
        tender.award.structure = tender.structures.iter().position(|s| s.id == id)?;
    }
    record_with(files, tender, name, None)
}

fn record_with(
    files: Recording<'_>,
    tender: Tender,
    name: &str,
    corrects: Option<&Corrects>,
) -> Option<(RecordFiles, String)> {
    let demands = Demands { work_limit: None, distances: true, margins: true };
    let outcome = Evaluation::of(&tender).demands(demands).run().ok()?;
    let around = ["own".to_owned(), "beside".to_owned()];
    let inputs = files.inputs(name, &around).unwrap();
    let recorded = Recorded { outcome: &outcome, demands, inputs: &inputs, corrects, engine: ENGINE };
    match record_files(&recorded, &record_words(&outcome)) {
        Ok(files) => Some((files, tender.structures[tender.award.structure].id.clone())),
        Err(WriteRecordError::NotProven) => None,
        Err(other) => panic!("{other:?}"),
    }
}

/// The first faults, one a line.
pub fn told(faults: &[FiguresError]) -> String {
    let one = |f: &FiguresError| {
        let (code, at) = (f.code.name(), &f.at);
        format!("  {code} {} {at}: {:?} should be {:?} [{}]", f.file, f.written, f.expected, f.rule)
    };
    faults.iter().take(12).map(one).collect::<Vec<_>>().join("\n")
}
