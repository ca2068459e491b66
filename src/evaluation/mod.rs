//! How price and quality become one figure: gates, rejection in rounds, references and scales, points, results.
//!
//! [`evaluate_bids`] takes the admitted bids of a tender; [`evaluate_lot`] plain figures. Everything is computed in
//! exact fractions; rounding happens where the model says so and nowhere else.
//!
//! | file | what |
//! |---|---|
//! | `evaluated_bids` | every lot of a structure, from the admitted bids of a tender |
//! | `model` | a model prepared for evaluation: leaves, weights as fractions, formulas in order |
//! | `lot` | the evaluation of one lot, from plain figures to ranks |
//! | `rejection` | gates, and bids outside a scale that rejects |
//! | `curve` | from measure to points: one function a method, and scales that widen |
//! | `leaf_points` | the points of every leaf for every bid |
//! | `result` | from points to what decides: the score, the evaluated price, the result of a formula |
//! | `needed` | what a loser would have needed to win |
//! | `probe` | trying a model before it is published |

mod curve;
mod error;
mod evaluated_bids;
mod leaf_points;
mod lot;
mod model;
mod needed;
pub mod probe;
mod rejection;
mod result;

pub use error::{EvaluationError, EvaluationErrorKind};
pub use evaluated_bids::{
    EvaluatedBid, EvaluatedBids, EvaluatedLot, EvaluatedResult, LeafPoints, ScaleUsed, evaluate_bids,
    lot_field,
};
pub use lot::{LotEntry, LotField, LotOutcome, Remark, evaluate_lot};
pub use model::PreparedModel;
pub use needed::{Needed, NeededPoints, NeededPrice, NeverReason};
