//! The award: who wins which lot, what it costs, and what ties.

use super::{
    bids::{adjusts_prices, payment_means, payments_differ},
    view::View,
};
use crate::{
    award::{Award, AwardCount},
    number::{Figure, Figures, Money, Volume},
    outcome::{AwardStatus, Total},
    report::page::{Block, Column, Grid, Item, Part, Tone},
    tender::UnawardedRule,
};

/// At most so many tied awards are listed.
const TIED_SHOWN: usize = 20;

/// The award, lot by lot and in all.
pub(super) fn part(view: &View<'_>) -> Part {
    let (w, award) = (view.words, &view.outcome.award);
    let mut part = Part::new(w.part_award);
    part.text(match award.status {
        AwardStatus::Awarded => w.status_awarded,
        AwardStatus::Tie => w.status_tie,
        AwardStatus::NoAward => w.status_no_award,
        AwardStatus::NotProven => w.status_not_proven,
    });
    if let Some(count) = award.best_awards.filter(|c| award.status == AwardStatus::Awarded && is_several(*c))
    {
        let args =
            vec![("n", Figure::from(view.award_count(count))), ("rules", Figure::from(view.tie_rules()))];
        part.text(view.say(w.ties_settled, &args));
    }
    if !award.clash.is_empty() {
        let args = vec![("rules", Figure::from(view.rules(&award.clash)))];
        part.text(view.say(w.clash, &args));
    }
    part.grid(lots(view).without_empty_columns());
    let suppliers = suppliers(view);
    if !suppliers.rows.is_empty() {
        part.text(w.suppliers_means);
    }
    part.grid(suppliers.without_empty_columns());
    let facts = facts(view);
    if !facts.is_empty() {
        part.blocks.push(Block::Facts(facts));
    }
    let mut items = Vec::new();
    if award.lots.iter().any(|l| l.margin.is_some()) {
        let several = view.tender().award.suppliers_per_lot > 1;
        let args = vec![("price", Figure::from(view.the_price()))];
        items.push(Item::new(view.say(if several { w.margin_several } else { w.margin_means }, &args)));
    }
    if shows_payment(view) {
        items.extend(payment_means(view).map(Item::new));
    }
    part.list(items);
    part
}

/// Whether awards tied.
fn is_several(count: AwardCount) -> bool {
    !matches!(count, AwardCount::Exactly(0 | 1))
}

/// Whether a payment is shown beside a price.
fn shows_payment(view: &View<'_>) -> bool {
    payments_differ(view) && view.outcome.award.lots.iter().any(|l| l.expected_payment.is_some())
}

fn lots(view: &View<'_>) -> Grid {
    let (w, award) = (view.words, &view.outcome.award);
    let mut grid = Grid::new(vec![
        Column { key: true, ..Column::word(w.lot) },
        Column { key: false, ..Column::name(w.winner) },
        Column::figure(w.combination_discount),
        Column::figure(w.price),
        Column::figure(w.evaluated_price),
        Column::figure(w.score),
        Column::figure(w.expected_payment),
        Column::figure(w.margin),
    ]);
    for (l, lot) in award.lots.iter().enumerate() {
        let open = award.tied.iter().any(|a| a.get(l) != award.tied.first().and_then(|t| t.get(l)));
        let (winner, tone) = match lot.winner {
            Some(bid) => (view.bidder(bid), Tone::Good),
            None if open => (w.tie_differs, Tone::Warning),
            None => (w.unawarded, Tone::Warning),
        };
        let tier = lot.winner.and_then(|b| view.outcome.admitted.bids[b].tiers.get(lot.tier));
        let discount = tier.filter(|_| lot.tier > 0).map(|t| view.language.figure(&Figure::from(*t)));
        let fallback = view.outcome.admitted.fallback[l].filter(|_| lot.winner.is_none() && !open);
        grid.row(
            vec![
                view.lot(l).to_owned(),
                winner.to_owned(),
                discount.map_or(String::new(), |d| format!("{d} %")),
                match fallback {
                    Some(cost) => view.say(w.unawarded_fallback, &vec![("amount", Figure::from(cost))]),
                    None => view.money(lot.price),
                },
                view.money(lot.evaluated_price.filter(|_| adjusts_prices(view))),
                lot.winner.map_or(String::new(), |b| view.score(b, l).0),
                view.money(lot.expected_payment.filter(|_| payments_differ(view))),
                view.money(lot.margin),
            ],
            tone,
        );
    }
    grid
}

/// Who takes how much, where a lot gets several suppliers.
fn suppliers(view: &View<'_>) -> Grid {
    let w = view.words;
    let mut grid = Grid::new(vec![
        Column { key: true, ..Column::word(w.lot) },
        Column::figure(w.rank),
        Column { key: false, ..Column::name(w.supplier_of) },
        Column::figure(w.volume),
        Column::figure(w.expected_payment),
    ]);
    let volume = |v: Volume| view.language.figure(&Figure::from(v));
    for (l, lot) in view.outcome.award.lots.iter().enumerate() {
        for supplier in &lot.suppliers {
            let cells = vec![
                view.lot(l).to_owned(),
                supplier.rank.to_string(),
                view.bidder(supplier.bidder).to_owned(),
                volume(supplier.volume),
                view.language.money(supplier.expected_payment),
            ];
            grid.row(cells, Tone::Plain);
        }
        if let Some(left) = lot.left_over.filter(|v| *v != Volume::ZERO) {
            let cells = vec![
                view.lot(l).to_owned(),
                String::new(),
                w.left_over.to_owned(),
                volume(left),
                String::new(),
            ];
            grid.row(cells, Tone::Warning);
        }
    }
    grid
}

fn facts(view: &View<'_>) -> Vec<(String, String)> {
    let (w, award) = (view.words, &view.outcome.award);
    let mut facts = Vec::new();
    if award.status == AwardStatus::NoAward {
        return facts;
    }
    let mut fact = |what: &str, value: String| {
        if !value.is_empty() {
            facts.push((what.to_owned(), value));
        }
    };
    match &award.total {
        Some(Total::Price(total)) => {
            let label = if adjusts_prices(view) { w.award_total_evaluated } else { w.award_total };
            fact(label, view.language.money(*total));
        }
        Some(Total::Score(total)) => fact(w.award_total_score, view.language.number(total)),
        None => fact(w.award_total, w.unknown.to_owned()),
    }
    fact(w.award_cost, award.expected_cost.map_or(w.unknown.to_owned(), |m| view.language.money(m)));
    let (saving, percent) = view.saving(view.fallback_total(), award.expected_cost);
    if !saving.is_empty() {
        let percent = if percent.is_empty() { percent } else { format!(" ({percent} %)") };
        fact(w.award_saving, format!("{saving}{percent}"));
    }
    if let Some(count) = award.best_awards {
        fact(w.best_awards, view.award_count(count));
    }
    if let (Some(Total::Price(bound)), Some(Total::Price(total))) = (&award.bound, &award.total) {
        let gap = total.checked_sub(*bound).unwrap_or(Money::ZERO);
        let args: Figures = vec![("bound", Figure::from(*bound)), ("gap", Figure::from(gap))];
        fact(w.not_proven, view.say(w.bound, &args));
    }
    if !award.unawarded.is_empty() {
        let named: Vec<String> = award.unawarded.iter().map(|&l| view.lot(l).to_owned()).collect();
        let chosen = view.tender().award.unawarded == UnawardedRule::IfCheaper;
        let list = view.language.list(&named);
        fact(w.unawarded, if chosen { format!("{list} ({})", w.if_cheaper) } else { list });
    }
    facts
}

/// The awards that are left, by the lots on which they differ.
pub(super) fn ties_part(view: &View<'_>) -> Option<Part> {
    let (w, award) = (view.words, &view.outcome.award);
    let first = award.tied.first()?;
    let differ: Vec<usize> =
        (0..first.len()).filter(|&l| award.tied.iter().any(|a| a.get(l) != first.get(l))).collect();
    let said = |(i, tied): (usize, &Award)| {
        let winners: Vec<String> = differ
            .iter()
            .map(|&l| {
                let winner = tied.get(l).copied().flatten();
                format!("{}: {}", view.lot(l), winner.map_or(w.unawarded, |b| view.bidder(b)))
            })
            .collect();
        let args = vec![("n", Figure::from(i + 1)), ("winners", Figure::from(winners.join("; ")))];
        Item::new(view.say(w.tied_award, &args))
    };
    let mut items: Vec<Item> = award.tied.iter().enumerate().take(TIED_SHOWN).map(said).collect();
    if award.tied.len() > TIED_SHOWN {
        let more = vec![("n", Figure::from(award.tied.len() - TIED_SHOWN))];
        items.push(Item::new(view.say(w.and_more, &more)));
    }
    let mut part = Part::new(w.part_ties);
    part.list(items);
    Some(part)
}
