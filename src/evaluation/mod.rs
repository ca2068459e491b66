//! How price and quality become one figure: one model a file; the formula language.

mod evaluated;
pub mod formula;

pub use evaluated::{EvaluatedBid, EvaluatedBids, EvaluatedLot, EvaluatedResult, LeafPoints, ScaleUsed};
