//! Simulations, written: one writer a format, one place for the words. Every part, every row and every sentence says that it
//! is a simulation, and with bids of the tender that it is not to be shown to the market.

mod charts;
mod csv;
mod draw;
mod faults;
mod json;
mod names;
mod page;
mod page_bidders;
mod page_sides;
mod questions;
mod sentences;
mod svg;
#[cfg(test)]
mod tests;
mod words;

pub use charts::{Chart, charts};
pub use csv::draws_csv;
pub use draw::draw_page;
pub use faults::{merge_fault_text, part_fault_text, part_is_internal_text};
pub use json::simulation_json;
pub use page::simulation_page;

use super::page::{Page, page_markdown, page_text};
use crate::{
    number::Percent,
    simulation::results::{BreakEven, Results, SimulationData},
};

/// Who may see a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Anonymous profiles: the default.
    Anonymous,
    /// The sheet for the room: aggregates and profiles only, fit to be shown to all who may bid.
    Public,
    /// It rests on the bids of the tender: not to be shown to the market.
    Internal,
}

impl Audience {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Audience::Anonymous => "anonymous",
            Audience::Public => "public",
            Audience::Internal => "internal",
        }
    }
}

/// How far a precision was asked for, and whether it was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Precision {
    /// Half the 95 % interval of every difference, in per cent of what the base costs.
    pub asked: Percent,
    /// Whether it is within that.
    pub reached: bool,
}

/// How a study came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Who may see it.
    pub audience: Audience,
    /// The seed.
    pub seed: u64,
    /// How many draws were asked for.
    pub planned: u64,
    /// Whether it was interrupted before they were all made.
    pub interrupted: bool,
    /// If draws were made until they were precise enough.
    pub precision: Option<Precision>,
    /// The name of the generator and of the way a draw is made.
    pub algorithm: String,
    /// The hash of the tables.
    pub tables: String,
    /// The hash of the dialogue with its tender.
    pub dialogue: String,
    /// Whether the tender looks at quality, which profiles do not have: they are evaluated by the lowest price.
    pub leaves_quality_out: bool,
}

/// Everything that is told of a study.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// What was drawn.
    pub study: SimulationData<'a>,
    /// What it tells.
    pub results: &'a Results,
    /// What would have to be different, if it was asked.
    pub break_even: Option<&'a BreakEven>,
    /// How it came about.
    pub run: &'a Run,
}

/// A text for people that is ready to be laid out.
#[derive(Debug)]
pub struct SimulationPage(Page);

impl SimulationPage {
    /// For a terminal: no line wider than 100 columns.
    pub fn table(&self, color: bool) -> String {
        page_text(&self.0, color)
    }

    /// For documents.
    pub fn markdown(&self) -> String {
        page_markdown(&self.0)
    }
}
