//! The worst mix of volumes in a range: how much better another award could be at most.
//!
//! For a given other award the difference is a sum over lines, so each line takes the end of its range that suits the
//! other award best. That makes the question an award problem of its own: each bid's cost on a lot is what its lines take
//! off the award's at their worst ends, and the cheapest award is the one with the most regret.

use super::{
    extent::best_of,
    lines::{Lines, Rate, cost_of},
};
use crate::{
    award::{Award, AwardProblem},
    number::{Money, Overflow, Percent, Volume},
    outcome::OutcomeError,
    structure::{VolumeCase, volumes_in},
};

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
pub(super) fn worst_in_stated_range(lines: &Lines<'_>) -> Result<WorstMix, OutcomeError> {
    let low = volumes_in(lines.tender, &lines.volumes, VolumeCase::Min);
    let high = volumes_in(lines.tender, &lines.volumes, VolumeCase::Max);
    worst_between(lines, &low, &high)
}

/// Within a band around the expected volumes, in whole operations.
pub(super) fn worst_in_band(lines: &Lines<'_>, band: Percent) -> Result<WorstMix, OutcomeError> {
    let (low, high) = edges(lines, band);
    worst_between(lines, &low, &high)
}

fn edges(lines: &Lines<'_>, band: Percent) -> (Vec<Volume>, Vec<Volume>) {
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
pub(super) fn widest_band(lines: &Lines<'_>) -> Result<Percent, OutcomeError> {
    const TENTH: i64 = 1_000;
    let holds = |tenths: i64| {
        worst_in_band(lines, Percent::from_parts(tenths * TENTH)).map(|w| w.regret <= Money::ZERO)
    };
    let (mut good, mut bad) = (0, 1_001);
    while bad - good > 1 {
        let middle = (good + bad) / 2;
        if holds(middle)? { good = middle } else { bad = middle }
    }
    Ok(Percent::from_parts(good * TENTH))
}

fn worst_between(lines: &Lines<'_>, low: &[Volume], high: &[Volume]) -> Result<WorstMix, OutcomeError> {
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

fn difference(own: Rate, other: Rate, volume: Volume) -> i128 {
    let volume = i128::from(volume.count());
    own.at(volume) - other.at(volume)
}

/// What the award costs on a lot.
fn own_cost(lines: &Lines<'_>, lot: usize, winner: Option<(usize, usize)>) -> i128 {
    let offer = winner.and_then(|(bid, tier)| lines.problem.offer(bid, lot)?.get(tier));
    offer.copied().unwrap_or(lines.problem.lots[lot].fallback)
}

/// What of a cost does not move with volumes: amounts for quality.
fn fixed_part(
    lines: &Lines<'_>,
    procedures: &[usize],
    cost: i128,
    winner: Option<(usize, usize)>,
) -> Result<i128, Overflow> {
    procedures.iter().try_fold(cost, |left, &p| {
        left.checked_sub(lines.rate(winner, p).at(i128::from(lines.volumes[p].count()))).ok_or(Overflow)
    })
}
