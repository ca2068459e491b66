//! `[mini-tenders]`, `[framework]`, `[budget]`: what a framework says of later competitions, what a mini-tender takes from
//! its framework, and what an offer collection may spend.

use rust_decimal::Decimal;

use super::Place;
use crate::number::{Money, UnitPrice};

/// `[mini-tenders]`: what competitions inside the framework may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MiniTenders {
    /// Whether there may be any.
    pub allowed: bool,
    /// The ranges in which a mini-tender may set what criteria count; a criterion that is not named counts as here.
    pub weights: Vec<WeightRange>,
    /// The longest contract of a mini-tender.
    pub max_months: Option<(u32, Place)>,
    /// Whether a mini-tender may buy procedures that the framework does not name.
    pub new_codes: bool,
    /// What a unit price of a mini-tender must not exceed.
    pub max_price: MaxPrice,
    /// Days between a mini-tender's deadline and its contract, at the least.
    pub standstill_days: Option<(u32, Place)>,
    /// Whether patients may be called off without a mini-tender.
    pub direct_award: DirectAward,
    /// The table.
    pub place: Place,
}

/// What a criterion may count in a mini-tender: its weight, or its `value`, `value-percent` or `uplift`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeightRange {
    /// Index into `criteria`.
    pub criterion: usize,
    /// At least this.
    pub least: Decimal,
    /// At most this.
    pub most: Decimal,
    /// Where it is written.
    pub place: Place,
}

/// What a unit price of a mini-tender must not exceed (docs/reference/format.md, `max-price`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MaxPrice {
    /// The bidder's own price in the framework: `own-bid`.
    #[default]
    OwnBid,
    /// The cap that the mini-tender declares, and it must declare one: `cap`.
    Cap,
    /// Nothing but what the mini-tender itself says: `none`.
    Unlimited,
}

impl MaxPrice {
    /// The name in a file.
    pub const fn name(self) -> &'static str {
        match self {
            MaxPrice::OwnBid => "own-bid",
            MaxPrice::Cap => "cap",
            MaxPrice::Unlimited => "none",
        }
    }
}

/// Whether patients may be called off without a mini-tender.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DirectAward {
    /// In rank order, each supplier up to its capacity: `ranked`.
    Ranked,
    /// Never: `none`.
    #[default]
    Never,
}

impl DirectAward {
    /// The name in a file.
    pub const fn name(self) -> &'static str {
        match self {
            DirectAward::Ranked => "ranked",
            DirectAward::Never => "none",
        }
    }
}

/// What a mini-tender takes from its framework, read and evaluated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Framework {
    /// The id of the framework.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its tender hash.
    pub tender_hash: String,
    /// The hash of its decision record, where it was read from one.
    pub record_hash: Option<String>,
    /// What a unit price must not exceed.
    pub max_price: MaxPrice,
    /// Its `[mini-tenders] standstill-days`.
    pub standstill_days: Option<u32>,
    /// The ids of the lots of its published structure.
    pub lots: Vec<String>,
    /// By procedure of the mini-tender: the lot of the framework that it belongs to.
    pub lot_of: Vec<Option<usize>>,
    /// The suppliers of its award on the lots that the mini-tender takes procedures from.
    pub parties: Vec<Party>,
    /// The `[framework]` table.
    pub place: Place,
}

/// A supplier of a framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Who.
    pub bidder: String,
    /// The lots of the framework (indices) that it is a supplier of, ascending.
    pub lots: Vec<usize>,
    /// By procedure of the mini-tender: its own unit price in the framework, as awarded.
    pub prices: Vec<Option<UnitPrice>>,
}

impl Framework {
    /// The supplier of this name.
    pub fn party(&self, bidder: &str) -> Option<&Party> {
        self.parties.iter().find(|p| p.bidder == bidder)
    }

    /// The lots of the framework that some procedures of the mini-tender belong to, ascending.
    pub fn lots_of(&self, procedures: &[usize]) -> Vec<usize> {
        let mut lots: Vec<usize> =
            procedures.iter().filter_map(|p| self.lot_of.get(*p).copied().flatten()).collect();
        lots.sort_unstable();
        lots.dedup();
        lots
    }

    /// The parties of a lot of the mini-tender: the suppliers of every lot of the framework that it takes procedures from.
    pub fn parties_of(&self, procedures: &[usize]) -> impl Iterator<Item = &Party> {
        let lots = self.lots_of(procedures);
        self.parties.iter().filter(move |p| lots.iter().all(|l| p.lots.contains(l)))
    }
}

/// `[budget]`: what an offer collection may spend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// In all.
    pub amount: Money,
    /// Where it is written.
    pub place: Place,
}
