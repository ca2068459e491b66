//! What an evaluation looks at on one lot: plain figures, without the tender behind them.

use crate::number::{Money, Ratio};

/// The bids that compete on a lot, and what the lot is worth.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LotField {
    /// The bids, in file order.
    pub bids: Vec<LotEntry>,
    /// The lot's value at the discount base; `None` where some procedure has no price there.
    pub tariff_value: Option<Money>,
    /// What the lot costs at the fallback; `None` where unknown.
    pub fallback: Option<Money>,
}

/// A bid on a lot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LotEntry {
    /// Its number in the tender.
    pub bid: usize,
    /// The lot price by tier of the bid; the first is without combination discount.
    pub prices: Vec<Money>,
    /// Judged points, by criterion of the model.
    pub judged: Vec<Option<Ratio>>,
    /// Measured values by name.
    pub values: Vec<(String, Ratio)>,
}

impl LotEntry {
    /// The lot price without combination discount.
    pub fn price(&self) -> Money {
        self.prices.first().copied().unwrap_or(Money::ZERO)
    }
}
