//! What is evaluated: the tender, and a line on every part if it is not the published decision.

use super::view::View;
use crate::{
    number::{Figure, Figures},
    report::page::{Block, Part},
    tender::{Adjustment, Best, ModelKind, TenderKind},
};

/// `RM-ORTO-2024 – Ortopædisk kirurgi`.
pub(in crate::report) fn title(view: &View<'_>) -> String {
    let head = &view.tender().head;
    if head.title.is_empty() { head.id.clone() } else { format!("{} – {}", head.id, head.title) }
}

/// The line that every part bears if this is not the published decision.
pub(in crate::report) fn banner(view: &View<'_>) -> Option<String> {
    if view.outcome.published {
        return None;
    }
    let mut lines: Vec<String> = structure_banner(view).into_iter().collect();
    let changes = changes(view);
    if !changes.is_empty() {
        let args: Figures = vec![("changes", Figure::List(changes))];
        lines.push(view.say_of_kind(view.words.hypothesis_overlay, args));
    }
    Some(lines.join(" "))
}

/// The line about the structure alone, if it is not the published one.
pub(in crate::report) fn structure_banner(view: &View<'_>) -> Option<String> {
    let tender = view.tender();
    if view.outcome.structure == tender.award.structure {
        return None;
    }
    let args = vec![
        ("structure", Figure::from(tender.structures[view.outcome.structure].id.as_str())),
        ("published", Figure::from(tender.structures[tender.award.structure].id.as_str())),
    ];
    Some(view.say(view.words.hypothesis_structure, &args))
}

/// What is tried out, in words.
fn changes(view: &View<'_>) -> Vec<String> {
    let (overlay, w) = (&view.outcome.priced.overlay, view.words);
    let mut out = Vec::new();
    if overlay.volumes.is_some() {
        out.push(w.overlay_volumes.to_owned());
    }
    if let Some(day) = overlay.lapse {
        out.push(view.say(w.overlay_lapse, &vec![("day", Figure::from(day))]));
    }
    let named = |bids: Vec<usize>| {
        vec![("bidders", Figure::List(bids.into_iter().map(|b| view.bidder(b).to_owned()).collect()))]
    };
    if !overlay.absent.is_empty() {
        out.push(view.say(w.overlay_absent, &named(overlay.absent.iter().copied().collect())));
    }
    if !overlay.discounts.is_empty() {
        out.push(view.say(w.overlay_discounts, &named(overlay.discounts.keys().copied().collect())));
    }
    if let Some(scored) = overlay.scored {
        out.push(view.say(w.overlay_scored, &vec![("scored", Figure::from(scored.name()))]));
    }
    out
}

/// The first part: buyer, specialty, structure, contract, model, number of bids.
pub(super) fn part(view: &View<'_>) -> Part {
    let (tender, w) = (view.tender(), view.words);
    let head = &tender.head;
    let structure = &tender.structures[view.outcome.structure];
    let mut facts: Vec<(&str, String)> = vec![
        (w.buyer, head.buyer.clone()),
        (w.specialty, head.specialty.clone()),
        (
            w.kind,
            match head.kind {
                TenderKind::Tender => w.kind_tender,
                TenderKind::MiniTender => w.kind_mini_tender,
                TenderKind::OfferCollection => w.kind_offer_collection,
            }
            .to_owned(),
        ),
    ];
    if let Some(framework) = &tender.framework {
        facts.push((w.framework, format!("{} – {}", framework.id, framework.title)));
        if let Some(hash) = &framework.record_hash {
            facts.push((w.framework_record, hash.clone()));
        }
        let parties = framework.parties.iter().map(|p| p.bidder.clone()).collect::<Vec<_>>();
        facts.push((w.parties, view.language.list(&parties)));
    }
    let titled = if structure.title == structure.id || structure.title.is_empty() {
        structure.id.clone()
    } else {
        format!("{} – {}", structure.id, structure.title)
    };
    let lots = vec![("structure", Figure::from(titled)), ("lots", Figure::from(structure.lots.len()))];
    facts.push((w.structure, view.say(w.published_as, &lots)));
    if let Some(deadline) = head.deadline {
        let moment = Figure::moment(deadline, head.deadline_text.as_deref());
        facts.push((w.deadline, view.language.figure(&moment)));
    }
    if let Some(contract) = head.contract {
        let args = vec![
            ("from", Figure::from(contract.from)),
            ("until", Figure::from(contract.until)),
            ("days", Figure::from(contract.days())),
        ];
        facts.push((w.contract, view.say(w.days, &args)));
    }
    facts.push((w.model, model_name(view).to_owned()));
    let out = (0..tender.bids.len()).filter(|&b| !view.outcome.is_admissible(b)).count();
    let is_out = |b, l| view.evaluated(b, l).is_none() && !view.is_not_bid(b, l);
    let lots = 0..structure.lots.len();
    let some = (0..tender.bids.len())
        .filter(|&b| view.outcome.is_admissible(b) && lots.clone().any(|l| is_out(b, l)))
        .count();
    let counts = vec![
        ("bids", Figure::from(tender.bids.len())),
        ("out", Figure::from(out)),
        ("some", Figure::from(some)),
    ];
    let template = if some > 0 { w.count_bids_some } else { w.count_bids };
    facts.push((w.part_bids, view.say(template, &counts)));
    facts.retain(|(_, value)| !value.is_empty());
    let facts = facts.into_iter().map(|(what, value)| (what.to_owned(), value)).collect();
    Part { blocks: vec![Block::Facts(facts)], ..Part::default() }
}

fn model_name(view: &View<'_>) -> &'static str {
    let w = view.words;
    match &view.tender().evaluation.kind {
        ModelKind::LowestPrice => w.model_lowest_price,
        ModelKind::Points => w.model_points,
        ModelKind::EvaluatedPrice(Adjustment::Subtract | Adjustment::Add | Adjustment::Uplift) => {
            w.model_evaluated_price
        }
        ModelKind::Formula { best: Best::Highest, .. } => w.model_formula_score,
        ModelKind::Formula { best: Best::Lowest, .. } => w.model_formula_price,
    }
}
