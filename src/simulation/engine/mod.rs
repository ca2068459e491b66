//! The engine: from the number of a draw to what happens under every structure.
//!
//! | file | contents |
//! |---|---|
//! | `context` | everything that is the same in all draws, computed once |
//! | `draw` | the figures of the uncertain inputs, and the volumes, the day of lapse and the missing codes that follow |
//! | `fast_path` | evaluates and awards a structure in machine integers, where the tender allows it |
//! | `exact_path` | the same through [`crate::outcome::decide`], for every tender |
//! | `parallel` | many draws, by any number of threads |
//!
//! Both paths give the same rows, which tests compare.

mod context;
mod draw;
mod exact_path;
mod fast_path;
mod parallel;
#[cfg(test)]
mod tests;

pub use draw::Shift;

use std::sync::Arc;

use crate::{
    outcome::OutcomeError,
    simulation::{Bidders, Dialogue, Input, Shape, StructureRow, random::DrawStream},
    tender::ModelKind,
};
use context::EngineContext;
use draw::{Event, UncertainInput};
use fast_path::Scratch;

/// Evaluates draws of a dialogue. Shared freely between threads.
#[derive(Clone, Debug)]
pub struct Engine {
    context: Arc<EngineContext>,
}

impl Engine {
    /// Makes a dialogue ready to be drawn.
    ///
    /// # Errors
    /// [`OutcomeError`] where a figure would not fit.
    pub fn new(dialogue: &Dialogue) -> Result<Engine, OutcomeError> {
        Engine::with(Arc::new(dialogue.clone()), Shift::default())
    }

    /// The same draws, moved.
    ///
    /// # Errors
    /// [`OutcomeError`] where a figure would not fit.
    pub fn with_shift(&self, shift: Shift) -> Result<Engine, OutcomeError> {
        Engine::with(Arc::clone(&self.context.dialogue), shift)
    }

    fn with(dialogue: Arc<Dialogue>, shift: Shift) -> Result<Engine, OutcomeError> {
        Ok(Engine { context: Arc::new(EngineContext::new(dialogue, shift)?) })
    }

    /// The uncertain inputs, in the order of a draw's figures.
    pub fn inputs(&self) -> Vec<Input> {
        self.context.inputs.list.iter().map(|s| s.input).collect()
    }

    /// Who may bid: the members of the profiles, numbered where a profile has several, or the tender's bidders.
    pub fn bidders(&self) -> Vec<String> {
        self.context.names.clone()
    }

    /// By bidder: its profile (index). Empty where the tender's own bids take part.
    pub fn profiles(&self) -> Vec<usize> {
        self.context.inputs.members.iter().map(|m| m.profile).collect()
    }

    /// How many figures a draw has.
    pub fn shape(&self) -> Shape {
        Shape {
            inputs: self.context.inputs.list.len(),
            bidders: self.context.names.len(),
            lots: self.context.terms.iter().map(|t| t.lots.len()).collect(),
        }
    }

    /// If everything uncertain is a finite table: how many equally likely combinations there are (at most a million; 1 if
    /// nothing is uncertain). Draw `n` is then combination `(n - 1) mod` that, so that over every multiple of it the means
    /// are exact.
    pub fn enumerated(&self) -> Option<u64> {
        self.context.inputs.combinations()
    }

    /// Whether the tender's evaluation model was left out: profiles have no quality, so the lowest price wins.
    pub fn leaves_quality_out(&self) -> bool {
        self.context.dialogue.bidders == Bidders::Profiles
            && self.context.dialogue.tender.evaluation.kind != ModelKind::LowestPrice
    }

    /// One draw: the figures of its inputs, and a row for each structure.
    ///
    /// # Errors
    /// [`OutcomeError`]
    pub fn draw(&self, seed: u64, n: u64) -> Result<(Vec<i64>, Vec<StructureRow>), OutcomeError> {
        self.drawer(seed).draw(n)
    }

    fn drawer(&self, seed: u64) -> Drawer<'_> {
        Drawer {
            context: &self.context,
            combinations: self.enumerated(),
            stream: DrawStream::new(seed),
            scratch: Scratch::default(),
            takes_fast_path: true,
        }
    }
}

/// Draws one after the other.
struct Drawer<'s> {
    context: &'s EngineContext,
    combinations: Option<u64>,
    stream: DrawStream,
    scratch: Scratch,
    /// Whether the fast path is taken where it can be; tests compare it with the exact path.
    takes_fast_path: bool,
}

impl Drawer<'_> {
    fn figures(&mut self, n: u64) -> Result<Vec<i64>, OutcomeError> {
        let Some(combinations) = self.combinations else {
            self.stream.turn_to(n);
            return Ok(self.context.inputs.draw(|input| self.stream.number(input.position))?);
        };
        let mut combination = n.wrapping_sub(1) % combinations;
        // an order that settles ties belongs to the combination too
        self.stream.turn_to(combination + 1);
        let digit = |input: &UncertainInput| {
            let values = input.values().unwrap_or(1).max(1);
            let digit = combination % values;
            combination /= values;
            // the least share that falls on this value
            (u128::from(digit) << 64).div_ceil(values.into()) as u64
        };
        Ok(self.context.inputs.draw(digit)?)
    }

    fn draw(&mut self, n: u64) -> Result<(Vec<i64>, Vec<StructureRow>), OutcomeError> {
        let event = Event::new(self.context, self.figures(n)?)?;
        let Drawer { context, stream, scratch, .. } = self;
        context.prepare(&event, scratch)?;
        let mut rows = Vec::with_capacity(context.terms.len());
        for structure in 0..context.terms.len() {
            let fast = match self.takes_fast_path {
                true => context.fast_row(&event, structure, scratch, || context.tie_order(stream))?,
                false => None,
            };
            rows.push(match fast {
                Some(row) => row,
                None => context.exact_row(&event, structure, || context.tie_order(stream))?,
            });
        }
        Ok((event.drawn, rows))
    }
}
