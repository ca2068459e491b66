//! Which bidder gets which lot: the award problem in integers, and its solvers.

mod enumerate;
mod problem;
mod solution;

pub use enumerate::enumerate;
pub use problem::{Award, AwardProblem, BidderSide, LotSide, TieBreak, Tier, TierCondition, Unawarded};
pub use solution::{AwardCount, Demands, Proof, Rule, Solution, SolveError, Solved, Standing};

/// Finds the best awards, all of them, and what the demands ask for.
pub fn solve(problem: &AwardProblem, demands: Demands) -> Result<Solved, SolveError> {
    enumerate(problem, demands)
}
