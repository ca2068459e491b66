//! What each line of each bid costs at any volume, and award problems at other volumes.

use crate::{
    award::{Award, AwardProblem},
    number::{Overflow, Percent, Volume, divide_half_up},
    outcome::{Outcome, OutcomeError},
    pricing::{FallbackDays, fallback_days},
    tender::Tender,
};

/// What a line costs by volume.
#[derive(Clone, Copy, Debug)]
pub(super) enum Rate {
    /// So many øre an operation.
    Unit(i128),
    /// The fallback: volume × sum / all, half up.
    Fallback { sum: i128, all: i128 },
}

impl Rate {
    pub(super) fn at(self, volume: i128) -> i128 {
        match self {
            Rate::Unit(unit) => unit * volume,
            Rate::Fallback { sum, all } => divide_half_up(sum * volume, all),
        }
    }
}

/// An outcome's lines.
pub(super) struct Lines<'a> {
    pub(super) tender: &'a Tender,
    /// As evaluated.
    pub(super) problem: &'a AwardProblem,
    pub(super) award: &'a Award,
    pub(super) volumes: Vec<Volume>,
    /// By lot: its procedures.
    pub(super) lots: Vec<Vec<usize>>,
    lot_of: Vec<usize>,
    /// By bid, tier, procedure; empty where the bid is on no lot.
    rates: Vec<Vec<Vec<Option<Rate>>>>,
    /// By procedure.
    fallback: Vec<Option<Rate>>,
}

impl<'a> Lines<'a> {
    /// `None` where an unawarded lot's cost is not known.
    pub(super) fn new(
        outcome: &'a Outcome<'_>,
        problem: &'a AwardProblem,
        award: &'a Award,
    ) -> Result<Option<Self>, OutcomeError> {
        let tender = outcome.tender;
        let prices = &outcome.priced.prices;
        let fallback = fallback_rates(outcome);
        let rule = outcome.priced.line_rule();
        let rate = |bid: usize, tier: Percent, p: usize| match rule.scored(bid, p, tier) {
            None => fallback[p],
            Some(scored) => Some(Rate::Unit(scored.ore().into())),
        };
        let rates = (0..tender.bids.len())
            .map(|bid| {
                if outcome.priced.offers[bid].is_empty() {
                    return Vec::new();
                }
                let tiers = outcome.admitted.bids[bid].tiers.iter();
                tiers.map(|&t| (0..tender.procedures.len()).map(|p| rate(bid, t, p)).collect()).collect()
            })
            .collect();
        let lots: Vec<Vec<usize>> =
            tender.structures[outcome.structure].lots.iter().map(|l| l.procedures.clone()).collect();
        let unknown =
            award.iter().enumerate().any(|(l, w)| w.is_none() && outcome.admitted.fallback[l].is_none());
        let lines = Lines {
            tender,
            problem,
            award,
            volumes: prices.volumes.clone(),
            lots,
            lot_of: outcome.priced.lot_of.clone(),
            rates,
            fallback,
        };
        Ok((!unknown).then_some(lines))
    }

    /// What a procedure costs from a bid, at a tier; from nobody at the fallback (unknown as 0, as in the award).
    pub(super) fn rate(&self, winner: Option<(usize, usize)>, procedure: usize) -> Rate {
        let found = match winner {
            None => self.fallback[procedure],
            Some((bid, tier)) => self.rates[bid].get(tier).and_then(|r| r[procedure]),
        };
        found.unwrap_or(Rate::Unit(0))
    }

    /// The award problem if one procedure's volume is another.
    pub(super) fn with_volume(&self, procedure: usize, volume: i128) -> Result<AwardProblem, Overflow> {
        let before = i128::from(self.volumes[procedure].count());
        let mut out = self.problem.clone();
        self.move_line(&mut out, procedure, &|rate| rate.at(volume).checked_sub(rate.at(before)))?;
        Ok(out)
    }

    /// The award problem, times `scale`, if the volumes of some procedures are `x / scale` of what is expected.
    pub(super) fn scaled(&self, members: &[usize], x: i128, scale: i128) -> Result<AwardProblem, Overflow> {
        let mut out = self.times(scale)?;
        for &procedure in members {
            let volume = i128::from(self.volumes[procedure].count());
            let more = |rate: Rate| rate.at(volume).checked_mul(x - scale);
            self.move_line(&mut out, procedure, &more)?;
        }
        Ok(out)
    }

    fn times(&self, scale: i128) -> Result<AwardProblem, Overflow> {
        let mut out = self.problem.clone();
        let costs = out.bidders.iter_mut().flat_map(|b| &mut b.costs).flatten().flatten();
        for cost in costs.chain(out.lots.iter_mut().map(|l| &mut l.fallback)) {
            *cost = cost.checked_mul(scale).ok_or(Overflow)?;
        }
        Ok(out)
    }

    /// Adds to every cost of the lot that a procedure is in what its line costs more.
    fn move_line(
        &self,
        problem: &mut AwardProblem,
        procedure: usize,
        more: &dyn Fn(Rate) -> Option<i128>,
    ) -> Result<(), Overflow> {
        let lot = self.lot_of[procedure];
        let add = |cost: &mut i128, rate: Rate| {
            let more = more(rate).ok_or(Overflow)?;
            *cost = cost.checked_add(more).ok_or(Overflow)?;
            Ok::<(), Overflow>(())
        };
        for (bid, side) in problem.bidders.iter_mut().enumerate() {
            for (tier, cost) in side.costs[lot].iter_mut().flatten().enumerate() {
                add(cost, self.rate(Some((bid, tier)), procedure))?;
            }
        }
        add(&mut problem.lots[lot].fallback, self.rate(None, procedure))
    }

    /// By lot: who has it in an award, and at which tier.
    pub(super) fn winners(&self, award: &Award) -> Vec<Option<(usize, usize)>> {
        let tier = |bid: usize| {
            let won: Vec<usize> = (0..award.len()).filter(|&l| award[l] == Some(bid)).collect();
            self.problem.bidders[bid].tier_of(&won)
        };
        award.iter().map(|w| w.map(|bid| (bid, tier(bid)))).collect()
    }
}

/// What an award costs in a problem; `None` if it gives a lot to a bid that is not on it.
pub(super) fn cost_of(problem: &AwardProblem, award: &Award) -> Option<i128> {
    let mut sum = 0_i128;
    for (lot, winner) in award.iter().enumerate() {
        let cost = match *winner {
            None => problem.lots[lot].fallback,
            Some(bid) => {
                let won: Vec<usize> = (0..award.len()).filter(|&l| award[l] == Some(bid)).collect();
                *problem.offer(bid, lot)?.get(problem.bidders[bid].tier_of(&won))?
            }
        };
        sum = sum.checked_add(cost)?;
    }
    Some(sum)
}

fn fallback_rates(outcome: &Outcome<'_>) -> Vec<Option<Rate>> {
    let (tender, prices) = (outcome.tender, &outcome.priced.prices);
    let days = fallback_days(tender, &outcome.priced.overlay, prices);
    let by_days = |p: usize| {
        let mut rate = (0_i128, 0_i128);
        for &FallbackDays { tariff, stage, days } in days.as_ref()? {
            let price = prices.price_at(stage, tariff, p)?;
            rate = (rate.0 + i128::from(price.ore()) * i128::from(days), rate.1 + i128::from(days));
        }
        Some(Rate::Fallback { sum: rate.0, all: rate.1 })
    };
    let one = |p: usize| match tender.procedures[p].fallback_price {
        Some((price, _)) => Some(Rate::Unit(price.ore().into())),
        None => by_days(p),
    };
    (0..tender.procedures.len()).map(one).collect()
}
