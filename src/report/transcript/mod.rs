//! The transcript of an evaluation: every step in words, with its figures and the lines of the files that they come from.
//! It goes into a decision record for those who read rather than recompute.
//!
//! What is derived is taken from [`crate::explain`], what is laid out from the pages of `evaluate` and `model`; the lines of
//! bids alone, which may be a hundred thousand, are written one by one.

mod award;
mod bids;
mod lines;
mod paper;
mod places;
mod rules;
mod words;

use self::{paper::Paper, places::Places, words::Words};
use super::{
    Language,
    evaluation::{View, banner, title},
    page::Part,
};
use crate::{
    explain::Step,
    number::{Figure, Figures},
    outcome::Outcome,
    tender::{Place, Tender},
};

/// Every step of an evaluation in words, as plain text no wider than 100 columns. The same outcome gives the same text.
pub fn transcript(outcome: &Outcome<'_>, language: Language) -> String {
    let view = View::new(outcome, language);
    let mut writer = Writer {
        places: Places::new(&outcome.tender.sources),
        w: Words::of(language),
        paper: Paper::default(),
        banner: banner(&view),
        chapter: 0,
        view,
    };
    writer.opening();
    writer.rules();
    writer.bids();
    writer.ranks_and_award();
    writer.paper.finish()
}

/// A transcript while it is written.
struct Writer<'a> {
    view: View<'a>,
    w: &'static Words,
    places: Places<'a>,
    paper: Paper,
    banner: Option<String>,
    /// The number of the last heading.
    chapter: usize,
}

impl<'a> Writer<'a> {
    fn opening(&mut self) {
        let args = vec![("tender", Figure::from(title(&self.view)))];
        let text = self.fill(self.w.title, &args);
        self.paper.line(0, &text);
        self.paper.line(0, self.w.intro);
        self.heading(self.w.part_what);
        self.paper.part(&super::evaluation::head_part(&self.view));
        self.heading(self.w.part_files);
        let files: Vec<Figures> = self
            .places
            .files()
            .map(|(name, lines)| vec![("name", Figure::from(name)), ("lines", Figure::from(lines))])
            .collect();
        for args in files {
            self.say(0, self.w.file, &args);
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

    fn fill(&self, template: &str, args: &Figures) -> String {
        self.view.language.fill(template, args)
    }

    /// A paragraph from a template.
    fn say(&mut self, depth: usize, template: &str, args: &Figures) {
        let text = self.fill(template, args);
        self.paper.line(depth, &text);
    }

    /// A numbered heading; a text that is not the published decision says so under each.
    fn heading(&mut self, text: &str) {
        self.chapter += 1;
        self.paper.heading(&format!("{}. {text}", self.chapter));
        if let Some(banner) = &self.banner {
            self.paper.line(0, banner);
        }
    }

    /// A part of another page under its own heading.
    fn part(&mut self, part: &Part) {
        if let Some(heading) = &part.heading {
            self.heading(heading);
        }
        self.paper.part(part);
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
            self.paper.line(depth, &text);
            self.steps(depth + 2, &step.steps);
        }
    }
}
