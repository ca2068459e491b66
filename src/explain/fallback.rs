//! Tariff prices and the fallback, step by step.

use super::{Clause, Step, StepRule, adjusted};
use crate::{
    outcome::Outcome,
    pricing::{FallbackDays, fallback_days},
    tender::TariffBasis,
};

/// How a tariff comes to its price for a procedure in a stage of the calendar: listed, perhaps adjusted, or derived, each
/// step of a chain beneath the other.
pub(super) fn tariff_price(
    outcome: &Outcome<'_>,
    stage: usize,
    tariff: usize,
    procedure: usize,
) -> Option<Step> {
    let (tender, prices) = (outcome.tender, &outcome.priced.prices);
    let price = prices.price_at(stage, tariff, procedure)?;
    let own = &tender.procedures[procedure];
    let named = |rule| {
        Step::new(rule, Clause::UnitPrices(1))
            .with("result", price)
            .with("code", own.code.as_str())
            .with("tariff", tender.tariffs[tariff].id.as_str())
    };
    match tender.tariffs[tariff].basis {
        TariffBasis::Listed => {
            let listed = own.listed.iter().find(|l| l.tariff == tariff)?;
            Some(match adjusted::listed(outcome, stage, tariff) {
                None => named(StepRule::ListedPrice).at("at_price", listed.place),
                Some(moved) => named(StepRule::AdjustedTariff)
                    .with("listed", listed.price)
                    .with("factor", moved.factor)
                    .at("at_price", listed.place)
                    .resting_on(moved.steps),
            })
        }
        TariffBasis::Derived { from, reduction, round_to, place } => {
            let base = prices.price_at(stage, from, procedure)?;
            Some(
                named(StepRule::DerivedPrice)
                    .with("base", base)
                    .with("from", tender.tariffs[from].id.as_str())
                    .with("reduction", reduction)
                    .with("round_to", round_to)
                    .at("at_reduction", place)
                    .resting_on(tariff_price(outcome, stage, from, procedure)),
            )
        }
    }
}

/// What the whole volume of a procedure costs at the fallback (docs/reference/rules.md, "Unit prices" 7).
pub(super) fn fallback_cost(outcome: &Outcome<'_>, procedure: usize) -> Step {
    let (tender, prices) = (outcome.tender, &outcome.priced.prices);
    let own = &tender.procedures[procedure];
    let clause = Clause::UnitPrices(7);
    let Some(cost) = prices.fallback[procedure] else {
        return Step::new(StepRule::FallbackUnknown, clause).with("code", own.code.as_str());
    };
    let volume = prices.volumes[procedure];
    if let Some((price, place)) = own.fallback_price {
        return Step::new(StepRule::FallbackStated, clause)
            .with("result", cost)
            .with("price", price)
            .with("volume", volume)
            .at("at_price", place)
            .at("at_volume", own.volume.place);
    }
    let days = fallback_days(tender, &outcome.priced.overlay, prices).unwrap_or_default();
    let all: u32 = days.iter().map(|d| d.days).sum();
    let by_tariff = days.iter().filter_map(|&FallbackDays { tariff, stage, days }| {
        let price = prices.price_at(stage, tariff, procedure)?;
        Some(
            Step::new(StepRule::FallbackDays, clause)
                .with("price", price)
                .with("tariff", tender.tariffs[tariff].id.as_str())
                .with("days", days)
                .with("all", all)
                .resting_on(tariff_price(outcome, stage, tariff, procedure)),
        )
    });
    Step::new(StepRule::FallbackByDays, clause)
        .with("result", cost)
        .with("volume", volume)
        .with("days", all)
        .at("at_volume", own.volume.place)
        .resting_on(by_tariff)
}
