//! Good awards, quickly: one that follows what the bidders choose at some multipliers, bettered lot by lot.

use super::Award;
use super::branch_and_bound::State;
use super::int::Int;
use super::model::Model;

/// An award in the making. Rules on single bidders always hold; the number of suppliers may be wrong on the way.
pub(super) struct Draft<'m, I> {
    model: &'m Model<I>,
    state: &'m State,
    /// By lot; the number of bidders for unawarded.
    winner: Vec<usize>,
    /// By bidder: its lots, ascending.
    lots: Vec<Vec<usize>>,
    /// By bidder and tier: what its lots cost.
    sums: Vec<Vec<I>>,
    volume: Vec<u128>,
    suppliers: usize,
}

/// How much worse an award is made by a change: wrong suppliers first, then the key.
type Change<I> = (isize, I);

impl<'m, I: Int> Draft<'m, I> {
    /// An award from what the bidders choose: by lot those who take it. `None` if a lot cannot be given to any of its
    /// candidates.
    pub(super) fn from_choices(
        model: &'m Model<I>,
        state: &'m State,
        wanted: &[Vec<usize>],
    ) -> Option<Draft<'m, I>> {
        Draft::make(model, state, wanted)
    }

    /// The award nearest to a given one.
    pub(super) fn from_award(model: &'m Model<I>, state: &'m State, award: &Award) -> Option<Draft<'m, I>> {
        let wanted: Vec<Vec<usize>> = award.iter().map(|w| w.iter().copied().collect()).collect();
        Draft::make(model, state, &wanted)
    }

    fn make(model: &'m Model<I>, state: &'m State, wanted: &[Vec<usize>]) -> Option<Draft<'m, I>> {
        let nobody = model.sides.len();
        let mut draft = Draft {
            model,
            state,
            winner: vec![nobody; model.lots],
            lots: vec![Vec::new(); nobody],
            sums: model.sides.iter().map(|s| vec![I::ZERO; s.cost.len() / model.lots.max(1)]).collect(),
            volume: vec![0; nobody],
            suppliers: 0,
        };
        let mut order: Vec<usize> = (0..model.lots).collect();
        order.sort_by_key(|l| {
            (state.left(*l) > 1, wanted[*l].len() != 1, std::cmp::Reverse(model.volume[*l]))
        });
        for lot in order {
            if draft.winner[lot] == nobody && !draft.place(lot, wanted[lot].iter().copied()) {
                draft.place(lot, state.candidates(lot));
            }
            if draft.winner[lot] == nobody && !state.is_open(nobody, lot) && !draft.make_room(lot) {
                return None;
            }
        }
        Some(draft)
    }

    /// Gives a lot (and its bundle) to the cheapest of some bidders who has room; an unawarded lot may be cheaper.
    fn place(&mut self, lot: usize, bidders: impl Iterator<Item = usize>) -> bool {
        let nobody = self.model.sides.len();
        let mut best: Option<(Change<I>, usize)> = None;
        for b in bidders.filter(|b| *b < nobody && self.state.is_open(*b, lot)) {
            let bundle = self.bundle(b, lot);
            let free = |l: &usize| self.winner[*l] == nobody && self.state.is_open(b, *l);
            if bundle.iter().all(free) && self.fits(b, &bundle, None) {
                let candidate = (self.shift_change(b, lot), b);
                if best.is_none_or(|other| candidate < other) {
                    best = Some(candidate);
                }
            }
        }
        let Some((change, b)) = best else { return false };
        let unawarded = self.state.is_open(nobody, lot);
        if unawarded && change >= (0, I::ZERO) && self.model.sides[b].bundle[lot].is_none() {
            return false;
        }
        for l in self.bundle(b, lot) {
            self.give(l, b);
        }
        true
    }

    /// Gives a lot that must be awarded to a bidder who is full, by taking another lot from it.
    fn make_room(&mut self, lot: usize) -> bool {
        let nobody = self.model.sides.len();
        for b in self.state.candidates(lot).filter(|b| *b < nobody) {
            if self.model.sides[b].bundle[lot].is_some() {
                continue;
            }
            for other in self.lots[b].clone() {
                if self.model.sides[b].bundle[other].is_some() || !self.fits(b, &[lot], Some(other)) {
                    continue;
                }
                let taker = self.state.candidates(other).find(|c| {
                    *c == nobody
                        || (*c != b
                            && self.model.sides[*c].bundle[other].is_none()
                            && self.fits(*c, &[other], None))
                });
                if let Some(taker) = taker {
                    self.give(other, taker);
                    self.give(lot, b);
                    return true;
                }
            }
        }
        false
    }

    fn bundle(&self, bidder: usize, lot: usize) -> Vec<usize> {
        let side = &self.model.sides[bidder];
        side.bundle[lot].map_or_else(|| vec![lot], |i| side.together[i].clone())
    }

    fn fits(&self, bidder: usize, add: &[usize], drop: Option<usize>) -> bool {
        let side = &self.model.sides[bidder];
        let volume = |l: usize| u128::from(self.model.volume[l]);
        let count = self.lots[bidder].len() + add.len() - usize::from(drop.is_some());
        let sum = self.volume[bidder] + add.iter().map(|l| volume(*l)).sum::<u128>() - drop.map_or(0, volume);
        count <= side.most && side.capacity.is_none_or(|c| sum <= c)
    }

    fn give(&mut self, lot: usize, to: usize) {
        let nobody = self.model.sides.len();
        let from = std::mem::replace(&mut self.winner[lot], to);
        if from < nobody {
            self.lots[from].retain(|l| *l != lot);
            self.volume[from] -= u128::from(self.model.volume[lot]);
            for (t, sum) in self.sums[from].iter_mut().enumerate() {
                *sum -= self.model.sides[from].cost[t * self.model.lots + lot];
            }
            self.suppliers -= usize::from(self.lots[from].is_empty());
        }
        if to < nobody {
            self.suppliers += usize::from(self.lots[to].is_empty());
            let at = self.lots[to].partition_point(|l| *l < lot);
            self.lots[to].insert(at, lot);
            self.volume[to] += u128::from(self.model.volume[lot]);
            for (t, sum) in self.sums[to].iter_mut().enumerate() {
                *sum += self.model.sides[to].cost[t * self.model.lots + lot];
            }
        }
    }

    /// What a bidder's lots cost after a change.
    fn cost(&self, bidder: usize, add: Option<usize>, drop: Option<usize>) -> I {
        let side = &self.model.sides[bidder];
        let count = self.lots[bidder].len() + usize::from(add.is_some()) - usize::from(drop.is_some());
        if count == 0 {
            return I::ZERO;
        }
        let tier = side.tier_by_count(count).unwrap_or_else(|| {
            let mut lots: Vec<usize> =
                self.lots[bidder].iter().copied().filter(|l| Some(*l) != drop).collect();
            lots.extend(add);
            lots.sort_unstable();
            side.tier_of(&lots)
        });
        let mut cost = self.sums[bidder][tier];
        add.iter().for_each(|l| cost += side.cost[tier * self.model.lots + l]);
        drop.iter().for_each(|l| cost -= side.cost[tier * self.model.lots + l]);
        cost
    }

    fn wrong(&self, suppliers: usize) -> isize {
        let few = self.model.min_suppliers.saturating_sub(suppliers);
        let many = suppliers.saturating_sub(self.model.max_suppliers);
        (few + many) as isize
    }

    fn shift_change(&self, to: usize, lot: usize) -> Change<I> {
        let nobody = self.model.sides.len();
        let from = self.winner[lot];
        let (mut key, mut suppliers) = (I::ZERO, self.suppliers);
        if from < nobody {
            key += self.cost(from, None, Some(lot)) - self.cost(from, None, None);
            suppliers -= usize::from(self.lots[from].len() == 1);
        } else {
            key -= self.model.fallback[lot];
        }
        if to < nobody {
            key += self.cost(to, Some(lot), None) - self.cost(to, None, None);
            suppliers += usize::from(self.lots[to].is_empty());
        } else {
            key += self.model.fallback[lot];
        }
        (self.wrong(suppliers) - self.wrong(self.suppliers), key)
    }

    fn bundled(&self, bidder: usize, lot: usize) -> bool {
        bidder < self.model.sides.len() && self.model.sides[bidder].bundle[lot].is_some()
    }

    fn can_shift(&self, to: usize, lot: usize) -> bool {
        let from = self.winner[lot];
        to != from
            && !self.bundled(from, lot)
            && !self.bundled(to, lot)
            && (to == self.model.sides.len() || self.fits(to, &[lot], None))
    }

    /// Whether two lots may change winners, and what comes of it.
    fn swap_change(&self, a: usize, b: usize) -> Option<Change<I>> {
        let nobody = self.model.sides.len();
        let (x, y) = (self.winner[a], self.winner[b]);
        if x == y || !self.state.is_open(y, a) || !self.state.is_open(x, b) {
            return None;
        }
        let mut key = I::ZERO;
        for (bidder, add, drop) in [(x, b, a), (y, a, b)] {
            if bidder == nobody {
                key += self.model.fallback[add] - self.model.fallback[drop];
            } else if self.bundled(bidder, add)
                || self.bundled(bidder, drop)
                || !self.fits(bidder, &[add], Some(drop))
            {
                return None;
            } else {
                key += self.cost(bidder, Some(add), Some(drop)) - self.cost(bidder, None, None);
            }
        }
        Some((0, key))
    }

    /// Moves single lots, then exchanges pairs, as long as that helps.
    pub(super) fn improve(&mut self) {
        let zero = (0, I::ZERO);
        for _ in 0..50 {
            let mut helped = false;
            for lot in 0..self.model.lots {
                if self.state.left(lot) < 2 {
                    continue;
                }
                let moves = self.state.candidates(lot).filter(|c| self.can_shift(*c, lot));
                let best = moves.map(|c| (self.shift_change(c, lot), c)).min();
                if let Some((_, to)) = best.filter(|(change, _)| *change < zero) {
                    self.give(lot, to);
                    helped = true;
                }
            }
            for a in 0..self.model.lots {
                if self.state.left(a) < 2 {
                    continue;
                }
                for b in a + 1..self.model.lots {
                    if self.state.left(b) > 1 && self.swap_change(a, b).is_some_and(|change| change < zero) {
                        let (x, y) = (self.winner[a], self.winner[b]);
                        self.give(a, y);
                        self.give(b, x);
                        helped = true;
                    }
                }
            }
            if !helped {
                return;
            }
        }
    }

    /// The award made so far.
    pub(super) fn award(&self) -> Award {
        self.winner.iter().map(|w| Some(*w).filter(|w| *w < self.model.sides.len())).collect()
    }
}
