//! The vectors of `widening-and-rounding.json`: scales that widen, rounding that flips the order, a hopeless bid that
//! decides.

use serde_json::Value;
use udbud::{number::Rounding, tender::Method};

use crate::support::*;

fn file() -> Value {
    serde_json::from_str(include_str!("widening-and-rounding.json")).unwrap()
}

fn strings(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|v| v.as_str().map_or_else(|| v.to_string(), str::to_owned)).collect()
}

fn check(model: &udbud::tender::EvaluationModel, cases: &Value, used_key: &str) {
    for case in cases.as_array().unwrap() {
        let prices = strings(&case["prices"]);
        let field = priced(&prices.iter().map(String::as_str).collect::<Vec<_>>());
        let outcome = evaluate(model, &field);
        assert_eq!(outcome.scales[0].used.to_string(), case[used_key].to_string(), "{case}");
        let printed: Vec<String> = outcome
            .bids
            .iter()
            .map(|b| b.as_ref().map_or("rejected".into(), |b| b.points[0].points.to_decimals_half_up(2)))
            .collect();
        assert_eq!(printed, strings(&case["points"]), "{case}");
    }
}

#[test]
fn slopes_widen() {
    let v = &file()["linear-widened"];
    let method = linear(&v["slope"].to_string(), widen("40", "10", None));
    let m = rounded(points("100", vec![criterion("pris", "100", method)]), Some(2), None, None);
    check(&m, &v["cases"], "slope-used");
}

#[test]
fn zero_points_widen_up_to_the_ceiling() {
    let v = &file()["absolute-widened"];
    let method = absolute("0", &v["zero-at"].to_string(), widen("150000", "50000", Some("300000")));
    let m = rounded(points("100", vec![criterion("pris", "100", method)]), Some(2), None, None);
    check(&m, &v["cases"], "zero-at-used");
}

#[test]
fn rounding_flips_the_order() {
    let v = &file()["rounding-flips-the-order"];
    let weights = strings(&v["weights"]);
    for (mode, key) in [(Rounding::HalfUp, "half-up"), (Rounding::HalfEven, "half-even")] {
        let criteria =
            ["a", "b", "c"].iter().zip(&weights).map(|(id, w)| criterion(id, w, Method::Judged)).collect();
        let mut m = rounded(points("100", criteria), Some(2), Some(0), None);
        m.rounding.mode = mode;
        let cases = v["cases"].as_array().unwrap();
        let bids = cases.iter().enumerate().map(|(i, c)| {
            let parts = strings(&c["parts"]);
            bid(i, "1", &parts.iter().map(String::as_str).collect::<Vec<_>>())
        });
        let outcome = evaluate(&m, &field(bids.collect()));
        let wanted: Vec<String> = cases.iter().map(|c| c[key].as_str().unwrap().to_owned()).collect();
        assert_eq!(results(&outcome), wanted);
        let unrounded: Vec<String> = outcome
            .bids
            .iter()
            .map(|b| match &b.as_ref().unwrap().result {
                udbud::evaluation::EvaluatedResult::Score { unrounded, .. } => unrounded.to_string(),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(unrounded, cases.iter().map(|c| c["unrounded"].as_str().unwrap()).collect::<Vec<_>>());
        let warned = outcome
            .remarks
            .iter()
            .any(|r| matches!(r, udbud::evaluation::Remark::RoundingChangesRanking { .. }));
        assert!(warned, "the second and third change places");
    }
}

#[test]
fn a_hopeless_bid_decides() {
    let v = &file()["a-hopeless-bid-decides"];
    let m = rounded(
        points(
            "100",
            vec![
                criterion("pris", "40", linear("30", widen("40", "10", None))),
                criterion("kvalitet", "60", Method::Judged),
            ],
        ),
        Some(2),
        Some(2),
        Some(2),
    );
    let bids = v["bids"].as_array().unwrap().iter().enumerate();
    let all: Vec<_> =
        bids.map(|(i, b)| bid(i, &b["price"].to_string(), &["", &b["quality"].to_string()])).collect();
    for (key, bids, winner) in [("with-C", &all[..], 0), ("without-C", &all[..2], 1)] {
        let outcome = evaluate(&m, &field(bids.to_vec()));
        assert_eq!(outcome.scales[0].used.to_string(), v[key]["slope-used"].to_string());
        let wanted: Vec<&str> =
            ["A", "B", "C"].iter().take(bids.len()).map(|id| v[key][id].as_str().unwrap()).collect();
        assert_eq!(scores(&outcome, 2), wanted);
        assert_eq!(outcome.winners(), [winner]);
    }
}
