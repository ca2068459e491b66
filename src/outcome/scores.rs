//! Scores made whole, so that the award can be decided in integers.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::ToPrimitive;

use crate::number::Ratio;

/// Costs below this leave room for sums over any number of lots.
const ROOM: u32 = 96;

/// By lot and bid the cost of a score: lower is better. Exact multiples of the scores over one common denominator where
/// that fits machine integers. Where it does not, and each lot is decided by itself, places in the order of scores serve
/// as well: only the order on each lot matters then. `None` where neither will do.
pub(super) fn costs_of_scores(
    scores: &[Vec<Option<Ratio>>],
    lots_are_independent: bool,
) -> Option<Vec<Vec<Option<i128>>>> {
    over_one_denominator(scores).or_else(|| lots_are_independent.then(|| places(scores)))
}

fn over_one_denominator(scores: &[Vec<Option<Ratio>>]) -> Option<Vec<Vec<Option<i128>>>> {
    let mut denominator = BigInt::from(1);
    for score in scores.iter().flatten().flatten() {
        denominator = denominator.lcm(score.to_big().denom());
        if denominator.bits() > u64::from(ROOM) {
            return None;
        }
    }
    let whole = |score: &Ratio| {
        let big = score.to_big();
        let n = big.numer() * (&denominator / big.denom());
        (n.bits() <= u64::from(ROOM)).then(|| n.to_i128().map(|n| -n)).flatten()
    };
    scores
        .iter()
        .map(|lot| lot.iter().map(|s| s.as_ref().map_or(Some(None), |s| whole(s).map(Some))).collect())
        .collect()
}

fn places(scores: &[Vec<Option<Ratio>>]) -> Vec<Vec<Option<i128>>> {
    let place = |lot: &Vec<Option<Ratio>>| {
        let mut order: Vec<&Ratio> = lot.iter().flatten().collect();
        order.sort_unstable_by(|a, b| b.cmp(a));
        order.dedup();
        lot.iter().map(|s| s.as_ref().map(|s| order.partition_point(|o| *o > s) as i128)).collect()
    };
    scores.iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirds_become_whole() {
        let third = |n| Some(Ratio::new(n, 3).unwrap());
        let got =
            costs_of_scores(&[vec![third(1), None, third(2)], vec![Some(Ratio::whole(5))]], false).unwrap();
        assert_eq!(got, vec![vec![Some(-1), None, Some(-2)], vec![Some(-15)]]);
    }

    #[test]
    fn beyond_machine_integers_the_order_serves() {
        let fine = |n: i128| Some(Ratio::new(n, (1 << 120) + 1).unwrap());
        let scores = [vec![fine(7), fine(9), fine(7)]];
        assert_eq!(costs_of_scores(&scores, false), None);
        assert_eq!(costs_of_scores(&scores, true).unwrap(), vec![vec![Some(1), Some(0), Some(1)]]);
    }
}
