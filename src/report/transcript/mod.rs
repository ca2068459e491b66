//! The transcript of an evaluation: every step in words, with its figures and the lines of the files that they come from.
//! It goes into a decision record for those who read rather than recompute.
//!
//! What is derived is taken from [`crate::explain`], what is laid out from the pages of `evaluate` and `model`; the lines of
//! bids alone, which may be a hundred thousand, are written one by one.

mod bids;
mod places;
mod rules;
mod text;

use self::{places::Places, text::TranscriptText};
use super::{
    Language,
    evaluation::{View, actions_part, award_parts, banner, remark_items, title},
    kind::kind_figures,
    page::Part,
};
use crate::{
    admission::Finding,
    explain::Step,
    number::{Figure, Figures},
    outcome::Outcome,
    tender::{ModelKind, Place, Tender},
};

/// Every step of an evaluation in words, as plain text no wider than 100 columns. The same outcome gives the same text.
pub fn transcript(outcome: &Outcome<'_>, language: Language) -> String {
    let view = View::new(outcome, language);
    let mut writer = TranscriptWriter {
        places: Places::new(&outcome.tender.sources),
        line: LineWords::new(language),
        text: TranscriptText::default(),
        banner: banner(&view),
        chapter: 0,
        view,
    };
    writer.opening();
    writer.rules();
    writer.bids();
    writer.ranks_and_award();
    writer.text.finish()
}

/// What stands on each of the very many lines of procedures and bids, looked up once.
struct LineWords {
    language: Language,
    volume: &'static str,
    of_lot: &'static str,
    fallback: &'static str,
    fallback_unknown: &'static str,
    listed: &'static str,
    each: &'static str,
    less: &'static str,
    tried_out: &'static str,
    cap: &'static str,
    above_cap: &'static str,
    scored: &'static str,
    paid: &'static str,
    paid_by_days: &'static str,
    at_fallback: &'static str,
    no_price: &'static str,
    why_not_offered: &'static str,
    why_not_registered: &'static str,
    why_nothing_stated: &'static str,
    from_to: LineMessage,
    from_day: LineMessage,
    covers: LineMessage,
    unit_from: LineMessage,
    on_days: LineMessage,
    why_requirement: LineMessage,
    why_no_base: LineMessage,
    why_above_cap: LineMessage,
}

impl LineWords {
    fn new(language: Language) -> Self {
        let word = |id| language.word(id);
        let message = |id, names| LineMessage::new(language, id, names);
        LineWords {
            language,
            volume: word("transcript-volume"),
            of_lot: word("transcript-of-lot"),
            fallback: word("transcript-fallback"),
            fallback_unknown: word("transcript-fallback-unknown"),
            listed: word("transcript-listed"),
            each: word("transcript-each"),
            less: word("transcript-less"),
            tried_out: word("transcript-tried-out"),
            cap: word("transcript-cap"),
            above_cap: word("transcript-above-cap"),
            scored: word("transcript-scored"),
            paid: word("transcript-paid"),
            paid_by_days: word("transcript-paid-by-days"),
            at_fallback: word("transcript-at-fallback"),
            no_price: word("transcript-no-price"),
            why_not_offered: word("transcript-why-not-offered"),
            why_not_registered: word("transcript-why-not-registered"),
            why_nothing_stated: word("transcript-why-nothing-stated"),
            from_to: message("transcript-from-to", &["min", "max"]),
            from_day: message("transcript-from-day", &["day"]),
            covers: message("transcript-covers", &["codes"]),
            unit_from: message("transcript-unit-from", &["day"]),
            on_days: message("transcript-on-days", &["days", "all"]),
            why_requirement: message("transcript-why-requirement", &["requirement"]),
            why_no_base: message("transcript-why-no-base", &["tariff"]),
            why_above_cap: message("transcript-why-above-cap", &["cap"]),
        }
    }

    fn fill(&self, message: &LineMessage, args: &Figures) -> String {
        message.filled(self.language, args)
    }
}

/// A message without variants whose text around the arguments is looked up once.
struct LineMessage {
    names: &'static [&'static str],
    /// With a mark in place of each argument.
    text: String,
}

/// What stands in place of the arguments; no catalogue has such characters.
const MARKS: [char; 2] = ['\u{e000}', '\u{e001}'];

impl LineMessage {
    fn new(language: Language, id: &str, names: &'static [&'static str]) -> Self {
        let marks = MARKS.map(String::from);
        let args = names.iter().zip(marks).map(|(name, mark)| (*name, Figure::from(mark))).collect();
        LineMessage { names, text: language.message(id, &args) }
    }

    fn filled(&self, language: Language, args: &Figures) -> String {
        let mut out = String::with_capacity(self.text.len() + 16);
        for c in self.text.chars() {
            let name = MARKS.iter().position(|mark| *mark == c).and_then(|place| self.names.get(place));
            match name {
                None => out.push(c),
                Some(name) => {
                    let figure = args.iter().find(|(own, _)| own == name).map(|(_, figure)| figure);
                    out.extend(figure.map(|figure| language.figure(figure)));
                }
            }
        }
        out
    }
}

/// A transcript while it is written.
struct TranscriptWriter<'a> {
    view: View<'a>,
    line: LineWords,
    places: Places<'a>,
    text: TranscriptText,
    banner: Option<String>,
    /// The number of the last heading.
    chapter: usize,
}

impl<'a> TranscriptWriter<'a> {
    fn opening(&mut self) {
        let args = vec![("tender", Figure::from(title(&self.view)))];
        let text = self.message("transcript-title", &args);
        self.text.line(0, &text);
        self.text.line(0, self.word("transcript-intro"));
        self.heading(self.word("transcript-part-what"));
        self.text.part(&super::evaluation::head_part(&self.view));
        self.heading(self.word("transcript-part-files"));
        let files: Vec<Figures> = self
            .places
            .files()
            .map(|(name, lines)| vec![("name", Figure::from(name)), ("lines", Figure::from(lines))])
            .collect();
        for args in files {
            self.paragraph(0, "transcript-file", &args);
        }
    }

    fn tender(&self) -> &'a Tender {
        self.view.outcome.tender
    }

    fn outcome(&self) -> &'a Outcome<'a> {
        self.view.outcome
    }

    fn language(&self) -> Language {
        self.view.language
    }

    fn word(&self, id: &str) -> &'static str {
        self.language().word(id)
    }

    fn message(&self, id: &str, args: &Figures) -> String {
        self.language().message(id, args)
    }

    /// A paragraph from a message.
    fn paragraph(&mut self, depth: usize, id: &str, args: &Figures) {
        let text = self.message(id, args);
        self.text.line(depth, &text);
    }

    /// A numbered heading; a text that is not the published decision has the banner under each.
    fn heading(&mut self, text: &str) {
        self.chapter += 1;
        self.text.heading(&format!("{}. {text}", self.chapter));
        if let Some(banner) = &self.banner {
            self.text.line(0, banner);
        }
    }

    /// A part of another page under its own heading.
    fn part(&mut self, part: &Part) {
        if let Some(heading) = &part.heading {
            self.heading(heading);
        }
        self.text.part(part);
    }

    /// A place as a figure.
    fn at(&self, place: Place) -> Figure {
        Figure::from(self.places.text(place))
    }

    /// Steps of a derivation, those that a step rests on beneath it.
    fn steps(&mut self, depth: usize, steps: &[Step]) {
        for step in steps {
            let places = &self.places;
            let text = super::explain::step_message(&self.view, step, &|place| places.text(place));
            self.text.line(depth, &text);
            self.steps(depth + 2, &step.steps);
        }
    }

    fn ranks_and_award(&mut self) {
        self.heading(self.word("transcript-part-ranks"));
        for lot in 0..self.view.lots().len() {
            self.ranks(lot);
        }
        for part in award_parts(&self.view) {
            self.part(&part);
        }
        let findings: Vec<&Finding> = self.outcome().findings.iter().collect();
        if !findings.is_empty() {
            let kind = kind_figures(self.tender().head.kind, self.language());
            let heading = self.message("transcript-remarks", &kind);
            self.heading(&heading);
            for item in remark_items(&self.view, None, &findings) {
                self.text.line(0, &item.text);
            }
        }
        self.part(&actions_part(&self.view));
    }

    /// The bids on a lot by rank, taken by itself and without combination discounts, then those that are not evaluated.
    fn ranks(&mut self, lot: usize) {
        let heading = self.view.lot_with_title(lot);
        self.text.heading(&heading);
        for bid in self.view.by_rank(lot) {
            let bidder = Figure::from(self.view.bidder(bid));
            let (Some(figures), Some(rank)) =
                (self.view.figures(bid, lot), self.outcome().standings[bid][lot].rank)
            else {
                let status = Figure::from(self.view.status(bid, lot));
                self.paragraph(0, "transcript-not-ranked", &vec![("bidder", bidder), ("status", status)]);
                continue;
            };
            let args = vec![
                ("rank", Figure::from(rank)),
                ("bidder", bidder),
                ("price", Figure::from(figures.price)),
            ];
            let mut text = self.message("transcript-ranked", &args);
            let decides = self.tender().evaluation.kind != ModelKind::LowestPrice;
            if let Some(evaluated) = self.view.evaluated_price(bid, lot).filter(|_| decides) {
                text.push_str(
                    &self.message(
                        "transcript-ranked-evaluated",
                        &vec![("evaluated", Figure::from(evaluated))],
                    ),
                );
            }
            let (score, _) = self.view.score(bid, lot);
            if !score.is_empty() {
                text.push_str(
                    &self.message("transcript-ranked-score", &vec![("score", Figure::from(score))]),
                );
            }
            self.text.line(0, &text);
        }
    }
}
