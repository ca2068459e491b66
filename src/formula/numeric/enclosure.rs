//! A real number between two bounds in fixed point, and its decimal once the bounds agree.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

use super::DIGITS;
use crate::number::{Ratio, Rounding};

/// A real number x with `low ≤ x × 2^bits ≤ high`.
#[derive(Clone, Debug)]
pub(super) struct Enclosure {
    pub(super) low: BigInt,
    pub(super) high: BigInt,
    pub(super) bits: u32,
}

impl Enclosure {
    /// Around a figure that is off by at most `error` units of the last bit.
    pub(super) fn around(middle: &BigInt, error: &BigInt, bits: u32) -> Self {
        Enclosure { low: middle - error, high: middle + error, bits }
    }

    /// Multiplied by a fraction n / d, d above 0.
    pub(super) fn times(&self, n: &BigInt, d: &BigInt) -> Self {
        let (a, b) = (&self.low * n, &self.high * n);
        let (a, b) = if n.is_negative() { (b, a) } else { (a, b) };
        Enclosure { low: a.div_floor(d), high: -((-b).div_floor(d)), bits: self.bits }
    }

    /// The quotient of two numbers; `None` while the divisor may be 0.
    pub(super) fn over(&self, other: &Enclosure) -> Option<Self> {
        if other.low.is_negative() != other.high.is_negative() || other.low.is_zero() || other.high.is_zero()
        {
            return None;
        }
        let mut low: Option<BigInt> = None;
        let mut high: Option<BigInt> = None;
        for n in [&self.low, &self.high] {
            for d in [&other.low, &other.high] {
                let (floor, rest) = (n << self.bits).div_mod_floor(d);
                let ceiling = if rest.is_zero() { floor.clone() } else { &floor + BigInt::one() };
                low = Some(low.map_or(floor.clone(), |l| l.min(floor)));
                high = Some(high.map_or(ceiling.clone(), |h| h.max(ceiling)));
            }
        }
        Some(Enclosure { low: low?, high: high?, bits: self.bits })
    }

    /// The decimal of [`DIGITS`] significant digits, once both bounds have the same.
    pub(super) fn settled(&self) -> Option<Ratio> {
        if self.low.is_negative() != self.high.is_negative() || self.low.is_zero() || self.high.is_zero() {
            return None;
        }
        let one = BigInt::one() << self.bits;
        let low = to_significant_half_up(&self.low, &one);
        (low == to_significant_half_up(&self.high, &one)).then(|| decimal(&low))
    }
}

/// A decimal: mantissa × 10^exponent.
type Decimal = (BigInt, i64);

/// n / d (d above 0, n not 0) to [`DIGITS`] significant digits, halves away from zero.
pub(super) fn to_significant_half_up(n: &BigInt, d: &BigInt) -> Decimal {
    let (least, most) = (BigInt::from(10).pow(DIGITS - 1), BigInt::from(10).pow(DIGITS));
    // a first guess of the power of ten from the bits, then at most two steps
    let bits = i64::try_from(n.bits()).unwrap_or(i64::MAX) - i64::try_from(d.bits()).unwrap_or(i64::MAX);
    let mut exponent = bits.saturating_mul(30_103) / 100_000 - i64::from(DIGITS) + 1;
    loop {
        let (scaled_n, scaled_d) = scale(n, d, -exponent);
        let size = scaled_n.abs();
        if size >= &most * &scaled_d {
            exponent += 1;
        } else if size < &least * &scaled_d {
            exponent -= 1;
        } else {
            return (Rounding::HalfUp.divide_big(&scaled_n, &scaled_d), exponent);
        }
    }
}

fn scale(n: &BigInt, d: &BigInt, exponent: i64) -> (BigInt, BigInt) {
    let power = BigInt::from(10).pow(u32::try_from(exponent.unsigned_abs()).unwrap_or(u32::MAX));
    if exponent >= 0 { (n * power, d.clone()) } else { (n.clone(), d * power) }
}

pub(super) fn decimal((mantissa, exponent): &Decimal) -> Ratio {
    let (n, d) = scale(mantissa, &BigInt::one(), *exponent);
    Ratio::from_big(n, d).unwrap_or(Ratio::ZERO)
}
