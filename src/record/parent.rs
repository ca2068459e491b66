//! The decision record of a framework: the folder is read without trust, checked against its sums, and its tender is read
//! from the checked bytes alone, so that nothing can change in between.

use serde_json::Value;

use super::{
    ASSESSMENTS, BIDS, EVALUATION, InputFiles, MANIFEST, MODEL, RULES, RecordFiles, SCHEMA, SUMS, TENDER,
    evaluation_json::{json_text, neutral_evaluation_json},
    folder::{LARGEST_FILE, LARGEST_RECORD, MOST_FILES, read_sums, sha256_hex},
};
use crate::{
    award::Demands,
    framework::{ParentRecord, ParentRecordError, ParentRecordReason, RecordReader, RecordSums},
    outcome::Outcome,
    tender::{
        FileFault, Files,
        canonical::{assessments_text, bids_text, model_text, tender_text},
    },
};

/// Opens the decision records of frameworks.
#[derive(Clone, Copy, Debug, Default)]
pub struct FrameworkRecords;

/// The record of a framework, every file as its sums say.
#[derive(Debug)]
struct CheckedRecord {
    files: RecordFiles,
    tender: String,
    demands: Demands,
}

fn error(file: &str, reason: ParentRecordReason) -> ParentRecordError {
    ParentRecordError::new(file, reason)
}

impl RecordReader for FrameworkRecords {
    fn sums_file(&self) -> &'static str {
        SUMS
    }

    fn sums(&self, files: &dyn Files) -> Result<RecordSums, ParentRecordError> {
        let bytes = read(files, SUMS)?;
        let hash = sha256_hex(&bytes);
        Ok(RecordSums { bytes, hash })
    }

    fn open(&self, files: &dyn Files, sums: RecordSums) -> Result<Box<dyn ParentRecord>, ParentRecordError> {
        Ok(Box::new(read_record(files, sums.bytes)?))
    }
}

/// Reads every file that the sums list, and checks it. A file that they do not list is not looked at: it counts for nothing.
///
/// # Errors
/// [`ParentRecordError`], the first by path.
fn read_record(files: &dyn Files, sums: Vec<u8>) -> Result<CheckedRecord, ParentRecordError> {
    let listed = read_sums(&sums).map_err(|_| error(SUMS, ParentRecordReason::Form))?;
    if listed.len() >= MOST_FILES {
        return Err(error(SUMS, ParentRecordReason::TooMuch));
    }
    let mut record: RecordFiles = [(SUMS.to_owned(), sums)].into();
    let mut size = 0_u64;
    for (path, sum) in listed {
        let bytes = read(files, &path)?;
        size = size.saturating_add(bytes.len() as u64);
        if bytes.len() as u64 > LARGEST_FILE || size > LARGEST_RECORD {
            return Err(error(&path, ParentRecordReason::TooMuch));
        }
        if sha256_hex(&bytes) != sum {
            return Err(error(&path, ParentRecordReason::Changed));
        }
        record.insert(path, bytes);
    }
    let bytes = record.get(MANIFEST).ok_or_else(|| error(MANIFEST, ParentRecordReason::Missing))?;
    let form = || error(MANIFEST, ParentRecordReason::Form);
    let manifest: Value = serde_json::from_slice(bytes).map_err(|_| form())?;
    if manifest["schema"] != SCHEMA {
        return Err(form());
    }
    match manifest["rules"].as_u64() {
        Some(RULES) => {}
        Some(later) if later > RULES => return Err(error(MANIFEST, ParentRecordReason::LaterRules)),
        _ => return Err(form()),
    }
    let asked = &manifest["demands"];
    let demands = Demands {
        work_limit: asked["work-limit"].as_u64(),
        distances: asked["distances"].as_bool().ok_or_else(form)?,
        margins: asked["margins"].as_bool().ok_or_else(form)?,
    };
    let tender = manifest["tender"]["file"].as_str().ok_or_else(form)?.to_owned();
    Ok(CheckedRecord { files: record, tender, demands })
}

fn read(files: &dyn Files, path: &str) -> Result<Vec<u8>, ParentRecordError> {
    files.read(path).map_err(|unread| match unread {
        FileFault::Missing => error(path, ParentRecordReason::Missing),
        FileFault::Outside | FileFault::Failed(_) => error(path, ParentRecordReason::Unreadable),
    })
}

impl ParentRecord for CheckedRecord {
    fn tender_file(&self) -> &str {
        &self.tender
    }

    fn demands(&self) -> Demands {
        self.demands
    }

    fn inputs(&self) -> Option<(Box<dyn Files>, String)> {
        let (files, name) = InputFiles::of(&self.files, &self.tender)?;
        Some((Box::new(files), name))
    }

    fn differs_from(&self, outcome: &Outcome<'_>) -> Option<ParentRecordError> {
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
        anew.iter().find(|part| differs(part)).map(|(path, _)| error(path, ParentRecordReason::Replay))
    }
}
