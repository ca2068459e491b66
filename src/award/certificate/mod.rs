//! A certificate that an award is the best one and that no tie is missing, as it is written. Its checker is another package,
//! `udbud-check`.
//!
//! The format is described in `docs/reference/certificate.md`.

mod digest;
mod text;

pub use digest::{canonical_text, digest};

use super::Award;

/// What is claimed of a problem, and the proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// The SHA-256 of the problem's canonical text, in hexadecimal digits.
    pub problem: String,
    /// What is claimed.
    pub claim: Claim,
    /// Why it is so.
    pub method: Method,
}

/// What a certificate claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// No award keeps the rules.
    NoAward,
    /// These awards are best.
    Best {
        /// Lots that the first award leaves unawarded.
        unawarded: usize,
        /// What each of them costs.
        total: i128,
        /// How many there are.
        ties: Ties,
        /// The awards, by lot, then bidder, unawarded last: all of them if `ties` is at most 1,000.
        awards: Vec<Award>,
    },
}

/// How many awards are best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ties {
    /// Exactly so many.
    Exactly(u128),
    /// Too many to prove their number: the certificate proves optimality alone.
    NotProven,
}

/// How the claim is proven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Method {
    /// No rule ties lots together: each lot is looked at by itself.
    Lots,
    /// A search tree, with multipliers in units of 1/scale.
    Tree {
        /// The common denominator of all multipliers.
        scale: i128,
        /// Its root.
        root: Node,
    },
}

/// A place in the tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// Multipliers, one set after the other: each closes the candidates whose bound is above the best key.
    pub rounds: Vec<Round>,
    /// What becomes of the candidates that are left.
    pub end: End,
}

/// A set of multipliers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// By lot: its price.
    pub prices: Vec<i128>,
    /// Bidder, way to win, and its price for a unit of volume; 0 for all that are not named.
    pub capacities: Vec<(usize, usize, i128)>,
}

/// How a place in the tree ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum End {
    /// No award is left.
    #[default]
    Closed,
    /// Every award left is tried.
    Try,
    /// What is left is solved by dynamic programming over sets of lots.
    Sets,
    /// Every set that a good enough award can use is listed, and the best awards are made of them.
    Columns {
        /// How many sets are listed.
        count: usize,
        /// How the prices of the open lots change once they are listed (scaled), each time before sets are dropped.
        changes: Vec<Vec<i128>>,
    },
    /// A lot goes to each of its candidates in turn (`None`: unawarded).
    Branch {
        /// The lot.
        lot: usize,
        /// The candidates, bidders first, in order.
        children: Vec<(Option<usize>, Node)>,
    },
}
