//! One row for each bid and lot, admissible or not.

use super::view::View;
use crate::{
    evaluation::EvaluatedResult,
    number::{Figure, Money, Ratio},
    report::{Language, page::csv_text},
};

pub(super) fn evaluation_csv(view: &View<'_>) -> String {
    let w = view.words;
    let leaves = leaves(view);
    let titles = leaves.iter().map(|&c| {
        let id = view.tender().evaluation.criteria[c].id.as_str();
        view.say(w.csv_points, &vec![("criterion", Figure::from(id))])
    });
    let mut header: Vec<String> = [
        w.csv_tender,
        w.csv_structure,
        w.csv_published,
        w.csv_bidder,
        w.csv_lot,
        w.csv_status,
        w.csv_price,
        w.csv_expected_payment,
        w.csv_elsewhere,
        w.csv_fallback,
        w.csv_saving,
        w.csv_evaluated_price,
    ]
    .map(str::to_owned)
    .into();
    header.extend(titles);
    header.extend(
        [
            w.csv_score,
            w.csv_unrounded_score,
            w.csv_rank,
            w.csv_distance,
            w.csv_blocked_by,
            w.csv_winner,
            w.csv_award_discount,
            w.csv_award_price,
            w.csv_award_payment,
            w.csv_margin,
            w.csv_findings,
        ]
        .map(str::to_owned),
    );
    let mut rows = vec![header];
    for bid in 0..view.tender().bids.len() {
        rows.extend((0..view.lots().len()).map(|lot| row(view, &leaves, bid, lot)));
    }
    csv_text(&rows, view.language)
}

/// The leaf criteria that have points, as indices.
fn leaves(view: &View<'_>) -> Vec<usize> {
    let criteria = &view.tender().evaluation.criteria;
    (0..criteria.len()).filter(|&c| criteria[c].method.is_some()).collect()
}

/// A plain decimal as a spreadsheet of the language reads it: no thousands separators.
pub(in crate::report) fn plain_decimal(language: Language, text: &str) -> String {
    match language {
        Language::En => text.to_owned(),
        Language::Da => text.replace('.', ","),
    }
}

/// A number with the decimals of its rounding; without rounding up to six, since a spreadsheet reads no fractions.
pub(in crate::report) fn plain_number(language: Language, number: &Ratio, decimals: Option<u32>) -> String {
    let text = match decimals {
        Some(d) => number.to_decimals_half_up(d),
        None => {
            let six = number.to_decimals_half_up(6);
            six.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
    };
    plain_decimal(language, &text)
}

fn row(view: &View<'_>, leaves: &[usize], bid: usize, lot: usize) -> Vec<String> {
    let (w, outcome) = (view.words, view.outcome);
    let model = &view.tender().evaluation;
    let figures = view.figures(bid, lot);
    let evaluated = view.evaluated(bid, lot);
    let standing = &outcome.standings[bid][lot];
    let money = |m: Option<Money>| m.map_or(String::new(), |m| plain_decimal(view.language, &m.to_string()));
    let number = |r: &Ratio, decimals: Option<u32>| plain_number(view.language, r, decimals);
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
        if outcome.published { w.yes } else { w.no }.to_owned(),
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
        discount.map_or(String::new(), |d| plain_decimal(view.language, &d.to_string())),
        money(award.and_then(|l| l.price)),
        money(award.and_then(|l| l.expected_payment)),
        money(award.and_then(|l| l.margin)),
        findings.collect::<Vec<_>>().join("; "),
    ]);
    cells
}
