use std::path::PathBuf;

use clap::Args;

use super::{Ended, ExitCode, Format, Session, evaluate::refused};
use crate::{
    report::{coverage_csv, coverage_json, coverage_page},
    structure::coverage as cover,
};

/// `udbud coverage`
#[derive(Debug, Args)]
pub(super) struct Coverage {
    pub(super) file: PathBuf,
    #[arg(long, num_args = 1..)]
    pub(super) structure: Vec<String>,
}

/// `udbud coverage`
pub(super) fn coverage(session: &mut Session<'_>, args: &Coverage) -> Ended<ExitCode> {
    let tender = session.load_tender(&args.file)?;
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
