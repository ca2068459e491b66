use super::{VolumeCase, volumes_in};
use crate::{
    number::{Money, Overflow, Percent, UnitPrice, Volume},
    outcome::Outcome,
};

/// A bid that is far below the others where fewer operations than expected may come, and far above them where more may.
/// That is a finding and excludes nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unbalanced {
    /// Which bid.
    pub bid: usize,
    /// The procedures, in file order.
    pub lines: Vec<UnbalancedLine>,
    /// What it would gain, against the median price of the others, if the volumes of these procedures came out as they
    /// suit it best: the low ones at their least, the high ones at their most, all else as expected.
    pub gain: Money,
}

/// One procedure of an unbalanced bid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnbalancedLine {
    /// Which procedure.
    pub procedure: usize,
    /// What the bid asks.
    pub unit: UnitPrice,
    /// The median of what the other admissible bids ask, halves up.
    pub median: UnitPrice,
    /// The volume that suits the bidder best.
    pub volume: Volume,
}

/// The unbalanced bids among the admissible ones, in file order. A line counts if its price is at least `far` per cent off
/// the median of at least two others, and its volume may move to the bidder's advantage; a bid needs a low and a high line.
///
/// # Errors
/// [`Overflow`] where a figure would not fit.
pub fn unbalanced_bids(outcome: &Outcome<'_>, far: Percent) -> Result<Vec<Unbalanced>, Overflow> {
    let expected = &outcome.priced.prices.volumes;
    let min = volumes_in(outcome.tender, expected, VolumeCase::Min);
    let max = volumes_in(outcome.tender, expected, VolumeCase::Max);
    let mut found = Vec::new();
    for bid in 0..outcome.tender.bids.len() {
        let mut lines = Vec::new();
        let (mut low, mut high, mut gain) = (false, false, 0_i128);
        for (procedure, expected) in expected.iter().enumerate() {
            let lot = outcome.priced.lot_of[procedure];
            let unit = |b: usize| {
                outcome.evaluated.lots[lot].bids[b].as_ref()?;
                outcome.priced.offers[b].get(procedure)?.unit()
            };
            let Some(own) = unit(bid) else { continue };
            let others = (0..outcome.tender.bids.len()).filter(|&b| b != bid).filter_map(unit).collect();
            let Some(median) = median_half_up(others) else { continue };
            let off = i128::from(own.ore()) - i128::from(median.ore());
            let is_far = off.abs() * i128::from(Percent::HUNDRED_PARTS)
                >= i128::from(median.ore()) * i128::from(far.parts());
            let volume = if off < 0 { min[procedure] } else { max[procedure] };
            let moved = i128::from(volume.count()) - i128::from(expected.count());
            if off == 0 || !is_far || off.signum() != moved.signum() {
                continue;
            }
            low |= off < 0;
            high |= off > 0;
            gain = off.checked_mul(moved).and_then(|g| gain.checked_add(g)).ok_or(Overflow)?;
            lines.push(UnbalancedLine { procedure, unit: own, median, volume });
        }
        if low && high {
            found.push(Unbalanced { bid, lines, gain: Money::from_ore(gain) });
        }
    }
    Ok(found)
}

fn median_half_up(mut units: Vec<UnitPrice>) -> Option<UnitPrice> {
    if units.len() < 2 {
        return None;
    }
    units.sort_unstable();
    let (upper, lower) = (units[units.len() / 2], units[(units.len() - 1) / 2]);
    UnitPrice::from_ore((upper.ore() + lower.ore() + 1) / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn median_of_the_others() {
        let units = |ore: &[i64]| ore.iter().filter_map(|o| UnitPrice::from_ore(*o)).collect();
        let median = |ore: &[i64]| median_half_up(units(ore)).map(UnitPrice::ore);
        assert_eq!(median(&[7]), None);
        assert_eq!(median(&[7, 10]), Some(9));
        assert_eq!(median(&[9, 1, 4]), Some(4));
    }
}
