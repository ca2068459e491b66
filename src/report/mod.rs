//! Wording and writers: one writer a format, wording in one place per language.

mod call_off;
pub mod certificate;
mod check;
mod evaluation;
mod explain;
mod findings;
mod format;
mod kind;
mod language;
mod leak;
mod letter;
pub mod model;
mod outcome_error;
pub mod page;
pub mod problems;
pub mod record;
#[cfg(test)]
mod sample;
mod schema;
mod scorings;
pub mod simulation;
mod structure;
pub mod transcript;
mod words;

pub use crate::record::{figure_json, json_text, tender_json};
pub use call_off::{CallOffReport, call_off_error_text};
pub use check::Check;
pub use evaluation::EvaluationReport;
pub use explain::ExplanationReport;
pub use findings::finding_message;
pub use format::{Format, Report, write};
pub use kind::the_tender;
pub use language::Language;
pub use leak::{leak_refused_text, leak_warning_text, leaks_text};
pub use letter::{LetterHead, LetterReport, letter_fault_text, open_question_text};
pub use outcome_error::outcome_error_text;
pub use schema::{DIALOGUE_SCHEMA, TENDER_SCHEMA};
pub use scorings::{Scorings, ScoringsReport};
pub use structure::{
    ComparisonReport, CoverageReport, LotSearchReport, search_error_text, variation_error_text,
};
#[cfg(test)]
pub(crate) use words::ids as message_ids;
