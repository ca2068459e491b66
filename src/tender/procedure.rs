use super::Place;
use crate::number::{UnitPrice, Volume};

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
