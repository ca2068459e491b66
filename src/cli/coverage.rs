use std::path::PathBuf;

use clap::Args;

use super::{
    ExitCode,
    evaluate::refused,
    session::{Ended, Session},
};
use crate::{report::CoverageReport, structure::coverage as cover};

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
    session.emit(&CoverageReport(&coverage))?;
    Ok(ExitCode::Done)
}
