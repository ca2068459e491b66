//! Values and tables of a TOML file with their places, and the typed readings of them.

use std::ops::Range;

use jiff::{Timestamp, civil::Date};
use rust_decimal::Decimal;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    keys::TableKeys,
    numbers::{Written, number_from, percent_from, price_from, volume_from},
    problems::Problems,
    text,
};
use crate::{
    number::{Percent, Period, Ratio, UnitPrice, Volume},
    tender::{Place, Problem, ProblemCode},
};

/// A value and where it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    pub(crate) place: Place,
}

impl<T> At<T> {
    pub(crate) fn new(value: T, place: Place) -> Self {
        At { value, place }
    }

    pub(crate) fn pair(self) -> (T, Place) {
        (self.value, self.place)
    }
}

/// The text of one file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Doc<'a> {
    pub(crate) text: &'a str,
    pub(crate) file: u32,
}

impl<'a> Doc<'a> {
    /// A span of the parser as a place. Files are refused beyond 4 GB, so that it fits.
    pub(crate) fn place(self, span: Range<usize>) -> Place {
        let byte = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Place { file: self.file, start: byte(span.start), end: byte(span.end) }
    }

    pub(crate) fn snippet(self, place: Place) -> &'a str {
        self.text.get(place.start as usize..place.end as usize).unwrap_or("")
    }
}

/// A value under a key.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node<'a> {
    pub(crate) doc: Doc<'a>,
    pub(crate) key: &'a str,
    pub(crate) value: &'a DeValue<'a>,
    pub(crate) place: Place,
}

impl<'a> Node<'a> {
    pub(crate) fn new(doc: Doc<'a>, key: &'a str, value: &'a Spanned<DeValue<'a>>) -> Self {
        Node { doc, key, value: value.get_ref(), place: doc.place(value.span()) }
    }

    /// Whether the parser put the value in place of one that it could not read.
    fn is_broken(self) -> bool {
        self.place.start == self.place.end
    }

    /// Notes that another type was expected. `expected` is a word of `report::problems`.
    pub(crate) fn wrong_type(self, expected: &'static str, p: &mut Problems) {
        if self.is_broken() {
            return;
        }
        if let DeValue::Table(table) = self.value
            && let Some(whole) = self.unquoted_dot(table)
        {
            p.add(
                Problem::new(ProblemCode::UnquotedDot, self.place)
                    .with("key", whole.as_str())
                    .with("quoted", format!("\"{whole}\"")),
            );
            return;
        }
        p.add(
            Problem::new(ProblemCode::WrongType, self.place)
                .with("key", self.key)
                .with("expected", expected)
                .with("found", type_word(self.value)),
        );
    }

    /// The key as it was meant, where `K.1 = 5` made a table of `K`: such a table spans its key alone.
    fn unquoted_dot(self, table: &DeTable<'_>) -> Option<String> {
        if self.doc.snippet(self.place).starts_with(['{', '[']) {
            return None;
        }
        let mut whole = String::from(self.key);
        let mut table = table;
        for _ in 0..20 {
            let (key, value) = table.iter().next()?;
            whole.push('.');
            whole.push_str(key.get_ref());
            match value.get_ref() {
                DeValue::Table(inner) => table = inner,
                _ => break,
            }
        }
        Some(whole)
    }

    /// A number of format 1, read from its source text.
    pub(crate) fn number(self, p: &mut Problems) -> Option<At<Decimal>> {
        let Some(written) = self.written() else {
            self.wrong_type("number", p);
            return None;
        };
        if self.is_broken() {
            return None;
        }
        number_from(written, self.place, p)
    }

    /// The text of a number as the file has it, in quotes or not.
    fn written(self) -> Option<&'a str> {
        match self.value {
            DeValue::Integer(_) | DeValue::Float(_) => Some(self.doc.snippet(self.place)),
            DeValue::String(text) => Some(text.as_ref()),
            _ => None,
        }
    }

    /// A number from `least` to `most`.
    pub(crate) fn number_within(
        self,
        least: Decimal,
        most: Decimal,
        p: &mut Problems,
    ) -> Option<At<Decimal>> {
        let number = self.number(p)?;
        if number.value < least || number.value > most {
            p.add(
                Problem::new(ProblemCode::NumberRange, self.place)
                    .with("key", self.key)
                    .with("number", Ratio::from(number.value))
                    .with("least", Ratio::from(least))
                    .with("most", Ratio::from(most)),
            );
            return None;
        }
        Some(number)
    }

    /// A whole number from `least` to `most`.
    pub(crate) fn count(self, least: u32, most: u32, p: &mut Problems) -> Option<At<u32>> {
        let number = self.number(p)?;
        let count = (number.value.fract().is_zero()).then(|| u32::try_from(number.value).ok()).flatten();
        match count.filter(|n| *n >= least && *n <= most) {
            Some(count) => Some(At::new(count, self.place)),
            None => {
                p.add(
                    Problem::new(ProblemCode::NumberRange, self.place)
                        .with("key", self.key)
                        .with("number", Ratio::from(number.value))
                        .with("least", least)
                        .with("most", most),
                );
                None
            }
        }
    }

    /// A price: 0 or more, at most two decimals as written, below the limit.
    pub(crate) fn price(self, p: &mut Problems) -> Option<At<UnitPrice>> {
        let number = self.number(p)?;
        price_from(number, Written::with_point(self.written().unwrap_or("")), p)
    }

    /// Per cent from `least` to `most`.
    pub(crate) fn percent(self, least: i64, most: i64, p: &mut Problems) -> Option<At<Percent>> {
        let number = self.number(p)?;
        percent_from(self.key, number, least, most, p)
    }

    /// A volume.
    pub(crate) fn volume(self, p: &mut Problems) -> Option<At<Volume>> {
        let number = self.number(p)?;
        volume_from(number, Written::with_point(self.written().unwrap_or("")), p)
    }

    /// Free text in NFC.
    pub(crate) fn text(self, p: &mut Problems) -> Option<At<String>> {
        let DeValue::String(written) = self.value else {
            self.wrong_type("text", p);
            return None;
        };
        if self.is_broken() {
            return None;
        }
        text::checked(written, self.place, true, p).map(|t| At::new(t, self.place))
    }

    /// A code, an id or a name in NFC: not empty, one line, nothing invisible.
    pub(crate) fn name(self, p: &mut Problems) -> Option<At<String>> {
        let DeValue::String(written) = self.value else {
            self.wrong_type("text", p);
            return None;
        };
        if self.is_broken() {
            return None;
        }
        text::name(written, self.place, p).map(|t| At::new(t, self.place))
    }

    /// `true` or `false`.
    pub(crate) fn boolean(self, p: &mut Problems) -> Option<bool> {
        if let DeValue::Boolean(value) = self.value {
            return Some(*value);
        }
        self.wrong_type("boolean", p);
        None
    }

    /// One of some words.
    pub(crate) fn choice<T: Copy>(self, words: &[(&'static str, T)], p: &mut Problems) -> Option<At<T>> {
        let DeValue::String(written) = self.value else {
            self.wrong_type("text", p);
            return None;
        };
        if let Some((_, value)) = words.iter().find(|(word, _)| *word == written) {
            return Some(At::new(*value, self.place));
        }
        let mut problem = Problem::new(ProblemCode::UnknownValue, self.place)
            .with("key", self.key)
            .with("value", written.as_ref())
            .with("valid", words.iter().map(|(w, _)| String::from(*w)).collect::<Vec<_>>());
        if let Some(nearest) = p.nearest(written, words.iter().map(|(w, _)| *w)) {
            problem = problem.with("nearest", nearest);
        }
        p.add(problem);
        None
    }

    /// A local date.
    pub(crate) fn date(self, p: &mut Problems) -> Option<At<Date>> {
        let date: Option<Date> = match self.value {
            DeValue::Datetime(when) if when.time.is_none() && when.offset.is_none() => {
                when.date.as_ref().and_then(|date| date.to_string().parse().ok())
            }
            _ => None,
        };
        if date.is_none() && !self.is_broken() && !is_unread_date(self.value) {
            let written = self.doc.snippet(self.place);
            p.add(Problem::new(ProblemCode::DateForm, self.place).with("text", text::shown(written)));
        }
        date.map(|d| At::new(d, self.place))
    }

    /// A time with an offset, and as written.
    pub(crate) fn moment(self, p: &mut Problems) -> Option<At<(Timestamp, String)>> {
        let moment = match self.value {
            DeValue::Datetime(when) if when.date.is_some() && when.offset.is_some() => {
                // a leap second is no moment that a deadline can be compared with
                let leap = when.time.as_ref().is_some_and(|t| t.second == Some(60));
                when.to_string().parse::<Timestamp>().ok().filter(|_| !leap)
            }
            _ => None,
        };
        let written = self.doc.snippet(self.place);
        if moment.is_none() && !self.is_broken() && !is_unread_date(self.value) {
            p.add(Problem::new(ProblemCode::MomentForm, self.place).with("text", text::shown(written)));
        }
        moment.map(|m| At::new((m, written.to_owned()), self.place))
    }

    /// The items of a list.
    pub(crate) fn items(self, p: &mut Problems) -> Vec<Node<'a>> {
        if let DeValue::Array(items) = self.value {
            return items.iter().map(|item| Node::new(self.doc, self.key, item)).collect();
        }
        self.wrong_type("list", p);
        Vec::new()
    }

    /// A list of names.
    pub(crate) fn names(self, p: &mut Problems) -> Vec<At<String>> {
        self.items(p).into_iter().filter_map(|item| item.name(p)).collect()
    }

    /// The entries of a table whose keys are names of the user, in NFC, in file order.
    pub(crate) fn entries(self, p: &mut Problems) -> Vec<(At<String>, Node<'a>)> {
        let DeValue::Table(table) = self.value else {
            self.wrong_type("table", p);
            return Vec::new();
        };
        let mut seen = std::collections::HashMap::with_capacity(table.len());
        let mut entries = Vec::with_capacity(table.len());
        for (key, value) in table {
            let place = self.doc.place(key.span());
            let Some(name) = text::name(key.get_ref(), place, p) else { continue };
            if let Some(first) = seen.insert(name.clone(), place) {
                p.add(
                    Problem::new(ProblemCode::DuplicateKey, place).with("key", name.as_str()).related(first),
                );
                continue;
            }
            let node = Node::new(self.doc, key.get_ref(), value);
            if matches!(node.value, DeValue::Table(_)) {
                // no table of names holds tables: a dot was not quoted, or a value is wrong
                node.wrong_type("value", p);
                continue;
            }
            entries.push((At::new(name, place), node));
        }
        entries
    }

    /// `{ from = ..., until = ... }`
    pub(crate) fn period(self, p: &mut Problems) -> Option<At<Period>> {
        let table = TableReader::open(self, &super::keys::PERIOD, p)?;
        let from = table.need("from", p).and_then(|n| n.date(p));
        let until = table.need("until", p).and_then(|n| n.date(p));
        let (from, until) = (from?, until?);
        if until.value < from.value {
            p.add(
                Problem::new(ProblemCode::PeriodReversed, until.place)
                    .with("from", from.value)
                    .with("until", until.value)
                    .related(from.place),
            );
            return None;
        }
        Some(At::new(Period { from: from.value, until: until.value }, self.place))
    }
}

/// Whether the parser has reported already that the date cannot be read.
fn is_unread_date(value: &DeValue<'_>) -> bool {
    matches!(value, DeValue::Datetime(d) if d.date.is_none() && d.time.is_none())
}

/// What a value is, as a word of `report::problems`.
fn type_word(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) | DeValue::Float(_) => "number",
        DeValue::Boolean(_) => "boolean",
        DeValue::Datetime(_) => "date",
        DeValue::Array(_) => "list",
        DeValue::Table(_) => "table",
    }
}

/// One table of a file whose keys are known.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TableReader<'a> {
    doc: Doc<'a>,
    table: &'a DeTable<'a>,
    keys: &'static TableKeys,
    /// The header of the table, or the table where it is inline.
    pub(crate) place: Place,
}

impl<'a> TableReader<'a> {
    /// The table of a whole file.
    pub(crate) fn root(
        doc: Doc<'a>,
        table: &'a DeTable<'a>,
        keys: &'static TableKeys,
        p: &mut Problems,
    ) -> Self {
        let reader = TableReader { doc, table, keys, place: doc.place(0..0) };
        reader.report_unknown_keys(p);
        reader
    }

    /// The table that a value is; reports every key that it does not have.
    pub(crate) fn open(node: Node<'a>, keys: &'static TableKeys, p: &mut Problems) -> Option<Self> {
        let DeValue::Table(table) = node.value else {
            node.wrong_type("table", p);
            return None;
        };
        let reader = TableReader { doc: node.doc, table, keys, place: node.place };
        reader.report_unknown_keys(p);
        Some(reader)
    }

    fn report_unknown_keys(self, p: &mut Problems) {
        for (key, _) in self.table {
            let name = key.get_ref().as_ref();
            if self.keys.keys.contains(&name) || !p.lists(ProblemCode::UnknownKey) {
                continue;
            }
            let mut problem = Problem::new(ProblemCode::UnknownKey, self.doc.place(key.span()))
                .with("key", super::text::shown(name))
                .with("table", self.keys.table)
                .with("valid", self.keys.keys.iter().map(|k| String::from(*k)).collect::<Vec<_>>());
            if let Some(nearest) = p.nearest(name, self.keys.keys.iter().copied()) {
                problem = problem.with("nearest", nearest);
            }
            p.add(problem);
        }
    }

    /// The value of an optional key.
    pub(crate) fn get(self, key: &'static str) -> Option<Node<'a>> {
        debug_assert!(self.keys.keys.contains(&key), "{key} is not declared in {}", self.keys.table);
        self.table.get(key).map(|value| Node::new(self.doc, key, value))
    }

    /// The value of a compulsory key.
    pub(crate) fn need(self, key: &'static str, p: &mut Problems) -> Option<Node<'a>> {
        let node = self.get(key);
        if node.is_none() {
            self.report_missing(key, p);
        }
        node
    }

    /// Notes that a key is missing.
    pub(crate) fn report_missing(self, key: &'static str, p: &mut Problems) {
        p.add(
            Problem::new(ProblemCode::MissingKey, self.place)
                .with("key", key)
                .with("table", self.keys.table)
                .with("example", (self.keys.example)(self.keys.table, key)),
        );
    }

    /// A table under a key that may be left out.
    pub(crate) fn table(
        self,
        key: &'static str,
        keys: &'static TableKeys,
        p: &mut Problems,
    ) -> Option<TableReader<'a>> {
        self.get(key).and_then(|node| TableReader::open(node, keys, p))
    }

    /// The tables of `[[key]]`, in file order.
    pub(crate) fn tables(
        self,
        key: &'static str,
        keys: &'static TableKeys,
        p: &mut Problems,
    ) -> Vec<TableReader<'a>> {
        let Some(node) = self.get(key) else { return Vec::new() };
        match node.value {
            DeValue::Array(items) => items
                .iter()
                .filter_map(|item| TableReader::open(Node::new(self.doc, key, item), keys, p))
                .collect(),
            DeValue::Table(_) => {
                p.add(Problem::new(ProblemCode::SingleBrackets, node.place).with("table", keys.table));
                TableReader::open(node, keys, p).into_iter().collect()
            }
            _ => {
                node.wrong_type("tables", p);
                Vec::new()
            }
        }
    }
}
