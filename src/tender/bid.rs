use jiff::Timestamp;
use rust_decimal::Decimal;

use super::{CodePattern, Place};
use crate::number::{Percent, UnitPrice, Volume};

/// `[[bid]]`: what a bidder sent. Never edited after opening.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bid {
    /// Who bids.
    pub bidder: String,
    /// When it was received; in time if not stated.
    pub received: Option<Timestamp>,
    /// The moment as written, for display in its own offset.
    pub received_text: Option<String>,
    /// Off the discount base, for every procedure not named in `discounts`.
    pub discount: Option<(Percent, Place)>,
    /// Off the discount base, by code or prefix; the longest matching prefix wins, a full code beats a prefix.
    pub discounts: Vec<CodeDiscount>,
    /// Explicit unit prices, by procedure, ascending.
    pub prices: Vec<BidPrice>,
    /// Discounts by procedure from a prices file, ascending. They count as full codes.
    pub file_discounts: Vec<BidDiscount>,
    /// What it does not offer.
    pub not_offered: Vec<CodePattern>,
    /// What it is registered for; everything if not stated.
    pub registered: Option<Vec<CodePattern>>,
    /// The most volume it can take in all lots together.
    pub capacity: Option<(Volume, Place)>,
    /// The most volume it can take in a lot.
    pub lot_capacities: Vec<LotCapacity>,
    /// The most lots it takes.
    pub max_lots: Option<(u32, Place)>,
    /// In these structures it bids on these lots only.
    pub bids_on: Vec<LotSelection>,
    /// Lots that it takes all or none of.
    pub only_together: Vec<LotSelection>,
    /// Extra discounts for several lots.
    pub combinations: Vec<Combination>,
    /// Measured values by name, in file order.
    pub values: Vec<(String, Decimal, Place)>,
    /// Its owner, if several bidders have one.
    pub group: Option<String>,
    /// The table.
    pub place: Place,
}

/// A discount for a code or a prefix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeDiscount {
    /// What it applies to.
    pub codes: CodePattern,
    /// The per cent.
    pub discount: Percent,
    /// Where it is written.
    pub place: Place,
}

/// An explicit unit price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BidPrice {
    /// Which procedure.
    pub procedure: u32,
    /// The price.
    pub price: UnitPrice,
    /// Where it is written.
    pub place: Place,
}

/// A discount for one procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BidDiscount {
    /// Which procedure.
    pub procedure: u32,
    /// The per cent.
    pub discount: Percent,
    /// Where it is written.
    pub place: Place,
}

/// Lots of one structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LotSelection {
    /// Which structure.
    pub structure: usize,
    /// Which of its lots, ascending.
    pub lots: Vec<usize>,
    /// Where it is written.
    pub place: Place,
}

/// The most volume that a bidder can take in one lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LotCapacity {
    /// Which structure.
    pub structure: usize,
    /// Which of its lots.
    pub lot: usize,
    /// The most volume.
    pub volume: Volume,
    /// Where it is written.
    pub place: Place,
}

/// `[[bid.combination]]`: an extra discount if a bidder wins several lots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Combination {
    /// In this structure; in all if not stated.
    pub structure: Option<usize>,
    /// What must be won.
    pub condition: CombinationCondition,
    /// The extra per cent, 0 to 100.
    pub discount: Percent,
    /// Where it is written.
    pub place: Place,
}

/// What must be won for a combination discount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CombinationCondition {
    /// The least number of lots.
    MinLots(u32),
    /// All of these lots of the named structure, ascending.
    Lots(Vec<usize>),
    /// Every lot of the structure.
    AllLots,
}
