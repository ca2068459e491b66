//! The general way: a draw under one structure through [`crate::outcome::decide`]. Correct for every tender, and slower than
//! the quick way by a factor of a hundred.

use super::{SimulationError, Study, event::Event};
use crate::{
    admission::{AdmittedBids, LotFigures, admit_bids},
    award::Demands,
    number::{Money, Overflow, Volume},
    outcome::{AwardStatus, Outcome, decide, shared, volumes_by_rank},
    pricing::{Offer, Overlay, price_bids},
    simulation::{LotRow, StructureRow},
    tender::{Tender, TieRule},
};

impl Study {
    /// One draw under one structure (a place in the order of the dialogue). `order` gives the bidders as a public draw would,
    /// if the rules for ties leave more than one award.
    pub(super) fn general_row(
        &self,
        event: &Event,
        structure: usize,
        order: impl FnOnce() -> Vec<usize>,
    ) -> Result<StructureRow, SimulationError> {
        let (mut tender, overlay) = self.as_tender(event, structure)?;
        let index = self.terms[structure].structure;
        let first = decide(&tender, index, &overlay, Demands::default())?;
        if first.award.status != AwardStatus::Tie {
            return Ok(row(&first, event, false)?);
        }
        drop(first);
        tender.award.ties.push(TieRule::Draw);
        tender.award.draw = order();
        let settled = decide(&tender, index, &overlay, Demands::default())?;
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
    let capacity = |&b: &usize| crate::outcome::lot_capacity(outcome.tender, outcome.structure, b, lot);
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
