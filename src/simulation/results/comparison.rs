//! Structures compared draw by draw: which is the cheapest, and the difference of two.

use super::statistics::{Share, Summary};
use crate::number::Overflow;

/// A structure compared with the others, draw by draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cheapest {
    /// In which share of the draws it is the cheapest; where k structures cost the same, each has 1/k of the draw.
    pub share: Share,
    /// What it costs more than the cheapest structure of the same draw, in øre.
    pub regret: Summary,
}

pub(super) struct AllCheapest {
    /// In how many draws every cost is known.
    pub(super) draws: u64,
    /// By structure; `None` where there is no such draw.
    pub(super) structures: Vec<Option<Cheapest>>,
}

/// Compares the structures in the draws in which the cost of each is known.
pub(super) fn cheapest(costs: &[Vec<Option<i64>>]) -> Result<AllCheapest, Overflow> {
    let count = costs.len();
    let mut shared = vec![vec![0_u64; count]; count];
    let mut regrets = vec![Vec::new(); count];
    let mut draws = 0;
    let mut own = Vec::with_capacity(count);
    for draw in 0..costs.first().map_or(0, Vec::len) {
        own.clear();
        own.extend(costs.iter().filter_map(|c| c[draw]));
        let Some(&least) = own.iter().min().filter(|_| own.len() == count) else { continue };
        draws += 1;
        let equal = own.iter().filter(|&&c| c == least).count();
        for (s, &cost) in own.iter().enumerate() {
            regrets[s].push(cost.checked_sub(least).ok_or(Overflow)?);
            if cost == least {
                shared[s][equal - 1] += 1;
            }
        }
    }
    let one = |(shared, regrets): (Vec<u64>, Vec<i64>)| -> Result<Option<Cheapest>, Overflow> {
        let share = Share::of_shared(&shared, draws)?;
        Ok(share.zip(Summary::of(regrets)?).map(|(share, regret)| Cheapest { share, regret }))
    };
    let structures: Result<Vec<_>, _> = shared.into_iter().zip(regrets).map(one).collect();
    Ok(AllCheapest { draws, structures: structures? })
}

/// What one structure costs more than another in the same draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostDifference {
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

impl CostDifference {
    /// Whether the 95 % interval of the mean keeps clear of 0: -1 if the second is cheaper, 1 if it is dearer, 0 if the
    /// draws do not decide it.
    pub fn direction(&self) -> i8 {
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
) -> Result<CostDifference, Overflow> {
    let mut sample = Vec::with_capacity(from.len());
    for (from, to) in from.iter().zip(to) {
        if let (Some(from), Some(to)) = (from, to) {
            sample.push(to.checked_sub(*from).ok_or(Overflow)?);
        }
    }
    let draws = sample.len() as u64;
    let count = |of: fn(&i64) -> bool| sample.iter().filter(|d| of(d)).count() as u64;
    Ok(CostDifference {
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
    use crate::number::Ratio;

    #[test]
    fn ties_are_shared_and_unknown_draws_left_out() {
        let costs =
            vec![vec![Some(10), Some(10), None, Some(10)], vec![Some(12), Some(10), Some(1), Some(9)]];
        let all = cheapest(&costs).unwrap();
        assert_eq!(all.draws, 3);
        let [Some(a), Some(b)] = all.structures.as_slice() else { panic!() };
        assert_eq!(a.share.share, Ratio::new(1, 2).unwrap());
        assert_eq!(b.share.share, Ratio::new(1, 2).unwrap());
        assert_eq!((a.regret.most, b.regret.most), (1, 2));
        assert_eq!(b.regret.mean, Ratio::new(2, 3).unwrap());
    }

    #[test]
    fn paired_draws_tell_what_separate_ones_would_not() {
        // costs swing by a thousand, the difference by one
        let from: Vec<Option<i64>> = (0..100).map(|i| Some(1_000 * (i % 7))).collect();
        let to: Vec<Option<i64>> = (0..100).map(|i| Some(1_000 * (i % 7) - 10 + i % 2)).collect();
        let difference = difference((0, &from), (1, &to)).unwrap();
        assert_eq!(difference.direction(), -1);
        assert_eq!(difference.second_cheaper.unwrap().share, crate::number::Ratio::ONE);
    }
}
