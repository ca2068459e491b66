//! Wording and writers: one writer a format, wording in one place per language.

mod evaluation_json;
mod findings;
mod language;

pub use evaluation_json::{evaluation_json, tender_json};
pub use findings::finding_message;
pub use language::{Language, figure_json};
