use super::statistics::{Share, Summary};
use crate::number::Overflow;

/// What one structure costs more than another in the same draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The structure (position) that is subtracted.
    pub first: usize,
    /// The structure (position) that it is subtracted from.
    pub second: usize,
    /// Cost of the second less cost of the first, in øre, draw by draw; `None` where no draw knows both.
    pub cost: Option<Summary>,
    /// The share of these draws in which the second is cheaper.
    pub second_cheaper: Option<Share>,
    /// The share of these draws in which both cost the same.
    pub equal: Option<Share>,
}

impl Difference {
    /// Whether the 95 % interval of the mean keeps clear of 0: -1 if the second is cheaper, 1 if it is dearer, 0 if the
    /// draws do not tell.
    pub fn told(&self) -> i8 {
        let Some(cost) = &self.cost else { return 0 };
        let Some(half) = cost.half_width else { return 0 };
        let half = crate::number::Ratio::whole(half);
        if (&cost.mean + &half).is_negative() {
            -1
        } else if (half - &cost.mean).is_negative() {
            1
        } else {
            0
        }
    }
}

pub(super) fn difference(
    (first, from): (usize, &[Option<i64>]),
    (second, to): (usize, &[Option<i64>]),
) -> Result<Difference, Overflow> {
    let mut sample = Vec::with_capacity(from.len());
    for (from, to) in from.iter().zip(to) {
        if let (Some(from), Some(to)) = (from, to) {
            sample.push(to.checked_sub(*from).ok_or(Overflow)?);
        }
    }
    let draws = sample.len() as u64;
    let count = |of: fn(&i64) -> bool| sample.iter().filter(|d| of(d)).count() as u64;
    Ok(Difference {
        first,
        second,
        second_cheaper: Share::of_count(count(|d| *d < 0), draws)?,
        equal: Share::of_count(count(|d| *d == 0), draws)?,
        cost: Summary::of(sample)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paired_draws_tell_what_separate_ones_would_not() {
        // costs swing by a thousand, the difference by one
        let from: Vec<Option<i64>> = (0..100).map(|i| Some(1_000 * (i % 7))).collect();
        let to: Vec<Option<i64>> = (0..100).map(|i| Some(1_000 * (i % 7) - 10 + i % 2)).collect();
        let difference = difference((0, &from), (1, &to)).unwrap();
        assert_eq!(difference.told(), -1);
        assert_eq!(difference.second_cheaper.unwrap().share, crate::number::Ratio::ONE);
    }
}
