//! A mini-tender and its framework: the terms that it takes from there, and every difference that is not allowed.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{
    RecordReader,
    parent::{ParentFile, read_parent},
    terms,
};
use crate::{
    award::Demands,
    outcome::{Evaluation, Outcome, awarded_unit_price, supplies},
    tender::{
        Framework, MaxPrice, MiniTenders, Parsed, Party, Place, Problem, ProblemCode, Structure, Tender,
        canonical,
        read::{FrameworkReference, node::At},
    },
};

/// Reads the framework that a mini-tender names, evaluates it, and compares the mini-tender with it: `tender.framework` is set,
/// and each difference that is not allowed is a problem. A framework that is a mini-tender itself is refused, so no chain or
/// circle is followed. Nothing happens for a tender that names none.
pub fn resolve(parsed: &mut Parsed<'_>, records: &dyn RecordReader) {
    let (Some(reference), Some(tender)) = (parsed.framework.take(), &mut parsed.tender) else { return };
    let Some(parent) = read_parent(&reference, records, &mut parsed.opened_files, &mut parsed.problems)
    else {
        return;
    };
    let (framework, problems) = resolve_with(tender, &parent, &reference);
    problems.into_iter().for_each(|problem| parsed.problems.add(problem));
    tender.framework = framework;
}

/// Both sides, and what is wrong so far.
pub(super) struct Resolution<'a> {
    pub(super) own: &'a Tender,
    pub(super) parent: &'a ParentFile,
    pub(super) terms: &'a MiniTenders,
    pub(super) invitation: &'a FrameworkReference,
    /// By procedure of the mini-tender: that of the framework with its code.
    pub(super) theirs: Vec<Option<usize>>,
    pub(super) problems: Vec<Problem>,
}

impl Resolution<'_> {
    /// A problem of the mini-tender that a place of the framework bears on.
    pub(super) fn report(&mut self, problem: Problem, theirs: Place) {
        self.problems.push(problem.related(self.parent.place(theirs)));
    }

    pub(super) fn framework_id(&self) -> &str {
        &self.parent.tender.head.id
    }
}

/// Compares a mini-tender with its framework. The terms are there if the framework has an award for all that the
/// mini-tender takes from it.
fn resolve_with(
    own: &Tender,
    parent: &ParentFile,
    invitation: &FrameworkReference,
) -> (Option<Framework>, Vec<Problem>) {
    let framework = &parent.tender;
    let refused = |place: Place| {
        Problem::new(ProblemCode::MiniTendersNotAllowed, invitation.place)
            .with("framework", framework.head.id.as_str())
            .related(parent.place(place))
    };
    let Some(terms) = &framework.mini_tenders else {
        return (None, vec![refused(framework.head.place)]);
    };
    if !terms.allowed {
        return (None, vec![refused(terms.place)]);
    }
    let mut resolution = Resolution {
        own,
        parent,
        terms,
        invitation,
        theirs: same_codes(own, framework),
        problems: Vec::new(),
    };
    terms::report_terms(&mut resolution);
    terms::report_model(&mut resolution);
    let lot_of = lots_of_codes(&mut resolution);
    let demands = parent.record.as_ref().map_or_else(Demands::default, |from| from.record.demands());
    let outcome = Evaluation::of(framework).demands(demands).run();
    let outcome = match outcome {
        Ok(outcome) => outcome,
        Err(error) => {
            let problem = Problem::new(ProblemCode::FrameworkNotEvaluated, invitation.place)
                .with("framework", framework.head.id.as_str())
                .with("reason", error.name());
            resolution.problems.push(problem);
            return (None, resolution.problems);
        }
    };
    if let Some(from) = &parent.record
        && let Some(fault) = from.record.differs_from(&outcome)
    {
        resolution.problems.push(
            Problem::new(ProblemCode::FrameworkRecordChanged, from.place)
                .with("path", from.folder.as_str())
                .with("file", fault.file)
                .with("reason", fault.reason.name()),
        );
    }
    let mut resolved = Framework {
        id: framework.head.id.clone(),
        title: framework.head.title.clone(),
        tender_hash: canonical::tender_hash(framework),
        record_hash: parent.record.as_ref().map(|from| from.hash.clone()),
        max_price: terms.max_price,
        standstill_days: terms.standstill_days.map(|(days, _)| days),
        lots: outcome_lots(&outcome),
        parties: parties(&resolution.theirs, &outcome, own.head.contract.map(|contract| contract.from)),
        lot_of,
        place: invitation.place,
    };
    let all: Vec<usize> = (0..own.procedures.len()).collect();
    let concerned = resolved.lots_of(&all);
    resolved.parties.retain(|p| p.lots.iter().any(|l| concerned.contains(l)));
    report_not_awarded(&mut resolution, &resolved, concerned);
    report_invited(&mut resolution, &resolved);
    (Some(resolved), resolution.problems)
}

/// By procedure of a tender: that of another with the same code.
fn same_codes(own: &Tender, other: &Tender) -> Vec<Option<usize>> {
    let by_code: HashMap<&str, usize> =
        other.procedures.iter().enumerate().map(|(i, p)| (p.code.as_str(), i)).collect();
    own.procedures.iter().map(|p| by_code.get(p.code.as_str()).copied()).collect()
}

fn outcome_lots(outcome: &Outcome<'_>) -> Vec<String> {
    let structure = outcome.tender.structures.get(outcome.structure);
    structure.map_or_else(Vec::new, |s| s.lots.iter().map(|l| l.id.clone()).collect())
}

/// The suppliers of the framework's award, in the order of its bids, with their own prices for what the mini-tender buys:
/// as on `day`, the first of the mini-tender, where the framework adjusts prices.
fn parties(theirs: &[Option<usize>], outcome: &Outcome<'_>, day: Option<Date>) -> Vec<Party> {
    let framework = outcome.tender;
    let Some(structure) = framework.structures.get(outcome.structure) else { return Vec::new() };
    let at: Vec<Option<(usize, usize)>> = theirs
        .iter()
        .map(|p| {
            let procedure = (*p)?;
            Some((procedure, structure.lot_of(procedure)?))
        })
        .collect();
    let lots_of = |bid: usize| -> Vec<usize> {
        (0..structure.lots.len()).filter(|&l| supplies(outcome, l).iter().any(|s| s.bid == bid)).collect()
    };
    let price = |bid: usize, lots: &[usize], at: Option<(usize, usize)>| {
        let (procedure, lot) = at.filter(|(_, lot)| lots.contains(lot))?;
        awarded_unit_price(outcome, lot, bid, procedure, day)
    };
    (0..framework.bids.len())
        .map(|bid| (bid, lots_of(bid)))
        .filter(|(_, lots)| !lots.is_empty())
        .map(|(bid, lots)| Party {
            bidder: framework.bids[bid].bidder.clone(),
            prices: at.iter().map(|at| price(bid, &lots, *at)).collect(),
            lots,
        })
        .collect()
}

/// Each lot of the framework that the mini-tender takes procedures from has a supplier.
fn report_not_awarded(resolution: &mut Resolution<'_>, resolved: &Framework, concerned: Vec<usize>) {
    for lot in concerned {
        if resolved.parties.iter().any(|p| p.lots.contains(&lot)) {
            continue;
        }
        let problem = Problem::new(ProblemCode::FrameworkNotAwarded, resolution.invitation.place)
            .with("framework", resolution.framework_id())
            .with("lot", resolved.lots.get(lot).cloned().unwrap_or_default());
        let theirs = &resolution.parent.tender;
        let place =
            theirs.structures.get(theirs.award.structure).and_then(|s| s.lots.get(lot)).map(|l| l.place);
        resolution.report(problem, place.unwrap_or_default());
    }
}

/// All parties of the lots are invited, and nobody else is.
fn report_invited(resolution: &mut Resolution<'_>, resolved: &Framework) {
    let Some((invited, place)) = &resolution.invitation.parties else { return };
    let (own, award) = (resolution.own, resolution.parent.tender.award.place);
    let mut all: Vec<&str> = Vec::new();
    for lot in own.structures.iter().flat_map(|s| &s.lots) {
        for party in resolved.parties_of(&lot.procedures) {
            if !all.contains(&party.bidder.as_str()) {
                all.push(&party.bidder);
            }
        }
    }
    for bidder in all.iter().filter(|b| !invited.iter().any(|name| name.value == **b)) {
        let problem = Problem::new(ProblemCode::PartyNotInvited, *place)
            .with("bidder", *bidder)
            .with("framework", resolution.framework_id());
        resolution.report(problem, award);
    }
    for bidder in invited.iter().filter(|name| !all.contains(&name.value.as_str())) {
        let problem = Problem::new(ProblemCode::InvitedNotParty, bidder.place)
            .with("bidder", bidder.value.as_str())
            .with("framework", resolution.framework_id())
            .with("parties", all.iter().map(|b| (*b).to_owned()).collect::<Vec<_>>());
        resolution.report(problem, award);
    }
}

/// What a mini-tender may charge is limited by its own cap only where it has one.
pub(super) fn needs_cap(resolution: &Resolution<'_>) -> bool {
    resolution.terms.max_price == MaxPrice::Cap && resolution.own.cap.is_none()
}

/// By procedure of the mini-tender its lot of the framework; reports codes, lots and volumes that the framework does not allow.
///
/// A new code (with `new-codes = true`) belongs to the lot that the mini-tender names, or to the framework's only lot.
pub(super) fn lots_of_codes(resolution: &mut Resolution<'_>) -> Vec<Option<usize>> {
    let parent = &resolution.parent.tender;
    let Some(structure) = parent.structures.get(parent.award.structure) else { return Vec::new() };
    let named = named_lot(resolution, structure);
    let only = (structure.lots.len() == 1).then_some(0);
    let own = resolution.own;
    let mut lot_of = Vec::with_capacity(own.procedures.len());
    for (i, procedure) in own.procedures.iter().enumerate() {
        let Some(theirs) = resolution.theirs.get(i).copied().flatten() else {
            if !resolution.terms.new_codes {
                let problem = Problem::new(ProblemCode::NotInFramework, procedure.place)
                    .with("procedure", procedure.code.as_str())
                    .with("framework", resolution.framework_id());
                resolution.report(problem, resolution.terms.place);
            }
            lot_of.push(named.or(only));
            continue;
        };
        let lot = structure.lot_of(theirs);
        lot_of.push(lot);
        if let (Some(named), Some(other)) = (named, lot)
            && named != other
        {
            let id = |lot: usize| structure.lots.get(lot).map_or("", |l| l.id.as_str());
            let problem = Problem::new(ProblemCode::OutsideFrameworkLot, procedure.place)
                .with("procedure", procedure.code.as_str())
                .with("lot", id(named))
                .with("other", id(other));
            resolution.report(problem, structure.lots.get(other).map(|l| l.place).unwrap_or_default());
        }
        let max = parent.procedures.get(theirs).map(|p| p.volume);
        let most = procedure.volume.max.unwrap_or(procedure.volume.expected).max(procedure.volume.expected);
        if let Some(theirs) = max
            && let Some(max) = theirs.max
            && most > max
        {
            let problem = Problem::new(ProblemCode::AboveFrameworkVolume, procedure.volume.place)
                .with("procedure", procedure.code.as_str())
                .with("volume", most)
                .with("max", max);
            resolution.report(problem, theirs.place);
        }
    }
    report_lots_without(resolution, structure, &lot_of);
    lot_of
}

/// The lot that `[framework] lot` names.
fn named_lot(resolution: &mut Resolution<'_>, structure: &Structure) -> Option<usize> {
    let At { value: id, place } = resolution.invitation.lot.as_ref()?;
    let found = structure.lots.iter().position(|l| l.id == *id);
    if found.is_none() {
        let problem = Problem::new(ProblemCode::UnknownFrameworkLot, *place)
            .with("lot", id.as_str())
            .with("lots", ids(structure));
        resolution.report(problem, structure.place);
    }
    found
}

fn ids(structure: &Structure) -> Vec<String> {
    structure.lots.iter().map(|l| l.id.clone()).collect()
}

/// A lot of nothing but new codes has parties only if it is said which lot of the framework they belong to.
fn report_lots_without(resolution: &mut Resolution<'_>, structure: &Structure, lot_of: &[Option<usize>]) {
    if !resolution.terms.new_codes || resolution.invitation.lot.is_some() {
        return;
    }
    for lot in resolution.own.structures.iter().flat_map(|s| &s.lots) {
        if lot.procedures.iter().all(|p| lot_of.get(*p).copied().flatten().is_none()) {
            let problem = Problem::new(ProblemCode::FrameworkLotNeeded, resolution.invitation.place)
                .with("lot", lot.id.as_str())
                .with("lots", ids(structure));
            resolution.report(problem, structure.place);
        }
    }
}
