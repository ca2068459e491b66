//! Figures of a sample, exact: sums in integers, roots of integers, no rounding unless stated.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive};

use crate::number::{Overflow, Ratio};

/// What a sample of whole numbers (øre, operations) looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// How many.
    pub draws: u64,
    /// The sum over the count, exact.
    pub mean: Ratio,
    /// One in twenty lies at or below it ([`quantile`]).
    pub low: i64,
    /// The median.
    pub median: i64,
    /// One in twenty lies above it.
    pub high: i64,
    /// The least.
    pub least: i64,
    /// The greatest.
    pub most: i64,
    /// The standard error of the mean, rounded up to a whole number so that an estimate never looks better than it is;
    /// `None` for less than two draws.
    pub error: Option<i128>,
    /// Half of the 95 % interval of the mean: 1.96 standard errors, rounded up.
    pub half_width: Option<i128>,
}

impl Summary {
    /// Of a sample; `None` of nothing.
    ///
    /// # Errors
    /// [`Overflow`] where an error of the mean would not fit.
    pub fn of(mut sample: Vec<i64>) -> Result<Option<Self>, Overflow> {
        sample.sort_unstable();
        let (Some(&least), Some(&most)) = (sample.first(), sample.last()) else { return Ok(None) };
        let moments = Moments::of(&sample);
        let (error, half_width) = match moments.variance_of_mean() {
            None => (None, None),
            Some((n, d)) => (
                Some(root_up(&n, &d)?),
                // 1.96² = 2401/625
                Some(root_up(&(n * 2401), &(d * 625))?),
            ),
        };
        Ok(Some(Summary {
            draws: moments.count,
            mean: moments.mean().ok_or(Overflow)?,
            low: quantile(&sample, 5).unwrap_or(least),
            median: quantile(&sample, 50).unwrap_or(least),
            high: quantile(&sample, 95).unwrap_or(most),
            least,
            most,
            error,
            half_width,
        }))
    }
}

impl Summary {
    /// Sets the errors to 0: the sample has every possibility.
    pub(super) fn without_error(&mut self) {
        (self.error, self.half_width) = (Some(0), Some(0));
    }
}

impl Share {
    /// Sets the errors to 0: the sample has every possibility.
    pub(super) fn without_error(&mut self) {
        self.error = Some(0);
    }
}

/// Count, sum and sum of squares of a sample, as distances from its first value so that they stay small.
#[derive(Clone, Debug)]
pub(super) struct Moments {
    pub(super) count: u64,
    origin: i128,
    sum: BigInt,
    squares: BigInt,
}

impl Moments {
    pub(super) fn of(sample: &[i64]) -> Self {
        let origin = sample.first().map_or(0, |&v| i128::from(v));
        let mut sum = 0_i128;
        let mut squares = BigInt::ZERO;
        let mut small = 0_i128;
        for &value in sample {
            let distance = i128::from(value) - origin;
            // 2^63 values of 2^64 each fit
            sum += distance;
            match distance.checked_mul(distance).and_then(|square| small.checked_add(square)) {
                Some(total) => small = total,
                None => squares += BigInt::from(distance) * distance,
            }
        }
        squares += small;
        Moments { count: sample.len() as u64, origin, sum: sum.into(), squares }
    }

    fn mean(&self) -> Option<Ratio> {
        let count = BigInt::from(self.count);
        Ratio::from_big(&self.sum + BigInt::from(self.origin) * &count, count)
    }

    /// The sum of the squared distances from the mean, times the count: a whole number.
    pub(super) fn spread(&self) -> BigInt {
        &self.squares * self.count - &self.sum * &self.sum
    }

    /// The unbiased variance over the count, as a fraction.
    fn variance_of_mean(&self) -> Option<(BigInt, BigInt)> {
        let count = BigInt::from(self.count);
        (self.count > 1).then(|| (self.spread(), &count * &count * (&count - 1)))
    }
}

/// The quantile of a rising sample: the least value such that at least `percent` of 100 lie at or below it; `None` of
/// nothing. No value is made up between two that were drawn.
pub fn quantile(rising: &[i64], percent: u8) -> Option<i64> {
    let rank = (rising.len() * usize::from(percent)).div_ceil(100);
    rising.get(rank.saturating_sub(1)).copied()
}

/// The least whole number whose square is at least n / d, for n from 0 and d above 0.
///
/// # Errors
/// [`Overflow`] beyond 128 bits.
pub(super) fn root_up(n: &BigInt, d: &BigInt) -> Result<i128, Overflow> {
    let least = n.div_ceil(d);
    if !least.is_positive() {
        return Ok(0);
    }
    let root = least.sqrt();
    let up = if &root * &root < least { root + 1 } else { root };
    up.to_i128().ok_or(Overflow)
}

/// How often something came true, or by which share of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Of one.
    pub share: Ratio,
    /// The standard error, in hundredths of a per cent, rounded up; `None` for less than two draws.
    pub error: Option<i128>,
}

impl Share {
    /// From how many draws had 1/k of it, by k from 1: `[3, 2]` is three draws alone and two draws shared by two.
    pub(super) fn of_shared(by_k: &[u64], draws: u64) -> Result<Option<Self>, Overflow> {
        if draws == 0 {
            return Ok(None);
        }
        let (mut sum, mut squares) = (Ratio::ZERO, Ratio::ZERO);
        for (i, &count) in by_k.iter().enumerate() {
            let k = i as i128 + 1;
            sum += Ratio::new(count.into(), k).ok_or(Overflow)?;
            squares += Ratio::new(count.into(), k * k).ok_or(Overflow)?;
        }
        let n = Ratio::whole(draws.into());
        let share = sum.checked_div(&n).ok_or(Overflow)?.reduced();
        let error = if draws < 2 {
            None
        } else {
            let spread = squares.checked_div(&n).ok_or(Overflow)? - &share * &share;
            let of_mean = spread.checked_div(&Ratio::whole(i128::from(draws) - 1)).ok_or(Overflow)?.to_big();
            Some(root_up(&(of_mean.numer() * 100_000_000_i64), of_mean.denom())?)
        };
        Ok(Some(Share { share, error }))
    }

    /// Of `count` out of `draws` draws.
    pub(super) fn of_count(count: u64, draws: u64) -> Result<Option<Self>, Overflow> {
        Self::of_shared(&[count], draws)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_small_sample_by_hand() {
        let summary = Summary::of(vec![3, 1, 2, 6]).unwrap().unwrap();
        assert_eq!(summary.mean, Ratio::whole(3));
        assert_eq!((summary.low, summary.median, summary.high), (1, 2, 6));
        // variance 14/3, of the mean 14/12, root 1.08
        assert_eq!((summary.error, summary.half_width), (Some(2), Some(3)));
        assert_eq!(Summary::of(vec![]).unwrap(), None);
        assert_eq!(Summary::of(vec![7]).unwrap().unwrap().error, None);
        assert_eq!(Summary::of(vec![7, 7]).unwrap().unwrap().error, Some(0));
    }

    #[test]
    fn quantiles_are_values_that_were_drawn() {
        let sample: Vec<i64> = (1..=100).collect();
        assert_eq!([5, 50, 95, 100].map(|p| quantile(&sample, p).unwrap()), [5, 50, 95, 100]);
        let sample: Vec<i64> = (1..=101).collect();
        assert_eq!([5, 50, 95].map(|p| quantile(&sample, p).unwrap()), [6, 51, 96]);
    }

    #[test]
    fn shares_that_are_shared() {
        let share = Share::of_shared(&[1, 2], 4).unwrap().unwrap();
        assert_eq!(share.share, Ratio::new(1, 2).unwrap());
        // values 1, 1/2, 1/2, 0: variance 1/6, of the mean 1/24, root 0.20412…
        assert_eq!(share.error, Some(2042));
    }

    /// The same in fractions, the slow way.
    fn naive(sample: &[i64]) -> (Ratio, Ratio) {
        let n = Ratio::whole(sample.len() as i128);
        let sum = sample.iter().fold(Ratio::ZERO, |s, &v| s + Ratio::whole(v.into()));
        let mean = sum.checked_div(&n).unwrap();
        let squares = sample.iter().fold(Ratio::ZERO, |s, &v| {
            let d = Ratio::whole(v.into()) - &mean;
            s + &d * &d
        });
        let of_mean = squares.checked_div(&(&n - Ratio::ONE)).unwrap().checked_div(&n).unwrap();
        (mean, of_mean)
    }

    proptest! {
        #[test]
        fn as_the_naive_reference(sample in prop::collection::vec(any::<i64>(), 2..40)) {
            let summary = Summary::of(sample.clone()).unwrap().unwrap();
            let (mean, of_mean) = naive(&sample);
            prop_assert_eq!(&summary.mean, &mean);
            let error = summary.error.unwrap();
            prop_assert!(Ratio::whole(error) * Ratio::whole(error) >= of_mean);
            prop_assert!(error == 0 || Ratio::whole(error - 1) * Ratio::whole(error - 1) < of_mean);
            for (percent, value) in [(5, summary.low), (50, summary.median), (95, summary.high)] {
                let below = sample.iter().filter(|&&v| v < value).count() * 100;
                let up_to = sample.iter().filter(|&&v| v <= value).count() * 100;
                prop_assert!(below < percent * sample.len() && up_to >= percent * sample.len());
            }
        }
    }
}
