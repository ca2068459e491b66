//! Lots that rules tie together: which method finds the best awards, and what is made of them.

use super::branch_and_bound::{Goal, Search, State};
use super::flat_ties::FlatTies;
use super::int::Int;
use super::lagrangian::{Bound, Multipliers};
use super::model::Model;
use super::standings::{Best, standing};
use super::subset_dp::{Limits, Sets, compare};
use super::ties::{Equals, Left, filter, refine};
use super::{AwardCount, AwardProblem, Demands, Proof, Solution, SolveError, Trail};

/// Dynamic programming is used first up to these numbers of open lots and steps.
pub(super) const FIRST_SETS: Limits = (8, 20_000);
/// It is used at the root of a tree, once candidates are closed, up to these.
pub(super) const ROOT_SETS: Limits = (14, 4_000_000);
/// It takes over from a tree that does not end, up to these.
pub(super) const LAST_SETS: Limits = (18, 2_000_000_000);
/// The nodes of a tree that are tried where dynamic programming could take over.
pub(super) const TRIED_NODES: u64 = 40;

/// Where no limit is asked for, a search stops after this much work: about ten seconds.
const DEFAULT_WORK: u64 = 30_000_000;

/// The solution, or `None` if no award is feasible.
pub(super) fn solve<I: Int>(
    problem: &AwardProblem,
    model: &Model<I>,
    demands: Demands,
) -> Result<Option<Solution>, SolveError> {
    let root = State::of(model);
    let Some(mut best) = best_awards(model, &root, demands.work_limit) else { return Ok(None) };
    let mut tied = ties_of(model, &root, &best);
    if !best.complete && best.bound.is_none() {
        best.awards = tied.first(model.methods.listed);
    }
    let left = if best.complete || best.bound.is_some() {
        Left { awards: filter(problem, &problem.ties, best.awards.clone())?, complete: best.complete }
    } else if problem.ties.is_empty() {
        Left { awards: best.awards.clone(), complete: false }
    } else {
        refine(problem, model.methods, tied.state.clone(), best.awards[0].clone())?
    };
    let unawarded = best.awards[0].iter().filter(|w| w.is_none()).count();
    let proof = best.bound.map_or(Proof::Optimal, |key| {
        let (unawarded, total) = model.keys.read_bound(key);
        Proof::Bound { unawarded, total }
    });
    let standing = standing(problem, model, &best, &mut tied, demands)?;
    Ok(Some(Solution {
        unawarded,
        total: model.keys.total(best.key.wide(), unawarded),
        proof,
        count: best.count,
        best: best.awards,
        left: left.awards,
        left_is_complete: left.complete,
        standing,
        nodes: best.nodes,
        trail: Trail(best.start.as_ref().map(Multipliers::written)),
    }))
}

/// The best awards of a state: listed if there are few, else some of them.
fn best_awards<I: Int>(model: &Model<I>, root: &State, work_limit: Option<u64>) -> Option<Best<I>> {
    let mut root = root.clone();
    if !root.conclude(model) {
        return None;
    }
    if let Some(sets) = Sets::of(model, &root, FIRST_SETS) {
        return by_sets(model, &sets, 1);
    }
    let mut search = Search::new(model, Goal::All(model.methods.listed, model.methods.counted), None);
    search.sets = ROOT_SETS;
    search.limit = work_limit;
    let most_work = if work_limit.is_none() { DEFAULT_WORK } else { u64::MAX };
    search.work_limit = most_work;
    let small = model.lots <= LAST_SETS.0 && model.methods.sets;
    if small {
        search.limit = Some(work_limit.unwrap_or(TRIED_NODES).min(TRIED_NODES));
    }
    search.run(&root);
    if search.unfinished.is_some() && small && work_limit.is_none_or(|limit| limit > TRIED_NODES) {
        let mut again =
            Search::new(model, Goal::All(model.methods.listed, model.methods.counted), search.key);
        again.sets = LAST_SETS;
        again.limit = work_limit;
        again.work_limit = most_work;
        again.start = search.start;
        again.award = search.award;
        again.nodes = search.nodes;
        again.run(&root);
        search = again;
    }
    by_tree(model, search, &root)
}

fn by_sets<I: Int>(model: &Model<I>, sets: &Sets<I>, nodes: u64) -> Option<Best<I>> {
    let found = sets.solve(model.methods.listed, None)?;
    let count = if found.count == u128::MAX {
        AwardCount::AtLeast(found.count)
    } else {
        AwardCount::Exactly(found.count)
    };
    Some(Best {
        key: found.key,
        awards: found.awards,
        complete: found.complete,
        count,
        bound: None,
        nodes,
        start: None,
    })
}

fn by_tree<I: Int>(model: &Model<I>, search: Search<'_, I>, root: &State) -> Option<Best<I>> {
    let scale = model.scale.wide();
    let bound = search
        .unfinished
        .map(|v| v.wide())
        .map(|v| v.div_euclid(scale) + i128::from(v.rem_euclid(scale) > 0));
    let key = search.key?;
    let mut awards = search.ties;
    awards.sort_by(compare);
    let mut complete = bound.is_none() && !search.too_many && search.count <= model.methods.listed as u128;
    let mut count = if search.too_many {
        AwardCount::AtLeast(model.methods.counted)
    } else {
        AwardCount::Exactly(search.count)
    };
    if search.too_many && model.lots <= 14 && bound.is_none() && model.methods.exact {
        let flat = FlatTies::with_key(model, root, key).and_then(|flat| flat.count());
        let exact = flat.or_else(|| {
            Sets::of(model, root, (14, u64::MAX)).and_then(|s| s.solve(0, None)).map(|found| found.count)
        });
        count = exact.map_or(count, AwardCount::Exactly);
    }
    if bound.is_some() {
        count = AwardCount::AtLeast(search.count.max(1));
        complete = false;
        awards = search.award.into_iter().collect();
    }
    Some(Best { key, awards, complete, count, bound, nodes: search.nodes, start: search.start })
}

/// The set of best awards, with every candidate closed that a bound shows to win in none of them.
fn ties_of<'m, I: Int>(model: &'m Model<I>, root: &State, best: &Best<I>) -> Equals<'m, I> {
    let mut state = root.clone();
    let mut start = best.start.clone();
    if !best.complete && state.conclude(model) {
        let at = start.unwrap_or_else(|| Search::multipliers(model, &state, best.key));
        let table = Bound::of(model, &state, &at).look_ahead(model, &state, &at);
        for lot in 0..model.lots {
            for c in 0..=model.sides.len() {
                if state.left(lot) > 1
                    && state.is_open(c, lot)
                    && table[c * model.lots + lot] > best.key * model.scale
                {
                    state.close(c, lot);
                }
            }
        }
        start = Some(at);
    }
    Equals { model, state, key: best.key, known: best.awards.clone(), start, balanced: None }
}
