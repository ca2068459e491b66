//! Level 4: the input files, evaluated again, give the same files to the byte.

use super::{FaultCode, MOST_FAULTS, RecordFault};
use crate::{
    outcome::Outcome,
    record::{
        CORRECTED, ENGINE, INPUTS, Inputs, MANIFEST, Manifest, README, RULES, Record, RecordFiles,
        ReplayError, SUMS, TRANSCRIPTS,
        write::{Corrects, Recorded, WordsOf, WriteRecordError, manifest_text, replayed_part},
    },
    tender::{Severity, Tender},
};

/// Reads the inputs of a record as they were read when it was made.
///
/// # Errors
/// Why there is no tender to be had from them.
pub(super) fn read_again(record: &Record<'_>) -> Result<(Tender, Inputs), RecordFault> {
    let manifest = record.manifest();
    if manifest.rules != RULES {
        let unknown = RecordFault::of(FaultCode::RulesUnknown, MANIFEST).at("/rules");
        return Err(unknown.written(manifest.rules.to_string()).expected(RULES.to_string()));
    }
    record.tender().map_err(|error| {
        let invalid = RecordFault::of(FaultCode::InputsInvalid, &manifest.tender.file);
        let ReplayError::Tender(rejected) = error else { return invalid };
        let first = rejected.problems.iter().find(|p| p.code.severity() == Severity::Error);
        let place = first.map(|p| format!("line {}", rejected.sources.line(p.place)));
        let code = first.map(|p| p.code.name());
        invalid.at(place.unwrap_or_default()).written(code.unwrap_or_default())
    })
}

/// Evaluates what was read again.
///
/// # Errors
/// Where it has no result.
pub(super) fn decide_again<'t>(record: &Record<'_>, tender: &'t Tender) -> Result<Outcome<'t>, RecordFault> {
    record.decide(tender).map_err(|error| {
        let fault = RecordFault::of(FaultCode::InputsNoResult, &record.manifest().tender.file);
        match error {
            ReplayError::Decision(why) => fault.written(why.name()),
            _ => fault,
        }
    })
}

/// How many files a replay gave again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Replayed {
    /// Files that were compared.
    pub files: usize,
    /// Whether what is worded was compared too: only the version that wrote a record words it so.
    pub worded: bool,
}

/// Makes the record again and compares.
pub(super) fn replay_faults(
    files: &RecordFiles,
    manifest: &Manifest,
    inputs: &Inputs,
    outcome: &Outcome<'_>,
    (corrects, words_of): (Option<&Corrects>, WordsOf<'_>),
) -> (Replayed, Vec<RecordFault>) {
    let mut made = match replayed_part(outcome) {
        Ok(made) => made,
        Err(why) => {
            let why = if why == WriteRecordError::NotProven { "not-proven" } else { "figure-too-large" };
            let fault = RecordFault::of(FaultCode::InputsNoResult, &manifest.tender.file).written(why);
            return (Replayed::default(), vec![fault]);
        }
    };
    let (demands, engine) = (manifest.demands, manifest.engine.as_str());
    let recorded = Recorded { outcome, demands, inputs, corrects, engine };
    made.insert(MANIFEST.to_owned(), manifest_text(&recorded).into_bytes());
    let worded = manifest.engine == ENGINE;
    if worded {
        made.extend(words_of(outcome).files());
    }
    let mut faults = Vec::new();
    for (path, bytes) in &made {
        match files.get(path) {
            None => faults.push(RecordFault::of(FaultCode::ReplayMore, path)),
            Some(own) if own != bytes => faults.push(difference(path, own, bytes)),
            Some(_) => {}
        }
    }
    faults.extend(never_made(files, &made, inputs));
    faults.truncate(MOST_FAULTS);
    (Replayed { files: made.len(), worded }, faults)
}

/// Files for which a replay has no use.
fn never_made(files: &RecordFiles, made: &RecordFiles, inputs: &Inputs) -> Vec<RecordFault> {
    let mut faults = Vec::new();
    for path in files.keys() {
        if let Some(input) = path.strip_prefix(INPUTS).and_then(|p| p.strip_prefix('/')) {
            if !inputs.files.contains_key(input) {
                faults.push(RecordFault::of(FaultCode::InputNotRead, path));
            }
            continue;
        }
        let worded = path == README || TRANSCRIPTS.contains(&path.as_str());
        let corrected = path.strip_prefix(CORRECTED).is_some_and(|rest| rest.starts_with('/'));
        if !worded && !corrected && path != SUMS && !made.contains_key(path) {
            faults.push(RecordFault::of(FaultCode::ReplayLess, path));
        }
    }
    faults
}

/// Stands for a line that is not there.
pub const END_OF_FILE: &str = "(end of file)";

/// The first line in which two files differ.
fn difference(path: &str, own: &[u8], made: &[u8]) -> RecordFault {
    let (own, made) = (String::from_utf8_lossy(own), String::from_utf8_lossy(made));
    let (mut own, mut made) = (own.split('\n'), made.split('\n'));
    for line in 1_usize.. {
        let (ours, theirs) = (own.next(), made.next());
        if ours != theirs || ours.is_none() {
            let shown = |text: Option<&str>| match text {
                Some(text) => text.trim().chars().take(200).collect::<String>(),
                None => END_OF_FILE.to_owned(),
            };
            return RecordFault::of(FaultCode::ReplayDiffers, path)
                .at(format!("line {line}"))
                .written(shown(ours))
                .expected(shown(theirs));
        }
    }
    RecordFault::of(FaultCode::ReplayDiffers, path)
}
