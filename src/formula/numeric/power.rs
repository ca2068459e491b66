//! Powers.

use num_bigint::BigInt;
use num_traits::One;

use super::{
    MAX_BITS, NumericFault,
    enclosure::Enclosure,
    logarithm::{ln, ln_two, settle},
    root::exact_root,
};
use crate::number::Ratio;

/// x to the power y: exact for whole y and where the result is a fraction, else to 20 significant digits, half up
/// (docs/reference/formula.md, `pow`). 0 to the power 0 is 1; a negative x has whole powers only.
pub(crate) fn power(x: &Ratio, y: &Ratio) -> Result<Ratio, NumericFault> {
    if let Some(whole) = y.to_whole() {
        return whole_power(x, whole);
    }
    if x.is_negative() {
        return Err(NumericFault::Undefined);
    }
    if x.is_zero() {
        return if y.is_negative() { Err(NumericFault::DivisionByZero) } else { Ok(Ratio::ZERO) };
    }
    if x.bits() > MAX_BITS || y.bits() > MAX_BITS {
        return Err(NumericFault::TooLarge);
    }
    let (base, exponent) = (x.to_big(), y.to_big());
    if base.is_one() {
        return Ok(Ratio::ONE);
    }
    if let Ok(k) = u32::try_from(exponent.denom())
        && let Some(root) = exact_root(base.numer(), base.denom(), k)
    {
        let whole = i128::try_from(exponent.numer()).map_err(|_| NumericFault::TooLarge)?;
        return whole_power(&root, whole);
    }
    // a result of more than MAX_BITS before or after the point is refused before it is computed
    let rough = ln(base.numer(), base.denom(), 64).times(exponent.numer(), exponent.denom());
    if rough.high.bits().max(rough.low.bits()) > 64 + 14 {
        return Err(NumericFault::TooLarge);
    }
    settle(|bits| {
        let t = ln(base.numer(), base.denom(), bits).times(exponent.numer(), exponent.denom());
        let low = exp(&t.low, bits)?;
        let high = exp(&t.high, bits)?;
        Some(Enclosure { low: low.low, high: high.high, bits })
    })
}

fn whole_power(x: &Ratio, exponent: i128) -> Result<Ratio, NumericFault> {
    if x.is_zero() && exponent < 0 {
        return Err(NumericFault::DivisionByZero);
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
    let exponent = i32::try_from(exponent).map_err(|_| NumericFault::TooLarge)?;
    if reduced.bits().saturating_mul(u64::from(exponent.unsigned_abs())) > MAX_BITS {
        return Err(NumericFault::TooLarge);
    }
    reduced.power(exponent).ok_or(NumericFault::DivisionByZero)
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
        assert_eq!(power(&r(0, 1), &r(-1, 1)), Err(NumericFault::DivisionByZero));
        assert_eq!(power(&r(0, 1), &r(-1, 2)), Err(NumericFault::DivisionByZero));
        assert_eq!(power(&r(-1, 1), &r(1, 2)), Err(NumericFault::Undefined));
        assert_eq!(power(&r(10, 1), &r(1_000_000_000, 1)), Err(NumericFault::TooLarge));
        assert_eq!(power(&r(10, 1), &r(2_000_000_001, 2)), Err(NumericFault::TooLarge));
        assert_eq!(power(&r(1, 10), &r(2_000_000_001, 2)), Err(NumericFault::TooLarge));
        assert_eq!(power(&r(10, 1), &r(i128::MAX, 1)), Err(NumericFault::TooLarge));
        assert_eq!(natural_logarithm(&Ratio::ZERO), Err(NumericFault::Undefined));
        assert_eq!(logarithm(&r(2, 1), &Ratio::ONE), Err(NumericFault::Undefined));
        assert_eq!(square_root(&r(-1, 1)), Err(NumericFault::Undefined));
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
