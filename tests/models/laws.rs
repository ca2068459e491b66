//! Every named method equals a formula (docs/reference/formula.md).

use proptest::prelude::*;
use udbud::{
    evaluation::{EvaluatedResult, LotEntry, LotField},
    number::{Money, Percent, Ratio},
    tender::{Adjustment, Best, Criterion, EvaluationModel, Measure, Method, ModelKind, Outside, Worth},
};

use crate::support::*;

fn fields() -> impl Strategy<Value = LotField> {
    let one = (0_i128..2_000, 0_i128..60, 0_i128..=100, 0_i128..=1000);
    let ordinary = (1_i128..100_000_000, 0_i128..60, 0_i128..=100, 0_i128..=1000);
    prop::collection::vec(prop_oneof![one, ordinary], 1..7).prop_map(|bids| {
        let bids = bids.into_iter().enumerate().map(|(i, (ore, v, q, r))| LotEntry {
            bid: i,
            prices: vec![Money::from_ore(ore)],
            judged: vec![Some(Ratio::whole(q)), Ratio::new(r, 10)],
            values: vec![("v".into(), Ratio::whole(v))],
        });
        LotField { bids: bids.collect(), tariff_value: None, fallback: Some(Money::from_ore(123_456_789)) }
    })
}

/// The points of the method and of the formula on the same measure.
fn same_points(method: Method, text: &str, field: &LotField) -> Result<(), TestCaseError> {
    let measure = method.measure().unwrap().clone();
    let one = |method| points("80", vec![criterion("x", "100", method)]);
    let by_method = evaluate(&one(method), field);
    let by_formula = evaluate(&one(Method::Formula { measure, formula: formula(text, &[], &["v"]) }), field);
    for (a, b) in by_method.bids.iter().zip(&by_formula.bids) {
        prop_assert_eq!(&a.as_ref().unwrap().points[0], &b.as_ref().unwrap().points[0], "{}", text);
    }
    Ok(())
}

fn measures() -> [Measure; 2] {
    [Measure::Price, Measure::Value("v".into())]
}

/// What the method says where its reference is 0.
fn at_zero(reference: &str, otherwise: &str) -> String {
    format!("if {reference} == 0 then (if p == 0 then scale else 0) else {otherwise}")
}

/// The least whole number not below x.
fn ceiling(x: &str) -> String {
    format!("(if round({x}, 0) < {x} then round({x}, 0) + 1 else round({x}, 0))")
}

fn same_prices(
    by_model: &EvaluationModel,
    by_formula: &EvaluationModel,
    field: &LotField,
) -> Result<(), TestCaseError> {
    let (a, b) = (evaluate(by_model, field), evaluate(by_formula, field));
    for (a, b) in a.bids.iter().zip(&b.bids) {
        prop_assert_eq!(&a.as_ref().unwrap().result, &b.as_ref().unwrap().result);
    }
    Ok(())
}

proptest! {
    #[test]
    fn linear_is_its_formula(field in fields(), slope in 1_u32..300, higher in any::<bool>()) {
        for measure in measures() {
            let plain = if higher {
                at_zero("high", &format!("scale * (1 - (high - p) / ({slope} / 100 * high))"))
            } else {
                at_zero("low", &format!("scale * (1 - (p - low) / ({slope} / 100 * low))"))
            };
            let method = |outside| Method::Linear {
                measure: measure.clone(), slope: slope.into(), outside, higher_is_better: higher,
            };
            same_points(method(Outside::Negative), &plain, &field)?;
            same_points(method(Outside::Zero), &format!("max(0, {plain})"), &field)?;
        }
    }

    #[test]
    fn widened_linear_is_its_formula(field in fields(), slope in 1_u32..100, more in 0_u32..20, step in 1_u32..15) {
        for measure in measures() {
            let first = slope + more;
            let need = "highest((p - low) / low * 100)";
            let steps = ceiling(&format!("(({need} - {first}) / {step})"));
            let used = format!(
                "(if {need} <= {slope} then {slope} else if {need} <= {first} then {first} else {first} + {step} * {steps})"
            );
            let text = at_zero("low", &format!("scale * (1 - (p - low) / ({used} / 100 * low))"));
            let outside = widen(&first.to_string(), &step.to_string(), None);
            same_points(Method::Linear { measure, slope: slope.into(), outside, higher_is_better: false }, &text, &field)?;
        }
    }

    #[test]
    fn absolute_is_its_formula(field in fields(), full in 0_u32..50_000, length in 1_u32..50_000, step in 1_u32..9_000) {
        let zero = full + length;
        for measure in measures() {
            let method = |outside| Method::Absolute {
                measure: measure.clone(), full_at: full.into(), zero_at: zero.into(), outside,
            };
            let plain = format!("min(scale, scale * ({zero} - p) / ({zero} - {full}))");
            same_points(method(Outside::Negative), &plain, &field)?;
            same_points(method(Outside::Zero), &format!("max(0, {plain})"), &field)?;
            let first = zero + step;
            let steps = ceiling(&format!("((high - {first}) / {step})"));
            let used = format!(
                "(if high <= {zero} then {zero} else if high <= {first} then {first} else {first} + {step} * {steps})"
            );
            let widened = format!("min(scale, scale * ({used} - p) / ({used} - {full}))");
            same_points(method(widen(&first.to_string(), &step.to_string(), None)), &widened, &field)?;
        }
    }

    #[test]
    fn proportional_is_its_formula(field in fields()) {
        for measure in measures() {
            let method = |higher_is_better| Method::Proportional { measure: measure.clone(), higher_is_better };
            same_points(method(false), &at_zero("low", "scale * low / p"), &field)?;
            same_points(method(true), &at_zero("high", "scale * p / high"), &field)?;
        }
    }

    #[test]
    fn min_max_is_its_formula(field in fields()) {
        for measure in measures() {
            let method = |higher_is_better| Method::MinMax { measure: measure.clone(), higher_is_better };
            let equal = |text: &str| format!("if high == low then scale else {text}");
            same_points(method(false), &equal("scale * (high - p) / (high - low)"), &field)?;
            same_points(method(true), &equal("scale * (p - low) / (high - low)"), &field)?;
        }
    }

    #[test]
    fn evaluated_prices_are_their_formula(field in fields(), value in 0_i128..1_000_000, parts in 0_i64..1_000_000) {
        let worths = [Worth::Value(Money::from_ore(value)), Worth::ValuePercent(Percent::from_parts(parts))];
        let with = |adjustment, worth: [Worth; 2]| model(
            ModelKind::EvaluatedPrice(adjustment),
            "100",
            ["q", "r"].iter().zip(worth).map(|(id, w)| Criterion { worth: Some(w), ..criterion(id, "", Method::Judged) }).collect(),
        );
        let formula = |text: &str| by_formula(text, Best::Lowest, "100", &["q", "r"], &[]);
        let (v, w) = (Money::from_ore(value), Percent::from_parts(parts));
        same_prices(
            &with(Adjustment::Subtract, worths),
            &formula(&format!("price - {v} * points.q / scale - {w} / 100 * fallback * points.r / scale")),
            &field,
        )?;
        same_prices(
            &with(Adjustment::Add, worths),
            &formula(&format!("price + {v} * (scale - points.q) / scale + {w} / 100 * fallback * (scale - points.r) / scale")),
            &field,
        )?;
        same_prices(
            &with(Adjustment::Uplift, [Worth::Uplift(w); 2]),
            &formula(&format!("price * (1 + {w} / 100 * (scale - points.q) / scale + {w} / 100 * (scale - points.r) / scale)")),
            &field,
        )?;
        same_prices(&model(ModelKind::LowestPrice, "100", Vec::new()), &by_formula("price", Best::Lowest, "100", &[], &[]), &field)?;
    }

    #[test]
    fn a_score_is_its_formula(field in fields(), weight in 0_u32..=100, decimals in 0_u32..3) {
        let rest = (100 - weight).to_string();
        let m = points("100", vec![
            criterion("q", &weight.to_string(), Method::Judged),
            criterion("r", &rest, Method::Judged),
        ]);
        let m = rounded(m, Some(0), Some(decimals), Some(decimals));
        let text = format!(
            "round(round({weight} / 100 * points.q, {decimals}) + round({rest} / 100 * points.r, {decimals}), {decimals})"
        );
        let f = rounded(by_formula(&text, Best::Highest, "100", &["q", "r"], &[]), Some(0), None, None);
        let (a, b) = (evaluate(&m, &field), evaluate(&f, &field));
        let rounded = |o: &udbud::evaluation::LotOutcome, i: usize| match &o.bids[i].as_ref().unwrap().result {
            EvaluatedResult::Score { rounded, .. } => rounded.clone(),
            EvaluatedResult::Price(_) => unreachable!(),
        };
        for i in 0..field.bids.len() {
            prop_assert_eq!(rounded(&a, i), rounded(&b, i));
        }
        prop_assert_eq!(a.ranks(), b.ranks());
    }
}
