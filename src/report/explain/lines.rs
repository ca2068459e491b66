//! The lines of a lot price, as a table.

use super::place_text;
use crate::{
    explain::{Step, StepRule},
    number::Figure,
    report::{
        Language,
        evaluation::{View, payment_means},
        page::{Block, Column, Grid, Tone},
    },
};

/// The table, and a word on what is scored and what is paid where both are shown.
pub(super) fn blocks(view: &View<'_>, lot_price: &Step) -> Vec<Block> {
    let titles = match view.language {
        Language::En => {
            ["Procedure", "Unit price", "Scored price", "Volume", "Line", "Expected payment", "Volume stated"]
        }
        Language::Da => [
            "Ydelse",
            "Enhedspris",
            "Evalueret pris",
            "Volumen",
            "Linje",
            "Forventet betaling",
            "Volumen oplyst",
        ],
    };
    let [code, unit, scored, volume, line, payment, place] = titles;
    let mut grid = Grid::new(vec![
        Column { key: true, ..Column::word(code) },
        Column::figure(unit),
        Column::figure(scored),
        Column::figure(volume),
        Column::figure(line),
        Column::figure(payment),
        Column::word(place),
    ]);
    let differs = |a: &'static str, b: &'static str| {
        lot_price.steps.iter().any(|s| s.rule == StepRule::LotLine && s.figure(a) != s.figure(b))
    };
    let (shows_scored, shows_payment) = (differs("unit", "scored"), differs("result", "payment"));
    for step in &lot_price.steps {
        let told = |name: &str| step.figure(name).map_or(String::new(), |f: &Figure| view.language.figure(f));
        let at_fallback = step.rule == StepRule::LotLineAtFallback;
        let only = |shown: bool, text: String| if shown { text } else { String::new() };
        let unit = match at_fallback {
            true => view.language.pick("fallback", "DUF-takst").to_owned(),
            false => told("unit"),
        };
        let place = step.places.first().map(|(_, p)| place_text(view.tender(), *p, view.language));
        let cells = vec![
            told("code"),
            unit,
            only(shows_scored, told("scored")),
            told("volume"),
            told("result"),
            only(shows_payment, told("payment")),
            place.unwrap_or_default(),
        ];
        grid.row(cells, if at_fallback { Tone::Warning } else { Tone::Plain });
    }
    let mut blocks = vec![Block::Grid(grid.without_empty_columns())];
    if shows_payment {
        blocks.extend(payment_means(view).map(Block::Text));
    }
    blocks
}
