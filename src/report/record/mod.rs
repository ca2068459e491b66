//! Decision records in words: what was written, verified or compared, and what is wrong with one.

mod diff;
mod faults;
mod verification;
mod words;
mod written;

pub use diff::{ComparedRecords, class_fault_text, same_points_text, unreadable_text};
pub use faults::changed_text;
pub use verification::VerifiedRecord;
pub use words::record_words;
pub use written::{RecordWritten, not_recorded_text};
