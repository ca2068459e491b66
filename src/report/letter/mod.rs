//! Letters to bidders in words, as text or Markdown, and what they would give away.

mod end;
mod faults;
mod leaks;
mod lot;
mod words;

use jiff::civil::Date;

pub use faults::{leak_refused_text, leak_warned_text, letter_fault_text, open_question_text};
pub use leaks::leaks_text;

use self::words::Words;
use super::{
    Language,
    evaluation::View,
    findings::{finding_message, remarks},
    page::{Block, Item, Page, Part, page_markdown, page_text},
};
use crate::{
    admission::Finding,
    letter::{Letter, LetterKind, LotPart, OwnPart, ReaderLotOutcome},
    number::{Figure, Figures, Money},
    tender::{TenderKind, TieRule},
};

/// What a letter needs besides the decision.
#[derive(Clone, Copy, Debug, Default)]
pub struct LetterHead<'a> {
    /// The day on which it is sent; without it there are blanks to fill in.
    pub sent: Option<Date>,
    /// The hash of the record that it is written from.
    pub record_hash: Option<&'a str>,
}

/// A letter as plain text.
pub fn letter_text(letter: &Letter<'_>, head: LetterHead<'_>, language: Language) -> String {
    page_text(&page(letter, head, language), false)
}

/// A letter as Markdown.
pub fn letter_markdown(letter: &Letter<'_>, head: LetterHead<'_>, language: Language) -> String {
    page_markdown(&page(letter, head, language))
}

/// What all parts of a letter are worded with.
struct Scribe<'l, 'o> {
    letter: &'l Letter<'o>,
    head: LetterHead<'l>,
    language: Language,
    w: &'static Words,
}

fn page(letter: &Letter<'_>, head: LetterHead<'_>, language: Language) -> Page {
    let scribe = Scribe { letter, head, language, w: Words::of(language) };
    let mut parts = vec![scribe.beginning()];
    let says_something =
        |part: &&LotPart<'_>| !matches!(&part.own, OwnPart::Out(reasons) if reasons.is_empty());
    parts.extend(letter.lots.iter().filter(says_something).map(|part| scribe.lot(part)));
    parts.extend(scribe.remarks());
    parts.extend(scribe.standstill());
    parts.extend(scribe.complaint());
    parts.push(scribe.ending());
    Page { title: scribe.title(), banner: None, parts }
}

impl Scribe<'_, '_> {
    /// An amount that ends a sentence brings its own full stop.
    fn say(&self, template: &str, args: &Figures) -> String {
        self.language.fill(template, args).replace("kr..", "kr.")
    }

    fn one(&self, template: &str, name: &'static str, figure: impl Into<Figure>) -> String {
        self.say(template, &vec![(name, figure.into())])
    }

    /// An amount with its currency.
    fn amount(&self, money: Money) -> String {
        let figure = self.language.money(money);
        let currency = self.letter.outcome.tender.head.currency.as_str();
        match (self.language, currency) {
            (Language::Da, "DKK") => format!("{figure} kr."),
            (Language::Da, other) => format!("{figure} {other}"),
            (Language::En, other) => format!("{other} {figure}"),
        }
    }

    fn bidder(&self, bid: usize) -> &str {
        self.letter.outcome.tender.bids.get(bid).map_or("", |b| b.bidder.as_str())
    }

    /// A lot as people call it.
    fn lot_name(&self, lot: usize) -> String {
        let outcome = self.letter.outcome;
        let lot = outcome.tender.structures.get(outcome.structure).and_then(|s| s.lots.get(lot));
        lot.map(|l| if l.title.is_empty() { l.id.clone() } else { l.title.clone() }).unwrap_or_default()
    }

    /// Whether the tender has one lot alone, which no letter need name.
    fn is_whole(&self) -> bool {
        self.letter.outcome.evaluated.lots.len() == 1
    }

    /// The lots of some outcome in words: `the contract`, `the lot a`, `the lots a and b`.
    fn lots(&self, wanted: impl Fn(&LotPart<'_>) -> bool) -> String {
        let several = self.letter.outcome.tender.award.suppliers_per_lot > 1;
        if self.is_whole() {
            return if several { self.w.the_framework } else { self.w.the_contract }.into();
        }
        let names: Vec<String> =
            self.letter.lots.iter().filter(|p| wanted(p)).map(|p| self.lot_name(p.lot)).collect();
        let template = if names.len() == 1 { self.w.the_lot } else { self.w.the_lots };
        self.one(template, "lots", self.language.list(&names))
    }

    fn title(&self) -> String {
        let head = &self.letter.outcome.tender.head;
        let tender =
            if head.title.is_empty() { head.id.clone() } else { format!("{} – {}", head.id, head.title) };
        let template = match self.letter.kind {
            LetterKind::Won => self.w.title_won,
            LetterKind::WonSome => self.w.title_won_some,
            LetterKind::Lost => self.w.title_lost,
            LetterKind::Inadmissible => self.w.title_inadmissible,
            LetterKind::Open => self.w.title_open,
            LetterKind::NotAwarded => self.w.title_not_awarded,
        };
        self.one(template, "tender", tender)
    }

    /// Who writes to whom, about what; and the decision.
    fn beginning(&self) -> Part {
        let (w, tender) = (self.w, self.letter.outcome.tender);
        let kind = match self.letter.tender_kind() {
            TenderKind::Tender => w.tender,
            TenderKind::MiniTender => w.mini_tender,
            TenderKind::OfferCollection => w.offer_collection,
        };
        let head = &tender.head;
        let mut facts = vec![
            (w.to, self.bidder(self.letter.bid).to_owned()),
            (w.from, head.buyer.clone()),
            (kind, format!("{} – {}", head.id, head.title)),
        ];
        if let Some(framework) = &tender.framework {
            facts.push((w.framework, format!("{} – {}", framework.id, framework.title)));
        }
        let date = self.head.sent.map_or_else(|| w.blank.to_owned(), |day| self.language.date(day));
        facts.push((w.date, date));
        if let Some(hash) = self.head.record_hash {
            facts.push((w.record, hash.to_owned()));
        }
        let facts = facts.into_iter().map(|(what, value)| (what.to_owned(), value)).collect();
        let mut part = Part { blocks: vec![Block::Facts(facts)], ..Part::default() };
        part.text(format!("{} {}", w.thanks, self.decision()));
        let wins = matches!(self.letter.kind, LetterKind::Won | LetterKind::WonSome);
        if wins {
            part.text(w.not_accepted_yet);
        }
        if !self.letter.reasons.is_empty() {
            part.list(self.reasons(&self.letter.reasons));
        }
        part
    }

    fn decision(&self) -> String {
        let w = self.w;
        let evaluated = |p: &LotPart<'_>| matches!(p.own, OwnPart::Evaluated(_));
        let won = |p: &LotPart<'_>| {
            evaluated(p) && matches!(p.outcome, ReaderLotOutcome::Won | ReaderLotOutcome::Supplies { .. })
        };
        let lost = |p: &LotPart<'_>| evaluated(p) && p.outcome == ReaderLotOutcome::Lost;
        match self.letter.kind {
            LetterKind::Won if self.letter.outcome.tender.award.suppliers_per_lot > 1 => {
                self.one(w.supplies, "lots", self.lots(won))
            }
            LetterKind::Won => self.one(w.won, "lots", self.lots(won)),
            LetterKind::WonSome => {
                let not_won = |p: &LotPart<'_>| evaluated(p) && !won(p);
                let args =
                    vec![("won", Figure::from(self.lots(won))), ("lost", Figure::from(self.lots(not_won)))];
                self.say(w.won_some, &args)
            }
            LetterKind::Lost => self.one(w.lost, "lots", self.lots(lost)),
            LetterKind::Inadmissible => w.inadmissible.to_owned(),
            LetterKind::Open => {
                let open = self.one(w.open, "lots", self.lots(|p| p.outcome == ReaderLotOutcome::Open));
                let draws = self.letter.outcome.tender.award.ties.contains(&TieRule::Draw);
                if draws { format!("{open} {}", w.open_draw) } else { open }
            }
            LetterKind::NotAwarded => self.one(w.not_awarded, "lots", self.lots(evaluated)),
        }
    }

    /// Why a bid is out: every finding in full, since each may be complained about.
    fn reasons(&self, findings: &[&Finding]) -> Vec<Item> {
        let outcome = self.letter.outcome;
        remarks(outcome.tender, outcome.structure, findings, self.language)
            .into_iter()
            .map(|(_, text)| Item::new(text))
            .collect()
    }

    /// Remarks on the reader's own bid, and what the buyer judged of it.
    fn remarks(&self) -> Vec<Part> {
        let outcome = self.letter.outcome;
        let mut parts = Vec::new();
        if !self.letter.remarks.is_empty() {
            let mut part = Part::new(self.w.heading_remarks);
            let one = |f: &&Finding| {
                Item::new(finding_message(outcome.tender, outcome.structure, f, self.language))
            };
            part.list(self.letter.remarks.iter().map(one).collect());
            parts.push(part);
        }
        if !self.letter.judged.is_empty() {
            let mut part = Part::new(self.w.heading_judged);
            part.list(self.letter.judged.iter().map(|r| Item::new(*r)).collect());
            parts.push(part);
        }
        parts
    }

    /// The tender's rules for ties, in words.
    fn tie_rules(&self) -> String {
        View::new(self.letter.outcome, self.language).tie_rules()
    }
}
