//! The results of a study: everything is computed from the draws of its table alone, in integers and fractions, so that parts
//! that were drawn elsewhere add up to the very same result.

mod break_even;
mod comparison;
mod drivers;
mod statistics;
mod structure;

pub use break_even::{BreakEven, LAPSE_LATER, Later, Means, Moved, Tipping, VolumeTipping, break_even};
pub use comparison::{Cheapest, CostDifference};
pub use drivers::{BINS, Driver};
pub use statistics::{Share, Summary, quantile};
pub use structure::{BidderResult, Histogram, LotResult, StructureResult};

use super::{Bidders, Dialogue, DrawTable, Input};
use crate::number::{Overflow, Percent, Ratio};

/// A dialogue that was drawn.
#[derive(Clone, Copy, Debug)]
pub struct SimulationData<'a> {
    /// What was drawn.
    pub dialogue: &'a Dialogue,
    /// The names of the bidders, in the order of the table.
    pub bidders: &'a [String],
    /// What the inputs of the table are.
    pub inputs: &'a [Input],
    /// The draws.
    pub table: &'a DrawTable,
    /// Where all that is uncertain is a finite table: how many possibilities it has. The draws go through them in turn.
    pub possibilities: Option<u64>,
}

impl SimulationData<'_> {
    /// Whether every possibility is in the table equally often, so that means and shares are exact and have no error.
    pub fn is_exact(&self) -> bool {
        self.possibilities.is_some_and(|p| p > 0 && (self.table.len() as u64).is_multiple_of(p))
    }
}

/// Everything that is reported of a study.
#[derive(Clone, Debug)]
pub struct Results {
    /// The structure (position among those tried) that the others are compared with: the tender's published one, or the first.
    pub base: usize,
    /// By structure tried.
    pub structures: Vec<StructureResult>,
    /// By pair of structures tried, the earlier first.
    pub differences: Vec<CostDifference>,
    /// In how many draws the cost of every structure is known: only these are compared.
    pub comparable: u64,
    /// By structure tried: what drives its cost, the greatest share first.
    pub drivers: Vec<Vec<Driver>>,
    /// By structure tried: what drives its difference from the base; empty for the base.
    pub difference_drivers: Vec<Vec<Driver>>,
}

/// Computes the results of a study.
///
/// # Errors
/// [`Overflow`] where a cost with its contracts would not fit in 64 bits of øre.
pub fn results(study: &SimulationData<'_>) -> Result<Results, Overflow> {
    let costs = costs(study)?;
    let base = base(study.dialogue);
    let cheapest = comparison::cheapest(&costs)?;
    let comparable = cheapest.draws;
    let bounds = structure::bounds(&costs);
    let mut structures = Vec::with_capacity(costs.len());
    for (s, (own, cheapest)) in costs.iter().zip(cheapest.structures).enumerate() {
        structures.push(structure::structure_result(study, s, own, cheapest, bounds)?);
    }
    let mut differences = Vec::new();
    for first in 0..costs.len() {
        for second in first + 1..costs.len() {
            differences.push(comparison::difference((first, &costs[first]), (second, &costs[second]))?);
        }
    }
    let against_base = |s: usize| match costs.get(base) {
        Some(base_costs) if s != base => drivers::less(&costs[s], base_costs),
        _ => Vec::new(),
    };
    let mut targets: Vec<Vec<Option<i64>>> = costs.clone();
    targets.extend((0..costs.len()).map(against_base));
    let mut drivers = drivers::drivers(study, &targets)?;
    let difference_drivers = drivers.split_off(costs.len());
    let mut results = Results { base, structures, differences, comparable, drivers, difference_drivers };
    if study.is_exact() {
        results.without_error();
    }
    Ok(results)
}

impl Results {
    /// Nothing was left to chance.
    fn without_error(&mut self) {
        for own in &mut self.structures {
            own.cost.iter_mut().for_each(Summary::without_error);
            own.some_lot_without_bid.iter_mut().for_each(Share::without_error);
            if let Some(cheapest) = &mut own.cheapest {
                cheapest.share.without_error();
                cheapest.regret.without_error();
            }
            own.lots.iter_mut().flat_map(|l| &mut l.without_bid).for_each(Share::without_error);
            for bidder in &mut own.bidders {
                bidder.wins.iter_mut().for_each(Share::without_error);
                bidder.payment.iter_mut().chain(&mut bidder.volume).for_each(Summary::without_error);
            }
        }
        for difference in &mut self.differences {
            difference.cost.iter_mut().for_each(Summary::without_error);
            let shares = difference.second_cheaper.iter_mut().chain(&mut difference.equal);
            shares.for_each(Share::without_error);
        }
    }
}

/// The structure that the others are compared with.
pub(super) fn base(dialogue: &Dialogue) -> usize {
    let published = dialogue.tender.award.structure;
    dialogue.structures.iter().position(|&s| s == published).unwrap_or(0)
}

/// By structure and draw: what the buyer pays and what its contracts cost besides, in øre.
fn costs(study: &SimulationData<'_>) -> Result<Vec<Vec<Option<i64>>>, Overflow> {
    let table = study.table;
    let each = study.dialogue.cost_per_contract.ore();
    let one = |draw: usize, structure: usize| -> Result<Option<i64>, Overflow> {
        let Some(cost) = table.cost(draw, structure) else { return Ok(None) };
        let contracts = table.lots(draw, structure).filter(|l| l.winner.is_some()).count() as i128;
        let all = each.checked_mul(contracts).and_then(|c| c.checked_add(cost.ore())).ok_or(Overflow)?;
        i64::try_from(all).map(Some).map_err(|_| Overflow)
    };
    (0..table.structures()).map(|s| (0..table.len()).map(|d| one(d, s)).collect()).collect()
}

/// Bidders that are reported together: the members of a profile, which are alike before anything is drawn; else each alone.
pub fn bidder_groups(dialogue: &Dialogue, bidders: &[String]) -> Vec<(String, Vec<usize>)> {
    let members: usize = dialogue.profiles.iter().map(|p| p.count as usize).sum();
    if dialogue.bidders == Bidders::Tender || members != bidders.len() {
        return bidders.iter().enumerate().map(|(b, name)| (name.clone(), vec![b])).collect();
    }
    let mut next = 0;
    let mut group = |p: &super::Profile| {
        let from = next;
        next += p.count as usize;
        (p.name.clone(), (from..next).collect())
    };
    dialogue.profiles.iter().map(&mut group).collect()
}

/// Whether half the 95 % interval of every difference from the base is at most `asked` per cent of what the base costs on
/// average; with one structure, that of its own cost. Never on less than two draws, unless every possibility was drawn.
///
/// # Errors
/// [`Overflow`] where a cost with its contracts would not fit in 64 bits of øre.
pub fn is_precise(study: &SimulationData<'_>, asked: Percent) -> Result<bool, Overflow> {
    if study.is_exact() && !study.table.is_empty() {
        return Ok(true);
    }
    let costs = costs(study)?;
    let base = base(study.dialogue);
    let Some(own) = costs.get(base) else { return Ok(false) };
    let Some(of_base) = Summary::of(own.iter().flatten().copied().collect())? else { return Ok(false) };
    let share = Ratio::new(asked.parts().into(), Percent::HUNDRED_PARTS.into()).ok_or(Overflow)?;
    let most = of_base.mean.abs() * &share;
    let within = |half: Option<i128>| half.is_some_and(|half| Ratio::whole(half) <= most);
    if costs.len() == 1 {
        return Ok(within(of_base.half_width));
    }
    for (s, other) in costs.iter().enumerate().filter(|(s, _)| *s != base) {
        let difference = comparison::difference((base, own), (s, other))?;
        if !within(difference.cost.and_then(|c| c.half_width)) {
            return Ok(false);
        }
    }
    Ok(true)
}
