use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::Place;

/// `[[structure]]`: one way to divide the procedures into lots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Structure {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The conditions that bids may set.
    pub bidders_may: BTreeSet<Condition>,
    /// No bidder gets more lots than this.
    pub max_lots_per_bidder: Option<u32>,
    /// At least so many suppliers.
    pub min_suppliers: Option<u32>,
    /// At most so many suppliers.
    pub max_suppliers: Option<u32>,
    /// The lots; every procedure is in exactly one.
    pub lots: Vec<Lot>,
    /// The table.
    pub place: Place,
}

/// `[[structure.lot]]`: a set of procedures awarded together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lot {
    /// Its id.
    pub id: String,
    /// Its title; the id if not stated.
    pub title: String,
    /// Its procedures, ascending.
    pub procedures: Vec<usize>,
    /// What its score counts in the sum of scores; 1 if not stated.
    pub weight: Option<Decimal>,
    /// The table.
    pub place: Place,
}

/// The conditions that a structure may invite bids to set (docs/reference/format.md, `bidders-may`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condition {
    /// An extra discount for several lots: `combination`.
    Combination,
    /// The most volume it can take: `capacity` (and `lot-capacity`).
    Capacity,
    /// The most lots it takes: `max-lots`.
    MaxLots,
    /// Lots that it takes all or none of: `only-together`.
    OnlyTogether,
}

impl Condition {
    /// All, in the order of the format.
    pub const ALL: [Condition; 4] =
        [Condition::Combination, Condition::Capacity, Condition::MaxLots, Condition::OnlyTogether];

    /// The name in a file.
    pub const fn name(self) -> &'static str {
        match self {
            Condition::Combination => "combination",
            Condition::Capacity => "capacity",
            Condition::MaxLots => "max-lots",
            Condition::OnlyTogether => "only-together",
        }
    }
}

impl Structure {
    /// Whether it has any rule that ties lots together: a limit, or an invited condition (docs/reference/rules.md).
    pub fn has_cross_lot_rule(&self) -> bool {
        self.max_lots_per_bidder.is_some()
            || self.min_suppliers.is_some()
            || self.max_suppliers.is_some()
            || !self.bidders_may.is_empty()
    }

    /// The lot that a procedure is in.
    pub fn lot_of(&self, procedure: usize) -> Option<usize> {
        self.lots.iter().position(|l| l.procedures.binary_search(&procedure).is_ok())
    }
}
