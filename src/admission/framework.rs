//! The rules on a bid in a mini-tender (docs/reference/rules.md, "Admissibility"): who is a party, and what a party may charge.

use super::{AdmittedBid, Finding, FindingCode, LotBid};
use crate::{
    pricing::{Offer, PricedBids},
    tender::{MaxPrice, Severity},
};

/// Who is no party to the framework is out; who is a party on some lots alone is out on the others that it bids on.
pub(super) fn is_no_framework_party(priced: &PricedBids<'_>, bid: usize, bids_on: &[bool]) -> Vec<Finding> {
    let Some(framework) = &priced.tender.framework else { return Vec::new() };
    let structure = &priced.tender.structures[priced.structure];
    let bidder = priced.tender.bids[bid].bidder.as_str();
    let out: Vec<usize> = (0..structure.lots.len())
        .filter(|&l| !framework.parties_of(&structure.lots[l].procedures).any(|p| p.bidder == bidder))
        .collect();
    let finding = || {
        Finding::new(FindingCode::NotFrameworkParty, Severity::Error).with("framework", framework.id.as_str())
    };
    if out.len() == structure.lots.len() {
        return vec![finding()];
    }
    let theirs = |lot: usize| -> Vec<String> {
        let lots = framework.lots_of(&structure.lots[lot].procedures);
        lots.into_iter().filter_map(|l| framework.lots.get(l).cloned()).collect()
    };
    out.into_iter().filter(|&l| bids_on[l]).map(|l| finding().on_lot(l).with("lots", theirs(l))).collect()
}

/// No unit price is above the bidder's own in the framework, asked of the prices without combination discount here. A code
/// for which it has no price of its own there is told of as a note.
pub(super) fn is_above_framework_price(
    priced: &PricedBids<'_>,
    bid: usize,
    offers: &[Offer],
    lot: usize,
) -> Vec<Finding> {
    let Some(framework) = priced.tender.framework.as_ref().filter(|f| f.max_price == MaxPrice::OwnBid) else {
        return Vec::new();
    };
    let Some(party) = framework.party(&priced.tender.bids[bid].bidder) else { return Vec::new() };
    let procedures = &priced.tender.structures[priced.structure].lots[lot].procedures;
    let findings = procedures.iter().filter_map(|&p| {
        let unit = offers[p].unit()?;
        let own = party.prices.get(p).copied().flatten();
        let finding = match own {
            None => Finding::new(FindingCode::NoFrameworkPrice, Severity::Note),
            Some(own) if unit > own => Finding::new(FindingCode::AboveFrameworkPrice, Severity::Error)
                .with("unit", unit)
                .with("framework", own),
            Some(_) => return None,
        };
        Some(finding.on_lot(lot).on_procedure(p))
    });
    findings.collect()
}

/// The parties that did not bid on a lot, which they were invited to.
pub fn parties_without_bid(priced: &PricedBids<'_>, bids: &[AdmittedBid]) -> Vec<Finding> {
    let Some(framework) = &priced.tender.framework else { return Vec::new() };
    let mut findings = Vec::new();
    for (l, lot) in priced.tender.structures[priced.structure].lots.iter().enumerate() {
        for party in framework.parties_of(&lot.procedures) {
            let own = priced.tender.bids.iter().position(|b| b.bidder == party.bidder);
            let bid_here = own.and_then(|b| bids.get(b)).is_some_and(|b| b.lots[l] != LotBid::NotBid);
            if !bid_here {
                let note = Finding::new(FindingCode::PartyWithoutBid, Severity::Note).on_lot(l);
                findings.push(note.with("bidder", party.bidder.as_str()));
            }
        }
    }
    findings
}
