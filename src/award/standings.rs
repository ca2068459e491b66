//! The standing of every bidder on every lot: the best award with the pair, and the best one without it.

use super::branch_and_bound::{Goal, Search, State};
use super::conflicts::{has_enough_suppliers, unblock};
use super::int::Int;
use super::lagrangian::{Bound, Multipliers};
use super::local_search::Draft;
use super::model::Model;
use super::subset_dp::{Limits, Pairs, Sets};
use super::ties::Equals;
use super::{Award, AwardCount, AwardProblem, Demands, SolveError, Standing, Unawarded};

/// One sweep over sets of lots answers for all pairs, up to these numbers of lots and steps.
const SWEEP: Limits = (16, 80_000_000);
/// The same where only winners are wanted and ties are too many to list.
const SMALL_SWEEP: Limits = (14, 10_000_000);

/// The best awards.
pub(super) struct Best<I> {
    /// The best key.
    pub(super) key: I,
    /// Best awards, in order; all of them if `complete`.
    pub(super) awards: Vec<Award>,
    pub(super) complete: bool,
    pub(super) count: AwardCount,
    /// With a work limit: the lower bound on keys.
    pub(super) bound: Option<i128>,
    pub(super) nodes: u64,
    /// Multipliers at which the bound is good, if there are any.
    pub(super) start: Option<Multipliers<I>>,
}

/// The standing of every admissible pair.
pub(super) fn standing<I: Int>(
    problem: &AwardProblem,
    model: &Model<I>,
    best: &Best<I>,
    tied: &mut Equals<'_, I>,
    demands: Demands,
) -> Result<Vec<Vec<Option<Standing>>>, SolveError> {
    let mut table: Vec<Vec<Option<Standing>>> = vec![vec![None; model.lots]; model.sides.len()];
    let proven = best.bound.is_none();
    let wanted = proven && (demands.distances || demands.margins);
    let limits = if wanted { SWEEP } else { SMALL_SWEEP };
    let mut root = State::of(model);
    let unawarded = best.awards[0].iter().filter(|w| w.is_none()).count();
    if problem.unawarded == Unawarded::FewestFirst && unawarded == 0 {
        (0..model.lots).for_each(|l| root.close(model.sides.len(), l));
    }
    root.conclude(model);
    let most = if problem.unawarded == Unawarded::FewestFirst { Some(unawarded) } else { None };
    let mut freed = model.clone();
    if has_enough_suppliers(problem, most) {
        freed.min_suppliers = 0;
    }
    let sweep = if wanted || (proven && !best.complete) { Sets::of(&freed, &root, limits) } else { None };
    let pairs = sweep.map(|s| s.pairs(model.lots));
    if pairs.is_none() && !best.complete && proven {
        tied.balance();
    }
    let mut rivals = Rivals::of(model, best, problem.unawarded);
    let mut blocked = Vec::new();
    let mut listed = vec![vec![0usize; model.lots]; model.sides.len()];
    for award in &best.awards {
        award.iter().enumerate().for_each(|(l, w)| w.iter().for_each(|b| listed[*b][l] += 1));
    }
    for (b, side) in model.sides.iter().enumerate() {
        for l in side.admissible.iter().copied() {
            let (wins_some, wins_all) = wins(best, &listed, tied, pairs.as_ref(), b, l);
            let mut here = Standing { wins_some, wins_all, ..Standing::default() };
            if proven && demands.distances && !wins_all {
                let key = if wins_some { Some(best.key) } else { rivals.with(pairs.as_ref(), b, l) };
                here.distance = key.map(|k| k.wide() - best.key.wide());
                if key.is_none() {
                    blocked.push((b, l));
                }
            }
            if proven && demands.margins && wins_some {
                let key = if wins_all { rivals.without(pairs.as_ref(), b, l) } else { Some(best.key) };
                here.margin = key.map(|k| k.wide() - best.key.wide());
            }
            table[b][l] = Some(here);
        }
    }
    if !blocked.is_empty() {
        for ((b, l), rules) in unblock(problem, model.methods, blocked, most)? {
            if let Some(standing) = &mut table[b][l] {
                standing.blocked_by = rules;
            }
        }
    }
    Ok(table)
}

/// Whether the bidder wins the lot in some of the best awards, and in all. `listed`: in how many of those listed.
fn wins<I: Int>(
    best: &Best<I>,
    listed: &[Vec<usize>],
    tied: &mut Equals<'_, I>,
    pairs: Option<&Pairs<I>>,
    b: usize,
    l: usize,
) -> (bool, bool) {
    let (some, all) = (listed[b][l] > 0, listed[b][l] == best.awards.len());
    if best.complete || best.bound.is_some() {
        return (some, all);
    }
    if let Some(pairs) = pairs {
        let some = pairs.with[b][l] == best.key;
        return (some, some && pairs.without[b][l] != best.key);
    }
    let some = some || tied.with(b, l);
    (some, some && all && !tied.without(b, l))
}

/// Shared work for pairs: multipliers, what forcing adds, and the best awards seen.
struct Rivals<'m, I> {
    model: &'m Model<I>,
    best_key: I,
    best_award: Award,
    /// No award with a higher key counts.
    highest: Option<I>,
    root: State,
    start: Option<Multipliers<I>>,
    /// By candidate and lot: a lower bound (scaled) with the pair.
    ahead: Vec<I>,
    /// By bidder and lot: the best award seen with the pair.
    seen: Vec<Option<(I, Award)>>,
}

impl<'m, I: Int> Rivals<'m, I> {
    fn of(model: &'m Model<I>, best: &Best<I>, unawarded: Unawarded) -> Rivals<'m, I> {
        let left = best.awards[0].iter().filter(|w| w.is_none()).count() as i128;
        let highest = match unawarded {
            Unawarded::FewestFirst => Some(I::narrow(left * model.keys.surcharge + model.keys.highest)),
            Unawarded::IfCheaper => None,
        };
        Rivals {
            model,
            best_key: best.key,
            best_award: best.awards[0].clone(),
            highest,
            root: State::of(model),
            start: best.start.clone(),
            ahead: Vec::new(),
            seen: vec![None; model.sides.len() * model.lots],
        }
    }

    /// Multipliers and look-ahead, made when the first search needs them.
    fn prepare(&mut self) -> bool {
        if self.ahead.is_empty() {
            if !self.root.conclude(self.model) {
                return false;
            }
            let (model, root) = (self.model, &self.root);
            let at = self.start.take().unwrap_or_else(|| Search::multipliers(model, root, self.best_key));
            self.ahead = Bound::of(model, root, &at, true).look_ahead(model, root, &at);
            self.start = Some(at);
            let award = self.best_award.clone();
            self.see(self.best_key, &award);
        }
        true
    }

    fn see(&mut self, key: I, award: &Award) {
        for (l, w) in award.iter().enumerate() {
            if let Some(b) = w {
                let place = &mut self.seen[b * self.model.lots + l];
                if place.as_ref().is_none_or(|(k, _)| key < *k) {
                    *place = Some((key, award.clone()));
                }
            }
        }
    }

    fn counts(&self, key: I) -> bool {
        !key.is_never() && self.highest.is_none_or(|h| key <= h)
    }

    /// The best key with the pair.
    fn with(&mut self, pairs: Option<&Pairs<I>>, b: usize, l: usize) -> Option<I> {
        if let Some(pairs) = pairs {
            return Some(pairs.with[b][l]).filter(|k| self.counts(*k));
        }
        if !self.prepare() {
            return None;
        }
        let mut state = self.root.clone();
        if !state.is_open(b, l) {
            return None;
        }
        state.fix(b, l);
        let bound =
            if self.root.left(l) > 1 { self.ahead[b * self.model.lots + l] } else { I::ZERO - I::NEVER };
        let known = self.seen[b * self.model.lots + l].clone();
        self.best_of(state, bound, known)
    }

    /// The best key without the pair.
    fn without(&mut self, pairs: Option<&Pairs<I>>, b: usize, l: usize) -> Option<I> {
        if let Some(pairs) = pairs {
            return Some(pairs.without[b][l]).filter(|k| self.counts(*k));
        }
        if !self.prepare() || self.root.left(l) < 2 {
            return None;
        }
        let mut state = self.root.clone();
        state.close(b, l);
        let others = (0..=self.model.sides.len()).filter(|c| *c != b && self.root.is_open(*c, l));
        let bound = others.map(|c| self.ahead[c * self.model.lots + l]).min()?;
        let nobody = self.model.sides.len();
        let rivals =
            (0..nobody).filter(|c| *c != b).filter_map(|c| self.seen[c * self.model.lots + l].clone());
        let known = rivals.min_by_key(|(k, _)| *k);
        self.best_of(state, bound, known)
    }

    /// The best key in a state: at once if an award seen meets the bound, else by a search that starts from it.
    fn best_of(&mut self, mut state: State, bound: I, known: Option<(I, Award)>) -> Option<I> {
        if !state.conclude(self.model) || bound.is_never() {
            return None;
        }
        let mut known = known.filter(|(k, _)| self.counts(*k));
        let meets = |known: &Option<(I, Award)>| {
            known.as_ref().is_some_and(|(k, _)| bound > (*k - I::narrow(1)) * self.model.scale)
        };
        if !meets(&known)
            && let Some(mut draft) = Draft::from_award(self.model, &state, &self.best_award)
        {
            draft.improve();
            let award = draft.award();
            if let Some(key) = self.model.key_of(&award) {
                self.see(key, &award);
                if self.counts(key) && known.as_ref().is_none_or(|(k, _)| key < *k) {
                    known = Some((key, award));
                }
            }
        }
        if meets(&known) {
            return known.map(|k| k.0);
        }
        // One above the highest key that counts: an award at the highest is still better.
        let limit = self.highest.map(|h| h + I::narrow(1));
        let mut search = Search::new(self.model, Goal::One, known.as_ref().map(|k| k.0).or(limit));
        search.award = known.map(|k| k.1);
        search.start.clone_from(&self.start);
        search.run(&state);
        let (key, award) = (search.key?, search.award?);
        self.see(key, &award);
        Some(key).filter(|k| self.counts(*k))
    }
}
