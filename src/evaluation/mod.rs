//! How price and quality become one figure: gates, rejection in rounds, references and scales, points, what decides;
//! and the formula language.
//!
//! [`evaluate_bids`] takes the admitted bids of a tender; [`evaluate_lot`] plain figures. Everything is computed in
//! exact fractions; rounding happens where the model says so and nowhere else.

mod bids;
mod breakpoints;
mod curve;
mod error;
mod evaluated;
mod evaluated_price;
mod example;
mod gates;
mod leaf_points;
mod lot;
mod lot_field;
mod measures;
mod needed;
mod outcome;
mod outside;
mod prepared;
pub mod probe;
mod score;
mod top_formula;
mod widening;

pub use bids::{evaluate_bids, lot_field};
pub use error::{EvaluationError, EvaluationErrorKind};
pub use evaluated::{EvaluatedBid, EvaluatedBids, EvaluatedLot, EvaluatedResult, LeafPoints, ScaleUsed};
pub use example::{WorkedExample, worked_example};
pub use lot::evaluate_lot;
pub use lot_field::{LotEntry, LotField};
pub use needed::{Needed, NeededPoints, NeededPrice, NeverReason};
pub use outcome::{LotOutcome, Remark};
pub use prepared::PreparedModel;
