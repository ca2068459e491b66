//! The lines of a bid: one for each procedure, with the figures that priced it.

use super::{
    Writer,
    paper::{push_money, push_whole},
};
use crate::{
    number::{Figure, Percent, Ratio, UnitPrice},
    pricing::{BidReader, CapEffect, NoPrice, NotOffered, Offer, PriceOrigin},
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
            self.later_prices(depth + 2, reader, bid, procedure);
            self.day_by_day(depth + 2, bid, procedure, Percent::ZERO);
        }
    }

    /// The unit price in each later stage of a contract over which prices are adjusted, where it is another.
    fn later_prices(&mut self, depth: usize, reader: &BidReader<'_>, bid: usize, procedure: usize) {
        let priced = &self.outcome().priced;
        let Some(calendar) = &priced.prices.calendar else { return };
        let rule = priced.line_rule();
        let mut last = rule.unit(bid, procedure, Percent::ZERO);
        for (s, stage) in calendar.stages.iter().enumerate().skip(1) {
            let unit = rule.unit_at(s, bid, procedure, Percent::ZERO);
            let Some(own) = unit.filter(|_| unit != last) else { continue };
            last = unit;
            let mut text = self.fill(self.w.unit_from, &vec![("day", Figure::from(stage.from))]);
            self.push_origin_in(&mut text, reader, s, procedure, Some(own));
            if let Some(cap) = priced.prices.cap_at(s, procedure) {
                text.push_str(if own > cap { self.w.above_cap } else { self.w.cap });
                push_money(&mut text, self.language(), cap.ore().into());
            }
            self.paper.line(depth, &text);
        }
    }

    /// What is paid on how many days, where prices are adjusted.
    fn day_by_day(&mut self, depth: usize, bid: usize, procedure: usize, discount: Percent) {
        let (w, language) = (self.w, self.language());
        let priced = &self.outcome().priced;
        let (Some(calendar), rule) = (&priced.prices.calendar, priced.line_rule()) else { return };
        let pays_cap = matches!(rule.effect(), CapEffect::PaysCapWhileInForce { .. });
        let mut paid: Vec<(UnitPrice, u32)> = Vec::new();
        for segment in &calendar.segments {
            let of = (segment.stage, segment.cap_in_force && pays_cap);
            let Some(own) = rule.paid_at(of, bid, procedure, discount) else { return };
            match paid.last_mut() {
                Some((price, days)) if *price == own.paid => *days += segment.days(),
                _ => paid.push((own.paid, segment.days())),
            }
        }
        let mut text = w.paid_by_days.to_owned();
        for (i, (price, days)) in paid.into_iter().enumerate() {
            text.push_str(if i > 0 { ", " } else { "" });
            push_money(&mut text, language, price.ore().into());
            let args = vec![("days", Figure::from(days)), ("all", Figure::from(calendar.contract.days()))];
            text.push_str(&self.fill(w.on_days, &args));
        }
        self.paper.line(depth, &text);
    }

    /// The lines of the award, where the bid wins with a combination discount.
    pub(super) fn lines_in_award(&mut self, depth: usize, bid: usize, lot: usize, discount: Percent) {
        self.say(depth, self.w.lines_in_award, &vec![("discount", Figure::from(discount))]);
        for &procedure in &self.view.lots()[lot].procedures {
            let mut text = self.tender().procedures[procedure].code.clone();
            match self.outcome().priced.line_rule().unit(bid, procedure, discount) {
                Some(unit) => {
                    text.push_str(": ");
                    push_money(&mut text, self.language(), unit.ore().into());
                    self.push_figures(&mut text, bid, procedure, discount);
                }
                None => self.push_fallback(&mut text, procedure),
            }
            self.paper.line(depth + 2, &text);
            self.day_by_day(depth + 4, bid, procedure, discount);
        }
    }

    /// The unit price on the contract's first day, and where it comes from.
    fn push_origin(
        &self,
        out: &mut String,
        reader: &BidReader<'_>,
        procedure: usize,
        unit: Option<UnitPrice>,
    ) {
        self.push_origin_in(out, reader, 0, procedure, unit);
    }

    /// `56,875.00 = 62,500.00 less 9 % (tender.toml:88)`, or `9,800.00 (tender.toml:89)`, in a stage of the calendar, with
    /// what adjusts it.
    fn push_origin_in(
        &self,
        out: &mut String,
        reader: &BidReader<'_>,
        stage: usize,
        procedure: usize,
        unit: Option<UnitPrice>,
    ) {
        let (w, language) = (self.w, self.language());
        if let Some(unit) = unit {
            push_money(out, language, unit.ore().into());
        }
        let moved = self.outcome().priced.prices.calendar.as_ref().and_then(|c| c.stages.get(stage));
        match reader.origin(procedure) {
            PriceOrigin::Nothing => {}
            PriceOrigin::Explicit(stated, place) => {
                if unit != Some(stated) {
                    out.push_str(" = ");
                    push_money(out, language, stated.ore().into());
                }
                self.push_place(out, place);
                self.push_factor(out, moved.map(|m| m.prices.exact()));
            }
            PriceOrigin::Discount(discount, place) => {
                if let Some(base) = reader.base_price_at(stage, procedure) {
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
                self.push_factor(out, moved.map(|m| m.discounts.exact()));
            }
        }
    }

    /// ` × 1.025`, where a price is adjusted.
    fn push_factor(&self, out: &mut String, factor: Option<&Ratio>) {
        if let Some(factor) = factor.filter(|f| **f != Ratio::ONE) {
            out.push_str(" × ");
            out.push_str(&self.language().figure(&Figure::Number(factor.clone())));
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
        let Some(figures) = self.outcome().priced.line_rule().line(bid, procedure, discount) else { return };
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
