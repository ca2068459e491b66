//! Call-offs from a framework, and what a budget buys, written: one place for the words.

mod call_off;
mod call_off_json;

pub use call_off::{call_off_csv, call_off_error_text, call_off_markdown, call_off_table};
pub use call_off_json::call_off_json;
