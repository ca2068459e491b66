//! Trying models: the known reversals are found from the model alone, and none for prices in kroner.

use std::time::Instant;

use udbud::{
    evaluation::probe::{ProbedBids, probe},
    number::Percent,
    tender::{Adjustment, Best, Criterion, EvaluationModel, Method, ModelKind, Outside, Worth},
};

use crate::support::*;

fn half_and_half(method: Method) -> EvaluationModel {
    points("100", vec![criterion("pris", "50", method), criterion("kvalitet", "50", Method::Judged)])
}

#[test]
fn the_known_reversals_are_found_from_the_model_alone() {
    let start = Instant::now();
    // formulas-rank-reversal.json: lowest-ratio
    let found = probe(&half_and_half(proportional()), &[], None, None).unwrap();
    let example = found.losing_bid_decides.unwrap();
    assert_eq!(example.field.bids.len(), 3);
    assert!(found.hopeless_bid_decides.is_none(), "the lowest price is no hopeless bid's");
    // formulas-rank-reversal.json: min-max
    let found = probe(&half_and_half(min_max()), &[], None, None).unwrap();
    assert!(found.hopeless_bid_decides.is_some());
    // widening-and-rounding.json: a hopeless bid decides
    let widened = rounded(
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
    let found = probe(&widened, &[], None, None).unwrap();
    let example = found.hopeless_bid_decides.unwrap();
    assert_ne!(example.with, example.without);
    assert!(found.counts.widened > 0);
    assert!(start.elapsed().as_secs() < 10);
}

#[test]
fn prices_in_kroner_have_no_reversal() {
    let worth = |w| vec![Criterion { worth: Some(w), ..criterion("q", "", Method::Judged) }];
    let value = Worth::Value(kroner("250000"));
    let uplift = Worth::Uplift(Percent::from_parts(200_000));
    for m in [
        model(ModelKind::LowestPrice, "100", Vec::new()),
        model(ModelKind::EvaluatedPrice(Adjustment::Subtract), "100", worth(value)),
        model(ModelKind::EvaluatedPrice(Adjustment::Add), "100", worth(value)),
        model(ModelKind::EvaluatedPrice(Adjustment::Uplift), "100", worth(uplift)),
        by_formula("price / (1 + points.a / 100)", Best::Lowest, "100", &["a"], &[]),
        half_and_half(absolute("0", "2000000", Outside::Negative)),
    ] {
        let found = probe(&m, &[], None, None).unwrap();
        assert_eq!((found.losing_bid_decides, found.hopeless_bid_decides), (None, None));
        assert_eq!(found.nothing_gained, []);
    }
}

#[test]
fn a_point_in_kroner_is_worth_the_same_at_every_price() {
    let worth =
        vec![Criterion { worth: Some(Worth::Value(kroner("250000"))), ..criterion("q", "", Method::Judged) }];
    let m = model(ModelKind::EvaluatedPrice(Adjustment::Subtract), "100", worth);
    let found = probe(&m, &[], None, None).unwrap();
    assert_eq!(found.worth_of_points.len(), 4);
    assert!(found.worth_of_points.iter().all(|w| w.worth == Some(kroner("2500"))));
    let m = half_and_half(proportional());
    let worths: Vec<_> =
        probe(&m, &[], None, None).unwrap().worth_of_points.iter().map(|w| w.worth.unwrap()).collect();
    assert!(
        worths.windows(2).all(|w| w[0] < w[1]),
        "the dearer the bid, the more a point is worth: {worths:?}"
    );
}

#[test]
fn beyond_a_scale_that_counts_as_zero_nothing_is_gained() {
    let found = probe(&half_and_half(linear("30", Outside::Zero)), &[], None, None).unwrap();
    let ranges: Vec<_> = found.nothing_gained.iter().map(|r| (r.from, r.to)).collect();
    // beyond the slope; and so far below the lowest other price that nobody else has points for price
    let wanted = [("2000000", "1300000"), ("750000", "500000")].map(|(a, b)| (kroner(a), kroner(b)));
    assert_eq!(ranges, wanted);
}

#[test]
fn the_bids_of_the_file_are_tried_where_there_are_any() {
    let lot = field(vec![bid(0, "800", &["", "50"]), bid(1, "1000", &["", "90"])]);
    let m = points(
        "100",
        vec![
            criterion("pris", "40", linear("30", widen("40", "10", None))),
            criterion("kvalitet", "60", Method::Judged),
        ],
    );
    let found = probe(&m, &[lot], None, None).unwrap();
    assert_eq!(found.bids, ProbedBids::File { lots: 1 });
    let example = found.hopeless_bid_decides.unwrap();
    assert_eq!((example.with, example.without), (vec![1], vec![0]));
}
