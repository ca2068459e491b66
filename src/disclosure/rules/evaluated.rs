//! Price and evaluated price.

use super::Rule;
use crate::{
    disclosure::{
        fact::{Fact, Range},
        reader::{Derived, Reader},
    },
    number::{Money, Percent, Ratio},
    tender::{Adjustment, ModelKind, Worth},
};

/// Half an øre: evaluated prices are rounded to whole øre.
fn half_an_ore() -> Ratio {
    Ratio::new(1, 200).unwrap_or(Ratio::ZERO)
}

/// Every bid and lot of which something is known.
fn each(reader: &Reader<'_>) -> impl Iterator<Item = (usize, usize)> {
    let lots = reader.lots();
    reader.bids().into_iter().flat_map(move |bid| (0..lots).map(move |lot| (bid, lot)))
}

/// Under lowest price the evaluated price is the price.
pub(super) fn price_decides(reader: &Reader<'_>, found: &mut Vec<Derived>) {
    if reader.tender.evaluation.kind != ModelKind::LowestPrice {
        return;
    }
    for (bid, lot) in each(reader) {
        let (price, evaluated) = (Fact::Price { bid, lot }, Fact::EvaluatedPrice { bid, lot });
        for (known, fact) in [(price, evaluated), (evaluated, price)] {
            if let Some(range) = reader.range(known) {
                let range = range.clone();
                found.push(Derived { fact, range, rule: Rule::PriceDecides, from: vec![known] });
            }
        }
    }
}

/// What the criteria of a model of evaluated prices are worth on a lot at full points: kroner, or shares of the price.
fn worths(reader: &Reader<'_>, lot: usize) -> Option<Vec<(usize, Ratio)>> {
    let share = |percent: Percent| Ratio::new(percent.parts().into(), Percent::HUNDRED_PARTS.into());
    let worth = |worth: Worth| match worth {
        Worth::Value(value) => Some(Ratio::kroner(value)),
        Worth::ValuePercent(percent) => Some(share(percent)? * Ratio::kroner(fallback(reader, lot)?)),
        Worth::Uplift(percent) => share(percent),
    };
    let criteria = reader.tender.evaluation.criteria.iter().enumerate();
    criteria.filter(|(_, c)| c.method.is_some()).map(|(i, c)| Some((i, worth(c.worth?)?))).collect()
}

fn fallback(reader: &Reader<'_>, lot: usize) -> Option<Money> {
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
    fn of(reader: &Reader<'_>, lot: usize) -> Option<Self> {
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
    fn sum(&self, reader: &Reader<'_>, bid: usize, lot: usize) -> Option<Sum> {
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
pub(super) fn price_without_quality(reader: &Reader<'_>, found: &mut Vec<Derived>) {
    for (bid, lot) in each(reader) {
        let known = Fact::EvaluatedPrice { bid, lot };
        let (Some(quality), Some(evaluated)) = (Quality::of(reader, lot), reader.range(known)) else {
            continue;
        };
        if let Some((sum, mut from, unknown)) = quality.sum(reader, bid, lot)
            && unknown.is_empty()
            && let Some(range) = quality.price(&evaluated.wider(&half_an_ore()), &sum)
        {
            from.push(known);
            let fact = Fact::Price { bid, lot };
            found.push(Derived { fact, range, rule: Rule::PriceWithoutQuality, from });
        }
    }
}

/// The evaluated price is the price with what the points are worth.
pub(super) fn price_with_quality(reader: &Reader<'_>, found: &mut Vec<Derived>) {
    for (bid, lot) in each(reader) {
        let known = Fact::Price { bid, lot };
        let (Some(quality), Some(price)) = (Quality::of(reader, lot), reader.range(known)) else { continue };
        if let Some((sum, mut from, unknown)) = quality.sum(reader, bid, lot)
            && unknown.is_empty()
        {
            from.push(known);
            let range = quality.evaluated(price, &sum).wider(&half_an_ore());
            let fact = Fact::EvaluatedPrice { bid, lot };
            found.push(Derived { fact, range, rule: Rule::PriceWithQuality, from });
        }
    }
}

/// Price and evaluated price differ by what the points are worth: where one criterion is unknown, its points follow.
pub(super) fn points_from_both_prices(reader: &Reader<'_>, found: &mut Vec<Derived>) {
    for (bid, lot) in each(reader) {
        let (known, adjusted) = (Fact::Price { bid, lot }, Fact::EvaluatedPrice { bid, lot });
        let Some(quality) = Quality::of(reader, lot) else { continue };
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
            found.push(Derived { fact, range, rule: Rule::PointsFromBothPrices, from });
        }
    }
}
