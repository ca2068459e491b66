//! Square roots.

use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

use super::{DIGITS, MAX_BITS, NumericFault, enclosure::decimal};
use crate::number::Ratio;

/// The square root: exact on squares of fractions, else to [`DIGITS`] significant digits, half up
/// (docs/reference/formula.md, `sqrt`).
pub(crate) fn square_root(x: &Ratio) -> Result<Ratio, NumericFault> {
    if x.is_negative() {
        return Err(NumericFault::Undefined);
    }
    if x.is_zero() {
        return Ok(Ratio::ZERO);
    }
    if x.bits() > MAX_BITS {
        return Err(NumericFault::TooLarge);
    }
    let r = x.to_big();
    if let Some(exact) = exact_root(r.numer(), r.denom(), 2) {
        return Ok(exact);
    }
    Ok(rounded_root(r.numer(), r.denom()))
}

/// The k-th root of n / d (in lowest terms, both above 0), where it is a fraction.
pub(super) fn exact_root(n: &BigInt, d: &BigInt, k: u32) -> Option<Ratio> {
    let root = |x: &BigInt| {
        // a k-th power other than 1 has more than k bits
        if x.is_one() {
            return Some(BigInt::one());
        }
        if x.bits() <= u64::from(k) {
            return None;
        }
        let root = x.nth_root(k);
        (num_traits::pow(root.clone(), k as usize) == *x).then_some(root)
    };
    Ratio::from_big(root(n)?, root(d)?)
}

/// floor(2 × root × 10^-e) decides the last digit: a root that is no fraction is never halfway between two decimals.
fn rounded_root(n: &BigInt, d: &BigInt) -> Ratio {
    let least = BigInt::from(10).pow(DIGITS - 1);
    let most = BigInt::from(10).pow(DIGITS);
    let bits = i64::try_from(n.bits()).unwrap_or(i64::MAX) - i64::try_from(d.bits()).unwrap_or(i64::MAX);
    let mut exponent = bits.saturating_mul(30_103) / 200_000 - i64::from(DIGITS) + 1;
    loop {
        let power = BigInt::from(100).pow(u32::try_from(exponent.unsigned_abs()).unwrap_or(u32::MAX));
        let square = if exponent <= 0 { ((n * power) << 2_u32) / d } else { (n << 2_u32) / (d * power) };
        let twice = square.sqrt();
        let mantissa: BigInt = (&twice + BigInt::one()) >> 1_u32;
        let floor: BigInt = &twice >> 1_u32;
        if floor >= most {
            exponent += 1;
        } else if floor < least {
            exponent -= 1;
        } else {
            debug_assert!(!mantissa.is_zero() && !mantissa.is_negative());
            return decimal(&(mantissa, exponent));
        }
    }
}
