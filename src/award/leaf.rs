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
    /// Whether the known key is proven to be the best here, so that counting may stop.
    nothing_better: bool,
    /// Whether no award has been reached yet.
    descending: bool,
    /// Where all costs are the same in every way: the key of every award.
    flat_key: Option<I>,
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
        for (l, winner) in award.iter_mut().enumerate() {
            if let Some(b) = state.candidates(l).next().filter(|c| state.left(l) == 1 && *c < nobody) {
                *winner = Some(b);
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
            nothing_better: false,
            descending: true,
            flat_key: None,
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

    /// Tries all. Where the known key is proven to be the best, counting stops above its limit.
    pub(super) fn run(&mut self, nothing_better: bool) {
        self.nothing_better = nothing_better;
        self.from(0);
    }

    /// What was found, unless it took too long.
    pub(super) fn into_found(self) -> Option<LeafFound<I>> {
        Some(self.found).filter(|_| !self.gave_up)
    }

    fn stop(&mut self) -> bool {
        if (self.found.too_many && self.nothing_better) || self.gave_up {
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
            self.descending = false;
            if let Some(key) = self.model.key_of(&self.award) {
                self.note(key, 1);
            }
            return;
        };
        if self.flat[place].is_some()
            && self.counted > 0
            && (self.count_many(place) || self.count_last(place))
        {
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
            self.found.too_many = false;
        }
        if self.found.key != Some(key) {
            return;
        }
        self.found.count = self.found.count.saturating_add(ways);
        // Tries that count awards are not in vain.
        self.tries = self.tries.saturating_add(ways.min(8) as u64);
        if self.found.awards.is_empty()
            || (self.counted > 0 && self.found.awards.len() <= self.model.methods.listed)
        {
            self.found.awards.push(self.award.clone());
        }
        if self.counted > 0 && self.found.count > self.counted {
            self.found.too_many = true;
        }
    }

    fn has_room(&self, bidder: usize, lots: usize, volume: u128) -> bool {
        let side = &self.model.sides[bidder];
        self.count_of[bidder] + lots <= side.most
            && side.capacity.is_none_or(|c| self.volume[bidder] + volume <= c)
    }

    fn suppliers(&self) -> usize {
        self.count_of.iter().filter(|n| **n > 0).count()
    }

    /// On the first way down, where what is left costs the same in every way: if the bidders with room for all of it
    /// give more awards than are counted, one of them is enough.
    fn count_many(&mut self, place: usize) -> bool {
        let nobody = self.model.sides.len();
        if !self.descending
            || self.suppliers() < self.model.min_suppliers
            || self.model.max_suppliers < nobody
        {
            return false;
        }
        let ahead = &self.ahead[place];
        let roomy: Vec<bool> = (0..nobody).map(|b| self.has_room(b, ahead[b].0, ahead[b].1)).collect();
        let takers = |l: usize| self.state.candidates(l).filter(|c| *c == nobody || roomy[*c]);
        let ways = |l: &usize| takers(*l).count() as u128;
        let ways = self.order[place..].iter().fold(1u128, |w, l| w.saturating_mul(ways(l)));
        if ways <= self.counted {
            return false;
        }
        for l in &self.order[place..] {
            self.award[*l] = takers(*l).next().filter(|c| *c < nobody);
        }
        if let Some(key) = self.model.key_of(&self.award) {
            self.note(key, ways);
        }
        for l in &self.order[place..] {
            self.award[*l] = None;
        }
        self.found.too_many
    }

    /// The last lot, where everybody asks the same for it and the list is full: counts its takers.
    fn count_last(&mut self, place: usize) -> bool {
        if place + 1 != self.order.len() || self.found.awards.len() <= self.model.methods.listed {
            return false;
        }
        let (lot, nobody) = (self.order[place], self.model.sides.len());
        let volume = u128::from(self.model.volume[lot]);
        let suppliers = self.suppliers();
        let taker = |c: &usize| {
            let after = suppliers + usize::from(*c < nobody && self.count_of[*c] == 0);
            let enough = after >= self.model.min_suppliers && after <= self.model.max_suppliers;
            enough && (*c == nobody || self.has_room(*c, 1, volume))
        };
        // Whether the sets are whole is the same for all takers, since none of them has a bundle here; the first tells.
        let mut takers = self.state.candidates(lot).filter(taker);
        let Some(first) = takers.next() else { return true };
        let ways = 1 + takers.count() as u128;
        if self.flat_key.is_none() || self.flat[0].is_none() {
            self.award[lot] = Some(first).filter(|c| *c < nobody);
            self.flat_key = self.model.key_of(&self.award);
            self.award[lot] = None;
        }
        if let Some(key) = self.flat_key {
            self.note(key, ways);
        }
        true
    }
}
