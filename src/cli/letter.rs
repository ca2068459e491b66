//! `udbud letter`: the letter to a bidder, or to all, from a record and nothing else.

use std::{
    borrow::Cow,
    path::{Path, PathBuf},
};

use clap::Args;
use jiff::civil::Date;

use super::{
    Ended, ExitCode, Format, Session, printable, record_files::unchanged, record_write::write_record,
};
use crate::{
    disclosure::leaks,
    letter::{knowledge_of, letter},
    number::Overflow,
    outcome::Outcome,
    record::{Record, RecordFiles, ReplayError, folder::record_hash},
    report::{
        self, LetterHead, LetterReport, leak_refused_text, leak_warning_text, letter_fault_text,
        open_question_text,
    },
    tender::OnLeak,
};

/// `udbud letter`
#[derive(Debug, Args)]
pub(super) struct LetterArgs {
    pub(super) record: PathBuf,
    #[arg(long, required_unless_present = "all")]
    pub(super) bidder: Option<String>,
    #[arg(long, conflicts_with = "bidder")]
    pub(super) all: bool,
    #[arg(long)]
    pub(super) sent: Option<Date>,
}

/// `udbud letter`: no letter from a record whose files were changed (exit code 4), or that this version of the program does
/// not come to (5); none that gives away more than the policy allows (3), unless the policy says to warn.
pub(super) fn run(session: &mut Session<'_>, args: &LetterArgs) -> Ended<ExitCode> {
    if !matches!(session.format, Format::Table | Format::Markdown) {
        return Err(session.refuse("letter-no-such-form", ExitCode::Usage));
    }
    let folder = if args.all { Some(output(session)?) } else { None };
    let record = unchanged(session, &args.record)?;
    let refused = |session: &mut Session<'_>, error: &ReplayError| {
        let text = letter_fault_text(error, session.language);
        session.error(text);
        ExitCode::ReplayDiffers
    };
    let hash = record_hash(&record);
    let record =
        Record::open(Cow::Owned(record)).map_err(|error| refused(session, &ReplayError::Manifest(error)))?;
    let (tender, _) = record.tender().map_err(|error| refused(session, &error))?;
    let outcome = record.replay(&tender).map_err(|error| refused(session, &error))?;
    let head = LetterHead { sent: args.sent, record_hash: hash.as_deref() };
    let bids = match &args.bidder {
        Some(bidder) => vec![find(session, &outcome, bidder)?],
        None => (0..outcome.tender.bids.len()).collect(),
    };
    let mut letters = Vec::with_capacity(bids.len());
    let mut leaked = false;
    for &bid in &bids {
        match write(session, &outcome, bid, head)? {
            Some(text) => letters.push((bid, text)),
            None => leaked = true,
        }
    }
    if leaked {
        return Err(ExitCode::InvalidInput);
    }
    match folder {
        Some(folder) => write_all(session, &outcome, &folder, &letters)?,
        None => session.result(&letters.into_iter().map(|(_, text)| text).collect::<String>())?,
    }
    if outcome.open_questions().is_empty() {
        return Ok(ExitCode::Done);
    }
    let text = open_question_text(session.language);
    session.remark(&format!("{text}\n"));
    Ok(ExitCode::MustAct)
}

fn output(session: &mut Session<'_>) -> Ended<PathBuf> {
    session.output_dir().ok_or_else(|| session.refuse("letter-needs-output", ExitCode::Usage))
}

fn find(session: &mut Session<'_>, outcome: &Outcome<'_>, bidder: &str) -> Ended<usize> {
    let bids = &outcome.tender.bids;
    bids.iter().position(|b| b.bidder == bidder).ok_or_else(|| {
        let known: Vec<String> = bids.iter().map(|b| b.bidder.clone()).collect();
        session.unknown(outcome.tender.head.kind, "cli-what-bidder", bidder, &known)
    })
}

/// One letter; `None` where it would give away too much, which is reported.
fn write(
    session: &mut Session<'_>,
    outcome: &Outcome<'_>,
    bid: usize,
    head: LetterHead<'_>,
) -> Ended<Option<String>> {
    let policy = &outcome.tender.disclosure;
    let language = session.language;
    let written = letter(outcome, bid, policy);
    let reader = knowledge_of(&written).map_err(|Overflow| ExitCode::Fault)?;
    let found = leaks(policy, &reader);
    if !found.is_empty() {
        let bidder = &outcome.tender.bids[bid].bidder;
        match policy.on_leak {
            OnLeak::Refuse => {
                let text = leak_refused_text(bidder, &reader, &found, language);
                session.error(text.trim_end());
                return Ok(None);
            }
            OnLeak::Warn => session.remark(&leak_warning_text(bidder, &reader, &found, language)),
        }
    }
    let format = match session.format {
        Format::Markdown => report::Format::Markdown,
        _ => report::Format::Table { color: false },
    };
    Ok(report::write(&LetterReport { letter: &written, head }, format, language))
}

/// Every letter as a file of its own, whole or not at all, and never over anything.
fn write_all(
    session: &mut Session<'_>,
    outcome: &Outcome<'_>,
    folder: &Path,
    letters: &[(usize, String)],
) -> Ended<()> {
    let ending = if session.format == Format::Markdown { "md" } else { "txt" };
    let files: RecordFiles = letters
        .iter()
        .map(|(bid, text)| {
            let name = file_name(&outcome.tender.bids[*bid].bidder);
            (format!("{:02}-{name}.{ending}", bid + 1), text.clone().into_bytes())
        })
        .collect();
    write_record(folder, &files).map_err(|e| session.file_error(folder, &e))?;
    let shown = printable(&folder.display().to_string());
    let list: String = files.keys().map(|name| format!("{shown}/{name}\n")).collect();
    session.result(&list)
}

/// A bidder's name as part of a file name: small letters, digits and hyphens, so that it is harmless everywhere.
fn file_name(bidder: &str) -> String {
    let mut name = String::new();
    for c in bidder.to_lowercase().chars() {
        match c {
            'æ' => name.push_str("ae"),
            'ø' => name.push_str("oe"),
            'å' => name.push_str("aa"),
            c if c.is_ascii_alphanumeric() => name.push(c),
            _ if name.is_empty() || name.ends_with('-') => {}
            _ => name.push('-'),
        }
    }
    name.truncate(40);
    name.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_bidder_cannot_choose_where_its_letter_is_written() {
        assert_eq!(file_name("Røntgenklinikken Ærø A/S"), "roentgenklinikken-aeroe-a-s");
        assert_eq!(file_name("../../etc/passwd"), "etc-passwd");
        assert_eq!(file_name("  \"Ü\" "), "");
        assert_eq!(file_name(&"a".repeat(300)).len(), 40);
    }
}
