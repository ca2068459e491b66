//! The bids: in all, and lot by lot in order of rank.

use super::{points, view::View};
use crate::{
    explain::could_not_win_at_any_price,
    number::{Figure, Money},
    report::page::{Block, Column, Grid, Item, Part, Tone, give_one_shape},
    tender::{AboveCap, ModelKind, ScoredPrice},
};

/// Up to so many rows (bids times lots) every bid is shown on every lot.
const ALL_SHOWN: usize = 150;
/// Beyond that, so many of the best on each lot, and the winner.
const BEST_SHOWN: usize = 5;
/// Up to so many lots each has a part of its own.
const LOT_PARTS: usize = 8;
/// At most so many remarks beneath a table.
const REMARKS: usize = 20;

/// The bids in all (where there are several lots), and lot by lot.
pub(super) fn parts(view: &View<'_>) -> Vec<Part> {
    let lots = view.lots().len();
    let mut parts = Vec::new();
    if lots > 1 {
        parts.push(overview(view));
    }
    if lots <= LOT_PARTS {
        for lot in 0..lots {
            let heading = match lots {
                1 => view.words.part_bids.to_owned(),
                _ => view.say(view.words.part_lot, &vec![("lot", Figure::from(view.lot_with_title(lot)))]),
            };
            parts.push(lot_part(view, heading, &[lot]));
        }
    } else {
        let all: Vec<usize> = (0..lots).collect();
        parts.push(lot_part(view, view.words.lot.to_owned(), &all));
    }
    // every lot's table has the same columns, also where one of them would be empty
    let of_lots = parts.iter_mut().skip(usize::from(lots > 1)).flat_map(|p| &mut p.blocks);
    give_one_shape(of_lots.filter_map(|b| if let Block::Grid(grid) = b { Some(grid) } else { None }).collect());
    if let Some(last) = parts.last_mut() {
        explain_columns(view, last);
        explain_losses(view, last);
    }
    parts.extend(points::part(view));
    parts
}

/// Every bid over all lots: the total only where it may be evaluated on all.
fn overview(view: &View<'_>) -> Part {
    let (w, lots) = (view.words, view.lots().len());
    let mut grid = Grid::new(vec![
        Column::name(w.bidder),
        Column::figure(w.lots_bid),
        Column::figure(w.total),
        Column::figure(w.saving),
        Column::figure(w.saving_percent),
        Column::figure(w.lots_won),
        Column { stays: true, ..Column::word(w.standing) },
    ]);
    for bid in 0..view.tender().bids.len() {
        let on: Vec<usize> = (0..lots).filter(|&l| view.evaluated(bid, l).is_some()).collect();
        let sum = |of: &dyn Fn(usize) -> Option<Money>| -> Option<Money> {
            let all: Option<Vec<Money>> = (0..lots).map(of).collect();
            Money::sum(all?).ok()
        };
        let (saving, percent) = view.saving(view.fallback_total(), sum(&|l| view.cost(bid, l)));
        let won = (0..lots).filter(|&l| view.wins(bid, l)).count();
        let (standing, tone) = match (on.is_empty(), won) {
            (true, _) if (0..lots).all(|l| view.is_not_bid(bid, l)) => (w.not_bid, Tone::Plain),
            (true, _) => (w.out, Tone::Bad),
            (false, 0) if (0..lots).any(|l| view.ties_for(bid, l)) => (w.ties_for, Tone::Warning),
            (false, 0) => ("", Tone::Plain),
            (false, _) => (w.wins, Tone::Good),
        };
        let cells = vec![
            view.bidder(bid).to_owned(),
            format!("{}/{lots}", on.len()),
            view.money(sum(&|l| view.figures(bid, l).map(|f| f.price))),
            saving,
            percent,
            if won == 0 { String::new() } else { won.to_string() },
            standing.to_owned(),
        ];
        grid.row(cells, tone);
    }
    let mut part = Part::new(w.part_bids);
    part.grid(grid.without_empty_columns());
    part.text(w.total_means);
    part
}

/// The bids that are shown on a lot, by rank, and how many are not.
pub(super) fn shown(view: &View<'_>, lot: usize) -> (Vec<usize>, usize) {
    let bids = view.by_rank(lot);
    if bids.len() * view.lots().len() <= ALL_SHOWN {
        return (bids, 0);
    }
    let ranked: Vec<usize> = bids.into_iter().filter(|&b| view.evaluated(b, lot).is_some()).collect();
    let all = ranked.len();
    let kept: Vec<usize> = ranked
        .into_iter()
        .enumerate()
        .filter(|(at, b)| *at < BEST_SHOWN || view.wins(*b, lot) || view.ties_for(*b, lot))
        .map(|(_, b)| b)
        .collect();
    let left = all - kept.len();
    (kept, left)
}

fn lot_part(view: &View<'_>, heading: String, lots: &[usize]) -> Part {
    let w = view.words;
    let mut part = Part::new(heading);
    if let [lot] = lots {
        let fallback = view.outcome.admitted.fallback[*lot];
        part.text(match fallback {
            Some(amount) => view.say(w.fallback_of_lot, &vec![("amount", Figure::from(amount))]),
            None => w.fallback_unknown.to_owned(),
        });
    }
    let every: Vec<usize> = (0..view.lots().len()).collect();
    let mut columns = vec![
        Column::figure(w.rank),
        Column::name(w.bidder),
        Column::figure(w.price),
        Column::figure(w.evaluated_price),
        Column::figure(w.score),
        Column::figure(w.unrounded),
        Column::figure(w.expected_payment),
        Column::figure(w.elsewhere),
        Column::figure(w.saving),
        Column::figure(w.saving_percent),
        Column {
            stays: true,
            ..Column::figure(if distances(view, &every) { w.distance } else { w.standing })
        },
        Column::figure(w.distance_to_first),
    ];
    if lots.len() > 1 {
        columns.insert(0, Column { key: true, ..Column::word(w.lot) });
    }
    let mut grid = Grid::new(columns);
    let mut more = 0;
    for &lot in lots {
        let (bids, left) = shown(view, lot);
        more += left;
        for bid in bids {
            let (mut cells, tone) = lot_row(view, bid, lot);
            if lots.len() > 1 {
                cells.insert(0, view.lot(lot).to_owned());
            }
            grid.row(cells, tone);
        }
    }
    if grid.rows.is_empty() {
        part.text(w.no_bid);
    }
    part.grid(grid);
    if more > 0 {
        part.text(view.say(w.more_bids, &vec![("n", Figure::from(more))]));
    }
    part
}

/// Whether some bid on these lots has a distance.
fn distances(view: &View<'_>, lots: &[usize]) -> bool {
    view.outcome.standings.iter().any(|by_lot| lots.iter().any(|&l| by_lot[l].distance.is_some()))
}

/// One bid on one lot. How it stands is told where its distance would be, why it has no price where the price would be.
fn lot_row(view: &View<'_>, bid: usize, lot: usize) -> (Vec<String>, Tone) {
    let (w, outcome) = (view.words, view.outcome);
    let standing = &outcome.standings[bid][lot];
    let figures = view.figures(bid, lot);
    let rank_of_supplier;
    let (word, tone) = if view.wins(bid, lot) {
        (w.wins, Tone::Good)
    } else if view.ties_for(bid, lot) {
        (w.ties_for, Tone::Warning)
    } else if let Some(supplier) = view.supplier(bid, lot) {
        rank_of_supplier = view.say(w.supplier, &vec![("rank", Figure::from(supplier.rank))]);
        (rank_of_supplier.as_str(), Tone::Good)
    } else if !standing.blocked_by.is_empty() {
        (w.blocked, Tone::Plain)
    } else if figures.is_none() && !view.is_not_bid(bid, lot) {
        ("", Tone::Bad)
    } else {
        ("", Tone::Plain)
    };
    let no_price = if view.is_not_bid(bid, lot) { w.not_bid } else { w.out };
    let (score, unrounded) = view.score(bid, lot);
    let (saving, percent) = view.saving(outcome.admitted.fallback[lot], view.cost(bid, lot));
    let evaluated = view.evaluated_price(bid, lot).filter(|_| adjusts_prices(view));
    let payment = figures.map(|f| f.expected_payment).filter(|_| payments_differ(view));
    let elsewhere = figures.map(|f| f.elsewhere).filter(|m| *m != Money::ZERO);
    let cells = vec![
        standing.rank.map_or(String::new(), |r| r.to_string()),
        view.bidder(bid).to_owned(),
        figures.map_or(no_price.to_owned(), |f| view.language.money(f.price)),
        view.money(evaluated),
        score,
        unrounded,
        view.money(payment),
        view.money(elsewhere),
        saving,
        percent,
        if word.is_empty() { view.money(standing.distance) } else { word.to_owned() },
        view.money(standing.distance_to_first),
    ];
    (cells, tone)
}

/// Whether the model turns prices into other prices.
pub(super) fn adjusts_prices(view: &View<'_>) -> bool {
    view.tender().evaluation.kind != ModelKind::LowestPrice && !view.scores()
}

/// Whether some bid's expected payment is not its lot price: then both are shown, with a word on the difference.
pub(super) fn payments_differ(view: &View<'_>) -> bool {
    let lots = 0..view.lots().len();
    let mut pairs = (0..view.tender().bids.len()).flat_map(|b| lots.clone().map(move |l| (b, l)));
    pairs.any(|(b, l)| view.figures(b, l).is_some_and(|f| f.price != f.expected_payment))
}

fn something_elsewhere(view: &View<'_>) -> bool {
    let lots = 0..view.lots().len();
    let mut pairs = (0..view.tender().bids.len()).flat_map(|b| lots.clone().map(move |l| (b, l)));
    pairs.any(|(b, l)| view.figures(b, l).is_some_and(|f| f.elsewhere != Money::ZERO))
}

/// What the columns mean that could be misread.
fn explain_columns(view: &View<'_>, part: &mut Part) {
    let (w, outcome) = (view.words, view.outcome);
    let mut items = Vec::new();
    let saves =
        |b| (0..view.lots().len()).any(|l| outcome.admitted.fallback[l].and(view.cost(b, l)).is_some());
    if (0..view.tender().bids.len()).any(saves) {
        items.push(Item::new(w.saving_means));
    }
    if payments_differ(view) {
        items.extend(payment_means(view).map(Item::new));
    }
    if something_elsewhere(view) {
        items.push(Item::new(w.elsewhere_means));
    }
    let lots: Vec<usize> = (0..view.lots().len()).collect();
    if distances(view, &lots) {
        let several = view.tender().award.suppliers_per_lot > 1;
        let args = vec![("price", Figure::from(view.the_price()))];
        items.push(Item::new(view.say(if several { w.distance_several } else { w.distance_means }, &args)));
    }
    let combined: Vec<String> = (0..view.tender().bids.len())
        .filter(|&b| outcome.admitted.bids[b].tiers.len() > 1)
        .filter(|&b| outcome.standings[b].iter().any(|s| s.distance.is_some()))
        .map(|b| view.bidder(b).to_owned())
        .collect();
    if !combined.is_empty() {
        let args = vec![("bidders", Figure::List(combined))];
        items.push(Item::new(view.say(w.distance_combination, &args)));
    }
    part.list(items);
}

/// The difference between lot price and expected payment, in words.
pub(in crate::report) fn payment_means(view: &View<'_>) -> Option<String> {
    if let Some(calendar) = &view.outcome.priced.prices.calendar {
        let scored = match view.tender().cap.map(|cap| cap.above) {
            Some(AboveCap::PayCapWhileInForce(own)) => view.outcome.priced.overlay.scored.unwrap_or(own),
            _ => ScoredPrice::Bid,
        };
        let template = match scored {
            ScoredPrice::Bid => view.words.payment_adjusted,
            ScoredPrice::Capped => view.words.payment_adjusted_capped,
            ScoredPrice::TimeWeighted => view.words.payment_adjusted_days,
        };
        let decides = Figure::from(view.what_decides());
        let contract = Figure::from(calendar.contract.days());
        return Some(view.say(template, &vec![("contract", contract), ("decides", decides)]));
    }
    let days = view.outcome.days?;
    let AboveCap::PayCapWhileInForce(own) = view.tender().cap?.above else { return None };
    let template = match view.outcome.priced.overlay.scored.unwrap_or(own) {
        ScoredPrice::Bid => view.words.payment_bid,
        ScoredPrice::Capped => view.words.payment_capped,
        ScoredPrice::TimeWeighted => view.words.payment_time_weighted,
    };
    let args = vec![
        ("in", Figure::from(days.in_force)),
        ("contract", Figure::from(days.contract)),
        ("decides", Figure::from(view.what_decides())),
    ];
    Some(view.say(template, &args))
}

/// Who could not win at any price, and why.
fn explain_losses(view: &View<'_>, part: &mut Part) {
    let (w, outcome) = (view.words, view.outcome);
    let mut items = Vec::new();
    for lot in 0..view.lots().len() {
        for bid in 0..view.tender().bids.len() {
            let standing = &outcome.standings[bid][lot];
            let args = |rules: String| {
                vec![
                    ("bidder", Figure::from(view.bidder(bid))),
                    ("lot", Figure::from(view.lot(lot))),
                    ("rules", Figure::from(rules)),
                ]
            };
            if !standing.blocked_by.is_empty() {
                let rules = view.rules(&standing.blocked_by);
                items.push(Item::new(view.say(w.blocked_means, &args(rules))));
            } else if could_not_win_at_any_price(outcome, bid, lot) {
                items.push(Item::new(view.say(w.hopeless, &args(String::new()))));
            }
        }
    }
    let more = items.len().saturating_sub(REMARKS);
    if more > 0 {
        items.truncate(REMARKS);
        items.push(Item::new(view.say(w.and_more, &vec![("n", Figure::from(more))])));
    }
    part.list(items);
}
