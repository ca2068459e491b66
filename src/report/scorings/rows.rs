//! The side-by-side view for spreadsheets: one row for each scored price, bid and lot.

use super::Scorings;
use crate::{
    evaluation::EvaluatedResult,
    report::{
        Language,
        evaluation::{View, plain_decimal, plain_number},
    },
};

pub(super) fn rows(scorings: &Scorings<'_>, language: Language) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for (scored, outcome) in scorings {
        let view = View::new(outcome, language);
        let w = view.words;
        if rows.is_empty() {
            let titles = [
                w.csv_tender,
                w.csv_structure,
                w.csv_scored_price,
                w.csv_bidder,
                w.csv_lot,
                w.csv_status,
                w.csv_price,
                w.csv_expected_payment,
                w.csv_evaluated_price,
                w.csv_score,
                w.csv_rank,
                w.csv_winner,
            ];
            rows.push(titles.map(str::to_owned).to_vec());
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
    let money = |m: Option<crate::number::Money>| {
        m.map_or(String::new(), |m| plain_decimal(view.language, &m.to_string()))
    };
    let score = match view.evaluated(bid, lot).map(|e| &e.result) {
        Some(EvaluatedResult::Score { rounded, .. }) => {
            plain_number(view.language, rounded, view.tender().evaluation.rounding.score)
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
