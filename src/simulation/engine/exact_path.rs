//! The exact path: a draw under one structure as a tender, evaluated and awarded by [`crate::outcome::decide`]. It is right for
//! every tender, explains any draw, and is slower than the fast path by a factor of a hundred.

use std::collections::BTreeSet;

use super::{
    context::{Days, EngineContext, Terms, to_parts_half_up},
    draw::Event,
};
use crate::{
    admission::{AdmittedBids, LotFigures, admit_bids},
    number::{Money, Overflow, Percent, UnitPrice, Volume, divide_half_up},
    outcome::{AwardStatus, Evaluation, Outcome, OutcomeError, lot_capacity, shared, volumes_by_rank},
    pricing::{BidReader, Offer, Overlay, PriceOrigin, TariffPrices, price_bids},
    simulation::{Bidders, Dialogue, LotRow, StructureRow},
    tender::{
        Bid, BidDiscount, BidPrice, CodePattern, EvaluationModel, LotSelection, ModelKind, Place, PriceForm,
        Tender, TieRule,
    },
};

impl EngineContext {
    /// One draw under one structure (a place in the order of the dialogue). `order` gives the bidders as a public draw would,
    /// if the rules for ties leave more than one award.
    pub(super) fn exact_row(
        &self,
        event: &Event,
        structure: usize,
        order: impl FnOnce() -> Vec<usize>,
    ) -> Result<StructureRow, OutcomeError> {
        let (mut tender, overlay) = self.as_tender(event, structure)?;
        let index = self.terms[structure].structure;
        let first = Evaluation::of(&tender).structure(index).overlay(&overlay).run()?;
        if first.award.status != AwardStatus::Tie {
            return Ok(row(&first, event, false)?);
        }
        drop(first);
        tender.award.ties.push(TieRule::Draw);
        tender.award.draw = order();
        let settled = Evaluation::of(&tender).structure(index).overlay(&overlay).run()?;
        Ok(row(&settled, event, true)?)
    }
}

/// Who supplies a lot: bidder, combination discount tier, volume.
type Supplies = Vec<(usize, usize, Volume)>;

/// What an award comes to on the volumes that come true.
fn row(outcome: &Outcome<'_>, event: &Event, tied: bool) -> Result<StructureRow, Overflow> {
    let tender = outcome.tender;
    let bids = tender.bids.len();
    let after;
    let admitted = if event.volumes == event.award_volumes {
        &outcome.admitted
    } else {
        let overlay = Overlay { volumes: Some(event.volumes.clone()), ..outcome.priced.overlay.clone() };
        after = admit_bids(&price_bids(tender, outcome.structure, &overlay)?)?;
        &after
    };
    let mut row = StructureRow {
        cost: Some(Money::ZERO),
        fallback: Some(Money::ZERO),
        tied,
        payments: vec![Money::ZERO; bids],
        volumes: vec![Volume::ZERO; bids],
        lots: Vec::new(),
    };
    for lot in 0..tender.structures[outcome.structure].lots.len() {
        let supplies = supplies(outcome, lot, event);
        let cost = lot_cost(outcome, admitted, event, lot, &supplies, &mut row)?;
        row.cost = row.cost.zip(cost).map(|(a, b)| a.checked_add(b)).transpose()?;
        row.fallback = row.fallback.zip(admitted.fallback[lot]).map(|(a, b)| a.checked_add(b)).transpose()?;
        row.lots.push(LotRow {
            bids: outcome.evaluated.lots[lot].bids.iter().flatten().count() as u32,
            winner: supplies.first().and_then(|s| u32::try_from(s.0).ok()),
        });
    }
    Ok(row)
}

/// Suppliers of a lot in rank order, with the volumes that come true.
fn supplies(outcome: &Outcome<'_>, lot: usize, event: &Event) -> Supplies {
    let Some(award) = outcome.award.lots.get(lot) else { return Vec::new() };
    let volume = lot_volume(outcome.tender, outcome.structure, lot, &event.volumes);
    if outcome.tender.award.suppliers_per_lot <= 1 {
        return award.winner.map(|w| (w, award.tier, volume)).into_iter().collect();
    }
    let bidders: Vec<usize> = award.suppliers.iter().map(|s| s.bidder).collect();
    let capacity = |&b: &usize| lot_capacity(outcome.tender, outcome.structure, b, lot);
    let capacities: Vec<Option<Volume>> = bidders.iter().map(capacity).collect();
    let taken = volumes_by_rank(volume, &capacities, &outcome.tender.award.sharing);
    bidders.into_iter().zip(taken).map(|(b, v)| (b, 0, v)).collect()
}

fn lot_volume(tender: &Tender, structure: usize, lot: usize, volumes: &[Volume]) -> Volume {
    Volume::sum(tender.structures[structure].lots[lot].procedures.iter().map(|&p| volumes[p]))
}

/// What a lot costs in all; the suppliers' parts are added to the row.
fn lot_cost(
    outcome: &Outcome<'_>,
    admitted: &AdmittedBids,
    event: &Event,
    lot: usize,
    supplies: &Supplies,
    row: &mut StructureRow,
) -> Result<Option<Money>, Overflow> {
    let volume = lot_volume(outcome.tender, outcome.structure, lot, &event.volumes);
    let mut cost = Money::ZERO;
    let mut left = volume.count();
    for (rank, &(bidder, tier, taken)) in supplies.iter().enumerate() {
        let figures: Option<&LotFigures> =
            admitted.bids[bidder].lots[lot].figures().and_then(|f| f.get(tier));
        let Some(figures) = figures else { return Ok(None) };
        let payment = shared(figures.expected_payment, taken, volume, rank)?;
        cost = cost.checked_add(payment)?.checked_add(shared(figures.elsewhere, taken, volume, rank)?)?;
        row.payments[bidder] = row.payments[bidder].checked_add(payment)?;
        let served = if taken == volume { served(outcome, event, bidder, lot) } else { taken };
        row.volumes[bidder] = Volume::sum([row.volumes[bidder], served]);
        left -= taken.count().min(left);
    }
    match admitted.fallback[lot] {
        _ if left == 0 && !supplies.is_empty() => Ok(Some(cost)),
        Some(all) if supplies.is_empty() => Ok(Some(all)),
        Some(all) => cost.checked_add(shared(all, Volume::from_total(left), volume, 0)?).map(Some),
        None => Ok(None),
    }
}

/// The volume of a lot without what the bidder leaves out.
fn served(outcome: &Outcome<'_>, event: &Event, bidder: usize, lot: usize) -> Volume {
    let procedures = &outcome.tender.structures[outcome.structure].lots[lot].procedures;
    let offers: &[Offer] = &outcome.priced.offers[bidder];
    Volume::sum(procedures.iter().filter(|&&p| offers[p].unit().is_some()).map(|&p| event.volumes[p]))
}

/// The tender without anything that belongs to real bids: profiles have no quality, are parties to no framework, and bid in
/// time.
pub(super) fn without_bids(dialogue: &Dialogue) -> Tender {
    let mut tender = dialogue.tender.clone();
    tender.bids.clear();
    tender.assessments.clear();
    tender.decisions.clear();
    tender.requirements.clear();
    tender.remarks.clear();
    tender.framework = None;
    tender.mini_tenders = None;
    tender.budget = None;
    tender.head.deadline = None;
    tender.head.model_hash = None;
    tender.pricing.form = PriceForm::Free;
    tender.award.draw.clear();
    tender.award.low_price_flag = None;
    tender.award.ties.retain(|rule| !matches!(rule, TieRule::Higher(_)));
    tender.evaluation = EvaluationModel {
        kind: ModelKind::LowestPrice,
        criteria: Vec::new(),
        gates: Vec::new(),
        ..tender.evaluation
    };
    tender
}

impl EngineContext {
    /// The tender of a draw under one structure (a place in the order of the dialogue), and what differs from it.
    pub(super) fn as_tender(&self, event: &Event, structure: usize) -> Result<(Tender, Overlay), Overflow> {
        let terms = &self.terms[structure];
        let mut tender = self.plain.clone();
        let mut overlay =
            Overlay { volumes: Some(event.award_volumes.clone()), lapse: event.lapse, ..Overlay::default() };
        match self.dialogue.bidders {
            Bidders::Tender => self.lower_prices(&mut tender, structure)?,
            Bidders::Profiles => {
                let days = self.lapse_days.at(&self.plain, event.lapse);
                (tender.bids, overlay.absent) = self.bids(event, days, structure, terms);
            }
        }
        Ok((tender, overlay))
    }

    /// The members' bids, and who of them does not bid on any lot.
    fn bids(
        &self,
        event: &Event,
        days: &Days,
        structure: usize,
        terms: &Terms,
    ) -> (Vec<Bid>, BTreeSet<usize>) {
        let members = 0..self.inputs.members.len();
        let lots = 0..terms.lots.len();
        let bids_on: Vec<Vec<usize>> = members
            .clone()
            .map(|m| {
                let takes_part = self.takes_part(event, terms, m);
                let can_bid = |l: &usize| takes_part && self.can_bid(event, days, &terms.lots[*l], m);
                lots.clone().filter(can_bid).collect()
            })
            .collect();
        let rivals: Vec<usize> =
            lots.map(|l| bids_on.iter().filter(|own| own.contains(&l)).count()).collect();
        let absent = members.clone().filter(|&m| bids_on[m].is_empty()).collect();
        let bids = members
            .map(|m| {
                let mut bid = self.empty_bid(event, terms, m);
                for &l in &bids_on[m] {
                    let lot = &terms.lots[l];
                    let discount = self.discount_half_up(event, structure, lot, m, rivals[l]);
                    for &p in &lot.procedures {
                        self.offer(&mut bid, p, event.lacks[m][p], discount);
                    }
                }
                bid.file_discounts.sort_by_key(|d| d.procedure);
                bid.prices.sort_by_key(|p| p.procedure);
                bid.bids_on = vec![LotSelection {
                    structure: terms.structure,
                    lots: bids_on[m].clone(),
                    place: Place::default(),
                }];
                bid
            })
            .collect();
        (bids, absent)
    }

    fn offer(&self, bid: &mut Bid, p: usize, lacks: bool, discount: Percent) {
        let Ok(procedure) = u32::try_from(p) else { return };
        let place = Place::default();
        match self.base[p] {
            _ if lacks => bid.not_offered.push(CodePattern::Code(self.plain.procedures[p].code.clone())),
            Some((_, true)) => bid.file_discounts.push(BidDiscount { procedure, discount, place }),
            Some((price, false)) => {
                let price = price.less_percent_half_up(discount);
                bid.prices.push(BidPrice { procedure, price, place });
            }
            None => {}
        }
    }

    fn empty_bid(&self, event: &Event, terms: &Terms, member: usize) -> Bid {
        let place = Place::default();
        let profile = &self.dialogue.profiles[self.inputs.members[member].profile];
        let capacity = self.capacity(event, member).filter(|_| terms.capacity);
        Bid {
            bidder: self.names[member].clone(),
            received: None,
            received_text: None,
            discount: None,
            discounts: Vec::new(),
            prices: Vec::new(),
            file_discounts: Vec::new(),
            not_offered: Vec::new(),
            registered: None,
            capacity: capacity.map(|c| (Volume::from_total(c), place)),
            lot_capacities: Vec::new(),
            max_lots: profile.max_lots.filter(|_| terms.max_lots).map(|n| (n, place)),
            bids_on: Vec::new(),
            only_together: Vec::new(),
            combinations: Vec::new(),
            values: Vec::new(),
            group: None,
            place,
        }
    }

    /// The tender's own bids under a shift: every discount grows by the points, every price in kroner falls by as many per cent
    /// of the discount base.
    pub(super) fn lower_prices(&self, tender: &mut Tender, structure: usize) -> Result<(), Overflow> {
        let points = self.shift.points(structure);
        if points == 0 {
            return Ok(());
        }
        let prices = TariffPrices::new(tender, &Overlay::default())?;
        let base = tender.pricing.discount_base;
        let mut lowered = Vec::with_capacity(tender.bids.len());
        for (b, bid) in tender.bids.iter().enumerate() {
            let reader = BidReader::new(tender, &prices, &Overlay::default(), b);
            let (mut own_prices, mut discounts) = (Vec::new(), Vec::new());
            for p in 0..tender.procedures.len() {
                let procedure = u32::try_from(p).map_err(|_| Overflow)?;
                match reader.origin(p) {
                    PriceOrigin::Explicit(price, place) => {
                        let price = lowered_half_up(price, base.and_then(|b| prices.price(b, p)), points);
                        own_prices.push(BidPrice { procedure, price, place });
                    }
                    PriceOrigin::Discount(discount, place) => {
                        let discount = with_points(discount, points);
                        let place = place.unwrap_or(bid.place);
                        discounts.push(BidDiscount { procedure, discount, place });
                    }
                    PriceOrigin::Nothing => {}
                }
            }
            lowered.push((own_prices, discounts));
        }
        tender.pricing.form = PriceForm::Free;
        for (bid, (prices, discounts)) in tender.bids.iter_mut().zip(lowered) {
            (bid.prices, bid.file_discounts) = (prices, discounts);
        }
        Ok(())
    }
}

/// A discount plus `points` millionths of a percentage point, to hundredths of a point, half up; within -100 and 100.
pub(super) fn with_points(discount: Percent, points: i64) -> Percent {
    let parts = discount.parts().saturating_add(to_parts_half_up(points.into()));
    Percent::from_parts(parts.clamp(-Percent::HUNDRED_PARTS, Percent::HUNDRED_PARTS))
}

/// A unit price less `points` millionths of a per cent of the discount base, or of itself, half up; never below 0.
fn lowered_half_up(unit: UnitPrice, base: Option<UnitPrice>, points: i64) -> UnitPrice {
    let of = base.unwrap_or(unit);
    let less = divide_half_up(i128::from(of.ore()) * i128::from(points), 100_000_000);
    let ore = i64::try_from(i128::from(unit.ore()) - less).unwrap_or(i64::MAX);
    UnitPrice::from_ore(ore.clamp(0, UnitPrice::LIMIT_ORE - 1)).unwrap_or(unit)
}
