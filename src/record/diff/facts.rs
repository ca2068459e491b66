//! What a record says, as flat lists that can be laid beside each other.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Unreadable;
use crate::record::{
    ASSESSMENTS, BIDS, CERTIFICATE, EVALUATION, MANIFEST, MODEL, PRICES, RecordFiles, TENDER,
};

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
    pub(super) fn read(files: &RecordFiles) -> Result<Self, Unreadable> {
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

fn unreadable(file: &str) -> Unreadable {
    Unreadable { file: file.to_owned() }
}

fn text<'f>(files: &'f RecordFiles, file: &str) -> Result<&'f str, Unreadable> {
    files.get(file).and_then(|bytes| std::str::from_utf8(bytes).ok()).ok_or_else(|| unreadable(file))
}

fn json(files: &RecordFiles, file: &str) -> Result<Value, Unreadable> {
    serde_json::from_str(text(files, file)?).map_err(|_| unreadable(file))
}

/// `path = value` by line, after the header. A path may hold ` = ` between quotes.
fn canonical(text: &str) -> Option<BTreeMap<String, String>> {
    text.lines()
        .skip(1)
        .map(|line| Some((line[..split(line)?].to_owned(), line[split(line)? + 3..].to_owned())))
        .collect()
}

/// Where ` = ` stands outside quotes.
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
