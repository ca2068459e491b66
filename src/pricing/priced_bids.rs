//! Every bid's unit prices under one structure, and what may be tried out on a tender.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{BidReader, Offer, Requirements, TariffPrices};
use crate::{
    number::{Overflow, Percent, UnitPrice, Volume},
    tender::{ScoredPrice, Tender},
};

/// Every bid's unit prices under one structure.
#[derive(Debug)]
pub struct PricedBids<'t> {
    /// The tender.
    pub tender: &'t Tender,
    /// The structure (index).
    pub structure: usize,
    /// What is tried out.
    pub overlay: Overlay,
    /// Tariffs, cap, fallback, volumes, days.
    pub prices: TariffPrices,
    /// By procedure: its lot.
    pub lot_of: Vec<usize>,
    /// By bid, by procedure. Empty for a bid that does not take part.
    pub offers: Vec<Vec<Offer>>,
    /// By bid, by later stage of the calendar (from the second), by procedure: the unit price of what is priced, 0 for the
    /// rest. Empty where no price is adjusted.
    pub(super) later: Vec<Vec<Vec<UnitPrice>>>,
    /// The status of each requirement.
    pub requirements: Requirements<'t>,
}

/// Prices every bid: file to unit prices, under one structure (which matters for requirements judged by lot).
///
/// # Errors
/// [`Overflow`] where a figure would not fit.
pub fn price_bids<'t>(
    tender: &'t Tender,
    structure: usize,
    overlay: &Overlay,
) -> Result<PricedBids<'t>, Overflow> {
    let prices = TariffPrices::new(tender, overlay)?;
    let requirements = Requirements::new(tender, structure);
    let mut lot_of = vec![0; tender.procedures.len()];
    for (lot, l) in tender.structures[structure].lots.iter().enumerate() {
        for &procedure in &l.procedures {
            lot_of[procedure] = lot;
        }
    }
    let stages = prices.calendar.as_ref().map_or(1, |c| c.stages.len());
    let (mut offers, mut later) = (Vec::with_capacity(tender.bids.len()), Vec::new());
    for bid in 0..tender.bids.len() {
        if overlay.absent.contains(&bid) {
            offers.push(Vec::new());
            later.push(Vec::new());
            continue;
        }
        let by_lot = requirements.unmet_by_lot(bid);
        let unmet = |procedure: usize| {
            let failed =
                by_lot[lot_of[procedure]].iter().find(|&&r| requirements.covers_code(r, procedure))?;
            u32::try_from(*failed).ok()
        };
        let reader = BidReader::new(tender, &prices, overlay, bid);
        let own = reader.offers(&unmet)?;
        later.push((1..stages).map(|stage| reader.units_in(stage, &own)).collect::<Result<_, _>>()?);
        offers.push(own);
    }
    Ok(PricedBids {
        tender,
        structure,
        overlay: overlay.clone(),
        prices,
        lot_of,
        offers,
        later,
        requirements,
    })
}

/// What is tried out on a tender without changing it: quantities that are drawn or assumed. The default changes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overlay {
    /// The volume of each procedure, in the tender's order.
    pub volumes: Option<Vec<Volume>>,
    /// The last day on which the cap tariff is in force.
    pub lapse: Option<Date>,
    /// Bids (indices) that do not take part.
    pub absent: BTreeSet<usize>,
    /// The general discount of a bid (index), in place of its own.
    pub discounts: BTreeMap<usize, Percent>,
    /// The scored price, where the cap is paid while in force.
    pub scored: Option<ScoredPrice>,
}

impl Overlay {
    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        *self == Overlay::default()
    }
}
