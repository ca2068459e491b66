//! Logarithms.

use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

use super::{MAX_BITS, NumericFault, enclosure::Enclosure};
use crate::number::Ratio;

/// The natural logarithm: exactly 0 at 1, else to 20 significant digits, half up.
pub(crate) fn natural_logarithm(x: &Ratio) -> Result<Ratio, NumericFault> {
    let (n, d) = positive_parts(x)?;
    if n == d {
        return Ok(Ratio::ZERO);
    }
    settle(|bits| Some(ln(&n, &d, bits)))
}

/// The logarithm to a base: exact where x is a power of the base (also a fractional one), else to 20 significant
/// digits, half up (docs/reference/formula.md, `log`). A base of 1, or not above 0, has none.
pub(crate) fn logarithm(x: &Ratio, base: &Ratio) -> Result<Ratio, NumericFault> {
    let (n, d) = positive_parts(x)?;
    let (bn, bd) = positive_parts(base)?;
    if bn == bd {
        return Err(NumericFault::Undefined);
    }
    if n == d {
        return Ok(Ratio::ZERO);
    }
    if let Some(exact) = exact_logarithm(x, base) {
        return Ok(exact);
    }
    settle(|bits| ln(&n, &d, bits).over(&ln(&bn, &bd, bits)))
}

fn positive_parts(x: &Ratio) -> Result<(BigInt, BigInt), NumericFault> {
    if x.is_zero() || x.is_negative() {
        return Err(NumericFault::Undefined);
    }
    if x.bits() > MAX_BITS {
        return Err(NumericFault::TooLarge);
    }
    let r = x.to_big();
    Ok((r.numer().clone(), r.denom().clone()))
}

/// Doubles the precision until the decimal is settled.
pub(super) fn settle(compute: impl Fn(u32) -> Option<Enclosure>) -> Result<Ratio, NumericFault> {
    let mut bits = 128;
    while bits <= 1 << 16 {
        if let Some(result) = compute(bits).and_then(|e| e.settled()) {
            return Ok(result);
        }
        bits *= 2;
    }
    Err(NumericFault::TooLarge)
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
pub(super) fn ln(n: &BigInt, d: &BigInt, bits: u32) -> Enclosure {
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
pub(super) fn ln_two(bits: u32) -> (BigInt, u64) {
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
