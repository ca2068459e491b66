//! Who supplies what under a framework, and at which price.

use crate::{
    outcome::Outcome,
    quantity::{Percent, UnitPrice},
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

/// What a supplier of a lot is paid for a procedure: its unit price less the combination discount with which it won. `None`
/// where it has no price there.
pub fn awarded_unit_price(
    outcome: &Outcome<'_>,
    lot: usize,
    bid: usize,
    procedure: usize,
) -> Option<UnitPrice> {
    let unit = outcome.priced.offers.get(bid)?.get(procedure)?.unit()?;
    let tier = outcome.award.lots.get(lot).map_or(0, |l| l.tier);
    let discount = outcome.admitted.bids.get(bid)?.tiers.get(tier).copied().unwrap_or(Percent::ZERO);
    Some(if discount == Percent::ZERO { unit } else { unit.less_percent_half_up(discount) })
}
