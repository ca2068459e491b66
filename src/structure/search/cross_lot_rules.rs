//! Groupings where rules tie lots together: capacity, limits on lots and suppliers, discounts for several lots.

use std::collections::BTreeMap;

use super::{
    BestGrouping, Blocks, LotGroup, SearchError, SearchOptions,
    group_costs::{GroupTable, KNOWN, UNKNOWN},
    partitions::{Layers, best_groupings},
    times,
};
use crate::{
    admission::admit_bids,
    award::{
        AwardProblem, BidderSide, Demands, LotSide, Solution, Solved, Tier, TierCondition, Unawarded, solve,
    },
    evaluation::evaluate_bids,
    number::{Money, Overflow, Percent},
    outcome::{EvaluatedTender, Evaluation, OutcomeError, award_problem},
    pricing::{Overlay, price_bids},
    tender::{Bid, CombinationCondition, Condition, Tender},
};

/// The rules that apply in every grouping: those of the blocks' structure, and what bids state for any structure.
pub(super) struct Conditions {
    max_lots_per_bidder: Option<usize>,
    min_suppliers: Option<usize>,
    max_suppliers: Option<usize>,
    /// By bid: its own most lots.
    max_lots: Vec<Option<usize>>,
    /// By bid and tier: when it applies.
    tiers: Vec<Vec<Tier>>,
    any_capacity: bool,
    /// Whether bids state conditions for the blocks' structure alone. They apply in the grouping that is that structure.
    pub(super) own_structure: bool,
}

impl Conditions {
    pub(super) fn new(tender: &Tender, blocks: &Blocks, table: &GroupTable) -> Self {
        let structure = &tender.structures[blocks.structure];
        let invited = |c| structure.bidders_may.contains(&c);
        let whole = |n: Option<u32>| n.map(|n| n as usize);
        let tiers = tender.bids.iter().zip(&table.figures.bids).map(|(b, f)| tiers(b, &f.tiers)).collect();
        let max_lots = |b: &Bid| b.max_lots.filter(|_| invited(Condition::MaxLots)).map(|(n, _)| n as usize);
        let own = |b: &Bid| {
            let together = b.only_together.iter().any(|o| o.structure == blocks.structure);
            invited(Condition::Combination) && !b.combinations.is_empty()
                || invited(Condition::OnlyTogether) && together
        };
        Conditions {
            max_lots_per_bidder: whole(structure.max_lots_per_bidder),
            min_suppliers: whole(structure.min_suppliers),
            max_suppliers: whole(structure.max_suppliers),
            max_lots: tender.bids.iter().map(max_lots).collect(),
            tiers,
            any_capacity: table.figures.bids.iter().any(|b| b.capacity.is_some()),
            own_structure: tender.bids.iter().any(own),
        }
    }

    /// Whether any rule ties lots together.
    pub(super) fn tie_lots(&self) -> bool {
        self.max_lots_per_bidder.is_some()
            || self.min_suppliers.is_some_and(|n| n > 1)
            || self.max_suppliers.is_some()
            || self.any_capacity
            || self.max_lots.iter().any(Option::is_some)
            || self.tiers.iter().any(|t| t.len() > 1)
    }
}

fn tiers(bid: &Bid, percents: &[Percent]) -> Vec<Tier> {
    let mut tiers: Vec<Tier> = percents.iter().map(|_| Tier::default()).collect();
    for combination in bid.combinations.iter().filter(|c| c.structure.is_none()) {
        let at = percents.binary_search(&combination.discount).unwrap_or(0);
        let condition = match combination.condition {
            CombinationCondition::MinLots(n) => TierCondition::AtLeast(n as usize),
            // completed when the number of lots is known
            CombinationCondition::AllLots => TierCondition::AllOf(Vec::new()),
            CombinationCondition::Lots(_) => continue,
        };
        if at > 0 {
            tiers[at].conditions.push(condition);
        }
    }
    tiers
}

/// What rules across lots leave of the cost table: no group costs less, whoever gets it or nobody.
pub(super) fn lower_bounds(table: &GroupTable) -> Vec<i64> {
    let bound = |(mask, cost): (usize, &i64)| {
        let fallback = u32::try_from(mask).ok().and_then(|m| table.fallback(m));
        if *cost >= KNOWN { UNKNOWN } else { fallback.map_or(*cost, |f| f.min(*cost)) }
    };
    table.cost.iter().enumerate().map(bound).collect()
}

/// A grouping, solved.
struct SolvedGrouping {
    total: i64,
    groups: Vec<LotGroup>,
}

/// Everything that solving a grouping needs.
pub(super) struct RuledSearch<'a> {
    pub(super) tender: &'a Tender,
    pub(super) blocks: &'a Blocks,
    pub(super) table: &'a GroupTable,
    pub(super) conditions: &'a Conditions,
    pub(super) options: &'a SearchOptions,
}

impl RuledSearch<'_> {
    /// The best grouping with `lots` lots: groupings are solved in the order of their lower bounds.
    pub(super) fn best(
        &self,
        bounds: &[i64],
        layers: &Layers,
        lots: usize,
    ) -> Result<BestGrouping, SearchError> {
        let within = i64::try_from(self.options.within.ore()).unwrap_or(KNOWN);
        let mut solved: BTreeMap<Vec<u32>, Option<SolvedGrouping>> = BTreeMap::new();
        let (mut best, mut bound, mut proven, mut counted) = (i64::MAX, i64::MAX, false, false);
        let mut wanted = 64.min(self.options.work_limit.max(1));
        loop {
            let found = best_groupings(bounds, layers, lots, wanted);
            let exhausted = found.len() < wanted;
            for (lowest, groups) in &found {
                bound = *lowest;
                proven = bound >= best;
                counted = proven && bound > best.saturating_add(within);
                if counted {
                    break;
                }
                if !solved.contains_key(groups) {
                    let one = self.solve(groups)?;
                    best = best.min(one.as_ref().map_or(i64::MAX, |s| s.total));
                    solved.insert(groups.clone(), one);
                }
            }
            proven |= exhausted;
            counted |= exhausted;
            if counted || wanted >= self.options.work_limit {
                break;
            }
            wanted = (wanted * 8).min(self.options.work_limit);
        }
        let mut known: Vec<(Vec<u32>, SolvedGrouping)> =
            solved.into_iter().filter_map(|(g, s)| Some((g, s?))).collect();
        known.sort_by(|a, b| (a.1.total, &a.0).cmp(&(b.1.total, &b.0)));
        let near = known.iter().filter(|(_, s)| s.total <= best.saturating_add(within)).count() as u64;
        let mut known = known.into_iter();
        let Some((_, first)) = known.next() else {
            return Ok(BestGrouping { proven, ..BestGrouping::none(lots) });
        };
        let contracts = first.groups.iter().filter(|g| g.winner.is_some()).count();
        Ok(BestGrouping {
            lots,
            total: Some(Money::from_ore(first.total.into())),
            contract_costs: times(self.options.cost_per_contract, contracts),
            groups: first.groups,
            proven,
            bound: (!proven).then(|| Money::from_ore(bound.into())),
            within: counted.then_some(near),
            next: known
                .take(self.options.list.saturating_sub(1))
                .map(|(groups, s)| {
                    (
                        Money::from_ore(s.total.into()),
                        groups.iter().map(|&m| self.blocks.of_mask(m)).collect(),
                    )
                })
                .collect(),
        })
    }

    /// The award problem of a grouping.
    fn problem(&self, groups: &[u32]) -> Result<AwardProblem, SearchError> {
        let lots: Option<Vec<LotSide>> = groups
            .iter()
            .map(|&g| {
                Some(LotSide { fallback: self.table.fallback(g)?.into(), volume: self.table.volume(g) })
            })
            .collect();
        let overhead = i128::from(self.table.overhead);
        let side = |bid: usize| {
            let cost = |&g: &u32| {
                let prices = self.table.prices(bid, g)?;
                Some(prices.into_iter().map(|p| i128::from(p) + overhead).collect())
            };
            let mut tiers = self.conditions.tiers[bid].clone();
            for condition in tiers.iter_mut().flat_map(|t| &mut t.conditions) {
                if let TierCondition::AllOf(all) = condition {
                    *all = (0..groups.len()).collect();
                }
            }
            BidderSide {
                costs: groups.iter().map(cost).collect(),
                tiers,
                max_lots: self.conditions.max_lots[bid],
                capacity: self.table.figures.bids[bid].capacity,
                only_together: Vec::new(),
            }
        };
        Ok(AwardProblem {
            lots: lots.ok_or(SearchError::NoFallback)?,
            bidders: (0..self.tender.bids.len()).map(side).collect(),
            max_lots_per_bidder: self.conditions.max_lots_per_bidder,
            min_suppliers: self.conditions.min_suppliers.map(|n| n.min(groups.len())),
            max_suppliers: self.conditions.max_suppliers,
            unawarded: if self.table.if_cheaper { Unawarded::IfCheaper } else { Unawarded::FewestFirst },
            ties: Vec::new(),
        })
    }

    fn solve(&self, groups: &[u32]) -> Result<Option<SolvedGrouping>, SearchError> {
        let problem = self.problem(groups)?;
        let Solved::Found(solution) = solve(&problem, Demands::default()).map_err(OutcomeError::from)? else {
            return Ok(None);
        };
        let shown = |(lot, &mask): (usize, &u32)| {
            let (winner, tied) = winners(&solution, lot);
            LotGroup {
                blocks: self.blocks.of_mask(mask),
                price: price_of(&problem, &solution, lot, self.table.overhead.into()),
                winner,
                tied,
                bidders: self.table.admissible(mask),
            }
        };
        let groups = groups.iter().enumerate().map(shown).collect();
        Ok(Some(SolvedGrouping { total: i64::try_from(solution.total).map_err(|_| Overflow)?, groups }))
    }
}

/// Who wins a lot in the first of the best awards, and all who win it in one of those listed.
fn winners(solution: &Solution, lot: usize) -> (Option<usize>, Vec<usize>) {
    let mut all: Vec<usize> = solution.left.iter().filter_map(|a| a[lot]).collect();
    all.sort_unstable();
    all.dedup();
    (solution.left.first().and_then(|a| a[lot]), all)
}

/// What a lot costs in the first of the best awards, without contract costs.
fn price_of(problem: &AwardProblem, solution: &Solution, lot: usize, overhead: i128) -> Option<Money> {
    let award = solution.left.first()?;
    let Some(winner) = award[lot] else { return Some(Money::from_ore(problem.lots[lot].fallback)) };
    let won: Vec<usize> = (0..award.len()).filter(|&l| award[l] == Some(winner)).collect();
    let tier = problem.bidders[winner].tier_of(&won);
    let costs = problem.offer(winner, lot)?;
    costs.get(tier).map(|c| Money::from_ore(c - overhead))
}

/// Every block a lot by itself is the blocks' structure, with all that bids state for it.
pub(super) fn as_the_structure_itself(
    tender: &Tender,
    overlay: &Overlay,
    blocks: &Blocks,
    table: &GroupTable,
    options: &SearchOptions,
) -> Result<BestGrouping, SearchError> {
    let lots = blocks.all.len();
    let masks: Vec<u32> = (0..lots).map(|u| 1 << u).collect();
    let too_few = |m: &&u32| table.admissible(**m) < options.min_bidders_per_lot;
    if masks.iter().any(|m| too_few(&m)) {
        return Ok(BestGrouping::none(lots));
    }
    let group = |lot: usize, winner, tied, price| LotGroup {
        blocks: vec![lot],
        winner,
        tied,
        price,
        bidders: table.admissible(masks[lot]),
    };
    let (total, groups): (Option<Money>, Vec<LotGroup>) = if table.scores() {
        let award = Evaluation::of(tender).structure(blocks.structure).overlay(overlay).run()?.award;
        let one = |(l, a): (usize, &crate::outcome::AwardLot)| {
            group(l, a.winner, a.winner.into_iter().collect(), a.expected_payment)
        };
        let groups: Vec<LotGroup> = award.lots.iter().enumerate().map(one).collect();
        let contracts = groups.iter().filter(|g| g.winner.is_some()).count();
        let cost = award
            .expected_cost
            .map(|c| c.checked_add(times(options.cost_per_contract, contracts)))
            .transpose()?;
        (cost, groups)
    } else {
        let priced = price_bids(tender, blocks.structure, overlay)?;
        let admitted = admit_bids(&priced)?;
        let evaluated = evaluate_bids(tender, &admitted).map_err(OutcomeError::Model)?;
        let mut problem =
            award_problem(EvaluatedTender { priced: &priced, admitted: &admitted, evaluated: &evaluated })?;
        for cost in problem.bidders.iter_mut().flat_map(|b| &mut b.costs).flatten().flatten() {
            *cost += options.cost_per_contract.ore();
        }
        let Solved::Found(solution) = solve(&problem, Demands::default()).map_err(OutcomeError::from)? else {
            return Ok(BestGrouping::none(lots));
        };
        let overhead = options.cost_per_contract.ore();
        let groups: Vec<LotGroup> = (0..lots)
            .map(|l| {
                let (winner, tied) = winners(&solution, l);
                group(l, winner, tied, price_of(&problem, &solution, l, overhead))
            })
            .collect();
        let unknown =
            groups.iter().enumerate().any(|(l, g)| g.winner.is_none() && admitted.fallback[l].is_none());
        ((!unknown).then(|| Money::from_ore(solution.total)), groups)
    };
    let contracts = groups.iter().filter(|g| g.winner.is_some()).count();
    Ok(match total {
        None => BestGrouping::none(lots),
        Some(total) => BestGrouping {
            lots,
            total: Some(total),
            contract_costs: times(options.cost_per_contract, contracts),
            groups,
            proven: true,
            bound: None,
            within: Some(1),
            next: Vec::new(),
        },
    })
}
