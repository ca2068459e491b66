//! Rank, distance, what stands in the way, margin (docs/reference/rules.md, "What every bidder is told").

use super::{Clause, Step, StepRule, could_not_win_at_any_price};
use crate::{
    award::{AwardCount, Solved},
    outcome::{AwardStatus, Outcome},
};

/// How the bid stands on the lot: whether it wins first, then by how much.
pub(super) fn standing(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Vec<Step> {
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
