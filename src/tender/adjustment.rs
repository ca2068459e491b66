use jiff::civil::Date;

use super::{Place, TariffBasis, Tender};
use crate::number::Percent;

/// `[[adjustment]]`: prices move by a per cent from a day on, until the contract ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceAdjustment {
    /// The first day on which it counts; on or before the contract's first day it counts for the whole contract.
    pub from: Date,
    /// By how much; below 0 where prices fall.
    pub percent: Percent,
    /// The tariffs that it moves, each a listed one; derived tariffs follow.
    pub tariffs: Vec<usize>,
    /// Whether it moves unit prices (`prices`).
    pub prices: bool,
    /// The table.
    pub place: Place,
    /// Where the per cent is written.
    pub percent_place: Place,
}

/// The word of `applies-to` for unit prices.
pub(crate) const PRICES: &str = "prices";
/// What stands before the id of a tariff in `applies-to`.
pub(crate) const TARIFF: &str = "tariff:";

impl PriceAdjustment {
    /// What it applies to, as a file writes it: `tariff:duf-2024`, `prices`.
    pub fn applies_to(&self, tender: &Tender) -> Vec<String> {
        let tariffs = self.tariffs.iter().filter_map(|t| tender.tariffs.get(*t));
        let mut words: Vec<String> = tariffs.map(|t| format!("{TARIFF}{}", t.id)).collect();
        words.extend(self.prices.then(|| PRICES.to_owned()));
        words
    }
}

impl Tender {
    /// The listed tariff at the end of a tariff's chain; the tariff itself if it is listed.
    pub fn listed_base(&self, tariff: usize) -> usize {
        let (mut at, mut steps) = (tariff, 0);
        while let Some(TariffBasis::Derived { from, .. }) = self.tariffs.get(at).map(|t| t.basis)
            && steps <= self.tariffs.len()
        {
            (at, steps) = (from, steps + 1);
        }
        at
    }

    /// The adjustments that count on some day of the contract, in order of their first day, those of one day in the order
    /// of the file.
    pub fn adjustments_in_time(&self) -> Vec<&PriceAdjustment> {
        let Some(contract) = self.head.contract else { return Vec::new() };
        let mut list: Vec<&PriceAdjustment> =
            self.adjustments.iter().filter(|a| a.from <= contract.until).collect();
        list.sort_by_key(|a| a.from);
        list
    }
}
