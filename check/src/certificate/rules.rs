//! The problem as the checker reads it: the key of an award, and the ways in which a bidder may win something.

use super::{Award, CertificateError};
use crate::problem::{AwardProblem, BidderLines, Requires};

/// A sum that fits, or a refusal.
pub(super) fn added(a: i128, b: i128) -> Result<i128, CertificateError> {
    a.checked_add(b).ok_or(CertificateError::Overflow)
}

/// A difference that fits, or a refusal.
pub(super) fn taken_off(a: i128, b: i128) -> Result<i128, CertificateError> {
    a.checked_sub(b).ok_or(CertificateError::Overflow)
}

/// A product that fits, or a refusal.
pub(super) fn multiplied(a: i128, b: i128) -> Result<i128, CertificateError> {
    a.checked_mul(b).ok_or(CertificateError::Overflow)
}

/// A tier by one of its conditions.
pub(super) struct Way {
    pub(super) tier: usize,
    pub(super) least: usize,
    pub(super) most: usize,
    pub(super) must: Vec<usize>,
}

/// What the checker works out of the problem once.
pub(super) struct Rules<'p> {
    pub(super) problem: &'p AwardProblem,
    /// What an unawarded lot adds to the key.
    pub(super) surcharge: i128,
    /// By bidder: the most lots that it can have.
    pub(super) most: Vec<usize>,
    /// By bidder: its capacity, where it can bind.
    pub(super) capacity: Vec<Option<u128>>,
    /// By bidder: its bundles, which it takes whole or not.
    pub(super) bundles: Vec<Vec<Vec<usize>>>,
    /// By bidder: its ways to win.
    pub(super) ways: Vec<Vec<Way>>,
    pub(super) least_suppliers: usize,
    pub(super) most_suppliers: usize,
}

impl<'p> Rules<'p> {
    pub(super) fn of(problem: &'p AwardProblem) -> Result<Rules<'p>, CertificateError> {
        let mut rules = Rules {
            problem,
            surcharge: surcharge(problem)?,
            most: Vec::new(),
            capacity: Vec::new(),
            bundles: Vec::new(),
            ways: Vec::new(),
            least_suppliers: problem.min_suppliers.unwrap_or(0),
            most_suppliers: problem.max_suppliers.unwrap_or(usize::MAX),
        };
        for side in &problem.bidders {
            let lots = (0..problem.lots.len()).filter(|l| side.costs[*l].is_some());
            let mut volumes: Vec<u128> = lots.map(|l| problem.lots[l].volume.into()).collect();
            let all: u128 = volumes.iter().sum();
            let capacity = side.capacity.map(u128::from).filter(|c| *c < all);
            volumes.sort_unstable();
            let mut room = capacity.unwrap_or(all);
            let mut most = 0;
            for volume in &volumes {
                let Some(left) = room.checked_sub(*volume) else { break };
                room = left;
                most += 1;
            }
            for limit in [problem.max_lots_per_bidder, side.max_lots] {
                most = limit.map_or(most, |n| most.min(n));
            }
            rules.ways.push(ways_to_win(side, most));
            rules.bundles.push(joined_sets(&side.sets));
            rules.capacity.push(capacity);
            rules.most.push(most);
        }
        Ok(rules)
    }

    /// The key of an award, or `None` if it breaks a rule.
    pub(super) fn key_if_allowed(&self, award: &Award) -> Result<Option<i128>, CertificateError> {
        let mut won: Vec<Vec<usize>> = vec![Vec::new(); self.problem.bidders.len()];
        let mut key = 0;
        for (lot, winner) in award.iter().enumerate() {
            match winner {
                None => key = added(key, added(self.problem.lots[lot].fallback, self.surcharge)?)?,
                Some(b) => match won.get_mut(*b) {
                    Some(lots) => lots.push(lot),
                    None => return Ok(None),
                },
            }
        }
        let suppliers = won.iter().filter(|lots| !lots.is_empty()).count();
        if suppliers < self.least_suppliers || suppliers > self.most_suppliers {
            return Ok(None);
        }
        for (bidder, lots) in won.iter().enumerate().filter(|(_, lots)| !lots.is_empty()) {
            match self.cost_if_allowed(bidder, lots)? {
                Some(cost) => key = added(key, cost)?,
                None => return Ok(None),
            }
        }
        Ok(Some(key))
    }

    /// What a bidder's lots (ascending) cost, or `None` if it may not have them.
    pub(super) fn cost_if_allowed(
        &self,
        bidder: usize,
        lots: &[usize],
    ) -> Result<Option<i128>, CertificateError> {
        let side = &self.problem.bidders[bidder];
        let volume: u128 = lots.iter().map(|l| u128::from(self.problem.lots[*l].volume)).sum();
        let over = |limit: Option<usize>| limit.is_some_and(|n| lots.len() > n);
        let split = |set: &Vec<usize>| {
            let won = set.iter().filter(|l| lots.contains(l)).count();
            won != 0 && won != set.len()
        };
        if over(side.max_lots)
            || over(self.problem.max_lots_per_bidder)
            || side.capacity.is_some_and(|c| volume > c.into())
            || side.sets.iter().any(split)
        {
            return Ok(None);
        }
        let tier = side.tier_for(lots);
        let mut sum = 0;
        for lot in lots {
            match side.costs[*lot].as_ref().and_then(|c| c.get(tier)) {
                Some(cost) => sum = added(sum, *cost)?,
                None => return Ok(None),
            }
        }
        Ok(Some(sum))
    }
}

/// One more than the highest total less the lowest, where the fewest unawarded lots come first; else 0.
fn surcharge(problem: &AwardProblem) -> Result<i128, CertificateError> {
    if !problem.fewest_first {
        return Ok(0);
    }
    let mut range = 1;
    for (l, lot) in problem.lots.iter().enumerate() {
        let costs = problem.bidders.iter().filter_map(|b| b.costs[l].as_ref()).flatten();
        let (low, high) =
            costs.fold((lot.fallback, lot.fallback), |(low, high), c| (low.min(*c), high.max(*c)));
        range = added(range, high.checked_sub(low).ok_or(CertificateError::Overflow)?)?;
    }
    Ok(range)
}

fn ways_to_win(side: &BidderLines, most: usize) -> Vec<Way> {
    let mut ways = Vec::new();
    for tier in 0..side.tiers.len() + 1 {
        let mut most = most;
        for condition in side.tiers.iter().skip(tier).flatten() {
            if let Requires::Number(n) = condition {
                most = most.min(n.saturating_sub(1));
            }
        }
        let mut conditions = vec![(1, Vec::new())];
        if tier > 0 {
            conditions = side.tiers[tier - 1]
                .iter()
                .map(|c| match c {
                    Requires::Number(n) => (*n, Vec::new()),
                    Requires::Lots(lots) => (lots.len(), lots.clone()),
                })
                .collect();
        }
        for (least, must) in conditions {
            if least <= most && most > 0 {
                ways.push(Way { tier, least: least.max(1), most, must });
            }
        }
    }
    ways
}

/// Sets that share a lot become one.
fn joined_sets(sets: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut bundles: Vec<Vec<usize>> = Vec::new();
    for set in sets {
        let mut merged = set.clone();
        bundles.retain(|bundle| {
            let apart = !bundle.iter().any(|l| merged.contains(l));
            if !apart {
                merged.extend(bundle);
            }
            apart
        });
        merged.sort_unstable();
        merged.dedup();
        bundles.push(merged);
    }
    bundles.retain(|bundle| bundle.len() > 1);
    bundles
}
