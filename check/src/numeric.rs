//! Roots, powers and logarithms: exact where the result is a fraction, else to 20 significant digits, half up. A result
//! that is no fraction is enclosed between two fractions, closer and closer, until both round to the same figure.

use num_bigint::{BigInt, BigUint};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use crate::{
    exact::{Exact, int},
    formula::{MOST_BITS, NoValue},
};

type Computed = Result<Exact, NoValue>;

/// Two fractions with the true figure between them.
type Between = (Exact, Exact);

const DIGITS: u32 = 20;

fn size_in_bits(x: &Exact) -> u64 {
    x.numer().bits().max(x.denom().bits())
}

/// To 20 significant digits, half up.
fn to_digits(x: &Exact) -> Exact {
    if x.is_zero() {
        return x.clone();
    }
    let ten = |n: i64| {
        let power = BigInt::from(10).pow(u32::try_from(n.unsigned_abs()).unwrap_or(u32::MAX));
        if n < 0 { Exact::new(BigInt::one(), power) } else { Exact::from(power) }
    };
    let size = x.abs();
    let about = (size.numer().bits() as i64 - size.denom().bits() as i64) * 30_103 / 100_000;
    let mut exponent = about - 2;
    while size >= ten(exponent + 1) {
        exponent += 1;
    }
    let unit = ten(exponent + 1 - i64::from(DIGITS));
    let scaled = &size / &unit;
    let nearest = (scaled + Exact::new(1.into(), 2.into())).floor();
    nearest * unit * x.signum()
}

/// Encloses more and more closely until both ends round to the same.
fn enclose_until_settled(enclose: impl Fn(u32) -> Option<Between>) -> Computed {
    let mut bits = 128;
    while bits <= 1 << 15 {
        if let Some((low, high)) = enclose(bits) {
            let (low, high) = (to_digits(&low), to_digits(&high));
            if low == high && !low.is_zero() {
                return Ok(low);
            }
        }
        bits *= 2;
    }
    Err(NoValue::TooLarge)
}

/// The k-th root of a fraction, if it is one.
fn fraction_root(x: &Exact, k: u32) -> Option<Exact> {
    let root = |n: &BigInt| {
        let n: BigUint = n.to_biguint()?;
        let root = n.nth_root(k);
        (root.pow(k) == n).then(|| BigInt::from(root))
    };
    if k as u64 > x.numer().bits().max(x.denom().bits()) && !x.is_one() {
        return None;
    }
    Some(Exact::new(root(x.numer())?, root(x.denom())?))
}

/// `sqrt`
pub(crate) fn root_of(x: &Exact) -> Computed {
    if x.is_negative() {
        return Err(NoValue::Undefined);
    }
    if x.is_zero() {
        return Ok(Exact::zero());
    }
    if let Some(root) = fraction_root(x, 2) {
        return Ok(root);
    }
    // sqrt(n / d) = sqrt(n d) / d
    let product = x.numer() * x.denom();
    enclose_until_settled(|bits| {
        let low = (&product << (2 * bits)).sqrt();
        let unit = x.denom() << bits;
        Some((Exact::new(low.clone(), unit.clone()), Exact::new(low + 1, unit)))
    })
}

/// `pow`
pub(crate) fn raise(x: &Exact, y: &Exact) -> Computed {
    if y.is_integer() {
        return integer_power(x, y.numer());
    }
    if x.is_negative() {
        return Err(NoValue::Undefined);
    }
    if x.is_zero() {
        return if y.is_negative() { Err(NoValue::DivisionByZero) } else { Ok(Exact::zero()) };
    }
    if x.is_one() {
        return Ok(Exact::one());
    }
    if let Some(k) = y.denom().to_u32()
        && let Some(root) = fraction_root(x, k)
    {
        return integer_power(&root, y.numer());
    }
    let rough = log_bounds(x, 64).0 * y;
    if size_in_bits(y) > MOST_BITS || rough.abs() > int(MOST_BITS) {
        return Err(NoValue::TooLarge);
    }
    enclose_until_settled(|bits| {
        let (low, high) = log_bounds(x, bits);
        let (a, b) = if y.is_negative() { (high, low) } else { (low, high) };
        Some((exp_bounds(&(a * y), bits).0, exp_bounds(&(b * y), bits).1))
    })
}

fn integer_power(x: &Exact, exponent: &BigInt) -> Computed {
    if x.is_zero() && exponent.is_negative() {
        return Err(NoValue::DivisionByZero);
    }
    if exponent.is_zero() || x.is_one() {
        return Ok(Exact::one());
    }
    if x.is_zero() {
        return Ok(Exact::zero());
    }
    if x.abs().is_one() {
        return Ok(if exponent.is_even() { Exact::one() } else { x.clone() });
    }
    let exponent = exponent.to_i32().ok_or(NoValue::TooLarge)?;
    if size_in_bits(x).saturating_mul(u64::from(exponent.unsigned_abs())) > MOST_BITS {
        return Err(NoValue::TooLarge);
    }
    Ok(x.pow(exponent))
}

/// `log(x)`
pub(crate) fn log_natural(x: &Exact) -> Computed {
    if !x.is_positive() {
        return Err(NoValue::Undefined);
    }
    if x.is_one() {
        return Ok(Exact::zero());
    }
    enclose_until_settled(|bits| Some(log_bounds(x, bits)))
}

/// `log(x, base)`
pub(crate) fn log_to(x: &Exact, base: &Exact) -> Computed {
    if !x.is_positive() || !base.is_positive() || base.is_one() {
        return Err(NoValue::Undefined);
    }
    if x.is_one() {
        return Ok(Exact::zero());
    }
    if let Some(exact) = common_power(x, base) {
        return Ok(exact);
    }
    enclose_until_settled(|bits| {
        let ((a, b), (c, d)) = (log_bounds(x, bits), log_bounds(base, bits));
        if c.is_zero() || d.is_zero() || c.is_negative() != d.is_negative() {
            return None;
        }
        let ends = [&a / &c, &a / &d, &b / &c, &b / &d];
        Some((ends.iter().min()?.clone(), ends.iter().max()?.clone()))
    })
}

/// log(x) to the base where both are powers of the same fraction: Euclid's algorithm on the exponents.
fn common_power(x: &Exact, base: &Exact) -> Option<Exact> {
    let above_one = |x: &Exact| if *x < Exact::one() { (x.recip(), true) } else { (x.clone(), false) };
    let ((mut x, turned), (mut base, base_turned)) = (above_one(x), above_one(base));
    // the quotients of the continued fraction log(x) / log(base)
    let mut quotients = Vec::new();
    loop {
        let mut quotient = 0_u64;
        while x >= base {
            let less = &x / &base;
            // powers of one fraction grow shorter with every division
            if less.numer() >= x.numer() || less.denom() > x.denom() {
                return None;
            }
            x = less;
            quotient += 1;
        }
        quotients.push(quotient);
        if x.is_one() {
            break;
        }
        std::mem::swap(&mut x, &mut base);
    }
    let mut result = int(quotients.pop()?);
    while let Some(quotient) = quotients.pop() {
        result = int(quotient) + if result.is_zero() { result } else { result.recip() };
    }
    Some(if turned == base_turned { result } else { -result })
}

/// x in units of 2^-bits, rounded down.
fn fixed(x: &Exact, bits: u32) -> BigInt {
    (x.numer() << bits).div_floor(x.denom())
}

/// The natural log_to of a positive fraction: 2^k m with m near 1, and 2 atanh((m - 1) / (m + 1)).
fn log_bounds(x: &Exact, bits: u32) -> Between {
    let k = x.numer().bits() as i64 - x.denom().bits() as i64;
    let power = Exact::from(BigInt::one() << k.unsigned_abs());
    let m = if k < 0 { x * power } else { x / power };
    let (low, high) = twice_atanh(&((&m - Exact::one()) / (&m + Exact::one())), bits);
    let (two_low, two_high) = twice_atanh(&Exact::new(1.into(), 3.into()), bits);
    let (a, b) = if k < 0 { (two_high, two_low) } else { (two_low, two_high) };
    (low + a * int(k), high + b * int(k))
}

/// 2 (z + z³/3 + z⁵/5 + …) for z between -1/3 and 1/3.
fn twice_atanh(z: &Exact, bits: u32) -> Between {
    let start = fixed(z, bits);
    let square = (&start * &start) >> bits;
    let (mut term, mut sum) = (start.clone(), start);
    let mut n = 1_u64;
    while !(term.is_zero() || term == BigInt::from(-1)) {
        n += 2;
        term = (&term * &square) >> bits;
        sum += &term / BigInt::from(n);
    }
    // each term is off by a few units at most, what is left out by less than one
    let error = BigInt::from(4 * n + 16);
    let unit = BigInt::one() << bits;
    (Exact::new((&sum - &error) * 2, unit.clone()), Exact::new((sum + error) * 2, unit))
}

/// e to a power: 2^k e^r with r between 0 and 1.
fn exp_bounds(t: &Exact, bits: u32) -> Between {
    let (two_low, two_high) = twice_atanh(&Exact::new(1.into(), 3.into()), bits);
    let k = (t / &two_low).floor().to_integer();
    let times = Exact::from(k.clone());
    let (a, b) = (t - &times * &two_low, t - &times * &two_high);
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    let k = k.to_i64().unwrap_or(0);
    let scale = Exact::from(BigInt::one() << k.unsigned_abs());
    let scaled = |x: Exact| if k < 0 { x / &scale } else { x * &scale };
    (scaled(small_exp(&low, bits).0), scaled(small_exp(&high, bits).1))
}

/// 1 + r + r²/2 + … for r near 0.
fn small_exp(r: &Exact, bits: u32) -> Between {
    let r = fixed(r, bits);
    let one = BigInt::one() << bits;
    let (mut term, mut sum) = (one.clone(), one.clone());
    let mut n = 0_u64;
    while term.abs() > BigInt::one() {
        n += 1;
        term = ((&term * &r) >> bits) / BigInt::from(n);
        sum += &term;
    }
    // r is off by less than a unit, which counts at most threefold, and each term by a few
    let error = BigInt::from(8 * n + 64);
    (Exact::new(&sum - &error, one.clone()), Exact::new(sum + error, one))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::{parse_exact, show_exact};

    fn r(n: i64, d: i64) -> Exact {
        Exact::new(n.into(), d.into())
    }

    #[test]
    fn known_digits() {
        // OEIS A002193, A002162, A002391, A002392, A002580, A020857
        let shown = |x: Computed| show_exact(&x.unwrap());
        assert_eq!(shown(root_of(&r(2, 1))), "1.4142135623730950488");
        assert_eq!(shown(log_natural(&r(2, 1))), "0.69314718055994530942");
        assert_eq!(shown(log_natural(&r(3, 1))), "1.0986122886681096914");
        assert_eq!(shown(log_natural(&r(10, 1))), "2.302585092994045684");
        assert_eq!(shown(log_natural(&r(1, 2))), "-0.69314718055994530942");
        assert_eq!(shown(log_to(&r(3, 1), &r(2, 1))), "1.5849625007211561815");
        assert_eq!(shown(raise(&r(2, 1), &r(1, 3))), "1.2599210498948731648");
        assert_eq!(raise(&r(2, 1), &r(1, 2)), root_of(&r(2, 1)));
        assert_eq!(shown(raise(&r(10, 1), &r(61, 2))), "3162277660168379332000000000000");
        let near_one = parse_exact("1.000000000000000001").unwrap();
        assert_eq!(shown(log_natural(&near_one)), "0.0000000000000000009999999999999999995");
    }

    #[test]
    fn exact_where_the_result_is_a_fraction() {
        assert_eq!(root_of(&r(9, 4)), Ok(r(3, 2)));
        assert_eq!(raise(&r(8, 27), &r(-2, 3)), Ok(r(9, 4)));
        assert_eq!(raise(&r(-2, 1), &r(3, 1)), Ok(r(-8, 1)));
        assert_eq!(raise(&r(0, 1), &r(0, 1)), Ok(r(1, 1)));
        assert_eq!(log_to(&r(8, 1), &r(4, 1)), Ok(r(3, 2)));
        assert_eq!(log_to(&r(1, 8), &r(2, 1)), Ok(r(-3, 1)));
        assert_eq!(log_to(&r(4, 9), &r(8, 27)), Ok(r(2, 3)));
        assert_eq!(log_to(&r(1000, 1), &r(1, 10)), Ok(r(-3, 1)));
        assert_eq!(log_to(&r(2, 1), &r(1024, 1)), Ok(r(1, 10)));
    }

    #[test]
    fn outside_the_domain() {
        assert_eq!(raise(&r(0, 1), &r(-1, 2)), Err(NoValue::DivisionByZero));
        assert_eq!(raise(&r(-1, 1), &r(1, 2)), Err(NoValue::Undefined));
        assert_eq!(raise(&r(10, 1), &r(1_000_000_000, 1)), Err(NoValue::TooLarge));
        assert_eq!(raise(&r(10, 1), &r(2_000_000_001, 2)), Err(NoValue::TooLarge));
        assert_eq!(log_to(&r(2, 1), &r(1, 1)), Err(NoValue::Undefined));
        assert_eq!(root_of(&r(-1, 1)), Err(NoValue::Undefined));
    }
}
