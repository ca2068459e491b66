//! `udbud diff`

use std::path::PathBuf;

use clap::Args;

use super::{Ended, ExitCode, Session, printable};
use crate::{
    record::diff,
    report::record::{ComparedRecords, unreadable_text},
};

/// `udbud diff`
#[derive(Debug, Args)]
pub(super) struct Diff {
    pub(super) before: PathBuf,
    pub(super) after: PathBuf,
}

/// `udbud diff`: both records must be unchanged (level 1); whether they are true is for `verify`.
pub(super) fn run(session: &mut Session<'_>, args: &Diff) -> Ended<ExitCode> {
    let before = super::record_files::unchanged(session, &args.before)?;
    let after = super::record_files::unchanged(session, &args.after)?;
    let name = |path: &PathBuf| printable(&path.display().to_string());
    let (first, second) = (name(&args.before), name(&args.after));
    let found = diff(&before, &after).map_err(|(fault, in_second)| {
        let folder = if in_second { &second } else { &first };
        let text = unreadable_text(&fault, folder, session.language);
        session.error(&text);
        ExitCode::InvalidInput
    })?;
    session.emit(&ComparedRecords { before: &first, after: &second, diff: &found })?;
    Ok(ExitCode::Done)
}
