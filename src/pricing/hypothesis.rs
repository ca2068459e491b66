//! What a line would be scored at for a price or a discount that somebody supposes, without any bid.

use super::{CapEffect, Stage, TariffPrices};
use crate::{
    number::{Overflow, Percent, UnitPrice, divide_half_up},
    tender::ScoredPrice,
};

/// What is supposed of a bid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Supposed {
    /// A price, on the contract's first day.
    Price(UnitPrice),
    /// A discount off this tariff (index).
    Discount(Percent, usize),
}

impl TariffPrices {
    /// The unit price in a stage of the calendar; `None` where the tariff has no price.
    ///
    /// # Errors
    /// [`Overflow`] where an adjusted price would not fit.
    fn supposed_unit(
        &self,
        supposed: Supposed,
        stage: usize,
        procedure: usize,
    ) -> Result<Option<UnitPrice>, Overflow> {
        let moved: Option<&Stage> = self.calendar.as_ref().and_then(|c| c.stages.get(stage));
        match (supposed, moved) {
            (Supposed::Price(price), None) => Ok(Some(price)),
            (Supposed::Price(price), Some(stage)) => stage.prices.times_half_up(price).map(Some),
            (Supposed::Discount(discount, tariff), moved) => {
                let Some(base) = self.price_at(stage, tariff, procedure) else { return Ok(None) };
                match moved {
                    None => Ok(Some(base.less_percent_half_up(discount))),
                    Some(stage) => stage.discounts.times_less_percent_half_up(base, discount).map(Some),
                }
            }
        }
    }

    /// The scored unit price, as `LineRule::scored` has it for a bid; `None` where there is none.
    pub fn supposed_scored(
        &self,
        effect: CapEffect,
        supposed: Supposed,
        procedure: usize,
    ) -> Option<UnitPrice> {
        let first = self.supposed_unit(supposed, 0, procedure).ok()??;
        let by_days =
            matches!(effect, CapEffect::PaysCapWhileInForce { scored: ScoredPrice::TimeWeighted, .. });
        let Some(calendar) = self.calendar.as_ref().filter(|_| by_days) else {
            return Some(effect.scored_unit_price(first, self.cap(procedure)));
        };
        let (mut sum, mut all) = (0, 0);
        for &(stage, cap_in_force, days) in &calendar.paid_days {
            let unit = self.supposed_unit(supposed, stage, procedure).ok()??;
            let cap = self.cap_at(stage, procedure).filter(|_| cap_in_force);
            sum += i128::from(cap.map_or(unit, |cap| unit.min(cap)).ore()) * i128::from(days);
            all += i128::from(days);
        }
        if all == 0 { Some(first) } else { UnitPrice::from_computed_ore(divide_half_up(sum, all)).ok() }
    }

    /// Whether the scored unit price is a mean over days on which prices move.
    pub fn moves_scored_prices(&self, effect: CapEffect) -> bool {
        self.calendar.is_some()
            && matches!(effect, CapEffect::PaysCapWhileInForce { scored: ScoredPrice::TimeWeighted, .. })
    }
}
