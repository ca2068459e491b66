//! Who can bid on what, before there is any price (docs/reference/structures.md).

mod bits;
mod capability;
mod smallest;

use capability::{Capability, MissingRule};
pub use smallest::{RemovalSets, SETS_LISTED};

use crate::{
    number::{Money, Overflow, Ratio, Volume},
    pricing::{Overlay, TariffPrices},
    tender::Tender,
};

/// What is known of a bidder's reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The bid states prices or discounts: what it offers.
    Offers,
    /// It states none: what it is registered for, less what it does not offer.
    Registration,
}

/// Who can bid on what.
#[derive(Clone, Debug)]
pub struct Coverage<'t> {
    /// The tender.
    pub tender: &'t Tender,
    /// By bid: what its reach is taken from.
    pub basis: Vec<Basis>,
    /// By bid, by procedure: whether it can do it.
    pub can: Vec<Vec<bool>>,
    /// By structure, in file order.
    pub structures: Vec<StructureCoverage>,
}

/// Who can bid under a structure.
#[derive(Clone, Debug, PartialEq)]
pub struct StructureCoverage {
    /// Which structure.
    pub structure: usize,
    /// By lot.
    pub lots: Vec<LotCoverage>,
    /// The bids that can bid on every lot.
    pub on_all: Vec<usize>,
    /// The bids that can bid on some lot.
    pub on_some: Vec<usize>,
}

/// Who can bid on a lot.
#[derive(Clone, Debug, PartialEq)]
pub struct LotCoverage {
    /// The bids that can.
    pub can_bid: Vec<usize>,
    /// The bids that can do some of the lot, but lack these procedures.
    pub shut_out: Vec<(usize, Vec<usize>)>,
    /// The bids that can do nothing of the lot, or leave it out.
    pub not_bid: Vec<usize>,
    /// For 1, 2, … more bidders: the smallest sets of procedures without which they could bid.
    pub smallest: Vec<SmallestSets>,
}

/// The smallest sets of procedures without which so many more could bid on a lot.
#[derive(Clone, Debug, PartialEq)]
pub struct SmallestSets {
    /// At least so many more.
    pub more: usize,
    /// How many procedures each set has.
    pub size: usize,
    /// The sets, in the order of procedures.
    pub sets: Vec<RemovalSet>,
    /// Whether these are all smallest sets, and proven to be the smallest.
    pub complete: bool,
}

/// Procedures that could leave a lot, or become a lot of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct RemovalSet {
    /// The procedures, ascending.
    pub procedures: Vec<usize>,
    /// The bids that could then bid on the rest, and cannot now.
    pub let_in: Vec<usize>,
    /// The bids that could bid on a lot of these alone.
    pub own_lot: Vec<usize>,
    /// Their share of the lot's value in per cent; `None` where some price is unknown.
    pub value_percent: Option<Ratio>,
    /// Their share of the lot's volume in per cent.
    pub volume_percent: Option<Ratio>,
}

/// Who can bid on what, from registrations or offers alone.
///
/// # Errors
/// [`Overflow`] where a tariff would not fit.
pub fn coverage<'t>(tender: &'t Tender, structures: &[usize]) -> Result<Coverage<'t>, Overflow> {
    let prices = TariffPrices::new(tender, &Overlay::default())?;
    let rule = MissingRule::new(tender, &prices);
    let published = Capability::new(tender, &prices, tender.award.structure);
    let covered = structures.iter().map(|&structure| {
        let capability = Capability::new(tender, &prices, structure);
        let lots = (0..tender.structures[structure].lots.len())
            .map(|lot| lot_coverage(tender, &prices, &rule, &capability, lot))
            .collect();
        structure_coverage(tender, structure, lots)
    });
    Ok(Coverage { tender, basis: published.basis.clone(), structures: covered.collect(), can: published.can })
}

fn structure_coverage(tender: &Tender, structure: usize, lots: Vec<LotCoverage>) -> StructureCoverage {
    let bids = || 0..tender.bids.len();
    let can = |bid: usize, lot: &LotCoverage| lot.can_bid.binary_search(&bid).is_ok();
    StructureCoverage {
        structure,
        on_all: bids().filter(|&b| lots.iter().all(|l| can(b, l))).collect(),
        on_some: bids().filter(|&b| lots.iter().any(|l| can(b, l))).collect(),
        lots,
    }
}

fn lot_coverage(
    tender: &Tender,
    prices: &TariffPrices,
    rule: &MissingRule,
    capability: &Capability,
    lot: usize,
) -> LotCoverage {
    let procedures = &tender.structures[capability.structure].lots[lot].procedures;
    let mut coverage =
        LotCoverage { can_bid: Vec::new(), shut_out: Vec::new(), not_bid: Vec::new(), smallest: Vec::new() };
    for bid in 0..tender.bids.len() {
        let missing: Vec<usize> = procedures.iter().copied().filter(|&p| !capability.can[bid][p]).collect();
        if capability.leaves_out(tender, bid, lot) || missing.len() == procedures.len() {
            coverage.not_bid.push(bid);
        } else if rule.lets_in(&missing, procedures.len()) {
            coverage.can_bid.push(bid);
        } else {
            coverage.shut_out.push((bid, missing));
        }
    }
    let offered = |bid: usize| capability.can[bid].as_slice();
    coverage.smallest = smallest::smallest_sets(rule, procedures, &coverage.shut_out, &offered)
        .into_iter()
        .map(|found| SmallestSets {
            more: found.more,
            size: found.size,
            complete: found.complete,
            sets: found
                .sets
                .into_iter()
                .map(|set| {
                    removal_set(tender, prices, rule, capability, (procedures, &coverage.shut_out), set)
                })
                .collect(),
        })
        .collect();
    coverage
}

fn removal_set(
    tender: &Tender,
    prices: &TariffPrices,
    rule: &MissingRule,
    capability: &Capability,
    (lot, shut_out): (&[usize], &[(usize, Vec<usize>)]),
    procedures: Vec<usize>,
) -> RemovalSet {
    let rest: Vec<usize> = lot.iter().copied().filter(|p| procedures.binary_search(p).is_err()).collect();
    let can_bid_on = |bid: usize, lot: &[usize]| {
        let missing: Vec<usize> = lot.iter().copied().filter(|&p| !capability.can[bid][p]).collect();
        missing.len() < lot.len() && rule.lets_in(&missing, lot.len())
    };
    let value = |procedures: &[usize]| {
        let values: Option<Vec<Money>> = procedures.iter().map(|&p| value_of(tender, prices, p)).collect();
        Money::sum(values?).ok()
    };
    let volume = |procedures: &[usize]| Volume::sum(procedures.iter().map(|&p| prices.volumes[p])).count();
    let percent = Ratio::new(i128::from(volume(&procedures)) * 100, i128::from(volume(lot)));
    RemovalSet {
        let_in: shut_out.iter().map(|(b, _)| *b).filter(|&b| can_bid_on(b, &rest)).collect(),
        own_lot: (0..tender.bids.len()).filter(|&b| can_bid_on(b, &procedures)).collect(),
        value_percent: value(&procedures).zip(value(lot)).and_then(|(part, all)| super::per_cent(part, all)),
        volume_percent: percent,
        procedures,
    }
}

/// The value of a procedure: its whole volume at the discount base; where there is none, at the fallback.
fn value_of(tender: &Tender, prices: &TariffPrices, procedure: usize) -> Option<Money> {
    let base = tender.pricing.discount_base.and_then(|base| prices.price(base, procedure));
    base.map(|price| price * prices.volumes[procedure]).or(prices.fallback[procedure])
}
