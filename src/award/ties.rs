//! Equally good awards: the tie rules that choose among them, and questions about those too many to list.
//!
//! Where all best awards are listed, a tie rule filters the list. Where they are too many, each rule is one more
//! optimisation over them.

use super::branch_and_bound::{Goal, Search, State};
use super::flat_ties::{FlatTies, Load};
use super::int::Int;
use super::lagrangian::Multipliers;
use super::local_search::Draft;
use super::model::{Keys, Methods, Model, in_model};
use super::subset_dp::compare;
use super::{Award, AwardProblem, SolveError, TieBreak};

/// What the rules leave of a complete list, in the same order.
pub(super) fn filter(
    problem: &AwardProblem,
    rules: &[TieBreak],
    mut awards: Vec<Award>,
) -> Result<Vec<Award>, SolveError> {
    for rule in rules {
        if awards.len() < 2 {
            break;
        }
        match rule {
            TieBreak::LowestSum { value, unawarded } => {
                let sums: Result<Vec<i128>, SolveError> =
                    awards.iter().map(|a| sum_of(problem, a, value, unawarded)).collect();
                keep_lowest(&mut awards, &sums?);
            }
            TieBreak::FewerSuppliers => {
                let numbers: Vec<usize> = awards.iter().map(suppliers).collect();
                keep_lowest(&mut awards, &numbers);
            }
            TieBreak::MoreSuppliers => {
                let numbers: Vec<_> = awards.iter().map(|a| std::cmp::Reverse(suppliers(a))).collect();
                keep_lowest(&mut awards, &numbers);
            }
            TieBreak::LotByLot { place } => {
                let drawn: Vec<Option<u32>> = place.iter().copied().map(Some).collect();
                by_lot(&mut awards, &drawn);
            }
            TieBreak::Draw { place } => {
                if awards.iter().all(|a| every_difference_drawn(a, &awards[0], &awards, place)) {
                    by_lot(&mut awards, place);
                }
            }
        }
    }
    Ok(awards)
}

/// Different suppliers of an award.
pub(super) fn suppliers(award: &Award) -> usize {
    let mut winners: Vec<usize> = award.iter().flatten().copied().collect();
    winners.sort_unstable();
    winners.dedup();
    winners.len()
}

/// The sum of a [`TieBreak::LowestSum`].
fn sum_of(
    problem: &AwardProblem,
    award: &Award,
    value: &[Vec<Option<Vec<i128>>>],
    unawarded: &[i128],
) -> Result<i128, SolveError> {
    let mut won = vec![Vec::new(); problem.bidders.len()];
    award.iter().enumerate().for_each(|(l, w)| w.iter().for_each(|b| won[*b].push(l)));
    let tiers: Vec<usize> = problem.bidders.iter().zip(&won).map(|(b, lots)| b.tier_of(lots)).collect();
    let mut sum = 0i128;
    for (lot, winner) in award.iter().enumerate() {
        let part = match winner {
            Some(b) => value[*b][lot].as_ref().and_then(|v| v.get(tiers[*b])).copied().unwrap_or(0),
            None => unawarded[lot],
        };
        sum = sum.checked_add(part).ok_or(SolveError::Overflow)?;
    }
    Ok(sum)
}

/// Whether the award's winners of lots on which the awards differ have all been drawn.
fn every_difference_drawn(award: &Award, first: &Award, awards: &[Award], place: &[Option<u32>]) -> bool {
    award.iter().enumerate().all(|(lot, winner)| {
        winner.is_none_or(|b| place[b].is_some()) || awards.iter().all(|a| a[lot] == first[lot])
    })
}

/// Lot by lot the lowest place; on a lot on which the awards differ everybody has one, and unawarded comes last.
fn by_lot(awards: &mut Vec<Award>, place: &[Option<u32>]) {
    let key = |w: &Option<usize>| w.and_then(|b| place[b]).map_or(u64::MAX, u64::from);
    let keys: Vec<Vec<u64>> = awards.iter().map(|a| a.iter().map(key).collect()).collect();
    keep_lowest(awards, &keys);
}

fn keep_lowest<K: Ord>(awards: &mut Vec<Award>, keys: &[K]) {
    let lowest = keys.iter().min();
    let mut keys = keys.iter();
    awards.retain(|_| keys.next() == lowest);
}

/// What the tie rules leave: the first awards in order, and whether they are all.
pub(super) struct Left {
    pub(super) awards: Vec<Award>,
    pub(super) complete: bool,
}

/// The awards of a problem that fit in a state and have the best key.
struct Tied {
    problem: AwardProblem,
    methods: Methods,
    state: State,
    /// One of them.
    witness: Award,
}

/// Applies the rules to all awards of the problem that fit in the state and are as good as the witness, the best.
pub(super) fn refine(
    problem: &AwardProblem,
    methods: Methods,
    state: State,
    witness: Award,
) -> Result<Left, SolveError> {
    let mut tied = Tied { problem: problem.clone(), methods, state, witness };
    for (i, rule) in problem.ties.iter().enumerate() {
        tied.apply(rule)?;
        if let Some(list) = tied.list()? {
            return Ok(Left { awards: filter(problem, &problem.ties[i + 1..], list)?, complete: true });
        }
    }
    Ok(Left { awards: tied.first()?, complete: false })
}

impl Tied {
    fn apply(&mut self, rule: &TieBreak) -> Result<(), SolveError> {
        match rule {
            TieBreak::LowestSum { value, unawarded } => self.lowest_sum(value, unawarded),
            TieBreak::FewerSuppliers => self.number_of_suppliers(true),
            TieBreak::MoreSuppliers => self.number_of_suppliers(false),
            TieBreak::LotByLot { place } => {
                let place: Vec<Option<u32>> = place.iter().copied().map(Some).collect();
                self.lot_by_lot(&place)
            }
            TieBreak::Draw { place } => {
                if self.all_drawn(place)? {
                    self.lot_by_lot(place)
                } else {
                    Ok(())
                }
            }
        }
    }

    /// The total stays first: it counts more than any sum of values can.
    fn lowest_sum(&mut self, value: &[Vec<Option<Vec<i128>>>], unawarded: &[i128]) -> Result<(), SolveError> {
        let over = || SolveError::Overflow;
        let mut weight = 1i128;
        for l in 0..self.problem.lots.len() {
            let values = value.iter().filter_map(|v| v[l].as_ref()).flatten().chain([&unawarded[l]]);
            let (mut low, mut high) = (unawarded[l], unawarded[l]);
            values.for_each(|v| (low, high) = (low.min(*v), high.max(*v)));
            let range = high.checked_sub(low).ok_or_else(over)?;
            weight = weight.checked_add(range).ok_or_else(over)?;
        }
        let join = |cost: i128, value: i128| {
            cost.checked_mul(weight).and_then(|c| c.checked_add(value)).ok_or_else(over)
        };
        for (b, side) in self.problem.bidders.iter_mut().enumerate() {
            for (l, costs) in side.costs.iter_mut().enumerate() {
                for (t, cost) in costs.iter_mut().flatten().enumerate() {
                    *cost = join(*cost, value[b][l].as_ref().and_then(|v| v.get(t)).copied().unwrap_or(0))?;
                }
            }
        }
        for (l, lot) in self.problem.lots.iter_mut().enumerate() {
            lot.fallback = join(lot.fallback, unawarded[l])?;
        }
        let (state, witness) = (&self.state, &self.witness);
        self.witness =
            in_model!(&self.problem, self.methods, |model: &Model<_>| best_in(model, state, witness))?;
        Ok(())
    }

    /// One supplier fewer (or more) as long as an award as good has it.
    fn number_of_suppliers(&mut self, fewer: bool) -> Result<(), SolveError> {
        loop {
            let now = suppliers(&self.witness);
            let limits = (self.problem.min_suppliers, self.problem.max_suppliers);
            let next = if fewer { now.checked_sub(1) } else { Some(now + 1) };
            if fewer {
                self.problem.max_suppliers = next.map(|n| n.min(limits.1.unwrap_or(n)));
            } else {
                self.problem.min_suppliers = next;
            }
            let better = if next.is_some() { self.one_as_good()? } else { None };
            if let Some(award) = better {
                self.witness = award;
                continue;
            }
            (self.problem.min_suppliers, self.problem.max_suppliers) = limits;
            if fewer {
                self.problem.max_suppliers = Some(now);
            } else {
                self.problem.min_suppliers = Some(now);
            }
            return Ok(());
        }
    }

    /// Lot by lot the lowest place that some award has.
    fn lot_by_lot(&mut self, place: &[Option<u32>]) -> Result<(), SolveError> {
        let nobody = self.problem.bidders.len();
        let place = |c: usize| if c == nobody { u64::MAX } else { place[c].map_or(u64::MAX, u64::from) };
        let (state, witness) = (self.state.clone(), self.witness.clone());
        (self.state, self.witness) = in_model!(&self.problem, self.methods, |model: &Model<_>| {
            let mut equals = equals(model, state, &witness);
            let mut witness = witness;
            for lot in 0..model.lots {
                loop {
                    let now = place(witness[lot].unwrap_or(nobody));
                    let mut better = equals.state.clone();
                    let closed = equals.state.candidates(lot).filter(|c| place(*c) >= now);
                    closed.for_each(|c| better.close(c, lot));
                    match if better.left(lot) > 0 { equals.one_in(&better) } else { None } {
                        Some(award) => witness = award,
                        None => break,
                    }
                }
                let now = place(witness[lot].unwrap_or(nobody));
                let others: Vec<usize> = equals.state.candidates(lot).filter(|c| place(*c) != now).collect();
                others.into_iter().for_each(|c| equals.state.close(c, lot));
            }
            (equals.state, witness)
        })?;
        Ok(())
    }

    /// Whether every bidder has been drawn who wins, in some award, a lot on which the awards differ.
    fn all_drawn(&self, place: &[Option<u32>]) -> Result<bool, SolveError> {
        let undrawn = (0..place.len()).filter(|b| place[*b].is_none());
        let (state, witness) = (&self.state, &self.witness);
        in_model!(&self.problem, self.methods, |model: &Model<_>| {
            let mut equals = equals(model, state.clone(), witness);
            !undrawn
                .into_iter()
                .any(|b| (0..model.lots).any(|l| equals.with(b, l, None) && equals.without(b, l)))
        })
    }

    fn one_as_good(&self) -> Result<Option<Award>, SolveError> {
        // The witness breaks the new limit: its key is that of the problem without it.
        let mut freed = self.problem.clone();
        (freed.min_suppliers, freed.max_suppliers) = (None, None);
        let (state, witness) = (&self.state, &self.witness);
        let keys = Keys::of(&freed)?;
        if keys.fit::<i64>() {
            let key = Model::<i64>::of(&freed, keys, self.methods).key_of(witness);
            let model = Model::<i64>::of(&self.problem, keys, self.methods);
            Ok(key.and_then(|key| one_with(&model, state, key)))
        } else if keys.fit::<i128>() {
            let key = Model::<i128>::of(&freed, keys, self.methods).key_of(witness);
            let model = Model::<i128>::of(&self.problem, keys, self.methods);
            Ok(key.and_then(|key| one_with(&model, state, key)))
        } else {
            Err(SolveError::Overflow)
        }
    }

    /// All that are left, if they can be listed.
    fn list(&mut self) -> Result<Option<Vec<Award>>, SolveError> {
        let (state, witness) = (&self.state, &self.witness);
        in_model!(&self.problem, self.methods, |model: &Model<_>| {
            let goal = Goal::All(self.methods.listed, self.methods.listed as u128);
            let mut search = Search::new(model, goal, model.key_of(witness));
            search.stop_when_too_many = true;
            search.run(state);
            let mut list = search.ties;
            list.sort_by(compare);
            (!search.too_many && search.count <= self.methods.listed as u128).then_some(list)
        })
    }

    fn first(&self) -> Result<Vec<Award>, SolveError> {
        let (state, witness) = (&self.state, &self.witness);
        in_model!(&self.problem, self.methods, |model: &Model<_>| {
            equals(model, state.clone(), witness).first(self.methods.listed)
        })
    }
}

fn equals<'m, I: Int>(model: &'m Model<I>, state: State, witness: &Award) -> Equals<'m, I> {
    let key = model.key_of(witness).unwrap_or(I::NEVER);
    let start = Search::multipliers(model, &state, key);
    Equals { model, state, key, known: vec![witness.clone()], start: Some(start), balanced: None }
}

fn one_with<I: Int>(model: &Model<I>, state: &State, key: I) -> Option<Award> {
    let mut search = Search::new(model, Goal::Any, Some(key));
    search.run(state);
    search.award
}

fn best_in<I: Int>(model: &Model<I>, state: &State, witness: &Award) -> Award {
    let mut search = Search::new(model, Goal::One, model.key_of(witness));
    search.run(state);
    search.award.unwrap_or_else(|| witness.clone())
}

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
    /// An award of the set in which nobody has much, and what everybody has.
    pub(super) balanced: Option<(Award, Load)>,
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
            self.balanced = Some((award.clone(), Load::of(self.model, &award)));
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
    pub(super) fn with(&mut self, candidate: usize, lot: usize, flat: Option<&FlatTies<'_, I>>) -> bool {
        if !self.state.is_open(candidate, lot) {
            return false;
        }
        if let (Some(flat), Some((known, load))) = (flat, &self.balanced) {
            let to = Some(candidate).filter(|c| *c < self.model.sides.len());
            if known[lot] == to || flat.may_shift(load, known[lot], to, lot) {
                return true;
            }
            if to.is_some() && flat.may_swap(load, known, &self.state, candidate, lot) {
                return true;
            }
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

    /// The first awards in order, up to `most`.
    pub(super) fn first(&mut self, most: usize) -> Vec<Award> {
        let mut list = Vec::new();
        let state = self.state.clone();
        let model = self.model;
        if let Some(mut witness) = self.one_in(&state) {
            let flat = FlatTies::of(model, &state);
            let mut load = Load::of(model, &witness);
            self.list(0, &mut witness, &mut load, flat.as_ref(), most, &mut list);
        }
        list
    }

    /// Lists the awards that begin as the witness does, which is one of them; `load` is what it gives everybody. Both are
    /// afterwards what they were.
    fn list(
        &mut self,
        mut lot: usize,
        witness: &mut Award,
        load: &mut Load,
        flat: Option<&FlatTies<'_, I>>,
        most: usize,
        list: &mut Vec<Award>,
    ) {
        while lot < self.model.lots && self.state.left(lot) == 1 {
            lot += 1;
        }
        if lot == self.model.lots {
            list.push(witness.clone());
            return;
        }
        let nobody = self.model.sides.len();
        let before = witness[lot];
        for c in 0..=nobody {
            if list.len() >= most {
                return;
            }
            if !self.state.is_open(c, lot) {
                continue;
            }
            let winner = Some(c).filter(|c| *c < nobody);
            if winner == before {
                self.list(lot + 1, witness, load, flat, most, list);
                continue;
            }
            if let Some(flat) = flat {
                let volume = self.model.volume[lot];
                if flat.may_shift(load, before, winner, lot) {
                    witness[lot] = winner;
                    load.shift(before, winner, volume);
                    self.list(lot + 1, witness, load, Some(flat), most, list);
                    load.shift(winner, before, volume);
                    witness[lot] = before;
                    continue;
                }
                let sure = (0..self.model.lots).filter(|l| *l < lot || self.state.left(*l) == 1);
                if winner.is_some() && flat.is_full(sure.filter(|l| witness[*l] == winner), c, lot) {
                    continue;
                }
            }
            witness[lot] = winner;
            let next = match flat {
                Some(flat) => flat.complete(&self.state, witness, lot + 1),
                None => Some(witness.clone()).filter(|next| self.model.key_of(next) == Some(self.key)),
            };
            witness[lot] = before;
            let next = next.or_else(|| self.one_in(&self.beginning(&witness[..lot], c)));
            if let Some(mut next) = next {
                let mut load = Load::of(self.model, &next);
                self.list(lot + 1, &mut next, &mut load, flat, most, list);
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
