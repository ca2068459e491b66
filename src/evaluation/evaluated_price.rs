//! `evaluated-price`: quality adjusts the price in kroner, the lowest wins (docs/reference/rules.md, "Evaluated price").

use super::{EvaluationError, LeafPoints, LotField, PreparedModel, error::EvaluationErrorKind as Kind};
use crate::{
    number::{Money, Ratio},
    tender::{Adjustment, Worth},
};

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
