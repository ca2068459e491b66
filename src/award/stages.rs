//! The stages of a dynamic programme: which sets of open lots each bidder may take, and what they cost.

use super::Award;
use super::int::Int;
use super::model::{Model, Side};
use super::sets::{Limits, Sets, Stage};
use super::state::State;

impl<I: Int> Sets<I> {
    /// The stages, if they are within the limits.
    pub(super) fn of(model: &Model<I>, state: &State, limits: Limits) -> Option<Sets<I>> {
        let (lots, work) = model.methods.limits(limits.0, limits.1);
        let nobody = model.sides.len();
        let free: Vec<usize> = (0..model.lots).filter(|l| state.left(*l) > 1).collect();
        if !model.methods.sets || free.len() > lots.min(24) {
            return None;
        }
        let winner = |l: usize| state.candidates(l).next().filter(|c| *c < nobody && state.left(l) == 1);
        let given: Award = (0..model.lots).map(winner).collect();
        let mut base = I::ZERO;
        (0..model.lots).filter(|l| state.is_fixed(nobody, *l)).for_each(|l| base += model.fallback[l]);
        let enough = suppliers_needed(model, state) >= model.min_suppliers;
        let counts_suppliers = !enough || model.max_suppliers < nobody.min(model.lots);
        let counted = match (counts_suppliers, model.max_suppliers < nobody) {
            (false, _) => 0,
            (true, true) => model.max_suppliers.max(model.min_suppliers),
            (true, false) => model.min_suppliers,
        };
        let mut sets = Sets {
            free,
            given,
            base,
            stages: Vec::new(),
            counts: counts_suppliers,
            counted,
            least: model.min_suppliers,
            most: model.max_suppliers,
            nobody,
        };
        let mut left = work / (counted as u64 + 1);
        for (bidder, side) in model.sides.iter().enumerate() {
            let stage = sets.bidder(model, state, side, bidder, &mut left)?;
            sets.stages.push(stage);
        }
        for (bit, lot) in sets.free.iter().enumerate().filter(|(_, l)| state.is_open(nobody, **l)) {
            let choice = vec![(0, I::ZERO), (1 << bit, model.fallback[*lot])];
            sets.stages.push(Stage { candidate: nobody, sets: choice, given: false });
        }
        Some(sets)
    }

    fn bidder(
        &self,
        model: &Model<I>,
        state: &State,
        side: &Side<I>,
        bidder: usize,
        work: &mut u64,
    ) -> Option<Stage<I>> {
        let given: Vec<usize> = (0..model.lots).filter(|l| self.given[*l] == Some(bidder)).collect();
        let open: Vec<u32> =
            (0..self.free.len()).filter(|i| state.is_open(bidder, self.free[*i])).map(|i| i as u32).collect();
        let volume: u128 = given.iter().map(|l| u128::from(model.volume[*l])).sum();
        let mut maker = SetMaker {
            sets: self,
            model,
            side,
            given: &given,
            open: &open,
            work,
            found: Vec::new(),
            lots: Vec::new(),
        };
        maker.grow(0, 0, volume)?;
        let mut found = maker.found;
        found.sort_unstable();
        Some(Stage { candidate: bidder, sets: found, given: !given.is_empty() })
    }
}

/// So many suppliers are needed at least for the lots that cannot stay unawarded, each taking as many as it may.
fn suppliers_needed<I: Int>(model: &Model<I>, state: &State) -> usize {
    let nobody = model.sides.len();
    let awarded = (0..model.lots).filter(|l| !state.is_open(nobody, *l)).count();
    let mut most: Vec<usize> = model.sides.iter().map(|s| s.most).collect();
    most.sort_unstable();
    let mut sum = 0;
    most.iter()
        .rev()
        .take_while(|n| {
            let more = sum < awarded && **n > 0;
            sum += **n;
            more
        })
        .count()
}

/// Lists the sets that a bidder may have.
struct SetMaker<'a, I> {
    sets: &'a Sets<I>,
    model: &'a Model<I>,
    side: &'a Side<I>,
    given: &'a [usize],
    open: &'a [u32],
    work: &'a mut u64,
    found: Vec<(u32, I)>,
    lots: Vec<usize>,
}

impl<I: Int> SetMaker<'_, I> {
    /// Adds the current set if it may be had, and grows it; `None` if the work becomes too much.
    fn grow(&mut self, next: usize, set: u32, volume: u128) -> Option<()> {
        let step = 1u64 << (self.sets.free.len() as u32 - set.count_ones());
        *self.work = self.work.checked_sub(step)?;
        let mut lots: Vec<usize> = self.given.iter().chain(&self.lots).copied().collect();
        lots.sort_unstable();
        let cost = if lots.is_empty() { Some(I::ZERO) } else { self.side.cost_of(&lots, &self.model.volume) };
        if let Some(cost) = cost {
            self.found.push((set, cost));
        }
        if lots.len() >= self.side.most {
            return Some(());
        }
        for i in next..self.open.len() {
            let bit = self.open[i];
            let lot = self.sets.free[bit as usize];
            let volume = volume + u128::from(self.model.volume[lot]);
            if self.side.capacity.is_none_or(|c| volume <= c) {
                self.lots.push(lot);
                self.grow(i + 1, set | 1 << bit, volume)?;
                self.lots.pop();
            }
        }
        Some(())
    }
}
