//! What a bid states of a procedure: a unit price, no price, or no offer, and where the price comes from.

use super::{Overlay, TariffPrices, is_above_cap};
use crate::{
    number::{Overflow, Percent, UnitPrice},
    tender::{AboveCap, Bid, CodeMap, CodePattern, Place, Tender},
};

/// What a bid states of one procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// It offers the procedure at this unit price.
    Priced(UnitPrice),
    /// It offers the procedure, but there is no price that could count.
    Unpriced(NoPrice),
    /// It does not offer the procedure.
    NotOffered(NotOffered),
}

/// Why an offered procedure has no price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPrice {
    /// A discount on a code without a price in the discount base.
    DiscountWithoutTariff,
    /// Above the cap, and the cap rejects the line; the price asked.
    AboveCap(UnitPrice),
}

/// Why a procedure is not offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOffered {
    /// Named in `not-offered`.
    Named,
    /// The bidder is not registered for it.
    NotRegistered,
    /// A requirement of the code (index) is unmet.
    RequirementUnmet(u32),
    /// No price, no discount.
    NothingStated,
}

/// Where a unit price comes from, for those who must follow it back to the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriceOrigin {
    /// Stated.
    Explicit(UnitPrice, Place),
    /// A discount off the discount base; the place is that of the discount.
    Discount(Percent, Option<Place>),
    /// Neither.
    Nothing,
}

impl Offer {
    /// The unit price, if it has one that counts.
    pub fn unit(self) -> Option<UnitPrice> {
        match self {
            Offer::Priced(unit) => Some(unit),
            _ => None,
        }
    }

    /// Whether the bid offers the procedure, priced or not.
    pub fn is_offered(self) -> bool {
        !matches!(self, Offer::NotOffered(_))
    }
}

/// Finds what a bid states of codes.
#[derive(Debug)]
pub struct BidReader<'t> {
    tender: &'t Tender,
    prices: &'t TariffPrices,
    bid: &'t Bid,
    general: Option<(Percent, Option<Place>)>,
    discounts: CodeMap<'t, (Percent, Place)>,
    not_offered: CodeMap<'t, ()>,
    registered: Option<CodeMap<'t, ()>>,
}

fn set(patterns: &[CodePattern]) -> CodeMap<'_, ()> {
    CodeMap::new(patterns.iter().map(|p| (p, ())))
}

impl<'t> BidReader<'t> {
    /// Makes a bid ready for look-ups.
    pub fn new(tender: &'t Tender, prices: &'t TariffPrices, overlay: &Overlay, bid: usize) -> Self {
        let drawn = overlay.discounts.get(&bid).map(|d| (*d, None));
        let bid = &tender.bids[bid];
        BidReader {
            tender,
            prices,
            bid,
            general: drawn.or(bid.discount.map(|(d, place)| (d, Some(place)))),
            discounts: CodeMap::new(bid.discounts.iter().map(|d| (&d.codes, (d.discount, d.place)))),
            not_offered: set(&bid.not_offered),
            registered: bid.registered.as_deref().map(set),
        }
    }

    /// What the bid states of every procedure, in order (docs/reference/rules.md, "Unit prices" 2 and 4). `unmet(procedure)` tells a
    /// requirement of the code that is unmet.
    ///
    /// # Errors
    /// [`Overflow`] where an adjusted price would not fit.
    pub fn offers(&self, unmet: &dyn Fn(usize) -> Option<u32>) -> Result<Vec<Offer>, Overflow> {
        (0..self.tender.procedures.len()).map(|procedure| self.offer(procedure, unmet(procedure))).collect()
    }

    fn offer(&self, procedure: usize, unmet: Option<u32>) -> Result<Offer, Overflow> {
        let code = &self.tender.procedures[procedure].code;
        if self.not_offered.get(code).is_some() {
            return Ok(Offer::NotOffered(NotOffered::Named));
        }
        let origin = self.origin(procedure);
        if origin == PriceOrigin::Nothing {
            return Ok(Offer::NotOffered(NotOffered::NothingStated));
        }
        if self.registered.as_ref().is_some_and(|r| r.get(code).is_none()) {
            return Ok(Offer::NotOffered(NotOffered::NotRegistered));
        }
        if let Some(requirement) = unmet {
            return Ok(Offer::NotOffered(NotOffered::RequirementUnmet(requirement)));
        }
        Ok(match self.price_from(origin, 0, procedure)? {
            None => Offer::Unpriced(NoPrice::DiscountWithoutTariff),
            Some(unit) if self.rejects_line() && is_above_cap(unit, self.prices.cap(procedure)) => {
                Offer::Unpriced(NoPrice::AboveCap(unit))
            }
            Some(unit) => Offer::Priced(unit),
        })
    }

    /// The unit price that an origin gives in a stage of the calendar; `None` where there is none.
    fn price_from(
        &self,
        origin: PriceOrigin,
        stage: usize,
        procedure: usize,
    ) -> Result<Option<UnitPrice>, Overflow> {
        let moved = self.prices.calendar.as_ref().and_then(|c| c.stages.get(stage));
        match (origin, moved) {
            (PriceOrigin::Nothing, _) => Ok(None),
            (PriceOrigin::Explicit(price, _), None) => Ok(Some(price)),
            (PriceOrigin::Explicit(price, _), Some(stage)) => stage.prices.times_half_up(price).map(Some),
            (PriceOrigin::Discount(discount, _), moved) => {
                let Some(base) = self.base_price_at(stage, procedure) else { return Ok(None) };
                match moved {
                    None => Ok(Some(base.less_percent_half_up(discount))),
                    Some(stage) => stage.discounts.times_less_percent_half_up(base, discount).map(Some),
                }
            }
        }
    }

    /// The unit prices of what it offers in a later stage of the calendar, 0 for the rest.
    ///
    /// # Errors
    /// [`Overflow`] where an adjusted price would not fit.
    pub(super) fn units_in(&self, stage: usize, offers: &[Offer]) -> Result<Vec<UnitPrice>, Overflow> {
        let unit = |(procedure, offer): (usize, &Offer)| match offer {
            Offer::Priced(_) => {
                Ok(self.price_from(self.origin(procedure), stage, procedure)?.unwrap_or_default())
            }
            _ => Ok(UnitPrice::default()),
        };
        offers.iter().enumerate().map(unit).collect()
    }

    fn rejects_line(&self) -> bool {
        self.tender.cap.is_some_and(|c| c.above == AboveCap::RejectLine)
    }

    /// The price that a discount is taken off on the contract's first day.
    pub fn base_price(&self, procedure: usize) -> Option<UnitPrice> {
        self.base_price_at(0, procedure)
    }

    /// The price that a discount is taken off in a stage of the calendar; without adjustments there is the first alone.
    pub fn base_price_at(&self, stage: usize, procedure: usize) -> Option<UnitPrice> {
        self.prices.price_at(stage, self.tender.pricing.discount_base?, procedure)
    }

    /// The same, where the bid does not leave the procedure out by `not-offered` or `registered`.
    pub fn offered_origin(&self, procedure: usize) -> PriceOrigin {
        let code = &self.tender.procedures[procedure].code;
        let out = self.not_offered.get(code).is_some()
            || self.registered.as_ref().is_some_and(|r| r.get(code).is_none());
        if out { PriceOrigin::Nothing } else { self.origin(procedure) }
    }

    /// Where the unit price of a procedure comes from: an explicit price beats any discount; a discount for the code
    /// beats one for a prefix, and that the general one.
    pub fn origin(&self, procedure: usize) -> PriceOrigin {
        let number = u32::try_from(procedure).unwrap_or(u32::MAX);
        if let Ok(i) = self.bid.prices.binary_search_by_key(&number, |p| p.procedure) {
            let p = &self.bid.prices[i];
            return PriceOrigin::Explicit(p.price, p.place);
        }
        if let Ok(i) = self.bid.file_discounts.binary_search_by_key(&number, |d| d.procedure) {
            let d = &self.bid.file_discounts[i];
            return PriceOrigin::Discount(d.discount, Some(d.place));
        }
        if let Some(&(discount, place)) = self.discounts.get(&self.tender.procedures[procedure].code) {
            return PriceOrigin::Discount(discount, Some(place));
        }
        self.general.map_or(PriceOrigin::Nothing, |(discount, place)| PriceOrigin::Discount(discount, place))
    }
}
