//! The search over all ways to group blocks of procedures into lots, given these bids (docs/reference/structures.md).
//!
//! A group is decided by itself: a bid that lacks a code of it is out unless the tender's rule for missing codes prices
//! it, and the group goes to its lowest admissible evaluated price, or costs the fallback. So a grouping without rules
//! across lots is a sum over its groups, and the best grouping for each number of lots follows from a recurrence over
//! sets of blocks. With rules across lots that sum is a lower bound: groupings are then solved one by one in the order
//! of their bounds, until no bound is below the best.

mod cross_lot_rules;
mod group_costs;
mod partitions;

use std::{collections::BTreeMap, error::Error, fmt};

use super::TriedTender;
use crate::{
    number::{Money, Overflow},
    outcome::OutcomeError,
    tender::{Lot, Place, Structure, Tender},
};
use cross_lot_rules::{Conditions, RuledSearch, as_the_structure_itself, lower_bounds};
use group_costs::GroupTable;
use partitions::{Layers, best_groupings, count_within};

/// More blocks than these are refused: the recurrence takes three times as long for each one more.
pub const MOST_BLOCKS: usize = 20;
/// Models other than the lowest price are computed group by group: up to this many blocks.
pub const MOST_EVALUATED_BLOCKS: usize = 12;
/// Groupings within a distance of the best are counted up to this many blocks.
pub const COUNTED_BLOCKS: usize = 12;

/// What the search is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchOptions {
    /// What each contract costs the buyer besides; a group that goes to nobody is no contract.
    pub cost_per_contract: Money,
    /// No group with fewer admissible bids.
    pub min_bidders_per_lot: usize,
    /// Blocks (ids) that stay in one group.
    pub keep_together: Vec<Vec<String>>,
    /// Groupings are counted whose total is at most this much above the best with as many lots.
    pub within: Money,
    /// How many groupings are listed for each number of lots.
    pub list: usize,
    /// With rules across lots: how many groupings are solved for each number of lots before a bound is given instead.
    pub work_limit: usize,
}

impl Default for SearchOptions {
    fn default() -> Self {
        SearchOptions {
            cost_per_contract: Money::ZERO,
            min_bidders_per_lot: 0,
            keep_together: Vec::new(),
            within: Money::ZERO,
            list: 1,
            work_limit: 4_000,
        }
    }
}

/// The best groupings for each number of lots.
#[derive(Clone, Debug, PartialEq)]
pub struct LotSearch {
    /// The blocks, in order.
    pub blocks: Blocks,
    /// For 1, 2, … lots.
    pub best: Vec<BestGrouping>,
    /// Whether rules across lots applied.
    pub rules: bool,
    /// Whether totals are expected costs, since the model scores rather than prices.
    pub totals_are_costs: bool,
}

/// The best grouping for a number of lots.
#[derive(Clone, Debug, PartialEq)]
pub struct BestGrouping {
    /// How many lots.
    pub lots: usize,
    /// Its total, contract costs included; `None` where no grouping with that many lots is allowed and has a known total.
    pub total: Option<Money>,
    /// What of it are contract costs.
    pub contract_costs: Money,
    /// Its groups, by their first block.
    pub groups: Vec<LotGroup>,
    /// Whether nothing is better.
    pub proven: bool,
    /// Where that is not proven: no grouping with that many lots costs less than this.
    pub bound: Option<Money>,
    /// How many groupings cost at most the stated distance more, this one included; `None` where they were not counted.
    pub within: Option<u64>,
    /// The next best groupings, each with its total, best first.
    pub next: Vec<(Money, Vec<Vec<usize>>)>,
}

/// One lot of a grouping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LotGroup {
    /// Its blocks, ascending.
    pub blocks: Vec<usize>,
    /// Who wins it; of several at the same price the first in the file, for display only.
    pub winner: Option<usize>,
    /// All who would win it at the same price.
    pub tied: Vec<usize>,
    /// What it costs: the evaluated price, or the fallback.
    pub price: Option<Money>,
    /// How many admissible bids it has.
    pub bidders: usize,
}

/// Why there was no search.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SearchError {
    /// A figure would not fit, or the evaluation model has no result.
    Outcome(OutcomeError),
    /// More blocks than can be searched: how many there are, and how many may be.
    TooManyBlocks(usize, usize),
    /// `--keep-together` names no block.
    NoSuchBlock(String),
    /// Scores and rules across lots: the sum of scores is not comparable between groupings.
    ScoresWithRules,
    /// The tender names several suppliers for a lot.
    SeveralSuppliers,
    /// A rule across lots needs the fallback cost of every procedure.
    NoFallback,
}

impl fmt::Display for SearchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SearchError::Outcome(_) => f.write_str("the tender has no outcome"),
            SearchError::TooManyBlocks(blocks, most) => {
                write!(f, "{blocks} blocks cannot be searched; {most} can")
            }
            SearchError::NoSuchBlock(id) => write!(f, "no block has the id {id:?}"),
            SearchError::ScoresWithRules => {
                f.write_str("scores are not comparable between groupings under rules across lots")
            }
            SearchError::SeveralSuppliers => f.write_str("the tender has several suppliers for a lot"),
            SearchError::NoFallback => {
                f.write_str("a rule across lots needs the fallback cost of every procedure")
            }
        }
    }
}

impl Error for SearchError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            SearchError::Outcome(error) => Some(error),
            _ => None,
        }
    }
}

impl From<OutcomeError> for SearchError {
    fn from(error: OutcomeError) -> Self {
        SearchError::Outcome(error)
    }
}

impl From<Overflow> for SearchError {
    fn from(error: Overflow) -> Self {
        SearchError::Outcome(error.into())
    }
}

/// Finds the best grouping of blocks for each number of lots.
///
/// # Errors
/// [`SearchError`]
pub fn search_lots(
    tried: &TriedTender,
    source: BlockSource,
    options: &SearchOptions,
) -> Result<LotSearch, SearchError> {
    if tried.tender.award.suppliers_per_lot > 1 {
        return Err(SearchError::SeveralSuppliers);
    }
    let (tender, blocks) = blocks(&tried.tender, source, &options.keep_together)?;
    let units = blocks.units.len();
    if units > MOST_BLOCKS {
        return Err(SearchError::TooManyBlocks(units, MOST_BLOCKS));
    }
    let table = GroupTable::new(&tender, &tried.overlay, &blocks, options)?;
    let conditions = Conditions::new(&tender, &blocks, &table);
    let mut best = if conditions.tie_lots() {
        if table.scores() {
            return Err(SearchError::ScoresWithRules);
        }
        let bounds = lower_bounds(&table);
        let layers = Layers::new(&bounds, units);
        let ruled =
            RuledSearch { tender: &tender, blocks: &blocks, table: &table, conditions: &conditions, options };
        (1..=units).map(|lots| ruled.best(&bounds, &layers, lots)).collect::<Result<Vec<_>, _>>()?
    } else {
        let layers = Layers::new(&table.cost, units);
        (1..=units).map(|lots| without_rules(&tender, &blocks, &table, &layers, options, lots)).collect()
    };
    if let Some(last) = best.last_mut()
        && (conditions.tie_lots() || conditions.own_structure)
        && blocks.are_whole()
    {
        *last = as_the_structure_itself(&tender, &tried.overlay, &blocks, &table, options)?;
    }
    Ok(LotSearch { rules: conditions.tie_lots(), totals_are_costs: table.scores(), blocks, best })
}

fn without_rules(
    tender: &Tender,
    blocks: &Blocks,
    table: &GroupTable,
    layers: &Layers,
    options: &SearchOptions,
    lots: usize,
) -> BestGrouping {
    let found = best_groupings(&table.cost, layers, lots, options.list.max(1));
    let Some((total, masks)) = found.first() else { return BestGrouping::none(lots) };
    let within = (blocks.units.len() <= COUNTED_BLOCKS).then(|| {
        let most = total.saturating_add(i64::try_from(options.within.ore()).unwrap_or(i64::MAX / 4));
        count_within(&table.cost, layers, lots, most)
    });
    let groups: Vec<LotGroup> = masks.iter().map(|&m| table.group(tender, blocks, m)).collect();
    let contracts = groups.iter().filter(|g| g.winner.is_some()).count();
    BestGrouping {
        lots,
        total: Some(Money::from_ore((*total).into())),
        contract_costs: times(options.cost_per_contract, contracts),
        groups,
        proven: true,
        bound: None,
        within,
        next: found
            .iter()
            .skip(1)
            .map(|(total, masks)| {
                let groups = masks.iter().map(|&m| blocks.of_mask(m)).collect();
                (Money::from_ore((*total).into()), groups)
            })
            .collect(),
    }
}

fn times(amount: Money, n: usize) -> Money {
    Money::from_ore(amount.ore().saturating_mul(n as i128))
}

impl BestGrouping {
    fn none(lots: usize) -> Self {
        BestGrouping {
            lots,
            total: None,
            contract_costs: Money::ZERO,
            groups: Vec::new(),
            proven: true,
            bound: None,
            within: Some(0),
            next: Vec::new(),
        }
    }
}

impl LotSearch {
    /// The number of lots with the lowest total of all (the fewest lots among equals).
    pub fn optimum(&self) -> Option<&BestGrouping> {
        let known = self.best.iter().filter(|b| b.total.is_some());
        known.min_by_key(|b| (b.total, b.lots))
    }

    /// Whether every total is proven.
    pub fn is_proven(&self) -> bool {
        self.best.iter().all(|b| b.proven)
    }
}

/// Where blocks come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockSource {
    /// The lots of a structure (index).
    Structure(usize),
    /// Codes that begin with the same characters: this many.
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
