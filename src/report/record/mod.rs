//! Decision records in words.

mod diff;
mod figures;
mod verify;
mod words;
mod written;

pub use diff::{
    Compared, class_fault_text, diff_csv, diff_json, diff_markdown, diff_table, same_points_text,
    unreadable_text,
};
use figures::{figures_checked_text, figures_fault_text};
pub use verify::{Verified, changed_text, verified_csv, verified_json, verified_markdown, verified_table};
pub use words::record_words;
use written::path_fault_text;
pub use written::{
    RecordWritten, not_recorded_text, written_csv, written_json, written_markdown, written_table,
};
