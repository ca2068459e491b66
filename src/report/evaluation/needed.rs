//! What losers would have needed to be alone at rank 1 on a lot.

use super::{bids::shown, view::View};
use crate::{
    evaluation::{Needed, NeededPrice, NeverReason},
    report::page::{Column, Grid, Part, Tone},
};

/// The highest winning price and the least winning points of the losers that are shown.
pub(super) fn part(view: &View<'_>) -> Option<Part> {
    let w = view.words;
    let model = &view.tender().evaluation;
    let several = view.lots().len() > 1;
    let losers: Vec<(usize, usize, &Needed)> = (0..view.lots().len())
        .flat_map(|lot| shown(view, lot).0.into_iter().map(move |bid| (lot, bid)))
        .filter_map(|(lot, bid)| Some((lot, bid, view.outcome.needed.get(bid)?.get(lot)?.as_ref()?)))
        .collect();
    let (_, _, first) = losers.first()?;
    let judged: Vec<usize> = first.points.iter().map(|p| p.criterion).collect();
    let mut columns = vec![Column::name(w.bidder), Column::figure(w.needed_price)];
    if several {
        columns.insert(0, Column { key: true, ..Column::word(w.lot) });
    }
    columns.extend(judged.iter().map(|&c| Column::figure(&model.criteria[c].title)));
    let mut grid = Grid::new(columns);
    let mut assumed = false;
    for (lot, bid, needed) in losers {
        let mark = |certain: bool| if certain { "" } else { "*" };
        let price = match &needed.price {
            NeededPrice::AtMost { price, certain } => {
                assumed |= !certain;
                format!("{}{}", view.language.money(*price), mark(*certain))
            }
            NeededPrice::Never(reason) => never(view, *reason).to_owned(),
        };
        let mut cells = vec![view.bidder(bid).to_owned(), price];
        if several {
            cells.insert(0, view.lot(lot).to_owned());
        }
        cells.extend(needed.points.iter().map(|p| match &p.least {
            Ok(points) => {
                assumed |= !p.certain;
                format!("{}{}", view.number(points, None), mark(p.certain))
            }
            Err(reason) => never(view, *reason).to_owned(),
        }));
        grid.row(cells, Tone::Plain);
    }
    let mut part = Part::new(w.part_needed);
    part.grid(grid);
    part.text(w.needed_means);
    if assumed {
        part.text(w.needed_assumed);
    }
    Some(part)
}

fn never(view: &View<'_>, reason: NeverReason) -> &'static str {
    let w = view.words;
    match reason {
        NeverReason::BelowGate => w.needed_below_gate,
        NeverReason::NotAtAnyPrice => w.needed_no_price,
        NeverReason::NotWithFullPoints => w.needed_no_points,
        NeverReason::TooManySteps => w.unknown,
    }
}
