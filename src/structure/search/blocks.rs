use std::collections::BTreeMap;

use super::SearchError;
use crate::tender::{Lot, Place, Structure, Tender};

/// Where blocks come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockSource {
    /// The lots of a structure (index).
    Structure(usize),
    /// Codes that begin with the same so many characters.
    Prefix(usize),
}

/// Blocks of procedures, and which of them stay together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocks {
    /// The structure whose lots are the blocks (index), in the tender that the search looks at.
    pub structure: usize,
    /// By block: its id, and its procedures.
    pub all: Vec<(String, Vec<usize>)>,
    /// By unit of the search: its blocks, ascending. Blocks kept together are one unit.
    pub units: Vec<Vec<usize>>,
}

impl Blocks {
    /// The blocks of a set of units.
    pub(super) fn of_mask(&self, mask: u32) -> Vec<usize> {
        let units = self.units.iter().enumerate().filter(|(u, _)| mask >> u & 1 == 1);
        let mut blocks: Vec<usize> = units.flat_map(|(_, blocks)| blocks.iter().copied()).collect();
        blocks.sort_unstable();
        blocks
    }

    /// Whether every block is a unit by itself.
    pub(super) fn are_whole(&self) -> bool {
        self.units.len() == self.all.len()
    }

    /// The procedures of a unit.
    pub(super) fn procedures(&self, unit: usize) -> impl Iterator<Item = usize> + '_ {
        self.units[unit].iter().flat_map(|&b| self.all[b].1.iter().copied())
    }
}

/// The blocks, and the tender in which they are the lots of a structure. Blocks by prefix invite the conditions that the
/// published structure invites.
///
/// # Errors
/// [`SearchError::NoSuchBlock`]
pub fn blocks(
    tender: &Tender,
    source: BlockSource,
    keep_together: &[Vec<String>],
) -> Result<(Tender, Blocks), SearchError> {
    let mut tender = tender.clone();
    let structure = match source {
        BlockSource::Structure(structure) => structure,
        BlockSource::Prefix(length) => {
            let by_prefix = structure_by_prefix(&tender, length);
            tender.structures.push(by_prefix);
            tender.structures.len() - 1
        }
    };
    let lots = &tender.structures[structure].lots;
    let all: Vec<(String, Vec<usize>)> = lots.iter().map(|l| (l.id.clone(), l.procedures.clone())).collect();
    let mut unit_of: Vec<usize> = (0..all.len()).collect();
    for together in keep_together {
        let mut first = None;
        for id in together {
            let found = all.iter().position(|(block, _)| block == id);
            let block = found.ok_or_else(|| SearchError::NoSuchBlock(id.clone()))?;
            let (own, first) = (unit_of[block], unit_of[*first.get_or_insert(block)]);
            unit_of.iter_mut().filter(|u| **u == own).for_each(|u| *u = first);
        }
    }
    let mut units: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (block, unit) in unit_of.iter().enumerate() {
        units.entry(*unit).or_default().push(block);
    }
    let mut units: Vec<Vec<usize>> = units.into_values().collect();
    units.sort();
    Ok((tender, Blocks { structure, all, units }))
}

/// A structure with one lot for each prefix, in the order in which prefixes appear.
fn structure_by_prefix(tender: &Tender, length: usize) -> Structure {
    let mut lots: Vec<Lot> = Vec::new();
    for (p, procedure) in tender.procedures.iter().enumerate() {
        let prefix: String = procedure.code.chars().take(length).collect();
        match lots.iter_mut().find(|l| l.id == prefix) {
            Some(lot) => lot.procedures.push(p),
            None => lots.push(Lot {
                title: prefix.clone(),
                id: prefix,
                procedures: vec![p],
                weight: None,
                place: Place::default(),
            }),
        }
    }
    Structure {
        id: format!("prefix-{length}"),
        title: String::new(),
        bidders_may: tender.structures[tender.award.structure].bidders_may.clone(),
        max_lots_per_bidder: None,
        min_suppliers: None,
        max_suppliers: None,
        lots,
        place: Place::default(),
    }
}
