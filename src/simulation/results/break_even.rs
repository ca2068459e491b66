//! The questions that ask, instead of what each structure costs, what would have to be different. Each is answered by drawing
//! the same draws again with one thing moved, so that nothing but that thing differs.

use num_traits::ToPrimitive;

use super::{Results, base};
use crate::{number::Ratio, simulation::Dialogue};

/// By how many days the cap tariff lapses later in the last question: three months.
pub const LAPSE_LATER: i64 = 92;

/// The most that a discount is moved either way, in hundredths of a percentage point.
const MOST_POINTS: i64 = 2_000;

/// The volumes that are tried first, in per cent of those drawn.
const VOLUMES: [i64; 10] = [5, 10, 25, 50, 75, 100, 150, 200, 300, 500];

/// What is moved against the draws of the study.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// Nothing.
    Nothing,
    /// Every discount under one structure (index into the tender's), by hundredths of a percentage point.
    Discount {
        /// Under which.
        structure: usize,
        /// By how much.
        hundredths: i64,
    },
    /// All volumes, to this many per cent.
    Volume(i64),
    /// The last day of the cap tariff, by this many days.
    Lapse(i64),
}

/// Where a question tips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tipping {
    /// Here: the least figure at which the structure costs no more than the base, or with volumes the first beyond which the
    /// order turns.
    At(i64),
    /// Nowhere in the figures tried: the structure is the cheaper in all of them (or costs the same).
    AlwaysCheaper,
    /// Nowhere in the figures tried: the structure is the dearer in all of them.
    AlwaysDearer,
    /// In no draw the cost of both is known.
    Unknown,
}

/// Volumes, and where they tip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VolumeTipping {
    /// In per cent of the volumes drawn: the greatest at which the order is still the one below.
    pub tipping: Tipping,
    /// Where it tips: whether the base is the cheaper below.
    pub base_cheaper_below: bool,
}

/// What the means are if the cap tariff lapses later, in øre.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Later {
    /// As in the study.
    pub now: Ratio,
    /// [`LAPSE_LATER`] days later.
    pub later: Ratio,
}

/// The answers. Structures are positions among those tried; the base has no answer of its own to the first two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BreakEven {
    /// On how many of the study's draws, from the first.
    pub draws: u64,
    /// How much more discount (hundredths of a percentage point) a structure must bring to cost no more than the base.
    pub discount: Vec<(usize, Tipping)>,
    /// At which volumes the order of base and structure turns.
    pub volume: Vec<(usize, VolumeTipping)>,
    /// What each structure costs if the cap tariff lapses later; empty without a cap tariff that lapses.
    pub lapse: Vec<(usize, Option<Later>)>,
}

/// The mean costs in øre, contracts included, of two structures (indices into the tender's) over the draws that know both.
pub type Means = Option<(Ratio, Ratio)>;

/// Answers the questions, trying out what `means` draws anew.
///
/// # Errors
/// Those of `means`.
pub fn break_even<E>(
    dialogue: &Dialogue,
    results: &Results,
    draws: u64,
    means: &mut dyn FnMut(Moved, [usize; 2]) -> Result<Means, E>,
) -> Result<BreakEven, E> {
    let base = base(dialogue);
    let mut answers = BreakEven { draws, discount: Vec::new(), volume: Vec::new(), lapse: Vec::new() };
    let Some(&base_structure) = dialogue.structures.get(base) else { return Ok(answers) };
    let others = results.structures.iter().enumerate().filter(|(s, _)| *s != base);
    for (s, other) in others {
        let pair = [base_structure, other.structure];
        answers.discount.push((s, discount(pair, means)?));
        answers.volume.push((s, volume(pair, means)?));
    }
    if lapses(dialogue) {
        for (s, own) in results.structures.iter().enumerate() {
            let pair = [base_structure, own.structure];
            let now = means(Moved::Nothing, pair)?;
            let later = means(Moved::Lapse(LAPSE_LATER), pair)?;
            let own = |(_, own): (Ratio, Ratio)| own;
            answers
                .lapse
                .push((s, now.map(own).zip(later.map(own)).map(|(now, later)| Later { now, later })));
        }
    }
    Ok(answers)
}

/// Whether the cap tariff lapses before the contract ends.
fn lapses(dialogue: &Dialogue) -> bool {
    let tender = &dialogue.tender;
    let tariff = tender.cap.as_ref().and_then(|cap| tender.tariffs.get(cap.tariff));
    let last = tariff.and_then(|t| t.in_force).map(|period| period.until);
    let ends = tender.head.contract.map(|period| period.until);
    dialogue.lapse.is_some() || last.zip(ends).is_some_and(|(last, ends)| last < ends)
}

/// What the second costs more than the first.
fn gap<E>(
    moved: Moved,
    pair: [usize; 2],
    means: &mut dyn FnMut(Moved, [usize; 2]) -> Result<Means, E>,
) -> Result<Option<Ratio>, E> {
    Ok(means(moved, pair)?.map(|(base, other)| other - &base))
}

fn discount<E>(
    pair: [usize; 2],
    means: &mut dyn FnMut(Moved, [usize; 2]) -> Result<Means, E>,
) -> Result<Tipping, E> {
    let mut at = |hundredths| gap(Moved::Discount { structure: pair[1], hundredths }, pair, means);
    let Some(most) = at(MOST_POINTS)? else { return Ok(Tipping::Unknown) };
    if is_dearer(&most) {
        return Ok(Tipping::AlwaysDearer);
    }
    let Some(least) = at(-MOST_POINTS)? else { return Ok(Tipping::Unknown) };
    if !is_dearer(&least) {
        return Ok(Tipping::AlwaysCheaper);
    }
    let found = turn((-MOST_POINTS, least), (MOST_POINTS, most), &mut at)?;
    Ok(found.map_or(Tipping::Unknown, |(_, first)| Tipping::At(first)))
}

fn volume<E>(
    pair: [usize; 2],
    means: &mut dyn FnMut(Moved, [usize; 2]) -> Result<Means, E>,
) -> Result<VolumeTipping, E> {
    let mut at = |percent| gap(Moved::Volume(percent), pair, means);
    let mut tried: Vec<(i64, Ratio)> = Vec::new();
    for percent in VOLUMES {
        match at(percent)? {
            Some(gap) => tried.push((percent, gap)),
            None => return Ok(VolumeTipping { tipping: Tipping::Unknown, base_cheaper_below: false }),
        }
    }
    // of several turns the one nearest to the volumes drawn
    let turns = tried.windows(2).filter(|w| is_dearer(&w[0].1) != is_dearer(&w[1].1));
    let Some([below, above]) = turns.min_by_key(|w| distance(&w[0], &w[1])) else {
        let dearer = tried.first().is_some_and(|(_, gap)| is_dearer(gap));
        let tipping = if dearer { Tipping::AlwaysDearer } else { Tipping::AlwaysCheaper };
        return Ok(VolumeTipping { tipping, base_cheaper_below: dearer });
    };
    let found = turn(below.clone(), above.clone(), &mut at)?;
    Ok(VolumeTipping {
        tipping: found.map_or(Tipping::Unknown, |(last, _)| Tipping::At(last)),
        base_cheaper_below: is_dearer(&below.1),
    })
}

/// How far from 100 per cent; 0 where it lies between.
fn distance(below: &(i64, Ratio), above: &(i64, Ratio)) -> i64 {
    (below.0 - 100).max(100 - above.0).max(0)
}

fn is_dearer(gap: &Ratio) -> bool {
    !gap.is_negative() && !gap.is_zero()
}

/// Two neighbours between which it changes whether the gap is above 0. Where the gap falls evenly, a straight line between
/// the ends finds them in a few steps; every third step halves, so that it ends whatever the gap does.
fn turn<E>(
    mut low: (i64, Ratio),
    mut high: (i64, Ratio),
    at: &mut dyn FnMut(i64) -> Result<Option<Ratio>, E>,
) -> Result<Option<(i64, i64)>, E> {
    let dearer_below = is_dearer(&low.1);
    let mut from_low = true;
    for step in 0.. {
        let width = high.0 - low.0;
        if width <= 1 {
            break;
        }
        let probe = match step % 3 {
            0 => crossing(&low, &high),
            // a little to the other side of where the line crossed
            1 if from_low => low.0 + (width / 64).max(1),
            1 => high.0 - (width / 64).max(1),
            _ => low.0 + width / 2,
        };
        let probe = probe.clamp(low.0 + 1, high.0 - 1);
        let Some(gap) = at(probe)? else { return Ok(None) };
        from_low = is_dearer(&gap) == dearer_below;
        if from_low {
            low = (probe, gap);
        } else {
            high = (probe, gap);
        }
    }
    Ok(Some((low.0, high.0)))
}

/// Where a straight line between two figures passes 0, downwards to a whole number.
fn crossing(low: &(i64, Ratio), high: &(i64, Ratio)) -> i64 {
    let part = low.1.checked_div(&(&low.1 - &high.1)).unwrap_or(Ratio::ZERO);
    let way = (part * Ratio::whole(i128::from(high.0) - i128::from(low.0))).to_big();
    low.0 + way.floor().to_integer().to_i64().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::convert::Infallible;

    fn found(zero: i64, of: impl Fn(i64) -> i128) -> (i64, usize) {
        let mut count = 0;
        let mut at = |x: i64| -> Result<Option<Ratio>, Infallible> {
            count += 1;
            Ok(Some(Ratio::whole(of(x - zero))))
        };
        let (low, high) = (Ratio::whole(of(-2000 - zero)), Ratio::whole(of(2000 - zero)));
        let Ok(Some((_, first))) = turn((-2000, low), (2000, high), &mut at) else { panic!() };
        (first, count)
    }

    #[test]
    fn finds_where_it_turns_in_a_few_steps() {
        for zero in [-1999, -137, 0, 1, 960, 2000] {
            let (first, count) = found(zero, |d| -1_000_003 * i128::from(d));
            assert_eq!(first, zero);
            assert!(count <= 8, "{count} steps to {zero}");
            // bent, and with a step
            let (first, count) = found(zero, |d| if d < 0 { 5 } else { -i128::from(d) * i128::from(d) - 1 });
            assert_eq!(first, zero);
            assert!(count <= 40, "{count} steps to {zero}");
        }
    }
}
