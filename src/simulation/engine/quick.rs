//! The quick way: lowest price, one supplier a lot, no combination discounts. Prices are worked out in machine integers from
//! tables made once, and only the winners' payments are. Tests hold it against the general way.

use super::{
    Study,
    days::{Days, Rate},
    event::Event,
    small_award::{Limits, LotChoice, Settled, SmallAward},
    terms::LotTerms,
};
use crate::{
    admission::admit_bids,
    number::{Money, Overflow, Percent, UnitPrice, Volume},
    pricing::{Overlay, price_bids},
    simulation::{Bidders, LotRow, StructureRow},
    tender::{AboveCap, Condition, ModelKind, ScoredPrice, TieRule, UnawardedRule},
};

/// What the quick way needs of one structure beyond its terms.
#[derive(Clone, Debug)]
pub(super) struct Quick {
    /// The tender's own bids; `None` where profiles bid.
    own: Option<OwnBids>,
    limits: Limits,
    /// Whether a rule for ties may choose between equally good awards: those are left to the general way.
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

/// What the cap does to a price above it.
#[derive(Clone, Copy, Debug)]
enum CapRule {
    Nothing,
    RejectsBid,
    RejectsLine,
    /// The cap is paid on so many days of so many.
    Pays {
        scored: ScoredPrice,
        inside: u64,
        all: u64,
    },
}

/// What is at hand while a draw is evaluated, so that nothing is allocated anew for each.
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

impl Study {
    /// By structure of the dialogue: what the quick way needs, where it can take the structure.
    pub(super) fn quick(&self) -> Result<Vec<Option<Quick>>, Overflow> {
        (0..self.terms.len()).map(|structure| self.quick_of(structure)).collect()
    }

    fn quick_of(&self, structure: usize) -> Result<Option<Quick>, Overflow> {
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
        Ok(Some(Quick {
            own,
            limits: Limits {
                lots_per_bidder: rules.max_lots_per_bidder,
                min_suppliers: rules.min_suppliers.unwrap_or(0),
                max_suppliers: rules.max_suppliers,
                if_cheaper: tender.award.unawarded == UnawardedRule::IfCheaper,
            },
            ties_matter: tender.award.ties.iter().any(matters),
        }))
    }

    /// `None` where the bids have conditions that the quick way does not know.
    fn own_bids(&self, structure: usize) -> Result<Option<OwnBids>, Overflow> {
        let index = self.terms[structure].structure;
        let mut tender = self.plain.clone();
        self.lower_prices(&mut tender, structure)?;
        let invited = |c| tender.structures[index].bidders_may.contains(&c);
        // whether a fallback is known must not hang on the day of lapse: it decides on admissibility
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

    /// One draw under one structure; `None` where the general way must decide after all.
    pub(super) fn quick_row(
        &self,
        event: &Event,
        structure: usize,
        scratch: &mut Scratch,
        order: impl FnOnce() -> Vec<usize>,
    ) -> Result<Option<StructureRow>, Overflow> {
        let Some(quick) = &self.quick[structure] else { return Ok(None) };
        let days = self.lapse_days.at(&self.plain, event.lapse);
        let pricing = Pricing { study: self, event, days, rule: self.cap_rule(days) };
        match &quick.own {
            Some(own) => pricing.price_own_bids(structure, own, scratch),
            None => pricing.price_members(structure, scratch),
        }
        let terms = &self.terms[structure];
        let bidders = self.names.len();
        let capacity = |b: usize| match &quick.own {
            Some(own) => own.capacity[b],
            None => self.capacity(event, b).filter(|_| terms.capacity),
        };
        let max_lots = |b: usize| match &quick.own {
            Some(own) => own.max_lots[b],
            None => {
                let profile = &self.dialogue.profiles[self.sources.members[b].profile];
                profile.max_lots.filter(|_| terms.max_lots)
            }
        };
        scratch.award.set_limits(quick.limits, (0..bidders).map(|b| (capacity(b), max_lots(b))));
        let settled = scratch.award.solve(&scratch.lots[..terms.lots.len()]);
        let tied = match settled {
            Settled::One => false,
            Settled::Several if !quick.ties_matter => {
                if !scratch.award.choose(&scratch.lots[..terms.lots.len()], &order()) {
                    return Ok(None);
                }
                true
            }
            Settled::Several | Settled::GivenUp => return Ok(None),
        };
        pricing.row(structure, quick.own.as_ref(), scratch, tied).map(Some)
    }

    fn cap_rule(&self, days: &Days) -> CapRule {
        match (self.plain.cap.map(|c| c.above), days.cap) {
            (Some(AboveCap::RejectBid), _) => CapRule::RejectsBid,
            (Some(AboveCap::RejectLine), _) => CapRule::RejectsLine,
            (Some(AboveCap::PayCapWhileInForce(scored)), Some(days)) => {
                CapRule::Pays { scored, inside: days.in_force.into(), all: days.contract.max(1).into() }
            }
            _ => CapRule::Nothing,
        }
    }
}

/// Prices the bids of one draw.
struct Pricing<'a> {
    study: &'a Study,
    event: &'a Event,
    days: &'a Days,
    rule: CapRule,
}

impl Pricing<'_> {
    /// Every lot's fallback, volume, and no bids yet.
    fn open_lots(&self, structure: usize, scratch: &mut Scratch) {
        let lots = &self.study.terms[structure].lots;
        scratch.lots.resize_with(scratch.lots.len().max(lots.len()), LotChoice::default);
        for (choice, lot) in scratch.lots.iter_mut().zip(lots) {
            let known = |sum: Option<i128>, p: &usize| Some(sum? + scratch.fallback[*p][0]?);
            // as in the general way: an unknown fallback counts 0, and only where nobody may win the lot
            choice.fallback = lot.procedures.iter().fold(Some(0), known).unwrap_or(0);
            choice.volume = lot.procedures.iter().map(|&p| self.event.award_volumes[p].count()).sum();
            choice.bids.clear();
        }
    }

    fn price_own_bids(&self, structure: usize, own: &OwnBids, scratch: &mut Scratch) {
        self.open_lots(structure, scratch);
        for (l, lot) in self.study.terms[structure].lots.iter().enumerate() {
            for &bid in &own.admissible[l] {
                let total = self.scored_total(lot, &scratch.fallback, |p| own.units[bid][p]);
                scratch.lots[l].bids.push((bid, total));
            }
        }
    }

    fn price_members(&self, structure: usize, scratch: &mut Scratch) {
        self.open_lots(structure, scratch);
        let (study, event) = (self.study, self.event);
        let terms = &study.terms[structure];
        let lots = terms.lots.len();
        scratch.able.resize_with(scratch.able.len().max(lots), Vec::new);
        scratch.discounts.resize_with(scratch.discounts.len().max(lots), Vec::new);
        scratch.able.iter_mut().for_each(Vec::clear);
        scratch.discounts.iter_mut().for_each(Vec::clear);
        scratch.rejected.clear();
        scratch.rejected.resize(study.names.len(), false);
        for member in 0..study.names.len() {
            if study.takes_part(event, terms, member) {
                let able = |l: &usize| study.can_bid(event, self.days, &terms.lots[*l], member);
                (0..lots).filter(able).for_each(|l| scratch.able[l].push(member));
            }
        }
        for (l, lot) in terms.lots.iter().enumerate() {
            let able = &scratch.able[l];
            for &member in able {
                let discount = study.discount_half_up(event, structure, lot, member, able.len());
                scratch.discounts[l].push(discount);
                if matches!(self.rule, CapRule::RejectsBid) && !scratch.rejected[member] {
                    scratch.rejected[member] = self.is_above_cap(lot, member, discount);
                }
            }
        }
        for (l, lot) in terms.lots.iter().enumerate() {
            for (&member, &discount) in scratch.able[l].iter().zip(&scratch.discounts[l]) {
                let falls = scratch.rejected[member]
                    || matches!(self.rule, CapRule::RejectsLine) && self.is_above_cap(lot, member, discount);
                if !falls {
                    let unit = |p: usize| self.unit(member, p, discount);
                    let total = self.scored_total(lot, &scratch.fallback, unit);
                    scratch.lots[l].bids.push((member, total));
                }
            }
        }
    }

    fn unit(&self, member: usize, p: usize, discount: Percent) -> Option<UnitPrice> {
        let (price, _) = self.study.base[p]?;
        (!self.event.lacks[member][p]).then(|| price.less_percent_half_up(discount))
    }

    fn is_above_cap(&self, lot: &LotTerms, member: usize, discount: Percent) -> bool {
        let above =
            |p: usize| self.unit(member, p, discount).zip(self.study.cap[p]).is_some_and(|(u, c)| u > c);
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
                let scored = self.rule.scored(unit, self.study.cap[p]);
                i128::from(scored) * i128::from(self.event.award_volumes[p].count())
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
        let bidders = self.study.names.len();
        let mut row = StructureRow {
            tied,
            payments: vec![Money::ZERO; bidders],
            volumes: vec![Volume::ZERO; bidders],
            ..StructureRow::default()
        };
        let (mut cost, mut all_fallback) = (Some(0_i128), Some(0_i128));
        for (l, lot) in self.study.terms[structure].lots.iter().enumerate() {
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
                        payment += self.rule.payment_half_up(unit, self.study.cap[p], self.event.volumes[p]);
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

impl CapRule {
    /// The scored unit price in øre (docs/reference/rules.md, "Unit prices" 4).
    fn scored(self, unit: UnitPrice, cap: Option<UnitPrice>) -> i64 {
        match (self, cap) {
            (CapRule::Pays { scored, inside, all }, Some(cap)) if unit > cap => match scored {
                ScoredPrice::Bid => unit.ore(),
                ScoredPrice::Capped => cap.ore(),
                ScoredPrice::TimeWeighted => {
                    let sum = day_sum(unit, cap, inside, all);
                    // between the two prices
                    (sum / all + u64::from(sum % all >= all - sum % all)) as i64
                }
            },
            _ => unit.ore(),
        }
    }

    /// The expected payment of a line in øre (docs/reference/rules.md, "Unit prices" 6), half up.
    fn payment_half_up(self, unit: UnitPrice, cap: Option<UnitPrice>, volume: Volume) -> i128 {
        match (self, cap) {
            (CapRule::Pays { inside, all, .. }, Some(cap)) if unit > cap => {
                let sum = day_sum(unit, cap, inside, all);
                match sum.checked_mul(volume.count()) {
                    Some(product) => {
                        i128::from(product / all + u64::from(product % all >= all - product % all))
                    }
                    None => {
                        let product = i128::from(sum) * i128::from(volume.count());
                        crate::number::divide_half_up(product, all.into())
                    }
                }
            }
            _ => i128::from(unit.ore()) * i128::from(volume.count()),
        }
    }
}

/// cap × days inside + unit × days outside: below 2e12 × 8e6, which 64 bits hold.
fn day_sum(unit: UnitPrice, cap: UnitPrice, inside: u64, all: u64) -> u64 {
    cap.ore().unsigned_abs() * inside + unit.ore().unsigned_abs() * (all - inside.min(all))
}

fn cost(rate: Rate, volume: Volume) -> Result<Option<i128>, Overflow> {
    Ok(rate.cost_half_up(volume)?.map(Money::ore))
}
