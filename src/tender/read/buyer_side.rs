//! `[[requirement]]`, `[[assessment]]`, `[[decision]]`: what the buyer judges or decides, apart from the bids.

use std::collections::HashMap;

use super::{
    bids::Bids,
    keys,
    model::Criteria,
    names::{Codes, Names},
    node::{At, TableReader},
    problems::Problems,
    structures::Structures,
};
use crate::tender::{
    Assessment, AssessmentScope, Decision, DecisionAction, DecisionGround, Method, Place, Problem,
    ProblemCode, Requirement, RequirementStatus,
};

const STATUS: [(&str, RequirementStatus); 3] = [
    ("met", RequirementStatus::Met),
    ("unmet", RequirementStatus::Unmet),
    ("unverified", RequirementStatus::Unverified),
];

const ACTIONS: [(&str, DecisionAction); 2] =
    [("reject", DecisionAction::Reject), ("accept", DecisionAction::Accept)];

const GROUNDS: [(&str, DecisionGround); 5] = [
    (DecisionGround::LowPrice.name(), DecisionGround::LowPrice),
    (DecisionGround::Reservation.name(), DecisionGround::Reservation),
    (DecisionGround::Exclusion.name(), DecisionGround::Exclusion),
    (DecisionGround::Withdrawn.name(), DecisionGround::Withdrawn),
    (DecisionGround::Other.name(), DecisionGround::Other),
];

/// `[[requirement]]`
pub(super) fn read_requirements(
    root: TableReader<'_>,
    codes: &Codes,
    p: &mut Problems,
) -> (Vec<Requirement>, Names) {
    let (mut list, mut names) = (Vec::new(), Names::default());
    for t in root.tables("requirement", &keys::REQUIREMENT, p) {
        let id = t.need("id", p).and_then(|n| n.name(p));
        let text = t.need("text", p).and_then(|n| n.text(p));
        let codes = t.get("codes").map(|n| codes.patterns(n, p));
        let Some(id) = id else { continue };
        if names.add(&id, ProblemCode::DuplicateId, "requirement", p) {
            let text = text.map(|t| t.value).unwrap_or_default();
            list.push(Requirement { id: id.value, text, codes, place: t.place });
        }
    }
    (list, names)
}

/// What assessments refer to.
#[derive(Clone, Copy, Debug)]
pub(super) struct AssessmentContext<'a> {
    pub(super) bids: &'a Bids,
    pub(super) structures: &'a Structures,
    pub(super) criteria: &'a Criteria,
    pub(super) requirements: &'a Names,
    pub(super) scale: rust_decimal::Decimal,
}

/// What is judged, where, of whom: a bid, a structure and lot, and the index of a criterion or a requirement.
type Judgement = (usize, Option<usize>, Option<usize>, bool, usize);

/// The assessments while they are read, from the tender file and from others.
#[derive(Debug, Default)]
pub(super) struct Assessments {
    pub(super) list: Vec<Assessment>,
    first: HashMap<Judgement, Place>,
}

impl Assessments {
    /// `[[assessment]]`
    pub(super) fn read(&mut self, root: TableReader<'_>, context: AssessmentContext<'_>, p: &mut Problems) {
        for t in root.tables("assessment", &keys::ASSESSMENT, p) {
            let bidder = t.need("bidder", p).and_then(|n| n.name(p));
            let bid = bidder.as_ref().and_then(|b| context.bids.find(b, p));
            let scope = read_scope(t, context.structures, p);
            let points = self.read_points(t, bid, scope, context, p);
            let requirements = self.read_statuses(t, bid, scope, context, p);
            let reason = t.get("reason").and_then(|n| n.text(p)).map(|r| r.value);
            if let (Some(bid), Some(scope)) = (bid, scope) {
                self.list.push(Assessment { bid, scope, points, requirements, reason, place: t.place });
            }
        }
    }

    /// Reports a second judgement of the same thing.
    fn once(
        &mut self,
        name: &At<String>,
        bid: Option<usize>,
        scope: Option<AssessmentScope>,
        what: (bool, usize),
        context: AssessmentContext<'_>,
        p: &mut Problems,
    ) {
        let (Some(bid), Some(scope)) = (bid, scope) else { return };
        let (structure, lot) = match scope {
            AssessmentScope::Everywhere => (None, None),
            AssessmentScope::Structure(structure) => (Some(structure), None),
            AssessmentScope::Lot { structure, lot } => (Some(structure), Some(lot)),
        };
        if let Some(first) = self.first.insert((bid, structure, lot, what.0, what.1), name.place) {
            let bidder = context.bids.list.get(bid).map_or("", |b| b.bidder.as_str());
            p.add(
                Problem::new(ProblemCode::JudgedTwice, name.place)
                    .with("bidder", bidder)
                    .with("what", name.value.as_str())
                    .related(first),
            );
        }
    }

    /// `points = { waiting = 80 }`
    fn read_points(
        &mut self,
        t: TableReader<'_>,
        bid: Option<usize>,
        scope: Option<AssessmentScope>,
        context: AssessmentContext<'_>,
        p: &mut Problems,
    ) -> Vec<(String, rust_decimal::Decimal, Place)> {
        let mut points = Vec::new();
        for (id, value) in t.get("points").map_or_else(Vec::new, |n| n.entries(p)) {
            let number = value.number(p);
            let Some(criterion) = context.criteria.find(&id, p) else { continue };
            if context.criteria.list.get(criterion).is_some_and(|c| c.method != Some(Method::Judged)) {
                p.add(
                    Problem::new(ProblemCode::PointsNotJudged, id.place).with("criterion", id.value.as_str()),
                );
                continue;
            }
            self.once(&id, bid, scope, (true, criterion), context, p);
            let Some(number) = number else { continue };
            if number.value < rust_decimal::Decimal::ZERO || number.value > context.scale {
                p.add(
                    Problem::new(ProblemCode::PointsRange, number.place)
                        .with("points", crate::number::Ratio::from(number.value))
                        .with("scale", crate::number::Ratio::from(context.scale)),
                );
            }
            points.push((id.value, number.value, number.place));
        }
        points
    }

    /// `requirements = { specialeplan = "met" }`
    fn read_statuses(
        &mut self,
        t: TableReader<'_>,
        bid: Option<usize>,
        scope: Option<AssessmentScope>,
        context: AssessmentContext<'_>,
        p: &mut Problems,
    ) -> Vec<(usize, RequirementStatus, Place)> {
        let mut statuses = Vec::new();
        for (id, value) in t.get("requirements").map_or_else(Vec::new, |n| n.entries(p)) {
            let status = value.choice(&STATUS, p);
            let found = context.requirements.find(&id, ProblemCode::UnknownRequirement, p);
            let Some(requirement) = found else { continue };
            self.once(&id, bid, scope, (false, requirement), context, p);
            if let Some(status) = status {
                statuses.push((requirement, status.value, status.place));
            }
        }
        statuses
    }
}

/// `structure` and `lot`; a lot needs its structure.
fn read_scope(t: TableReader<'_>, structures: &Structures, p: &mut Problems) -> Option<AssessmentScope> {
    let structure_node = t.get("structure");
    let structure = structure_node.and_then(|n| n.name(p)).and_then(|id| structures.find(&id, p));
    let lot = t.get("lot");
    match (structure_node, lot) {
        (None, None) => Some(AssessmentScope::Everywhere),
        (None, Some(lot)) => {
            p.note(ProblemCode::LotWithoutStructure, lot.place);
            None
        }
        (Some(_), None) => structure.map(AssessmentScope::Structure),
        (Some(_), Some(lot)) => {
            let id = lot.name(p)?;
            let structure = structure?;
            structures.find_lot(structure, &id, p).map(|lot| AssessmentScope::Lot { structure, lot })
        }
    }
}

/// `[[decision]]`
pub(super) fn read_decisions(root: TableReader<'_>, bids: &Bids, p: &mut Problems) -> Vec<Decision> {
    let mut decisions: Vec<Decision> = Vec::new();
    let mut first: HashMap<(usize, &'static str), (DecisionAction, Place)> = HashMap::new();
    for t in root.tables("decision", &keys::DECISION, p) {
        let bidder = t.need("bidder", p).and_then(|n| n.name(p));
        let action = t.need("action", p).and_then(|n| n.choice(&ACTIONS, p));
        let ground = t.need("ground", p).and_then(|n| n.choice(&GROUNDS, p));
        let date = t.get("date").and_then(|n| n.date(p));
        let text = t.get("text").and_then(|n| n.text(p));
        let bid = bidder.as_ref().and_then(|b| bids.find(b, p));
        let (Some(bid), Some(action), Some(ground)) = (bid, action, ground) else { continue };
        let earlier = first.insert((bid, ground.value.name()), (action.value, t.place));
        if let Some((_, place)) = earlier.filter(|(earlier, _)| *earlier != action.value) {
            p.add(
                Problem::new(ProblemCode::DecisionsContradict, t.place)
                    .with("bidder", bids.list.get(bid).map_or("", |b| b.bidder.as_str()))
                    .related(place),
            );
        }
        decisions.push(Decision {
            bid,
            action: action.value,
            ground: ground.value,
            date: date.map(|d| d.value),
            text: text.map(|t| t.value),
            place: t.place,
        });
    }
    decisions
}
