//! How one figure follows from others: one function a rule. `docs/reference/disclosure.md` states them for readers.

use super::{
    fact::{Fact, Range},
    knowledge::{Inference, Knowledge},
};
use crate::{
    number::{Money, Percent, Ratio, Rounding, UnitPrice, Volume},
    pricing::{CapEffect, Supposed},
    tender::{Adjustment, Criterion, Measure, Method, ModelKind, Outside, PriceForm, Tender, Worth},
};

/// Declares the rules: one line each.
macro_rules! rules {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $function:path;)+) => {
        /// Every rule of inference, each with a stable name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum InferenceRule {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl InferenceRule {
            /// The stable name.
            pub const fn name(self) -> &'static str {
                match self { $(InferenceRule::$variant => $name,)+ }
            }
        }

        /// The rules in the order in which they are applied.
        pub(super) const ALL: &[(InferenceRule, fn(&Knowledge<'_>, &mut Vec<Inference>))] = &[$((InferenceRule::$variant, $function)),+];
    };
}

rules! {
    /// The winner's figure is the reader's own less the distance.
    OwnLessDistance = "own-less-distance", own_less_distance;
    /// What one lot adds to the award's total is the total less the other lots.
    RestOfTotal = "rest-of-total", rest_of_total;
    /// Of two admissible bids, the one that is not the reader's has the best or the worst measure.
    TheOtherOfTwo = "the-other-of-two", the_other_of_two;
    /// Under lowest price the evaluated price is the price.
    PriceDecides = "price-decides", price_decides;
    /// The price is the evaluated price without what the points are worth.
    PriceWithoutQuality = "price-without-quality", price_without_quality;
    /// The evaluated price is the price with what the points are worth.
    PriceWithQuality = "price-with-quality", price_with_quality;
    /// Price and evaluated price differ by what the points are worth.
    PointsFromBothPrices = "points-from-both-prices", points_from_both_prices;
    /// The score is the weighted sum of the points.
    ScoreFromPoints = "score-from-points", score_from_points;
    /// The one criterion left is the score less the others.
    PointsFromScore = "points-from-score", points_from_score;
    /// A bid with its measure and its points gives the best measure on the lot.
    BestFromPoints = "best-from-points", best_from_points;
    /// The edge beyond which the reader was rejected gives the best measure on the lot.
    BestFromEdge = "best-from-edge", best_from_edge;
    /// With the best measure known, a bid with its measure and its points gives the worst one.
    WorstFromPoints = "worst-from-points", worst_from_points;
    /// The measure follows from the points and the published method.
    MeasureFromPoints = "measure-from-points", measure_from_points;
    /// The points follow from the measure and the published method.
    PointsFromMeasure = "points-from-measure", points_from_measure;
    /// The price of a lot less what is known of its procedures leaves the one unit price that is not.
    LastUnitPrice = "last-unit-price", last_unit_price;
    /// One discount off the public tariff gives exactly this price.
    DiscountFromPrice = "discount-from-price", discount_from_price;
    /// Where bids state one discount, one unit price gives it.
    DiscountFromUnitPrice = "discount-from-unit-price", discount_from_unit_price;
    /// The discount off the public tariff is the unit price.
    UnitPriceFromDiscount = "unit-price-from-discount", unit_price_from_discount;
    /// Unit prices times public volumes are the price of a lot.
    PriceFromUnitPrices = "price-from-unit-prices", price_from_unit_prices;
}

/// What decides on a lot: a score, or an evaluated price.
fn deciding(reader: &Knowledge<'_>, bid: usize, lot: usize) -> Fact {
    if reader.tender.evaluation.highest_wins() {
        Fact::Score { bid, lot }
    } else {
        Fact::EvaluatedPrice { bid, lot }
    }
}

/// Where the distance to another bid is disclosed, the reader knows that bid's figure: its own evaluated price less the distance, or
/// its own score and the distance. Under rules across lots a distance is one between awards; the reader cannot know that the
/// figure is the winner's, but it may be, and a correct guess is reported as a leak too.
fn own_less_distance(reader: &Knowledge<'_>, found: &mut Vec<Inference>) {
    let Some(own) = reader.own else { return };
    for lot in 0..reader.lots() {
        for to in reader.bids() {
            let distance = Fact::Distance { lot, to };
            let mine = deciding(reader, own, lot);
            let (Some(gap), Some(figure)) = (reader.range(distance), reader.range(mine)) else { continue };
            let range =
                if reader.tender.evaluation.highest_wins() { figure.plus(gap) } else { figure.minus(gap) };
            let fact = deciding(reader, to, lot);
            found.push(Inference {
                fact,
                range,
                rule: InferenceRule::OwnLessDistance,
                from: vec![mine, distance],
            });
        }
    }
}

/// Where the total of an award with one winner a lot and all lots but one are disclosed, the reader knows the last. Scores count by the
/// weight of their lots.
fn rest_of_total(reader: &Knowledge<'_>, found: &mut Vec<Inference>) {
    let Some(total) = reader.range(Fact::AwardTotal) else { return };
    let Some(structure) = reader.tender.structures.get(reader.structure) else { return };
    let mut rest = total.clone();
    let mut from = vec![Fact::AwardTotal];
    let mut unknown = None;
    for (lot, winners) in reader.winners.iter().enumerate() {
        let &[winner] = winners.as_slice() else { return };
        let fact = deciding(reader, winner, lot);
        let weight = match structure.lots.get(lot).and_then(|l| l.weight) {
            Some(weight) if reader.tender.evaluation.highest_wins() => Ratio::from(weight),
            _ => Ratio::ONE,
        };
        match reader.range(fact) {
            Some(range) => {
                rest = rest.minus(&range.times(&weight.into()));
                from.push(fact);
            }
            None if unknown.is_none() => unknown = Some((fact, weight)),
            None => return,
        }
    }
    if let Some((fact, weight)) = unknown
        && let Some(range) = rest.over(&weight.into())
    {
        found.push(Inference { fact, range, rule: InferenceRule::RestOfTotal, from });
    }
}

/// Where it is disclosed that two bids are admissible, the reader knows that a best (or worst) price that is not its own is the winner's.
fn the_other_of_two(reader: &Knowledge<'_>, found: &mut Vec<Inference>) {
    let Some(own) = reader.own else { return };
    for (lot, winners) in reader.winners.iter().enumerate() {
        let &[winner] = winners.as_slice() else { continue };
        let admissible = Fact::Admissible { lot };
        let two = reader.range(admissible) == Some(&Range::from(Ratio::whole(2)));
        let mine = Fact::Price { bid: own, lot };
        let (true, Some(price)) = (two && winner != own, reader.range(mine)) else { continue };
        for criterion in 0..reader.tender.evaluation.criteria.len() {
            if measure(reader, criterion) != Some(&Measure::Price) {
                continue;
            }
            for end in [Fact::Best { lot, criterion }, Fact::Worst { lot, criterion }] {
                let Some(range) = reader.range(end) else { continue };
                if range.most < price.least || range.least > price.most {
                    let from = vec![admissible, mine, end];
                    let fact = Fact::Price { bid: winner, lot };
                    let range = range.clone();
                    found.push(Inference { fact, range, rule: InferenceRule::TheOtherOfTwo, from });
                }
            }
        }
    }
}

fn measure<'r>(reader: &'r Knowledge<'_>, criterion: usize) -> Option<&'r Measure> {
    reader.tender.evaluation.criteria.get(criterion)?.method.as_ref()?.measure()
}

/// Half an øre: unit prices and evaluated prices are rounded to whole øre.
fn half_an_ore() -> Ratio {
    Ratio::new(1, 200).unwrap_or(Ratio::ZERO)
}

/// Every bid and lot of which something is known.
fn bids_and_lots(reader: &Knowledge<'_>) -> impl Iterator<Item = (usize, usize)> {
    let lots = reader.lots();
    reader.bids().into_iter().flat_map(move |bid| (0..lots).map(move |lot| (bid, lot)))
}

/// Under lowest price the evaluated price is the price.
fn price_decides(reader: &Knowledge<'_>, found: &mut Vec<Inference>) {
    if reader.tender.evaluation.kind != ModelKind::LowestPrice {
        return;
    }
    for (bid, lot) in bids_and_lots(reader) {
        let (price, evaluated) = (Fact::Price { bid, lot }, Fact::EvaluatedPrice { bid, lot });
        for (known, fact) in [(price, evaluated), (evaluated, price)] {
            if let Some(range) = reader.range(known) {
                let range = range.clone();
                found.push(Inference { fact, range, rule: InferenceRule::PriceDecides, from: vec![known] });
            }
        }
    }
}

/// What the criteria of a model of evaluated prices are worth on a lot at full points: kroner, or shares of the price.
fn worths(reader: &Knowledge<'_>, lot: usize) -> Option<Vec<(usize, Ratio)>> {
    let share = |percent: Percent| Ratio::new(percent.parts().into(), Percent::HUNDRED_PARTS.into());
    let worth = |worth: Worth| match worth {
        Worth::Value(value) => Some(Ratio::kroner(value)),
        Worth::ValuePercent(percent) => Some(share(percent)? * Ratio::kroner(fallback(reader, lot)?)),
        Worth::Uplift(percent) => share(percent),
    };
    let criteria = reader.tender.evaluation.criteria.iter().enumerate();
    criteria.filter(|(_, c)| c.method.is_some()).map(|(i, c)| Some((i, worth(c.worth?)?))).collect()
}

fn fallback(reader: &Knowledge<'_>, lot: usize) -> Option<Money> {
    let costs: Option<Vec<Money>> =
        reader.procedures(lot).iter().map(|&p| reader.prices.fallback.get(p).copied().flatten()).collect();
    Money::sum(costs?).ok()
}

/// The sum over the criteria that are known, those facts, and the others with their worth.
type Sum = (Range, Vec<Fact>, Vec<(usize, Ratio)>);

/// A bid on a lot under a model of evaluated prices.
struct Quality {
    adjustment: Adjustment,
    /// By criterion: at full points.
    worths: Vec<(usize, Ratio)>,
    scale: Ratio,
}

impl Quality {
    fn new(reader: &Knowledge<'_>, lot: usize) -> Option<Self> {
        let ModelKind::EvaluatedPrice(adjustment) = reader.tender.evaluation.kind else { return None };
        Some(Quality { adjustment, worths: worths(reader, lot)?, scale: reader.scale() })
    }

    /// What points count: those reached where they are taken off, those missing where they are added.
    fn counted(&self, points: &Range) -> Range {
        match self.adjustment {
            Adjustment::Subtract => points.clone(),
            Adjustment::Add | Adjustment::Uplift => Range::from(self.scale.clone()).minus(points),
        }
    }

    /// Sum of worth × counted points / scale over the criteria whose points are known, those facts, and the others.
    fn sum(&self, reader: &Knowledge<'_>, bid: usize, lot: usize) -> Option<Sum> {
        let (mut sum, mut known, mut unknown) = (Range::from(Ratio::ZERO), Vec::new(), Vec::new());
        for (criterion, worth) in &self.worths {
            let fact = Fact::Points { bid, lot, criterion: *criterion };
            match reader.range(fact) {
                Some(points) => {
                    let share = self.counted(points).over(&self.scale.clone().into())?;
                    sum = sum.plus(&share.times(&worth.clone().into()));
                    known.push(fact);
                }
                None => unknown.push((*criterion, worth.clone())),
            }
        }
        Some((sum, known, unknown))
    }

    fn evaluated(&self, price: &Range, sum: &Range) -> Range {
        match self.adjustment {
            Adjustment::Subtract => price.minus(sum),
            Adjustment::Add => price.plus(sum),
            Adjustment::Uplift => price.times(&Range::from(Ratio::ONE).plus(sum)),
        }
    }

    fn price(&self, evaluated: &Range, sum: &Range) -> Option<Range> {
        Some(match self.adjustment {
            Adjustment::Subtract => evaluated.plus(sum),
            Adjustment::Add => evaluated.minus(sum),
            Adjustment::Uplift => evaluated.over(&Range::from(Ratio::ONE).plus(sum))?,
        })
    }
}

/// The price is the evaluated price without what the points are worth.
fn price_without_quality(reader: &Knowledge<'_>, found: &mut Vec<Inference>) {
    for (bid, lot) in bids_and_lots(reader) {
        let known = Fact::EvaluatedPrice { bid, lot };
        let (Some(quality), Some(evaluated)) = (Quality::new(reader, lot), reader.range(known)) else {
            continue;
        };
        if let Some((sum, mut from, unknown)) = quality.sum(reader, bid, lot)
            && unknown.is_empty()
            && let Some(range) = quality.price(&evaluated.wider(&half_an_ore()), &sum)
        {
            from.push(known);
            let fact = Fact::Price { bid, lot };
            found.push(Inference { fact, range, rule: InferenceRule::PriceWithoutQuality, from });
        }
    }
}

/// The evaluated price is the price with what the points are worth.
fn price_with_quality(reader: &Knowledge<'_>, found: &mut Vec<Inference>) {
    for (bid, lot) in bids_and_lots(reader) {
        let known = Fact::Price { bid, lot };
        let (Some(quality), Some(price)) = (Quality::new(reader, lot), reader.range(known)) else { continue };
        if let Some((sum, mut from, unknown)) = quality.sum(reader, bid, lot)
            && unknown.is_empty()
        {
            from.push(known);
            let range = quality.evaluated(price, &sum).wider(&half_an_ore());
            let fact = Fact::EvaluatedPrice { bid, lot };
            found.push(Inference { fact, range, rule: InferenceRule::PriceWithQuality, from });
        }
    }
}

/// Price and evaluated price differ by what the points are worth: where one criterion is unknown, its points follow.
fn points_from_both_prices(reader: &Knowledge<'_>, found: &mut Vec<Inference>) {
    for (bid, lot) in bids_and_lots(reader) {
        let (known, adjusted) = (Fact::Price { bid, lot }, Fact::EvaluatedPrice { bid, lot });
        let Some(quality) = Quality::new(reader, lot) else { continue };
        let (Some(price), Some(evaluated)) = (reader.range(known), reader.range(adjusted)) else { continue };
        let Some((sum, mut from, unknown)) = quality.sum(reader, bid, lot) else { continue };
        let [(criterion, worth)] = unknown.as_slice() else { continue };
        let evaluated = evaluated.wider(&half_an_ore());
        let all = match quality.adjustment {
            Adjustment::Subtract => Some(price.minus(&evaluated)),
            Adjustment::Add => Some(evaluated.minus(price)),
            Adjustment::Uplift => evaluated.over(price).map(|r| r.minus(&Range::from(Ratio::ONE))),
        };
        let counted = all
            .and_then(|all| all.minus(&sum).over(&worth.clone().into()))
            .map(|share| share.times(&quality.scale.clone().into()));
        if let Some(counted) = counted {
            from.extend([known, adjusted]);
            let range = quality.counted(&counted);
            let fact = Fact::Points { bid, lot, criterion: *criterion };
            found.push(Inference { fact, range, rule: InferenceRule::PointsFromBothPrices, from });
        }
    }
}

/// The unit of the last of a number of decimals.
fn unit(decimals: Option<u32>) -> Ratio {
    decimals.and_then(|d| Ratio::new(1, 10_i128.pow(d.min(30)))).unwrap_or(Ratio::ZERO)
}

/// What rounding to a number of decimals may have moved: half a unit, a whole one where it only rounds down.
fn moved(reader: &Knowledge<'_>, decimals: Option<u32>) -> Ratio {
    let unit = unit(decimals);
    match reader.tender.evaluation.rounding.mode {
        Rounding::Down => unit,
        Rounding::HalfUp | Rounding::HalfEven => unit.checked_div(&Ratio::whole(2)).unwrap_or(unit),
    }
}

/// The leaves of the model, each with its weight as a share of 1 multiplied down the tree; `None` without weights.
fn shares(reader: &Knowledge<'_>) -> Option<Vec<(usize, Ratio)>> {
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
fn moved_in_score(reader: &Knowledge<'_>) -> Ratio {
    let rounding = reader.tender.evaluation.rounding;
    let criteria = i128::try_from(reader.tender.evaluation.criteria.len()).unwrap_or(i128::MAX);
    let contributions = moved(reader, rounding.weighted) * Ratio::whole(criteria);
    contributions + moved(reader, rounding.score)
}

/// The weighted sum of the points that are known, those facts, and the other leaves.
fn sum_of_known(
    reader: &Knowledge<'_>,
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
fn score_from_points(reader: &Knowledge<'_>, found: &mut Vec<Inference>) {
    let Some(shares) = shares(reader) else { return };
    for (bid, lot) in bids_and_lots(reader) {
        let (sum, from, unknown) = sum_of_known(reader, &shares, bid, lot);
        if unknown.is_empty() && !from.is_empty() {
            let range = sum.wider(&moved_in_score(reader));
            let fact = Fact::Score { bid, lot };
            found.push(Inference { fact, range, rule: InferenceRule::ScoreFromPoints, from });
        }
    }
}

/// Where the points of all criteria but one are known, the last is the score less the others.
fn points_from_score(reader: &Knowledge<'_>, found: &mut Vec<Inference>) {
    let Some(shares) = shares(reader) else { return };
    for (bid, lot) in bids_and_lots(reader) {
        let known = Fact::Score { bid, lot };
        let Some(score) = reader.range(known) else { continue };
        let (sum, mut from, unknown) = sum_of_known(reader, &shares, bid, lot);
        let [(criterion, share)] = unknown.as_slice() else { continue };
        if let Some(range) = score.wider(&moved_in_score(reader)).minus(&sum).over(&share.clone().into()) {
            from.push(known);
            let fact = Fact::Points { bid, lot, criterion: *criterion };
            found.push(Inference { fact, range, rule: InferenceRule::PointsFromScore, from });
        }
    }
}

/// A leaf that measures something by a named method.
struct MeasuredLeaf<'m> {
    criterion: usize,
    method: &'m Method,
    measure: &'m Measure,
}

impl MeasuredLeaf<'_> {
    /// What is measured of a bid.
    fn measure_of(&self, bid: usize, lot: usize) -> Fact {
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

    /// The slope as a share of 1, or the zero point, and the disclosed fact where it could widen.
    fn scale_used(&self, reader: &Knowledge<'_>, lot: usize) -> Option<(Ratio, Option<Fact>)> {
        let (stated, outside) = match self.method {
            Method::Linear { slope, outside, .. } => (Ratio::from(*slope), outside),
            Method::Absolute { zero_at, outside, .. } => (Ratio::from(*zero_at), outside),
            _ => return None,
        };
        if !matches!(outside, Outside::Widen(_)) {
            return Some((stated, None));
        }
        let disclosed = Fact::Scale { lot, criterion: self.criterion };
        reader.range(disclosed)?.exact().map(|used| (used.clone(), Some(disclosed)))
    }

    /// A slope as a factor of the best measure, for the share of full points that a bid has: 1 + slope × (1 − share).
    fn slope_factor(&self, slope: &Ratio, share: &Range, higher_is_better: bool) -> Option<Range> {
        let slope = slope.checked_div(&Ratio::whole(100))?;
        let lost = Range::from(Ratio::ONE).minus(share).times(&slope.into());
        let one = Range::from(Ratio::ONE);
        Some(if higher_is_better { one.minus(&lost) } else { one.plus(&lost) })
    }
}

fn measured<'t>(reader: &Knowledge<'t>) -> Vec<MeasuredLeaf<'t>> {
    let tender: &'t Tender = reader.tender;
    let leaf = |(criterion, c): (usize, &'t Criterion)| {
        let method = c.method.as_ref().filter(|m| !matches!(m, Method::Formula { .. }))?;
        Some(MeasuredLeaf { criterion, method, measure: method.measure()? })
    };
    tender.evaluation.criteria.iter().enumerate().filter_map(leaf).collect()
}

/// The points of a bid as a share of full points, before rounding. Where a scale cuts off at 0 or at full points, a bid there
/// may lie anywhere beyond, and nothing follows.
fn share_of_full(reader: &Knowledge<'_>, leaf: &MeasuredLeaf<'_>, points: &Range) -> Option<Range> {
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
    // nobody has more than full points, so full points as disclosed are full points
    let before = Range { most: if before.most > scale { scale.clone() } else { before.most }, ..before };
    before.over(&scale.into())
}

/// Each bid and lot whose points in a leaf are known, as shares of full points.
fn with_points(reader: &Knowledge<'_>, leaf: &MeasuredLeaf<'_>) -> Vec<(usize, usize, Fact, Range)> {
    bids_and_lots(reader)
        .filter_map(|(bid, lot)| {
            let fact = Fact::Points { bid, lot, criterion: leaf.criterion };
            let share = share_of_full(reader, leaf, reader.range(fact)?)?;
            Some((bid, lot, fact, share))
        })
        .collect()
}

/// A bid with its measure and its points gives the best measure on the lot: `linear` p / (1 ± slope × (1 − points/M)),
/// `proportional` p × points/M (or p / (points/M) where more is better), and a bid with full points is the best.
fn best_from_points(reader: &Knowledge<'_>, found: &mut Vec<Inference>) {
    for leaf in measured(reader) {
        for (bid, lot, points, share) in with_points(reader, &leaf) {
            let known = leaf.measure_of(bid, lot);
            let Some(measure) = reader.range(known) else { continue };
            let mut from = vec![known, points];
            let range = match leaf.method {
                Method::Linear { higher_is_better, .. } => {
                    let Some((slope, disclosed)) = leaf.scale_used(reader, lot) else { continue };
                    from.extend(disclosed);
                    leaf.slope_factor(&slope, &share, *higher_is_better).and_then(|f| measure.over(&f))
                }
                Method::Proportional { higher_is_better: false, .. } => Some(measure.times(&share)),
                Method::Proportional { higher_is_better: true, .. } => measure.over(&share),
                Method::MinMax { .. } if share.most == Ratio::ONE => Some(measure.clone()),
                _ => None,
            };
            if let Some(range) = range {
                found.push(Inference {
                    fact: leaf.best(lot),
                    range,
                    rule: InferenceRule::BestFromPoints,
                    from,
                });
            }
        }
    }
}

/// The edge beyond which the reader was rejected gives the best measure: edge / (1 ± slope).
fn best_from_edge(reader: &Knowledge<'_>, found: &mut Vec<Inference>) {
    for leaf in measured(reader) {
        let Method::Linear { higher_is_better, .. } = leaf.method else { continue };
        for lot in 0..reader.lots() {
            let edge = Fact::Edge { lot, criterion: leaf.criterion };
            let Some(range) = reader.range(edge) else { continue };
            let Some((slope, disclosed)) = leaf.scale_used(reader, lot) else { continue };
            let none = Range::from(Ratio::ZERO);
            let factor = leaf.slope_factor(&slope, &none, *higher_is_better);
            if let Some(range) = factor.and_then(|f| range.over(&f)) {
                let from = std::iter::once(edge).chain(disclosed).collect();
                found.push(Inference {
                    fact: leaf.best(lot),
                    range,
                    rule: InferenceRule::BestFromEdge,
                    from,
                });
            }
        }
    }
}

/// `min-max`: with the best measure known, another bid with its measure and its points gives the worst one:
/// best + (p − best) / (1 − points/M).
fn worst_from_points(reader: &Knowledge<'_>, found: &mut Vec<Inference>) {
    for leaf in measured(reader).iter().filter(|l| matches!(l.method, Method::MinMax { .. })) {
        for (bid, lot, points, share) in with_points(reader, leaf) {
            let (known, best) = (leaf.measure_of(bid, lot), leaf.best(lot));
            let (Some(measure), Some(at)) = (reader.range(known), reader.range(best)) else { continue };
            let lost = Range::from(Ratio::ONE).minus(&share);
            if let Some(range) = measure.minus(at).over(&lost).map(|r| r.plus(at)) {
                let from = vec![known, points, best];
                found.push(Inference {
                    fact: leaf.worst(lot),
                    range,
                    rule: InferenceRule::WorstFromPoints,
                    from,
                });
            }
        }
    }
}

/// The measure follows from the points and the published method, turned round.
fn measure_from_points(reader: &Knowledge<'_>, found: &mut Vec<Inference>) {
    for leaf in measured(reader) {
        for (bid, lot, points, share) in with_points(reader, &leaf) {
            let mut from = vec![points];
            if let Some(range) = inverse(reader, &leaf, lot, &share, &mut from) {
                let fact = leaf.measure_of(bid, lot);
                found.push(Inference { fact, range, rule: InferenceRule::MeasureFromPoints, from });
            }
        }
    }
}

fn inverse(
    reader: &Knowledge<'_>,
    leaf: &MeasuredLeaf<'_>,
    lot: usize,
    share: &Range,
    from: &mut Vec<Fact>,
) -> Option<Range> {
    if let Method::Absolute { full_at, .. } = leaf.method {
        let (zero_at, disclosed) = leaf.scale_used(reader, lot)?;
        from.extend(disclosed);
        let span = Range::from(&zero_at - Ratio::from(*full_at));
        return Some(Range::from(zero_at).minus(&share.times(&span)));
    }
    let best = leaf.best(lot);
    let at = reader.range(best)?;
    from.push(best);
    match leaf.method {
        Method::Linear { higher_is_better, .. } => {
            let (slope, disclosed) = leaf.scale_used(reader, lot)?;
            from.extend(disclosed);
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
fn points_from_measure(reader: &Knowledge<'_>, found: &mut Vec<Inference>) {
    let scale = Range::from(reader.scale());
    let by_rounding = moved(reader, reader.tender.evaluation.rounding.points);
    for leaf in measured(reader) {
        for (bid, lot) in bids_and_lots(reader) {
            let known = leaf.measure_of(bid, lot);
            let mut from = vec![known];
            let share = reader.range(known).and_then(|m| forward(reader, &leaf, lot, m, &mut from));
            if let Some(share) = share {
                let range = share.times(&scale).wider(&by_rounding);
                let fact = Fact::Points { bid, lot, criterion: leaf.criterion };
                found.push(Inference { fact, range, rule: InferenceRule::PointsFromMeasure, from });
            }
        }
    }
}

/// Points as a share of full points. Nothing follows where a result below 0 counts as 0.
fn forward(
    reader: &Knowledge<'_>,
    leaf: &MeasuredLeaf<'_>,
    lot: usize,
    measure: &Range,
    from: &mut Vec<Fact>,
) -> Option<Range> {
    let best = leaf.best(lot);
    let share = match leaf.method {
        Method::Absolute { full_at, .. } => {
            let (zero_at, disclosed) = leaf.scale_used(reader, lot)?;
            from.extend(disclosed);
            let span = Range::from(&zero_at - Ratio::from(*full_at));
            Range::from(zero_at).minus(measure).over(&span)?
        }
        Method::Linear { higher_is_better, .. } => {
            let (slope, disclosed) = leaf.scale_used(reader, lot)?;
            let at = reader.range(best)?;
            from.extend(disclosed);
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

/// Discounts run from -100 to 100 per cent, in ten-thousandths of one.
const MOST_PARTS: i64 = Percent::HUNDRED_PARTS;
/// Of such parts: two decimals.
const TWO_DECIMALS: i64 = 100;

fn kroner(price: UnitPrice) -> Ratio {
    Ratio::kroner(price.into())
}

fn percent(parts: i64) -> Ratio {
    Ratio::new(parts.into(), 10_000).unwrap_or(Ratio::ZERO)
}

/// The price of a lot less what is known of its procedures leaves the one unit price that is not known: at once in a lot of
/// one procedure. Where the cap is paid while it is in force, the unit price behind the scored one follows.
fn last_unit_price(reader: &Knowledge<'_>, found: &mut Vec<Inference>) {
    for bid in reader.bids() {
        for lot in 0..reader.lots() {
            let price = Fact::Price { bid, lot };
            let Some(total) = reader.range(price) else { continue };
            let (mut rest, mut from, mut unknown) = (total.clone(), vec![price], Vec::new());
            for &procedure in reader.procedures(lot) {
                let volume = reader.volume(procedure);
                let fact = Fact::UnitPrice { bid, procedure };
                match reader.range(fact).and_then(|unit| scored(reader, procedure, unit)) {
                    Some(unit) => {
                        rest = rest.minus(&unit.times(&volume_of(volume)));
                        from.push(fact);
                    }
                    None if volume == Volume::ZERO => {}
                    None => unknown.push(procedure),
                }
            }
            let &[procedure] = unknown.as_slice() else { continue };
            let scored = rest.over(&volume_of(reader.volume(procedure)));
            if let Some(range) = scored.and_then(|s| unscored(reader, procedure, &s)) {
                let fact = Fact::UnitPrice { bid, procedure };
                found.push(Inference { fact, range, rule: InferenceRule::LastUnitPrice, from });
            }
        }
    }
}

fn volume_of(volume: Volume) -> Range {
    Range::from(Ratio::whole(i128::from(volume.count())))
}

/// The scored unit price of a unit price that is known exactly. Where adjustments move what is scored, a price and a discount
/// move apart, and nothing follows.
fn scored(reader: &Knowledge<'_>, procedure: usize, unit: &Range) -> Option<Range> {
    if reader.prices.moves_scored_prices(reader.cap) {
        return None;
    }
    let ore = (unit.exact()? * Ratio::whole(100)).to_whole()?;
    let unit = UnitPrice::from_ore(i64::try_from(ore).ok()?)?;
    reader
        .prices
        .supposed_scored(reader.cap, Supposed::Price(unit), procedure)
        .map(|price| Range::from(kroner(price)))
}

/// The unit prices behind a scored one: the same where no cap is paid. Where one is, those that would be scored so; the scored
/// price never falls as the price rises, so both ends are found by halving. Where the cap itself is scored, any price at or
/// above it may be the one behind it.
fn unscored(reader: &Knowledge<'_>, procedure: usize, scored: &Range) -> Option<Range> {
    if reader.cap == CapEffect::None {
        return Some(scored.clone());
    }
    let at = |ore: i64| {
        let unit = UnitPrice::from_ore(ore)?;
        reader.prices.supposed_scored(reader.cap, Supposed::Price(unit), procedure).map(kroner)
    };
    // rounding to whole øre may have moved a mean by half of one
    let wide = scored.wider(&half_an_ore());
    let least = first_price(|ore| at(ore).is_none_or(|price| price >= wide.least));
    let beyond = first_price(|ore| at(ore).is_none_or(|price| price > wide.most));
    (beyond > least).then(|| Range::between(in_kroner(least), in_kroner(beyond - 1)))
}

fn in_kroner(ore: i64) -> Ratio {
    Ratio::new(ore.into(), 100).unwrap_or(Ratio::ZERO)
}

/// The least price in øre that satisfies a condition which every higher price satisfies too.
fn first_price(satisfies: impl Fn(i64) -> bool) -> i64 {
    let (mut below, mut found) = (-1, UnitPrice::LIMIT_ORE);
    while found - below > 1 {
        let middle = below + (found - below) / 2;
        if satisfies(middle) {
            found = middle;
        } else {
            below = middle;
        }
    }
    found
}

/// One discount off the public tariff gives this price. Where bids state one discount alone, any discount that fits; where
/// they may state discounts among other things, only one with at most two decimals that fits a known price to the øre, since
/// other bids do not come to such a price by chance.
fn discount_from_price(reader: &Knowledge<'_>, found: &mut Vec<Inference>) {
    let form = reader.tender.pricing.form;
    if form == PriceForm::Price || reader.tender.pricing.discount_base.is_none() {
        return;
    }
    for bid in reader.bids() {
        for lot in 0..reader.lots() {
            let price = Fact::Price { bid, lot };
            let Some(total) = reader.range(price) else { continue };
            let Some((least, most)) = discounts_that_fit(reader, lot, total) else { continue };
            let round = (most.div_euclid(TWO_DECIMALS) * TWO_DECIMALS) >= least;
            if form == PriceForm::OneDiscount || total.exact().is_some() && round {
                let range = Range::between(percent(least), percent(most));
                let fact = Fact::Discount { bid };
                found.push(Inference {
                    fact,
                    range,
                    rule: InferenceRule::DiscountFromPrice,
                    from: vec![price],
                });
            }
        }
    }
}

/// The least and the largest discount at which the whole lot costs what is known of its price. The price never rises with
/// the discount, so both are found by halving.
fn discounts_that_fit(reader: &Knowledge<'_>, lot: usize, total: &Range) -> Option<(i64, i64)> {
    let at = |parts: i64| reader.price_at(lot, Percent::from_parts(parts));
    // the least discount with a price at or below the most, and the least one with a price below the least
    let least = first_discount(|parts| at(parts).map(|price| price <= total.most))?;
    let beyond = first_discount(|parts| at(parts).map(|price| price < total.least)).unwrap_or(MOST_PARTS + 1);
    let fits = at(least).is_some_and(|price| price >= total.least);
    (fits && beyond > least).then_some((least, beyond - 1))
}

/// The least discount that satisfies a condition which every larger discount satisfies too.
fn first_discount(satisfies: impl Fn(i64) -> Option<bool>) -> Option<i64> {
    if !satisfies(MOST_PARTS)? {
        return None;
    }
    let (mut below, mut found) = (-MOST_PARTS - 1, MOST_PARTS);
    while found - below > 1 {
        let middle = below + (found - below) / 2;
        if satisfies(middle)? {
            found = middle;
        } else {
            below = middle;
        }
    }
    Some(found)
}

/// Where bids state one discount alone, one unit price gives it: 100 × (1 − price / tariff), to within the rounding of øre.
fn discount_from_unit_price(reader: &Knowledge<'_>, found: &mut Vec<Inference>) {
    let base = reader.tender.pricing.discount_base;
    let Some(base) = base.filter(|_| reader.tender.pricing.form == PriceForm::OneDiscount) else { return };
    for bid in reader.bids() {
        for procedure in 0..reader.tender.procedures.len() {
            let known = Fact::UnitPrice { bid, procedure };
            let (Some(unit), Some(tariff)) = (reader.range(known), reader.prices.price(base, procedure))
            else {
                continue;
            };
            let kept = unit.wider(&half_an_ore()).over(&kroner(tariff).into());
            if let Some(kept) = kept {
                let range = Range::from(Ratio::ONE).minus(&kept).times(&Ratio::whole(100).into());
                let fact = Fact::Discount { bid };
                found.push(Inference {
                    fact,
                    range,
                    rule: InferenceRule::DiscountFromUnitPrice,
                    from: vec![known],
                });
            }
        }
    }
}

/// A discount off the public tariff is the unit price of every procedure that has one there.
fn unit_price_from_discount(reader: &Knowledge<'_>, found: &mut Vec<Inference>) {
    for bid in reader.bids() {
        let known = Fact::Discount { bid };
        let Some(discount) = reader.range(known) else { continue };
        let (Some(least), Some(most)) = (parts(&discount.least), parts(&discount.most)) else { continue };
        for procedure in 0..reader.tender.procedures.len() {
            let at = |parts| reader.unit_at(procedure, Percent::from_parts(parts)).map(kroner);
            if let (Some(high), Some(low)) = (at(least), at(most)) {
                let range = Range::between(low, high);
                let fact = Fact::UnitPrice { bid, procedure };
                found.push(Inference {
                    fact,
                    range,
                    rule: InferenceRule::UnitPriceFromDiscount,
                    from: vec![known],
                });
            }
        }
    }
}

/// A discount in ten-thousandths of a per cent, to the nearest.
fn parts(percent: &Ratio) -> Option<i64> {
    let parts = (percent * Ratio::whole(10_000)).rounded(0, Rounding::HalfUp).to_whole()?;
    i64::try_from(parts).ok().filter(|p| p.abs() <= MOST_PARTS)
}

/// Unit prices times public volumes are the price of a lot: one discount gives the price on every lot.
fn price_from_unit_prices(reader: &Knowledge<'_>, found: &mut Vec<Inference>) {
    for bid in reader.bids() {
        for lot in 0..reader.lots() {
            let (mut sum, mut from) = (Range::from(Ratio::ZERO), Vec::new());
            for &procedure in reader.procedures(lot) {
                let fact = Fact::UnitPrice { bid, procedure };
                let Some(unit) = reader.range(fact).and_then(|u| scored(reader, procedure, u)) else { break };
                sum = sum.plus(&unit.times(&volume_of(reader.volume(procedure))));
                from.push(fact);
            }
            if from.len() == reader.procedures(lot).len() && !from.is_empty() {
                let fact = Fact::Price { bid, lot };
                found.push(Inference { fact, range: sum, rule: InferenceRule::PriceFromUnitPrices, from });
            }
        }
    }
}
