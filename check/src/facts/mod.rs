//! What the canonical texts of a record state, as figures.

mod bids;
mod buyer;
mod known;
mod model;
mod patterns;
mod quality;

pub(super) use bids::{Bid, CombinationRule};
pub(super) use buyer::{Assessment, Decision, Requirement};
pub(super) use model::{
    AboveCap, Adjustment, AwardRules, Basis, Cap, Framework, Lot, Missing, Procedure, Sharing, Structure,
    Tariff, TieRule,
};
pub(super) use patterns::Patterns;
pub(super) use quality::{Evaluation, Gate, Kind, Measure, Method, Outside, Widening};

use std::collections::BTreeMap;

use super::{
    calendar::Span,
    canonical::{Node, Reading, parse},
    fault::{FaultCode, Faults, FiguresError, unreadable},
};
use crate::RecordFiles;

/// The canonical texts of a record.
pub(super) const MODEL: &str = "canonical/model.txt";
pub(super) const TENDER: &str = "canonical/tender.txt";
pub(super) const BIDS: &str = "canonical/bids.txt";
pub(super) const ASSESSMENTS: &str = "canonical/assessments.txt";

/// Everything that decides, in one place. Bids are sorted by bidder, procedures by code, lots stand in their binding order.
#[derive(Debug)]
pub(super) struct Facts {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) specialty: String,
    pub(super) deadline: Option<i128>,
    pub(super) contract: Option<Span>,
    pub(super) tariffs: BTreeMap<String, Tariff>,
    pub(super) discount_base: Option<String>,
    pub(super) form: String,
    pub(super) cap: Option<Cap>,
    pub(super) fallback: Vec<String>,
    pub(super) procedures: Vec<Procedure>,
    pub(super) structure: Structure,
    pub(super) published: String,
    pub(super) award: AwardRules,
    pub(super) evaluation: Evaluation,
    pub(super) adjustments: Vec<Adjustment>,
    pub(super) framework: Option<Framework>,
    pub(super) budget: Option<i128>,
    pub(super) requirements: Vec<Requirement>,
    pub(super) bids: Vec<Bid>,
    pub(super) assessments: Vec<Assessment>,
    pub(super) decisions: Vec<Decision>,
    /// Bidders in the order drawn.
    pub(super) draw: Vec<String>,
}

/// The bytes of a file of the record.
pub(super) fn file<'f>(files: &'f RecordFiles, name: &str) -> Reading<&'f [u8]> {
    files.get(name).map(Vec::as_slice).ok_or_else(|| unreadable(name, "", ""))
}

/// Reads all four canonical texts. Lines of the model that the tender lacks, and lines that nobody knows, are faults of
/// their own; what cannot be read ends everything.
pub(super) fn read(files: &RecordFiles, structure: &str, faults: &mut Faults) -> Reading<Facts> {
    every_line_of_the_model_is_in_the_tender(files, faults)?;
    let known = known::Known::new();
    let mut checked = |name: &'static str, header: &str| {
        let bytes = file(files, name)?;
        parse(name, bytes, header, |parts, line, number| {
            if !known.knows(parts) {
                faults.add(FiguresError {
                    code: FaultCode::UnknownLine,
                    file: name.to_owned(),
                    at: format!("line {number}"),
                    written: line.to_owned(),
                    expected: String::new(),
                    rule: "",
                });
            }
            Ok(())
        })
    };
    let tender = checked(TENDER, "udbud tender 1")?;
    let bids = checked(BIDS, "udbud bids 1")?;
    let assessments = checked(ASSESSMENTS, "udbud assessments 1")?;
    let tender = Node::root(TENDER, &tender);
    let mut facts = model::read(tender, structure)?;
    facts.evaluation = quality::read(tender.need("evaluation")?)?;
    facts.requirements = buyer::requirements(tender)?;
    facts.bids = bids::read(Node::root(BIDS, &bids), &facts)?;
    let assessments = Node::root(ASSESSMENTS, &assessments);
    facts.assessments = buyer::assessments(assessments, &facts)?;
    facts.decisions = buyer::decisions(assessments, &facts)?;
    facts.draw = assessments
        .numbered("draw")?
        .into_iter()
        .map(|n| n.text().map(str::to_owned))
        .collect::<Reading<_>>()?;
    Ok(facts)
}

/// The text of the tender holds all lines of the model (`docs/reference/hashes.md`, "Lines that the tender has besides").
fn every_line_of_the_model_is_in_the_tender(files: &RecordFiles, faults: &mut Faults) -> Reading<()> {
    let text = |name: &'static str| {
        std::str::from_utf8(file(files, name)?).map_err(|_| unreadable(name, "line 1", "not UTF-8"))
    };
    let (model, tender) = (text(MODEL)?, text(TENDER)?);
    if !model.starts_with("udbud model 1\n") {
        return Err(unreadable(MODEL, "line 1", model.lines().next().unwrap_or_default()));
    }
    let mut theirs: Vec<&str> = tender.lines().skip(1).collect();
    theirs.sort_unstable();
    for (i, line) in model.lines().enumerate().skip(1) {
        if theirs.binary_search(&line).is_err() {
            faults.add(FiguresError {
                code: FaultCode::ModelDiffers,
                file: MODEL.to_owned(),
                at: format!("line {}", i + 1),
                written: line.to_owned(),
                expected: String::new(),
                rule: "",
            });
        }
    }
    Ok(())
}

impl Facts {
    /// The index of the bid of a bidder.
    pub(super) fn bid(&self, bidder: &str) -> Option<usize> {
        self.bids.binary_search_by(|b| b.bidder.as_str().cmp(bidder)).ok()
    }

    /// The index of a procedure.
    pub(super) fn procedure(&self, code: &str) -> Option<usize> {
        self.procedures.binary_search_by(|p| p.code.as_str().cmp(code)).ok()
    }

    /// The index of a lot.
    pub(super) fn lot(&self, id: &str) -> Option<usize> {
        self.structure.lots.iter().position(|l| l.id == id)
    }

    /// The full expected volume of a lot.
    pub(super) fn volume(&self, lot: usize) -> u64 {
        self.structure.lots[lot].procedures.iter().map(|&p| self.procedures[p].volume).sum()
    }

    /// Whether the structure invites a condition.
    pub(super) fn invites(&self, condition: &str) -> bool {
        self.structure.bidders_may.iter().any(|c| c == condition)
    }
}
