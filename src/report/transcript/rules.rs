//! What is so before any bid is looked at: the model, tariffs, cap, fallback, lots, procedures.

use super::TranscriptWriter;
use crate::{
    number::{Figure, Money},
    pricing::{FallbackDays, fallback_days},
    report::{
        evaluation::{adjustments_part, cap_part},
        model::rule_parts,
    },
    tender::{Place, Procedure, Tariff, TariffBasis},
};

impl TranscriptWriter<'_> {
    pub(super) fn rules(&mut self) {
        self.heading(self.word("transcript-part-rules"));
        for part in rule_parts(self.tender(), self.language()) {
            if let Some(heading) = &part.heading {
                self.text.heading(heading);
            }
            self.text.part(&part);
        }
        self.where_rules_stand();
        self.heading(self.word("transcript-part-tariffs"));
        for tariff in &self.tender().tariffs {
            self.tariff(tariff);
        }
        self.fallback();
        if let Some(part) = adjustments_part(&self.view) {
            self.part(&part);
        }
        self.heading(self.word("transcript-part-cap"));
        self.text.part(&cap_part(&self.view));
        self.heading(self.word("transcript-part-lots"));
        self.lots();
        self.heading(self.word("transcript-part-procedures"));
        self.text.line(0, self.word("transcript-procedures-mean"));
        for procedure in 0..self.tender().procedures.len() {
            self.procedure(procedure);
        }
    }

    /// The tables that the rules come from, with their lines; what is not stated has none.
    fn where_rules_stand(&mut self) {
        let tender = self.tender();
        let structure = &tender.structures[self.outcome().structure];
        let tables: [(&str, Option<Place>); 5] = [
            ("[pricing]", tender.pricing.place),
            ("[cap]", tender.cap.map(|c| c.place)),
            ("[[structure]]", Some(structure.place)),
            ("[award]", Some(tender.award.place)),
            ("[evaluation]", Some(tender.evaluation.place)),
        ];
        // the head of the file stands in for a table that is not there
        let stated =
            tables.into_iter().filter_map(|(table, place)| Some((table, place.filter(|p| p.end > 0)?)));
        let adjustments =
            tender.adjustments_in_time().into_iter().map(|a| ("[[adjustment]]", a.percent_place));
        let list: Vec<String> = stated
            .chain(adjustments)
            .map(|(table, place)| format!("{table} {}", self.places.text(place)))
            .collect();
        if !list.is_empty() {
            self.text.heading(
                &self.message("transcript-written-at", &vec![("list", Figure::from(list.join(", ")))]),
            );
        }
    }

    fn tariff(&mut self, tariff: &Tariff) {
        let when = match tariff.in_force {
            None => self.word("transcript-always").to_owned(),
            Some(period) => {
                let args = vec![("from", Figure::from(period.from)), ("until", Figure::from(period.until))];
                self.message("transcript-from-until", &args)
            }
        };
        let name = if tariff.title == tariff.id || tariff.title.is_empty() {
            tariff.id.clone()
        } else {
            format!("{} – {}", tariff.id, tariff.title)
        };
        let mut args =
            vec![("tariff", Figure::from(name)), ("place", self.at(tariff.place)), ("when", when.into())];
        let id = match tariff.basis {
            TariffBasis::Listed => "transcript-tariff-listed",
            TariffBasis::Derived { from, reduction, round_to, place } => {
                args.push(("from", Figure::from(self.tender().tariffs[from].id.as_str())));
                args.push(("reduction", Figure::from(reduction)));
                args.push(("at_reduction", self.at(place)));
                args.push(("round_to", Figure::from(round_to)));
                "transcript-tariff-derived"
            }
        };
        self.paragraph(0, id, &args);
    }

    fn fallback(&mut self) {
        let tender = self.tender();
        if tender.fallback.is_empty() {
            self.text.line(0, self.word("transcript-fallback-none"));
            return;
        }
        let prices = &self.outcome().priced.prices;
        let Some(days) = fallback_days(tender, &self.outcome().priced.overlay, prices) else {
            self.text.line(0, self.word("transcript-fallback-gaps"));
            return;
        };
        let all: u32 = days.iter().map(|d| d.days).sum();
        let one = |own: &FallbackDays| {
            let later =
                prices.calendar.as_ref().and_then(|c| c.stages.get(own.stage)).filter(|_| own.stage > 0);
            let mut args = vec![
                ("tariff", Figure::from(tender.tariffs[own.tariff].id.as_str())),
                ("days", Figure::from(own.days)),
                ("all", Figure::from(all)),
            ];
            args.extend(later.map(|stage| ("from", Figure::from(stage.from))));
            let id = match (tender.head.contract, later) {
                (None, _) => "transcript-fallback-every-day",
                (_, Some(_)) => "transcript-fallback-days-from",
                (_, None) => "transcript-fallback-days",
            };
            self.message(id, &args)
        };
        let list: Vec<String> = days.iter().map(one).collect();
        self.paragraph(0, "transcript-fallback-by-days", &vec![("tariffs", Figure::from(list))]);
    }

    fn lots(&mut self) {
        let outcome = self.outcome();
        for (l, lot) in self.view.lots().iter().enumerate() {
            let mut name = self.view.lot_with_title(l);
            // a lot that is not stated has the head of the file as its place
            if lot.place.end > 0 {
                name.push_str(&format!(" ({})", self.places.text(lot.place)));
            }
            let args = vec![("lot", Figure::from(name)), ("n", Figure::from(lot.procedures.len()))];
            let mut text = self.message("transcript-lot", &args);
            let amount = |m: Money| vec![("amount", Figure::from(m))];
            if let Some(fallback) = outcome.admitted.fallback[l] {
                text.push_str(&self.message("transcript-lot-fallback", &amount(fallback)));
            }
            if let Some(value) = outcome.admitted.tariff_value[l] {
                text.push_str(&self.message("transcript-lot-value", &amount(value)));
            }
            self.text.line(0, &text);
        }
    }

    /// `KNGB40 Primær …: volume 220 (procedures.csv:2); duf-2024 62,500.00 (procedures.csv:2); at the fallback …`
    fn procedure(&mut self, index: usize) {
        let (line, language, tender) = (&self.line, self.language(), self.tender());
        let prices = &self.outcome().priced.prices;
        let own = &tender.procedures[index];
        let mut text = format!("{} {}{}", own.code, own.name, line.volume);
        language.push_whole(&mut text, prices.volumes[index].count().into());
        text.push_str(&self.range(own));
        text.push_str(" (");
        self.places.push(&mut text, own.volume.place);
        text.push(')');
        if self.view.lots().len() > 1 {
            text.push_str(line.of_lot);
            text.push_str(self.view.lot(self.outcome().priced.lot_of[index]));
        }
        for tariff in 0..tender.tariffs.len() {
            self.push_tariff(&mut text, tariff, index);
        }
        match prices.fallback[index] {
            None => text.push_str(line.fallback_unknown),
            Some(cost) => {
                text.push_str(line.fallback);
                language.push_money(&mut text, cost.ore());
            }
        }
        if let Some((price, place)) = own.fallback_price {
            text.push_str(" (");
            language.push_money(&mut text, price.ore().into());
            text.push_str(line.each);
            text.push_str(", ");
            self.places.push(&mut text, place);
            text.push(')');
        }
        if !own.covers.is_empty() {
            let codes = vec![("codes", Figure::from(own.covers.clone()))];
            text.push_str(&line.fill(&line.covers, &codes));
        }
        self.text.line(0, &text);
    }

    /// `; duf-2024 62,500.00 (procedures.csv:2)`, and from which day it is another.
    fn push_tariff(&self, text: &mut String, tariff: usize, index: usize) {
        let (line, language, tender) = (&self.line, self.language(), self.tender());
        let prices = &self.outcome().priced.prices;
        let Some(mut price) = prices.price(tariff, index) else { return };
        text.push_str("; ");
        text.push_str(&tender.tariffs[tariff].id);
        text.push(' ');
        language.push_money(text, price.ore().into());
        if let Some(listed) = tender.procedures[index].listed.iter().find(|l| l.tariff == tariff) {
            text.push_str(" (");
            if listed.price != price {
                text.push_str(line.listed);
                language.push_money(text, listed.price.ore().into());
                text.push_str(", ");
            }
            self.places.push(text, listed.place);
            text.push(')');
        }
        let stages = prices.calendar.as_ref().map_or(&[][..], |c| c.stages.as_slice());
        for (s, stage) in stages.iter().enumerate().skip(1) {
            let Some(later) = prices.price_at(s, tariff, index).filter(|later| *later != price) else {
                continue;
            };
            price = later;
            text.push_str(&line.fill(&line.from_day, &vec![("day", Figure::from(stage.from))]));
            language.push_money(text, later.ore().into());
        }
    }

    fn range(&self, procedure: &Procedure) -> String {
        match (procedure.volume.min, procedure.volume.max) {
            (None, None) => String::new(),
            (min, max) => {
                let expected = procedure.volume.expected;
                let args = vec![
                    ("min", Figure::from(min.unwrap_or(expected))),
                    ("max", Figure::from(max.unwrap_or(expected))),
                ];
                self.line.fill(&self.line.from_to, &args)
            }
        }
    }
}
