//! How a leaf gets its points, and what they are worth.

use rust_decimal::Decimal;

use super::{evaluation::read_formula, keys, node::At, problems::Problems, table::TableReader};
use crate::{
    number::{Money, Ratio},
    tender::{Adjustment, Measure, Method, Outside, Place, Problem, ProblemCode, Widening, Worth},
};

/// The methods by name, before their parameters are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Name {
    Linear,
    Absolute,
    Proportional,
    MinMax,
    Judged,
    Formula,
}

const METHODS: [(&str, Name); 6] = [
    ("linear", Name::Linear),
    ("absolute", Name::Absolute),
    ("proportional", Name::Proportional),
    ("min-max", Name::MinMax),
    ("judged", Name::Judged),
    ("formula", Name::Formula),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OutsideName {
    Negative,
    Zero,
    Reject,
    Widen,
}

const OUTSIDE: [(&str, OutsideName); 4] = [
    ("negative", OutsideName::Negative),
    ("zero", OutsideName::Zero),
    ("reject", OutsideName::Reject),
    ("widen", OutsideName::Widen),
];

/// `method` and its parameters. Every parameter is a constant, or fixed by the rule that `widen` is.
pub(super) fn read_method(
    t: TableReader<'_>,
    id: &str,
    names: &crate::formula::Names,
    p: &mut Problems,
) -> Option<Method> {
    let name = t.get("method")?.choice(&METHODS, p)?.value;
    tell_without_effect(t, name, p);
    let higher_node = t.get("higher-is-better");
    let higher_is_better = higher_node.and_then(|n| n.boolean(p)).unwrap_or(false);
    if name == Name::Absolute
        && higher_is_better
        && let Some(node) = higher_node
    {
        p.add(Problem::new(ProblemCode::HigherWithAbsolute, node.place).with("criterion", id));
    }
    let measure = match (name, t.get("measure")) {
        (Name::Judged, _) | (Name::Formula, None) => Some(Measure::Price),
        (_, None) => {
            t.tell_missing("measure", p);
            None
        }
        (_, Some(node)) => read_measure(&node.name(p)?, p),
    };
    match name {
        Name::Judged => Some(Method::Judged),
        Name::Proportional => Some(Method::Proportional { measure: measure?, higher_is_better }),
        Name::MinMax => Some(Method::MinMax { measure: measure?, higher_is_better }),
        Name::Formula => {
            let formula = t.need("formula", p).and_then(|n| read_formula(n, names, p));
            Some(Method::Formula { measure: measure?, formula: formula? })
        }
        Name::Linear => {
            let slope = t.need("slope", p).and_then(|n| positive_percent(n, p));
            let outside = read_outside(t, slope, id, p);
            Some(Method::Linear {
                measure: measure?,
                slope: slope?.value,
                outside: outside?,
                higher_is_better,
            })
        }
        Name::Absolute => {
            let limit = Decimal::from(1_000_000_000_000_000_i64);
            let full_at = t.get("full-at").and_then(|n| n.number_within(Decimal::ZERO, limit, p));
            let zero_at = t.need("zero-at", p).and_then(|n| n.number_within(Decimal::ZERO, limit, p));
            let full_at = full_at.map_or(Decimal::ZERO, |n| n.value);
            if let Some(zero_at) = zero_at.filter(|z| z.value <= full_at) {
                p.add(
                    Problem::new(ProblemCode::ZeroAtBelowFullAt, zero_at.place)
                        .with("full-at", Ratio::from(full_at))
                        .with("zero-at", Ratio::from(zero_at.value)),
                );
            }
            let outside = read_outside(t, zero_at, id, p);
            Some(Method::Absolute { measure: measure?, full_at, zero_at: zero_at?.value, outside: outside? })
        }
    }
}

/// A slope: per cent above 0.
fn positive_percent(node: super::node::Node<'_>, p: &mut Problems) -> Option<At<Decimal>> {
    let number = node.number(p)?;
    super::numbers::percent_from(node.key, number, 0, 1_000_000, p)?;
    if number.value.is_zero() {
        p.add(
            Problem::new(ProblemCode::NumberRange, node.place)
                .with("key", node.key)
                .with("number", Ratio::ZERO)
                .with("least", Ratio::from(Decimal::new(1, 4)))
                .with("most", Ratio::whole(1_000_000)),
        );
        return None;
    }
    Some(number)
}

/// `price`, or `values.<name>`
fn read_measure(name: &At<String>, p: &mut Problems) -> Option<Measure> {
    if name.value == "price" {
        return Some(Measure::Price);
    }
    if let Some(value) = name.value.strip_prefix("values.").filter(|v| !v.is_empty()) {
        return Some(Measure::Value(value.into()));
    }
    p.add(
        Problem::new(ProblemCode::UnknownValue, name.place)
            .with("key", "measure")
            .with("value", name.value.as_str())
            .with("valid", vec![String::from("price"), String::from("values.<name>")]),
    );
    None
}

/// `outside`, and `widen` where it says so. `start` is the slope, or the zero point.
fn read_outside(
    t: TableReader<'_>,
    start: Option<At<Decimal>>,
    id: &str,
    p: &mut Problems,
) -> Option<Outside> {
    let outside = t.need("outside", p).and_then(|n| n.choice(&OUTSIDE, p));
    let widen = t.get("widen");
    if let (Some(outside), Some(node)) = (outside, widen)
        && outside.value != OutsideName::Widen
    {
        p.add(
            Problem::new(ProblemCode::WithoutEffect, node.place)
                .with("key", "widen")
                .with("because", "outside"),
        );
    }
    let widening = widen.map(|n| TableReader::open(n, &keys::WIDEN, p).and_then(|w| read_widen(w, start, p)));
    match outside?.value {
        OutsideName::Negative => Some(Outside::Negative),
        OutsideName::Zero => Some(Outside::Zero),
        OutsideName::Reject => Some(Outside::Reject),
        OutsideName::Widen => match widening {
            None => {
                let place = outside.map_or(t.place, |o| o.place);
                p.add(Problem::new(ProblemCode::WidenMissing, place).with("criterion", id));
                None
            }
            Some(widening) => widening.map(Outside::Widen),
        },
    }
}

/// `widen = { first = 40, step = 10, ceiling = 80 }`
fn read_widen(t: TableReader<'_>, start: Option<At<Decimal>>, p: &mut Problems) -> Option<Widening> {
    let first = t.need("first", p).and_then(|n| n.number(p));
    let step = t.need("step", p).and_then(|n| n.number(p));
    let ceiling = t.get("ceiling").and_then(|n| n.number(p));
    if let (Some(first), Some(start)) = (first, start)
        && first.value < start.value
    {
        p.add(
            Problem::new(ProblemCode::WidenFirst, first.place)
                .with("first", Ratio::from(first.value))
                .with("start", Ratio::from(start.value))
                .related(start.place),
        );
    }
    if let Some(step) = step.filter(|s| s.value <= Decimal::ZERO) {
        p.add(Problem::new(ProblemCode::WidenStep, step.place).with("step", Ratio::from(step.value)));
    }
    if let (Some(first), Some(ceiling)) = (first, ceiling)
        && ceiling.value < first.value
    {
        p.add(
            Problem::new(ProblemCode::WidenCeiling, ceiling.place)
                .with("ceiling", Ratio::from(ceiling.value))
                .with("first", Ratio::from(first.value)),
        );
    }
    Some(Widening { first: first?.value, step: step?.value, ceiling: ceiling.map(|c| c.value) })
}

/// Parameters that the chosen method makes nothing of.
fn tell_without_effect(t: TableReader<'_>, name: Name, p: &mut Problems) {
    let used: &[&str] = match name {
        Name::Linear => &["measure", "slope", "outside", "widen", "higher-is-better"],
        // higher-is-better is an error of its own
        Name::Absolute => &["measure", "full-at", "zero-at", "outside", "widen", "higher-is-better"],
        Name::Proportional | Name::MinMax => &["measure", "higher-is-better"],
        Name::Judged => &[],
        Name::Formula => &["measure", "formula"],
    };
    let word = METHODS.iter().find(|(_, n)| *n == name).map_or("", |(word, _)| *word);
    for key in ["measure", "slope", "full-at", "zero-at", "outside", "widen", "higher-is-better", "formula"] {
        if let Some(node) = t.get(key).filter(|_| !used.contains(&key)) {
            p.add(
                Problem::new(ProblemCode::WithoutEffect, node.place)
                    .with("key", key)
                    .with("because", format!("method = \"{word}\"")),
            );
        }
    }
}

/// `value`, `value-percent`, `uplift`: all that are stated, with their keys.
pub(super) fn read_worth(t: TableReader<'_>, p: &mut Problems) -> Vec<(&'static str, Worth, Place)> {
    let value = t.get("value").and_then(|n| n.number(p)).and_then(|n| {
        let money = kroner(n.value).map(|m| ("value", Worth::Value(m), n.place));
        if money.is_none() {
            let written = n.value.to_string();
            p.add(
                Problem::new(ProblemCode::PriceRange, n.place)
                    .with("price", Ratio::from(n.value))
                    .with("like", "58900.50")
                    .with("text", written),
            );
        }
        money
    });
    let percent = |key: &'static str, p: &mut Problems| {
        t.get(key).and_then(|n| n.percent(0, 1_000_000, p)).map(|n| (key, n.value, n.place))
    };
    let of_fallback = percent("value-percent", p).map(|(k, v, at)| (k, Worth::ValuePercent(v), at));
    let uplift = percent("uplift", p).map(|(k, v, at)| (k, Worth::Uplift(v), at));
    [value, of_fallback, uplift].into_iter().flatten().collect()
}

/// Kroner for a lot: as a price, but a lot may be worth more than one procedure ever costs.
fn kroner(number: Decimal) -> Option<Money> {
    let limit = Decimal::from(1_000_000_000_000_000_i64);
    if number < Decimal::ZERO || number > limit || number.scale() > 2 {
        return None;
    }
    number.mantissa().checked_mul(10_i128.pow(2 - number.scale())).map(Money::from_ore)
}

/// Whether the worth of a criterion is what the model needs. `adjustment` is that of a leaf in a model of evaluated
/// prices, and nothing elsewhere.
pub(super) fn tell_worth(
    t: TableReader<'_>,
    id: &str,
    adjustment: Option<Adjustment>,
    stated: &[(&'static str, Worth, Place)],
    method: Option<&Method>,
    p: &mut Problems,
) {
    let Some(adjustment) = adjustment else {
        for (key, _, place) in stated {
            p.add(
                Problem::new(ProblemCode::WithoutEffect, *place).with("key", *key).with("because", "model"),
            );
        }
        return;
    };
    let (name, keys): (&str, &[&str]) = match adjustment {
        Adjustment::Subtract => ("subtract", &["value", "value-percent"]),
        Adjustment::Add => ("add", &["value", "value-percent"]),
        Adjustment::Uplift => ("uplift", &["uplift"]),
    };
    let words = || keys.iter().map(|k| String::from(*k)).collect::<Vec<_>>();
    for (key, _, place) in stated.iter().filter(|(key, _, _)| !keys.contains(key)) {
        p.add(
            Problem::new(ProblemCode::WorthMismatch, *place)
                .with("key", *key)
                .with("adjust", name)
                .with("keys", words()),
        );
    }
    let fitting: Vec<_> = stated.iter().filter(|(key, _, _)| keys.contains(key)).collect();
    let any_written = ["value", "value-percent", "uplift"].iter().any(|key| t.get(key).is_some());
    match fitting.as_slice() {
        [] if any_written || method.is_none() => {}
        [] => p.add(
            Problem::new(ProblemCode::WorthMissing, t.place).with("criterion", id).with("keys", words()),
        ),
        [_] => {}
        [_, second, ..] => {
            p.add(Problem::new(ProblemCode::StatedTwice, second.2).with("what", words().join(", ")));
        }
    }
}
