//! The description of a model as JSON (`udbud.model/1`). Decimals are strings, as in every result.

use serde_json::{Value, json};

use super::ModelDescription;
use crate::{
    evaluation::{
        EvaluatedBid, EvaluatedResult, LotEntry, LotField, LotOutcome,
        probe::{ALGORITHM, Probe, ProbedBids, Reversal},
    },
    number::Ratio,
    report::{Language, Report, page::page_markdown},
    tender::{Tender, canonical},
};

/// A model as JSON: its hashes, its canonical lines, the description in the language asked for, the worked example, and
/// the trial if there was one.
pub(super) fn model_json(description: &ModelDescription<'_>, language: Language) -> Value {
    let tender = description.tender;
    let canonical = canonical::model_text(tender);
    json!({
        "schema": "udbud.model/1",
        "tender": { "id": tender.head.id, "model-hash": description.model_hash, "tender-hash": description.tender_hash },
        "canonical": canonical.lines().collect::<Vec<_>>(),
        "message": page_markdown(&description.page(language)),
        "example": description.example.as_ref().map(|e| field(tender, &e.field, Some(&e.outcome))),
        "test": description.probe.as_ref().map(|p| probe(tender, p)),
    })
}

fn decimals(x: &Ratio, decimals: Option<u32>) -> String {
    decimals.map_or_else(|| x.to_string(), |d| x.to_decimals_half_up(d))
}

fn field(tender: &Tender, field: &LotField, outcome: Option<&LotOutcome>) -> Value {
    let ranks = outcome.map(LotOutcome::ranks).unwrap_or_default();
    let bids = field.bids.iter().enumerate().map(|(i, entry)| {
        let evaluated = outcome.and_then(|o| o.bids.get(i)).and_then(Option::as_ref);
        bid(tender, entry, evaluated, ranks.get(i).copied().flatten())
    });
    Value::Array(bids.collect())
}

fn bid(tender: &Tender, entry: &LotEntry, evaluated: Option<&EvaluatedBid>, rank: Option<usize>) -> Value {
    let model = &tender.evaluation;
    let id = |c: usize| model.criteria.get(c).map(|c| c.id.clone()).unwrap_or_default();
    let judged: serde_json::Map<String, Value> = entry
        .judged
        .iter()
        .enumerate()
        .filter_map(|(c, p)| Some((id(c), Value::from(p.as_ref()?.to_string()))))
        .collect();
    let values: serde_json::Map<String, Value> =
        entry.values.iter().map(|(n, v)| (n.clone(), Value::from(v.to_string()))).collect();
    let points: Option<serde_json::Map<String, Value>> = evaluated.map(|e| {
        let one = |p: &crate::evaluation::LeafPoints| {
            (id(p.criterion), Value::from(decimals(&p.points, model.rounding.points)))
        };
        e.points.iter().map(one).collect()
    });
    let (price, score) = match evaluated.map(|e| &e.result) {
        Some(EvaluatedResult::Price(tiers)) => (tiers.first().map(ToString::to_string), None),
        Some(EvaluatedResult::Score { rounded, .. }) => (None, Some(decimals(rounded, model.rounding.score))),
        None => (None, None),
    };
    json!({
        "price": entry.price().to_string(), "judged": judged, "values": values, "points": points,
        "evaluated-price": price, "score": score, "rank": rank,
    })
}

fn reversal(tender: &Tender, found: Option<&Reversal>) -> Value {
    found.map_or(Value::Null, |r| {
        json!({
            "bids": field(tender, &r.field, None), "loser": r.loser, "with": r.with, "without": r.without,
        })
    })
}

fn probe(tender: &Tender, probe: &Probe) -> Value {
    let id = |c: usize| tender.evaluation.criteria.get(c).map(|c| c.id.clone());
    let bids = match probe.bids {
        ProbedBids::File { lots } => json!({ "from": "file", "lots": lots }),
        ProbedBids::MadeUp { seed, lots } => {
            json!({ "from": "made-up", "algorithm": ALGORITHM, "seed": seed, "lots": lots })
        }
    };
    let weights = probe.weights.iter().map(|w| {
        json!({
            "criterion": w.criterion.and_then(id), "stated": w.stated.as_ref().map(ToString::to_string),
            "effective": w.effective.to_decimals_half_up(1),
        })
    });
    let worth = probe.worth_of_points.iter().map(|w| {
        json!({
            "criterion": id(w.criterion), "price-percent": w.price_percent,
            "worth": w.worth.map(|m| m.to_string()),
        })
    });
    let gains =
        probe.nothing_gained.iter().map(|g| json!({ "from": g.from.to_string(), "to": g.to.to_string() }));
    let c = probe.counts;
    json!({
        "bids": bids,
        "losing-bid-decides": reversal(tender, probe.losing_bid_decides.as_ref()),
        "hopeless-bid-decides": reversal(tender, probe.hopeless_bid_decides.as_ref()),
        "weights": weights.collect::<Vec<_>>(),
        "worth-of-a-point": worth.collect::<Vec<_>>(),
        "nothing-gained": gains.collect::<Vec<_>>(),
        "counts": {
            "lots": c.lots, "rounding-changes-ranking": c.rounding_changes_ranking,
            "rounding-makes-ties": c.rounding_makes_ties, "widened": c.widened, "rejected": c.rejected,
            "zero-reference": c.zero_reference,
        },
    })
}
