//! Simulations as results. Every part, every row and every sentence is marked as a simulation, and with bids of the tender
//! as not to be shown to the market.

mod charts;
mod draws;
mod json;
mod page;
mod parts;
mod sentences;
mod svg;
#[cfg(test)]
mod tests;
mod view;

use serde_json::Value;

use super::{
    Language, Report,
    page::{Page, csv_text},
};
use crate::{
    number::Percent,
    simulation::results::{BreakEven, Results, SimulationData},
};
pub use charts::{Chart, charts};
pub use draws::DrawReport;
pub use parts::{merge_fault_text, part_fault_text, part_is_internal_text};

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

/// A study with its results.
#[derive(Clone, Copy, Debug)]
pub struct SimulationReport<'a> {
    /// What was drawn.
    pub study: SimulationData<'a>,
    /// What follows from it.
    pub results: &'a Results,
    /// What would have to be different, if it was asked.
    pub break_even: Option<&'a BreakEven>,
    /// How it came about.
    pub run: &'a Run,
}

impl Report for SimulationReport<'_> {
    fn page(&self, language: Language) -> Page {
        page::simulation_page(*self, language)
    }

    fn json(&self, language: Language) -> Value {
        json::simulation_json(*self, language)
    }

    /// Every draw.
    fn rows(&self, language: Language) -> Option<Vec<Vec<String>>> {
        let mut rows = Vec::new();
        draws::each_draw_row(*self, language, |row| rows.push(row));
        Some(rows)
    }

    /// Row by row: as cells, a large study would not fit in memory.
    fn csv(&self, language: Language) -> Option<String> {
        let mut out = String::new();
        draws::each_draw_row(*self, language, |row| {
            let row = csv_text(&[row], language);
            out.push_str(if out.is_empty() { &row } else { row.trim_start_matches('\u{feff}') });
        });
        Some(out)
    }
}
