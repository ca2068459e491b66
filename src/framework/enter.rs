//! A mini-tender enters its framework: the terms it takes from there, and every difference that is not allowed.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{
    RecordReader, codes, model,
    parent::{ParentFile, read_parent},
    terms,
};
use crate::{
    award::Demands,
    outcome::{Outcome, OutcomeError, awarded_unit_price, decide, supplies},
    pricing::Overlay,
    tender::{
        Framework, MaxPrice, MiniTenders, Parsed, Party, Place, Problem, ProblemCode, Tender, canonical,
        read::FrameworkReference,
    },
};

/// Reads the framework that a mini-tender names, evaluates it, and compares the mini-tender with it: `tender.framework` is set,
/// and each difference that is not allowed is a problem. A framework that is a mini-tender itself is refused, so no chain or
/// circle is followed. Nothing happens for a tender that names none.
pub fn resolve(parsed: &mut Parsed<'_>, records: &dyn RecordReader) {
    let (Some(reference), Some(tender)) = (parsed.framework.take(), &mut parsed.tender) else { return };
    let Some(parent) = read_parent(&reference, records, &mut parsed.shelf, &mut parsed.problems) else {
        return;
    };
    let (framework, problems) = enter(tender, &parent, &reference);
    problems.into_iter().for_each(|problem| parsed.problems.add(problem));
    tender.framework = framework;
}

/// Both sides, and what is wrong so far.
pub(super) struct Entry<'a> {
    pub(super) own: &'a Tender,
    pub(super) parent: &'a ParentFile,
    pub(super) terms: &'a MiniTenders,
    pub(super) invitation: &'a FrameworkReference,
    /// By procedure of the mini-tender: that of the framework with its code.
    pub(super) theirs: Vec<Option<usize>>,
    pub(super) problems: Vec<Problem>,
}

impl Entry<'_> {
    /// A problem of the mini-tender that a place of the framework bears on.
    pub(super) fn tell(&mut self, problem: Problem, theirs: Place) {
        self.problems.push(problem.related(self.parent.place(theirs)));
    }

    pub(super) fn framework_id(&self) -> &str {
        &self.parent.tender.head.id
    }
}

/// Holds a mini-tender against its framework. The terms are there if the framework has an award for all that the
/// mini-tender takes from it.
fn enter(
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
    let mut entry =
        Entry { own, parent, terms, invitation, theirs: same_codes(own, framework), problems: Vec::new() };
    terms::tell(&mut entry);
    model::tell(&mut entry);
    let lot_of = codes::lots(&mut entry);
    let demands = parent.record.as_ref().map_or_else(Demands::default, |from| from.record.demands());
    let outcome = decide(framework, framework.award.structure, &Overlay::default(), demands);
    let outcome = match outcome {
        Ok(outcome) => outcome,
        Err(error) => {
            let problem = Problem::new(ProblemCode::FrameworkNotEvaluated, invitation.place)
                .with("framework", framework.head.id.as_str())
                .with("reason", reason(&error));
            entry.problems.push(problem);
            return (None, entry.problems);
        }
    };
    if let Some(from) = &parent.record
        && let Some(fault) = from.record.differs_from(&outcome)
    {
        entry.problems.push(
            Problem::new(ProblemCode::FrameworkRecordChanged, from.place)
                .with("path", from.folder.as_str())
                .with("file", fault.file)
                .with("reason", fault.reason.name()),
        );
    }
    let mut entered = Framework {
        id: framework.head.id.clone(),
        title: framework.head.title.clone(),
        tender_hash: canonical::tender_hash(framework),
        record_hash: parent.record.as_ref().map(|from| from.hash.clone()),
        max_price: terms.max_price,
        standstill_days: terms.standstill_days.map(|(days, _)| days),
        lots: outcome_lots(&outcome),
        parties: parties(&entry.theirs, &outcome, own.head.contract.map(|contract| contract.from)),
        lot_of,
        place: invitation.place,
    };
    let all: Vec<usize> = (0..own.procedures.len()).collect();
    let concerned = entered.lots_of(&all);
    entered.parties.retain(|p| p.lots.iter().any(|l| concerned.contains(l)));
    tell_not_awarded(&mut entry, &entered, concerned);
    tell_invited(&mut entry, &entered);
    (Some(entered), entry.problems)
}

/// By procedure of a tender: that of another with the same code.
fn same_codes(own: &Tender, other: &Tender) -> Vec<Option<usize>> {
    let by_code: HashMap<&str, usize> =
        other.procedures.iter().enumerate().map(|(i, p)| (p.code.as_str(), i)).collect();
    own.procedures.iter().map(|p| by_code.get(p.code.as_str()).copied()).collect()
}

fn reason(error: &OutcomeError) -> &'static str {
    match error {
        OutcomeError::TooLarge => "figure-too-large",
        OutcomeError::Model(fault) => fault.kind.name(),
    }
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
fn tell_not_awarded(entry: &mut Entry<'_>, entered: &Framework, concerned: Vec<usize>) {
    for lot in concerned {
        if entered.parties.iter().any(|p| p.lots.contains(&lot)) {
            continue;
        }
        let problem = Problem::new(ProblemCode::FrameworkNotAwarded, entry.invitation.place)
            .with("framework", entry.framework_id())
            .with("lot", entered.lots.get(lot).cloned().unwrap_or_default());
        let theirs = &entry.parent.tender;
        let place =
            theirs.structures.get(theirs.award.structure).and_then(|s| s.lots.get(lot)).map(|l| l.place);
        entry.tell(problem, place.unwrap_or_default());
    }
}

/// All parties of the lots are invited, and nobody else is.
fn tell_invited(entry: &mut Entry<'_>, entered: &Framework) {
    let Some((invited, place)) = &entry.invitation.parties else { return };
    let (own, award) = (entry.own, entry.parent.tender.award.place);
    let mut all: Vec<&str> = Vec::new();
    for lot in own.structures.iter().flat_map(|s| &s.lots) {
        for party in entered.parties_of(&lot.procedures) {
            if !all.contains(&party.bidder.as_str()) {
                all.push(&party.bidder);
            }
        }
    }
    for bidder in all.iter().filter(|b| !invited.iter().any(|name| name.value == **b)) {
        let problem = Problem::new(ProblemCode::PartyNotInvited, *place)
            .with("bidder", *bidder)
            .with("framework", entry.framework_id());
        entry.tell(problem, award);
    }
    for bidder in invited.iter().filter(|name| !all.contains(&name.value.as_str())) {
        let problem = Problem::new(ProblemCode::InvitedNotParty, bidder.place)
            .with("bidder", bidder.value.as_str())
            .with("framework", entry.framework_id())
            .with("parties", all.iter().map(|b| (*b).to_owned()).collect::<Vec<_>>());
        entry.tell(problem, award);
    }
}

/// What a mini-tender may charge is limited by its own cap only where it has one.
pub(super) fn needs_cap(entry: &Entry<'_>) -> bool {
    entry.terms.max_price == MaxPrice::Cap && entry.own.cap.is_none()
}
