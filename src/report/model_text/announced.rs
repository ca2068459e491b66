//! The rules that must be announced beforehand: lots and their order, limits, conditions, ties.

use super::Writer;
use crate::{
    number::Figure,
    report::page::{Item, Part},
    tender::{Condition, Sharing, Structure, TieRule, UnawardedRule},
};

pub(super) fn announced(w: Writer<'_>) -> Part {
    let award = &w.tender.award;
    let mut rules = Vec::new();
    if let Some(structure) = w.tender.structures.get(award.structure) {
        rules.extend(structure_rules(w, structure));
    }
    rules.push(
        match award.unawarded {
            UnawardedRule::IfNoAwardPossible => w.words.unawarded_fewest,
            UnawardedRule::IfCheaper => w.words.unawarded_cheaper,
        }
        .to_owned(),
    );
    rules.push(if award.ties.is_empty() {
        w.words.no_ties.to_owned()
    } else {
        let ties: Vec<String> = award.ties.iter().map(|t| tie(w, t)).collect();
        w.fill(w.words.ties, vec![("rules", Figure::from(ties))])
    });
    if award.suppliers_per_lot > 1 {
        rules.push(w.fill(w.words.suppliers_per_lot, vec![("n", Figure::from(award.suppliers_per_lot))]));
        rules.push(match &award.sharing {
            Sharing::Ranked => w.words.ranked.to_owned(),
            Sharing::Shares(shares) => {
                let shares: Vec<String> =
                    shares.iter().map(|s| w.language.figure(&Figure::from(*s))).collect();
                w.fill(w.words.shares, vec![("shares", Figure::from(shares))])
            }
        });
        if let Some(percent) = award.within_percent {
            rules.push(w.fill(w.words.within_percent, vec![("percent", Figure::from(percent))]));
        }
    }
    if let Some(percent) = award.low_price_flag {
        rules.push(w.fill(w.words.low_price_flag, vec![("percent", Figure::from(percent))]));
    }
    if let Some(contract) = w.tender.head.contract {
        let args = vec![("from", Figure::from(contract.from)), ("until", Figure::from(contract.until))];
        rules.push(w.fill(w.words.contract, args));
    }
    let mut part = Part::new(w.fill(w.words.heading_announced, w.kind()));
    part.list(rules.into_iter().map(Item::new).collect());
    part
}

fn structure_rules(w: Writer<'_>, structure: &Structure) -> Vec<String> {
    let mut rules = Vec::new();
    let lots: Vec<String> = structure.lots.iter().map(|l| l.title.clone()).collect();
    let mut args = vec![
        ("structure", Figure::from(structure.title.as_str())),
        ("count", Figure::from(lots.len())),
        ("lots", Figure::from(lots)),
    ];
    args.extend(w.kind());
    rules.push(w.fill(w.words.lots, args));
    let conditions: Vec<String> = structure
        .bidders_may
        .iter()
        .map(|c| match c {
            Condition::Combination => w.words.combination,
            Condition::Capacity => w.words.capacity,
            Condition::MaxLots => w.words.max_lots,
            Condition::OnlyTogether => w.words.only_together,
        })
        .map(str::to_owned)
        .collect();
    rules.push(if conditions.is_empty() {
        w.words.no_conditions.to_owned()
    } else {
        w.fill(w.words.conditions, vec![("list", Figure::from(conditions))])
    });
    for (limit, template) in [
        (structure.max_lots_per_bidder, w.words.max_lots_per_bidder),
        (structure.min_suppliers, w.words.min_suppliers),
        (structure.max_suppliers, w.words.max_suppliers),
    ] {
        if let Some(n) = limit {
            rules.push(w.fill(template, vec![("n", Figure::from(n))]));
        }
    }
    for lot in &structure.lots {
        if let Some(weight) = lot.weight {
            let args = vec![("lot", Figure::from(lot.title.as_str())), ("weight", w.number(weight))];
            rules.push(w.fill(w.words.lot_weight, args));
        }
    }
    rules
}

fn tie(w: Writer<'_>, rule: &TieRule) -> String {
    match rule {
        TieRule::LowerPrice => w.words.lower_price.to_owned(),
        TieRule::Higher(criterion) => {
            w.fill(w.words.higher, vec![("criterion", Figure::from(criterion.as_str()))])
        }
        TieRule::FewerSuppliers => w.words.fewer_suppliers.to_owned(),
        TieRule::MoreSuppliers => w.words.more_suppliers.to_owned(),
        TieRule::EarlierReceived => w.words.earlier_received.to_owned(),
        TieRule::Draw => w.words.draw.to_owned(),
    }
}
