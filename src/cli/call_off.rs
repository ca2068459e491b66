use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;

use super::{Ended, ExitCode, Session, evaluate::refused, files::Folder, input::name_as_given, printable};
use crate::{
    framework::read_call_log,
    framework::{Call, CallOffError, call_off as place},
    number::{Figure, Volume},
    outcome::evaluate,
    report::{CallOffReport, call_off_error_text},
    tender::Tender,
};

/// `udbud call-off`
#[derive(Debug, Args)]
pub(super) struct CallOff {
    pub(super) file: PathBuf,
    #[arg(long, num_args = 1.., required = true)]
    pub(super) volume: Vec<String>,
    #[arg(long)]
    pub(super) log: Option<PathBuf>,
    #[arg(long)]
    pub(super) date: Option<Date>,
}

/// `udbud call-off`
pub(super) fn call_off(session: &mut Session<'_>, args: &CallOff) -> Ended<ExitCode> {
    let tender = session.load_tender(&args.file)?;
    let asked: Ended<Vec<(usize, Volume)>> =
        args.volume.iter().map(|text| asked(session, &tender, text)).collect();
    let asked = asked?;
    let log = match &args.log {
        Some(path) => log(session, &tender, path)?,
        None => Vec::new(),
    };
    let outcome = evaluate(&tender).map_err(|e| refused(session, &tender, tender.award.structure, &e))?;
    let call = place(&outcome, &log, &asked, args.date).map_err(|error| {
        let text = call_off_error_text(&outcome, &error, session.language);
        session.error(&text);
        match error {
            CallOffError::OutsideContract(_) => ExitCode::Usage,
            CallOffError::NotAwarded(_) => ExitCode::MustAct,
            CallOffError::NoDirectAward | CallOffError::TooLarge => ExitCode::InvalidInput,
        }
    })?;
    session.emit(&CallOffReport { outcome: &outcome, call: &call })?;
    Ok(if call.needs_action() { ExitCode::MustAct } else { ExitCode::Done })
}

/// `KNGB40=12`
fn asked(session: &mut Session<'_>, tender: &Tender, text: &str) -> Ended<(usize, Volume)> {
    let parts = text.split_once('=').map(|(code, volume)| (code.trim(), volume.trim()));
    let count = parts.and_then(|(_, n)| n.parse::<u64>().ok().filter(|m| m.to_string() == n));
    let (Some((code, _)), Some(volume)) = (parts, count.and_then(Volume::from_count)) else {
        session.error_message("calloff-volume-argument", &vec![("given", Figure::from(printable(text)))]);
        return Err(ExitCode::Usage);
    };
    match tender.procedures.iter().position(|p| p.code == code) {
        Some(procedure) => Ok((procedure, volume)),
        None => {
            let known: Vec<String> = tender.procedures.iter().take(12).map(|p| p.code.clone()).collect();
            Err(session.unknown(tender.head.kind, "cli-what-code", code, &known))
        }
    }
}

fn log(session: &mut Session<'_>, tender: &Tender, path: &Path) -> Ended<Vec<Call>> {
    let (folder, name) = Folder::of(path).map_err(|e| session.file_error(path, &e))?;
    std::fs::metadata(path).map_err(|e| session.file_error(path, &e))?;
    read_call_log(&folder, &name, tender).map_err(|mut rejected| {
        name_as_given(&mut rejected.sources, path);
        session.print_rejected(&rejected.problems, &rejected.sources)
    })
}
