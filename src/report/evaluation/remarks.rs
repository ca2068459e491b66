//! Why bids are out, what else is remarked of them, and what somebody must do.

use super::view::View;
use crate::{
    admission::{Finding, FindingCode},
    number::{Figure, Figures},
    outcome::AwardStatus,
    report::{
        findings::{finding_message, remarks},
        page::{Item, Part, Tone},
    },
    tender::{DecisionAction, DecisionGround, Severity, TieRule, UnawardedRule},
};

/// Findings in words, those of one sort as one, with what a low price asks for.
pub(in crate::report) fn remark_items(
    view: &View<'_>,
    bid: Option<usize>,
    findings: &[&Finding],
) -> Vec<Item> {
    let (tender, structure) = (view.tender(), view.outcome.structure);
    let (low, others): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|f| f.code == FindingCode::LowPrice);
    let mut worded = remarks(tender, structure, &others, view.language);
    worded.extend(low.into_iter().map(|finding| {
        let fact = finding_message(tender, structure, finding, view.language);
        (finding.severity, format!("{fact} {}", question(view, bid)))
    }));
    worded.sort_by_key(|(severity, _)| *severity);
    worded
        .into_iter()
        .map(|(severity, text)| {
            let tone = match severity {
                Severity::Error => Tone::Bad,
                Severity::Warning => Tone::Warning,
                Severity::Note => Tone::Plain,
            };
            Item::toned(text, tone)
        })
        .collect()
}

/// What follows from a low price: a question, or the decision that settled it.
fn question(view: &View<'_>, bid: Option<usize>) -> String {
    let settled = view.tender().decisions.iter().find(|d| {
        Some(d.bid) == bid && d.action == DecisionAction::Accept && d.ground == DecisionGround::LowPrice
    });
    match settled.map(|d| d.date) {
        None => view.word("evaluation-remark-ask").to_owned(),
        Some(None) => view.word("evaluation-remark-settled-undated").to_owned(),
        Some(Some(date)) => view.message("evaluation-remark-settled", &vec![("date", Figure::from(date))]),
    }
}

fn by_bid(view: &View<'_>, heading: &str, wanted: &dyn Fn(&Finding) -> bool) -> Option<Part> {
    let mut list = Vec::new();
    for (bid, findings) in view.outcome.bid_findings.iter().enumerate() {
        let chosen: Vec<&Finding> = findings.iter().filter(|f| wanted(f)).collect();
        if !chosen.is_empty() {
            list.push(Item::new(view.bidder(bid)).with(remark_items(view, Some(bid), &chosen)));
        }
    }
    let mut part = Part::new(heading);
    part.list(list);
    (!part.blocks.is_empty()).then_some(part)
}

/// Every finding that excludes, in words.
pub(super) fn out_part(view: &View<'_>) -> Option<Part> {
    by_bid(view, view.word("evaluation-part-out"), &|f| f.severity == Severity::Error)
}

/// Warnings and notes, of the bids and of the tender.
pub(super) fn remarks_parts(view: &View<'_>) -> Vec<Part> {
    let mut parts: Vec<Part> =
        by_bid(view, view.word("evaluation-part-remarks"), &|f| f.severity != Severity::Error)
            .into_iter()
            .collect();
    let about: Vec<&Finding> = view.outcome.findings.iter().collect();
    let mut part = Part::new(view.message_of_kind("evaluation-part-tender", Vec::new()));
    part.list(remark_items(view, None, &about));
    if !part.blocks.is_empty() {
        parts.push(part);
    }
    parts
}

/// What somebody must do before the award can be signed; last, so that it is what stays on the screen.
pub(in crate::report) fn actions_part(view: &View<'_>) -> Part {
    let award = &view.outcome.award;
    let mut items = Vec::new();
    let mut act = |text: String| items.push(Item::toned(text, Tone::Warning));
    match award.status {
        AwardStatus::Awarded => {}
        AwardStatus::Tie => {
            let args: Figures =
                vec![("n", Figure::from(award.tied.len())), ("rules", Figure::from(view.tie_rules()))];
            let settle = view.message("evaluation-action-tie", &args);
            let draws = view.tender().award.ties.contains(&TieRule::Draw);
            act(if draws { format!("{settle} {}", view.word("evaluation-action-tie-draw")) } else { settle });
        }
        AwardStatus::NoAward => act(view.message_of_kind("evaluation-action-no-award", Vec::new())),
        AwardStatus::NotProven => act(view.word("evaluation-action-not-proven").to_owned()),
    }
    if award.status != AwardStatus::NoAward && view.tender().award.unawarded != UnawardedRule::IfCheaper {
        for &lot in &award.unawarded {
            act(view.message("evaluation-action-unawarded", &vec![("lot", Figure::from(view.lot(lot)))]));
        }
    }
    for (bid, finding) in view.outcome.open_questions() {
        let id = match finding.code {
            FindingCode::LowPrice => "evaluation-action-low-price",
            _ => "evaluation-action-unverified",
        };
        let message = finding_message(view.tender(), view.outcome.structure, finding, view.language);
        let args = vec![
            ("bidder", Figure::from(view.bidder(bid))),
            ("role", Figure::from(role(view, bid))),
            ("finding", Figure::from(message)),
        ];
        act(view.message(id, &args));
    }
    let mut part = Part::new(view.word("evaluation-part-actions"));
    if items.is_empty() {
        let published = view.outcome.published;
        let id = if published { "evaluation-action-none" } else { "evaluation-action-none-hypothesis" };
        part.text(view.word(id));
    }
    part.list(items);
    part
}

/// What somebody is asked about: a winner, or one who ties for lots.
fn role(view: &View<'_>, bid: usize) -> String {
    let lots = 0..view.lots().len();
    if lots.clone().any(|l| view.wins(bid, l) || view.supplier(bid, l).is_some()) {
        return view.word("evaluation-role-winner").to_owned();
    }
    let tied: Vec<String> = lots.filter(|&l| view.ties_for(bid, l)).map(|l| view.lot(l).to_owned()).collect();
    view.message("evaluation-role-tied", &vec![("lots", Figure::List(tied))])
}
