//! Branch and bound: better multipliers, look ahead, close what cannot be best, and branch on a lot.

use super::Award;
use super::ascent::{Steps, ascend};
use super::bound::{Bound, Multipliers};
use super::certificate::{End, Node};
use super::int::Int;
use super::leaf::Leaf;
use super::local::Draft;
use super::model::Model;
use super::sets::{Limits, Sets};
use super::state::State;

/// What is searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    /// One best award.
    One,
    /// All best awards, counted up to the second number, listed if no more than the first.
    All(usize, u128),
    /// Any award that is no worse than the known key.
    Any,
}

/// A search and what it has found.
pub(super) struct Search<'m, I> {
    model: &'m Model<I>,
    goal: Goal,
    /// The best key known.
    pub(super) key: Option<I>,
    /// An award that has it, found here.
    pub(super) award: Option<Award>,
    /// With [`Goal::All`]: the best awards.
    pub(super) ties: Vec<Award>,
    /// How many there are.
    pub(super) count: u128,
    /// Whether counting stopped.
    pub(super) too_many: bool,
    /// Nodes visited.
    pub(super) nodes: u64,
    /// No more nodes than this.
    pub(super) limit: Option<u64>,
    /// The lowest bound (scaled) of what the limit left open.
    pub(super) unfinished: Option<I>,
    /// The tree, if it is to be written down.
    pub(super) record: bool,
    /// Multipliers to begin with, and with which it ended at the root.
    pub(super) start: Option<Multipliers<I>>,
    /// At most so many open lots, and so many steps, for dynamic programming at the root.
    pub(super) sets: Limits,
    /// With [`Goal::All`] and a key that is known to be best: stop as soon as there are too many.
    pub(super) stop_when_too_many: bool,
    done: bool,
}

/// Dynamic programming below the root: open lots and steps at most.
const SMALL_SETS: Limits = (14, 30_000);
/// So many ways to fill the open lots are tried one by one.
const FEW_WAYS: u64 = 512;
/// Tries in a leaf where every award left may be best.
const LEAF_TRIES: u64 = 20_000;

impl<'m, I: Int> Search<'m, I> {
    /// A search that knows an upper bound on the best key, if any.
    pub(super) fn new(model: &'m Model<I>, goal: Goal, key: Option<I>) -> Search<'m, I> {
        Search {
            model,
            goal,
            key,
            award: None,
            ties: Vec::new(),
            count: 0,
            too_many: false,
            nodes: 0,
            limit: None,
            unfinished: None,
            record: false,
            start: None,
            sets: SMALL_SETS,
            stop_when_too_many: false,
            done: false,
        }
    }

    /// Searches; gives the tree if it is recorded.
    pub(super) fn run(&mut self, state: &State) -> Option<Node> {
        let at = self.start.clone().unwrap_or_else(|| Multipliers::first(self.model));
        let mut root = Node::default();
        self.visit(state.clone(), at, true, &mut root);
        self.record.then_some(root)
    }

    /// Good multipliers for a state whose best key is known.
    pub(super) fn multipliers(model: &Model<I>, state: &State, key: I) -> Multipliers<I> {
        let mut at = Multipliers::first(model);
        let steps = Steps { most: 200, patience: 10, length: 200 };
        ascend(model, state, &mut at, key * model.scale, I::NEVER - I::narrow(1), steps);
        at
    }

    /// Nothing whose bound is above this matters (scaled).
    fn cutoff(&self) -> I {
        match (self.key, self.goal) {
            (None, _) => I::NEVER - I::narrow(1),
            (Some(key), Goal::One) => (key - I::narrow(1)) * self.model.scale,
            // Too many to count: from here on only better awards matter.
            (Some(key), Goal::All(..)) if self.too_many => (key - I::narrow(1)) * self.model.scale,
            (Some(key), _) => key * self.model.scale,
        }
    }

    fn steps(&self, root: bool) -> Steps {
        match (root, self.start.is_some()) {
            (true, false) => Steps { most: 300, patience: 12, length: 200 },
            (true, true) => Steps { most: 40, patience: 6, length: 64 },
            (false, _) => Steps { most: 16, patience: 4, length: 48 },
        }
    }

    /// Takes note of an award.
    fn note(&mut self, award: &Award) {
        let Some(key) = self.model.key_of(award) else { return };
        if self.key.is_none_or(|k| key < k) {
            self.key = Some(key);
            self.award = Some(award.clone());
            self.ties.clear();
            self.count = 0;
            self.too_many = false;
        } else if self.key == Some(key) && self.award.is_none() {
            self.award = Some(award.clone());
        }
        self.done |= self.goal == Goal::Any && self.award.is_some();
    }

    fn visit(&mut self, mut state: State, mut at: Multipliers<I>, root: bool, node: &mut Node) {
        if self.limit.is_some_and(|limit| self.nodes >= limit) {
            let value = Bound::of(self.model, &state, &at, false).value;
            self.leave_open(value);
            return;
        }
        self.nodes += 1;
        let Some(table) = self.tighten(&mut state, &mut at, root, node) else { return };
        if root {
            self.start = Some(at.clone());
        }
        if self.finish(&state, &at, root, node) || self.done {
            return;
        }
        self.branch(&state, &at, &table, node);
    }

    fn leave_open(&mut self, value: I) {
        if value <= self.cutoff() {
            self.unfinished = Some(self.unfinished.map_or(value, |v| v.min(value)));
        }
    }

    /// Draws conclusions, betters the multipliers and closes candidates, while that goes on. `None`: nothing is left.
    fn tighten(
        &mut self,
        state: &mut State,
        at: &mut Multipliers<I>,
        root: bool,
        node: &mut Node,
    ) -> Option<Vec<I>> {
        if !state.conclude(self.model) {
            return None;
        }
        let mut table = Vec::new();
        for round in 0..6 {
            if self.done {
                return None;
            }
            let steps = self.steps(root && round == 0);
            self.climb(state, at, steps, root);
            let bound = Bound::of(self.model, state, at, true);
            if bound.value > self.cutoff() {
                self.write(at, node);
                return None;
            }
            if round == 0 || (root && self.start.is_none()) {
                self.draft(state, &bound);
            }
            if bound.value > self.cutoff() {
                return None;
            }
            table = bound.look_ahead(self.model, state, at);
            let closed = self.close(state, &table);
            if closed > 0 {
                self.write(at, node);
            }
            if !state.conclude(self.model) {
                return None;
            }
            if closed == 0 || state.ways(FEW_WAYS) < FEW_WAYS {
                break;
            }
        }
        Some(table)
    }

    /// Writes multipliers down that close something.
    fn write(&self, at: &Multipliers<I>, node: &mut Node) {
        if self.record {
            node.rounds.push(at.written());
        }
    }

    /// Betters the multipliers towards the best key known.
    fn climb(&mut self, state: &State, at: &mut Multipliers<I>, steps: Steps, root: bool) {
        if self.key.is_none() || (root && self.start.is_none()) {
            let bound = Bound::of(self.model, state, at, false);
            if bound.value < I::NEVER {
                self.draft(state, &bound);
            }
        }
        let pieces = if root && self.start.is_none() { 4 } else { 1 };
        for _ in 0..pieces {
            let target = match self.key {
                Some(key) => key * self.model.scale,
                None => {
                    let value = Bound::of(self.model, state, at, false).value.wide();
                    I::narrow(value + value.abs() / 16 + self.model.scale.wide() * 64)
                }
            };
            let steps = Steps { most: steps.most / pieces, ..steps };
            let value = ascend(self.model, state, at, target, self.cutoff(), steps);
            if value > self.cutoff() || self.done {
                return;
            }
            if pieces > 1 {
                self.draft(state, &Bound::of(self.model, state, at, false));
            }
        }
    }

    /// Looks for a good award near what the bidders choose.
    fn draft(&mut self, state: &State, bound: &Bound<I>) {
        if self.record && self.key.is_some() {
            return;
        }
        if let Some(mut draft) = Draft::from_choices(self.model, state, bound) {
            draft.improve();
            self.note(&draft.award());
        }
    }

    /// Closes every candidate that the bound shows cannot be best.
    fn close(&self, state: &mut State, table: &[I]) -> usize {
        let mut closed = 0;
        let cutoff = self.cutoff();
        for lot in (0..self.model.lots).filter(|l| state.left(*l) > 1).collect::<Vec<_>>() {
            for c in 0..=self.model.sides.len() {
                if state.is_open(c, lot) && table[c * self.model.lots + lot] > cutoff {
                    state.close(c, lot);
                    closed += 1;
                }
            }
        }
        closed
    }

    /// Ends the node if what is left can be tried, or solved by dynamic programming.
    fn finish(&mut self, state: &State, at: &Multipliers<I>, root: bool, node: &mut Node) -> bool {
        let ways = state.ways(FEW_WAYS);
        if ways < FEW_WAYS {
            self.try_all(state, u64::MAX, false);
            node.end = End::Try;
            return true;
        }
        // Where bound and best key meet, no branch can close anything: what is left is counted.
        let tight = |key: I| {
            Bound::of(self.model, state, at, false).value + self.model.scale > key * self.model.scale
        };
        if self.goal != Goal::One && self.key.is_some_and(tight) && self.try_all(state, LEAF_TRIES, true) {
            node.end = End::Try;
            return true;
        }
        let limits = if root { self.sets } else { SMALL_SETS };
        if let Some(sets) = Sets::of(self.model, state, limits) {
            self.use_sets(&sets);
            node.end = End::Sets;
            return true;
        }
        false
    }

    /// Tries all that is left; `false` if that took too long and changed nothing.
    fn try_all(&mut self, state: &State, tries: u64, nothing_better: bool) -> bool {
        let counted = if let Goal::All(_, counted) = self.goal { counted } else { 0 };
        let mut leaf = Leaf::new(self.model, state, self.key, counted, tries);
        leaf.run(nothing_better);
        let Some(found) = leaf.into_found() else { return false };
        if let Some(first) = found.awards.first() {
            self.note(&first.clone());
        }
        if self.key == found.key && found.count > 0 {
            self.add(found.awards, found.count, found.too_many);
        }
        true
    }

    fn use_sets(&mut self, sets: &Sets<I>) {
        let listed = if let Goal::All(listed, _) = self.goal { listed } else { 0 };
        let Some(found) = sets.solve(listed, self.key) else { return };
        if let Some(first) = found.awards.first() {
            self.note(&first.clone());
        }
        if self.key == Some(found.key) {
            self.add(found.awards, found.count, false);
        }
    }

    fn add(&mut self, awards: Vec<Award>, count: u128, too_many: bool) {
        let Goal::All(listed, counted) = self.goal else { return };
        self.count = self.count.saturating_add(count);
        self.ties.extend(awards);
        self.ties.truncate(listed + 1);
        if too_many || self.count > counted {
            self.too_many = true;
            self.done |= self.stop_when_too_many;
        }
    }

    /// Branches on the lot whose every candidate adds most to the bound.
    fn branch(&mut self, state: &State, at: &Multipliers<I>, table: &[I], node: &mut Node) {
        let lots = self.model.lots;
        let open = (0..lots).filter(|l| state.left(*l) > 1);
        let value = |c: usize, l: usize| table[c * lots + l];
        let score = |l: usize| {
            let mut rises: Vec<I> = state.candidates(l).map(|c| value(c, l)).collect();
            rises.sort_unstable();
            let second = rises.get(1).copied().unwrap_or(rises[0]);
            let half = I::narrow((rises[0].wide() * 3 + second.wide().min(self.cutoff().wide())) / 4);
            (half, std::cmp::Reverse(rises.len()), std::cmp::Reverse(l))
        };
        let Some(lot) = open.max_by_key(|l| score(*l)) else { return };
        let mut children: Vec<(I, usize)> = state.candidates(lot).map(|c| (value(c, lot), c)).collect();
        children.sort_unstable();
        let mut branches = Vec::new();
        for (value, candidate) in children {
            let mut child = Node::default();
            if self.done {
                return;
            }
            if self.limit.is_some_and(|limit| self.nodes >= limit) {
                self.leave_open(value);
                continue;
            }
            let mut inner = state.clone();
            inner.fix(candidate, lot);
            self.visit(inner, at.clone(), false, &mut child);
            branches.push((candidate, child));
        }
        branches.sort_by_key(|b| b.0);
        let nobody = self.model.sides.len();
        let children =
            branches.into_iter().map(|(c, child)| (Some(c).filter(|c| *c < nobody), child)).collect();
        node.end = End::Branch { lot, children };
    }
}
