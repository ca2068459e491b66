//! `[pricing]`, `[cap]`, `[fallback]`, `[award]`

use rust_decimal::Decimal;
use toml::de::DeValue;

use super::{
    bids::Bids,
    keys,
    model::Criteria,
    names::{Codes, distinct},
    node::{At, Node, TableReader},
    problems::Problems,
    procurement::Tariffs,
    structures::{Structures, WHOLE},
};
use crate::{
    number::{Percent, Period, Ratio},
    tender::{
        AboveCap, AwardRules, Cap, Missing, PriceForm, Pricing, Problem, ProblemCode, ScoredPrice, Sharing,
        TieRule, UnawardedRule,
    },
};

const FORMS: [(&str, PriceForm); 4] = [
    (PriceForm::OneDiscount.name(), PriceForm::OneDiscount),
    (PriceForm::DiscountByCode.name(), PriceForm::DiscountByCode),
    (PriceForm::Price.name(), PriceForm::Price),
    (PriceForm::Free.name(), PriceForm::Free),
];

pub(super) const ABOVE_CAP: [(&str, AboveCap); 3] = [
    ("pay-cap-while-in-force", AboveCap::PayCapWhileInForce(ScoredPrice::Bid)),
    ("reject-bid", AboveCap::RejectBid),
    ("reject-line", AboveCap::RejectLine),
];

pub(super) const SCORED: [(&str, ScoredPrice); 3] = [
    (ScoredPrice::Bid.name(), ScoredPrice::Bid),
    (ScoredPrice::Capped.name(), ScoredPrice::Capped),
    (ScoredPrice::TimeWeighted.name(), ScoredPrice::TimeWeighted),
];

/// `[pricing]`, and whether it states a discount base, be it one that exists.
pub(super) fn read_pricing(root: TableReader<'_>, tariffs: &Tariffs, p: &mut Problems) -> (Pricing, bool) {
    let Some(t) = root.table("pricing", &keys::PRICING, p) else { return (Pricing::default(), false) };
    let base = t.get("discount-base");
    let pricing = Pricing {
        discount_base: base.and_then(|n| n.name(p)).and_then(|id| tariffs.find(&id, p)),
        form: t.get("form").and_then(|n| n.choice(&FORMS, p)).map_or(PriceForm::Free, |f| f.value),
        place: Some(t.place),
    };
    (pricing, base.is_some())
}

/// `[cap]`
pub(super) fn read_cap(
    root: TableReader<'_>,
    tariffs: &Tariffs,
    contract: Option<Period>,
    p: &mut Problems,
) -> Option<Cap> {
    let Some(node) = root.get("cap") else {
        p.note(ProblemCode::TenderWithoutCap, root.place);
        return None;
    };
    let t = TableReader::open(node, &keys::CAP, p)?;
    let id = t.need("tariff", p).and_then(|n| n.name(p));
    let tariff = id.as_ref().and_then(|id| tariffs.find(id, p));
    let above = t.need("above-cap", p).and_then(|n| n.choice(&ABOVE_CAP, p));
    let scored_node = t.get("scored-price");
    let scored = scored_node.and_then(|n| n.choice(&SCORED, p));
    let above = match above {
        Some(At { value: AboveCap::PayCapWhileInForce(_), place }) => {
            if scored_node.is_none() {
                p.note(ProblemCode::ScoredPriceMissing, place);
            }
            match (contract, tariff.and_then(|i| tariffs.list.get(i))) {
                (None, _) => p.note(ProblemCode::CapNeedsContract, place),
                (Some(contract), Some(tariff))
                    if tariff.in_force.is_some_and(|f| f.overlap(contract).is_none()) =>
                {
                    p.add(
                        Problem::new(ProblemCode::CapNeverInForce, place).with("tariff", tariff.id.as_str()),
                    );
                }
                _ => {}
            }
            AboveCap::PayCapWhileInForce(scored.map_or(ScoredPrice::Bid, |s| s.value))
        }
        Some(other) => {
            if let Some(node) = scored_node {
                p.add(
                    Problem::new(ProblemCode::ScoredPriceUnused, node.place).with("mode", other.value.name()),
                );
            }
            other.value
        }
        None => AboveCap::RejectBid,
    };
    Some(Cap { tariff: tariff?, above, place: t.place })
}

/// `[fallback] tariffs`
pub(super) fn read_fallback(
    root: TableReader<'_>,
    tariffs: &Tariffs,
    contract: Option<Period>,
    p: &mut Problems,
) -> Vec<usize> {
    let Some(t) = root.table("fallback", &keys::FALLBACK, p) else { return Vec::new() };
    let Some(node) = t.need("tariffs", p) else { return Vec::new() };
    let mut fallback = Vec::new();
    let mut always: Option<String> = None;
    for id in distinct(node, p) {
        let Some(tariff) = tariffs.find(&id, p) else { continue };
        match (&always, tariffs.list.get(tariff)) {
            (Some(first), _) => p.add(
                Problem::new(ProblemCode::FallbackNeverReached, id.place)
                    .with("tariff", id.value.as_str())
                    .with("first", first.as_str()),
            ),
            (None, Some(t)) if t.in_force.is_none() => always = Some(t.id.clone()),
            _ => {}
        }
        fallback.push(tariff);
    }
    if fallback.len() > 1 && contract.is_none() {
        p.note(ProblemCode::FallbackWithoutContract, node.place);
    }
    fallback
}

const UNAWARDED: [(&str, UnawardedRule); 2] =
    [("if-no-award-possible", UnawardedRule::IfNoAwardPossible), ("if-cheaper", UnawardedRule::IfCheaper)];

/// What `[award]` refers to.
#[derive(Clone, Copy, Debug)]
pub(super) struct AwardContext<'a> {
    pub(super) codes: &'a Codes,
    pub(super) structures: &'a Structures,
    pub(super) criteria: &'a Criteria,
    /// `None` where the tender is read without bids: then no draw was held.
    pub(super) bids: Option<&'a Bids>,
}

/// `[award]`
pub(super) fn read_award(root: TableReader<'_>, context: AwardContext<'_>, p: &mut Problems) -> AwardRules {
    let mut award = AwardRules {
        structure: 0,
        missing: Missing::Reject,
        unawarded: UnawardedRule::IfNoAwardPossible,
        ties: Vec::new(),
        draw: Vec::new(),
        low_price_flag: None,
        suppliers_per_lot: 1,
        sharing: Sharing::Ranked,
        within_percent: None,
        place: root.place,
    };
    let table = root.table("award", &keys::AWARD, p);
    let place = table.map_or(root.place, |t| t.place);
    award.place = place;
    let named = table.and_then(|t| t.get("structure"));
    let structure = match named {
        Some(node) => node.name(p),
        None => Some(At::new(WHOLE.into(), place)),
    };
    if let Some(index) = structure.and_then(|id| context.structures.find(&id, p)) {
        award.structure = index;
    }
    let Some(t) = table else { return award };
    if let Some(node) = t.get("missing") {
        award.missing = read_missing(node, context.codes, p);
    }
    if let Some(rule) = t.get("unawarded").and_then(|n| n.choice(&UNAWARDED, p)) {
        award.unawarded = rule.value;
    }
    award.ties = t.get("ties").map_or_else(Vec::new, |n| read_ties(n, context.criteria, p));
    if let (Some(node), Some(bids)) = (t.get("draw"), context.bids) {
        award.draw = read_draw(node, bids, &award.ties, p);
    }
    award.low_price_flag = t.get("low-price-flag").and_then(|n| n.percent(0, 100, p)).map(|n| n.value);
    read_suppliers(t, &mut award, p);
    award
}

/// `missing = "reject"`, or `{ rule = "price-at-fallback", at-most = 2, never = ["KNGB*"] }`
pub(super) fn read_missing(node: Node<'_>, codes: &Codes, p: &mut Problems) -> Missing {
    const RULES: [(&str, bool); 2] = [("reject", false), ("price-at-fallback", true)];
    if !matches!(node.value, DeValue::Table(_)) {
        let at_fallback = node.choice(&RULES, p).is_some_and(|r| r.value);
        return if at_fallback {
            Missing::PriceAtFallback { at_most: None, never: Vec::new() }
        } else {
            Missing::Reject
        };
    }
    let Some(t) = TableReader::open(node, &keys::MISSING, p) else { return Missing::Reject };
    let rule = t.need("rule", p).and_then(|n| n.choice(&RULES, p));
    let at_most = t.get("at-most").and_then(|n| n.count(0, u32::MAX, p)).map(|n| n.value);
    let never = t.get("never").map_or_else(Vec::new, |n| codes.patterns(n, p));
    if rule.is_none_or(|r| r.value) {
        return Missing::PriceAtFallback { at_most, never };
    }
    for key in ["at-most", "never"] {
        if let Some(node) = t.get(key) {
            p.add(
                Problem::new(ProblemCode::WithoutEffect, node.place)
                    .with("key", key)
                    .with("because", "rule = \"reject\""),
            );
        }
    }
    Missing::Reject
}

/// `ties = ["lower-price", "draw"]`
fn read_ties(node: Node<'_>, criteria: &Criteria, p: &mut Problems) -> Vec<TieRule> {
    let plain = [
        ("lower-price", TieRule::LowerPrice),
        ("fewer-suppliers", TieRule::FewerSuppliers),
        ("more-suppliers", TieRule::MoreSuppliers),
        ("earlier-received", TieRule::EarlierReceived),
        ("draw", TieRule::Draw),
    ];
    let mut rules: Vec<TieRule> = Vec::new();
    for name in super::names::distinct(node, p) {
        if let Some(id) = name.value.strip_prefix("higher:") {
            let id = At::new(id.to_owned(), name.place);
            if criteria.find(&id, p).is_some() {
                rules.push(TieRule::Higher(id.value));
            }
            continue;
        }
        if let Some((_, rule)) = plain.iter().find(|(word, _)| *word == name.value) {
            rules.push(rule.clone());
            continue;
        }
        let mut valid: Vec<&str> = plain.iter().map(|(word, _)| *word).collect();
        valid.insert(1, "higher:<criterion>");
        let mut problem = Problem::new(ProblemCode::UnknownValue, name.place)
            .with("key", "ties")
            .with("value", name.value.as_str())
            .with("valid", valid.iter().map(|w| String::from(*w)).collect::<Vec<_>>());
        if let Some(nearest) = p.nearest(&name.value, valid) {
            problem = problem.with("nearest", nearest);
        }
        p.add(problem);
    }
    rules
}

/// `draw = ["Hospital Alfa", ...]`: each bidder once.
fn read_draw(node: Node<'_>, bids: &Bids, ties: &[TieRule], p: &mut Problems) -> Vec<usize> {
    let mut drawn: Vec<usize> = Vec::new();
    let mut first = std::collections::HashMap::new();
    for name in node.names(p) {
        let Some(bid) = bids.find(&name, p) else { continue };
        if let Some(first) = first.insert(bid, name.place) {
            p.add(
                Problem::new(ProblemCode::DrawnTwice, name.place)
                    .with("bidder", name.value.as_str())
                    .related(first),
            );
            continue;
        }
        drawn.push(bid);
    }
    if !drawn.is_empty() && !ties.contains(&TieRule::Draw) {
        p.note(ProblemCode::DrawUnused, node.place);
    }
    drawn
}

/// `suppliers-per-lot`, `sharing`, `within-percent`
fn read_suppliers(t: TableReader<'_>, award: &mut AwardRules, p: &mut Problems) {
    if let Some(count) = t.get("suppliers-per-lot").and_then(|n| n.count(1, 1_000_000, p)) {
        award.suppliers_per_lot = count.value;
    }
    let sharing = t.get("sharing");
    if let Some(node) = sharing {
        award.sharing = read_sharing(node, award.suppliers_per_lot, p);
    }
    let within = t.get("within-percent");
    award.within_percent = within.and_then(|n| n.percent(0, 1_000_000, p)).map(|n| n.value);
    if award.suppliers_per_lot == 1 {
        for node in [sharing, within].into_iter().flatten() {
            p.add(
                Problem::new(ProblemCode::WithoutEffect, node.place)
                    .with("key", node.key)
                    .with("because", "suppliers-per-lot = 1"),
            );
        }
    }
}

/// `sharing = "ranked"`, or `[60, 40]`
fn read_sharing(node: Node<'_>, suppliers: u32, p: &mut Problems) -> Sharing {
    if !matches!(node.value, DeValue::Array(_)) {
        node.choice(&[("ranked", ())], p);
        return Sharing::Ranked;
    }
    let items = node.items(p);
    let shares: Vec<Percent> =
        items.iter().filter_map(|item| item.percent(0, 100, p)).map(|share| share.value).collect();
    if shares.len() < items.len() {
        return Sharing::Ranked;
    }
    let sum: Decimal = shares.iter().map(|s| s.to_decimal()).sum();
    if sum != Decimal::ONE_HUNDRED {
        p.add(Problem::new(ProblemCode::SharingSum, node.place).with("sum", Ratio::from(sum)));
    }
    if suppliers > 1 && shares.len() != suppliers as usize {
        p.add(
            Problem::new(ProblemCode::SharingCount, node.place)
                .with("shares", shares.len())
                .with("suppliers", suppliers),
        );
    }
    Sharing::Shares(shares)
}
