//! `[pricing]`, `[cap]`, `[fallback]`

use super::{codes::distinct, keys, node::At, problems::Problems, table::TableReader, tariffs::Tariffs};
use crate::{
    number::Period,
    tender::{AboveCap, Cap, PriceForm, Pricing, Problem, ProblemCode, ScoredPrice},
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
