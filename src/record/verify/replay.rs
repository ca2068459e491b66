//! Level 4: the input files, evaluated again, give the same files to the byte.

use super::{FaultCode, MOST_FAULTS, Manifest, RecordFault};
use crate::{
    outcome::{Evaluation, Outcome, OutcomeError},
    record::read_tender,
    record::{
        CORRECTED, ENGINE, INPUTS, InputFiles, Inputs, MANIFEST, README, RULES, RecordFiles, Recording, SUMS,
        TRANSCRIPTS,
        contents::{Corrects, NotRecorded, Recorded, WordsOf, manifest_text, replayed_part},
    },
    tender::Tender,
};

/// The input files of a record, read again.
#[derive(Debug)]
pub(super) struct ReadAgain {
    pub(super) tender: Tender,
    pub(super) inputs: Inputs,
}

/// Reads the inputs of a record as they were read when it was made.
///
/// # Errors
/// Why there is no tender to be had from them.
pub(super) fn read_again(files: &RecordFiles, manifest: &Manifest) -> Result<ReadAgain, RecordFault> {
    if manifest.rules != RULES {
        let unknown = RecordFault::of(FaultCode::RulesUnknown, MANIFEST).at("/rules");
        return Err(unknown.written(manifest.rules.to_string()).expected(RULES.to_string()));
    }
    let invalid = || RecordFault::of(FaultCode::InputsInvalid, &manifest.file);
    let (input_files, name) = InputFiles::of(files, &manifest.file).ok_or_else(invalid)?;
    let around = input_files.folders();
    let noted = Recording::new(input_files);
    let tender = read_tender(&noted, &name).map_err(|rejected| {
        let first = rejected.problems.iter().find(|p| p.code.severity() == crate::tender::Severity::Error);
        let place = first.map(|p| format!("line {}", rejected.sources.line(p.place)));
        let code = first.map(|p| p.code.name());
        invalid().at(place.unwrap_or_default()).written(code.unwrap_or_default())
    })?;
    let inputs = noted.inputs(&name, &around).map_err(|_| invalid())?;
    Ok(ReadAgain { tender, inputs })
}

/// Evaluates what was read again.
///
/// # Errors
/// Where it has no result, or is not under the structure that the record names.
pub(super) fn decide_again<'t>(tender: &'t Tender, manifest: &Manifest) -> Result<Outcome<'t>, RecordFault> {
    Evaluation::of(tender).demands(manifest.demands).run().map_err(|error| {
        let why = match error {
            OutcomeError::TooLarge => "figure-too-large",
            OutcomeError::Model(fault) => fault.kind.name(),
        };
        RecordFault::of(FaultCode::InputsNoResult, &manifest.file).written(why)
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
            let why = if why == NotRecorded::NotProven { "not-proven" } else { "figure-too-large" };
            let fault = RecordFault::of(FaultCode::InputsNoResult, &manifest.file).written(why);
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
