//! The evaluation of a tender, written: one trait, one writer a format.

mod actions;
mod adjustments;
mod award;
mod bids;
mod budget;
mod cap;
mod csv;
mod head;
mod needed;
mod points;
mod remarks;
mod view;
pub(super) mod words;

pub(super) use adjustments::adjustments_json;
pub(super) use bids::payment_means;
pub(super) use budget::{budget_columns, budget_json, budget_rows};
pub(super) use csv::{plain_decimal, plain_number};
pub(super) use head::{banner, structure_banner};
pub(super) use view::View;

use super::{
    Language, evaluation_json,
    page::{Page, page_markdown, page_text},
};
use crate::outcome::Outcome;

/// Writes an evaluation in one format.
pub trait EvaluationWriter {
    /// The whole text, ending with a line feed.
    fn write(&self, outcome: &Outcome<'_>, language: Language) -> String;
}

/// For people at a terminal: no line wider than 100 columns.
#[derive(Clone, Copy, Debug, Default)]
pub struct TableWriter {
    /// Whether to colour; words say the same.
    pub color: bool,
}

/// For documents and case systems.
#[derive(Clone, Copy, Debug, Default)]
pub struct MarkdownWriter;

/// For spreadsheets: one row for each bid and lot.
#[derive(Clone, Copy, Debug, Default)]
pub struct CsvWriter;

/// For programs: `udbud.evaluation/1`.
#[derive(Clone, Copy, Debug, Default)]
pub struct JsonWriter;

impl EvaluationWriter for TableWriter {
    fn write(&self, outcome: &Outcome<'_>, language: Language) -> String {
        page_text(&page(&View::new(outcome, language)), self.color)
    }
}

impl EvaluationWriter for MarkdownWriter {
    fn write(&self, outcome: &Outcome<'_>, language: Language) -> String {
        page_markdown(&page(&View::new(outcome, language)))
    }
}

impl EvaluationWriter for CsvWriter {
    fn write(&self, outcome: &Outcome<'_>, language: Language) -> String {
        csv::evaluation_csv(&View::new(outcome, language))
    }
}

impl EvaluationWriter for JsonWriter {
    fn write(&self, outcome: &Outcome<'_>, language: Language) -> String {
        super::json_text(&evaluation_json(outcome, language))
    }
}

/// What is said, in order: the tender, the bids, why some are out, the award, the cap, remarks, what somebody must do.
fn page(view: &View<'_>) -> Page {
    let mut parts = vec![head::part(view)];
    parts.extend(bids::parts(view));
    parts.extend(needed::part(view));
    parts.extend(remarks::out_part(view));
    parts.push(award::part(view));
    parts.extend(award::ties_part(view));
    parts.extend(budget::part(view));
    parts.push(cap::part(view));
    parts.extend(adjustments::part(view));
    parts.extend(remarks::parts(view));
    parts.push(actions::part(view));
    Page { title: head::title(view), banner: banner(view), parts }
}

#[cfg(test)]
mod tests;
