//! Records made in memory and on disk, for the tests of records.
#![allow(dead_code, unreachable_pub)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use udbud::{
    award::Demands,
    outcome::Evaluation,
    read_tender,
    record::{
        ENGINE, RecordFiles, Recording, SUMS,
        folder::sums_text,
        write::{Recorded, record_files},
    },
    report::record::record_words,
    tender::Files,
};

/// The file of the repository.
pub fn file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The program, with these arguments.
pub fn udbud(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_udbud"));
    command.args(arguments);
    command
}

/// What it prints, and its exit code.
pub fn run(arguments: &[&str]) -> (i32, String) {
    let output = udbud(arguments).output().unwrap();
    (output.status.code().unwrap(), text(&output))
}

/// All that was printed.
pub fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// Every tender file under `tenders/`.
pub fn tenders() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![file("tenders")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "toml")
                && fs::read_to_string(&path).unwrap().contains("\n[tender]")
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// A record in memory of a tender in memory.
pub fn record_of(files: impl Files, name: &str) -> RecordFiles {
    let noted = Recording::new(files);
    let tender = read_tender(&noted, name).unwrap_or_else(|r| panic!("{:#?}", r.problems));
    let demands = Demands { work_limit: None, distances: true, margins: true };
    let outcome = Evaluation::of(&tender).demands(demands).run().unwrap();
    let inputs = noted.inputs(name, &[]).unwrap();
    let recorded = Recorded { outcome: &outcome, demands, inputs: &inputs, corrects: None, engine: ENGINE };
    record_files(&recorded, &record_words(&outcome)).unwrap()
}

/// Sums that fit what the files are now.
pub fn sum_up(files: &mut RecordFiles) {
    let sums = sums_text(files);
    files.insert(SUMS.to_owned(), sums.into_bytes());
}

/// All files under a folder, by path.
pub fn read_folder(root: &Path) -> RecordFiles {
    let mut files = RecordFiles::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    files
}

/// Writes files under a folder.
pub fn write_folder(root: &Path, files: &RecordFiles) {
    for (path, bytes) in files {
        let to = root.join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, bytes).unwrap();
    }
}
