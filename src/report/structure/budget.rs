//! What the budget of an offer collection buys under each structure.

use super::compare::View;
use crate::{
    number::{Figure, Figures, Volume},
    outcome::Purchase,
    report::{
        evaluation::{budget_columns, budget_rows},
        page::{Column, Grid, Part},
    },
    structure::ComparedStructure,
};

/// How many operations of which kind, at the offers and at the fallback. `None` without a budget.
pub(super) fn budget_part(view: &View<'_>) -> Option<Part> {
    let w = view.w;
    let amount = view.comparison.structures.iter().find_map(|c| c.outcome.budget.as_ref())?.amount;
    let mut columns = vec![Column::name(w.structure), Column { key: true, ..Column::word(w.standing) }];
    columns.extend(budget_columns(view.language));
    let mut grid = Grid::new(columns);
    for c in &view.comparison.structures {
        let Some(buys) = &c.outcome.budget else { continue };
        for (cells, tone) in budget_rows(&c.outcome, buys, view.language) {
            let mut row = vec![view.id(c), view.mark(c)];
            row.extend(cells);
            grid.row(row, tone);
        }
    }
    let mut part = Part::new(w.part_budget);
    part.text(view.say(w.budget_scaled, &vec![("amount", Figure::from(amount))]));
    part.grid(grid);
    Some(part)
}

/// The arguments of what is read aloud of a budget; `None` where there is none, or where it is not known what it buys at
/// the offers.
pub(super) fn budget_figures(c: &ComparedStructure<'_>) -> Option<Figures> {
    let buys = c.outcome.budget.as_ref()?;
    let expected = Volume::sum(c.outcome.priced.prices.volumes.iter().copied());
    let mut figures = vec![
        ("amount", Figure::from(buys.amount)),
        ("offers", Figure::from(buys.at_offers.as_ref()?.operations())),
        ("expected", Figure::from(expected)),
    ];
    let fallback = buys.at_fallback.as_ref().map(Purchase::operations);
    figures.extend(fallback.map(|n| ("fallback", Figure::from(n))));
    Some(figures)
}
