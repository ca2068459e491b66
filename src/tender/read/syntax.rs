use toml::de::DeTable;

use super::{mend::mend, node::Doc, problems::Problems, text};
use crate::tender::{Problem, ProblemCode};

/// Parses the text of a file, telling every fault of it as TOML. `mended` takes the text without the faults that are
/// known by their looks, such as decimal commas: each is told once, and nothing that would follow from it.
pub(crate) fn parse_toml<'a>(doc: Doc<'a>, mended: &'a mut String, p: &mut Problems) -> DeTable<'a> {
    let mut text = doc.text;
    let mut parsed = DeTable::parse(text);
    if parsed.is_err()
        && let Some(without) = mend(doc, p)
    {
        p.note_unparsed();
        *mended = without;
        text = mended;
        parsed = DeTable::parse(text);
    }
    let first = match parsed {
        Ok(table) => return table.into_inner(),
        Err(fault) => fault.span().map_or(0, |span| span.end),
    };
    let (table, faults) = DeTable::parse_recoverable(readable_part(text, first));
    for fault in faults {
        let place = doc.place(fault.span().unwrap_or(0..0));
        p.add(match fault.message() {
            "duplicate key" => {
                Problem::new(ProblemCode::DuplicateKey, place).with("key", text::shown(doc.snippet(place)))
            }
            reason
                if reason.starts_with("string values must be quoted")
                    && doc.snippet(place).trim().is_empty() =>
            {
                Problem::new(ProblemCode::Syntax, place).with("reason", "value-missing")
            }
            reason => {
                let known = REASONS.iter().find(|(start, _)| reason.starts_with(start));
                let name = known.map_or_else(|| text::shown(reason), |(_, name)| (*name).to_owned());
                Problem::new(ProblemCode::Syntax, place).with("reason", name)
            }
        });
    }
    table.into_inner()
}

/// What the parser of TOML finds wrong, where it finds it often: how its message begins, and the name of the reason.
const REASONS: [(&str, &str); 19] = [
    ("invalid basic string", "text-not-closed"),
    ("invalid literal string", "text-not-closed"),
    ("string values must be quoted", "text-not-quoted"),
    ("unclosed array", "list-not-closed"),
    ("unclosed inline table", "table-not-closed"),
    ("unclosed table", "header-not-closed"),
    ("key with no value", "key-without-value"),
    ("missing value", "value-missing"),
    ("invalid mantissa", "number-form"),
    ("missing assignment between key-value pairs", "equals-missing"),
    ("invalid date", "date-form"),
    ("invalid time", "time-form"),
    ("invalid float", "number-form"),
    ("invalid integer", "number-form"),
    ("extra comma in inline table", "comma-too-many"),
    ("invalid unquoted key", "key-characters"),
    ("unquoted keys cannot be empty", "key-missing"),
    ("missing key", "key-missing"),
    ("unexpected key or value", "break-missing"),
];

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
