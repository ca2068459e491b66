//! What comes out of the draws, row by row: the only thing that results are computed from.

use crate::number::{Money, Overflow, Volume};

/// One draw under one structure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LotRow {
    /// How many bid admissibly.
    pub bids: u32,
    /// Who wins it.
    pub winner: Option<u32>,
}

/// How many figures a draw has of each sort: the same for all draws of a study.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// Uncertain inputs.
    pub inputs: usize,
    /// Bidders.
    pub bidders: usize,
    /// Lots, by structure.
    pub lots: Vec<usize>,
}

impl Shape {
    fn all_lots(&self) -> usize {
        self.lots.iter().sum()
    }
}

/// All draws of a run, or of a part of it, in the order in which they were put in.
///
/// A study of 100,000 draws is 100 million bytes if its figures lie flat, and three times that as a tree of small vectors;
/// so they lie flat, amounts in 64 bits, and [`DrawTable::push`] refuses what does not fit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DrawTable {
    shape: Shape,
    draws: Vec<u64>,
    inputs: Vec<i64>,
    /// By draw and structure, in øre; [`UNKNOWN`] where there is none.
    costs: Vec<i64>,
    fallbacks: Vec<i64>,
    tied: Vec<bool>,
    /// By draw, structure and bidder.
    payments: Vec<i64>,
    volumes: Vec<u64>,
    /// By draw, structure and lot.
    bids: Vec<u16>,
    winners: Vec<u16>,
}

/// Memory is reserved for at most this many draws.
const ROOM: u64 = 1 << 17;

const UNKNOWN: i64 = i64::MIN;
const NOBODY: u16 = u16::MAX;

impl DrawTable {
    /// Without draws.
    pub fn new(shape: Shape) -> Self {
        DrawTable { shape, ..DrawTable::default() }
    }

    /// With memory reserved for `draws` draws (at most `ROOM`), so that the table is not copied while it grows.
    #[must_use]
    pub fn with_room(mut self, draws: u64) -> Self {
        let draws = usize::try_from(draws.min(ROOM)).unwrap_or(0);
        let rows = draws * self.structures();
        self.draws.reserve_exact(draws);
        self.inputs.reserve_exact(draws * self.shape.inputs);
        self.costs.reserve_exact(rows);
        self.fallbacks.reserve_exact(rows);
        self.tied.reserve_exact(rows);
        self.payments.reserve_exact(rows * self.shape.bidders);
        self.volumes.reserve_exact(rows * self.shape.bidders);
        self.bids.reserve_exact(draws * self.shape.all_lots());
        self.winners.reserve_exact(draws * self.shape.all_lots());
        self
    }

    /// How many figures a draw has.
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// How many draws.
    pub fn len(&self) -> usize {
        self.draws.len()
    }

    /// Whether there is no draw.
    pub fn is_empty(&self) -> bool {
        self.draws.is_empty()
    }

    /// How many structures.
    pub fn structures(&self) -> usize {
        self.shape.lots.len()
    }

    /// Puts a draw behind the others: its number, one figure for each uncertain input in its own unit, one row for each
    /// structure.
    ///
    /// # Errors
    /// [`Overflow`] for an amount beyond 64 bits of øre, or more bidders or bids than 65,534; nothing is put in then. Also for
    /// rows of another shape, which no caller has.
    pub fn push(&mut self, draw: u64, inputs: &[i64], rows: &[StructureRow]) -> Result<(), Overflow> {
        let fits = inputs.len() == self.shape.inputs
            && rows.len() == self.structures()
            && rows.iter().zip(&self.shape.lots).all(|(row, &lots)| self.fits(row, lots));
        if !fits {
            return Err(Overflow);
        }
        self.draws.push(draw);
        self.inputs.extend_from_slice(inputs);
        for row in rows {
            self.costs.push(ore(row.cost));
            self.fallbacks.push(ore(row.fallback));
            self.tied.push(row.tied);
            self.payments.extend(row.payments.iter().map(|m| ore(Some(*m))));
            self.volumes.extend(row.volumes.iter().map(|v| v.count()));
            self.bids.extend(row.lots.iter().map(|l| u16::try_from(l.bids).unwrap_or(NOBODY)));
            let winner = |l: &LotRow| l.winner.and_then(|w| u16::try_from(w).ok()).unwrap_or(NOBODY);
            self.winners.extend(row.lots.iter().map(winner));
        }
        Ok(())
    }

    fn fits(&self, row: &StructureRow, lots: usize) -> bool {
        let small = |m: Money| i64::try_from(m.ore()).is_ok_and(|ore| ore != UNKNOWN);
        let below = |n: u32| n < u32::from(NOBODY);
        row.payments.len() == self.shape.bidders
            && row.volumes.len() == self.shape.bidders
            && row.lots.len() == lots
            && row.cost.is_none_or(small)
            && row.fallback.is_none_or(small)
            && row.payments.iter().all(|m| small(*m))
            && row.lots.iter().all(|l| below(l.bids) && l.winner.is_none_or(below))
    }

    /// Puts the draws of another table of the same study behind the own ones.
    pub fn append(&mut self, mut other: DrawTable) {
        if self.is_empty() && self.draws.capacity() < other.len() {
            *self = other;
            return;
        }
        self.draws.append(&mut other.draws);
        self.inputs.append(&mut other.inputs);
        self.costs.append(&mut other.costs);
        self.fallbacks.append(&mut other.fallbacks);
        self.tied.append(&mut other.tied);
        self.payments.append(&mut other.payments);
        self.volumes.append(&mut other.volumes);
        self.bids.append(&mut other.bids);
        self.winners.append(&mut other.winners);
    }

    /// The number of a draw. Draw `n` is the same draw in every run with the same seed and inputs.
    pub fn number(&self, draw: usize) -> u64 {
        self.draws[draw]
    }

    /// The figures of a draw's uncertain inputs, in the order of `Engine::inputs`.
    pub fn inputs(&self, draw: usize) -> &[i64] {
        &self.inputs[draw * self.shape.inputs..][..self.shape.inputs]
    }

    /// What the buyer pays in all.
    pub fn cost(&self, draw: usize, structure: usize) -> Option<Money> {
        money(self.costs[draw * self.structures() + structure])
    }

    /// What buying everything at the fallback would cost.
    pub fn fallback(&self, draw: usize, structure: usize) -> Option<Money> {
        money(self.fallbacks[draw * self.structures() + structure])
    }

    /// Whether more than one award was best after the rules for ties.
    pub fn tied(&self, draw: usize, structure: usize) -> bool {
        self.tied[draw * self.structures() + structure]
    }

    fn by_bidder(&self, draw: usize, structure: usize) -> std::ops::Range<usize> {
        let from = (draw * self.structures() + structure) * self.shape.bidders;
        from..from + self.shape.bidders
    }

    /// By bidder: what it is paid, in øre.
    pub fn payments(&self, draw: usize, structure: usize) -> &[i64] {
        &self.payments[self.by_bidder(draw, structure)]
    }

    /// By bidder: the volume it takes, in operations.
    pub fn volumes(&self, draw: usize, structure: usize) -> &[u64] {
        &self.volumes[self.by_bidder(draw, structure)]
    }

    /// By lot.
    pub fn lots(&self, draw: usize, structure: usize) -> impl ExactSizeIterator<Item = LotRow> + '_ {
        let before: usize = self.shape.lots.iter().take(structure).sum();
        let from = draw * self.shape.all_lots() + before;
        let own = from..from + self.shape.lots[structure];
        self.bids[own.clone()].iter().zip(&self.winners[own]).map(|(&bids, &winner)| LotRow {
            bids: bids.into(),
            winner: (winner != NOBODY).then_some(winner.into()),
        })
    }

    /// One draw under one structure, whole.
    pub fn row(&self, draw: usize, structure: usize) -> StructureRow {
        let payments = self.payments(draw, structure).iter();
        let volumes = self.volumes(draw, structure).iter();
        StructureRow {
            cost: self.cost(draw, structure),
            fallback: self.fallback(draw, structure),
            tied: self.tied(draw, structure),
            payments: payments.map(|&ore| Money::from_ore(ore.into())).collect(),
            volumes: volumes.map(|&v| Volume::from_total(v)).collect(),
            lots: self.lots(draw, structure).collect(),
        }
    }
}

fn ore(amount: Option<Money>) -> i64 {
    amount.and_then(|m| i64::try_from(m.ore()).ok()).unwrap_or(UNKNOWN)
}

fn money(ore: i64) -> Option<Money> {
    (ore != UNKNOWN).then(|| Money::from_ore(ore.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cost: Option<i128>, lots: usize) -> StructureRow {
        StructureRow {
            cost: cost.map(Money::from_ore),
            fallback: Some(Money::from_ore(9)),
            tied: lots == 1,
            payments: vec![Money::from_ore(4), Money::ZERO],
            volumes: vec![Volume::from_total(3), Volume::ZERO],
            lots: (0..lots).map(|l| LotRow { bids: l as u32, winner: (l > 0).then_some(1) }).collect(),
        }
    }

    #[test]
    fn what_goes_in_comes_out() {
        let shape = Shape { inputs: 1, bidders: 2, lots: vec![1, 3] };
        let mut table = DrawTable::new(shape.clone());
        let mut other = DrawTable::new(shape);
        table.push(1, &[-7], &[row(Some(5), 1), row(None, 3)]).unwrap();
        other.push(2, &[8], &[row(None, 1), row(Some(-6), 3)]).unwrap();
        table.append(other);
        assert_eq!((table.len(), table.number(1), table.inputs(1)), (2, 2, &[8][..]));
        assert_eq!(table.row(0, 0), row(Some(5), 1));
        assert_eq!(table.row(0, 1), row(None, 3));
        assert_eq!(table.row(1, 0), row(None, 1));
        assert_eq!(table.row(1, 1), row(Some(-6), 3));
    }

    #[test]
    fn what_does_not_fit_is_refused_whole() {
        let mut table = DrawTable::new(Shape { inputs: 0, bidders: 2, lots: vec![1] });
        assert_eq!(table.push(1, &[], &[row(Some(1 << 63), 1)]), Err(Overflow));
        assert_eq!(table.push(1, &[], &[row(Some(1), 2)]), Err(Overflow));
        assert!(table.is_empty());
    }
}
