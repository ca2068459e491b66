use std::path::Path;

use super::{Ended, ExitCode, Session, files::Folder, input::name_as_given, printable};
use crate::{
    report::Check,
    simulation::{TenderOrDialogue, read_tender_or_dialogue},
    tender::Severity,
};

/// `udbud check`: the problems are the result, so they go to stdout.
pub(super) fn check(session: &mut Session<'_>, file: &Path) -> Ended<ExitCode> {
    let reader = |folder: &Folder, name: &str| read_tender_or_dialogue(folder, name);
    let (problems, sources) = match session.read_by(file, reader, TenderOrDialogue::sources)? {
        Ok(read) => {
            let (problems, mut sources) = read.into_remarks();
            name_as_given(&mut sources, file);
            (problems, sources)
        }
        Err(rejected) => rejected,
    };
    let invalid = problems.iter().any(|p| p.code.severity() == Severity::Error);
    let name = printable(&file.display().to_string());
    session.emit(&Check { problems: &problems, sources: &sources, name: &name, quiet: session.quiet })?;
    Ok(if invalid { ExitCode::InvalidInput } else { ExitCode::Done })
}
