//! Lots that no rule ties together: each is decided by itself.

use super::branch_and_bound::State;
use super::model::{Keys, Methods, Model};
use super::subset_dp::compare;
use super::ties::{filter, refine};
use super::{
    Award, AwardCount, AwardProblem, Demands, Proof, Solution, SolveError, Solved, Standing, TieBreak, Trail,
    Unawarded,
};

/// Solves a problem without a rule across lots.
pub(super) fn solve(
    problem: &AwardProblem,
    demands: Demands,
    methods: Methods,
) -> Result<Solved, SolveError> {
    let winners: Vec<Vec<Option<usize>>> = (0..problem.lots.len()).map(|l| best_of(problem, l)).collect();
    let mut total = 0i128;
    for (lot, best) in winners.iter().enumerate() {
        total = total.checked_add(cost(problem, lot, best[0])).ok_or(SolveError::Overflow)?;
    }
    let count = winners.iter().try_fold(1u128, |n, w| n.checked_mul(w.len() as u128));
    let count = match count {
        Some(n) if n <= methods.counted || problem.lots.len() <= 14 => AwardCount::Exactly(n),
        _ => AwardCount::AtLeast(methods.counted),
    };
    let best = first_of(&winners, methods.listed);
    let (left, left_is_complete) = apply_ties(problem, methods, winners.clone(), &best, count)?;
    Ok(Solved::Found(Box::new(Solution {
        unawarded: best[0].iter().filter(|w| w.is_none()).count(),
        total,
        proof: Proof::Optimal,
        count,
        best,
        left,
        left_is_complete,
        standing: standing(problem, &winners, demands)?,
        nodes: 0,
        trail: Trail::default(),
    })))
}

fn cost(problem: &AwardProblem, lot: usize, winner: Option<usize>) -> i128 {
    let offer = winner.and_then(|b| problem.offer(b, lot)).and_then(|c| c.first());
    offer.copied().unwrap_or(problem.lots[lot].fallback)
}

/// Who may win a lot: every admissible bidder, and nobody where that may be better or nobody is admissible.
fn candidates(problem: &AwardProblem, lot: usize) -> Vec<Option<usize>> {
    let bidders = (0..problem.bidders.len()).filter(|b| problem.offer(*b, lot).is_some());
    let mut all: Vec<Option<usize>> = bidders.map(Some).collect();
    if all.is_empty() || problem.unawarded == Unawarded::IfCheaper {
        all.push(None);
    }
    all
}

fn best_of(problem: &AwardProblem, lot: usize) -> Vec<Option<usize>> {
    let mut all = candidates(problem, lot);
    let lowest = all.iter().map(|w| cost(problem, lot, *w)).min();
    all.retain(|w| Some(cost(problem, lot, *w)) == lowest);
    all
}

/// The first awards in order that take a winner of each lot's.
fn first_of(winners: &[Vec<Option<usize>>], most: usize) -> Vec<Award> {
    let mut at = vec![0usize; winners.len()];
    let mut awards = Vec::new();
    loop {
        awards.push(at.iter().zip(winners).map(|(i, w)| w[*i]).collect());
        let Some(next) = (0..at.len()).rev().find(|l| at[*l] + 1 < winners[*l].len()) else { return awards };
        if awards.len() == most {
            return awards;
        }
        at[next] += 1;
        at[next + 1..].iter_mut().for_each(|i| *i = 0);
    }
}

/// Applies the tie rules to each lot's winners; only rules on the number of suppliers look at all lots together.
fn apply_ties(
    problem: &AwardProblem,
    methods: Methods,
    mut winners: Vec<Vec<Option<usize>>>,
    best: &[Award],
    count: AwardCount,
) -> Result<(Vec<Award>, bool), SolveError> {
    if count == AwardCount::Exactly(best.len() as u128) {
        return Ok((filter(problem, &problem.ties, best.to_vec())?, true));
    }
    for (i, rule) in problem.ties.iter().enumerate() {
        match rule {
            TieBreak::LowestSum { value, unawarded } => {
                let of = |lot: usize, w: Option<usize>| match w {
                    Some(b) => value[b][lot].as_ref().and_then(|v| v.first()).copied().unwrap_or(0),
                    None => unawarded[lot],
                };
                keep_lowest(&mut winners, of);
            }
            TieBreak::LotByLot { place } => {
                keep_lowest(&mut winners, |_, w| w.map_or(i128::MAX, |b| place[b].into()));
            }
            TieBreak::Draw { place } => {
                let undrawn = |w: &Option<usize>| w.is_some_and(|b| place[b].is_none());
                if !winners.iter().any(|w| w.len() > 1 && w.iter().any(undrawn)) {
                    keep_lowest(&mut winners, |_, w| w.and_then(|b| place[b]).map_or(i128::MAX, i128::from));
                }
            }
            TieBreak::FewerSuppliers | TieBreak::MoreSuppliers => {
                let mut rest = problem.clone();
                rest.ties.drain(..i);
                let left =
                    refine(&rest, methods, state_of(&rest, &winners)?, first_of(&winners, 1).remove(0))?;
                return Ok((left.awards, left.complete));
            }
        }
    }
    let mut left = first_of(&winners, methods.listed + 1);
    let complete = left.len() <= methods.listed;
    left.truncate(methods.listed);
    left.sort_by(compare);
    Ok((left, complete))
}

fn keep_lowest(winners: &mut [Vec<Option<usize>>], value: impl Fn(usize, Option<usize>) -> i128) {
    for (lot, winners) in winners.iter_mut().enumerate() {
        let lowest = winners.iter().map(|w| value(lot, *w)).min();
        winners.retain(|w| Some(value(lot, *w)) == lowest);
    }
}

fn state_of(problem: &AwardProblem, winners: &[Vec<Option<usize>>]) -> Result<State, SolveError> {
    let model: Model<i128> = Model::of(problem, Keys::of(problem)?, Methods::default());
    let mut state = State::of(&model);
    for (lot, winners) in winners.iter().enumerate() {
        for c in 0..=problem.bidders.len() {
            if !winners.contains(&Some(c).filter(|c| *c < problem.bidders.len())) {
                state.close(c, lot);
            }
        }
    }
    Ok(state)
}

fn standing(
    problem: &AwardProblem,
    winners: &[Vec<Option<usize>>],
    demands: Demands,
) -> Result<Vec<Vec<Option<Standing>>>, SolveError> {
    let mut table = vec![vec![None; problem.lots.len()]; problem.bidders.len()];
    for (lot, winners) in winners.iter().enumerate() {
        let best = cost(problem, lot, winners[0]);
        let away = |cost: i128| cost.checked_sub(best).ok_or(SolveError::Overflow);
        let all = candidates(problem, lot);
        let mut costs: Vec<i128> = all.iter().map(|w| cost(problem, lot, *w)).collect();
        costs.sort_unstable();
        for bidder in all.into_iter().flatten() {
            let mut here = Standing {
                wins_some: winners.contains(&Some(bidder)),
                wins_all: *winners == [Some(bidder)],
                ..Standing::default()
            };
            if demands.distances && !here.wins_all {
                here.distance = Some(away(cost(problem, lot, Some(bidder)))?);
            }
            if demands.margins && here.wins_some {
                here.margin = costs.get(1).map(|next| away(*next)).transpose()?;
            }
            table[bidder][lot] = Some(here);
        }
    }
    Ok(table)
}
