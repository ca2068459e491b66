//! `[framework] record` and `record-hash`: the framework of a mini-tender by its decision record.

use super::{
    Rejected,
    framework::{is_a_tender, tell_invalid},
    node::{At, Node},
    problems::Problems,
    shelf::Shelf,
    text,
};
use crate::{
    framework::{FromRecord, ParentFile, RecordFault, RecordReason, read_record, record_sums},
    tender::{Place, Problem, ProblemCode, canonical},
};

/// `record-hash`: 64 hexadecimal digits, in lower case.
pub(super) fn read_record_hash(node: Node<'_>, p: &mut Problems) -> Option<At<String>> {
    let hash = node.name(p)?;
    let lower = hash.value.to_ascii_lowercase();
    if lower.len() == 64 && lower.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Some(At::new(lower, hash.place));
    }
    p.add(Problem::new(ProblemCode::HashForm, hash.place).with("text", text::shown(&hash.value)));
    None
}

/// Reads the framework from its record. `demanded`: the hash that the record must have; `Some(None)` where one is stated
/// that cannot be read.
pub(super) fn read_parent_record(
    named: &At<String>,
    demanded: Option<Option<At<String>>>,
    shelf: &mut Shelf<'_>,
    p: &mut Problems,
) -> Option<ParentFile> {
    let folder = named.value.trim_end_matches('/');
    let sums = At::new(format!("{folder}/{}", crate::record::SUMS), named.place);
    let files = shelf.framework(&sums, p)?.files;
    let told = |fault: RecordFault, p: &mut Problems| p.add(changed(&fault, folder, named.place));
    let (sums, hash) = record_sums(files.as_ref()).map_err(|fault| told(fault, p)).ok()?;
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
    let record = read_record(files.as_ref(), sums).map_err(|fault| told(fault, p)).ok()?;
    let Some((inputs, name)) = record.inputs() else {
        told(RecordFault { file: record.tender, reason: RecordReason::Missing }, p);
        return None;
    };
    let shown = match record.tender.rsplit_once('/') {
        Some((inner, _)) => format!("{folder}/{inner}"),
        None => folder.to_owned(),
    };
    let first_file = shelf.next_file();
    let named_tender = At::new(format!("{folder}/{}", record.tender), named.place);
    match super::read(&inputs, &name, super::Extent::PARENT) {
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
            tell_invalid(problems, &named_tender, first_file, p);
            None
        }
    }
}

/// That a record is not what it was.
fn changed(fault: &RecordFault, folder: &str, place: Place) -> Problem {
    Problem::new(ProblemCode::FrameworkRecordChanged, place)
        .with("path", text::shown(folder))
        .with("file", text::shown(&fault.file))
        .with("reason", fault.reason.name())
}

/// A framework that is named as a tender and as a record is one tender: both have one tender hash.
pub(super) fn tell_another_tender(
    record: &ParentFile,
    tender: &ParentFile,
    named: &At<String>,
    p: &mut Problems,
) {
    let hashes = [record, tender].map(|parent| canonical::tender_hash(&parent.tender));
    if hashes[0] != hashes[1] {
        let problem = Problem::new(ProblemCode::FrameworkRecordOther, named.place);
        p.add(problem.related(tender.place(tender.tender.head.place)));
    }
}
