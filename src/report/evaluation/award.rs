//! The award: who wins which lot, what it costs, what ties, and what a budget buys.

use super::{
    bids::{adjusts_prices, payment_means, payments_differ},
    view::View,
};
use crate::{
    award::{Award, AwardCount},
    number::{Figure, Figures, Money, Volume},
    outcome::{AwardStatus, BudgetBuys, Outcome, Purchase, Total},
    report::{
        Language,
        page::{Block, Column, Grid, Item, Part, Tone},
    },
    tender::UnawardedRule,
};

/// At most this many tied awards are listed.
const TIED_SHOWN: usize = 20;

/// The award, lot by lot and in all.
pub(super) fn award_part(view: &View<'_>) -> Part {
    let award = &view.outcome.award;
    let mut part = Part::new(view.word("evaluation-part-award"));
    part.text(match award.status {
        AwardStatus::Awarded => view.word("evaluation-status-awarded"),
        AwardStatus::Tie => view.word("evaluation-status-tie"),
        AwardStatus::NoAward => view.word("evaluation-status-no-award"),
        AwardStatus::NotProven => view.word("evaluation-status-not-proven"),
    });
    if let Some(count) = award.best_awards.filter(|c| award.status == AwardStatus::Awarded && is_several(*c))
    {
        let args =
            vec![("n", Figure::from(view.award_count(count))), ("rules", Figure::from(view.tie_rules()))];
        part.text(view.message("evaluation-ties-settled", &args));
    }
    if !award.clash.is_empty() {
        let args = vec![("rules", Figure::from(view.rules(&award.clash)))];
        part.text(view.message("evaluation-clash", &args));
    }
    part.grid(lots(view).without_empty_columns());
    let suppliers = suppliers(view);
    if !suppliers.rows.is_empty() {
        part.text(view.word("evaluation-suppliers-means"));
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
        let id = if several { "evaluation-margin-several" } else { "evaluation-margin-means" };
        items.push(Item::new(view.message(id, &args)));
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
    let award = &view.outcome.award;
    let mut grid = Grid::new(vec![
        Column { key: true, ..Column::word(view.word("evaluation-lot")) },
        Column { key: false, ..Column::name(view.word("evaluation-winner")) },
        Column::figure(view.word("evaluation-combination-discount")),
        Column::money(view.word("evaluation-price")),
        Column::money(view.word("evaluation-evaluated-price")),
        Column::figure(view.word("evaluation-score")),
        Column::money(view.word("evaluation-expected-payment")),
        Column::money(view.word("evaluation-margin")),
    ]);
    for (l, lot) in award.lots.iter().enumerate() {
        let open = award.tied.iter().any(|a| a.get(l) != award.tied.first().and_then(|t| t.get(l)));
        let (winner, tone) = match lot.winner {
            Some(bid) => (view.bidder(bid), Tone::Good),
            None if open => (view.word("evaluation-tie-differs"), Tone::Warning),
            None => (view.word("evaluation-unawarded"), Tone::Warning),
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
                    Some(cost) => {
                        view.message("evaluation-unawarded-fallback", &vec![("amount", Figure::from(cost))])
                    }
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
    let mut grid = Grid::new(vec![
        Column { key: true, ..Column::word(view.word("evaluation-lot")) },
        Column::count(view.word("evaluation-rank")),
        Column { key: false, ..Column::name(view.word("evaluation-supplier-of")) },
        Column::count(view.word("evaluation-volume")),
        Column::money(view.word("evaluation-expected-payment")),
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
                view.word("evaluation-left-over").to_owned(),
                volume(left),
                String::new(),
            ];
            grid.row(cells, Tone::Warning);
        }
    }
    grid
}

fn facts(view: &View<'_>) -> Vec<(String, String)> {
    let award = &view.outcome.award;
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
            let label = if adjusts_prices(view) {
                view.word("evaluation-award-total-evaluated")
            } else {
                view.word("evaluation-award-total")
            };
            fact(label, view.language.money(*total));
        }
        Some(Total::Score(total)) => {
            fact(view.word("evaluation-award-total-score"), view.language.number(total))
        }
        None => fact(view.word("evaluation-award-total"), view.word("evaluation-unknown").to_owned()),
    }
    fact(
        view.word("evaluation-award-cost"),
        award.expected_cost.map_or(view.word("evaluation-unknown").to_owned(), |m| view.language.money(m)),
    );
    let (saving, percent) = view.saving(view.fallback_total(), award.expected_cost);
    if !saving.is_empty() {
        let percent = if percent.is_empty() { percent } else { format!(" ({percent} %)") };
        fact(view.word("evaluation-award-saving"), format!("{saving}{percent}"));
    }
    if let Some(count) = award.best_awards {
        fact(view.word("evaluation-best-awards"), view.award_count(count));
    }
    if let (Some(Total::Price(bound)), Some(Total::Price(total))) = (&award.bound, &award.total) {
        let gap = total.checked_sub(*bound).unwrap_or(Money::ZERO);
        let args: Figures = vec![("bound", Figure::from(*bound)), ("gap", Figure::from(gap))];
        fact(view.word("evaluation-not-proven"), view.message("evaluation-bound", &args));
    }
    if !award.unawarded.is_empty() {
        let named: Vec<String> = award.unawarded.iter().map(|&l| view.lot(l).to_owned()).collect();
        let chosen = view.tender().award.unawarded == UnawardedRule::IfCheaper;
        let list = view.language.list(&named);
        fact(
            view.word("evaluation-unawarded"),
            if chosen { format!("{list} ({})", view.word("evaluation-if-cheaper")) } else { list },
        );
    }
    facts
}

/// The awards that are left, by the lots on which they differ.
pub(super) fn ties_part(view: &View<'_>) -> Option<Part> {
    let award = &view.outcome.award;
    let first = award.tied.first()?;
    let differ: Vec<usize> =
        (0..first.len()).filter(|&l| award.tied.iter().any(|a| a.get(l) != first.get(l))).collect();
    let item = |(i, tied): (usize, &Award)| {
        let winners: Vec<String> = differ
            .iter()
            .map(|&l| {
                let winner = tied.get(l).copied().flatten();
                format!(
                    "{}: {}",
                    view.lot(l),
                    winner.map_or(view.word("evaluation-unawarded"), |b| view.bidder(b))
                )
            })
            .collect();
        let args = vec![("n", Figure::from(i + 1)), ("winners", Figure::from(winners.join("; ")))];
        Item::new(view.message("evaluation-tied-award", &args))
    };
    let mut items: Vec<Item> = award.tied.iter().enumerate().take(TIED_SHOWN).map(item).collect();
    if award.tied.len() > TIED_SHOWN {
        let more = vec![("n", Figure::from(award.tied.len() - TIED_SHOWN))];
        items.push(Item::new(view.message("evaluation-and-more", &more)));
    }
    let mut part = Part::new(view.word("evaluation-part-ties"));
    part.list(items);
    Some(part)
}

/// How many operations of which kind the budget buys, at the offers and at the fallback.
pub(super) fn budget_part(view: &View<'_>) -> Option<Part> {
    let buys = view.outcome.budget.as_ref()?;
    let mut grid = Grid::new(budget_columns(view.language));
    for (cells, tone) in budget_rows(view.outcome, buys, view.language) {
        grid.row(cells, tone);
    }
    Some(budget_part_of(buys.amount, grid, view.language))
}

/// The part about a budget around a table of [`budget_rows`].
pub(in crate::report) fn budget_part_of(amount: Money, rows: Grid, language: Language) -> Part {
    let mut part = Part::new(language.word("evaluation-budget-part"));
    part.text(language.message("evaluation-budget-scaled", &vec![("amount", Figure::from(amount))]));
    part.grid(rows);
    part
}

/// The columns of [`budget_rows`].
pub(in crate::report) fn budget_columns(language: Language) -> Vec<Column> {
    vec![
        Column::name(language.word("evaluation-budget-code")),
        Column::figure(language.word("evaluation-budget-expected")),
        Column::figure(language.word("evaluation-budget-offers")),
        Column::figure(language.word("evaluation-budget-fallback")),
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
    let operations = language.word("evaluation-budget-operations").to_owned();
    rows.push((vec![operations, all, total(&buys.at_offers), total(&buys.at_fallback)], Tone::Good));
    for (what, figure) in [
        (language.word("evaluation-budget-cost"), (|x: &Purchase| x.cost) as fn(&Purchase) -> _),
        (language.word("evaluation-budget-left"), |x: &Purchase| x.left),
    ] {
        let amount = |purchase: &Option<Purchase>| {
            purchase.as_ref().map_or_else(String::new, |x| language.money(figure(x)))
        };
        let (offers, fallback) = (amount(&buys.at_offers), amount(&buys.at_fallback));
        rows.push((vec![what.to_owned(), String::new(), offers, fallback], Tone::Plain));
    }
    rows
}
