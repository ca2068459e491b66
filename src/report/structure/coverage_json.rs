//! `udbud.coverage/1` (docs/reference/structures.md).

use serde_json::{Value, json};

use crate::{
    number::Ratio,
    report::tender_json,
    structure::{Basis, Coverage, LotCoverage, RemovalSet, StructureCoverage},
};

/// Who can bid on what.
pub fn coverage_json(coverage: &Coverage<'_>) -> Value {
    let tender = coverage.tender;
    let basis = |b: &Basis| match b {
        Basis::Offers => "offers",
        Basis::Registration => "registration",
    };
    let who = |procedure: usize| {
        let can = (0..tender.bids.len()).filter(|&b| coverage.can[b][procedure]).collect::<Vec<_>>();
        json!({
            "code": tender.procedures[procedure].code,
            "name": tender.procedures[procedure].name,
            "bidders": can.len(),
            "can-bid": names(coverage, &can),
        })
    };
    let bidder = |(b, basis_of): (usize, &Basis)| {
        let can = coverage.can[b].iter().filter(|c| **c).count();
        json!({ "bidder": tender.bids[b].bidder, "from": basis(basis_of), "procedures": can })
    };
    json!({
        "schema": "udbud.coverage/1",
        "engine": concat!("udbud ", env!("CARGO_PKG_VERSION")),
        "tender": tender_json(tender),
        "bidders": coverage.basis.iter().enumerate().map(bidder).collect::<Vec<_>>(),
        "procedures": (0..tender.procedures.len()).map(who).collect::<Vec<_>>(),
        "structures": coverage.structures.iter().map(|s| structure_json(coverage, s)).collect::<Vec<_>>(),
    })
}

fn names<'a>(coverage: &'a Coverage<'_>, bids: &[usize]) -> Vec<&'a str> {
    bids.iter().map(|&b| coverage.tender.bids[b].bidder.as_str()).collect()
}

fn codes<'a>(coverage: &'a Coverage<'_>, procedures: &[usize]) -> Vec<&'a str> {
    procedures.iter().map(|&p| coverage.tender.procedures[p].code.as_str()).collect()
}

fn structure_json(coverage: &Coverage<'_>, covered: &StructureCoverage) -> Value {
    let structure = &coverage.tender.structures[covered.structure];
    let lots = structure.lots.iter().zip(&covered.lots);
    json!({
        "id": structure.id,
        "title": structure.title,
        "published": covered.structure == coverage.tender.award.structure,
        "can-bid-on-all": names(coverage, &covered.on_all),
        "can-bid-on-some": names(coverage, &covered.on_some),
        "lots": lots.map(|(lot, covered)| lot_json(coverage, lot, covered)).collect::<Vec<_>>(),
    })
}

fn lot_json(coverage: &Coverage<'_>, lot: &crate::tender::Lot, covered: &LotCoverage) -> Value {
    let shut_out = covered.shut_out.iter().map(|(b, missing)| {
        json!({ "bidder": coverage.tender.bids[*b].bidder, "missing": codes(coverage, missing) })
    });
    let smallest = covered.smallest.iter().map(|s| {
        json!({
            "more": s.more,
            "size": s.size,
            "complete": s.complete,
            "sets": s.sets.iter().map(|set| set_json(coverage, set)).collect::<Vec<_>>(),
        })
    });
    json!({
        "lot": lot.id,
        "procedures": lot.procedures.len(),
        "bidders": covered.can_bid.len(),
        "can-bid": names(coverage, &covered.can_bid),
        "shut-out": shut_out.collect::<Vec<_>>(),
        "not-bid": names(coverage, &covered.not_bid),
        "smallest-sets": smallest.collect::<Vec<_>>(),
    })
}

fn set_json(coverage: &Coverage<'_>, set: &RemovalSet) -> Value {
    let percent = |p: &Option<Ratio>| p.as_ref().map(|p| p.to_decimals_half_up(2));
    json!({
        "codes": codes(coverage, &set.procedures),
        "lets-in": names(coverage, &set.let_in),
        "own-lot": names(coverage, &set.own_lot),
        "value-percent": percent(&set.value_percent),
        "volume-percent": percent(&set.volume_percent),
    })
}
