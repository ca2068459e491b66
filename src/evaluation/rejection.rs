//! Which bids are rejected before points are given: those below a gate, the least points that a bid needs, asked before
//! price is looked at (docs/reference/rules.md, `[[evaluation.gate]]`); and those outside a scale that rejects
//! ("Evaluation models": `outside`, and the rounds of rejection).

use super::{
    EvaluationError, LotEntry, PreparedModel, Remark,
    curve::{References, slope_edge},
    error::EvaluationErrorKind as Kind,
    leaf_points::Measures,
};
use crate::{
    number::Ratio,
    tender::{GateOn, Method, Outside},
};

/// The remark for every gate that a bid does not pass.
pub(super) fn gates_not_passed(
    prepared: &PreparedModel<'_>,
    place: usize,
    entry: &LotEntry,
) -> Result<Vec<Remark>, EvaluationError> {
    let mut out = Vec::new();
    for gate in &prepared.model.gates {
        let points = match gate.on {
            GateOn::Criterion(criterion) => points_within(prepared, entry, Some(criterion))?,
            GateOn::Total => points_within(prepared, entry, None)?,
        };
        let min = Ratio::from(gate.min);
        if points < min {
            out.push(Remark::BelowGate { bid: place, on: gate.on, points: points.reduced(), min });
        }
    }
    Ok(out)
}

/// The sum of weight × points by the sum of weight over the judged leaves beneath a criterion (or all), weights
/// multiplied down the tree, points unrounded. For a judged leaf: its points.
fn points_within(
    prepared: &PreparedModel<'_>,
    entry: &LotEntry,
    top: Option<usize>,
) -> Result<Ratio, EvaluationError> {
    let judged = prepared.leaves.iter().filter(|l| matches!(l.method, Method::Judged));
    let (mut sum, mut weights) = (Ratio::ZERO, Ratio::ZERO);
    for leaf in judged {
        let points = judged_points(entry, leaf.criterion);
        if top == Some(leaf.criterion) {
            return points;
        }
        if top.is_some_and(|top| !is_beneath(prepared, leaf.criterion, top)) {
            continue;
        }
        let share = leaf.share.clone().ok_or_else(|| {
            EvaluationError::new(Kind::NoWeight).of_bid(entry.bid).in_criterion(leaf.criterion)
        })?;
        sum += &share * points?;
        weights += &share;
    }
    Ok(sum.checked_div(&weights).unwrap_or(Ratio::ZERO))
}

fn is_beneath(prepared: &PreparedModel<'_>, criterion: usize, top: usize) -> bool {
    let criteria = &prepared.model.criteria;
    let mut at = criterion;
    for _ in 0..=criteria.len() {
        match criteria.get(at).and_then(|c| c.parent) {
            Some(parent) if parent == top => return true,
            Some(parent) => at = parent,
            None => return false,
        }
    }
    false
}

/// The assessment's points.
pub(super) fn judged_points(entry: &LotEntry, criterion: usize) -> Result<Ratio, EvaluationError> {
    entry
        .judged
        .get(criterion)
        .cloned()
        .flatten()
        .ok_or_else(|| EvaluationError::new(Kind::MissingPoints).of_bid(entry.bid).in_criterion(criterion))
}

/// The last measure that a leaf does not reject.
struct Limit {
    edge: Ratio,
    /// Whether measures below the edge are out, rather than those above.
    least: bool,
    /// The reference that the edge hangs on; `None` for a fixed scale.
    reference: Option<Ratio>,
}

impl Limit {
    fn is_beyond(&self, measure: &Ratio) -> bool {
        if self.least { *measure < self.edge } else { *measure > self.edge }
    }
}

/// Rejection runs in rounds: all bids outside are rejected together, the references are computed anew, until no more
/// are outside. `remaining` is updated; the remarks come in the order of the rounds, those on references last.
pub(super) fn reject_in_rounds(
    prepared: &PreparedModel<'_>,
    measures: &Measures<'_>,
    remaining: &mut [bool],
) -> Vec<Remark> {
    let mut rejections = Vec::new();
    // who set the reference that a bid was rejected against
    let mut against: Vec<(usize, usize, Vec<usize>)> = Vec::new();
    loop {
        let before = rejections.len();
        for (place, leaf) in prepared.leaves.iter().enumerate() {
            let column = measures.column(place);
            let Some(limit) = limit(leaf.method, column, remaining) else { continue };
            let setters: Vec<usize> = match &limit.reference {
                Some(reference) => remaining_measures(column, remaining)
                    .filter(|(_, m)| *m == reference)
                    .map(|(bid, _)| bid)
                    .collect(),
                None => Vec::new(),
            };
            for (bid, measure) in remaining_measures(column, remaining).filter(|(_, m)| limit.is_beyond(m)) {
                rejections.push(Remark::OutsideScale {
                    bid,
                    criterion: leaf.criterion,
                    measure: measure.clone(),
                    edge: limit.edge.clone(),
                });
                if !setters.is_empty() {
                    against.push((bid, leaf.criterion, setters.clone()));
                }
            }
        }
        if rejections.len() == before {
            break;
        }
        for rejection in rejections.iter().skip(before) {
            if let Remark::OutsideScale { bid, .. } = rejection
                && let Some(s) = remaining.get_mut(*bid)
            {
                *s = false;
            }
        }
    }
    rejections.extend(rejected_against_rejected(&against, remaining));
    rejections
}

/// `excluded-by-excluded`: no remaining bid sets the reference that this one was rejected against.
fn rejected_against_rejected(against: &[(usize, usize, Vec<usize>)], remaining: &[bool]) -> Vec<Remark> {
    against
        .iter()
        .filter(|(_, _, setters)| setters.iter().all(|s| !remaining.get(*s).copied().unwrap_or(false)))
        .filter_map(|(bid, criterion, setters)| {
            Some(Remark::ExcludedByExcluded { bid: *bid, criterion: *criterion, by: *setters.first()? })
        })
        .collect()
}

fn remaining_measures<'m>(
    column: &'m [&'m Ratio],
    remaining: &'m [bool],
) -> impl Iterator<Item = (usize, &'m Ratio)> {
    column.iter().zip(remaining).enumerate().filter(|(_, (_, s))| **s).map(|(bid, (m, _))| (bid, *m))
}

/// Where a leaf rejects: at the end of its scale (`reject`), or of the widest it may have (`widen` with a ceiling).
/// Compared with a reference of 0 nothing is outside.
fn limit(method: &Method, column: &[&Ratio], remaining: &[bool]) -> Option<Limit> {
    let widest = |stated: rust_decimal::Decimal, outside: &Outside| match outside {
        Outside::Reject => Some(Ratio::from(stated)),
        // a bid beyond the ceiling is rejected first and does not widen the scale
        Outside::Widen(w) => w.ceiling.map(|c| Ratio::from(c.max(stated))),
        Outside::Negative | Outside::Zero => None,
    };
    match method {
        Method::Linear { slope, outside, higher_is_better, .. } => {
            let slope = widest(*slope, outside)?;
            let references = References::of(remaining_measures(column, remaining).map(|(_, m)| m))?;
            let best = references.best(*higher_is_better);
            if best.is_zero() {
                return None;
            }
            let edge = slope_edge(&slope, best, *higher_is_better);
            Some(Limit { edge, least: *higher_is_better, reference: Some(best.clone()) })
        }
        Method::Absolute { full_at, zero_at, outside, .. } => {
            let edge = widest(*zero_at, outside)?;
            Some(Limit { edge, least: zero_at < full_at, reference: None })
        }
        Method::Proportional { .. } | Method::MinMax { .. } | Method::Judged | Method::Formula { .. } => None,
    }
}
