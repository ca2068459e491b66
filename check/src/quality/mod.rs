//! From admissible bids to what decides on each lot (`docs/reference/rules.md`, "Evaluation models").

mod curve;
mod field;
mod fields;
mod gate;
mod points;
mod rejection;
mod result;

use std::collections::BTreeMap;

pub(super) use field::Field;
pub(super) use fields::evaluate_lots;
pub(super) use result::{Decides, LotResult};

use super::exact::Exact;

/// Points of a leaf: rounded as the tender says, and without any rounding.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Points {
    pub(super) rounded: Exact,
    pub(super) unrounded: Exact,
}

/// The points of one bid, by leaf.
pub(super) type PointsOfBid = BTreeMap<String, Points>;

/// A slope or zero point that could widen, as used.
#[derive(Clone, Debug)]
pub(super) struct Scale {
    pub(super) criterion: String,
    pub(super) used: Exact,
    pub(super) widened: bool,
    /// Those that need it most; one of them is told.
    pub(super) by: Vec<usize>,
}

/// Why a lot has no result: in which criterion (empty for the model), and what is lacking.
#[derive(Clone, Debug)]
pub(super) struct NoResult {
    pub(super) criterion: String,
    pub(super) why: String,
}

impl NoResult {
    pub(super) fn new(criterion: &str, why: impl std::fmt::Debug) -> Self {
        NoResult { criterion: criterion.to_owned(), why: format!("{why:?}") }
    }
}
