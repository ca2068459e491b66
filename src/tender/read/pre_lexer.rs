//! The text of a file as TOML. Before it is parsed, faults that a reader knows at sight are reported and replaced: decimal
//! commas, dates as people write them, quotes of a word processor, keys with æ, ø, å.

use jiff::civil::Date;
use toml::de::DeTable;

use super::{node::Doc, numbers::number_from, problems::Problems, text};
use crate::{
    number::{ParseNumberError, parse_number},
    tender::{Problem, ProblemCode},
};

/// Parses the text of a file, telling every fault of it as TOML. `mended` takes the text without the faults that are
/// known by their looks, such as decimal commas: each is reported once, and nothing that would follow from it.
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

/// Longer numbers, and keys, are not looked at.
const LONGEST: usize = 80;

/// The text with every such fault replaced by as many bytes that TOML reads; `None` where there is none.
pub(super) fn mend(doc: Doc<'_>, p: &mut Problems) -> Option<String> {
    let mut scanner = Scanner { doc, bytes: doc.text.as_bytes(), at: 0, copied: 0, out: String::new() };
    scanner.run(p);
    if scanner.out.is_empty() {
        return None;
    }
    scanner.out.push_str(doc.text.get(scanner.copied..).unwrap_or(""));
    Some(scanner.out)
}

/// Walks through a text once, past comments and texts in quotes.
struct Scanner<'a> {
    doc: Doc<'a>,
    bytes: &'a [u8],
    at: usize,
    /// How much of the text is in `out`.
    copied: usize,
    out: String,
}

impl Scanner<'_> {
    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    fn run(&mut self, p: &mut Problems) {
        // where a bare key or value began
        let mut word = None;
        while let Some(byte) = self.byte(self.at) {
            match byte {
                b'#' => self.skip_line(),
                b'"' | b'\'' => self.skip_text(byte),
                b'=' => self.value(p),
                byte if !byte.is_ascii() && self.curly(self.at) => self.curly_quotes(p),
                byte if !byte.is_ascii() => {
                    self.key(word.unwrap_or(self.at), p);
                    word = None;
                    continue;
                }
                byte if is_bare(byte) => {
                    word.get_or_insert(self.at);
                    self.at += 1;
                    continue;
                }
                _ => self.at += 1,
            }
            word = None;
        }
    }

    fn skip_line(&mut self) {
        while self.byte(self.at).is_some_and(|b| b != b'\n') {
            self.at += 1;
        }
    }

    /// Past a text in quotes; one of a single line ends with the line, closed or not.
    fn skip_text(&mut self, quote: u8) {
        let three = self.byte(self.at + 1) == Some(quote) && self.byte(self.at + 2) == Some(quote);
        self.at += if three { 3 } else { 1 };
        while let Some(byte) = self.byte(self.at) {
            if byte == b'\\' && quote == b'"' {
                self.at += 2;
                continue;
            }
            if !three && (byte == quote || byte == b'\n') {
                self.at += 1;
                return;
            }
            if byte == quote && self.byte(self.at + 1) == Some(quote) && self.byte(self.at + 2) == Some(quote)
            {
                self.at += 3;
                return;
            }
            self.at += 1;
        }
    }

    /// What follows `=`, where it is a number or a date that TOML does not read.
    fn value(&mut self, p: &mut Problems) {
        self.at += 1;
        while matches!(self.byte(self.at), Some(b' ' | b'\t')) {
            self.at += 1;
        }
        let start = self.at;
        if !matches!(self.byte(start), Some(b'0'..=b'9' | b'+' | b'-' | b'.' | b',')) {
            return;
        }
        if let Some(end) = self.date(start, p) {
            self.at = end;
            return;
        }
        let end = self.number_end(start);
        self.at = end.max(start);
        let written = self.doc.text.get(start..end).unwrap_or("");
        if end - start <= LONGEST
            && written.bytes().any(|b| b.is_ascii_digit())
            && self.delimited(end)
            && matches!(parse_number(written), Err(ParseNumberError::Form(_)))
            && toml::de::DeValue::parse(written).is_err()
        {
            number_from(written, self.doc.place(start..end), p);
            let digit = written.chars().find(char::is_ascii_digit).unwrap_or('1');
            self.replace(start, end, |length| format!("{digit:<length$}"));
        }
    }

    /// Whether a value may end here.
    fn delimited(&self, at: usize) -> bool {
        matches!(self.byte(at), None | Some(b' ' | b'\t' | b'\r' | b'\n' | b',' | b'}' | b']' | b'#'))
    }

    /// The end of the number that begins here, with its separators and its unit, without the comma that ends a value.
    fn number_end(&self, start: usize) -> usize {
        let digit = |at: usize| self.byte(at).is_some_and(|b| b.is_ascii_digit());
        let mut end = start;
        loop {
            match self.byte(end) {
                Some(b'0'..=b'9' | b'_' | b'\'' | b'.') => end += 1,
                Some(b'+' | b'-') if end == start => end += 1,
                // a key may follow at once: `a = 1,2b = 3`
                Some(b',') if digit(end + 1) && !self.key_follows(end + 1) => end += 1,
                // a space between thousands
                Some(b' ')
                    if end > start
                        && digit(end - 1)
                        && (1..=3).all(|n| digit(end + n))
                        && !digit(end + 4)
                        && !self.key_follows(end + 1) =>
                {
                    end += 4;
                }
                _ => break,
            }
        }
        if self.bytes.get(end..end + 2) == Some(b",-") && self.delimited(end + 2) {
            return end + 2;
        }
        let spaced = if self.byte(end) == Some(b' ') { end + 1 } else { end };
        for unit in ["kr.", "kr", "%"] {
            let after = spaced + unit.len();
            if self.bytes.get(spaced..after) == Some(unit.as_bytes()) && self.delimited(after) {
                return after;
            }
        }
        end
    }

    /// Whether what begins here is a bare key with its `=`.
    fn key_follows(&self, start: usize) -> bool {
        let tail = self.bytes.get(start..(start + LONGEST).min(self.bytes.len())).unwrap_or(&[]);
        let rest = tail.iter().skip_while(|b| is_bare(**b) || **b == b'.' || !b.is_ascii());
        rest.copied().find(|b| !matches!(b, b' ' | b'\t')) == Some(b'=')
    }

    /// A date as people write it, day first; the end of it.
    fn date(&mut self, start: usize, p: &mut Problems) -> Option<usize> {
        let tail = self.bytes.get(start..(start + 12).min(self.bytes.len()))?;
        let length =
            tail.iter().take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'/')).count();
        let end = start + length;
        let written = self.doc.text.get(start..end)?;
        let mut parts = written.split(['.', '-', '/']);
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        let short = |s: &str| matches!(s.len(), 1 | 2);
        if parts.next().is_some() || !short(day) || !short(month) || year.len() != 4 || !self.delimited(end) {
            return None;
        }
        let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok();
        let mut problem =
            Problem::new(ProblemCode::DateForm, self.doc.place(start..end)).with("text", written);
        if let Some(date) = date {
            problem = problem.with("write", date.to_string());
        }
        p.add(problem);
        let stand_in = date.map_or_else(|| String::from("2000-01-01"), |d| d.to_string());
        self.replace(
            start,
            end,
            |length| {
                if length == stand_in.len() { stand_in } else { format!("{:<length$}", 1) }
            },
        );
        Some(end)
    }

    /// Whether a quote of a word processor stands here: “ ” „ ‘ ’ ‚
    fn curly(&self, at: usize) -> bool {
        matches!(self.bytes.get(at..at + 3), Some([0xe2, 0x80, 0x98..=0x9e]))
    }

    /// From a quote of a word processor to the next one, or an ordinary one, on the line.
    fn curly_quotes(&mut self, p: &mut Problems) {
        let start = self.at;
        let mut end = start + 3;
        loop {
            match self.byte(end) {
                None | Some(b'\n' | b'\r') => break,
                Some(b'"') => {
                    end += 1;
                    break;
                }
                Some(_) if self.curly(end) => {
                    end += 3;
                    break;
                }
                Some(_) => end += 1,
            }
        }
        let written = self.doc.text.get(start..end).unwrap_or("");
        let inner: String = written.chars().filter(|c| !is_quote(*c)).collect();
        p.add(
            Problem::new(ProblemCode::CurlyQuotes, self.doc.place(start..end))
                .with("text", text::shown(written))
                .with("quoted", format!("\"{}\"", text::shown(&inner))),
        );
        self.replace(start, end, |length| format!("\"{}\"", "_".repeat(length.saturating_sub(2))));
        self.at = end;
    }

    /// A bare word with letters beyond ASCII, where it is a key.
    fn key(&mut self, start: usize, p: &mut Problems) {
        let tail = self.doc.text.get(start..).unwrap_or("");
        let length: usize = tail
            .chars()
            .take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
            .map(char::len_utf8)
            .sum();
        let end = start + length;
        if end <= self.at {
            // no letter, and no word before it
            self.at += self.doc.text.get(self.at..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8);
            return;
        }
        self.at = end;
        let mut after = end;
        while matches!(self.byte(after), Some(b' ' | b'\t')) && after - end < LONGEST {
            after += 1;
        }
        let before = self.bytes.get(..start).unwrap_or(&[]).iter().rev().take(LONGEST);
        let before = before.copied().find(|b| !matches!(b, b' ' | b'\t'));
        if self.byte(after) != Some(b'=') || !matches!(before, None | Some(b'\n' | b'{' | b',')) {
            return;
        }
        let key = text::shown(tail.get(..length).unwrap_or(""));
        p.add(
            Problem::new(ProblemCode::UnquotedKey, self.doc.place(start..end))
                .with("quoted", format!("\"{key}\""))
                .with("key", key),
        );
        let stand_in: String = tail
            .bytes()
            .take(length)
            .map(|b| if b.is_ascii() { char::from(b) } else { char::from(b'a' + b % 26) })
            .collect();
        self.replace(start, end, |_| stand_in);
    }

    /// Puts something as long in place of a part of the text.
    fn replace(&mut self, start: usize, end: usize, by: impl FnOnce(usize) -> String) {
        let by = by(end - start);
        debug_assert_eq!(by.len(), end - start);
        if by.len() == end - start && start >= self.copied {
            self.out.push_str(self.doc.text.get(self.copied..start).unwrap_or(""));
            self.out.push_str(&by);
            self.copied = end;
        }
    }
}

fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\u{2018}'..='\u{201e}')
}
