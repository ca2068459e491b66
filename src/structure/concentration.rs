use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};

use super::Payment;
use crate::{
    quantity::{Money, Rounding},
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
        assert_eq!(hhi(&[i128::MAX / 4, i128::MAX / 4]), Some(5_000));
    }
}
