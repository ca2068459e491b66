//! The example tenders, decided, for the tests of letters.
#![allow(dead_code, unreachable_pub)]

use std::{fs, path::Path};

use udbud::{
    award::Demands,
    outcome::{Evaluation, Outcome},
    read_tender,
    record::{InputFiles, RecordFiles},
    tender::{MemoryFiles, Tender},
};

/// Every file under `tenders/`, as the inputs of a record.
fn all_files() -> RecordFiles {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tenders");
    let mut files = RecordFiles::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(format!("inputs/{name}"), fs::read(&path).unwrap());
            }
        }
    }
    files
}

/// Every valid tender under `tenders/`, with its path.
pub fn examples() -> Vec<(String, Tender)> {
    let files = all_files();
    // a record beside a tender is as it was when it was made
    let is_tender = |path: &&String| {
        path.ends_with(".toml")
            && !path.contains("/record/")
            && String::from_utf8_lossy(&files[*path]).contains("\n[tender]")
    };
    let mut tenders = Vec::new();
    for path in files.keys().filter(is_tender) {
        let (inputs, name) = InputFiles::of(&files, path).unwrap();
        if let Ok(tender) = read_tender(&inputs, &name) {
            tenders.push((path.trim_start_matches("inputs/").to_owned(), tender));
        }
    }
    assert!(tenders.len() >= 9, "{}", tenders.len());
    tenders
}

/// A tender from its text.
pub fn tender(text: &str) -> Tender {
    read_tender(&MemoryFiles::new().with("t.toml", text), "t.toml")
        .unwrap_or_else(|r| panic!("{:?}", r.problems))
}

/// The published decision.
pub fn decided(tender: &Tender) -> Outcome<'_> {
    let demands = Demands { work_limit: None, distances: true, margins: true };
    Evaluation::of(tender).demands(demands).run().unwrap()
}
