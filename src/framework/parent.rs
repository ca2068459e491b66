//! The framework of a mini-tender, read from its tender file, from its decision record, or from both.

use super::{ParentRecord, ParentRecordError, ParentRecordReason, RecordReader};
use crate::tender::{
    Files, Place, Problem, ProblemCode, Rejected, Tender, TenderKind, canonical, parse,
    read::{FrameworkReference, node::At, problems::Problems, shelf::Shelf, text},
};

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
    shelf: &mut Shelf<'_>,
    p: &mut Problems,
) -> Option<ParentFile> {
    let Some(record) = &reference.record else {
        return read_parent_tender(reference.tender.as_ref()?, shelf, p);
    };
    let tender = match &reference.tender {
        Some(tender) => Some((tender, read_parent_tender(tender, shelf, p)?)),
        None => None,
    };
    let parent = read_parent_record(record, reference.hash.as_ref(), records, shelf, p)?;
    if let Some((named, tender)) = tender {
        report_another_tender(&parent, &tender, named, p);
    }
    Some(parent)
}

/// The tender of a file, where nothing of it is an error; a framework that it names itself is not followed.
///
/// # Errors
/// [`Rejected`]
fn read_alone(files: &dyn Files, name: &str) -> Result<Tender, Rejected> {
    super::finish(parse(files, name))
}

/// Reads the tender file of a framework with all that it names; its files are shown beside the mini-tender's own. Where it
/// is invalid, all its problems are reported; its warnings alone are not.
fn read_parent_tender(named: &At<String>, shelf: &mut Shelf<'_>, p: &mut Problems) -> Option<ParentFile> {
    let folder = shelf.framework(named, p)?;
    let shown = named.value.rsplit_once('/').map_or("", |(folder, _)| folder);
    let first_file = shelf.next_file();
    match read_alone(folder.files.as_ref(), &folder.name) {
        Ok(mut tender) => {
            shelf.add(std::mem::take(&mut tender.sources), shown);
            is_a_tender(&tender, named, first_file, p).then_some(ParentFile {
                tender,
                first_file,
                record: None,
            })
        }
        Err(Rejected { sources, problems }) => {
            shelf.add(sources, shown);
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
    shelf: &mut Shelf<'_>,
    p: &mut Problems,
) -> Option<ParentFile> {
    let folder = named.value.trim_end_matches('/');
    let sums = At::new(format!("{folder}/{}", records.sums_file()), named.place);
    let files = shelf.framework(&sums, p)?.files;
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
    let first_file = shelf.next_file();
    let named_tender = At::new(format!("{folder}/{tender_file}"), named.place);
    match read_alone(inputs.as_ref(), &name) {
        Ok(mut tender) => {
            shelf.add(std::mem::take(&mut tender.sources), &shown);
            let from = FromRecord { record, hash, folder: folder.to_owned(), place: named.place };
            is_a_tender(&tender, &named_tender, first_file, p).then_some(ParentFile {
                tender,
                first_file,
                record: Some(from),
            })
        }
        Err(Rejected { sources, problems }) => {
            shelf.add(sources, &shown);
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
