//! One way to write a result: what a [`Report`] is, and the one place that knows the formats.

use serde_json::Value;

use super::{
    Language, json_text,
    page::{Page, csv_text, page_markdown, page_text},
};

/// A result in every form that it has. A format needs nothing else, so a new format is one more arm of [`write()`].
pub trait Report {
    /// For people: what a terminal, a document or a page shows.
    fn page(&self, language: Language) -> Page;
    /// For a terminal: the page, unless the result has a form of its own there.
    fn text(&self, language: Language, color: bool) -> String {
        page_text(&self.page(language), color)
    }
    /// For programs: the documented contract (docs/reference/json.md); `Null` if the result has no such form.
    fn json(&self, language: Language) -> Value;
    /// For spreadsheets: a header and rows (docs/reference/csv.md); `None` if the result has no such form.
    fn rows(&self, language: Language) -> Option<Vec<Vec<String>>>;
    /// The rows as the text of a file; a report of very many rows writes them one by one.
    fn csv(&self, language: Language) -> Option<String> {
        Some(csv_text(&self.rows(language)?, language))
    }
}

/// The forms of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A table for people, no line wider than 100 columns.
    Table {
        /// Whether to colour; words say the same.
        color: bool,
    },
    /// For documents and case systems.
    Markdown,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
}

/// The whole text of a result, ending with a line feed; `None` if it does not have the form.
pub fn write(report: &dyn Report, format: Format, language: Language) -> Option<String> {
    Some(match format {
        Format::Table { color } => report.text(language, color),
        Format::Markdown => page_markdown(&report.page(language)),
        Format::Json => {
            let json = report.json(language);
            if json.is_null() {
                return None;
            }
            json_text(&json)
        }
        Format::Csv => report.csv(language)?,
    })
}
