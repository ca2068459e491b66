//! Whether a bid may be evaluated: one rule a file; findings and their codes.

mod admitted;
mod finding;

pub use admitted::{AdmittedBid, AdmittedBids, LotBid, LotFigures};
pub use finding::{Finding, FindingCode};
