//! `udbud.evaluation/1` (docs/reference/json.md).

use serde_json::{Map, Value, json};

use crate::{
    admission::{Finding, LotBid},
    award::{Award, AwardCount},
    evaluation::{EvaluatedBid, EvaluatedResult, Needed, NeededPrice},
    number::{Figure, Money, Ratio},
    outcome::{AwardLot, BlockingRule, Outcome, Purchase, Supplier, Total},
    pricing::Stage,
    tender::{Framework, Party, Tender, canonical},
};

/// The text of a finding for people, in a language that the caller knows.
pub type MessageOf<'a> = &'a dyn Fn(&Finding) -> String;

/// The evaluation of a tender under one structure, with the text of each finding as `message`.
pub fn evaluation_json(outcome: &Outcome<'_>, message: MessageOf<'_>) -> Value {
    let mut value = json!({
        "schema": "udbud.evaluation/1",
        "engine": concat!("udbud ", env!("CARGO_PKG_VERSION")),
    });
    if let (Some(all), Value::Object(fields)) = (value.as_object_mut(), fields(outcome, Some(message))) {
        all.extend(fields);
    }
    value
}

/// The same for a record: without messages, which depend on the language and the program's version, and without the
/// version itself.
pub fn neutral_evaluation_json(outcome: &Outcome<'_>) -> Value {
    let mut value = json!({ "schema": "udbud.evaluation/1" });
    if let (Some(all), Value::Object(fields)) = (value.as_object_mut(), fields(outcome, None)) {
        all.extend(fields);
    }
    value
}

fn fields(outcome: &Outcome<'_>, message: Option<MessageOf<'_>>) -> Value {
    let tender = outcome.tender;
    let mut value = json!({
        "tender": tender_json(tender),
        "structure": tender.structures[outcome.structure].id,
        "published": outcome.published,
        "days": outcome.days.map(|d| json!({ "in-force": d.in_force, "contract": d.contract })),
        "findings": findings_json(outcome, &outcome.findings, message),
        "bids": (0..tender.bids.len()).map(|b| bid_json(outcome, b, message)).collect::<Vec<_>>(),
        "scales": scales_json(outcome),
        "award": award_json(outcome),
    });
    if let (Some(fields), Some(framework)) = (value.as_object_mut(), &tender.framework) {
        fields.insert("framework".into(), framework_json(framework));
    }
    if let (Some(fields), Some((adjustments, days))) = (value.as_object_mut(), adjustments_json(outcome)) {
        fields.insert("adjustments".into(), adjustments);
        fields.insert("day-by-day".into(), days);
    }
    if let (Some(fields), Some(budget)) = (value.as_object_mut(), budget_json(outcome)) {
        fields.insert("budget".into(), budget);
    }
    value
}

/// The framework of a mini-tender, and its parties by lot of the framework.
fn framework_json(framework: &Framework) -> Value {
    let lots = |party: &Party| -> Value {
        party.lots.iter().filter_map(|l| framework.lots.get(*l)).map(String::as_str).collect()
    };
    let mut value = json!({
        "id": framework.id,
        "tender-hash": framework.tender_hash,
        "max-price": framework.max_price.name(),
        "parties": framework.parties.iter().map(|p| json!({ "bidder": p.bidder, "lots": lots(p) })).collect::<Vec<_>>(),
    });
    if let (Some(fields), Some(hash)) = (value.as_object_mut(), &framework.record_hash) {
        fields.insert("record-hash".into(), hash.as_str().into());
    }
    value
}

/// What identifies a tender.
pub fn tender_json(tender: &Tender) -> Value {
    json!({
        "id": tender.head.id,
        "kind": tender.head.kind.name(),
        "specialty": tender.head.specialty,
        "model-hash": canonical::model_hash(tender),
        "tender-hash": canonical::tender_hash(tender),
    })
}

fn money(amount: Option<Money>) -> Value {
    amount.map_or(Value::Null, |m| Value::from(m.to_string()))
}

/// Points and scores with exactly the decimals of their rounding; without rounding the shortest exact form.
pub(crate) fn rounded_text(number: &Ratio, decimals: Option<u32>) -> String {
    decimals.map_or_else(|| number.to_string(), |d| number.to_decimals_half_up(d))
}

fn findings_json(outcome: &Outcome<'_>, findings: &[Finding], message: Option<MessageOf<'_>>) -> Value {
    let lots = &outcome.tender.structures[outcome.structure].lots;
    let one = |f: &Finding| {
        let args: Map<String, Value> =
            f.args.iter().map(|(name, figure)| ((*name).to_owned(), figure_json(figure))).collect();
        let mut value = json!({
            "code": f.code.name(),
            "severity": f.severity.name(),
            "lot": f.lot.map(|l| lots[l].id.as_str()),
            "procedure": f.procedure.map(|p| outcome.tender.procedures[p].code.as_str()),
        });
        if let Some(fields) = value.as_object_mut() {
            if let Some(message) = message {
                fields.insert("message".into(), message(f).into());
            }
            fields.insert("args".into(), args.into());
        }
        value
    };
    findings.iter().map(one).collect()
}

fn bid_json(outcome: &Outcome<'_>, bid: usize, message: Option<MessageOf<'_>>) -> Value {
    let lots = 0..outcome.evaluated.lots.len();
    json!({
        "bidder": outcome.tender.bids[bid].bidder,
        "admissible": outcome.is_admissible(bid),
        "findings": findings_json(outcome, &outcome.bid_findings[bid], message),
        "lots": lots.map(|l| bid_lot_json(outcome, bid, l)).collect::<Vec<_>>(),
    })
}

pub(crate) fn bid_lot_json(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Value {
    let id = &outcome.tender.structures[outcome.structure].lots[lot].id;
    let Some(evaluated) = &outcome.evaluated.lots[lot].bids[bid] else {
        let status = match outcome.admitted.bids[bid].lots[lot] {
            LotBid::NotBid => "not-bid",
            LotBid::Inadmissible | LotBid::Admissible(_) => "inadmissible",
        };
        return json!({ "lot": id, "status": status });
    };
    let figures = outcome.admitted.bids[bid].lots[lot].figures().and_then(|f| f.first());
    let standing = &outcome.standings[bid][lot];
    let model = &outcome.tender.evaluation;
    let (evaluated_price, score, unrounded) = match &evaluated.result {
        EvaluatedResult::Price(tiers) => (money(tiers.first().copied()), Value::Null, Value::Null),
        EvaluatedResult::Score { rounded, unrounded } => (
            Value::Null,
            Value::from(rounded_text(rounded, model.rounding.score)),
            Value::from(unrounded.to_string()),
        ),
    };
    let mut value = json!({
        "lot": id,
        "status": "admissible",
        "price": money(figures.map(|f| f.price)),
        "expected-payment": money(figures.map(|f| f.expected_payment)),
        "elsewhere": money(figures.map(|f| f.elsewhere)),
        "evaluated-price": evaluated_price,
        "points": points_json(outcome, evaluated),
        "score": score,
        "unrounded-score": unrounded,
        "rank": standing.rank,
        "distance": money(standing.distance),
        "blocked-by": standing.blocked_by.iter().map(|r| rule_json(outcome, r)).collect::<Vec<_>>(),
    });
    if let Some(fields) = value.as_object_mut()
        && let Some(Some(needed)) = outcome.needed.get(bid).and_then(|n| n.get(lot))
    {
        fields.insert("needed".into(), needed_json(outcome, needed));
    }
    if let Some(fields) = value.as_object_mut()
        && outcome.tender.award.suppliers_per_lot > 1
    {
        fields.insert("distance-to-first".into(), money(standing.distance_to_first));
    }
    value
}

fn points_json(outcome: &Outcome<'_>, evaluated: &EvaluatedBid) -> Value {
    let model = &outcome.tender.evaluation;
    let one = |p: &crate::evaluation::LeafPoints| {
        let text = rounded_text(&p.points, model.rounding.points);
        (model.criteria[p.criterion].id.clone(), Value::from(text))
    };
    Value::Object(evaluated.points.iter().map(one).collect())
}

/// What a loser would have needed; `null` where nothing would have been enough.
fn needed_json(outcome: &Outcome<'_>, needed: &Needed) -> Value {
    let (price, certain) = match &needed.price {
        NeededPrice::AtMost { price, certain } => (Some(price.to_string()), *certain),
        NeededPrice::Never(_) => (None, true),
    };
    let criteria = &outcome.tender.evaluation.criteria;
    let points = needed.points.iter().map(|p| {
        let least = p.least.as_ref().ok().map(ToString::to_string);
        (criteria[p.criterion].id.clone(), json!({ "least": least, "certain": p.certain }))
    });
    json!({ "price": price, "certain": certain, "points": Value::Object(points.collect()) })
}

/// A rule that blocks an award.
pub(crate) fn rule_json(outcome: &Outcome<'_>, rule: &BlockingRule) -> Value {
    let lots = &outcome.tender.structures[outcome.structure].lots;
    let named: Vec<&str> = rule.lots.iter().map(|&l| lots[l].id.as_str()).collect();
    json!({
        "rule": rule.rule,
        "bidder": rule.bidder.map(|b| outcome.tender.bids[b].bidder.as_str()),
        "lot": if named.is_empty() { Value::Null } else { Value::from(named.join(", ")) },
    })
}

/// The slopes and zero points used where they could widen.
fn scales_json(outcome: &Outcome<'_>) -> Value {
    let lots = &outcome.tender.structures[outcome.structure].lots;
    let criteria = &outcome.tender.evaluation.criteria;
    let mut scales = Vec::new();
    for (lot, evaluated) in lots.iter().zip(&outcome.evaluated.lots) {
        for scale in &evaluated.scales {
            scales.push(json!({
                "lot": lot.id,
                "criterion": criteria[scale.criterion].id,
                "used": scale.used.to_string(),
                "widened": scale.widened,
                "widened-by": scale.widened_by.map(|b| outcome.tender.bids[b].bidder.as_str()),
            }));
        }
    }
    Value::from(scales)
}

pub(crate) fn award_json(outcome: &Outcome<'_>) -> Value {
    let award = &outcome.award;
    let lots = &outcome.tender.structures[outcome.structure].lots;
    json!({
        "status": award.status.name(),
        "total": award.total.as_ref().map(total_text),
        "expected-cost": money(award.expected_cost),
        "best-awards": award.best_awards.map(count_text),
        "unawarded": award.unawarded.iter().map(|&l| lots[l].id.as_str()).collect::<Vec<_>>(),
        "lots": award.lots.iter().enumerate().map(|(l, a)| award_lot_json(outcome, l, a)).collect::<Vec<_>>(),
        "tied": award.tied.iter().map(|t| tied_json(outcome, t)).collect::<Vec<_>>(),
        "clash": award.clash.iter().map(|r| rule_json(outcome, r)).collect::<Vec<_>>(),
        "bound": award.bound.as_ref().map(total_text),
    })
}

fn award_lot_json(outcome: &Outcome<'_>, lot: usize, award: &AwardLot) -> Value {
    let mut value = json!({
        "lot": outcome.tender.structures[outcome.structure].lots[lot].id,
        "winner": award.winner.map(|b| outcome.tender.bids[b].bidder.as_str()),
        "price": money(award.price),
        "evaluated-price": money(award.evaluated_price),
        "expected-payment": money(award.expected_payment),
        "margin": money(award.margin),
    });
    if let Some(fields) = value.as_object_mut()
        && outcome.tender.award.suppliers_per_lot > 1
    {
        let supplier = |s: &Supplier| {
            json!({
                "bidder": outcome.tender.bids[s.bidder].bidder,
                "rank": s.rank,
                "volume": s.volume.count(),
                "expected-payment": s.expected_payment.to_string(),
            })
        };
        fields.insert("suppliers".into(), award.suppliers.iter().map(supplier).collect());
        fields.insert("left-over".into(), award.left_over.map(|v| v.count()).into());
    }
    value
}

fn tied_json(outcome: &Outcome<'_>, award: &Award) -> Value {
    let lots = &outcome.tender.structures[outcome.structure].lots;
    let one = |(l, winner): (usize, &Option<usize>)| json!({ "lot": lots[l].id, "winner": winner.map(|b| outcome.tender.bids[b].bidder.as_str()) });
    award.iter().enumerate().map(one).collect()
}

/// A total as the contract wants it.
pub(crate) fn total_text(total: &Total) -> String {
    match total {
        Total::Price(money) => money.to_string(),
        Total::Score(score) => score.to_string(),
    }
}

/// A count of awards, exact or as a lower bound: `1000000+`.
pub(crate) fn count_text(count: AwardCount) -> String {
    match count {
        AwardCount::Exactly(n) => n.to_string(),
        AwardCount::AtLeast(n) => format!("{n}+"),
    }
}

/// The adjustments, and the days: `None` where prices are not adjusted.
pub(crate) fn adjustments_json(outcome: &Outcome<'_>) -> Option<(Value, Value)> {
    let (tender, calendar) = (outcome.tender, outcome.priced.prices.calendar.as_ref()?);
    let adjustments = tender.adjustments_in_time();
    let adjustments = adjustments.iter().map(|a| {
        json!({ "from": a.from.to_string(), "percent": a.percent.to_string(), "applies-to": a.applies_to(tender) })
    });
    let factors = |stage: &Stage| -> Map<String, Value> {
        let of_tariffs = adjusted_tariffs(tender).into_iter().map(|t| {
            (format!("tariff:{}", tender.tariffs[t].id), Value::from(stage.tariffs[t].exact().to_string()))
        });
        let prices = ("prices".to_owned(), Value::from(stage.prices.exact().to_string()));
        of_tariffs.chain([prices]).collect()
    };
    let days = calendar.segments.iter().map(|s| {
        json!({
            "from": s.period.from.to_string(),
            "until": s.period.until.to_string(),
            "days": s.days(),
            "cap-in-force": tender.cap.map(|_| s.cap_in_force),
            "factors": factors(&calendar.stages[s.stage]),
            "fallback": s.fallback.and_then(|t| tender.tariffs.get(t)).map(|t| t.id.as_str()),
        })
    });
    Some((adjustments.collect(), days.collect()))
}

/// The tariffs that some adjustment names, in file order.
pub(crate) fn adjusted_tariffs(tender: &Tender) -> Vec<usize> {
    (0..tender.tariffs.len()).filter(|t| tender.adjustments.iter().any(|a| a.tariffs.contains(t))).collect()
}

/// `budget` of `udbud.evaluation/1`.
pub(crate) fn budget_json(outcome: &Outcome<'_>) -> Option<Value> {
    let buys = outcome.budget.as_ref()?;
    let one = |purchase: &Option<Purchase>| match purchase {
        None => Value::Null,
        Some(purchase) => {
            let procedures = outcome.tender.procedures.iter().zip(&purchase.volumes);
            let list: Vec<Value> = procedures
                .map(|(p, volume)| json!({ "procedure": p.code, "volume": volume.count() }))
                .collect();
            json!({
                "procedures": list,
                "operations": purchase.operations().count(),
                "cost": purchase.cost.to_string(),
                "left": purchase.left.to_string(),
            })
        }
    };
    Some(json!({
        "amount": buys.amount.to_string(),
        "at-offers": one(&buys.at_offers),
        "at-fallback": one(&buys.at_fallback),
    }))
}

/// A typed argument as JSON has it: decimals as strings, counts as numbers (docs/reference/json.md).
pub fn figure_json(figure: &Figure) -> Value {
    match figure {
        Figure::Money(m) => Value::from(m.to_string()),
        Figure::Percent(p) => Value::from(p.to_string()),
        Figure::Volume(v) => Value::from(v.count()),
        Figure::Number(n) => Value::from(n.to_string()),
        Figure::Count(n) => Value::from(*n),
        Figure::Date(d) => Value::from(d.to_string()),
        Figure::Moment(m, offset) => Value::from(m.display_with_offset(*offset).to_string()),
        Figure::Text(t) => Value::from(t.as_str()),
        Figure::List(items) => Value::from(items.clone()),
    }
}

/// JSON as it is printed: indented, ending with a line feed.
pub fn json_text(value: &Value) -> String {
    format!("{value:#}\n")
}
