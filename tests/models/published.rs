//! Published models, country by country, expressed in format 1. The figures are read from the JSON files beside this
//! one, which name the source of each.

use serde_json::Value;
use udbud::{
    evaluation::Remark,
    number::Ratio,
    tender::{Adjustment, Best, Criterion, GateOn, Measure, Method, ModelKind, Outside, Worth},
};

use crate::support::*;

fn cases(text: &str) -> Vec<Value> {
    let file: Value = serde_json::from_str(text).unwrap();
    file["cases"].as_array().unwrap().clone()
}

fn case(text: &str, id: &str) -> Value {
    let case = cases(text).into_iter().find(|c| c["id"] == id).unwrap();
    assert!(case["source"].as_str().is_some_and(|s| !s.is_empty()), "{id} names its source");
    case
}

fn text(value: &Value) -> String {
    match value {
        Value::String(s) => s.clone(),
        Value::Number(n) => n.to_string(),
        other => panic!("not a figure: {other}"),
    }
}

fn ids(case: &Value) -> Vec<String> {
    case["bids"].as_array().unwrap().iter().map(|b| text(&b["id"])).collect()
}

fn column(case: &Value, key: &str) -> Vec<String> {
    case["bids"].as_array().unwrap().iter().map(|b| text(&b[key])).collect()
}

/// The expected figures in the order of the bids.
fn expected(case: &Value) -> Vec<Ratio> {
    ids(case).iter().map(|id| ratio(&text(&case["expected"][id]))).collect()
}

fn prices(case: &Value) -> udbud::evaluation::LotField {
    let prices = column(case, "price");
    priced(&prices.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Scores agree to the decimals of the source.
fn assert_scores(outcome: &udbud::evaluation::LotOutcome, expected: &[Ratio], decimals: u32) {
    let wanted: Vec<String> = expected.iter().map(|e| e.to_decimals_half_up(decimals)).collect();
    assert_eq!(scores(outcome, decimals), wanted);
}

const DK: &str = include_str!("formulas-dk.json");
const NL: &str = include_str!("formulas-nl.json");
const NO: &str = include_str!("formulas-no.json");
const SE: &str = include_str!("formulas-se.json");
const UK: &str = include_str!("formulas-uk.json");
const REVERSAL: &str = include_str!("formulas-rank-reversal.json");

#[test]
fn every_case_of_the_files_is_tested() {
    let tested = [
        "dk-linear-delaftale-1",
        "dk-linear-delaftale-2",
        "dk-kommissionsmodel-gate",
        "nl-gunnen-op-waarde",
        "nl-low-bid",
        "nl-utility-index",
        "nl-log",
        "nl-range",
        "no-basket-01",
        "no-linear",
        "no-proportional",
        "no-price-uplift",
        "se-mervarde-avdrag",
        "se-betygviktsumma",
        "se-relative-1to5",
        "uk-ccs-fixed-quotes",
        "uk-40-price",
        "uk-goldilocks",
        "uk-zero-price",
        "rank-reversal-lowest-ratio",
        "rank-reversal-minmax",
    ];
    let all: Vec<String> =
        [DK, NL, NO, SE, UK, REVERSAL].iter().flat_map(|f| cases(f)).map(|c| text(&c["id"])).collect();
    assert_eq!(all, tested);
}

#[test]
fn dk_linear_slopes_of_region_midtjylland() {
    for id in ["dk-linear-delaftale-1", "dk-linear-delaftale-2"] {
        let c = case(DK, id);
        let slope = text(&c["params"]["slope_X_percent"]);
        let m = points(
            &text(&c["params"]["max_points"]),
            vec![criterion("pris", "100", linear(&slope, Outside::Negative))],
        );
        // the source's million kroner
        let million: Vec<String> =
            column(&c, "price").iter().map(|p| (ratio(p) * Ratio::whole(1_000_000)).to_string()).collect();
        let field = priced(&million.iter().map(String::as_str).collect::<Vec<_>>());
        assert_scores(&evaluate(&m, &field), &expected(&c), 6);
    }
}

#[test]
fn dk_gates_of_the_kommissionsmodel() {
    let c = case(DK, "dk-kommissionsmodel-gate");
    let p = &c["params"];
    let (a, b) = (ratio(&text(&p["criteria"]["a"])), ratio(&text(&p["criteria"]["b"])));
    let mut m = points(
        "100",
        vec![
            Criterion { method: None, ..criterion("kvalitet", "100", Method::Judged) },
            Criterion { parent: Some(0), ..criterion("a", &a.to_string(), Method::Judged) },
            Criterion { parent: Some(0), ..criterion("b", &b.to_string(), Method::Judged) },
        ],
    );
    let each = text(&p["min_per_criterion_percent"]);
    m.gates = vec![
        gate(GateOn::Total, &text(&p["min_total"])),
        gate(GateOn::Criterion(1), &each),
        gate(GateOn::Criterion(2), &each),
    ];
    // points of 40 and of 60 become points of 100
    let of_hundred = |points: &Value, most: &Ratio| {
        Some((ratio(&text(points)) * Ratio::whole(100)).checked_div(most).unwrap())
    };
    let bids =
        c["bids"].as_array().unwrap().iter().enumerate().map(|(i, bid_case)| udbud::evaluation::LotEntry {
            judged: vec![
                None,
                of_hundred(&bid_case["scores"]["a"], &a),
                of_hundred(&bid_case["scores"]["b"], &b),
            ],
            ..bid(i, "100", &[])
        });
    let outcome = evaluate(&m, &field(bids.collect()));
    let stands: Vec<bool> = outcome.bids.iter().map(Option::is_some).collect();
    let wanted: Vec<bool> = ids(&c).iter().map(|id| c["expected"][id].as_bool().unwrap()).collect();
    assert_eq!(stands, wanted);
    let below: Vec<usize> = outcome
        .remarks
        .iter()
        .filter_map(|r| if let Remark::BelowGate { bid, .. } = r { Some(*bid) } else { None })
        .collect();
    assert_eq!(below, [1, 2]);
}

#[test]
fn nl_value_of_quality_in_kroner() {
    let c = case(NL, "nl-gunnen-op-waarde");
    let worth = kroner(&text(&c["params"]["criterion_value"]));
    let m = model(
        ModelKind::EvaluatedPrice(Adjustment::Subtract),
        "100",
        vec![Criterion { worth: Some(Worth::Value(worth)), ..criterion("q", "", Method::Judged) }],
    );
    let grade = text(&c["params"]["grades"]["partial"]);
    let outcome = evaluate(&m, &field(vec![bid(0, &text(&c["bids"][0]["price"]), &[&grade])]));
    assert_eq!(results(&outcome), [kroner(&text(&c["expected"]["A"]["fictitious_price"])).to_string()]);
}

#[test]
fn nl_lowest_by_price() {
    let c = case(NL, "nl-low-bid");
    let m = points("100", vec![criterion("prijs", "100", proportional())]);
    assert_scores(&evaluate(&m, &prices(&c)), &expected(&c), 6);
}

#[test]
fn nl_utility_index() {
    let c = case(NL, "nl-utility-index");
    let m = by_formula(
        "(1 - (highest(points.q) - points.q) / scale * 0.25) / price * lowest(price)",
        Best::Highest,
        "1",
        &["q"],
        &[],
    );
    let bids = c["bids"].as_array().unwrap().iter().enumerate();
    let bids = bids.map(|(i, b)| bid(i, &text(&b["price"]), &[&text(&b["Q"])]));
    assert_scores(&evaluate(&m, &field(bids.collect())), &expected(&c), 6);
}

#[test]
fn nl_logarithmic() {
    let c = case(NL, "nl-log");
    let method = Method::Formula {
        measure: Measure::Value("prijs".into()),
        formula: formula("scale * (1 - log(p / low, 2))", &[], &[]),
    };
    let m = points("100", vec![criterion("prijs", "100", method)]);
    let bids = column(&c, "price");
    let bids = bids.iter().enumerate().map(|(i, p)| with_values(bid(i, "1", &[]), &[("prijs", p)]));
    assert_scores(&evaluate(&m, &field(bids.collect())), &expected(&c), 6);
}

#[test]
fn nl_range_fixed_in_advance() {
    let c = case(NL, "nl-range");
    let (least, most) = (text(&c["params"]["Psetmin"]), text(&c["params"]["Psetmax"]));
    let m = points(
        &text(&c["params"]["WP"]),
        vec![criterion("prijs", "100", absolute(&least, &most, Outside::Zero))],
    );
    assert_scores(&evaluate(&m, &prices(&c)), &expected(&c), 6);
}

#[test]
fn no_lowest_total_of_a_basket() {
    let c = case(NO, "no-basket-01");
    let total = c["bids"][0]["lines"]
        .as_array()
        .unwrap()
        .iter()
        .fold(Ratio::ZERO, |sum, line| sum + ratio(&text(&line[0])) * ratio(&text(&line[1])));
    let m = model(ModelKind::LowestPrice, "100", Vec::new());
    let outcome = evaluate(&m, &priced(&[&total.to_string()]));
    assert_eq!(results(&outcome), [kroner(&text(&c["expected"]["A"]["total"])).to_string()]);
}

#[test]
fn no_linear_may_go_negative() {
    let c = case(NO, "no-linear");
    let m = points("10", vec![criterion("pris", "100", linear("100", Outside::Negative))]);
    assert_scores(&evaluate(&m, &prices(&c)), &expected(&c), 6);
}

#[test]
fn no_proportional() {
    let c = case(NO, "no-proportional");
    let m = points("10", vec![criterion("pris", "100", proportional())]);
    assert_scores(&evaluate(&m, &prices(&c)), &expected(&c), 6);
}

#[test]
fn no_price_uplift() {
    let c = case(NO, "no-price-uplift");
    // the published uplift is wQ / wP = 40 / 60 at no points; four decimals of a per cent are too few for 66 2/3, so
    // the formula states it exactly
    let m = by_formula(
        "price * (1 + (scale - points.q) / scale * (40 / 60))",
        Best::Lowest,
        &text(&c["params"]["maxp"]),
        &["q"],
        &[],
    );
    let bids = c["bids"].as_array().unwrap().iter().enumerate();
    let bids: Vec<_> = bids.map(|(i, b)| bid(i, &text(&b["price"]), &[&text(&b["points"])])).collect();
    let wanted: Vec<String> =
        expected(&c).iter().map(|e| e.to_money_half_up().unwrap().to_string()).collect();
    assert_eq!(results(&evaluate(&m, &field(bids))), wanted);
}

#[test]
fn se_deductions_by_level() {
    let c = case(SE, "se-mervarde-avdrag");
    let most = kroner(&text(&c["params"]["deductions_by_level"]["4"]));
    let m = model(
        ModelKind::EvaluatedPrice(Adjustment::Subtract),
        "4",
        vec![Criterion { worth: Some(Worth::Value(most)), ..criterion("mervarde", "", Method::Judged) }],
    );
    let bids = c["bids"].as_array().unwrap().iter().enumerate();
    let bids: Vec<_> = bids.map(|(i, b)| bid(i, &text(&b["price"]), &[&text(&b["level"])])).collect();
    let wanted: Vec<String> =
        expected(&c).iter().map(|e| e.to_money_half_up().unwrap().to_string()).collect();
    assert_eq!(results(&evaluate(&m, &field(bids))), wanted);
}

#[test]
fn se_weighted_sum_of_grades() {
    let c = case(SE, "se-betygviktsumma");
    let m = points(
        "10",
        vec![criterion("pris", "40", Method::Judged), criterion("kompetens", "60", Method::Judged)],
    );
    let b = &c["bids"][0];
    let outcome =
        evaluate(&m, &field(vec![bid(0, "1", &[&text(&b["priceGrade"]), &text(&b["qualityGrade"])])]));
    assert_scores(&outcome, &expected(&c), 6);
}

#[test]
fn se_relative_from_one_to_five() {
    let c = case(SE, "se-relative-1to5");
    let m = by_formula(
        "5 - 4 * (p - low) / (high - low) \
         + 5 - 4 * (highest(values.ref) - values.ref) / (highest(values.ref) - lowest(values.ref))",
        Best::Highest,
        "5",
        &[],
        &["ref"],
    );
    let bids = c["bids"].as_array().unwrap().iter().enumerate();
    let bids: Vec<_> = bids
        .map(|(i, b)| with_values(bid(i, &text(&b["price"]), &[]), &[("ref", &text(&b["ref"]))]))
        .collect();
    let wanted: Vec<Ratio> = ids(&c).iter().map(|id| ratio(&text(&c["expected"][id]["total"]))).collect();
    assert_scores(&evaluate(&m, &field(bids)), &wanted, 6);
}

#[test]
fn uk_cheapest_by_quote() {
    let c = case(UK, "uk-ccs-fixed-quotes");
    let m = rounded(points("1", vec![criterion("price", "100", proportional())]), None, None, Some(3));
    assert_scores(&evaluate(&m, &prices(&c)), &expected(&c), 3);
}

#[test]
fn uk_forty_for_the_lowest() {
    let c = case(UK, "uk-40-price");
    let m = rounded(
        points(&text(&c["params"]["max"]), vec![criterion("price", "100", proportional())]),
        Some(0),
        None,
        None,
    );
    assert_scores(&evaluate(&m, &prices(&c)), &expected(&c), 0);
}

#[test]
fn uk_goldilocks() {
    let c = case(UK, "uk-goldilocks");
    let m = points(
        "100",
        vec![criterion("quality", "50", Method::Judged), criterion("price", "50", proportional())],
    );
    let bids = c["bids"].as_array().unwrap().iter().enumerate();
    let bids: Vec<_> = bids.map(|(i, b)| bid(i, &text(&b["price"]), &[&text(&b["quality"])])).collect();
    let outcome = evaluate(&m, &field(bids));
    assert_scores(&outcome, &expected(&c), 6);
    assert_eq!(outcome.winners(), [0, 2], "the first and the last tie exactly");
}

/// The source calls the points of a price of 0 undefined; format 1 gives the bid at a reference of 0 full points, every
/// other none, and warns.
#[test]
fn uk_zero_price() {
    let c = case(UK, "uk-zero-price");
    let element =
        |name: &str| Method::Proportional { measure: Measure::Value(name.into()), higher_is_better: false };
    let parts = ["block", "unit", "service"];
    // 10 + 15 + 5 = 30 points: as shares of 100 on a scale of 30
    let weights = ["33.3333", "50", "16.6667"];
    let m = points("30", parts.iter().zip(weights).map(|(p, w)| criterion(p, w, element(p))).collect());
    let bids = c["bids"].as_array().unwrap().iter().enumerate();
    let bids: Vec<_> = bids
        .map(|(i, b)| {
            let values: Vec<(&str, String)> = parts.iter().map(|p| (*p, text(&b[*p]))).collect();
            let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
            with_values(bid(i, "1", &[]), &values)
        })
        .collect();
    let outcome = evaluate(&m, &field(bids));
    for (place, part) in parts.iter().enumerate() {
        let weight = ratio(&text(&c["params"]["weights"][*part]));
        for (i, id) in ids(&c).iter().enumerate() {
            let points = &outcome.bids[i].as_ref().unwrap().points[place].points;
            let got = (points * &weight).checked_div(&Ratio::whole(30)).unwrap();
            match &c["expected"][id][*part] {
                Value::String(undefined) => {
                    assert_eq!(undefined, "UNDEFINED");
                    assert_eq!(got, weight);
                }
                figure => assert_eq!(got, ratio(&text(figure)), "{id} {part}"),
            }
        }
    }
    assert!(outcome.remarks.contains(&Remark::ZeroReference { criterion: 1 }));
}

#[test]
fn reversals_of_the_ranking() {
    for (id, method) in [("rank-reversal-lowest-ratio", proportional()), ("rank-reversal-minmax", min_max())]
    {
        let c = case(REVERSAL, id);
        // 50 points for each: weights of 50 on a scale of 100, quality points doubled
        let m =
            points("100", vec![criterion("price", "50", method), criterion("quality", "50", Method::Judged)]);
        let all: Vec<_> = c["bids"]
            .as_array()
            .unwrap()
            .iter()
            .enumerate()
            .map(|(i, b)| {
                let doubled = (ratio(&text(&b["quality_points"])) * Ratio::whole(2)).to_string();
                bid(i, &text(&b["price"]), &["", &doubled])
            })
            .collect();
        let wanted = |key: &str, names: &[&str]| {
            names.iter().map(|n| ratio(&text(&c["expected"][key][*n]))).collect::<Vec<_>>()
        };
        let with_all = evaluate(&m, &field(all.clone()));
        assert_scores(&with_all, &wanted("with_all", &["A", "B", "C"]), 6);
        assert_eq!(with_all.winners(), [1]);
        let without = evaluate(&m, &field(all[..2].to_vec()));
        assert_scores(&without, &wanted("without_C", &["A", "B"]), 6);
        assert_eq!(without.winners(), [0]);
    }
}
