//! What drives a result: the share of its variance that follows from one input taken by itself.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_traits::Zero;

use super::{SimulationData, bidder_groups, statistics::Moments};
use crate::{
    number::{Overflow, Ratio},
    simulation::Input,
};

/// The most bins of an input.
pub const BINS: usize = 20;

/// No bin has fewer draws than this, unless the input has few values.
const DRAWS_A_BIN: usize = 10;

/// One input, and the share of the variance that follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Driver {
    /// Which input. A bidder in it is a position among [`super::bidder_groups`]: the inputs of one sort of all members of a
    /// profile are reported together, and their shares added.
    pub input: Input,
    /// Of one, above 0.
    pub share: Ratio,
}

/// By target and draw: the second less the first.
pub(super) fn less(costs: &[Option<i64>], base: &[Option<i64>]) -> Vec<Option<i64>> {
    costs.iter().zip(base).map(|(c, b)| (*c)?.checked_sub((*b)?)).collect()
}

/// By target: its inputs with a share above 0, the greatest first, equal ones in the order of the inputs.
///
/// The draws are put in bins by the input's figure ([`bins`]). With n draws in b bins, S the sum of squared distances from
/// the mean and B that of the bins' means (each counted with its draws), the share is (B − (b − 1) × (S − B) / (n − b)) / S:
/// what chance alone would put between bins is taken away. A share that is then not above 0 is not reported.
pub(super) fn drivers(
    study: &SimulationData<'_>,
    targets: &[Vec<Option<i64>>],
) -> Result<Vec<Vec<Driver>>, Overflow> {
    let spreads: Vec<BigInt> = targets.iter().map(|t| spread(t)).collect();
    let groups = bidder_groups(study.dialogue, study.bidders);
    let mut shares: Vec<BTreeMap<Input, Ratio>> = vec![BTreeMap::new(); targets.len()];
    for (i, &input) in study.inputs.iter().enumerate() {
        let bins = bins(&(0..study.table.len()).map(|d| study.table.inputs(d)[i]).collect::<Vec<_>>());
        for ((target, spread), shares) in targets.iter().zip(&spreads).zip(&mut shares) {
            if let Some(own) = share(target, spread, &bins)? {
                let sum = shares.entry(of_group(input, &groups)).or_insert(Ratio::ZERO);
                *sum += &own;
            }
        }
    }
    let reported = |shares: BTreeMap<Input, Ratio>| {
        let above = shares.into_iter().filter(|(_, share)| !share.is_negative() && !share.is_zero());
        let mut found: Vec<Driver> = above.map(|(input, share)| Driver { input, share }).collect();
        found.sort_by(|a, b| b.share.cmp(&a.share).then(a.input.cmp(&b.input)));
        found
    };
    Ok(shares.into_iter().map(reported).collect())
}

/// The input with the group of its bidder.
fn of_group(input: Input, groups: &[(String, Vec<usize>)]) -> Input {
    let group = |bidder: usize| groups.iter().position(|(_, m)| m.contains(&bidder)).unwrap_or(bidder);
    match input {
        Input::TakesPart(b) => Input::TakesPart(group(b)),
        Input::MayLack(b, i) => Input::MayLack(group(b), i),
        Input::Discount(b) => Input::Discount(group(b)),
        Input::Capacity(b) => Input::Capacity(group(b)),
        other => other,
    }
}

/// The sum of squared distances from the mean, times the count.
fn spread(target: &[Option<i64>]) -> BigInt {
    Moments::of(&target.iter().flatten().copied().collect::<Vec<_>>()).spread()
}

/// By draw: its bin. Few different values have a bin each; else rising figures are cut into [`BINS`] bins of as many draws,
/// and equal figures stay together in the bin of the first of them.
fn bins(figures: &[i64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..figures.len()).collect();
    order.sort_unstable_by_key(|&d| (figures[d], d));
    let different = 1 + order.windows(2).filter(|w| figures[w[0]] != figures[w[1]]).count();
    let most = if different <= BINS { different } else { BINS.min(figures.len() / DRAWS_A_BIN).max(1) };
    let mut bin_of = vec![0; figures.len()];
    let mut bin = 0;
    for (rank, &draw) in order.iter().enumerate() {
        if rank > 0 && figures[draw] != figures[order[rank - 1]] {
            bin = if most == different { bin + 1 } else { rank * most / figures.len() };
        }
        bin_of[draw] = bin;
    }
    bin_of
}

fn share(target: &[Option<i64>], spread: &BigInt, bins: &[usize]) -> Result<Option<Ratio>, Overflow> {
    let origin = target.iter().flatten().next().map_or(0, |&v| i128::from(v));
    let count = bins.iter().max().map_or(0, |b| b + 1);
    let mut sums = vec![(0_i128, 0_i128); count];
    for (value, &bin) in target.iter().zip(bins) {
        if let Some(value) = value {
            sums[bin].0 += i128::from(*value) - origin;
            sums[bin].1 += 1;
        }
    }
    sums.retain(|(_, n)| *n > 0);
    let (all, n) = sums.iter().fold((0, 0), |(s, n), (sum, own)| (s + sum, n + own));
    let b = sums.len() as i128;
    if spread.is_zero() || b < 2 || n <= b {
        return Ok(None);
    }
    let square = |sum: i128, n: i128| Ratio::from_big(BigInt::from(sum) * sum, n.into()).ok_or(Overflow);
    let mut between = -square(all, n)?;
    for &(sum, own) in &sums {
        between += square(sum, own)?;
    }
    let whole = Ratio::from_big(spread.clone(), n.into()).ok_or(Overflow)?;
    let chance = (&whole - &between) * Ratio::new(b - 1, n - b).ok_or(Overflow)?;
    (between - &chance).checked_div(&whole).ok_or(Overflow).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_figures_share_a_bin() {
        assert_eq!(bins(&[5, 1, 5, 3]), [2, 0, 2, 1]);
        let many: Vec<i64> = (0..1000).map(|i| i / 2).collect();
        let bins = bins(&many);
        assert_eq!(bins.iter().max(), Some(&(BINS - 1)));
        assert!(
            many.iter()
                .zip(&bins)
                .zip(many.iter().zip(&bins).skip(1))
                .all(|((a, x), (b, y))| a != b || x == y)
        );
    }

    #[test]
    fn the_one_cause_has_all_and_noise_has_nothing() {
        let target: Vec<Option<i64>> = (0..1000).map(|i| Some(i % 4 * 100)).collect();
        let cause: Vec<i64> = (0..1000).map(|i| i % 4).collect();
        let noise: Vec<i64> = (0..1000).map(|i| i / 4 % 2).collect();
        let own = spread(&target);
        assert_eq!(share(&target, &own, &bins(&cause)).unwrap(), Some(Ratio::ONE));
        assert!(share(&target, &own, &bins(&noise)).unwrap().unwrap().is_negative());
    }

    #[test]
    fn two_causes_share_as_their_variances() {
        // 3 a + 4 b over all pairs: 9 to 16
        let pairs: Vec<(i64, i64)> = (0..10_000).map(|i| (i % 10, i / 10 % 10)).collect();
        let target: Vec<Option<i64>> = pairs.iter().map(|(a, b)| Some(3 * a + 4 * b)).collect();
        let own = spread(&target);
        let of = |f: fn(&(i64, i64)) -> i64| {
            share(&target, &own, &bins(&pairs.iter().map(f).collect::<Vec<_>>())).unwrap().unwrap()
        };
        assert_eq!(of(|p| p.0).to_decimals_half_up(2), "0.36");
        assert_eq!(of(|p| p.1).to_decimals_half_up(2), "0.64");
    }
}
