//! The figures of one line: the same functions that priced the bid, asked again.

use crate::{
    number::Percent,
    outcome::Outcome,
    pricing::{CapEffect, Line},
};

/// `None` where the bid has no unit price for the procedure.
pub(super) fn line_of(
    outcome: &Outcome<'_>,
    bid: usize,
    procedure: usize,
    discount: Percent,
) -> Option<Line> {
    outcome.priced.line_rule().line(bid, procedure, discount)
}

pub(super) fn cap_effect(outcome: &Outcome<'_>) -> CapEffect {
    outcome.priced.line_rule().effect()
}

/// The combination discount with which the bid wins the lot, if it wins it with one.
pub(crate) fn discount_won(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Option<Percent> {
    let award = outcome.award.lots.get(lot).filter(|l| l.winner == Some(bid) && l.tier > 0)?;
    outcome.admitted.bids[bid].tiers.get(award.tier).copied()
}
