//! Which bidder gets which lot: the award problem in integers, and its solvers.

mod problem;
mod solution;

pub use problem::{Award, AwardProblem, BidderSide, LotSide, TieBreak, Tier, TierCondition, Unawarded};
pub use solution::{AwardCount, Demands, Proof, Rule, Solution, SolveError, Solved, Standing};
