//! The recurrence over sets of units.
//!
//! Groups are placed in the order of their first unit: each next group holds the first unit that is not yet placed. So
//! after `j` groups the units `0..j` are placed, and what is left lies among the others: layer `j` has `2^(n-j)` sets,
//! and all layers together take about `3^n / 4` steps instead of `3^n / 2` for each number of groups.

use super::groups::{KNOWN, UNKNOWN};

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
