use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::{
    number::{Percent, Volume},
    tender::ScoredPrice,
};

/// What is tried out on a tender without changing it: quantities that are drawn or assumed. The default changes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overlay {
    /// The volume of each procedure, in the tender's order.
    pub volumes: Option<Vec<Volume>>,
    /// The last day on which the cap tariff is in force.
    pub lapse: Option<Date>,
    /// Bids (indices) that do not take part.
    pub absent: BTreeSet<usize>,
    /// The general discount of a bid (index), in place of its own.
    pub discounts: BTreeMap<usize, Percent>,
    /// The scored price, where the cap is paid while in force.
    pub scored: Option<ScoredPrice>,
}

impl Overlay {
    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        *self == Overlay::default()
    }
}
