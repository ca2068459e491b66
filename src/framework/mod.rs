//! Frameworks: what a mini-tender takes from its framework and may not do, and direct award by rank with capacity.
//!
//! A mini-tender is compared with its framework once, when it is read: the framework is evaluated, its suppliers become the
//! parties, and each difference that `[mini-tenders]` does not allow is a problem that names both files. What is left
//! ([`crate::tender::Framework`]) is all that the rules of admission look at.

mod call_off;
mod parent;
mod resolve;
mod terms;

pub use call_off::{Call, CallLine, CallOff, CallOffError, Placed, Room, call_off, read_call_log};
pub use parent::{ParentRecord, ParentRecordError, ParentRecordReason, RecordReader, RecordSums};
pub use resolve::resolve;

use crate::{
    pricing::report_fixed_and_floating,
    tender::{Files, Parsed, ReadError, Tender, parse},
};

/// Reads and validates a tender file and all files that it names; `records` opens the decision record of its framework, where
/// it names one.
///
/// # Errors
/// [`ReadError`], with every problem at once, where any of them is an error.
pub fn read_tender(files: &dyn Files, name: &str, records: &dyn RecordReader) -> Result<Tender, ReadError> {
    let mut parsed = parse(files, name);
    resolve(&mut parsed, records);
    finish(parsed)
}

/// The tender, once it was checked how its prices move.
fn finish(mut parsed: Parsed<'_>) -> Result<Tender, ReadError> {
    if let Some(tender) = parsed.tender.as_ref().filter(|_| !parsed.problems.any_error()) {
        report_fixed_and_floating(tender, &mut parsed.problems);
    }
    parsed.finish()
}
