//! What the budget of an offer collection buys.

use super::view::View;
use crate::{
    number::{Figure, Volume},
    outcome::{BudgetBuys, Outcome, Purchase},
    report::{
        Language,
        page::{Column, Grid, Part, Tone},
    },
};

/// How many operations of which kind, at the offers and at the fallback.
pub(super) fn part(view: &View<'_>) -> Option<Part> {
    let buys = view.outcome.budget.as_ref()?;
    let language = view.language;
    let mut part = Part::new(language.pick("What the budget buys", "Hvad budgettet rækker til"));
    let budget = vec![("amount", Figure::from(buys.amount))];
    part.text(language.fill(
        language.pick(
            "The budget is {amount}. The expected mix is scaled down until it can be paid; each code is rounded down.",
            "Budgettet er {amount}. Den forventede sammensætning skaleres ned, til den kan betales; hver kode rundes ned.",
        ),
        &budget,
    ));
    let mut grid = Grid::new(budget_columns(language));
    for (cells, tone) in budget_rows(view.outcome, buys, language) {
        grid.row(cells, tone);
    }
    part.grid(grid);
    Some(part)
}

/// The columns of [`budget_rows`].
pub(in crate::report) fn budget_columns(language: Language) -> Vec<Column> {
    vec![
        Column::name(language.pick("Code", "Kode")),
        Column::figure(language.pick("Expected", "Forventet")),
        Column::figure(language.pick("At the offers", "Til tilbudspris")),
        Column::figure(language.pick("At the fallback", "Til DUF-takst")),
    ]
}

/// One row for each code, then all operations, what they cost, and what is left.
pub(in crate::report) fn budget_rows(
    outcome: &Outcome<'_>,
    buys: &BudgetBuys,
    language: Language,
) -> Vec<(Vec<String>, Tone)> {
    let volume = |v: Volume| language.figure(&v.into());
    let of = |purchase: &Option<Purchase>, p: usize| {
        purchase.as_ref().and_then(|x| x.volumes.get(p)).map_or_else(String::new, |v| volume(*v))
    };
    let expected = &outcome.priced.prices.volumes;
    let mut rows = Vec::new();
    for (p, procedure) in outcome.tender.procedures.iter().enumerate() {
        let (offers, fallback) = (of(&buys.at_offers, p), of(&buys.at_fallback, p));
        rows.push((vec![procedure.code.clone(), volume(expected[p]), offers, fallback], Tone::Plain));
    }
    let total =
        |purchase: &Option<Purchase>| purchase.as_ref().map_or_else(String::new, |x| volume(x.operations()));
    let all = volume(Volume::sum(expected.iter().copied()));
    let operations = language.pick("Operations", "Operationer").to_owned();
    rows.push((vec![operations, all, total(&buys.at_offers), total(&buys.at_fallback)], Tone::Good));
    for (what, figure) in [
        (language.pick("Cost", "Beløb"), (|x: &Purchase| x.cost) as fn(&Purchase) -> _),
        (language.pick("Left", "Tilbage"), |x: &Purchase| x.left),
    ] {
        let amount = |purchase: &Option<Purchase>| {
            purchase.as_ref().map_or_else(String::new, |x| language.money(figure(x)))
        };
        let (offers, fallback) = (amount(&buys.at_offers), amount(&buys.at_fallback));
        rows.push((vec![what.to_owned(), String::new(), offers, fallback], Tone::Plain));
    }
    rows
}
