use super::{Overflow, UnitPrice};

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

#[cfg(test)]
mod tests {
    use super::*;

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
}
