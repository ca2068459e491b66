//! Records of tenders, made in memory.
#![allow(dead_code, unreachable_pub)]

pub mod random;

use udbud::{
    award::Demands,
    outcome::decide,
    pricing::Overlay,
    record::{
        ENGINE, RecordFiles, Recording,
        contents::{NotRecorded, Recorded, contents},
        figures::FiguresFault,
    },
    tender::{MemoryFiles, Tender, read_tender},
};

/// The record of a tender in one file, and its structure; `None` where the file is refused or has no proven result.
pub fn record_of(text: &str, structure: Option<&str>) -> Option<(RecordFiles, String)> {
    let files = Recording::new(MemoryFiles::new().with("tender.toml", text));
    let tender = read_tender(&files, "tender.toml").ok()?;
    record(files, tender, "tender.toml", structure)
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
    let demands = Demands { work_limit: None, distances: true, margins: true };
    let outcome = decide(&tender, tender.award.structure, &Overlay::default(), demands).ok()?;
    let around = ["own".to_owned(), "beside".to_owned()];
    let inputs = files.inputs(name, &around).unwrap();
    let recorded = Recorded { outcome: &outcome, demands, inputs: &inputs, corrects: None, engine: ENGINE };
    match contents(&recorded) {
        Ok(files) => Some((files, tender.structures[tender.award.structure].id.clone())),
        Err(NotRecorded::NotProven) => None,
        Err(other) => panic!("{other:?}"),
    }
}

/// The first faults, one a line.
pub fn told(faults: &[FiguresFault]) -> String {
    let one = |f: &FiguresFault| {
        let (code, at) = (f.code.name(), &f.at);
        format!("  {code} {} {at}: {:?} should be {:?} [{}]", f.file, f.written, f.expected, f.rule)
    };
    faults.iter().take(12).map(one).collect::<Vec<_>>().join("\n")
}
