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

pub(super) use bids::payment_means;
pub(super) use budget::{budget_columns, budget_rows};
pub(super) use csv::{plain_decimal, plain_number};
pub(super) use head::{banner, structure_banner, title};
pub(super) use remarks::items as remark_items;
pub(super) use view::View;

use super::{
    Language,
    findings::finding_message,
    page::{Page, Part, page_markdown, page_text},
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

/// `udbud.evaluation/1` with messages in a language.
pub fn evaluation_json(outcome: &Outcome<'_>, language: Language) -> serde_json::Value {
    crate::record::evaluation_json(outcome, &|finding| {
        finding_message(outcome.tender, outcome.structure, finding, language)
    })
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

/// What is evaluated: buyer, specialty, structure, contract, model, number of bids.
pub(super) fn head_part(view: &View<'_>) -> Part {
    head::part(view)
}

/// How prices are adjusted over the contract; nothing where they are not.
pub(super) fn adjustments_part(view: &View<'_>) -> Option<Part> {
    adjustments::part(view)
}

/// The cap, and who is above it.
pub(super) fn cap_part(view: &View<'_>) -> Part {
    cap::part(view)
}

/// The award, awards that tie, what losers would have needed, what a budget buys.
pub(super) fn award_parts(view: &View<'_>) -> Vec<Part> {
    let mut parts = vec![award::part(view)];
    parts.extend(award::ties_part(view));
    parts.extend(needed::part(view));
    parts.extend(budget::part(view));
    parts
}

/// What somebody must do.
pub(super) fn actions_part(view: &View<'_>) -> Part {
    actions::part(view)
}

#[cfg(test)]
mod tests;
