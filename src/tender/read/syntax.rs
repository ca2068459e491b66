use toml::de::DeTable;

use super::{node::Doc, numbers::number_from, problems::Problems, text};
use crate::{
    quantity::parse_number,
    tender::{Place, Problem, ProblemCode},
};

/// Parses the text of a file, telling every fault of it as TOML.
pub(super) fn parse<'a>(doc: Doc<'a>, p: &mut Problems) -> DeTable<'a> {
    let first = match DeTable::parse(doc.text) {
        Ok(table) => return table.into_inner(),
        Err(fault) => fault.span().map_or(0, |span| span.end),
    };
    let (table, faults) = DeTable::parse_recoverable(readable_part(doc.text, first));
    let mut told_number = None;
    for fault in faults {
        let place = doc.place(fault.span().unwrap_or(0..0));
        let number = number_around(doc, place);
        if number.is_some() && number == told_number {
            continue;
        }
        if let Some(number) = number.filter(|n| parse_number(doc.snippet(*n)).is_err()) {
            told_number = Some(number);
            p.note_unparsed();
            number_from(doc.snippet(number), number, p);
            continue;
        }
        p.add(match fault.message() {
            "duplicate key" => {
                Problem::new(ProblemCode::DuplicateKey, place).with("key", text::shown(doc.snippet(place)))
            }
            reason
                if reason.starts_with("string values must be quoted")
                    && doc.snippet(place).trim().is_empty() =>
            {
                Problem::new(ProblemCode::Syntax, place).with("reason", "missing value")
            }
            reason => Problem::new(ProblemCode::Syntax, place).with("reason", text::shown(reason)),
        });
    }
    table.into_inner()
}

/// The text up to a line well beyond the first fault, so that a file that is all faults takes no more than its share
/// of time and memory.
fn readable_part(text: &str, first_fault: usize) -> &str {
    const BEYOND: usize = 250_000;
    let after = text.as_bytes().get(first_fault.saturating_add(BEYOND)..).unwrap_or(&[]);
    match after.iter().position(|b| *b == b'\n') {
        Some(line) => text.get(..first_fault + BEYOND + line + 1).unwrap_or(text),
        None => text,
    }
}

/// The number with a decimal comma or thousands separators around a fault: `12,5` is two values to TOML.
fn number_around(doc: Doc<'_>, place: Place) -> Option<Place> {
    let bytes = doc.text.as_bytes();
    let part = |at: usize| bytes.get(at).is_some_and(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
    // a number is short: a line of digits and commas is no number, and is not looked through again and again
    let mut start = place.start as usize;
    while start > 0 && part(start - 1) && place.start as usize - start < 40 {
        start -= 1;
    }
    let mut end = place.start as usize;
    while part(end) && end - (place.start as usize) < 40 {
        end += 1;
    }
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let comma_between_digits = (start + 1..end.max(start + 1))
        .any(|at| bytes.get(at) == Some(&b',') && digit(at - 1) && digit(at + 1));
    comma_between_digits.then(|| doc.place(start..end))
}
