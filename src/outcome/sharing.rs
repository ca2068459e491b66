//! How several suppliers share a lot's volume.

use crate::{
    number::{Money, Overflow, Percent, Volume, divide_half_up},
    tender::Sharing,
};

/// What each supplier takes, by rank; `None` is a capacity without limit.
///
/// `ranked`: rank 1 up to its capacity, then rank 2, and so on. Fixed shares: each rounded down and cut off at capacity,
/// the rest in rank order to whoever has room.
pub(crate) fn volumes_by_rank(
    volume: Volume,
    capacities: &[Option<Volume>],
    sharing: &Sharing,
) -> Vec<Volume> {
    let room = |i: usize| capacities[i].map_or(u64::MAX, Volume::count);
    let mut taken: Vec<u64> = match sharing {
        Sharing::Ranked => vec![0; capacities.len()],
        Sharing::Shares(shares) => (0..capacities.len())
            .map(|i| part_rounded_down(volume, shares.get(i).copied().unwrap_or(Percent::ZERO)).min(room(i)))
            .collect(),
    };
    let mut rest = volume.count() - taken.iter().sum::<u64>().min(volume.count());
    for (i, own) in taken.iter_mut().enumerate() {
        let more = rest.min(room(i) - *own);
        *own += more;
        rest -= more;
    }
    taken.into_iter().map(Volume::from_total).collect()
}

fn part_rounded_down(volume: Volume, share: Percent) -> u64 {
    let parts = i128::from(volume.count()) * i128::from(share.parts()) / i128::from(Percent::HUNDRED_PARTS);
    u64::try_from(parts).unwrap_or(0)
}

/// v / V of an amount, half up to whole øre; where the lot has no volume, rank 1 (index 0) counts in full.
///
/// # Errors
/// [`Overflow`] where the product would not fit.
pub(crate) fn shared(amount: Money, taken: Volume, volume: Volume, rank: usize) -> Result<Money, Overflow> {
    if volume == Volume::ZERO {
        return Ok(if rank == 0 { amount } else { Money::ZERO });
    }
    let product = amount.ore().checked_mul(i128::from(taken.count())).ok_or(Overflow)?;
    Ok(Money::from_ore(divide_half_up(product, i128::from(volume.count()))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn v(n: u64) -> Volume {
        Volume::from_count(n).unwrap()
    }

    #[test]
    fn ranked_fills_up_in_order() {
        let got = volumes_by_rank(v(100), &[Some(v(30)), Some(v(50)), None], &Sharing::Ranked);
        assert_eq!(got, [v(30), v(50), v(20)]);
        let got = volumes_by_rank(v(100), &[Some(v(30)), Some(v(50))], &Sharing::Ranked);
        assert_eq!(got, [v(30), v(50)]);
    }

    #[test]
    fn shares_are_rounded_down_and_the_rest_goes_by_rank() {
        let shares = Sharing::Shares([60, 40].map(|p| Percent::from_parts(p * 10_000)).to_vec());
        assert_eq!(volumes_by_rank(v(101), &[None, None], &shares), [v(61), v(40)]);
        assert_eq!(volumes_by_rank(v(100), &[Some(v(50)), None], &shares), [v(50), v(50)]);
        assert_eq!(volumes_by_rank(v(100), &[Some(v(50)), Some(v(45))], &shares), [v(50), v(45)]);
        assert_eq!(volumes_by_rank(v(100), &[None], &shares), [v(100)]);
    }

    #[test]
    fn payment_follows_the_share() {
        assert_eq!(shared(Money::from_ore(1000), v(1), v(3), 0), Ok(Money::from_ore(333)));
        assert_eq!(shared(Money::from_ore(1000), v(0), v(0), 0), Ok(Money::from_ore(1000)));
        assert_eq!(shared(Money::from_ore(1000), v(0), v(0), 1), Ok(Money::ZERO));
        assert_eq!(shared(Money::from_ore(i128::MAX), v(2), v(3), 0), Err(Overflow));
    }
}
