//! The distributions of a dialogue file, each by the inverse of its distribution function.

use super::tables::{STANDARD_DEVIATION, log2_of_ratio, normal_quantile, times_power_of_two_half_up};
use crate::{number::Overflow, simulation::Distribution};

/// A whole number from 0 to `count - 1`, all equally likely: the share `share / 2⁶⁴` of the way, rounded down.
pub fn whole_below(count: u64, share: u64) -> u64 {
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
                i128::from(log) * i128::from(normal_quantile(share)) / i128::from(STANDARD_DEVIATION);
            times_power_of_two_half_up(*median, i64::try_from(exponent).map_err(|_| Overflow)?)
        }
        Distribution::Values(values) => {
            let all: u64 = values.iter().map(|(_, weight)| u64::from(*weight)).sum();
            let mut at = whole_below(all, share);
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
    use proptest::prelude::*;

    use super::{
        super::{DrawStream, normal_cumulative},
        *,
    };

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
        let one_sigma = normal_cumulative(STANDARD_DEVIATION);
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

    // The distributions against their closed forms, at a significance of 1 in 1,000, with a fixed seed. In integers: what is
    // compared is `Σ (n − e)² / e` over cells, all over the common denominator. The bounds are the 99.9 % points of chi-square:
    // 52.62 for 24 degrees of freedom, 45.31 for 20, 27.88 for 9.

    const DRAWS: u64 = 100_000;
    const MILLION: i64 = 1_000_000;

    /// The same number position of every draw, as the engine reads them.
    fn sample(distribution: &Distribution, position: u64) -> Vec<i64> {
        let mut stream = DrawStream::new(20_241_201);
        (1..=DRAWS)
            .map(|n| {
                stream.turn_to(n);
                quantile(distribution, stream.number(position)).unwrap()
            })
            .collect()
    }

    /// Chi-square in thousandths of counts against expected probabilities (in 10⁻¹²).
    fn chi_square_thousandths(counts: &[u64], probabilities: &[u64]) -> i128 {
        let mut sum = 0;
        for (&count, &probability) in counts.iter().zip(probabilities) {
            // all in 10⁻¹² of a draw
            let expected = i128::from(probability) * i128::from(DRAWS);
            let away = i128::from(count) * 1_000_000_000_000 - expected;
            sum += away / 1_000_000 * (away / 1_000_000) * 1000 / (expected / 1_000_000) / 1_000_000;
        }
        sum
    }

    /// How many of a sample fall below each limit and not below the one before; the last cell has the rest.
    fn counts(sample: &[i64], limits: &[i64]) -> Vec<u64> {
        let mut counts = vec![0; limits.len() + 1];
        for value in sample {
            counts[limits.partition_point(|limit| limit <= value)] += 1;
        }
        counts
    }

    #[test]
    fn uniform() {
        let sample = sample(&Distribution::Uniform { low: 0, high: 25 * MILLION - 1 }, 5);
        let limits: Vec<i64> = (1..25).map(|i| i * MILLION).collect();
        let chi = chi_square_thousandths(&counts(&sample, &limits), &[40_000_000_000; 25]);
        assert!(chi < 52_620, "{chi}");
    }

    #[test]
    fn triangular() {
        // F(x) = x² / (10 × 3) up to 3, 1 − (10 − x)² / (10 × 7) beyond
        let sample = sample(&Distribution::Triangular { low: 0, mode: 3 * MILLION, high: 10 * MILLION }, 9);
        let below = |half: u64| match half {
            ..=6 => half * half * 1_000_000_000_000 / 120,
            _ => 1_000_000_000_000 - (20 - half) * (20 - half) * 1_000_000_000_000 / 280,
        };
        let limits: Vec<i64> = (1..20).map(|half| half * MILLION / 2).collect();
        let probabilities: Vec<u64> = (1..=20).map(|half| below(half) - below(half - 1)).collect();
        let chi = chi_square_thousandths(&counts(&sample, &limits), &probabilities);
        assert!(chi < 45_310, "{chi}");
    }

    #[test]
    fn lognormal() {
        // limits are median × spread^z with z = −2, −1.5, … 2; Φ in 10⁻¹² from any table
        let phi = [
            22_750_131_948,
            66_807_201_269,
            158_655_253_931,
            308_537_538_726,
            500_000_000_000,
            691_462_461_274,
            841_344_746_069,
            933_192_798_731,
            977_249_868_052,
        ];
        let sample = sample(&Distribution::LogNormal { median: 4 * MILLION, spread: 4 * MILLION }, 13);
        // 4 × 4^z is a power of two for each of them
        let limits: Vec<i64> = (0..9).map(|i| MILLION / 4 * (1 << i)).collect();
        let mut probabilities: Vec<u64> = std::iter::once(0).chain(phi).collect();
        probabilities.push(1_000_000_000_000);
        let probabilities: Vec<u64> = probabilities.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let chi = chi_square_thousandths(&counts(&sample, &limits), &probabilities);
        assert!(chi < 27_880, "{chi}");
    }

    #[test]
    fn values_by_weight() {
        let weights = [1_u32, 3, 0, 6, 10];
        let values = Distribution::Values((0..).zip(weights).collect());
        let sample = sample(&values, 17);
        let limits: Vec<i64> = (1..5).collect();
        let counts = counts(&sample, &limits);
        assert_eq!(counts[2], 0);
        let probabilities = weights.map(|w| u64::from(w) * 50_000_000_000);
        let some = |of: &[u64]| [of[0], of[1], of[3], of[4]];
        let chi = chi_square_thousandths(&some(&counts), &some(&probabilities));
        // 16.27: 3 degrees of freedom
        assert!(chi < 16_270, "{chi}");
    }

    /// Kolmogorov: no share of the normal draws lies farther from Φ than 1.95 / √n (1 in 1,000).
    #[test]
    fn normal_by_kolmogorov() {
        let mut stream = DrawStream::new(3);
        let mut shares: Vec<u64> = (1..=DRAWS)
            .map(|n| {
                stream.turn_to(n);
                normal_cumulative(normal_quantile(stream.number(1)))
            })
            .collect();
        shares.sort_unstable();
        let farthest = (0_u64..).zip(shares).map(|(i, share)| {
            let expected = (u128::from(i) << 64) / u128::from(DRAWS);
            u128::from(share).abs_diff(expected)
        });
        // 1.95 / √100,000 = 0.006166…
        let bound = (1_u128 << 64) * 6_166 / 1_000_000;
        assert!(farthest.max().unwrap() < bound);
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
