//! What a shell or an editor needs: the schema, completions, the manual page.

use super::{Ended, ExitCode, Session, usage::command};
use crate::report::{DIALOGUE_SCHEMA, TENDER_SCHEMA};

/// `udbud schema`
pub(super) fn schema(session: &mut Session<'_>, dialogue: bool) -> Ended<ExitCode> {
    session.result(if dialogue { DIALOGUE_SCHEMA } else { TENDER_SCHEMA })?;
    Ok(ExitCode::Done)
}

/// `udbud completions`
pub(super) fn completions(session: &mut Session<'_>, shell: clap_complete::Shell) -> Ended<ExitCode> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut command(session.language), "udbud", &mut text);
    session.result(&String::from_utf8_lossy(&text))?;
    Ok(ExitCode::Done)
}

/// `udbud man`
pub(super) fn man(session: &mut Session<'_>) -> Ended<ExitCode> {
    let mut text = Vec::new();
    if let Err(e) = clap_mangen::Man::new(command(session.language)).render(&mut text) {
        return Err(session.file_error(std::path::Path::new("man"), &e));
    }
    session.result(&String::from_utf8_lossy(&text))?;
    Ok(ExitCode::Done)
}
