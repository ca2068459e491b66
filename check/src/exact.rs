//! Exact figures: øre and other whole numbers in machine integers, everything else in fractions.

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// An exact fraction.
pub(crate) type Exact = BigRational;

/// A per cent is counted in ten-thousandths.
pub(crate) const HUNDRED_PER_CENT: i128 = 1_000_000;
/// The highest price, in øre (`docs/reference/format.md`, "Numbers").
const HIGHEST_PRICE: i128 = 1_000_000_000_000 - 1;

/// A number as the canonical texts write it, `-?(0|[1-9][0-9]*)(\.[0-9]+)?`, in units of 10^-decimals.
pub(crate) fn parse_scaled(text: &str, decimals: usize) -> Option<i128> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (before, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let has_point = digits.contains('.');
    let too_long = before.len() > 28 || fraction.len() > decimals;
    let leading_zero = before.len() > 1 && before.starts_with('0');
    if !is_number(before) || (has_point && !is_number(fraction)) || too_long || leading_zero {
        return None;
    }
    let scaled: i128 = format!("{before}{fraction:0<decimals$}").parse().ok()?;
    Some(if negative { -scaled } else { scaled })
}

/// A price in kroner, as øre.
pub(crate) fn parse_price(text: &str) -> Option<i128> {
    parse_scaled(text, 2).filter(|p| (0..=HIGHEST_PRICE).contains(p))
}

/// Whether a derived price is one that the format allows.
pub(crate) fn is_price(ore: i128) -> bool {
    (0..=HIGHEST_PRICE).contains(&ore)
}

/// A per cent from -100 to 100, in ten-thousandths.
pub(crate) fn parse_percent(text: &str) -> Option<i128> {
    parse_scaled(text, 4).filter(|p| p.abs() <= HUNDRED_PER_CENT)
}

/// Money as the JSON contract writes it: always two decimals.
pub(crate) fn parse_money(text: &str) -> Option<i128> {
    let point = text.len().checked_sub(3)?;
    (text.get(point..point + 1) == Some(".")).then(|| parse_scaled(text, 2)).flatten()
}

/// A decimal, or a fraction `1/3`.
pub(crate) fn parse_exact(text: &str) -> Option<Exact> {
    const LONGEST: usize = 40_000;
    if text.len() > LONGEST {
        return None;
    }
    let number = |s: &str| -> Option<BigInt> {
        let digits = s.strip_prefix('-').unwrap_or(s);
        (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).then(|| s.parse().ok()).flatten()
    };
    if let Some((n, d)) = text.split_once('/') {
        let (n, d) = (number(n)?, number(d)?);
        return d.is_positive().then(|| Exact::new(n, d));
    }
    let Some((before, after)) = text.split_once('.') else { return number(text).map(Exact::from) };
    let digits = u32::try_from(after.len()).ok()?;
    if after.is_empty() || !after.bytes().all(|b| b.is_ascii_digit()) || before.is_empty() || before == "-" {
        return None;
    }
    Some(Exact::new(number(&format!("{before}{after}"))?, BigInt::from(10).pow(digits)))
}

/// Kroner as an exact fraction.
pub(crate) fn as_kroner(ore: i128) -> Exact {
    Exact::new(ore.into(), 100.into())
}

/// A whole number.
pub(crate) fn int(n: impl Into<BigInt>) -> Exact {
    Exact::from(n.into())
}

/// n / d to the nearest whole number, halves away from zero; d above 0.
pub(crate) fn half_up(n: i128, d: i128) -> i128 {
    let up = (2 * n.abs() + d) / (2 * d);
    if n < 0 { -up } else { up }
}

/// The same for large numbers.
fn half_up_big(x: &Exact) -> BigInt {
    let twice = BigInt::from(2) * x.numer().abs() + x.denom();
    let up = twice.div_floor(&(BigInt::from(2) * x.denom()));
    if x.is_negative() { -up } else { up }
}

/// The nearest whole number, halves away from zero; `None` beyond reason.
pub(crate) fn nearest_whole(x: &Exact) -> Option<i128> {
    half_up_big(x).to_i128().filter(|n| n.unsigned_abs() < 1 << 80)
}

/// Kroner to whole øre, half up; `None` where the amount is beyond reason.
pub(crate) fn ore_half_up(amount: &Exact) -> Option<i128> {
    half_up_big(&(amount * int(100))).to_i128()
}

/// How points and scores are to_decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    HalfUp,
    HalfEven,
    Down,
}

/// To this number of decimals.
pub(crate) fn to_decimals(x: &Exact, decimals: u32, mode: Mode) -> Exact {
    let unit = BigInt::from(10).pow(decimals);
    let scaled = x * Exact::from(unit.clone());
    let nearest = match mode {
        Mode::HalfUp => half_up_big(&scaled),
        Mode::Down => scaled.trunc().to_integer(),
        Mode::HalfEven => {
            let floor = scaled.floor().to_integer();
            let twice = (&scaled - Exact::from(floor.clone())) * int(2);
            let up = twice > Exact::one() || (twice.is_one() && floor.is_odd());
            if up { floor + 1 } else { floor }
        }
    };
    Exact::new(nearest, unit)
}

/// The same, where rounding is asked for.
pub(crate) fn to_decimals_if(x: &Exact, decimals: Option<u32>, mode: Mode) -> Exact {
    decimals.map_or_else(|| x.clone(), |d| to_decimals(x, d, mode))
}

/// Money as the JSON contract writes it.
pub(crate) fn show_money(ore: i128) -> String {
    let sign = if ore < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", ore.unsigned_abs() / 100, ore.unsigned_abs() % 100)
}

/// The shortest exact decimal, or a fraction.
pub(crate) fn show_exact(x: &Exact) -> String {
    let mut left = x.denom().clone();
    let (mut twos, mut fives) = (0_u32, 0_u32);
    for (prime, count) in [(2, &mut twos), (5, &mut fives)] {
        let prime = BigInt::from(prime);
        while left.is_multiple_of(&prime) && !left.is_zero() {
            left /= &prime;
            *count += 1;
        }
    }
    let decimals = twos.max(fives);
    if !left.is_one() {
        return x.to_string();
    }
    let scaled = (x.abs() * Exact::from(BigInt::from(10).pow(decimals))).to_integer().to_string();
    let sign = if x.is_negative() { "-" } else { "" };
    let places = decimals as usize;
    let digits = format!("{scaled:0>width$}", width = places + 1);
    let (before, after) = digits.split_at(digits.len() - places);
    if after.is_empty() { format!("{sign}{before}") } else { format!("{sign}{before}.{after}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_by_the_grammar_alone() {
        assert_eq!(parse_scaled("12.5", 4), Some(125_000));
        assert_eq!(parse_scaled("-3", 4), Some(-30_000));
        for wrong in ["", "-", ".5", "5.", "1e3", "+1", "01", "1_0", "1.23456", "١"] {
            assert_eq!(parse_scaled(wrong, 4), None, "{wrong}");
        }
        assert_eq!(parse_money("1234567.00"), Some(123_456_700));
        assert_eq!(parse_money("-0.05"), Some(-5));
        assert_eq!(parse_money("5.0"), None);
        assert_eq!(parse_exact("1/3"), Some(Exact::new(1.into(), 3.into())));
        assert_eq!(parse_exact("-0.25"), Some(Exact::new((-1).into(), 4.into())));
        assert_eq!(parse_exact("1/0"), None);
    }

    #[test]
    fn halves_go_away_from_zero() {
        assert_eq!((half_up(5, 2), half_up(-5, 2), half_up(4, 3)), (3, -3, 1));
        let x = |n: i64| Exact::new(n.into(), 8.into());
        assert_eq!(to_decimals(&x(1), 2, Mode::HalfUp), parse_exact("0.13").unwrap());
        assert_eq!(to_decimals(&x(-1), 2, Mode::HalfUp), parse_exact("-0.13").unwrap());
        assert_eq!(to_decimals(&x(1), 2, Mode::HalfEven), parse_exact("0.12").unwrap());
        assert_eq!(to_decimals(&x(-1), 2, Mode::HalfEven), parse_exact("-0.12").unwrap());
        assert_eq!(to_decimals(&x(3), 2, Mode::HalfEven), parse_exact("0.38").unwrap());
        assert_eq!(to_decimals(&x(-1), 2, Mode::Down), parse_exact("-0.12").unwrap());
    }

    #[test]
    fn figures_are_shown_in_their_shortest_form() {
        for text in ["0", "-0.25", "1/3", "12.5", "1000", "0.001"] {
            assert_eq!(show_exact(&parse_exact(text).unwrap()), text);
        }
        assert_eq!(show_money(-5), "-0.05");
    }
}
