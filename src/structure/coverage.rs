//! Who can bid on what, before there is any price, and the smallest sets of procedures whose removal lets more bidders in
//! (docs/reference/structures.md).
//!
//! The search for these sets is exact: it goes through the groups of bidders to let in, and for each group through the smallest
//! sets that let all of it in.

use std::collections::BTreeSet;

use super::per_cent;
use crate::{
    number::{Money, Overflow, Ratio, Volume},
    pricing::{BidReader, Overlay, Requirements, TariffPrices},
    tender::{Bid, CodeMap, CodePattern, MissingRule, Tender},
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

/// The smallest sets of procedures without which `more` bidders could bid on a lot.
#[derive(Clone, Debug, PartialEq)]
pub struct SmallestSets {
    /// At least this many more.
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
    let rule = MissingRule::new(tender);
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
    let has_fallback = |p: usize| prices.fallback[p].is_some();
    for bid in 0..tender.bids.len() {
        let missing: Vec<usize> = procedures.iter().copied().filter(|&p| !capability.can[bid][p]).collect();
        if capability.leaves_out(tender, bid, lot) || missing.len() == procedures.len() {
            coverage.not_bid.push(bid);
        } else if rule.allows(missing.iter().copied(), procedures.len(), has_fallback) {
            coverage.can_bid.push(bid);
        } else {
            coverage.shut_out.push((bid, missing));
        }
    }
    let offered = |bid: usize| capability.can[bid].as_slice();
    coverage.smallest = smallest_sets(rule, &has_fallback, procedures, &coverage.shut_out, &offered)
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
        missing.len() < lot.len() && rule.allows(missing, lot.len(), |p| prices.fallback[p].is_some())
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
        value_percent: value(&procedures).zip(value(lot)).and_then(|(part, all)| per_cent(part, all)),
        volume_percent: percent,
        procedures,
    }
}

/// The value of a procedure: its whole volume at the discount base; where there is none, at the fallback.
fn value_of(tender: &Tender, prices: &TariffPrices, procedure: usize) -> Option<Money> {
    let base = tender.pricing.discount_base.and_then(|base| prices.price(base, procedure));
    base.map(|price| price * prices.volumes[procedure]).or(prices.fallback[procedure])
}

/// What each bidder can do under one structure (which matters for requirements judged by lot).
struct Capability {
    structure: usize,
    basis: Vec<Basis>,
    /// By bid, by procedure.
    can: Vec<Vec<bool>>,
}

impl Capability {
    fn new(tender: &Tender, prices: &TariffPrices, structure: usize) -> Self {
        let requirements = Requirements::new(tender, structure);
        let basis: Vec<Basis> = tender.bids.iter().map(basis).collect();
        let can = (0..tender.bids.len())
            .map(|bid| match basis[bid] {
                Basis::Offers => offers(tender, prices, &requirements, structure, bid),
                Basis::Registration => registered(tender, &requirements, structure, bid),
            })
            .collect();
        Capability { structure, basis, can }
    }

    /// Whether the bid's `bids-on` leaves the lot out.
    fn leaves_out(&self, tender: &Tender, bid: usize, lot: usize) -> bool {
        let mut own = tender.bids[bid].bids_on.iter().filter(|s| s.structure == self.structure).peekable();
        own.peek().is_some() && !own.any(|s| s.lots.contains(&lot))
    }
}

/// A bid that states any price or discount is taken at what it offers; one that states none at what it is registered for.
fn basis(bid: &Bid) -> Basis {
    let states_none = bid.discount.is_none()
        && bid.discounts.is_empty()
        && bid.prices.is_empty()
        && bid.file_discounts.is_empty();
    if states_none { Basis::Registration } else { Basis::Offers }
}

/// By procedure: the requirement that the bid fails for its code, on the lot it is in.
fn unmet_for(
    tender: &Tender,
    requirements: &Requirements<'_>,
    structure: usize,
    bid: usize,
) -> Vec<Option<u32>> {
    let by_lot = requirements.unmet_by_lot(bid);
    let mut unmet = vec![None; tender.procedures.len()];
    for (lot, failed) in tender.structures[structure].lots.iter().zip(&by_lot) {
        for &procedure in &lot.procedures {
            let found = failed.iter().find(|&&r| requirements.covers_code(r, procedure));
            unmet[procedure] = found.and_then(|&r| u32::try_from(r).ok());
        }
    }
    unmet
}

fn offers(
    tender: &Tender,
    prices: &TariffPrices,
    requirements: &Requirements<'_>,
    structure: usize,
    bid: usize,
) -> Vec<bool> {
    let unmet = unmet_for(tender, requirements, structure, bid);
    let reader = BidReader::new(tender, prices, &Overlay::default(), bid);
    // a price that would not fit is an offer all the same; figures are none of coverage's
    let offers = reader.offers(&|procedure| unmet[procedure]).unwrap_or_default();
    (0..tender.procedures.len()).map(|p| offers.get(p).is_none_or(|offer| offer.is_offered())).collect()
}

fn registered(tender: &Tender, requirements: &Requirements<'_>, structure: usize, bid: usize) -> Vec<bool> {
    fn set(patterns: &[CodePattern]) -> CodeMap<'_, ()> {
        CodeMap::new(patterns.iter().map(|p| (p, ())))
    }
    let unmet = unmet_for(tender, requirements, structure, bid);
    let own = &tender.bids[bid];
    let (not_offered, registered) = (set(&own.not_offered), own.registered.as_deref().map(set));
    let can = |(procedure, unmet): (&crate::tender::Procedure, &Option<u32>)| {
        let code = &procedure.code;
        unmet.is_none()
            && not_offered.get(code).is_none()
            && registered.as_ref().is_none_or(|r| r.get(code).is_some())
    };
    tender.procedures.iter().zip(&unmet).map(can).collect()
}

/// The most sets that are listed for each number of bidders.
pub const SETS_LISTED: usize = 100;

/// After this many steps for one number of bidders the search stops; its result is then not complete.
const STEPS: u64 = 2_000_000;

/// The smallest sets that let `more` bidders in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemovalSets {
    /// At least this many more.
    pub more: usize,
    /// How many procedures each has.
    pub size: usize,
    /// Each ascending.
    pub sets: Vec<Vec<usize>>,
    /// Whether all are listed, and proven to be the smallest.
    pub complete: bool,
}

/// A bidder who is shut out: what must leave the lot before it can bid.
struct Shut {
    /// All of these.
    forced: Bits,
    /// And of these at least `at_least`.
    some: Bits,
    at_least: usize,
    /// What it can do of what may be removed.
    own: Bits,
    /// Whether it can do something that nobody would remove.
    keeps_some: bool,
}

fn smallest_sets<'c>(
    rule: &MissingRule,
    has_fallback: &dyn Fn(usize) -> bool,
    lot: &[usize],
    shut_out: &[(usize, Vec<usize>)],
    can: &dyn Fn(usize) -> &'c [bool],
) -> Vec<RemovalSets> {
    let mut relevant: Vec<usize> = shut_out.iter().flat_map(|(_, m)| m.iter().copied()).collect();
    relevant.sort_unstable();
    relevant.dedup();
    let may_miss = |p: usize| rule.may_be_missing(p) && has_fallback(p);
    let shut_out_by =
        |(bid, missing): &(usize, Vec<usize>)| shut(rule, &may_miss, lot, &relevant, missing, can(*bid));
    let shut: Vec<Shut> = shut_out.iter().map(shut_out_by).collect();
    let mut found = Vec::new();
    for more in 1..=shut.len() {
        let mut search = RemovalSearch {
            shut: &shut,
            size: usize::MAX,
            sets: BTreeSet::new(),
            complete: true,
            steps: STEPS,
            relevant: relevant.len(),
        };
        search.choose(0, more, &Bits::empty(relevant.len()), &mut Vec::new());
        if search.sets.is_empty() {
            // nobody is left to let in without emptying the lot, or the search was cut short
            break;
        }
        let named = |set: &Bits| set.iter().map(|i| relevant[i]).collect();
        let mut sets: Vec<Vec<usize>> = search.sets.iter().map(named).collect();
        sets.sort();
        sets.truncate(SETS_LISTED);
        found.push(RemovalSets { more, size: search.size, sets, complete: search.complete });
    }
    found
}

fn shut(
    rule: &MissingRule,
    may_miss: &dyn Fn(usize) -> bool,
    lot: &[usize],
    relevant: &[usize],
    missing: &[usize],
    can: &[bool],
) -> Shut {
    let bits = |keep: &dyn Fn(usize) -> bool| {
        let mut bits = Bits::empty(relevant.len());
        relevant.iter().enumerate().filter(|(_, p)| keep(**p)).for_each(|(i, _)| bits.insert(i));
        bits
    };
    let lacks = |p: usize| missing.binary_search(&p).is_ok();
    let some = bits(&|p| lacks(p) && may_miss(p));
    Shut {
        forced: bits(&|p| lacks(p) && !may_miss(p)),
        at_least: rule.at_most().map_or(0, |n| some.count().saturating_sub(n)),
        own: bits(&|p| can[p]),
        keeps_some: lot.iter().any(|p| can[*p] && relevant.binary_search(p).is_err()),
        some,
    }
}

struct RemovalSearch<'a> {
    shut: &'a [Shut],
    /// The smallest size so far.
    size: usize,
    sets: BTreeSet<Bits>,
    complete: bool,
    steps: u64,
    relevant: usize,
}

impl RemovalSearch<'_> {
    /// Chooses who is let in, in order; `union` is what must leave the lot for those chosen.
    fn choose(&mut self, from: usize, left: usize, union: &Bits, chosen: &mut Vec<usize>) {
        if !self.step() || union.count() > self.size {
            return;
        }
        if left == 0 {
            let bound = self.size.min(self.relevant);
            for size in union.count()..=bound {
                let excluded = Bits::empty(self.relevant);
                if self.cover(union, &excluded, size, chosen) {
                    break;
                }
            }
            return;
        }
        for next in from..=self.shut.len().saturating_sub(left) {
            chosen.push(next);
            self.choose(next + 1, left - 1, &union.with_all(&self.shut[next].forced), chosen);
            chosen.pop();
        }
    }

    fn step(&mut self) -> bool {
        self.steps = self.steps.saturating_sub(1);
        self.complete &= self.steps > 0;
        self.steps > 0
    }

    /// All sets of exactly this size that contain `set` and let everybody chosen in; whether there is one.
    fn cover(&mut self, set: &Bits, excluded: &Bits, size: usize, chosen: &[usize]) -> bool {
        if !self.step() {
            return false;
        }
        let lacking = |s: &Shut| s.at_least.saturating_sub(s.some.count() - s.some.count_without(set));
        let Some(short) = chosen.iter().map(|&c| &self.shut[c]).find(|s| lacking(s) > 0) else {
            // what is enough with fewer was found with fewer
            return set.count() == size && self.accept(set, chosen);
        };
        if set.count() + lacking(short) > size {
            return false;
        }
        let (mut found, mut excluded) = (false, excluded.clone());
        for at in short.some.iter().filter(|&i| !set.contains(i)) {
            if excluded.contains(at) {
                continue;
            }
            let mut more = set.clone();
            more.insert(at);
            found |= self.cover(&more, &excluded, size, chosen);
            excluded.insert(at);
        }
        found
    }

    /// Takes a set if everybody chosen still has something to bid on.
    fn accept(&mut self, set: &Bits, chosen: &[usize]) -> bool {
        let has_some = |s: &Shut| s.keeps_some || s.own.count_without(set) > 0;
        if !chosen.iter().all(|&c| has_some(&self.shut[c])) {
            return false;
        }
        let size = set.count();
        if size < self.size {
            self.size = size;
            self.sets.clear();
        }
        if size == self.size {
            self.sets.insert(set.clone());
            if self.sets.len() > SETS_LISTED {
                self.sets.pop_last();
                self.complete = false;
            }
        }
        true
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Bits(Vec<u64>);

impl Bits {
    fn empty(size: usize) -> Self {
        Bits(vec![0; size.div_ceil(64)])
    }

    fn insert(&mut self, at: usize) {
        self.0[at / 64] |= 1 << (at % 64);
    }

    fn contains(&self, at: usize) -> bool {
        self.0[at / 64] >> (at % 64) & 1 == 1
    }

    fn count(&self) -> usize {
        self.0.iter().map(|w| w.count_ones() as usize).sum()
    }

    fn with_all(&self, other: &Bits) -> Bits {
        Bits(self.0.iter().zip(&other.0).map(|(a, b)| a | b).collect())
    }

    /// How many of these are not in the other set.
    fn count_without(&self, other: &Bits) -> usize {
        self.0.iter().zip(&other.0).map(|(a, b)| (a & !b).count_ones() as usize).sum()
    }

    fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.0.len() * 64).filter(|&i| self.contains(i))
    }
}
