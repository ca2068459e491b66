//! A record as a whole, and the records that it rests on: the three levels that need nothing but the record.

use serde_json::Value;

use crate::{
    RecordFiles,
    figures::{FiguresChecked, check_figures},
    proof::check_award_proof,
    read_json,
    sums::{FileError, FileErrorCode, check_files, hash_of_record},
};

const MANIFEST: &str = "record.json";
const SCHEMA: &str = "udbud.record/1";
const CORRECTED: &str = "corrected";
/// No chain of records is followed further.
const LONGEST_CHAIN: usize = 16;

pub use crate::proof::ProvenAward;

/// A question about a record, in the order in which a fault decides the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// Is every file as it was, is none missing, was none added?
    Files,
    /// Do the figures follow from the canonical texts?
    Figures,
    /// Is the award the best, and is no tie missing?
    Award,
}

/// The answer to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer<T> {
    /// It is as it should be.
    Holds(T),
    /// It is not; why, in words.
    Fails(Vec<String>),
    /// It could not be looked at.
    NotRun,
}

impl<T> Answer<T> {
    fn of<E: ToString>(result: Result<T, Vec<E>>) -> Answer<T> {
        match result {
            Ok(found) => Answer::Holds(found),
            Err(errors) => Answer::Fails(errors.iter().map(E::to_string).collect()),
        }
    }

    fn fails(&self) -> bool {
        matches!(self, Answer::Fails(_))
    }
}

/// What came out for a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examined {
    /// Where it lies in the outermost record; empty for that one.
    pub folder: String,
    /// Its record hash.
    pub hash: Option<String>,
    /// Level 1, with the number of files.
    pub files: Answer<usize>,
    /// Level 2.
    pub figures: Answer<FiguresChecked>,
    /// Level 3.
    pub award: Answer<ProvenAward>,
    /// The records that it corrects, or that its framework was decided by.
    pub rests_on: Vec<Examined>,
}

impl Examined {
    /// The first question whose answer is no, here or in a record that this one rests on.
    pub fn first_no(&self) -> Option<Question> {
        let own = [
            (self.files.fails(), Question::Files),
            (self.figures.fails(), Question::Figures),
            (self.award.fails(), Question::Award),
        ];
        let own = own.into_iter().filter(|(fails, _)| *fails).map(|(_, question)| question);
        own.chain(self.rests_on.iter().filter_map(Examined::first_no)).min()
    }
}

/// Examines a record. `found` is what was wrong where its files were read from; `demanded` is the record hash that it must
/// have.
pub fn examine(files: &RecordFiles, found: Vec<FileError>, demanded: Option<&str>) -> Examined {
    examine_in(files, String::new(), found, demanded, 1)
}

fn examine_in(
    files: &RecordFiles,
    folder: String,
    found: Vec<FileError>,
    demanded: Option<&str>,
    depth: usize,
) -> Examined {
    let mut errors = found;
    errors.extend(check_files(files, demanded));
    let manifest = match files.get(MANIFEST).map(|bytes| read_json(bytes)) {
        Some(Ok(manifest)) if manifest["schema"] == SCHEMA && manifest["structure"].is_string() => {
            Some(manifest)
        }
        Some(other) => {
            let written = other.err().unwrap_or_default();
            errors.push(FileError { written, ..FileError::new(FileErrorCode::PartForm, MANIFEST) });
            None
        }
        None => None,
    };
    let mut rests_on = Vec::new();
    for (name, hash) in manifest.iter().flat_map(|m| inner_records(files, m)) {
        let inner = within(files, &name);
        let own = hash_of_record(&inner).unwrap_or_default();
        if inner.is_empty() || hash.is_none() {
            errors.push(FileError::new(FileErrorCode::ChainMissing, name));
            continue;
        }
        if depth >= LONGEST_CHAIN {
            errors.push(FileError::new(FileErrorCode::ChainTooLong, name));
            continue;
        }
        if let Some(hash) = hash.filter(|hash| *hash != own) {
            let error = FileError::new(FileErrorCode::ChainHashDiffers, name.clone());
            errors.push(FileError { written: own, expected: hash, ..error });
        }
        let place = if folder.is_empty() { name } else { format!("{folder}/{name}") };
        rests_on.push(examine_in(&inner, place, Vec::new(), None, depth + 1));
    }
    let structure = manifest.as_ref().and_then(|m| m["structure"].as_str());
    Examined {
        folder,
        hash: hash_of_record(files),
        files: Answer::of(if errors.is_empty() { Ok(files.len()) } else { Err(errors) }),
        figures: structure.map_or(Answer::NotRun, |s| Answer::of(check_figures(files, s))),
        award: structure.map_or(Answer::NotRun, |s| Answer::of(check_award_proof(files, s))),
        rests_on,
    }
}

/// The folders of the records that a record rests on, each with the hash that it must have; without one where it is not
/// named.
fn inner_records(files: &RecordFiles, manifest: &Value) -> Vec<(String, Option<String>)> {
    let owned = |value: &Value| value.as_str().map(str::to_owned);
    let mut inner = Vec::new();
    if !manifest["corrects"].is_null() || !within(files, CORRECTED).is_empty() {
        inner.push((CORRECTED.to_owned(), owned(&manifest["corrects"]["record-hash"])));
    }
    if let Some(folder) = owned(&manifest["framework"]["record"]) {
        inner.push((folder, owned(&manifest["framework"]["record-hash"])));
    }
    inner
}

/// The files of a folder of a record.
fn within(files: &RecordFiles, folder: &str) -> RecordFiles {
    let inner = |path: &str| Some(path.strip_prefix(folder)?.strip_prefix('/')?.to_owned());
    files.iter().filter_map(|(path, bytes)| Some((inner(path)?, bytes.clone()))).collect()
}
