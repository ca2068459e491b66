//! A record opened: its manifest, the tender of its inputs, and the decision made anew. The decision record of a framework too:
//! its folder is read without trust and checked against its sums, and its tender is read from the checked bytes alone, so that
//! nothing can change in between.

use std::{borrow::Cow, fmt};

use super::{
    EVALUATION, InputFiles, Inputs, MANIFEST, Manifest, ManifestError, RULES, RecordFiles, Recording, SCHEMA,
    SUMS,
    folder::{LARGEST_FILE, LARGEST_RECORD, MOST_FILES, read_sums, sha256_hex},
    read_tender,
    write::{WriteRecordError, decisive_part, replayed_part},
};
use crate::{
    award::Demands,
    framework::{ParentRecord, ParentRecordError, ParentRecordReason, RecordReader, RecordSums},
    outcome::{Evaluation, Outcome, OutcomeError},
    tender::{Files, ReadError, ReadFileError, Tender},
};

/// A record whose files were checked against their sums.
#[derive(Debug)]
pub struct Record<'r> {
    files: Cow<'r, RecordFiles>,
    manifest: Manifest,
}

/// Why a record cannot be replayed.
#[derive(Debug)]
#[non_exhaustive]
pub enum ReplayError {
    /// The manifest cannot be read.
    Manifest(ManifestError),
    /// The tender file that the manifest names is not among the inputs.
    NoTenderFile,
    /// The tender in it is not valid for this version of the program.
    Tender(Box<ReadError>),
    /// It has no result with this version of the program.
    Decision(OutcomeError),
    /// This version of the program does not prove its award.
    NotProven,
    /// This version of the program gives another record.
    Differs,
}

impl fmt::Display for ReplayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReplayError::Manifest(error) => error.fmt(f),
            ReplayError::NoTenderFile => {
                f.write_str("the tender file of the manifest is not among the inputs")
            }
            ReplayError::Tender(_) => f.write_str("the tender of the record is not valid"),
            ReplayError::Decision(error) => error.fmt(f),
            ReplayError::NotProven => f.write_str("the award of the record is not proven"),
            ReplayError::Differs => f.write_str("a replay gives another record"),
        }
    }
}

impl std::error::Error for ReplayError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            ReplayError::Manifest(error) => Some(error),
            ReplayError::Decision(error) => Some(error),
            _ => None,
        }
    }
}

impl<'r> Record<'r> {
    /// Opens a record for a replay.
    ///
    /// # Errors
    /// [`ManifestError`]
    pub fn open(files: Cow<'r, RecordFiles>) -> Result<Self, ManifestError> {
        let manifest = Manifest::read_for_replay(&files)?;
        Ok(Record { files, manifest })
    }

    /// Opens a record whose manifest must have its whole form.
    ///
    /// # Errors
    /// [`ManifestError`]
    pub fn open_in_form(files: Cow<'r, RecordFiles>) -> Result<Self, ManifestError> {
        let manifest = Manifest::read(&files)?;
        Ok(Record { files, manifest })
    }

    /// What it is about.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The input files as the tender's folder was, and the name of the tender file in it; `None` where it is no input.
    pub fn inputs(&self) -> Option<(InputFiles, String)> {
        InputFiles::of(&self.files, &self.manifest.tender.file)
    }

    /// The tender, read from the inputs as when the record was made, and what was read of them.
    ///
    /// # Errors
    /// [`ReplayError::NoTenderFile`], [`ReplayError::Tender`]
    pub fn tender(&self) -> Result<(Tender, Inputs), ReplayError> {
        let (files, name) = self.inputs().ok_or(ReplayError::NoTenderFile)?;
        let around = files.folders();
        let noted = Recording::new(files);
        let tender =
            read_tender(&noted, &name).map_err(|rejected| ReplayError::Tender(Box::new(rejected)))?;
        let inputs = noted.inputs(&name, &around).map_err(|_| ReplayError::NoTenderFile)?;
        Ok((tender, inputs))
    }

    /// The decision on its tender, made as when the record was made.
    ///
    /// # Errors
    /// [`ReplayError::Decision`]
    pub fn decide<'t>(&self, tender: &'t Tender) -> Result<Outcome<'t>, ReplayError> {
        Evaluation::of(tender).demands(self.manifest.demands).run().map_err(ReplayError::Decision)
    }

    /// The decision on its tender, which gives every file of the record again that a replay gives.
    ///
    /// # Errors
    /// [`ReplayError`]
    pub fn replay<'t>(&self, tender: &'t Tender) -> Result<Outcome<'t>, ReplayError> {
        let outcome = self.decide(tender)?;
        let replayed = replayed_part(&outcome).map_err(|why| match why {
            WriteRecordError::NotProven => ReplayError::NotProven,
            _ => ReplayError::Decision(OutcomeError::TooLarge),
        })?;
        let same = replayed.iter().all(|(path, bytes)| self.files.get(path) == Some(bytes));
        if same && self.files.contains_key(EVALUATION) { Ok(outcome) } else { Err(ReplayError::Differs) }
    }
}

/// Opens the decision records of frameworks.
#[derive(Clone, Copy, Debug, Default)]
pub struct FrameworkRecords;

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
fn read_record(files: &dyn Files, sums: Vec<u8>) -> Result<Record<'static>, ParentRecordError> {
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
    if !record.contains_key(MANIFEST) {
        return Err(error(MANIFEST, ParentRecordReason::Missing));
    }
    let reason =
        if has_later_rules(&record) { ParentRecordReason::LaterRules } else { ParentRecordReason::Form };
    match Record::open(Cow::Owned(record)) {
        Ok(record) if record.manifest.schema == SCHEMA && record.manifest.rules == RULES => Ok(record),
        _ => Err(error(MANIFEST, reason)),
    }
}

/// Whether a record was written under later rules than this program knows: its manifest may then have another form.
fn has_later_rules(record: &RecordFiles) -> bool {
    let manifest: Option<serde_json::Value> =
        record.get(MANIFEST).and_then(|bytes| serde_json::from_slice(bytes).ok());
    let rules = manifest.filter(|m| m["schema"] == SCHEMA).and_then(|m| m["rules"].as_u64());
    rules.is_some_and(|rules| rules > RULES)
}

fn read(files: &dyn Files, path: &str) -> Result<Vec<u8>, ParentRecordError> {
    files.read(path).map_err(|unread| match unread {
        ReadFileError::Missing => error(path, ParentRecordReason::Missing),
        ReadFileError::Outside | ReadFileError::Failed(_) => error(path, ParentRecordReason::Unreadable),
    })
}

impl ParentRecord for Record<'_> {
    fn tender_file(&self) -> &str {
        &self.manifest.tender.file
    }

    fn demands(&self) -> Demands {
        self.manifest.demands
    }

    fn inputs(&self) -> Option<(Box<dyn Files>, String)> {
        let (files, name) = self.inputs()?;
        Some((Box::new(files), name))
    }

    fn differs_from(&self, outcome: &Outcome<'_>) -> Option<ParentRecordError> {
        let differs = |(path, text): &(&str, String)| {
            self.files.get(*path).is_none_or(|own| own.as_slice() != text.as_bytes())
        };
        let parts = decisive_part(outcome);
        parts.iter().find(|part| differs(part)).map(|(path, _)| error(path, ParentRecordReason::Replay))
    }
}
