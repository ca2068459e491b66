//! Decision records in words.

mod verify;
mod written;

pub use verify::{Verified, verified_csv, verified_json, verified_markdown, verified_table};
use written::path_fault_text;
pub use written::{
    RecordWritten, not_recorded_text, written_csv, written_json, written_markdown, written_table,
};
