//! What a loser would have needed, against every price and every point tried.

use proptest::prelude::*;
use udbud::{
    evaluation::{LotEntry, LotField, NeededPrice, NeverReason, PreparedModel},
    number::{Money, Ratio, Rounding},
    tender::{Adjustment, Criterion, EvaluationModel, GateOn, Measure, Method, ModelKind, Outside, Worth},
};

use crate::support::*;

fn wins(prepared: &PreparedModel<'_>, field: &LotField, place: usize) -> bool {
    prepared.evaluate(field).is_ok_and(|o| o.winners() == [place])
}

fn every_price(prepared: &PreparedModel<'_>, field: &LotField, place: usize) -> Option<i128> {
    let top = field.bids.iter().map(|b| b.price().ore()).max().unwrap();
    (0..=top).rev().find(|ore| {
        let mut field = field.clone();
        field.bids[place].prices = vec![Money::from_ore(*ore)];
        wins(prepared, &field, place)
    })
}

fn every_point(
    prepared: &PreparedModel<'_>,
    field: &LotField,
    place: usize,
    criterion: usize,
) -> Option<i128> {
    (0..=100).find(|points| {
        let mut field = field.clone();
        field.bids[place].judged[criterion] = Some(Ratio::whole(*points));
        wins(prepared, &field, place)
    })
}

fn fields() -> impl Strategy<Value = LotField> {
    prop::collection::vec((0_i128..400, 0_i128..=100, 1_i128..30), 2..5).prop_map(|bids| {
        field(
            bids.into_iter()
                .enumerate()
                .map(|(i, (ore, q, v))| LotEntry {
                    bid: i,
                    prices: vec![Money::from_ore(ore)],
                    judged: vec![None, Some(Ratio::whole(q)), None],
                    values: vec![("v".into(), Ratio::whole(v))],
                })
                .collect(),
        )
    })
}

fn outsides() -> impl Strategy<Value = Outside> {
    prop_oneof![
        Just(Outside::Negative),
        Just(Outside::Zero),
        Just(Outside::Reject),
        (0_u32..40, 1_u32..40).prop_map(|(more, step)| widen(
            &(50 + more).to_string(),
            &step.to_string(),
            None
        )),
        (0_u32..40, 1_u32..40).prop_map(|(more, step)| {
            widen(&(50 + more).to_string(), &step.to_string(), Some(&(120 + more).to_string()))
        }),
    ]
}

fn price_methods() -> impl Strategy<Value = Method> {
    let higher = any::<bool>();
    prop_oneof![
        (20_u32..51, outsides(), higher).prop_map(|(slope, outside, higher_is_better)| Method::Linear {
            measure: Measure::Price,
            slope: slope.into(),
            outside,
            higher_is_better: higher_is_better && !matches!(outside, Outside::Widen(_)),
        }),
        // in kroner: 400 øre are 4
        (1_u32..5, outsides()).prop_map(|(zero, outside)| {
            let outside = match outside {
                Outside::Widen(_) => widen(&(zero + 1).to_string(), "1", Some(&(zero + 2).to_string())),
                other => other,
            };
            absolute("0.5", &zero.to_string(), outside)
        }),
        any::<bool>().prop_map(|h| Method::Proportional { measure: Measure::Price, higher_is_better: h }),
        any::<bool>().prop_map(|h| Method::MinMax { measure: Measure::Price, higher_is_better: h }),
    ]
}

fn models() -> impl Strategy<Value = EvaluationModel> {
    let rounding =
        prop_oneof![Just((None, None, None)), Just((Some(0), None, None)), Just((Some(2), Some(1), Some(0)))];
    let value = outsides().prop_map(|outside| Method::Linear {
        measure: Measure::Value("v".into()),
        slope: 45.into(),
        outside,
        higher_is_better: false,
    });
    (price_methods(), value, rounding, 0_usize..3).prop_map(|(price, value, (p, w, s), mode)| {
        let mut m = rounded(
            points(
                "100",
                vec![
                    criterion("price", "40", price),
                    criterion("q", "40", Method::Judged),
                    criterion("v", "20", value),
                ],
            ),
            p,
            w,
            s,
        );
        m.rounding.mode = [Rounding::HalfUp, Rounding::HalfEven, Rounding::Down][mode];
        m
    })
}

fn agrees(model: &EvaluationModel, field: &LotField) -> Result<(), TestCaseError> {
    let prepared = PreparedModel::new(model).unwrap();
    for place in 0..field.bids.len() {
        if wins(&prepared, field, place) {
            continue;
        }
        let needed = prepared.needed(field, place);
        let found = match needed.price {
            NeededPrice::AtMost { price, certain } => {
                let lowest = field.bids.iter().map(|b| b.price().ore()).min().unwrap();
                prop_assert!(certain || price.ore() <= lowest);
                Some(price.ore())
            }
            NeededPrice::Never(reason) => {
                prop_assert!(matches!(reason, NeverReason::NotAtAnyPrice | NeverReason::BelowGate));
                None
            }
        };
        prop_assert_eq!(found, every_price(&prepared, field, place), "bid {}", place);
        if model.rounding.points == Some(0) {
            let least = needed.points[0].least.clone().ok().map(|p| p.to_whole().unwrap());
            prop_assert_eq!(least, every_point(&prepared, field, place, 1), "bid {}", place);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn by_points(model in models(), field in fields()) {
        agrees(&model, &field)?;
    }

    #[test]
    fn by_prices(field in fields(), value in 0_i128..500, gate_at in 0_u32..60) {
        let worth = |w| Criterion { worth: Some(w), ..criterion("q", "", Method::Judged) };
        let value = Worth::Value(Money::from_ore(value));
        let uplift = Worth::Uplift(udbud::number::Percent::from_parts(300_000));
        for (adjustment, w) in [(Adjustment::Subtract, value), (Adjustment::Add, value), (Adjustment::Uplift, uplift)] {
            let head = Criterion { method: None, ..criterion("head", "", Method::Judged) };
            let mut m = model(ModelKind::EvaluatedPrice(adjustment), "100", vec![head, worth(w)]);
            m.gates = vec![gate(GateOn::Criterion(1), &gate_at.to_string())];
            m.rounding.points = Some(0);
            agrees(&m, &field)?;
        }
    }
}

#[test]
fn the_lowest_price_needs_one_ore_less() {
    let m = model(ModelKind::LowestPrice, "100", Vec::new());
    let prepared = PreparedModel::new(&m).unwrap();
    let needed = prepared.needed(&priced(&["100", "250"]), 1);
    assert_eq!(needed.price, NeededPrice::AtMost { price: kroner("99.99"), certain: true });
    assert_eq!(needed.points, []);
    let free = prepared.needed(&priced(&["0", "250"]), 1);
    assert_eq!(free.price, NeededPrice::Never(NeverReason::NotAtAnyPrice));
}

#[test]
fn large_prices_are_found_to_the_ore() {
    let m = widened();
    let prepared = PreparedModel::new(&m).unwrap();
    let f = field(vec![
        bid(0, "18750030.40", &["", "60"]),
        bid(1, "19950030.40", &["", "80"]),
        bid(2, "26000000", &["", "90"]),
    ]);
    let NeededPrice::AtMost { price, certain: true } = prepared.needed(&f, 2).price else { panic!() };
    let mut at = f.clone();
    at.bids[2].prices = vec![price];
    assert!(wins(&prepared, &at, 2));
    at.bids[2].prices = vec![Money::from_ore(price.ore() + 1)];
    assert!(!wins(&prepared, &at, 2));
}

fn widened() -> EvaluationModel {
    rounded(
        points(
            "100",
            vec![
                criterion("pris", "60", linear("30", widen("40", "10", None))),
                criterion("kvalitet", "40", Method::Judged),
            ],
        ),
        Some(2),
        None,
        Some(2),
    )
}
