//! The award problem as the search sees it: one key to minimise, and each bidder's choices as options.
//!
//! Where the fewest unawarded lots come first, an unawarded lot costs its fallback plus a surcharge that no saving can
//! repay. So every award has one key, a single integer, and the lowest key is best.

use super::int::Int;
use super::{Award, AwardProblem, BidderSide, Solution, SolveError, TierCondition, Unawarded};

/// The problem in keys.
#[derive(Clone, Debug)]
pub(super) struct Model<I> {
    /// Lots.
    pub(super) lots: usize,
    /// By lot: its volume.
    pub(super) volume: Vec<u64>,
    /// By lot: its volume as a weight of capacity multipliers; all 0 where volumes are too large for that.
    pub(super) weight: Vec<I>,
    /// No capacity multiplier is larger than this (scaled).
    pub(super) steepest_weight: I,
    /// By lot: the key of leaving it unawarded.
    pub(super) fallback: Vec<I>,
    /// The bidders.
    pub(super) sides: Vec<Side<I>>,
    /// The least number of suppliers.
    pub(super) min_suppliers: usize,
    /// The greatest number of suppliers.
    pub(super) max_suppliers: usize,
    /// Multipliers are in units of 1/scale.
    pub(super) scale: I,
    /// No multiplier of a lot is larger than this (scaled).
    pub(super) steepest: I,
    /// What the solver may use.
    pub(super) methods: Methods,
    /// How keys are read.
    pub(super) keys: Keys,
}

/// What the solver may use: all of it, or less, so that tests can compare its methods with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Methods {
    /// Dynamic programming over sets of lots.
    pub sets: bool,
    /// Columns and what is made of them.
    pub columns: bool,
    /// The number of best awards is exact up to 14 lots, however many they are.
    pub exact: bool,
    /// The most awards that are listed.
    pub listed: usize,
    /// The most awards that are counted.
    pub counted: u128,
}

impl Default for Methods {
    fn default() -> Methods {
        Methods {
            sets: true,
            columns: true,
            exact: true,
            listed: Solution::LISTED,
            counted: Solution::COUNTED,
        }
    }
}

impl Methods {
    /// The limits on open lots and steps, which are 0 where the method may not be used.
    pub(super) fn limits(&self, lots: usize, work: u64) -> (usize, u64) {
        if self.sets { (lots, work) } else { (0, 0) }
    }
}

/// How a key is made of unawarded lots and a total.
#[derive(Clone, Copy, Debug)]
pub(super) struct Keys {
    /// What an unawarded lot adds to the key.
    pub(super) surcharge: i128,
    /// No total is below this.
    pub(super) lowest: i128,
    /// No total is above this.
    pub(super) highest: i128,
    /// The bits that sums of keys may need, the multipliers' included.
    need: i128,
}

/// A bidder.
#[derive(Clone, Debug)]
pub(super) struct Side<I> {
    /// By tier, then lot: the cost; [`Int::NEVER`] where not admissible.
    pub(super) cost: Vec<I>,
    /// The lots on which it is admissible.
    pub(super) admissible: Vec<usize>,
    /// Ways to win something.
    pub(super) options: Vec<Choice>,
    /// No more lots than this.
    pub(super) most: usize,
    /// No more volume than this, where that can bind.
    pub(super) capacity: Option<u128>,
    /// Lots that it takes all or none of: disjoint, two or more each.
    pub(super) together: Vec<Vec<usize>>,
    /// By lot: the place in `together`.
    pub(super) bundle: Vec<Option<usize>>,
    /// The tiers as stated.
    tiers: BidderSide,
    /// By number of lots: the tier, where nothing but the number decides.
    by_count: Option<Vec<usize>>,
}

/// One way to win something: a tier by one of its conditions.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// The tier whose costs apply.
    pub(super) tier: usize,
    /// The least number of lots.
    pub(super) least: usize,
    /// The greatest number of lots.
    pub(super) most: usize,
    /// All of these.
    pub(super) must: Vec<usize>,
}

/// Calls a function with a model in the integers that fit.
macro_rules! in_model {
    ($problem:expr, $methods:expr, $call:expr) => {{
        let keys = Keys::of($problem)?;
        if keys.fit::<i64>() {
            Ok($call(&Model::<i64>::of($problem, keys, $methods)))
        } else if keys.fit::<i128>() {
            Ok($call(&Model::<i128>::of($problem, keys, $methods)))
        } else {
            Err(SolveError::Overflow)
        }
    }};
}
pub(super) use in_model;

impl Keys {
    /// How the keys of a problem are made.
    pub(super) fn of(problem: &AwardProblem) -> Result<Keys, SolveError> {
        let over = || SolveError::Overflow;
        let (mut lowest, mut highest, mut largest) = (0i128, 0i128, 1i128);
        for (l, lot) in problem.lots.iter().enumerate() {
            let costs = (0..problem.bidders.len()).filter_map(|b| problem.offer(b, l)).flatten();
            let (mut low, mut high) = (lot.fallback, lot.fallback);
            for cost in costs {
                (low, high) = (low.min(*cost), high.max(*cost));
            }
            lowest = lowest.checked_add(low).ok_or_else(over)?;
            highest = highest.checked_add(high).ok_or_else(over)?;
            largest =
                largest.max(low.checked_abs().ok_or_else(over)?).max(high.checked_abs().ok_or_else(over)?);
        }
        let surcharge = match problem.unawarded {
            Unawarded::FewestFirst => {
                highest.checked_sub(lowest).and_then(|s| s.checked_add(1)).ok_or_else(over)?
            }
            Unawarded::IfCheaper => 0,
        };
        let pairs = (problem.lots.len() as i128 + 1) * (problem.bidders.len() as i128 + 2);
        let need = largest.checked_add(surcharge).and_then(|k| k.checked_mul(16)).ok_or_else(over)?;
        let need = need.checked_mul(pairs).ok_or_else(over)?;
        Ok(Keys { surcharge, lowest, highest, need })
    }

    /// Whether the keys fit in a kind of integer.
    pub(super) fn fit<I: Int>(&self) -> bool {
        self.need < I::ROOM
    }

    /// Unawarded lots and total of a key, given how many lots the award leaves unawarded.
    pub(super) fn total(&self, key: i128, unawarded: usize) -> i128 {
        key - self.surcharge * unawarded as i128
    }

    /// What a lower bound on keys means: the fewest unawarded lots, and the lowest total with that number.
    pub(super) fn read_bound(&self, key: i128) -> (usize, i128) {
        if self.surcharge == 0 {
            return (0, key);
        }
        let over = key - self.highest;
        let unawarded = if over <= 0 { 0 } else { (over + self.surcharge - 1) / self.surcharge };
        (unawarded as usize, (key - unawarded * self.surcharge).max(self.lowest))
    }
}

impl<I: Int> Model<I> {
    /// The model of a problem whose keys fit.
    pub(super) fn of(problem: &AwardProblem, keys: Keys, methods: Methods) -> Model<I> {
        let lots = problem.lots.len();
        let spare = (I::ROOM / keys.need.max(1)).max(1);
        let scale = 1i128 << spare.ilog2().min(20);
        let largest = keys.need / ((lots as i128 + 1) * (problem.bidders.len() as i128 + 2)) / 16;
        let heaviest = problem.lots.iter().map(|l| i128::from(l.volume)).max().unwrap_or(0).max(1);
        let steepest_weight = largest * scale * 4 / heaviest;
        let weight = |v: u64| if steepest_weight == 0 { I::ZERO } else { I::narrow(v.into()) };
        Model {
            lots,
            weight: problem.lots.iter().map(|l| weight(l.volume)).collect(),
            steepest_weight: I::narrow(steepest_weight),
            volume: problem.lots.iter().map(|l| l.volume).collect(),
            fallback: problem.lots.iter().map(|l| I::narrow(l.fallback + keys.surcharge)).collect(),
            sides: (0..problem.bidders.len()).map(|b| Side::of(problem, b)).collect(),
            min_suppliers: problem.min_suppliers.unwrap_or(0),
            max_suppliers: problem.max_suppliers.unwrap_or(usize::MAX),
            scale: I::narrow(scale),
            steepest: I::narrow(largest * scale * 4),
            methods,
            keys,
        }
    }

    /// The key of an award, or `None` if it breaks a rule.
    pub(super) fn key_of(&self, award: &Award) -> Option<I> {
        let mut key = I::ZERO;
        let mut won = vec![Vec::new(); self.sides.len()];
        for (lot, winner) in award.iter().enumerate() {
            match winner {
                Some(b) => won[*b].push(lot),
                None => key += self.fallback[lot],
            }
        }
        let suppliers = won.iter().filter(|w| !w.is_empty()).count();
        if suppliers < self.min_suppliers || suppliers > self.max_suppliers {
            return None;
        }
        for (side, lots) in self.sides.iter().zip(&won) {
            if !lots.is_empty() {
                key += side.cost_of(lots, &self.volume)?;
            }
        }
        Some(key)
    }
}

impl<I: Int> Side<I> {
    fn of(problem: &AwardProblem, bidder: usize) -> Side<I> {
        let side = &problem.bidders[bidder];
        let lots = problem.lots.len();
        let admissible: Vec<usize> = (0..lots).filter(|l| side.costs[*l].is_some()).collect();
        let tiers = side.tiers.len().max(1);
        let mut cost = vec![I::NEVER; tiers * lots];
        for l in &admissible {
            for (t, c) in side.costs[*l].iter().flatten().enumerate().take(tiers) {
                cost[t * lots + l] = I::narrow(*c);
            }
        }
        let all: u128 = admissible.iter().map(|l| u128::from(problem.lots[*l].volume)).sum();
        let capacity = side.capacity.map(u128::from).filter(|c| *c < all);
        let mut most = admissible.len();
        most = most.min(problem.max_lots_per_bidder.unwrap_or(most)).min(side.max_lots.unwrap_or(most));
        let volumes = admissible.iter().map(|l| problem.lots[*l].volume);
        most = most.min(most_that_fit(volumes, capacity));
        let together = bundles(&side.only_together, lots);
        let mut bundle = vec![None; lots];
        for (i, set) in together.iter().enumerate() {
            set.iter().for_each(|l| bundle[*l] = Some(i));
        }
        Side {
            cost,
            admissible,
            options: options(side, most),
            most,
            capacity,
            together,
            bundle,
            tiers: tiers_of(side),
            by_count: by_count(side, lots),
        }
    }

    /// The tier that applies to a set of lots (ascending, not empty).
    pub(super) fn tier_of(&self, lots: &[usize]) -> usize {
        self.tiers.tier_of(lots)
    }

    /// The tier that applies to a number of lots, where nothing but the number decides.
    pub(super) fn tier_by_count(&self, count: usize) -> Option<usize> {
        self.by_count.as_ref().map(|tiers| tiers[count])
    }

    /// What a set of lots (ascending, not empty) costs, or `None` if the bidder may not have it.
    pub(super) fn cost_of(&self, lots: &[usize], volume: &[u64]) -> Option<I> {
        if lots.len() > self.most {
            return None;
        }
        if let Some(capacity) = self.capacity
            && lots.iter().map(|l| u128::from(volume[*l])).sum::<u128>() > capacity
        {
            return None;
        }
        for set in &self.together {
            let won = set.iter().filter(|l| lots.binary_search(l).is_ok()).count();
            if won != 0 && won != set.len() {
                return None;
            }
        }
        let row = self.tier_of(lots) * self.bundle.len();
        let mut sum = I::ZERO;
        for l in lots {
            if self.cost[row + l] == I::NEVER {
                return None;
            }
            sum += self.cost[row + l];
        }
        Some(sum)
    }
}

/// A bidder with its tiers alone.
fn tiers_of(side: &BidderSide) -> BidderSide {
    BidderSide {
        costs: Vec::new(),
        tiers: side.tiers.clone(),
        max_lots: None,
        capacity: None,
        only_together: Vec::new(),
    }
}

/// By number of lots: the tier, if every condition is a number.
fn by_count(side: &BidderSide, lots: usize) -> Option<Vec<usize>> {
    let number = |c: &TierCondition| matches!(c, TierCondition::AtLeast(_));
    if !side.tiers.iter().flat_map(|t| &t.conditions).all(number) {
        return None;
    }
    let all: Vec<usize> = (0..lots).collect();
    Some((0..=lots).map(|n| side.tier_of(&all[..n])).collect())
}

/// How many of some lots fit at most, the small ones first.
fn most_that_fit(volumes: impl Iterator<Item = u64>, capacity: Option<u128>) -> usize {
    let mut volumes: Vec<u64> = volumes.collect();
    volumes.sort_unstable();
    let Some(capacity) = capacity else { return volumes.len() };
    let mut sum = 0u128;
    volumes
        .iter()
        .take_while(|v| {
            sum += u128::from(**v);
            sum <= capacity
        })
        .count()
}

/// Sets that overlap are one set: whoever takes a lot of it takes all.
fn bundles(sets: &[Vec<usize>], lots: usize) -> Vec<Vec<usize>> {
    if sets.is_empty() {
        return Vec::new();
    }
    let mut of: Vec<usize> = (0..lots).collect();
    for set in sets {
        let Some(first) = set.first() else { continue };
        for l in set {
            let (from, to) = (of[*l], of[*first]);
            of.iter_mut().filter(|o| **o == from).for_each(|o| *o = to);
        }
    }
    let mut bundles: Vec<Vec<usize>> = vec![Vec::new(); lots];
    of.iter().enumerate().for_each(|(l, o)| bundles[*o].push(l));
    bundles.retain(|b| b.len() > 1);
    bundles
}

/// The ways to win something, by tier.
fn options(side: &BidderSide, most: usize) -> Vec<Choice> {
    // Whoever has enough lots for a higher tier gets the higher tier.
    let enough_above = |tier: usize| {
        let above = side.tiers.iter().skip(tier + 1).flat_map(|t| &t.conditions);
        above.filter_map(|c| if let TierCondition::AtLeast(n) = c { Some(*n) } else { None }).min()
    };
    let mut options = Vec::new();
    for tier in 0..side.tiers.len().max(1) {
        let most = enough_above(tier).map_or(most, |n| most.min(n.saturating_sub(1)));
        let mut add = |least: usize, must: Vec<usize>| {
            if least.max(must.len()) <= most && most > 0 {
                options.push(Choice { tier, least: least.max(must.len()).max(1), most, must });
            }
        };
        if tier == 0 {
            add(1, Vec::new());
        } else {
            for condition in &side.tiers[tier].conditions {
                match condition {
                    TierCondition::AtLeast(n) => add(*n, Vec::new()),
                    TierCondition::AllOf(lots) => add(1, lots.clone()),
                }
            }
        }
    }
    options
}
