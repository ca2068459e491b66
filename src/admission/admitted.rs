//! What admission hands to evaluation.

use super::Finding;
use crate::number::{Money, Percent};

/// Every bid under one structure, admissible or not, in file order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdmittedBids {
    /// The structure (index).
    pub structure: usize,
    /// The bids, in file order.
    pub bids: Vec<AdmittedBid>,
    /// By lot: what the lot costs at the fallback; `None` where unknown.
    pub fallback: Vec<Option<Money>>,
    /// By lot: its value at the discount base; `None` where some procedure has no price there.
    pub tariff_value: Vec<Option<Money>>,
}

/// One bid under one structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdmittedBid {
    /// All findings so far, of the whole bid first, then lot by lot.
    pub findings: Vec<Finding>,
    /// The combination discounts that may apply, ascending; the first is always 0 %.
    pub tiers: Vec<Percent>,
    /// By lot of the structure.
    pub lots: Vec<LotBid>,
}

/// A bid on one lot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LotBid {
    /// It offers nothing here, or leaves the lot out: no fault.
    NotBid,
    /// It may not be evaluated here; its findings say why.
    Inadmissible,
    /// It may be evaluated: figures by tier of the bid.
    Admissible(Vec<LotFigures>),
}

/// The figures of a bid on a lot at one combination discount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LotFigures {
    /// The lot price: scored unit price × expected volume, missing codes at the fallback included.
    pub price: Money,
    /// What the bidder would be paid.
    pub expected_payment: Money,
    /// What its missing codes cost at the fallback.
    pub elsewhere: Money,
}

impl LotBid {
    /// The figures by tier, if admissible.
    pub fn figures(&self) -> Option<&[LotFigures]> {
        match self {
            LotBid::Admissible(tiers) => Some(tiers),
            LotBid::NotBid | LotBid::Inadmissible => None,
        }
    }
}
