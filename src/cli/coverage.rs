use std::path::PathBuf;

use clap::Args;

use super::{
    ExitCode,
    arguments::Format,
    evaluate::refused,
    session::{Ended, Session},
};
use crate::{
    report::{coverage_csv, coverage_json, coverage_page},
    structure::coverage as cover,
};

/// `udbud coverage`
#[derive(Debug, Args)]
pub struct Coverage {
    /// The tender file; it needs no prices
    pub file: PathBuf,
    /// These structures alone; without it, all of the file
    #[arg(long, value_name = "ID", num_args = 1..)]
    pub structure: Vec<String>,
}

/// `udbud coverage`
pub(super) fn coverage(session: &mut Session<'_>, args: &Coverage) -> Ended<ExitCode> {
    let tender = session.tender(&args.file)?;
    let structures = super::compare::structures(session, &tender, &args.structure)?;
    let coverage = cover(&tender, &structures)
        .map_err(|e| refused(session, &tender, tender.award.structure, &e.into()))?;
    let language = session.language;
    let text = match session.format {
        Format::Json => {
            session.json(&coverage_json(&coverage))?;
            return Ok(ExitCode::Done);
        }
        Format::Csv => coverage_csv(&coverage, language),
        Format::Markdown => coverage_page(&coverage, language).markdown(),
        Format::Table => coverage_page(&coverage, language).table(session.color_on_stdout()),
    };
    session.result(&text)?;
    Ok(ExitCode::Done)
}
