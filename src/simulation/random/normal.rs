//! The normal distribution in integers: one table serves for the quantile and for its inverse.
//!
//! Within a cell of 1/256 of a standard deviation every value is equally likely; the probability of each cell is that of the
//! normal distribution to 2⁻⁶⁴, and what lies beyond 8 standard deviations (1 in 10¹⁵) falls in the last cell.

use super::normal_table::NORMAL;

/// One standard deviation in the units of [`quantile`] and [`cumulative`]: 2³².
pub const STANDARD_DEVIATION: i64 = 1 << 32;
/// The bits of a cell's width.
const CELL: u32 = 24;
const HALF: u64 = 1 << 63;

/// The value below which a share of `share / 2⁶⁴` of all draws lie, in 2⁻³² standard deviations, rounded toward 0.
/// `quantile(u) = -quantile(!u)`.
pub fn quantile(share: u64) -> i64 {
    let (beyond_middle, negative) =
        if share >= HALF { (share - HALF, false) } else { (HALF - 1 - share, true) };
    let cell = NORMAL.partition_point(|below| *below <= beyond_middle) - 1;
    let (from, until) = (NORMAL[cell], NORMAL[cell + 1]);
    let inside = (u128::from(beyond_middle - from) << CELL) / u128::from(until - from);
    // below 2^11 cells of 2^24 each
    let value = ((cell as i64) << CELL) + inside as i64;
    if negative { -value } else { value }
}

/// The share of all draws that lie below a value in 2⁻³² standard deviations, in 2⁻⁶⁴.
pub fn cumulative(value: i64) -> u64 {
    let distance = value.unsigned_abs();
    let cell = usize::try_from(distance >> CELL).unwrap_or(usize::MAX);
    let beyond_middle = match (NORMAL.get(cell), NORMAL.get(cell.saturating_add(1))) {
        (Some(from), Some(until)) => {
            let inside = (u128::from(distance & ((1 << CELL) - 1)) * u128::from(until - from)) >> CELL;
            (u128::from(*from) + inside).min(u128::from(HALF - 1)) as u64
        }
        _ => HALF - 1,
    };
    if value < 0 { HALF - 1 - beyond_middle } else { HALF + beyond_middle }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_quantiles() {
        let thousandths = |share: u64| quantile(share) * 1000 / STANDARD_DEVIATION;
        assert_eq!(quantile(HALF), 0);
        assert_eq!(thousandths((u128::from(u64::MAX) * 975 / 1000) as u64), 1959);
        assert_eq!(thousandths((u128::from(u64::MAX) * 5 / 100) as u64), -1644);
        assert!(quantile(u64::MAX) < 8 * STANDARD_DEVIATION);
        assert_eq!(quantile(0), -quantile(u64::MAX));
    }

    proptest! {
        #[test]
        fn one_is_the_inverse_of_the_other(share in any::<u64>()) {
            let back = cumulative(quantile(share));
            // a unit of the value is so much of the share at the most
            prop_assert!(back.abs_diff(share) <= 1 << 31, "{share} {back}");
        }

        #[test]
        fn both_rise(a in any::<u64>(), b in any::<u64>()) {
            let (low, high) = (a.min(b), a.max(b));
            prop_assert!(quantile(low) <= quantile(high));
            let (low, high) = (low as i64 % (10 << 32), high as i64 % (10 << 32));
            prop_assert!(cumulative(low.min(high)) <= cumulative(low.max(high)));
        }
    }
}
