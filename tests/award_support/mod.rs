//! Random award problems, the same on every machine.
#![allow(dead_code)]

pub mod brute_force;

use udbud::award::{AwardProblem, BidderSide, LotSide, TieBreak, Tier, TierCondition, Unawarded};

/// A small generator of numbers (splitmix64), so that a seed names a case for ever.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5bd1_e995)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub fn roll(&mut self, low: i64, high: i64) -> i64 {
        low + (self.next() % (high - low + 1) as u64) as i64
    }

    pub fn percent(&mut self, chance: i64) -> bool {
        self.roll(1, 100) <= chance
    }
}

/// A problem of up to 5 lots and 4 bidders with any of the rules.
pub fn random_problem(dice: &mut Dice) -> AwardProblem {
    let (lots, bidders) = (dice.roll(1, 5) as usize, dice.roll(1, 4) as usize);
    problem_of(dice, lots, bidders)
}

/// A random problem of a size.
pub fn problem_of(dice: &mut Dice, lots: usize, bidders: usize) -> AwardProblem {
    let kind = dice.roll(0, 3);
    let cost = move |dice: &mut Dice| {
        i128::from(match kind {
            0 => dice.roll(0, 3),
            1 => dice.roll(-20, 5),
            2 => dice.roll(90_000, 110_000),
            _ => dice.roll(0, 40),
        })
    };
    let sides = (0..lots)
        .map(|_| LotSide {
            fallback: cost(dice) + i128::from(dice.roll(0, 9)),
            volume: dice.roll(0, 6) as u64,
        })
        .collect();
    let rules = dice.roll(0, 100);
    let offered = dice.roll(40, 100);
    let bidders_side: Vec<BidderSide> =
        (0..bidders).map(|_| bidder(dice, lots, rules, offered, &cost)).collect();
    let some = |dice: &mut Dice, low: i64, high: i64| {
        if dice.percent(rules / 2) { Some(dice.roll(low, high.max(low)) as usize) } else { None }
    };
    let max_lots_per_bidder = some(dice, 0, lots as i64);
    let odd = i64::from(dice.percent(10));
    let min_suppliers = some(dice, 0, bidders as i64 + odd);
    let max_suppliers = some(dice, 1 - odd, bidders as i64);
    let unawarded = if dice.percent(60) { Unawarded::FewestFirst } else { Unawarded::IfCheaper };
    let mut problem = AwardProblem {
        lots: sides,
        bidders: bidders_side,
        max_lots_per_bidder,
        min_suppliers,
        max_suppliers,
        unawarded,
        ties: Vec::new(),
    };
    problem.ties = (0..dice.roll(0, 3)).map(|_| tie_rule(dice, &problem)).collect();
    problem
}

fn bidder(
    dice: &mut Dice,
    lots: usize,
    rules: i64,
    offered: i64,
    cost: &impl Fn(&mut Dice) -> i128,
) -> BidderSide {
    let mut tiers = vec![Tier::default()];
    while dice.percent(rules / 2) && tiers.len() < 4 {
        let mut conditions = Vec::new();
        for _ in 0..dice.roll(1, 2) {
            conditions.push(if dice.percent(60) {
                TierCondition::AtLeast(dice.roll(1, lots as i64) as usize)
            } else {
                TierCondition::AllOf(some_lots(dice, lots))
            });
        }
        tiers.push(Tier { conditions });
    }
    let falling = dice.percent(70);
    let costs = (0..lots)
        .map(|_| {
            dice.percent(offered).then(|| {
                let first = cost(dice);
                let mut costs = vec![first];
                for t in 1..tiers.len() {
                    let next = if falling { costs[t - 1] - i128::from(dice.roll(0, 3)) } else { cost(dice) };
                    costs.push(next);
                }
                costs
            })
        })
        .collect();
    let max_lots = dice.percent(rules / 3).then(|| dice.roll(0, lots as i64) as usize);
    let capacity = dice.percent(rules / 2).then(|| dice.roll(0, 4 * lots as i64) as u64);
    let mut only_together = Vec::new();
    while dice.percent(rules / 4) && only_together.len() < 3 {
        only_together.push(some_lots(dice, lots));
    }
    BidderSide { costs, tiers, max_lots, capacity, only_together }
}

fn some_lots(dice: &mut Dice, lots: usize) -> Vec<usize> {
    let mut some: Vec<usize> = (0..lots).filter(|_| dice.percent(50)).collect();
    if some.is_empty() {
        some.push(dice.roll(0, lots as i64 - 1) as usize);
    }
    some
}

fn tie_rule(dice: &mut Dice, problem: &AwardProblem) -> TieBreak {
    let bidders = problem.bidders.len();
    match dice.roll(0, 4) {
        0 => {
            let high = dice.roll(0, 3);
            let value = |c: &Option<Vec<i128>>, dice: &mut Dice| {
                c.as_ref().map(|c| c.iter().map(|_| i128::from(dice.roll(-1, high))).collect())
            };
            TieBreak::LowestSum {
                value: problem
                    .bidders
                    .iter()
                    .map(|b| b.costs.iter().map(|c| value(c, dice)).collect())
                    .collect(),
                unawarded: problem.lots.iter().map(|_| i128::from(dice.roll(0, 2))).collect(),
            }
        }
        1 => TieBreak::FewerSuppliers,
        2 => TieBreak::MoreSuppliers,
        3 => TieBreak::LotByLot { place: (0..bidders).map(|_| dice.roll(0, 3) as u32).collect() },
        _ => {
            let all = dice.percent(50);
            TieBreak::Draw {
                place: (0..bidders).map(|b| (all || dice.percent(60)).then_some(b as u32 ^ 1)).collect(),
            }
        }
    }
}
