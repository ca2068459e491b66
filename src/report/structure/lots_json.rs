//! `udbud.lot-search/1` (docs/reference/json.md).

use serde_json::{Value, json};

use super::compare_json::variation_json;
use crate::{
    report::tender_json,
    structure::{BestGrouping, LotGroup, LotSearch, SearchOptions, Variation},
    tender::Tender,
};

/// The best groupings for each number of lots. Nothing here depends on the language.
pub fn lot_search_json(
    tender: &Tender,
    variation: &Variation,
    options: &SearchOptions,
    search: &LotSearch,
) -> Value {
    let block = |(id, procedures): &(String, Vec<usize>)| {
        let codes: Vec<&str> = procedures.iter().map(|&p| tender.procedures[p].code.as_str()).collect();
        json!({ "id": id, "codes": codes })
    };
    json!({
        "schema": "udbud.lot-search/1",
        "engine": concat!("udbud ", env!("CARGO_PKG_VERSION")),
        "tender": tender_json(tender),
        "published": false,
        "variation": variation_json(tender, variation),
        "cost-per-contract": options.cost_per_contract.to_string(),
        "min-bidders-per-lot": options.min_bidders_per_lot,
        "keep-together": options.keep_together,
        "totals-are": if search.totals_are_costs { "expected-cost" } else { "evaluated-price" },
        "rules-across-lots": search.rules,
        "blocks": search.blocks.all.iter().map(block).collect::<Vec<_>>(),
        "optimum": search.optimum().map(|b| b.lots),
        "best": search.best.iter().map(|b| best_json(tender, options, search, b)).collect::<Vec<_>>(),
    })
}

fn best_json(tender: &Tender, options: &SearchOptions, search: &LotSearch, best: &BestGrouping) -> Value {
    let ids = |blocks: &[usize]| blocks.iter().map(|&b| search.blocks.all[b].0.as_str()).collect::<Vec<_>>();
    let bidder = |b: usize| tender.bids[b].bidder.as_str();
    let group = |g: &LotGroup| {
        json!({
            "blocks": ids(&g.blocks),
            "winner": g.winner.map(bidder),
            "tied": if g.tied.len() > 1 { g.tied.iter().map(|&b| bidder(b)).collect() } else { Vec::new() },
            "price": g.price.map(|p| p.to_string()),
            "bidders": g.bidders,
        })
    };
    let next = best.next.iter().map(|(total, grouping)| {
        json!({ "total": total.to_string(), "grouping": grouping.iter().map(|g| ids(g)).collect::<Vec<_>>() })
    });
    json!({
        "lots": best.lots,
        "total": best.total.map(|t| t.to_string()),
        "grouping": best.groups.iter().map(|g| ids(&g.blocks)).collect::<Vec<_>>(),
        "winners": best.groups.iter().map(|g| g.winner.map(bidder)).collect::<Vec<_>>(),
        "contract-costs": best.contract_costs.to_string(),
        "groups": best.groups.iter().map(group).collect::<Vec<_>>(),
        "proven": best.proven,
        "bound": best.bound.map(|b| b.to_string()),
        "within": json!({ "distance": options.within.to_string(), "groupings": best.within }),
        "next": next.collect::<Vec<_>>(),
    })
}
