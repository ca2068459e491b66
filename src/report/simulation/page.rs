//! The page: what was drawn, read aloud, and how to read it. The tables between stand in files of their own.

use super::{
    SimulationPage, Told,
    names::View,
    questions::questions,
    sentences::{drawn_sentences, sentence},
};
use crate::{
    number::{Figure, Money, Ratio},
    report::{
        Language,
        page::{Block, Item, Page, Part},
    },
    simulation::{Bidders, Input, results::BINS},
};

/// A study, ready to be laid out.
pub fn simulation_page(told: Told<'_>, language: Language) -> SimulationPage {
    let view = View::of(told, language);
    let mut parts = vec![view.drawn(), view.read_aloud()];
    parts.extend(view.sides());
    parts.extend(view.questions());
    parts.push(view.notes());
    let dialogue = Figure::from(told.study.dialogue.title.as_str());
    SimulationPage(Page {
        title: sentence(&view, view.w.title, vec![("dialogue", dialogue)]),
        banner: Some(view.banner()),
        parts,
    })
}

impl View<'_> {
    fn drawn(&self) -> Part {
        let (w, run, dialogue) = (self.w, self.told.run, self.told.study.dialogue);
        let mut facts = vec![
            (w.fact_draws, self.draws()),
            (w.fact_seed, run.seed.to_string()),
            (w.fact_tender, self.tender()),
            (w.fact_bidders, self.bidders()),
            (w.fact_uncertain, self.uncertain()),
        ];
        if dialogue.cost_per_contract != Money::ZERO {
            let args = vec![("amount", Figure::from(dialogue.cost_per_contract))];
            facts.push((w.fact_contract, self.say(w.contract_costs, &args)));
        }
        if !dialogue.defaults.is_empty() {
            facts.push((w.fact_defaults, self.defaults()));
        }
        facts.extend([
            (w.fact_algorithm, run.algorithm.clone()),
            (w.fact_tables, run.tables.clone()),
            (w.fact_dialogue, run.dialogue.clone()),
        ]);
        let mut part = Part::new(w.part_drawn);
        part.blocks.push(Block::Facts(facts.into_iter().map(|(n, v)| (n.to_owned(), v)).collect()));
        part
    }

    /// What the file leaves to the program, as the file would state it.
    fn defaults(&self) -> String {
        let one = |d: &crate::simulation::DefaultUsed| {
            let what = format!("{} {} = {}", d.table, d.key, d.value);
            if d.profiles.is_empty() {
                return what;
            }
            let all = d.profiles.len() == self.told.study.dialogue.profiles.len();
            let profiles = if all { self.w.all_profiles.to_owned() } else { d.profiles.join(", ") };
            let args = vec![("what", Figure::from(what)), ("profiles", Figure::from(profiles))];
            self.say(self.w.of_profiles, &args)
        };
        self.told.study.dialogue.defaults.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    fn draws(&self) -> String {
        let (w, run) = (self.w, self.told.run);
        let done = self.told.study.table.len();
        let mut args = vec![("done", Figure::from(done)), ("planned", Figure::Count(run.planned))];
        if run.interrupted {
            return self.say(w.drawn_of, &args);
        }
        let Some(precision) = run.precision else { return self.language.decimal(&done.to_string()) };
        args.push(("precision", Figure::from(precision.asked)));
        args.push(("base", Figure::from(self.id(self.told.results.base))));
        self.say(if precision.reached { w.drawn_precise } else { w.drawn_not_precise }, &args)
    }

    fn tender(&self) -> String {
        let head = &self.told.study.dialogue.tender.head;
        if head.title.is_empty() { head.id.clone() } else { format!("{} – {}", head.id, head.title) }
    }

    fn bidders(&self) -> String {
        let (w, study) = (self.w, self.told.study);
        if study.dialogue.bidders == Bidders::Tender {
            return self.say(w.bids_of_tender, &vec![("count", Figure::from(study.bidders.len()))]);
        }
        let one = |p: &crate::simulation::Profile| {
            let args =
                vec![("name", Figure::from(p.name.as_str())), ("count", Figure::Count(p.count.into()))];
            self.say(if p.new { w.profile_new } else { w.profile_count }, &args)
        };
        self.language.list(&study.dialogue.profiles.iter().map(one).collect::<Vec<_>>())
    }

    /// What is uncertain: of the market one by one, of bidders by sort.
    fn uncertain(&self) -> String {
        let (w, study) = (self.w, self.told.study);
        let mut said: Vec<String> = Vec::new();
        for &input in study.inputs {
            let what = match input {
                Input::TakesPart(_) => w.who_takes_part.to_owned(),
                Input::MayLack(..) => w.what_is_lacking.to_owned(),
                Input::Discount(_) => w.discounts.to_owned(),
                Input::Capacity(_) => w.capacities.to_owned(),
                Input::Scenario
                | Input::Specialty
                | Input::Common
                | Input::Group(_)
                | Input::Course(_)
                | Input::Lapse => self.input(input, study.bidders),
            };
            if !said.contains(&what) {
                said.push(what);
            }
        }
        if said.is_empty() { w.nothing_uncertain.into() } else { self.language.list(&said) }
    }

    fn read_aloud(&self) -> Part {
        let mut part = Part::new(self.w.part_aloud);
        part.list(drawn_sentences(self).into_iter().map(Item::new).collect());
        part
    }

    fn questions(&self) -> Option<Part> {
        let asked = questions(self);
        let mut part = Part::new(self.w.part_questions);
        let any = !asked.is_empty();
        part.list(asked.into_iter().map(Item::new).collect());
        any.then_some(part)
    }

    fn notes(&self) -> Part {
        let (w, told) = (self.w, self.told);
        let mut items: Vec<String> = [w.note_same, w.note_cost, w.note_quantile].map(str::to_owned).to_vec();
        if let Some(possibilities) = told.study.possibilities {
            let note = if told.study.is_exact() { w.note_exact } else { w.note_not_exact };
            items.push(self.say(note, &vec![("n", Figure::Count(possibilities))]));
        }
        items.extend([w.note_cheapest, w.note_members, w.note_hhi].map(str::to_owned));
        if told.results.drivers.iter().any(|d| !d.is_empty()) {
            items.push(self.say(w.note_drivers, &vec![("bins", Figure::from(BINS))]));
        }
        if told.run.leaves_quality_out {
            items.push(w.note_quality.into());
        }
        let draws = told.study.table.len() as u64;
        if told.results.comparable < draws {
            let args = vec![
                ("n", Figure::Count(draws - told.results.comparable)),
                ("comparable", Figure::Count(told.results.comparable)),
            ];
            items.push(self.say(w.note_unknown, &args));
        }
        for (at, own) in told.results.structures.iter().enumerate().filter(|(_, s)| s.tied > 0) {
            let args = vec![("structure", Figure::from(self.id(at))), ("n", Figure::Count(own.tied))];
            items.push(sentence(self, w.note_tied, args));
        }
        if told.run.interrupted {
            items.push(w.note_interrupted.into());
        }
        items.push(w.note_cannot.into());
        let mut part = Part::new(w.part_notes);
        part.list(items.into_iter().map(Item::new).collect());
        part
    }

    /// How many contracts more than the base a structure has on average, with one decimal.
    pub(super) fn contracts_more(&self, at: usize) -> String {
        let of = |at: usize| self.told.results.structures.get(at).and_then(|s| s.contracts.clone());
        let more = of(at).zip(of(self.told.results.base)).map(|(own, base): (Ratio, Ratio)| own - &base);
        self.one_decimal(more.as_ref())
    }
}
