//! How a contract is divided into stretches of days (by adjustments, by the days of the cap, by the fallback tariffs), and the
//! factor by which adjustments change a price.

use jiff::civil::Date;

use super::{Overlay, tariff_prices::in_force};
use crate::{
    number::{Overflow, Percent, Period, Ratio, UnitPrice, divide_half_up},
    tender::{PriceAdjustment, Tender},
};

/// The contract's days where prices are adjusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Stretches with the same prices, in order of time; the first begins on the contract's first day.
    pub stages: Vec<Stage>,
    /// Stretches on which nothing changes, neither prices nor what is in force, in order of time.
    pub segments: Vec<Segment>,
    /// By stage, and by whether the cap tariff is in force: the number of days.
    pub(super) paid_days: Vec<(usize, bool, u32)>,
    /// The contract.
    pub contract: Period,
}

/// Days with the same prices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// The first day.
    pub from: Date,
    /// By tariff: what moves the listed tariff at the end of its chain.
    pub tariffs: Vec<Factor>,
    /// What moves a price that a bid states in kroner.
    pub prices: Factor,
    /// What moves a price that comes from a discount, beyond what moves the discount base: the adjustments that name
    /// `prices` and not the base, so that each counts at most once for a line.
    pub discounts: Factor,
}

/// Days on which nothing changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The days.
    pub period: Period,
    /// The prices that count (index into the stages).
    pub stage: usize,
    /// Whether the cap tariff is in force.
    pub cap_in_force: bool,
    /// The first fallback tariff in force, if any is.
    pub fallback: Option<usize>,
}

impl Segment {
    /// The number of days.
    pub fn days(&self) -> u32 {
        self.period.days()
    }
}

impl Calendar {
    /// The calendar of a tender that states adjustments and a contract; `None` for all others.
    pub fn new(tender: &Tender, overlay: &Overlay) -> Option<Self> {
        let contract = tender.head.contract.filter(|_| !tender.adjustments.is_empty())?;
        let adjustments = tender.adjustments_in_time();
        let mut starts = vec![contract.from];
        starts.extend(adjustments.iter().map(|a| a.from).filter(|from| *from > contract.from));
        starts.dedup();
        let stages: Vec<Stage> = starts.iter().map(|from| stage(tender, &adjustments, *from)).collect();
        let segments = segments(tender, overlay, contract, &starts);
        let mut paid_days: Vec<(usize, bool, u32)> = Vec::new();
        for segment in &segments {
            let of = (segment.stage, segment.cap_in_force);
            match paid_days.iter_mut().find(|(stage, cap, _)| (*stage, *cap) == of) {
                Some((_, _, days)) => *days += segment.days(),
                None => paid_days.push((of.0, of.1, segment.days())),
            }
        }
        Some(Calendar { stages, segments, paid_days, contract })
    }

    /// The stage whose prices count on a day; the first before the contract, the last after it.
    pub fn stage_on(&self, day: Date) -> usize {
        self.stages.iter().rposition(|s| s.from <= day).unwrap_or(0)
    }
}

fn stage(tender: &Tender, adjustments: &[&PriceAdjustment], from: Date) -> Stage {
    let counting = || adjustments.iter().filter(|a| a.from <= from);
    let product = |moves: &dyn Fn(&PriceAdjustment) -> bool| {
        counting().filter(|a| moves(a)).fold(Factor::ONE, |factor, a| factor.then(a.percent))
    };
    let base = tender.pricing.discount_base.map(|base| tender.listed_base(base));
    let names_base = |a: &PriceAdjustment| base.is_some_and(|base| a.tariffs.contains(&base));
    let listed = (0..tender.tariffs.len()).map(|tariff| tender.listed_base(tariff));
    Stage {
        from,
        tariffs: listed.map(|listed| product(&|a| a.tariffs.contains(&listed))).collect(),
        prices: product(&|a| a.prices),
        discounts: product(&|a| a.prices && !names_base(a)),
    }
}

/// `starts`: the first days of the stages.
fn segments(tender: &Tender, overlay: &Overlay, contract: Period, starts: &[Date]) -> Vec<Segment> {
    let mut first_days = starts.to_vec();
    let cap = tender.cap.map(|cap| cap.tariff);
    for tariff in tender.fallback.iter().copied().chain(cap) {
        let Some(Some(days)) = in_force(tender, overlay, tariff) else { continue };
        first_days.push(days.from);
        first_days.extend(days.until.tomorrow().ok());
    }
    first_days.retain(|day| contract.contains(*day));
    first_days.sort_unstable();
    first_days.dedup();
    let is_in_force = |tariff: usize, day: Date| {
        in_force(tender, overlay, tariff).is_none_or(|days| days.is_some_and(|days| days.contains(day)))
    };
    let mut segments: Vec<Segment> = Vec::new();
    for (i, &from) in first_days.iter().enumerate() {
        let last = first_days.get(i + 1).and_then(|next| next.yesterday().ok());
        let until = last.unwrap_or(contract.until);
        let next = Segment {
            period: Period { from, until },
            stage: starts.iter().rposition(|start| *start <= from).unwrap_or(0),
            cap_in_force: cap.is_some_and(|cap| is_in_force(cap, from)),
            fallback: tender.fallback.iter().copied().find(|&tariff| is_in_force(tariff, from)),
        };
        match segments.last_mut() {
            Some(last) if Segment { period: last.period, ..next } == *last => last.period.until = until,
            _ => segments.push(next),
        }
    }
    segments
}

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
