//! Wording and writers: one writer a format, wording in one place per language.

mod language;
pub mod problems;
mod schema;

pub use language::{Language, figure_json};
pub use schema::TENDER_SCHEMA;
