//! What a bidder may win, and what it costs.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use super::{
    super::{
        admission::Admitted,
        exact::{Exact, whole},
        facts::{Bid, CombinationRule, Facts, Lot},
        lines::{LotFigures, lot_figures},
        quality::{Decides, LotResult},
        tariffs::Prices,
    },
    Award,
};

/// Everything that awards are looked at with.
pub(super) struct Ground<'a> {
    pub(super) facts: &'a Facts,
    pub(super) prices: &'a Prices,
    pub(super) admitted: &'a [Admitted],
    pub(super) lots: &'a [LotResult<'a>],
    /// By lot, what it costs at the fallback, in øre.
    pub(super) fallback: Vec<Option<i128>>,
    /// By bid, lot and discount.
    known: RefCell<BTreeMap<(usize, usize, i128), Sums>>,
}

/// What an award adds up to, and of what.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sums {
    /// Evaluated prices and fallbacks in øre, unknown as 0.
    pub(super) ore: i128,
    /// Weighted scores.
    pub(super) score: Exact,
    /// Whether a lot's fallback is not known.
    pub(super) unknown: bool,
    /// What the buyer pays in all, in øre.
    pub(super) cost: Option<i128>,
    /// Lot prices as awarded, unawarded lots at their fallback, unknown as 0.
    pub(super) prices: i128,
}

impl<'a> Ground<'a> {
    pub(super) fn new(
        facts: &'a Facts,
        prices: &'a Prices,
        admitted: &'a [Admitted],
        lots: &'a [LotResult<'a>],
    ) -> Self {
        let cost = |l: &Lot| l.procedures.iter().map(|&p| prices.fallback[p]).sum::<Option<i128>>();
        let fallback = facts.structure.lots.iter().map(cost).collect();
        Ground { facts, prices, admitted, lots, fallback, known: RefCell::default() }
    }

    /// Who can be awarded a lot: admissible there, and with the capacity for it that it states.
    pub(super) fn candidates(&self, lot: usize) -> Vec<usize> {
        let volume = self.facts.volume(lot);
        let has_room =
            |b: &usize| self.facts.bids[*b].lot_capacities.get(&lot).is_none_or(|room| volume <= *room);
        self.lots[lot].decides.keys().copied().filter(has_room).collect()
    }

    /// The lots that a bidder wins.
    pub(super) fn won(award: &Award, bid: usize) -> Vec<usize> {
        (0..award.len()).filter(|&l| award[l] == Some(bid)).collect()
    }

    /// The winners, each once.
    pub(super) fn suppliers(award: &Award) -> Vec<usize> {
        let mut all: Vec<usize> = award.iter().flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The largest combination discount whose condition the lots won meet.
    pub(super) fn discount(&self, bid: usize, won: &[usize]) -> i128 {
        if !self.facts.invites("combination") || won.is_empty() {
            return 0;
        }
        let meets = |rule: &CombinationRule| match rule {
            CombinationRule::MinLots(least) => won.len() as u64 >= *least,
            CombinationRule::Lots(lots) => lots.iter().all(|l| won.contains(l)),
            CombinationRule::AllLots => won.len() == self.lots.len(),
        };
        let own = self.facts.bids[bid].combinations.iter().filter(|c| meets(&c.rule));
        own.map(|c| c.discount).max().unwrap_or(0)
    }

    /// The rule that an award breaks, and the bidder whose it is; `None` if it keeps all.
    pub(super) fn broken_rule(&self, award: &Award) -> Option<(&'static str, Option<usize>)> {
        let suppliers = Self::suppliers(award);
        let structure = &self.facts.structure;
        let count = suppliers.len() as u64;
        if structure.min_suppliers.is_some_and(|least| count < least) {
            return Some(("min-suppliers", None));
        }
        if structure.max_suppliers.is_some_and(|most| count > most) {
            return Some(("max-suppliers", None));
        }
        for bid in suppliers {
            let own = &self.facts.bids[bid];
            let won = Self::won(award, bid);
            if structure.max_lots_per_bidder.is_some_and(|most| won.len() as u64 > most) {
                return Some(("max-lots-per-bidder", Some(bid)));
            }
            if self.facts.invites("max-lots") && own.max_lots.is_some_and(|most| won.len() as u64 > most) {
                return Some(("max-lots", Some(bid)));
            }
            let volume: u64 = won.iter().map(|&l| self.facts.volume(l)).sum();
            if self.facts.invites("capacity") && own.capacity.is_some_and(|most| volume > most) {
                return Some(("capacity", Some(bid)));
            }
            let torn = |set: &BTreeSet<usize>| {
                let count = set.iter().filter(|l| won.contains(l)).count();
                count != 0 && count != set.len()
            };
            if self.facts.invites("only-together") && own.only_together.iter().any(torn) {
                return Some(("only-together", Some(bid)));
            }
        }
        None
    }

    /// Whether some rule ties lots together: a limit of the structure, or an invited condition that a bid sets.
    pub(super) fn lots_hang_together(&self) -> bool {
        let structure = &self.facts.structure;
        let sets = |bid: &Bid| {
            (self.facts.invites("max-lots") && bid.max_lots.is_some())
                || (self.facts.invites("capacity") && bid.capacity.is_some())
                || (self.facts.invites("only-together") && !bid.only_together.is_empty())
                || (self.facts.invites("combination") && !bid.combinations.is_empty())
        };
        structure.max_lots_per_bidder.is_some()
            || structure.min_suppliers.is_some()
            || structure.max_suppliers.is_some()
            || self.facts.bids.iter().any(sets)
    }

    /// The figures of a bid on a lot at a combination discount.
    pub(super) fn figures(&self, bid: usize, lot: usize, discount: i128) -> LotFigures {
        lot_figures(self.facts, self.prices, &self.admitted[bid].lines, lot, discount)
    }

    /// The evaluated price, in øre, of a bid on a lot at a combination discount; `None` where scores decide.
    pub(super) fn evaluated(&self, bid: usize, lot: usize, discount: i128) -> Option<i128> {
        match self.lots[lot].decides.get(&bid)? {
            Decides::Score { .. } => None,
            Decides::Price { ore, .. } if discount == 0 => Some(*ore),
            Decides::Price { .. } => self.lots[lot].evaluated_at(bid, self.figures(bid, lot, discount).price),
        }
    }

    /// What a lot adds to the sums, with this winner at this discount.
    pub(super) fn lot_sums(&self, lot: usize, winner: Option<usize>, discount: i128) -> Sums {
        let Some(bid) = winner else {
            let known = self.fallback[lot];
            let ore = known.unwrap_or(0);
            return Sums { ore, score: whole(0), unknown: known.is_none(), cost: known, prices: ore };
        };
        let key = (bid, lot, discount);
        if let Some(known) = self.known.borrow().get(&key) {
            return known.clone();
        }
        let figures = self.figures(bid, lot, discount);
        let weight = self.facts.structure.lots[lot].weight.as_ref();
        let score = match self.lots[lot].decides.get(&bid) {
            Some(Decides::Score { rounded, .. }) => weight.map_or_else(|| rounded.clone(), |w| rounded * w),
            _ => whole(0),
        };
        let sums = Sums {
            ore: self.evaluated(bid, lot, discount).unwrap_or(0),
            score,
            unknown: false,
            cost: Some(figures.payment + figures.elsewhere),
            prices: figures.price,
        };
        self.known.borrow_mut().insert(key, sums.clone());
        sums
    }

    /// What an award adds up to.
    pub(super) fn sums(&self, award: &Award) -> Sums {
        let mut sums = Sums { ore: 0, score: whole(0), unknown: false, cost: Some(0), prices: 0 };
        for (lot, winner) in award.iter().enumerate() {
            let discount = winner.map_or(0, |b| self.discount(b, &Self::won(award, b)));
            let own = self.lot_sums(lot, *winner, discount);
            sums.ore += own.ore;
            if self.facts.evaluation.scores() {
                sums.score += own.score;
            }
            sums.unknown |= own.unknown;
            sums.cost = sums.cost.zip(own.cost).map(|(a, b)| a + b);
            sums.prices += own.prices;
        }
        sums
    }
}
