use num_bigint::BigInt;

use crate::coded_enum::coded_enum;

/// n / d to the nearest whole number, halves away from zero, also for negative figures (docs/reference/rules.md, first lines).
/// `d` must be above 0; where doubling the remainder would overflow, halves are compared without doubling.
pub fn divide_half_up(n: i128, d: i128) -> i128 {
    let quotient = n / d;
    let remainder = n - quotient * d;
    let away = remainder.unsigned_abs() >= d.unsigned_abs() - remainder.unsigned_abs();
    if !away || remainder == 0 {
        quotient
    } else if n < 0 {
        quotient - 1
    } else {
        quotient + 1
    }
}

coded_enum! {
    /// How a stage of an evaluation model rounds (docs/reference/rules.md, "Evaluation models": `mode`).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Rounding {
        /// To the nearest, halves away from zero: `half-up`.
        #[default]
        HalfUp = "half-up",
        /// To the nearest, halves to the even neighbour: `half-even`.
        HalfEven = "half-even",
        /// Toward zero: `down`.
        Down = "down",
    }
}

impl Rounding {
    /// n / d to a whole number in this mode; `d` above 0.
    pub fn divide(self, n: i128, d: i128) -> i128 {
        match self {
            Rounding::HalfUp => divide_half_up(n, d),
            Rounding::Down => n / d,
            Rounding::HalfEven => {
                let (quotient, remainder) = (n / d, n % d);
                let rest = d.unsigned_abs() - remainder.unsigned_abs();
                let away = match remainder.unsigned_abs().cmp(&rest) {
                    std::cmp::Ordering::Less => false,
                    std::cmp::Ordering::Equal => quotient % 2 != 0,
                    std::cmp::Ordering::Greater => true,
                };
                quotient + if !away { 0 } else { n.signum() }
            }
        }
    }

    /// The same for figures beyond machine integers; `d` above 0.
    pub fn divide_big(self, n: &BigInt, d: &BigInt) -> BigInt {
        use num_integer::Integer;
        use num_traits::{Signed, Zero};
        let quotient = n / d;
        let remainder = (n % d).abs();
        let rest = d - &remainder;
        let away = match self {
            Rounding::Down => false,
            Rounding::HalfUp => !remainder.is_zero() && remainder >= rest,
            Rounding::HalfEven => remainder > rest || remainder == rest && quotient.is_odd(),
        };
        if away { quotient + n.signum() } else { quotient }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn halves() {
        assert_eq!(divide_half_up(5, 2), 3);
        assert_eq!(divide_half_up(-5, 2), -3);
        assert_eq!(divide_half_up(4, 3), 1);
        assert_eq!(divide_half_up(-4, 3), -1);
        assert_eq!(Rounding::HalfEven.divide(5, 2), 2);
        assert_eq!(Rounding::HalfEven.divide(-7, 2), -4);
        assert_eq!(Rounding::Down.divide(-7, 2), -3);
        assert_eq!(divide_half_up(i128::MAX, i128::MAX), 1);
        assert_eq!(divide_half_up(i128::MIN + 1, i128::MAX), -1);
    }

    proptest! {
        #[test]
        fn machine_integers_agree_with_large_ones(n in any::<i64>(), d in 1_i64..) {
            for mode in [Rounding::HalfUp, Rounding::HalfEven, Rounding::Down] {
                let small = mode.divide(n.into(), d.into());
                prop_assert_eq!(BigInt::from(small), mode.divide_big(&n.into(), &d.into()));
            }
        }
    }
}
