//! Where a fixed price and a floating discount meet: two bids on one procedure that move by different adjustments.

use super::{BidReader, Overlay, PriceOrigin, TariffPrices};
use crate::tender::{Place, Problem, ProblemCode, Tender, read::problems::Problems};

/// How the first bid of a sort states its price for a procedure.
type Stated = Option<(usize, Place)>;

/// Reports once, for the first procedure, that prices stated in kroner and discounts move apart, and on how many procedures.
pub(crate) fn report_fixed_and_floating(tender: &Tender, p: &mut Problems) {
    let Some(base) = tender.pricing.discount_base.map(|base| tender.listed_base(base)) else { return };
    let apart = tender
        .adjustments_in_time()
        .into_iter()
        .find(|a| a.percent.parts() != 0 && a.tariffs.contains(&base) && !a.prices);
    let (Some(apart), Ok(prices)) = (apart, TariffPrices::new(tender, &Overlay::default())) else { return };
    let overlay = Overlay::default();
    let readers: Vec<_> =
        (0..tender.bids.len()).map(|bid| BidReader::new(tender, &prices, &overlay, bid)).collect();
    let (mut first, mut count) = (None, 0_usize);
    for procedure in 0..tender.procedures.len() {
        let (mut fixed, mut floating): (Stated, Stated) = (None, None);
        for (bid, reader) in readers.iter().enumerate() {
            match reader.offered_origin(procedure) {
                PriceOrigin::Explicit(_, place) => fixed = fixed.or(Some((bid, place))),
                PriceOrigin::Discount(_, place) => {
                    floating = floating.or(Some((bid, place.unwrap_or(tender.bids[bid].place))));
                }
                PriceOrigin::Nothing => {}
            }
            if fixed.is_some() && floating.is_some() {
                break;
            }
        }
        if let (Some(fixed), Some(floating)) = (fixed, floating) {
            count += 1;
            first = first.or(Some((procedure, fixed, floating)));
        }
    }
    let Some((procedure, fixed, floating)) = first else { return };
    p.add(
        Problem::new(ProblemCode::FixedAndFloating, fixed.1)
            .with("procedure", tender.procedures[procedure].code.as_str())
            .with("fixed", tender.bids[fixed.0].bidder.as_str())
            .with("floating", tender.bids[floating.0].bidder.as_str())
            .with("tariff", tender.tariffs.get(base).map_or("", |t| t.id.as_str()))
            .with("from", apart.from)
            .with("n", count)
            .related(floating.1),
    );
}
