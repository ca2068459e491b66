//! Prices that are adjusted over the contract, stretch by stretch (`docs/reference/rules.md`, "Unit prices" 8).

use super::{Clause, Step, StepRule, fallback::tariff_price, unit::origin_in};
use crate::{
    number::{Percent, Ratio},
    outcome::Outcome,
    pricing::{Calendar, Factor, Line, Segment},
    tender::PriceAdjustment,
};

/// What moves a price, and the adjustments that it is the product of.
pub(super) struct Moved {
    pub(super) factor: Ratio,
    pub(super) steps: Vec<Step>,
}

/// What moves a price stated in kroner; `None` where nothing does.
pub(super) fn stated(outcome: &Outcome<'_>, stage: usize) -> Option<Moved> {
    let factor = &outcome.priced.prices.calendar.as_ref()?.stages.get(stage)?.prices;
    moved(outcome, stage, factor, &|a| a.prices)
}

/// What moves a price with a discount beyond what moves its base; `None` where nothing does.
pub(super) fn discounted(outcome: &Outcome<'_>, stage: usize) -> Option<Moved> {
    let factor = &outcome.priced.prices.calendar.as_ref()?.stages.get(stage)?.discounts;
    let base = outcome.tender.pricing.discount_base.map(|base| outcome.tender.listed_base(base));
    moved(outcome, stage, factor, &|a| a.prices && base.is_none_or(|base| !a.tariffs.contains(&base)))
}

/// What moves a listed tariff; `None` where nothing does.
pub(super) fn listed(outcome: &Outcome<'_>, stage: usize, tariff: usize) -> Option<Moved> {
    let factor = outcome.priced.prices.calendar.as_ref()?.stages.get(stage)?.tariffs.get(tariff)?;
    moved(outcome, stage, factor, &|a| a.tariffs.contains(&tariff))
}

fn moved(
    outcome: &Outcome<'_>,
    stage: usize,
    factor: &Factor,
    moves: &dyn Fn(&PriceAdjustment) -> bool,
) -> Option<Moved> {
    let from = outcome.priced.prices.calendar.as_ref()?.stages.get(stage)?.from;
    let counting = outcome.tender.adjustments_in_time().into_iter().filter(|a| a.from <= from && moves(a));
    let steps: Vec<Step> = counting
        .map(|a| {
            Step::new(StepRule::Adjustment, Clause::UnitPrices(8))
                .with("percent", a.percent)
                .with("from", a.from)
                .at("at_adjustment", a.percent_place)
        })
        .collect();
    (!steps.is_empty()).then(|| Moved { factor: factor.exact().clone(), steps })
}

/// What is paid for a line: on each stretch of days the unit price, or the cap; how each came about stands beneath the
/// first stretch with its prices.
pub(super) fn payment(
    outcome: &Outcome<'_>,
    calendar: &Calendar,
    (bid, procedure): (usize, usize),
    figures: &Line,
) -> Step {
    let mut told: Vec<(usize, bool)> = Vec::new();
    let segments = stretches(outcome, calendar).into_iter().filter_map(|segment| {
        let of = (segment.stage, segment.cap_in_force);
        let step = paid_on(outcome, &segment, (bid, procedure), calendar.contract.days())?;
        if told.contains(&of) {
            return Some(step);
        }
        told.push(of);
        let is_first_day = segment.stage == 0;
        let unit = outcome.priced.line_rule().unit_at(segment.stage, bid, procedure, Percent::ZERO);
        // the price of the first day was derived already
        let of_unit =
            (!is_first_day).then(|| origin_in(outcome, segment.stage, bid, procedure, unit)).flatten();
        let cap = outcome.tender.cap.map(|cap| cap.tariff).filter(|_| !is_first_day);
        let of_cap = cap
            .filter(|_| step.rule == StepRule::CapPaidOnDays)
            .and_then(|cap| tariff_price(outcome, segment.stage, cap, procedure));
        Some(step.resting_on(of_unit).resting_on(of_cap))
    });
    let segments: Vec<Step> = segments.collect();
    Step::new(StepRule::PaymentDayByDay, Clause::UnitPrices(6))
        .with("result", figures.payment)
        .with("volume", figures.volume)
        .with("contract", calendar.contract.days())
        .resting_on(segments)
}

/// The segments, those together that differ in the fallback tariff alone.
fn stretches(outcome: &Outcome<'_>, calendar: &Calendar) -> Vec<Segment> {
    let pays_cap =
        matches!(outcome.priced.line_rule().effect(), crate::pricing::CapEffect::PaysCapWhileInForce { .. });
    let mut out: Vec<Segment> = Vec::new();
    for segment in &calendar.segments {
        let next = Segment { cap_in_force: segment.cap_in_force && pays_cap, fallback: None, ..*segment };
        match out.last_mut() {
            Some(last) if (last.stage, last.cap_in_force) == (next.stage, next.cap_in_force) => {
                last.period.until = next.period.until;
            }
            _ => out.push(next),
        }
    }
    out
}

fn paid_on(
    outcome: &Outcome<'_>,
    segment: &Segment,
    (bid, procedure): (usize, usize),
    all: u32,
) -> Option<Step> {
    let of = (segment.stage, segment.cap_in_force);
    let paid = outcome.priced.line_rule().paid_at(of, bid, procedure, Percent::ZERO)?;
    let (rule, clause) = match paid.cap {
        Some(cap) if cap < paid.unit => (StepRule::CapPaidOnDays, Clause::UnitPrices(4)),
        _ => (StepRule::UnitPaidOnDays, Clause::UnitPrices(6)),
    };
    Some(
        Step::new(rule, clause)
            .with("result", paid.paid)
            .with("unit", paid.unit)
            .with("from", segment.period.from)
            .with("until", segment.period.until)
            .with("days", segment.days())
            .with("all", all),
    )
}
