//! From evaluated bids to the award problem in integers. Scores are made whole, so that the award can be decided in
//! integers too.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::ToPrimitive;

use super::EvaluatedTender;
use crate::{
    admission::AdmittedBids,
    award::{AwardProblem, BidderSide, LotSide, Solution, TieBreak, Tier, TierCondition, Unawarded},
    evaluation::{EvaluatedBids, EvaluatedResult},
    number::{Overflow, Ratio, Volume},
    pricing::PricedBids,
    tender::{CombinationCondition, Condition, TieRule, UnawardedRule},
};

/// Builds the table of integer costs and the rules, without the rules for ties: most awards have none to settle.
///
/// # Errors
/// [`Overflow`] where scores are too fine to be made whole while rules tie lots together.
pub fn award_problem(
    EvaluatedTender { priced, admitted, evaluated }: EvaluatedTender<'_>,
) -> Result<AwardProblem, Overflow> {
    let tender = priced.tender;
    let structure = &tender.structures[priced.structure];
    let scores = tender.evaluation.highest_wins();
    let lots: Vec<LotSide> = structure
        .lots
        .iter()
        .enumerate()
        .map(|(l, lot)| LotSide {
            fallback: if scores { 0 } else { admitted.fallback[l].map_or(0, |m| m.ore()) },
            volume: Volume::sum(lot.procedures.iter().map(|&p| priced.prices.volumes[p])).count(),
        })
        .collect();
    let costs = costs(priced, evaluated)?;
    let bidders =
        costs.into_iter().enumerate().map(|(b, costs)| bidder_side(priced, admitted, b, costs)).collect();
    let whole = |n: Option<u32>| n.map(|n| n as usize);
    Ok(AwardProblem {
        lots,
        bidders,
        max_lots_per_bidder: whole(structure.max_lots_per_bidder),
        min_suppliers: whole(structure.min_suppliers),
        max_suppliers: whole(structure.max_suppliers),
        unawarded: match tender.award.unawarded {
            UnawardedRule::IfNoAwardPossible => Unawarded::FewestFirst,
            UnawardedRule::IfCheaper => Unawarded::IfCheaper,
        },
        ties: Vec::new(),
    })
}

/// By bid, lot, tier.
type Table = Vec<Vec<Option<Vec<i128>>>>;

fn costs(priced: &PricedBids<'_>, evaluated: &EvaluatedBids) -> Result<Table, Overflow> {
    let bids = priced.tender.bids.len();
    let mut table: Table = vec![vec![None; evaluated.lots.len()]; bids];
    let structure = &priced.tender.structures[priced.structure];
    let mut scores: Vec<Vec<Option<Ratio>>> = vec![vec![None; bids]; evaluated.lots.len()];
    for (l, lot) in evaluated.lots.iter().enumerate() {
        let weight = structure.lots[l].weight.map_or(Ratio::ONE, Ratio::from);
        for (b, bid) in lot.bids.iter().enumerate() {
            match bid.as_ref().map(|e| &e.result) {
                None => {}
                Some(_) if !lot_capacity_suffices(priced, b, l) => {}
                Some(EvaluatedResult::Price(tiers)) => {
                    table[b][l] = Some(tiers.iter().map(|m| m.ore()).collect());
                }
                Some(EvaluatedResult::Score { rounded, .. }) => scores[l][b] = Some(rounded * &weight),
            }
        }
    }
    if priced.tender.evaluation.highest_wins() {
        let whole = costs_of_scores(&scores, !structure.has_cross_lot_rule()).ok_or(Overflow)?;
        for (l, lot) in whole.into_iter().enumerate() {
            for (b, cost) in lot.into_iter().enumerate() {
                table[b][l] = cost.map(|c| vec![c]);
            }
        }
    }
    Ok(table)
}

/// With one supplier for a lot, a bidder whose capacity for the lot is below the lot's full volume cannot take it.
pub fn lot_capacity_suffices(priced: &PricedBids<'_>, bid: usize, lot: usize) -> bool {
    let volumes = priced.tender.structures[priced.structure].lots[lot].procedures.iter();
    let volume = Volume::sum(volumes.map(|&p| priced.prices.volumes[p]));
    let own = &priced.tender.bids[bid].lot_capacities;
    own.iter().filter(|c| c.structure == priced.structure && c.lot == lot).all(|c| volume <= c.volume)
}

fn bidder_side(
    priced: &PricedBids<'_>,
    admitted: &AdmittedBids,
    bid: usize,
    costs: Vec<Option<Vec<i128>>>,
) -> BidderSide {
    let structure = &priced.tender.structures[priced.structure];
    let own = &priced.tender.bids[bid];
    let invited = |c| structure.bidders_may.contains(&c);
    let mut tiers: Vec<Tier> = admitted.bids[bid].tiers.iter().map(|_| Tier::default()).collect();
    if invited(Condition::Combination) {
        for combination in
            own.combinations.iter().filter(|c| c.structure.is_none_or(|s| s == priced.structure))
        {
            let tier = admitted.bids[bid].tiers.binary_search(&combination.discount).unwrap_or(0);
            if tier > 0 {
                tiers[tier].conditions.push(match &combination.condition {
                    CombinationCondition::MinLots(n) => TierCondition::AtLeast(*n as usize),
                    CombinationCondition::Lots(lots) => TierCondition::AllOf(lots.clone()),
                    CombinationCondition::AllLots => {
                        TierCondition::AllOf((0..structure.lots.len()).collect())
                    }
                });
            }
        }
    }
    BidderSide {
        costs,
        tiers,
        max_lots: own.max_lots.filter(|_| invited(Condition::MaxLots)).map(|(n, _)| n as usize),
        capacity: own.capacity.filter(|_| invited(Condition::Capacity)).map(|(v, _)| v.count()),
        only_together: if invited(Condition::OnlyTogether) {
            own.only_together
                .iter()
                .filter(|o| o.structure == priced.structure)
                .map(|o| o.lots.clone())
                .collect()
        } else {
            Vec::new()
        },
    }
}

/// The rules for ties in integers, where several awards are best. Only bids that win somewhere in one of them bear on it, so
/// only their figures are made whole.
///
/// # Errors
/// [`Overflow`] where the points of those bids are too fine to be made whole.
pub(super) fn tie_breaks(
    EvaluatedTender { priced, admitted, evaluated }: EvaluatedTender<'_>,
    problem: &AwardProblem,
    best: &Solution,
) -> Result<Vec<TieBreak>, Overflow> {
    let tender = priced.tender;
    tender
        .award
        .ties
        .iter()
        .map(|rule| {
            Ok(match rule {
                TieRule::FewerSuppliers => TieBreak::FewerSuppliers,
                TieRule::MoreSuppliers => TieBreak::MoreSuppliers,
                TieRule::LowerPrice => lower_price(admitted, problem),
                TieRule::Higher(criterion) => higher_points(priced, evaluated, problem, criterion, best)?,
                TieRule::EarlierReceived => {
                    let mut moments: Vec<_> = tender.bids.iter().filter_map(|b| b.received).collect();
                    moments.sort_unstable();
                    moments.dedup();
                    let place = |b: &crate::tender::Bid| {
                        b.received.map_or(moments.len(), |r| moments.partition_point(|m| *m < r)) as u32
                    };
                    TieBreak::LotByLot { place: tender.bids.iter().map(place).collect() }
                }
                TieRule::Draw => {
                    let place = |b: usize| tender.award.draw.iter().position(|&d| d == b).map(|at| at as u32);
                    TieBreak::Draw { place: (0..tender.bids.len()).map(place).collect() }
                }
            })
        })
        .collect()
}

/// `lower-price`: lot prices as awarded, unawarded lots at their fallback, unknown as 0.
fn lower_price(admitted: &AdmittedBids, problem: &AwardProblem) -> TieBreak {
    let value = problem
        .bidders
        .iter()
        .zip(&admitted.bids)
        .map(|(side, bid)| {
            let priced = |l: usize| Some(bid.lots[l].figures()?.iter().map(|f| f.price.ore()).collect());
            side.costs.iter().enumerate().map(|(l, cost)| cost.as_ref().and_then(|_| priced(l))).collect()
        })
        .collect();
    let unawarded = admitted.fallback.iter().map(|f| f.map_or(0, |m| m.ore())).collect();
    TieBreak::LowestSum { value, unawarded }
}

/// `higher:<criterion>`: the sum of points, a part's points weighted where the criterion has parts.
fn higher_points(
    priced: &PricedBids<'_>,
    evaluated: &EvaluatedBids,
    problem: &AwardProblem,
    criterion: &str,
    best: &Solution,
) -> Result<TieBreak, Overflow> {
    let model = &priced.tender.evaluation;
    let index = model.criteria.iter().position(|c| c.id == criterion).ok_or(Overflow)?;
    let bids = problem.bidders.len();
    let wins = |b: usize, l: usize| best.standing[b][l].as_ref().is_some_and(|s| s.wins_some);
    let points: Vec<Vec<Option<Ratio>>> = (0..problem.lots.len())
        .map(|l| {
            let of = |b: usize| match &evaluated.lots[l].bids[b] {
                Some(evaluated) if wins(b, l) => Some(points_of(model, evaluated, index)),
                // never in question: any figure will do
                Some(_) => Some(Ratio::ZERO),
                None => None,
            };
            (0..bids).map(of).collect()
        })
        .collect();
    let whole = costs_of_scores(&points, false).ok_or(Overflow)?;
    let value = (0..bids)
        .map(|b| {
            let tiers = problem.bidders[b].tiers.len();
            (0..problem.lots.len())
                .map(|l| problem.offer(b, l).and(whole[l][b]).map(|n| vec![n; tiers]))
                .collect()
        })
        .collect();
    Ok(TieBreak::LowestSum { value, unawarded: vec![0; problem.lots.len()] })
}

/// A criterion's points: a leaf's own, or the sum of its children's contributions, each rounded by the model's rule.
pub(super) fn points_of(
    model: &crate::tender::EvaluationModel,
    evaluated: &crate::evaluation::EvaluatedBid,
    criterion: usize,
) -> Ratio {
    if let Some(leaf) = evaluated.points.iter().find(|p| p.criterion == criterion) {
        return leaf.points.clone();
    }
    let children = model.criteria.iter().enumerate().filter(|(_, c)| c.parent == Some(criterion));
    children.fold(Ratio::ZERO, |sum, (child, c)| {
        let weight = c.weight.map_or(Ratio::ZERO, Ratio::from);
        let hundredth = Ratio::new(1, 100).unwrap_or(Ratio::ZERO);
        let part = (points_of(model, evaluated, child) * &weight) * &hundredth;
        let part = model.rounding.weighted.map_or(part.clone(), |d| part.rounded(d, model.rounding.mode));
        sum + &part
    })
}

/// Costs below this leave room for sums over any number of lots.
const ROOM: u32 = 96;

/// By lot and bid the cost of a score: lower is better. Exact multiples of the scores over one common denominator where
/// that fits machine integers. Where it does not, and each lot is decided by itself, places in the order of scores serve
/// as well: only the order on each lot matters then. `None` where neither will do.
pub(super) fn costs_of_scores(
    scores: &[Vec<Option<Ratio>>],
    lots_are_independent: bool,
) -> Option<Vec<Vec<Option<i128>>>> {
    over_one_denominator(scores).or_else(|| lots_are_independent.then(|| places(scores)))
}

fn over_one_denominator(scores: &[Vec<Option<Ratio>>]) -> Option<Vec<Vec<Option<i128>>>> {
    let mut denominator = BigInt::from(1);
    for score in scores.iter().flatten().flatten() {
        denominator = denominator.lcm(score.to_big().denom());
        if denominator.bits() > u64::from(ROOM) {
            return None;
        }
    }
    let whole = |score: &Ratio| {
        let big = score.to_big();
        let n = big.numer() * (&denominator / big.denom());
        (n.bits() <= u64::from(ROOM)).then(|| n.to_i128().map(|n| -n)).flatten()
    };
    scores
        .iter()
        .map(|lot| lot.iter().map(|s| s.as_ref().map_or(Some(None), |s| whole(s).map(Some))).collect())
        .collect()
}

fn places(scores: &[Vec<Option<Ratio>>]) -> Vec<Vec<Option<i128>>> {
    let place = |lot: &Vec<Option<Ratio>>| {
        let mut order: Vec<&Ratio> = lot.iter().flatten().collect();
        order.sort_unstable_by(|a, b| b.cmp(a));
        order.dedup();
        lot.iter().map(|s| s.as_ref().map(|s| order.partition_point(|o| *o > s) as i128)).collect()
    };
    scores.iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirds_become_whole() {
        let third = |n| Some(Ratio::new(n, 3).unwrap());
        let got =
            costs_of_scores(&[vec![third(1), None, third(2)], vec![Some(Ratio::whole(5))]], false).unwrap();
        assert_eq!(got, vec![vec![Some(-1), None, Some(-2)], vec![Some(-15)]]);
    }

    #[test]
    fn beyond_machine_integers_the_order_serves() {
        let fine = |n: i128| Some(Ratio::new(n, (1 << 120) + 1).unwrap());
        let scores = [vec![fine(7), fine(9), fine(7)]];
        assert_eq!(costs_of_scores(&scores, false), None);
        assert_eq!(costs_of_scores(&scores, true).unwrap(), vec![vec![Some(1), Some(0), Some(1)]]);
    }
}
