//! Canonical texts of a tender and their hashes (docs/reference/hashes.md).
//!
//! A canonical text is a header and lines `path = value`, sorted bytewise, each ended by a line feed. It is written
//! from the validated tender, so neither the order of keys, nor comments, nor which file a part stands in matters;
//! defaults are written out, decimals in their shortest form.

mod assessments;
mod bids;
mod evaluation;
mod procurement;

use sha2::{Digest, Sha256};

use super::Tender;

/// The header of the canonical text of a model.
const MODEL_HEADER: &str = "udbud model 1";
/// The header of the canonical text of a tender.
const TENDER_HEADER: &str = "udbud tender 1";
/// The header of the canonical text of the bids.
const BIDS_HEADER: &str = "udbud bids 1";
/// The header of the canonical text of what the buyer judged, decided and drew.
const ASSESSMENTS_HEADER: &str = "udbud assessments 1";

/// SHA-256, in lower-case hex, over [`model_text`].
pub fn model_hash(tender: &Tender) -> String {
    hash(&model_text(tender))
}

/// SHA-256, in lower-case hex, over [`tender_text`].
pub fn tender_hash(tender: &Tender) -> String {
    hash(&tender_text(tender))
}

/// All that decides: evaluation, pricing, cap, fallback, award rules, the published structure, tariff prices, codes,
/// expected volumes; no titles, no draw.
pub fn model_text(tender: &Tender) -> String {
    text(MODEL_HEADER, model_lines(tender))
}

/// Everything but bids, assessments, decisions and the draw.
pub fn tender_text(tender: &Tender) -> String {
    let mut lines = model_lines(tender);
    lines.0.extend(procurement::beyond_the_model(tender).0);
    text(TENDER_HEADER, lines)
}

/// Every bid, as the bidders sent it.
pub fn bids_text(tender: &Tender) -> String {
    text(BIDS_HEADER, bids::bids(tender))
}

/// The buyer's side: assessments, decisions and the draw.
pub fn assessments_text(tender: &Tender) -> String {
    text(ASSESSMENTS_HEADER, assessments::assessments(tender))
}

/// SHA-256, in lower-case hex, over [`bids_text`].
pub fn bids_hash(tender: &Tender) -> String {
    hash(&bids_text(tender))
}

/// SHA-256, in lower-case hex, over [`assessments_text`].
pub fn assessments_hash(tender: &Tender) -> String {
    hash(&assessments_text(tender))
}

/// A line of a canonical text that two tenders do not share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What it is about.
    pub path: String,
    /// Its value in the first tender.
    pub ours: Option<String>,
    /// Its value in the second.
    pub theirs: Option<String>,
}

impl std::fmt::Display for Difference {
    /// `path: ours | theirs`, with `-` where a tender has no such line.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let side = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".into());
        write!(f, "{}: {} | {}", self.path, side(&self.ours), side(&self.theirs))
    }
}

/// What differs between the models of two tenders, by path; empty if and only if their model hashes are equal.
pub fn model_differences(ours: &Tender, theirs: &Tender) -> Vec<Difference> {
    differences(model_lines(ours), model_lines(theirs))
}

/// What differs between two tenders apart from bids, assessments, decisions and the draw.
pub fn tender_differences(ours: &Tender, theirs: &Tender) -> Vec<Difference> {
    let all = |tender| {
        let mut lines = model_lines(tender);
        lines.0.extend(procurement::beyond_the_model(tender).0);
        lines
    };
    differences(all(ours), all(theirs))
}

fn differences(mut ours: Lines, mut theirs: Lines) -> Vec<Difference> {
    ours.0.sort_unstable();
    theirs.0.sort_unstable();
    let mut out = Vec::new();
    let (mut left, mut right) = (ours.0.into_iter().peekable(), theirs.0.into_iter().peekable());
    loop {
        let order = match (left.peek(), right.peek()) {
            (None, None) => return out,
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (Some((a, _)), Some((b, _))) => a.cmp(b),
        };
        let mine = if order.is_le() { left.next() } else { None };
        let other = if order.is_ge() { right.next() } else { None };
        let path = mine.as_ref().or(other.as_ref()).map(|(p, _)| p.clone()).unwrap_or_default();
        let (ours, theirs) = (mine.map(|(_, v)| v), other.map(|(_, v)| v));
        if ours != theirs {
            out.push(Difference { path, ours, theirs });
        }
    }
}

fn model_lines(tender: &Tender) -> Lines {
    let mut lines = procurement::what_decides(tender);
    lines.0.extend(evaluation::model(&tender.evaluation).0);
    lines
}

pub(crate) fn text(header: &str, mut lines: Lines) -> String {
    lines.0.sort_unstable();
    let mut text = String::from(header);
    text.push('\n');
    for (path, value) in &lines.0 {
        text.push_str(path);
        text.push_str(" = ");
        text.push_str(value);
        text.push('\n');
    }
    text
}

pub(crate) fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Lines under way: path and value.
#[derive(Debug, Default)]
pub(crate) struct Lines(Vec<(String, String)>);

impl Lines {
    /// A word of the format, or a number in its shortest form.
    pub(crate) fn plain(&mut self, path: impl Into<String>, value: impl std::fmt::Display) {
        self.0.push((path.into(), value.to_string()));
    }

    /// A text of the file.
    pub(crate) fn quoted(&mut self, path: impl Into<String>, value: &str) {
        self.0.push((path.into(), quote(value)));
    }

    pub(crate) fn plain_if(&mut self, path: impl Into<String>, value: Option<impl std::fmt::Display>) {
        if let Some(value) = value {
            self.plain(path, value);
        }
    }
}

/// A text between `"`, with `\` before `"` and `\`; line feed, carriage return and tab as `\n`, `\r`, `\t`, so that no text
/// can pass for a line of its own.
pub(crate) fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

/// The shortest exact decimal: no needless zeros, 0 without a sign.
fn number(decimal: rust_decimal::Decimal) -> String {
    let shortest = decimal.normalize();
    if shortest.is_zero() { "0".into() } else { shortest.to_string() }
}

/// An amount in kroner as its shortest exact decimal.
pub(crate) fn kroner(amount: crate::number::Money) -> String {
    crate::number::Ratio::kroner(amount).to_string()
}
