//! One figure, derived step by step back to the lines of the file. Every figure is computed by the functions that priced and
//! evaluated the bid; nothing is computed a second way.

mod adjusted;
mod bid;
mod decided;
mod fallback;
mod line;
mod lot;
mod points;
mod standing;
mod step;
mod unit;

pub(crate) use decided::could_not_win_at_any_price;
pub(crate) use line::discount_won;
pub use step::{Clause, Step, StepRule};

use crate::outcome::Outcome;

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
        (Some(procedure), _) => unit::unit_price(outcome, bid, procedure),
        (None, Some(lot)) => lot::lot(outcome, bid, lot, lot::Lines::Told),
        (None, None) => bid::whole_bid(outcome, bid),
    };
    Explanation { outcome, bid, lot, procedure, steps }
}

/// All about a bid on a lot but the lines of its price: the price, what decides, how it stands.
pub(crate) fn explain_lot_without_lines(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Vec<Step> {
    lot::lot(outcome, bid, lot, lot::Lines::Elsewhere)
}
