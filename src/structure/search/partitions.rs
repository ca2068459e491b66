//! The best groupings by a recurrence over sets of units, and the groupings near them.
//!
//! Groups are placed in the order of their first unit: each next group has the first unit that is not yet placed. So after `j`
//! groups the units `0..j` are placed, and what remains is among the others: layer `j` has `2^(n-j)` sets, and all layers
//! together take about `3^n / 4` steps instead of `3^n / 2` for each number of groups.
//!
//! Groupings are read backwards from the recurrence: each step takes off the group placed last, and the recurrence has the exact
//! cost of the best grouping of the rest.

use super::group_costs::{KNOWN, UNKNOWN};

/// By number of groups placed and set of units left: the lowest cost of the groups placed.
pub(super) struct Layers {
    units: usize,
    /// `layers[j - 1][left >> j]`
    layers: Vec<Vec<i64>>,
}

impl Layers {
    pub(super) fn new(cost: &[i64], units: usize) -> Self {
        let full = (1_usize << units) - 1;
        let mut layers: Vec<Vec<i64>> = Vec::with_capacity(units);
        if units > 0 {
            layers.push((0..1_usize << (units - 1)).map(|left| cost[full & !(left << 1)]).collect());
        }
        for placed in 1..units {
            let Some(last) = layers.last() else { break };
            let next = next_layer(cost, last, placed, units);
            layers.push(next);
        }
        Layers { units, layers }
    }

    /// The lowest cost of `placed` groups that leave these units; [`KNOWN`] or more where there is none.
    pub(super) fn lowest(&self, placed: usize, left: usize) -> i64 {
        self.layers[placed - 1][left >> placed]
    }

    pub(super) fn units(&self) -> usize {
        self.units
    }
}

fn next_layer(cost: &[i64], last: &[i64], placed: usize, units: usize) -> Vec<i64> {
    let mut next = vec![UNKNOWN; 1 << (units - placed - 1)];
    for (at, &so_far) in last.iter().enumerate().skip(1) {
        if so_far >= KNOWN {
            continue;
        }
        let left = at << placed;
        let first = left & left.wrapping_neg();
        let rest = left ^ first;
        let mut more = rest;
        loop {
            let sum = so_far + cost[first | more];
            let slot = &mut next[(rest ^ more) >> (placed + 1)];
            *slot = (*slot).min(sum);
            if more == 0 {
                break;
            }
            more = (more - 1) & rest;
        }
    }
    next
}

/// The best groupings with `groups` groups, at most `most`, best first; of equal ones those with smaller last groups first.
/// Each is its groups by first unit, as sets of bits.
pub(super) fn best_groupings(
    cost: &[i64],
    layers: &Layers,
    groups: usize,
    most: usize,
) -> Vec<(i64, Vec<u32>)> {
    let mut back = Backtrack { cost, layers, most, found: Vec::new() };
    back.best(groups, 0, 0, &mut Vec::new());
    back.found
}

/// How many groupings with `groups` groups cost at most `most`.
pub(super) fn count_within(cost: &[i64], layers: &Layers, groups: usize, most: i64) -> u64 {
    count(cost, layers, groups, 0, 0, most)
}

/// The groups that can be placed last before these units are left, with what is left before them.
fn last_groups(layers: &Layers, placed: usize, left: usize, mut each: impl FnMut(usize, usize)) {
    let all = (1_usize << layers.units()) - 1;
    let free = all & !left & (usize::MAX << (placed - 1));
    if placed == 1 {
        each(all & !left, all);
        return;
    }
    // its first unit comes before all that is left
    let before = if left == 0 { usize::MAX } else { (left & left.wrapping_neg()) - 1 };
    let mut group = free;
    while group > 0 {
        if group & before != 0 {
            each(group, left | group);
        }
        group = (group - 1) & free;
    }
}

/// What a grouping costs at best that ends so.
fn at_best(cost: &[i64], layers: &Layers, placed: usize, group: usize, left: usize, after: i64) -> i64 {
    let before = if placed == 1 { 0 } else { layers.lowest(placed - 1, left) };
    if before >= KNOWN || cost[group] >= KNOWN { KNOWN } else { before + cost[group] + after }
}

struct Backtrack<'a> {
    cost: &'a [i64],
    layers: &'a Layers,
    most: usize,
    found: Vec<(i64, Vec<u32>)>,
}

impl Backtrack<'_> {
    /// The total above which nothing is wanted any more.
    fn threshold(&self) -> i64 {
        if self.found.len() < self.most {
            KNOWN - 1
        } else {
            self.found.last().map_or(KNOWN - 1, |f| f.0 - 1)
        }
    }

    fn best(&mut self, placed: usize, left: usize, after: i64, later: &mut Vec<u32>) {
        if placed == 0 {
            let groups: Vec<u32> = later.iter().rev().copied().collect();
            let at = self.found.partition_point(|f| f.0 <= after);
            self.found.insert(at, (after, groups));
            self.found.truncate(self.most);
            return;
        }
        // each of these has a grouping that costs exactly so much, so more than `most` are never needed
        let mut steps: Vec<(i64, usize, usize)> = Vec::new();
        let (cost, layers, most, threshold) = (self.cost, self.layers, self.most, self.threshold());
        last_groups(layers, placed, left, |group, before| {
            let total = at_best(cost, layers, placed, group, before, after);
            if total <= threshold {
                let at = steps.partition_point(|s| (s.0, s.1) < (total, group));
                if at < most {
                    steps.insert(at, (total, group, before));
                    steps.truncate(most);
                }
            }
        });
        for (total, group, before) in steps {
            if total > self.threshold() {
                break;
            }
            later.push(u32::try_from(group).unwrap_or(u32::MAX));
            self.best(placed - 1, before, after + self.cost[group], later);
            later.pop();
        }
    }
}

fn count(cost: &[i64], layers: &Layers, placed: usize, left: usize, after: i64, most: i64) -> u64 {
    if placed == 0 {
        return 1;
    }
    let mut n = 0;
    last_groups(layers, placed, left, |group, before| {
        let total = at_best(cost, layers, placed, group, before, after);
        if total <= most && total < KNOWN {
            n += count(cost, layers, placed - 1, before, after + cost[group], most);
        }
    });
    n
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// All partitions of `0..n` by plain enumeration.
    fn partitions(n: usize) -> Vec<Vec<u32>> {
        let mut all: Vec<Vec<u32>> = vec![Vec::new()];
        for u in 0..n {
            let mut next = Vec::new();
            for p in &all {
                for g in 0..p.len() {
                    let mut q = p.clone();
                    q[g] |= 1 << u;
                    next.push(q);
                }
                let mut q = p.clone();
                q.push(1 << u);
                next.push(q);
            }
            all = next;
        }
        all
    }

    proptest! {
        #[test]
        fn agrees_with_plain_enumeration(n in 1_usize..7, seed in proptest::collection::vec(-20_i64..60, 128), within in 0_i64..15) {
            let mut cost: Vec<i64> = seed[..1 << n].to_vec();
            for c in &mut cost {
                if *c > 52 { *c = UNKNOWN; }
            }
            let layers = Layers::new(&cost, n);
            for k in 1..=n {
                let sum = |p: &Vec<u32>| p.iter().map(|g| cost[*g as usize]).try_fold(0_i64, |s, c| (c < KNOWN).then_some(s + c));
                let mut totals: Vec<i64> = partitions(n).iter().filter(|p| p.len() == k).filter_map(sum).collect();
                totals.sort_unstable();
                let found = best_groupings(&cost, &layers, k, 5);
                prop_assert_eq!(found.iter().map(|f| f.0).collect::<Vec<_>>(), totals.iter().copied().take(5).collect::<Vec<_>>());
                for (total, groups) in &found {
                    prop_assert_eq!(sum(groups), Some(*total));
                    prop_assert_eq!(groups.iter().fold(0, |a, g| { assert_eq!(a & g, 0); a | g }), (1_u32 << n) - 1);
                }
                if let Some(best) = totals.first() {
                    let near = totals.iter().filter(|t| **t <= best + within).count() as u64;
                    prop_assert_eq!(count_within(&cost, &layers, k, best + within), near);
                }
            }
        }
    }
}
