//! Trying all that is left, lot by lot, and counting what is best.

use super::Award;
use super::int::Int;
use super::model::Model;
use super::state::State;

/// What trying found.
pub(super) struct LeafFound<I> {
    /// The best key, that known before included.
    pub(super) key: Option<I>,
    /// Awards that have it (a first one, if they are not to be counted).
    pub(super) awards: Vec<Award>,
    /// How many there are.
    pub(super) count: u128,
    /// Whether counting stopped.
    pub(super) too_many: bool,
}

/// A leaf of the tree.
pub(super) struct Leaf<'m, I> {
    model: &'m Model<I>,
    state: &'m State,
    /// Open lots, those with few candidates first.
    order: Vec<usize>,
    award: Award,
    count_of: Vec<usize>,
    volume: Vec<u128>,
    /// From each place of the order: whether all that is left costs the same whoever gets it, and what.
    flat: Vec<Option<I>>,
    /// From each place of the order, by bidder: how many lots it may still get, and their volume.
    ahead: Vec<Vec<(usize, u128)>>,
    counted: u128,
    tries: u64,
    gave_up: bool,
    found: LeafFound<I>,
}

impl<'m, I: Int> Leaf<'m, I> {
    /// A leaf; awards worse than `key` do not matter; counting stops above `counted`.
    pub(super) fn new(
        model: &'m Model<I>,
        state: &'m State,
        key: Option<I>,
        counted: u128,
        tries: u64,
    ) -> Leaf<'m, I> {
        let mut order: Vec<usize> = (0..model.lots).filter(|l| state.left(*l) > 1).collect();
        order.sort_by_key(|l| (state.left(*l), *l));
        let nobody = model.sides.len();
        let (mut award, mut count_of, mut volume) =
            (vec![None; model.lots], vec![0; nobody], vec![0; nobody]);
        for l in 0..model.lots {
            if let Some(b) = state.candidates(l).next().filter(|c| state.left(l) == 1 && *c < nobody) {
                award[l] = Some(b);
                count_of[b] += 1;
                volume[b] += u128::from(model.volume[l]);
            }
        }
        let found = LeafFound { key, awards: Vec::new(), count: 0, too_many: false };
        let mut leaf = Leaf {
            model,
            state,
            award,
            count_of,
            volume,
            flat: Vec::new(),
            ahead: Vec::new(),
            counted,
            tries,
            gave_up: false,
            found,
            order,
        };
        leaf.look_ahead();
        leaf
    }

    /// Fills `flat` and `ahead`, from the end.
    fn look_ahead(&mut self) {
        let nobody = self.model.sides.len();
        let mut ahead = vec![(0, 0u128); nobody];
        let mut flat = Some(I::ZERO);
        self.ahead.push(ahead.clone());
        self.flat.push(flat);
        for lot in self.order.iter().rev().copied() {
            let mut cost = None;
            for c in self.state.candidates(lot) {
                let here = if c < nobody {
                    ahead[c].0 += 1;
                    ahead[c].1 += u128::from(self.model.volume[lot]);
                    let side = &self.model.sides[c];
                    let plain = side.cost.len() == self.model.lots && side.bundle[lot].is_none();
                    if plain { Some(side.cost[lot]) } else { None }
                } else {
                    Some(self.model.fallback[lot])
                };
                flat = flat.filter(|_| here.is_some() && cost.is_none_or(|c| Some(c) == here));
                cost = here;
            }
            flat = flat.zip(cost).map(|(f, c)| f + c);
            self.flat.push(flat);
            self.ahead.push(ahead.clone());
        }
        self.flat.reverse();
        self.ahead.reverse();
    }

    /// Tries all.
    pub(super) fn run(&mut self) {
        self.from(0);
    }

    /// What was found, unless it took too long.
    pub(super) fn into_found(self) -> Option<LeafFound<I>> {
        Some(self.found).filter(|_| !self.gave_up)
    }

    fn stop(&mut self) -> bool {
        if self.found.too_many || self.gave_up {
            return true;
        }
        match self.tries.checked_sub(1) {
            Some(left) => self.tries = left,
            None => self.gave_up = true,
        }
        self.gave_up
    }

    fn from(&mut self, place: usize) {
        if self.stop() {
            return;
        }
        let Some(lot) = self.order.get(place).copied() else {
            if let Some(key) = self.model.key_of(&self.award) {
                self.note(key, 1);
            }
            return;
        };
        if self.count_flat(place) {
            return;
        }
        let nobody = self.model.sides.len();
        let volume = u128::from(self.model.volume[lot]);
        for c in 0..=nobody {
            if !self.state.is_open(c, lot) {
                continue;
            }
            if c == nobody {
                self.award[lot] = None;
                self.from(place + 1);
                continue;
            }
            let side = &self.model.sides[c];
            let full = side.capacity.is_some_and(|cap| self.volume[c] + volume > cap);
            if full || self.count_of[c] >= side.most {
                continue;
            }
            self.award[lot] = Some(c);
            self.count_of[c] += 1;
            self.volume[c] += volume;
            self.from(place + 1);
            self.count_of[c] -= 1;
            self.volume[c] -= volume;
            self.award[lot] = None;
        }
    }

    fn note(&mut self, key: I, ways: u128) {
        if self.found.key.is_none_or(|k| key < k) {
            self.found.key = Some(key);
            self.found.awards.clear();
            self.found.count = 0;
        }
        if self.found.key != Some(key) {
            return;
        }
        self.found.count = self.found.count.saturating_add(ways);
        if self.found.awards.is_empty()
            || (self.counted > 0 && self.found.awards.len() <= super::Solution::LISTED)
        {
            self.found.awards.push(self.award.clone());
        }
        if self.counted > 0 && self.found.count > self.counted {
            self.found.too_many = true;
        }
    }

    /// If what is left costs the same in every way and breaks no rule in any, and is too much to list, counts it at once.
    fn count_flat(&mut self, place: usize) -> bool {
        if self.counted == 0 || self.flat[place].is_none() {
            return false;
        }
        let nobody = self.model.sides.len();
        let suppliers = self.count_of.iter().filter(|n| **n > 0).count();
        if suppliers < self.model.min_suppliers || self.model.max_suppliers < nobody {
            return false;
        }
        let room =
            self.model.sides.iter().zip(&self.ahead[place]).zip(self.count_of.iter().zip(&self.volume));
        for ((side, (count, volume)), (has, has_volume)) in room {
            if *count > 0
                && (has + count > side.most || side.capacity.is_some_and(|c| has_volume + volume > c))
            {
                return false;
            }
        }
        let ways =
            self.order[place..].iter().fold(1u128, |w, l| w.saturating_mul(self.state.left(*l) as u128));
        if ways <= super::Solution::LISTED as u128 {
            return false;
        }
        for i in place..self.order.len() {
            let lot = self.order[i];
            self.award[lot] = self.state.candidates(lot).next().filter(|c| *c < nobody);
        }
        if let Some(key) = self.model.key_of(&self.award) {
            self.note(key, ways);
        }
        for i in place..self.order.len() {
            self.award[self.order[i]] = None;
        }
        true
    }
}
