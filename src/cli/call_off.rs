use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;

use super::{
    ExitCode,
    arguments::Format,
    evaluate::refused,
    files::Folder,
    session::{Ended, Session, name_as_given, printable},
};
use crate::{
    framework::read_call_log,
    framework::{Call, CallOffError, call_off as place},
    number::Volume,
    outcome::evaluate,
    report::{call_off_csv, call_off_error_text, call_off_json, call_off_markdown, call_off_table},
    tender::Tender,
};

/// `udbud call-off`
#[derive(Debug, Args)]
pub struct CallOff {
    /// The tender file of the framework
    pub file: PathBuf,
    /// How many of which code, such as KNGB40=12; several may follow each other
    #[arg(long, value_name = "CODE=VOLUME", num_args = 1.., required = true)]
    pub volume: Vec<String>,
    /// What was called off already: a CSV file with code, bidder, volume and perhaps date
    #[arg(long, value_name = "FILE")]
    pub log: Option<PathBuf>,
    /// The day whose prices are paid; without it, the prices bid
    #[arg(long, value_name = "DATE")]
    pub date: Option<Date>,
}

/// `udbud call-off`
pub(super) fn call_off(session: &mut Session<'_>, args: &CallOff) -> Ended<ExitCode> {
    let tender = session.tender(&args.file)?;
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
    let language = session.language;
    match session.format {
        Format::Json => session.json(&call_off_json(&outcome, &call))?,
        Format::Csv => session.result(&call_off_csv(&outcome, &call, language))?,
        Format::Markdown => session.result(&call_off_markdown(&outcome, &call, language))?,
        Format::Table => {
            let text = call_off_table(&outcome, &call, language, session.color_on_stdout());
            session.result(&text)?;
        }
    }
    Ok(if call.needs_action() { ExitCode::MustAct } else { ExitCode::Done })
}

/// `KNGB40=12`
fn asked(session: &mut Session<'_>, tender: &Tender, text: &str) -> Ended<(usize, Volume)> {
    let parts = text.split_once('=').map(|(code, volume)| (code.trim(), volume.trim()));
    let count = parts.and_then(|(_, n)| n.parse::<u64>().ok().filter(|m| m.to_string() == n));
    let (Some((code, _)), Some(volume)) = (parts, count.and_then(Volume::from_count)) else {
        let said = session.say(
            "--volume takes a code and a whole number, such as KNGB40=12, not",
            "--volume tager en kode og et helt tal, som KNGB40=12, ikke",
        );
        let said = format!("{said} {}", printable(text));
        session.error(&said);
        return Err(ExitCode::Usage);
    };
    match tender.procedures.iter().position(|p| p.code == code) {
        Some(procedure) => Ok((procedure, volume)),
        None => {
            let known: Vec<String> = tender.procedures.iter().take(12).map(|p| p.code.clone()).collect();
            Err(session.unknown(tender.head.kind, ("code", "kode"), code, &known))
        }
    }
}

fn log(session: &mut Session<'_>, tender: &Tender, path: &Path) -> Ended<Vec<Call>> {
    let (folder, name) = Folder::of(path).map_err(|e| session.file_fault(path, &e))?;
    std::fs::metadata(path).map_err(|e| session.file_fault(path, &e))?;
    read_call_log(&folder, &name, tender).map_err(|mut rejected| {
        name_as_given(&mut rejected.sources, path);
        session.tell_rejected(&rejected.problems, &rejected.sources)
    })
}
