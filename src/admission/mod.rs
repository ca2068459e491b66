//! Whether a bid may be evaluated: one rule a function, named as the sentence it decides; findings and their codes.

mod admit;
mod admitted;
mod finding;
mod framework;
mod line_remarks;
mod lot;
mod whole_bid;

pub use admit::admit_bids;
pub use admitted::{AdmittedBid, AdmittedBids, LotBid, LotFigures};
pub use finding::{Finding, FindingCode};
pub use framework::parties_without_bid;
pub use lot::why_missing;
