//! Points by criterion, and the scales that were used.

use super::{bids::shown, view::View};
use crate::{
    evaluation::ScaleUsed,
    number::{Figure, Ratio},
    report::page::{Column, Grid, Item, Part, Tone},
    tender::Method,
};

/// The points of the bids that are shown, if the model has points.
pub(super) fn part(view: &View<'_>) -> Option<Part> {
    let (w, model) = (view.words, &view.tender().evaluation);
    let lots = view.lots().len();
    let leaves: Vec<usize> = (0..lots)
        .flat_map(|l| view.outcome.evaluated.lots[l].bids.iter().flatten())
        .next()
        .map(|e| e.points.iter().map(|p| p.criterion).collect())?;
    if leaves.is_empty() {
        return None;
    }
    let mut columns = vec![Column::name(w.bidder)];
    if lots > 1 {
        columns.insert(0, Column { key: true, ..Column::word(w.lot) });
    }
    columns.extend(leaves.iter().map(|&c| {
        let criterion = &model.criteria[c];
        match criterion.weight {
            Some(weight) => Column::figure(&format!(
                "{} ({} %)",
                criterion.title,
                view.language.decimal(&weight.normalize().to_string())
            )),
            None => Column::figure(&criterion.title),
        }
    }));
    columns.push(Column::figure(w.score));
    let mut grid = Grid::new(columns);
    for lot in 0..lots {
        for bid in shown(view, lot).0 {
            let Some(evaluated) = view.evaluated(bid, lot) else { continue };
            let mut cells = vec![view.bidder(bid).to_owned()];
            if lots > 1 {
                cells.insert(0, view.lot(lot).to_owned());
            }
            cells.extend(
                evaluated.points.iter().map(|p| beside(view, &p.points, &p.unrounded, model.rounding.points)),
            );
            cells.push(view.score(bid, lot).0);
            grid.row(cells, if view.wins(bid, lot) { Tone::Good } else { Tone::Plain });
        }
    }
    let mut part = Part::new(w.part_points);
    let differ = grid.rows.iter().flat_map(|r| &r.cells).any(|c| c.ends_with(')'));
    part.grid(grid.without_empty_columns());
    if differ {
        part.text(w.points_rounded);
    }
    part.list(scales(view));
    Some(part)
}

/// The figure as it counts, and beside it the unrounded one where it differs.
fn beside(view: &View<'_>, rounded: &Ratio, unrounded: &Ratio, decimals: Option<u32>) -> String {
    let counts = view.number(rounded, decimals);
    if rounded == unrounded {
        return counts;
    }
    format!("{counts} ({})", view.number(unrounded, None))
}

fn scales(view: &View<'_>) -> Vec<Item> {
    let lots = &view.outcome.evaluated.lots;
    let one = |lot: usize, scale: &ScaleUsed| {
        let (w, criterion) = (view.words, &view.tender().evaluation.criteria[scale.criterion]);
        let template = match criterion.method {
            Some(Method::Linear { .. }) => w.scale_slope,
            _ => w.scale_zero,
        };
        let how = match scale.widened_by.filter(|_| scale.widened) {
            Some(bid) => view.say(w.scale_widened_by, &vec![("bidder", Figure::from(view.bidder(bid)))]),
            None => w.scale_as_stated.to_owned(),
        };
        let args = vec![
            ("criterion", Figure::from(criterion.title.as_str())),
            ("lot", Figure::from(view.lot(lot))),
            ("used", Figure::from(scale.used.clone())),
            ("how", Figure::from(how)),
        ];
        let tone = if scale.widened { Tone::Warning } else { Tone::Plain };
        Item::toned(view.say(template, &args), tone)
    };
    lots.iter().enumerate().flat_map(|(l, lot)| lot.scales.iter().map(move |s| one(l, s))).collect()
}
