//! A bid as a whole and on one lot: whether it is admissible, the lot price as the sum of its lines, and whether it wins, with
//! rank, distance and margin (`docs/reference/rules.md`, "What every bidder is told").

use super::{
    Clause, Step, StepRule, could_not_win_at_any_price,
    evaluation::deciding_figure,
    unit_price::{discount_won, line_of},
};
use crate::{
    admission::{Finding, LotBid},
    award::{AwardCount, Solved},
    evaluation::EvaluatedResult,
    number::{Money, Percent},
    outcome::{AwardStatus, Outcome},
    tender::Severity,
};

/// The bid as a whole, with one line for each lot.
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
            .resting_on(findings_as_steps(findings.iter().filter(|f| f.lot.is_none()))),
    ];
    steps.extend((0..lots.len()).map(|lot| lot_summary(outcome, bid, lot)));
    steps
}

/// Findings as steps.
pub(super) fn findings_as_steps<'f>(findings: impl Iterator<Item = &'f Finding>) -> Vec<Step> {
    let one = |f: &Finding| Step {
        finding: Some(f.clone()),
        ..Step::new(StepRule::Finding, Clause::Admissibility)
    };
    findings.map(one).collect()
}

fn lot_summary(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Step {
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
    step.resting_on(standing(outcome, bid, lot).into_iter().take(1))
        .resting_on(with_combination(outcome, bid, lot))
}

/// Why the bid is not evaluated on a lot.
fn not_evaluated(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Step {
    let id = outcome.tender.structures[outcome.structure].lots[lot].id.as_str();
    if outcome.admitted.bids[bid].lots[lot] == LotBid::NotBid {
        return Step::new(StepRule::LotNotBid, Clause::Admissibility).with("lot", id);
    }
    let errors = outcome.bid_findings[bid]
        .iter()
        .filter(|f| f.severity == Severity::Error && f.lot.is_none_or(|l| l == lot));
    Step::new(StepRule::LotInadmissible, Clause::Admissibility)
        .with("lot", id)
        .resting_on(findings_as_steps(errors))
}

/// Whether a lot price is derived down to its lines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum LotDepth {
    /// Each line is a step beneath the lot price.
    Lines,
    /// The lines are reported elsewhere.
    Totals,
}

/// Everything about a bid on a lot.
pub(super) fn lot(outcome: &Outcome<'_>, bid: usize, lot: usize, depth: LotDepth) -> Vec<Step> {
    if outcome.evaluated.lots[lot].bids[bid].is_none() {
        let mut steps = vec![not_evaluated(outcome, bid, lot)];
        // a bid that was rejected in the evaluation still has a lot price
        steps.extend(price(outcome, bid, lot, depth));
        return steps;
    }
    let mut steps = price(outcome, bid, lot, depth);
    steps.extend(with_combination(outcome, bid, lot).map(|step| match depth {
        LotDepth::Lines => step.resting_on(lines_with_combination(outcome, bid, lot)),
        LotDepth::Totals => step,
    }));
    steps.extend(deciding_figure(outcome, bid, lot));
    steps.extend(standing(outcome, bid, lot));
    let remarks = outcome.bid_findings[bid]
        .iter()
        .filter(|f| f.severity != Severity::Error && f.lot == Some(lot) && f.procedure.is_none());
    steps.extend(findings_as_steps(remarks));
    steps
}

/// Lot price, expected payment, what is bought elsewhere.
fn price(outcome: &Outcome<'_>, bid: usize, lot: usize, depth: LotDepth) -> Vec<Step> {
    let Some(figures) = outcome.admitted.bids[bid].lots[lot].figures().and_then(|f| f.first()) else {
        return Vec::new();
    };
    let procedures = &outcome.tender.structures[outcome.structure].lots[lot].procedures;
    let lines: Vec<Step> = match depth {
        LotDepth::Lines => procedures.iter().map(|&p| line(outcome, bid, p, Percent::ZERO)).collect(),
        LotDepth::Totals => Vec::new(),
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
fn with_combination(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Option<Step> {
    let discount = discount_won(outcome, bid, lot)?;
    let award = outcome.award.lots.get(lot)?;
    Some(
        Step::new(StepRule::LotWithCombination, Clause::UnitPrices(3))
            .with("discount", discount)
            .with("result", award.price?)
            .with("payment", award.expected_payment?),
    )
}

/// The position of the bid on the lot: first whether it wins, then by how much.
fn standing(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Vec<Step> {
    let own = &outcome.standings[bid][lot];
    let several = outcome.tender.award.suppliers_per_lot > 1;
    let mut steps = vec![whether_it_wins(outcome, bid, lot)];
    if let Some(rank) = own.rank {
        let of = outcome.evaluated.lots[lot].bids.iter().flatten().count();
        steps.push(Step::new(StepRule::Rank, Clause::EveryBidder).with("rank", rank).with("of", of));
    }
    let award = outcome.award.lots.get(lot);
    if let Some(award) = award.filter(|a| a.winner == Some(bid)) {
        let step = |rule| Step::new(rule, Clause::EveryBidder);
        match award.margin {
            Some(margin) => steps.push(step(StepRule::Margin).with("result", margin)),
            None if !several && !outcome.tender.evaluation.highest_wins() => {
                steps.push(step(StepRule::MarginNone));
            }
            None => {}
        }
    }
    if !own.blocked_by.is_empty() {
        steps.push(Step {
            blocked_by: own.blocked_by.clone(),
            ..Step::new(StepRule::Blocked, Clause::EveryBidder)
        });
    }
    if let Some(distance) = own.distance {
        let combined = outcome.admitted.bids[bid].tiers.len() > 1;
        let rule = match (several, combined) {
            (true, _) => StepRule::DistanceToPlace,
            (false, true) => StepRule::DistanceBetweenAwards,
            (false, false) => StepRule::Distance,
        };
        let step = Step::new(rule, Clause::EveryBidder).with("result", distance);
        let hopeless = could_not_win_at_any_price(outcome, bid, lot)
            .then(|| Step::new(StepRule::NotAtAnyPrice, Clause::EveryBidder));
        steps.push(step.resting_on(hopeless));
    }
    steps
}

fn whether_it_wins(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Step {
    let award = outcome.award.lots.get(lot);
    let id = outcome.tender.structures[outcome.structure].lots[lot].id.as_str();
    let step = |rule| Step::new(rule, Clause::BestAward).with("lot", id);
    if award.is_some_and(|a| a.winner == Some(bid)) {
        return step(StepRule::Wins);
    }
    if let Some(supplier) = award.and_then(|a| a.suppliers.iter().find(|s| s.bidder == bid)) {
        return Step::new(StepRule::IsSupplier, Clause::SeveralSuppliers)
            .with("lot", id)
            .with("rank", supplier.rank)
            .with("volume", supplier.volume)
            .with("payment", supplier.expected_payment);
    }
    if let Some(winner) = award.and_then(|a| a.winner) {
        if let Some(n) = lost_a_tie(outcome, bid, lot) {
            let winner = outcome.tender.bids[winner].bidder.as_str();
            return step(StepRule::LosesTie).with("winner", winner).with("n", n);
        }
        return step(StepRule::Loses).with("winner", outcome.tender.bids[winner].bidder.as_str());
    }
    if outcome.award.tied.iter().any(|t| t.get(lot) == Some(&Some(bid))) {
        return step(StepRule::Ties);
    }
    let tied = outcome.award.tied.iter().any(|t| t.get(lot).copied().flatten().is_some());
    step(if tied { StepRule::NotAmongTied } else { StepRule::Unawarded })
}

/// How many awards were equally good, where the bid won the lot in some of them and the tie rules chose another.
fn lost_a_tie(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Option<String> {
    let (_, Solved::Found(solution)) = outcome.solved.as_ref()? else { return None };
    let wins_some = solution.standing.get(bid)?.get(lot)?.as_ref()?.wins_some;
    if !wins_some || outcome.award.status != AwardStatus::Awarded {
        return None;
    }
    match solution.count {
        AwardCount::Exactly(0 | 1) => None,
        AwardCount::Exactly(n) => Some(n.to_string()),
        AwardCount::AtLeast(n) => Some(format!("{n}+")),
    }
}
