//! The lines of a bid: one for each procedure, with the figures that priced it.

use super::{
    Writer,
    paper::{push_money, push_whole},
};
use crate::{
    explain::LineFigures,
    pricing::{BidReader, NoPrice, NotOffered, Offer, PriceOrigin},
    quantity::{Figure, Percent, UnitPrice},
    tender::Place,
};

impl Writer<'_> {
    /// What a bid offers on a lot, line by line.
    pub(super) fn lines(&mut self, depth: usize, reader: &BidReader<'_>, bid: usize, lot: usize) {
        for &procedure in &self.view.lots()[lot].procedures {
            let mut text = self.tender().procedures[procedure].code.clone();
            match self.outcome().priced.offers[bid][procedure] {
                Offer::Priced(unit) => {
                    text.push_str(": ");
                    self.push_origin(&mut text, reader, procedure, Some(unit));
                    self.push_figures(&mut text, bid, procedure, Percent::ZERO);
                }
                Offer::Unpriced(why) => self.push_unpriced(&mut text, reader, procedure, why),
                Offer::NotOffered(why) => self.push_not_offered(&mut text, bid, procedure, why),
            }
            let counts = self.outcome().admitted.bids[bid].lots[lot].figures().is_some();
            if counts && self.outcome().priced.offers[bid][procedure].unit().is_none() {
                self.push_fallback(&mut text, procedure);
            }
            self.paper.line(depth, &text);
        }
    }

    /// The lines of the award, where the bid wins with a combination discount.
    pub(super) fn lines_in_award(&mut self, depth: usize, bid: usize, lot: usize, discount: Percent) {
        self.say(depth, self.w.lines_in_award, &vec![("discount", Figure::from(discount))]);
        for &procedure in &self.view.lots()[lot].procedures {
            let mut text = self.tender().procedures[procedure].code.clone();
            match LineFigures::of(self.outcome(), bid, procedure, discount) {
                Some(figures) => {
                    text.push_str(": ");
                    push_money(&mut text, self.language(), figures.unit.ore().into());
                    self.push_figures(&mut text, bid, procedure, discount);
                }
                None => self.push_fallback(&mut text, procedure),
            }
            self.paper.line(depth + 2, &text);
        }
    }

    /// `56,875.00 = 62,500.00 less 9 % (tender.toml:88)`, or `9,800.00 (tender.toml:89)`.
    fn push_origin(
        &self,
        out: &mut String,
        reader: &BidReader<'_>,
        procedure: usize,
        unit: Option<UnitPrice>,
    ) {
        let (w, language) = (self.w, self.language());
        if let Some(unit) = unit {
            push_money(out, language, unit.ore().into());
        }
        match reader.origin(procedure) {
            PriceOrigin::Nothing => {}
            PriceOrigin::Explicit(_, place) => self.push_place(out, place),
            PriceOrigin::Discount(discount, place) => {
                if let Some(base) = reader.base_price(procedure) {
                    out.push_str(" = ");
                    push_money(out, language, base.ore().into());
                    out.push_str(w.less);
                }
                out.push_str(&language.figure(&Figure::Percent(discount)));
                match place {
                    None => out.push_str(w.tried_out),
                    Some(place) => {
                        out.push_str(" %");
                        self.push_place(out, place);
                    }
                }
            }
        }
    }

    /// `; at the fallback 12,345.00`
    fn push_fallback(&self, out: &mut String, procedure: usize) {
        if let Some(cost) = self.outcome().priced.prices.fallback[procedure] {
            out.push_str(self.w.at_fallback);
            push_money(out, self.language(), cost.ore());
        }
    }

    fn push_place(&self, out: &mut String, place: Place) {
        out.push_str(" (");
        self.places.push(out, place);
        out.push(')');
    }

    /// `, above the cap 56,250.00, scored 56,718.32; × 220 = 12,478,030.40, paid 12,478,030.82`
    fn push_figures(&self, out: &mut String, bid: usize, procedure: usize, discount: Percent) {
        let (w, language) = (self.w, self.language());
        let Some(figures) = LineFigures::of(self.outcome(), bid, procedure, discount) else { return };
        if let Some(cap) = figures.cap {
            out.push_str(if figures.is_above_cap() { w.above_cap } else { w.cap });
            push_money(out, language, cap.ore().into());
        }
        if figures.scored != figures.unit {
            out.push_str(w.scored);
            push_money(out, language, figures.scored.ore().into());
        }
        out.push_str("; × ");
        push_whole(out, language, figures.volume.count().into());
        out.push_str(" = ");
        push_money(out, language, figures.line.ore());
        if figures.payment != figures.line {
            out.push_str(w.paid);
            push_money(out, language, figures.payment.ore());
        }
    }

    fn push_unpriced(&self, out: &mut String, reader: &BidReader<'_>, procedure: usize, why: NoPrice) {
        let w = self.w;
        out.push_str(w.no_price);
        match why {
            NoPrice::DiscountWithoutTariff => {
                let base = self.tender().pricing.discount_base.map(|b| self.tender().tariffs[b].id.as_str());
                self.push_origin(out, reader, procedure, None);
                out.push_str(", ");
                out.push_str(&self.fill(w.why_no_base, &vec![("tariff", Figure::from(base.unwrap_or("")))]));
            }
            NoPrice::AboveCap(unit) => {
                self.push_origin(out, reader, procedure, Some(unit));
                let cap = self.outcome().priced.prices.cap(procedure).unwrap_or_default();
                out.push_str(&self.fill(w.why_above_cap, &vec![("cap", Figure::from(cap))]));
            }
        }
    }

    fn push_not_offered(&self, out: &mut String, bid: usize, procedure: usize, why: NotOffered) {
        let w = self.w;
        out.push_str(w.no_price);
        match why {
            NotOffered::Named => out.push_str(w.why_not_offered),
            NotOffered::NotRegistered => out.push_str(w.why_not_registered),
            NotOffered::NothingStated => out.push_str(w.why_nothing_stated),
            NotOffered::RequirementUnmet(requirement) => {
                let own = &self.tender().requirements[requirement as usize];
                let args = vec![("requirement", Figure::from(own.id.as_str()))];
                out.push_str(&self.fill(w.why_requirement, &args));
                let priced = &self.outcome().priced;
                let lot = priced.lot_of[procedure];
                let place = priced.requirements.judged_at(bid, requirement as usize, lot);
                self.push_place(out, place.unwrap_or(own.place));
            }
        }
    }
}
