//! What rules out an award: a smallest set of rules without which it would be feasible.

use super::branch_and_bound::{Goal, Search, State};
use super::int::Int;
use super::model::{Keys, Methods, Model, in_model};
use super::subset_dp::{Limits, Sets};
use super::{AwardProblem, BidderSide, LotSide, Rule, SolveError, Tier, Unawarded};

/// A bidder and a lot.
pub(super) type Pair = (usize, usize);

/// One sweep over sets of lots answers for all pairs, up to these numbers of lots and steps.
const SWEEP: Limits = (16, 80_000_000);

/// For each pair the first smallest set of rules without which an award gives it the lot, with at most `unawarded` lots
/// unawarded if that is given.
pub(super) fn unblock(
    problem: &AwardProblem,
    methods: Methods,
    mut pairs: Vec<Pair>,
    unawarded: Option<usize>,
) -> Result<Vec<(Pair, Vec<Rule>)>, SolveError> {
    let rules = rules_that_bind(problem);
    let needed: Vec<Vec<Rule>> = pairs.iter().map(|p| broken_alone(problem, &rules, *p)).collect();
    let mut needed: std::collections::BTreeMap<Pair, Vec<Rule>> = pairs.iter().copied().zip(needed).collect();
    let mut found = Vec::new();
    for size in 1..=rules.len() {
        let mut removed = Choice::first(size, rules.len());
        while let Some(choice) = removed.current() {
            if pairs.is_empty() {
                return Ok(found);
            }
            let set: Vec<Rule> = choice.iter().map(|i| rules[*i]).collect();
            let asked = |p: &&Pair| needed.get(*p).is_some_and(|n| n.iter().all(|r| set.contains(r)));
            let asked: Vec<Pair> = pairs.iter().filter(asked).copied().collect();
            let open = if asked.is_empty() || is_idle(problem, &set, unawarded) { Vec::new() } else { asked };
            for pair in freed(&without(problem, &set), methods, &open, unawarded)? {
                found.push((pair, set.clone()));
                needed.remove(&pair);
            }
            pairs.retain(|p| needed.contains_key(p));
            removed.next();
        }
    }
    Ok(found)
}

/// The first smallest set of rules without which some award is feasible.
pub(super) fn clash(problem: &AwardProblem, methods: Methods) -> Result<Vec<Rule>, SolveError> {
    let rules = rules(problem);
    for size in 1..=rules.len() {
        let mut removed = Choice::first(size, rules.len());
        while let Some(choice) = removed.current() {
            let set: Vec<Rule> = choice.iter().map(|i| rules[*i]).collect();
            let open = plain(&without(problem, &set), None);
            if in_model!(&open, methods, |model: &Model<_>| any(model, &State::of(model), None))? {
                return Ok(set);
            }
            removed.next();
        }
    }
    Ok(Vec::new())
}

/// All rules of a problem, in order.
fn rules(problem: &AwardProblem) -> Vec<Rule> {
    let mut rules = Vec::new();
    rules.extend(problem.max_lots_per_bidder.map(|_| Rule::MaxLotsPerBidder));
    rules.extend(problem.min_suppliers.map(|_| Rule::MinSuppliers));
    rules.extend(problem.max_suppliers.map(|_| Rule::MaxSuppliers));
    for (bidder, side) in problem.bidders.iter().enumerate() {
        rules.extend(side.max_lots.map(|_| Rule::MaxLots { bidder }));
        rules.extend(side.capacity.map(|_| Rule::Capacity { bidder }));
        rules.extend((0..side.only_together.len()).map(|set| Rule::OnlyTogether { bidder, set }));
    }
    rules.sort();
    rules
}

/// Those that can restrict somebody: not a limit that no set of admissible lots can exceed.
fn rules_that_bind(problem: &AwardProblem) -> Vec<Rule> {
    let admissible = |b: usize| (0..problem.lots.len()).filter(move |l| problem.offer(b, *l).is_some());
    let volume = |b: usize| admissible(b).map(|l| u128::from(problem.lots[l].volume)).sum::<u128>();
    let mut rules = rules(problem);
    rules.retain(|rule| match rule {
        Rule::MaxLotsPerBidder => {
            let most = problem.max_lots_per_bidder.unwrap_or(usize::MAX);
            (0..problem.bidders.len()).any(|b| admissible(b).count() > most)
        }
        Rule::MaxLots { bidder } => {
            problem.bidders[*bidder].max_lots.is_some_and(|most| admissible(*bidder).count() > most)
        }
        Rule::Capacity { bidder } => {
            problem.bidders[*bidder].capacity.is_some_and(|c| volume(*bidder) > u128::from(c))
        }
        _ => true,
    });
    rules
}

/// The rules that giving the bidder this one lot breaks already, whatever else is awarded.
fn broken_alone(problem: &AwardProblem, rules: &[Rule], (bidder, lot): Pair) -> Vec<Rule> {
    let side = &problem.bidders[bidder];
    let broken = |rule: &Rule| match rule {
        Rule::MaxLotsPerBidder => problem.max_lots_per_bidder == Some(0),
        Rule::MaxSuppliers => problem.max_suppliers == Some(0),
        Rule::MaxLots { bidder: b } => *b == bidder && side.max_lots == Some(0),
        Rule::Capacity { bidder: b } => {
            *b == bidder && side.capacity.is_some_and(|c| problem.lots[lot].volume > c)
        }
        Rule::OnlyTogether { bidder: b, set } => {
            let set = &problem.bidders[*b].only_together[*set];
            *b == bidder && set.contains(&lot) && set.iter().any(|l| problem.offer(*b, *l).is_none())
        }
        Rule::MinSuppliers => false,
    };
    rules.iter().copied().filter(broken).collect()
}

/// By bidder: the most lots that it can have.
fn most_lots(problem: &AwardProblem) -> Vec<usize> {
    let most = |b: usize| {
        let side = &problem.bidders[b];
        let lots = (0..problem.lots.len()).filter(|l| problem.offer(b, *l).is_some());
        let mut volumes: Vec<u64> = lots.map(|l| problem.lots[l].volume).collect();
        volumes.sort_unstable();
        let mut sum = 0u128;
        let fits = |v: &&u64| {
            sum += u128::from(**v);
            side.capacity.is_none_or(|c| sum <= u128::from(c))
        };
        let most = volumes.iter().take_while(fits).count();
        most.min(side.max_lots.unwrap_or(most)).min(problem.max_lots_per_bidder.unwrap_or(most))
    };
    (0..problem.bidders.len()).map(most).collect()
}

/// Whether an award with up to this number of unawarded lots has enough suppliers in any case.
pub(super) fn has_enough_suppliers(problem: &AwardProblem, unawarded: Option<usize>) -> bool {
    let (Some(least), Some(unawarded)) = (problem.min_suppliers, unawarded) else { return false };
    let mut awarded = problem.lots.len().saturating_sub(unawarded);
    let mut most = most_lots(problem);
    most.sort_unstable();
    let mut needed = 0;
    while let Some(n) = most.pop().filter(|n| awarded > 0 && *n > 0) {
        awarded = awarded.saturating_sub(n);
        needed += 1;
    }
    awarded > 0 || needed >= least
}

/// Whether one of the rules restricts nobody once the others are removed, so that a smaller set has the same effect.
fn is_idle(problem: &AwardProblem, removed: &[Rule], unawarded: Option<usize>) -> bool {
    let freed = without(problem, removed);
    removed.iter().any(|rule| {
        let others: Vec<Rule> = removed.iter().copied().filter(|r| r != rule).collect();
        let bound = || without(problem, &others);
        match rule {
            Rule::MinSuppliers => has_enough_suppliers(&bound(), unawarded),
            Rule::MaxLotsPerBidder | Rule::MaxLots { .. } => most_lots(&bound()) == most_lots(&freed),
            _ => false,
        }
    })
}

/// The problem without some rules.
fn without(problem: &AwardProblem, removed: &[Rule]) -> AwardProblem {
    let mut freed = problem.clone();
    for rule in removed.iter().rev() {
        match rule {
            Rule::MaxLotsPerBidder => freed.max_lots_per_bidder = None,
            Rule::MinSuppliers => freed.min_suppliers = None,
            Rule::MaxSuppliers => freed.max_suppliers = None,
            Rule::MaxLots { bidder } => freed.bidders[*bidder].max_lots = None,
            Rule::Capacity { bidder } => freed.bidders[*bidder].capacity = None,
            Rule::OnlyTogether { bidder, set } => {
                freed.bidders[*bidder].only_together.remove(*set);
            }
        }
    }
    freed
}

/// The problem with nothing but the number of unawarded lots to minimise, if that counts.
fn plain(problem: &AwardProblem, unawarded: Option<usize>) -> AwardProblem {
    let bidder = |side: &BidderSide| BidderSide {
        costs: side.costs.iter().map(|c| c.as_ref().map(|_| vec![0])).collect(),
        tiers: vec![Tier::default()],
        ..side.clone()
    };
    let fallback = i128::from(unawarded.is_some());
    AwardProblem {
        lots: problem.lots.iter().map(|l| LotSide { fallback, volume: l.volume }).collect(),
        bidders: problem.bidders.iter().map(bidder).collect(),
        unawarded: Unawarded::IfCheaper,
        ties: Vec::new(),
        ..*problem
    }
}

/// Those of the pairs that some award of the problem satisfies.
fn freed(
    problem: &AwardProblem,
    methods: Methods,
    pairs: &[Pair],
    unawarded: Option<usize>,
) -> Result<Vec<Pair>, SolveError> {
    if pairs.is_empty() {
        return Ok(Vec::new());
    }
    let mut plain = plain(problem, unawarded);
    if has_enough_suppliers(problem, unawarded) {
        plain.min_suppliers = None;
    }
    in_model!(&plain, methods, |model: &Model<_>| freed_in(model, pairs, unawarded))
}

fn freed_in<I: Int>(model: &Model<I>, pairs: &[Pair], unawarded: Option<usize>) -> Vec<Pair> {
    let root = State::of(model);
    let most = I::narrow(unawarded.unwrap_or(0) as i128);
    if let Some(sets) = Sets::of(model, &root, SWEEP) {
        let mut bidders: Vec<usize> = pairs.iter().map(|p| p.0).collect();
        bidders.dedup();
        if bidders.len() <= 3 {
            let with: Vec<Vec<I>> = bidders.iter().map(|b| sets.with_bidder(*b, model.lots)).collect();
            let of = |b: usize| bidders.iter().position(|x| *x == b).map(|i| &with[i]);
            return pairs.iter().copied().filter(|(b, l)| of(*b).is_some_and(|w| w[*l] <= most)).collect();
        }
        let table = sets.pairs(model.lots);
        return pairs.iter().copied().filter(|(b, l)| table.with[*b][*l] <= most).collect();
    }
    let given = |(b, l): &Pair| {
        let mut state = root.clone();
        state.fix(*b, *l);
        state.is_open(*b, *l) && any(model, &state, unawarded)
    };
    pairs.iter().copied().filter(given).collect()
}

/// Whether a plain problem has an award in the state with up to this number of unawarded lots.
fn any<I: Int>(model: &Model<I>, state: &State, unawarded: Option<usize>) -> bool {
    let mut search = Search::new(model, Goal::Any, Some(I::narrow(unawarded.unwrap_or(0) as i128)));
    search.run(state);
    search.award.is_some()
}

/// The ways to choose a number of things from a larger number, in order.
struct Choice {
    chosen: Option<Vec<usize>>,
    of: usize,
}

impl Choice {
    fn first(size: usize, of: usize) -> Choice {
        Choice { chosen: (size <= of).then(|| (0..size).collect()), of }
    }

    fn current(&self) -> Option<&[usize]> {
        self.chosen.as_deref()
    }

    fn next(&mut self) {
        let Some(chosen) = &mut self.chosen else { return };
        let size = chosen.len();
        match (0..size).rev().find(|i| chosen[*i] + size < self.of + i) {
            Some(i) => {
                chosen[i] += 1;
                for j in i + 1..size {
                    chosen[j] = chosen[j - 1] + 1;
                }
            }
            None => self.chosen = None,
        }
    }
}
