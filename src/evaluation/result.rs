//! From the points of the leaves to what decides (docs/reference/rules.md, "Evaluation models"): the score of a model of
//! `points`, the price of a model of `evaluated-price`, which quality adjusts, or the result of a `formula` at the top
//! (docs/reference/formula.md), which is either.

use super::{
    EvaluatedResult, EvaluationError, LeafPoints, LotField, PreparedModel,
    error::EvaluationErrorKind as Kind,
    leaf_points::{formula_bids, formula_lot},
};
use crate::{
    formula::{Bid, Computation, Expression},
    number::{Money, Ratio},
    tender::{Adjustment, Best, Worth},
};

/// Each contribution weight/100 × points is rounded to `weighted`; a parent's points are the sum of its children's
/// contributions; the score is the sum of the top level's contributions, rounded to `score`. With it comes the
/// score without any rounding at any stage.
pub(super) fn score(prepared: &PreparedModel<'_>, points: &[LeafPoints]) -> EvaluatedResult {
    let rounding = prepared.model.rounding;
    let unrounded = sum_down_the_tree(prepared, points);
    if rounding.points.is_none() && rounding.weighted.is_none() {
        let rounded = round_to(&unrounded, rounding.score, rounding.mode);
        return EvaluatedResult::Score { rounded, unrounded };
    }
    let criteria = &prepared.model.criteria;
    let mut sums = vec![Ratio::ZERO; criteria.len()];
    for leaf in points {
        if let Some(sum) = sums.get_mut(leaf.criterion) {
            *sum = leaf.points.clone();
        }
    }
    let mut score = Ratio::ZERO;
    for criterion in &prepared.children_first {
        let (Some(sum), Some(share)) = (sums.get(*criterion), prepared.shares.get(*criterion)) else {
            continue;
        };
        let contribution = round_to(&(sum * share), rounding.weighted, rounding.mode);
        match criteria.get(*criterion).and_then(|c| c.parent) {
            None => score += &contribution,
            Some(parent) => {
                if let Some(sum) = sums.get_mut(parent) {
                    *sum += &contribution;
                }
            }
        }
    }
    EvaluatedResult::Score { rounded: round_to(&score, rounding.score, rounding.mode), unrounded }
}

fn sum_down_the_tree(prepared: &PreparedModel<'_>, points: &[LeafPoints]) -> Ratio {
    prepared.leaves.iter().zip(points).fold(Ratio::ZERO, |sum, (leaf, points)| match &leaf.share {
        Some(share) => sum + &points.unrounded * share,
        None => sum,
    })
}

pub(super) fn round_to(x: &Ratio, decimals: Option<u32>, mode: crate::number::Rounding) -> Ratio {
    decimals.map_or_else(|| x.clone(), |d| x.rounded(d, mode))
}

/// What the points of each leaf are worth on a lot, at full points: kroner, or a share of the price.
pub(super) struct Adjuster {
    adjustment: Adjustment,
    worth: Vec<Ratio>,
    scale: Ratio,
}

impl Adjuster {
    /// A criterion is worth `value` kroner, `value-percent` of the lot's fallback cost, or `uplift` per cent of the
    /// price.
    pub(super) fn on_lot(
        prepared: &PreparedModel<'_>,
        adjustment: Adjustment,
        field: &LotField,
    ) -> Result<Self, EvaluationError> {
        let worth = prepared.leaves.iter().map(|leaf| {
            let fault = |kind| EvaluationError::new(kind).in_criterion(leaf.criterion);
            let worth = prepared.model.criteria.get(leaf.criterion).and_then(|c| c.worth);
            match worth.ok_or_else(|| fault(Kind::NoWeight))? {
                Worth::Value(value) => Ok(Ratio::kroner(value)),
                Worth::ValuePercent(percent) => {
                    let fallback = field.fallback.ok_or_else(|| fault(Kind::NoFallbackCost))?;
                    Ok((share(percent) * Ratio::kroner(fallback)).reduced())
                }
                Worth::Uplift(percent) => Ok(share(percent)),
            }
        });
        Ok(Adjuster {
            adjustment,
            worth: worth.collect::<Result<_, EvaluationError>>()?,
            scale: prepared.scale.clone(),
        })
    }

    /// What a leaf is worth at full points.
    pub(super) fn worth_of(&self, leaf: usize) -> Option<&Ratio> {
        self.worth.get(leaf)
    }

    /// E in kroner, before rounding, for a price in kroner.
    pub(super) fn evaluated<'p>(&self, price: &Ratio, points: impl Iterator<Item = &'p Ratio>) -> Ratio {
        let adjustments = self.worth.iter().zip(points).fold(Ratio::ZERO, |sum, (worth, points)| {
            let counted = match self.adjustment {
                Adjustment::Subtract => points.clone(),
                Adjustment::Add | Adjustment::Uplift => &self.scale - points,
            };
            sum + worth * &counted
        });
        let adjustment = adjustments.checked_div(&self.scale).unwrap_or(Ratio::ZERO).reduced();
        match self.adjustment {
            // E = price − sum of value × points / scale
            Adjustment::Subtract => price - &adjustment,
            // E = price + sum of value × (scale − points) / scale
            Adjustment::Add => price + &adjustment,
            // E = price × (1 + sum of uplift% × (scale − points) / scale)
            Adjustment::Uplift => price * (Ratio::ONE + &adjustment),
        }
    }

    /// E by tier, from the discounted lot price, rounded to whole øre.
    pub(super) fn by_tier(
        &self,
        prices: &[Money],
        points: &[LeafPoints],
    ) -> Result<Vec<Money>, EvaluationError> {
        let tier = |price: &Money| {
            let e = self.evaluated(&Ratio::kroner(*price), points.iter().map(|p| &p.points));
            e.to_money_half_up().ok_or_else(|| EvaluationError::new(Kind::TooLarge))
        };
        prices.iter().map(tier).collect()
    }
}

fn share(percent: crate::number::Percent) -> Ratio {
    Ratio::new(percent.parts().into(), crate::number::Percent::HUNDRED_PARTS.into())
        .unwrap_or(Ratio::ZERO)
        .reduced()
}

/// By remaining bid, in file order: its result, and the result without any rounding. Combination discounts change a
/// bid's own price, never the references.
pub(super) fn formula_results(
    prepared: &PreparedModel<'_>,
    (formula, best): (&Expression, Best),
    field: &LotField,
    prices: &[Ratio],
    remaining: &[bool],
    by_bid: &[Vec<LeafPoints>],
) -> Result<Vec<(EvaluatedResult, Ratio)>, EvaluationError> {
    let lot = formula_lot(prepared, field, None);
    let inputs =
        |unrounded| formula_bids(prepared, formula, field, (prices, &[]), remaining, by_bid, unrounded);
    let bids = inputs(false)?;
    let computation = Computation::new(formula, &lot, &bids);
    // where points are rounded, the unrounded result starts from unrounded points; where it has none, from rounded ones
    let exact_bids = if prepared.model.rounding.points.is_some() && !formula.criteria().is_empty() {
        Some(inputs(true)?)
    } else {
        None
    };
    let exact = exact_bids.as_ref().map(|bids| (Computation::new(formula, &lot, bids), bids));
    let entries = field.bids.iter().zip(remaining).filter(|(_, s)| **s).map(|(e, _)| e);
    let mut out = Vec::with_capacity(bids.len());
    for (i, (bid, entry)) in bids.iter().zip(entries).enumerate() {
        let result = computation.result(bid)?;
        let unrounded = exact
            .as_ref()
            .and_then(|(computation, bids)| bids.get(i).and_then(|b| computation.result(b).ok()))
            .unwrap_or_else(|| result.clone());
        let evaluated = match best {
            Best::Highest => {
                let rounding = prepared.model.rounding;
                let rounded = round_to(&result, rounding.score, rounding.mode);
                EvaluatedResult::Score { rounded, unrounded: unrounded.clone() }
            }
            Best::Lowest => {
                let too_large = || EvaluationError::new(Kind::TooLarge).of_bid(entry.bid);
                let mut tiers = vec![result.to_money_half_up().ok_or_else(too_large)?];
                for price in entry.prices.iter().skip(1) {
                    let price = Ratio::kroner(*price);
                    let discounted = Bid { measure: price.clone(), price, ..bid.clone() };
                    let result = computation.result(&discounted)?;
                    tiers.push(result.to_money_half_up().ok_or_else(too_large)?);
                }
                EvaluatedResult::Price(tiers)
            }
        };
        out.push((evaluated, unrounded));
    }
    Ok(out)
}
