//! Which bidder gets which lot: the award problem in integers, and its solvers.

mod branch_and_bound;
pub mod certificate;
mod certify;
mod columns;
mod conflicts;
mod flat_ties;
mod independent_lots;
mod int;
mod lagrangian;
mod linked_lots;
mod local_search;
mod model;
mod problem;
mod solution;
mod standings;
mod subset_dp;
mod ties;

use conflicts::{clash, unblock};
use model::{Keys, Methods, Model, in_model};

pub use certify::certify;
pub use problem::{Award, AwardProblem, BidderSide, LotSide, TieBreak, Tier, TierCondition, Unawarded};
pub use solution::{AwardCount, Demands, Proof, Rule, Solution, SolveError, Solved, Standing, Trail};

/// For the tests of this package: the solver with some of its methods only, so that they can be compared with each other.
#[cfg(feature = "test-util")]
pub mod test_util {
    pub use super::certify::certify_by;
    pub use super::model::Methods;
    pub use super::solve_by;
}

/// Finds the best awards, all of them, and what the demands ask for.
///
/// # Errors
/// [`SolveError::Overflow`] where a sum would not fit in 128 bits.
pub fn solve(problem: &AwardProblem, demands: Demands) -> Result<Solved, SolveError> {
    solve_by(problem, demands, Methods::default())
}

/// As [`solve`], with some of its methods only.
///
/// # Errors
/// [`SolveError::Overflow`] as in solving.
pub fn solve_by(problem: &AwardProblem, demands: Demands, methods: Methods) -> Result<Solved, SolveError> {
    if !problem.has_cross_lot_rule() {
        return independent_lots::solve(problem, demands, methods);
    }
    let found = in_model!(problem, methods, |model: &Model<_>| linked_lots::solve(problem, model, demands))??;
    match found {
        Some(solution) => Ok(Solved::Found(Box::new(solution))),
        None => infeasible(problem, methods),
    }
}

/// No award is feasible: what clashes, and what blocks each pair.
fn infeasible(problem: &AwardProblem, methods: Methods) -> Result<Solved, SolveError> {
    let pairs = (0..problem.bidders.len()).flat_map(|b| (0..problem.lots.len()).map(move |l| (b, l)));
    let pairs = pairs.filter(|(b, l)| problem.offer(*b, *l).is_some()).collect();
    let mut blocked = vec![vec![None; problem.lots.len()]; problem.bidders.len()];
    for ((bidder, lot), rules) in unblock(problem, methods, pairs, None)? {
        blocked[bidder][lot] = Some(rules);
    }
    Ok(Solved::Infeasible { clash: clash(problem, methods)?, blocked })
}
