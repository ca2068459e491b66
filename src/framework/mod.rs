//! Frameworks: what a mini-tender takes from its framework and may not do, and direct award by rank with capacity.
//!
//! A mini-tender is held against its framework once, when it is read: the framework is evaluated, its suppliers become the
//! parties, and each difference that `[mini-tenders]` does not allow is a problem that names both files. What is left
//! ([`crate::tender::Framework`]) is all that the rules of admission look at.

mod awarded;
mod call_off;
mod codes;
mod enter;
mod model;
mod record;
mod terms;

pub use awarded::{Supply, awarded_discount, awarded_unit_price, lot_capacity, supplies};
pub use call_off::{Call, CallLine, CallOff, CallOffError, Placed, Room, call_off};
pub use enter::{FromRecord, Invitation, ParentFile, enter};
pub use record::{ParentRecord, RecordFault, RecordReason, read_record, record_sums};
