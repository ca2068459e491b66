//! What depends on the day on which the cap tariff lapses, computed once for every day that may be drawn.

use jiff::civil::Date;

use super::sources::{day_number, day_of};
use crate::{
    number::{Money, Overflow, UnitPrice, Volume, divide_half_up},
    pricing::{CapDays, FallbackDays, Overlay, TariffPrices, fallback_days},
    tender::Tender,
};

/// Days and fallback prices for one day of lapse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Days {
    /// The contract's days, and those with the cap tariff in force.
    pub(super) cap: Option<CapDays>,
    /// By procedure.
    pub(super) fallback: Vec<Rate>,
}

/// What an operation costs at the fallback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rate {
    /// Nobody knows.
    Unknown,
    /// `sum / days` øre: prices by days of the contract.
    Known { sum: i128, days: i128 },
}

impl Rate {
    /// A line's fallback cost, half up to whole øre (docs/reference/rules.md, "Unit prices" 7).
    ///
    /// # Errors
    /// [`Overflow`] where the product would not fit.
    pub(super) fn cost_half_up(self, volume: Volume) -> Result<Option<Money>, Overflow> {
        let Rate::Known { sum, days } = self else { return Ok(None) };
        let total = sum.checked_mul(i128::from(volume.count())).ok_or(Overflow)?;
        Ok(Some(Money::from_ore(if days == 1 { total } else { divide_half_up(total, days) })))
    }

    /// The same for one operation.
    pub(super) fn unit_half_up(self) -> Option<UnitPrice> {
        let Rate::Known { sum, days } = self else { return None };
        UnitPrice::from_ore(i64::try_from(divide_half_up(sum, days)).ok()?)
    }

    pub(super) fn is_known(self) -> bool {
        self != Rate::Unknown
    }
}

impl Days {
    pub(super) fn new(tender: &Tender, lapse: Option<Date>) -> Result<Self, Overflow> {
        let overlay = Overlay { lapse, ..Overlay::default() };
        let prices = TariffPrices::new(tender, &overlay)?;
        let days = fallback_days(tender, &overlay, &prices);
        let rate = |p: usize| match (tender.procedures[p].fallback_price, &days) {
            (Some((price, _)), _) => Rate::Known { sum: price.ore().into(), days: 1 },
            (None, Some(days)) => {
                let mut rate = (0, 0);
                for &FallbackDays { tariff, stage, days } in days {
                    let Some(price) = prices.price_at(stage, tariff, p) else { return Rate::Unknown };
                    rate.0 += i128::from(price.ore()) * i128::from(days);
                    rate.1 += i128::from(days);
                }
                Rate::Known { sum: rate.0, days: rate.1.max(1) }
            }
            (None, None) => Rate::Unknown,
        };
        Ok(Days { cap: prices.days, fallback: (0..tender.procedures.len()).map(rate).collect() })
    }
}

/// [`Days`] for every day of lapse that makes a difference.
#[derive(Clone, Debug)]
pub(super) struct LapseDays {
    first: i64,
    entries: Vec<Days>,
}

impl LapseDays {
    /// For all days from `from` to `until`; the tender's own day if there are none.
    pub(super) fn new(tender: &Tender, span: Option<(i64, i64)>) -> Result<Self, Overflow> {
        let Some((from, until)) = span else {
            return Ok(LapseDays { first: 0, entries: vec![Days::new(tender, None)?] });
        };
        let (first, last) = (in_contract(tender, from), in_contract(tender, until));
        let entries: Result<Vec<Days>, Overflow> =
            (first..=last).map(|n| Days::new(tender, Some(day_of(n)))).collect();
        Ok(LapseDays { first, entries: entries? })
    }

    /// For a day among those that may be drawn.
    pub(super) fn at(&self, tender: &Tender, lapse: Option<Date>) -> &Days {
        let at = lapse.map_or(0, |day| in_contract(tender, day_number(day)) - self.first);
        let at = usize::try_from(at).unwrap_or(0).min(self.entries.len() - 1);
        &self.entries[at]
    }

    pub(super) fn entries(&self) -> &[Days] {
        &self.entries
    }
}

/// Days before the contract differ as little as days after it: the nearest one that may make a difference.
fn in_contract(tender: &Tender, day: i64) -> i64 {
    match tender.head.contract {
        Some(contract) => day.clamp(day_number(contract.from) - 1, day_number(contract.until)),
        None => 0,
    }
}
