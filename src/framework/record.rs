//! A framework that is named by its decision record: the folder is read without trust, checked against its sums, and its
//! tender is read from the checked bytes alone, so that nothing can change in between.

use serde_json::Value;

use crate::{
    award::Demands,
    outcome::Outcome,
    record::{
        ASSESSMENTS, BIDS, EVALUATION, InputFiles, MANIFEST, MODEL, RULES, RecordFiles, SCHEMA, SUMS, TENDER,
        folder::{LARGEST_FILE, LARGEST_RECORD, MOST_FILES, read_sums, sha256_hex},
    },
    report::{json_text, neutral_evaluation_json},
    tender::{
        FileFault, Files,
        canonical::{assessments_text, bids_text, model_text, tender_text},
    },
};

/// The record of a framework, every file as its sums say.
#[derive(Debug)]
pub struct ParentRecord {
    files: RecordFiles,
    /// The path of the tender file in it.
    pub tender: String,
    /// What was asked of the solver when it was written.
    pub demands: Demands,
}

/// What is wrong with a record, and with which of its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordFault {
    /// The path in the record.
    pub file: String,
    /// What is wrong.
    pub reason: RecordReason,
}

/// What may be wrong with a file of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordReason {
    /// It is not there.
    Missing,
    /// It cannot be read, or only through a link that leads out of the record.
    Unreadable,
    /// Its sum is another.
    Changed,
    /// There are more files than a record may have, or larger ones.
    TooMuch,
    /// It is not in the form that a record has.
    Form,
    /// It was written under later rules than this program knows.
    LaterRules,
    /// Evaluated anew from the record's inputs it is another.
    Replay,
}

impl RecordReason {
    /// The word for it in JSON and in arguments.
    pub const fn name(self) -> &'static str {
        match self {
            RecordReason::Missing => "missing",
            RecordReason::Unreadable => "unreadable",
            RecordReason::Changed => "changed",
            RecordReason::TooMuch => "too-much",
            RecordReason::Form => "form",
            RecordReason::LaterRules => "later-rules",
            RecordReason::Replay => "replay",
        }
    }
}

fn fault(file: &str, reason: RecordReason) -> RecordFault {
    RecordFault { file: file.to_owned(), reason }
}

/// The sums of a record, and its record hash.
///
/// # Errors
/// [`RecordFault`]
pub fn record_sums(files: &dyn Files) -> Result<(Vec<u8>, String), RecordFault> {
    let sums = read(files, SUMS)?;
    let hash = sha256_hex(&sums);
    Ok((sums, hash))
}

/// Reads every file that the sums list, and checks it. A file that they do not list is not looked at: it counts for nothing.
///
/// # Errors
/// [`RecordFault`], the first by path.
pub fn read_record(files: &dyn Files, sums: Vec<u8>) -> Result<ParentRecord, RecordFault> {
    let listed = read_sums(&sums).map_err(|_| fault(SUMS, RecordReason::Form))?;
    if listed.len() >= MOST_FILES {
        return Err(fault(SUMS, RecordReason::TooMuch));
    }
    let mut record: RecordFiles = [(SUMS.to_owned(), sums)].into();
    let mut size = 0_u64;
    for (path, sum) in listed {
        let bytes = read(files, &path)?;
        size = size.saturating_add(bytes.len() as u64);
        if bytes.len() as u64 > LARGEST_FILE || size > LARGEST_RECORD {
            return Err(fault(&path, RecordReason::TooMuch));
        }
        if sha256_hex(&bytes) != sum {
            return Err(fault(&path, RecordReason::Changed));
        }
        record.insert(path, bytes);
    }
    let bytes = record.get(MANIFEST).ok_or_else(|| fault(MANIFEST, RecordReason::Missing))?;
    let form = || fault(MANIFEST, RecordReason::Form);
    let manifest: Value = serde_json::from_slice(bytes).map_err(|_| form())?;
    if manifest["schema"] != SCHEMA {
        return Err(form());
    }
    match manifest["rules"].as_u64() {
        Some(RULES) => {}
        Some(later) if later > RULES => return Err(fault(MANIFEST, RecordReason::LaterRules)),
        _ => return Err(form()),
    }
    let asked = &manifest["demands"];
    let demands = Demands {
        work_limit: asked["work-limit"].as_u64(),
        distances: asked["distances"].as_bool().ok_or_else(form)?,
        margins: asked["margins"].as_bool().ok_or_else(form)?,
    };
    let tender = manifest["tender"]["file"].as_str().ok_or_else(form)?.to_owned();
    Ok(ParentRecord { files: record, tender, demands })
}

fn read(files: &dyn Files, path: &str) -> Result<Vec<u8>, RecordFault> {
    files.read(path).map_err(|unread| match unread {
        FileFault::Missing => fault(path, RecordReason::Missing),
        FileFault::Outside | FileFault::Failed(_) => fault(path, RecordReason::Unreadable),
    })
}

impl ParentRecord {
    /// The input files as the tender's folder was, and the name of the tender file in it; `None` where it is no input.
    pub fn inputs(&self) -> Option<(InputFiles, String)> {
        InputFiles::of(&self.files, &self.tender)
    }

    /// The first part of the record that is another when the outcome is made anew from its inputs.
    pub fn differs_from(&self, outcome: &Outcome<'_>) -> Option<RecordFault> {
        let tender = outcome.tender;
        let anew: [(&str, &dyn Fn() -> String); 5] = [
            (MODEL, &|| model_text(tender)),
            (TENDER, &|| tender_text(tender)),
            (BIDS, &|| bids_text(tender)),
            (ASSESSMENTS, &|| assessments_text(tender)),
            (EVALUATION, &|| json_text(&neutral_evaluation_json(outcome))),
        ];
        let differs = |(path, text): &(&str, &dyn Fn() -> String)| {
            self.files.get(*path).is_none_or(|own| own.as_slice() != text().as_bytes())
        };
        anew.iter().find(|part| differs(part)).map(|(path, _)| fault(path, RecordReason::Replay))
    }
}
