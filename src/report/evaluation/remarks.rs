//! Why bids are out, and what else is remarked of them.

use super::view::View;
use crate::{
    admission::{Finding, FindingCode},
    number::Figure,
    report::{
        findings::{finding_message, remarks},
        page::{Item, Part, Tone},
    },
    tender::{DecisionAction, DecisionGround, Severity},
};

/// Findings in words, those of one sort as one, with what a low price asks for.
pub(in crate::report) fn items(view: &View<'_>, bid: Option<usize>, findings: &[&Finding]) -> Vec<Item> {
    let (tender, structure) = (view.tender(), view.outcome.structure);
    let (low, others): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|f| f.code == FindingCode::LowPrice);
    let mut said = remarks(tender, structure, &others, view.language);
    said.extend(low.into_iter().map(|finding| {
        let fact = finding_message(tender, structure, finding, view.language);
        (finding.severity, format!("{fact} {}", question(view, bid)))
    }));
    said.sort_by_key(|(severity, _)| *severity);
    said.into_iter()
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
    let w = view.words;
    let settled = view.tender().decisions.iter().find(|d| {
        Some(d.bid) == bid && d.action == DecisionAction::Accept && d.ground == DecisionGround::LowPrice
    });
    match settled.map(|d| d.date) {
        None => w.remark_ask.to_owned(),
        Some(None) => w.remark_settled_undated.to_owned(),
        Some(Some(date)) => view.say(w.remark_settled, &vec![("date", Figure::from(date))]),
    }
}

fn by_bid(view: &View<'_>, heading: &str, wanted: &dyn Fn(&Finding) -> bool) -> Option<Part> {
    let mut list = Vec::new();
    for (bid, findings) in view.outcome.bid_findings.iter().enumerate() {
        let chosen: Vec<&Finding> = findings.iter().filter(|f| wanted(f)).collect();
        if !chosen.is_empty() {
            list.push(Item::new(view.bidder(bid)).with(items(view, Some(bid), &chosen)));
        }
    }
    let mut part = Part::new(heading);
    part.list(list);
    (!part.blocks.is_empty()).then_some(part)
}

/// Every finding that excludes, in words.
pub(super) fn out_part(view: &View<'_>) -> Option<Part> {
    by_bid(view, view.words.part_out, &|f| f.severity == Severity::Error)
}

/// Warnings and notes, of the bids and of the tender.
pub(super) fn parts(view: &View<'_>) -> Vec<Part> {
    let mut parts: Vec<Part> =
        by_bid(view, view.words.part_remarks, &|f| f.severity != Severity::Error).into_iter().collect();
    let about: Vec<&Finding> = view.outcome.findings.iter().collect();
    let mut part = Part::new(view.say_of_kind(view.words.part_tender, Vec::new()));
    part.list(items(view, None, &about));
    if !part.blocks.is_empty() {
        parts.push(part);
    }
    parts
}
