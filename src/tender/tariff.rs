use super::Place;
use crate::number::{Percent, Period, UnitPrice};

/// `[[tariff]]`: a price list by procedure code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tariff {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Where its prices come from.
    pub basis: TariffBasis,
    /// When it is in force; always, if not stated.
    pub in_force: Option<Period>,
    /// The table.
    pub place: Place,
}

/// Where the prices of a tariff come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TariffBasis {
    /// Each procedure states its price.
    Listed,
    /// Another tariff less a per cent, rounded (an akuttakst). Chains end at a listed tariff; circles are refused.
    Derived {
        /// The tariff it is derived from.
        from: usize,
        /// How much it is reduced.
        reduction: Percent,
        /// To the nearest multiple of this.
        round_to: UnitPrice,
        /// Where the reduction is written.
        place: Place,
    },
}
