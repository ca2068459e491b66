//! What two records state as flat lists, and every difference between them.

use std::collections::BTreeMap;

use serde_json::Value;

use super::UnreadableRecordError;
use crate::record::{
    ASSESSMENTS, BIDS, CERTIFICATE, EVALUATION, MANIFEST, MODEL, PRICES, RecordFiles, TENDER,
};

/// How grave a difference is; the gravest is the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// No difference.
    Same,
    /// Another way to the same figures.
    OtherSteps,
    /// Another figure.
    OtherFigures,
    /// Another rank, or another bid admissible.
    OtherOrder,
    /// Another winner, or another status of the award.
    OtherWinner,
}

impl Severity {
    /// The word in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Same => "same",
            Severity::OtherSteps => "other-steps",
            Severity::OtherFigures => "other-figures",
            Severity::OtherOrder => "other-order",
            Severity::OtherWinner => "other-winner",
        }
    }
}

/// Which part of a record a difference lies in, in the order of the evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// `canonical/model.txt`
    Model,
    /// `canonical/tender.txt`, beyond the model
    Tender,
    /// `canonical/bids.txt`
    Bids,
    /// `canonical/assessments.txt`
    Assessments,
    /// `prices.csv`
    Prices,
    /// `evaluation.json`
    Evaluation,
    /// `certificate.txt`
    Certificate,
}

impl Part {
    /// The file.
    pub const fn file(self) -> &'static str {
        match self {
            Part::Model => TEXTS[0],
            Part::Tender => TEXTS[1],
            Part::Bids => TEXTS[2],
            Part::Assessments => TEXTS[3],
            Part::Prices => PRICES,
            Part::Evaluation => EVALUATION,
            Part::Certificate => CERTIFICATE,
        }
    }

    /// Whether it is an input of the evaluation.
    pub const fn is_input(self) -> bool {
        matches!(self, Part::Model | Part::Tender | Part::Bids | Part::Assessments)
    }
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// How grave it is.
    pub severity: Severity,
    /// Where it lies.
    pub part: Part,
    /// What it is about, as its file names it.
    pub path: String,
    /// In the first record; `None` if it is not there.
    pub before: Option<String>,
    /// In the second.
    pub after: Option<String>,
}

impl Change {
    /// Whether it is a point or a requirement judged.
    pub(super) fn is_judgement(&self) -> bool {
        self.part == Part::Assessments
            && self.path.starts_with("assessment.")
            && (self.path.contains(".points.") || self.path.contains(".requirement."))
    }
}

/// Every difference: the gravest first, then in the order of the evaluation, then by path.
pub(super) fn changes(old: &Facts, new: &Facts) -> Vec<Change> {
    let inputs = [Part::Model, Part::Tender, Part::Bids, Part::Assessments];
    let mut changes = Vec::new();
    for (i, part) in inputs.into_iter().enumerate() {
        // an input that differs is a step, whatever comes of it
        beside(&old.lines[i], &new.lines[i], part, |_| Severity::OtherSteps, &mut changes);
    }
    beside(&old.prices, &new.prices, Part::Prices, price_severity, &mut changes);
    beside(&old.evaluation, &new.evaluation, Part::Evaluation, evaluation_severity, &mut changes);
    if old.certificate != new.certificate {
        let (severity, path) = (Severity::OtherSteps, String::new());
        changes.push(Change { severity, part: Part::Certificate, path, before: None, after: None });
    }
    // the hashes of the inputs are reported by the inputs themselves
    changes.retain(|c| c.part != Part::Evaluation || !c.path.ends_with("-hash"));
    changes
        .sort_by(|a, b| b.severity.cmp(&a.severity).then_with(|| (a.part, &a.path).cmp(&(b.part, &b.path))));
    changes
}

/// The severity of the gravest change.
pub(super) fn worst(changes: &[Change]) -> Severity {
    changes.iter().map(|c| c.severity).max().unwrap_or(Severity::Same)
}

fn beside(
    old: &BTreeMap<String, String>,
    new: &BTreeMap<String, String>,
    part: Part,
    severity: fn(&str) -> Severity,
    changes: &mut Vec<Change>,
) {
    let gone = old
        .iter()
        .filter(|(path, _)| !new.contains_key(*path))
        .map(|(path, value)| (path, Some(value), None));
    let kept = new.iter().map(|(path, value)| (path, old.get(path), Some(value)));
    for (path, before, after) in gone.chain(kept) {
        if before != after {
            changes.push(Change {
                severity: severity(path),
                part,
                path: path.clone(),
                before: before.cloned(),
                after: after.cloned(),
            });
        }
    }
}

fn price_severity(path: &str) -> Severity {
    match path.rsplit('/').next() {
        // how it was stated, and why there is no price; the figures next to them show the effect
        Some("stated" | "why-missing") => Severity::OtherSteps,
        _ => Severity::OtherFigures,
    }
}

fn evaluation_severity(path: &str) -> Severity {
    let (first, last) = (path.split('/').nth(1).unwrap_or(""), path.rsplit('/').next().unwrap_or(""));
    let in_award = first == "award";
    let winner = in_award
        && (last == "winner"
            || last == "status"
            || path.starts_with("/award/unawarded/")
            || path.starts_with("/award/tied/")
            || (path.contains("/suppliers/") && matches!(last, "bidder" | "rank")));
    if winner {
        Severity::OtherWinner
    } else if matches!(last, "rank" | "status" | "admissible") {
        Severity::OtherOrder
    } else if path.contains("/findings/") && (!path.contains("/args/") || matches!(last, "text" | "reason")) {
        // also the buyer's words, which a finding repeats: they are no figure
        Severity::OtherSteps
    } else if matches!(first, "tender" | "structure" | "published" | "schema" | "framework") {
        Severity::OtherSteps
    } else {
        Severity::OtherFigures
    }
}

/// The canonical texts, in the order in which they matter.
pub(super) const TEXTS: [&str; 4] = [MODEL, TENDER, BIDS, ASSESSMENTS];

/// One record.
#[derive(Debug)]
pub(super) struct Facts {
    /// By canonical text (in the order of [`TEXTS`]): path to value. The tender's text without the lines of the model.
    pub(super) lines: Vec<BTreeMap<String, String>>,
    /// `evaluation.json` by place: members and elements joined by `/`, elements named by bidder, lot and the like.
    pub(super) evaluation: BTreeMap<String, String>,
    /// `prices.csv` by lot, bidder, code and column.
    pub(super) prices: BTreeMap<String, String>,
    /// The certificate.
    pub(super) certificate: String,
    /// The program, and the version of the rules.
    pub(super) engine: String,
    pub(super) rules: String,
}

impl Facts {
    pub(super) fn read(files: &RecordFiles) -> Result<Self, UnreadableRecordError> {
        let mut lines = Vec::new();
        for file in TEXTS {
            lines.push(canonical(text(files, file)?).ok_or_else(|| unreadable(file))?);
        }
        lines[3] = by_bidder(std::mem::take(&mut lines[3]));
        let model: Vec<String> = lines[0].keys().cloned().collect();
        for path in &model {
            lines[1].remove(path);
        }
        let manifest = json(files, MANIFEST)?;
        let mut evaluation = BTreeMap::new();
        flatten(&json(files, EVALUATION)?, String::new(), &mut evaluation);
        let certificate = match files.contains_key(CERTIFICATE) {
            true => text(files, CERTIFICATE)?.to_owned(),
            false => String::new(),
        };
        Ok(Facts {
            lines,
            evaluation,
            prices: prices(text(files, PRICES)?).ok_or_else(|| unreadable(PRICES))?,
            certificate,
            engine: manifest["engine"].as_str().unwrap_or_default().to_owned(),
            rules: manifest["rules"].to_string(),
        })
    }
}

/// Assessments are numbered in their text; here they are named by whom and what they judge, so that one more of them does
/// not change the others.
fn by_bidder(lines: BTreeMap<String, String>) -> BTreeMap<String, String> {
    let name = |number: &str| {
        let said = |key: &str| lines.get(&format!("assessment.{number}.{key}")).map_or("", String::as_str);
        let scope = [said("bidder"), said("structure"), said("lot")];
        scope.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".")
    };
    let renamed = lines.iter().map(|(path, value)| {
        let parts: Vec<&str> = path.splitn(3, '.').collect();
        match parts.as_slice() {
            ["assessment", number, rest] => (format!("assessment.{}.{rest}", name(number)), value.clone()),
            _ => (path.clone(), value.clone()),
        }
    });
    renamed.collect()
}

fn unreadable(file: &str) -> UnreadableRecordError {
    UnreadableRecordError { file: file.to_owned() }
}

fn text<'f>(files: &'f RecordFiles, file: &str) -> Result<&'f str, UnreadableRecordError> {
    files.get(file).and_then(|bytes| std::str::from_utf8(bytes).ok()).ok_or_else(|| unreadable(file))
}

fn json(files: &RecordFiles, file: &str) -> Result<Value, UnreadableRecordError> {
    serde_json::from_str(text(files, file)?).map_err(|_| unreadable(file))
}

/// `path = value` by line, after the header. A path may hold ` = ` between quotes.
fn canonical(text: &str) -> Option<BTreeMap<String, String>> {
    text.lines()
        .skip(1)
        .map(|line| Some((line[..split(line)?].to_owned(), line[split(line)? + 3..].to_owned())))
        .collect()
}

/// Where ` = ` is outside quotes.
fn split(line: &str) -> Option<usize> {
    let (mut quoted, mut escaped) = (false, false);
    for (at, c) in line.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            ' ' if !quoted => return line[at..].starts_with(" = ").then_some(at),
            _ => {}
        }
    }
    None
}

/// Every leaf of a JSON value by its place. Elements of arrays are named by what they are about, so that another order in
/// the file is no difference.
fn flatten(value: &Value, at: String, out: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                flatten(field, format!("{at}/{name}"), out);
            }
        }
        Value::Array(elements) => {
            let mut seen: BTreeMap<String, usize> = BTreeMap::new();
            for element in elements {
                let name = element_name(element);
                let count = seen.entry(name.clone()).or_default();
                *count += 1;
                let name = if *count > 1 { format!("{name}#{count}") } else { name };
                flatten(element, format!("{at}/{name}"), out);
            }
        }
        Value::String(text) => drop(out.insert(at, text.clone())),
        Value::Null => {}
        Value::Bool(_) | Value::Number(_) => drop(out.insert(at, value.to_string())),
    }
}

fn element_name(element: &Value) -> String {
    let Value::Object(fields) = element else {
        return element.as_str().map_or_else(|| "list".to_owned(), str::to_owned);
    };
    let own = ["code", "bidder", "rule", "lot", "procedure", "criterion", "id"];
    let named: Vec<&str> = own.iter().filter_map(|key| fields.get(*key)?.as_str()).collect();
    named.join(", ")
}

/// `prices.csv`: `lot/bidder/code/column` to cell.
fn prices(text: &str) -> Option<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let titles = reader.headers().ok()?.clone();
    let mut cells = BTreeMap::new();
    for row in reader.records() {
        let row = row.ok()?;
        let (lot, bidder, code) = (row.get(0)?, row.get(1)?, row.get(2)?);
        for (title, cell) in titles.iter().zip(row.iter()).skip(3) {
            cells.insert(format!("{lot}/{bidder}/{code}/{title}"), cell.to_owned());
        }
    }
    Some(cells)
}
