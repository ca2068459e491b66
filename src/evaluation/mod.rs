//! How price and quality become one figure: one model a file; the formula language.

mod evaluated;
pub mod formula;
mod numeric;

pub use evaluated::{EvaluatedBid, EvaluatedBids, EvaluatedLot, EvaluatedResult, LeafPoints, ScaleUsed};
