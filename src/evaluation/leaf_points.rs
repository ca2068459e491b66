//! The points of every leaf for every bid that stands, unrounded and rounded.

use super::{
    EvaluationError, LeafPoints, LotField, PreparedModel, Remark, ScaleUsed,
    curve::{self, Curve, References},
    gates::judged_points,
    measures::{Measures, stated},
    prepared::Leaf,
    widening,
};
use crate::formula::{self, Computation};
use crate::{
    number::Ratio,
    tender::{Method, Outside},
};

/// Points by bid (empty where it does not stand), then by leaf; and the scales used.
pub(super) struct AllPoints {
    pub(super) by_bid: Vec<Vec<LeafPoints>>,
    pub(super) scales: Vec<ScaleUsed>,
    pub(super) remarks: Vec<Remark>,
}

pub(super) fn all_points(
    prepared: &PreparedModel<'_>,
    field: &LotField,
    prices: &[Ratio],
    measures: &Measures<'_>,
    stands: &[bool],
) -> Result<AllPoints, EvaluationError> {
    let mut all = AllPoints { by_bid: Vec::new(), scales: Vec::new(), remarks: Vec::new() };
    let mut rules = Vec::with_capacity(prepared.leaves.len());
    for (place, leaf) in prepared.leaves.iter().enumerate() {
        let rule = rule(prepared, leaf, measures.column(place), stands, &mut all)
            .map_err(|f| f.in_criterion(leaf.criterion))?;
        rules.push(rule);
    }
    all.by_bid.reserve_exact(field.bids.len());
    for (bid, entry) in field.bids.iter().enumerate() {
        if !stands.get(bid).copied().unwrap_or(false) {
            all.by_bid.push(Vec::new());
            continue;
        }
        let mut row = Vec::with_capacity(prepared.leaves.len());
        for (place, (leaf, rule)) in prepared.leaves.iter().zip(&rules).enumerate() {
            let unrounded = match rule {
                Rule::Judged => judged_points(entry, leaf.criterion)?,
                Rule::Later => Ratio::ZERO,
                Rule::Curve { curve, below_zero_counts_as_zero } => {
                    let points = measures.column(place).get(bid).map_or(Ratio::ZERO, |m| curve.points(m));
                    if *below_zero_counts_as_zero && points.is_negative() { Ratio::ZERO } else { points }
                }
            };
            row.push(rounded(prepared, leaf.criterion, unrounded));
        }
        all.by_bid.push(row);
    }
    for place in &prepared.formulas {
        if let Some(leaf) = prepared.leaves.get(*place) {
            points_by_formula(prepared, field, prices, measures, stands, (*place, leaf), &mut all.by_bid)?;
        }
    }
    Ok(all)
}

/// How a leaf gets its points on this lot.
enum Rule {
    Judged,
    Curve {
        curve: Curve,
        below_zero_counts_as_zero: bool,
    },
    /// A formula, once the other leaves have theirs.
    Later,
}

/// A leaf's points are rounded to `points` (docs/reference/rules.md, "Evaluation models").
fn rounded(prepared: &PreparedModel<'_>, criterion: usize, unrounded: Ratio) -> LeafPoints {
    let rounding = prepared.model.rounding;
    let points = match rounding.points {
        Some(decimals) => unrounded.rounded(decimals, rounding.mode),
        None => unrounded.clone(),
    };
    LeafPoints { criterion, points, unrounded }
}

fn rule(
    prepared: &PreparedModel<'_>,
    leaf: &Leaf<'_>,
    column: &[&Ratio],
    stands: &[bool],
    all: &mut AllPoints,
) -> Result<Rule, EvaluationError> {
    let scale = &prepared.scale;
    let standing =
        || column.iter().zip(stands).enumerate().filter(|(_, (_, s))| **s).map(|(bid, (m, _))| (bid, *m));
    let references = || References::of(standing().map(|(_, m)| m));
    let nobody = Rule::Curve { curve: Curve::Full(scale.clone()), below_zero_counts_as_zero: false };
    let (curve, outside) = match leaf.method {
        Method::Judged => return Ok(Rule::Judged),
        Method::Formula { .. } => return Ok(Rule::Later),
        Method::Linear { slope, outside, higher_is_better, .. } => {
            let stated = Ratio::from(*slope);
            let references = references();
            let used = match outside {
                Outside::Widen(w) => {
                    let best = references.as_ref().map(|r| r.best(*higher_is_better));
                    let needs = standing().filter_map(|(bid, m)| {
                        let short = (best? - m).abs();
                        Some((bid, (short * Ratio::whole(100)).checked_div(best?)?))
                    });
                    all.remember(widening::used(leaf.criterion, &stated, w, needs))
                }
                _ => stated,
            };
            let Some(references) = references else { return Ok(nobody) };
            (curve::linear(scale, &used, &references, *higher_is_better)?, Some(outside))
        }
        Method::Absolute { full_at, zero_at, outside, .. } => {
            let stated = Ratio::from(*zero_at);
            let used = match outside {
                Outside::Widen(w) => {
                    let needs = standing().map(|(bid, m)| (bid, m.clone()));
                    all.remember(widening::used(leaf.criterion, &stated, w, needs))
                }
                _ => stated,
            };
            (curve::absolute(scale, &Ratio::from(*full_at), &used)?, Some(outside))
        }
        Method::Proportional { higher_is_better, .. } => {
            let Some(references) = references() else { return Ok(nobody) };
            (curve::proportional(scale, &references, *higher_is_better)?, None)
        }
        Method::MinMax { higher_is_better, .. } => {
            let Some(references) = references() else { return Ok(nobody) };
            (curve::min_max(scale, &references, *higher_is_better)?, None)
        }
    };
    if matches!(curve, Curve::ZeroReference { .. }) {
        all.remarks.push(Remark::ZeroReference { criterion: leaf.criterion });
    }
    Ok(Rule::Curve { curve, below_zero_counts_as_zero: outside == Some(&Outside::Zero) })
}

impl AllPoints {
    /// Notes the scale used and gives it back.
    fn remember(&mut self, used: ScaleUsed) -> Ratio {
        if let Some(by) = used.widened_by {
            let (criterion, used) = (used.criterion, used.used.clone());
            self.remarks.push(Remark::ScaleWidened { criterion, used, by });
        }
        let scale = used.used.clone();
        self.scales.push(used);
        scale
    }
}

/// The points of a leaf with a formula. Its unrounded points come from unrounded points of the others; where the
/// formula has a result for the rounded ones alone, that stands for both.
fn points_by_formula(
    prepared: &PreparedModel<'_>,
    field: &LotField,
    prices: &[Ratio],
    measures: &Measures<'_>,
    stands: &[bool],
    (place, leaf): (usize, &Leaf<'_>),
    by_bid: &mut [Vec<LeafPoints>],
) -> Result<(), EvaluationError> {
    let Method::Formula { formula, .. } = leaf.method else { return Ok(()) };
    let weight = prepared.model.criteria.get(leaf.criterion).and_then(|c| c.weight).map(Ratio::from);
    let lot = formula_lot(prepared, field, weight);
    let inputs = |unrounded: bool| {
        formula_bids(prepared, formula, field, (prices, measures.column(place)), stands, by_bid, unrounded)
    };
    let in_this = |f: EvaluationError| f.in_criterion(leaf.criterion);
    let bids = inputs(false).map_err(in_this)?;
    let computation = Computation::new(formula, &lot, &bids);
    let results: Vec<Ratio> = bids
        .iter()
        .map(|b| computation.result(b))
        .collect::<Result<_, _>>()
        .map_err(|e| in_this(e.into()))?;
    let exact = if prepared.model.rounding.points.is_some() && !formula.criteria().is_empty() {
        let bids = inputs(true).map_err(in_this)?;
        let computation = Computation::new(formula, &lot, &bids);
        bids.iter().map(|b| computation.result(b)).collect::<Result<Vec<Ratio>, _>>().ok()
    } else {
        None
    };
    let rows = by_bid.iter_mut().filter(|row| !row.is_empty());
    for (i, (row, result)) in rows.zip(results).enumerate() {
        let unrounded = exact.as_ref().and_then(|e| e.get(i)).cloned().unwrap_or_else(|| result.clone());
        let mut points = rounded(prepared, leaf.criterion, result);
        points.unrounded = unrounded;
        if let Some(slot) = row.get_mut(place) {
            *slot = points;
        }
    }
    Ok(())
}

pub(super) fn formula_lot(
    prepared: &PreparedModel<'_>,
    field: &LotField,
    weight: Option<Ratio>,
) -> formula::Lot {
    formula::Lot {
        scale: prepared.scale.clone(),
        weight,
        tariff: field.tariff_value.map(Ratio::kroner),
        fallback: field.fallback.map(Ratio::kroner),
    }
}

/// What a formula may ask of the bids that stand, without combination discounts.
pub(super) fn formula_bids(
    prepared: &PreparedModel<'_>,
    formula: &formula::Expression,
    field: &LotField,
    (prices, measures): (&[Ratio], &[&Ratio]),
    stands: &[bool],
    by_bid: &[Vec<LeafPoints>],
    unrounded: bool,
) -> Result<Vec<formula::Bid>, EvaluationError> {
    let leaves: Vec<Option<usize>> =
        formula.criteria().iter().map(|id| prepared.leaves.iter().position(|l| l.id == id)).collect();
    let values: Vec<Vec<&Ratio>> =
        formula.values().iter().map(|v| stated(field, v, prices, stands)).collect::<Result<_, _>>()?;
    let mut out = Vec::new();
    for (i, entry) in field.bids.iter().enumerate() {
        if !stands.get(i).copied().unwrap_or(false) {
            continue;
        }
        let price = prices.get(i).cloned().unwrap_or(Ratio::ZERO);
        let points = |leaf: &Option<usize>| {
            let found = leaf.and_then(|leaf| by_bid.get(i).and_then(|row| row.get(leaf)));
            found.map_or(Ratio::ZERO, |p| if unrounded { p.unrounded.clone() } else { p.points.clone() })
        };
        out.push(formula::Bid {
            bid: entry.bid,
            measure: measures.get(i).map_or_else(|| price.clone(), |m| (*m).clone()),
            price,
            points: leaves.iter().map(points).collect(),
            values: values.iter().filter_map(|column| column.get(i).map(|v| (*v).clone())).collect(),
        });
    }
    Ok(out)
}
