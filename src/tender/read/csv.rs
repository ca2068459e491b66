//! CSV with places: `,` or `;`, CRLF, quoted fields; in a `;` file decimal commas.

use std::borrow::Cow;

use super::{
    node::{At, Doc},
    numbers::{Written, number_written, price_from, volume_from},
    problems::Problems,
    text,
};
use crate::{
    number::{UnitPrice, Volume},
    tender::{Place, Problem, ProblemCode},
};

/// One field: the bytes between separators, or between its quotes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Field {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Whether it holds doubled quotes.
    escaped: bool,
}

/// Reads the records of a CSV file one after the other.
#[derive(Debug)]
pub(crate) struct CsvReader<'a> {
    pub(crate) doc: Doc<'a>,
    bytes: &'a [u8],
    pub(crate) separator: u8,
    at: usize,
}

impl<'a> CsvReader<'a> {
    /// The separator is `;` where the first line has one, else `,`.
    pub(crate) fn new(doc: Doc<'a>) -> Self {
        let bytes = doc.text.as_bytes();
        let first = bytes.split(|b| *b == b'\n').find(|line| !line.trim_ascii().is_empty()).unwrap_or(&[]);
        let separator = if first.contains(&b';') { b';' } else { b',' };
        CsvReader { doc, bytes, separator, at: 0 }
    }

    /// Whether `,` separates decimals.
    pub(crate) fn decimal_comma(&self) -> bool {
        self.separator == b';'
    }

    /// The fields of the next line that states anything; `None` at the end. Lines of separators alone are what a
    /// spreadsheet leaves of emptied rows.
    pub(crate) fn next_record(&mut self, fields: &mut Vec<Field>, p: &mut Problems) -> Option<Place> {
        loop {
            let place = self.next_line(fields, p)?;
            if fields.iter().any(|f| f.start < f.end) {
                return Some(place);
            }
        }
    }

    fn next_line(&mut self, fields: &mut Vec<Field>, p: &mut Problems) -> Option<Place> {
        fields.clear();
        while let b'\n' | b'\r' | b' ' | b'\t' = self.bytes.get(self.at)? {
            self.at += 1;
        }
        let start = self.at;
        loop {
            let more = self.next_field(fields, p);
            if !more {
                break;
            }
        }
        let end = fields.last().map_or(start, |f| f.end);
        Some(self.doc.place(start..end))
    }

    /// Reads one field; whether another follows on the line.
    fn next_field(&mut self, fields: &mut Vec<Field>, p: &mut Problems) -> bool {
        let start = self.at;
        if self.bytes.get(start) == Some(&b'"') {
            return self.quoted_field(start, fields, p);
        }
        let rest = self.bytes.get(start..).unwrap_or(&[]);
        let separator = self.separator;
        let length = rest.iter().position(|b| *b == separator || *b == b'\n').unwrap_or(rest.len());
        let mut end = start + length;
        let more = rest.get(length) == Some(&separator);
        self.at = end + 1;
        let mut start = start;
        while end > start && matches!(self.bytes.get(end - 1), Some(b'\r' | b' ' | b'\t')) {
            end -= 1;
        }
        while start < end && matches!(self.bytes.get(start), Some(b' ' | b'\t')) {
            start += 1;
        }
        fields.push(Field { start, end, escaped: false });
        more
    }

    fn quoted_field(&mut self, start: usize, fields: &mut Vec<Field>, p: &mut Problems) -> bool {
        let mut at = start + 1;
        let mut escaped = false;
        loop {
            match self.bytes.get(at) {
                Some(b'"') if self.bytes.get(at + 1) == Some(&b'"') => {
                    escaped = true;
                    at += 2;
                }
                Some(b'"') => break,
                Some(_) => at += 1,
                None => {
                    p.note(ProblemCode::CsvQuote, self.doc.place(start..start + 1));
                    fields.push(Field { start: start + 1, end: at, escaped });
                    self.at = at;
                    return false;
                }
            }
        }
        fields.push(Field { start: start + 1, end: at, escaped });
        at += 1;
        let after = at;
        while !matches!(self.bytes.get(at), None | Some(b'\n')) && self.bytes.get(at) != Some(&self.separator)
        {
            at += 1;
        }
        if self.bytes.get(after..at).is_some_and(|tail| !tail.trim_ascii().is_empty()) {
            p.note(ProblemCode::CsvQuote, self.doc.place(start..at));
        }
        let more = self.bytes.get(at) == Some(&self.separator);
        self.at = at + 1;
        more
    }

    pub(crate) fn place(&self, field: Field) -> Place {
        self.doc.place(field.start..field.end)
    }

    /// The bytes of a field as they are in the file.
    pub(crate) fn raw(&self, field: Field) -> &'a [u8] {
        self.bytes.get(field.start..field.end).unwrap_or(&[])
    }

    /// The text of a field.
    pub(crate) fn text(&self, field: Field) -> Cow<'a, str> {
        let raw = self.doc.text.get(field.start..field.end).unwrap_or("");
        if field.escaped { Cow::Owned(raw.replace("\"\"", "\"")) } else { Cow::Borrowed(raw) }
    }

    /// A code or a name.
    pub(crate) fn name(&self, field: Field, p: &mut Problems) -> Option<At<String>> {
        let place = self.place(field);
        text::name(self.text(field).trim(), place, p).map(|name| At::new(name, place))
    }

    /// A number; nothing for an empty field.
    pub(crate) fn number(&self, field: Field, p: &mut Problems) -> Option<At<rust_decimal::Decimal>> {
        let written = self.text(field);
        let written = written.trim();
        if written.is_empty() {
            return None;
        }
        let place = self.place(field);
        let comma = self.decimal_comma() && !written.contains('.') && written.matches(',').count() == 1;
        // `12,` is no number, and becomes none by the exchange
        if comma && let Ok(number) = crate::number::parse_number(&written.replace(',', ".")) {
            return Some(At::new(number, place));
        }
        number_written(Written { text: written, comma: self.decimal_comma() }, place, p)
    }

    /// A price; nothing for an empty field.
    pub(crate) fn price(&self, field: Field, p: &mut Problems) -> Option<At<UnitPrice>> {
        let number = self.number(field, p)?;
        price_from(number, Written { text: self.text(field).trim(), comma: self.decimal_comma() }, p)
    }

    /// A volume; nothing for an empty field.
    pub(crate) fn volume(&self, field: Field, p: &mut Problems) -> Option<At<Volume>> {
        let number = self.number(field, p)?;
        volume_from(number, Written { text: self.text(field).trim(), comma: self.decimal_comma() }, p)
    }
}

/// The columns of a file: each name of the header once.
#[derive(Debug)]
pub(crate) struct Header {
    pub(crate) columns: Vec<At<String>>,
}

impl Header {
    /// Reads the header; `compulsory` are reported as missing where the file has no line.
    /// A Danish heading among `synonyms` means the column of the format.
    pub(crate) fn read(
        csv: &mut CsvReader<'_>,
        compulsory: &str,
        synonyms: &[(&str, &str)],
        p: &mut Problems,
    ) -> Option<Self> {
        let mut fields = Vec::new();
        if csv.next_record(&mut fields, p).is_none() {
            p.add(Problem::new(ProblemCode::CsvEmpty, csv.doc.place(0..0)).with("columns", compulsory));
            return None;
        }
        let mut columns: Vec<At<String>> = Vec::new();
        for field in fields {
            let place = csv.place(field);
            let written = text::nfc(csv.text(field).trim());
            let lower = written.to_lowercase();
            let name = synonyms.iter().find(|(danish, _)| *danish == lower);
            let name = name.map_or(written, |(_, name)| String::from(*name));
            if columns.iter().any(|c| c.value == name) && p.lists(ProblemCode::CsvColumnTwice) {
                p.add(Problem::new(ProblemCode::CsvColumnTwice, place).with("column", text::shown(&name)));
            }
            columns.push(At::new(name, place));
        }
        Some(Header { columns })
    }

    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.value == name)
    }

    /// The position of a compulsory column.
    pub(crate) fn need(&self, name: &'static str, csv: &CsvReader<'_>, p: &mut Problems) -> Option<usize> {
        let found = self.position(name);
        if found.is_none() {
            let header = match (self.columns.first(), self.columns.last()) {
                (Some(first), Some(last)) => Place { end: last.place.end, ..first.place },
                _ => csv.doc.place(0..0),
            };
            let names: Vec<String> = self.columns.iter().take(20).map(|c| text::shown(&c.value)).collect();
            p.add(
                Problem::new(ProblemCode::CsvColumnMissing, header).with("column", name).with("found", names),
            );
        }
        found
    }

    /// Reports every column that is not among the valid ones.
    pub(crate) fn report_unknown(&self, valid: &[&str], p: &mut Problems) {
        for column in self.columns.iter().filter(|c| !valid.contains(&c.value.as_str())) {
            if !p.lists(ProblemCode::CsvColumnUnknown) {
                return;
            }
            let mut problem = Problem::new(ProblemCode::CsvColumnUnknown, column.place)
                .with("column", text::shown(&column.value))
                .with("valid", valid.iter().take(20).map(|v| String::from(*v)).collect::<Vec<_>>());
            if let Some(nearest) = p.nearest(&column.value, valid.iter().copied()) {
                problem = problem.with("nearest", nearest);
            }
            p.add(problem);
        }
    }

    /// Whether a line has as many fields as the header; reported if not.
    pub(crate) fn fits(&self, fields: &[Field], line: Place, p: &mut Problems) -> bool {
        let fits = fields.len() == self.columns.len();
        if !fits {
            p.add(
                Problem::new(ProblemCode::CsvFields, line)
                    .with("fields", fields.len())
                    .with("columns", self.columns.len()),
            );
        }
        fits
    }
}
