//! Amounts of money and unit prices, in whole øre.

use std::ops::Mul;

use rust_decimal::Decimal;

use super::{Overflow, Percent, Volume, divide_half_up};

/// An amount of money in whole øre. Negative amounts exist (an evaluated price may fall below zero).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i128);

impl Money {
    /// Nothing.
    pub const ZERO: Money = Money(0);

    /// From whole øre.
    pub const fn from_ore(ore: i128) -> Self {
        Money(ore)
    }

    /// In whole øre.
    pub const fn ore(self) -> i128 {
        self.0
    }

    /// Sum.
    ///
    /// # Errors
    /// [`Overflow`] beyond 128 bits.
    pub fn checked_add(self, other: Money) -> Result<Money, Overflow> {
        self.0.checked_add(other.0).map(Money).ok_or(Overflow)
    }

    /// Difference.
    ///
    /// # Errors
    /// [`Overflow`] beyond 128 bits.
    pub fn checked_sub(self, other: Money) -> Result<Money, Overflow> {
        self.0.checked_sub(other.0).map(Money).ok_or(Overflow)
    }

    /// The sum of many amounts.
    ///
    /// # Errors
    /// [`Overflow`] beyond 128 bits.
    pub fn sum(amounts: impl IntoIterator<Item = Money>) -> Result<Money, Overflow> {
        amounts.into_iter().try_fold(Money::ZERO, Money::checked_add)
    }
}

impl From<UnitPrice> for Money {
    fn from(price: UnitPrice) -> Self {
        Money(i128::from(price.ore()))
    }
}

/// Kroner with two decimals and a point, as the JSON contract wants it: `1234567.00`.
impl std::fmt::Display for Money {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let ore = self.0.unsigned_abs();
        f.pad(&format!("{sign}{}.{:02}", ore / 100, ore % 100))
    }
}

/// The price of one procedure (*enhedspris*), in whole øre, 0 or more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitPrice(i64);

impl UnitPrice {
    /// Prices are below 10,000,000,000 kroner (docs/reference/format.md, "Numbers").
    pub const LIMIT_ORE: i64 = 1_000_000_000_000;

    /// From whole øre; `None` outside 0 to below the limit.
    pub const fn from_ore(ore: i64) -> Option<Self> {
        if ore >= 0 && ore < Self::LIMIT_ORE { Some(UnitPrice(ore)) } else { None }
    }

    /// From øre computed from prices and per cents, which may pass the limit of a file up to twice.
    ///
    /// # Errors
    /// [`Overflow`] below 0 and beyond that.
    pub fn from_computed_ore(ore: i128) -> Result<Self, Overflow> {
        let most = 2 * Self::LIMIT_ORE;
        i64::try_from(ore).ok().filter(|ore| (0..=most).contains(ore)).map(UnitPrice).ok_or(Overflow)
    }

    /// The lower of two prices, the higher, or one between them: a price computed from prices may pass the limit of a file
    /// (a discount below 0 raises the price).
    pub fn between(self, other: UnitPrice, ore: i128) -> Self {
        let (least, most) = (self.0.min(other.0), self.0.max(other.0));
        UnitPrice(i64::try_from(ore).map_or(most, |ore| ore.clamp(least, most)))
    }

    /// In whole øre.
    pub const fn ore(self) -> i64 {
        self.0
    }

    /// From kroner as written: 0 or more, at most two decimals as written, below the limit.
    pub fn from_kroner(kroner: Decimal) -> Option<Self> {
        if kroner.scale() > 2 || kroner.is_sign_negative() && !kroner.is_zero() {
            return None;
        }
        let ore = kroner.mantissa().checked_mul(10_i128.pow(2 - kroner.scale()))?;
        Self::from_ore(i64::try_from(ore).ok()?)
    }

    /// The price less a per cent, to whole øre, half up (docs/reference/rules.md, "Unit prices" 2 and 3). A negative per cent raises it.
    pub fn less_percent_half_up(self, percent: Percent) -> Self {
        let keep = Percent::HUNDRED_PARTS - percent.parts();
        // at most 1e12 × 2e6 = 2e18, within i64; the result at most doubles, which UnitPrice holds
        UnitPrice(divide_half_up_small(self.0 * keep, Percent::HUNDRED_PARTS))
    }

    /// The price less a per cent, to the nearest multiple of `step`, half up: a derived tariff (docs/reference/rules.md, "Unit prices" 1).
    ///
    /// # Errors
    /// [`Overflow`] where the rounded price would not fit.
    pub fn less_percent_to_step_half_up(self, percent: Percent, step: UnitPrice) -> Result<Self, Overflow> {
        let keep = i128::from(Percent::HUNDRED_PARTS - percent.parts());
        let unit = i128::from(step.0) * i128::from(Percent::HUNDRED_PARTS);
        let steps = divide_half_up(i128::from(self.0) * keep, unit);
        i64::try_from(steps * i128::from(step.0)).map(UnitPrice).map_err(|_| Overflow)
    }
}

/// Price × volume, exact.
impl Mul<Volume> for UnitPrice {
    type Output = Money;
    fn mul(self, volume: Volume) -> Money {
        // below 1e12 × 1e9: always fits
        Money::from_ore(i128::from(self.0) * i128::from(volume.count()))
    }
}

/// [`divide_half_up`] in 64 bits for the innermost loop; `n` 0 or more, `d` above 0.
fn divide_half_up_small(n: i64, d: i64) -> i64 {
    n / d + i64::from(n % d * 2 >= d)
}

impl std::fmt::Display for UnitPrice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Money::from(*self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rust_decimal::RoundingStrategy;

    #[test]
    fn prints_two_decimals_and_the_sign() {
        assert_eq!(Money::from_ore(123_456_700).to_string(), "1234567.00");
        assert_eq!(Money::from_ore(-5).to_string(), "-0.05");
        assert_eq!(Money::ZERO.to_string(), "0.00");
    }

    #[test]
    fn overflow_is_an_error() {
        assert_eq!(Money::from_ore(i128::MAX).checked_add(Money::from_ore(1)), Err(Overflow));
        assert_eq!(Money::from_ore(i128::MIN).checked_sub(Money::from_ore(1)), Err(Overflow));
    }

    #[test]
    fn example_of_the_format() {
        let base = UnitPrice(6_250_000);
        assert_eq!(base.less_percent_half_up(Percent::from_parts(90_000)).to_string(), "56875.00");
        let akut = base.less_percent_to_step_half_up(Percent::from_parts(100_000), UnitPrice(1)).unwrap();
        assert_eq!(akut.to_string(), "56250.00");
    }

    proptest! {
        #[test]
        fn integers_agree_with_decimals(ore in 0..UnitPrice::LIMIT_ORE, parts in -1_000_000_i64..=1_000_000) {
            let ours = UnitPrice(ore).less_percent_half_up(Percent::from_parts(parts));
            let plain = Decimal::new(ore, 2) * (Decimal::ONE_HUNDRED - Decimal::new(parts, 4)) / Decimal::ONE_HUNDRED;
            let plain = plain.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
            prop_assert_eq!(Decimal::new(ours.ore(), 2), plain);
        }
    }
}
