//! Every draw, for R, Python or a spreadsheet, and one draw taken apart.

use serde_json::Value;

use super::{
    SimulationReport,
    sentences::sentence,
    view::{SimulationView, money, part_with},
};
use crate::{
    number::{Figure, Ratio},
    report::{
        Language, Report,
        page::{Column, Grid, Page, Part, Tone},
    },
    simulation::{Input, LotRow},
};

/// One draw of a study, taken apart: what was drawn in it, and what follows.
#[derive(Clone, Copy, Debug)]
pub struct DrawReport<'a> {
    /// The study.
    pub study: SimulationReport<'a>,
    /// The draw's position in the study's table.
    pub draw: usize,
}

impl Report for DrawReport<'_> {
    fn page(&self, language: Language) -> Page {
        let (view, draw) = (SimulationView::of(self.study, language), self.draw);
        let args = vec![
            ("dialogue", Figure::from(self.study.study.dialogue.title.as_str())),
            ("n", Figure::Count(self.study.study.table.number(draw))),
        ];
        let parts = [view.inputs_of(draw), view.costs_of(draw), view.lots_of(draw), view.bidders_of(draw)];
        Page {
            title: sentence(&view, "simulation-title-draw", args),
            banner: Some(view.banner()),
            parts: parts.into_iter().flatten().collect(),
        }
    }

    /// One draw has no such form.
    fn json(&self, _: Language) -> Value {
        Value::Null
    }

    fn rows(&self, language: Language) -> Option<Vec<Vec<String>>> {
        self.study.rows(language)
    }
}

/// Hands out the header, then one row for each draw and structure, each of which has the mark of a simulation. Columns have
/// the same names in every language; amounts are in kroner, without thousands separators.
pub(super) fn each_draw_row(
    report: SimulationReport<'_>,
    language: Language,
    mut emit: impl FnMut(Vec<String>),
) {
    let view = SimulationView::of(report, language);
    let (table, bidders) = (report.study.table, report.study.bidders);
    let lots: Vec<Vec<&str>> = (0..table.structures()).map(|s| view.lot_ids(s)).collect();
    emit(header(&view, &lots));
    for draw in 0..table.len() {
        let costs: Vec<Option<i128>> = (0..table.structures()).map(|s| cost(&view, draw, s)).collect();
        let least = costs.iter().flatten().min().copied().filter(|_| costs.iter().all(Option::is_some));
        let inputs = report.study.inputs.iter().zip(table.inputs(draw));
        let inputs: Vec<String> =
            inputs.map(|(&i, &v)| language.plain_decimal(&input_figure(i, v))).collect();
        for s in 0..table.structures() {
            let kroner = |ore: i128| language.plain_decimal(&money(&Ratio::whole(ore)).to_string());
            let some = |ore: Option<i128>| ore.map_or(String::new(), kroner);
            let own: Vec<_> = table.lots(draw, s).collect();
            let mut winners: Vec<u32> = own.iter().filter_map(|l| l.winner).collect();
            let contracts = winners.len();
            winners.sort_unstable();
            winners.dedup();
            let mut row = vec![
                view.mark().to_owned(),
                table.number(draw).to_string(),
                view.id(s).to_owned(),
                some(costs[s]),
                some(table.fallback(draw, s).map(|m| m.ore())),
                some(costs[s].zip(least).map(|(own, least)| own - least)),
                contracts.to_string(),
                winners.len().to_string(),
                own.iter().filter(|l| l.bids == 0).count().to_string(),
                u8::from(table.tied(draw, s)).to_string(),
            ];
            row.extend(inputs.iter().cloned());
            row.extend(table.payments(draw, s).iter().map(|&ore| kroner(ore.into())));
            row.extend(table.volumes(draw, s).iter().map(u64::to_string));
            for (other, ids) in lots.iter().enumerate() {
                for l in 0..ids.len() {
                    let lot = own.get(l).filter(|_| other == s);
                    let winner = lot.and_then(|l| l.winner).and_then(|w| bidders.get(w as usize));
                    row.push(lot.map_or(String::new(), |l| l.bids.to_string()));
                    row.push(winner.cloned().unwrap_or_default());
                }
            }
            emit(row);
        }
    }
}

/// What the buyer pays, contracts included, in øre.
fn cost(view: &SimulationView<'_>, draw: usize, structure: usize) -> Option<i128> {
    let table = view.report.study.table;
    let contracts = table.lots(draw, structure).filter(|l| l.winner.is_some()).count() as i128;
    let each = view.report.study.dialogue.cost_per_contract.ore();
    table.cost(draw, structure)?.ore().checked_add(each.checked_mul(contracts)?)
}

fn header(view: &SimulationView<'_>, lots: &[Vec<&str>]) -> Vec<String> {
    let study = view.report.study;
    let english = SimulationView::of(view.report, Language::En);
    let fixed = [
        "standing",
        "draw",
        "structure",
        "cost",
        "fallback",
        "regret",
        "contracts",
        "suppliers",
        "lots-without-bid",
        "tied",
    ];
    let mut header: Vec<String> = fixed.map(str::to_owned).to_vec();
    header.extend(study.inputs.iter().map(|&i| format!("input: {}", english.input(i, study.bidders))));
    header.extend(study.bidders.iter().map(|b| format!("paid: {b}")));
    header.extend(study.bidders.iter().map(|b| format!("volume: {b}")));
    for (s, ids) in lots.iter().enumerate() {
        for id in ids {
            header.extend(["bids", "winner"].map(|what| format!("{what}: {}/{id}", english.id(s))));
        }
    }
    header
}

/// An input's figure in the unit that people use: factors and shares as they are written, discounts in per cent, days as
/// dates; a scenario by its number from 1.
fn input_figure(input: Input, figure: i64) -> String {
    let millionths = || Ratio::new(figure.into(), 1_000_000).map_or(String::new(), |f| f.to_string());
    match input {
        Input::Scenario => (i128::from(figure) + 1).to_string(),
        Input::MayLack(..) | Input::Capacity(_) => figure.to_string(),
        Input::Lapse => day(figure).map_or(String::new(), |d| d.to_string()),
        Input::Specialty
        | Input::Common
        | Input::Group(_)
        | Input::Course(_)
        | Input::TakesPart(_)
        | Input::Discount(_) => millionths(),
    }
}

/// A day from its number since 1 January 1970.
fn day(number: i64) -> Option<jiff::civil::Date> {
    let span = jiff::Span::new().try_days(number).ok()?;
    jiff::civil::date(1970, 1, 1).checked_add(span).ok()
}

impl SimulationView<'_> {
    fn inputs_of(&self, draw: usize) -> Option<Part> {
        let study = self.report.study;
        let columns = vec![
            Column::name(self.word("simulation-input")),
            Column { key: true, ..Column::word(self.word("simulation-standing")) },
            Column::word(self.word("simulation-figure")),
        ];
        let mut grid = Grid::new(columns);
        for (&input, &figure) in study.inputs.iter().zip(study.table.inputs(draw)) {
            let name = self.input(input, study.bidders);
            grid.row(vec![name, self.mark().to_owned(), self.input_figure_text(input, figure)], Tone::Plain);
        }
        part_with(self.word("simulation-part-inputs"), vec![grid])
    }

    fn input_figure_text(&self, input: Input, figure: i64) -> String {
        let plain = self.language.decimal(&input_figure(input, figure));
        let with = |template: &str| self.message(template, &vec![("n", Figure::from(plain.as_str()))]);
        match input {
            Input::Scenario => {
                let index = usize::try_from(figure).unwrap_or(usize::MAX);
                let scenario = self.report.study.dialogue.volumes.scenarios.get(index);
                scenario.map_or(plain, |s| s.name.clone())
            }
            Input::Specialty | Input::Group(_) | Input::Course(_) => format!("x {plain}"),
            Input::Common => with("simulation-unit-deviations"),
            Input::Lapse => day(figure).map_or(String::new(), |d| self.language.date(d)),
            Input::TakesPart(_) => with("simulation-unit-participation"),
            Input::MayLack(..) => {
                (if figure == 1 { self.word("simulation-yes") } else { self.word("simulation-no") }).into()
            }
            Input::Discount(_) => format!("{plain} %"),
            Input::Capacity(_) => with("simulation-unit-operations"),
        }
    }

    fn costs_of(&self, draw: usize) -> Option<Part> {
        let table = self.report.study.table;
        let mut columns = self.key_columns();
        columns.extend(
            [
                self.word("simulation-cost"),
                self.word("simulation-fallback"),
                self.word("simulation-contracts"),
            ]
            .map(Column::figure),
        );
        columns.push(Column::word(self.word("simulation-tied")));
        let mut grid = Grid::new(columns);
        for at in 0..table.structures() {
            let mut row = self.key_cells(at);
            let kroner = |ore: Option<i128>| {
                ore.map_or(self.word("simulation-unknown").to_owned(), |ore| self.kroner(ore))
            };
            row.push(kroner(cost(self, draw, at)));
            row.push(kroner(table.fallback(draw, at).map(|m| m.ore())));
            row.push(table.lots(draw, at).filter(|l| l.winner.is_some()).count().to_string());
            row.push(if table.tied(draw, at) {
                self.word("simulation-yes").to_owned()
            } else {
                String::new()
            });
            grid.row(row, Tone::Plain);
        }
        part_with(self.word("simulation-part-draw-cost"), vec![grid.without_empty_columns()])
    }

    fn lots_of(&self, draw: usize) -> Option<Part> {
        let study = self.report.study;
        let mut columns = self.key_columns();
        columns.extend([
            Column::name(self.word("simulation-lot")),
            Column::figure(self.word("simulation-bids")),
            Column::name(self.word("simulation-winner")),
        ]);
        let mut grid = Grid::new(columns);
        for at in 0..study.table.structures() {
            for (LotRow { bids, winner }, id) in study.table.lots(draw, at).zip(self.lot_ids(at)) {
                let winner = winner
                    .and_then(|b| study.bidders.get(b as usize))
                    .map_or(self.word("simulation-nobody"), String::as_str);
                let mut row = self.key_cells(at);
                row.extend([id.to_owned(), bids.to_string(), winner.to_owned()]);
                grid.row(row, Tone::Plain);
            }
        }
        part_with(self.word("simulation-part-draw-lots"), vec![grid])
    }

    fn bidders_of(&self, draw: usize) -> Option<Part> {
        let study = self.report.study;
        let mut columns = self.key_columns();
        columns.extend([
            Column::name(self.word("simulation-bidder")),
            Column::figure(self.word("simulation-payment")),
            Column::figure(self.word("simulation-taken")),
        ]);
        let mut grid = Grid::new(columns);
        for at in 0..study.table.structures() {
            let figures = study.table.payments(draw, at).iter().zip(study.table.volumes(draw, at));
            for (name, (&paid, &volume)) in study.bidders.iter().zip(figures) {
                if paid != 0 || volume != 0 {
                    let mut row = self.key_cells(at);
                    row.push(name.clone());
                    row.push(self.kroner(paid));
                    row.push(self.language.decimal(&volume.to_string()));
                    grid.row(row, Tone::Plain);
                }
            }
        }
        part_with(self.word("simulation-part-draw-bidders"), vec![grid])
    }
}
