//! What every group of units costs by itself: the figures of each bid on each block, which add up to those of a group, and, where
//! the model is not the lowest price, the evaluation of each group as a lot.

use super::{Blocks, LotGroup, MOST_EVALUATED_BLOCKS, SearchError, SearchOptions};
use crate::{
    admission::{AdmittedBids, FindingCode, LotBid, LotFigures, admit_bids},
    evaluation::{EvaluatedResult, LotEntry, LotField, PreparedModel, lot_field},
    number::{Money, Overflow, Percent, Ratio, Volume},
    outcome::OutcomeError,
    pricing::{Overlay, PricedBids, price_bids},
    tender::{
        AssessmentScope, CombinationCondition, Condition, MissingRule, ModelKind, Place, Severity, Tender,
        UnawardedRule,
    },
};

/// A group that is not allowed, or whose cost is unknown. Larger than any sum of known costs by far.
pub(super) const UNKNOWN: i64 = 1 << 61;
/// Below this a sum is known.
pub(super) const KNOWN: i64 = 1 << 60;

/// The cost of every group, by the set of its units as bits.
pub(super) struct GroupTable {
    /// The lowest that a group can cost, contract costs included: its own lowest price, or the fallback. Where rules tie
    /// lots together this is a lower bound.
    pub(super) cost: Vec<i64>,
    pub(super) figures: BlockFigures,
    /// Where the model is not the lowest price: by group and bid.
    evaluated: Option<EvaluatedGroups>,
    pub(super) overhead: i64,
    min_bidders: usize,
    /// Whether a group goes to nobody where that is cheaper.
    pub(super) if_cheaper: bool,
}

impl GroupTable {
    pub(super) fn new(
        tender: &Tender,
        overlay: &Overlay,
        blocks: &Blocks,
        options: &SearchOptions,
    ) -> Result<Self, SearchError> {
        let (figures, admitted) = BlockFigures::new(tender, overlay, blocks)?;
        let units = blocks.units.len();
        let evaluated = if tender.evaluation.kind == ModelKind::LowestPrice {
            None
        } else if units > MOST_EVALUATED_BLOCKS {
            return Err(SearchError::TooManyBlocks(units, MOST_EVALUATED_BLOCKS));
        } else {
            Some(EvaluatedGroups::new(tender, overlay, blocks, &figures, &admitted)?)
        };
        let overhead = i64::try_from(options.cost_per_contract.ore()).ok().filter(|o| o.abs() < KNOWN >> 8);
        let mut table = GroupTable {
            cost: vec![UNKNOWN; 1 << units],
            figures,
            evaluated,
            overhead: overhead.ok_or(Overflow)?,
            min_bidders: options.min_bidders_per_lot,
            if_cheaper: tender.award.unawarded == UnawardedRule::IfCheaper,
        };
        table.fill(units);
        Ok(table)
    }

    /// Whether the model scores; costs are then expected costs.
    pub(super) fn scores(&self) -> bool {
        self.evaluated.as_ref().is_some_and(|e| e.scores)
    }

    fn fill(&mut self, units: usize) {
        let mut bidders = if self.min_bidders > 0 { vec![0_u32; 1 << units] } else { Vec::new() };
        let mut cost = std::mem::take(&mut self.cost);
        if self.evaluated.is_some() {
            for mask in 1..1_u32 << units {
                let able = (0..self.figures.bids.len()).filter_map(|b| self.price(b, mask));
                cost[mask as usize] = able.min().map_or(UNKNOWN, |c| c.saturating_add(self.overhead));
                if let Some(n) = bidders.get_mut(mask as usize) {
                    *n = u32::try_from(self.admissible(mask)).unwrap_or(u32::MAX);
                }
            }
        } else {
            for bid in &self.figures.bids {
                let lowest = bid.tiers.len() - 1;
                let mut walk = GroupWalk {
                    bid,
                    tier: lowest,
                    figures: &self.figures,
                    overhead: self.overhead,
                    cost: &mut cost,
                    bidders: &mut bidders,
                };
                walk.go(0, 0, GroupSums::default());
            }
        }
        self.fall_back(&mut cost);
        if self.min_bidders > 0 {
            for (cost, n) in cost.iter_mut().zip(&bidders) {
                if (*n as usize) < self.min_bidders {
                    *cost = UNKNOWN;
                }
            }
        }
        self.cost = cost;
    }

    /// A group without an admissible bid costs the fallback; with `if-cheaper` also where that is lower.
    fn fall_back(&self, cost: &mut [i64]) {
        let mut fallback = vec![0_i64; cost.len()];
        for mask in 1..cost.len() {
            let (rest, unit) = (mask & (mask - 1), mask.trailing_zeros() as usize);
            fallback[mask] = match self.figures.fallback[unit] {
                Some(own) if fallback[rest] < KNOWN => fallback[rest] + own,
                _ => UNKNOWN,
            };
            if cost[mask] >= KNOWN || self.if_cheaper {
                cost[mask] = cost[mask].min(fallback[mask]);
            }
        }
    }

    /// A bid's lowest evaluated price for a group, where it is admissible and its capacity suffices.
    pub(super) fn price(&self, bid: usize, mask: u32) -> Option<i64> {
        self.prices(bid, mask)?.last().copied()
    }

    /// A bid's evaluated price for a group by tier, where it is admissible and its capacity suffices.
    pub(super) fn prices(&self, bid: usize, mask: u32) -> Option<Vec<i64>> {
        let own = &self.figures.bids[bid];
        if own.capacity.is_some_and(|c| self.volume(mask) > c) {
            return None;
        }
        match &self.evaluated {
            Some(evaluated) => evaluated.price(bid, mask).map(|p| vec![p]),
            None => self.sums(bid, mask),
        }
    }

    /// The volume of a group.
    pub(super) fn volume(&self, mask: u32) -> u64 {
        units(mask).map(|u| self.figures.volume[u]).sum()
    }

    /// The cost of a group at the fallback.
    pub(super) fn fallback(&self, mask: u32) -> Option<i64> {
        units(mask).map(|u| self.figures.fallback[u]).sum()
    }

    /// How many bids are admissible on a group.
    pub(super) fn admissible(&self, mask: u32) -> usize {
        let bids = 0..self.figures.bids.len();
        match &self.evaluated {
            Some(evaluated) => evaluated.admissible(mask),
            None => bids.filter(|&b| self.sums(b, mask).is_some()).count(),
        }
    }

    /// Whether a bid is admissible on a group by its codes, and the sums of its prices by tier.
    fn sums(&self, bid: usize, mask: u32) -> Option<Vec<i64>> {
        let own = &self.figures.bids[bid];
        group_sums(&self.figures, own, mask)
    }

    /// A group as it is shown, without rules across lots.
    pub(super) fn group(&self, tender: &Tender, blocks: &Blocks, mask: u32) -> LotGroup {
        let prices: Vec<Option<i64>> = (0..tender.bids.len()).map(|b| self.price(b, mask)).collect();
        let lowest = prices.iter().flatten().min().copied();
        let fallback = self.fallback(mask);
        let lowest = lowest.filter(|p| !self.if_cheaper || fallback.is_none_or(|f| p + self.overhead <= f));
        let tied: Vec<usize> =
            (0..prices.len()).filter(|&b| lowest.is_some() && prices[b] == lowest).collect();
        LotGroup {
            blocks: blocks.of_mask(mask),
            winner: tied.first().copied(),
            price: lowest.or(fallback).map(|p| Money::from_ore(p.into())),
            tied,
            bidders: self.admissible(mask),
        }
    }
}

/// The sums of a bid's prices over a group by tier, where it is admissible there.
pub(super) fn group_sums(figures: &BlockFigures, own: &BidFigures, mask: u32) -> Option<Vec<i64>> {
    let (mut sums, mut missing, mut priced) = (vec![0; own.tiers.len()], 0_u32, false);
    for u in units(mask) {
        let unit = &own.units[u];
        if !unit.open {
            return None;
        }
        missing = missing.saturating_add(unit.missing);
        priced |= unit.priced;
        sums.iter_mut().zip(&unit.price).for_each(|(s, p)| *s += p);
    }
    (priced && missing <= figures.at_most).then_some(sums)
}

/// The units of a group.
pub(super) fn units(mask: u32) -> impl Iterator<Item = usize> {
    (0..32).filter(move |u| mask >> u & 1 == 1)
}

/// GroupSums over the units chosen so far.
#[derive(Clone, Copy, Default)]
struct GroupSums {
    price: i64,
    volume: u64,
    missing: u32,
    priced: bool,
}

/// One bid's walk over all groups: each is reached once, and no group with a unit that is closed to the bid.
struct GroupWalk<'a> {
    bid: &'a BidFigures,
    tier: usize,
    figures: &'a BlockFigures,
    overhead: i64,
    cost: &'a mut [i64],
    bidders: &'a mut [u32],
}

impl GroupWalk<'_> {
    fn go(&mut self, from: usize, mask: usize, sums: GroupSums) {
        for u in from..self.bid.units.len() {
            let unit = &self.bid.units[u];
            let missing = sums.missing.saturating_add(unit.missing);
            if !unit.open || missing > self.figures.at_most {
                continue;
            }
            let next = GroupSums {
                price: sums.price + unit.price[self.tier],
                volume: sums.volume + self.figures.volume[u],
                missing,
                priced: sums.priced || unit.priced,
            };
            let mask = mask | 1 << u;
            if next.priced {
                if let Some(n) = self.bidders.get_mut(mask) {
                    *n += 1;
                }
                if self.bid.capacity.is_none_or(|c| next.volume <= c) {
                    let cost = next.price + self.overhead;
                    self.cost[mask] = self.cost[mask].min(cost);
                }
            }
            self.go(u + 1, mask, next);
        }
    }
}

/// A bid on one unit of blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct UnitFigures {
    /// Whether it can be in a group that the bid is on.
    pub(super) open: bool,
    /// By tier: scored prices, with missing codes at the fallback.
    pub(super) price: Vec<i64>,
    /// What the bidder would be paid, and its missing codes cost at the fallback.
    pub(super) cost: i64,
    /// How many codes are missing.
    pub(super) missing: u32,
    /// Whether any has a price that counts.
    pub(super) priced: bool,
}

/// A bid on all units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BidFigures {
    pub(super) units: Vec<UnitFigures>,
    /// The combination discounts that apply to any structure, ascending from 0 %.
    pub(super) tiers: Vec<Percent>,
    /// Its capacity, where that counts.
    pub(super) capacity: Option<u64>,
}

/// The figures that add up over blocks.
#[derive(Clone, Debug)]
pub(super) struct BlockFigures {
    pub(super) bids: Vec<BidFigures>,
    /// By unit: the cost at the fallback.
    pub(super) fallback: Vec<Option<i64>>,
    /// By unit: its volume.
    pub(super) volume: Vec<u64>,
    /// The most missing codes in a group.
    pub(super) at_most: u32,
}

/// BlockFigures stay below this, so that sums over all blocks fit.
const LIMIT: i128 = 1 << 55;

fn small(amount: Money) -> Result<i64, Overflow> {
    let ore = amount.ore();
    if ore.abs() < LIMIT { i64::try_from(ore).map_err(|_| Overflow) } else { Err(Overflow) }
}

impl BlockFigures {
    pub(super) fn new(
        tender: &Tender,
        overlay: &Overlay,
        blocks: &Blocks,
    ) -> Result<(Self, AdmittedBids), Overflow> {
        let priced = price_bids(tender, blocks.structure, overlay)?;
        let admitted = admit_bids(&priced)?;
        let reader = BlockReader {
            tender,
            priced: &priced,
            admitted: &admitted,
            blocks,
            rule: MissingRule::new(tender),
        };
        let bids: Result<Vec<BidFigures>, Overflow> = (0..tender.bids.len()).map(|b| reader.bid(b)).collect();
        let units = 0..blocks.units.len();
        let fallback: Result<Vec<Option<i64>>, Overflow> = units
            .clone()
            .map(|u| {
                let costs: Option<Vec<Money>> =
                    blocks.procedures(u).map(|p| priced.prices.fallback[p]).collect();
                costs.map(|c| Money::sum(c).and_then(small)).transpose()
            })
            .collect();
        let figures = BlockFigures {
            bids: bids?,
            fallback: fallback?,
            volume: units
                .map(|u| Volume::sum(blocks.procedures(u).map(|p| priced.prices.volumes[p])).count())
                .collect(),
            at_most: reader.rule.at_most().map_or(u32::MAX, |n| u32::try_from(n).unwrap_or(u32::MAX)),
        };
        Ok((figures, admitted))
    }
}

struct BlockReader<'a> {
    tender: &'a Tender,
    priced: &'a PricedBids<'a>,
    admitted: &'a AdmittedBids,
    blocks: &'a Blocks,
    rule: MissingRule,
}

impl BlockReader<'_> {
    fn bid(&self, bid: usize) -> Result<BidFigures, Overflow> {
        let structure = &self.tender.structures[self.blocks.structure];
        let own = &self.tender.bids[bid];
        let invited = |c| structure.bidders_may.contains(&c);
        let mut tiers = vec![Percent::ZERO];
        if invited(Condition::Combination) && self.tender.evaluation.kind == ModelKind::LowestPrice {
            let general = own
                .combinations
                .iter()
                .filter(|c| c.structure.is_none() && !matches!(c.condition, CombinationCondition::Lots(_)));
            tiers.extend(general.map(|c| c.discount));
        }
        tiers.sort_unstable();
        tiers.dedup();
        let capacity = own.capacity.filter(|_| invited(Condition::Capacity)).map(|(v, _)| v.count());
        let units: Result<Vec<UnitFigures>, Overflow> =
            (0..self.blocks.units.len()).map(|u| self.unit(bid, u, &tiers)).collect();
        Ok(BidFigures { units: units?, tiers, capacity })
    }

    /// Whether the bid can win any group with these blocks: it is admissible as a whole, it has no fault there except
    /// missing codes, it does not leave one of them out, and it can take the volume of each.
    fn is_open(&self, bid: usize, unit: usize) -> bool {
        let own = &self.tender.bids[bid];
        let admitted = &self.admitted.bids[bid];
        let mut errors = admitted.findings.iter().filter(|f| f.severity == Severity::Error);
        let here = |lot: usize| self.blocks.units[unit].contains(&lot);
        let falls = errors.any(|f| match f.lot {
            None => true,
            Some(lot) => here(lot) && f.code != FindingCode::MissingProcedure,
        });
        let mut on = own.bids_on.iter().filter(|s| s.structure == self.blocks.structure).peekable();
        let selected: Vec<usize> = on.clone().flat_map(|s| s.lots.iter().copied()).collect();
        let left_out = on.peek().is_some() && !self.blocks.units[unit].iter().all(|b| selected.contains(b));
        let suffices = |&lot: &usize| crate::outcome::lot_capacity_suffices(self.priced, bid, lot);
        !falls && !left_out && self.blocks.units[unit].iter().all(suffices)
    }

    fn unit(&self, bid: usize, unit: usize, tiers: &[Percent]) -> Result<UnitFigures, Overflow> {
        let offers = &self.priced.offers[bid];
        if offers.is_empty() || !self.is_open(bid, unit) {
            return Ok(UnitFigures::default());
        }
        let prices = &self.priced.prices;
        let rule = self.priced.line_rule();
        let mut sums = vec![Money::ZERO; tiers.len()];
        let (mut cost, mut missing, mut priced) = (Money::ZERO, 0_u32, false);
        for p in self.blocks.procedures(unit) {
            if let Some(line) = rule.line(bid, p, Percent::ZERO) {
                priced = true;
                for (sum, tier) in sums.iter_mut().zip(tiers) {
                    let scored = rule.scored(bid, p, *tier).unwrap_or(line.scored);
                    *sum = sum.checked_add(scored * line.volume)?;
                }
                cost = cost.checked_add(line.payment)?;
                continue;
            }
            let fallback = prices.fallback[p].filter(|_| self.rule.may_be_missing(p));
            let Some(fallback) = fallback else { return Ok(UnitFigures::default()) };
            missing += 1;
            cost = cost.checked_add(fallback)?;
            for sum in &mut sums {
                *sum = sum.checked_add(fallback)?;
            }
        }
        let price: Result<Vec<i64>, Overflow> = sums.into_iter().map(small).collect();
        Ok(UnitFigures { open: true, price: price?, cost: small(cost)?, missing, priced })
    }
}

/// By group and bid: what it costs.
pub(super) struct EvaluatedGroups {
    /// Whether the highest score wins; a group's cost is then what its best bids would cost the buyer.
    pub(super) scores: bool,
    /// The evaluated price, where admissible; with scores the expected cost of those with the highest.
    price: Vec<Vec<Option<i64>>>,
    /// By group: how many bids are admissible.
    admissible: Vec<usize>,
}

impl EvaluatedGroups {
    pub(super) fn new(
        tender: &Tender,
        overlay: &Overlay,
        blocks: &Blocks,
        figures: &BlockFigures,
        admitted: &AdmittedBids,
    ) -> Result<Self, SearchError> {
        let model = |fault| SearchError::Outcome(OutcomeError::Model(fault));
        let prepared = PreparedModel::new(&tender.evaluation).map_err(model)?;
        let judged = JudgedGroups::new(tender, blocks, admitted);
        let priced = price_bids(tender, blocks.structure, overlay)?;
        let scores = tender.evaluation.highest_wins();
        let size = 1_usize << blocks.units.len();
        let mut out = EvaluatedGroups {
            scores,
            price: vec![vec![None; tender.bids.len()]; size],
            admissible: vec![0; size],
        };
        for mask in 1..size {
            let mask32 = u32::try_from(mask).map_err(|_| Overflow)?;
            let mut field = LotField {
                bids: Vec::new(),
                fallback: units(mask32)
                    .map(|u| figures.fallback[u].map(|f| Money::from_ore(f.into())))
                    .sum_known()?,
                tariff_value: None,
            };
            let base = tender.pricing.discount_base;
            let value = |p: usize| Some(priced.prices.price(base?, p)? * priced.prices.volumes[p]);
            field.tariff_value = units(mask32).flat_map(|u| blocks.procedures(u)).map(value).sum_known()?;
            for (bid, own) in figures.bids.iter().enumerate() {
                let Some(sums) = group_sums(figures, own, mask32) else { continue };
                let price = sums.first().copied().unwrap_or_default();
                let named = |(n, v, _): &(String, rust_decimal::Decimal, Place)| (n.clone(), Ratio::from(*v));
                field.bids.push(LotEntry {
                    bid,
                    prices: vec![Money::from_ore(price.into())],
                    judged: judged.of_group(bid, &blocks.of_mask(mask32)),
                    values: tender.bids[bid].values.iter().map(named).collect(),
                });
            }
            let outcome = prepared.evaluate(&field).map_err(model)?;
            out.admissible[mask] = outcome.bids.iter().flatten().count();
            let winners = if scores { outcome.winners() } else { Vec::new() };
            for (place, evaluated) in outcome.bids.iter().enumerate() {
                let bid = field.bids[place].bid;
                out.price[mask][bid] = match evaluated.as_ref().map(|e| &e.result) {
                    None => None,
                    Some(EvaluatedResult::Price(tiers)) => tiers.first().map(|p| small(*p)).transpose()?,
                    Some(EvaluatedResult::Score { .. }) => winners
                        .contains(&place)
                        .then(|| units(mask32).map(|u| figures.bids[bid].units[u].cost).sum()),
                };
            }
        }
        Ok(out)
    }

    pub(super) fn price(&self, bid: usize, mask: u32) -> Option<i64> {
        self.price[mask as usize][bid]
    }

    pub(super) fn admissible(&self, mask: u32) -> usize {
        self.admissible[mask as usize]
    }
}

trait SumKnown: Iterator<Item = Option<Money>> + Sized {
    /// The sum; `None` where one is unknown.
    fn sum_known(self) -> Result<Option<Money>, Overflow> {
        let all: Option<Vec<Money>> = self.collect();
        all.map(Money::sum).transpose()
    }
}

impl<I: Iterator<Item = Option<Money>>> SumKnown for I {}

/// JudgedGroups points of bids: by block, and the general ones.
struct JudgedGroups {
    by_block: Vec<Vec<Vec<Option<Ratio>>>>,
    general: Vec<Vec<Option<Ratio>>>,
}

impl JudgedGroups {
    fn new(tender: &Tender, blocks: &Blocks, admitted: &AdmittedBids) -> Self {
        let mut all = admitted.clone();
        let nothing =
            LotFigures { price: Money::ZERO, expected_payment: Money::ZERO, elsewhere: Money::ZERO };
        for bid in &mut all.bids {
            bid.lots.iter_mut().for_each(|l| *l = LotBid::Admissible(vec![nothing]));
        }
        let mut general = tender.clone();
        general.assessments.retain(|a| a.scope == AssessmentScope::Everywhere);
        let of = |tender: &Tender, lot| {
            lot_field(tender, &all, lot).bids.into_iter().map(|b| b.judged).collect::<Vec<_>>()
        };
        JudgedGroups {
            by_block: (0..blocks.all.len()).map(|b| of(tender, b)).collect(),
            general: of(&general, 0),
        }
    }

    /// The points that a bid has on all blocks of a group; where they differ, the general ones.
    fn of_group(&self, bid: usize, group: &[usize]) -> Vec<Option<Ratio>> {
        let criteria = self.general[bid].len();
        let one = |criterion: usize| {
            let mut own = group.iter().map(|&b| &self.by_block[b][bid][criterion]);
            let first = own.next().cloned().flatten();
            if own.all(|p| *p == first) { first } else { self.general[bid][criterion].clone() }
        };
        (0..criteria).map(one).collect()
    }
}
