//! Who supplies what under a framework, and at which price.

use jiff::civil::Date;

use crate::{
    number::{Percent, UnitPrice, Volume},
    outcome::Outcome,
    tender::Tender,
};

/// A supplier of one lot of a framework.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Supply {
    /// Index of the bid.
    pub bid: usize,
    /// From 1.
    pub rank: usize,
}

/// The suppliers of a lot in rank order; none where the award names nobody, as in a tie.
pub fn supplies(outcome: &Outcome<'_>, lot: usize) -> Vec<Supply> {
    let Some(awarded) = outcome.award.lots.get(lot) else { return Vec::new() };
    if outcome.tender.award.suppliers_per_lot > 1 {
        return awarded.suppliers.iter().map(|s| Supply { bid: s.bidder, rank: s.rank }).collect();
    }
    awarded.winner.map(|bid| Supply { bid, rank: 1 }).into_iter().collect()
}

/// What a supplier of a lot is paid for a procedure: its unit price less the combination discount with which it won, on a
/// day where prices are adjusted; without a day, as on the contract's first. `None` where it has no price there.
pub fn awarded_unit_price(
    outcome: &Outcome<'_>,
    lot: usize,
    bid: usize,
    procedure: usize,
    day: Option<Date>,
) -> Option<UnitPrice> {
    let stage = day.map_or(0, |day| outcome.priced.prices.stage_on(day));
    outcome.priced.line_rule().unit_at(stage, bid, procedure, awarded_discount(outcome, lot, bid))
}

/// The combination discount with which a supplier won a lot; 0 without one.
pub fn awarded_discount(outcome: &Outcome<'_>, lot: usize, bid: usize) -> Percent {
    let tier = outcome.award.lots.get(lot).map_or(0, |l| l.tier);
    let tiers = outcome.admitted.bids.get(bid).map(|b| b.tiers.as_slice()).unwrap_or_default();
    tiers.get(tier).copied().unwrap_or(Percent::ZERO)
}

/// The most that a bidder takes of a lot where a lot has several suppliers: its `lot-capacity`, else its `capacity`.
pub fn lot_capacity(tender: &Tender, structure: usize, bid: usize, lot: usize) -> Option<Volume> {
    let own = tender.bids.get(bid)?;
    let of_lot =
        own.lot_capacities.iter().filter(|c| c.structure == structure && c.lot == lot).map(|c| c.volume);
    of_lot.min().or(own.capacity.map(|(volume, _)| volume))
}
