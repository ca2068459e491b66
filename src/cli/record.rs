use std::{
    io,
    path::{Path, PathBuf},
};

use clap::Args;

use super::{
    Ended, ExitCode, Session,
    evaluate::{DISTANCES_UP_TO, refused},
    output::file_figure,
    printable,
    record_files::unchanged,
    record_write::{is_free, write_record},
};
use crate::{
    award::Demands,
    number::Figure,
    outcome::{Evaluation, Outcome, OutcomeError},
    record::{
        Class, ENGINE, RecordFiles, allowed_class, diff,
        folder::{record_hash, zip_bytes},
        write::{Corrects, Recorded, WriteRecordError, record_files},
    },
    report::record::{
        RecordWritten, class_fault_text, not_recorded_text, record_words, same_points_text, unreadable_text,
    },
};

/// `udbud record`
#[derive(Debug, Args)]
pub(super) struct Record {
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) zip: Option<PathBuf>,
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..))]
    pub(super) work_limit: Option<u64>,
    #[arg(long)]
    pub(super) distances: bool,
    #[arg(long, requires = "reason")]
    pub(super) corrects: Option<PathBuf>,
    #[arg(long, requires = "corrects")]
    pub(super) reason: Option<String>,
    #[arg(long = "as", requires = "corrects",
        value_parser = ["slip", "draw-held", "calculation-correction", "new-evaluation"])]
    pub(super) class: Option<String>,
    #[arg(long)]
    pub(super) model_hash: Option<String>,
}

/// `udbud record`: the published decision as a folder from which anybody can check it. Whole or not at all, and never over
/// anything that is there.
pub(super) fn record(session: &mut Session<'_>, args: &Record) -> Ended<ExitCode> {
    let Some(folder) = session.output_dir() else {
        return Err(session.refuse("record-needs-output", ExitCode::Usage));
    };
    for path in [Some(&folder), args.zip.as_ref()].into_iter().flatten() {
        is_free(path).map_err(|e| not_written(session, path, &e))?;
    }
    let (tender, inputs) = session.load_tender_with_inputs(&args.file)?;
    session.demand_model_hash(&tender, args.model_hash.as_deref())?;
    let structure = tender.award.structure;
    let size = tender.structures[structure].lots.len() * tender.bids.len();
    let demands = Demands {
        work_limit: args.work_limit,
        distances: args.distances || size <= DISTANCES_UP_TO,
        margins: true,
    };
    let outcome = Evaluation::of(&tender)
        .structure(structure)
        .demands(demands)
        .run()
        .map_err(|e| refused(session, &tender, structure, &e))?;
    let recorded = Recorded { outcome: &outcome, demands, inputs: &inputs, corrects: None, engine: ENGINE };
    let words = record_words(&outcome);
    let mut files = record_files(&recorded, &words).map_err(|why| not_recorded(session, &outcome, &why))?;
    if let Some(earlier) = &args.corrects {
        let corrects = correction(session, earlier, args, &files)?;
        let recorded = Recorded { corrects: Some(&corrects), ..recorded };
        files = record_files(&recorded, &words).map_err(|why| not_recorded(session, &outcome, &why))?;
    }
    write_record(&folder, &files).map_err(|e| not_written(session, &folder, &e))?;
    if let Some(zip) = &args.zip {
        session.write_file(zip, &zip_bytes(&files))?;
    }
    let name = |path: &Path| printable(&path.display().to_string());
    let (folder, zip) = (name(&folder), args.zip.as_deref().map(name));
    let hash = record_hash(&files).unwrap_or_default();
    session.emit(&RecordWritten {
        outcome: &outcome,
        folder: &folder,
        zip: zip.as_deref(),
        hash: &hash,
        files: files.len(),
        bytes: size_of(&files),
    })?;
    Ok(if outcome.needs_action() { ExitCode::MustAct } else { ExitCode::Done })
}

/// Why an outcome has no record.
fn not_recorded(session: &mut Session<'_>, outcome: &Outcome<'_>, why: &WriteRecordError) -> ExitCode {
    if *why == WriteRecordError::TooLarge {
        return refused(session, outcome.tender, outcome.structure, &OutcomeError::TooLarge);
    }
    let text = not_recorded_text(why, session.language);
    session.error(&text);
    if *why == WriteRecordError::NotProven { ExitCode::MustAct } else { ExitCode::InvalidInput }
}

/// The record that is corrected, with what the correction is before the law; refused where the law does not allow it.
fn correction(
    session: &mut Session<'_>,
    earlier: &Path,
    args: &Record,
    files: &RecordFiles,
) -> Ended<Corrects> {
    let reason = args.reason.as_deref().unwrap_or_default().trim().to_owned();
    if reason.is_empty() || reason.chars().any(|c| c.is_control() && c != '\n') {
        return Err(session.refuse("record-needs-reason", ExitCode::Usage));
    }
    let record = unchanged(session, earlier)?;
    let found = diff(&record, files).map_err(|(fault, _)| {
        let text = unreadable_text(&fault, &printable(&earlier.display().to_string()), session.language);
        session.error(&text);
        ExitCode::InvalidInput
    })?;
    let stated = args.class.as_deref().and_then(Class::from_name);
    let class = allowed_class(found.class, !found.texts.is_empty(), stated).map_err(|fault| {
        let text = class_fault_text(fault, &found.cause, session.language);
        session.error(&text);
        ExitCode::InvalidInput
    })?;
    if class == Class::NewEvaluation && found.same_points {
        let text = same_points_text(session.language);
        session.remark(&format!("{text}\n"));
    }
    Ok(Corrects { record, class, reason })
}

fn size_of(files: &RecordFiles) -> usize {
    files.values().map(Vec::len).sum()
}

/// Why nothing was written.
fn not_written(session: &mut Session<'_>, path: &Path, error: &io::Error) -> ExitCode {
    if error.kind() != io::ErrorKind::AlreadyExists {
        return session.file_error(path, error);
    }
    let reason = ("reason", Figure::from(session.language.word("record-exists")));
    session.error_message("cli-file-error", &vec![("file", file_figure(path)), reason]);
    ExitCode::FileFault
}
