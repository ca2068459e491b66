//! `udbud diff`: what differs between two records, how grave it is, what it comes from, and what it is before the law.
//!
//! The records are compared as data: by bidder, lot and code, never by line number, so that the order of bids in a file is no
//! difference. Nothing is computed anew here; whether a record is true is for `verify`.

mod class;
mod differences;

pub use class::{Cause, Class, ClassError, allowed_class, may_correct};
pub use differences::{Change, Part, Severity};

use super::{RecordFiles, TRANSCRIPTS};
use class::classify;
use differences::{Facts, changes, worst};

/// What differs between two records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diff {
    /// How grave the gravest difference is.
    pub severity: Severity,
    /// What happened, as the law sees it.
    pub class: Class,
    /// The first cause: the first input that differs, or else the first figure.
    pub cause: Cause,
    /// Every difference in inputs that decide, in results and in steps; the gravest first, then in the order of the evaluation.
    pub changes: Vec<Change>,
    /// Input files that differ in their bytes alone.
    pub texts: Vec<String>,
    /// Whether the points judged are the same in both: a new evaluation that leaves them so is worth a warning.
    pub same_points: bool,
}

/// Why a folder cannot be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnreadableRecordError {
    /// The file that is missing or no JSON, CSV or canonical text.
    pub file: String,
}

impl std::fmt::Display for UnreadableRecordError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} is missing or not in its form", self.file)
    }
}

impl std::error::Error for UnreadableRecordError {}

/// Compares two records whose files were found unchanged.
///
/// # Errors
/// [`UnreadableRecordError`], with `true` where it is the second record.
pub fn diff(before: &RecordFiles, after: &RecordFiles) -> Result<Diff, (UnreadableRecordError, bool)> {
    let old = Facts::read(before).map_err(|e| (e, false))?;
    let new = Facts::read(after).map_err(|e| (e, true))?;
    let changes = changes(&old, &new);
    let class = classify(&changes);
    Ok(Diff {
        severity: worst(&changes),
        class,
        cause: Cause::first(&changes, &old, &new),
        texts: texts(before, after),
        same_points: !changes.iter().any(|c| c.is_judgement()),
        changes,
    })
}

/// The folder of the input files.
const INPUTS_SLASH: &str = "inputs/";

/// Input files and transcripts that are not the same in both.
fn texts(before: &RecordFiles, after: &RecordFiles) -> Vec<String> {
    let is_text = |path: &&String| path.starts_with(INPUTS_SLASH) || TRANSCRIPTS.contains(&path.as_str());
    let mut paths: Vec<&String> = before.keys().chain(after.keys()).filter(is_text).collect();
    paths.sort_unstable();
    paths.dedup();
    paths.into_iter().filter(|path| before.get(*path) != after.get(*path)).cloned().collect()
}

#[cfg(test)]
mod tests;
