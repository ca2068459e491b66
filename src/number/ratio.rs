use std::cmp::Ordering;
use std::ops::{Add, AddAssign, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use rust_decimal::Decimal;

use super::{Money, Rounding};

/// An exact fraction. Machine integers while they fit, large ones beyond; the two never differ in value.
#[derive(Clone, Debug)]
pub struct Ratio(Repr);

#[derive(Clone, Debug)]
enum Repr {
    /// numerator, denominator above 0; lowest terms are not kept
    Small(i128, i128),
    Large(Box<BigRational>),
}
use Repr::{Large, Small};

impl Ratio {
    /// 0
    pub const ZERO: Ratio = Ratio(Small(0, 1));
    /// 1
    pub const ONE: Ratio = Ratio(Small(1, 1));

    /// A whole number.
    pub const fn whole(n: i128) -> Self {
        Ratio(Small(n, 1))
    }

    /// n / d; `None` for d = 0.
    pub fn new(n: i128, d: i128) -> Option<Self> {
        match d.signum() {
            0 => None,
            1 => Some(Ratio(Small(n, d))),
            _ => match (n.checked_neg(), d.checked_neg()) {
                (Some(n), Some(d)) => Some(Ratio(Small(n, d))),
                _ => Some(Self::large(BigRational::new(n.into(), d.into()))),
            },
        }
    }

    /// n / d of large integers; `None` for d = 0.
    pub fn from_big(n: BigInt, d: BigInt) -> Option<Self> {
        (!d.is_zero()).then(|| Self::large(BigRational::new(n, d)))
    }

    /// Kroner, exact: 12345 øre are 12345/100.
    pub const fn kroner(money: Money) -> Self {
        Ratio(Small(money.ore(), 100))
    }

    fn large(r: BigRational) -> Self {
        match (r.numer().to_i128(), r.denom().to_i128()) {
            (Some(n), Some(d)) => Ratio(Small(n, d)),
            _ => Ratio(Large(Box::new(r))),
        }
    }

    /// The fraction in large integers, in lowest terms.
    pub fn to_big(&self) -> BigRational {
        match &self.0 {
            Small(n, d) => BigRational::new((*n).into(), (*d).into()),
            Large(r) => (**r).clone(),
        }
    }

    /// Numerator and denominator in machine integers and lowest terms, where they fit.
    pub fn to_i128s(&self) -> Option<(i128, i128)> {
        match &self.0 {
            Small(n, d) => {
                let g = num_integer::gcd(*n, *d);
                Some((n / g, d / g))
            }
            Large(_) => None,
        }
    }

    /// The same fraction in lowest terms, so that what is computed from it stays in machine integers longer.
    #[must_use]
    pub fn reduced(self) -> Ratio {
        match &self.0 {
            Small(n, d) => {
                let g = if *n == 0 || *n == i128::MIN { *d } else { greatest_common_divisor(n.abs(), *d) };
                if *n == i128::MIN || g == 1 { self } else { Ratio(Small(n / g, d / g)) }
            }
            Large(_) => self,
        }
    }

    /// The distance from 0.
    #[must_use]
    pub fn abs(&self) -> Ratio {
        if self.is_negative() { -self } else { self.clone() }
    }

    /// Whether it is a whole number, and which, where it fits in a machine integer.
    pub fn to_whole(&self) -> Option<i128> {
        match &self.0 {
            Small(n, d) => (n % d == 0).then(|| n / d),
            Large(_) => None,
        }
    }

    /// The bits of the longer of numerator and denominator: what the next operation costs.
    pub fn bits(&self) -> u64 {
        match &self.0 {
            Small(n, d) => u64::from(128 - n.unsigned_abs().leading_zeros().min(d.leading_zeros())),
            Large(r) => r.numer().bits().max(r.denom().bits()),
        }
    }

    /// The whole power; `None` for a negative power of 0.
    pub fn power(&self, exponent: i32) -> Option<Ratio> {
        let (mut base, mut left) = (self.clone().reduced(), exponent.unsigned_abs());
        let mut result = Ratio::ONE;
        while left > 0 {
            if left % 2 == 1 {
                result = result * &base;
            }
            left /= 2;
            if left > 0 {
                base = &base * &base;
            }
        }
        if exponent < 0 { Ratio::ONE.checked_div(&result) } else { Some(result) }
    }

    /// Quotient; `None` for division by zero.
    pub fn checked_div(&self, other: &Ratio) -> Option<Ratio> {
        if other.is_zero() {
            return None;
        }
        if let (Small(a, b), Small(c, d)) = (&self.0, &other.0)
            && let (Some(n), Some(d)) = (a.checked_mul(*d), b.checked_mul(*c))
        {
            return Ratio::new(n, d);
        }
        Some(Self::large(self.to_big() / other.to_big()))
    }

    /// Whether it is 0.
    pub fn is_zero(&self) -> bool {
        match &self.0 {
            Small(n, _) => *n == 0,
            Large(r) => r.is_zero(),
        }
    }

    /// Whether it is below 0.
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Small(n, _) => *n < 0,
            Large(r) => r.is_negative(),
        }
    }

    /// To `decimals` decimals (0 to 28) in the given mode.
    pub fn rounded(&self, decimals: u32, mode: Rounding) -> Ratio {
        if let Small(n, d) = &self.0
            && let Some(unit) = 10_i128.checked_pow(decimals)
        {
            // nothing to round: the denominator divides the unit
            if let (Ok(short), Ok(unit)) = (u64::try_from(*d), u64::try_from(unit))
                && unit % short == 0
                && let Some(exact) = n.checked_mul(i128::from(unit / short))
            {
                return Ratio(Small(exact, unit.into()));
            }
        }
        if let Small(n, d) = &self.0
            && let Some(unit) = 10_i128.checked_pow(decimals)
            && let Some(scaled) = n.checked_mul(unit)
        {
            return Ratio(Small(mode.divide(scaled, *d), unit));
        }
        let unit = BigInt::from(10).pow(decimals);
        let r = self.to_big();
        let n = mode.divide_big(&(r.numer() * &unit), r.denom());
        Self::large(BigRational::new(n, unit))
    }

    /// Kroner to whole øre, half up; `None` where the amount would not fit.
    pub fn to_money_half_up(&self) -> Option<Money> {
        match (self * Ratio::whole(100)).rounded(0, Rounding::HalfUp).0 {
            Small(n, _) => Some(Money::from_ore(n)),
            Large(_) => None,
        }
    }

    /// The number of decimals of the shortest exact decimal; `None` where there is none (1/3).
    pub fn exact_decimals(&self) -> Option<u32> {
        let mut d = self.to_big().denom().clone();
        let (mut twos, mut fives) = (0, 0);
        for (prime, count) in [(2_u32, &mut twos), (5, &mut fives)] {
            while (&d % prime).is_zero() {
                d /= prime;
                *count += 1;
            }
        }
        (d == BigInt::from(1)).then_some(twos.max(fives))
    }

    /// With exactly this number of decimals, halves away from zero where it has more.
    pub fn to_decimals_half_up(&self, decimals: u32) -> String {
        let unit = BigInt::from(10).pow(decimals);
        let r = self.to_big();
        let n = Rounding::HalfUp.divide_big(&(r.numer() * &unit), r.denom());
        let sign = if n.is_negative() { "-" } else { "" };
        let digits = format!("{:0>width$}", n.abs().to_string(), width = decimals as usize + 1);
        let (whole, part) = digits.split_at(digits.len() - decimals as usize);
        if decimals == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
    }
}

impl Add for &Ratio {
    type Output = Ratio;
    fn add(self, other: &Ratio) -> Ratio {
        if let (Small(a, b), Small(c, d)) = (&self.0, &other.0)
            && let Some(sum) = small_sum((*a, *b), (*c, *d))
        {
            return sum;
        }
        Ratio::large(self.to_big() + other.to_big())
    }
}

impl Sub for &Ratio {
    type Output = Ratio;
    fn sub(self, other: &Ratio) -> Ratio {
        self + &-other
    }
}

impl Mul for &Ratio {
    type Output = Ratio;
    fn mul(self, other: &Ratio) -> Ratio {
        if let (Small(a, b), Small(c, d)) = (&self.0, &other.0)
            && let (Some(n), Some(d)) = (a.checked_mul(*c), b.checked_mul(*d))
        {
            return Ratio(Small(n, d));
        }
        Ratio::large(self.to_big() * other.to_big())
    }
}

impl Neg for &Ratio {
    type Output = Ratio;
    fn neg(self) -> Ratio {
        match &self.0 {
            Small(n, d) => match n.checked_neg() {
                Some(n) => Ratio(Small(n, *d)),
                None => Ratio::large(-self.to_big()),
            },
            Large(r) => Ratio::large(-(**r).clone()),
        }
    }
}

impl Neg for Ratio {
    type Output = Ratio;
    fn neg(self) -> Ratio {
        -&self
    }
}

/// The same operator for operands by value, for each mix of values and references.
macro_rules! by_value {
    ($($operator:ident :: $method:ident),+) => {$(
        impl $operator for Ratio {
            type Output = Ratio;
            fn $method(self, other: Ratio) -> Ratio {
                $operator::$method(&self, &other)
            }
        }
        impl $operator<&Ratio> for Ratio {
            type Output = Ratio;
            fn $method(self, other: &Ratio) -> Ratio {
                $operator::$method(&self, other)
            }
        }
        impl $operator<Ratio> for &Ratio {
            type Output = Ratio;
            fn $method(self, other: Ratio) -> Ratio {
                $operator::$method(self, &other)
            }
        }
    )+};
}
by_value!(Add::add, Sub::sub, Mul::mul);

impl AddAssign for Ratio {
    fn add_assign(&mut self, other: Ratio) {
        *self = &*self + &other;
    }
}

impl AddAssign<&Ratio> for Ratio {
    fn add_assign(&mut self, other: &Ratio) {
        *self = &*self + other;
    }
}

/// The sum of two fractions in machine integers, where it fits; over the least common denominator where the plain
/// product of the denominators would not.
fn small_sum((a, b): (i128, i128), (c, d): (i128, i128)) -> Option<Ratio> {
    if b == d {
        return Some(Ratio(Small(a.checked_add(c)?, b)));
    }
    let g = greatest_common_divisor(b, d);
    let (left, right) = (d / g, b / g);
    let n = a.checked_mul(left)?.checked_add(c.checked_mul(right)?)?;
    Some(Ratio(Small(n, b.checked_mul(left)?)))
}

/// The product in 256 bits, the high half first.
fn wide_product(x: u128, y: u128) -> (u128, u128) {
    const LOW: u128 = u64::MAX as u128;
    let (x1, x0, y1, y0) = (x >> 64, x & LOW, y >> 64, y & LOW);
    let (low, middle, other) = (x0 * y0, x1 * y0, x0 * y1);
    let carry = (low >> 64) + (middle & LOW) + (other & LOW);
    (x1 * y1 + (middle >> 64) + (other >> 64) + (carry >> 64), (carry << 64) | (low & LOW))
}

/// Of two numbers above 0. 128 bits are divided once at most, where one of them fits in 64.
fn greatest_common_divisor(x: i128, y: i128) -> i128 {
    let (wide, short) = if x > y { (x, y) } else { (y, x) };
    match u64::try_from(short) {
        Ok(short) => {
            let rest = u64::try_from(wide)
                .map_or_else(|_| u64::try_from(wide % i128::from(short)).unwrap_or(0), |wide| wide % short);
            if rest == 0 { i128::from(short) } else { num_integer::gcd(short, rest).into() }
        }
        Err(_) => num_integer::gcd(x, y),
    }
}

impl From<Decimal> for Ratio {
    fn from(value: Decimal) -> Self {
        Ratio(Small(value.mantissa(), 10_i128.pow(value.scale())))
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Ratio {}
impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        if let (Small(a, b), Small(c, d)) = (&self.0, &other.0) {
            if b == d {
                return a.cmp(c);
            }
            if let (Some(x), Some(y)) = (a.checked_mul(*d), c.checked_mul(*b)) {
                return x.cmp(&y);
            }
            let left = wide_product(a.unsigned_abs(), d.unsigned_abs());
            let right = wide_product(c.unsigned_abs(), b.unsigned_abs());
            return match (*a < 0, *c < 0) {
                (false, false) => left.cmp(&right),
                (true, true) => right.cmp(&left),
                (true, false) => Ordering::Less,
                (false, true) => Ordering::Greater,
            };
        }
        self.to_big().cmp(&other.to_big())
    }
}

/// The shortest exact decimal, or a fraction: `49.5`, `1/3` (docs/reference/json.md).
impl std::fmt::Display for Ratio {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.exact_decimals() {
            Some(decimals) => f.pad(&self.to_decimals_half_up(decimals)),
            None => f.pad(&self.to_big().to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn r(n: i128, d: i128) -> Ratio {
        Ratio::new(n, d).unwrap()
    }

    #[test]
    fn prints_the_shortest_exact_form() {
        assert_eq!(r(99, 2).to_string(), "49.5");
        assert_eq!(r(2, 6).to_string(), "1/3");
        assert_eq!(r(-1, 4).to_string(), "-0.25");
        assert_eq!(r(500, 100).to_string(), "5");
        assert_eq!(r(-1, 1000).to_decimals_half_up(2), "0.00");
        assert_eq!(r(-5, 1000).to_decimals_half_up(2), "-0.01");
    }

    proptest! {
        #[test]
        fn small_and_large_agree(a in any::<i128>(), b in 1_i128.., c in any::<i128>(), d in 1_i128..) {
            let (x, y) = (r(a, b), r(c, d));
            let (bx, by) = (BigRational::new(a.into(), b.into()), BigRational::new(c.into(), d.into()));
            prop_assert_eq!((&x + &y).to_big(), &bx + &by);
            prop_assert_eq!((&x - &y).to_big(), &bx - &by);
            prop_assert_eq!((&x * &y).to_big(), &bx * &by);
            prop_assert_eq!(x.cmp(&y), bx.cmp(&by));
            if c != 0 {
                prop_assert_eq!(x.checked_div(&y).unwrap().to_big(), &bx / &by);
            }
        }
    }
}
