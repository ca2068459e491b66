//! What things are called, and how figures of a simulation are written.

use super::{Audience, SimulationReport};
use crate::{
    number::{Figure, Figures, Money, Ratio},
    report::{
        Language,
        page::{Column, Grid, Part},
    },
    simulation::{Input, results::Share},
};

/// A study, and the language in which it is worded.
pub(super) struct SimulationView<'a> {
    pub(super) report: SimulationReport<'a>,
    pub(super) language: Language,
}

impl<'a> SimulationView<'a> {
    pub(super) fn of(report: SimulationReport<'a>, language: Language) -> Self {
        SimulationView { report, language }
    }

    pub(super) fn word(&self, id: &str) -> &'static str {
        self.language.word(id)
    }

    pub(super) fn message(&self, id: &str, args: &Figures) -> String {
        self.language.message(id, args)
    }

    pub(super) fn banner(&self) -> String {
        match self.report.run.audience {
            Audience::Anonymous => self.word("simulation-banner").to_owned(),
            Audience::Public => {
                format!("{} {}", self.word("simulation-banner"), self.word("simulation-banner-public"))
            }
            Audience::Internal => {
                format!("{} {}", self.word("simulation-banner"), self.word("simulation-banner-internal"))
            }
        }
    }

    /// In every row and sentence, so that none can be cut out and taken for a result.
    pub(super) fn mark(&self) -> &'static str {
        match self.report.run.audience {
            Audience::Internal => self.word("simulation-mark-internal"),
            Audience::Anonymous | Audience::Public => self.word("simulation-mark"),
        }
    }

    /// The id of a structure by its position among those tried.
    pub(super) fn id(&self, at: usize) -> &'a str {
        let dialogue = self.report.study.dialogue;
        let structure = dialogue.structures.get(at).and_then(|&s| dialogue.tender.structures.get(s));
        structure.map_or("", |s| s.id.as_str())
    }

    pub(super) fn lot_ids(&self, at: usize) -> Vec<&'a str> {
        let dialogue = self.report.study.dialogue;
        let structure = dialogue.structures.get(at).and_then(|&s| dialogue.tender.structures.get(s));
        structure.map_or(Vec::new(), |s| s.lots.iter().map(|l| l.id.as_str()).collect())
    }

    /// Structure and standing, which every row begins with.
    pub(super) fn key_columns(&self) -> Vec<Column> {
        vec![
            Column::name(self.word("simulation-structure")),
            Column { key: true, ..Column::word(self.word("simulation-standing")) },
        ]
    }

    pub(super) fn key_cells(&self, at: usize) -> Vec<String> {
        vec![self.id(at).to_owned(), self.mark().to_owned()]
    }

    /// Øre as whole kroner, half up.
    pub(super) fn kroner(&self, ore: impl Into<Amount>) -> String {
        let kroner = ore.into().0.checked_div(&Ratio::whole(100)).unwrap_or(Ratio::ZERO);
        self.language.decimal(&kroner.to_decimals_half_up(0))
    }

    /// Øre as a sum is read aloud.
    pub(super) fn sum_in_words(&self, ore: impl Into<Amount>) -> String {
        self.language.spoken_money(money(&ore.into().0))
    }

    /// A share of one in per cent with one decimal.
    pub(super) fn percent(&self, share: &Ratio) -> String {
        self.language.decimal(&(share * Ratio::whole(100)).to_decimals_half_up(1))
    }

    pub(super) fn share(&self, share: Option<&Share>) -> String {
        share.map_or(String::new(), |s| self.percent(&s.share))
    }

    pub(super) fn one_decimal(&self, number: Option<&Ratio>) -> String {
        number.map_or(String::new(), |n| self.language.decimal(&n.to_decimals_half_up(1)))
    }

    /// What an input is called; a bidder in it is one of `bidders`.
    pub(super) fn input(&self, input: Input, bidders: &[String]) -> String {
        let dialogue = self.report.study.dialogue;
        let bidder = |b: usize| ("bidder", Figure::from(bidders.get(b).map_or("", String::as_str)));
        let code = |p: usize| Figure::from(dialogue.tender.procedures.get(p).map_or("", |p| p.code.as_str()));
        match input {
            Input::Scenario => self.word("simulation-input-scenario").into(),
            Input::Specialty => self.word("simulation-input-specialty").into(),
            Input::Common => self.word("simulation-input-common").into(),
            Input::Group(g) => {
                let codes = dialogue.volumes.groups.get(g).map(|g| {
                    let codes: Vec<String> = g.codes.iter().map(ToString::to_string).collect();
                    codes.join(" ")
                });
                self.message(
                    "simulation-input-group",
                    &vec![("codes", Figure::from(codes.unwrap_or_default()))],
                )
            }
            Input::Course(c) => {
                let course = dialogue.courses.get(c);
                let args = vec![
                    ("examination", code(course.map_or(usize::MAX, |c| c.examination))),
                    ("operation", code(course.map_or(usize::MAX, |c| c.operation))),
                ];
                self.message("simulation-input-course", &args)
            }
            Input::Lapse => self.word("simulation-input-lapse").into(),
            Input::TakesPart(b) => self.message("simulation-input-takes-part", &vec![bidder(b)]),
            Input::MayLack(b, i) => self.message(
                "simulation-input-may-lack",
                &vec![bidder(b), ("codes", Figure::from(self.may_lack(b, i, bidders)))],
            ),
            Input::Discount(b) => self.message("simulation-input-discount", &vec![bidder(b)]),
            Input::Capacity(b) => self.message("simulation-input-capacity", &vec![bidder(b)]),
        }
    }

    /// The codes of an entry of `may-lack`: the first, and how many more.
    fn may_lack(&self, bidder: usize, entry: usize, bidders: &[String]) -> String {
        let dialogue = self.report.study.dialogue;
        let profile = if bidders.len() == dialogue.profiles.len() {
            dialogue.profiles.get(bidder)
        } else {
            let mut first = 0;
            dialogue.profiles.iter().find(|p| {
                first += p.count as usize;
                bidder < first
            })
        };
        let codes = profile.and_then(|p| p.may_lack.get(entry)).map_or(&[][..], |(codes, _)| codes);
        let code = |p: &usize| dialogue.tender.procedures.get(*p).map_or("", |p| p.code.as_str());
        match codes {
            [] => String::new(),
            [one] => code(one).to_owned(),
            [first, .., last] => format!("{}–{}", code(first), code(last)),
        }
    }
}

/// Øre, whole or as a mean.
pub(super) struct Amount(pub(super) Ratio);

impl From<i64> for Amount {
    fn from(ore: i64) -> Self {
        Amount(Ratio::whole(ore.into()))
    }
}
impl From<i128> for Amount {
    fn from(ore: i128) -> Self {
        Amount(Ratio::whole(ore))
    }
}
impl From<&Ratio> for Amount {
    fn from(ore: &Ratio) -> Self {
        Amount(ore.clone())
    }
}
impl From<Ratio> for Amount {
    fn from(ore: Ratio) -> Self {
        Amount(ore)
    }
}

/// Øre to an amount, half up. Means lie between amounts that fit.
pub(super) fn money(ore: &Ratio) -> Money {
    ore.checked_div(&Ratio::whole(100)).and_then(|k| k.to_money_half_up()).unwrap_or(Money::ZERO)
}

/// A part that holds one table; nothing where it has no rows.
pub(super) fn part_with(heading: &str, grids: Vec<Grid>) -> Option<Part> {
    let mut part = Part::new(heading);
    let any = grids.iter().any(|g| !g.rows.is_empty());
    for grid in grids {
        part.grid(grid);
    }
    any.then_some(part)
}
