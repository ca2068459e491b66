use jiff::{Timestamp, civil::Date};

use super::Place;
use crate::number::Period;

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
