//! Branch and bound: better multipliers, look ahead, close what cannot be best, end the node by columns, or branch on a lot.
//!
//! [`State`] is what is still open at a node and what the rules conclude from it; [`Leaf`] tries all that is left.

use super::Award;
use super::certificate::{End, Node};
use super::columns::{Columns, Covers, Wanted};
use super::flat_ties::FlatTies;
use super::int::Int;
use super::lagrangian::{Ascent, Bound, Multipliers, Relaxation};
use super::local_search::Draft;
use super::model::Model;
use super::subset_dp::{Limits, Sets};

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
    /// Work done, in steps of about a microsecond; the same on every machine.
    pub(super) work: u64,
    /// No more work than this.
    pub(super) work_limit: u64,
    /// The lowest bound (scaled) of what the limit left open.
    pub(super) unfinished: Option<I>,
    /// The tree, if it is to be written down.
    pub(super) record: bool,
    /// Multipliers to begin with, and with which it ended at the root.
    pub(super) start: Option<Multipliers<I>>,
    /// The limits on open lots and steps of dynamic programming at the root.
    pub(super) sets: Limits,
    /// With [`Goal::All`] and a key that is known to be best: stop as soon as there are too many.
    pub(super) stop_when_too_many: bool,
    done: bool,
}

/// Dynamic programming below the root: open lots and steps at most.
const SMALL_SETS: Limits = (14, 30_000);
/// So few ways to fill the open lots are tried one by one.
const FEW_WAYS: u64 = 64;
/// Tries in a leaf where every award left may be best.
const LEAF_TRIES: u64 = 20_000;

/// Columns are repriced this often at most.
const REPRICED: usize = 6;

/// How much is tried at a node before it is divided.
#[derive(Clone, Copy)]
struct Effort {
    /// Steps of listing columns.
    steps: u64,
    /// Nodes of an exact cover; the second number where columns are many.
    cover: (u64, u64),
    /// Steps of repricing; 0: none.
    reprice: usize,
    /// Sets of lots in a table.
    table: u64,
}

impl Effort {
    const QUICK: Effort = Effort { steps: 2_000, cover: (100, 100), reprice: 0, table: 0 };
    const FULL: Effort = Effort { steps: 100_000, cover: (200, 1_500), reprice: 300, table: 150_000 };
    const INNER: Effort = Effort { steps: 20_000, cover: (200, 500), reprice: 100, table: 20_000 };
    /// For the best awards themselves: memory is spent on a large table.
    const BEST: Effort = Effort { table: 1_500_000, ..Effort::FULL };
    /// A checker's table may have more sets than this.
    const RECORD: Effort = Effort { steps: 100_000, cover: (0, 0), reprice: 400, table: 1_500_000 };
}

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
            work: 0,
            work_limit: u64::MAX,
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
        let mut ascent = Ascent::new(model, Multipliers::first(model), 200, 8);
        let mut relaxation = Relaxation::of(model, state);
        ascent.climb(model, &mut relaxation, key * model.scale, I::NEVER - I::narrow(1), 200);
        ascent.best
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

    fn visit(&mut self, mut state: State, at: Multipliers<I>, root: bool, node: &mut Node) {
        if self.limit.is_some_and(|limit| self.nodes >= limit) || self.work >= self.work_limit {
            let value = Relaxation::of(self.model, &state).evaluate(self.model, &at);
            self.leave_open(value);
            return;
        }
        self.nodes += 1;
        if !state.conclude(self.model) || self.try_few(&state, node) {
            return;
        }
        let model = self.model;
        let mut relaxation = Relaxation::of(model, &state);
        let fresh = root && self.start.is_none();
        let (mut ascent, chunks): (Ascent<I>, &[usize]) = match (root, fresh) {
            (true, true) => (Ascent::new(model, at, 200, 8), &[60; 5]),
            (true, false) => (Ascent::new(model, at, 64, 6), &[0, 30, 30, 60]),
            (false, _) => (Ascent::new(model, at, 48, 4), &[12, 12]),
        };
        if self.key.is_none() {
            ascent.settle(model, &mut relaxation);
            self.draft(&state, &mut relaxation, &ascent.best);
        }
        let mut tried_ties = false;
        let mut before: Option<I> = None;
        let mut table = Vec::new();
        for (i, steps) in chunks.iter().enumerate() {
            if self.done {
                return;
            }
            let last = i + 1 == chunks.len();
            let stop = if tried_ties { self.cutoff() } else { self.stop() };
            let value = ascent.climb(model, &mut relaxation, self.target(&ascent), stop, *steps);
            self.work += std::mem::take(&mut relaxation.work);
            if value > self.cutoff() {
                self.write(&ascent.best, node);
                return;
            }
            if root {
                self.start = Some(ascent.best.clone());
            }
            if *steps > 0 {
                self.draft(&state, &mut relaxation, &ascent.best);
            }
            if self.done || value > self.cutoff() {
                return;
            }
            if self.is_tight(value) {
                if self.count_flat(&state) || (last && self.try_all(&state, LEAF_TRIES, true)) {
                    node.end = End::Try;
                    return;
                }
                tried_ties = true;
            }
            let gap = self.cutoff() - value;
            let halves = before.is_none_or(|before| gap + gap < before) && *steps > 0 && i > 0;
            before = Some(gap);
            if !last && halves {
                continue;
            }
            let effort = match (last, root) {
                (true, true) if matches!(self.goal, Goal::All(..)) => Effort::BEST,
                (true, true) => Effort::FULL,
                (true, false) => Effort::INNER,
                (false, _) => Effort::QUICK,
            };
            if !self.record && self.by_columns(&state, &relaxation, &ascent.best, effort).is_some() {
                return;
            }
            if self.done || value > self.cutoff() {
                return;
            }
            table = Bound::of(model, &state, &ascent.best).look_ahead(model, &state, &ascent.best);
            self.work += 2 * model.sides.len() as u64;
            let closed = self.close(&mut state, &table);
            if closed > 0 {
                self.write(&ascent.best, node);
                if !state.conclude(model) || self.try_few(&state, node) {
                    return;
                }
                relaxation = Relaxation::of(model, &state);
                if ascent.settle(model, &mut relaxation) > self.cutoff() {
                    self.write(&ascent.best, node);
                    return;
                }
            }
            if self.record && self.key.is_some() {
                let effort = if last || !root { effort } else { Effort::RECORD };
                let effort = Effort { cover: (0, 0), ..effort };
                if let Some((count, changes)) = self.by_columns(&state, &relaxation, &ascent.best, effort) {
                    if closed == 0 {
                        self.write(&ascent.best, node);
                    }
                    node.end = End::Columns { count, changes };
                    return;
                }
            }
        }
        let limits = if root { self.sets } else { SMALL_SETS };
        if let Some(sets) = Sets::of(model, &state, limits) {
            self.use_sets(&sets);
            node.end = End::Sets;
            return;
        }
        if table.is_empty() {
            table = Bound::of(model, &state, &ascent.best).look_ahead(model, &state, &ascent.best);
        }
        self.branch(&state, &ascent.best, &table, node);
    }

    fn leave_open(&mut self, value: I) {
        if value <= self.cutoff() {
            self.unfinished = Some(self.unfinished.map_or(value, |v| v.min(value)));
        }
    }

    /// What the ascent aims at: the best key known, or something above the bound.
    fn target(&self, ascent: &Ascent<I>) -> I {
        match self.key {
            Some(key) => key * self.model.scale,
            None => {
                let value = ascent.best_value.wide();
                I::narrow(value + value.abs() / 16 + self.model.scale.wide() * 64)
            }
        }
    }

    /// Where the bound is above this, no award is better than the best known: what is left are ties.
    fn stop(&self) -> I {
        self.key.map_or(self.cutoff(), |key| (key - I::narrow(1)) * self.model.scale)
    }

    /// Whether no award can be better than the best known, so that what is left are ties.
    fn is_tight(&self, value: I) -> bool {
        let scale = self.model.scale;
        self.goal != Goal::One && self.key.is_some_and(|key| value + scale > key * scale)
    }

    /// Writes multipliers down that close something.
    fn write(&self, at: &Multipliers<I>, node: &mut Node) {
        if self.record {
            node.rounds.push(at.written());
        }
    }

    /// Looks for a good award near what the bidders choose.
    fn draft(&mut self, state: &State, relaxation: &mut Relaxation<I>, at: &Multipliers<I>) {
        if (self.record && self.key.is_some()) || relaxation.value >= I::NEVER {
            return;
        }
        let wanted = relaxation.wanted(self.model.lots, at);
        if let Some(mut draft) = Draft::from_choices(self.model, state, &wanted) {
            let award = draft.award();
            let best = |key: I| key * self.model.scale < relaxation.value + self.model.scale;
            if !self.model.key_of(&award).is_some_and(best) {
                draft.improve();
                self.note(&draft.award());
            } else {
                self.note(&award);
            }
        }
    }

    /// Closes every candidate that the bound shows cannot be best.
    fn close(&self, state: &mut State, table: &[I]) -> usize {
        let mut closed = 0;
        let cutoff = self.cutoff();
        for lot in 0..self.model.lots {
            if state.left(lot) < 2 {
                continue;
            }
            for c in 0..=self.model.sides.len() {
                if state.is_open(c, lot) && table[c * self.model.lots + lot] > cutoff {
                    state.close(c, lot);
                    closed += 1;
                }
            }
        }
        closed
    }

    /// Ends the node if what is left is little enough to be tried one by one.
    fn try_few(&mut self, state: &State, node: &mut Node) -> bool {
        let few = state.ways(FEW_WAYS) < FEW_WAYS;
        if few {
            self.try_all(state, u64::MAX, false);
            node.end = End::Try;
        }
        few
    }

    /// Solves what is open by columns; gives how many there were, and how their prices were changed. `None`: too many.
    fn by_columns(
        &mut self,
        state: &State,
        relaxation: &Relaxation<I>,
        at: &Multipliers<I>,
        effort: Effort,
    ) -> Option<(usize, Vec<Vec<i128>>)> {
        if !self.model.methods.columns {
            return None;
        }
        match relaxation.open.len() {
            0..=64 => self.by_masks::<1>(state, relaxation, at, effort),
            65..=256 => self.by_masks::<4>(state, relaxation, at, effort),
            _ => None,
        }
    }

    fn by_masks<const W: usize>(
        &mut self,
        state: &State,
        relaxation: &Relaxation<I>,
        at: &Multipliers<I>,
        effort: Effort,
    ) -> Option<(usize, Vec<Vec<i128>>)> {
        let (model, scale) = (self.model, self.model.scale);
        let nobody = model.sides.len();
        let winner = |l: usize| state.candidates(l).next().filter(|c| *c < nobody && state.left(l) == 1);
        let given: Award = (0..model.lots).map(winner).collect();
        let bound = relaxation.value;
        // Beyond this, sums over all groups might not fit.
        let widest = I::ROOM / (2 * (nobody + model.lots) as i128 + 2);
        let mut part = match self.key {
            Some(_) if self.record => self.cutoff() - bound,
            Some(_) => I::narrow((self.cutoff() - bound).wide() / 16),
            None => I::narrow(bound.wide().abs() / 4096 + 64 * scale.wide()),
        };
        let mut listed = false;
        let mut tries = 0;
        loop {
            let mut repriced = Vec::new();
            if part.wide() > widest {
                return None;
            }
            let mut steps = effort.steps;
            let columns = Columns::<I, W>::list(model, state, relaxation, at, part, &mut steps);
            self.work += (effort.steps - steps) / 64 + 1;
            let Some(columns) = columns else {
                if listed || tries == 4 || self.record || part < I::narrow(8) {
                    return None;
                }
                (part, tries) = (I::narrow(part.wide() / 8), tries + 1);
                continue;
            };
            let count = columns.len();
            listed = true;
            let wanted = self.wanted();
            let covers = self.solve_listed(columns, &given, wanted, part, effort, &mut repriced)?;
            let highest = match covers.key {
                Some(key) if wanted.listed == 0 && wanted.any => key,
                Some(key) if wanted.listed == 0 => key - I::narrow(1),
                Some(key) => key,
                None => wanted.highest,
            };
            let whole = !highest.is_never() && part >= highest * scale - bound;
            if whole || (self.goal == Goal::Any && covers.key.is_some()) {
                self.take(covers);
                let wide = |change: &Vec<I>| change.iter().map(|d| d.wide()).collect();
                return Some((count, repriced.iter().map(wide).collect()));
            }
            if let Some(award) = covers.awards.first() {
                self.note(award);
            }
            let rest = if highest.is_never() { I::narrow(widest) } else { highest * scale - bound };
            if highest.is_never() && part >= rest {
                return None;
            }
            part = I::narrow((part.wide() * 4).max(1).min(rest.wide()));
        }
    }

    fn wanted(&self) -> Wanted<I> {
        let one = I::narrow(1);
        match (self.key, self.goal) {
            (None, Goal::All(listed, _)) => Wanted { highest: I::NEVER, listed, any: false },
            (None, goal) => Wanted { highest: I::NEVER, listed: 0, any: goal == Goal::Any },
            (Some(key), Goal::All(listed, _)) if !self.too_many => {
                Wanted { highest: key, listed, any: false }
            }
            (Some(key), Goal::Any) => Wanted { highest: key, listed: 0, any: true },
            (Some(key), _) => Wanted { highest: key - one, listed: 0, any: false },
        }
    }

    /// Makes the best awards known that columns gave.
    fn take(&mut self, covers: Covers<I>) {
        let Some(key) = covers.key else { return };
        if let Some(first) = covers.awards.first() {
            self.note(&first.clone());
        }
        if self.key == Some(key) {
            self.add(covers.awards, covers.count, false);
        }
    }

    /// The best awards made of listed columns: by exact cover, else with better prices for them, else by a table of sets.
    fn solve_listed<const W: usize>(
        &mut self,
        mut columns: Columns<I, W>,
        given: &Award,
        mut wanted: Wanted<I>,
        part: I,
        effort: Effort,
        repriced: &mut Vec<Vec<I>>,
    ) -> Option<Covers<I>> {
        let (model, scale) = (self.model, self.model.scale);
        let bound = columns.bound;
        if self.record {
            let mut budget = effort.table / 20;
            let found = columns.table(model, given, wanted, part, &mut budget);
            self.work += (effort.table / 20 - budget) / 4;
            if found.is_some() {
                return found;
            }
        } else {
            let size = columns.len() as u64;
            let mut nodes = if size > 600 { effort.cover.1 } else { effort.cover.0 };
            let before = nodes;
            let (found, complete) = columns.cover(model, given, wanted, part, &mut nodes);
            self.work += (before - nodes) * size / 64 + 1;
            if complete {
                return Some(found);
            }
            if let Some(award) = found.awards.first() {
                self.note(award);
                wanted = self.wanted();
                if self.done {
                    return Some(found);
                }
            }
        }
        if effort.reprice == 0 {
            return None;
        }
        let limit = self.limit_of(&wanted, bound, part);
        // Fewer columns have better prices: as long as the slack shrinks, once more.
        for _ in 0..REPRICED {
            let before = limit - columns.bound;
            self.work += effort.reprice as u64 * columns.len() as u64 / 64;
            repriced.push(columns.reprice(limit, effort.reprice));
            if !columns.narrow(limit) {
                return Some(Covers::none());
            }
            let slack = limit - columns.bound;
            if slack.wide() * 8 > before.wide() * 7 {
                break;
            }
        }
        let mut budget = effort.table;
        let slack = limit - columns.bound;
        // A certificate's sets are all within the gap.
        let mut inner = if self.record { slack } else { I::narrow(slack.wide() / 16) };
        loop {
            let mut some = columns.clone();
            let found = if some.narrow(columns.bound + inner) {
                self.cover_or_table(&some, given, &mut wanted, inner, &mut budget)?
            } else {
                Covers::none()
            };
            let better = |key: I| if wanted.listed == 0 { key - I::narrow(1) } else { key };
            let proven = |key: I| wanted.any || inner >= better(key) * scale - columns.bound;
            if inner >= slack || found.key.is_some_and(proven) {
                return Some(found);
            }
            inner = I::narrow((inner.wide() * 4).max(1).min(slack.wide()));
        }
    }

    /// The best awards of columns within a part, by exact cover, else by a table.
    fn cover_or_table<const W: usize>(
        &mut self,
        columns: &Columns<I, W>,
        given: &Award,
        wanted: &mut Wanted<I>,
        part: I,
        budget: &mut u64,
    ) -> Option<Covers<I>> {
        if !self.record {
            let mut nodes = 300;
            let (found, complete) = columns.cover(self.model, given, *wanted, part, &mut nodes);
            self.work += (300 - nodes) * columns.len() as u64 / 64 + 1;
            if complete {
                return Some(found);
            }
            if let Some(award) = found.awards.first() {
                self.note(award);
                *wanted = self.wanted();
                if self.done {
                    return Some(found);
                }
            }
        }
        let before = *budget;
        let found = columns.table(self.model, given, *wanted, part, budget);
        self.work += (before - *budget) / 4;
        found
    }

    fn limit_of(&self, wanted: &Wanted<I>, bound: I, part: I) -> I {
        if wanted.highest.is_never() {
            bound + part
        } else {
            (wanted.highest * self.model.scale).min(bound + part)
        }
    }

    /// Counts the ties of a state in which all awards with the best key cost the same; `false` if they are not so many that
    /// counting stops, or not of that kind.
    fn count_flat(&mut self, state: &State) -> bool {
        let (Some(key), Goal::All(_, counted)) = (self.key, self.goal) else { return false };
        let flat = FlatTies::with_key(self.model, state, key);
        let award = flat.and_then(|flat| flat.more_than(counted));
        let Some(award) = award.filter(|award| self.model.key_of(award) == Some(key)) else { return false };
        self.note(&award);
        self.add(vec![award], counted + 1, true);
        true
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
        // Whether the sets are whole is the same for all takers, since none of them has a bundle here: asking for the first is enough.
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

    /// Makes a candidate the only one of a lot, whether it was one before or not.
    pub(super) fn give(&mut self, candidate: usize, lot: usize) {
        for other in 0..self.open.len() / self.lots.max(1) {
            self.open[other * self.lots + lot] = other == candidate;
        }
        self.left[lot] = 1;
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
