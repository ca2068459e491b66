//! The end of a letter: standstill, how to complain, signature.

use jiff::civil::Date;

use super::Scribe;
use crate::{
    law::{ClosedDay, standstill},
    letter::LetterKind,
    number::Figure,
    report::page::{Block, Part},
    tender::{Sent, StandstillBasis, StandstillTerms, TenderKind},
};

impl Scribe<'_, '_> {
    /// The standstill, with dates where the day of sending is known; `None` where nothing is decided.
    pub(super) fn standstill(&self) -> Option<Part> {
        let terms = self.letter.standstill?;
        let mut part = Part::new(self.w.heading_standstill);
        if terms.days == 0 {
            part.text(self.no_standstill(&terms));
            return Some(part);
        }
        let w = self.w;
        let shorter =
            self.letter.tender_kind() == TenderKind::Tender && terms.days < terms.sent.days_of_the_law();
        let template = match (terms.basis, self.letter.tender_kind()) {
            (StandstillBasis::Framework, _) => w.standstill_framework,
            (_, TenderKind::Tender) if !shorter => w.standstill_law,
            _ => w.standstill_stated,
        };
        let sent = match terms.sent {
            Sent::Electronically => w.sent_electronically,
            Sent::ByPost => w.sent_by_post,
        };
        let mut said =
            self.say(template, &vec![("days", Figure::from(terms.days)), ("sent", Figure::from(sent))]);
        if let (true, Some(reason)) = (shorter, terms.reason) {
            said.push(' ');
            said.push_str(&self.one(w.law_not_applied, "reason", reason));
        }
        part.text(said);
        self.dates(&terms, &mut part);
        Some(part)
    }

    fn dates(&self, terms: &StandstillTerms<'_>, part: &mut Part) {
        let w = self.w;
        let blank = || w.blank.to_owned();
        let period = self.head.sent.and_then(|day| standstill(day, terms.days));
        let day = |date: Option<Date>| date.map_or_else(blank, |d| self.weekday(d));
        let facts = vec![
            (w.fact_sent.to_owned(), day(self.head.sent)),
            (w.fact_until.to_owned(), day(period.as_ref().map(|p| p.last_day))),
            (w.fact_sign.to_owned(), day(period.as_ref().map(|p| p.may_sign_from))),
        ];
        part.blocks.push(Block::Facts(facts));
        match period {
            None => part.text(w.if_closed),
            Some(period) => {
                if let Some((counted, why)) = period.closed.first() {
                    let args = vec![
                        ("days", Figure::from(terms.days)),
                        ("counted", Figure::from(self.weekday(*counted))),
                        ("why", Figure::from(self.closed(*why))),
                    ];
                    part.text(self.say(w.extended, &args));
                }
            }
        }
    }

    fn no_standstill(&self, terms: &StandstillTerms<'_>) -> String {
        let w = self.w;
        match (terms.reason, terms.basis) {
            (Some(reason), _) => self.one(w.none_reason, "reason", reason),
            (None, StandstillBasis::Framework) => w.none_framework.to_owned(),
            (None, _) if self.letter.tender_kind() == TenderKind::OfferCollection => {
                w.none_offer_collection.to_owned()
            }
            (None, _) => w.none_mini_tender.to_owned(),
        }
    }

    /// A day with its weekday.
    fn weekday(&self, day: Date) -> String {
        let place = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0);
        let name = self.w.weekdays.split(' ').nth(place).unwrap_or_default();
        match self.language {
            crate::report::Language::En => format!("{name}, {}", self.language.date(day)),
            crate::report::Language::Da => format!("{name} den {}", self.language.date(day)),
        }
    }

    fn closed(&self, why: ClosedDay) -> &'static str {
        let w = self.w;
        match why {
            ClosedDay::Saturday => w.saturday,
            ClosedDay::Sunday => w.sunday,
            ClosedDay::NewYearsDay => w.new_years_day,
            ClosedDay::MaundyThursday => w.maundy_thursday,
            ClosedDay::GoodFriday => w.good_friday,
            ClosedDay::EasterMonday => w.easter_monday,
            ClosedDay::GeneralPrayerDay => w.general_prayer_day,
            ClosedDay::AscensionDay => w.ascension_day,
            ClosedDay::WhitMonday => w.whit_monday,
            ClosedDay::ConstitutionDay => w.constitution_day,
            ClosedDay::ChristmasEve => w.christmas_eve,
            ClosedDay::ChristmasDay => w.christmas_day,
            ClosedDay::SecondChristmasDay => w.second_christmas_day,
            ClosedDay::NewYearsEve => w.new_years_eve,
        }
    }

    /// Where and by when to complain. The time limits are those of lov om Klagenævnet for Udbud § 7 (no. 593 of 2 June 2016,
    /// with later changes).
    pub(super) fn complaint(&self) -> Option<Part> {
        if self.letter.kind == LetterKind::Open {
            return None;
        }
        let (w, tender) = (self.w, self.letter.outcome.tender);
        let is_framework =
            tender.mini_tenders.as_ref().is_some_and(|m| m.allowed) || tender.award.suppliers_per_lot > 1;
        let deadline = match (self.letter.kind, self.letter.tender_kind()) {
            (LetterKind::NotAwarded, _) => w.deadline_none,
            (_, TenderKind::MiniTender) => w.deadline_mini_tender,
            (_, TenderKind::OfferCollection) => w.deadline_offer_collection,
            (_, TenderKind::Tender) if is_framework => w.deadline_framework,
            (_, TenderKind::Tender) => w.deadline_contract,
        };
        let mut said = vec![w.complaint_where, deadline];
        // § 12 gives a complaint effect in the standstill of § 3 alone
        let of_the_law = self.letter.standstill.is_some_and(|t| t.days >= t.sent.days_of_the_law())
            && self.letter.tender_kind() == TenderKind::Tender;
        if of_the_law {
            said.push(w.in_standstill);
        }
        let mut part = Part::new(w.heading_complaint);
        part.text(said.join(" "));
        part.text(format!("{} {}", w.tell_us, w.more_about_complaints));
        Some(part)
    }

    /// Greeting and signature.
    pub(super) fn ending(&self) -> Part {
        let buyer = &self.letter.outcome.tender.head.buyer;
        let mut part = Part::new(self.w.regards);
        part.text(self.one(self.w.on_behalf, "buyer", buyer.as_str()));
        part.text(self.w.signature);
        part
    }
}
