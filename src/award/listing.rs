//! A set of equally good awards, asked questions: is there one in which ...? Which come first?

use super::Award;
use super::bound::Multipliers;
use super::int::Int;
use super::local::Draft;
use super::model::Model;
use super::search::{Goal, Search};
use super::state::State;

/// The awards of a state that have a key, which is the best.
pub(super) struct Equals<'m, I> {
    pub(super) model: &'m Model<I>,
    /// Who may get what.
    pub(super) state: State,
    pub(super) key: I,
    /// Some of them, for quick answers.
    pub(super) known: Vec<Award>,
    /// Multipliers at which the bound is good.
    pub(super) start: Option<Multipliers<I>>,
}

/// So many awards are kept for quick answers.
const KEPT: usize = 32;

impl<I: Int> Equals<'_, I> {
    /// An award of the set that fits in a narrower state.
    pub(super) fn one_in(&mut self, narrower: &State) -> Option<Award> {
        let nobody = self.model.sides.len();
        let fits = |a: &&Award| a.iter().enumerate().all(|(l, w)| narrower.is_open(w.unwrap_or(nobody), l));
        if let Some(award) = self.known.iter().rev().find(fits) {
            return Some(award.clone());
        }
        let mut state = narrower.clone();
        if !state.conclude(self.model) {
            return None;
        }
        let found = self.near(&state).or_else(|| self.search(&state))?;
        if self.known.len() >= KEPT {
            self.known.remove(1);
        }
        self.known.push(found.clone());
        Some(found)
    }

    /// A known award, changed as little as possible to fit.
    fn near(&self, state: &State) -> Option<Award> {
        let nobody = self.model.sides.len();
        let misfits =
            |a: &Award| a.iter().enumerate().filter(|(l, w)| !state.is_open(w.unwrap_or(nobody), *l)).count();
        let award = self.known.iter().rev().take(8).min_by_key(|a| misfits(a))?;
        let mut draft = Draft::from_award(self.model, state, award)?;
        if self.model.key_of(&draft.award()) != Some(self.key) {
            draft.improve();
        }
        Some(draft.award()).filter(|a| self.model.key_of(a) == Some(self.key))
    }

    /// Gets to know an award in which nobody has much: most others are one change away from it.
    pub(super) fn balance(&mut self) {
        let nobody = self.model.sides.len();
        let mut load = vec![0u128; nobody];
        let mut award: Award = vec![None; self.model.lots];
        for (lot, winner) in award.iter_mut().enumerate() {
            let lightest = self.state.candidates(lot).filter(|c| *c < nobody).min_by_key(|c| load[*c]);
            if let Some(bidder) = lightest {
                load[bidder] += u128::from(self.model.volume[lot]) + 1;
                *winner = Some(bidder);
            }
        }
        if self.model.key_of(&award) == Some(self.key) {
            self.known.truncate(KEPT - 1);
            self.known.push(award);
        }
    }

    fn search(&self, state: &State) -> Option<Award> {
        let mut search = Search::new(self.model, Goal::Any, Some(self.key));
        search.start.clone_from(&self.start);
        search.run(state);
        search.award
    }

    /// Whether some award of the set gives the lot to the candidate (the number of bidders: nobody).
    pub(super) fn with(&mut self, candidate: usize, lot: usize) -> bool {
        if !self.state.is_open(candidate, lot) {
            return false;
        }
        if self.changed(candidate, lot).is_some() {
            return true;
        }
        let mut narrower = self.state.clone();
        narrower.fix(candidate, lot);
        self.one_in(&narrower).is_some()
    }

    /// A known award with the lot given to the bidder, and at most one lot of the bidder's to another.
    fn changed(&self, candidate: usize, lot: usize) -> Option<Award> {
        let winner = Some(candidate).filter(|c| *c < self.model.sides.len());
        for known in self.known.iter().rev().take(2) {
            let mut award = known.clone();
            award[lot] = winner;
            if self.model.key_of(&award) == Some(self.key) {
                return Some(award);
            }
            for other in (0..award.len()).filter(|l| *l != lot && winner.is_some() && known[*l] == winner) {
                award[other] = known[lot];
                let may = self.state.is_open(known[lot].unwrap_or(self.model.sides.len()), other);
                if may && self.model.key_of(&award) == Some(self.key) {
                    return Some(award);
                }
                award[other] = winner;
            }
        }
        None
    }

    /// Whether some award of the set does not give the lot to the candidate.
    pub(super) fn without(&mut self, candidate: usize, lot: usize) -> bool {
        let mut narrower = self.state.clone();
        narrower.close(candidate, lot);
        narrower.left(lot) > 0 && self.one_in(&narrower).is_some()
    }

    /// The first awards in order, at most so many.
    pub(super) fn first(&mut self, most: usize) -> Vec<Award> {
        let mut list = Vec::new();
        let state = self.state.clone();
        if let Some(witness) = self.one_in(&state) {
            self.list(0, witness, most, &mut list);
        }
        list
    }

    /// Lists the awards that begin as the witness does, which is one of them.
    fn list(&mut self, lot: usize, witness: Award, most: usize, list: &mut Vec<Award>) {
        if lot == self.model.lots {
            list.push(witness);
            return;
        }
        let nobody = self.model.sides.len();
        for c in self.state.candidates(lot).collect::<Vec<_>>() {
            if list.len() >= most {
                return;
            }
            let winner = Some(c).filter(|c| *c < nobody);
            let mut next = witness.clone();
            next[lot] = winner;
            let next = if winner == witness[lot] || self.model.key_of(&next) == Some(self.key) {
                Some(next)
            } else {
                self.one_in(&self.beginning(&witness[..lot], c))
            };
            if let Some(next) = next {
                self.list(lot + 1, next, most, list);
            }
        }
    }

    /// The state in which the first lots have winners, and the next lot goes to a candidate.
    fn beginning(&self, winners: &[Option<usize>], candidate: usize) -> State {
        let mut state = self.state.clone();
        for (lot, winner) in winners.iter().enumerate() {
            state.fix(winner.unwrap_or(self.model.sides.len()), lot);
        }
        state.fix(candidate, winners.len());
        state
    }
}
