//! Every bid: what it states, what the buyer judged and decided, and on each lot its lines, its price, its points and how it
//! stands.

use super::TranscriptWriter;
use crate::{
    admission::Finding,
    explain::{StepRule, discount_won, explain_lot_without_lines},
    number::{Figure, Figures, Percent, Ratio, UnitPrice},
    pricing::{BidReader, CapEffect, NoPrice, NotOffered, Offer, PriceOrigin},
    report::evaluation::remark_items,
    tender::{
        Assessment, AssessmentScope, Bid, CodePattern, CombinationCondition, DecisionAction, LotSelection,
        Place, RequirementStatus,
    },
};

impl TranscriptWriter<'_> {
    pub(super) fn bids(&mut self) {
        self.heading(self.word("transcript-part-bids"));
        if self.tender().bids.is_empty() {
            self.text.line(0, self.word("transcript-no-bids"));
            return;
        }
        self.text.line(0, self.word("transcript-lines-mean"));
        for bid in 0..self.tender().bids.len() {
            self.bid(bid);
        }
    }

    fn bid(&mut self, bid: usize) {
        let outcome = self.outcome();
        self.text.heading(&format!("{}.{} {}", self.chapter, bid + 1, self.view.bidder(bid)));
        let place = vec![("place", self.at(self.tender().bids[bid].place))];
        self.paragraph(0, "transcript-bid-written", &place);
        if outcome.priced.overlay.absent.contains(&bid) {
            self.text.line(0, self.word("transcript-bid-left-out"));
            return;
        }
        self.stated(&self.tender().bids[bid]);
        self.judged(bid);
        let lots = self.view.lots().len();
        let on = (0..lots).filter(|&lot| self.view.evaluated(bid, lot).is_some()).count();
        let args = vec![("lots", Figure::from(on)), ("all", Figure::from(lots))];
        self.paragraph(0, if on > 0 { "transcript-admissible" } else { "transcript-inadmissible" }, &args);
        self.remarks(bid, None);
        let reader = BidReader::new(self.tender(), &outcome.priced.prices, &outcome.priced.overlay, bid);
        for lot in 0..lots {
            self.on_lot(&reader, bid, lot);
        }
    }

    fn on_lot(&mut self, reader: &BidReader<'_>, bid: usize, lot: usize) {
        let args =
            vec![("bidder", Figure::from(self.view.bidder(bid))), ("lot", Figure::from(self.view.lot(lot)))];
        let heading = self.message("transcript-bid-on-lot", &args);
        self.text.heading(&heading);
        if !self.view.is_not_bid(bid, lot) {
            self.lines(2, reader, bid, lot);
            if let Some(discount) = discount_won(self.outcome(), bid, lot) {
                self.lines_in_award(2, bid, lot, discount);
            }
        }
        let mut steps = explain_lot_without_lines(self.outcome(), bid, lot);
        for step in steps.iter_mut().filter(|s| s.rule == StepRule::LotInadmissible) {
            // what excludes the bid comes below, many of a sort as one
            step.steps.clear();
        }
        self.steps(0, &steps);
        self.remarks(bid, Some(lot));
    }

    /// The findings of the bid as a whole, or on a lot, those that exclude first. Of a bid that is evaluated on the lot the
    /// steps have those that are about no procedure.
    fn remarks(&mut self, bid: usize, lot: Option<usize>) {
        let evaluated = lot.is_some_and(|l| self.view.evaluated(bid, l).is_some());
        let in_steps = |f: &Finding| evaluated && f.procedure.is_none();
        let own = self.outcome().bid_findings[bid].iter();
        let findings: Vec<&Finding> = own.filter(|f| f.lot == lot && !in_steps(f)).collect();
        for item in remark_items(&self.view, Some(bid), &findings) {
            self.text.line(0, &format!("{}: {}", self.word("transcript-remark"), item.text));
        }
    }

    /// What the bid states besides its prices.
    fn stated(&mut self, bid: &Bid) {
        match bid.received {
            Some(received) => {
                let when = Figure::moment(received, bid.received_text.as_deref());
                self.paragraph(0, "transcript-received", &vec![("when", when)]);
            }
            None => self.text.line(0, self.word("transcript-received-not-stated")),
        }
        if let Some(group) = &bid.group {
            self.paragraph(0, "transcript-group", &vec![("group", Figure::from(group.as_str()))]);
        }
        if let Some(registered) = &bid.registered {
            self.paragraph(0, "transcript-registered", &codes(registered));
        }
        if !bid.not_offered.is_empty() {
            self.paragraph(0, "transcript-not-offered", &codes(&bid.not_offered));
        }
        for (name, value, place) in &bid.values {
            let value = Figure::Number((*value).into());
            let args =
                vec![("name", Figure::from(name.as_str())), ("value", value), ("place", self.at(*place))];
            self.paragraph(0, "transcript-value", &args);
        }
        self.conditions(bid);
    }

    /// The conditions that the bid sets under this structure.
    fn conditions(&mut self, bid: &Bid) {
        let structure = self.outcome().structure;
        if let Some((volume, place)) = bid.capacity {
            self.paragraph(
                0,
                "transcript-capacity",
                &vec![("volume", Figure::from(volume)), ("place", self.at(place))],
            );
        }
        for own in bid.lot_capacities.iter().filter(|c| c.structure == structure) {
            let lot = Figure::from(self.view.lot(own.lot));
            let args =
                vec![("volume", Figure::from(own.volume)), ("lot", lot), ("place", self.at(own.place))];
            self.paragraph(0, "transcript-lot-capacity", &args);
        }
        if let Some((n, place)) = bid.max_lots {
            self.paragraph(
                0,
                "transcript-max-lots",
                &vec![("n", Figure::from(n)), ("place", self.at(place))],
            );
        }
        for (id, selections) in
            [("transcript-only-together", &bid.only_together), ("transcript-bids-on", &bid.bids_on)]
        {
            for LotSelection { lots, place, .. } in selections.iter().filter(|s| s.structure == structure) {
                let args = self.lots_and_place(lots, *place);
                self.paragraph(0, id, &args);
            }
        }
        for own in bid.combinations.iter().filter(|c| c.structure.is_none_or(|s| s == structure)) {
            let (id, mut args) = match &own.condition {
                CombinationCondition::MinLots(n) => (
                    "transcript-combination-min",
                    vec![("n", Figure::from(*n)), ("place", self.at(own.place))],
                ),
                CombinationCondition::Lots(lots) => {
                    ("transcript-combination-lots", self.lots_and_place(lots, own.place))
                }
                CombinationCondition::AllLots => {
                    ("transcript-combination-all", vec![("place", self.at(own.place))])
                }
            };
            args.push(("discount", Figure::from(own.discount)));
            self.paragraph(0, id, &args);
        }
    }

    fn lots_and_place(&self, lots: &[usize], place: Place) -> Figures {
        let ids: Vec<String> = lots.iter().map(|&l| self.view.lot(l).to_owned()).collect();
        vec![("lots", Figure::from(ids)), ("place", self.at(place))]
    }

    /// What the buyer judged of the bid under this structure, and what was decided.
    fn judged(&mut self, bid: usize) {
        let tender = self.tender();
        for assessment in tender.assessments.iter().filter(|a| a.bid == bid) {
            let Some(scope) = self.scope(assessment) else { continue };
            for (criterion, points, place) in &assessment.points {
                let points = Figure::Number((*points).into());
                let args = vec![
                    ("scope", Figure::from(scope.as_str())),
                    ("criterion", Figure::from(criterion.as_str())),
                    ("points", points),
                    ("place", self.at(*place)),
                ];
                self.paragraph(0, "transcript-points", &args);
            }
            for (requirement, status, place) in &assessment.requirements {
                let status = self.word(match status {
                    RequirementStatus::Met => "transcript-met",
                    RequirementStatus::Unmet => "transcript-unmet",
                    RequirementStatus::Unverified => "transcript-unverified",
                });
                let args = vec![
                    ("scope", Figure::from(scope.as_str())),
                    ("requirement", Figure::from(tender.requirements[*requirement].id.as_str())),
                    ("status", Figure::from(status)),
                    ("place", self.at(*place)),
                ];
                self.paragraph(0, "transcript-requirement", &args);
            }
            if let Some(reason) = &assessment.reason {
                self.paragraph(2, "transcript-reason", &vec![("reason", Figure::from(reason.as_str()))]);
            }
        }
        for decision in tender.decisions.iter().filter(|d| d.bid == bid) {
            let id = match decision.action {
                DecisionAction::Reject => "transcript-rejected",
                DecisionAction::Accept => "transcript-accepted",
            };
            let args =
                vec![("ground", Figure::from(decision.ground.name())), ("place", self.at(decision.place))];
            let mut text = self.message(id, &args);
            if let Some(date) = decision.date {
                text.push_str(&self.message("transcript-on-date", &vec![("date", Figure::from(date))]));
            }
            self.text.line(0, &text);
            if let Some(reason) = &decision.text {
                self.paragraph(2, "transcript-reason", &vec![("reason", Figure::from(reason.as_str()))]);
            }
        }
    }

    /// What an assessment is about, as the rest of a word; `None` for another structure.
    fn scope(&self, assessment: &Assessment) -> Option<String> {
        let own = self.outcome().structure;
        match assessment.scope {
            AssessmentScope::Everywhere => Some(String::new()),
            AssessmentScope::Structure(s) if s == own => {
                Some(self.word("transcript-scope-structure").to_owned())
            }
            AssessmentScope::Lot { structure, lot } if structure == own => {
                Some(self.message("transcript-scope-lot", &vec![("lot", Figure::from(self.view.lot(lot)))]))
            }
            _ => None,
        }
    }

    /// What a bid offers on a lot, line by line.
    fn lines(&mut self, depth: usize, reader: &BidReader<'_>, bid: usize, lot: usize) {
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
            self.text.line(depth, &text);
            self.later_prices(depth + 2, reader, bid, procedure);
            self.day_by_day(depth + 2, bid, procedure, Percent::ZERO);
        }
    }

    /// The unit price in each later stage of a contract over which prices are adjusted, where it is another.
    fn later_prices(&mut self, depth: usize, reader: &BidReader<'_>, bid: usize, procedure: usize) {
        let (line, priced) = (&self.line, &self.outcome().priced);
        let Some(calendar) = &priced.prices.calendar else { return };
        let rule = priced.line_rule();
        let mut last = rule.unit(bid, procedure, Percent::ZERO);
        for (s, stage) in calendar.stages.iter().enumerate().skip(1) {
            let unit = rule.unit_at(s, bid, procedure, Percent::ZERO);
            let Some(own) = unit.filter(|_| unit != last) else { continue };
            last = unit;
            let mut text = line.fill(&line.unit_from, &vec![("day", Figure::from(stage.from))]);
            self.push_origin_in(&mut text, reader, s, procedure, Some(own));
            if let Some(cap) = priced.prices.cap_at(s, procedure) {
                text.push_str(if own > cap { line.above_cap } else { line.cap });
                self.language().push_money(&mut text, cap.ore().into());
            }
            self.text.line(depth, &text);
        }
    }

    /// What is paid on how many days, where prices are adjusted.
    fn day_by_day(&mut self, depth: usize, bid: usize, procedure: usize, discount: Percent) {
        let (line, language) = (&self.line, self.language());
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
        let mut text = line.paid_by_days.to_owned();
        for (i, (price, days)) in paid.into_iter().enumerate() {
            text.push_str(if i > 0 { ", " } else { "" });
            language.push_money(&mut text, price.ore().into());
            let args = vec![("days", Figure::from(days)), ("all", Figure::from(calendar.contract.days()))];
            text.push_str(&line.fill(&line.on_days, &args));
        }
        self.text.line(depth, &text);
    }

    /// The lines of the award, where the bid wins with a combination discount.
    fn lines_in_award(&mut self, depth: usize, bid: usize, lot: usize, discount: Percent) {
        self.paragraph(depth, "transcript-lines-in-award", &vec![("discount", Figure::from(discount))]);
        for &procedure in &self.view.lots()[lot].procedures {
            let mut text = self.tender().procedures[procedure].code.clone();
            match self.outcome().priced.line_rule().unit(bid, procedure, discount) {
                Some(unit) => {
                    text.push_str(": ");
                    self.language().push_money(&mut text, unit.ore().into());
                    self.push_figures(&mut text, bid, procedure, discount);
                }
                None => self.push_fallback(&mut text, procedure),
            }
            self.text.line(depth + 2, &text);
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
        let (line, language) = (&self.line, self.language());
        if let Some(unit) = unit {
            language.push_money(out, unit.ore().into());
        }
        let moved = self.outcome().priced.prices.calendar.as_ref().and_then(|c| c.stages.get(stage));
        match reader.origin(procedure) {
            PriceOrigin::Nothing => {}
            PriceOrigin::Explicit(stated, place) => {
                if unit != Some(stated) {
                    out.push_str(" = ");
                    language.push_money(out, stated.ore().into());
                }
                self.push_place(out, place);
                self.push_factor(out, moved.map(|m| m.prices.exact()));
            }
            PriceOrigin::Discount(discount, place) => {
                if let Some(base) = reader.base_price_at(stage, procedure) {
                    out.push_str(" = ");
                    language.push_money(out, base.ore().into());
                    out.push_str(line.less);
                }
                out.push_str(&language.figure(&Figure::Percent(discount)));
                match place {
                    None => out.push_str(line.tried_out),
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
            out.push_str(self.line.at_fallback);
            self.language().push_money(out, cost.ore());
        }
    }

    fn push_place(&self, out: &mut String, place: Place) {
        out.push_str(" (");
        self.places.push(out, place);
        out.push(')');
    }

    /// `, above the cap 56,250.00, scored 56,718.32; × 220 = 12,478,030.40, paid 12,478,030.82`
    fn push_figures(&self, out: &mut String, bid: usize, procedure: usize, discount: Percent) {
        let (line, language) = (&self.line, self.language());
        let Some(figures) = self.outcome().priced.line_rule().line(bid, procedure, discount) else { return };
        if let Some(cap) = figures.cap {
            out.push_str(if figures.is_above_cap() { line.above_cap } else { line.cap });
            language.push_money(out, cap.ore().into());
        }
        if figures.scored != figures.unit {
            out.push_str(line.scored);
            language.push_money(out, figures.scored.ore().into());
        }
        out.push_str("; × ");
        language.push_whole(out, figures.volume.count().into());
        out.push_str(" = ");
        language.push_money(out, figures.line.ore());
        if figures.payment != figures.line {
            out.push_str(line.paid);
            language.push_money(out, figures.payment.ore());
        }
    }

    fn push_unpriced(&self, out: &mut String, reader: &BidReader<'_>, procedure: usize, why: NoPrice) {
        let line = &self.line;
        out.push_str(line.no_price);
        match why {
            NoPrice::DiscountWithoutTariff => {
                let base = self.tender().pricing.discount_base.map(|b| self.tender().tariffs[b].id.as_str());
                self.push_origin(out, reader, procedure, None);
                out.push_str(", ");
                out.push_str(
                    &line.fill(&line.why_no_base, &vec![("tariff", Figure::from(base.unwrap_or("")))]),
                );
            }
            NoPrice::AboveCap(unit) => {
                self.push_origin(out, reader, procedure, Some(unit));
                let cap = self.outcome().priced.prices.cap(procedure).unwrap_or_default();
                out.push_str(&line.fill(&line.why_above_cap, &vec![("cap", Figure::from(cap))]));
            }
        }
    }

    fn push_not_offered(&self, out: &mut String, bid: usize, procedure: usize, why: NotOffered) {
        let line = &self.line;
        out.push_str(line.no_price);
        match why {
            NotOffered::Named => out.push_str(line.why_not_offered),
            NotOffered::NotRegistered => out.push_str(line.why_not_registered),
            NotOffered::NothingStated => out.push_str(line.why_nothing_stated),
            NotOffered::RequirementUnmet(requirement) => {
                let own = &self.tender().requirements[requirement as usize];
                let args = vec![("requirement", Figure::from(own.id.as_str()))];
                out.push_str(&line.fill(&line.why_requirement, &args));
                let priced = &self.outcome().priced;
                let lot = priced.lot_of[procedure];
                let place = priced.requirements.judged_at(bid, requirement as usize, lot);
                self.push_place(out, place.unwrap_or(own.place));
            }
        }
    }
}

fn codes(patterns: &[CodePattern]) -> Figures {
    vec![("codes", Figure::from(patterns.iter().map(ToString::to_string).collect::<Vec<_>>()))]
}
