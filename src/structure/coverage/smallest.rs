//! The smallest sets of procedures whose removal lets more bidders in: exact, by going through the groups of bidders to
//! let in, and for each group through the smallest sets that let all of it in.

use std::collections::BTreeSet;

use super::{bits::Bits, capability::MissingRule};

/// So many sets are listed for each number of bidders.
pub const SETS_LISTED: usize = 100;

/// After so many steps for one number of bidders the search stops, and says so.
const STEPS: u64 = 2_000_000;

/// The smallest sets that let so many more bidders in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemovalSets {
    /// At least so many more.
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
    /// And of these at least so many.
    some: Bits,
    at_least: usize,
    /// What it can do of what may be removed at all.
    own: Bits,
    /// Whether it can do something that nobody would remove.
    keeps_some: bool,
}

pub(super) fn smallest_sets<'c>(
    rule: &MissingRule,
    lot: &[usize],
    shut_out: &[(usize, Vec<usize>)],
    can: &dyn Fn(usize) -> &'c [bool],
) -> Vec<RemovalSets> {
    let mut relevant: Vec<usize> = shut_out.iter().flat_map(|(_, m)| m.iter().copied()).collect();
    relevant.sort_unstable();
    relevant.dedup();
    let shut: Vec<Shut> = shut_out.iter().map(|(bid, m)| shut(rule, lot, &relevant, m, can(*bid))).collect();
    let mut found = Vec::new();
    for more in 1..=shut.len() {
        let mut search = Search {
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

fn shut(rule: &MissingRule, lot: &[usize], relevant: &[usize], missing: &[usize], can: &[bool]) -> Shut {
    let bits = |keep: &dyn Fn(usize) -> bool| {
        let mut bits = Bits::empty(relevant.len());
        relevant.iter().enumerate().filter(|(_, p)| keep(**p)).for_each(|(i, _)| bits.insert(i));
        bits
    };
    let lacks = |p: usize| missing.binary_search(&p).is_ok();
    let some = bits(&|p| lacks(p) && rule.may_miss(p));
    Shut {
        forced: bits(&|p| lacks(p) && !rule.may_miss(p)),
        at_least: rule.at_most.map_or(0, |n| some.count().saturating_sub(n)),
        own: bits(&|p| can[p]),
        keeps_some: lot.iter().any(|p| can[*p] && relevant.binary_search(p).is_err()),
        some,
    }
}

struct Search<'a> {
    shut: &'a [Shut],
    /// The smallest size so far.
    size: usize,
    sets: BTreeSet<Bits>,
    complete: bool,
    steps: u64,
    relevant: usize,
}

impl Search<'_> {
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
