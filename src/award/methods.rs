//! What the solver may use: all of it, or less, so that its methods can be held against each other.

use super::Solution;

/// The means of a solution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Methods {
    /// Dynamic programming over sets of lots.
    pub sets: bool,
    /// At most so many awards are listed.
    pub listed: usize,
    /// At most so many awards are counted.
    pub counted: u128,
}

impl Default for Methods {
    fn default() -> Methods {
        Methods { sets: true, listed: Solution::LISTED, counted: Solution::COUNTED }
    }
}

impl Methods {
    /// Limits on open lots and steps, or none at all.
    pub(super) fn limits(&self, lots: usize, work: u64) -> (usize, u64) {
        if self.sets { (lots, work) } else { (0, 0) }
    }
}
