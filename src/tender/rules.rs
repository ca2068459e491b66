use super::{CodePattern, Place};
use crate::number::Percent;

/// `[pricing]`: how bids are priced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pricing {
    /// The tariff that discounts are taken off.
    pub discount_base: Option<usize>,
    /// What bids may state.
    pub form: PriceForm,
    /// The table.
    pub place: Option<Place>,
}

/// What bidders may state (docs/reference/format.md, `form`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PriceForm {
    /// `discount` alone: `one-discount`.
    OneDiscount,
    /// `discount` and `discounts`: `discount-by-code`.
    DiscountByCode,
    /// Prices alone: `price`.
    Price,
    /// Anything: `free`.
    #[default]
    Free,
}

impl PriceForm {
    /// The name in a file.
    pub const fn name(self) -> &'static str {
        match self {
            PriceForm::OneDiscount => "one-discount",
            PriceForm::DiscountByCode => "discount-by-code",
            PriceForm::Price => "price",
            PriceForm::Free => "free",
        }
    }
}

/// `[cap]`: the tariff that a price must not exceed, and what happens if it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cap {
    /// Pinned: no other tariff ever takes its place.
    pub tariff: usize,
    /// What a price above it means.
    pub above: AboveCap,
    /// The table.
    pub place: Place,
}

/// What a unit price above the cap means (docs/reference/rules.md, "Unit prices" 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AboveCap {
    /// The whole bid falls in this structure: `reject-bid`.
    RejectBid,
    /// The line is offered but unpriced: `reject-line`.
    RejectLine,
    /// The bid remains admissible; the cap is paid while the cap tariff is in force: `pay-cap-while-in-force`.
    PayCapWhileInForce(ScoredPrice),
}

impl AboveCap {
    /// The name in a file.
    pub const fn name(self) -> &'static str {
        match self {
            AboveCap::RejectBid => "reject-bid",
            AboveCap::RejectLine => "reject-line",
            AboveCap::PayCapWhileInForce(_) => "pay-cap-while-in-force",
        }
    }
}

/// Which unit price is scored where the cap is paid while in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScoredPrice {
    /// The price bid: `bid`.
    Bid,
    /// The lower of price and cap: `capped`.
    Capped,
    /// Capped and uncapped price, weighted by the days on which each is paid: `time-weighted`.
    TimeWeighted,
}

impl ScoredPrice {
    /// All, in the order of the format.
    pub const ALL: [ScoredPrice; 3] = [ScoredPrice::Bid, ScoredPrice::Capped, ScoredPrice::TimeWeighted];

    /// The name in a file.
    pub const fn name(self) -> &'static str {
        match self {
            ScoredPrice::Bid => "bid",
            ScoredPrice::Capped => "capped",
            ScoredPrice::TimeWeighted => "time-weighted",
        }
    }
}

/// `[award]`: how the award is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwardRules {
    /// The published structure.
    pub structure: usize,
    /// What a missing procedure means.
    pub missing: Missing,
    /// When a lot stays unawarded.
    pub unawarded: UnawardedRule,
    /// What chooses among equally good awards.
    pub ties: Vec<TieRule>,
    /// The bids in the order drawn (indices into `bids`); empty before a draw.
    pub draw: Vec<usize>,
    /// Warn of a lot price this far or farther below the median of the others.
    pub low_price_flag: Option<Percent>,
    /// How many suppliers a lot gets.
    pub suppliers_per_lot: u32,
    /// How several suppliers share a lot.
    pub sharing: Sharing,
    /// Only bids within this number of per cent of the best count as suppliers.
    pub within_percent: Option<Percent>,
    /// The table, or the head of the file.
    pub place: Place,
}

/// What a missing procedure means (docs/reference/rules.md, "Admissibility").
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The bid falls on the lot.
    Reject,
    /// Priced at the fallback cost.
    PriceAtFallback {
        /// The greatest number for a lot; any number if not stated.
        at_most: Option<u32>,
        /// Never these codes.
        never: Vec<CodePattern>,
    },
}

/// When a lot stays unawarded (docs/reference/rules.md, "Best award").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnawardedRule {
    /// First the fewest unawarded lots: `if-no-award-possible`.
    IfNoAwardPossible,
    /// The lowest total alone: `if-cheaper`.
    IfCheaper,
}

/// One rule for ties (docs/reference/rules.md, "All best awards are found").
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TieRule {
    /// `lower-price`
    LowerPrice,
    /// `higher:<criterion>`
    Higher(String),
    /// `fewer-suppliers`
    FewerSuppliers,
    /// `more-suppliers`
    MoreSuppliers,
    /// `earlier-received`
    EarlierReceived,
    /// `draw`
    Draw,
}

/// How several suppliers share a lot (docs/reference/rules.md, "Several suppliers for a lot").
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sharing {
    /// Rank 1 up to its capacity, then rank 2, and so on: `ranked`.
    Ranked,
    /// Fixed shares in per cent by rank.
    Shares(Vec<Percent>),
}
