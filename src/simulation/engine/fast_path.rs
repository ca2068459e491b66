//! The fast path: lowest price, one supplier a lot, no combination discounts. Prices are computed in machine integers from tables
//! made once, the award by a search of its own, and only the winners' payments. Tests compare its rows with those of the exact
//! path.

use super::{
    context::{Days, EngineContext, FallbackRate, LotTerms},
    draw::Event,
};
use crate::{
    admission::admit_bids,
    number::{Money, Overflow, Percent, UnitPrice, Volume},
    pricing::{CapEffect, Overlay, price_bids},
    simulation::{Bidders, LotRow, StructureRow},
    tender::{AboveCap, Condition, ModelKind, TieRule, UnawardedRule},
};

/// What the fast path needs of one structure beyond its terms.
#[derive(Clone, Debug)]
pub(super) struct FastPath {
    /// The tender's own bids; `None` where profiles bid.
    own: Option<OwnBids>,
    limits: AwardLimits,
    /// Whether a rule for ties may choose between equally good awards: those are left to the exact path.
    ties_matter: bool,
}

/// The tender's own bids under one structure: nothing of them is drawn.
#[derive(Clone, Debug)]
struct OwnBids {
    /// By bid, by procedure.
    units: Vec<Vec<Option<UnitPrice>>>,
    /// By lot: the bids that are admissible.
    admissible: Vec<Vec<usize>>,
    capacity: Vec<Option<u64>>,
    max_lots: Vec<Option<u32>>,
}

/// Buffers that are used again for each draw, so that a draw allocates little.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    /// By procedure: fallback cost at the volumes of the award, and at those that come true.
    fallback: Vec<[Option<i128>; 2]>,
    lots: Vec<LotChoice>,
    /// By lot: who can bid on it.
    able: Vec<Vec<usize>>,
    /// By lot, by place in `able`: the discount.
    discounts: Vec<Vec<Percent>>,
    rejected: Vec<bool>,
    award: SmallAward,
}

impl EngineContext {
    /// By structure of the dialogue: what the fast path needs, where it can take the structure.
    pub(super) fn fast_paths(&self) -> Result<Vec<Option<FastPath>>, Overflow> {
        (0..self.terms.len()).map(|structure| self.fast_path(structure)).collect()
    }

    fn fast_path(&self, structure: usize) -> Result<Option<FastPath>, Overflow> {
        let tender = &self.plain;
        if tender.evaluation.kind != ModelKind::LowestPrice || tender.award.suppliers_per_lot > 1 {
            return Ok(None);
        }
        // prices that move over the contract are worked out day by day
        if !tender.adjustments.is_empty() {
            return Ok(None);
        }
        let own = match self.dialogue.bidders {
            Bidders::Profiles => None,
            Bidders::Tender => match self.own_bids(structure)? {
                None => return Ok(None),
                own => own,
            },
        };
        let rules = &tender.structures[self.terms[structure].structure];
        let matters = |rule: &TieRule| match rule {
            TieRule::LowerPrice => false,
            TieRule::Draw => !tender.award.draw.is_empty(),
            TieRule::Higher(_)
            | TieRule::FewerSuppliers
            | TieRule::MoreSuppliers
            | TieRule::EarlierReceived => true,
        };
        Ok(Some(FastPath {
            own,
            limits: AwardLimits {
                lots_per_bidder: rules.max_lots_per_bidder,
                min_suppliers: rules.min_suppliers.unwrap_or(0),
                max_suppliers: rules.max_suppliers,
                if_cheaper: tender.award.unawarded == UnawardedRule::IfCheaper,
            },
            ties_matter: tender.award.ties.iter().any(matters),
        }))
    }

    /// `None` where the bids have conditions that the fast path does not handle.
    fn own_bids(&self, structure: usize) -> Result<Option<OwnBids>, Overflow> {
        let index = self.terms[structure].structure;
        let mut tender = self.plain.clone();
        self.lower_prices(&mut tender, structure)?;
        let invited = |c| tender.structures[index].bidders_may.contains(&c);
        // a fallback known only for some days of lapse would change admissibility from draw to draw
        let entries = self.lapse_days.entries();
        let known = |days: &Days| days.fallback.iter().map(|r| r.is_known()).collect::<Vec<_>>();
        let own_days = Days::new(&tender, None)?;
        let uniform = entries.iter().all(|days| known(days) == known(&own_days));
        let conditions = tender.bids.iter().any(|bid| {
            bid.lot_capacities.iter().any(|c| c.structure == index)
                || bid.only_together.iter().any(|o| o.structure == index)
        });
        let priced = price_bids(&tender, index, &Overlay::default())?;
        let admitted = admit_bids(&priced)?;
        if !uniform || conditions || admitted.bids.iter().any(|b| b.tiers.len() > 1) {
            return Ok(None);
        }
        let bids = 0..tender.bids.len();
        let admissible =
            |l: usize| bids.clone().filter(|&b| admitted.bids[b].lots[l].figures().is_some()).collect();
        Ok(Some(OwnBids {
            units: priced.offers.iter().map(|offers| offers.iter().map(|o| o.unit()).collect()).collect(),
            admissible: (0..self.terms[structure].lots.len()).map(admissible).collect(),
            capacity: (tender.bids.iter())
                .map(|b| b.capacity.filter(|_| invited(Condition::Capacity)).map(|(v, _)| v.count()))
                .collect(),
            max_lots: (tender.bids.iter())
                .map(|b| b.max_lots.filter(|_| invited(Condition::MaxLots)).map(|(n, _)| n))
                .collect(),
        }))
    }

    /// Fallback costs of all lines, the same under all structures.
    pub(super) fn prepare(&self, event: &Event, scratch: &mut Scratch) -> Result<(), Overflow> {
        let days = self.lapse_days.at(&self.plain, event.lapse);
        scratch.fallback.clear();
        for (p, rate) in days.fallback.iter().enumerate() {
            let after = cost(*rate, event.volumes[p])?;
            let same = event.volumes[p] == event.award_volumes[p];
            let before = if same { after } else { cost(*rate, event.award_volumes[p])? };
            scratch.fallback.push([before, after]);
        }
        Ok(())
    }

    /// One draw under one structure; `None` where the exact path must decide after all.
    pub(super) fn fast_row(
        &self,
        event: &Event,
        structure: usize,
        scratch: &mut Scratch,
        order: impl FnOnce() -> Vec<usize>,
    ) -> Result<Option<StructureRow>, Overflow> {
        let Some(path) = &self.fast_paths[structure] else { return Ok(None) };
        let days = self.lapse_days.at(&self.plain, event.lapse);
        let above = self.plain.cap.map(|cap| cap.above);
        let pricing =
            DrawPricing { context: self, event, days, above, effect: CapEffect::new(above, None, days.cap) };
        match &path.own {
            Some(own) => pricing.price_own_bids(structure, own, scratch),
            None => pricing.price_members(structure, scratch),
        }
        let terms = &self.terms[structure];
        let bidders = self.names.len();
        let capacity = |b: usize| match &path.own {
            Some(own) => own.capacity[b],
            None => self.capacity(event, b).filter(|_| terms.capacity),
        };
        let max_lots = |b: usize| match &path.own {
            Some(own) => own.max_lots[b],
            None => {
                let profile = &self.dialogue.profiles[self.inputs.members[b].profile];
                profile.max_lots.filter(|_| terms.max_lots)
            }
        };
        scratch.award.set_limits(path.limits, (0..bidders).map(|b| (capacity(b), max_lots(b))));
        let settled = scratch.award.solve(&scratch.lots[..terms.lots.len()]);
        let tied = match settled {
            SearchEnd::One => false,
            SearchEnd::Several if !path.ties_matter => {
                if !scratch.award.choose(&scratch.lots[..terms.lots.len()], &order()) {
                    return Ok(None);
                }
                true
            }
            SearchEnd::Several | SearchEnd::GivenUp => return Ok(None),
        };
        pricing.row(structure, path.own.as_ref(), scratch, tied).map(Some)
    }
}

/// Prices the bids of one draw.
struct DrawPricing<'a> {
    context: &'a EngineContext,
    event: &'a Event,
    days: &'a Days,
    /// What the tender does with prices above the cap, and how that bears on what is scored and paid.
    above: Option<AboveCap>,
    effect: CapEffect,
}

impl DrawPricing<'_> {
    /// Every lot's fallback, volume, and no bids yet.
    fn open_lots(&self, structure: usize, scratch: &mut Scratch) {
        let lots = &self.context.terms[structure].lots;
        scratch.lots.resize_with(scratch.lots.len().max(lots.len()), LotChoice::default);
        for (choice, lot) in scratch.lots.iter_mut().zip(lots) {
            let known = |sum: Option<i128>, p: &usize| Some(sum? + scratch.fallback[*p][0]?);
            // as on the exact path: an unknown fallback counts as 0, and only where nobody may win the lot
            choice.fallback = lot.procedures.iter().fold(Some(0), known).unwrap_or(0);
            choice.volume = lot.procedures.iter().map(|&p| self.event.award_volumes[p].count()).sum();
            choice.bids.clear();
        }
    }

    fn price_own_bids(&self, structure: usize, own: &OwnBids, scratch: &mut Scratch) {
        self.open_lots(structure, scratch);
        for (l, lot) in self.context.terms[structure].lots.iter().enumerate() {
            for &bid in &own.admissible[l] {
                let total = self.scored_total(lot, &scratch.fallback, |p| own.units[bid][p]);
                scratch.lots[l].bids.push((bid, total));
            }
        }
    }

    fn price_members(&self, structure: usize, scratch: &mut Scratch) {
        self.open_lots(structure, scratch);
        let (context, event) = (self.context, self.event);
        let terms = &context.terms[structure];
        let lots = terms.lots.len();
        scratch.able.resize_with(scratch.able.len().max(lots), Vec::new);
        scratch.discounts.resize_with(scratch.discounts.len().max(lots), Vec::new);
        scratch.able.iter_mut().for_each(Vec::clear);
        scratch.discounts.iter_mut().for_each(Vec::clear);
        scratch.rejected.clear();
        scratch.rejected.resize(context.names.len(), false);
        for member in 0..context.names.len() {
            if context.takes_part(event, terms, member) {
                let able = |l: &usize| context.can_bid(event, self.days, &terms.lots[*l], member);
                (0..lots).filter(able).for_each(|l| scratch.able[l].push(member));
            }
        }
        for (l, lot) in terms.lots.iter().enumerate() {
            let able = &scratch.able[l];
            for &member in able {
                let discount = context.discount_half_up(event, structure, lot, member, able.len());
                scratch.discounts[l].push(discount);
                if matches!(self.above, Some(AboveCap::RejectBid)) && !scratch.rejected[member] {
                    scratch.rejected[member] = self.is_above_cap(lot, member, discount);
                }
            }
        }
        for (l, lot) in terms.lots.iter().enumerate() {
            for (&member, &discount) in scratch.able[l].iter().zip(&scratch.discounts[l]) {
                let falls = scratch.rejected[member]
                    || matches!(self.above, Some(AboveCap::RejectLine))
                        && self.is_above_cap(lot, member, discount);
                if !falls {
                    let unit = |p: usize| self.unit(member, p, discount);
                    let total = self.scored_total(lot, &scratch.fallback, unit);
                    scratch.lots[l].bids.push((member, total));
                }
            }
        }
    }

    fn unit(&self, member: usize, p: usize, discount: Percent) -> Option<UnitPrice> {
        let (price, _) = self.context.base[p]?;
        (!self.event.lacks[member][p]).then(|| price.less_percent_half_up(discount))
    }

    fn is_above_cap(&self, lot: &LotTerms, member: usize, discount: Percent) -> bool {
        let above =
            |p: usize| self.unit(member, p, discount).zip(self.context.cap[p]).is_some_and(|(u, c)| u > c);
        lot.procedures.iter().any(|&p| above(p))
    }

    fn scored_total(
        &self,
        lot: &LotTerms,
        fallback: &[[Option<i128>; 2]],
        unit: impl Fn(usize) -> Option<UnitPrice>,
    ) -> i128 {
        let line = |&p: &usize| match unit(p) {
            Some(unit) => {
                let scored = self.effect.scored_unit_price(unit, self.context.cap[p]);
                i128::from(scored.ore()) * i128::from(self.event.award_volumes[p].count())
            }
            None => fallback[p][0].unwrap_or(0),
        };
        lot.procedures.iter().map(line).sum()
    }

    /// What the award that was found comes to on the volumes that come true.
    fn row(
        &self,
        structure: usize,
        own: Option<&OwnBids>,
        scratch: &Scratch,
        tied: bool,
    ) -> Result<StructureRow, Overflow> {
        let bidders = self.context.names.len();
        let mut row = StructureRow {
            tied,
            payments: vec![Money::ZERO; bidders],
            volumes: vec![Volume::ZERO; bidders],
            ..StructureRow::default()
        };
        let (mut cost, mut all_fallback) = (Some(0_i128), Some(0_i128));
        for (l, lot) in self.context.terms[structure].lots.iter().enumerate() {
            let known = |sum: Option<i128>, p: &usize| Some(sum? + scratch.fallback[*p][1]?);
            let fallback = lot.procedures.iter().fold(Some(0), known);
            all_fallback = all_fallback.zip(fallback).map(|(a, b)| a + b);
            let winner = scratch.award.winners()[l];
            row.lots.push(LotRow {
                bids: u32::try_from(scratch.lots[l].bids.len()).unwrap_or(u32::MAX),
                winner: winner.and_then(|w| u32::try_from(w).ok()),
            });
            let Some(w) = winner else {
                cost = cost.zip(fallback).map(|(a, b)| a + b);
                continue;
            };
            let unit = |p: usize| match own {
                Some(own) => own.units[w][p],
                None => {
                    let at = scratch.able[l].iter().position(|&m| m == w)?;
                    self.unit(w, p, scratch.discounts[l][at])
                }
            };
            let (mut payment, mut volume) = (0, 0);
            for &p in &lot.procedures {
                match unit(p) {
                    Some(unit) => {
                        payment += self
                            .effect
                            .expected_payment_half_up(unit, self.context.cap[p], self.event.volumes[p])
                            .ore();
                        volume += self.event.volumes[p].count();
                    }
                    None => cost = cost.zip(scratch.fallback[p][1]).map(|(a, b)| a + b),
                }
            }
            cost = cost.map(|c| c + payment);
            row.payments[w] = row.payments[w].checked_add(Money::from_ore(payment))?;
            row.volumes[w] = Volume::from_total(row.volumes[w].count() + volume);
        }
        row.cost = cost.map(Money::from_ore);
        row.fallback = all_fallback.map(Money::from_ore);
        Ok(row)
    }
}

fn cost(rate: FallbackRate, volume: Volume) -> Result<Option<i128>, Overflow> {
    Ok(rate.cost_half_up(volume)?.map(Money::ore))
}

/// After this many steps the search gives up.
const STEPS: u32 = 20_000;
/// What an unawarded lot adds to a key where the fewest unawarded lots come first: more than any sum of costs.
const SURCHARGE: i128 = 1 << 100;

/// One lot: what it costs if nobody gets it, its volume, and the bids with their costs.
#[derive(Clone, Debug, Default)]
struct LotChoice {
    fallback: i128,
    volume: u64,
    /// Bidder and cost.
    bids: Vec<(usize, i128)>,
}

/// The structure's rules across lots.
#[derive(Clone, Copy, Debug, Default)]
struct AwardLimits {
    lots_per_bidder: Option<u32>,
    min_suppliers: u32,
    max_suppliers: Option<u32>,
    /// Whether a lot may stay unawarded because that is cheaper.
    if_cheaper: bool,
}

/// How a search ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SearchEnd {
    /// One award is best: [`SmallAward::winners`].
    One,
    /// Several are; [`SmallAward::choose`] takes one.
    Several,
    /// No award is feasible, or the search took too long.
    GivenUp,
}

/// A depth-first search over the lots, with the buffers that it keeps between draws.
#[derive(Debug, Default)]
struct SmallAward {
    limits: AwardLimits,
    /// By bidder: the room left for volume and for lots.
    room: Vec<(Option<u64>, Option<u32>)>,
    lots_of: Vec<u32>,
    suppliers: u32,
    /// By lot: the least that it and the lots after it add to a key.
    least: Vec<i128>,
    under_way: Vec<Option<usize>>,
    best: Vec<Option<usize>>,
    best_key: i128,
    several: bool,
    steps: u32,
}

impl SmallAward {
    /// The limits of the lots to be awarded: those of the structure, and by bidder its capacity and its most lots.
    fn set_limits(&mut self, limits: AwardLimits, bidders: impl Iterator<Item = (Option<u64>, Option<u32>)>) {
        self.limits = limits;
        self.room.clear();
        self.room.extend(bidders.map(|(capacity, most)| {
            let most = match (most, limits.lots_per_bidder) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
            (capacity, most)
        }));
    }

    /// By lot, the winner of the award that was found last.
    fn winners(&self) -> &[Option<usize>] {
        &self.best
    }

    /// Finds the best awards.
    fn solve(&mut self, lots: &[LotChoice]) -> SearchEnd {
        if self.is_free() {
            return self.solve_each(lots);
        }
        self.begin(lots);
        self.best_key = i128::MAX;
        self.descend(lots, 0, 0, &SearchGoal::Best);
        match (self.steps > STEPS || self.best_key == i128::MAX, self.several) {
            (true, _) => SearchEnd::GivenUp,
            (false, true) => SearchEnd::Several,
            (false, false) => SearchEnd::One,
        }
    }

    /// After [`SearchEnd::Several`]: of the best awards the one that a public draw chooses: lot by lot the bidder drawn earlier,
    /// an unawarded lot last. Whether it was found.
    fn choose(&mut self, lots: &[LotChoice], order: &[usize]) -> bool {
        if self.is_free() {
            for (winner, lot) in self.best.iter_mut().zip(lots) {
                let lowest = lot.lowest(self.limits.if_cheaper);
                let drawn = order.iter().find(|&&b| lot.bids.contains(&(b, lowest)));
                *winner = drawn.copied();
            }
            return true;
        }
        let key = self.best_key;
        self.begin(lots);
        self.best_key = key;
        self.descend(lots, 0, 0, &SearchGoal::First(order));
        self.steps <= STEPS && self.several
    }

    /// Whether no rule ties the lots together, so that each is decided by itself.
    fn is_free(&self) -> bool {
        self.limits.min_suppliers == 0
            && self.limits.max_suppliers.is_none()
            && self.room.iter().all(|r| *r == (None, None))
    }

    /// Each lot by itself.
    fn solve_each(&mut self, lots: &[LotChoice]) -> SearchEnd {
        self.best.clear();
        let mut several = false;
        for lot in lots {
            let lowest = lot.lowest(self.limits.if_cheaper);
            let mut winners = lot.bids.iter().filter(|(_, cost)| *cost == lowest).map(|(b, _)| *b);
            let first = winners.next();
            let nobody = self.limits.if_cheaper && lot.fallback == lowest;
            several |= first.is_some() && (winners.next().is_some() || nobody);
            self.best.push(first);
        }
        if several { SearchEnd::Several } else { SearchEnd::One }
    }

    fn begin(&mut self, lots: &[LotChoice]) {
        self.least.clear();
        self.least.resize(lots.len() + 1, 0);
        for (l, lot) in lots.iter().enumerate().rev() {
            let bids = lot.bids.iter().map(|(_, cost)| *cost).min();
            let lowest = bids.map_or(self.unawarded(lot), |cost| cost.min(self.unawarded(lot)));
            self.least[l] = self.least[l + 1] + lowest;
        }
        self.lots_of.clear();
        self.lots_of.resize(self.room.len(), 0);
        (self.suppliers, self.steps, self.several) = (0, 0, false);
        self.under_way.clear();
    }

    /// What an unawarded lot adds to the key.
    fn unawarded(&self, lot: &LotChoice) -> i128 {
        lot.fallback + if self.limits.if_cheaper { 0 } else { SURCHARGE }
    }

    fn descend(&mut self, lots: &[LotChoice], l: usize, key: i128, goal: &SearchGoal<'_>) {
        self.steps += 1;
        if self.steps > STEPS || goal.is_reached(self) || key + self.least[l] > self.best_key {
            return;
        }
        if self.several && key + self.least[l] == self.best_key {
            return;
        }
        let Some(lot) = lots.get(l) else {
            if self.suppliers >= self.limits.min_suppliers {
                self.found(key, goal);
            }
            return;
        };
        match goal {
            SearchGoal::Best => {
                // the lowest cost first
                let mut from = None;
                while let Some((cost, bidder)) = next_above(&lot.bids, from) {
                    self.award(lots, l, key + cost, bidder, goal);
                    from = Some((cost, bidder));
                }
            }
            SearchGoal::First(order) => {
                for &bidder in *order {
                    if let Some((_, cost)) = lot.bids.iter().find(|(b, _)| *b == bidder) {
                        self.award(lots, l, key + cost, bidder, goal);
                    }
                }
            }
        }
        self.under_way.push(None);
        self.descend(lots, l + 1, key + self.unawarded(lot), goal);
        self.under_way.pop();
    }

    /// Gives a lot to a bidder, if its limits allow, and goes on.
    fn award(&mut self, lots: &[LotChoice], l: usize, key: i128, bidder: usize, goal: &SearchGoal<'_>) {
        let (room, most) = self.room[bidder];
        let volume = lots[l].volume;
        let new = self.lots_of[bidder] == 0;
        let fits = room.is_none_or(|room| volume <= room)
            && most.is_none_or(|most| self.lots_of[bidder] < most)
            && (!new || self.limits.max_suppliers.is_none_or(|most| self.suppliers < most));
        if !fits {
            return;
        }
        self.room[bidder].0 = room.map(|room| room - volume);
        self.lots_of[bidder] += 1;
        self.suppliers += u32::from(new);
        self.under_way.push(Some(bidder));
        self.descend(lots, l + 1, key, goal);
        self.under_way.pop();
        self.suppliers -= u32::from(new);
        self.lots_of[bidder] -= 1;
        self.room[bidder].0 = room;
    }

    fn found(&mut self, key: i128, goal: &SearchGoal<'_>) {
        match goal {
            SearchGoal::Best if key == self.best_key => self.several = true,
            SearchGoal::Best => {
                (self.best_key, self.several) = (key, false);
                self.best.clone_from(&self.under_way);
            }
            SearchGoal::First(_) => {
                self.several = true;
                self.best.clone_from(&self.under_way);
            }
        }
    }
}

/// What a search looks for.
enum SearchGoal<'o> {
    /// The lowest key, and whether several awards have it.
    Best,
    /// The first award with the key that is known, the bidders taken in this order.
    First(&'o [usize]),
}

impl SearchGoal<'_> {
    fn is_reached(&self, search: &SmallAward) -> bool {
        matches!(self, SearchGoal::First(_)) && search.several
    }
}

impl LotChoice {
    /// The lowest cost of those who may win the lot: nobody, where nobody bids or that may be better.
    fn lowest(&self, if_cheaper: bool) -> i128 {
        let bids = self.bids.iter().map(|(_, cost)| *cost).min();
        match bids {
            Some(cost) if if_cheaper => cost.min(self.fallback),
            Some(cost) => cost,
            None => self.fallback,
        }
    }
}

/// The next bid by cost, then bidder.
fn next_above(bids: &[(usize, i128)], from: Option<(i128, usize)>) -> Option<(i128, usize)> {
    bids.iter().map(|(b, cost)| (*cost, *b)).filter(|bid| from.is_none_or(|from| *bid > from)).min()
}
