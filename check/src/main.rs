//! `udbud-check RECORD`: examines a decision record by itself (`docs/guides/auditor.md`, "With a checker that knows nothing of
//! udbud").

use std::{
    fmt::Write as _,
    io::{self, Write as _},
    path::Path,
    process::ExitCode,
};

use udbud_check::{
    certificate::{Ties, Verdict, check},
    folder::read_folder,
    problem::AwardProblem,
    record::{Answer, Examined, ProvenAward, Question, examine},
};

const USAGE: &str = "\
Usage: udbud-check RECORD [--record-hash HASH]
       udbud-check --certificate CERTIFICATE PROBLEM

RECORD is the folder of a decision record. PROBLEM is the canonical text of an award problem.

Exit codes: 0 everything holds, 4 the files are not those that were recorded, 7 the figures do not follow,
6 the award is not proven, 2 wrong usage, 74 a file cannot be read.
";

const WRONG_USAGE: u8 = 2;
const CANNOT_READ: u8 = 74;
const NOT_PROVEN: u8 = 6;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (code, text) = match words.as_slice() {
        ["--help" | "-h"] => (0, USAGE.to_owned()),
        ["--version" | "-V"] => (0, format!("udbud-check {}\n", env!("CARGO_PKG_VERSION"))),
        ["--certificate", certificate, problem] => about_certificate(certificate, problem),
        [record] if !record.starts_with('-') => about_record(record, None),
        [record, "--record-hash", hash] | ["--record-hash", hash, record] => about_record(record, Some(hash)),
        _ => (WRONG_USAGE, USAGE.to_owned()),
    };
    let written = if matches!(code, WRONG_USAGE | CANNOT_READ) {
        io::stderr().write_all(text.as_bytes())
    } else {
        io::stdout().write_all(text.as_bytes())
    };
    ExitCode::from(if written.is_err() { CANNOT_READ } else { code })
}

fn about_record(path: &str, demanded: Option<&str>) -> (u8, String) {
    let (files, found) = match read_folder(Path::new(path)) {
        Ok(read) => read,
        Err(error) => return (CANNOT_READ, format!("{}: {error}\n", printable(path))),
    };
    let examined = examine(&files, found, demanded);
    let mut text = String::new();
    report(&examined, &mut text);
    let code = match examined.first_no() {
        None => 0,
        Some(Question::Files) => 4,
        Some(Question::Figures) => 7,
        Some(Question::Award) => NOT_PROVEN,
    };
    text += match (code, demanded) {
        (0, Some(_)) => "Everything that was looked at holds.\n",
        (0, None) => "Everything that was looked at holds. Compare the record hash with the minutes.\n",
        _ => "Do not rely on this record before it is known why.\n",
    };
    text += "Not looked at: whether the texts follow from the input files, distances and margins, README and transcripts.\n";
    (code, text)
}

fn about_certificate(certificate: &str, problem: &str) -> (u8, String) {
    let read = |path: &str| {
        std::fs::read(path)
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .map_err(|error| (CANNOT_READ, format!("{}: {error}\n", printable(path))))
    };
    let (certificate, text) = match (read(certificate), read(problem)) {
        (Ok(certificate), Ok(text)) => (certificate, text),
        (Err(error), _) | (_, Err(error)) => return error,
    };
    let problem = match AwardProblem::parse(&text) {
        Ok(problem) => problem,
        Err(error) => return (NOT_PROVEN, format!("{error}\n")),
    };
    match check(&problem, &certificate) {
        Err(error) => (NOT_PROVEN, format!("The certificate does not hold: {error}.\n")),
        Ok(Verdict::NoAward) => (0, "The certificate holds: no award keeps the rules.\n".to_owned()),
        Ok(Verdict::Best { unawarded, total, ties, .. }) => {
            let number = match ties {
                Ties::Exactly(1) => "one award reaches it".to_owned(),
                Ties::Exactly(number) => format!("{number} awards reach it"),
                Ties::NotProven => "how many awards reach it is not proven".to_owned(),
            };
            (
                0,
                format!(
                    "The certificate holds: the best total is {total} with {unawarded} unawarded lots; {number}.\n"
                ),
            )
        }
    }
}

/// Writing to a string cannot fail.
fn line(text: &mut String, words: std::fmt::Arguments<'_>) {
    let _ = writeln!(text, "{words}");
}

fn report(examined: &Examined, text: &mut String) {
    let place = if examined.folder.is_empty() { "." } else { &examined.folder };
    line(text, format_args!("Record {}", printable(place)));
    line(text, format_args!("Record hash {}", examined.hash.as_deref().unwrap_or("none")));
    answer(text, "Files", &examined.files, |files| format!("{files} files are as when the record was made"));
    answer(text, "Figures", &examined.figures, |figures| {
        format!(
            "{} bids on {} lots and {} lines were computed anew; {} figures, words and remarks agree",
            figures.bids, figures.lots, figures.lines, figures.compared
        )
    });
    answer(text, "Award", &examined.award, |award| match award {
        ProvenAward::Nobody => "proven: no award keeps the rules".to_owned(),
        ProvenAward::Best { awards: Some(1), .. } => "proven: no award is better or as good".to_owned(),
        ProvenAward::Best { awards: Some(number), left: Some(left) } => {
            format!("proven: no award is better; {number} are as good, of which the tie rules leave {left}")
        }
        ProvenAward::Best { awards: Some(number), .. } => {
            format!("proven: no award is better; {number} are as good")
        }
        ProvenAward::Best { .. } => "proven: no award is better; how many are as good is not".to_owned(),
        _ => "each lot has several suppliers: the ranking is its own proof, and is among the figures"
            .to_owned(),
    });
    for inner in &examined.rests_on {
        report(inner, text);
    }
}

fn answer<T>(text: &mut String, name: &str, answer: &Answer<T>, holds: impl Fn(&T) -> String) {
    match answer {
        Answer::Holds(found) => line(text, format_args!("{name}: holds. {}.", holds(found))),
        Answer::NotRun => line(text, format_args!("{name}: not looked at.")),
        Answer::Fails(why) => {
            line(text, format_args!("{name}: FAILS, {} faults.", why.len()));
            for why in why.iter().take(20) {
                line(text, format_args!("  {}", printable(why)));
            }
        }
    }
}

/// A text of the record without anything that could act on a terminal.
fn printable(text: &str) -> String {
    let acts = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
    };
    text.chars().map(|c| if acts(c) { '\u{fffd}' } else { c }).collect()
}
