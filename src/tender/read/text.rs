//! Text from a file: NFC, and nothing that could hide or reorder what a reader sees.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::problems::Problems;
use crate::tender::{Place, Problem, ProblemCode};

/// A code, an id or a name: in NFC, not empty, on one line.
pub(crate) fn name(written: &str, place: Place, p: &mut Problems) -> Option<String> {
    if written.trim().is_empty() {
        p.note(ProblemCode::EmptyName, place);
        return None;
    }
    checked(written, place, false, p)
}

/// A text in NFC; with `lines` it may hold line breaks and tabs.
pub(crate) fn checked(written: &str, place: Place, lines: bool, p: &mut Problems) -> Option<String> {
    // plain printable ASCII is what nearly all codes are
    if written.bytes().all(|b| (b' '..=b'~').contains(&b)) {
        return Some(written.into());
    }
    let allowed = |c: char| lines && matches!(c, '\n' | '\r' | '\t');
    if let Some(refused) = written.chars().find(|c| is_unsafe(*c) && !allowed(*c)) {
        p.add(
            Problem::new(ProblemCode::RefusedCharacter, place)
                .with("character", format!("U+{:04X}", u32::from(refused))),
        );
        return None;
    }
    Some(nfc(written))
}

/// The text in NFC.
pub(crate) fn nfc(written: &str) -> String {
    match is_nfc_quick(written.chars()) {
        IsNormalized::Yes => written.into(),
        _ => written.nfc().collect(),
    }
}

/// Whether a character can move the cursor, change colours, turn the reading direction or hide what is there: control
/// characters, marks of direction, line separators, and characters without width that no word needs. No file may hold one,
/// and none is printed.
pub(crate) fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'
                | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}

/// A text from a file as a message may show it: refused characters replaced, cut off where it is long.
pub(crate) fn shown(written: &str) -> String {
    let mut out: String = written
        .chars()
        .take(80)
        .map(|c| if is_unsafe(c) { char::REPLACEMENT_CHARACTER } else { c })
        .collect();
    if out.len() < written.len() && written.chars().nth(80).is_some() {
        out.push('…');
    }
    out
}
