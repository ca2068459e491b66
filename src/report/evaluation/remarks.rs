//! Why bids are out, and what else is remarked of them.

use super::view::View;
use crate::{
    admission::Finding,
    report::{
        findings::remarks,
        page::{Item, Part, Tone},
    },
    tender::Severity,
};

fn items(view: &View<'_>, findings: &[&Finding]) -> Vec<Item> {
    remarks(view.tender(), view.outcome.structure, findings, view.language)
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

fn by_bid(view: &View<'_>, heading: &str, wanted: &dyn Fn(&Finding) -> bool) -> Option<Part> {
    let mut list = Vec::new();
    for (bid, findings) in view.outcome.bid_findings.iter().enumerate() {
        let chosen: Vec<&Finding> = findings.iter().filter(|f| wanted(f)).collect();
        if !chosen.is_empty() {
            list.push(Item::new(view.bidder(bid)).with(items(view, &chosen)));
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
    let mut part = Part::new(view.words.part_tender);
    part.list(items(view, &about));
    if !part.blocks.is_empty() {
        parts.push(part);
    }
    parts
}
