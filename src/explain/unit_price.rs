//! One unit price: where it comes from, the cap, the line that it makes, the payment; tariff prices, adjustments and the fallback
//! beneath it (`docs/reference/rules.md`, "Unit prices").

use super::{Clause, Step, StepRule};
use crate::{
    admission::LotBid,
    number::{Percent, Ratio, UnitPrice},
    outcome::Outcome,
    pricing::{
        BidReader, Calendar, CapEffect, Factor, FallbackDays, Line, NoPrice, NotOffered, Offer, PriceOrigin,
        Segment, fallback_days, is_above_cap,
    },
    tender::{AboveCap, Missing, Place, PriceAdjustment, ScoredPrice, TariffBasis},
};

/// The unit price of a procedure in a bid, the cap, the scored price, the line and what is paid for it; or why there is none.
pub(super) fn unit_price(outcome: &Outcome<'_>, bid: usize, procedure: usize) -> Vec<Step> {
    let offer = outcome.priced.offers[bid][procedure];
    let mut steps = Vec::new();
    match offer {
        Offer::Priced(unit) => {
            steps.extend(origin(outcome, bid, procedure, Some(unit)));
            steps.extend(cap(outcome, procedure, unit));
            steps.extend(line(outcome, bid, procedure));
        }
        Offer::Unpriced(NoPrice::AboveCap(unit)) => {
            steps.extend(origin(outcome, bid, procedure, Some(unit)));
            steps.extend(cap(outcome, procedure, unit));
            steps.extend(missing(outcome, bid, procedure));
        }
        Offer::Unpriced(NoPrice::DiscountWithoutTariff) => {
            steps.extend(origin(outcome, bid, procedure, None));
            steps.extend(missing(outcome, bid, procedure));
        }
        Offer::NotOffered(why) => {
            steps.push(not_offered(outcome, bid, procedure, why));
            steps.extend(missing(outcome, bid, procedure));
        }
    }
    steps
}

/// Where the price comes from on the contract's first day: stated, or a discount off the discount base.
fn origin(outcome: &Outcome<'_>, bid: usize, procedure: usize, unit: Option<UnitPrice>) -> Option<Step> {
    origin_at(outcome, 0, bid, procedure, unit)
}

/// Where the price comes from in a stage of the calendar, with what adjusts it there.
fn origin_at(
    outcome: &Outcome<'_>,
    stage: usize,
    bid: usize,
    procedure: usize,
    unit: Option<UnitPrice>,
) -> Option<Step> {
    let tender = outcome.tender;
    let reader = BidReader::new(tender, &outcome.priced.prices, &outcome.priced.overlay, bid);
    let clause = Clause::UnitPrices(2);
    let code = tender.procedures[procedure].code.as_str();
    match reader.origin(procedure) {
        PriceOrigin::Nothing => None,
        PriceOrigin::Explicit(price, place) => Some(match (unit, price_movement(outcome, stage)) {
            (Some(unit), Some(moved)) => Step::new(StepRule::AdjustedPrice, Clause::UnitPrices(8))
                .with("result", unit)
                .with("price", price)
                .with("factor", moved.factor.clone())
                .at("at_price", place)
                .resting_on(moved.steps)
                .resting_on(rounded(product(price, Percent::ZERO, &moved.factor), unit, clause)),
            _ => Step::new(StepRule::ExplicitPrice, clause).with("result", price).at("at_price", place),
        }),
        PriceOrigin::Discount(discount, place) => {
            let base = tender.pricing.discount_base?;
            let named = |rule| {
                let step = Step::new(rule, clause)
                    .with("code", code)
                    .with("tariff", tender.tariffs[base].id.as_str())
                    .with("discount", discount)
                    .with("key", key(outcome, bid, place));
                match place {
                    Some(place) => step.at("at_discount", place),
                    None => step,
                }
            };
            let (Some(unit), Some(base_price)) = (unit, reader.base_price_at(stage, procedure)) else {
                return Some(named(StepRule::DiscountWithoutTariff));
            };
            let moved = discount_movement(outcome, stage);
            let rule = match (place.is_some(), moved.is_some()) {
                (_, true) => StepRule::AdjustedDiscount,
                (true, false) => StepRule::DiscountOffBase,
                (false, false) => StepRule::DiscountTriedOut,
            };
            let mut step = named(rule).with("result", unit).with("base", base_price);
            if let Some(of_base) = tariff_price(outcome, stage, base, procedure) {
                step = match of_base.places.first() {
                    Some(&(_, place)) => step.at("at_base", place),
                    None => step,
                };
                if of_base.rule != StepRule::ListedPrice {
                    step = step.resting_on([of_base]);
                }
            }
            let exact = match &moved {
                Some(moved) => product(base_price, discount, &moved.factor),
                None => less(base_price, discount),
            };
            if let Some(moved) = moved {
                step = step.with("factor", moved.factor).resting_on(moved.steps);
            }
            Some(step.resting_on(rounded(exact, unit, clause)))
        }
    }
}

/// price × (100 − discount) / 100 × factor in kroner, before rounding.
fn product(price: UnitPrice, discount: Percent, factor: &Ratio) -> Ratio {
    less(price, discount) * factor
}

/// base × (100 − discount) / 100, before rounding.
fn less(base: UnitPrice, discount: Percent) -> Ratio {
    let keep = i128::from(Percent::HUNDRED_PARTS - discount.parts());
    Ratio::new(i128::from(base.ore()) * keep, 100 * i128::from(Percent::HUNDRED_PARTS)).unwrap_or(Ratio::ZERO)
}

/// That a figure was rounded to whole øre, if it was.
fn rounded(exact: Ratio, result: UnitPrice, clause: Clause) -> Option<Step> {
    (exact != Ratio::kroner(result.into()))
        .then(|| Step::new(StepRule::Rounded, clause).with("exact", exact).with("result", result))
}

/// The key of a discount as the file has it: `discount`, or `discounts."KNGB*"`.
fn key(outcome: &Outcome<'_>, bid: usize, place: Option<Place>) -> String {
    let own = &outcome.tender.bids[bid];
    let by_code = own.discounts.iter().find(|d| Some(d.place) == place);
    match by_code {
        Some(d) => format!("discounts.\"{}\"", d.codes),
        None => "discount".to_owned(),
    }
}

/// Whether the price is above the cap, and what follows.
fn cap(outcome: &Outcome<'_>, procedure: usize, unit: UnitPrice) -> Vec<Step> {
    let clause = Clause::UnitPrices(4);
    let Some(cap) = outcome.tender.cap else { return vec![Step::new(StepRule::NoCap, clause)] };
    let tariff = outcome.tender.tariffs[cap.tariff].id.as_str();
    let code = outcome.tender.procedures[procedure].code.as_str();
    let Some(price) = outcome.priced.prices.cap(procedure) else {
        return vec![Step::new(StepRule::NoCapPrice, clause).with("code", code).with("tariff", tariff)];
    };
    let of_cap = tariff_price(outcome, 0, cap.tariff, procedure);
    if !is_above_cap(unit, Some(price)) {
        let step = Step::new(StepRule::NotAboveCap, clause);
        return vec![step.with("cap", price).with("tariff", tariff).resting_on(of_cap)];
    }
    let excess = UnitPrice::from_ore(unit.ore() - price.ore()).unwrap_or_default();
    let above = Step::new(StepRule::AboveCap, clause)
        .with("cap", price)
        .with("tariff", tariff)
        .with("excess", excess)
        .resting_on(of_cap);
    let then = match (cap.above, outcome.priced.prices.days) {
        (AboveCap::RejectBid, _) => Step::new(StepRule::CapRejectsBid, clause),
        (AboveCap::RejectLine, _) => Step::new(StepRule::CapRejectsLine, clause),
        // day by day, in the steps of what is scored and paid
        (AboveCap::PayCapWhileInForce(_), _) if outcome.priced.prices.calendar.is_some() => {
            return vec![above];
        }
        (AboveCap::PayCapWhileInForce(_), Some(days)) => Step::new(StepRule::PaidWhileInForce, clause)
            .with("cap", price)
            .with("unit", unit)
            .with("in", days.in_force)
            .with("out", days.contract - days.in_force)
            .with("contract", days.contract),
        (AboveCap::PayCapWhileInForce(_), None) => return vec![above],
    };
    vec![above, then.at("at_cap", cap.place)]
}

/// Scored unit price, line, expected payment.
fn line(outcome: &Outcome<'_>, bid: usize, procedure: usize) -> Vec<Step> {
    let Some(figures) = line_of(outcome, bid, procedure, Percent::ZERO) else { return Vec::new() };
    let mut steps = vec![scored(outcome, &figures)];
    let place = outcome.tender.procedures[procedure].volume.place;
    steps.push(
        Step::new(StepRule::Line, Clause::UnitPrices(5))
            .with("result", figures.line)
            .with("scored", figures.scored)
            .with("volume", figures.volume)
            .at("at_volume", place),
    );
    steps.push(match &outcome.priced.prices.calendar {
        None => payment(outcome, &figures),
        Some(calendar) => payment_by_days(outcome, calendar, (bid, procedure), &figures),
    });
    let lot = outcome.priced.lot_of[procedure];
    if let Some(discount) = discount_won(outcome, bid, lot)
        && let Some(won) = line_of(outcome, bid, procedure, discount)
    {
        steps.push(
            Step::new(StepRule::LineWithCombination, Clause::UnitPrices(3))
                .with("discount", discount)
                .with("unit", won.unit)
                .with("scored", won.scored)
                .with("result", won.line)
                .with("payment", won.payment)
                .resting_on(rounded(less(figures.unit, discount), won.unit, Clause::UnitPrices(3))),
        );
    }
    steps
}

fn scored(outcome: &Outcome<'_>, figures: &Line) -> Step {
    let clause = Clause::UnitPrices(4);
    let step = |rule| Step::new(rule, clause).with("result", figures.scored);
    if let Some(calendar) = &outcome.priced.prices.calendar {
        return match cap_effect(outcome) {
            CapEffect::PaysCapWhileInForce { scored: ScoredPrice::TimeWeighted, .. } => {
                step(StepRule::ScoredDayByDay).with("contract", calendar.contract.days())
            }
            CapEffect::PaysCapWhileInForce { scored: ScoredPrice::Capped, .. } if figures.is_above_cap() => {
                step(StepRule::ScoredCapped)
            }
            _ => step(StepRule::ScoredOnFirstDay).with("from", calendar.contract.from),
        };
    }
    let (CapEffect::PaysCapWhileInForce { scored, days }, Some(cap), true) =
        (cap_effect(outcome), figures.cap, figures.is_above_cap())
    else {
        return step(StepRule::ScoredAsOffered);
    };
    match scored {
        ScoredPrice::Bid => step(StepRule::ScoredAsBid),
        ScoredPrice::Capped => step(StepRule::ScoredCapped),
        ScoredPrice::TimeWeighted => {
            let (d_in, all) = (i128::from(days.in_force), i128::from(days.contract));
            let sum = i128::from(cap.ore()) * d_in + i128::from(figures.unit.ore()) * (all - d_in);
            let exact = Ratio::new(sum, all * 100).unwrap_or(Ratio::ZERO);
            step(StepRule::ScoredTimeWeighted)
                .with("cap", cap)
                .with("unit", figures.unit)
                .with("in", days.in_force)
                .with("out", days.contract - days.in_force)
                .with("contract", days.contract)
                .resting_on(rounded(exact, figures.scored, clause))
        }
    }
}

fn payment(outcome: &Outcome<'_>, figures: &Line) -> Step {
    let step = |rule| {
        Step::new(rule, Clause::UnitPrices(6))
            .with("result", figures.payment)
            .with("unit", figures.unit)
            .with("volume", figures.volume)
    };
    match (cap_effect(outcome), figures.cap) {
        (CapEffect::PaysCapWhileInForce { days, .. }, Some(cap)) if figures.is_above_cap() => {
            step(StepRule::PaymentWeightedByDays)
                .with("cap", cap)
                .with("in", days.in_force)
                .with("out", days.contract - days.in_force)
                .with("contract", days.contract)
        }
        _ => step(StepRule::PaymentOfLine),
    }
}

/// Why a procedure is not offered.
fn not_offered(outcome: &Outcome<'_>, bid: usize, procedure: usize, why: NotOffered) -> Step {
    let tender = outcome.tender;
    let own = &tender.bids[bid];
    let named = |rule| {
        Step::new(rule, Clause::UnitPrices(2)).with("code", tender.procedures[procedure].code.as_str())
    };
    match why {
        NotOffered::Named => named(StepRule::NotOffered).at("at_bid", own.place),
        NotOffered::NotRegistered => named(StepRule::NotRegistered).at("at_bid", own.place),
        NotOffered::NothingStated => named(StepRule::NothingStated).at("at_bid", own.place),
        NotOffered::RequirementUnmet(requirement) => {
            let requirement = requirement as usize;
            let priced = &outcome.priced;
            let place = priced.requirements.judged_at(bid, requirement, priced.lot_of[procedure]);
            let step = named(StepRule::RequirementUnmet)
                .with("requirement", tender.requirements[requirement].id.as_str());
            step.at("at_assessment", place.unwrap_or(tender.requirements[requirement].place))
        }
    }
}

/// What a missing procedure means: the bid is inadmissible on the lot, or it counts at the fallback.
fn missing(outcome: &Outcome<'_>, bid: usize, procedure: usize) -> Vec<Step> {
    let lot = outcome.priced.lot_of[procedure];
    let rules = &outcome.tender.award;
    if outcome.admitted.bids[bid].lots[lot].figures().is_some() {
        let cost = fallback_cost(outcome, procedure);
        let step = Step::new(StepRule::PricedAtFallback, Clause::Admissibility);
        let step = match cost.figure("result") {
            Some(result) => step.with("result", result.clone()),
            None => step,
        };
        return vec![step.at("at_award", rules.place).resting_on([cost])];
    }
    let id = outcome.tender.structures[outcome.structure].lots[lot].id.as_str();
    let mut steps = Vec::new();
    if outcome.admitted.bids[bid].lots[lot] != LotBid::NotBid {
        let step = Step::new(StepRule::MissingRejects, Clause::Admissibility).with("lot", id);
        steps.push(step.at("at_award", rules.place));
    }
    if matches!(rules.missing, Missing::PriceAtFallback { .. }) {
        steps.push(fallback_cost(outcome, procedure));
    }
    steps
}

/// The factor by which adjustments have moved a price, and a step for each adjustment in it.
struct PriceMovement {
    factor: Ratio,
    steps: Vec<Step>,
}

/// What moves a price stated in kroner; `None` where nothing does.
fn price_movement(outcome: &Outcome<'_>, stage: usize) -> Option<PriceMovement> {
    let factor = &outcome.priced.prices.calendar.as_ref()?.stages.get(stage)?.prices;
    movement(outcome, stage, factor, &|a| a.prices)
}

/// What moves a price with a discount beyond what moves its base; `None` where nothing does.
fn discount_movement(outcome: &Outcome<'_>, stage: usize) -> Option<PriceMovement> {
    let factor = &outcome.priced.prices.calendar.as_ref()?.stages.get(stage)?.discounts;
    let base = outcome.tender.pricing.discount_base.map(|base| outcome.tender.listed_base(base));
    movement(outcome, stage, factor, &|a| a.prices && base.is_none_or(|base| !a.tariffs.contains(&base)))
}

/// What moves a listed tariff; `None` where nothing does.
fn tariff_movement(outcome: &Outcome<'_>, stage: usize, tariff: usize) -> Option<PriceMovement> {
    let factor = outcome.priced.prices.calendar.as_ref()?.stages.get(stage)?.tariffs.get(tariff)?;
    movement(outcome, stage, factor, &|a| a.tariffs.contains(&tariff))
}

fn movement(
    outcome: &Outcome<'_>,
    stage: usize,
    factor: &Factor,
    moves: &dyn Fn(&PriceAdjustment) -> bool,
) -> Option<PriceMovement> {
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
    (!steps.is_empty()).then(|| PriceMovement { factor: factor.exact().clone(), steps })
}

/// What is paid for a line where prices change over the contract: on each stretch of days the unit price, or the cap. The steps
/// that derive a price are beneath the first stretch with that price.
fn payment_by_days(
    outcome: &Outcome<'_>,
    calendar: &Calendar,
    (bid, procedure): (usize, usize),
    figures: &Line,
) -> Step {
    let mut derived: Vec<(usize, bool)> = Vec::new();
    let segments = stretches(outcome, calendar).into_iter().filter_map(|segment| {
        let of = (segment.stage, segment.cap_in_force);
        let step = paid_on(outcome, &segment, (bid, procedure), calendar.contract.days())?;
        if derived.contains(&of) {
            return Some(step);
        }
        derived.push(of);
        let is_first_day = segment.stage == 0;
        let unit = outcome.priced.line_rule().unit_at(segment.stage, bid, procedure, Percent::ZERO);
        // the price of the first day was derived already
        let of_unit =
            (!is_first_day).then(|| origin_at(outcome, segment.stage, bid, procedure, unit)).flatten();
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

/// The segments of the calendar, merged where they differ in the fallback tariff alone.
fn stretches(outcome: &Outcome<'_>, calendar: &Calendar) -> Vec<Segment> {
    let pays_cap = matches!(outcome.priced.line_rule().effect(), CapEffect::PaysCapWhileInForce { .. });
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

/// How a tariff comes to its price for a procedure in a stage of the calendar: listed, perhaps adjusted, or derived, each
/// step of a chain beneath the other.
fn tariff_price(outcome: &Outcome<'_>, stage: usize, tariff: usize, procedure: usize) -> Option<Step> {
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
            Some(match tariff_movement(outcome, stage, tariff) {
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
fn fallback_cost(outcome: &Outcome<'_>, procedure: usize) -> Step {
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

/// The line of a procedure at a discount, by the function that priced the bid; `None` where the bid has no unit price for it.
pub(super) fn line_of(
    outcome: &Outcome<'_>,
    bid: usize,
    procedure: usize,
    discount: Percent,
) -> Option<Line> {
    outcome.priced.line_rule().line(bid, procedure, discount)
}

fn cap_effect(outcome: &Outcome<'_>) -> CapEffect {
    outcome.priced.line_rule().effect()
}

/// The combination discount with which the bid wins the lot, if it wins it with one.
pub(crate) fn discount_won(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Option<Percent> {
    let award = outcome.award.lots.get(lot).filter(|l| l.winner == Some(bid) && l.tier > 0)?;
    outcome.admitted.bids[bid].tiers.get(award.tier).copied()
}
