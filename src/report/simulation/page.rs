//! The page of a study: what was drawn, the sentences to be read aloud, the tables, and how to read them.

use super::{
    SimulationReport,
    sentences::{answers, drawn_sentences, sentence},
    view::{SimulationView, money, part_with},
};
use crate::{
    number::{Figure, Money, Ratio},
    report::{
        Language,
        page::{Block, Column, Grid, Item, Page, Part, Tone},
    },
    simulation::{
        Bidders, DefaultUsed, Input, Profile,
        results::{BINS, BidderResult, Driver, Summary},
    },
    structure::per_year,
};

/// Up to so many inputs are shown for each result; JSON has all.
const SHOWN_DRIVERS: usize = 6;

/// A study as a page.
pub(super) fn simulation_page(report: SimulationReport<'_>, language: Language) -> Page {
    let view = SimulationView::of(report, language);
    let mut parts = vec![view.drawn(), view.sentences()];
    parts.extend(view.tables());
    parts.extend(view.questions());
    parts.push(view.notes());
    let dialogue = Figure::from(report.study.dialogue.title.as_str());
    Page {
        title: sentence(&view, "simulation-title", vec![("dialogue", dialogue)]),
        banner: Some(view.banner()),
        parts,
    }
}

impl SimulationView<'_> {
    fn drawn(&self) -> Part {
        let (run, dialogue) = (self.report.run, self.report.study.dialogue);
        let mut facts = vec![
            (self.word("simulation-fact-draws"), self.draws()),
            (self.word("simulation-fact-seed"), run.seed.to_string()),
            (self.word("simulation-fact-tender"), self.tender()),
            (self.word("simulation-fact-bidders"), self.bidders()),
            (self.word("simulation-fact-uncertain"), self.uncertain()),
        ];
        if dialogue.cost_per_contract != Money::ZERO {
            let args = vec![("amount", Figure::from(dialogue.cost_per_contract))];
            facts.push((
                self.word("simulation-fact-contract"),
                self.message("simulation-contract-costs", &args),
            ));
        }
        if !dialogue.defaults.is_empty() {
            facts.push((self.word("simulation-fact-defaults"), self.defaults()));
        }
        facts.extend([
            (self.word("simulation-fact-algorithm"), run.algorithm.clone()),
            (self.word("simulation-fact-tables"), run.tables.clone()),
            (self.word("simulation-fact-dialogue"), run.dialogue.clone()),
        ]);
        let mut part = Part::new(self.word("simulation-part-drawn"));
        part.blocks.push(Block::Facts(facts.into_iter().map(|(n, v)| (n.to_owned(), v)).collect()));
        part
    }

    /// What the file leaves to the program, as the file would state it.
    fn defaults(&self) -> String {
        let one = |d: &DefaultUsed| {
            let what = format!("{} {} = {}", d.table, d.key, d.value);
            if d.profiles.is_empty() {
                return what;
            }
            let all = d.profiles.len() == self.report.study.dialogue.profiles.len();
            let profiles =
                if all { self.word("simulation-all-profiles").to_owned() } else { d.profiles.join(", ") };
            let args = vec![("what", Figure::from(what)), ("profiles", Figure::from(profiles))];
            self.message("simulation-of-profiles", &args)
        };
        self.report.study.dialogue.defaults.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    fn draws(&self) -> String {
        let run = self.report.run;
        let done = self.report.study.table.len();
        let mut args = vec![("done", Figure::from(done)), ("planned", Figure::Count(run.planned))];
        if run.interrupted {
            return self.message("simulation-drawn-of", &args);
        }
        let Some(precision) = run.precision else { return self.language.decimal(&done.to_string()) };
        args.push(("precision", Figure::from(precision.asked)));
        args.push(("base", Figure::from(self.id(self.report.results.base))));
        self.message(
            if precision.reached { "simulation-drawn-precise" } else { "simulation-drawn-not-precise" },
            &args,
        )
    }

    fn tender(&self) -> String {
        let head = &self.report.study.dialogue.tender.head;
        if head.title.is_empty() { head.id.clone() } else { format!("{} – {}", head.id, head.title) }
    }

    fn bidders(&self) -> String {
        let study = self.report.study;
        if study.dialogue.bidders == Bidders::Tender {
            return self
                .message("simulation-bids-of-tender", &vec![("count", Figure::from(study.bidders.len()))]);
        }
        let one = |p: &Profile| {
            let args =
                vec![("name", Figure::from(p.name.as_str())), ("count", Figure::Count(p.count.into()))];
            self.message(if p.new { "simulation-profile-new" } else { "simulation-profile-count" }, &args)
        };
        self.language.list(&study.dialogue.profiles.iter().map(one).collect::<Vec<_>>())
    }

    /// What is uncertain: of the market one by one, of bidders by sort.
    fn uncertain(&self) -> String {
        let study = self.report.study;
        let mut inputs: Vec<String> = Vec::new();
        for &input in study.inputs {
            let what = match input {
                Input::TakesPart(_) => self.word("simulation-who-takes-part").to_owned(),
                Input::MayLack(..) => self.word("simulation-what-is-lacking").to_owned(),
                Input::Discount(_) => self.word("simulation-discounts").to_owned(),
                Input::Capacity(_) => self.word("simulation-capacities").to_owned(),
                Input::Scenario
                | Input::Specialty
                | Input::Common
                | Input::Group(_)
                | Input::Course(_)
                | Input::Lapse => self.input(input, study.bidders),
            };
            if !inputs.contains(&what) {
                inputs.push(what);
            }
        }
        if inputs.is_empty() {
            self.word("simulation-nothing-uncertain").into()
        } else {
            self.language.list(&inputs)
        }
    }

    fn sentences(&self) -> Part {
        let mut part = Part::new(self.word("simulation-part-aloud"));
        part.list(drawn_sentences(self).into_iter().map(Item::new).collect());
        part
    }

    fn questions(&self) -> Option<Part> {
        let asked = answers(self);
        let mut part = Part::new(self.word("simulation-part-questions"));
        let any = !asked.is_empty();
        part.list(asked.into_iter().map(Item::new).collect());
        any.then_some(part)
    }

    fn notes(&self) -> Part {
        let told = self.report;
        let mut items: Vec<String> = [
            self.word("simulation-note-same"),
            self.word("simulation-note-cost"),
            self.word("simulation-note-quantile"),
        ]
        .map(str::to_owned)
        .to_vec();
        if let Some(possibilities) = told.study.possibilities {
            let note =
                if told.study.is_exact() { "simulation-note-exact" } else { "simulation-note-not-exact" };
            items.push(self.message(note, &vec![("n", Figure::Count(possibilities))]));
        }
        items.extend(
            [
                self.word("simulation-note-cheapest"),
                self.word("simulation-note-members"),
                self.word("simulation-note-hhi"),
            ]
            .map(str::to_owned),
        );
        if told.results.drivers.iter().any(|d| !d.is_empty()) {
            items.push(self.message("simulation-note-drivers", &vec![("bins", Figure::from(BINS))]));
        }
        if told.run.leaves_quality_out {
            items.push(self.word("simulation-note-quality").into());
        }
        let draws = told.study.table.len() as u64;
        if told.results.comparable < draws {
            let args = vec![
                ("n", Figure::Count(draws - told.results.comparable)),
                ("comparable", Figure::Count(told.results.comparable)),
            ];
            items.push(self.message("simulation-note-unknown", &args));
        }
        for (at, own) in told.results.structures.iter().enumerate().filter(|(_, s)| s.tied > 0) {
            let args = vec![("structure", Figure::from(self.id(at))), ("n", Figure::Count(own.tied))];
            items.push(sentence(self, "simulation-note-tied", args));
        }
        if told.run.interrupted {
            items.push(self.word("simulation-note-interrupted").into());
        }
        items.push(self.word("simulation-note-cannot").into());
        let mut part = Part::new(self.word("simulation-part-notes"));
        part.list(items.into_iter().map(Item::new).collect());
        part
    }

    /// How many contracts more than the base a structure has on average, with one decimal.
    pub(super) fn contracts_more(&self, at: usize) -> String {
        let of = |at: usize| self.report.results.structures.get(at).and_then(|s| s.contracts.clone());
        let more = of(at).zip(of(self.report.results.base)).map(|(own, base): (Ratio, Ratio)| own - &base);
        self.one_decimal(more.as_ref())
    }

    /// All tables, in the order of the page.
    fn tables(&self) -> Vec<Part> {
        let parts = [
            self.costs(),
            self.beside(),
            self.differences(),
            self.lots_table(),
            self.bidders_table(),
            self.drivers_table(),
        ];
        parts.into_iter().flatten().collect()
    }

    fn grid(&self, figures: &[&str]) -> Grid {
        let mut columns = self.key_columns();
        columns.extend(figures.iter().copied().map(Column::figure));
        Grid::new(columns)
    }

    /// A drawn figure for one year of the contract.
    fn a_year(&self, ore: i64) -> String {
        let year = per_year(&self.report.study.dialogue.tender, Money::from_ore(ore.into()));
        year.map_or(String::new(), |y| self.kroner(y.ore()))
    }

    fn costs(&self) -> Option<Part> {
        let mut contract = self.grid(&[
            self.word("simulation-mean"),
            self.word("simulation-within"),
            self.word("simulation-low"),
            self.word("simulation-median"),
            self.word("simulation-high"),
        ]);
        let mut year = self.grid(&[
            self.word("simulation-mean-year"),
            self.word("simulation-low-year"),
            self.word("simulation-median-year"),
            self.word("simulation-high-year"),
        ]);
        for (at, own) in self.report.results.structures.iter().enumerate() {
            let mut row = self.key_cells(at);
            let Some(cost) = &own.cost else {
                row.push(self.word("simulation-unknown").into());
                contract.row(row, Tone::Plain);
                continue;
            };
            let mut a_year = row.clone();
            row.extend([
                self.kroner(&cost.mean),
                self.plus_minus(cost),
                self.kroner(cost.low),
                self.kroner(cost.median),
                self.kroner(cost.high),
            ]);
            contract.row(row, Tone::Plain);
            let mean = per_year(&self.report.study.dialogue.tender, money(&cost.mean));
            a_year.push(mean.map_or(String::new(), |y| self.kroner(y.ore())));
            a_year.extend([cost.low, cost.median, cost.high].map(|ore| self.a_year(ore)));
            year.row(a_year, Tone::Plain);
        }
        let known = self.report.study.dialogue.tender.head.contract.is_some();
        let year = if known { year } else { Grid::default() };
        part_with(self.word("simulation-part-cost"), vec![contract, year])
    }

    /// Half the 95 % interval of the mean.
    fn plus_minus(&self, summary: &Summary) -> String {
        summary.half_width.map_or(String::new(), |half| self.kroner(half))
    }

    fn beside(&self) -> Option<Part> {
        let mut cheapest = self.grid(&[
            self.word("simulation-cheapest"),
            self.word("simulation-error"),
            self.word("simulation-regret"),
            self.word("simulation-regret-high"),
            self.word("simulation-some-lot"),
        ]);
        let mut market = self.grid(&[
            self.word("simulation-contracts"),
            self.word("simulation-suppliers"),
            self.word("simulation-hhi"),
            self.word("simulation-saving"),
        ]);
        for (at, own) in self.report.results.structures.iter().enumerate() {
            let mut row = self.key_cells(at);
            let mut shape = row.clone();
            let beside = own.cheapest.as_ref();
            let error = beside.and_then(|c| c.share.error).and_then(|e| Ratio::new(e, 100));
            row.push(self.share(beside.map(|c| &c.share)));
            row.push(error.map_or(String::new(), |e| self.language.decimal(&e.to_decimals_half_up(2))));
            row.push(beside.map_or(String::new(), |c| self.kroner(&c.regret.mean)));
            row.push(beside.map_or(String::new(), |c| self.kroner(c.regret.high)));
            row.push(self.share(own.some_lot_without_bid.as_ref()));
            cheapest.row(row, Tone::Plain);
            shape.push(self.one_decimal(own.contracts.as_ref()));
            shape.push(self.one_decimal(own.suppliers.as_ref()));
            let hhi = own.hhi.as_ref().map(|h| self.language.decimal(&h.to_decimals_half_up(0)));
            shape.push(hhi.unwrap_or_default());
            shape.push(own.saving.as_ref().map_or(String::new(), |s| self.kroner(s)));
            market.row(shape, Tone::Plain);
        }
        part_with(self.word("simulation-part-beside"), vec![cheapest, market])
    }

    fn differences(&self) -> Option<Part> {
        let mut columns =
            vec![Column::name(self.word("simulation-second")), Column::name(self.word("simulation-first"))];
        columns.push(Column { key: true, ..Column::word(self.word("simulation-standing")) });
        columns.extend(
            [
                self.word("simulation-mean"),
                self.word("simulation-from"),
                self.word("simulation-until"),
                self.word("simulation-cheaper"),
            ]
            .map(Column::figure),
        );
        columns.push(Column::word(self.word("simulation-told")));
        let mut grid = Grid::new(columns);
        for difference in &self.report.results.differences {
            let Some(cost) = &difference.cost else { continue };
            let half = Ratio::whole(cost.half_width.unwrap_or(0));
            let told = match difference.direction() {
                -1 => self.word("simulation-told-cheaper"),
                1 => self.word("simulation-told-dearer"),
                _ => self.word("simulation-told-nothing"),
            };
            let row = vec![
                self.id(difference.second).to_owned(),
                self.id(difference.first).to_owned(),
                self.mark().to_owned(),
                self.kroner(&cost.mean),
                self.kroner(&cost.mean - &half),
                self.kroner(&cost.mean + &half),
                self.share(difference.second_cheaper.as_ref()),
                told.to_owned(),
            ];
            grid.row(row, Tone::Plain);
        }
        part_with(self.word("simulation-part-differences"), vec![grid])
    }

    fn lots_table(&self) -> Option<Part> {
        let mut columns = self.key_columns();
        columns.push(Column::name(self.word("simulation-lot")));
        columns.extend(
            [
                self.word("simulation-bids"),
                self.word("simulation-none"),
                self.word("simulation-one"),
                self.word("simulation-two"),
                self.word("simulation-three"),
            ]
            .map(Column::figure),
        );
        let mut grid = Grid::new(columns);
        let draws = self.report.study.table.len() as i128;
        for (at, own) in self.report.results.structures.iter().enumerate() {
            for (lot, id) in own.lots.iter().zip(self.lot_ids(at)) {
                let mut row = self.key_cells(at);
                row.push(id.to_owned());
                row.push(self.one_decimal(lot.bids.as_ref()));
                let share = |count: u64| Ratio::new(count.into(), draws);
                row.extend(lot.draws_by_bids.map(|n| share(n).map_or(String::new(), |s| self.percent(&s))));
                grid.row(row, Tone::Plain);
            }
        }
        part_with(self.word("simulation-part-lots"), vec![grid])
    }

    /// A bidder, with the number of those who are like it.
    pub(super) fn bidder(&self, bidder: &BidderResult) -> String {
        let args = vec![("name", Figure::from(bidder.name.as_str())), ("count", Figure::from(bidder.count))];
        if bidder.count > 1 { self.message("simulation-profile-count", &args) } else { bidder.name.clone() }
    }

    fn bidders_table(&self) -> Option<Part> {
        let mut columns = self.key_columns();
        columns.push(Column::name(self.word("simulation-bidder")));
        let figures = [
            self.word("simulation-wins"),
            self.word("simulation-paid-low"),
            self.word("simulation-paid-mean"),
            self.word("simulation-paid-high"),
            self.word("simulation-taken"),
            self.word("simulation-least"),
            self.word("simulation-largest"),
        ];
        columns.extend(figures.map(Column::figure));
        let mut grid = Grid::new(columns);
        for (at, own) in self.report.results.structures.iter().enumerate() {
            for bidder in &own.bidders {
                let mut row = self.key_cells(at);
                let (paid, taken) = (bidder.payment.as_ref(), bidder.volume.as_ref());
                let count = |n: i64| self.language.decimal(&n.to_string());
                row.push(self.bidder(bidder));
                row.push(self.share(bidder.wins.as_ref()));
                row.push(paid.map_or(String::new(), |p| self.kroner(p.low)));
                row.push(paid.map_or(String::new(), |p| self.kroner(&p.mean)));
                row.push(paid.map_or(String::new(), |p| self.kroner(p.high)));
                row.push(
                    taken.map_or(String::new(), |t| self.language.decimal(&t.mean.to_decimals_half_up(0))),
                );
                row.push(bidder.guaranteed.map_or(String::new(), count));
                row.push(count(bidder.largest));
                grid.row(row, Tone::Plain);
            }
        }
        part_with(self.word("simulation-part-bidders"), vec![grid])
    }

    fn drivers_table(&self) -> Option<Part> {
        let results = self.report.results;
        let mut columns = self.key_columns();
        columns.extend([
            Column::word(self.word("simulation-of-what")),
            Column::name(self.word("simulation-input")),
            Column::figure(self.word("simulation-share")),
        ]);
        let mut grid = Grid::new(columns);
        let names: Vec<String> = results
            .structures
            .first()
            .map_or(Vec::new(), |s| s.bidders.iter().map(|b| b.name.clone()).collect());
        let base = vec![("base", Figure::from(self.id(results.base)))];
        let of_difference = self.message("simulation-of-difference", &base);
        for (at, (own, beside)) in results.drivers.iter().zip(&results.difference_drivers).enumerate() {
            for (of, drivers) in [(self.word("simulation-of-cost"), own), (of_difference.as_str(), beside)] {
                for Driver { input, share } in drivers.iter().take(SHOWN_DRIVERS) {
                    let mut row = self.key_cells(at);
                    row.extend([of.to_owned(), self.input(*input, &names), self.percent(share)]);
                    grid.row(row, Tone::Plain);
                }
            }
        }
        part_with(self.word("simulation-part-drivers"), vec![grid])
    }
}
