//! Gates: the least points a bid needs, asked before price is looked at (docs/reference/rules.md, `[[evaluation.gate]]`).

use super::{EvaluationError, LotEntry, PreparedModel, Remark, error::EvaluationErrorKind as Kind};
use crate::{
    number::Ratio,
    tender::{GateOn, Method},
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
