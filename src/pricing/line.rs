//! What is scored and paid for a line: a bid's unit price for a procedure, with its volume.

use jiff::civil::Date;

use super::{
    Calendar, Offer, PricedBids, TariffPrices,
    cap::{CapEffect, is_above_cap},
};
use crate::{
    number::{Money, Percent, UnitPrice, Volume, divide_half_up},
    tender::ScoredPrice,
};

/// A line with a unit price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The unit price with the combination discount, on the contract's first day.
    pub unit: UnitPrice,
    /// The cap on that day; `None` where the procedure has none.
    pub cap: Option<UnitPrice>,
    /// The scored unit price.
    pub scored: UnitPrice,
    /// How many.
    pub volume: Volume,
    /// Scored unit price × volume.
    pub line: Money,
    /// What the bidder would be paid.
    pub payment: Money,
}

impl Line {
    /// Whether the unit price is above the cap.
    pub fn is_above_cap(&self) -> bool {
        is_above_cap(self.unit, self.cap)
    }
}

/// What is paid for one procedure on a stretch of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaidPrice {
    /// The unit price with the combination discount.
    pub unit: UnitPrice,
    /// The cap, where it is in force on these days and the tender pays it.
    pub cap: Option<UnitPrice>,
    /// The lower of the two.
    pub paid: UnitPrice,
}

/// How lines are scored and paid under a tender (docs/reference/rules.md, "Unit prices" 3 to 6; 8).
#[derive(Clone, Copy, Debug)]
pub struct LineRule<'p> {
    effect: CapEffect,
    prices: &'p TariffPrices,
    offers: &'p [Vec<Offer>],
    later: &'p [Vec<Vec<UnitPrice>>],
}

impl PricedBids<'_> {
    /// How lines are scored and paid.
    pub fn line_rule(&self) -> LineRule<'_> {
        let above = self.tender.cap.map(|c| c.above);
        LineRule {
            effect: CapEffect::new(above, self.overlay.scored, self.prices.days),
            prices: &self.prices,
            offers: &self.offers,
            later: &self.later,
        }
    }
}

impl LineRule<'_> {
    /// What the cap does.
    pub fn effect(&self) -> CapEffect {
        self.effect
    }

    /// The unit price on the contract's first day less a combination discount; `None` where the bid has none.
    pub fn unit(&self, bid: usize, procedure: usize, discount: Percent) -> Option<UnitPrice> {
        self.unit_at(0, bid, procedure, discount)
    }

    /// The unit price in a stage of the calendar less a combination discount; `None` where the bid has none.
    pub fn unit_at(
        &self,
        stage: usize,
        bid: usize,
        procedure: usize,
        discount: Percent,
    ) -> Option<UnitPrice> {
        let first = self.offers.get(bid)?.get(procedure)?.unit()?;
        let unit = match stage.checked_sub(1) {
            None => first,
            Some(later) => *self.later.get(bid)?.get(later)?.get(procedure)?,
        };
        Some(if discount == Percent::ZERO { unit } else { unit.less_percent_half_up(discount) })
    }

    /// The scored unit price.
    pub fn scored(&self, bid: usize, procedure: usize, discount: Percent) -> Option<UnitPrice> {
        let unit = self.unit(bid, procedure, discount)?;
        Some(self.scored_from(unit, bid, procedure, discount))
    }

    fn scored_from(&self, unit: UnitPrice, bid: usize, procedure: usize, discount: Percent) -> UnitPrice {
        let by_days =
            matches!(self.effect, CapEffect::PaysCapWhileInForce { scored: ScoredPrice::TimeWeighted, .. });
        match &self.prices.calendar {
            Some(calendar) if by_days => {
                let (sum, all) = self.day_sum(calendar, bid, procedure, discount);
                // an average of prices: it lies between them
                UnitPrice::from_computed_ore(divide_half_up(sum, all)).unwrap_or(unit)
            }
            _ => self.effect.scored_unit_price(unit, self.prices.cap(procedure)),
        }
    }

    /// The expected payment of a line, half up to whole øre, once.
    pub fn payment_half_up(
        &self,
        bid: usize,
        procedure: usize,
        discount: Percent,
        volume: Volume,
    ) -> Option<Money> {
        let unit = self.unit(bid, procedure, discount)?;
        Some(self.payment_from(unit, bid, procedure, discount, volume))
    }

    fn payment_from(
        &self,
        unit: UnitPrice,
        bid: usize,
        procedure: usize,
        discount: Percent,
        volume: Volume,
    ) -> Money {
        match &self.prices.calendar {
            Some(calendar) => {
                let (sum, all) = self.day_sum(calendar, bid, procedure, discount);
                // below 2e12 × 8e6 × 1e9: fits
                Money::from_ore(divide_half_up(sum * i128::from(volume.count()), all))
            }
            None => self.effect.expected_payment_half_up(unit, self.prices.cap(procedure), volume),
        }
    }

    /// By how much the cap lowers what would be paid for a line; `None` where the bid has no unit price.
    pub fn cap_takes_off(&self, bid: usize, procedure: usize) -> Option<Money> {
        let discount = Percent::ZERO;
        let line = self.line(bid, procedure, discount)?;
        let uncapped = match &self.prices.calendar {
            None => line.unit * line.volume,
            Some(calendar) => {
                let (mut sum, mut all) = (0, 0);
                for &(stage, _, days) in &calendar.paid_days {
                    let unit = self.unit_at(stage, bid, procedure, discount)?;
                    sum += i128::from(unit.ore()) * i128::from(days);
                    all += i128::from(days);
                }
                Money::from_ore(divide_half_up(sum * i128::from(line.volume.count()), all))
            }
        };
        uncapped.checked_sub(line.payment).ok()
    }

    /// Everything about a line; `None` where the bid has no unit price for the procedure.
    pub fn line(&self, bid: usize, procedure: usize, discount: Percent) -> Option<Line> {
        let unit = self.unit(bid, procedure, discount)?;
        let volume = self.prices.volumes[procedure];
        let scored = self.scored_from(unit, bid, procedure, discount);
        Some(Line {
            unit,
            cap: self.prices.cap(procedure),
            scored,
            volume,
            line: scored * volume,
            payment: self.payment_from(unit, bid, procedure, discount, volume),
        })
    }

    /// What is paid in a stage of the calendar, with the cap in force or not.
    pub fn paid_at(
        &self,
        (stage, cap_in_force): (usize, bool),
        bid: usize,
        procedure: usize,
        discount: Percent,
    ) -> Option<PaidPrice> {
        let unit = self.unit_at(stage, bid, procedure, discount)?;
        let pays_cap = matches!(self.effect, CapEffect::PaysCapWhileInForce { .. });
        let cap = self.prices.cap_at(stage, procedure).filter(|_| pays_cap && cap_in_force);
        Some(PaidPrice { unit, cap, paid: cap.map_or(unit, |cap| unit.min(cap)) })
    }

    /// The first day on which a price that moves over the contract passes the cap that is paid, and what is paid then.
    pub fn first_capped(&self, bid: usize, procedure: usize) -> Option<(Date, PaidPrice)> {
        self.prices.calendar.as_ref()?.segments.iter().find_map(|segment| {
            let of = (segment.stage, segment.cap_in_force);
            let paid = self.paid_at(of, bid, procedure, Percent::ZERO)?;
            (paid.paid < paid.unit).then_some((segment.period.from, paid))
        })
    }

    /// The sum over the contract's days of what is paid for one procedure, and the days.
    fn day_sum(&self, calendar: &Calendar, bid: usize, procedure: usize, discount: Percent) -> (i128, i128) {
        let (mut sum, mut all) = (0, 0);
        for &(stage, cap_in_force, days) in &calendar.paid_days {
            let paid = self.paid_at((stage, cap_in_force), bid, procedure, discount);
            sum += i128::from(paid.map_or(0, |p| p.paid.ore())) * i128::from(days);
            all += i128::from(days);
        }
        (sum, all)
    }
}
