//! The distributions against their closed forms, at a significance of 1 in 1,000, with a fixed seed. In integers: what is
//! compared is `Σ (n − e)² / e` over cells, all over the common denominator.
//!
//! The bounds are the 99.9 % points of chi-square: 52.62 for 24 degrees of freedom, 45.31 for 20, 27.88 for 9.

use super::{DrawStream, normal_quantile, quantile};
use crate::simulation::Distribution;

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

/// Chi-square in thousandths of counts beside expected probabilities (in 10⁻¹²).
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
            super::cumulative(normal_quantile(stream.number(1)))
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
