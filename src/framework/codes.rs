//! The codes of a mini-tender, and the lot of the framework that each belongs to.

use super::enter::Entry;
use crate::tender::{Problem, ProblemCode, Structure, read::node::At};

/// By procedure of the mini-tender its lot of the framework; tells codes, lots and volumes that the framework does not allow.
///
/// A new code (with `new-codes = true`) belongs to the lot that the mini-tender names, or to the framework's only lot.
pub(super) fn lots(entry: &mut Entry<'_>) -> Vec<Option<usize>> {
    let parent = &entry.parent.tender;
    let Some(structure) = parent.structures.get(parent.award.structure) else { return Vec::new() };
    let named = named_lot(entry, structure);
    let only = (structure.lots.len() == 1).then_some(0);
    let own = entry.own;
    let mut lot_of = Vec::with_capacity(own.procedures.len());
    for (i, procedure) in own.procedures.iter().enumerate() {
        let Some(theirs) = entry.theirs.get(i).copied().flatten() else {
            if !entry.terms.new_codes {
                let problem = Problem::new(ProblemCode::NotInFramework, procedure.place)
                    .with("procedure", procedure.code.as_str())
                    .with("framework", entry.framework_id());
                entry.tell(problem, entry.terms.place);
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
            entry.tell(problem, structure.lots.get(other).map(|l| l.place).unwrap_or_default());
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
            entry.tell(problem, theirs.place);
        }
    }
    tell_lots_without(entry, structure, &lot_of);
    lot_of
}

/// The lot that `[framework] lot` names.
fn named_lot(entry: &mut Entry<'_>, structure: &Structure) -> Option<usize> {
    let At { value: id, place } = entry.invitation.lot.as_ref()?;
    let found = structure.lots.iter().position(|l| l.id == *id);
    if found.is_none() {
        let problem = Problem::new(ProblemCode::UnknownFrameworkLot, *place)
            .with("lot", id.as_str())
            .with("lots", ids(structure));
        entry.tell(problem, structure.place);
    }
    found
}

fn ids(structure: &Structure) -> Vec<String> {
    structure.lots.iter().map(|l| l.id.clone()).collect()
}

/// A lot of nothing but new codes has parties only if it is said which lot of the framework they belong to.
fn tell_lots_without(entry: &mut Entry<'_>, structure: &Structure, lot_of: &[Option<usize>]) {
    if !entry.terms.new_codes || entry.invitation.lot.is_some() {
        return;
    }
    for lot in entry.own.structures.iter().flat_map(|s| &s.lots) {
        if lot.procedures.iter().all(|p| lot_of.get(*p).copied().flatten().is_none()) {
            let problem = Problem::new(ProblemCode::FrameworkLotNeeded, entry.invitation.place)
                .with("lot", lot.id.as_str())
                .with("lots", ids(structure));
            entry.tell(problem, structure.place);
        }
    }
}
