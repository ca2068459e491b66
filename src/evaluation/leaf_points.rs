//! What the leaves of a model measure, bid by bid, and the points of every leaf for every remaining bid, unrounded and
//! rounded.

use super::{
    EvaluationError, LeafPoints, LotField, PreparedModel, Remark, ScaleUsed,
    curve::{self, Curve, References},
    error::EvaluationErrorKind as Kind,
    model::Leaf,
    rejection::judged_points,
};
use crate::{
    formula::{self, Computation},
    number::Ratio,
    tender::{Measure, Method, Outside},
};

/// By leaf, then by bid of the field; empty for judged leaves.
pub(super) struct Measures<'a>(Vec<Vec<&'a Ratio>>);

impl<'a> Measures<'a> {
    /// Collects what the remaining bids state. `prices` are their lot prices in kroner.
    pub(super) fn of(
        prepared: &PreparedModel<'_>,
        field: &'a LotField,
        prices: &'a [Ratio],
        remaining: &[bool],
    ) -> Result<Self, EvaluationError> {
        let mut columns = Vec::with_capacity(prepared.leaves.len());
        for leaf in &prepared.leaves {
            let column = match leaf.method.measure() {
                None => Vec::new(),
                Some(Measure::Price) => prices.iter().collect(),
                Some(Measure::Value(name)) => {
                    stated(field, name, prices, remaining).map_err(|f| f.in_criterion(leaf.criterion))?
                }
            };
            columns.push(column);
        }
        Ok(Measures(columns))
    }

    pub(super) fn column(&self, leaf: usize) -> &[&'a Ratio] {
        self.0.get(leaf).map_or(&[], Vec::as_slice)
    }
}

/// A measured value of every remaining bid; for the others a price fills the place and is never read.
pub(super) fn stated<'a>(
    field: &'a LotField,
    name: &str,
    prices: &'a [Ratio],
    remaining: &[bool],
) -> Result<Vec<&'a Ratio>, EvaluationError> {
    // bids mostly state their values in the same order: the last place is tried first
    let mut last = 0;
    let mut out = Vec::with_capacity(field.bids.len());
    for ((entry, price), remains) in field.bids.iter().zip(prices).zip(remaining) {
        let at = match entry.values.get(last) {
            Some((n, _)) if n == name => Some(last),
            _ => entry.values.iter().position(|(n, _)| n == name),
        };
        match at.and_then(|at| entry.values.get(at).map(|v| (at, v))) {
            Some((at, (_, value))) => {
                last = at;
                out.push(value);
            }
            None if *remains => {
                return Err(EvaluationError::new(Kind::MissingValue(name.into())).of_bid(entry.bid));
            }
            None => out.push(price),
        }
    }
    Ok(out)
}

/// Points by bid (empty where it does not remain), then by leaf; and the scales used.
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
    remaining: &[bool],
) -> Result<AllPoints, EvaluationError> {
    let mut all = AllPoints { by_bid: Vec::new(), scales: Vec::new(), remarks: Vec::new() };
    let mut rules = Vec::with_capacity(prepared.leaves.len());
    for (place, leaf) in prepared.leaves.iter().enumerate() {
        let rule = rule(prepared, leaf, measures.column(place), remaining, &mut all)
            .map_err(|f| f.in_criterion(leaf.criterion))?;
        rules.push(rule);
    }
    all.by_bid.reserve_exact(field.bids.len());
    for (bid, entry) in field.bids.iter().enumerate() {
        if !remaining.get(bid).copied().unwrap_or(false) {
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
            points_by_formula(prepared, field, prices, measures, remaining, (*place, leaf), &mut all.by_bid)?;
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
    remaining: &[bool],
    all: &mut AllPoints,
) -> Result<Rule, EvaluationError> {
    let scale = &prepared.scale;
    let in_question =
        || column.iter().zip(remaining).enumerate().filter(|(_, (_, s))| **s).map(|(bid, (m, _))| (bid, *m));
    let references = || References::of(in_question().map(|(_, m)| m));
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
                    let needs = in_question().filter_map(|(bid, m)| {
                        let short = (best? - m).abs();
                        Some((bid, (short * Ratio::whole(100)).checked_div(best?)?))
                    });
                    all.remember(curve::widened_scale(leaf.criterion, &stated, w, needs))
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
                    let needs = in_question().map(|(bid, m)| (bid, m.clone()));
                    all.remember(curve::widened_scale(leaf.criterion, &stated, w, needs))
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
/// formula has a result for the rounded ones alone, it counts for both.
fn points_by_formula(
    prepared: &PreparedModel<'_>,
    field: &LotField,
    prices: &[Ratio],
    measures: &Measures<'_>,
    remaining: &[bool],
    (place, leaf): (usize, &Leaf<'_>),
    by_bid: &mut [Vec<LeafPoints>],
) -> Result<(), EvaluationError> {
    let Method::Formula { formula, .. } = leaf.method else { return Ok(()) };
    let weight = prepared.model.criteria.get(leaf.criterion).and_then(|c| c.weight).map(Ratio::from);
    let lot = formula_lot(prepared, field, weight);
    let inputs = |unrounded: bool| {
        formula_bids(prepared, formula, field, (prices, measures.column(place)), remaining, by_bid, unrounded)
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

/// What a formula may ask of the remaining bids, without combination discounts.
pub(super) fn formula_bids(
    prepared: &PreparedModel<'_>,
    formula: &formula::Expression,
    field: &LotField,
    (prices, measures): (&[Ratio], &[&Ratio]),
    remaining: &[bool],
    by_bid: &[Vec<LeafPoints>],
    unrounded: bool,
) -> Result<Vec<formula::Bid>, EvaluationError> {
    let leaves: Vec<Option<usize>> =
        formula.criteria().iter().map(|id| prepared.leaves.iter().position(|l| l.id == id)).collect();
    let values: Vec<Vec<&Ratio>> =
        formula.values().iter().map(|v| stated(field, v, prices, remaining)).collect::<Result<_, _>>()?;
    let mut out = Vec::new();
    for (i, entry) in field.bids.iter().enumerate() {
        if !remaining.get(i).copied().unwrap_or(false) {
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
