//! The canonical lines of what the buyer judged, decided and drew.

use super::{Lines, number, quote};
use crate::tender::{Assessment, AssessmentScope, DecisionAction, RequirementStatus, Tender};

/// Assessments, decisions and the public draw.
pub(super) fn assessments(tender: &Tender) -> Lines {
    let mut lines = Lines::default();
    // the reader refuses two judgements of the same thing, so no order among equal ones decides
    let mut sorted: Vec<(Scope<'_>, &Assessment)> =
        tender.assessments.iter().map(|a| (scope(tender, a), a)).collect();
    sorted.sort_by(|a, b| a.0.cmp(&b.0));
    for (n, (scope, own)) in sorted.into_iter().enumerate() {
        assessment(&mut lines, tender, n + 1, scope, own);
    }
    for (n, own) in tender.decisions.iter().enumerate() {
        let at = |key: &str| format!("decision.{}.{key}", n + 1);
        let action = match own.action {
            DecisionAction::Reject => "reject",
            DecisionAction::Accept => "accept",
        };
        lines.quoted(at("bidder"), bidder(tender, own.bid));
        lines.plain(at("action"), action);
        lines.plain(at("ground"), own.ground.name());
        lines.plain_if(at("date"), own.date);
        if let Some(text) = &own.text {
            lines.quoted(at("text"), text);
        }
    }
    for (n, &bid) in tender.award.draw.iter().enumerate() {
        lines.quoted(format!("draw.{}", n + 1), bidder(tender, bid));
    }
    lines
}

/// Bidder, structure and lot of an assessment.
type Scope<'t> = (&'t str, Option<&'t str>, Option<&'t str>);

fn scope<'t>(tender: &'t Tender, own: &Assessment) -> Scope<'t> {
    let (structure, lot) = match own.scope {
        AssessmentScope::Everywhere => (None, None),
        AssessmentScope::Structure(structure) => (Some(structure), None),
        AssessmentScope::Lot { structure, lot } => (Some(structure), Some(lot)),
    };
    let structure = structure.and_then(|s| tender.structures.get(s));
    let lot = structure.zip(lot).and_then(|(s, l)| s.lots.get(l));
    (bidder(tender, own.bid), structure.map(|s| s.id.as_str()), lot.map(|l| l.id.as_str()))
}

fn bidder(tender: &Tender, bid: usize) -> &str {
    tender.bids.get(bid).map_or("", |b| b.bidder.as_str())
}

fn assessment(lines: &mut Lines, tender: &Tender, n: usize, scope: Scope<'_>, own: &Assessment) {
    let at = |key: &str| format!("assessment.{n}.{key}");
    let (bidder, structure, lot) = scope;
    lines.quoted(at("bidder"), bidder);
    if let Some(id) = structure {
        lines.quoted(at("structure"), id);
    }
    if let Some(id) = lot {
        lines.quoted(at("lot"), id);
    }
    for (criterion, points, _) in &own.points {
        lines.plain(at(&format!("points.{}", quote(criterion))), number(*points));
    }
    for (requirement, status, _) in &own.requirements {
        let id = tender.requirements.get(*requirement).map_or("", |r| r.id.as_str());
        let word = match status {
            RequirementStatus::Met => "met",
            RequirementStatus::Unmet => "unmet",
            RequirementStatus::Unverified => "unverified",
        };
        lines.plain(at(&format!("requirement.{}", quote(id))), word);
    }
    if let Some(reason) = &own.reason {
        lines.quoted(at("reason"), reason);
    }
}
