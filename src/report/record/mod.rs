//! What is told of decision records.

mod diff;

pub use diff::{
    Compared, class_fault_text, diff_csv, diff_json, diff_markdown, diff_table, same_points_text,
    unreadable_text,
};
