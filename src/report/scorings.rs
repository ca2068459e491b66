//! The three readings of the scored price side by side (docs/reference/rules.md, "Unit prices" 4): totals of every bid, and the winners.

use serde_json::{Value, json};

use super::{
    Language, Report,
    evaluation::{View, structure_banner},
    page::{Column, Grid, Page, Part, Tone},
    tender_json,
};
use crate::{
    evaluation::EvaluatedResult,
    number::{Figure, Money},
    outcome::Outcome,
    record::evaluation_json::{award_json, bid_lot_json},
    tender::{AboveCap, ModelKind, ScoredPrice, Tender},
};

/// One outcome for each scored price.
pub type Scorings<'t> = [(ScoredPrice, Outcome<'t>); 3];

/// The side-by-side view.
#[derive(Clone, Copy, Debug)]
pub struct ScoringsReport<'a>(pub &'a Scorings<'a>);

impl Report for ScoringsReport<'_> {
    fn page(&self, language: Language) -> Page {
        page(self.0, language)
    }

    /// `udbud.scorings/1`
    fn json(&self, _: Language) -> Value {
        scorings_json(self.0)
    }

    /// One row for each scored price, bid and lot.
    fn rows(&self, language: Language) -> Option<Vec<Vec<String>>> {
        Some(rows(self.0, language))
    }
}

fn scorings_json(scorings: &Scorings<'_>) -> Value {
    let [(_, first), ..] = scorings;
    let tender = first.tender;
    let own = own_scored_price(tender);
    let one = |(scored, outcome): &(ScoredPrice, Outcome<'_>)| {
        let bids = (0..tender.bids.len()).map(|b| {
            let lots = 0..outcome.evaluated.lots.len();
            json!({
                "bidder": tender.bids[b].bidder,
                "admissible": outcome.is_admissible(b),
                "lots": lots.map(|l| bid_lot_json(outcome, b, l)).collect::<Vec<_>>(),
            })
        });
        json!({
            "scored-price": scored.name(),
            "published": Some(*scored) == own && first.structure == tender.award.structure,
            "bids": bids.collect::<Vec<_>>(),
            "award": award_json(outcome),
        })
    };
    json!({
        "schema": "udbud.scorings/1",
        "engine": concat!("udbud ", env!("CARGO_PKG_VERSION")),
        "tender": tender_json(tender),
        "structure": tender.structures[first.structure].id,
        "days": first.days.map(|d| json!({ "in-force": d.in_force, "contract": d.contract })),
        "scorings": scorings.iter().map(one).collect::<Vec<_>>(),
    })
}

/// The scored price that the tender states; `None` where its cap is not paid while in force.
fn own_scored_price(tender: &Tender) -> Option<ScoredPrice> {
    match tender.cap?.above {
        AboveCap::PayCapWhileInForce(own) => Some(own),
        AboveCap::RejectBid | AboveCap::RejectLine => None,
    }
}

fn page(scorings: &Scorings<'_>, language: Language) -> Page {
    let views: Vec<View<'_>> = scorings.iter().map(|(_, o)| View::new(o, language)).collect();
    let Some(view) = views.first() else { return Page::default() };
    let mut intro = Part::default();
    match own_scored_price(view.tender()) {
        Some(own) => {
            let args = vec![("scored", Figure::from(scored_price(view, own)))];
            intro.text(view.message_of_kind("scoring-published", args));
        }
        None => intro.text(view.word("scoring-none")),
    }
    if let Some(days) = view.outcome.days {
        let args = vec![("in", Figure::from(days.in_force)), ("contract", Figure::from(days.contract))];
        let moves = view.outcome.priced.prices.calendar.is_some();
        let id = if moves { "scoring-means-adjusted" } else { "scoring-means" };
        intro.text(view.message(id, &args));
    }
    let mut totals = Part::new(view.word("scoring-part-totals"));
    totals.grid(bids(&views).without_empty_columns());
    let deciding = deciding(view).map(|what| {
        let mut part = Part::new(view.message("scoring-part-deciding", &vec![("what", Figure::from(what))]));
        part.grid(figures(&views, &what_decides).without_empty_columns());
        part
    });
    let mut winners = Part::new(view.word("scoring-part-winners"));
    winners.grid(awards(&views).without_empty_columns());
    winners.text(verdict(&views));
    winners.text(view.word("scoring-cost"));
    let title =
        view.message("scoring-title", &vec![("tender", Figure::from(view.tender().head.id.as_str()))]);
    let parts = [intro, totals].into_iter().chain(deciding).chain([winners]).collect();
    Page { title, banner: structure_banner(view), parts }
}

/// A scored price in words.
fn scored_price(view: &View<'_>, scored: ScoredPrice) -> &'static str {
    match scored {
        ScoredPrice::Bid => view.word("scoring-bid"),
        ScoredPrice::Capped => view.word("scoring-capped"),
        ScoredPrice::TimeWeighted => view.word("scoring-time-weighted"),
    }
}

fn columns(view: &View<'_>, name: &str) -> Vec<Column> {
    let mut columns = vec![Column { key: true, ..Column::word(view.word("evaluation-lot")) }];
    if !name.is_empty() {
        columns.push(Column::name(name));
    }
    columns
}

/// What decides where it is not the lot price.
fn deciding(view: &View<'_>) -> Option<&'static str> {
    match view.tender().evaluation.kind {
        ModelKind::LowestPrice => None,
        _ if view.scores() => Some(view.word("evaluation-score")),
        _ => Some(view.word("evaluation-evaluated-price")),
    }
}

/// The score, or the evaluated price, of a bid that is evaluated on the lot.
fn what_decides(view: &View<'_>, bid: usize, lot: usize) -> Option<String> {
    view.evaluated(bid, lot)?;
    Some(match view.scores() {
        true => view.score(bid, lot).0,
        false => view.money(view.evaluated_price(bid, lot)),
    })
}

/// Lot by lot a figure of every bid under each reading.
fn figures(views: &[View<'_>], of: &dyn Fn(&View<'_>, usize, usize) -> Option<String>) -> Grid {
    let Some(view) = views.first() else { return Grid::default() };
    let lots = view.lots().len();
    let mut titles = columns(view, view.word("evaluation-bidder"));
    titles.extend(ScoredPrice::ALL.map(|scored| Column::figure(scored_price(view, scored))));
    let mut grid = Grid::new(titles);
    for lot in 0..lots {
        for bid in 0..view.tender().bids.len() {
            if views.iter().all(|v| v.is_not_bid(bid, lot)) {
                continue;
            }
            let mut cells = vec![view.lot(lot).to_owned(), view.bidder(bid).to_owned()];
            cells.extend(
                views
                    .iter()
                    .map(|v| of(v, bid, lot).unwrap_or_else(|| view.word("evaluation-out").to_owned())),
            );
            grid.row(cells, Tone::Plain);
        }
    }
    grid
}

/// Lot by lot the price of every bid under each reading, and the sum where it may be evaluated on all lots.
fn bids(views: &[View<'_>]) -> Grid {
    let Some(view) = views.first() else { return Grid::default() };
    let lots = view.lots().len();
    let price = |view: &View<'_>, bid: usize, lot: usize| view.figures(bid, lot).map(|f| f.price);
    let mut grid = figures(views, &|v, bid, lot| price(v, bid, lot).map(|amount| v.language.money(amount)));
    if lots > 1 {
        for bid in 0..view.tender().bids.len() {
            let sum = |v: &View<'_>| -> Option<Money> {
                let all: Option<Vec<Money>> = (0..lots).map(|l| price(v, bid, l)).collect();
                Money::sum(all?).ok()
            };
            if views.iter().all(|v| sum(v).is_some()) {
                let mut cells = vec![view.word("evaluation-total").to_owned(), view.bidder(bid).to_owned()];
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
    let mut titles = columns(view, "");
    let title = |scored| Column { key: false, ..Column::name(scored_price(view, scored)) };
    titles.extend(ScoredPrice::ALL.map(title));
    let mut grid = Grid::new(titles);
    for lot in 0..view.lots().len() {
        let mut cells = vec![view.lot(lot).to_owned()];
        cells.extend(views.iter().map(|v| winner(v, lot)));
        grid.row(cells, Tone::Plain);
    }
    let mut cost = vec![view.word("evaluation-award-cost").to_owned()];
    cost.extend(views.iter().map(|v| match v.outcome.award.expected_cost {
        Some(cost) => v.language.money(cost),
        None => view.word("evaluation-unknown").to_owned(),
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
        None if tied => view.word("evaluation-tie-differs").to_owned(),
        None => view.word("evaluation-unawarded").to_owned(),
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
        return view.word("scoring-same").to_owned();
    }
    view.message("scoring-differ", &vec![("lots", Figure::List(differ))])
}

const TITLES: [&str; 12] = [
    "evaluation-csv-tender",
    "evaluation-csv-structure",
    "scoring-csv-scored-price",
    "evaluation-csv-bidder",
    "evaluation-csv-lot",
    "evaluation-csv-status",
    "evaluation-csv-price",
    "evaluation-csv-expected-payment",
    "evaluation-csv-evaluated-price",
    "evaluation-csv-score",
    "evaluation-csv-rank",
    "evaluation-csv-winner",
];

fn rows(scorings: &Scorings<'_>, language: Language) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for (scored, outcome) in scorings {
        let view = View::new(outcome, language);
        if rows.is_empty() {
            rows.push(TITLES.map(|id| language.word(id).to_owned()).to_vec());
        }
        for bid in 0..view.tender().bids.len() {
            for lot in 0..view.lots().len() {
                rows.push(row(&view, scored.name(), bid, lot));
            }
        }
    }
    rows
}

fn row(view: &View<'_>, scored: &str, bid: usize, lot: usize) -> Vec<String> {
    let figures = view.figures(bid, lot);
    let money = |m: Option<Money>| view.language.plain_money(m);
    let score = match view.evaluated(bid, lot).map(|e| &e.result) {
        Some(EvaluatedResult::Score { rounded, .. }) => {
            view.language.plain_number(rounded, view.tender().evaluation.rounding.score)
        }
        _ => String::new(),
    };
    let rank = view.outcome.standings[bid][lot].rank;
    vec![
        view.tender().head.id.clone(),
        view.tender().structures[view.outcome.structure].id.clone(),
        scored.to_owned(),
        view.bidder(bid).to_owned(),
        view.lot(lot).to_owned(),
        view.status(bid, lot).to_owned(),
        money(figures.map(|f| f.price)),
        money(figures.map(|f| f.expected_payment)),
        money(view.evaluated_price(bid, lot)),
        score,
        rank.map_or(String::new(), |r| r.to_string()),
        view.whether_wins(bid, lot).to_owned(),
    ]
}
