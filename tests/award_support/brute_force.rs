//! The award problem solved in the plainest way: every award is tried. The solver's answers are compared with these, so
//! this is written to be read next to the definitions, and uses nothing but the public types.

use udbud::award::{
    Award, AwardCount, AwardProblem, Demands, Proof, Rule, Solution, SolveError, Solved, Standing, TieBreak,
    Unawarded,
};

/// Unawarded lots where they count first (else 0), then the total.
type Key = (usize, i128);

/// Solves by trying every award.
pub fn enumerate(problem: &AwardProblem, demands: Demands) -> Result<Solved, SolveError> {
    let survey = Survey::of(problem, &[])?;
    let Some(best_key) = survey.best else {
        return infeasible(problem);
    };
    let left = apply_tie_rules(problem, survey.awards.clone())?;
    let standing = standings(problem, &survey, best_key, demands)?;
    let mut best = survey.awards;
    let count = AwardCount::Exactly(best.len() as u128);
    best.truncate(Solution::LISTED);
    let left_is_complete = left.len() <= Solution::LISTED;
    let mut left = left;
    left.truncate(Solution::LISTED);
    Ok(Solved::Found(Box::new(Solution {
        unawarded: best.first().map_or(0, unawarded_lots),
        total: best_key.1,
        proof: Proof::Optimal,
        count,
        best,
        left,
        left_is_complete,
        standing,
        nodes: survey.tried,
        trail: udbud::award::Trail::default(),
    })))
}

/// What trying every award showed.
struct Survey {
    /// The key of the best award.
    best: Option<Key>,
    /// All awards with that key, in order.
    awards: Vec<Award>,
    /// By bidder and lot: the best key of an award that gives the bidder the lot.
    with: Vec<Vec<Option<Key>>>,
    /// By bidder and lot: the best key of an award that does not.
    without: Vec<Vec<Option<Key>>>,
    /// Awards tried.
    tried: u64,
}

impl Survey {
    fn of(problem: &AwardProblem, removed: &[Rule]) -> Result<Survey, SolveError> {
        let none = vec![vec![None; problem.lots.len()]; problem.bidders.len()];
        let mut survey =
            Survey { best: None, awards: Vec::new(), with: none.clone(), without: none, tried: 0 };
        let mut award = Vec::with_capacity(problem.lots.len());
        survey.try_lots(problem, removed, &mut award)?;
        Ok(survey)
    }

    fn try_lots(
        &mut self,
        problem: &AwardProblem,
        removed: &[Rule],
        award: &mut Award,
    ) -> Result<(), SolveError> {
        let lot = award.len();
        if lot == problem.lots.len() {
            return self.note(problem, removed, award);
        }
        let bidders = (0..problem.bidders.len()).filter(|b| problem.offer(*b, lot).is_some());
        for winner in bidders.map(Some).chain([None]) {
            award.push(winner);
            if within_limits(problem, removed, award) {
                self.try_lots(problem, removed, award)?;
            }
            award.pop();
        }
        Ok(())
    }

    fn note(&mut self, problem: &AwardProblem, removed: &[Rule], award: &Award) -> Result<(), SolveError> {
        self.tried += 1;
        if !keeps_together(problem, removed, award) || too_few_suppliers(problem, removed, award) {
            return Ok(());
        }
        let counted = match problem.unawarded {
            Unawarded::FewestFirst => unawarded_lots(award),
            Unawarded::IfCheaper => 0,
        };
        let key = (counted, total(problem, award)?);
        for (bidder, (with, without)) in self.with.iter_mut().zip(&mut self.without).enumerate() {
            for (lot, winner) in award.iter().enumerate() {
                let place = if *winner == Some(bidder) { &mut with[lot] } else { &mut without[lot] };
                if place.is_none_or(|k| key < k) {
                    *place = Some(key);
                }
            }
        }
        if self.best.is_none_or(|best| key < best) {
            self.best = Some(key);
            self.awards.clear();
        }
        if self.best == Some(key) {
            self.awards.push(award.clone());
        }
        Ok(())
    }
}

fn unawarded_lots(award: &Award) -> usize {
    award.iter().filter(|w| w.is_none()).count()
}

fn lots_of(award: &Award, bidder: usize) -> Vec<usize> {
    (0..award.len()).filter(|l| award[*l] == Some(bidder)).collect()
}

fn suppliers(problem: &AwardProblem, award: &Award) -> usize {
    (0..problem.bidders.len()).filter(|b| award.contains(&Some(*b))).count()
}

/// Whether no upper limit is broken; true of an award if it is true of all its beginnings.
fn within_limits(problem: &AwardProblem, removed: &[Rule], award: &Award) -> bool {
    let over =
        |limit: Option<usize>, rule: Rule, n: usize| !removed.contains(&rule) && limit.is_some_and(|m| n > m);
    if over(problem.max_suppliers, Rule::MaxSuppliers, suppliers(problem, award)) {
        return false;
    }
    problem.bidders.iter().enumerate().all(|(bidder, side)| {
        let lots = lots_of(award, bidder);
        let volume: u128 = lots.iter().map(|l| u128::from(problem.lots[*l].volume)).sum();
        let full = side.capacity.is_some_and(|c| volume > u128::from(c));
        !over(problem.max_lots_per_bidder, Rule::MaxLotsPerBidder, lots.len())
            && !over(side.max_lots, Rule::MaxLots { bidder }, lots.len())
            && (!full || removed.contains(&Rule::Capacity { bidder }))
    })
}

fn keeps_together(problem: &AwardProblem, removed: &[Rule], award: &Award) -> bool {
    problem.bidders.iter().enumerate().all(|(bidder, side)| {
        side.only_together.iter().enumerate().all(|(set, lots)| {
            let won = lots.iter().filter(|l| award[**l] == Some(bidder)).count();
            won == 0 || won == lots.len() || removed.contains(&Rule::OnlyTogether { bidder, set })
        })
    })
}

fn too_few_suppliers(problem: &AwardProblem, removed: &[Rule], award: &Award) -> bool {
    !removed.contains(&Rule::MinSuppliers)
        && problem.min_suppliers.is_some_and(|m| suppliers(problem, award) < m)
}

/// The sum of what `cost(bidder, lot, tier)` gives for the lots won, and `fallback(lot)` for the rest.
fn sum(
    problem: &AwardProblem,
    award: &Award,
    cost: impl Fn(usize, usize, usize) -> i128,
    fallback: impl Fn(usize) -> i128,
) -> Result<i128, SolveError> {
    let mut sum = 0i128;
    for (lot, winner) in award.iter().enumerate() {
        let part = match winner {
            Some(b) => cost(*b, lot, problem.bidders[*b].tier_of(&lots_of(award, *b))),
            None => fallback(lot),
        };
        sum = sum.checked_add(part).ok_or(SolveError::Overflow)?;
    }
    Ok(sum)
}

fn total(problem: &AwardProblem, award: &Award) -> Result<i128, SolveError> {
    let cost = |b: usize, l: usize, t: usize| problem.offer(b, l).map_or(0, |c| c[t]);
    sum(problem, award, cost, |l| problem.lots[l].fallback)
}

fn standings(
    problem: &AwardProblem,
    survey: &Survey,
    best: Key,
    demands: Demands,
) -> Result<Vec<Vec<Option<Standing>>>, SolveError> {
    let away = |key: Option<Key>| -> Result<Option<i128>, SolveError> {
        match key {
            Some((unawarded, total)) if unawarded == best.0 => {
                total.checked_sub(best.1).map(Some).ok_or(SolveError::Overflow)
            }
            _ => Ok(None),
        }
    };
    let mut blocked = Vec::new();
    let mut table = vec![vec![None; problem.lots.len()]; problem.bidders.len()];
    for (bidder, lot) in admissible(problem) {
        let mut standing = Standing {
            wins_some: survey.awards.iter().any(|a| a[lot] == Some(bidder)),
            wins_all: survey.awards.iter().all(|a| a[lot] == Some(bidder)),
            ..Standing::default()
        };
        let (distance, margin) = (away(survey.with[bidder][lot])?, away(survey.without[bidder][lot])?);
        if demands.distances && !standing.wins_all {
            standing.distance = distance;
            if distance.is_none() {
                blocked.push((bidder, lot));
            }
        }
        if demands.margins && standing.wins_some {
            standing.margin = margin;
        }
        table[bidder][lot] = Some(standing);
    }
    for ((bidder, lot), rules) in unblock(problem, blocked, Some(best.0))? {
        if let Some(standing) = &mut table[bidder][lot] {
            standing.blocked_by = rules;
        }
    }
    Ok(table)
}

fn admissible(problem: &AwardProblem) -> Vec<(usize, usize)> {
    let pairs = (0..problem.bidders.len()).flat_map(|b| (0..problem.lots.len()).map(move |l| (b, l)));
    pairs.filter(|(b, l)| problem.offer(*b, *l).is_some()).collect()
}

fn infeasible(problem: &AwardProblem) -> Result<Solved, SolveError> {
    let mut clash = Vec::new();
    for removed in rule_sets(problem) {
        if Survey::of(problem, &removed)?.best.is_some() {
            clash = removed;
            break;
        }
    }
    let mut blocked = vec![vec![None; problem.lots.len()]; problem.bidders.len()];
    for ((bidder, lot), rules) in unblock(problem, admissible(problem), None)? {
        blocked[bidder][lot] = Some(rules);
    }
    Ok(Solved::Infeasible { clash, blocked })
}

/// For each pair the first smallest set of rules without which an award gives it the lot, with at most `unawarded` lots
/// unawarded if that is given and counts first.
#[allow(clippy::type_complexity)]
fn unblock(
    problem: &AwardProblem,
    mut pairs: Vec<(usize, usize)>,
    unawarded: Option<usize>,
) -> Result<Vec<((usize, usize), Vec<Rule>)>, SolveError> {
    let mut found = Vec::new();
    for removed in rule_sets(problem) {
        if pairs.is_empty() {
            break;
        }
        let survey = Survey::of(problem, &removed)?;
        pairs.retain(|&(b, l)| {
            let free = survey.with[b][l].is_some_and(|k| unawarded.is_none_or(|most| k.0 <= most));
            if free {
                found.push(((b, l), removed.clone()));
            }
            !free
        });
    }
    Ok(found)
}

/// All sets of the problem's rules, the small ones first, those of one size in the order of [`Rule`].
fn rule_sets(problem: &AwardProblem) -> impl Iterator<Item = Vec<Rule>> {
    let rules = rules(problem);
    (0..=rules.len()).flat_map(move |size| {
        let mut sets = Vec::new();
        choose(&rules, size, &mut Vec::new(), &mut sets);
        sets
    })
}

fn choose(rules: &[Rule], size: usize, chosen: &mut Vec<Rule>, sets: &mut Vec<Vec<Rule>>) {
    if size == 0 {
        sets.push(chosen.clone());
        return;
    }
    for (i, rule) in rules.iter().enumerate() {
        chosen.push(*rule);
        choose(&rules[i + 1..], size - 1, chosen, sets);
        chosen.pop();
    }
}

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

fn apply_tie_rules(problem: &AwardProblem, mut awards: Vec<Award>) -> Result<Vec<Award>, SolveError> {
    for rule in &problem.ties {
        match rule {
            TieBreak::LowestSum { value, unawarded } => {
                let value = |b: usize, l: usize, t: usize| value[b][l].as_ref().map_or(0, |v| v[t]);
                let mut sums = Vec::new();
                for award in &awards {
                    sums.push(sum(problem, award, value, |l| unawarded[l])?);
                }
                keep_lowest(&mut awards, &sums);
            }
            TieBreak::FewerSuppliers => {
                let n: Vec<usize> = awards.iter().map(|a| suppliers(problem, a)).collect();
                keep_lowest(&mut awards, &n);
            }
            TieBreak::MoreSuppliers => {
                let n: Vec<_> = awards.iter().map(|a| std::cmp::Reverse(suppliers(problem, a))).collect();
                keep_lowest(&mut awards, &n);
            }
            TieBreak::LotByLot { place } => {
                let places =
                    |a: &Award| a.iter().map(|w| w.map_or(u64::MAX, |b| place[b].into())).collect::<Vec<_>>();
                let places: Vec<_> = awards.iter().map(places).collect();
                keep_lowest(&mut awards, &places);
            }
            TieBreak::Draw { place } => {
                let differ: Vec<bool> =
                    (0..problem.lots.len()).map(|l| awards.iter().any(|a| a[l] != awards[0][l])).collect();
                let drawn = |a: &Award| {
                    a.iter().zip(&differ).all(|(w, d)| !d || w.is_none_or(|b| place[b].is_some()))
                };
                if !awards.iter().all(drawn) {
                    continue;
                }
                let key = |(w, d): (&Option<usize>, &bool)| {
                    if *d { w.and_then(|b| place[b]).map_or(u64::MAX, u64::from) } else { 0 }
                };
                let places: Vec<Vec<u64>> =
                    awards.iter().map(|a| a.iter().zip(&differ).map(key).collect()).collect();
                keep_lowest(&mut awards, &places);
            }
        }
    }
    Ok(awards)
}

fn keep_lowest<K: Ord>(awards: &mut Vec<Award>, keys: &[K]) {
    let lowest = keys.iter().min();
    let mut keys = keys.iter();
    awards.retain(|_| keys.next() == lowest);
}
