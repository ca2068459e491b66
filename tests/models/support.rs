//! Models and fields in few words.

use rust_decimal::Decimal;
use udbud::{
    evaluation::{EvaluatedResult, LotEntry, LotField, LotOutcome, evaluate_lot},
    formula::{Expression, Names},
    number::{Money, Ratio, Rounding, parse_number},
    tender::{
        Best, Criterion, EvaluationModel, Gate, GateOn, Measure, Method, ModelKind, Outside, Place,
        StageRounding, Widening,
    },
};

pub(crate) fn dec(text: &str) -> Decimal {
    parse_number(text).unwrap()
}

pub(crate) fn ratio(text: &str) -> Ratio {
    match text.split_once('/') {
        Some((n, d)) => ratio(n).checked_div(&ratio(d)).unwrap(),
        None => Ratio::from(dec(text)),
    }
}

pub(crate) fn kroner(text: &str) -> Money {
    ratio(text).to_money_half_up().unwrap()
}

pub(crate) fn names(criteria: &[&str], values: &[&str]) -> Names {
    let own = |list: &[&str]| list.iter().map(|s| (*s).to_owned()).collect();
    Names { criteria: own(criteria), values: own(values), more_values: false, weight: true }
}

pub(crate) fn formula(text: &str, criteria: &[&str], values: &[&str]) -> Expression {
    Expression::parse(text, &names(criteria, values)).unwrap_or_else(|f| panic!("{text}: {f}"))
}

pub(crate) fn criterion(id: &str, weight: &str, method: Method) -> Criterion {
    Criterion {
        id: id.into(),
        title: id.into(),
        parent: None,
        weight: (!weight.is_empty()).then(|| dec(weight)),
        method: Some(method),
        worth: None,
        place: Place::default(),
    }
}

pub(crate) fn model(kind: ModelKind, scale: &str, criteria: Vec<Criterion>) -> EvaluationModel {
    EvaluationModel {
        kind,
        scale: dec(scale),
        rounding: StageRounding::default(),
        criteria,
        gates: Vec::new(),
        place: Place::default(),
    }
}

pub(crate) fn points(scale: &str, criteria: Vec<Criterion>) -> EvaluationModel {
    model(ModelKind::Points, scale, criteria)
}

pub(crate) fn by_formula(
    text: &str,
    best: Best,
    scale: &str,
    judged: &[&str],
    values: &[&str],
) -> EvaluationModel {
    let criteria = judged.iter().map(|id| criterion(id, "", Method::Judged)).collect();
    model(ModelKind::Formula { formula: formula(text, judged, values), best }, scale, criteria)
}

pub(crate) fn rounded(
    mut model: EvaluationModel,
    points: Option<u32>,
    weighted: Option<u32>,
    score: Option<u32>,
) -> EvaluationModel {
    model.rounding = StageRounding { points, weighted, score, mode: Rounding::HalfUp };
    model
}

pub(crate) fn gate(on: GateOn, min: &str) -> Gate {
    Gate { on, min: dec(min), place: Place::default() }
}

pub(crate) fn linear(slope: &str, outside: Outside) -> Method {
    Method::Linear { measure: Measure::Price, slope: dec(slope), outside, higher_is_better: false }
}

pub(crate) fn absolute(full_at: &str, zero_at: &str, outside: Outside) -> Method {
    Method::Absolute { measure: Measure::Price, full_at: dec(full_at), zero_at: dec(zero_at), outside }
}

pub(crate) fn proportional() -> Method {
    Method::Proportional { measure: Measure::Price, higher_is_better: false }
}

pub(crate) fn min_max() -> Method {
    Method::MinMax { measure: Measure::Price, higher_is_better: false }
}

pub(crate) fn widen(first: &str, step: &str, ceiling: Option<&str>) -> Outside {
    Outside::Widen(Widening { first: dec(first), step: dec(step), ceiling: ceiling.map(dec) })
}

/// A bid with a price and judged points by criterion (empty text: none).
pub(crate) fn bid(number: usize, price: &str, judged: &[&str]) -> LotEntry {
    LotEntry {
        bid: number,
        prices: vec![kroner(price)],
        judged: judged.iter().map(|p| (!p.is_empty()).then(|| ratio(p))).collect(),
        values: Vec::new(),
    }
}

pub(crate) fn with_values(mut bid: LotEntry, values: &[(&str, &str)]) -> LotEntry {
    bid.values = values.iter().map(|(n, v)| ((*n).to_owned(), ratio(v))).collect();
    bid
}

pub(crate) fn field(bids: Vec<LotEntry>) -> LotField {
    LotField { bids, tariff_value: None, fallback: None }
}

/// Bids with prices alone.
pub(crate) fn priced(prices: &[&str]) -> LotField {
    field(prices.iter().enumerate().map(|(i, p)| bid(i, p, &[])).collect())
}

pub(crate) fn evaluate(model: &EvaluationModel, field: &LotField) -> LotOutcome {
    evaluate_lot(model, field).unwrap_or_else(|f| panic!("{f}: {f:?}"))
}

/// By bid: the points of the leaf at this place, as published; "rejected" where it fell.
pub(crate) fn leaf(outcome: &LotOutcome, place: usize) -> Vec<String> {
    outcome
        .bids
        .iter()
        .map(|b| b.as_ref().map_or("rejected".into(), |b| b.points[place].points.to_string()))
        .collect()
}

/// By bid: what decides.
pub(crate) fn results(outcome: &LotOutcome) -> Vec<String> {
    outcome
        .bids
        .iter()
        .map(|b| match b.as_ref().map(|b| &b.result) {
            None => "rejected".into(),
            Some(EvaluatedResult::Price(tiers)) => tiers[0].to_string(),
            Some(EvaluatedResult::Score { rounded, .. }) => rounded.to_string(),
        })
        .collect()
}

/// Scores to so many decimals.
pub(crate) fn scores(outcome: &LotOutcome, decimals: u32) -> Vec<String> {
    outcome
        .bids
        .iter()
        .map(|b| match b.as_ref().map(|b| &b.result) {
            Some(EvaluatedResult::Score { rounded, .. }) => rounded.to_decimals_half_up(decimals),
            other => panic!("no score: {other:?}"),
        })
        .collect()
}
