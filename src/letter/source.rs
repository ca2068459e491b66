//! The decision behind a record. A letter says what the record says, or there is none: the tender is read from the record's
//! own input files, decided as it was, and must come to the record's figures byte for byte.

use crate::{
    award::Demands,
    outcome::{Evaluation, Outcome},
    record::{EVALUATION, InputFiles, MANIFEST, RecordFiles, contents::replayed_part, read_tender},
    tender::Tender,
};

/// The tender of a record, and what was asked of the solver.
#[derive(Debug)]
pub struct Source {
    /// The tender, read from the record's inputs.
    pub tender: Tender,
    /// What was asked of the solver.
    pub demands: Demands,
}

/// Why no letter can be written from a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceFault {
    /// The manifest cannot be read, or names no tender file among the inputs.
    Manifest,
    /// The tender in it is not valid for this version of the program.
    Tender,
    /// It cannot be decided by this version of the program.
    Decision,
    /// This version of the program comes to something else than the record.
    Differs,
}

impl Source {
    /// Reads the tender of a record. The sums must have been checked.
    ///
    /// # Errors
    /// [`SourceFault`]
    pub fn of(record: &RecordFiles) -> Result<Self, SourceFault> {
        let manifest = record.get(MANIFEST).ok_or(SourceFault::Manifest)?;
        let manifest: serde_json::Value =
            serde_json::from_slice(manifest).map_err(|_| SourceFault::Manifest)?;
        let file = manifest.pointer("/tender/file").and_then(|f| f.as_str()).ok_or(SourceFault::Manifest)?;
        let (inputs, name) = InputFiles::of(record, file).ok_or(SourceFault::Manifest)?;
        let tender = read_tender(&inputs, &name).map_err(|_| SourceFault::Tender)?;
        let asked = |key: &str| manifest.pointer(&format!("/demands/{key}"));
        let flag = |key: &str| asked(key).and_then(serde_json::Value::as_bool).ok_or(SourceFault::Manifest);
        let demands = Demands {
            distances: flag("distances")?,
            margins: flag("margins")?,
            work_limit: asked("work-limit").and_then(serde_json::Value::as_u64),
        };
        Ok(Source { tender, demands })
    }
}

/// The decision of a record, made anew and equal to what the record says.
///
/// # Errors
/// [`SourceFault`]
pub fn decided<'t>(record: &RecordFiles, source: &'t Source) -> Result<Outcome<'t>, SourceFault> {
    let tender = &source.tender;
    let outcome = Evaluation::of(tender).demands(source.demands).run().map_err(|_| SourceFault::Decision)?;
    let replayed = replayed_part(&outcome).map_err(|_| SourceFault::Decision)?;
    let same = replayed.iter().all(|(path, bytes)| record.get(path) == Some(bytes));
    if !same || !record.contains_key(EVALUATION) {
        return Err(SourceFault::Differs);
    }
    Ok(outcome)
}
