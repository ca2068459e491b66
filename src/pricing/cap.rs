//! What the cap does to what is scored and paid (docs/reference/rules.md, "Unit prices" 4 and 6).

use super::CapDays;
use crate::{
    number::{Money, UnitPrice, Volume, divide_half_up},
    tender::{AboveCap, ScoredPrice},
};

/// A unit price is above the cap if it exceeds it; at the cap it is not (docs/reference/rules.md, "Unit prices" 4).
pub fn is_above_cap(unit: UnitPrice, cap: Option<UnitPrice>) -> bool {
    cap.is_some_and(|cap| unit > cap)
}

/// How the cap bears on what is scored and paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CapEffect {
    /// No cap, or a cap that rejects: what is offered is scored and paid.
    None,
    /// While the cap tariff is in force the buyer pays no more than it.
    PaysCapWhileInForce {
        /// What is scored.
        scored: ScoredPrice,
        /// The days.
        days: CapDays,
    },
}

impl CapEffect {
    /// From the tender's cap, with the scored price of an overlay if it has one.
    pub fn new(above: Option<AboveCap>, scored: Option<ScoredPrice>, days: Option<CapDays>) -> Self {
        match (above, days) {
            (Some(AboveCap::PayCapWhileInForce(own)), Some(days)) => {
                CapEffect::PaysCapWhileInForce { scored: scored.unwrap_or(own), days }
            }
            _ => CapEffect::None,
        }
    }

    /// The scored unit price (docs/reference/rules.md, "Unit prices" 4), where no price is adjusted.
    pub(crate) fn scored_unit_price(self, unit: UnitPrice, cap: Option<UnitPrice>) -> UnitPrice {
        match (self, cap) {
            (CapEffect::PaysCapWhileInForce { scored, days }, Some(cap)) if unit > cap => match scored {
                ScoredPrice::Bid => unit,
                ScoredPrice::Capped => cap,
                ScoredPrice::TimeWeighted => time_weighted_half_up(unit, cap, days),
            },
            _ => unit,
        }
    }

    /// The expected payment of a line (docs/reference/rules.md, "Unit prices" 6), half up to whole øre, where no
    /// price is adjusted.
    pub(crate) fn expected_payment_half_up(
        self,
        unit: UnitPrice,
        cap: Option<UnitPrice>,
        volume: Volume,
    ) -> Money {
        match (self, cap) {
            (CapEffect::PaysCapWhileInForce { days, .. }, Some(cap)) if unit > cap => {
                let (sum, all) = day_sum(unit, cap, days);
                Money::from_ore(match sum.checked_mul(volume.count()) {
                    Some(product) => divide_half_up_unsigned(product, all).into(),
                    // below 2e12 × 8e6 × 1e9: fits
                    None => divide_half_up(i128::from(sum) * i128::from(volume.count()), all.into()),
                })
            }
            _ => unit * volume,
        }
    }
}

/// (cap × d_in + unit × d_out) / (d_in + d_out), half up to whole øre.
fn time_weighted_half_up(unit: UnitPrice, cap: UnitPrice, days: CapDays) -> UnitPrice {
    let (sum, all) = day_sum(unit, cap, days);
    cap.between(unit, divide_half_up_unsigned(sum, all).into())
}

/// cap × d_in + unit × d_out: below 2e12 × 8e6, which fits in 64 bits; and d_in + d_out. Machine integers, since a
/// simulation comes here for each line of each draw.
fn day_sum(unit: UnitPrice, cap: UnitPrice, days: CapDays) -> (u64, u64) {
    let all = u64::from(days.contract.max(1));
    let inside = u64::from(days.in_force).min(all);
    (cap.ore().unsigned_abs() * inside + unit.ore().unsigned_abs() * (all - inside), all)
}

/// [`divide_half_up`] of figures above 0.
fn divide_half_up_unsigned(n: u64, d: u64) -> u64 {
    let (quotient, remainder) = (n / d, n % d);
    quotient + u64::from(remainder >= d - remainder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rust_decimal::{Decimal, RoundingStrategy};

    const DAYS: CapDays = CapDays { in_force: 183, contract: 730 };

    fn price(ore: i64) -> UnitPrice {
        UnitPrice::from_ore(ore).unwrap()
    }

    fn effect(scored: ScoredPrice) -> CapEffect {
        CapEffect::PaysCapWhileInForce { scored, days: DAYS }
    }

    #[test]
    fn example_of_the_format() {
        let (unit, cap) = (price(5_687_500), Some(price(5_625_000)));
        assert_eq!(effect(ScoredPrice::TimeWeighted).scored_unit_price(unit, cap), price(5_671_832));
        assert_eq!(effect(ScoredPrice::Capped).scored_unit_price(unit, cap), price(5_625_000));
        assert_eq!(effect(ScoredPrice::Bid).scored_unit_price(unit, cap), unit);
        let volume = Volume::from_count(220).unwrap();
        let payment = effect(ScoredPrice::TimeWeighted).expected_payment_half_up(unit, cap, volume);
        assert_eq!(payment.to_string(), "12478030.82");
    }

    #[test]
    fn at_the_cap_is_not_above_it() {
        assert!(!is_above_cap(price(100), Some(price(100))));
        assert!(is_above_cap(price(101), Some(price(100))));
        assert!(!is_above_cap(price(101), None));
    }

    #[test]
    fn prices_above_the_limit_of_a_file_are_weighted_too() {
        let unit = price(UnitPrice::LIMIT_ORE - 1)
            .less_percent_half_up(crate::number::Percent::from_parts(-1_000_000));
        let scored = effect(ScoredPrice::TimeWeighted).scored_unit_price(unit, Some(price(100)));
        assert_eq!(scored.ore(), (100 * 183 + 1_999_999_999_998 * 547 + 365) / 730);
    }

    proptest! {
        #[test]
        fn never_paid_above_the_cap_while_in_force(unit in 0..UnitPrice::LIMIT_ORE, cap in 0..UnitPrice::LIMIT_ORE,
            volume in 0..=Volume::LIMIT, contract in 1_u32..20_000, out in 0_u32..20_000) {
            let days = CapDays { in_force: contract - out.min(contract), contract };
            let effect = CapEffect::PaysCapWhileInForce { scored: ScoredPrice::Bid, days };
            let volume = Volume::from_count(volume).unwrap();
            let paid = effect.expected_payment_half_up(price(unit), Some(price(cap)), volume);
            let (d_in, d_out) = (i128::from(days.in_force), i128::from(contract - days.in_force));
            let most = (i128::from(unit.min(cap)) * d_in + i128::from(unit) * d_out) * i128::from(volume.count());
            prop_assert!(paid.ore() * i128::from(contract) * 2 <= most * 2 + i128::from(contract));
            if d_out == 0 {
                prop_assert!(paid <= (price(cap) * volume).max(price(unit.min(cap)) * volume));
            }
        }

        #[test]
        fn integers_agree_with_decimals(unit in 0..UnitPrice::LIMIT_ORE, cap in 0..UnitPrice::LIMIT_ORE,
            volume in 0_u64..=1_000_000) {
            let volume = Volume::from_count(volume).unwrap();
            let paid = effect(ScoredPrice::Bid).expected_payment_half_up(price(unit), Some(price(cap)), volume);
            let kroner = |ore: i64| Decimal::new(ore, 2);
            let plain = (kroner(unit.min(cap)) * Decimal::from(183) + kroner(unit) * Decimal::from(547))
                * Decimal::from(volume.count()) / Decimal::from(730);
            let plain = plain.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
            prop_assert_eq!(paid.to_string(), format!("{plain:.2}"));
        }
    }
}
