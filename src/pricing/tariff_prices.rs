//! The prices of tariffs, cap and fallback with volumes and days, and what a line would be scored at for a price or a discount that
//! somebody supposes, without any bid.

use jiff::civil::Date;

use super::{Calendar, CapEffect, Overlay, Stage};
use crate::{
    number::{Money, Overflow, Percent, Period, UnitPrice, Volume, divide_half_up},
    tender::{ScoredPrice, Tariff, TariffBasis, Tender},
};

/// Everything that is known of prices before any bid is looked at: tariffs, cap, fallback, volumes and days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TariffPrices {
    /// By stage of the calendar (one without adjustments), by tariff, by procedure.
    stages: Vec<Vec<Vec<Option<UnitPrice>>>>,
    /// The cap tariff.
    cap_tariff: Option<usize>,
    /// By procedure: the expected volume evaluated.
    pub volumes: Vec<Volume>,
    /// By procedure: what its whole volume costs at the fallback.
    pub fallback: Vec<Option<Money>>,
    /// The contract's days, and those on which the cap tariff is in force.
    pub days: Option<CapDays>,
    /// How prices move over the contract; `None` where no price is adjusted.
    pub calendar: Option<Calendar>,
}

/// The days of a contract, divided by whether the cap tariff is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CapDays {
    /// Days of the contract on which the cap tariff is in force.
    pub in_force: u32,
    /// All days of the contract.
    pub contract: u32,
}

impl TariffPrices {
    /// Computes all tariffs, the fallback of every procedure, and the days.
    ///
    /// # Errors
    /// [`Overflow`] where a figure would not fit.
    pub fn new(tender: &Tender, overlay: &Overlay) -> Result<Self, Overflow> {
        let calendar = Calendar::new(tender, overlay);
        let stages = match &calendar {
            None => vec![all_tariffs(tender, None)?],
            Some(c) => c.stages.iter().map(|s| all_tariffs(tender, Some(s))).collect::<Result<_, _>>()?,
        };
        let volumes = match &overlay.volumes {
            Some(volumes) => volumes.clone(),
            None => tender.procedures.iter().map(|p| p.volume.expected).collect(),
        };
        let cap_tariff = tender.cap.map(|cap| cap.tariff);
        let days = tender.head.contract.zip(cap_tariff).map(|(contract, cap)| {
            let in_force = in_force(tender, overlay, cap);
            let shared = in_force.map_or(Some(contract), |p| p.and_then(|p| p.overlap(contract)));
            CapDays { in_force: shared.map_or(0, Period::days), contract: contract.days() }
        });
        let mut prices = TariffPrices { stages, cap_tariff, volumes, fallback: Vec::new(), days, calendar };
        prices.fallback = fallback_costs(tender, overlay, &prices)?;
        Ok(prices)
    }

    /// `price(tariff, code)`: as listed, or derived (docs/reference/rules.md, "Unit prices" 1); adjusted, as on the contract's first day.
    pub fn price(&self, tariff: usize, procedure: usize) -> Option<UnitPrice> {
        self.price_at(0, tariff, procedure)
    }

    /// The same in a stage of the calendar.
    pub fn price_at(&self, stage: usize, tariff: usize, procedure: usize) -> Option<UnitPrice> {
        self.stages.get(stage)?.get(tariff)?.get(procedure).copied().flatten()
    }

    /// The cap of a procedure on the contract's first day; `None` where it has no cap.
    pub fn cap(&self, procedure: usize) -> Option<UnitPrice> {
        self.cap_at(0, procedure)
    }

    /// The same in a stage of the calendar.
    pub fn cap_at(&self, stage: usize, procedure: usize) -> Option<UnitPrice> {
        self.price_at(stage, self.cap_tariff?, procedure)
    }

    /// The stage whose prices count on a day; the first where no price is adjusted.
    pub fn stage_on(&self, day: Date) -> usize {
        self.calendar.as_ref().map_or(0, |c| c.stage_on(day))
    }
}

/// When a tariff is in force under the overlay: `None` always, `Some(None)` never.
pub(super) fn in_force(tender: &Tender, overlay: &Overlay, tariff: usize) -> Option<Option<Period>> {
    let period = tender.tariffs[tariff].in_force?;
    let lapse = overlay.lapse.filter(|_| tender.cap.is_some_and(|c| c.tariff == tariff));
    let period = Period { from: period.from, until: lapse.unwrap_or(period.until) };
    Some((period.from <= period.until).then_some(period))
}

/// By tariff, by procedure; in a stage of the calendar if there is one.
fn all_tariffs(tender: &Tender, stage: Option<&Stage>) -> Result<Vec<Vec<Option<UnitPrice>>>, Overflow> {
    let mut listed = vec![vec![None; tender.procedures.len()]; tender.tariffs.len()];
    for (i, procedure) in tender.procedures.iter().enumerate() {
        for price in &procedure.listed {
            listed[price.tariff][i] = Some(match stage {
                None => price.price,
                Some(stage) => stage.tariffs[price.tariff].times_half_up(price.price)?,
            });
        }
    }
    let order = from_base_to_derived(&tender.tariffs);
    for tariff in order {
        if let TariffBasis::Derived { from, reduction, round_to, .. } = tender.tariffs[tariff].basis {
            let derived: Result<Vec<_>, _> = listed[from]
                .iter()
                .map(|p| p.map(|p| p.less_percent_to_step_half_up(reduction, round_to)).transpose())
                .collect();
            let derived = derived?;
            if stage.is_some() {
                // the reader has checked the prices without adjustments alone
                for price in derived.iter().flatten() {
                    UnitPrice::from_computed_ore(price.ore().into())?;
                }
            }
            listed[tariff] = derived;
        }
    }
    Ok(listed)
}

/// Each tariff after the one that it is derived from. The reader has refused circles.
fn from_base_to_derived(tariffs: &[Tariff]) -> Vec<usize> {
    let depth = |tariff: usize| {
        let (mut depth, mut at) = (0, tariff);
        while let TariffBasis::Derived { from, .. } = tariffs[at].basis
            && depth <= tariffs.len()
        {
            (depth, at) = (depth + 1, from);
        }
        depth
    };
    let mut order: Vec<usize> = (0..tariffs.len()).collect();
    order.sort_by_key(|&t| depth(t));
    order
}

/// Fallback cost of each line (docs/reference/rules.md, "Unit prices" 7).
fn fallback_costs(
    tender: &Tender,
    overlay: &Overlay,
    prices: &TariffPrices,
) -> Result<Vec<Option<Money>>, Overflow> {
    let days = fallback_days(tender, overlay, prices);
    (0..tender.procedures.len())
        .map(|procedure| match (tender.procedures[procedure].fallback_price, &days) {
            (Some((price, _)), _) => Ok(Some(price * prices.volumes[procedure])),
            (None, Some(days)) => weighted_by_days_half_up(days, prices, procedure),
            (None, None) => Ok(None),
        })
        .collect()
}

/// Days on which one fallback tariff is the first in force, at the same prices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FallbackDays {
    /// The tariff.
    pub tariff: usize,
    /// The stage of the calendar whose prices count; the first where no price is adjusted.
    pub stage: usize,
    /// How many days.
    pub days: u32,
}

/// On how many days of the contract each fallback tariff is the first one in force; `None` where on some day none is.
/// With one tariff and no contract that tariff counts alone. Where prices are adjusted, in order of time.
pub fn fallback_days(tender: &Tender, overlay: &Overlay, prices: &TariffPrices) -> Option<Vec<FallbackDays>> {
    if let Some(calendar) = &prices.calendar {
        let mut days: Vec<FallbackDays> = Vec::new();
        for segment in &calendar.segments {
            let (tariff, stage) = (segment.fallback?, segment.stage);
            match days.last_mut() {
                Some(last) if (last.tariff, last.stage) == (tariff, stage) => last.days += segment.days(),
                _ => days.push(FallbackDays { tariff, stage, days: segment.days() }),
            }
        }
        return Some(days);
    }
    let days = |tariff: usize, days: u32| FallbackDays { tariff, stage: 0, days };
    let Some(contract) = tender.head.contract else {
        return match tender.fallback.as_slice() {
            [one] => Some(vec![days(*one, 1)]),
            _ => None,
        };
    };
    let mut left = vec![contract];
    let mut found = Vec::new();
    for &tariff in &tender.fallback {
        let taken: Vec<Period> = match in_force(tender, overlay, tariff) {
            None => left.clone(),
            Some(None) => Vec::new(),
            Some(Some(period)) => left.iter().filter_map(|p| p.overlap(period)).collect(),
        };
        let count: u32 = taken.iter().map(|p| p.days()).sum();
        if count > 0 {
            found.push(days(tariff, count));
        }
        left = taken.iter().fold(left, |left, cut| left.into_iter().flat_map(|p| without(p, *cut)).collect());
    }
    left.is_empty().then_some(found)
}

/// What is left of a period without the days of another.
fn without(period: Period, cut: Period) -> impl Iterator<Item = Period> {
    let before =
        cut.from.yesterday().ok().map(|until| Period { from: period.from, until: until.min(period.until) });
    let after =
        cut.until.tomorrow().ok().map(|from| Period { from: from.max(period.from), until: period.until });
    [before, after].into_iter().flatten().filter(|p| p.from <= p.until)
}

fn weighted_by_days_half_up(
    days: &[FallbackDays],
    prices: &TariffPrices,
    procedure: usize,
) -> Result<Option<Money>, Overflow> {
    let mut sum: i128 = 0;
    let mut all: i128 = 0;
    for &FallbackDays { tariff, stage, days } in days {
        let Some(price) = prices.price_at(stage, tariff, procedure) else { return Ok(None) };
        sum += i128::from(price.ore()) * i128::from(days);
        all += i128::from(days);
    }
    let total = sum.checked_mul(i128::from(prices.volumes[procedure].count())).ok_or(Overflow)?;
    Ok(Some(Money::from_ore(divide_half_up(total, all))))
}

/// What is supposed of a bid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Supposed {
    /// A price, on the contract's first day.
    Price(UnitPrice),
    /// A discount off this tariff (index).
    Discount(Percent, usize),
}

impl TariffPrices {
    /// The unit price in a stage of the calendar; `None` where the tariff has no price.
    ///
    /// # Errors
    /// [`Overflow`] where an adjusted price would not fit.
    fn supposed_unit(
        &self,
        supposed: Supposed,
        stage: usize,
        procedure: usize,
    ) -> Result<Option<UnitPrice>, Overflow> {
        let moved: Option<&Stage> = self.calendar.as_ref().and_then(|c| c.stages.get(stage));
        match (supposed, moved) {
            (Supposed::Price(price), None) => Ok(Some(price)),
            (Supposed::Price(price), Some(stage)) => stage.prices.times_half_up(price).map(Some),
            (Supposed::Discount(discount, tariff), moved) => {
                let Some(base) = self.price_at(stage, tariff, procedure) else { return Ok(None) };
                match moved {
                    None => Ok(Some(base.less_percent_half_up(discount))),
                    Some(stage) => stage.discounts.times_less_percent_half_up(base, discount).map(Some),
                }
            }
        }
    }

    /// The scored unit price, as `LineRule::scored` has it for a bid; `None` where there is none.
    pub fn supposed_scored(
        &self,
        effect: CapEffect,
        supposed: Supposed,
        procedure: usize,
    ) -> Option<UnitPrice> {
        let first = self.supposed_unit(supposed, 0, procedure).ok()??;
        let by_days =
            matches!(effect, CapEffect::PaysCapWhileInForce { scored: ScoredPrice::TimeWeighted, .. });
        let Some(calendar) = self.calendar.as_ref().filter(|_| by_days) else {
            return Some(effect.scored_unit_price(first, self.cap(procedure)));
        };
        let (mut sum, mut all) = (0, 0);
        for &(stage, cap_in_force, days) in &calendar.paid_days {
            let unit = self.supposed_unit(supposed, stage, procedure).ok()??;
            let cap = self.cap_at(stage, procedure).filter(|_| cap_in_force);
            sum += i128::from(cap.map_or(unit, |cap| unit.min(cap)).ore()) * i128::from(days);
            all += i128::from(days);
        }
        if all == 0 { Some(first) } else { UnitPrice::from_computed_ore(divide_half_up(sum, all)).ok() }
    }

    /// Whether the scored unit price is a mean over days on which prices move.
    pub fn moves_scored_prices(&self, effect: CapEffect) -> bool {
        self.calendar.is_some()
            && matches!(effect, CapEffect::PaysCapWhileInForce { scored: ScoredPrice::TimeWeighted, .. })
    }
}
