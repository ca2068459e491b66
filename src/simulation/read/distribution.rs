//! Uncertain numbers: `1.1`, `{ triangular = [0.8, 1, 1.3] }` and the other distributions, exact in millionths.

use rust_decimal::Decimal;
use toml::de::DeValue;

use super::keys;
use crate::{
    number::Ratio,
    simulation::{Distribution, UncertainNumber},
    tender::{
        Problem, ProblemCode,
        read::{
            node::{Node, TableReader},
            problems::Problems,
        },
    },
};

/// A million.
const MILLION: i64 = 1_000_000;

/// The largest weight: the sum of many of them fits in 64 bits.
const MOST_WEIGHT: u32 = 1_000_000;

/// What values an uncertain number may take, in whole units.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    pub(super) least: i64,
    pub(super) most: i64,
}

/// Factors on volumes.
pub(super) const FACTOR: Bounds = Bounds { least: 0, most: 100 };
/// Probabilities, shares, correlations.
pub(super) const SHARE: Bounds = Bounds { least: 0, most: 1 };
/// Discounts in per cent, as in a bid.
pub(super) const DISCOUNT: Bounds = Bounds { least: -100, most: 100 };
/// Percentage points by which a discount responds.
pub(super) const POINTS: Bounds = Bounds { least: -100, most: 100 };
/// Capacities in operations.
pub(super) const CAPACITY: Bounds = Bounds { least: 0, most: MILLION * 1_000 };

/// A number with at most six decimals, in millionths.
pub(super) fn millionths(node: Node<'_>, bounds: Bounds, p: &mut Problems) -> Option<i64> {
    let number = node.number_within(bounds.least.into(), bounds.most.into(), p)?.value;
    let scaled = number * Decimal::from(MILLION);
    if !scaled.fract().is_zero() {
        p.add(
            Problem::new(ProblemCode::TooManyDecimals, node.place)
                .with("key", node.key)
                .with("number", Ratio::from(number)),
        );
        return None;
    }
    i64::try_from(scaled.trunc()).ok()
}

/// A weight, relative to those of the other entries.
pub(super) fn weight(node: Node<'_>, p: &mut Problems) -> Option<u32> {
    node.count(1, MOST_WEIGHT, p).map(|w| w.value)
}

/// A number, or a table with one distribution.
pub(super) fn drawn(node: Node<'_>, bounds: Bounds, p: &mut Problems) -> Option<UncertainNumber> {
    let distribution = match node.value {
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::String(_) => {
            Distribution::Fixed(millionths(node, bounds, p)?)
        }
        DeValue::Table(_) => one_of(node, bounds, p)?,
        _ => {
            node.wrong_type("distribution", p);
            return None;
        }
    };
    Some(UncertainNumber { distribution, place: node.place })
}

/// The one distribution of a table.
fn one_of(node: Node<'_>, bounds: Bounds, p: &mut Problems) -> Option<Distribution> {
    let before = p.total();
    let t = TableReader::open(node, &keys::DISTRIBUTION, p)?;
    let stated: Vec<Node<'_>> = ["uniform", "triangular", "lognormal", "two-point", "values"]
        .into_iter()
        .filter_map(|key| t.get(key))
        .collect();
    let &[one] = stated.as_slice() else {
        // a misspelt name has been reported
        if p.total() == before {
            p.add(Problem::new(ProblemCode::DistributionForm, node.place).with("key", node.key));
        }
        return None;
    };
    match one.key {
        "uniform" => {
            let [low, high] = ascending(one, bounds, p)?;
            Some(Distribution::Uniform { low, high })
        }
        "triangular" => {
            let [low, mode, high] = ascending(one, bounds, p)?;
            Some(Distribution::Triangular { low, mode, high })
        }
        "lognormal" => log_normal(one, bounds, p),
        "two-point" => two_point(one, bounds, p),
        _ => values(one, bounds, p),
    }
}

/// Exactly `N` items; any other number is reported.
fn exactly<'a, const N: usize>(node: Node<'a>, p: &mut Problems) -> Option<[Node<'a>; N]> {
    let before = p.total();
    let items = node.items(p);
    let count = items.len();
    let exact = <[Node<'a>; N]>::try_from(items).ok();
    if exact.is_none() && p.total() == before {
        p.add(
            Problem::new(ProblemCode::DistributionCount, node.place)
                .with("key", node.key)
                .with("needed", N)
                .with("count", count),
        );
    }
    exact
}

/// `N` numbers, none below the one before.
fn ascending<const N: usize>(node: Node<'_>, bounds: Bounds, p: &mut Problems) -> Option<[i64; N]> {
    let items = exactly::<N>(node, p)?;
    let numbers: Vec<i64> = items.iter().filter_map(|item| millionths(*item, bounds, p)).collect();
    let numbers = <[i64; N]>::try_from(numbers).ok()?;
    in_order(node, &numbers, p).then_some(numbers)
}

/// Whether no number is below the one before; reported if one is.
fn in_order(node: Node<'_>, numbers: &[i64], p: &mut Problems) -> bool {
    let sorted = numbers.is_sorted();
    if !sorted {
        let shown: Vec<String> = numbers.iter().map(|n| super::super::decimal(*n)).collect();
        p.add(
            Problem::new(ProblemCode::DistributionOrder, node.place)
                .with("key", node.key)
                .with("numbers", shown.join(", ")),
        );
    }
    sorted
}

/// `{ median = 1, spread = 1.2 }`
fn log_normal(node: Node<'_>, bounds: Bounds, p: &mut Problems) -> Option<Distribution> {
    let t = TableReader::open(node, &keys::LOG_NORMAL, p)?;
    let median = t.need("median", p).and_then(|n| above_zero(n, bounds, p));
    let spread = t.need("spread", p).and_then(|n| millionths(n, Bounds { least: 1, most: 10 }, p));
    Some(Distribution::LogNormal { median: median?, spread: spread? })
}

/// A number above 0.
fn above_zero(node: Node<'_>, bounds: Bounds, p: &mut Problems) -> Option<i64> {
    let number = millionths(node, Bounds { least: bounds.least.max(0), ..bounds }, p)?;
    if number == 0 {
        p.add(
            Problem::new(ProblemCode::NumberRange, node.place)
                .with("key", node.key)
                .with("number", Ratio::ZERO)
                .with("least", Ratio::from(Decimal::new(1, 6)))
                .with("most", Ratio::whole(bounds.most.into())),
        );
        return None;
    }
    Some(number)
}

/// `[low, high, probability of high]`: two values with weights that sum to a million.
fn two_point(node: Node<'_>, bounds: Bounds, p: &mut Problems) -> Option<Distribution> {
    let [low, high, probability] = exactly::<3>(node, p)?;
    let (low, high) = (millionths(low, bounds, p), millionths(high, bounds, p));
    let probability = millionths(probability, SHARE, p).and_then(|share| u32::try_from(share).ok());
    let (low, high, probability) = (low?, high?, probability?);
    if !in_order(node, &[low, high], p) {
        return None;
    }
    let values = [(low, MOST_WEIGHT.saturating_sub(probability)), (high, probability)];
    Some(Distribution::Values(values.into_iter().filter(|(_, weight)| *weight > 0).collect()))
}

/// `[[value, weight], …]`
fn values(node: Node<'_>, bounds: Bounds, p: &mut Problems) -> Option<Distribution> {
    let before = p.total();
    let items = node.items(p);
    let count = items.len();
    let mut values = Vec::new();
    for item in items {
        let Some([value, chance]) = exactly::<2>(item, p) else { continue };
        let (value, chance) = (millionths(value, bounds, p), weight(chance, p));
        if let (Some(value), Some(chance)) = (value, chance) {
            values.push((value, chance));
        }
    }
    if count == 0 && p.total() == before {
        p.add(Problem::new(ProblemCode::DistributionForm, node.place).with("key", node.key));
    }
    (count > 0 && values.len() == count).then_some(Distribution::Values(values))
}
