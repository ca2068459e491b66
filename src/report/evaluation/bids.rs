//! The bids: in all, lot by lot in order of rank, their points, and what losers would have needed.

use super::view::View;
use crate::{
    evaluation::{Needed, NeededPrice, NeverReason, ScaleUsed},
    explain::could_not_win_at_any_price,
    number::{Figure, Money, Ratio},
    report::page::{Block, Column, Grid, Item, Part, Tone, give_one_shape},
    tender::{AboveCap, Method, ModelKind, ScoredPrice},
};

/// Up to this many rows (bids times lots) every bid is shown on every lot.
const ALL_SHOWN: usize = 150;
/// Beyond that, this many of the best on each lot, and the winner.
const BEST_SHOWN: usize = 5;
/// Up to this many lots each has a part of its own.
const LOT_PARTS: usize = 8;
/// At most this many remarks beneath a table.
const REMARKS: usize = 20;

/// The bids in all (where there are several lots), and lot by lot.
pub(super) fn bids_parts(view: &View<'_>) -> Vec<Part> {
    let lots = view.lots().len();
    let mut parts = Vec::new();
    if lots > 1 {
        parts.push(overview(view));
    }
    if lots <= LOT_PARTS {
        for lot in 0..lots {
            let heading = match lots {
                1 => view.word("evaluation-part-bids").to_owned(),
                _ => view
                    .message("evaluation-part-lot", &vec![("lot", Figure::from(view.lot_with_title(lot)))]),
            };
            parts.push(lot_part(view, heading, &[lot]));
        }
    } else {
        let all: Vec<usize> = (0..lots).collect();
        parts.push(lot_part(view, view.word("evaluation-lot").to_owned(), &all));
    }
    // every lot's table has the same columns, also where one of them would be empty
    let of_lots = parts.iter_mut().skip(usize::from(lots > 1)).flat_map(|p| &mut p.blocks);
    give_one_shape(
        of_lots.filter_map(|b| if let Block::Grid(grid) = b { Some(grid) } else { None }).collect(),
    );
    if let Some(last) = parts.last_mut() {
        explain_columns(view, last);
        explain_losses(view, last);
    }
    parts.extend(points_part(view));
    parts
}

/// Every bid over all lots: the total only where it may be evaluated on all.
fn overview(view: &View<'_>) -> Part {
    let lots = view.lots().len();
    let mut grid = Grid::new(vec![
        Column::name(view.word("evaluation-bidder")),
        Column::figure(view.word("evaluation-lots-bid")),
        Column::money(view.word("evaluation-total")),
        Column::money(view.word("evaluation-saving")),
        Column::percent(view.word("evaluation-saving-percent")),
        Column::count(view.word("evaluation-lots-won")),
        Column { stays: true, ..Column::word(view.word("evaluation-standing")) },
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
            (true, _) if (0..lots).all(|l| view.is_not_bid(bid, l)) => {
                (view.word("evaluation-not-bid"), Tone::Plain)
            }
            (true, _) => (view.word("evaluation-out"), Tone::Bad),
            (false, 0) if (0..lots).any(|l| view.ties_for(bid, l)) => {
                (view.word("evaluation-ties-for"), Tone::Warning)
            }
            (false, 0) => ("", Tone::Plain),
            (false, _) => (view.word("evaluation-wins"), Tone::Good),
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
    let mut part = Part::new(view.word("evaluation-part-bids"));
    part.grid(grid.without_empty_columns());
    part.text(view.word("evaluation-total-means"));
    part
}

/// The bids that are shown on a lot, by rank, and how many are not.
fn shown(view: &View<'_>, lot: usize) -> (Vec<usize>, usize) {
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
    let mut part = Part::new(heading);
    if let [lot] = lots {
        let fallback = view.outcome.admitted.fallback[*lot];
        part.text(match fallback {
            Some(amount) => {
                view.message("evaluation-fallback-of-lot", &vec![("amount", Figure::from(amount))])
            }
            None => view.word("evaluation-fallback-unknown").to_owned(),
        });
    }
    let every: Vec<usize> = (0..view.lots().len()).collect();
    let mut columns = vec![
        Column::count(view.word("evaluation-rank")),
        Column::name(view.word("evaluation-bidder")),
        Column::money(view.word("evaluation-price")),
        Column::money(view.word("evaluation-evaluated-price")),
        Column::figure(view.word("evaluation-score")),
        Column::figure(view.word("evaluation-unrounded")),
        Column::money(view.word("evaluation-expected-payment")),
        Column::money(view.word("evaluation-elsewhere")),
        Column::money(view.word("evaluation-saving")),
        Column::percent(view.word("evaluation-saving-percent")),
        Column {
            stays: true,
            ..Column::figure(if distances(view, &every) {
                view.word("evaluation-distance")
            } else {
                view.word("evaluation-standing")
            })
        },
        Column::money(view.word("evaluation-distance-to-first")),
    ];
    if lots.len() > 1 {
        columns.insert(0, Column { key: true, ..Column::word(view.word("evaluation-lot")) });
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
        part.text(view.word("evaluation-no-bid"));
    }
    part.grid(grid);
    if more > 0 {
        part.text(view.message("evaluation-more-bids", &vec![("n", Figure::from(more))]));
    }
    part
}

/// Whether some bid on these lots has a distance.
fn distances(view: &View<'_>, lots: &[usize]) -> bool {
    view.outcome.standings.iter().any(|by_lot| lots.iter().any(|&l| by_lot[l].distance.is_some()))
}

/// One bid on one lot. Its standing is where its distance would be, why it has no price where the price would be.
fn lot_row(view: &View<'_>, bid: usize, lot: usize) -> (Vec<String>, Tone) {
    let outcome = view.outcome;
    let standing = &outcome.standings[bid][lot];
    let figures = view.figures(bid, lot);
    let rank_of_supplier;
    let (word, tone) = if view.wins(bid, lot) {
        (view.word("evaluation-wins"), Tone::Good)
    } else if view.ties_for(bid, lot) {
        (view.word("evaluation-ties-for"), Tone::Warning)
    } else if let Some(supplier) = view.supplier(bid, lot) {
        rank_of_supplier = view.message("evaluation-supplier", &vec![("rank", Figure::from(supplier.rank))]);
        (rank_of_supplier.as_str(), Tone::Good)
    } else if !standing.blocked_by.is_empty() {
        (view.word("evaluation-blocked"), Tone::Plain)
    } else if figures.is_none() && !view.is_not_bid(bid, lot) {
        ("", Tone::Bad)
    } else {
        ("", Tone::Plain)
    };
    let no_price =
        if view.is_not_bid(bid, lot) { view.word("evaluation-not-bid") } else { view.word("evaluation-out") };
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
    let outcome = view.outcome;
    let mut items = Vec::new();
    let saves =
        |b| (0..view.lots().len()).any(|l| outcome.admitted.fallback[l].and(view.cost(b, l)).is_some());
    if (0..view.tender().bids.len()).any(saves) {
        items.push(Item::new(view.word("evaluation-saving-means")));
    }
    if payments_differ(view) {
        items.extend(payment_means(view).map(Item::new));
    }
    if something_elsewhere(view) {
        items.push(Item::new(view.word("evaluation-elsewhere-means")));
    }
    let lots: Vec<usize> = (0..view.lots().len()).collect();
    if distances(view, &lots) {
        let several = view.tender().award.suppliers_per_lot > 1;
        let args = vec![("price", Figure::from(view.the_price()))];
        let id = if several { "evaluation-distance-several" } else { "evaluation-distance-means" };
        items.push(Item::new(view.message(id, &args)));
    }
    let combined: Vec<String> = (0..view.tender().bids.len())
        .filter(|&b| outcome.admitted.bids[b].tiers.len() > 1)
        .filter(|&b| outcome.standings[b].iter().any(|s| s.distance.is_some()))
        .map(|b| view.bidder(b).to_owned())
        .collect();
    if !combined.is_empty() {
        let args = vec![("bidders", Figure::List(combined))];
        items.push(Item::new(view.message("evaluation-distance-combination", &args)));
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
        let id = match scored {
            ScoredPrice::Bid => "evaluation-payment-adjusted",
            ScoredPrice::Capped => "evaluation-payment-adjusted-capped",
            ScoredPrice::TimeWeighted => "evaluation-payment-adjusted-days",
        };
        let decides = Figure::from(view.what_decides());
        let contract = Figure::from(calendar.contract.days());
        return Some(view.message(id, &vec![("contract", contract), ("decides", decides)]));
    }
    let days = view.outcome.days?;
    let AboveCap::PayCapWhileInForce(own) = view.tender().cap?.above else { return None };
    let id = match view.outcome.priced.overlay.scored.unwrap_or(own) {
        ScoredPrice::Bid => "evaluation-payment-bid",
        ScoredPrice::Capped => "evaluation-payment-capped",
        ScoredPrice::TimeWeighted => "evaluation-payment-time-weighted",
    };
    let args = vec![
        ("in", Figure::from(days.in_force)),
        ("contract", Figure::from(days.contract)),
        ("decides", Figure::from(view.what_decides())),
    ];
    Some(view.message(id, &args))
}

/// Who could not win at any price, and why.
fn explain_losses(view: &View<'_>, part: &mut Part) {
    let outcome = view.outcome;
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
                items.push(Item::new(view.message("evaluation-blocked-means", &args(rules))));
            } else if could_not_win_at_any_price(outcome, bid, lot) {
                items.push(Item::new(view.message("evaluation-hopeless", &args(String::new()))));
            }
        }
    }
    let more = items.len().saturating_sub(REMARKS);
    if more > 0 {
        items.truncate(REMARKS);
        items.push(Item::new(view.message("evaluation-and-more", &vec![("n", Figure::from(more))])));
    }
    part.list(items);
}

/// The points of the bids that are shown, if the model has points.
fn points_part(view: &View<'_>) -> Option<Part> {
    let model = &view.tender().evaluation;
    let lots = view.lots().len();
    let leaves: Vec<usize> = (0..lots)
        .flat_map(|l| view.outcome.evaluated.lots[l].bids.iter().flatten())
        .next()
        .map(|e| e.points.iter().map(|p| p.criterion).collect())?;
    if leaves.is_empty() {
        return None;
    }
    let mut columns = vec![Column::name(view.word("evaluation-bidder"))];
    if lots > 1 {
        columns.insert(0, Column { key: true, ..Column::word(view.word("evaluation-lot")) });
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
    columns.push(Column::figure(view.word("evaluation-score")));
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
    let mut part = Part::new(view.word("evaluation-part-points"));
    let differ = grid.rows.iter().flat_map(|r| &r.cells).any(|c| c.ends_with(')'));
    part.grid(grid.without_empty_columns());
    if differ {
        part.text(view.word("evaluation-points-rounded"));
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
        let criterion = &view.tender().evaluation.criteria[scale.criterion];
        let id = match criterion.method {
            Some(Method::Linear { .. }) => "evaluation-scale-slope",
            _ => "evaluation-scale-zero",
        };
        let how = match scale.widened_by.filter(|_| scale.widened) {
            Some(bid) => {
                view.message("evaluation-scale-widened-by", &vec![("bidder", Figure::from(view.bidder(bid)))])
            }
            None => view.word("evaluation-scale-as-stated").to_owned(),
        };
        let args = vec![
            ("criterion", Figure::from(criterion.title.as_str())),
            ("lot", Figure::from(view.lot(lot))),
            ("used", Figure::from(scale.used.clone())),
            ("how", Figure::from(how)),
        ];
        let tone = if scale.widened { Tone::Warning } else { Tone::Plain };
        Item::toned(view.message(id, &args), tone)
    };
    lots.iter().enumerate().flat_map(|(l, lot)| lot.scales.iter().map(move |s| one(l, s))).collect()
}

/// The highest winning price and the least winning points of the losers that are shown.
pub(super) fn needed_part(view: &View<'_>) -> Option<Part> {
    let model = &view.tender().evaluation;
    let several = view.lots().len() > 1;
    let losers: Vec<(usize, usize, &Needed)> = (0..view.lots().len())
        .flat_map(|lot| shown(view, lot).0.into_iter().map(move |bid| (lot, bid)))
        .filter_map(|(lot, bid)| Some((lot, bid, view.outcome.needed.get(bid)?.get(lot)?.as_ref()?)))
        .collect();
    let (_, _, first) = losers.first()?;
    let judged: Vec<usize> = first.points.iter().map(|p| p.criterion).collect();
    let mut columns = vec![
        Column::name(view.word("evaluation-bidder")),
        Column::figure(view.word("evaluation-needed-price")),
    ];
    if several {
        columns.insert(0, Column { key: true, ..Column::word(view.word("evaluation-lot")) });
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
    let mut part = Part::new(view.word("evaluation-part-needed"));
    part.grid(grid);
    part.text(view.word("evaluation-needed-means"));
    if assumed {
        part.text(view.word("evaluation-needed-assumed"));
    }
    Some(part)
}

fn never(view: &View<'_>, reason: NeverReason) -> &'static str {
    match reason {
        NeverReason::BelowGate => view.word("evaluation-needed-below-gate"),
        NeverReason::NotAtAnyPrice => view.word("evaluation-needed-no-price"),
        NeverReason::NotWithFullPoints => view.word("evaluation-needed-no-points"),
        NeverReason::TooManySteps => view.word("evaluation-unknown"),
    }
}
