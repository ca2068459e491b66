//! What every group of units costs by itself.

use super::{
    Blocks, Group, MOST_EVALUATED_BLOCKS, SearchError, SearchOptions, evaluated::EvaluatedGroups,
    figures::Figures,
};
use crate::{
    number::{Money, Overflow},
    pricing::Overlay,
    tender::{ModelKind, Tender, UnawardedRule},
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
    pub(super) figures: Figures,
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
        let (figures, admitted) = Figures::new(tender, overlay, blocks)?;
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
                let mut walk = Walk {
                    bid,
                    tier: lowest,
                    figures: &self.figures,
                    overhead: self.overhead,
                    cost: &mut cost,
                    bidders: &mut bidders,
                };
                walk.go(0, 0, Sums::default());
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
    pub(super) fn group(&self, tender: &Tender, blocks: &Blocks, mask: u32) -> Group {
        let prices: Vec<Option<i64>> = (0..tender.bids.len()).map(|b| self.price(b, mask)).collect();
        let lowest = prices.iter().flatten().min().copied();
        let fallback = self.fallback(mask);
        let lowest = lowest.filter(|p| !self.if_cheaper || fallback.is_none_or(|f| p + self.overhead <= f));
        let tied: Vec<usize> =
            (0..prices.len()).filter(|&b| lowest.is_some() && prices[b] == lowest).collect();
        Group {
            blocks: blocks.of_mask(mask),
            winner: tied.first().copied(),
            price: lowest.or(fallback).map(|p| Money::from_ore(p.into())),
            tied,
            bidders: self.admissible(mask),
        }
    }
}

/// The sums of a bid's prices over a group by tier, where it is admissible there.
pub(super) fn group_sums(figures: &Figures, own: &super::figures::BidFigures, mask: u32) -> Option<Vec<i64>> {
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

/// Sums over the units chosen so far.
#[derive(Clone, Copy, Default)]
struct Sums {
    price: i64,
    volume: u64,
    missing: u32,
    priced: bool,
}

/// One bid's walk over all groups: each is reached once, and no group with a unit that is closed to the bid.
struct Walk<'a> {
    bid: &'a super::figures::BidFigures,
    tier: usize,
    figures: &'a Figures,
    overhead: i64,
    cost: &'a mut [i64],
    bidders: &'a mut [u32],
}

impl Walk<'_> {
    fn go(&mut self, from: usize, mask: usize, sums: Sums) {
        for u in from..self.bid.units.len() {
            let unit = &self.bid.units[u];
            let missing = sums.missing.saturating_add(unit.missing);
            if !unit.open || missing > self.figures.at_most {
                continue;
            }
            let next = Sums {
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
