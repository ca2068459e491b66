//! A leaf whose sets are listed: all that can be part of a good enough award, and the best awards made of them.

use std::collections::HashMap;

use super::CertificateError;
use super::bound::{Ahead, bounds_at, capacity_prices};
use super::open::Open;
use super::read::Round;
use super::rules::{Rules, Way, added, multiplied, taken_off};
use super::tries::Found;

/// No listing takes more steps, and no table more sets of lots.
const STEPS: u64 = 1_000_000;
const TABLE: usize = 2_000_000;
/// No leaf has more open lots.
const LOTS: usize = 256;

/// A set of open lots, one bit each.
type Set = [u64; LOTS / 64];

/// The sets of one bidder (or of one lot that may stay unawarded) with what each costs above the bound.
struct Group {
    /// Whether a bidder, and whether it has lots already.
    bidder: bool,
    given: bool,
    sets: Vec<(i128, Set)>,
}

/// Where the leaf is.
pub(super) struct Leaf<'a> {
    pub(super) rules: &'a Rules<'a>,
    pub(super) open: &'a Open,
    /// The last round, at whose multipliers the sets are listed.
    pub(super) round: &'a Round,
    pub(super) scale: i128,
    /// No award counts whose key (scaled) is above this.
    pub(super) highest: i128,
    pub(super) line: usize,
}

impl Leaf<'_> {
    /// The best key of what is left, if it counts, and the number of awards that have it.
    pub(super) fn best_of(&self, count: usize, changes: &[Vec<i128>]) -> Result<Found, CertificateError> {
        let ahead = bounds_at(self.rules, self.open, self.round, self.scale)?;
        let Some(bound) = ahead.bound else { return Ok((None, 0)) };
        let lots = self.rules.problem.lots.len();
        let free: Vec<usize> = (0..lots).filter(|l| self.open.sole(*l).is_none()).collect();
        if free.len() > LOTS {
            return Err(CertificateError::TooMuchWork { line: self.line });
        }
        let slack = taken_off(self.highest, bound)?;
        let mut groups = self.list(&free, &ahead, slack)?;
        if groups.iter().map(|g| g.sets.len()).sum::<usize>() != count {
            return Err(CertificateError::NotClosed { line: self.line });
        }
        let Some(mut bound) = least_to_bound(&mut groups, bound)? else { return Ok((None, 0)) };
        for (i, change) in changes.iter().enumerate() {
            if change.len() != free.len() {
                return Err(CertificateError::BadMultiplier { line: self.line + 1 + i });
            }
            for d in change {
                bound = added(bound, *d)?;
            }
            for (excess, set) in groups.iter_mut().flat_map(|g| &mut g.sets) {
                for (bit, d) in change.iter().enumerate() {
                    if set[bit / 64] >> (bit % 64) & 1 == 1 {
                        *excess = taken_off(*excess, *d)?;
                    }
                }
            }
            let Some(higher) = least_to_bound(&mut groups, bound)? else { return Ok((None, 0)) };
            bound = higher;
            let slack = taken_off(self.highest, bound)?;
            for group in &mut groups {
                group.sets.retain(|(excess, _)| *excess <= slack);
            }
        }
        let slack = taken_off(self.highest, bound)?;
        self.table(groups, &free, slack, bound, ahead.entry)
    }

    /// Every set whose excess is within the slack.
    fn list(&self, free: &[usize], ahead: &Ahead, slack: i128) -> Result<Vec<Group>, CertificateError> {
        let nobody = self.rules.problem.bidders.len();
        let capacity = capacity_prices(self.rules, self.round)?;
        let mut steps = STEPS;
        let mut groups = Vec::new();
        for bidder in 0..nobody {
            let own: Vec<usize> =
                (0..self.rules.problem.lots.len()).filter(|l| self.open.sole(*l) == Some(bidder)).collect();
            let may: Vec<usize> = (0..free.len()).filter(|i| self.open.may_take(bidder, free[*i])).collect();
            if own.is_empty() && may.is_empty() {
                continue;
            }
            let mut sets = Vec::new();
            let nothing = taken_off(0, ahead.share[bidder])?;
            if own.is_empty() && nothing <= slack {
                sets.push((nothing, Set::default()));
            }
            for (w, price) in capacity[bidder].iter().enumerate() {
                let mut lister = Lister {
                    leaf: self,
                    bidder,
                    way: w,
                    own: &own,
                    free,
                    entry: ahead.entry.0,
                    share: ahead.share[bidder],
                    slack,
                    order: Vec::new(),
                    sums: vec![0],
                    chosen: Vec::new(),
                    sets: &mut sets,
                    steps: &mut steps,
                };
                lister.run(*price, &may)?;
            }
            groups.push(Group { bidder: true, given: !own.is_empty(), sets });
        }
        for (bit, lot) in free.iter().enumerate().filter(|(_, l)| self.open.may_take(nobody, **l)) {
            let key = added(self.rules.problem.lots[*lot].fallback, self.rules.surcharge)?;
            let gain = taken_off(multiplied(key, self.scale)?, self.round.prices[*lot])?;
            let share = gain.min(0);
            let mut alone = Set::default();
            alone[bit / 64] |= 1 << (bit % 64);
            let mut sets = vec![(taken_off(0, share)?, Set::default()), (taken_off(gain, share)?, alone)];
            sets.retain(|(excess, _)| *excess <= slack);
            groups.push(Group { bidder: false, given: false, sets });
        }
        Ok(groups)
    }

    /// One group after the other: for each set of lots taken and number of suppliers the least excess and in how many ways.
    fn table(
        &self,
        mut groups: Vec<Group>,
        free: &[usize],
        slack: i128,
        bound: i128,
        (entry, paid): (i128, i128),
    ) -> Result<Found, CertificateError> {
        if slack < 0 {
            return Ok((None, 0));
        }
        groups.sort_by_key(|g| g.sets.len());
        let all = groups.iter().filter(|g| g.bidder).count();
        let exact = entry != 0 || self.rules.most_suppliers < all;
        let cap = if exact { all } else { self.rules.least_suppliers.min(all + 1) };
        let mut reach = vec![Set::default(); groups.len() + 1];
        for (k, group) in groups.iter().enumerate().rev() {
            reach[k] = reach[k + 1];
            for (_, set) in &group.sets {
                (0..set.len()).for_each(|w| reach[k][w] |= set[w]);
            }
        }
        let mut whole = Set::default();
        (0..free.len()).for_each(|bit| whole[bit / 64] |= 1 << (bit % 64));
        let mut size = 0;
        let mut now: HashMap<(Set, usize), (i128, u128)> = HashMap::from([((Set::default(), 0), (0, 1))]);
        for (k, group) in groups.iter().enumerate() {
            let mut next: HashMap<(Set, usize), (i128, u128)> = HashMap::new();
            for ((taken, suppliers), (excess, ways)) in &now {
                for (more, set) in &group.sets {
                    let sum = added(*excess, *more)?;
                    let both: Set = std::array::from_fn(|w| taken[w] | set[w]);
                    let apart = (0..set.len()).all(|w| taken[w] & set[w] == 0);
                    let possible = (0..set.len())
                        .all(|w| (both[w] | reach[k + 1][w]) == (both[w] | reach[k + 1][w] | whole[w]));
                    if sum > slack || !apart || !possible {
                        continue;
                    }
                    let one = group.bidder && (group.given || *set != Set::default());
                    let number = (suppliers + usize::from(one)).min(cap);
                    let place = next.entry((both, number)).or_insert((sum, 0));
                    if sum < place.0 {
                        *place = (sum, 0);
                    }
                    if sum == place.0 {
                        place.1 = place.1.checked_add(*ways).ok_or(CertificateError::Overflow)?;
                    }
                }
            }
            size += next.len();
            if size > TABLE {
                return Err(CertificateError::TooMuchWork { line: self.line });
            }
            now = next;
        }
        let mut found: Found = (None, 0);
        for ((set, suppliers), (excess, ways)) in now {
            if set != whole || suppliers < self.rules.least_suppliers || suppliers > self.rules.most_suppliers
            {
                continue;
            }
            let key = taken_off(added(added(bound, excess)?, multiplied(entry, suppliers as i128)?)?, paid)?;
            if key > self.highest {
                continue;
            }
            let key = key.div_euclid(self.scale);
            match found.0 {
                Some(best) if best < key => {}
                Some(best) if best == key => {
                    found.1 = found.1.checked_add(ways).ok_or(CertificateError::Overflow)?
                }
                _ => found = (Some(key), ways),
            }
        }
        Ok(found)
    }
}

/// Takes the least excess of each group from all of its excesses; gives the bound with these sums, or `None` if a group has
/// no set left.
fn least_to_bound(groups: &mut [Group], mut bound: i128) -> Result<Option<i128>, CertificateError> {
    for group in groups {
        let Some(least) = group.sets.iter().map(|s| s.0).min() else { return Ok(None) };
        for (excess, _) in &mut group.sets {
            *excess = taken_off(*excess, least)?;
        }
        bound = added(bound, least)?;
    }
    Ok(Some(bound))
}

/// Lists the sets of a bidder that get their tier by one way.
struct Lister<'a> {
    leaf: &'a Leaf<'a>,
    bidder: usize,
    way: usize,
    own: &'a [usize],
    free: &'a [usize],
    entry: i128,
    share: i128,
    slack: i128,
    /// Open lots by gain: the gain, the bit.
    order: Vec<(i128, usize)>,
    /// Sums of the first gains.
    sums: Vec<i128>,
    chosen: Vec<usize>,
    sets: &'a mut Vec<(i128, Set)>,
    steps: &'a mut u64,
}

impl Lister<'_> {
    fn way(&self) -> &Way {
        &self.leaf.rules.ways[self.bidder][self.way]
    }

    fn run(&mut self, price: i128, may: &[usize]) -> Result<(), CertificateError> {
        let rules = self.leaf.rules;
        let tier = self.way().tier;
        let gain = |lot: usize| -> Result<i128, CertificateError> {
            let costs = rules.problem.bidders[self.bidder].costs[lot].as_ref();
            let cost = costs.and_then(|c| c.get(tier)).ok_or(CertificateError::OtherProblem)?;
            let volume = multiplied(price, rules.problem.lots[lot].volume.into())?;
            taken_off(added(multiplied(*cost, self.leaf.scale)?, volume)?, self.leaf.round.prices[lot])
        };
        let mut sum = 0;
        for lot in self.own {
            sum = added(sum, gain(*lot)?)?;
        }
        if let Some(capacity) = rules.capacity[self.bidder] {
            let capacity = i128::try_from(capacity).map_err(|_| CertificateError::Overflow)?;
            sum = taken_off(sum, multiplied(price, capacity)?)?;
        }
        let order: Result<Vec<_>, CertificateError> =
            may.iter().map(|bit| Ok((gain(self.free[*bit])?, *bit))).collect();
        self.order = order?;
        self.order.sort_unstable();
        for (gain, _) in &self.order {
            self.sums.push(added(self.sums[self.sums.len() - 1], *gain)?);
        }
        self.grow(0, sum)
    }

    /// Adds the chosen set if it is one of the way's, and every larger one that may be within the slack.
    fn grow(&mut self, from: usize, sum: i128) -> Result<(), CertificateError> {
        let line = self.leaf.line;
        *self.steps = self.steps.checked_sub(1).ok_or(CertificateError::TooMuchWork { line })?;
        self.add()?;
        let limit = added(added(self.slack, self.share)?, self.entry)?;
        for i in from..self.order.len() {
            let count = self.own.len() + self.chosen.len() + 1;
            if count > self.way().most {
                break;
            }
            let (gain, bit) = self.order[i];
            let next = added(sum, gain)?;
            // The least that the lots after it can add: all that gain, within the way's numbers.
            let gaining = self.order[i + 1..].iter().take_while(|(g, _)| *g < 0).count();
            let more = gaining.max(self.way().least.saturating_sub(count)).min(self.way().most - count);
            let end = (i + 1 + more).min(self.order.len());
            let least = added(next, taken_off(self.sums[end], self.sums[i + 1])?)?;
            if least > limit {
                break;
            }
            self.chosen.push(bit);
            self.grow(i + 1, next)?;
            self.chosen.pop();
        }
        Ok(())
    }

    fn add(&mut self) -> Result<(), CertificateError> {
        let rules = self.leaf.rules;
        let mut lots: Vec<usize> = self.own.to_vec();
        lots.extend(self.chosen.iter().map(|bit| self.free[*bit]));
        lots.sort_unstable();
        if lots.is_empty() {
            return Ok(());
        }
        let tier = rules.problem.bidders[self.bidder].tier_for(&lots);
        let met = |w: &Way| {
            w.tier == tier
                && w.least <= lots.len()
                && lots.len() <= w.most
                && w.must.iter().all(|l| lots.contains(l))
        };
        if rules.ways[self.bidder].iter().position(met) != Some(self.way) {
            return Ok(());
        }
        let Some(cost) = rules.cost_if_allowed(self.bidder, &lots)? else { return Ok(()) };
        let mut excess = taken_off(taken_off(multiplied(cost, self.leaf.scale)?, self.entry)?, self.share)?;
        for lot in &lots {
            excess = taken_off(excess, self.leaf.round.prices[*lot])?;
        }
        if excess <= self.slack {
            let mut set = Set::default();
            self.chosen.iter().for_each(|bit| set[bit / 64] |= 1 << (bit % 64));
            self.sets.push((excess, set));
        }
        Ok(())
    }
}
