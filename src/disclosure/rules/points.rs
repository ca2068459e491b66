//! Points, what they measure, and the score.

use super::Rule;
use crate::{
    disclosure::{
        fact::{Fact, Range},
        reader::{Derived, Reader},
    },
    number::{Ratio, Rounding},
    tender::{Measure, Method, ModelKind, Outside},
};

/// The unit of so many decimals.
fn unit(decimals: Option<u32>) -> Ratio {
    decimals.and_then(|d| Ratio::new(1, 10_i128.pow(d.min(30)))).unwrap_or(Ratio::ZERO)
}

/// What rounding to so many decimals may have moved: half a unit, a whole one where it only rounds down.
fn moved(reader: &Reader<'_>, decimals: Option<u32>) -> Ratio {
    let unit = unit(decimals);
    match reader.tender.evaluation.rounding.mode {
        Rounding::Down => unit,
        Rounding::HalfUp | Rounding::HalfEven => unit.checked_div(&Ratio::whole(2)).unwrap_or(unit),
    }
}

/// The leaves of the model, each with its weight as a share of 1 multiplied down the tree; `None` without weights.
fn shares(reader: &Reader<'_>) -> Option<Vec<(usize, Ratio)>> {
    let model = &reader.tender.evaluation;
    if model.kind != ModelKind::Points {
        return None;
    }
    let share = |leaf: usize| -> Option<Ratio> {
        let (mut product, mut at) = (Ratio::ONE, Some(leaf));
        for _ in 0..=model.criteria.len() {
            let Some(criterion) = at.and_then(|i| model.criteria.get(i)) else { break };
            product = (product * Ratio::from(criterion.weight?)).checked_div(&Ratio::whole(100))?;
            at = criterion.parent;
        }
        Some(product.reduced())
    };
    let leaves = model.criteria.iter().enumerate().filter(|(_, c)| c.method.is_some());
    leaves.map(|(i, _)| Some((i, share(i)?))).collect()
}

/// What the rounding of contributions and of the score may have moved in all.
fn moved_in_score(reader: &Reader<'_>) -> Ratio {
    let rounding = reader.tender.evaluation.rounding;
    let criteria = i128::try_from(reader.tender.evaluation.criteria.len()).unwrap_or(i128::MAX);
    let contributions = moved(reader, rounding.weighted) * Ratio::whole(criteria);
    contributions + moved(reader, rounding.score)
}

fn each(reader: &Reader<'_>) -> impl Iterator<Item = (usize, usize)> {
    let lots = reader.lots();
    reader.bids().into_iter().flat_map(move |bid| (0..lots).map(move |lot| (bid, lot)))
}

/// The weighted sum of the points that are known, those facts, and the other leaves.
fn sum_of_known(
    reader: &Reader<'_>,
    shares: &[(usize, Ratio)],
    bid: usize,
    lot: usize,
) -> (Range, Vec<Fact>, Vec<(usize, Ratio)>) {
    let (mut sum, mut known, mut unknown) = (Range::from(Ratio::ZERO), Vec::new(), Vec::new());
    for (criterion, share) in shares {
        let fact = Fact::Points { bid, lot, criterion: *criterion };
        match reader.range(fact) {
            Some(points) => {
                sum = sum.plus(&points.times(&share.clone().into()));
                known.push(fact);
            }
            None => unknown.push((*criterion, share.clone())),
        }
    }
    (sum, known, unknown)
}

/// The score is the weighted sum of the points.
pub(super) fn score_from_points(reader: &Reader<'_>, found: &mut Vec<Derived>) {
    let Some(shares) = shares(reader) else { return };
    for (bid, lot) in each(reader) {
        let (sum, from, unknown) = sum_of_known(reader, &shares, bid, lot);
        if unknown.is_empty() && !from.is_empty() {
            let range = sum.wider(&moved_in_score(reader));
            let fact = Fact::Score { bid, lot };
            found.push(Derived { fact, range, rule: Rule::ScoreFromPoints, from });
        }
    }
}

/// Where the points of all criteria but one are known, the last is the score less the others.
pub(super) fn points_from_score(reader: &Reader<'_>, found: &mut Vec<Derived>) {
    let Some(shares) = shares(reader) else { return };
    for (bid, lot) in each(reader) {
        let known = Fact::Score { bid, lot };
        let Some(score) = reader.range(known) else { continue };
        let (sum, mut from, unknown) = sum_of_known(reader, &shares, bid, lot);
        let [(criterion, share)] = unknown.as_slice() else { continue };
        if let Some(range) = score.wider(&moved_in_score(reader)).minus(&sum).over(&share.clone().into()) {
            from.push(known);
            let fact = Fact::Points { bid, lot, criterion: *criterion };
            found.push(Derived { fact, range, rule: Rule::PointsFromScore, from });
        }
    }
}

/// A leaf that measures something by a named method.
struct Measured<'m> {
    criterion: usize,
    method: &'m Method,
    measure: &'m Measure,
}

impl Measured<'_> {
    /// Of a bid: what is measured.
    fn of(&self, bid: usize, lot: usize) -> Fact {
        match self.measure {
            Measure::Price => Fact::Price { bid, lot },
            Measure::Value(_) => Fact::Value { bid, criterion: self.criterion },
        }
    }

    fn best(&self, lot: usize) -> Fact {
        Fact::Best { lot, criterion: self.criterion }
    }

    fn worst(&self, lot: usize) -> Fact {
        Fact::Worst { lot, criterion: self.criterion }
    }

    /// The slope as a share of 1, or the zero point, and the fact that tells it where it could widen.
    fn scale_used(&self, reader: &Reader<'_>, lot: usize) -> Option<(Ratio, Option<Fact>)> {
        let (stated, outside) = match self.method {
            Method::Linear { slope, outside, .. } => (Ratio::from(*slope), outside),
            Method::Absolute { zero_at, outside, .. } => (Ratio::from(*zero_at), outside),
            _ => return None,
        };
        if !matches!(outside, Outside::Widen(_)) {
            return Some((stated, None));
        }
        let told = Fact::Scale { lot, criterion: self.criterion };
        reader.range(told)?.exact().map(|used| (used.clone(), Some(told)))
    }

    /// A slope as a factor of the best measure, for the share of full points that a bid has: 1 + slope × (1 − share).
    fn slope_factor(&self, slope: &Ratio, share: &Range, higher_is_better: bool) -> Option<Range> {
        let slope = slope.checked_div(&Ratio::whole(100))?;
        let lost = Range::from(Ratio::ONE).minus(share).times(&slope.into());
        let one = Range::from(Ratio::ONE);
        Some(if higher_is_better { one.minus(&lost) } else { one.plus(&lost) })
    }
}

fn measured<'t>(reader: &Reader<'t>) -> Vec<Measured<'t>> {
    let tender: &'t crate::tender::Tender = reader.tender;
    let leaf = |(criterion, c): (usize, &'t crate::tender::Criterion)| {
        let method = c.method.as_ref().filter(|m| !matches!(m, Method::Formula { .. }))?;
        Some(Measured { criterion, method, measure: method.measure()? })
    };
    tender.evaluation.criteria.iter().enumerate().filter_map(leaf).collect()
}

/// The points of a bid as a share of full points, before rounding. Where a scale cuts off at 0 or at full points, a bid there
/// may lie anywhere beyond, and nothing follows.
fn share_of_full(reader: &Reader<'_>, leaf: &Measured<'_>, points: &Range) -> Option<Range> {
    let scale = reader.scale();
    let cut_below = matches!(
        leaf.method,
        Method::Linear { outside: Outside::Zero, .. } | Method::Absolute { outside: Outside::Zero, .. }
    );
    let cut_above = matches!(leaf.method, Method::Absolute { .. });
    let moved = moved(reader, reader.tender.evaluation.rounding.points);
    let before = points.wider(&moved);
    if cut_below && before.least <= Ratio::ZERO || cut_above && before.most >= scale {
        return None;
    }
    // nobody has more than full points, so full points as told are full points
    let before = Range { most: if before.most > scale { scale.clone() } else { before.most }, ..before };
    before.over(&scale.into())
}

/// Each bid and lot whose points in a leaf are known, as shares of full points.
fn with_points(reader: &Reader<'_>, leaf: &Measured<'_>) -> Vec<(usize, usize, Fact, Range)> {
    each(reader)
        .filter_map(|(bid, lot)| {
            let fact = Fact::Points { bid, lot, criterion: leaf.criterion };
            let share = share_of_full(reader, leaf, reader.range(fact)?)?;
            Some((bid, lot, fact, share))
        })
        .collect()
}

/// A bid with its measure and its points tells the best measure on the lot: `linear` p / (1 ± slope × (1 − points/M)),
/// `proportional` p × points/M (or p / (points/M) where more is better), and a bid with full points is the best.
pub(super) fn best_from_points(reader: &Reader<'_>, found: &mut Vec<Derived>) {
    for leaf in measured(reader) {
        for (bid, lot, points, share) in with_points(reader, &leaf) {
            let known = leaf.of(bid, lot);
            let Some(measure) = reader.range(known) else { continue };
            let mut from = vec![known, points];
            let range = match leaf.method {
                Method::Linear { higher_is_better, .. } => {
                    let Some((slope, told)) = leaf.scale_used(reader, lot) else { continue };
                    from.extend(told);
                    leaf.slope_factor(&slope, &share, *higher_is_better).and_then(|f| measure.over(&f))
                }
                Method::Proportional { higher_is_better: false, .. } => Some(measure.times(&share)),
                Method::Proportional { higher_is_better: true, .. } => measure.over(&share),
                Method::MinMax { .. } if share.most == Ratio::ONE => Some(measure.clone()),
                _ => None,
            };
            if let Some(range) = range {
                found.push(Derived { fact: leaf.best(lot), range, rule: Rule::BestFromPoints, from });
            }
        }
    }
}

/// The edge beyond which the reader was rejected tells the best measure: edge / (1 ± slope).
pub(super) fn best_from_edge(reader: &Reader<'_>, found: &mut Vec<Derived>) {
    for leaf in measured(reader) {
        let Method::Linear { higher_is_better, .. } = leaf.method else { continue };
        for lot in 0..reader.lots() {
            let edge = Fact::Edge { lot, criterion: leaf.criterion };
            let Some(range) = reader.range(edge) else { continue };
            let Some((slope, told)) = leaf.scale_used(reader, lot) else { continue };
            let none = Range::from(Ratio::ZERO);
            let factor = leaf.slope_factor(&slope, &none, *higher_is_better);
            if let Some(range) = factor.and_then(|f| range.over(&f)) {
                let from = std::iter::once(edge).chain(told).collect();
                found.push(Derived { fact: leaf.best(lot), range, rule: Rule::BestFromEdge, from });
            }
        }
    }
}

/// `min-max`: with the best measure known, another bid with its measure and its points tells the worst one:
/// best + (p − best) / (1 − points/M).
pub(super) fn worst_from_points(reader: &Reader<'_>, found: &mut Vec<Derived>) {
    for leaf in measured(reader).iter().filter(|l| matches!(l.method, Method::MinMax { .. })) {
        for (bid, lot, points, share) in with_points(reader, leaf) {
            let (known, best) = (leaf.of(bid, lot), leaf.best(lot));
            let (Some(measure), Some(at)) = (reader.range(known), reader.range(best)) else { continue };
            let lost = Range::from(Ratio::ONE).minus(&share);
            if let Some(range) = measure.minus(at).over(&lost).map(|r| r.plus(at)) {
                let from = vec![known, points, best];
                found.push(Derived { fact: leaf.worst(lot), range, rule: Rule::WorstFromPoints, from });
            }
        }
    }
}

/// The measure follows from the points and the published method, turned round.
pub(super) fn measure_from_points(reader: &Reader<'_>, found: &mut Vec<Derived>) {
    for leaf in measured(reader) {
        for (bid, lot, points, share) in with_points(reader, &leaf) {
            let mut from = vec![points];
            if let Some(range) = inverse(reader, &leaf, lot, &share, &mut from) {
                let fact = leaf.of(bid, lot);
                found.push(Derived { fact, range, rule: Rule::MeasureFromPoints, from });
            }
        }
    }
}

fn inverse(
    reader: &Reader<'_>,
    leaf: &Measured<'_>,
    lot: usize,
    share: &Range,
    from: &mut Vec<Fact>,
) -> Option<Range> {
    if let Method::Absolute { full_at, .. } = leaf.method {
        let (zero_at, told) = leaf.scale_used(reader, lot)?;
        from.extend(told);
        let span = Range::from(&zero_at - Ratio::from(*full_at));
        return Some(Range::from(zero_at).minus(&share.times(&span)));
    }
    let best = leaf.best(lot);
    let at = reader.range(best)?;
    from.push(best);
    match leaf.method {
        Method::Linear { higher_is_better, .. } => {
            let (slope, told) = leaf.scale_used(reader, lot)?;
            from.extend(told);
            Some(at.times(&leaf.slope_factor(&slope, share, *higher_is_better)?))
        }
        Method::Proportional { higher_is_better: false, .. } => at.over(share),
        Method::Proportional { higher_is_better: true, .. } => Some(at.times(share)),
        Method::MinMax { .. } => {
            if share.exact() == Some(&Ratio::ONE) {
                return Some(at.clone());
            }
            let worst = leaf.worst(lot);
            let end = reader.range(worst)?;
            from.push(worst);
            Some(end.plus(&share.times(&at.minus(end))))
        }
        _ => None,
    }
}

/// The points follow from the measure, the best measure and the published method.
pub(super) fn points_from_measure(reader: &Reader<'_>, found: &mut Vec<Derived>) {
    let scale = Range::from(reader.scale());
    let by_rounding = moved(reader, reader.tender.evaluation.rounding.points);
    for leaf in measured(reader) {
        for (bid, lot) in each(reader) {
            let known = leaf.of(bid, lot);
            let mut from = vec![known];
            let share = reader.range(known).and_then(|m| forward(reader, &leaf, lot, m, &mut from));
            if let Some(share) = share {
                let range = share.times(&scale).wider(&by_rounding);
                let fact = Fact::Points { bid, lot, criterion: leaf.criterion };
                found.push(Derived { fact, range, rule: Rule::PointsFromMeasure, from });
            }
        }
    }
}

/// Points as a share of full points. Where a result below 0 counts as 0, nothing is said of it.
fn forward(
    reader: &Reader<'_>,
    leaf: &Measured<'_>,
    lot: usize,
    measure: &Range,
    from: &mut Vec<Fact>,
) -> Option<Range> {
    let best = leaf.best(lot);
    let share = match leaf.method {
        Method::Absolute { full_at, .. } => {
            let (zero_at, told) = leaf.scale_used(reader, lot)?;
            from.extend(told);
            let span = Range::from(&zero_at - Ratio::from(*full_at));
            Range::from(zero_at).minus(measure).over(&span)?
        }
        Method::Linear { higher_is_better, .. } => {
            let (slope, told) = leaf.scale_used(reader, lot)?;
            let at = reader.range(best)?;
            from.extend(told);
            from.push(best);
            let off = if *higher_is_better { at.minus(measure) } else { measure.minus(at) };
            let lost = off.over(at)?.over(&slope.checked_div(&Ratio::whole(100))?.into())?;
            Range::from(Ratio::ONE).minus(&lost)
        }
        Method::Proportional { higher_is_better, .. } => {
            let at = reader.range(best)?;
            from.push(best);
            if *higher_is_better { measure.over(at)? } else { at.over(measure)? }
        }
        _ => return None,
    };
    let inside = share.least > Ratio::ZERO && share.most <= Ratio::ONE;
    inside.then_some(share)
}
