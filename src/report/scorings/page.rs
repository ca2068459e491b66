//! The side-by-side view for people.

use super::{Scorings, own_scored_price};
use crate::{
    number::{Figure, Money},
    outcome::Outcome,
    report::{
        Language,
        evaluation::{View, structure_banner},
        page::{Column, Grid, Page, Part, Tone},
    },
    tender::{ModelKind, ScoredPrice},
};

pub(super) fn page(scorings: &Scorings<'_>, language: Language) -> Page {
    let views: Vec<View<'_>> = scorings.iter().map(|(_, o)| View::new(o, language)).collect();
    let Some(view) = views.first() else { return Page::default() };
    let w = view.words;
    let mut intro = Part::default();
    match own_scored_price(view.tender()) {
        Some(own) => {
            let args = vec![("scored", Figure::from(name(view, own)))];
            intro.text(view.say_of_kind(w.scorings_published, args));
        }
        None => intro.text(w.scorings_none),
    }
    if let Some(days) = view.outcome.days {
        let args = vec![("in", Figure::from(days.in_force)), ("contract", Figure::from(days.contract))];
        let moves = view.outcome.priced.prices.calendar.is_some();
        let means = if moves { w.scorings_mean_adjusted } else { w.scorings_mean };
        intro.text(view.say(means, &args));
    }
    let mut totals = Part::new(w.part_totals);
    totals.grid(bids(&views).without_empty_columns());
    let deciding = deciding(view).map(|what| {
        let mut part = Part::new(view.say(w.part_deciding, &vec![("what", Figure::from(what))]));
        part.grid(figures(&views, &decides).without_empty_columns());
        part
    });
    let mut winners = Part::new(w.part_winners);
    winners.grid(awards(&views).without_empty_columns());
    winners.text(verdict(&views));
    winners.text(w.scorings_cost);
    let title = view.say(w.scorings_title, &vec![("tender", Figure::from(view.tender().head.id.as_str()))]);
    let parts = [intro, totals].into_iter().chain(deciding).chain([winners]).collect();
    Page { title, banner: structure_banner(view), parts }
}

/// A scored price in words.
pub(super) fn name(view: &View<'_>, scored: ScoredPrice) -> &'static str {
    match scored {
        ScoredPrice::Bid => view.words.scoring_bid,
        ScoredPrice::Capped => view.words.scoring_capped,
        ScoredPrice::TimeWeighted => view.words.scoring_time_weighted,
    }
}

fn columns(view: &View<'_>, name: &str) -> Vec<Column> {
    let w = view.words;
    let mut columns = vec![Column { key: true, ..Column::word(w.lot) }];
    if !name.is_empty() {
        columns.push(Column::name(name));
    }
    columns
}

/// What decides where it is not the lot price.
fn deciding(view: &View<'_>) -> Option<&'static str> {
    match view.tender().evaluation.kind {
        ModelKind::LowestPrice => None,
        _ if view.scores() => Some(view.words.score),
        _ => Some(view.words.evaluated_price),
    }
}

/// The score, or the evaluated price, of a bid that is evaluated on the lot.
fn decides(view: &View<'_>, bid: usize, lot: usize) -> Option<String> {
    view.evaluated(bid, lot)?;
    Some(match view.scores() {
        true => view.score(bid, lot).0,
        false => view.money(view.evaluated_price(bid, lot)),
    })
}

/// Lot by lot a figure of every bid under each reading.
fn figures(views: &[View<'_>], of: &dyn Fn(&View<'_>, usize, usize) -> Option<String>) -> Grid {
    let Some(view) = views.first() else { return Grid::default() };
    let (w, lots) = (view.words, view.lots().len());
    let mut titles = columns(view, w.bidder);
    titles.extend([w.scoring_bid, w.scoring_capped, w.scoring_time_weighted].map(Column::figure));
    let mut grid = Grid::new(titles);
    for lot in 0..lots {
        for bid in 0..view.tender().bids.len() {
            if views.iter().all(|v| v.is_not_bid(bid, lot)) {
                continue;
            }
            let mut cells = vec![view.lot(lot).to_owned(), view.bidder(bid).to_owned()];
            cells.extend(views.iter().map(|v| of(v, bid, lot).unwrap_or_else(|| w.out.to_owned())));
            grid.row(cells, Tone::Plain);
        }
    }
    grid
}

/// Lot by lot the price of every bid under each reading, and the sum where it may be evaluated on all lots.
fn bids(views: &[View<'_>]) -> Grid {
    let Some(view) = views.first() else { return Grid::default() };
    let (w, lots) = (view.words, view.lots().len());
    let price = |view: &View<'_>, bid: usize, lot: usize| view.figures(bid, lot).map(|f| f.price);
    let mut grid = figures(views, &|v, bid, lot| price(v, bid, lot).map(|amount| v.language.money(amount)));
    if lots > 1 {
        for bid in 0..view.tender().bids.len() {
            let sum = |v: &View<'_>| -> Option<Money> {
                let all: Option<Vec<Money>> = (0..lots).map(|l| price(v, bid, l)).collect();
                Money::sum(all?).ok()
            };
            if views.iter().all(|v| sum(v).is_some()) {
                let mut cells = vec![w.total.to_owned(), view.bidder(bid).to_owned()];
                cells.extend(views.iter().map(|v| v.money(sum(v))));
                grid.row(cells, Tone::Plain);
            }
        }
    }
    grid
}

/// Lot by lot the winner under each reading, and what the award costs.
fn awards(views: &[View<'_>]) -> Grid {
    let Some(view) = views.first() else { return Grid::default() };
    let w = view.words;
    let mut titles = columns(view, "");
    titles.extend(
        [w.scoring_bid, w.scoring_capped, w.scoring_time_weighted]
            .map(|t| Column { key: false, ..Column::name(t) }),
    );
    let mut grid = Grid::new(titles);
    for lot in 0..view.lots().len() {
        let mut cells = vec![view.lot(lot).to_owned()];
        cells.extend(views.iter().map(|v| winner(v, lot)));
        grid.row(cells, Tone::Plain);
    }
    let mut cost = vec![w.award_cost.to_owned()];
    cost.extend(views.iter().map(|v| match v.outcome.award.expected_cost {
        Some(cost) => v.language.money(cost),
        None => w.unknown.to_owned(),
    }));
    grid.row(cost, Tone::Plain);
    grid
}

/// Who wins a lot, or why nobody is named.
fn winner(view: &View<'_>, lot: usize) -> String {
    let award = view.outcome.award.lots.get(lot);
    let tied = view.outcome.award.tied.iter().any(|t| t.get(lot).copied().flatten().is_some());
    match award.and_then(|a| a.winner) {
        Some(bid) => view.bidder(bid).to_owned(),
        None if tied => view.words.tie_differs.to_owned(),
        None => view.words.unawarded.to_owned(),
    }
}

/// Whether the scored price decides who wins, and where.
fn verdict(views: &[View<'_>]) -> String {
    let Some(view) = views.first() else { return String::new() };
    let winners = |o: &Outcome<'_>, l: usize| o.award.lots.get(l).and_then(|a| a.winner);
    let differ: Vec<String> = (0..view.lots().len())
        .filter(|&l| views.iter().any(|v| winners(v.outcome, l) != winners(view.outcome, l)))
        .map(|l| view.lot(l).to_owned())
        .collect();
    if differ.is_empty() {
        return view.words.scorings_same.to_owned();
    }
    view.say(view.words.scorings_differ, &vec![("lots", Figure::List(differ))])
}
