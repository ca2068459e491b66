//! Dynamic programming over sets of lots, for few lots: exact keys, counts, and every pair's best award in one sweep.
//!
//! The bidders come one after the other, then the lots that may stay unawarded; each takes a set of the open lots.
//! `from[k][set]` is the lowest key at which the first k stages take exactly the set.

use super::Award;
use super::branch_and_bound::State;
use super::int::Int;
use super::model::{Model, Side};

/// A bidder and the sets that it may have, or a lot and whether it stays unawarded.
#[derive(Debug)]
pub(super) struct Stage<I> {
    /// The bidder; for a lot that may stay unawarded, the number of bidders.
    pub(super) candidate: usize,
    /// Sets of open lots, with what they cost.
    pub(super) sets: Vec<(u32, I)>,
    /// Whether it is a supplier even with the empty set, since lots are already its.
    pub(super) given: bool,
}

/// The stages of a small problem.
#[derive(Debug)]
pub(super) struct Sets<I> {
    /// The open lots.
    pub(super) free: Vec<usize>,
    /// The winners of the others.
    pub(super) given: Award,
    /// What lots without a choice cost that stay unawarded.
    pub(super) base: I,
    pub(super) stages: Vec<Stage<I>>,
    /// Whether the number of suppliers matters.
    pub(super) counts: bool,
    /// Suppliers are counted up to this.
    pub(super) counted: usize,
    pub(super) least: usize,
    pub(super) most: usize,
    pub(super) nobody: usize,
}

/// The most open lots, and the most steps in one sweep.
pub(super) type Limits = (usize, u64);

/// The lowest keys by stage, count of suppliers and set.
type Table<I> = Vec<Vec<I>>;

impl<I: Int> Sets<I> {
    fn width(&self) -> usize {
        1 << self.free.len()
    }

    /// How many suppliers there are after a stage takes a set.
    fn count_after(&self, stage: &Stage<I>, set: u32, before: usize) -> usize {
        let one = stage.candidate < self.nobody && (set != 0 || stage.given);
        let after = before + usize::from(one);
        if !self.counts {
            return 0;
        }
        // Without an upper limit, enough is enough.
        if self.most >= self.nobody { after.min(self.counted) } else { after }
    }

    fn ends_well(&self, count: usize) -> bool {
        !self.counts || (count >= self.least && count <= self.most)
    }

    fn start(&self) -> Vec<I> {
        vec![I::NEVER; self.width() * (self.counted + 1)]
    }

    /// The lowest keys from the first stage on.
    fn forward(&self) -> Table<I> {
        let mut table = Vec::with_capacity(self.stages.len() + 1);
        let mut now = self.start();
        now[0] = self.base;
        for stage in &self.stages {
            let next = self.next(&now, stage);
            table.push(now);
            now = next;
        }
        table.push(now);
        table
    }

    /// The lowest keys after one more stage.
    fn next(&self, now: &[I], stage: &Stage<I>) -> Vec<I> {
        let mut next = self.start();
        for count in 0..=self.counted {
            let from = &now[count * self.width()..][..self.width()];
            if from.iter().all(|k| k.is_never()) {
                continue;
            }
            for (set, cost) in &stage.sets {
                let after = self.count_after(stage, *set, count);
                if after <= self.counted {
                    take(from, &mut next[after * self.width()..][..self.width()], *set, *cost);
                }
            }
        }
        next
    }

    /// The lowest keys to the last stage: of taking exactly the set from a stage on, given the number of suppliers before it.
    fn backward(&self) -> Table<I> {
        let mut now = self.start();
        for count in (0..=self.counted).filter(|c| self.ends_well(*c)) {
            now[count * self.width()] = I::ZERO;
        }
        let mut table = Vec::with_capacity(self.stages.len() + 1);
        for stage in self.stages.iter().rev() {
            let mut before = self.start();
            for count in 0..=self.counted {
                for (set, cost) in &stage.sets {
                    let after = self.count_after(stage, *set, count);
                    if after <= self.counted {
                        let from = &now[after * self.width()..][..self.width()];
                        take(from, &mut before[count * self.width()..][..self.width()], *set, *cost);
                    }
                }
            }
            table.push(now);
            now = before;
        }
        table.push(now);
        table.reverse();
        table
    }

    /// The best key, the number of awards that have it, and those awards if there are at most `listed`.
    /// Nothing if the best key is above a known one.
    pub(super) fn solve(&self, listed: usize, known: Option<I>) -> Option<Found<I>> {
        let table = self.forward();
        let full = self.width() - 1;
        let last = &table[self.stages.len()];
        let ends = (0..=self.counted).filter(|c| self.ends_well(*c));
        let key = ends
            .map(|c| last[c * self.width() + full])
            .min()
            .filter(|k| !k.is_never() && known.is_none_or(|known| *k <= known))?;
        let count = self.count(&table, key);
        let mut found = Found { key, count, awards: Vec::new(), complete: count <= listed as u128 };
        let most = if found.complete { usize::MAX } else { 1 };
        for c in (0..=self.counted).filter(|c| self.ends_well(*c)) {
            if last[c * self.width() + full] == key {
                self.trace(
                    &table,
                    self.stages.len(),
                    c,
                    full as u32,
                    &mut self.given.clone(),
                    most,
                    &mut found.awards,
                );
            }
        }
        found.awards.sort_by(compare);
        Some(found)
    }

    /// The number of awards with the best key, as many as fit.
    fn count(&self, table: &Table<I>, key: I) -> u128 {
        let mut now = vec![0u128; self.width() * (self.counted + 1)];
        let last = &table[self.stages.len()];
        for c in (0..=self.counted).filter(|c| self.ends_well(*c)) {
            let at = c * self.width() + self.width() - 1;
            now[at] = u128::from(last[at] == key);
        }
        for (k, stage) in self.stages.iter().enumerate().rev() {
            let mut before = vec![0u128; now.len()];
            for count in 0..=self.counted {
                for (set, cost) in &stage.sets {
                    let after = self.count_after(stage, *set, count);
                    if after > self.counted {
                        continue;
                    }
                    let (to, from) = (after * self.width(), count * self.width());
                    for rest in subsets(self.width() as u32 - 1 - set) {
                        let (at, whole) = (rest as usize, (rest | set) as usize);
                        if now[to + whole] > 0 && table[k][from + at] + *cost == table[k + 1][to + whole] {
                            before[from + at] = before[from + at].saturating_add(now[to + whole]);
                        }
                    }
                }
            }
            now = before;
        }
        now[0]
    }

    /// Lists the awards that end at a place of the table, up to `most`.
    #[allow(clippy::too_many_arguments)]
    fn trace(
        &self,
        table: &Table<I>,
        k: usize,
        count: usize,
        set: u32,
        award: &mut Award,
        most: usize,
        into: &mut Vec<Award>,
    ) {
        if into.len() >= most {
            return;
        }
        let Some(stage) = k.checked_sub(1).map(|k| &self.stages[k]) else {
            if set == 0 && count == 0 {
                into.push(award.clone());
            }
            return;
        };
        let key = table[k][count * self.width() + set as usize];
        for (taken, cost) in stage.sets.iter().filter(|(s, _)| s & !set == 0) {
            for before in (0..=count).filter(|b| self.count_after(stage, *taken, *b) == count) {
                let rest = set & !taken;
                if table[k - 1][before * self.width() + rest as usize] + *cost == key {
                    self.hand_out(award, stage, *taken);
                    self.trace(table, k - 1, before, rest, award, most, into);
                    self.hand_out(
                        award,
                        &Stage { candidate: self.nobody, sets: Vec::new(), given: false },
                        *taken,
                    );
                }
            }
        }
    }

    fn hand_out(&self, award: &mut Award, stage: &Stage<I>, set: u32) {
        for (bit, lot) in self.free.iter().enumerate().filter(|(b, _)| set >> b & 1 == 1) {
            let _ = bit;
            award[*lot] = Some(stage.candidate).filter(|c| *c < self.nobody);
        }
    }

    /// By lot the best key in which one bidder gets it: the bidder comes last.
    pub(super) fn with_bidder(&self, bidder: usize, lots: usize) -> Vec<I> {
        let mut now = self.start();
        now[0] = self.base;
        for stage in self.stages.iter().filter(|s| s.candidate != bidder) {
            now = self.next(&now, stage);
        }
        let mut with = vec![I::NEVER; lots];
        let full = self.width() - 1;
        for stage in self.stages.iter().filter(|s| s.candidate == bidder) {
            for (set, cost) in &stage.sets {
                for count in 0..=self.counted {
                    let key = now[count * self.width() + (full & !(*set as usize))];
                    let after = self.count_after(stage, *set, count);
                    if key.is_never() || after > self.counted || !self.ends_well(after) {
                        continue;
                    }
                    for (lot, _) in self.given.iter().enumerate().filter(|(_, w)| **w == Some(bidder)) {
                        with[lot] = with[lot].min(key + *cost);
                    }
                    for (_, lot) in self.free.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1) {
                        with[*lot] = with[*lot].min(key + *cost);
                    }
                }
            }
        }
        with
    }

    /// For each bidder and lot the best key with the pair and without it, where the pair is open.
    pub(super) fn pairs(&self, lots: usize) -> Pairs<I> {
        let (from, to) = (self.forward(), self.backward());
        let mut pairs = Pairs {
            with: vec![vec![I::NEVER; lots]; self.nobody],
            without: vec![vec![I::NEVER; lots]; self.nobody],
        };
        let full = self.width() as u32 - 1;
        for (k, stage) in self.stages.iter().enumerate().filter(|(_, s)| s.candidate < self.nobody) {
            for (set, cost) in &stage.sets {
                let mut best = I::NEVER;
                for count in 0..=self.counted {
                    let after = self.count_after(stage, *set, count);
                    if after <= self.counted {
                        let from = &from[k][count * self.width()..][..self.width()];
                        let to = &to[k + 1][after * self.width()..][..self.width()];
                        best = best.min(join(from, to, full & !set));
                    }
                }
                if best.is_never() {
                    continue;
                }
                for (lot, _) in self.given.iter().enumerate().filter(|(_, w)| **w == Some(stage.candidate)) {
                    let place = &mut pairs.with[stage.candidate][lot];
                    *place = (*place).min(best + *cost);
                }
                for (bit, lot) in self.free.iter().enumerate() {
                    let side = if set >> bit & 1 == 1 { &mut pairs.with } else { &mut pairs.without };
                    let place = &mut side[stage.candidate][*lot];
                    *place = (*place).min(best + *cost);
                }
            }
        }
        pairs
    }
}

/// What the dynamic programme found.
#[derive(Debug)]
pub(super) struct Found<I> {
    /// The best key.
    pub(super) key: I,
    /// Awards that have it.
    pub(super) count: u128,
    /// All of them in order, if `complete`; else one.
    pub(super) awards: Vec<Award>,
    /// Whether all are listed.
    pub(super) complete: bool,
}

/// For each bidder and lot the best key with the pair and without it.
#[derive(Debug)]
pub(super) struct Pairs<I> {
    pub(super) with: Vec<Vec<I>>,
    pub(super) without: Vec<Vec<I>>,
}

/// Awards in order: by lot, then bidder, unawarded last.
pub(super) fn compare(a: &Award, b: &Award) -> std::cmp::Ordering {
    let place = |w: &Option<usize>| w.unwrap_or(usize::MAX);
    a.iter().map(place).cmp(b.iter().map(place))
}

/// The subsets of a set, the empty one last.
fn subsets(of: u32) -> impl Iterator<Item = u32> {
    let mut next = Some(of);
    std::iter::from_fn(move || {
        let now = next?;
        next = if now == 0 { None } else { Some((now - 1) & of) };
        Some(now)
    })
}

/// Combines a set with every set that is disjoint from it, at the lower of the keys.
fn take<I: Int>(from: &[I], to: &mut [I], set: u32, cost: I) {
    let rest = from.len() as u32 - 1 - set;
    let mut sub = rest;
    loop {
        let key = from[sub as usize] + cost;
        let place = &mut to[(sub | set) as usize];
        if key < *place {
            *place = key;
        }
        if sub == 0 {
            break;
        }
        sub = (sub - 1) & rest;
    }
}

/// The lowest sum of a set from the one side and the rest of `all` from the other.
fn join<I: Int>(from: &[I], to: &[I], all: u32) -> I {
    let mut best = I::NEVER;
    let mut sub = all;
    loop {
        let key = from[sub as usize] + to[(all & !sub) as usize];
        best = best.min(key);
        if sub == 0 {
            return best;
        }
        sub = (sub - 1) & all;
    }
}

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
    /// Adds the current set if it may be had, and grows it; `None` if that is too much work.
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
