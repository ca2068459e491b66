//! Wording and writers: one writer a format, wording in one place per language.

pub mod certificate;
mod check;
mod evaluation;
mod explain;
mod findings;
mod format;
mod framework;
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
pub use check::Check;
pub use evaluation::{CsvWriter, EvaluationWriter, JsonWriter, MarkdownWriter, TableWriter, evaluation_json};
pub use explain::{ExplanationWriter, explanation_json};
pub use findings::finding_message;
pub use format::{Format, Report, write};
pub use framework::{call_off_csv, call_off_error_text, call_off_json, call_off_markdown, call_off_table};
pub use kind::the_tender;
pub use language::Language;
pub use leak::{leak_refused_text, leak_warning_text, leaks_text};
pub use letter::{LetterHead, LetterReport, letter_fault_text, open_question_text};
pub use outcome_error::outcome_error_text;
pub use schema::{DIALOGUE_SCHEMA, TENDER_SCHEMA};
pub use scorings::{Scorings, ScoringsWriter, scorings_json};
pub use structure::{
    StructurePage, comparison_csv, comparison_json, comparison_page, coverage_csv, coverage_json,
    coverage_page, lot_search_csv, lot_search_json, lot_search_page, search_error_text, variation_fault_text,
};
