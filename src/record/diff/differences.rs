//! The differences of two records, each with how grave it is.

use std::collections::BTreeMap;

use super::facts::{Facts, TEXTS};
use crate::record::{CERTIFICATE, EVALUATION, PRICES};

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
    // the hashes of the inputs are told by the inputs themselves
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
        // how it was stated, and why there is no price; the figures beside them tell what came of it
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
