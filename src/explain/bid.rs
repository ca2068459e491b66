//! The bid as a whole: admissible or why not, each lot in a line.

use super::{Clause, Step, StepRule};
use crate::{
    admission::{Finding, LotBid},
    evaluation::EvaluatedResult,
    outcome::Outcome,
    tender::Severity,
};

/// The bid in all.
pub(super) fn whole_bid(outcome: &Outcome<'_>, bid: usize) -> Vec<Step> {
    let lots = &outcome.tender.structures[outcome.structure].lots;
    let findings = &outcome.bid_findings[bid];
    let on = (0..lots.len()).filter(|&l| outcome.evaluated.lots[l].bids[bid].is_some()).count();
    let rule = if on > 0 { StepRule::BidAdmissible } else { StepRule::BidInadmissible };
    let mut steps = vec![
        Step::new(rule, Clause::Admissibility)
            .with("lots", on)
            .with("all", lots.len())
            .at("at_bid", outcome.tender.bids[bid].place)
            .resting_on(told(findings.iter().filter(|f| f.lot.is_none()))),
    ];
    steps.extend((0..lots.len()).map(|lot| in_a_line(outcome, bid, lot)));
    steps
}

/// Findings as steps.
pub(super) fn told<'f>(findings: impl Iterator<Item = &'f Finding>) -> Vec<Step> {
    let one =
        |f: &Finding| Step { finding: Some(f.clone()), ..Step::new(StepRule::Told, Clause::Admissibility) };
    findings.map(one).collect()
}

fn in_a_line(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Step {
    let id = outcome.tender.structures[outcome.structure].lots[lot].id.as_str();
    let Some(evaluated) = &outcome.evaluated.lots[lot].bids[bid] else {
        return not_evaluated(outcome, bid, lot);
    };
    let figures = outcome.admitted.bids[bid].lots[lot].figures().and_then(|f| f.first());
    let price = figures.map(|f| f.price).unwrap_or_default();
    let rank = outcome.standings[bid][lot].rank.unwrap_or_default();
    let step = match &evaluated.result {
        EvaluatedResult::Price(tiers) => Step::new(StepRule::LotInALine, Clause::UnitPrices(5))
            .with("evaluated", tiers.first().copied().unwrap_or_default()),
        EvaluatedResult::Score { rounded, .. } => {
            Step::new(StepRule::LotInALineScored, Clause::EvaluationModels).with("score", rounded.clone())
        }
    };
    let step = step.with("lot", id).with("result", price).with("rank", rank);
    step.resting_on(super::standing::standing(outcome, bid, lot).into_iter().take(1))
        .resting_on(super::lot::with_combination(outcome, bid, lot))
}

/// Why the bid is not evaluated on a lot.
pub(super) fn not_evaluated(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Step {
    let id = outcome.tender.structures[outcome.structure].lots[lot].id.as_str();
    if outcome.admitted.bids[bid].lots[lot] == LotBid::NotBid {
        return Step::new(StepRule::LotNotBid, Clause::Admissibility).with("lot", id);
    }
    let errors = outcome.bid_findings[bid]
        .iter()
        .filter(|f| f.severity == Severity::Error && f.lot.is_none_or(|l| l == lot));
    Step::new(StepRule::LotInadmissible, Clause::Admissibility).with("lot", id).resting_on(told(errors))
}
