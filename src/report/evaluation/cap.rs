//! What the cap does, for how many days, and to whom.

use super::view::View;
use crate::{
    admission::FindingCode,
    number::{Figure, Figures, Money},
    report::{
        findings::some_codes,
        page::{Column, Grid, Part, Tone},
    },
    tender::{AboveCap, Cap, ScoredPrice},
};

/// The cap.
pub(super) fn part(view: &View<'_>) -> Part {
    let w = view.words;
    let mut part = Part::new(w.part_cap);
    let Some(cap) = view.tender().cap else {
        part.text(view.say_of_kind(w.cap_none, Vec::new()));
        return part;
    };
    let tariff = &view.tender().tariffs[cap.tariff];
    let titled = if tariff.title.is_empty() || tariff.title == tariff.id {
        tariff.id.clone()
    } else {
        format!("{} ({})", tariff.id, tariff.title)
    };
    let args: Figures = vec![("tariff", Figure::from(titled))];
    let mut sentences = vec![match view.outcome.days {
        Some(days) => {
            let mut args = args;
            args.push(("in", Figure::from(days.in_force)));
            args.push(("contract", Figure::from(days.contract)));
            view.say(w.cap_days, &args)
        }
        None => view.say(w.cap_line, &args),
    }];
    sentences.push(means(view, cap).to_owned());
    part.text(sentences.join(" "));
    let grid = above(view);
    if grid.rows.is_empty() {
        part.text(w.cap_nobody);
    }
    let saves = grid.rows.iter().any(|r| r.cells.get(2).is_some_and(|c| !c.is_empty()));
    part.grid(grid.without_empty_columns());
    if saves {
        part.text(w.cap_takes_off_means);
    }
    part
}

/// What a price above the cap means under this tender.
fn means(view: &View<'_>, cap: Cap) -> &'static str {
    let w = view.words;
    match cap.above {
        AboveCap::RejectBid => w.cap_reject_bid,
        AboveCap::RejectLine => w.cap_reject_line,
        AboveCap::PayCapWhileInForce(own) => match view.outcome.priced.overlay.scored.unwrap_or(own) {
            ScoredPrice::Bid => w.cap_scored_bid,
            ScoredPrice::Capped => w.cap_scored_capped,
            ScoredPrice::TimeWeighted => w.cap_scored_time_weighted,
        },
    }
}

/// The bids with prices above the cap.
fn above(view: &View<'_>) -> Grid {
    let w = view.words;
    let mut grid = Grid::new(vec![
        Column::name(w.bidder),
        Column::figure(w.cap_above),
        Column::figure(w.cap_takes_off),
        Column { key: false, ..Column::name(w.cap_codes) },
    ]);
    for (bid, findings) in view.outcome.bid_findings.iter().enumerate() {
        let above =
            findings.iter().filter(|f| matches!(f.code, FindingCode::AboveCap | FindingCode::AboveCapLater));
        let mut procedures: Vec<usize> = above.filter_map(|f| f.procedure).collect();
        procedures.sort_unstable();
        procedures.dedup();
        if procedures.is_empty() {
            continue;
        }
        let codes: Vec<&str> =
            procedures.iter().map(|&p| view.tender().procedures[p].code.as_str()).collect();
        let cells = vec![
            view.bidder(bid).to_owned(),
            view.language.decimal(&procedures.len().to_string()),
            view.money(takes_off(view, bid)),
            some_codes(&codes, view.language),
        ];
        grid.row(cells, Tone::Plain);
    }
    grid
}

/// By how much the cap lowers what a bid would be paid over all lots on which it was evaluated.
fn takes_off(view: &View<'_>, bid: usize) -> Option<Money> {
    let rule = view.outcome.priced.line_rule();
    let mut sum = Money::ZERO;
    for (l, lot) in view.lots().iter().enumerate() {
        if view.evaluated(bid, l).is_none() {
            continue;
        }
        for &p in &lot.procedures {
            let Some(less) = rule.cap_takes_off(bid, p) else { continue };
            sum = sum.checked_add(less).ok()?;
        }
    }
    (sum != Money::ZERO).then_some(sum)
}
