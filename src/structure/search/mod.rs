//! The search over all ways to group blocks of procedures into lots, given these bids (docs/reference/structures.md).
//!
//! A group is judged by itself: a bid that lacks a code of it is out unless the tender's rule for missing codes prices
//! it, and the group goes to its lowest admissible evaluated price, or costs the fallback. So a grouping without rules
//! across lots is a sum over its groups, and the best grouping for each number of lots follows from a recurrence over
//! sets of blocks. With rules across lots that sum is a lower bound: groupings are then solved one by one in the order
//! of their bounds, until no bound is below the best.

mod blocks;
mod evaluated;
mod figures;
mod groups;
mod near;
mod partition;
mod rules;

pub use blocks::{BlockSource, Blocks, blocks};

use crate::{number::Money, outcome::OutcomeError, structure::TriedTender, tender::Tender};
use groups::GroupTable;
use partition::Layers;

/// More blocks than these are refused: the recurrence takes three times as long for each one more.
pub const MOST_BLOCKS: usize = 20;
/// Models other than the lowest price are computed group by group: up to so many blocks.
pub const MOST_EVALUATED_BLOCKS: usize = 12;
/// Groupings within a distance of the best are counted up to so many blocks.
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
    /// Groupings are counted whose total is at most so much above the best with as many lots.
    pub within: Money,
    /// So many groupings are listed for each number of lots.
    pub list: usize,
    /// With rules across lots: so many groupings are solved for each number of lots before a bound is given instead.
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
    /// Whether rules across lots had to be heeded.
    pub rules: bool,
    /// Whether totals are expected costs, since the model scores rather than prices.
    pub totals_are_costs: bool,
}

/// The best grouping with so many lots.
#[derive(Clone, Debug, PartialEq)]
pub struct BestGrouping {
    /// How many lots.
    pub lots: usize,
    /// Its total, contract costs included; `None` where no grouping with so many lots is allowed and has a known total.
    pub total: Option<Money>,
    /// What of it are contract costs.
    pub contract_costs: Money,
    /// Its groups, by their first block.
    pub groups: Vec<Group>,
    /// Whether nothing is better.
    pub proven: bool,
    /// Where that is not proven: no grouping with so many lots costs less than this.
    pub bound: Option<Money>,
    /// How many groupings cost at most the stated distance more, this one included; `None` where they were not counted.
    pub within: Option<u64>,
    /// The next best groupings, each with its total, best first.
    pub next: Vec<(Money, Vec<Vec<usize>>)>,
}

/// One lot of a grouping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its blocks, ascending.
    pub blocks: Vec<usize>,
    /// Who wins it; of several at the same price the first in the file, for display alone.
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

impl From<OutcomeError> for SearchError {
    fn from(error: OutcomeError) -> Self {
        SearchError::Outcome(error)
    }
}

impl From<crate::number::Overflow> for SearchError {
    fn from(error: crate::number::Overflow) -> Self {
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
    let conditions = rules::Conditions::new(&tender, &blocks, &table);
    let mut best = if conditions.tie_lots() {
        if table.scores() {
            return Err(SearchError::ScoresWithRules);
        }
        let bounds = rules::lower_bounds(&table);
        let layers = Layers::new(&bounds, units);
        let ruled = rules::Ruled {
            tender: &tender,
            blocks: &blocks,
            table: &table,
            conditions: &conditions,
            options,
        };
        (1..=units).map(|lots| ruled.best(&bounds, &layers, lots)).collect::<Result<Vec<_>, _>>()?
    } else {
        let layers = Layers::new(&table.cost, units);
        (1..=units).map(|lots| without_rules(&tender, &blocks, &table, &layers, options, lots)).collect()
    };
    if let Some(last) = best.last_mut()
        && (conditions.tie_lots() || conditions.own_structure)
        && blocks.are_whole()
    {
        *last = rules::as_the_structure_itself(&tender, &tried.overlay, &blocks, &table, options)?;
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
    let found = near::best_groupings(&table.cost, layers, lots, options.list.max(1));
    let Some((total, masks)) = found.first() else { return BestGrouping::none(lots) };
    let within = (blocks.units.len() <= COUNTED_BLOCKS).then(|| {
        let most = total.saturating_add(i64::try_from(options.within.ore()).unwrap_or(i64::MAX / 4));
        near::count_within(&table.cost, layers, lots, most)
    });
    let groups: Vec<Group> = masks.iter().map(|&m| table.group(tender, blocks, m)).collect();
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
