use std::collections::BTreeSet;

use super::{
    keys,
    names::{Codes, Names, distinct},
    node::{At, TableReader},
    problems::Problems,
};
use crate::tender::{CodePattern, Condition, Lot, Place, Problem, ProblemCode, Procedure, Structure};

/// The lot of a structure without lots, and the structure of a file without structures.
pub(super) const WHOLE: &str = "whole";

/// Up to this number of times a procedure is in a lot, in all structures together.
const MEMBERSHIPS: usize = 5_000_000;

const CONDITIONS: [(&str, Condition); 4] = [
    (Condition::Combination.name(), Condition::Combination),
    (Condition::Capacity.name(), Condition::Capacity),
    (Condition::MaxLots.name(), Condition::MaxLots),
    (Condition::OnlyTogether.name(), Condition::OnlyTogether),
];

/// The structures of a tender, their ids, and the ids of their lots.
#[derive(Debug, Default)]
pub(super) struct Structures {
    pub(super) list: Vec<Structure>,
    pub(super) names: Names,
    /// By structure.
    pub(super) lots: Vec<Names>,
}

impl Structures {
    /// The structure of an id that must be known.
    pub(super) fn find(&self, id: &At<String>, p: &mut Problems) -> Option<usize> {
        self.names.find(id, ProblemCode::UnknownStructure, p)
    }

    /// A lot of a structure that must be known.
    pub(super) fn find_lot(&self, structure: usize, id: &At<String>, p: &mut Problems) -> Option<usize> {
        let lots = self.lots.get(structure)?;
        let found = lots.get(&id.value);
        if found.is_none() {
            let problem = lots.unknown(id, ProblemCode::UnknownLot, p).with("structure", self.id(structure));
            p.add(problem);
        }
        found
    }

    pub(super) fn id(&self, structure: usize) -> &str {
        self.list.get(structure).map_or("", |s| s.id.as_str())
    }
}

/// `[[structure]]`; one structure with one lot where the file has none.
pub(super) fn read_structures(
    root: TableReader<'_>,
    procedures: &[Procedure],
    codes: &Codes,
    p: &mut Problems,
) -> Structures {
    let mut structures = Structures::default();
    let tables = root.tables("structure", &keys::STRUCTURE, p);
    let most = MEMBERSHIPS / procedures.len().max(1);
    if let Some(beyond) = tables.get(most) {
        p.add(
            Problem::new(ProblemCode::TooManyStructures, beyond.place)
                .with("structures", tables.len())
                .with("procedures", procedures.len())
                .with("most", most),
        );
    }
    for t in tables.into_iter().take(most) {
        let Some(id) = t.need("id", p).and_then(|n| n.name(p)) else { continue };
        if !structures.names.add(&id, ProblemCode::DuplicateId, "structure", p) {
            continue;
        }
        let (structure, lots) = read_structure(t, id, procedures, codes, p);
        structures.list.push(structure);
        structures.lots.push(lots);
    }
    if structures.list.is_empty() {
        let id = At::new(String::from(WHOLE), root.place);
        structures.names.add(&id, ProblemCode::DuplicateId, "structure", p);
        let (lots, names) = whole_lot(procedures, root.place, p);
        structures.lots.push(names);
        structures.list.push(Structure {
            title: WHOLE.into(),
            id: WHOLE.into(),
            bidders_may: BTreeSet::new(),
            max_lots_per_bidder: None,
            min_suppliers: None,
            max_suppliers: None,
            lots,
            place: root.place,
        });
    }
    structures
}

fn read_structure(
    t: TableReader<'_>,
    id: At<String>,
    procedures: &[Procedure],
    codes: &Codes,
    p: &mut Problems,
) -> (Structure, Names) {
    let title = t.get("title").and_then(|n| n.name(p)).map_or_else(|| id.value.clone(), |n| n.value);
    let mut bidders_may = BTreeSet::new();
    for item in t.get("bidders-may").map_or_else(Vec::new, |n| n.items(p)) {
        if let Some(condition) = item.choice(&CONDITIONS, p)
            && !bidders_may.insert(condition.value)
        {
            p.add(
                Problem::new(ProblemCode::ListedTwice, item.place)
                    .with("name", condition.value.name())
                    .with("key", "bidders-may"),
            );
        }
    }
    let max_lots = t.get("max-lots-per-bidder").and_then(|n| n.count(1, u32::MAX, p));
    let min_suppliers = t.get("min-suppliers").and_then(|n| n.count(1, u32::MAX, p));
    let max_suppliers = t.get("max-suppliers").and_then(|n| n.count(1, u32::MAX, p));

    let tables = t.tables("lot", &keys::LOT, p);
    let (lots, names) = if tables.is_empty() {
        whole_lot(procedures, t.place, p)
    } else {
        read_lots(&id.value, tables, procedures, codes, t.place, p)
    };
    report_limits(min_suppliers, max_suppliers, max_lots, lots.len(), p);
    let structure = Structure {
        id: id.value,
        title,
        bidders_may,
        max_lots_per_bidder: max_lots.map(|n| n.value),
        min_suppliers: min_suppliers.map(|n| n.value),
        max_suppliers: max_suppliers.map(|n| n.value),
        lots,
        place: t.place,
    };
    (structure, names)
}

fn whole_lot(procedures: &[Procedure], place: Place, p: &mut Problems) -> (Vec<Lot>, Names) {
    let mut names = Names::default();
    names.add(&At::new(WHOLE.into(), place), ProblemCode::DuplicateId, "lot", p);
    let procedures = (0..procedures.len()).collect();
    (vec![Lot { id: WHOLE.into(), title: WHOLE.into(), procedures, weight: None, place }], names)
}

/// Limits that contradict each other, or that no award can keep.
fn report_limits(
    min: Option<At<u32>>,
    max: Option<At<u32>>,
    max_lots: Option<At<u32>>,
    lots: usize,
    p: &mut Problems,
) {
    if let (Some(min), Some(max)) = (min, max)
        && min.value > max.value
    {
        p.add(
            Problem::new(ProblemCode::SuppliersReversed, min.place)
                .with("min", min.value)
                .with("max", max.value)
                .related(max.place),
        );
    }
    if let Some(min) = min.filter(|n| n.value as usize > lots) {
        p.add(
            Problem::new(ProblemCode::MinSuppliersAboveLots, min.place)
                .with("min", min.value)
                .with("lots", lots),
        );
    }
    if let (Some(max), Some(each)) = (max, max_lots) {
        let most = u64::from(max.value) * u64::from(each.value);
        if most < lots as u64 {
            p.add(
                Problem::new(ProblemCode::LimitsLeaveLots, each.place)
                    .with("most", crate::number::Figure::Count(most))
                    .with("lots", lots)
                    .related(max.place),
            );
        }
    }
}

/// The lots of one structure while each procedure finds its own.
struct LotDivision<'a> {
    structure: &'a str,
    procedures: &'a [Procedure],
    /// By procedure: the lot, and where its pattern is written.
    lot_of: Vec<Option<(usize, Place)>>,
    lots: Vec<Lot>,
}

fn read_lots(
    structure: &str,
    tables: Vec<TableReader<'_>>,
    procedures: &[Procedure],
    codes: &Codes,
    place: Place,
    p: &mut Problems,
) -> (Vec<Lot>, Names) {
    let mut names = Names::default();
    let mut division =
        LotDivision { structure, procedures, lot_of: vec![None; procedures.len()], lots: Vec::new() };
    let mut remainder: Option<(usize, Place)> = None;
    for t in tables {
        let Some(id) = t.need("id", p).and_then(|n| n.name(p)) else { continue };
        let title = t.get("title").and_then(|n| n.name(p)).map_or_else(|| id.value.clone(), |n| n.value);
        let weight = t.get("weight").and_then(|n| n.number_within(0.into(), 1_000_000_000.into(), p));
        let patterns = t.need("codes", p).map_or_else(Vec::new, |n| distinct(n, p));
        if !names.add(&id, ProblemCode::DuplicateId, "lot", p) {
            continue;
        }
        let lot = division.lots.len();
        division.lots.push(Lot {
            id: id.value,
            title,
            procedures: Vec::new(),
            weight: weight.map(|w| w.value),
            place: t.place,
        });
        for name in patterns {
            if name.value == "*" {
                match remainder {
                    None => remainder = Some((lot, name.place)),
                    Some((first, at)) => {
                        p.add(division.two(ProblemCode::TwoRemainders, name.place, lot, first, at));
                    }
                }
                continue;
            }
            match codes.pattern(&name, p) {
                CodePattern::Code(code) => {
                    let found = codes.get(&code);
                    division.put(found.as_slice(), lot, name.place, p);
                }
                CodePattern::Prefix(prefix) => {
                    division.put(codes.with_prefix(&prefix), lot, name.place, p);
                }
            }
        }
    }
    division.close(remainder, place, p);
    (division.lots, names)
}

impl LotDivision<'_> {
    fn lot_id(&self, lot: usize) -> &str {
        self.lots.get(lot).map_or("", |l| l.id.as_str())
    }

    fn two(&self, code: ProblemCode, place: Place, lot: usize, other: usize, at: Place) -> Problem {
        Problem::new(code, place)
            .with("structure", self.structure)
            .with("lot", self.lot_id(lot))
            .with("other", self.lot_id(other))
            .related(at)
    }

    /// Puts procedures in a lot; one that is in another lot already is reported.
    fn put(&mut self, procedures: &[usize], lot: usize, place: Place, p: &mut Problems) {
        for procedure in procedures {
            match self.lot_of.get(*procedure).copied().flatten() {
                None => {
                    if let Some(slot) = self.lot_of.get_mut(*procedure) {
                        *slot = Some((lot, place));
                    }
                }
                Some((first, _)) if first == lot => {}
                Some((first, at)) => {
                    if p.floods(ProblemCode::InTwoLots) {
                        // enough is reported: many patterns over many codes would take long
                        return;
                    }
                    let code = self.procedures.get(*procedure).map_or("", |x| x.code.as_str());
                    let problem =
                        self.two(ProblemCode::InTwoLots, place, lot, first, at).with("procedure", code);
                    p.add(problem);
                }
            }
        }
    }

    /// Gives the remainder to the lot that takes it, and reports what is in no lot, and what lot has nothing.
    fn close(&mut self, remainder: Option<(usize, Place)>, place: Place, p: &mut Problems) {
        for (procedure, found) in self.lot_of.iter().enumerate() {
            let lot = found.or(remainder).map(|(lot, _)| lot);
            match lot.and_then(|l| self.lots.get_mut(l)) {
                Some(lot) => lot.procedures.push(procedure),
                None => {
                    let code = self.procedures.get(procedure).map_or("", |x| x.code.as_str());
                    p.add(
                        Problem::new(ProblemCode::InNoLot, place)
                            .with("procedure", code)
                            .with("structure", self.structure),
                    );
                }
            }
        }
        for lot in self.lots.iter().filter(|l| l.procedures.is_empty()) {
            p.add(
                Problem::new(ProblemCode::LotWithoutProcedures, lot.place)
                    .with("lot", lot.id.as_str())
                    .with("structure", self.structure),
            );
        }
    }
}
