//! The canonical lines of the bids.

use super::{Lines, kroner, number, quote};
use crate::tender::{Bid, Combination, CombinationCondition, Tender};

/// Every bid: what it states, and that it is there.
pub(super) fn bids(tender: &Tender) -> Lines {
    let mut lines = Lines::default();
    for own in &tender.bids {
        bid(&mut lines, tender, own);
    }
    lines
}

fn bid(lines: &mut Lines, tender: &Tender, bid: &Bid) {
    let path = format!("bid.{}", quote(&bid.bidder));
    let at = |key: &str| format!("{path}.{key}");
    lines.plain(path.clone(), "yes");
    if let Some(group) = &bid.group {
        lines.quoted(at("group"), group);
    }
    lines.plain_if(at("received"), bid.received);
    lines.plain_if(at("discount"), bid.discount.map(|(discount, _)| discount));
    for own in &bid.discounts {
        lines.plain(at(&format!("discounts.{}", quote(&own.codes.to_string()))), own.discount);
    }
    let code = |procedure: u32| tender.procedures.get(procedure as usize).map_or("", |p| p.code.as_str());
    for own in &bid.prices {
        lines.plain(at(&format!("price.{}", quote(code(own.procedure)))), kroner(own.price.into()));
    }
    for own in &bid.file_discounts {
        lines.plain(at(&format!("file-discount.{}", quote(code(own.procedure)))), own.discount);
    }
    for pattern in &bid.not_offered {
        lines.plain(at(&format!("not-offered.{}", quote(&pattern.to_string()))), "yes");
    }
    if let Some(registered) = &bid.registered {
        lines.plain(at("registered"), "stated");
        for pattern in registered {
            lines.plain(at(&format!("registered.{}", quote(&pattern.to_string()))), "yes");
        }
    }
    for (name, value, _) in &bid.values {
        lines.plain(at(&format!("value.{}", quote(name))), number(*value));
    }
    conditions(lines, tender, bid, at);
}

/// What a bid says of lots: which it bids on, what it can take, what it sets as a condition.
fn conditions(lines: &mut Lines, tender: &Tender, bid: &Bid, at: impl Fn(&str) -> String) {
    let structure = |s: usize| tender.structures.get(s).map_or("", |s| s.id.as_str());
    let lot = |s: usize, l: usize| {
        tender.structures.get(s).and_then(|s| s.lots.get(l)).map_or("", |l| l.id.as_str())
    };
    lines.plain_if(at("capacity"), bid.capacity.map(|(volume, _)| volume));
    lines.plain_if(at("max-lots"), bid.max_lots.map(|(count, _)| count));
    for own in &bid.bids_on {
        let path = at(&format!("bids-on.{}", quote(structure(own.structure))));
        lines.plain(path.clone(), "stated");
        for &l in &own.lots {
            lines.plain(format!("{path}.lot.{}", quote(lot(own.structure, l))), "yes");
        }
    }
    for own in &bid.lot_capacities {
        let (s, l) = (quote(structure(own.structure)), quote(lot(own.structure, own.lot)));
        lines.plain(at(&format!("lot-capacity.{s}.{l}")), own.volume);
    }
    for (n, own) in bid.only_together.iter().enumerate() {
        let path = at(&format!("only-together.{}", n + 1));
        lines.quoted(format!("{path}.structure"), structure(own.structure));
        for &l in &own.lots {
            lines.plain(format!("{path}.lot.{}", quote(lot(own.structure, l))), "yes");
        }
    }
    for (n, own) in bid.combinations.iter().enumerate() {
        let path = at(&format!("combination.{}", n + 1));
        combination(lines, own, &path, structure, lot);
    }
}

/// Exactly one condition is stated; lots may be none.
fn combination<'t>(
    lines: &mut Lines,
    own: &Combination,
    path: &str,
    structure: impl Fn(usize) -> &'t str,
    lot: impl Fn(usize, usize) -> &'t str,
) {
    lines.plain(format!("{path}.discount"), own.discount);
    if let Some(s) = own.structure {
        lines.quoted(format!("{path}.structure"), structure(s));
    }
    match &own.condition {
        CombinationCondition::MinLots(count) => lines.plain(format!("{path}.min-lots"), count),
        CombinationCondition::AllLots => lines.plain(format!("{path}.all-lots"), "yes"),
        CombinationCondition::Lots(lots) => {
            for &l in lots {
                let id = own.structure.map_or("", |s| lot(s, l));
                lines.plain(format!("{path}.lot.{}", quote(id)), "yes");
            }
        }
    }
}
