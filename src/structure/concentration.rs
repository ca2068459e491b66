use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};

use super::Payment;
use crate::{
    number::{Money, Rounding, divide_half_up},
    tender::Tender,
};

/// Concentration (HHI): the sum of squared shares of what suppliers are paid, x 10,000, to a whole number, half up. One
/// owner (`group`) counts as one. `None` where nobody is paid anything.
pub fn concentration(tender: &Tender, payments: &[Payment]) -> Option<u64> {
    let mut owners: BTreeMap<(Option<&str>, usize), i128> = BTreeMap::new();
    for payment in payments {
        let group = tender.bids[payment.bid].group.as_deref();
        let owner = (group, if group.is_some() { 0 } else { payment.bid });
        *owners.entry(owner).or_default() += payment.amount.ore();
    }
    of_amounts(owners.into_values().map(Money::from_ore))
}

/// The same of what each owner is paid, in øre.
pub(crate) fn hhi(paid: &[i128]) -> Option<u64> {
    // 1,000 squares of 2^50 øre, times 10,000, fit
    if paid.iter().all(|p| p.unsigned_abs() < 1 << 50) && paid.len() < 1_000 {
        let sum: i128 = paid.iter().sum();
        let squares: i128 = paid.iter().map(|p| p * p).sum();
        return (sum != 0).then(|| u64::try_from(divide_half_up(squares * 10_000, sum * sum)).unwrap_or(0));
    }
    of_amounts(paid.iter().map(|&p| Money::from_ore(p)))
}

fn of_amounts(amounts: impl Iterator<Item = Money>) -> Option<u64> {
    let amounts: Vec<BigInt> = amounts.map(|m| BigInt::from(m.ore())).collect();
    let sum: BigInt = amounts.iter().sum();
    if sum.is_zero() {
        return None;
    }
    let squares: BigInt = amounts.iter().map(|a| a * a).sum();
    Rounding::HalfUp.divide_big(&(squares * 10_000), &(&sum * &sum)).to_u64()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squared_shares() {
        let hhi = |amounts: &[i128]| of_amounts(amounts.iter().map(|a| Money::from_ore(*a)));
        assert_eq!(hhi(&[5]), Some(10_000));
        assert_eq!(hhi(&[1, 1]), Some(5_000));
        assert_eq!(hhi(&[1, 1, 1]), Some(3_333));
        assert_eq!(hhi(&[60, 30, 10]), Some(4_600));
        assert_eq!(hhi(&[]), None);
        for amounts in [&[5][..], &[1, 1, 1], &[60, 30, 10], &[], &[(1 << 50) - 1, 12_345_678, 9]] {
            assert_eq!(super::hhi(amounts), hhi(amounts));
        }
        assert_eq!(hhi(&[i128::MAX / 4, i128::MAX / 4]), Some(5_000));
    }
}
