//! The figures of one line: the same functions that priced the bid, asked again.

use crate::{
    outcome::Outcome,
    pricing::{CapEffect, is_above_cap},
    quantity::{Money, Percent, UnitPrice, Volume},
};

/// A line with a unit price.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LineFigures {
    /// With the combination discount.
    pub(crate) unit: UnitPrice,
    /// Of the procedure, above it or not.
    pub(crate) cap: Option<UnitPrice>,
    /// What is scored in place of the unit price.
    pub(crate) scored: UnitPrice,
    /// How many are expected.
    pub(crate) volume: Volume,
    /// Scored unit price times volume.
    pub(crate) line: Money,
    /// What the bidder would be paid for it.
    pub(crate) payment: Money,
}

impl LineFigures {
    /// `None` where the bid has no unit price for the procedure.
    pub(crate) fn of(outcome: &Outcome<'_>, bid: usize, procedure: usize, discount: Percent) -> Option<Self> {
        let priced = &outcome.priced;
        let unit = priced.offers[bid].get(procedure)?.unit()?;
        let unit = if discount == Percent::ZERO { unit } else { unit.less_percent_half_up(discount) };
        let (cap, volume) = (priced.prices.cap(procedure), priced.prices.volumes[procedure]);
        let effect = cap_effect(outcome);
        let scored = effect.scored_unit_price(unit, cap);
        Some(LineFigures {
            unit,
            cap,
            scored,
            volume,
            line: scored.times(volume),
            payment: effect.expected_payment_half_up(unit, cap, volume),
        })
    }

    pub(crate) fn is_above_cap(&self) -> bool {
        is_above_cap(self.unit, self.cap)
    }
}

pub(super) fn cap_effect(outcome: &Outcome<'_>) -> CapEffect {
    CapEffect::new(
        outcome.tender.cap.map(|c| c.above),
        outcome.priced.overlay.scored,
        outcome.priced.prices.days,
    )
}

/// The combination discount with which the bid wins the lot, if it wins it with one.
pub(crate) fn discount_won(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Option<Percent> {
    let award = outcome.award.lots.get(lot).filter(|l| l.winner == Some(bid) && l.tier > 0)?;
    outcome.admitted.bids[bid].tiers.get(award.tier).copied()
}
