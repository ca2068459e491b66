//! The framework of a mini-tender, read from its tender file, from its decision record, or from both.
//!
//! What a decision record is belongs to the room of records above this one; it implements the traits here and hands itself in.

use std::fmt;

use crate::{
    award::Demands,
    outcome::Outcome,
    tender::{
        Files, Place, Problem, ProblemCode, ReadError, Tender, TenderKind, canonical, parse,
        read::{FrameworkReference, node::At, opened_files::OpenedFiles, problems::Problems, text},
    },
};

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

/// The tender of a framework, read.
#[derive(Debug)]
pub(super) struct ParentFile {
    /// The tender.
    pub(super) tender: Tender,
    /// The number of its first file among those of the mini-tender.
    pub(super) first_file: u32,
    /// The record that it was read from.
    pub(super) record: Option<FromRecord>,
}

/// The record that a framework was read from.
#[derive(Debug)]
pub(super) struct FromRecord {
    /// The record.
    pub(super) record: Box<dyn ParentRecord>,
    /// Its record hash.
    pub(super) hash: String,
    /// Its folder, as the mini-tender names it.
    pub(super) folder: String,
    /// Where it is named.
    pub(super) place: Place,
}

impl ParentFile {
    /// A place of the framework as seen from the mini-tender.
    pub(super) fn place(&self, place: Place) -> Place {
        moved(place, self.first_file)
    }
}

/// Reads the framework, from its record where one is named.
pub(super) fn read_parent(
    reference: &FrameworkReference,
    records: &dyn RecordReader,
    opened_files: &mut OpenedFiles<'_>,
    p: &mut Problems,
) -> Option<ParentFile> {
    let Some(record) = &reference.record else {
        return read_parent_tender(reference.tender.as_ref()?, opened_files, p);
    };
    let tender = match &reference.tender {
        Some(tender) => Some((tender, read_parent_tender(tender, opened_files, p)?)),
        None => None,
    };
    let parent = read_parent_record(record, reference.hash.as_ref(), records, opened_files, p)?;
    if let Some((named, tender)) = tender {
        report_another_tender(&parent, &tender, named, p);
    }
    Some(parent)
}

/// The tender of a file, where nothing of it is an error; a framework that it names itself is not followed.
///
/// # Errors
/// [`ReadError`]
fn read_alone(files: &dyn Files, name: &str) -> Result<Tender, ReadError> {
    super::finish(parse(files, name))
}

/// Reads the tender file of a framework with all that it names; its files are shown with the mini-tender's own. Where it
/// is invalid, all its problems are reported; its warnings alone are not.
fn read_parent_tender(
    named: &At<String>,
    opened_files: &mut OpenedFiles<'_>,
    p: &mut Problems,
) -> Option<ParentFile> {
    let folder = opened_files.framework(named, p)?;
    let shown = named.value.rsplit_once('/').map_or("", |(folder, _)| folder);
    let first_file = opened_files.next_file();
    match read_alone(folder.files.as_ref(), &folder.name) {
        Ok(mut tender) => {
            opened_files.add(std::mem::take(&mut tender.sources), shown);
            is_a_tender(&tender, named, first_file, p).then_some(ParentFile {
                tender,
                first_file,
                record: None,
            })
        }
        Err(ReadError { sources, problems }) => {
            opened_files.add(sources, shown);
            report_invalid(problems, named, first_file, p);
            None
        }
    }
}

/// A place of the framework as seen from the mini-tender.
fn moved(place: Place, first_file: u32) -> Place {
    Place { file: place.file.saturating_add(first_file), ..place }
}

/// A framework is a tender, and no mini-tender itself; another kind is reported.
fn is_a_tender(tender: &Tender, named: &At<String>, first_file: u32, p: &mut Problems) -> bool {
    let is_tender = tender.head.kind == TenderKind::Tender;
    if !is_tender {
        p.add(
            Problem::new(ProblemCode::FrameworkKind, named.place)
                .with("path", text::shown(&named.value))
                .with("kind", tender.head.kind.name())
                .related(moved(tender.head.place, first_file)),
        );
    }
    is_tender
}

/// That a framework is invalid, and why.
fn report_invalid(problems: Vec<Problem>, named: &At<String>, first_file: u32, p: &mut Problems) {
    p.add(Problem::new(ProblemCode::FrameworkInvalid, named.place).with("path", text::shown(&named.value)));
    for mut problem in problems {
        problem.place = moved(problem.place, first_file);
        problem.related = problem.related.map(|place| moved(place, first_file));
        p.add(problem);
    }
}

/// Reads the framework from its record. `demanded`: the hash that the record must have; `Some(None)` where one is stated
/// that cannot be read.
fn read_parent_record(
    named: &At<String>,
    demanded: Option<&Option<At<String>>>,
    records: &dyn RecordReader,
    opened_files: &mut OpenedFiles<'_>,
    p: &mut Problems,
) -> Option<ParentFile> {
    let folder = named.value.trim_end_matches('/');
    let sums = At::new(format!("{folder}/{}", records.sums_file()), named.place);
    let files = opened_files.framework(&sums, p)?.files;
    let report = |error: ParentRecordError, p: &mut Problems| p.add(changed(&error, folder, named.place));
    let sums = records.sums(files.as_ref()).map_err(|error| report(error, p)).ok()?;
    let hash = sums.hash.clone();
    match demanded {
        None => {
            p.add(Problem::new(ProblemCode::FrameworkRecordUnpinned, named.place).with("own", hash.as_str()))
        }
        Some(Some(demanded)) if demanded.value != hash => {
            p.add(
                Problem::new(ProblemCode::FrameworkRecordDiffers, demanded.place)
                    .with("path", text::shown(folder))
                    .with("own", hash.as_str()),
            );
            return None;
        }
        Some(_) => {}
    }
    let record = records.open(files.as_ref(), sums).map_err(|error| report(error, p)).ok()?;
    let tender_file = record.tender_file().to_owned();
    let Some((inputs, name)) = record.inputs() else {
        report(ParentRecordError { file: tender_file, reason: ParentRecordReason::Missing }, p);
        return None;
    };
    let shown = match tender_file.rsplit_once('/') {
        Some((inner, _)) => format!("{folder}/{inner}"),
        None => folder.to_owned(),
    };
    let first_file = opened_files.next_file();
    let named_tender = At::new(format!("{folder}/{tender_file}"), named.place);
    match read_alone(inputs.as_ref(), &name) {
        Ok(mut tender) => {
            opened_files.add(std::mem::take(&mut tender.sources), &shown);
            let from = FromRecord { record, hash, folder: folder.to_owned(), place: named.place };
            is_a_tender(&tender, &named_tender, first_file, p).then_some(ParentFile {
                tender,
                first_file,
                record: Some(from),
            })
        }
        Err(ReadError { sources, problems }) => {
            opened_files.add(sources, &shown);
            report_invalid(problems, &named_tender, first_file, p);
            None
        }
    }
}

/// That a record is not what it was.
fn changed(error: &ParentRecordError, folder: &str, place: Place) -> Problem {
    Problem::new(ProblemCode::FrameworkRecordChanged, place)
        .with("path", text::shown(folder))
        .with("file", text::shown(&error.file))
        .with("reason", error.reason.name())
}

/// A framework that is named as a tender and as a record is one tender: both have one tender hash.
fn report_another_tender(record: &ParentFile, tender: &ParentFile, named: &At<String>, p: &mut Problems) {
    let hashes = [record, tender].map(|parent| canonical::tender_hash(&parent.tender));
    if hashes[0] != hashes[1] {
        let problem = Problem::new(ProblemCode::FrameworkRecordOther, named.place);
        p.add(problem.related(tender.place(tender.tender.head.place)));
    }
}
