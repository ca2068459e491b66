//! What is bought: the heading of a tender, its tariffs and their adjustments, its procedures, its lots.

use std::collections::{BTreeSet, HashMap};

use jiff::{Timestamp, civil::Date};
use rust_decimal::Decimal;

use super::{Place, Tender};
use crate::number::{Percent, Period, UnitPrice, Volume};

/// `[tender]`: what is bought, by whom, when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What sort of competition it is.
    pub kind: TenderKind,
    /// The region.
    pub buyer: String,
    /// The specialty.
    pub specialty: String,
    /// `DKK` unless stated otherwise.
    pub currency: String,
    /// A bid received after this is late.
    pub deadline: Option<Timestamp>,
    /// The deadline as written, for display in its own offset.
    pub deadline_text: Option<String>,
    /// The days of the contract.
    pub contract: Option<Period>,
    /// Where the days of the contract are written.
    pub contract_place: Option<Place>,
    /// The hash that the model must have.
    pub model_hash: Option<(String, Place)>,
    /// The `[tender]` table.
    pub place: Place,
}

impl Head {
    /// The day of the deadline, in its own offset.
    pub fn deadline_day(&self) -> Option<Date> {
        let written =
            self.deadline_text.as_deref().and_then(|text| text.get(..10)).and_then(|day| day.parse().ok());
        written.or_else(|| self.deadline.map(|at| at.to_zoned(jiff::tz::TimeZone::UTC).date()))
    }
}

/// The sorts of competition (docs/reference/format.md, `kind`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TenderKind {
    /// A tender: `tender`.
    Tender,
    /// A competition reopened among the parties of a framework: `mini-tender`.
    MiniTender,
    /// Offers asked for without a tender: `offer-collection`.
    OfferCollection,
}

impl TenderKind {
    /// The name in a file.
    pub const fn name(self) -> &'static str {
        match self {
            TenderKind::Tender => "tender",
            TenderKind::MiniTender => "mini-tender",
            TenderKind::OfferCollection => "offer-collection",
        }
    }
}

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
/// What precedes the id of a tariff in `applies-to`.
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

/// `[[procedure]]`: one price line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Procedure {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// How many are expected.
    pub volume: VolumeEstimate,
    /// Its prices in the listed tariffs.
    pub listed: Vec<ListedPrice>,
    /// The codes that this price line covers; empty if not stated.
    pub covers: Vec<String>,
    /// Overrules the fallback tariffs.
    pub fallback_price: Option<(UnitPrice, Place)>,
    /// The table, or the line of the CSV file.
    pub place: Place,
}

/// A volume over the whole contract; `expected` is evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VolumeEstimate {
    /// The least.
    pub min: Option<Volume>,
    /// The estimate.
    pub expected: Volume,
    /// The most.
    pub max: Option<Volume>,
    /// Where it is written.
    pub place: Place,
}

/// The price of a procedure in a tariff that is not derived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListedPrice {
    /// Which tariff.
    pub tariff: usize,
    /// The price.
    pub price: UnitPrice,
    /// Where it is written.
    pub place: Place,
}

/// A procedure code (`KNGB40`), a prefix (`KNG*`), or every code (`*`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodePattern {
    /// One code, in NFC.
    Code(String),
    /// All codes that begin so; empty for `*`.
    Prefix(String),
}

impl CodePattern {
    /// Reads a pattern (already in NFC): a `*` at the end makes it a prefix.
    pub fn new(text: &str) -> Self {
        match text.strip_suffix('*') {
            Some(prefix) => CodePattern::Prefix(prefix.into()),
            None => CodePattern::Code(text.into()),
        }
    }

    /// Whether a code falls under it.
    pub fn matches(&self, code: &str) -> bool {
        match self {
            CodePattern::Code(own) => own == code,
            CodePattern::Prefix(prefix) => code.starts_with(prefix.as_str()),
        }
    }
}

impl std::fmt::Display for CodePattern {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            CodePattern::Code(code) => f.write_str(code),
            CodePattern::Prefix(prefix) => write!(f, "{prefix}*"),
        }
    }
}

/// What is said of codes and prefixes, found by code: a full code beats a prefix, a longer prefix a shorter one
/// (docs/reference/format.md, `discounts`).
#[derive(Debug)]
pub struct CodeMap<'a, T> {
    codes: HashMap<&'a str, T>,
    prefixes: HashMap<&'a str, T>,
    /// the lengths in bytes of the prefixes, longest first
    lengths: Vec<usize>,
}

impl<'a, T> CodeMap<'a, T> {
    /// From patterns; of equal patterns the last counts (the reader refuses duplicates).
    pub fn new(entries: impl IntoIterator<Item = (&'a CodePattern, T)>) -> Self {
        let (mut codes, mut prefixes) = (HashMap::new(), HashMap::new());
        for (pattern, value) in entries {
            match pattern {
                CodePattern::Code(code) => codes.insert(code.as_str(), value),
                CodePattern::Prefix(prefix) => prefixes.insert(prefix.as_str(), value),
            };
        }
        let mut lengths: Vec<usize> = prefixes.keys().map(|p| p.len()).collect();
        lengths.sort_unstable_by(|a, b| b.cmp(a));
        lengths.dedup();
        CodeMap { codes, prefixes, lengths }
    }

    /// What is said of a code.
    pub fn get(&self, code: &str) -> Option<&T> {
        if let Some(value) = self.codes.get(code) {
            return Some(value);
        }
        self.lengths.iter().find_map(|&n| self.prefixes.get(code.get(..n)?))
    }
}

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
    /// The least number of suppliers.
    pub min_suppliers: Option<u32>,
    /// The greatest number of suppliers.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_wins() {
        let patterns = ["*", "KN*", "KNGB*", "KNGB40"].map(CodePattern::new);
        let map = CodeMap::new(patterns.iter().enumerate().map(|(i, p)| (p, i)));
        let got = ["X", "KNA", "KNGB20", "KNGB40", "KNGB401"].map(|c| *map.get(c).unwrap());
        assert_eq!(got, [0, 1, 2, 3, 2]);
        assert_eq!(CodeMap::<()>::new([]).get("X"), None);
    }
}
