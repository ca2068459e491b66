//! Points for 10,000 bids and 20 criteria: a price with a slope that widens, measured values by every method, judged
//! quality in two levels; points to two decimals.

#![allow(missing_docs)]

use std::hint::black_box;

use criterion::{Criterion as Bench, criterion_group, criterion_main};
use rust_decimal::Decimal;
use udbud::{
    evaluation::{LotEntry, LotField, PreparedModel},
    number::{Money, Ratio, Rounding},
    tender::{
        Criterion, EvaluationModel, Measure, Method, ModelKind, Outside, Place, StageRounding, Widening,
    },
};

const BIDS: usize = 10_000;
const MEASURED: usize = 7;
const JUDGED: usize = 12;

fn criterion(id: String, weight: u32, parent: Option<usize>, method: Option<Method>) -> Criterion {
    Criterion {
        title: id.clone(),
        id,
        parent,
        weight: Some(weight.into()),
        method,
        worth: None,
        place: Place::default(),
    }
}

fn method(i: usize) -> Method {
    let measure = Measure::Value(format!("v{i}"));
    let higher_is_better = i % 4 == 1;
    match i % 4 {
        0 => Method::Linear { measure, slope: 200.into(), outside: Outside::Zero, higher_is_better },
        1 => Method::MinMax { measure, higher_is_better },
        2 => Method::Absolute { measure, full_at: 5.into(), zero_at: 150.into(), outside: Outside::Negative },
        _ => Method::Proportional { measure, higher_is_better },
    }
}

fn model() -> EvaluationModel {
    let widening = Widening { first: 40.into(), step: 10.into(), ceiling: Some(Decimal::from(200)) };
    let slope = Method::Linear {
        measure: Measure::Price,
        slope: 30.into(),
        outside: Outside::Widen(widening),
        higher_is_better: false,
    };
    let mut criteria =
        vec![criterion("pris".into(), 40, None, Some(slope)), criterion("kvalitet".into(), 32, None, None)];
    criteria.extend((0..MEASURED).map(|i| criterion(format!("m{i}"), 4, None, Some(method(i)))));
    criteria.extend((0..JUDGED).map(|i| {
        let weight = if i < 8 { 8 } else { 9 };
        criterion(format!("j{i}"), weight, Some(1), Some(Method::Judged))
    }));
    EvaluationModel {
        kind: ModelKind::Points,
        scale: 100.into(),
        rounding: StageRounding { points: Some(2), weighted: None, score: Some(2), mode: Rounding::HalfUp },
        criteria,
        gates: Vec::new(),
        place: Place::default(),
    }
}

fn field(model: &EvaluationModel) -> LotField {
    let mut seed = 1_u64;
    let mut below = |n: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i128::from((seed >> 33) % n)
    };
    let bids = (0..BIDS).map(|bid| LotEntry {
        bid,
        prices: vec![Money::from_ore(1_000_000_000 + below(900_000_000))],
        judged: model
            .criteria
            .iter()
            .map(|c| (c.method == Some(Method::Judged)).then(|| Ratio::new(below(201), 2)).flatten())
            .collect(),
        values: (0..MEASURED).map(|i| (format!("v{i}"), Ratio::whole(10 + below(90)))).collect(),
    });
    LotField { bids: bids.collect(), tariff_value: None, fallback: None }
}

fn points(bench: &mut Bench) {
    let model = model();
    let field = field(&model);
    let prepared = PreparedModel::new(&model).ok();
    bench.bench_function("points/10000-bids-20-criteria", |b| {
        b.iter(|| prepared.as_ref().map(|p| p.evaluate(black_box(&field))));
    });
}

criterion_group! {
    name = benches;
    config = Bench::default().sample_size(20);
    targets = points
}
criterion_main!(benches);
