use std::path::PathBuf;

use clap::Args;

use super::{Ended, ExitCode, Session, evaluate::refused};
use crate::{report::CoverageReport, structure::coverage as cover};

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
    session.emit(&CoverageReport(&coverage))?;
    Ok(ExitCode::Done)
}
