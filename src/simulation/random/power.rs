//! Powers of two and their logarithms in integers: one table serves for both, a straight line between its entries
//! (relative error below 6 × 10⁻⁸). Whole powers are exact.

use super::power_table::POWER;
use crate::number::Overflow;

/// 1 in the units of exponents and logarithms: 2³².
pub const ONE: i64 = 1 << 32;
/// The bits of an exponent between two entries.
const STEP: u32 = 22;

/// `amount × 2^(exponent / 2³²)`, to the nearest whole number, halves up. The amount is 0 or more.
///
/// # Errors
/// [`Overflow`] where it passes 63 bits.
pub fn times_power_of_two_half_up(amount: i64, exponent: i64) -> Result<i64, Overflow> {
    let whole = exponent >> 32;
    let part = (exponent & (ONE - 1)) as u64;
    let (entry, inside) = ((part >> STEP) as usize, part & ((1 << STEP) - 1));
    let mantissa = POWER[entry] + (((POWER[entry + 1] - POWER[entry]) * inside) >> STEP);
    let product = i128::from(amount) * i128::from(mantissa);
    // the mantissa is in 2⁻³²
    let shift = 32 - whole;
    let rounded = match shift {
        ..=-64 if amount != 0 => return Err(Overflow),
        ..=-64 => 0,
        -63..=0 => product.checked_mul(1 << -shift).ok_or(Overflow)?,
        1..=126 => (product + (1 << (shift - 1))) >> shift,
        127.. => 0,
    };
    i64::try_from(rounded).map_err(|_| Overflow)
}

/// log₂(above / below), in 2⁻³²; both above 0. Of each the 64 highest bits count.
pub fn log2_of_ratio(above: u128, below: u128) -> i64 {
    let ((above, a), (below, b)) = (normal_form(above), normal_form(below));
    let mut whole = i64::from(a) - i64::from(b);
    let mut mantissa = (u128::from(above) << 32) / u128::from(below.max(1));
    if above < below {
        whole -= 1;
        mantissa = (u128::from(above) << 33) / u128::from(below.max(1));
    }
    let mantissa = (mantissa as u64).clamp(POWER[0], POWER[1024] - 1);
    let entry = POWER.partition_point(|p| *p <= mantissa) - 1;
    let (from, until) = (POWER[entry], POWER[entry + 1]);
    let inside = ((mantissa - from) << STEP) / (until - from);
    (whole << 32) + ((entry as i64) << STEP) + inside as i64
}

/// The 64 highest bits, the first of them set, and by how many bits they are to be shifted.
fn normal_form(value: u128) -> (u64, i32) {
    let shift = 64 - value.leading_zeros() as i32;
    let bits = if shift >= 0 { value >> shift.min(127) } else { value << -shift.max(-127) };
    (bits as u64, shift)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn whole_powers_are_exact() {
        for n in 0..60 {
            assert_eq!(log2_of_ratio(1 << n, 1), i64::from(n) * ONE);
            assert_eq!(log2_of_ratio(7, 7 << n), -i64::from(n) * ONE);
            assert_eq!(times_power_of_two_half_up(1, i64::from(n) * ONE), Ok(1 << n));
        }
        assert_eq!(times_power_of_two_half_up(5, -ONE), Ok(3));
        assert_eq!(times_power_of_two_half_up(1, 63 * ONE), Err(Overflow));
        assert_eq!(times_power_of_two_half_up(0, i64::MAX), Ok(0));
        assert_eq!(times_power_of_two_half_up(i64::MAX, i64::MIN), Ok(0));
    }

    #[test]
    fn known_logarithms() {
        // log2 3 = 1.58496250072…, log2 10 = 3.32192809488…
        assert!((log2_of_ratio(3, 1) - 6_807_362_105).abs() < 500);
        assert!((log2_of_ratio(10, 1) - 14_267_572_527).abs() < 500);
    }

    proptest! {
        #[test]
        fn a_logarithm_undoes_a_power(amount in 1_i64..1_000_000_000, exponent in -(8_i64 << 32)..(8_i64 << 32)) {
            let scaled = amount * 1_000_000;
            let power = times_power_of_two_half_up(scaled, exponent).unwrap();
            let back = log2_of_ratio(power as u128, scaled as u128);
            prop_assert!((back - exponent).abs() < 2_000_000, "{exponent} {back}");
        }

        #[test]
        fn antisymmetric_to_a_unit(a in 1_u128.., b in 1_u128..) {
            prop_assert!((log2_of_ratio(a, b) + log2_of_ratio(b, a)).abs() < 1_000);
        }
    }
}
