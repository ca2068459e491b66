//! One unit price, back to the lines of the file, and what it means for its line.

use super::{
    Clause, Step, StepRule, adjusted,
    fallback::{fallback_cost, tariff_price},
    line::{cap_effect, discount_won, line_of},
};
use crate::{
    number::{Percent, Ratio, UnitPrice},
    outcome::Outcome,
    pricing::{BidReader, CapEffect, Line, NoPrice, NotOffered, Offer, PriceOrigin, is_above_cap},
    tender::{AboveCap, Missing, Place, ScoredPrice},
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
    origin_in(outcome, 0, bid, procedure, unit)
}

/// The same in a stage of the calendar, with what adjusts the price there.
pub(super) fn origin_in(
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
        PriceOrigin::Explicit(price, place) => Some(match (unit, adjusted::stated(outcome, stage)) {
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
            let moved = adjusted::discounted(outcome, stage);
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
pub(super) fn rounded(exact: Ratio, result: UnitPrice, clause: Clause) -> Option<Step> {
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

/// What the cap says of the price, and what follows.
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
        Some(calendar) => adjusted::payment(outcome, calendar, (bid, procedure), &figures),
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
    if !outcome.admitted.bids[bid].lots[lot].eq(&crate::admission::LotBid::NotBid) {
        let step = Step::new(StepRule::MissingRejects, Clause::Admissibility).with("lot", id);
        steps.push(step.at("at_award", rules.place));
    }
    if matches!(rules.missing, Missing::PriceAtFallback { .. }) {
        steps.push(fallback_cost(outcome, procedure));
    }
    steps
}
