//! `udbud.comparison/1` (docs/reference/json.md).

use serde_json::{Value, json};

use super::{robustness::robustness_json, sentences, variants::variants_json};
use crate::{
    number::Money,
    outcome::Total,
    record::evaluation_json::budget_json,
    report::{Language, tender_json},
    structure::{ComparedStructure, Robustness, StructureComparison, Variation},
    tender::{AboveCap, Missing, Tender},
};

/// Structures side by side.
pub fn comparison_json(
    comparison: &StructureComparison<'_>,
    robustness: Option<&Robustness>,
    language: Language,
) -> Value {
    let tender = comparison.tender;
    let base = comparison.structures.get(comparison.base);
    json!({
        "schema": "udbud.comparison/1",
        "engine": concat!("udbud ", env!("CARGO_PKG_VERSION")),
        "tender": tender_json(tender),
        "variation": variation_json(tender, comparison.variation),
        "compared-with": base.map(|b| tender.structures[b.outcome.structure].id.as_str()),
        "totals-comparable": comparison.totals_are_comparable(),
        "volume-without-tariff": comparison.volume_without_tariff.count(),
        "structures": comparison.structures.iter().map(|c| structure_json(comparison, c)).collect::<Vec<_>>(),
        "variants": variants_json(comparison, language),
        "robustness": base.zip(robustness).map(|(b, r)| robustness_json(tender, b.outcome.structure, r)),
        "sentences": sentences::aloud_sentences(comparison, language)
            .into_iter()
            .map(|(structure, message)| json!({ "structure": structure, "message": message }))
            .collect::<Vec<_>>(),
    })
}

pub(super) fn money(amount: Option<Money>) -> Value {
    amount.map_or(Value::Null, |m| Value::from(m.to_string()))
}

/// What is tried out; null where nothing is.
pub(super) fn variation_json(tender: &Tender, variation: &Variation) -> Value {
    if *variation == Variation::default() {
        return Value::Null;
    }
    let (missing, at_most, never) = match &variation.missing {
        None => (None, None, Vec::new()),
        Some(Missing::Reject) => (Some("reject"), None, Vec::new()),
        Some(Missing::PriceAtFallback { at_most, never }) => {
            (Some("price-at-fallback"), *at_most, never.iter().map(ToString::to_string).collect())
        }
    };
    let scored = match variation.above_cap {
        Some(AboveCap::PayCapWhileInForce(scored)) => Some(scored.name()),
        _ => None,
    };
    let tariff = variation.cap_tariff.and_then(|t| tender.tariffs.get(t));
    let without: Vec<&str> = variation.without.iter().map(|&b| tender.bids[b].bidder.as_str()).collect();
    let volume = |(codes, factor): &(crate::tender::CodePattern, rust_decimal::Decimal)| json!({ "codes": codes.to_string(), "factor": factor.normalize().to_string() });
    json!({
        "missing": missing,
        "missing-at-most": at_most,
        "missing-never": never,
        "cap": variation.above_cap.map(|c| c.name()),
        "scored-price": scored,
        "cap-tariff": tariff.map(|t| t.id.as_str()),
        "lapse": variation.lapse.map(|d| d.to_string()),
        "without": without,
        "volumes": variation.volumes.iter().map(volume).collect::<Vec<_>>(),
    })
}

fn structure_json(comparison: &StructureComparison<'_>, c: &ComparedStructure<'_>) -> Value {
    let tender = comparison.tender;
    let structure = &tender.structures[c.outcome.structure];
    let award = &c.outcome.award;
    let lot = |l: usize| structure.lots[l].id.as_str();
    let bidder = |b: usize| tender.bids[b].bidder.as_str();
    let ids = |lots: &[usize]| lots.iter().map(|&l| lot(l)).collect::<Vec<_>>();
    let codes = |p: &[usize]| p.iter().map(|&p| tender.procedures[p].code.as_str()).collect::<Vec<_>>();
    let payments = c.payments.as_ref().map(|payments| {
        let one = |(p, year): (&crate::structure::Payment, &Option<Money>)| {
            json!({
                "bidder": bidder(p.bid), "lots": p.lots, "payment": p.amount.to_string(), "payment-per-year": money(*year),
            })
        };
        payments.iter().zip(&c.payments_per_year).map(one).collect::<Vec<_>>()
    });
    let mut value = json!({
        "id": structure.id,
        "title": structure.title,
        "published": c.published,
        "lots": structure.lots.len(),
        "status": award.status.name(),
        "total": award.total.as_ref().map(total),
        "expected-cost": money(award.expected_cost),
        "fallback-total": money(c.fallback_total),
        "saving": money(c.saving),
        "saving-percent": c.saving_percent.as_ref().map(|p| p.to_decimals_half_up(2)),
        "contracts": c.contracts,
        "suppliers": c.suppliers,
        "unawarded": ids(&award.unawarded),
        "without-bid": ids(&c.without_bid),
        "hhi": c.hhi,
        "shut-out": c.shut_out.iter().map(|s| json!({
            "bidder": bidder(s.bid),
            "lot": lot(s.lot),
            "missing": codes(&s.missing),
            "total-if-let-in": money(s.total_if_let_in),
        })).collect::<Vec<_>>(),
        "award": award.lots.iter().enumerate().map(|(l, a)| json!({
            "lot": lot(l),
            "winner": a.winner.map(bidder),
            "price": money(a.price),
            "expected-payment": money(a.expected_payment),
        })).collect::<Vec<_>>(),
        "competition": c.competition.iter().enumerate().map(|(l, competition)| json!({
            "lot": lot(l),
            "admissible": competition.admissible,
            "first-to-second": competition.distance.as_ref().map(total),
        })).collect::<Vec<_>>(),
        "payments": payments,
        "expected-cost-per-year": money(c.cost_per_year),
        "total-per-year": money(c.total_per_year),
        "volumes": c.at_volumes.iter().map(|v| json!({
            "case": v.case.name(),
            "volume": v.volume.count(),
            "expected-cost": money(v.expected_cost),
        })).collect::<Vec<_>>(),
        "unbalanced": c.unbalanced.iter().map(|u| json!({
            "bidder": bidder(u.bid),
            "gain": u.gain.to_string(),
            "procedures": u.lines.iter().map(|l| json!({
                "code": tender.procedures[l.procedure].code,
                "unit": l.unit.to_string(),
                "median": l.median.to_string(),
                "volume": l.volume.count(),
            })).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    });
    if let (Some(fields), Some(budget)) = (value.as_object_mut(), budget_json(&c.outcome)) {
        fields.insert("budget".into(), budget);
    }
    value
}

pub(super) fn total(total: &Total) -> String {
    match total {
        Total::Price(money) => money.to_string(),
        Total::Score(score) => score.to_string(),
    }
}
