//! The lot price as the sum of its lines; what is paid; what decides; how the bid stands.

use super::{
    Clause, Step, StepRule,
    bid::{not_evaluated, told},
    decided::decided,
    line::{discount_won, line_of},
    standing::standing,
};
use crate::{
    number::{Money, Percent},
    outcome::Outcome,
    tender::Severity,
};

/// Whether a lot price is derived down to its lines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    /// Each line is a step beneath the lot price.
    Told,
    /// The lines are told elsewhere.
    Elsewhere,
}

/// Everything about a bid on a lot.
pub(super) fn lot(outcome: &Outcome<'_>, bid: usize, lot: usize, lines: Lines) -> Vec<Step> {
    if outcome.evaluated.lots[lot].bids[bid].is_none() {
        let mut steps = vec![not_evaluated(outcome, bid, lot)];
        // a bid that fell in the evaluation has a lot price all the same
        steps.extend(price(outcome, bid, lot, lines));
        return steps;
    }
    let mut steps = price(outcome, bid, lot, lines);
    steps.extend(with_combination(outcome, bid, lot).map(|step| match lines {
        Lines::Told => step.resting_on(lines_with_combination(outcome, bid, lot)),
        Lines::Elsewhere => step,
    }));
    steps.extend(decided(outcome, bid, lot));
    steps.extend(standing(outcome, bid, lot));
    let remarks = outcome.bid_findings[bid]
        .iter()
        .filter(|f| f.severity != Severity::Error && f.lot == Some(lot) && f.procedure.is_none());
    steps.extend(told(remarks));
    steps
}

/// Lot price, expected payment, what is bought elsewhere.
fn price(outcome: &Outcome<'_>, bid: usize, lot: usize, lines: Lines) -> Vec<Step> {
    let Some(figures) = outcome.admitted.bids[bid].lots[lot].figures().and_then(|f| f.first()) else {
        return Vec::new();
    };
    let procedures = &outcome.tender.structures[outcome.structure].lots[lot].procedures;
    let lines: Vec<Step> = match lines {
        Lines::Told => procedures.iter().map(|&p| line(outcome, bid, p, Percent::ZERO)).collect(),
        Lines::Elsewhere => Vec::new(),
    };
    let id = outcome.tender.structures[outcome.structure].lots[lot].id.as_str();
    let mut steps = vec![
        Step::new(StepRule::LotPrice, Clause::UnitPrices(5))
            .with("result", figures.price)
            .with("lines", procedures.len())
            .with("lot", id)
            .resting_on(lines),
        Step::new(StepRule::ExpectedPayment, Clause::UnitPrices(6)).with("result", figures.expected_payment),
    ];
    if figures.elsewhere != Money::ZERO {
        let step = Step::new(StepRule::Elsewhere, Clause::Admissibility);
        steps.push(step.with("result", figures.elsewhere));
    }
    steps
}

/// One line: with its unit price, or at the fallback.
fn line(outcome: &Outcome<'_>, bid: usize, procedure: usize, discount: Percent) -> Step {
    let own = &outcome.tender.procedures[procedure];
    let clause = Clause::UnitPrices(5);
    match line_of(outcome, bid, procedure, discount) {
        Some(figures) => Step::new(StepRule::LotLine, clause)
            .with("code", own.code.as_str())
            .with("unit", figures.unit)
            .with("scored", figures.scored)
            .with("volume", figures.volume)
            .with("result", figures.line)
            .with("payment", figures.payment),
        None => Step::new(StepRule::LotLineAtFallback, Clause::UnitPrices(7))
            .with("code", own.code.as_str())
            .with("volume", outcome.priced.prices.volumes[procedure])
            .with("result", outcome.priced.prices.fallback[procedure].unwrap_or_default()),
    }
    .at("at_volume", own.volume.place)
}

/// The lines of the award, where the bid wins with a combination discount.
fn lines_with_combination(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Vec<Step> {
    let discount = discount_won(outcome, bid, lot).unwrap_or(Percent::ZERO);
    let procedures = &outcome.tender.structures[outcome.structure].lots[lot].procedures;
    procedures.iter().map(|&p| line(outcome, bid, p, discount)).collect()
}

/// The figures of the award, where the bid wins with a combination discount.
pub(super) fn with_combination(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Option<Step> {
    let discount = discount_won(outcome, bid, lot)?;
    let award = outcome.award.lots.get(lot)?;
    Some(
        Step::new(StepRule::LotWithCombination, Clause::UnitPrices(3))
            .with("discount", discount)
            .with("result", award.price?)
            .with("payment", award.expected_payment?),
    )
}
