//! Tie rules where the best awards are too many to list: each rule is one more optimisation over them.

use super::int::Int;
use super::listing::Equals;
use super::model::{Keys, Model};
use super::search::{Goal, Search};
use super::state::State;
use super::tie_rules::{filter, suppliers};
use super::{Award, AwardProblem, Methods, SolveError, TieBreak};

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

/// Calls a function with a model in the integers that fit.
macro_rules! in_model {
    ($problem:expr, $methods:expr, $call:expr) => {{
        let keys = Keys::of($problem)?;
        if keys.fit::<i64>() {
            Ok($call(&Model::<i64>::of($problem, keys, $methods)))
        } else if keys.fit::<i128>() {
            Ok($call(&Model::<i128>::of($problem, keys, $methods)))
        } else {
            Err(SolveError::Overflow)
        }
    }};
}
pub(super) use in_model;

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
            !undrawn.into_iter().any(|b| (0..model.lots).any(|l| equals.with(b, l) && equals.without(b, l)))
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
            list.sort_by(super::sets::compare);
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
    Equals { model, state, key, known: vec![witness.clone()], start: Some(start) }
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
