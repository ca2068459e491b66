//! The points of every leaf for every bid that stands.

use std::collections::{BTreeMap, BTreeSet};

use num_traits::{Signed, Zero};

use super::{
    super::{
        exact::{Exact, rounded_if, whole},
        facts::{Evaluation, Measure, Method, Outside},
        findings::{Arg, Expected, Severity},
        formula::{self, FormulaBid, FormulaLot, Names, Run},
    },
    Field, NoResult, Points, PointsOfBid, Scale, curve, gate,
};

/// The points of a lot, and what must be told of its scales.
#[derive(Debug, Default)]
pub(super) struct LotPoints {
    pub(super) by_bid: BTreeMap<usize, PointsOfBid>,
    pub(super) scales: Vec<Scale>,
    pub(super) findings: Vec<Expected>,
}

pub(super) fn lot_points(field: &Field<'_>, standing: &BTreeSet<usize>) -> Result<LotPoints, NoResult> {
    let mut out = LotPoints::default();
    for &bid in standing {
        out.by_bid.insert(bid, PointsOfBid::new());
    }
    let mut later = Vec::new();
    for (id, _, method) in field.facts.evaluation.leaves() {
        match method {
            Method::Judged => {
                for &bid in standing {
                    let points = gate::judged(field, bid, id)?;
                    out.put(field, bid, id, points.clone(), points);
                }
            }
            Method::Formula { measure, text } => later.push((id, measure, text.as_str())),
            _ => by_curve(field, standing, id, method, &mut out)?,
        }
    }
    by_formulas(field, standing, later, &mut out)?;
    Ok(out)
}

impl LotPoints {
    fn put(&mut self, field: &Field<'_>, bid: usize, id: &str, exact: Exact, unrounded: Exact) {
        let rounding = field.facts.evaluation.rounding;
        let rounded = rounded_if(&exact, rounding.points, rounding.mode);
        if let Some(own) = self.by_bid.get_mut(&bid) {
            own.insert(id.to_owned(), Points { rounded, unrounded });
        }
    }
}

/// A leaf with a named method.
fn by_curve(
    field: &Field<'_>,
    standing: &BTreeSet<usize>,
    id: &str,
    method: &Method,
    out: &mut LotPoints,
) -> Result<(), NoResult> {
    let Some(measure) = method.measure() else { return Ok(()) };
    let measures: Vec<(usize, Exact)> =
        standing.iter().map(|&b| Ok((b, field.measure(measure, b, id)?))).collect::<Result<_, NoResult>>()?;
    let scale = &field.facts.evaluation.scale;
    let extremes = measures.iter().map(|(_, m)| m).min().zip(measures.iter().map(|(_, m)| m).max());
    let Some((low, high)) = extremes else {
        // nobody stands: a scale that could widen is told as stated
        stated_scale(id, method, out);
        return Ok(());
    };
    let best = |higher: bool| if higher { high } else { low };
    let zero_best = match method {
        Method::Linear { higher, .. } | Method::Proportional { higher, .. } => best(*higher).is_zero(),
        _ => false,
    };
    if zero_best {
        let finding = Expected::new("zero-reference", Severity::Warning).on_lot(field.lot);
        out.findings.push(finding.text("criterion", id));
        stated_scale(id, method, out);
    }
    let points = |p: &Exact, used: &Exact| -> Option<Exact> {
        Some(match method {
            _ if zero_best => curve::zero_reference(scale, p),
            Method::Linear { higher, .. } => curve::linear(scale, used, best(*higher), p, *higher),
            Method::Absolute { full_at, .. } => curve::absolute(scale, full_at, used, p)?,
            Method::Proportional { higher, .. } => curve::proportional(scale, best(*higher), p, *higher),
            Method::MinMax { higher, .. } => curve::min_max(scale, low, high, p, *higher),
            Method::Judged | Method::Formula { .. } => return None,
        })
    };
    let used = match method {
        Method::Linear { slope, outside, higher, .. } if !zero_best => {
            let best = best(*higher);
            let need = |m: &Exact| (best - m).abs() * whole(100) / best;
            used(field, id, slope, outside, &measures, need, out)
        }
        Method::Absolute { zero_at, outside, .. } => {
            used(field, id, zero_at, outside, &measures, Exact::clone, out)
        }
        _ => Exact::zero(),
    };
    let clips = matches!(
        method,
        Method::Linear { outside: Outside::Zero, .. } | Method::Absolute { outside: Outside::Zero, .. }
    );
    for (bid, p) in &measures {
        let points = points(p, &used).ok_or_else(|| NoResult::new(id, "scale"))?;
        let points = if clips && points.is_negative() { Exact::zero() } else { points };
        out.put(field, *bid, id, points.clone(), points);
    }
    Ok(())
}

/// The slope or zero point used; one that may widen is remembered, and told of if it did.
fn used(
    field: &Field<'_>,
    id: &str,
    stated: &Exact,
    outside: &Outside,
    measures: &[(usize, Exact)],
    need: impl Fn(&Exact) -> Exact,
    out: &mut LotPoints,
) -> Exact {
    let Outside::Widen(widening) = outside else { return stated.clone() };
    let needs: Vec<(usize, Exact)> = measures.iter().map(|(bid, m)| (*bid, need(m))).collect();
    let Some(most) = needs.iter().map(|(_, n)| n).max().cloned() else { return stated.clone() };
    let by: Vec<usize> = needs.iter().filter(|(_, n)| *n == most).map(|(b, _)| *b).collect();
    let used = curve::widened(stated, widening, &most);
    let widened = used != *stated;
    if widened {
        let names = by.iter().map(|b| field.facts.bids[*b].bidder.clone()).collect();
        let finding = Expected::new("scale-widened", Severity::Note).on_lot(field.lot);
        let finding = finding.text("criterion", id).with("used", Arg::Number(used.clone()));
        out.findings.push(finding.with("bidder", Arg::OneOf(names)));
    }
    out.scales.push(Scale { criterion: id.to_owned(), used: used.clone(), widened, by });
    used
}

/// A scale that could widen, where nobody needs it.
fn stated_scale(id: &str, method: &Method, out: &mut LotPoints) {
    if let Method::Linear { slope: stated, outside: Outside::Widen(_), .. }
    | Method::Absolute { zero_at: stated, outside: Outside::Widen(_), .. } = method
    {
        let scale = Scale { criterion: id.to_owned(), used: stated.clone(), widened: false, by: Vec::new() };
        out.scales.push(scale);
    }
}

/// The names that formulas of this tender may use.
pub(super) fn names(field: &Field<'_>) -> Names {
    let evaluation: &Evaluation = &field.facts.evaluation;
    let mut values: Vec<String> = field.facts.bids.iter().flat_map(|b| b.values.keys().cloned()).collect();
    for (_, _, method) in evaluation.leaves() {
        if let Some(Measure::Value(name)) = method.measure() {
            values.push(name.clone());
        }
    }
    Names { criteria: evaluation.leaves().map(|(id, ..)| id.to_owned()).collect(), values }
}

/// What a formula may ask of the bids that stand.
pub(super) fn formula_bids<'a>(
    field: &Field<'a>,
    standing: &BTreeSet<usize>,
    measure: &Measure,
    id: &str,
    points: &'a BTreeMap<usize, PointsOfBid>,
    unrounded: bool,
) -> Result<Vec<FormulaBid<'a>>, NoResult> {
    standing
        .iter()
        .map(|&bid| {
            let of = |p: &Points| if unrounded { p.unrounded.clone() } else { p.rounded.clone() };
            let own = points.get(&bid).into_iter().flatten();
            Ok(FormulaBid {
                price: field.entries[&bid].price.clone(),
                measure: field.measure(measure, bid, id)?,
                points: own.map(|(id, p)| (id.as_str(), of(p))).collect(),
                values: &field.facts.bids[bid].values,
            })
        })
        .collect()
}

/// What a formula may ask of the lot.
pub(super) fn formula_lot(field: &Field<'_>, criterion: Option<&str>) -> FormulaLot {
    let evaluation = &field.facts.evaluation;
    let weight = criterion.and_then(|id| evaluation.criteria.get(id)?.weight.clone());
    FormulaLot {
        scale: evaluation.scale.clone(),
        weight: weight.map(|share| share * whole(100)),
        tariff: field.tariff.clone(),
        fallback: field.fallback.clone(),
    }
}

/// Leaves with a formula, each after those whose points it uses. Unrounded points come from unrounded points; where the
/// formula has a result for the rounded ones alone, that stands for both.
fn by_formulas(
    field: &Field<'_>,
    standing: &BTreeSet<usize>,
    mut later: Vec<(&str, &Measure, &str)>,
    out: &mut LotPoints,
) -> Result<(), NoResult> {
    let names = names(field);
    while !later.is_empty() {
        let open: Vec<&str> = later.iter().map(|(id, ..)| *id).collect();
        let mut next = Vec::new();
        for (id, measure, text) in later {
            let formula = formula::read(text, &names).ok_or_else(|| NoResult::new(id, text))?;
            if formula.criteria.iter().any(|c| open.contains(&c.as_str())) {
                next.push((id, measure, text));
                continue;
            }
            let lot = formula_lot(field, Some(id));
            let run = |unrounded: bool| -> Result<Vec<Exact>, NoResult> {
                let bids = formula_bids(field, standing, measure, id, &out.by_bid, unrounded)?;
                let run = Run::new(&formula, &lot, &bids);
                bids.iter().map(|b| run.result(b).map_err(|why| NoResult::new(id, why))).collect()
            };
            let results = run(false)?;
            let again = field.facts.evaluation.rounding.points.is_some() && !formula.criteria.is_empty();
            let unrounded = if again { run(true).ok() } else { None }.unwrap_or_else(|| results.clone());
            for ((&bid, exact), unrounded) in standing.iter().zip(results).zip(unrounded) {
                out.put(field, bid, id, exact, unrounded);
            }
        }
        if next.len() == open.len() {
            return Err(NoResult::new(open.first().copied().unwrap_or_default(), "circle"));
        }
        later = next;
    }
    Ok(())
}
