//! The evaluation of a tender, written.

mod award;
mod bids;
mod remarks;
mod terms;
mod view;

pub(super) use award::{budget_columns, budget_part_of, budget_rows};
pub(super) use bids::payment_means;
pub(super) use remarks::{actions_part, remark_items};
pub(super) use terms::{adjustments_part, banner, cap_part, head_part, structure_banner, title};
pub(super) use view::View;

use serde_json::Value;

use super::{
    Language, Report,
    findings::finding_message,
    page::{Page, Part},
};
use crate::{
    evaluation::EvaluatedResult,
    number::{Figure, Money, Ratio},
    outcome::Outcome,
    record,
};

/// The evaluation of a tender under one structure.
#[derive(Clone, Copy, Debug)]
pub struct EvaluationReport<'a>(pub &'a Outcome<'a>);

impl Report for EvaluationReport<'_> {
    /// In order: the tender, the bids, why some are out, the award, the cap, remarks, what somebody must do.
    fn page(&self, language: Language) -> Page {
        let view = &View::new(self.0, language);
        let mut parts = vec![head_part(view)];
        parts.extend(bids::bids_parts(view));
        parts.extend(bids::needed_part(view));
        parts.extend(remarks::out_part(view));
        parts.push(award::award_part(view));
        parts.extend(award::ties_part(view));
        parts.extend(award::budget_part(view));
        parts.push(cap_part(view));
        parts.extend(adjustments_part(view));
        parts.extend(remarks::remarks_parts(view));
        parts.push(actions_part(view));
        Page { title: title(view), banner: banner(view), parts }
    }

    /// `udbud.evaluation/1`
    fn json(&self, language: Language) -> Value {
        let outcome = self.0;
        record::evaluation_json(outcome, &|finding| {
            finding_message(outcome.tender, outcome.structure, finding, language)
        })
    }

    fn rows(&self, language: Language) -> Option<Vec<Vec<String>>> {
        Some(rows(&View::new(self.0, language)))
    }
}

/// The award, awards that tie, what losers would have needed, what a budget buys.
pub(super) fn award_parts(view: &View<'_>) -> Vec<Part> {
    let mut parts = vec![award::award_part(view)];
    parts.extend(award::ties_part(view));
    parts.extend(bids::needed_part(view));
    parts.extend(award::budget_part(view));
    parts
}

/// One row for each bid and lot, admissible or not.
fn rows(view: &View<'_>) -> Vec<Vec<String>> {
    let leaves = leaves(view);
    let points = leaves.iter().map(|&c| {
        let id = view.tender().evaluation.criteria[c].id.as_str();
        view.message("evaluation-csv-points", &vec![("criterion", Figure::from(id))])
    });
    let title = |id: &&str| view.word(id).to_owned();
    let mut header: Vec<String> = TITLES_BEFORE_POINTS.iter().map(title).collect();
    header.extend(points);
    header.extend(TITLES_AFTER_POINTS.iter().map(title));
    let mut rows = vec![header];
    for bid in 0..view.tender().bids.len() {
        rows.extend((0..view.lots().len()).map(|lot| row(view, &leaves, bid, lot)));
    }
    rows
}

const TITLES_BEFORE_POINTS: [&str; 12] = [
    "evaluation-csv-tender",
    "evaluation-csv-structure",
    "evaluation-csv-published",
    "evaluation-csv-bidder",
    "evaluation-csv-lot",
    "evaluation-csv-status",
    "evaluation-csv-price",
    "evaluation-csv-expected-payment",
    "evaluation-csv-elsewhere",
    "evaluation-csv-fallback",
    "evaluation-csv-saving",
    "evaluation-csv-evaluated-price",
];

const TITLES_AFTER_POINTS: [&str; 11] = [
    "evaluation-csv-score",
    "evaluation-csv-unrounded-score",
    "evaluation-csv-rank",
    "evaluation-csv-distance",
    "evaluation-csv-blocked-by",
    "evaluation-csv-winner",
    "evaluation-csv-award-discount",
    "evaluation-csv-award-price",
    "evaluation-csv-award-payment",
    "evaluation-csv-margin",
    "evaluation-csv-findings",
];

/// The leaf criteria that have points, as indices.
fn leaves(view: &View<'_>) -> Vec<usize> {
    let criteria = &view.tender().evaluation.criteria;
    (0..criteria.len()).filter(|&c| criteria[c].method.is_some()).collect()
}

fn row(view: &View<'_>, leaves: &[usize], bid: usize, lot: usize) -> Vec<String> {
    let outcome = view.outcome;
    let model = &view.tender().evaluation;
    let figures = view.figures(bid, lot);
    let evaluated = view.evaluated(bid, lot);
    let standing = &outcome.standings[bid][lot];
    let money = |m: Option<Money>| view.language.plain_money(m);
    let number = |r: &Ratio, decimals: Option<u32>| view.language.plain_number(r, decimals);
    let fallback = outcome.admitted.fallback[lot];
    let award = outcome.award.lots.get(lot).filter(|l| l.winner == Some(bid));
    let discount =
        award.filter(|l| l.tier > 0).and_then(|l| outcome.admitted.bids[bid].tiers.get(l.tier).copied());
    let (score, unrounded) = match evaluated.map(|e| &e.result) {
        Some(EvaluatedResult::Score { rounded, unrounded }) => {
            (number(rounded, model.rounding.score), number(unrounded, None))
        }
        _ => Default::default(),
    };
    let mut cells = vec![
        view.tender().head.id.clone(),
        view.tender().structures[outcome.structure].id.clone(),
        view.yes_or_no(outcome.published).to_owned(),
        view.bidder(bid).to_owned(),
        view.lot(lot).to_owned(),
        view.status(bid, lot).to_owned(),
        money(figures.map(|f| f.price)),
        money(figures.map(|f| f.expected_payment)),
        money(figures.map(|f| f.elsewhere)),
        money(fallback),
        money(fallback.zip(view.cost(bid, lot)).and_then(|(f, cost)| f.checked_sub(cost).ok())),
        money(view.evaluated_price(bid, lot)),
    ];
    cells.extend(leaves.iter().map(|&c| {
        let points = evaluated.and_then(|e| e.points.iter().find(|p| p.criterion == c));
        points.map_or(String::new(), |p| number(&p.points, model.rounding.points))
    }));
    let findings = outcome.bid_findings[bid].iter().filter(|f| f.lot.is_none_or(|l| l == lot)).map(|f| {
        let code = f.procedure.map(|p| view.tender().procedures[p].code.as_str());
        format!("{}{}", f.code.name(), code.map_or(String::new(), |c| format!(" {c}")))
    });
    let blocked = standing.blocked_by.iter().map(|r| view.rule(r)).collect::<Vec<_>>();
    cells.extend([
        score,
        unrounded,
        standing.rank.map_or(String::new(), |r| r.to_string()),
        money(standing.distance),
        blocked.join("; "),
        view.whether_wins(bid, lot).to_owned(),
        discount.map_or(String::new(), |d| view.language.plain_decimal(&d.to_string())),
        money(award.and_then(|l| l.price)),
        money(award.and_then(|l| l.expected_payment)),
        money(award.and_then(|l| l.margin)),
        findings.collect::<Vec<_>>().join("; "),
    ]);
    cells
}

#[cfg(test)]
mod tests;
