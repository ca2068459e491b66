//! Bids made up to try a model: round figures from a counter-based generator that is the same everywhere.

use crate::{
    evaluation::{LotEntry, LotField, PreparedModel},
    number::{Money, Ratio},
    tender::{Measure, Method},
};

/// The generator's name, as it is printed.
pub const ALGORITHM: &str = "SplitMix64";
/// The seed, as it is printed.
pub const SEED: u64 = 20_241_115;

/// SplitMix64 (Steele, Lea and Flood 2014): a counter in steps of the golden ratio, mixed.
#[derive(Clone, Debug)]
pub(super) struct SplitMix64(u64);

impl SplitMix64 {
    pub(super) fn new(seed: u64) -> Self {
        SplitMix64(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From `least` to `most`, both included.
    fn between(&mut self, least: i128, most: i128) -> i128 {
        let span = u64::try_from(most - least + 1).unwrap_or(1).max(1);
        least + i128::from(self.next() % span)
    }
}

/// What made-up bids are made from: a level of prices and of each measured value.
#[derive(Clone, Debug)]
pub(super) struct Levels {
    /// A usual lot price in øre.
    pub(super) price: i128,
    /// Measured values by name, with a usual value.
    values: Vec<(String, Ratio)>,
    tariff_value: Option<Money>,
    fallback: Option<Money>,
}

impl Levels {
    /// A usual price is the middle of a fixed scale, or half the lot's value at the discount base or its fallback cost, or
    /// a million kroner; a usual value is the middle of a fixed scale, or 50. Where the lot has no value or no fallback
    /// cost, both are taken as twice the usual price, so that no bid is above them.
    pub(super) fn of(
        model: &PreparedModel<'_>,
        tariff_value: Option<Money>,
        fallback: Option<Money>,
    ) -> Self {
        let fixed = |wanted: &Measure| {
            model.leaves.iter().find_map(|leaf| match leaf.method {
                Method::Absolute { measure, full_at, zero_at, .. } if measure == wanted => {
                    (Ratio::from(*full_at) + Ratio::from(*zero_at)).checked_div(&Ratio::whole(2))
                }
                _ => None,
            })
        };
        let stated = tariff_value.or(fallback).map(|m| m.ore() / 2);
        let by_scale = fixed(&Measure::Price).and_then(|p| p.to_money_half_up()).map(Money::ore);
        let price = by_scale.or(stated).filter(|p| *p >= 10_000).unwrap_or(100_000_000);
        let mut values: Vec<(String, Ratio)> = Vec::new();
        for name in measured_names(model) {
            let usual = fixed(&Measure::Value(name.clone())).unwrap_or(Ratio::whole(50));
            values.push((name, usual));
        }
        let or_price = |m: Option<Money>| Some(m.unwrap_or(Money::from_ore(price.saturating_mul(2))));
        Levels { price, values, tariff_value: or_price(tariff_value), fallback: or_price(fallback) }
    }

    /// A lot with this number of bids. Prices are multiples of `1 / grain` of the usual price between 40 % and 200 % of it,
    /// points of `1 / grain` of the scale, values likewise.
    pub(super) fn field(
        &self,
        model: &PreparedModel<'_>,
        random: &mut SplitMix64,
        bids: usize,
        grain: i128,
    ) -> LotField {
        let share = |random: &mut SplitMix64, least: i128, most: i128| {
            let percent = random.between(least * grain / 100, most * grain / 100);
            Ratio::new(percent, grain).unwrap_or(Ratio::ONE)
        };
        let entry = |bid: usize, random: &mut SplitMix64| LotEntry {
            bid,
            prices: vec![self.price_at(&share(random, 40, 200))],
            judged: model
                .model
                .criteria
                .iter()
                .map(|c| {
                    let points = (share(random, 0, 100) * &model.scale).reduced();
                    (c.method == Some(Method::Judged)).then_some(points)
                })
                .collect(),
            values: self
                .values
                .iter()
                .map(|(name, usual)| (name.clone(), (share(random, 20, 180) * usual).reduced()))
                .collect(),
        };
        self.field_of((0..bids).map(|bid| entry(bid, random)).collect())
    }

    /// A share of the usual price.
    pub(super) fn price_at(&self, share: &Ratio) -> Money {
        let ore = (Ratio::whole(self.price) * share).rounded(0, crate::number::Rounding::HalfUp);
        Money::from_ore(ore.to_whole().unwrap_or(self.price))
    }

    /// A bid at the usual values with these shares of the usual price and of the scale.
    pub(super) fn bid(
        &self,
        model: &PreparedModel<'_>,
        bid: usize,
        price: &Ratio,
        points: &Ratio,
    ) -> LotEntry {
        let judged = |c: &crate::tender::Criterion| {
            (c.method == Some(Method::Judged)).then(|| (points * &model.scale).reduced())
        };
        LotEntry {
            bid,
            prices: vec![self.price_at(price)],
            judged: model.model.criteria.iter().map(judged).collect(),
            values: self.values.clone(),
        }
    }

    pub(super) fn field_of(&self, bids: Vec<LotEntry>) -> LotField {
        LotField { bids, tariff_value: self.tariff_value, fallback: self.fallback }
    }
}

/// The measured values that a model asks for.
fn measured_names(model: &PreparedModel<'_>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut note = |name: &String| {
        if !names.contains(name) {
            names.push(name.clone());
        }
    };
    if let crate::tender::ModelKind::Formula { formula, .. } = &model.model.kind {
        formula.values().iter().for_each(&mut note);
    }
    for leaf in &model.leaves {
        if let Some(Measure::Value(name)) = leaf.method.measure() {
            note(name);
        }
        if let Method::Formula { formula, .. } = leaf.method {
            formula.values().iter().for_each(&mut note);
        }
    }
    names
}
