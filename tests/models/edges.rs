//! Edge cases, decided in `docs/concepts/evaluation-models.md`.

use udbud::{
    evaluation::{EvaluatedResult, EvaluationErrorKind, Remark, evaluate_lot},
    number::{Money, Percent, Rounding},
    tender::{Adjustment, Best, Criterion, GateOn, Measure, Method, ModelKind, Outside, Worth},
};

use crate::support::*;

fn price_only(method: Method) -> udbud::tender::EvaluationModel {
    points("100", vec![criterion("pris", "100", method)])
}

fn value(name: &str, slope: &str, outside: Outside) -> Method {
    Method::Linear {
        measure: Measure::Value(name.into()),
        slope: dec(slope),
        outside,
        higher_is_better: false,
    }
}

fn falls(remarks: &[Remark]) -> Vec<(usize, usize)> {
    let fall = |r: &Remark| match r {
        Remark::OutsideScale { bid, criterion, .. } => Some((*bid, *criterion)),
        _ => None,
    };
    remarks.iter().filter_map(fall).collect()
}

#[test]
fn a_zero_price_gets_full_points_and_every_other_none() {
    for method in [linear("30", Outside::Reject), linear("30", widen("40", "10", Some("50"))), proportional()]
    {
        let outcome = evaluate(&price_only(method), &priced(&["0", "100", "0"]));
        assert_eq!(leaf(&outcome, 0), ["100", "0", "100"]);
        assert!(outcome.remarks.contains(&Remark::ZeroReference { criterion: 0 }));
    }
    // where 0 is no divisor the formula holds
    assert_eq!(leaf(&evaluate(&price_only(min_max()), &priced(&["0", "50", "100"])), 0), ["100", "50", "0"]);
}

#[test]
fn a_higher_measure_of_zero_for_all() {
    let higher = |m: Method| match m {
        Method::Linear { slope, outside, .. } => {
            Method::Linear { measure: Measure::Value("v".into()), slope, outside, higher_is_better: true }
        }
        _ => Method::Proportional { measure: Measure::Value("v".into()), higher_is_better: true },
    };
    for method in [higher(linear("30", Outside::Reject)), higher(proportional())] {
        let bids = (0..2).map(|i| with_values(bid(i, "1", &[]), &[("v", "0")])).collect();
        let outcome = evaluate(&price_only(method), &field(bids));
        assert_eq!(leaf(&outcome, 0), ["100", "100"]);
        assert!(outcome.remarks.contains(&Remark::ZeroReference { criterion: 0 }));
    }
}

#[test]
fn one_bid_gets_full_points_by_every_relative_method() {
    for method in [linear("30", Outside::Reject), proportional(), min_max()] {
        assert_eq!(leaf(&evaluate(&price_only(method), &priced(&["70"])), 0), ["100"]);
    }
}

#[test]
fn all_equal_get_full_points_by_every_relative_method() {
    for method in [linear("30", Outside::Reject), proportional(), min_max()] {
        let outcome = evaluate(&price_only(method), &priced(&["70", "70", "70"]));
        assert_eq!(leaf(&outcome, 0), ["100", "100", "100"]);
        assert_eq!(outcome.ranks(), [Some(1), Some(1), Some(1)]);
        assert!(outcome.remarks.is_empty());
    }
}

#[test]
fn no_bid_at_all() {
    let outcome = evaluate(&price_only(linear("30", widen("40", "10", None))), &priced(&[]));
    assert!(
        outcome.bids.is_empty() && outcome.winners().is_empty() && outcome.bids.iter().all(Option::is_none)
    );
}

#[test]
fn all_rejected() {
    let outcome = evaluate(&price_only(absolute("0", "50", Outside::Reject)), &priced(&["70", "51"]));
    assert_eq!(leaf(&outcome, 0), ["rejected", "rejected"]);
    assert_eq!(falls(&outcome.remarks), [(0, 0), (1, 0)]);
    assert!(outcome.bids.iter().all(Option::is_none));
}

#[test]
fn exactly_at_the_edge_is_within() {
    let reject = evaluate(&price_only(linear("30", Outside::Reject)), &priced(&["800", "1040", "1040.01"]));
    assert_eq!(leaf(&reject, 0), ["100", "0", "rejected"]);
    let fixed = evaluate(&price_only(absolute("0", "100", Outside::Reject)), &priced(&["100", "100.01"]));
    assert_eq!(leaf(&fixed, 0), ["0", "rejected"]);
    let ceiling = price_only(linear("30", widen("40", "10", Some("55"))));
    let outcome = evaluate(&ceiling, &priced(&["100", "155", "155.01"]));
    // the scale never passes the ceiling, and the bid beyond it does not widen it
    assert_eq!(outcome.scales[0].used, ratio("55"));
    assert_eq!(outcome.scales[0].widened_by, Some(1));
    assert_eq!(leaf(&outcome, 0), ["100", "0", "rejected"]);
}

#[test]
fn negative_points_stand_or_count_as_zero() {
    let negative = evaluate(&price_only(linear("30", Outside::Negative)), &priced(&["100", "145"]));
    assert_eq!(leaf(&negative, 0), ["100", "-50"]);
    let zero = evaluate(&price_only(linear("30", Outside::Zero)), &priced(&["100", "145"]));
    assert_eq!(leaf(&zero, 0), ["100", "0"]);
    // halves away from zero, also below it
    let m = rounded(price_only(linear("80", Outside::Negative)), Some(0), None, None);
    assert_eq!(leaf(&evaluate(&m, &priced(&["100", "182.8"])), 0), ["100", "-4"]);
    let m = rounded(price_only(linear("100", Outside::Negative)), Some(0), None, None);
    assert_eq!(leaf(&evaluate(&m, &priced(&["100", "200.5"])), 0), ["100", "-1"]);
    let mut m = rounded(price_only(linear("100", Outside::Negative)), Some(0), None, None);
    m.rounding.mode = Rounding::Down;
    assert_eq!(leaf(&evaluate(&m, &priced(&["100", "200.5"])), 0), ["100", "0"]);
}

#[test]
fn absolute_points_never_pass_the_scale() {
    let outcome =
        evaluate(&price_only(absolute("50", "100", Outside::Zero)), &priced(&["20", "50", "75", "120"]));
    assert_eq!(leaf(&outcome, 0), ["100", "100", "50", "0"]);
}

#[test]
fn higher_is_better_turns_a_measure_round() {
    let of = |method: fn(Measure) -> Method| {
        let bids = ["100", "80", "60"].iter().enumerate();
        let bids = bids.map(|(i, v)| with_values(bid(i, "1", &[]), &[("v", v)])).collect();
        leaf(&evaluate(&price_only(method(Measure::Value("v".into()))), &field(bids)), 0)
    };
    let linear = |measure| Method::Linear {
        measure,
        slope: dec("50"),
        outside: Outside::Zero,
        higher_is_better: true,
    };
    assert_eq!(of(linear), ["100", "60", "20"]);
    assert_eq!(of(|measure| Method::Proportional { measure, higher_is_better: true }), ["100", "80", "60"]);
    assert_eq!(of(|measure| Method::MinMax { measure, higher_is_better: true }), ["100", "50", "0"]);
}

/// The first falls on its waiting time. It set the lowest price, so the third, within the slope of the new lowest price,
/// stays out although nobody that stands puts it out: told as such.
#[test]
fn a_rejected_bid_may_set_the_reference_that_rejects_another() {
    let m = points(
        "100",
        vec![
            criterion("pris", "50", linear("30", Outside::Reject)),
            criterion("vent", "50", value("dage", "100", Outside::Reject)),
        ],
    );
    let bids = [("100", "50"), ("120", "10"), ("150", "10")];
    let bids = bids.iter().enumerate().map(|(i, (p, d))| with_values(bid(i, p, &[]), &[("dage", d)]));
    let outcome = evaluate(&m, &field(bids.collect()));
    assert_eq!(results(&outcome), ["rejected", "100", "rejected"]);
    assert_eq!(falls(&outcome.remarks), [(2, 0), (0, 1)], "together, in one round");
    assert!(outcome.remarks.contains(&Remark::ExcludedByExcluded { bid: 2, criterion: 0, by: 0 }));
}

/// A bid of 0 kroner makes the reference 0, beside which no price is outside. It falls on its waiting time; then 100 is
/// the lowest price, and 140 falls in the second round, against a bid that stands.
#[test]
fn a_bid_that_falls_moves_the_references_so_that_another_falls() {
    let m = points(
        "100",
        vec![
            criterion("pris", "50", linear("30", Outside::Reject)),
            criterion("vent", "50", value("dage", "50", Outside::Reject)),
        ],
    );
    let bids = [("0", "40"), ("100", "20"), ("140", "20")];
    let bids = bids.iter().enumerate().map(|(i, (p, d))| with_values(bid(i, p, &[]), &[("dage", d)]));
    let outcome = evaluate(&m, &field(bids.collect()));
    assert_eq!(falls(&outcome.remarks), [(0, 1), (2, 0)]);
    assert_eq!(results(&outcome), ["rejected", "100", "rejected"]);
    assert!(!outcome.remarks.iter().any(|r| matches!(r, Remark::ExcludedByExcluded { .. })));
}

#[test]
fn two_bids_may_reject_each_other() {
    let m = points(
        "100",
        vec![
            criterion("pris", "50", linear("30", Outside::Reject)),
            criterion("vent", "50", value("dage", "30", Outside::Reject)),
        ],
    );
    let bids = [("100", "20"), ("200", "10")];
    let bids = bids.iter().enumerate().map(|(i, (p, d))| with_values(bid(i, p, &[]), &[("dage", d)]));
    let outcome = evaluate(&m, &field(bids.collect()));
    assert_eq!(results(&outcome), ["rejected", "rejected"]);
    assert!(outcome.remarks.contains(&Remark::ExcludedByExcluded { bid: 1, criterion: 0, by: 0 }));
    assert!(outcome.remarks.contains(&Remark::ExcludedByExcluded { bid: 0, criterion: 1, by: 1 }));
}

#[test]
fn gates_come_before_price_and_look_at_unrounded_points() {
    let mut m = rounded(
        points("100", vec![criterion("pris", "60", proportional()), criterion("kval", "40", Method::Judged)]),
        Some(0),
        None,
        None,
    );
    m.gates = vec![gate(GateOn::Criterion(1), "50")];
    let bids = vec![bid(0, "10", &["", "49.9"]), bid(1, "100", &["", "50"]), bid(2, "200", &["", "80"])];
    let outcome = evaluate(&m, &field(bids));
    // 49.9 would be rounded to 50; and the cheap bid sets no reference
    assert_eq!(leaf(&outcome, 0), ["rejected", "100", "50"]);
    m.gates = vec![gate(GateOn::Total, "50.01")];
    let bids = vec![bid(0, "10", &["", "50"]), bid(1, "100", &["", "50.01"])];
    assert_eq!(leaf(&evaluate(&m, &field(bids)), 0), ["rejected", "100"]);
}

#[test]
fn weights_of_the_total_gate_are_multiplied_down_the_tree() {
    let parent = |id, weight| Criterion { method: None, ..criterion(id, weight, Method::Judged) };
    let child = |id, weight| Criterion { parent: Some(1), ..criterion(id, weight, Method::Judged) };
    let mut m = points(
        "100",
        vec![
            criterion("pris", "50", proportional()),
            parent("kvalitet", "40"),
            child("a", "75"),
            child("b", "25"),
            criterion("service", "10", Method::Judged),
        ],
    );
    // (0.4 x 0.75 x 80 + 0.4 x 0.25 x 40 + 0.1 x 20) / 0.5 = 60
    m.gates = vec![gate(GateOn::Total, "60")];
    let judged = ["", "", "80", "40", "20"];
    assert!(evaluate(&m, &field(vec![bid(0, "1", &judged)])).bids.iter().any(Option::is_some));
    m.gates = vec![gate(GateOn::Total, "60.0001")];
    assert!(evaluate(&m, &field(vec![bid(0, "1", &judged)])).bids.iter().all(Option::is_none));
}

#[test]
fn a_parents_points_are_the_sum_of_its_childrens_rounded_contributions() {
    let child = |id, weight| Criterion { parent: Some(0), ..criterion(id, weight, Method::Judged) };
    let m = rounded(
        points(
            "100",
            vec![
                Criterion { method: None, ..criterion("kvalitet", "50", Method::Judged) },
                child("a", "33"),
                child("b", "67"),
                criterion("c", "50", Method::Judged),
            ],
        ),
        Some(1),
        Some(1),
        Some(1),
    );
    // a 50.05 -> 50.1, contributes 16.533 -> 16.5; b 10 -> 6.7; parent 23.2, contributes 11.6; c 33.3 -> 16.65 -> 16.7
    let outcome = evaluate(&m, &field(vec![bid(0, "1", &["", "50.05", "10", "33.3"])]));
    assert_eq!(results(&outcome), ["28.3"]);
    let EvaluatedResult::Score { unrounded, .. } = &outcome.bids[0].as_ref().unwrap().result else {
        panic!()
    };
    assert_eq!(*unrounded, ratio("28.25825"));
}

fn worth(id: &str, worth: Worth) -> Criterion {
    Criterion { worth: Some(worth), ..criterion(id, "", Method::Judged) }
}

#[test]
fn evaluated_prices_by_tier() {
    let m = |adjustment, w| model(ModelKind::EvaluatedPrice(adjustment), "100", vec![worth("q", w)]);
    let mut b = bid(0, "1000", &["75"]);
    b.prices.push(kroner("900"));
    let mut f = field(vec![b]);
    f.fallback = Some(kroner("2000"));
    let value = Worth::Value(kroner("400"));
    let percent = Worth::ValuePercent(Percent::from_parts(200_000));
    let uplift = Worth::Uplift(Percent::from_parts(200_000));
    for (adjustment, w, expected) in [
        (Adjustment::Subtract, value, ["700.00", "600.00"]),
        (Adjustment::Subtract, percent, ["700.00", "600.00"]),
        (Adjustment::Add, value, ["1100.00", "1000.00"]),
        (Adjustment::Uplift, uplift, ["1050.00", "945.00"]),
    ] {
        let outcome = evaluate(&m(adjustment, w), &f);
        let EvaluatedResult::Price(tiers) = &outcome.bids[0].as_ref().unwrap().result else { panic!() };
        assert_eq!(tiers.iter().map(Money::to_string).collect::<Vec<_>>(), expected);
    }
    f.fallback = None;
    let fault = evaluate_lot(&m(Adjustment::Subtract, percent), &f).unwrap_err();
    assert_eq!((fault.kind, fault.criterion), (EvaluationErrorKind::NoFallbackCost, Some(0)));
    let nobody = evaluate(&m(Adjustment::Subtract, percent), &field(Vec::new()));
    assert!(nobody.bids.iter().all(Option::is_none), "without bids nothing is asked of the fallback");
}

#[test]
fn combination_discounts_do_not_move_references() {
    let m = by_formula("price / lowest(price) * 100", Best::Lowest, "100", &[], &[]);
    let mut a = bid(0, "200", &[]);
    a.prices.push(kroner("50"));
    let outcome = evaluate(&m, &field(vec![a, bid(1, "100", &[])]));
    let tiers = |i: usize| match &outcome.bids[i].as_ref().unwrap().result {
        EvaluatedResult::Price(tiers) => tiers.iter().map(Money::to_string).collect::<Vec<_>>(),
        EvaluatedResult::Score { .. } => panic!(),
    };
    assert_eq!(tiers(0), ["200.00", "50.00"]);
    assert_eq!(tiers(1), ["100.00"]);
}

#[test]
fn formulas_of_criteria_may_use_the_points_of_others() {
    let by = |text: &str| Method::Formula {
        measure: Measure::Price,
        formula: formula(text, &["a", "b", "c"], &[]),
    };
    let m = points(
        "100",
        vec![
            criterion("a", "20", by("points.b / 2")),
            criterion("b", "30", by("points.c + weight")),
            criterion("c", "50", Method::Judged),
        ],
    );
    let outcome = evaluate(&m, &field(vec![bid(0, "1", &["", "", "10"])]));
    assert_eq!((leaf(&outcome, 0), leaf(&outcome, 1)), (vec!["20".into()], vec!["40".into()]));
    let circle =
        points("100", vec![criterion("a", "50", by("points.b")), criterion("b", "50", by("points.a"))]);
    let fault = evaluate_lot(&circle, &field(vec![bid(0, "1", &[])])).unwrap_err();
    assert_eq!(fault.kind, EvaluationErrorKind::CircularFormula);
}

#[test]
fn what_is_missing_names_the_bid() {
    let m = points("100", vec![criterion("q", "100", Method::Judged)]);
    let fault = evaluate_lot(&m, &field(vec![bid(3, "1", &["5"]), bid(7, "1", &[""])])).unwrap_err();
    assert_eq!(
        (fault.bid, fault.criterion, fault.kind),
        (Some(7), Some(0), EvaluationErrorKind::MissingPoints)
    );
    let m = price_only(value("dage", "30", Outside::Zero));
    let fault = evaluate_lot(&m, &priced(&["1"])).unwrap_err();
    assert_eq!(fault.kind, EvaluationErrorKind::MissingValue("dage".into()));
    let m = by_formula("1 / (price - 5)", Best::Highest, "100", &[], &[]);
    let fault = evaluate_lot(&m, &field(vec![bid(4, "6", &[]), bid(9, "5", &[])])).unwrap_err();
    assert_eq!(fault.bid, Some(9));
    assert_eq!(fault.kind.name(), "division-by-zero");
}

#[test]
fn a_score_rounded_to_a_tie_is_told() {
    let m = rounded(points("100", vec![criterion("q", "100", Method::Judged)]), None, None, Some(1));
    let outcome = evaluate(&m, &field(vec![bid(0, "1", &["50.01"]), bid(1, "1", &["50.02"])]));
    assert_eq!(outcome.ranks(), [Some(1), Some(1)]);
    let told =
        Remark::RoundingChangesRanking { rounded: vec![Some(1), Some(1)], unrounded: vec![Some(2), Some(1)] };
    assert!(outcome.remarks.contains(&told));
}
