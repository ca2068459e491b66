//! The standing of every bidder on every lot: the best award with the pair, and the best one without it.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::branch_and_bound::{Goal, Search, State};
use super::columns::{Columns, Wanted};
use super::conflicts::{has_enough_suppliers, unblock};
use super::flat_ties::FlatTies;
use super::int::Int;
use super::lagrangian::{Bound, Multipliers, PackedBidder, Relaxation};
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
    let sweep = || Sets::of(&freed, &root, limits).map(|s| s.pairs(model.lots));
    let quick = best.complete || best.bound.is_some();
    let flat_ties = proven && !best.complete && FlatTies::of(model, &tied.state).is_some();
    let mut pairs = if (!quick && !flat_ties) || (wanted && !model.methods.columns) { sweep() } else { None };
    if pairs.is_none() && !best.complete && proven {
        tied.balance();
    }
    let flat = if pairs.is_none() && !quick { FlatTies::of(tied.model, &tied.state) } else { None };
    let mut listed = vec![vec![0usize; model.lots]; model.sides.len()];
    for award in &best.awards {
        award.iter().enumerate().for_each(|(l, w)| w.iter().for_each(|b| listed[*b][l] += 1));
    }
    for (b, side) in model.sides.iter().enumerate() {
        for l in side.admissible.iter().copied() {
            let (wins_some, wins_all) = wins(best, &listed, tied, pairs.as_ref(), flat.as_ref(), (b, l));
            table[b][l] = Some(Standing { wins_some, wins_all, ..Standing::default() });
        }
    }
    if !wanted {
        return Ok(table);
    }
    let is = |b: usize, l: usize, all: bool| {
        table[b][l].as_ref().is_some_and(|s: &Standing| if all { s.wins_all } else { s.wins_some })
    };
    let questions: Vec<Question> = (0..model.lots)
        .map(|lot| {
            let certain = (0..model.sides.len()).find(|b| is(*b, lot, true));
            let losers = (0..model.sides.len()).filter(|b| table[*b][lot].is_some() && !is(*b, lot, false));
            Question {
                lot,
                with: if demands.distances { losers.collect() } else { Vec::new() },
                nobody: demands.distances && demands.margins && certain.is_some(),
                without: certain.filter(|_| demands.margins && !demands.distances),
            }
        })
        .collect();
    let mut answers = Vec::new();
    if pairs.is_none() {
        let can_sweep = model.methods.sets && model.lots <= SWEEP.0;
        let patience = if can_sweep { SWEEP_PATIENCE } else { u64::MAX };
        let mut found = answer_all(&freed, best, problem.unawarded, &root, &questions, patience);
        if found.is_none() {
            pairs = sweep();
            if pairs.is_none() {
                found = answer_all(&freed, best, problem.unawarded, &root, &questions, u64::MAX);
            }
        }
        answers = found.unwrap_or_default();
    }
    let highest = match problem.unawarded {
        Unawarded::FewestFirst => {
            let left = unawarded as i128;
            Some(I::narrow(left * model.keys.surcharge + model.keys.highest))
        }
        Unawarded::IfCheaper => None,
    };
    let counts = |k: &I| !k.is_never() && highest.is_none_or(|h| *k <= h);
    let away = |key: Option<I>| key.map(|k| k.wide() - best.key.wide());
    let mut blocked = Vec::new();
    for question in &questions {
        let l = question.lot;
        for b in 0..model.sides.len() {
            let Some(here) = &mut table[b][l] else { continue };
            let answer = answers.get(l);
            if demands.distances && !here.wins_all {
                let key = match &pairs {
                    _ if here.wins_some => Some(best.key),
                    Some(pairs) => Some(pairs.with[b][l]).filter(counts),
                    None => {
                        let i = question.with.iter().position(|x| *x == b);
                        answer.zip(i).and_then(|(a, i)| a.with[i])
                    }
                };
                here.distance = away(key);
                if key.is_none() {
                    blocked.push((b, l));
                }
            }
            if demands.margins && here.wins_some {
                let key = match &pairs {
                    _ if !here.wins_all => Some(best.key),
                    Some(pairs) => Some(pairs.without[b][l]).filter(counts),
                    None if demands.distances => {
                        let with = answer.into_iter().flat_map(|a| a.with.iter().copied().flatten());
                        with.chain(answer.and_then(|a| a.nobody)).min()
                    }
                    None => answer.and_then(|a| a.without),
                };
                here.margin = away(key);
            }
        }
    }
    blocked.sort_unstable();
    if !blocked.is_empty() {
        for ((b, l), rules) in unblock(problem, model.methods, blocked, most)? {
            if let Some(standing) = &mut table[b][l] {
                standing.blocked_by = rules;
            }
        }
    }
    Ok(table)
}

/// Answers all questions, the lots side by side on all cores; `None` if one of them takes more than the patience allows.
/// No answer depends on another, so the number of cores changes nothing.
fn answer_all<I: Int>(
    model: &Model<I>,
    best: &Best<I>,
    unawarded: Unawarded,
    root: &State,
    questions: &[Question],
    patience: u64,
) -> Option<Vec<Answer<I>>> {
    let Some(rivals) = Rivals::of(model, best, unawarded, root, patience) else {
        let none = |q: &Question| Answer { with: vec![None; q.with.len()], ..Answer::default() };
        return Some(questions.iter().map(none).collect());
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from).min(questions.len());
    let next = AtomicUsize::new(0);
    let gave_up = AtomicBool::new(false);
    let run = || {
        let mut answers = Vec::new();
        loop {
            let i = next.fetch_add(1, Ordering::Relaxed);
            let Some(question) = questions.get(i).filter(|_| !gave_up.load(Ordering::Relaxed)) else {
                return answers;
            };
            match rivals.answer(question) {
                Some(answer) => answers.push((i, answer)),
                None => gave_up.store(true, Ordering::Relaxed),
            }
        }
    };
    let mut answers: Vec<(usize, Answer<I>)> = if cores < 2 {
        run()
    } else {
        std::thread::scope(|scope| {
            let threads: Vec<_> = (1..cores).map(|_| scope.spawn(run)).collect();
            let mut all = run();
            for thread in threads {
                match thread.join() {
                    Ok(answers) => all.extend(answers),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            all
        })
    };
    if gave_up.load(Ordering::Relaxed) {
        return None;
    }
    answers.sort_by_key(|a| a.0);
    Some(answers.into_iter().map(|a| a.1).collect())
}

/// Whether the bidder wins the lot in some of the best awards, and in all. `listed`: in how many of those listed.
fn wins<I: Int>(
    best: &Best<I>,
    listed: &[Vec<usize>],
    tied: &mut Equals<'_, I>,
    pairs: Option<&Pairs<I>>,
    flat: Option<&FlatTies<'_, I>>,
    (b, l): (usize, usize),
) -> (bool, bool) {
    let (some, all) = (listed[b][l] > 0, listed[b][l] == best.awards.len());
    if best.complete || best.bound.is_some() {
        return (some, all);
    }
    if let Some(pairs) = pairs {
        let some = pairs.with[b][l] == best.key;
        return (some, some && pairs.without[b][l] != best.key);
    }
    let some = some || tied.with(b, l, flat);
    (some, some && all && !tied.without(b, l))
}

/// What is asked of one lot: the best keys with some bidders, and without whoever wins it for certain.
struct Question {
    lot: usize,
    /// Bidders whose best key with the lot is asked for.
    with: Vec<usize>,
    /// Whether the best key with the lot unawarded is asked for.
    nobody: bool,
    /// A bidder without whom the lot's best key is asked for.
    without: Option<usize>,
}

/// The answers, in the order of the question.
#[derive(Clone, Default)]
struct Answer<I> {
    with: Vec<Option<I>>,
    nobody: Option<I>,
    without: Option<I>,
    work: u64,
}

/// What all questions share: the problem, its best award, and multipliers at which the bound is good.
struct Rivals<'m, I> {
    model: &'m Model<I>,
    /// The same with one supplier fewer needed: what is left of an award without one of its lots.
    rest: Model<I>,
    best_award: Award,
    /// No award with a higher key counts.
    highest: Option<I>,
    root: State,
    start: Multipliers<I>,
    /// By candidate and lot: a lower bound (scaled) with the pair.
    ahead: Vec<I>,
    /// No more work than this is spent on one lot.
    patience: u64,
}

/// Steps of listing the columns that all questions about one lot share.
const POOL_STEPS: u64 = 3_000;
/// Nodes of a cover by shared columns.
const POOL_NODES: u64 = 300;
/// The work on one lot after which one sweep over sets of lots is used for all of them, where it can be.
const SWEEP_PATIENCE: u64 = 3_000;

impl<'m, I: Int> Rivals<'m, I> {
    /// `None` if no award is left in the root.
    fn of(
        model: &'m Model<I>,
        best: &Best<I>,
        unawarded: Unawarded,
        root: &State,
        patience: u64,
    ) -> Option<Rivals<'m, I>> {
        let left = best.awards[0].iter().filter(|w| w.is_none()).count() as i128;
        let highest = match unawarded {
            Unawarded::FewestFirst => Some(I::narrow(left * model.keys.surcharge + model.keys.highest)),
            Unawarded::IfCheaper => None,
        };
        let mut root = root.clone();
        if !root.conclude(model) {
            return None;
        }
        let start = best.start.clone().unwrap_or_else(|| Search::multipliers(model, &root, best.key));
        let ahead = Bound::of(model, &root, &start).look_ahead(model, &root, &start);
        let mut rest = model.clone();
        rest.min_suppliers = rest.min_suppliers.saturating_sub(1);
        Some(Rivals {
            model,
            rest,
            best_award: best.awards[0].clone(),
            highest,
            root,
            start,
            ahead,
            patience,
        })
    }

    fn counts(&self, key: I) -> bool {
        !key.is_never() && self.highest.is_none_or(|h| key <= h)
    }

    /// One above the highest key that counts; [`Int::NEVER`] if all do.
    fn limit(&self) -> Option<I> {
        self.highest.map(|h| h + I::narrow(1))
    }

    /// Answers everything about one lot; `None` if that takes more than the patience allows.
    fn answer(&self, question: &Question) -> Option<Answer<I>> {
        let (model, lot) = (self.model, question.lot);
        let nobody = model.sides.len();
        let mut answer = Answer { with: vec![None; question.with.len()], ..Answer::default() };
        let mut work = 0;
        if let Some(bidder) = question.without
            && self.root.left(lot) > 1
        {
            let mut state = self.root.clone();
            state.close(bidder, lot);
            let others = state.candidates(lot).map(|c| self.ahead[c * model.lots + lot]);
            let bound = others.min().unwrap_or(I::NEVER);
            answer.without = self.search(state, bound, None, None, &self.start, &mut work)?;
        }
        if question.nobody && self.root.is_open(nobody, lot) && self.root.left(lot) > 1 {
            let mut state = self.root.clone();
            state.fix(nobody, lot);
            let bound = self.ahead[nobody * model.lots + lot];
            answer.nobody = self.search(state, bound, None, None, &self.start, &mut work)?;
        }
        let asked: Vec<usize> =
            (0..question.with.len()).filter(|i| self.root.is_open(question.with[*i], lot)).collect();
        if asked.is_empty() {
            answer.work = work;
            return Some(answer);
        }
        let rest = self.rest_of(lot, asked.len(), &mut work)?;
        let mut open: Vec<(usize, Option<I>, I)> = Vec::new();
        for i in asked {
            let bidder = question.with[i];
            match rest.as_ref().map(|rest| self.quick(rest, bidder, lot)) {
                Some((_, lower)) if lower.is_never() => {}
                Some((Some(upper), lower)) if lower >= upper => {
                    answer.with[i] = Some(upper).filter(|k| self.counts(*k));
                }
                Some((upper, lower)) => open.push((i, upper, lower)),
                None => open.push((i, None, I::ZERO - I::NEVER)),
            }
        }
        if let Some(rest) = &rest
            && open.len() > 1
            && model.methods.columns
        {
            let words = rest.relaxation.open.len();
            match words {
                0..=64 => self.by_pool::<1>(rest, question, &mut open, &mut answer, &mut work),
                65..=256 => self.by_pool::<4>(rest, question, &mut open, &mut answer, &mut work),
                _ => {}
            }
        }
        for (i, upper, lower) in open {
            let bidder = question.with[i];
            let mut state = self.root.clone();
            state.fix(bidder, lot);
            let ahead = self.ahead[bidder * model.lots + lot];
            let bound = if self.root.left(lot) > 1 { ahead } else { I::ZERO - I::NEVER };
            let bound = bound.max(if lower <= I::ZERO - I::NEVER { lower } else { lower * model.scale });
            let start = rest.as_ref().map_or(&self.start, |rest| &rest.at);
            answer.with[i] = self.search(state, bound, upper, Some((bidder, lot)), start, &mut work)?;
        }
        answer.work = work;
        Some(answer)
    }

    /// The best key in a state: at once if a known one meets the bound, else by a search that starts from it.
    /// The outer `None`: too much work.
    fn search(
        &self,
        mut state: State,
        bound: I,
        known: Option<I>,
        pair: Option<(usize, usize)>,
        start: &Multipliers<I>,
        work: &mut u64,
    ) -> Option<Option<I>> {
        let model = self.model;
        if bound.is_never() || !state.conclude(model) {
            return Some(None);
        }
        let mut known = known.filter(|k| self.counts(*k));
        let meets = |known: Option<I>| known.is_some_and(|k| bound > (k - I::narrow(1)) * model.scale);
        if !meets(known)
            && let Some(mut draft) = Draft::from_award(model, &state, &self.best_award)
        {
            draft.improve();
            *work += model.sides.len() as u64;
            let key = model.key_of(&draft.award()).filter(|k| self.counts(*k));
            known = known.into_iter().chain(key).min();
        }
        if meets(known) {
            return Some(known);
        }
        // What no award with a key that counts can use, once the pair is given, is closed at once.
        if let (Some(key), Some(_)) = (known, pair) {
            let cutoff = (key - I::narrow(1)) * model.scale;
            let mut closed = false;
            for l in 0..model.lots {
                for c in 0..=model.sides.len() {
                    if state.left(l) > 1 && state.is_open(c, l) && self.ahead[c * model.lots + l] > cutoff {
                        state.close(c, l);
                        closed = true;
                    }
                }
            }
            if closed && !state.conclude(model) {
                return Some(known);
            }
        }
        let mut search = Search::new(model, Goal::One, known.or(self.limit()));
        search.start = Some(start.clone());
        search.work_limit = self.patience.saturating_sub(*work);
        search.run(&state);
        *work += search.work;
        if search.unfinished.is_some() {
            return None;
        }
        let found = if search.award.is_some() { search.key } else { known };
        Some(found.filter(|k| self.counts(*k)))
    }

    /// The problem without one lot, solved. The inner `None`: it has no award.
    #[allow(clippy::option_option)]
    fn rest_of(&self, lot: usize, asked: usize, work: &mut u64) -> Option<Option<Rest<I>>> {
        let (model, nobody) = (&self.rest, self.model.sides.len());
        let mut open = self.root.clone();
        open.give(nobody, lot);
        let mut state = open.clone();
        if asked < 2 || !state.conclude(model) {
            return Some(None);
        }
        let mut award = self.best_award.clone();
        award[lot] = None;
        let mut search = Search::new(model, Goal::One, model.key_of(&award));
        search.award = Some(award).filter(|_| search.key.is_some());
        search.start = Some(self.start.clone());
        search.work_limit = self.patience.saturating_sub(*work);
        search.run(&state);
        *work += search.work;
        if search.unfinished.is_some() {
            return None;
        }
        let (Some(key), Some(award)) = (search.key, search.award) else { return Some(None) };
        let at = search.start.unwrap_or_else(|| self.start.clone());
        let mut relaxation = Relaxation::of(model, &open);
        relaxation.evaluate(model, &at);
        if relaxation.value.is_never() {
            return Some(None);
        }
        Some(Some(Rest { key, award, at, open, relaxation }))
    }

    /// The key of the rest's award with the lot given to a bidder, and a lower bound on all with that.
    fn quick(&self, rest: &Rest<I>, bidder: usize, lot: usize) -> (Option<I>, I) {
        let model = self.model;
        let mut award = rest.award.clone();
        award[lot] = Some(bidder);
        let upper = model.key_of(&award);
        let side = &model.sides[bidder];
        if side.bundle[lot].is_some() {
            return (upper, I::ZERO - I::NEVER);
        }
        let alone = side.cost_of(&[lot], &model.volume);
        let alone = alone.map_or(I::NEVER, |cost| rest.key - model.fallback[lot] + cost);
        let mut one = self.with_lot(rest, bidder, lot);
        one.more_than_given();
        one.value_at(&rest.at);
        let base = rest.base(model, bidder, lot);
        let more = one.value();
        let more = if more.is_never() {
            I::NEVER
        } else {
            let value = (base + more - rest.relaxation.entry).wide();
            let scale = model.scale.wide();
            I::narrow(value.div_euclid(scale) + i128::from(value.rem_euclid(scale) > 0))
        };
        (upper, alone.min(more))
    }

    /// The bidder with the lot given to it, and the others as they are.
    fn with_lot(&self, rest: &Rest<I>, bidder: usize, lot: usize) -> PackedBidder<I> {
        let mut state = rest.open.clone();
        state.give(bidder, lot);
        PackedBidder::of(self.model, &state, bidder)
    }

    /// Answers by columns that all bidders' questions on the lot share: only the asked bidder's own are listed anew.
    fn by_pool<const W: usize>(
        &self,
        rest: &Rest<I>,
        question: &Question,
        open: &mut Vec<(usize, Option<I>, I)>,
        answer: &mut Answer<I>,
        work: &mut u64,
    ) {
        let (model, lot) = (self.model, question.lot);
        let scale = model.scale;
        let mut asked = Vec::new();
        for (i, upper, _) in open.iter() {
            let bidder = question.with[*i];
            if model.sides[bidder].bundle[lot].is_some() {
                continue;
            }
            let Some(upper) = *upper else { continue };
            let mut one = self.with_lot(rest, bidder, lot);
            one.value_at(&rest.at);
            if one.value().is_never() {
                continue;
            }
            one.share = one.value() - rest.relaxation.entry;
            let bound = rest.base(model, bidder, lot) + one.share;
            let slack = (upper - I::narrow(1)) * scale - bound;
            asked.push((*i, one, bound, slack, upper));
        }
        let Some(widest) = asked.iter().map(|a| a.3).max().filter(|s| *s > I::ZERO) else { return };
        let mut part = widest;
        let pool = loop {
            let mut steps = POOL_STEPS;
            let pool = Columns::<I, W>::list(model, &rest.open, &rest.relaxation, &rest.at, part, &mut steps);
            *work += (POOL_STEPS - steps) / 64 + 1;
            match pool {
                Some(pool) => break pool,
                None if part.wide() < 8 || part.wide() * 64 < widest.wide() => return,
                None => part = I::narrow(part.wide() / 2),
            }
        };
        let winner = |l: usize| {
            rest.open.candidates(l).next().filter(|c| *c < model.sides.len() && rest.open.left(l) == 1)
        };
        let mut given: Award = (0..model.lots).map(winner).collect();
        for (i, one, bound, slack, upper) in asked {
            let bidder = question.with[i];
            let limit = slack.min(part);
            let mut steps = POOL_STEPS;
            let mut state = rest.open.clone();
            state.give(bidder, lot);
            let own = (model, &state, &rest.at);
            let Some(columns) = pool.with_own(own, &rest.relaxation, &one, bound, limit, &mut steps) else {
                continue;
            };
            given[lot] = Some(bidder);
            let mut known = upper;
            let mut within = I::narrow(slack.wide() / 16);
            let settled = loop {
                within = within.min(part);
                let mut some = columns.clone();
                let wanted = Wanted { highest: known - I::narrow(1), listed: 0, any: false };
                if some.narrow(bound + within) {
                    let mut nodes = POOL_NODES;
                    let (found, complete) = some.cover(model, &given, wanted, within, &mut nodes);
                    *work += (POOL_NODES - nodes) * some.len() as u64 / 64 + 1;
                    known = found.key.unwrap_or(known).min(known);
                    if !complete {
                        break false;
                    }
                }
                if within >= (known - I::narrow(1)) * scale - bound {
                    break true;
                }
                if within >= part {
                    break false;
                }
                within = I::narrow((within.wide() * 4).max(1));
            };
            if settled {
                answer.with[i] = Some(known).filter(|k| self.counts(*k));
                open.retain(|o| o.0 != i);
            } else if let Some(place) = open.iter_mut().find(|o| o.0 == i) {
                place.1 = Some(known);
            }
        }
    }
}

/// The problem without one lot: its best award, and the bound at its best multipliers.
struct Rest<I> {
    /// The best key, the lot counted as unawarded.
    key: I,
    award: Award,
    at: Multipliers<I>,
    /// The root with the lot given to nobody.
    open: State,
    relaxation: Relaxation<I>,
}

impl<I: Int> Rest<I> {
    /// The bound without the lot and without a bidder's share (scaled).
    fn base(&self, model: &Model<I>, bidder: usize, lot: usize) -> I {
        let share = self.relaxation.bidders.iter().find(|one| one.bidder == bidder).map(|one| one.share);
        self.relaxation.value - model.fallback[lot] * model.scale - share.unwrap_or(I::ZERO)
    }
}
