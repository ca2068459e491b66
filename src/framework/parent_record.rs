//! The decision record of a framework, as far as a mini-tender needs it. What a record is belongs to the room of records above
//! this one; it implements the traits here and hands itself in.

use std::fmt;

use crate::{award::Demands, outcome::Outcome, tender::Files};

/// Reads decision records.
pub trait RecordReader {
    /// The path of the file in a record that sums up all others.
    fn sums_file(&self) -> &'static str;

    /// The sums of a record, and its record hash.
    ///
    /// # Errors
    /// [`ParentRecordError`]
    fn sums(&self, files: &dyn Files) -> Result<RecordSums, ParentRecordError>;

    /// Reads every file that the sums list, and checks it. A file that they do not list is not looked at.
    ///
    /// # Errors
    /// [`ParentRecordError`], the first by path.
    fn open(&self, files: &dyn Files, sums: RecordSums) -> Result<Box<dyn ParentRecord>, ParentRecordError>;
}

/// The record of a framework, every file as its sums state.
pub trait ParentRecord: fmt::Debug {
    /// The path of the tender file in it.
    fn tender_file(&self) -> &str;

    /// What was asked of the solver when it was written.
    fn demands(&self) -> Demands;

    /// The input files as the tender's folder was, and the name of the tender file in it; `None` where it is no input.
    fn inputs(&self) -> Option<(Box<dyn Files>, String)>;

    /// The first part of the record that differs from an outcome that was decided anew from its inputs.
    fn differs_from(&self, outcome: &Outcome<'_>) -> Option<ParentRecordError>;
}

/// The sums of a record as they were read once, so that what was checked is what is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordSums {
    /// The file of sums.
    pub bytes: Vec<u8>,
    /// Its SHA-256 in lower-case hex: the record hash.
    pub hash: String,
}

/// What is wrong with a record, and with which of its files.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParentRecordError {
    /// The path in the record.
    pub file: String,
    /// What is wrong.
    pub reason: ParentRecordReason,
}

/// What may be wrong with a file of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParentRecordReason {
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

impl ParentRecordReason {
    /// The word for it in JSON and in arguments.
    pub const fn name(self) -> &'static str {
        match self {
            ParentRecordReason::Missing => "missing",
            ParentRecordReason::Unreadable => "unreadable",
            ParentRecordReason::Changed => "changed",
            ParentRecordReason::TooMuch => "too-much",
            ParentRecordReason::Form => "form",
            ParentRecordReason::LaterRules => "later-rules",
            ParentRecordReason::Replay => "replay",
        }
    }
}

impl ParentRecordError {
    /// An error in a file of a record.
    pub fn new(file: impl Into<String>, reason: ParentRecordReason) -> Self {
        ParentRecordError { file: file.into(), reason }
    }
}

impl fmt::Display for ParentRecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.reason.name())
    }
}

impl std::error::Error for ParentRecordError {}
