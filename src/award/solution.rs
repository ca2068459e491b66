//! What solving an award problem gives.

use super::Award;
use super::certificate::Round;

/// What the solver is asked for beyond the award itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Demands {
    /// Stop after this number of nodes of a search tree, with a proven bound. `None`: after work of about ten seconds.
    pub work_limit: Option<u64>,
    /// Every bidder's distance on every lot, and what blocks it.
    pub distances: bool,
    /// The margin of every winner.
    pub margins: bool,
}

/// The outcome of an award problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Solved {
    /// No feasible award exists: a smallest set of rules that clash.
    Infeasible {
        /// Without all of these a feasible award would exist.
        clash: Vec<Rule>,
        /// By bidder and lot: for each admissible pair a smallest set of rules without which a feasible award would give
        /// the bidder the lot. `None` where not admissible.
        blocked: Vec<Vec<Option<Vec<Rule>>>>,
    },
    /// Awards were found.
    Found(Box<Solution>),
}

/// The best awards and how far everyone was from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// Lots that every best award leaves unawarded, in number (with `if-cheaper`: of the first award listed).
    pub unawarded: usize,
    /// The best total: winners' costs and fallbacks.
    pub total: i128,
    /// Whether the total and the ties are proven.
    pub proof: Proof,
    /// How many best awards there are, before tie rules.
    pub count: AwardCount,
    /// Best awards before tie rules, ordered by lot, then bidder, unawarded last; at most [`Solution::LISTED`].
    pub best: Vec<Award>,
    /// What the tie rules leave, in the same order; at most [`Solution::LISTED`]. One: awarded.
    pub left: Vec<Award>,
    /// Whether `left` is all that the tie rules leave.
    pub left_is_complete: bool,
    /// By bidder and lot: the pair's standing. `None` where the bidder is not admissible.
    pub standing: Vec<Vec<Option<Standing>>>,
    /// Nodes of the search trees that found and proved the total.
    pub nodes: u64,
    /// What helps to write a certificate at once.
    pub trail: Trail,
}

/// Multipliers at which the search ended: [`certify`](super::certify) begins with them, and without them finds its own.
/// All are equal to each other, since they change nothing in what was found.
#[derive(Clone, Debug, Default, Eq)]
pub struct Trail(pub(super) Option<Round>);

impl PartialEq for Trail {
    fn eq(&self, _: &Trail) -> bool {
        true
    }
}

impl Solution {
    /// The most awards that are listed.
    pub const LISTED: usize = 1000;
    /// The count of best awards is exact up to this.
    pub const COUNTED: u128 = 1_000_000;
}

/// Whether the total is proven to be the best.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Nothing is better and no tie is missing.
    Optimal,
    /// The work limit was reached: no award has fewer unawarded lots than `unawarded` and, with that number, a total below `total`.
    Bound {
        /// The fewest unawarded lots possible.
        unawarded: usize,
        /// The lower bound on the total.
        total: i128,
    },
}

/// A number of best awards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AwardCount {
    /// Exactly this number. Wide, since few lots with many bidders can tie in more ways than 64 bits hold.
    Exactly(u128),
    /// At least this number: counting stopped.
    AtLeast(u128),
}

/// The standing of a bidder on a lot on which it is admissible.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// It wins the lot in at least one best award.
    pub wins_some: bool,
    /// It wins the lot in every best award.
    pub wins_all: bool,
    /// Where it does not win in every best award: the best total in which it wins the lot (with as few unawarded lots;
    /// with `if-cheaper` any) less the best total. `None` if not asked for, blocked, or it wins in every best award.
    pub distance: Option<i128>,
    /// Where no award as above exists: a smallest set of rules without which one would.
    pub blocked_by: Vec<Rule>,
    /// Where it wins some best award: the best total in which it does not win the lot, less the best total; `None` if not
    /// asked for, or no such award exists (with as few unawarded lots; with `if-cheaper` in any award).
    pub margin: Option<i128>,
}

/// One rule that can stand in the way of an award.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// The structure's `max-lots-per-bidder`.
    MaxLotsPerBidder,
    /// The structure's `min-suppliers`.
    MinSuppliers,
    /// The structure's `max-suppliers`.
    MaxSuppliers,
    /// A bidder's own `max-lots`.
    MaxLots {
        /// The bidder.
        bidder: usize,
    },
    /// A bidder's `capacity`.
    Capacity {
        /// The bidder.
        bidder: usize,
    },
    /// One of a bidder's `only-together` sets.
    OnlyTogether {
        /// The bidder.
        bidder: usize,
        /// Which of its sets.
        set: usize,
    },
}

/// Why a problem was not solved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SolveError {
    /// A sum would not fit in 128 bits.
    Overflow,
}

impl std::fmt::Display for SolveError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            SolveError::Overflow => {
                write!(f, "a sum of the award problem is too large to be computed exactly")
            }
        }
    }
}

impl std::error::Error for SolveError {}
