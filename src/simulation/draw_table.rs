//! What comes out of the draws, row by row: the only thing that results are computed from.

use crate::quantity::{Money, Volume};

/// All draws of a run, or of a part of it, in the order of their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DrawTable {
    /// The numbers of the draws, ascending. Draw `n` is the same draw in every run with the same seed and inputs.
    pub draws: Vec<u64>,
    /// What was drawn, by draw: one figure for each uncertain input (in the order of `Engine::inputs`), in its own unit.
    pub inputs: Vec<Vec<i64>>,
    /// By draw, by structure (in the order of [`super::Dialogue::structures`]).
    pub rows: Vec<Vec<StructureRow>>,
}

/// One draw under one structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StructureRow {
    /// What the buyer pays in all: suppliers, elsewhere, unawarded lots. `None` if unknown or if tied awards differ in it.
    pub cost: Option<Money>,
    /// What buying everything at the fallback would cost.
    pub fallback: Option<Money>,
    /// Whether more than one award was best after the rules for ties.
    pub tied: bool,
    /// By bidder: what it is paid; 0 for one that wins nothing.
    pub payments: Vec<Money>,
    /// By bidder: the volume it takes.
    pub volumes: Vec<Volume>,
    /// By lot.
    pub lots: Vec<LotRow>,
}

/// One lot of a draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LotRow {
    /// How many bid admissibly.
    pub bids: u32,
    /// Who wins it.
    pub winner: Option<u32>,
}
