//! The distributions of a dialogue file, each by the inverse of its distribution function.

use super::{
    normal::{self, STANDARD_DEVIATION},
    power::{log2_of_ratio, times_power_of_two_half_up},
};
use crate::{number::Overflow, simulation::Distribution};

/// A whole number from 0 to `count - 1`, all equally likely: the share `share / 2⁶⁴` of the way, rounded down.
pub fn below(count: u64, share: u64) -> u64 {
    ((u128::from(count) * u128::from(share)) >> 64) as u64
}

/// The value below which a share of `share / 2⁶⁴` of all draws lie.
///
/// - uniform: every millionth from `low` to `high`, both included, is equally likely;
/// - triangular: `low + √(u (high − low)(mode − low))` up to the mode, `high − √((1 − u)(high − low)(high − mode))` beyond,
///   roots rounded down;
/// - lognormal: `median × 2^(z × log₂ spread)` with the normal quantile `z`, half up;
/// - values: the first whose weight and those before it pass the share.
///
/// # Errors
/// [`Overflow`] where a value would not fit in 64 bits.
pub fn quantile(distribution: &Distribution, share: u64) -> Result<i64, Overflow> {
    match distribution {
        Distribution::Fixed(value) => Ok(*value),
        Distribution::Uniform { low, high } => {
            let steps = u64::try_from(i128::from(*high) - i128::from(*low)).map_err(|_| Overflow)?;
            let at = ((u128::from(steps) + 1) * u128::from(share)) >> 64;
            i64::try_from(i128::from(*low) + at as i128).map_err(|_| Overflow)
        }
        Distribution::Triangular { low, mode, high } => triangular(*low, *mode, *high, share),
        Distribution::LogNormal { median, spread } => {
            let log = log2_of_ratio(u128::try_from(*spread).map_err(|_| Overflow)?, 1_000_000);
            let exponent =
                i128::from(log) * i128::from(normal::quantile(share)) / i128::from(STANDARD_DEVIATION);
            times_power_of_two_half_up(*median, i64::try_from(exponent).map_err(|_| Overflow)?)
        }
        Distribution::Values(values) => {
            let all: u64 = values.iter().map(|(_, weight)| u64::from(*weight)).sum();
            let mut at = below(all, share);
            for (value, weight) in values {
                match at.checked_sub(u64::from(*weight)) {
                    None => return Ok(*value),
                    Some(rest) => at = rest,
                }
            }
            values.last().map(|(value, _)| *value).ok_or(Overflow)
        }
    }
}

fn triangular(low: i64, mode: i64, high: i64, share: u64) -> Result<i64, Overflow> {
    let distance = |a: i64, b: i64| u128::try_from(i128::from(b) - i128::from(a)).map_err(|_| Overflow);
    let (width, rise, fall) = (distance(low, high)?, distance(low, mode)?, distance(mode, high)?);
    // share < rise / width
    let rising = u128::from(share) * width < rise << 64;
    let (area, part) = if rising {
        (width * rise, u128::from(share))
    } else {
        (width * fall, (1 << 64) - u128::from(share))
    };
    // area × part / 2⁶⁴ in two halves, since the product takes 192 bits
    let scaled = (area >> 64) * part + (((area & u128::from(u64::MAX)) * part) >> 64);
    let root = i128::try_from(scaled.isqrt()).map_err(|_| Overflow)?;
    let value = if rising { i128::from(low) + root } else { i128::from(high) - root };
    i64::try_from(value).map_err(|_| Overflow)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HALF: u64 = 1 << 63;

    #[test]
    fn middles_and_ends() {
        let uniform = Distribution::Uniform { low: 10, high: 20 };
        assert_eq!([0, HALF, u64::MAX].map(|u| quantile(&uniform, u).unwrap()), [10, 15, 20]);
        let even = Distribution::Triangular { low: 0, mode: 1000, high: 2000 };
        assert_eq!([0, HALF, u64::MAX].map(|u| quantile(&even, u).unwrap()), [0, 1000, 2000]);
        let rising = Distribution::Triangular { low: 0, mode: 1000, high: 1000 };
        assert_eq!([HALF / 2, u64::MAX].map(|u| quantile(&rising, u).unwrap()), [500, 999]);
        let normal = Distribution::LogNormal { median: 1_000_000, spread: 2_000_000 };
        let one_sigma = normal::cumulative(STANDARD_DEVIATION);
        assert_eq!(
            [HALF, one_sigma, !one_sigma].map(|u| quantile(&normal, u).unwrap()),
            [1_000_000, 2_000_000, 500_000]
        );
        let values = Distribution::Values(vec![(5, 1), (7, 0), (9, 3)]);
        assert_eq!(
            [0, HALF / 2 - 1, HALF / 2, u64::MAX].map(|u| quantile(&values, u).unwrap()),
            [5, 5, 9, 9]
        );
    }

    #[test]
    fn what_does_not_fit_is_an_error() {
        let wild = Distribution::LogNormal { median: i64::MAX / 2, spread: 1_000_000_000 };
        assert_eq!(quantile(&wild, u64::MAX), Err(Overflow));
        let wide = Distribution::Triangular { low: i64::MIN, mode: 0, high: i64::MAX };
        assert!(quantile(&wide, HALF).unwrap().abs() < 10);
    }

    fn distributions() -> impl Strategy<Value = Distribution> {
        let span = (0..2_000_000_i64, 0..2_000_000_i64, 0..2_000_000_i64);
        prop_oneof![
            (0..1_000_000_i64, 0..1_000_000_i64)
                .prop_map(|(low, w)| Distribution::Uniform { low, high: low + w }),
            span.prop_map(|(low, a, b)| Distribution::Triangular { low, mode: low + a, high: low + a + b }),
            (1..9_000_000_i64, 1_000_000..3_000_000_i64)
                .prop_map(|(median, spread)| Distribution::LogNormal { median, spread }),
        ]
    }

    proptest! {
        #[test]
        fn values_rise_with_the_share(d in distributions(), a in any::<u64>(), b in any::<u64>()) {
            prop_assert!(quantile(&d, a.min(b)).unwrap() <= quantile(&d, a.max(b)).unwrap());
        }
    }
}
