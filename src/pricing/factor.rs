use crate::number::{Overflow, Percent, Ratio, UnitPrice, divide_half_up};

/// What adjustments make of a price: the exact product of (1 + p / 100) over those that count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factor {
    exact: Ratio,
    /// Numerator and denominator in lowest terms, where they fit in machine integers.
    small: Option<(i128, i128)>,
}

impl Factor {
    /// No adjustment.
    pub const ONE: Factor = Factor { exact: Ratio::ONE, small: Some((1, 1)) };

    /// With one more adjustment.
    #[must_use]
    pub fn then(&self, percent: Percent) -> Factor {
        let hundred = i128::from(Percent::HUNDRED_PARTS);
        let more = Ratio::new(hundred + i128::from(percent.parts()), hundred).unwrap_or(Ratio::ONE);
        let exact = (&self.exact * &more).reduced();
        Factor { small: exact.to_i128s(), exact }
    }

    /// The exact factor: 1.031 for 3.1 %.
    pub fn exact(&self) -> &Ratio {
        &self.exact
    }

    /// Whether it changes nothing.
    pub fn is_one(&self) -> bool {
        self.small == Some((1, 1))
    }

    /// price × (100 − less) / 100 × factor, half up to whole øre, once.
    ///
    /// # Errors
    /// [`Overflow`] beyond what a unit price holds.
    pub fn times_less_percent_half_up(&self, price: UnitPrice, less: Percent) -> Result<UnitPrice, Overflow> {
        let hundred = i128::from(Percent::HUNDRED_PARTS);
        // below 2e12 × 2e6: fits
        let kept = i128::from(price.ore()) * (hundred - i128::from(less.parts()));
        let small = self.small.and_then(|(n, d)| Some((kept.checked_mul(n)?, d.checked_mul(hundred)?)));
        let ore = match small {
            Some((n, d)) => divide_half_up(n, d),
            None => {
                let exact = Ratio::new(kept, hundred).unwrap_or(Ratio::ZERO) * &self.exact;
                exact.rounded(0, crate::number::Rounding::HalfUp).to_whole().ok_or(Overflow)?
            }
        };
        UnitPrice::from_computed_ore(ore)
    }

    /// price × factor, half up to whole øre.
    ///
    /// # Errors
    /// [`Overflow`] beyond what a unit price holds.
    pub fn times_half_up(&self, price: UnitPrice) -> Result<UnitPrice, Overflow> {
        self.times_less_percent_half_up(price, Percent::ZERO)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigInt;
    use num_rational::BigRational;
    use proptest::prelude::*;

    fn percent(parts: i64) -> Percent {
        Percent::from_parts(parts)
    }

    #[test]
    fn compounds_exactly_and_rounds_once() {
        let factor = Factor::ONE.then(percent(31_000)).then(percent(25_000));
        assert_eq!(factor.exact().to_string(), "1.056775");
        let price = UnitPrice::from_ore(6_250_000).unwrap();
        assert_eq!(factor.times_half_up(price).unwrap().ore(), 6_604_844); // 6,604,843.75
        assert!(Factor::ONE.is_one() && !factor.is_one());
        assert!(Factor::ONE.then(percent(250_000)).then(percent(-200_000)).is_one());
    }

    #[test]
    fn too_large_is_an_error() {
        let mut factor = Factor::ONE;
        for _ in 0..200 {
            factor = factor.then(percent(999_999));
        }
        assert_eq!(factor.times_half_up(UnitPrice::from_ore(1).unwrap()), Err(Overflow));
        assert_eq!(factor.times_half_up(UnitPrice::default()).unwrap().ore(), 0);
    }

    proptest! {
        #[test]
        fn machine_integers_agree_with_large_ones(ore in 0..UnitPrice::LIMIT_ORE, less in -1_000_000_i64..=1_000_000,
            list in prop::collection::vec(-1_000_000_i64..=300_000, 0..9)) {
            let factor = list.iter().fold(Factor::ONE, |f, p| f.then(percent(*p)));
            let million = BigInt::from(1_000_000);
            let plain = list.iter().fold(
                BigRational::new(BigInt::from(ore) * (1_000_000 - less), million.clone()),
                |r, p| r * BigRational::new(BigInt::from(1_000_000 + p), million.clone()),
            );
            // 0 or more: half up is the floor of twice plus one, halved
            let plain = (plain * BigInt::from(2) + BigInt::from(1)) / BigInt::from(2);
            let plain = plain.floor().to_integer();
            let ours = factor.times_less_percent_half_up(UnitPrice::from_ore(ore).unwrap(), percent(less));
            match ours {
                Ok(price) => prop_assert_eq!(BigInt::from(price.ore()), plain),
                Err(Overflow) => prop_assert!(plain > BigInt::from(2 * UnitPrice::LIMIT_ORE)),
            }
        }
    }
}
