//! What is still open at a place in the search: for each lot, who may get it; and what follows from that at once.

use super::int::Int;
use super::model::Model;

/// For each lot its candidates: bidders, and as the last one "unawarded".
#[derive(Clone, Debug)]
pub(super) struct State {
    lots: usize,
    /// By candidate (bidders, then unawarded), then lot.
    open: Vec<bool>,
    /// By lot: how many candidates.
    left: Vec<usize>,
}

impl State {
    /// Everything is open that is admissible.
    pub(super) fn of<I: Int>(model: &Model<I>) -> State {
        let lots = model.lots;
        let mut open = vec![false; (model.sides.len() + 1) * lots];
        let mut left = vec![1; lots];
        for (b, side) in model.sides.iter().enumerate() {
            for l in &side.admissible {
                open[b * lots + l] = true;
                left[*l] += 1;
            }
        }
        let unawarded = model.sides.len() * lots;
        open[unawarded..].iter_mut().for_each(|o| *o = true);
        State { lots, open, left }
    }

    /// Whether a candidate may get a lot.
    pub(super) fn is_open(&self, candidate: usize, lot: usize) -> bool {
        self.open[candidate * self.lots + lot]
    }

    /// How many candidates a lot has.
    pub(super) fn left(&self, lot: usize) -> usize {
        self.left[lot]
    }

    /// Whether the lot goes to this candidate, since no other is left.
    pub(super) fn is_fixed(&self, candidate: usize, lot: usize) -> bool {
        self.left[lot] == 1 && self.is_open(candidate, lot)
    }

    /// Takes a candidate from a lot.
    pub(super) fn close(&mut self, candidate: usize, lot: usize) {
        let open = &mut self.open[candidate * self.lots + lot];
        if *open {
            *open = false;
            self.left[lot] -= 1;
        }
    }

    /// Gives a lot to a candidate.
    pub(super) fn fix(&mut self, candidate: usize, lot: usize) {
        for other in 0..self.open.len() / self.lots.max(1) {
            if other != candidate {
                self.close(other, lot);
            }
        }
    }

    /// The candidates of a lot.
    pub(super) fn candidates(&self, lot: usize) -> impl Iterator<Item = usize> {
        (0..self.open.len() / self.lots.max(1)).filter(move |c| self.is_open(*c, lot))
    }

    /// The number of ways to choose a candidate for each lot, up to `most`.
    pub(super) fn ways(&self, most: u64) -> u64 {
        self.left
            .iter()
            .try_fold(1u64, |w, n| Some(w.saturating_mul(*n as u64)).filter(|w| *w < most))
            .unwrap_or(most)
    }

    /// Draws every conclusion that the rules force, until there are no more. `false`: no award is left.
    ///
    /// For each bidder, with the lots it is already given: no lots beyond its number, none that does not fit in its
    /// capacity any more, and its bundles whole. For the suppliers together: no further one when there are enough.
    pub(super) fn conclude<I: Int>(&mut self, model: &Model<I>) -> bool {
        loop {
            let before: usize = self.left.iter().sum();
            let mut used = Vec::with_capacity(model.sides.len());
            for bidder in 0..model.sides.len() {
                match self.conclude_bidder(model, bidder) {
                    Some(share) => used.push(share),
                    None => return false,
                }
            }
            let given = used.iter().filter(|u| **u == Share::Given).count();
            let possible = used.iter().filter(|u| **u != Share::Nothing).count();
            if possible < model.min_suppliers || given > model.max_suppliers {
                return false;
            }
            if given == model.max_suppliers {
                self.close_all(model, |b| used[b] == Share::Open);
            }
            if self.left.contains(&0) {
                return false;
            }
            if self.left.iter().sum::<usize>() == before {
                return true;
            }
        }
    }

    fn close_all<I: Int>(&mut self, model: &Model<I>, which: impl Fn(usize) -> bool) {
        for (bidder, side) in model.sides.iter().enumerate().filter(|(b, _)| which(*b)) {
            side.admissible.iter().for_each(|l| self.close(bidder, *l));
        }
    }

    fn conclude_bidder<I: Int>(&mut self, model: &Model<I>, bidder: usize) -> Option<Share> {
        let side = &model.sides[bidder];
        for set in &side.together {
            if set.iter().any(|l| self.is_fixed(bidder, *l)) {
                if set.iter().any(|l| !self.is_open(bidder, *l)) {
                    return None;
                }
                set.iter().for_each(|l| self.fix(bidder, *l));
            } else if set.iter().any(|l| !self.is_open(bidder, *l)) {
                set.iter().for_each(|l| self.close(bidder, *l));
            }
        }
        let (mut given, mut volume, mut open) = (0, 0u128, 0);
        for l in &side.admissible {
            if self.is_fixed(bidder, *l) {
                given += 1;
                volume += u128::from(model.volume[*l]);
            } else if self.is_open(bidder, *l) {
                open += 1;
            }
        }
        if given > side.most || side.capacity.is_some_and(|c| volume > c) {
            return None;
        }
        if open > 0 {
            for l in &side.admissible {
                let fits = side.capacity.is_none_or(|c| volume + u128::from(model.volume[*l]) <= c);
                if (given == side.most || !fits) && self.is_open(bidder, *l) && !self.is_fixed(bidder, *l) {
                    self.close(bidder, *l);
                    open -= 1;
                }
            }
        }
        Some(if given > 0 {
            Share::Given
        } else if open > 0 {
            Share::Open
        } else {
            Share::Nothing
        })
    }
}

/// What a bidder has of the lots.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Share {
    Given,
    Open,
    Nothing,
}
