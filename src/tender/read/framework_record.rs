//! `[framework] record`: the decision record of the framework, which the mini-tender pins by its hash.

use super::{head::read_hash, node::At, problems::Problems, shelf::Shelf, table::TableReader, text};
use crate::{
    record::{
        MANIFEST, RecordFiles, SUMS,
        folder::{read_sums, sha256_hex},
        verify::read_manifest,
    },
    tender::{FileFault, FrameworkFolder, Problem, ProblemCode},
};

/// Reads the record that a mini-tender names and holds every file against its sums, the sums against the hash stated, and
/// the framework's tender file against the one that the record is about. Gives the record hash.
pub(super) fn read_framework_record(
    t: TableReader<'_>,
    tender: Option<&At<String>>,
    follow: bool,
    shelf: &Shelf<'_>,
    p: &mut Problems,
) -> Option<String> {
    let record = t.get("record").and_then(|n| n.name(p));
    let hash = t.get("record-hash").and_then(|n| read_hash(n, p));
    let record = match (record, t.get("record-hash").is_some()) {
        (None, false) => return None,
        (None, true) => {
            t.tell_missing("record", p);
            return None;
        }
        (Some(_), false) => {
            t.tell_missing("record-hash", p);
            return None;
        }
        (Some(record), true) => record,
    };
    let (stated, place) = hash?;
    if !follow {
        return None;
    }
    let within = record.value.trim_end_matches('/');
    let sums = At { value: format!("{within}/{SUMS}"), place: record.place };
    let folder = shelf.framework(&sums, p)?;
    let told = |code, p: &mut Problems, args: &[(&'static str, &str)]| {
        let problem = Problem::new(code, record.place).with("path", text::shown(&record.value));
        p.add(args.iter().fold(problem, |problem, (name, value)| problem.with(name, *value)));
    };
    let files = match read_files(&folder) {
        Ok(files) => files,
        Err(file) => {
            told(ProblemCode::FrameworkRecord, p, &[("file", text::shown(&file).as_str())]);
            return None;
        }
    };
    let own = files.get(SUMS).map(|sums| sha256_hex(sums)).unwrap_or_default();
    if own != stated {
        let problem = Problem::new(ProblemCode::FrameworkRecordHash, place);
        p.add(problem.with("path", text::shown(&record.value)).with("own", own).with("stated", stated));
        return None;
    }
    let Ok(manifest) = read_manifest(&files) else {
        told(ProblemCode::FrameworkRecord, p, &[("file", MANIFEST)]);
        return None;
    };
    let right = format!("{within}/{}", manifest.file);
    if let Some(tender) = tender.filter(|tender| tender.value != right) {
        let problem = Problem::new(ProblemCode::FrameworkRecordTender, tender.place);
        p.add(problem.with("path", text::shown(&tender.value)).with("right", text::shown(&right)));
        return None;
    }
    Some(own)
}

/// All files of a record, each with the sum that is listed.
///
/// # Errors
/// The first file that cannot be read, or that is not as listed.
fn read_files(folder: &FrameworkFolder) -> Result<RecordFiles, String> {
    let read = |path: &str| folder.files.read(path).map_err(|_: FileFault| path.to_owned());
    let sums = read(SUMS)?;
    let listed = read_sums(&sums).map_err(|_| SUMS.to_owned())?;
    let mut files = RecordFiles::new();
    for (path, sum) in listed {
        let bytes = read(&path)?;
        if sha256_hex(&bytes) != sum {
            return Err(path);
        }
        files.insert(path, bytes);
    }
    files.insert(SUMS.to_owned(), sums);
    Ok(files)
}
