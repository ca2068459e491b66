//! Wording and writers: one writer a format, wording in one place per language.

mod language;
pub mod problems;

pub use language::{Language, figure_json};
