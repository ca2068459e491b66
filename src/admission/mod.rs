//! Whether a bid may be evaluated: one rule a function, named as the sentence it decides; findings and their codes.

mod admit;
mod finding;
mod lot;
mod whole_bid;

pub use admit::{AdmittedBid, AdmittedBids, LotBid, LotFigures, admit_bids};
pub use finding::{Finding, FindingCode};
pub use lot::why_missing;
pub use whole_bid::parties_without_bid;
