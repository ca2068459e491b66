//! What comes out of the draws, row by row: the only thing that results are computed from.

use crate::quantity::{Money, Overflow, Volume};

/// One draw under one structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StructureRow {
    /// What the buyer pays in all: suppliers, elsewhere, unawarded lots. `None` if some cost is unknown.
    pub cost: Option<Money>,
    /// What buying everything at the fallback would cost.
    pub fallback: Option<Money>,
    /// Whether more than one award was best after the rules for ties: the one told of was then chosen by an order of the
    /// bidders that was drawn too (`docs/concepts/simulation.md`).
    pub tied: bool,
    /// By bidder: what it is paid; 0 for one that wins nothing.
    pub payments: Vec<Money>,
    /// By bidder: the volume it takes.
    pub volumes: Vec<Volume>,
    /// By lot.
    pub lots: Vec<LotRow>,
}

/// One lot of a draw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LotRow {
    /// How many bid admissibly.
    pub bids: u32,
    /// Who wins it; with several suppliers, rank 1.
    pub winner: Option<u32>,
}

/// How many of everything a row has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// Uncertain inputs.
    pub inputs: usize,
    /// Bidders.
    pub bidders: usize,
    /// By structure (in the order of [`super::Dialogue::structures`]): its lots.
    pub lots: Vec<usize>,
}

/// All draws of a run, or of a part of it, in the order of their numbers.
///
/// A hundred thousand draws are held at once, so the figures lie side by side without a box of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DrawTable {
    shape: Shape,
    draws: Vec<u64>,
    inputs: Vec<i64>,
    /// by draw and structure: cost and fallback in øre, [`UNKNOWN`] where unknown
    totals: Vec<[i64; 2]>,
    tied: Vec<bool>,
    /// by draw, structure, bidder: payment in øre, volume
    paid: Vec<(i64, u64)>,
    /// by draw and all lots of all structures: bids, winner ([`NOBODY`] if none)
    lots: Vec<(u32, u32)>,
}

const UNKNOWN: i64 = i64::MIN;
const NOBODY: u32 = u32::MAX;

impl Shape {
    /// All lots of all structures.
    fn all_lots(&self) -> usize {
        self.lots.iter().sum()
    }

    /// The place of a structure's first lot among all lots.
    fn first_lot(&self, structure: usize) -> usize {
        self.lots[..structure].iter().sum()
    }
}

impl DrawTable {
    /// An empty table.
    pub fn new(shape: Shape) -> Self {
        DrawTable { shape, ..DrawTable::default() }
    }

    /// An empty table with room for so many draws.
    pub fn with_room_for(shape: Shape, draws: usize) -> Self {
        let structures = shape.lots.len();
        DrawTable {
            draws: Vec::with_capacity(draws),
            inputs: Vec::with_capacity(draws * shape.inputs),
            totals: Vec::with_capacity(draws * structures),
            tied: Vec::with_capacity(draws * structures),
            paid: Vec::with_capacity(draws * structures * shape.bidders),
            lots: Vec::with_capacity(draws * shape.all_lots()),
            shape,
        }
    }

    /// Adds a draw. Rows and inputs must have the table's shape, and the number must be above those before.
    ///
    /// # Errors
    /// [`Overflow`] where an amount passes 64 bits (90,000,000,000,000,000 øre).
    pub fn push(&mut self, draw: u64, inputs: &[i64], rows: &[StructureRow]) -> Result<(), Overflow> {
        debug_assert_eq!(inputs.len(), self.shape.inputs);
        debug_assert_eq!(rows.len(), self.shape.lots.len());
        debug_assert!(self.draws.last().is_none_or(|last| *last < draw));
        let narrow = |m: Money| i64::try_from(m.ore()).ok().filter(|ore| *ore != UNKNOWN).ok_or(Overflow);
        let known = |m: Option<Money>| m.map_or(Ok(UNKNOWN), narrow);
        self.draws.push(draw);
        self.inputs.extend_from_slice(inputs);
        for row in rows {
            self.totals.push([known(row.cost)?, known(row.fallback)?]);
            self.tied.push(row.tied);
            for (payment, volume) in row.payments.iter().zip(&row.volumes) {
                self.paid.push((narrow(*payment)?, volume.count()));
            }
            self.lots.extend(row.lots.iter().map(|l| (l.bids, l.winner.unwrap_or(NOBODY))));
        }
        Ok(())
    }

    /// Adds the draws of another part, which must follow those before and have the same shape.
    pub fn append(&mut self, mut part: DrawTable) {
        debug_assert_eq!(self.shape, part.shape);
        self.draws.append(&mut part.draws);
        self.inputs.append(&mut part.inputs);
        self.totals.append(&mut part.totals);
        self.tied.append(&mut part.tied);
        self.paid.append(&mut part.paid);
        self.lots.append(&mut part.lots);
    }

    /// How many of everything a row has.
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// How many draws.
    pub fn len(&self) -> usize {
        self.draws.len()
    }

    /// Whether nothing has been drawn.
    pub fn is_empty(&self) -> bool {
        self.draws.is_empty()
    }

    /// The numbers of the draws, ascending. Draw `n` is the same draw in every run with the same seed and inputs.
    pub fn draws(&self) -> &[u64] {
        &self.draws
    }

    /// What was drawn in the draw at a place: one figure for each uncertain input (in the order of `Engine::inputs`), in its
    /// own unit.
    pub fn inputs(&self, at: usize) -> &[i64] {
        &self.inputs[at * self.shape.inputs..(at + 1) * self.shape.inputs]
    }

    fn total(&self, at: usize, structure: usize, which: usize) -> Option<Money> {
        let ore = self.totals[at * self.shape.lots.len() + structure][which];
        (ore != UNKNOWN).then(|| Money::from_ore(ore.into()))
    }

    /// What the buyer pays in all ([`StructureRow::cost`]).
    pub fn cost(&self, at: usize, structure: usize) -> Option<Money> {
        self.total(at, structure, 0)
    }

    /// What buying everything at the fallback would cost.
    pub fn fallback(&self, at: usize, structure: usize) -> Option<Money> {
        self.total(at, structure, 1)
    }

    /// Whether several awards were best ([`StructureRow::tied`]).
    pub fn tied(&self, at: usize, structure: usize) -> bool {
        self.tied[at * self.shape.lots.len() + structure]
    }

    fn supply(&self, at: usize, structure: usize, bidder: usize) -> (i64, u64) {
        self.paid[(at * self.shape.lots.len() + structure) * self.shape.bidders + bidder]
    }

    /// What a bidder is paid.
    pub fn payment(&self, at: usize, structure: usize, bidder: usize) -> Money {
        Money::from_ore(self.supply(at, structure, bidder).0.into())
    }

    /// The volume that a bidder takes.
    pub fn volume(&self, at: usize, structure: usize, bidder: usize) -> Volume {
        Volume::from_total(self.supply(at, structure, bidder).1)
    }

    /// One lot.
    pub fn lot(&self, at: usize, structure: usize, lot: usize) -> LotRow {
        let (bids, winner) = self.lots[at * self.shape.all_lots() + self.shape.first_lot(structure) + lot];
        LotRow { bids, winner: (winner != NOBODY).then_some(winner) }
    }

    /// A whole row.
    pub fn row(&self, at: usize, structure: usize) -> StructureRow {
        StructureRow {
            cost: self.cost(at, structure),
            fallback: self.fallback(at, structure),
            tied: self.tied(at, structure),
            payments: (0..self.shape.bidders).map(|b| self.payment(at, structure, b)).collect(),
            volumes: (0..self.shape.bidders).map(|b| self.volume(at, structure, b)).collect(),
            lots: (0..self.shape.lots[structure]).map(|l| self.lot(at, structure, l)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cost: i128, lots: usize) -> StructureRow {
        StructureRow {
            cost: (cost > 0).then(|| Money::from_ore(cost)),
            fallback: None,
            tied: cost % 2 == 1,
            payments: vec![Money::from_ore(cost), Money::ZERO],
            volumes: vec![Volume::from_total(7), Volume::ZERO],
            lots: (0..lots).map(|l| LotRow { bids: 2, winner: (l == 0).then_some(1) }).collect(),
        }
    }

    #[test]
    fn gives_back_what_was_put_in_also_from_parts() {
        let shape = Shape { inputs: 2, bidders: 2, lots: vec![1, 3] };
        let rows = [[row(5, 1), row(0, 3)], [row(8, 1), row(9, 3)], [row(1, 1), row(2, 3)]];
        let (mut all, mut part) = (DrawTable::new(shape.clone()), DrawTable::with_room_for(shape.clone(), 2));
        for (n, rows) in rows.iter().enumerate() {
            let n = n as u64;
            all.push(n + 3, &[n as i64, -1], rows).unwrap();
        }
        let mut first = DrawTable::new(shape);
        first.push(3, &[0, -1], &rows[0]).unwrap();
        part.push(4, &[1, -1], &rows[1]).unwrap();
        part.push(5, &[2, -1], &rows[2]).unwrap();
        first.append(part);
        assert_eq!(first, all);
        for (at, rows) in rows.iter().enumerate() {
            assert_eq!(all.inputs(at), [at as i64, -1]);
            assert_eq!([all.row(at, 0), all.row(at, 1)], *rows);
        }
        assert_eq!(all.draws(), [3, 4, 5]);
    }

    #[test]
    fn an_amount_beyond_64_bits_is_an_error() {
        let mut table = DrawTable::new(Shape { inputs: 0, bidders: 2, lots: vec![1] });
        assert_eq!(table.push(0, &[], &[row(i128::from(i64::MAX) + 1, 1)]), Err(Overflow));
    }
}
