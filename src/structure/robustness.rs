//! How robust an award is: how far volumes, or the day on which the akuttakst lapses, may move before another award is better
//! (docs/reference/structures.md).
//!
//! Which awards are feasible is decided once, on the expected volumes, as in the tender; what moves is what they cost. Along a
//! line every award's total is then linear, so the lowest of all others is concave, and the point where it first falls below the
//! award's own is found exactly by a few awards solved in integers.
//!
//! In the worst mix of volumes within a range the difference to a given other award is a sum over lines, so each line takes the
//! end of its range that favours the other award most. That makes the question an award problem too: each bid's cost on a lot is
//! what its lines take off the award's at their worst ends, and the cheapest award is the one with the most regret.

use jiff::civil::Date;

use super::{VolumeCase, volumes_in};
use crate::{
    admission::admit_bids,
    award::{Award, AwardProblem, Demands, Solved, solve},
    evaluation::evaluate_bids,
    number::{Money, Overflow, Percent, Volume, divide_half_up},
    outcome::{AwardStatus, EvaluatedTender, Outcome, OutcomeError, award_problem},
    pricing::{FallbackDays, Overlay, fallback_days, price_bids},
    tender::{AboveCap, Adjustment, ModelKind, Tender, Worth},
};

/// How far an award remains the best.
#[derive(Clone, Debug, PartialEq)]
pub struct Robustness {
    /// The award.
    pub award: Award,
    /// By procedure.
    pub codes: Vec<CodeRoom>,
    /// By codes with the same first characters, all in proportion.
    pub prefixes: Vec<ScaleRoom>,
    /// All volumes in proportion.
    pub all: ScaleRoom,
    /// The worst mix of volumes between the least and the most that the file states.
    pub stated: WorstMix,
    /// The worst mix within the band asked for.
    pub band: Option<(Percent, WorstMix)>,
    /// Within this many per cent up and down, each code by itself, no mix makes another award better; at 0.1 per cent more some
    /// does. 100 is the most that is looked at.
    pub widest_band: Percent,
    /// The day on which the cap tariff lapses, where that counts.
    pub lapse: Option<LapseRoom>,
}

/// How far the volume of one procedure may move by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeRoom {
    /// Which procedure.
    pub procedure: usize,
    /// The expected volume.
    pub expected: Volume,
    /// The award is the best from this volume on, and what is better one operation below; `None`: down to 0.
    pub least: Option<(Volume, Award)>,
    /// The award is the best up to this volume, and what is better one operation above; `None`: without limit.
    pub most: Option<(Volume, Award)>,
}

/// How far the volumes of several procedures may move in proportion.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleRoom {
    /// The first characters of their codes; empty for all.
    pub prefix: String,
    /// All of them as expected.
    pub expected: Volume,
    /// The award is the best from this per cent of the expected volumes on, to two decimals.
    pub least: Option<(Percent, Award)>,
    /// The award is the best up to this per cent.
    pub most: Option<(Percent, Award)>,
}

/// Codes with the same first characters move together: this many.
pub const PREFIX: usize = 3;
/// Scales are in hundredths of a per cent.
const SCALE: i128 = 10_000;
const MOST_SCALE: i128 = 100 * SCALE;

/// How far the award of an outcome remains the best; `None` where it is not one award, where lots have several suppliers, and with
/// models whose totals are not sums of prices and fixed amounts.
///
/// # Errors
/// [`OutcomeError`]
pub fn robustness(outcome: &Outcome<'_>, band: Option<Percent>) -> Result<Option<Robustness>, OutcomeError> {
    let Some((problem, Solved::Found(solution))) = &outcome.solved else { return Ok(None) };
    let one = outcome.award.status == AwardStatus::Awarded;
    let (Some(award), true, true) = (solution.left.first(), one, totals_are_sums(outcome)) else {
        return Ok(None);
    };
    let Some(lines) = LineCosts::new(outcome, problem, award)? else { return Ok(None) };
    let codes: Result<Vec<CodeRoom>, OutcomeError> =
        (0..outcome.tender.procedures.len()).map(|p| code_room(&lines, p)).collect();
    let mut prefixes: Vec<(String, Vec<usize>)> = Vec::new();
    for (p, procedure) in outcome.tender.procedures.iter().enumerate() {
        let prefix: String = procedure.code.chars().take(PREFIX).collect();
        match prefixes.iter_mut().find(|(known, _)| *known == prefix) {
            Some((_, members)) => members.push(p),
            None => prefixes.push((prefix, vec![p])),
        }
    }
    let everything: Vec<usize> = (0..outcome.tender.procedures.len()).collect();
    let prefixes: Result<Vec<ScaleRoom>, OutcomeError> =
        prefixes.into_iter().map(|(prefix, members)| scale_room(&lines, prefix, &members)).collect();
    Ok(Some(Robustness {
        award: award.clone(),
        codes: codes?,
        prefixes: prefixes?,
        all: scale_room(&lines, String::new(), &everything)?,
        stated: worst_in_stated_range(&lines)?,
        band: band.map(|b| worst_in_band(&lines, b).map(|w| (b, w))).transpose()?,
        widest_band: widest_band(&lines)?,
        lapse: lapse_room(outcome, award)?,
    }))
}

/// Whether the total is a sum of prices, less fixed amounts for quality at most.
fn totals_are_sums(outcome: &Outcome<'_>) -> bool {
    let model = &outcome.tender.evaluation;
    match &model.kind {
        ModelKind::LowestPrice => true,
        ModelKind::EvaluatedPrice(Adjustment::Subtract | Adjustment::Add) => {
            model.criteria.iter().all(|c| matches!(c.worth, None | Some(Worth::Value(_))))
        }
        ModelKind::EvaluatedPrice(Adjustment::Uplift) | ModelKind::Points | ModelKind::Formula { .. } => {
            false
        }
    }
}

fn code_room(lines: &LineCosts<'_>, procedure: usize) -> Result<CodeRoom, OutcomeError> {
    let expected = lines.volumes[procedure];
    let at = |x: i128| lines.with_volume(procedure, x);
    let volume = |extent: Crossing| {
        let count = u64::try_from(extent.best_at).unwrap_or(0);
        (Volume::from_total(count), extent.better)
    };
    let from = i128::from(expected.count());
    Ok(CodeRoom {
        procedure,
        expected,
        least: room(lines, &at, from, 0)?.map(volume),
        most: room(lines, &at, from, i128::from(Volume::LIMIT))?.map(volume),
    })
}

fn scale_room(lines: &LineCosts<'_>, prefix: String, members: &[usize]) -> Result<ScaleRoom, OutcomeError> {
    let at = |x: i128| lines.scaled(members, x, SCALE);
    let percent = |extent: Crossing| {
        // a hundredth of a per cent is 100 parts
        (Percent::from_parts(i64::try_from(extent.best_at * 100).unwrap_or(i64::MAX)), extent.better)
    };
    Ok(ScaleRoom {
        prefix,
        expected: Volume::sum(members.iter().map(|&p| lines.volumes[p])),
        least: room(lines, &at, SCALE, 0)?.map(percent),
        most: room(lines, &at, SCALE, MOST_SCALE)?.map(percent),
    })
}

/// Where an award stops being the best.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Crossing {
    /// The last step at which it is one of the best.
    best_at: i128,
    /// What is better one step further.
    better: Award,
}

/// The best award of a problem and its cost.
fn best_of(problem: &AwardProblem) -> Result<Option<(Award, i128)>, OutcomeError> {
    Ok(match solve(problem, Demands::default())? {
        Solved::Infeasible { .. } => None,
        Solved::Found(solution) => solution.left.first().map(|a| (a.clone(), solution.total)),
    })
}

/// How far from `from` toward `to` the award stays one of the best; `None` if all the way. At each step `at` gives the award
/// problem; every award's cost is linear along the way (but for the rounding of fallback lines to whole øre), so where it
/// is best at both ends of a stretch it is best all along it.
fn room(
    lines: &LineCosts<'_>,
    at: &dyn Fn(i128) -> Result<AwardProblem, Overflow>,
    from: i128,
    to: i128,
) -> Result<Option<Crossing>, OutcomeError> {
    let sign = (to - from).signum();
    let start = at(from)?;
    let own_start = cost_of(&start, lines.award).ok_or(Overflow)?;
    // known to be good, known to be bad with what is better there, and where to look next
    let (mut good, mut bad, mut look) = (0, None::<(i128, Award)>, (to - from).abs());
    while look > good && bad.as_ref().is_none_or(|(b, _)| look < *b) {
        let here = at(from + sign * look)?;
        let own = cost_of(&here, lines.award).ok_or(Overflow)?;
        let better = best_of(&here)?.filter(|(_, best)| *best < own);
        let Some((better, best)) = better else {
            // only where rounding has moved the crossing: go on step by step
            good = look;
            look += 1;
            if bad.is_none() {
                return Ok(None);
            }
            continue;
        };
        let d_start = (cost_of(&start, &better).ok_or(Overflow)? - own_start).max(0);
        // the first step at which the difference, linear from d_start >= 0 to best - own < 0, is below 0
        let product = d_start.checked_mul(look).ok_or(Overflow)?;
        let first = product / (d_start + own - best) + 1;
        bad = Some((look, better));
        look = if first < look { first } else { look - 1 };
    }
    let found = bad.map(|(step, better)| Crossing { best_at: from + sign * (step - 1), better });
    Ok(found)
}

/// How far the day of lapse may move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LapseRoom {
    /// The last day on which the cap tariff is in force.
    pub current: Date,
    /// The award is the best if it lapses on this day or later, and what is better a day earlier; `None`: however early.
    pub earliest: Option<(Date, Award)>,
    /// The award is the best if it lapses on this day or earlier, and what is better a day later; `None`: however late.
    pub latest: Option<(Date, Award)>,
}

/// How far the day of lapse may move before another award is better; `None` where it does not count.
fn lapse_room(outcome: &Outcome<'_>, award: &Award) -> Result<Option<LapseRoom>, OutcomeError> {
    let tender = outcome.tender;
    let (Some(cap), Some(contract)) = (tender.cap, tender.head.contract) else { return Ok(None) };
    let in_force = tender.tariffs[cap.tariff].in_force;
    let (AboveCap::PayCapWhileInForce(_), Some(in_force)) = (cap.above, in_force) else { return Ok(None) };
    let current = outcome.priced.overlay.lapse.unwrap_or(in_force.until);
    let (Ok(never), always) = (contract.from.yesterday(), contract.until) else { return Ok(None) };
    let search = |later: bool| -> Result<Option<(Date, Award)>, OutcomeError> {
        // before the contract and after it nothing changes any more
        let mut day = current.clamp(never, always);
        loop {
            let next = if later { day.tomorrow() } else { day.yesterday() };
            let Some(next) = next.ok().filter(|d| (never..=always).contains(d)) else { return Ok(None) };
            let problem = problem_on(outcome, next)?;
            let own = cost_of(&problem, award).ok_or(Overflow)?;
            match best_of(&problem)? {
                Some((better, best)) if best < own => return Ok(Some((day, better))),
                _ => day = next,
            }
        }
    };
    Ok(Some(LapseRoom { current, earliest: search(false)?, latest: search(true)? }))
}

fn problem_on(outcome: &Outcome<'_>, lapse: Date) -> Result<AwardProblem, OutcomeError> {
    let overlay = Overlay { lapse: Some(lapse), ..outcome.priced.overlay.clone() };
    let priced = price_bids(outcome.tender, outcome.structure, &overlay)?;
    let admitted = admit_bids(&priced)?;
    let evaluated = evaluate_bids(outcome.tender, &admitted).map_err(OutcomeError::Model)?;
    Ok(award_problem(EvaluatedTender { priced: &priced, admitted: &admitted, evaluated: &evaluated })?)
}

/// The mix of volumes at which the award does worst against another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorstMix {
    /// By how much another award would be cheaper; 0 or less: none would be, in any mix.
    pub regret: Money,
    /// That award, where it would be cheaper.
    pub better: Option<Award>,
    /// By procedure: its volume in that mix, where another award would be cheaper.
    pub volumes: Option<Vec<Volume>>,
}

/// Between the least and the most volumes of the file.
fn worst_in_stated_range(lines: &LineCosts<'_>) -> Result<WorstMix, OutcomeError> {
    let low = volumes_in(lines.tender, &lines.volumes, VolumeCase::Min);
    let high = volumes_in(lines.tender, &lines.volumes, VolumeCase::Max);
    worst_between(lines, &low, &high)
}

/// Within a band around the expected volumes, in whole operations.
fn worst_in_band(lines: &LineCosts<'_>, band: Percent) -> Result<WorstMix, OutcomeError> {
    let (low, high) = edges(lines, band);
    worst_between(lines, &low, &high)
}

fn edges(lines: &LineCosts<'_>, band: Percent) -> (Vec<Volume>, Vec<Volume>) {
    let part = |volume: Volume| {
        let parts = u128::from(volume.count()) * u128::try_from(band.parts()).unwrap_or(0);
        u64::try_from(parts / u128::from(Percent::HUNDRED_PARTS.unsigned_abs())).unwrap_or(u64::MAX)
    };
    let low = |&v: &Volume| Volume::from_total(v.count().saturating_sub(part(v)));
    let high = |&v: &Volume| Volume::from_total(v.count().saturating_add(part(v)));
    (lines.volumes.iter().map(low).collect(), lines.volumes.iter().map(high).collect())
}

/// The widest band, in tenths of a per cent up to 100, in which no mix makes another award better. Bands are nested, so
/// halving finds it.
fn widest_band(lines: &LineCosts<'_>) -> Result<Percent, OutcomeError> {
    const TENTH: i64 = 1_000;
    let remains_best = |tenths: i64| {
        worst_in_band(lines, Percent::from_parts(tenths * TENTH)).map(|w| w.regret <= Money::ZERO)
    };
    let (mut good, mut bad) = (0, 1_001);
    while bad - good > 1 {
        let middle = (good + bad) / 2;
        if remains_best(middle)? { good = middle } else { bad = middle }
    }
    Ok(Percent::from_parts(good * TENTH))
}

fn worst_between(lines: &LineCosts<'_>, low: &[Volume], high: &[Volume]) -> Result<WorstMix, OutcomeError> {
    let own = lines.winners(lines.award);
    let mut regrets: AwardProblem = lines.problem.clone();
    for (lot, procedures) in lines.lots.iter().enumerate() {
        let base = |cost: i128, winner| fixed_part(lines, procedures, cost, winner);
        let own_fixed = base(own_cost(lines, lot, own[lot]), own[lot])?;
        let regret = |cost: i128, winner: Option<(usize, usize)>| {
            let mut sum = own_fixed.checked_sub(base(cost, winner)?).ok_or(Overflow)?;
            for &p in procedures {
                let (own, other) = (lines.rate(own[lot], p), lines.rate(winner, p));
                let ends = [low[p], high[p]].map(|v| difference(own, other, v));
                sum = sum.checked_add(ends[0].max(ends[1])).ok_or(Overflow)?;
            }
            Ok::<i128, Overflow>(-sum)
        };
        for (bid, side) in regrets.bidders.iter_mut().enumerate() {
            for (tier, cost) in side.costs[lot].iter_mut().flatten().enumerate() {
                *cost = regret(*cost, Some((bid, tier)))?;
            }
        }
        regrets.lots[lot].fallback = regret(regrets.lots[lot].fallback, None)?;
    }
    let Some((better, lowest)) = best_of(&regrets)? else {
        return Ok(WorstMix { regret: Money::ZERO, better: None, volumes: None });
    };
    debug_assert_eq!(cost_of(&regrets, &better), Some(lowest));
    let regret = Money::from_ore(-lowest);
    if regret <= Money::ZERO {
        return Ok(WorstMix { regret, better: None, volumes: None });
    }
    let others = lines.winners(&better);
    let mut volumes = lines.volumes.clone();
    for (lot, procedures) in lines.lots.iter().enumerate() {
        for &p in procedures {
            let (own, other) = (lines.rate(own[lot], p), lines.rate(others[lot], p));
            let [at_low, at_high] = [low[p], high[p]].map(|v| difference(own, other, v));
            if at_low > at_high {
                volumes[p] = low[p];
            } else if at_high > at_low {
                volumes[p] = high[p];
            }
        }
    }
    Ok(WorstMix { regret, better: Some(better), volumes: Some(volumes) })
}

fn difference(own: LineRate, other: LineRate, volume: Volume) -> i128 {
    let volume = i128::from(volume.count());
    own.at(volume) - other.at(volume)
}

/// What the award costs on a lot.
fn own_cost(lines: &LineCosts<'_>, lot: usize, winner: Option<(usize, usize)>) -> i128 {
    let offer = winner.and_then(|(bid, tier)| lines.problem.offer(bid, lot)?.get(tier));
    offer.copied().unwrap_or(lines.problem.lots[lot].fallback)
}

/// What of a cost does not move with volumes: amounts for quality.
fn fixed_part(
    lines: &LineCosts<'_>,
    procedures: &[usize],
    cost: i128,
    winner: Option<(usize, usize)>,
) -> Result<i128, Overflow> {
    procedures.iter().try_fold(cost, |left, &p| {
        left.checked_sub(lines.rate(winner, p).at(i128::from(lines.volumes[p].count()))).ok_or(Overflow)
    })
}

/// What a line costs by volume.
#[derive(Clone, Copy, Debug)]
enum LineRate {
    /// Øre an operation.
    Unit(i128),
    /// The fallback: volume × sum / all, half up.
    Fallback { sum: i128, all: i128 },
}

impl LineRate {
    fn at(self, volume: i128) -> i128 {
        match self {
            LineRate::Unit(unit) => unit * volume,
            LineRate::Fallback { sum, all } => divide_half_up(sum * volume, all),
        }
    }
}

/// What the lines of an outcome cost at other volumes.
struct LineCosts<'a> {
    tender: &'a Tender,
    /// As evaluated.
    problem: &'a AwardProblem,
    award: &'a Award,
    volumes: Vec<Volume>,
    /// By lot: its procedures.
    lots: Vec<Vec<usize>>,
    lot_of: Vec<usize>,
    /// By bid, tier, procedure; empty where the bid is on no lot.
    rates: Vec<Vec<Vec<Option<LineRate>>>>,
    /// By procedure.
    fallback: Vec<Option<LineRate>>,
}

impl<'a> LineCosts<'a> {
    /// `None` where an unawarded lot's cost is not known.
    fn new(
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
            Some(scored) => Some(LineRate::Unit(scored.ore().into())),
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
        let lines = LineCosts {
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
    fn rate(&self, winner: Option<(usize, usize)>, procedure: usize) -> LineRate {
        let found = match winner {
            None => self.fallback[procedure],
            Some((bid, tier)) => self.rates[bid].get(tier).and_then(|r| r[procedure]),
        };
        found.unwrap_or(LineRate::Unit(0))
    }

    /// The award problem if one procedure's volume is another.
    fn with_volume(&self, procedure: usize, volume: i128) -> Result<AwardProblem, Overflow> {
        let before = i128::from(self.volumes[procedure].count());
        let mut out = self.problem.clone();
        self.move_line(&mut out, procedure, &|rate| rate.at(volume).checked_sub(rate.at(before)))?;
        Ok(out)
    }

    /// The award problem, times `scale`, if the volumes of some procedures are `x / scale` of what is expected.
    fn scaled(&self, members: &[usize], x: i128, scale: i128) -> Result<AwardProblem, Overflow> {
        let mut out = self.times(scale)?;
        for &procedure in members {
            let volume = i128::from(self.volumes[procedure].count());
            let more = |rate: LineRate| rate.at(volume).checked_mul(x - scale);
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
        more: &dyn Fn(LineRate) -> Option<i128>,
    ) -> Result<(), Overflow> {
        let lot = self.lot_of[procedure];
        let add = |cost: &mut i128, rate: LineRate| {
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
    fn winners(&self, award: &Award) -> Vec<Option<(usize, usize)>> {
        let tier = |bid: usize| {
            let won: Vec<usize> = (0..award.len()).filter(|&l| award[l] == Some(bid)).collect();
            self.problem.bidders[bid].tier_of(&won)
        };
        award.iter().map(|w| w.map(|bid| (bid, tier(bid)))).collect()
    }
}

/// What an award costs in a problem; `None` if it gives a lot to a bid that is not on it.
fn cost_of(problem: &AwardProblem, award: &Award) -> Option<i128> {
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

fn fallback_rates(outcome: &Outcome<'_>) -> Vec<Option<LineRate>> {
    let (tender, prices) = (outcome.tender, &outcome.priced.prices);
    let days = fallback_days(tender, &outcome.priced.overlay, prices);
    let by_days = |p: usize| {
        let mut rate = (0_i128, 0_i128);
        for &FallbackDays { tariff, stage, days } in days.as_ref()? {
            let price = prices.price_at(stage, tariff, p)?;
            rate = (rate.0 + i128::from(price.ore()) * i128::from(days), rate.1 + i128::from(days));
        }
        Some(LineRate::Fallback { sum: rate.0, all: rate.1 })
    };
    let one = |p: usize| match tender.procedures[p].fallback_price {
        Some((price, _)) => Some(LineRate::Unit(price.ore().into())),
        None => by_days(p),
    };
    (0..tender.procedures.len()).map(one).collect()
}
