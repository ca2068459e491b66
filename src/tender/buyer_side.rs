use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{CodePattern, Place};

/// `[[requirement]]`: what a bidder must meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// Its id.
    pub id: String,
    /// Its text.
    pub text: String,
    /// Unmet, these codes count as not offered; if not stated, the bid falls.
    pub codes: Option<Vec<CodePattern>>,
    /// The table.
    pub place: Place,
}

/// `[[assessment]]`: what the buyer judged of a bid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// Which bid.
    pub bid: usize,
    /// For one structure, perhaps one lot of it; judgement for one lot overrules the general one.
    pub scope: AssessmentScope,
    /// Judged points by criterion id, in file order.
    pub points: Vec<(String, Decimal, Place)>,
    /// By requirement (index into `requirements`), in file order.
    pub requirements: Vec<(usize, RequirementStatus, Place)>,
    /// Why.
    pub reason: Option<String>,
    /// The table.
    pub place: Place,
}

/// What an assessment is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssessmentScope {
    /// The bid in every structure.
    Everywhere,
    /// The bid in one structure.
    Structure(usize),
    /// The bid on one lot of one structure.
    Lot {
        /// Which structure.
        structure: usize,
        /// Which of its lots.
        lot: usize,
    },
}

/// Whether a requirement is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequirementStatus {
    /// `met`
    Met,
    /// `unmet`
    Unmet,
    /// `unverified`, also if not stated.
    Unverified,
}

/// `[[decision]]`: what the buyer decided of a bid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Which bid.
    pub bid: usize,
    /// What was decided.
    pub action: DecisionAction,
    /// On what ground.
    pub ground: DecisionGround,
    /// When.
    pub date: Option<Date>,
    /// In words.
    pub text: Option<String>,
    /// The table.
    pub place: Place,
}

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecisionAction {
    /// The bid is out: `reject`.
    Reject,
    /// A low price was explained, a doubt was settled: `accept`.
    Accept,
}

/// The ground of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecisionGround {
    /// `low-price`
    LowPrice,
    /// `reservation`
    Reservation,
    /// `exclusion`
    Exclusion,
    /// `withdrawn`
    Withdrawn,
    /// `other`
    Other,
}

impl DecisionGround {
    /// All, in the order of the format.
    pub const ALL: [DecisionGround; 5] = [
        DecisionGround::LowPrice,
        DecisionGround::Reservation,
        DecisionGround::Exclusion,
        DecisionGround::Withdrawn,
        DecisionGround::Other,
    ];

    /// The name in a file.
    pub const fn name(self) -> &'static str {
        match self {
            DecisionGround::LowPrice => "low-price",
            DecisionGround::Reservation => "reservation",
            DecisionGround::Exclusion => "exclusion",
            DecisionGround::Withdrawn => "withdrawn",
            DecisionGround::Other => "other",
        }
    }
}
