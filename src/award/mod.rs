//! Which bidder gets which lot: the award problem in integers, and its solvers.

mod ascent;
mod blocked;
mod bound;
pub mod certificate;
mod certify;
mod enumerate;
mod general;
mod independent;
mod int;
mod leaf;
mod listing;
mod local;
mod methods;
mod model;
mod problem;
mod refine;
mod rivals;
mod search;
mod sets;
mod solution;
mod stages;
mod state;
mod tie_rules;

use blocked::{clash, unblock};
use model::{Keys, Model};
use refine::in_model;

pub use certify::{certify, certify_by};
pub use enumerate::enumerate;
pub use methods::Methods;
pub use problem::{Award, AwardProblem, BidderSide, LotSide, TieBreak, Tier, TierCondition, Unawarded};
pub use solution::{AwardCount, Demands, Proof, Rule, Solution, SolveError, Solved, Standing};

/// Finds the best awards, all of them, and what the demands ask for.
pub fn solve(problem: &AwardProblem, demands: Demands) -> Result<Solved, SolveError> {
    solve_by(problem, demands, Methods::default())
}

/// As [`solve`], with some of its methods only: they are held against each other so.
pub fn solve_by(problem: &AwardProblem, demands: Demands, methods: Methods) -> Result<Solved, SolveError> {
    if !problem.has_cross_lot_rule() {
        return independent::solve(problem, demands, methods);
    }
    let found = in_model!(problem, methods, |model: &Model<_>| general::solve(problem, model, demands))??;
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
