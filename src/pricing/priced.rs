use super::{BidReader, Offer, Overlay, TariffPrices};
use crate::{admission::Requirements, quantity::Overflow, tender::Tender};

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
    /// How each requirement stands.
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
    let offers = (0..tender.bids.len())
        .map(|bid| {
            if overlay.absent.contains(&bid) {
                return Vec::new();
            }
            let by_lot = requirements.unmet_by_lot(bid);
            let unmet = |procedure: usize| {
                let failed =
                    by_lot[lot_of[procedure]].iter().find(|&&r| requirements.covers_code(r, procedure))?;
                u32::try_from(*failed).ok()
            };
            BidReader::new(tender, &prices, overlay, bid).offers(&unmet)
        })
        .collect();
    Ok(PricedBids { tender, structure, overlay: overlay.clone(), prices, lot_of, offers, requirements })
}
