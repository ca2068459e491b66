//! Roots, powers and logarithms of exact fractions, in integers only: exact where the result is a fraction, else to
//! [`DIGITS`] significant digits, correctly rounded half up, hence the same on every platform.
//!
//! A result that is not a fraction is enclosed between two bounds in fixed point; the precision is doubled until both
//! bounds round to the same decimal.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

use crate::number::{Ratio, Rounding};

/// Significant digits of a result that is not a fraction (docs/reference/formula.md).
pub(crate) const DIGITS: u32 = 20;

/// The longest numerator or denominator, in bits: about 9,800 digits.
pub(crate) const MAX_BITS: u64 = 1 << 15;

/// Why there is no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumericError {
    /// Outside what the function is defined for.
    Undefined,
    /// A negative power of 0.
    DivisionByZero,
    /// More than [`MAX_BITS`].
    TooLarge,
}

/// A real number x with `low ≤ x × 2^bits ≤ high`.
#[derive(Clone, Debug)]
struct Enclosure {
    low: BigInt,
    high: BigInt,
    bits: u32,
}

impl Enclosure {
    /// Around a figure that is off by at most `error` units of the last bit.
    fn around(middle: &BigInt, error: &BigInt, bits: u32) -> Self {
        Enclosure { low: middle - error, high: middle + error, bits }
    }

    /// Multiplied by a fraction n / d, d above 0.
    fn times(&self, n: &BigInt, d: &BigInt) -> Self {
        let (a, b) = (&self.low * n, &self.high * n);
        let (a, b) = if n.is_negative() { (b, a) } else { (a, b) };
        Enclosure { low: a.div_floor(d), high: -((-b).div_floor(d)), bits: self.bits }
    }

    /// The quotient of two numbers; `None` while the divisor may be 0.
    fn over(&self, other: &Enclosure) -> Option<Self> {
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
    fn settled(&self) -> Option<Ratio> {
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
fn to_significant_half_up(n: &BigInt, d: &BigInt) -> Decimal {
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

fn decimal((mantissa, exponent): &Decimal) -> Ratio {
    let (n, d) = scale(mantissa, &BigInt::one(), *exponent);
    Ratio::from_big(n, d).unwrap_or(Ratio::ZERO)
}

/// The square root: exact on squares of fractions, else to [`DIGITS`] significant digits, half up
/// (docs/reference/formula.md, `sqrt`).
pub(crate) fn square_root(x: &Ratio) -> Result<Ratio, NumericError> {
    if x.is_negative() {
        return Err(NumericError::Undefined);
    }
    if x.is_zero() {
        return Ok(Ratio::ZERO);
    }
    if x.bits() > MAX_BITS {
        return Err(NumericError::TooLarge);
    }
    let r = x.to_big();
    if let Some(exact) = exact_root(r.numer(), r.denom(), 2) {
        return Ok(exact);
    }
    Ok(rounded_root(r.numer(), r.denom()))
}

/// The k-th root of n / d (in lowest terms, both above 0), where it is a fraction.
fn exact_root(n: &BigInt, d: &BigInt, k: u32) -> Option<Ratio> {
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

/// The natural logarithm: exactly 0 at 1, else to 20 significant digits, half up.
pub(crate) fn natural_logarithm(x: &Ratio) -> Result<Ratio, NumericError> {
    let (n, d) = positive_parts(x)?;
    if n == d {
        return Ok(Ratio::ZERO);
    }
    settle(|bits| Some(ln(&n, &d, bits)))
}

/// The logarithm to a base: exact where x is a power of the base (also a fractional one), else to 20 significant
/// digits, half up (docs/reference/formula.md, `log`). A base of 1, or not above 0, has none.
pub(crate) fn logarithm(x: &Ratio, base: &Ratio) -> Result<Ratio, NumericError> {
    let (n, d) = positive_parts(x)?;
    let (bn, bd) = positive_parts(base)?;
    if bn == bd {
        return Err(NumericError::Undefined);
    }
    if n == d {
        return Ok(Ratio::ZERO);
    }
    if let Some(exact) = exact_logarithm(x, base) {
        return Ok(exact);
    }
    settle(|bits| ln(&n, &d, bits).over(&ln(&bn, &bd, bits)))
}

fn positive_parts(x: &Ratio) -> Result<(BigInt, BigInt), NumericError> {
    if x.is_zero() || x.is_negative() {
        return Err(NumericError::Undefined);
    }
    if x.bits() > MAX_BITS {
        return Err(NumericError::TooLarge);
    }
    let r = x.to_big();
    Ok((r.numer().clone(), r.denom().clone()))
}

/// Doubles the precision until the decimal is settled.
fn settle(compute: impl Fn(u32) -> Option<Enclosure>) -> Result<Ratio, NumericError> {
    let mut bits = 128;
    while bits <= 1 << 16 {
        if let Some(result) = compute(bits).and_then(|e| e.settled()) {
            return Ok(result);
        }
        bits *= 2;
    }
    Err(NumericError::TooLarge)
}

/// p / q with x^q = base^p, where there is one: candidates are the convergents of the quotient of the logarithms,
/// and each is proven by whole powers.
fn exact_logarithm(x: &Ratio, base: &Ratio) -> Option<Ratio> {
    let (xr, br) = (x.to_big(), base.to_big());
    let ratio = ln(xr.numer(), xr.denom(), 128).over(&ln(br.numer(), br.denom(), 128))?;
    let (mut n, mut d) = (ratio.low, BigInt::one() << 128_u32);
    let (mut p, mut q) = ((BigInt::zero(), BigInt::one()), (BigInt::one(), BigInt::zero()));
    while !d.is_zero() {
        let (whole, rest) = num_integer::Integer::div_mod_floor(&n, &d);
        (p, q) = ((p.1.clone(), &whole * &p.1 + &p.0), (q.1.clone(), &whole * &q.1 + &q.0));
        // the powers that would have to agree must stay short; an exact quotient has a small denominator
        let (over, under) = (i32::try_from(&p.1).ok()?, i32::try_from(&q.1).ok()?);
        let short = |r: &Ratio, k: i32| r.bits().saturating_mul(u64::from(k.unsigned_abs())) <= MAX_BITS;
        if under > 64 || !short(x, under) || !short(base, over) {
            return None;
        }
        if over != 0 && x.power(under)? == base.power(over)? {
            return Ratio::new(over.into(), under.into());
        }
        // the lower bound may lie just below an exact quotient
        let above = over.checked_add(1)?;
        if above != 0 && short(base, above) && x.power(under)? == base.power(above)? {
            return Ratio::new(above.into(), under.into());
        }
        (n, d) = (d, rest);
    }
    None
}

/// ln(n / d) in fixed point with `bits` bits: k × ln 2 + ln m, with m between 2/3 and 4/3.
fn ln(n: &BigInt, d: &BigInt, bits: u32) -> Enclosure {
    let mut k = i64::try_from(n.bits()).unwrap_or(i64::MAX) - i64::try_from(d.bits()).unwrap_or(i64::MAX);
    let (mut mn, mut md) = if k >= 0 { (n.clone(), d << k) } else { (n << -k, d.clone()) };
    if &mn * 3 > &md * 4 {
        md <<= 1_u32;
        k += 1;
    } else if &mn * 3 < &md * 2 {
        mn <<= 1_u32;
        k -= 1;
    }
    let (middle, error) = atanh(&(&mn - &md), &(&mn + &md), bits);
    let (two, two_error) = ln_two(bits);
    let whole = middle * 2 + two * k;
    let error = BigInt::from(error) * 2 + BigInt::from(two_error) * k.abs();
    Enclosure::around(&whole, &error, bits)
}

/// ln 2 = 2 atanh(1/3), with its error in units of the last bit.
fn ln_two(bits: u32) -> (BigInt, u64) {
    let (half, error) = atanh(&BigInt::one(), &BigInt::from(3), bits);
    (half * 2, error * 2)
}

/// atanh(n / d) = z + z³/3 + z⁵/5 + … for |n / d| at most 1/3: each term is off by less than 4 units, as z is by 1
/// and each multiplication by 1 more, which |z| keeps from growing; what is left out is below 1 unit.
fn atanh(n: &BigInt, d: &BigInt, bits: u32) -> (BigInt, u64) {
    let z: BigInt = (n << bits) / d;
    let square: BigInt = (&z * &z) >> bits;
    let (mut power, mut sum, mut k) = (z.clone(), z, 1_u64);
    loop {
        power = (&power * &square) >> bits;
        if power.is_zero() || (power.is_negative() && power.bits() <= 1) {
            return (sum, 4 * (k + 2));
        }
        k += 2;
        sum += &power / BigInt::from(k);
    }
}

/// x to the power y: exact for whole y and where the result is a fraction, else to 20 significant digits, half up
/// (docs/reference/formula.md, `pow`). 0 to the power 0 is 1; a negative x has whole powers only.
pub(crate) fn power(x: &Ratio, y: &Ratio) -> Result<Ratio, NumericError> {
    if let Some(whole) = y.to_whole() {
        return whole_power(x, whole);
    }
    if x.is_negative() {
        return Err(NumericError::Undefined);
    }
    if x.is_zero() {
        return if y.is_negative() { Err(NumericError::DivisionByZero) } else { Ok(Ratio::ZERO) };
    }
    if x.bits() > MAX_BITS || y.bits() > MAX_BITS {
        return Err(NumericError::TooLarge);
    }
    let (base, exponent) = (x.to_big(), y.to_big());
    if base.is_one() {
        return Ok(Ratio::ONE);
    }
    if let Ok(k) = u32::try_from(exponent.denom())
        && let Some(root) = exact_root(base.numer(), base.denom(), k)
    {
        let whole = i128::try_from(exponent.numer()).map_err(|_| NumericError::TooLarge)?;
        return whole_power(&root, whole);
    }
    // a result of more than MAX_BITS before or after the point is refused before it is computed
    let rough = ln(base.numer(), base.denom(), 64).times(exponent.numer(), exponent.denom());
    if rough.high.bits().max(rough.low.bits()) > 64 + 14 {
        return Err(NumericError::TooLarge);
    }
    settle(|bits| {
        let t = ln(base.numer(), base.denom(), bits).times(exponent.numer(), exponent.denom());
        let low = exp(&t.low, bits)?;
        let high = exp(&t.high, bits)?;
        Some(Enclosure { low: low.low, high: high.high, bits })
    })
}

fn whole_power(x: &Ratio, exponent: i128) -> Result<Ratio, NumericError> {
    if x.is_zero() && exponent < 0 {
        return Err(NumericError::DivisionByZero);
    }
    if exponent == 0 || *x == Ratio::ONE {
        return Ok(Ratio::ONE);
    }
    if x.is_zero() {
        return Ok(Ratio::ZERO);
    }
    let reduced = x.clone().reduced();
    if reduced.abs() == Ratio::ONE {
        return Ok(if exponent % 2 == 0 { Ratio::ONE } else { reduced });
    }
    let exponent = i32::try_from(exponent).map_err(|_| NumericError::TooLarge)?;
    if reduced.bits().saturating_mul(u64::from(exponent.unsigned_abs())) > MAX_BITS {
        return Err(NumericError::TooLarge);
    }
    reduced.power(exponent).ok_or(NumericError::DivisionByZero)
}

/// e to the power t / 2^bits, as 2^k × e^r with r between 0 and ln 2; extra bits make up for a negative k.
fn exp(t: &BigInt, bits: u32) -> Option<Enclosure> {
    let (two, two_error) = ln_two(bits);
    let k = num_integer::Integer::div_floor(t, &two);
    let r = t - &two * &k;
    let k = i32::try_from(k).ok()?;
    // e^r < 2: an error of r counts at most double
    let mut error = BigInt::from(two_error) * k.abs() * 2 + BigInt::from(2);
    let one = BigInt::one() << bits;
    let (mut term, mut sum, mut n) = (one.clone(), one, 0_u32);
    loop {
        n += 1;
        term = (&term * &r) >> bits;
        term /= BigInt::from(n);
        error += BigInt::from(2);
        if term.bits() == 0 {
            break;
        }
        sum += &term;
    }
    let e = Enclosure::around(&sum, &error, bits);
    Some(if k >= 0 {
        Enclosure { low: e.low << k, high: e.high << k, bits }
    } else {
        let k = k.unsigned_abs();
        Enclosure { low: e.low >> k, high: (e.high >> k) + BigInt::one(), bits }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula::numeric::{logarithm, natural_logarithm, square_root};

    fn r(n: i128, d: i128) -> Ratio {
        Ratio::new(n, d).unwrap()
    }

    #[test]
    fn known_digits() {
        // OEIS A002193, A002194, A002162, A002391, A007525, A002580, A002581; checked with two other implementations
        assert_eq!(square_root(&r(2, 1)).unwrap().to_string(), "1.4142135623730950488");
        assert_eq!(square_root(&r(3, 1)).unwrap().to_string(), "1.7320508075688772935");
        assert_eq!(natural_logarithm(&r(2, 1)).unwrap().to_string(), "0.69314718055994530942");
        assert_eq!(natural_logarithm(&r(3, 1)).unwrap().to_string(), "1.0986122886681096914");
        assert_eq!(natural_logarithm(&r(10, 1)).unwrap().to_string(), "2.302585092994045684");
        assert_eq!(natural_logarithm(&r(1, 2)).unwrap().to_string(), "-0.69314718055994530942");
        assert_eq!(logarithm(&r(3, 1), &r(2, 1)).unwrap().to_string(), "1.5849625007211561815");
        assert_eq!(power(&r(2, 1), &r(1, 3)).unwrap().to_string(), "1.2599210498948731648");
        assert_eq!(power(&r(3, 1), &r(1, 3)).unwrap().to_string(), "1.4422495703074083823");
        assert_eq!(power(&r(2, 1), &r(1, 2)).unwrap(), square_root(&r(2, 1)).unwrap());
    }

    #[test]
    fn exact_where_the_result_is_a_fraction() {
        assert_eq!(square_root(&r(9, 4)).unwrap(), r(3, 2));
        assert_eq!(square_root(&r(0, 4)).unwrap(), Ratio::ZERO);
        assert_eq!(power(&r(8, 27), &r(2, 3)).unwrap(), r(4, 9));
        assert_eq!(power(&r(8, 27), &r(-2, 3)).unwrap(), r(9, 4));
        assert_eq!(power(&r(-2, 1), &r(3, 1)).unwrap(), r(-8, 1));
        assert_eq!(power(&r(0, 1), &r(0, 1)).unwrap(), Ratio::ONE);
        assert_eq!(logarithm(&r(8, 1), &r(2, 1)).unwrap(), r(3, 1));
        assert_eq!(logarithm(&r(8, 1), &r(4, 1)).unwrap(), r(3, 2));
        assert_eq!(logarithm(&r(1, 8), &r(2, 1)).unwrap(), r(-3, 1));
        assert_eq!(logarithm(&r(4, 9), &r(8, 27)).unwrap(), r(2, 3));
        assert_eq!(logarithm(&r(1000, 1), &r(1, 10)).unwrap(), r(-3, 1));
        assert_eq!(logarithm(&r(1024, 1), &r(32, 1)).unwrap(), r(2, 1));
    }

    #[test]
    fn outside_the_domain() {
        assert_eq!(power(&r(0, 1), &r(-1, 1)), Err(NumericError::DivisionByZero));
        assert_eq!(power(&r(0, 1), &r(-1, 2)), Err(NumericError::DivisionByZero));
        assert_eq!(power(&r(-1, 1), &r(1, 2)), Err(NumericError::Undefined));
        assert_eq!(power(&r(10, 1), &r(1_000_000_000, 1)), Err(NumericError::TooLarge));
        assert_eq!(power(&r(10, 1), &r(2_000_000_001, 2)), Err(NumericError::TooLarge));
        assert_eq!(power(&r(1, 10), &r(2_000_000_001, 2)), Err(NumericError::TooLarge));
        assert_eq!(power(&r(10, 1), &r(i128::MAX, 1)), Err(NumericError::TooLarge));
        assert_eq!(natural_logarithm(&Ratio::ZERO), Err(NumericError::Undefined));
        assert_eq!(logarithm(&r(2, 1), &Ratio::ONE), Err(NumericError::Undefined));
        assert_eq!(square_root(&r(-1, 1)), Err(NumericError::Undefined));
    }

    #[test]
    fn very_small_and_very_large_results_have_twenty_digits() {
        assert_eq!(
            power(&r(1, 10), &r(61, 2)).unwrap().to_string(),
            "0.00000000000000000000000000000031622776601683793320".trim_end_matches('0')
        );
        let large = power(&r(10, 1), &r(61, 2)).unwrap();
        assert_eq!(large.to_string(), "3162277660168379332000000000000");
        // ln(1 + 1e-18), where almost all digits cancel
        let near_one = r(1_000_000_000_000_000_001, 1_000_000_000_000_000_000);
        assert_eq!(
            natural_logarithm(&near_one).unwrap().to_string(),
            "0.00000000000000000099999999999999999950".trim_end_matches('0')
        );
    }
}
