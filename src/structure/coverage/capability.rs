//! What each bidder can do, and what the tender's rule for missing codes lets pass.

use super::Basis;
use crate::{
    pricing::{BidReader, Overlay, Requirements, TariffPrices},
    tender::{Bid, CodeMap, CodePattern, Missing, Tender},
};

/// What each bidder can do under one structure (which matters for requirements judged by lot).
pub(super) struct Capability {
    pub(super) structure: usize,
    pub(super) basis: Vec<Basis>,
    /// By bid, by procedure.
    pub(super) can: Vec<Vec<bool>>,
}

impl Capability {
    pub(super) fn new(tender: &Tender, prices: &TariffPrices, structure: usize) -> Self {
        let requirements = Requirements::new(tender, structure);
        let basis: Vec<Basis> = tender.bids.iter().map(basis).collect();
        let can = (0..tender.bids.len())
            .map(|bid| match basis[bid] {
                Basis::Offers => offers(tender, prices, &requirements, structure, bid),
                Basis::Registration => registered(tender, &requirements, structure, bid),
            })
            .collect();
        Capability { structure, basis, can }
    }

    /// Whether the bid's `bids-on` leaves the lot out.
    pub(super) fn leaves_out(&self, tender: &Tender, bid: usize, lot: usize) -> bool {
        let mut own = tender.bids[bid].bids_on.iter().filter(|s| s.structure == self.structure).peekable();
        own.peek().is_some() && !own.any(|s| s.lots.contains(&lot))
    }
}

/// A bid that states any price or discount is taken at what it offers; one that states none at what it is registered for.
fn basis(bid: &Bid) -> Basis {
    let states_none = bid.discount.is_none()
        && bid.discounts.is_empty()
        && bid.prices.is_empty()
        && bid.file_discounts.is_empty();
    if states_none { Basis::Registration } else { Basis::Offers }
}

/// By procedure: the requirement that the bid fails for its code, on the lot it is in.
fn unmet_for(
    tender: &Tender,
    requirements: &Requirements<'_>,
    structure: usize,
    bid: usize,
) -> Vec<Option<u32>> {
    let by_lot = requirements.unmet_by_lot(bid);
    let mut unmet = vec![None; tender.procedures.len()];
    for (lot, failed) in tender.structures[structure].lots.iter().zip(&by_lot) {
        for &procedure in &lot.procedures {
            let found = failed.iter().find(|&&r| requirements.covers_code(r, procedure));
            unmet[procedure] = found.and_then(|&r| u32::try_from(r).ok());
        }
    }
    unmet
}

fn offers(
    tender: &Tender,
    prices: &TariffPrices,
    requirements: &Requirements<'_>,
    structure: usize,
    bid: usize,
) -> Vec<bool> {
    let unmet = unmet_for(tender, requirements, structure, bid);
    let reader = BidReader::new(tender, prices, &Overlay::default(), bid);
    // a price that would not fit is an offer all the same; figures are none of coverage's
    let offers = reader.offers(&|procedure| unmet[procedure]).unwrap_or_default();
    (0..tender.procedures.len()).map(|p| offers.get(p).is_none_or(|offer| offer.is_offered())).collect()
}

fn registered(tender: &Tender, requirements: &Requirements<'_>, structure: usize, bid: usize) -> Vec<bool> {
    fn set(patterns: &[CodePattern]) -> CodeMap<'_, ()> {
        CodeMap::new(patterns.iter().map(|p| (p, ())))
    }
    let unmet = unmet_for(tender, requirements, structure, bid);
    let own = &tender.bids[bid];
    let (not_offered, registered) = (set(&own.not_offered), own.registered.as_deref().map(set));
    let can = |(procedure, unmet): (&crate::tender::Procedure, &Option<u32>)| {
        let code = &procedure.code;
        unmet.is_none()
            && not_offered.get(code).is_none()
            && registered.as_ref().is_none_or(|r| r.get(code).is_some())
    };
    tender.procedures.iter().zip(&unmet).map(can).collect()
}

/// The tender's rule for missing codes, by procedure.
pub(super) struct MissingRule {
    /// At most so many may be missing; `None`: any number.
    pub(super) at_most: Option<usize>,
    /// By procedure: whether it may be missing at all.
    may_miss: Vec<bool>,
}

impl MissingRule {
    pub(super) fn new(tender: &Tender, prices: &TariffPrices) -> Self {
        match &tender.award.missing {
            Missing::Reject => {
                MissingRule { at_most: Some(0), may_miss: vec![false; tender.procedures.len()] }
            }
            Missing::PriceAtFallback { at_most, never } => {
                let never = CodeMap::new(never.iter().map(|p| (p, ())));
                let may = tender.procedures.iter().zip(&prices.fallback);
                let may = may.map(|(p, fallback)| fallback.is_some() && never.get(&p.code).is_none());
                MissingRule { at_most: at_most.map(|n| n as usize), may_miss: may.collect() }
            }
        }
    }

    /// Whether a procedure may be missing at all.
    pub(super) fn may_miss(&self, procedure: usize) -> bool {
        self.may_miss[procedure]
    }

    /// Whether a bid that lacks these of a lot of so many procedures can bid on it.
    pub(super) fn lets_in(&self, missing: &[usize], all: usize) -> bool {
        missing.len() < all
            && self.at_most.is_none_or(|n| missing.len() <= n)
            && missing.iter().all(|&p| self.may_miss(p))
    }
}
