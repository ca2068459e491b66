//! One draw, taken apart: what was drawn in it, and what follows.

use super::{
    SimulationPage, Told,
    csv::{cost, day, input_figure},
    names::{View, part_with},
    sentences::sentence,
};
use crate::{
    number::Figure,
    report::{
        Language,
        page::{Column, Grid, Page, Part, Tone},
    },
    simulation::{Input, LotRow},
};

/// One draw of the study's table (its position there), ready to be laid out.
pub fn draw_page(told: Told<'_>, draw: usize, language: Language) -> SimulationPage {
    let view = View::of(told, language);
    let args = vec![
        ("dialogue", Figure::from(told.study.dialogue.title.as_str())),
        ("n", Figure::Count(told.study.table.number(draw))),
    ];
    let parts = [view.inputs_of(draw), view.costs_of(draw), view.lots_of(draw), view.bidders_of(draw)];
    SimulationPage(Page {
        title: sentence(&view, view.w.title_draw, args),
        banner: Some(view.banner()),
        parts: parts.into_iter().flatten().collect(),
    })
}

impl View<'_> {
    fn inputs_of(&self, draw: usize) -> Option<Part> {
        let (w, study) = (self.w, self.told.study);
        let columns = vec![
            Column::name(w.input),
            Column { key: true, ..Column::word(w.standing) },
            Column::word(w.figure),
        ];
        let mut grid = Grid::new(columns);
        for (&input, &figure) in study.inputs.iter().zip(study.table.inputs(draw)) {
            let name = self.input(input, study.bidders);
            grid.row(vec![name, self.mark().to_owned(), self.input_said(input, figure)], Tone::Plain);
        }
        part_with(w.part_inputs, vec![grid])
    }

    fn input_said(&self, input: Input, figure: i64) -> String {
        let w = self.w;
        let plain = self.language.decimal(&input_figure(input, figure));
        let with = |template: &str| self.say(template, &vec![("n", Figure::from(plain.as_str()))]);
        match input {
            Input::Scenario => {
                let index = usize::try_from(figure).unwrap_or(usize::MAX);
                let scenario = self.told.study.dialogue.volumes.scenarios.get(index);
                scenario.map_or(plain, |s| s.name.clone())
            }
            Input::Specialty | Input::Group(_) | Input::Course(_) => format!("x {plain}"),
            Input::Common => with(w.unit_deviations),
            Input::Lapse => day(figure).map_or(String::new(), |d| self.language.date(d)),
            Input::TakesPart(_) => with(w.unit_participation),
            Input::MayLack(..) => (if figure == 1 { w.yes } else { w.no }).into(),
            Input::Discount(_) => format!("{plain} %"),
            Input::Capacity(_) => with(w.unit_operations),
        }
    }

    fn costs_of(&self, draw: usize) -> Option<Part> {
        let (w, table) = (self.w, self.told.study.table);
        let mut columns = self.key_columns();
        columns.extend([w.cost, w.fallback, w.contracts].map(Column::figure));
        columns.push(Column::word(w.tied));
        let mut grid = Grid::new(columns);
        for at in 0..table.structures() {
            let mut row = self.key_cells(at);
            let kroner = |ore: Option<i128>| ore.map_or(w.unknown.to_owned(), |ore| self.kroner(ore));
            row.push(kroner(cost(self, draw, at)));
            row.push(kroner(table.fallback(draw, at).map(|m| m.ore())));
            row.push(table.lots(draw, at).filter(|l| l.winner.is_some()).count().to_string());
            row.push(if table.tied(draw, at) { w.yes.to_owned() } else { String::new() });
            grid.row(row, Tone::Plain);
        }
        part_with(w.part_draw_cost, vec![grid.without_empty_columns()])
    }

    fn lots_of(&self, draw: usize) -> Option<Part> {
        let (w, study) = (self.w, self.told.study);
        let mut columns = self.key_columns();
        columns.extend([Column::name(w.lot), Column::figure(w.bids), Column::name(w.winner)]);
        let mut grid = Grid::new(columns);
        for at in 0..study.table.structures() {
            for (LotRow { bids, winner }, id) in study.table.lots(draw, at).zip(self.lot_ids(at)) {
                let winner =
                    winner.and_then(|b| study.bidders.get(b as usize)).map_or(w.nobody, String::as_str);
                let mut row = self.key_cells(at);
                row.extend([id.to_owned(), bids.to_string(), winner.to_owned()]);
                grid.row(row, Tone::Plain);
            }
        }
        part_with(w.part_draw_lots, vec![grid])
    }

    fn bidders_of(&self, draw: usize) -> Option<Part> {
        let (w, study) = (self.w, self.told.study);
        let mut columns = self.key_columns();
        columns.extend([Column::name(w.bidder), Column::figure(w.payment), Column::figure(w.taken)]);
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
        part_with(w.part_draw_bidders, vec![grid])
    }
}
