//! Decision records in words.

mod written;

pub use written::{
    RecordWritten, not_recorded_text, written_csv, written_json, written_markdown, written_table,
};
