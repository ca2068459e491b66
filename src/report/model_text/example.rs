//! The worked example as a table.

use super::Writer;
use crate::{
    evaluation::{EvaluatedResult, LotField, probe::WorkedExample},
    number::Ratio,
    report::page::{Column, Grid, Part, Tone},
};

pub(super) fn example(w: Writer<'_>, example: Option<&WorkedExample>) -> Part {
    let mut part = Part::new(w.words.heading_example);
    let Some(WorkedExample { field, outcome }) = example else {
        part.text(w.words.example_none);
        return part;
    };
    part.text(w.words.example_intro);
    let model = &w.tender.evaluation;
    let names: Vec<&str> =
        field.bids.first().map(|b| b.values.iter().map(|(n, _)| n.as_str()).collect()).unwrap_or_default();
    let leaves: Vec<usize> =
        model.criteria.iter().enumerate().filter(|(_, c)| c.method.is_some()).map(|(i, _)| i).collect();
    let mut columns = vec![Column::name(w.words.column_bid), Column::figure(w.words.column_price)];
    columns.extend(names.iter().map(|n| Column::figure(n)));
    columns.extend(leaves.iter().map(|c| Column::figure(w.criterion_title(*c))));
    let result = if model.highest_wins() { w.words.column_score } else { w.words.column_evaluated };
    columns.extend([Column::figure(result), Column::figure(w.words.column_rank)]);
    let mut grid = Grid::new(columns);
    let ranks = outcome.ranks();
    for (i, (entry, bid)) in field.bids.iter().zip(&outcome.bids).enumerate() {
        let mut cells = vec![letter(i), w.language.money(entry.price())];
        cells.extend(entry.values.iter().map(|(_, v)| w.language.number(v)));
        let points = |criterion: &usize| {
            let own = bid.as_ref().and_then(|b| b.points.iter().find(|p| p.criterion == *criterion));
            own.map_or_else(String::new, |p| decimals(w, &p.points, model.rounding.points))
        };
        cells.extend(leaves.iter().map(points));
        cells.push(match bid.as_ref().map(|b| &b.result) {
            None => w.words.fell.to_owned(),
            Some(EvaluatedResult::Score { rounded, .. }) => decimals(w, rounded, model.rounding.score),
            Some(EvaluatedResult::Price(tiers)) => {
                tiers.first().map(|p| w.language.money(*p)).unwrap_or_default()
            }
        });
        let rank = ranks.get(i).copied().flatten();
        cells.push(rank.map(|r| r.to_string()).unwrap_or_default());
        grid.row(cells, if rank == Some(1) { Tone::Good } else { Tone::Plain });
    }
    part.grid(grid);
    part
}

/// With exactly so many decimals; without rounding the shortest exact form.
fn decimals(w: Writer<'_>, x: &Ratio, decimals: Option<u32>) -> String {
    match decimals {
        Some(n) => w.language.decimal(&x.to_decimals_half_up(n)),
        None => w.language.number(x),
    }
}

/// `A`, `B`, …
pub(super) fn letter(i: usize) -> String {
    u8::try_from(i)
        .ok()
        .filter(|i| *i < 26)
        .map_or_else(|| (i + 1).to_string(), |i| char::from(b'A' + i).to_string())
}

/// The name of a bid in a made-up field, or in that of a file.
pub(super) fn name(w: Writer<'_>, field: &LotField, place: usize, made_up: bool) -> String {
    let bid = field.bids.get(place).map_or(place, |b| b.bid);
    match w.tender.bids.get(bid) {
        Some(bid) if !made_up => bid.bidder.clone(),
        _ => letter(place),
    }
}
