//! One figure, derived step by step back to the lines of the file. Every figure is computed by the functions that priced and
//! evaluated the bid; nothing is computed a second way.

mod bid;
mod evaluation;
mod step;
mod unit_price;

pub(crate) use evaluation::could_not_win_at_any_price;
pub use step::{Clause, Step, StepRule};
pub(crate) use unit_price::discount_won;

use crate::outcome::Outcome;
use bid::LotDepth;

/// A derivation.
#[derive(Debug)]
pub struct Explanation<'a> {
    /// Of this evaluation.
    pub outcome: &'a Outcome<'a>,
    /// Whose bid (index).
    pub bid: usize,
    /// On which lot (index); the lot of the procedure where one is asked for.
    pub lot: Option<usize>,
    /// Which procedure (index).
    pub procedure: Option<usize>,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

/// Derives the figures of a bid: with a procedure that unit price and its line, with a lot the lot price and how it ranks,
/// with neither the bid as a whole, one line a lot.
pub fn explain<'a>(
    outcome: &'a Outcome<'a>,
    bid: usize,
    lot: Option<usize>,
    procedure: Option<usize>,
) -> Explanation<'a> {
    let lot = procedure.map(|p| outcome.priced.lot_of[p]).or(lot);
    let takes_part = !outcome.priced.overlay.absent.contains(&bid);
    let steps = match (procedure, lot) {
        _ if !takes_part => bid::whole_bid(outcome, bid),
        (Some(procedure), _) => unit_price::unit_price(outcome, bid, procedure),
        (None, Some(lot)) => bid::lot(outcome, bid, lot, LotDepth::Lines),
        (None, None) => bid::whole_bid(outcome, bid),
    };
    Explanation { outcome, bid, lot, procedure, steps }
}

/// Everything about a bid on a lot except the lines of its price.
pub(crate) fn explain_lot_without_lines(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Vec<Step> {
    bid::lot(outcome, bid, lot, LotDepth::Totals)
}
