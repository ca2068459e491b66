//! Writes down why an award is the best: the search once more, with the answer known.

use super::branch_and_bound::{Goal, Search, State};
use super::certificate::{Certificate, Claim, End, Method, Node, Ties, digest};
use super::int::Int;
use super::lagrangian::Multipliers;
use super::linked_lots::{FIRST_SETS, LAST_SETS, ROOT_SETS, TRIED_NODES};
use super::model::{Keys, Methods, Model, in_model};
use super::subset_dp::Sets;
use super::{AwardCount, AwardProblem, Proof, Solution, SolveError, Solved};

/// A certificate for what was found, or `None` where the work limit left it unproven.
///
/// # Errors
/// [`SolveError::Overflow`] as in solving.
pub fn certify(problem: &AwardProblem, solved: &Solved) -> Result<Option<Certificate>, SolveError> {
    certify_by(problem, solved, Methods::default())
}

/// As [`certify`], with some of the solver's methods only.
///
/// # Errors
/// [`SolveError::Overflow`] as in solving.
#[cfg_attr(not(feature = "test-util"), allow(unreachable_pub, reason = "public to the tests alone"))]
pub fn certify_by(
    problem: &AwardProblem,
    solved: &Solved,
    methods: Methods,
) -> Result<Option<Certificate>, SolveError> {
    let (claim, method) = match solved {
        Solved::Found(solution) if solution.proof != Proof::Optimal => return Ok(None),
        Solved::Found(solution) if !problem.has_cross_lot_rule() => (lots_claim(solution), Method::Lots),
        Solved::Found(solution) => {
            in_model!(problem, methods, |model: &Model<_>| prove(model, Some(solution)))?
        }
        Solved::Infeasible { .. } => in_model!(problem, methods, |model: &Model<_>| prove(model, None))?,
    };
    Ok(Some(Certificate { problem: digest(problem), claim, method }))
}

fn claim(solution: &Solution, ties: Ties) -> Claim {
    let listed = match ties {
        Ties::Exactly(n) if n <= Solution::LISTED as u128 => Solution::LISTED,
        _ => 1,
    };
    Claim::Best {
        unawarded: solution.unawarded,
        total: solution.total,
        ties,
        awards: solution.best.iter().take(listed).cloned().collect(),
    }
}

fn lots_claim(solution: &Solution) -> Claim {
    match solution.count {
        AwardCount::Exactly(n) => claim(solution, Ties::Exactly(n)),
        AwardCount::AtLeast(_) => claim(solution, Ties::NotProven),
    }
}

/// The claim and the tree that proves it.
fn prove<I: Int>(model: &Model<I>, solution: Option<&Solution>) -> (Claim, Method) {
    let scale = model.scale.wide();
    let root = State::of(model);
    let possible = root.clone().conclude(model);
    let sets = || Method::Tree { scale: 1, root: Node { rounds: Vec::new(), end: End::Sets } };
    let Some(solution) = solution else {
        let small = possible && Sets::of(model, &root, LAST_SETS).is_some();
        let none = || search(model, &root, Goal::One, None, None, u64::MAX);
        let method = if small { sets() } else { tree(scale, none()) };
        return (Claim::NoAward, method);
    };
    let key = solution.best.first().and_then(|award| model.key_of(award));
    let start = solution.trail.0.as_ref().and_then(|round| Multipliers::read(model, round));
    let optimal = |start| tree(scale, search(model, &root, Goal::One, key, start, u64::MAX));
    let AwardCount::Exactly(count) = solution.count else {
        return (claim(solution, Ties::NotProven), optimal(start));
    };
    let exactly = claim(solution, Ties::Exactly(count));
    let listed = count <= Solution::LISTED as u128;
    let few = if listed { FIRST_SETS } else { LAST_SETS };
    if start.is_none() && Sets::of(model, &root, few).is_some() {
        return (exactly, sets());
    }
    if !listed {
        if Sets::of(model, &root, LAST_SETS).is_some() {
            return (exactly, sets());
        }
        return (claim(solution, Ties::NotProven), optimal(start));
    }
    let goal = Goal::All(Solution::LISTED, Solution::LISTED as u128);
    let tried = search(model, &root, goal, key, start.clone(), TRIED_NODES);
    if tried.is_none() && Sets::of(model, &root, LAST_SETS).is_some() {
        return (exactly, sets());
    }
    (exactly, tree(scale, tried.or_else(|| search(model, &root, goal, key, start, u64::MAX))))
}

fn tree(scale: i128, root: Option<Node>) -> Method {
    Method::Tree { scale, root: root.unwrap_or_default() }
}

/// The tree of a search that knows the best key, or `None` if the limit was reached.
fn search<I: Int>(
    model: &Model<I>,
    root: &State,
    goal: Goal,
    key: Option<I>,
    start: Option<Multipliers<I>>,
    limit: u64,
) -> Option<Node> {
    let mut search = Search::new(model, goal, key);
    search.record = true;
    search.start = start;
    search.limit = Some(limit);
    search.sets = ROOT_SETS;
    search.run(root).filter(|_| search.unfinished.is_none())
}
