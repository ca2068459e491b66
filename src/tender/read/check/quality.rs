//! What the model needs of every bid that can be evaluated: points and measured values.

use std::collections::{HashMap, HashSet};

use crate::tender::{
    AssessmentScope, Bid, CodePattern, DecisionAction, Lot, Measure, Method, ModelKind, Problem, ProblemCode,
    RequirementStatus, Tender, read::problems::Problems,
};

/// Tells points and values that are missing.
pub(super) fn tell(tender: &Tender, p: &mut Problems) {
    if tender.evaluation.kind == ModelKind::LowestPrice {
        return;
    }
    let out = bids_that_are_out(tender);
    let judged = Judged::of(tender);
    let values = values_needed(tender);
    for (index, bid) in tender.bids.iter().enumerate() {
        if !out.contains(&index) {
            tell_values(bid, &values, p);
            tell_points(tender, index, bid, &judged, p);
        }
        if p.floods(ProblemCode::PointsMissing) || p.floods(ProblemCode::ValueMissing) {
            return;
        }
    }
}

/// Bids that are late, rejected, or do not meet a requirement: nobody judges them.
fn bids_that_are_out(tender: &Tender) -> HashSet<usize> {
    let mut out: HashSet<usize> =
        tender.decisions.iter().filter(|d| d.action == DecisionAction::Reject).map(|d| d.bid).collect();
    for (index, bid) in tender.bids.iter().enumerate() {
        if tender.head.deadline.is_some_and(|deadline| bid.received.is_some_and(|r| r > deadline)) {
            out.insert(index);
        }
    }
    for assessment in tender.assessments.iter().filter(|a| a.scope == AssessmentScope::Everywhere) {
        let falls = assessment.requirements.iter().any(|(requirement, status, _)| {
            *status == RequirementStatus::Unmet
                && tender.requirements.get(*requirement).is_some_and(|r| r.codes.is_none())
        });
        if falls {
            out.insert(assessment.bid);
        }
    }
    out
}

/// What is judged in the published structure: by bid and criterion for all lots, or for one lot.
struct Judged<'a> {
    everywhere: HashSet<(usize, &'a str)>,
    lots: HashMap<(usize, usize), HashSet<&'a str>>,
}

impl<'a> Judged<'a> {
    fn of(tender: &'a Tender) -> Self {
        let mut judged = Judged { everywhere: HashSet::new(), lots: HashMap::new() };
        for assessment in &tender.assessments {
            let names = assessment.points.iter().map(|(name, _, _)| name.as_str());
            match assessment.scope {
                AssessmentScope::Everywhere => {
                    judged.everywhere.extend(names.map(|name| (assessment.bid, name)));
                }
                AssessmentScope::Structure(structure) if structure == tender.award.structure => {
                    judged.everywhere.extend(names.map(|name| (assessment.bid, name)));
                }
                AssessmentScope::Lot { structure, lot } if structure == tender.award.structure => {
                    judged.lots.entry((assessment.bid, lot)).or_default().extend(names);
                }
                _ => {}
            }
        }
        judged
    }
}

fn tell_points(tender: &Tender, index: usize, bid: &Bid, judged: &Judged<'_>, p: &mut Problems) {
    let Some(structure) = tender.structures.get(tender.award.structure) else { return };
    let open: Vec<&str> = tender
        .evaluation
        .criteria
        .iter()
        .filter(|c| c.method == Some(Method::Judged))
        .map(|c| c.id.as_str())
        .filter(|id| !judged.everywhere.contains(&(index, *id)))
        .collect();
    if open.is_empty() || is_silent(bid) {
        return;
    }
    let lots = lots_of(tender, bid);
    for id in open {
        let is_judged = |lot: &usize| judged.lots.get(&(index, *lot)).is_some_and(|names| names.contains(id));
        let missing = lots.iter().find(|lot| !is_judged(lot)).and_then(|lot| structure.lots.get(*lot));
        let Some(lot) = missing else { continue };
        let mut problem = Problem::new(ProblemCode::PointsMissing, bid.place)
            .with("bidder", bid.bidder.as_str())
            .with("criterion", id);
        if structure.lots.len() > 1 {
            problem = problem.with("lot", lot.id.as_str());
        }
        p.add(problem);
        if p.floods(ProblemCode::PointsMissing) {
            return;
        }
    }
}

/// Whether a bid states no price of any kind.
pub(super) fn is_silent(bid: &Bid) -> bool {
    bid.discount.is_none()
        && bid.discounts.is_empty()
        && bid.prices.is_empty()
        && bid.file_discounts.is_empty()
}

/// The lots of the published structure that a bid is on: those that it selects, where it offers something.
fn lots_of(tender: &Tender, bid: &Bid) -> Vec<usize> {
    let lots = tender.structures.get(tender.award.structure).map_or(&[][..], |s| s.lots.as_slice());
    let selection = bid.bids_on.iter().find(|s| s.structure == tender.award.structure);
    let selected = |lot: &usize| selection.is_none_or(|s| s.lots.binary_search(lot).is_ok());
    let offered = |(_, l): &(usize, &Lot)| l.procedures.iter().any(|x| offers(tender, bid, *x));
    lots.iter().enumerate().filter(|(lot, _)| selected(lot)).filter(offered).map(|(lot, _)| lot).collect()
}

/// Whether a bid may offer a procedure at all.
fn offers(tender: &Tender, bid: &Bid, procedure: usize) -> bool {
    let Some(code) = tender.procedures.get(procedure).map(|x| x.code.as_str()) else { return false };
    let in_list = |patterns: &[CodePattern]| patterns.iter().any(|c| c.matches(code));
    let Ok(number) = u32::try_from(procedure) else { return false };
    let stated = bid.discount.is_some()
        || bid.prices.binary_search_by_key(&number, |x| x.procedure).is_ok()
        || bid.file_discounts.binary_search_by_key(&number, |x| x.procedure).is_ok()
        || bid.discounts.iter().any(|d| d.codes.matches(code));
    stated && !in_list(&bid.not_offered) && bid.registered.as_deref().is_none_or(in_list)
}

/// The measured values that the model needs of every bid: those that criteria measure or formulas name.
fn values_needed(tender: &Tender) -> Vec<&str> {
    let mut needed: Vec<&str> = Vec::new();
    if let ModelKind::Formula { formula, .. } = &tender.evaluation.kind {
        needed.extend(formula.values().iter().map(String::as_str));
    }
    for criterion in &tender.evaluation.criteria {
        let measure = match &criterion.method {
            Some(Method::Formula { measure, formula }) => {
                needed.extend(formula.values().iter().map(String::as_str));
                measure
            }
            Some(
                Method::Linear { measure, .. }
                | Method::Absolute { measure, .. }
                | Method::Proportional { measure, .. }
                | Method::MinMax { measure, .. },
            ) => measure,
            Some(Method::Judged) | None => continue,
        };
        if let Measure::Value(name) = measure {
            needed.push(name);
        }
    }
    needed.sort_unstable();
    needed.dedup();
    needed
}

fn tell_values(bid: &Bid, needed: &[&str], p: &mut Problems) {
    if needed.is_empty() || is_silent(bid) {
        return;
    }
    let stated: HashSet<&str> = bid.values.iter().map(|(name, _, _)| name.as_str()).collect();
    for name in needed.iter().filter(|name| !stated.contains(**name)) {
        let mut problem = Problem::new(ProblemCode::ValueMissing, bid.place)
            .with("bidder", bid.bidder.as_str())
            .with("value", *name);
        if p.lists(ProblemCode::ValueMissing) {
            let unused = bid.values.iter().map(|(n, _, _)| n.as_str()).filter(|n| !needed.contains(n));
            if let Some(nearest) = p.nearest(name, unused) {
                problem = problem.with("nearest", nearest);
            }
        }
        p.add(problem);
        if p.floods(ProblemCode::ValueMissing) {
            return;
        }
    }
}
