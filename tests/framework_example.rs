//! The record of the example framework, and the mini-tender that names it by its hash. The record is what `udbud record`
//! makes of `tenders/framework/tender.toml`. `UPDATE_GOLDEN=1 cargo test --test framework_example` writes both anew; do so
//! before the console blocks.
#![allow(clippy::unwrap_used)]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use udbud::{
    award::Demands,
    outcome::Evaluation,
    read_tender,
    record::{
        ENGINE, RecordFiles, Recording,
        folder::record_hash,
        write::{Recorded, record_files},
    },
    report::record::record_words,
    tender::MemoryFiles,
};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tenders/framework")
}

fn record() -> RecordFiles {
    let text = fs::read(folder().join("tender.toml")).unwrap();
    let files = Recording::new(MemoryFiles::new().with("tender.toml", text));
    let tender = read_tender(&files, "tender.toml").unwrap();
    let demands = Demands { work_limit: None, distances: true, margins: true };
    let outcome = Evaluation::of(&tender).demands(demands).run().unwrap();
    let inputs = files.inputs("tender.toml", &[]).unwrap();
    let recorded = Recorded { outcome: &outcome, demands, inputs: &inputs, corrects: None, engine: ENGINE };
    record_files(&recorded, &record_words(&outcome)).unwrap()
}

fn committed(root: &Path, at: &Path, files: &mut RecordFiles) {
    for entry in fs::read_dir(at).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            committed(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            files.insert(name, fs::read(&path).unwrap());
        }
    }
}

/// The mini-tender with another record hash.
fn pinned(mini: &str, hash: &str) -> String {
    let lines = mini.lines().map(|line| match line.split_once('=') {
        Some((key, _)) if key.trim() == "record-hash" => format!("record-hash = \"{hash}\"\n"),
        _ => format!("{line}\n"),
    });
    lines.collect()
}

#[test]
fn the_committed_record_is_the_one_that_is_made_now() {
    let (root, mini) = (folder().join("record"), folder().join("mini-record/tender.toml"));
    let made = record();
    let own = fs::read_to_string(&mini).unwrap();
    let named = pinned(&own, &record_hash(&made).unwrap());
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let _ = fs::remove_dir_all(&root);
        for (path, bytes) in &made {
            fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
            fs::write(root.join(path), bytes).unwrap();
        }
        fs::write(&mini, named).unwrap();
        return;
    }
    let mut found = BTreeMap::new();
    committed(&root, &root, &mut found);
    for (path, bytes) in &made {
        assert!(found.get(path) == Some(bytes), "{path} is another; UPDATE_GOLDEN=1 writes the record anew");
    }
    assert_eq!(found.len(), made.len());
    assert_eq!(own, named);
}
