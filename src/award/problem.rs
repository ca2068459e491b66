//! The award problem in integers (docs/concepts/award.md). Nothing here knows of prices, points or names.

/// Which bidder gets which lot, as a table of exact integer costs and rules.
///
/// Costs are in øre where prices decide. Where scores decide they are scores made whole and negated, so that lower
/// is always better. Lots and bidders are numbered from 0 in the order of the structure and of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwardProblem {
    /// The lots, in the structure's order.
    pub lots: Vec<LotSide>,
    /// The bidders, in file order; also those with no admissible offer.
    pub bidders: Vec<BidderSide>,
    /// No bidder has more lots than this.
    pub max_lots_per_bidder: Option<usize>,
    /// The least number of different suppliers.
    pub min_suppliers: Option<usize>,
    /// The greatest number of different suppliers.
    pub max_suppliers: Option<usize>,
    /// What counts first.
    pub unawarded: Unawarded,
    /// What chooses among equally good awards, in order.
    pub ties: Vec<TieBreak>,
}

/// What leaving lots unawarded means for which award is best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unawarded {
    /// First the fewest unawarded lots, then the lowest total: `if-no-award-possible`.
    FewestFirst,
    /// The lowest total alone: `if-cheaper`.
    IfCheaper,
}

/// A lot, seen from the buyer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LotSide {
    /// What the lot costs if nobody gets it (0 with scores).
    pub fallback: i128,
    /// Its full expected volume.
    pub volume: u64,
}

/// A bidder: what it offers, and the conditions that the structure invites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BidderSide {
    /// For each lot the cost at each tier of `tiers`, or `None` where the bidder is not admissible.
    pub costs: Vec<Option<Vec<i128>>>,
    /// The discount tiers, lowest discount first. Tier 0 has no condition and always applies; a bidder who wins a set
    /// of lots gets the *last* tier one of whose conditions the set meets, on all its lots.
    pub tiers: Vec<Tier>,
    /// No more lots than this.
    pub max_lots: Option<usize>,
    /// The full volumes of its lots do not exceed this.
    pub capacity: Option<u64>,
    /// Sets of lots (ascending) of which it takes all or none.
    pub only_together: Vec<Vec<usize>>,
}

/// A combination discount: it applies as soon as one of its conditions is met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tier {
    /// Empty for tier 0 alone.
    pub conditions: Vec<TierCondition>,
}

/// What the lots won must be for a tier to apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TierCondition {
    /// At least this number of lots (1 or more).
    AtLeast(usize),
    /// All of these lots (ascending, not empty), and perhaps others.
    AllOf(Vec<usize>),
}

/// One rule for choosing among equally good awards, made of integers (docs/reference/rules.md, "All best awards are found").
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TieBreak {
    /// Keep the awards with the lowest sum; a bidder's value of a lot depends on its tier as its cost does.
    /// (`lower-price`; `higher:<criterion>` with negated points.)
    LowestSum {
        /// By bidder, lot, tier; `None` where not admissible.
        value: Vec<Vec<Option<Vec<i128>>>>,
        /// By lot, if unawarded.
        unawarded: Vec<i128>,
    },
    /// Keep the awards with the fewest different suppliers.
    FewerSuppliers,
    /// Keep the awards with the most different suppliers.
    MoreSuppliers,
    /// Lot by lot in order, keep the awards whose winner of the lot has the lowest place; equal places stay equal.
    /// (`earlier-received`.) An unawarded lot comes last.
    LotByLot {
        /// By bidder.
        place: Vec<u32>,
    },
    /// As `LotByLot` with the places of a public draw; an unawarded lot comes last. Skipped as a whole unless every
    /// bidder who wins, in some of the awards left, a lot on which those awards differ has been drawn.
    Draw {
        /// By bidder; `None` where not drawn.
        place: Vec<Option<u32>>,
    },
}

/// An award: for each lot its winner, or `None` where it is left unawarded.
pub type Award = Vec<Option<usize>>;

impl AwardProblem {
    /// The cost table of a bidder on a lot, by tier.
    pub fn offer(&self, bidder: usize, lot: usize) -> Option<&[i128]> {
        self.bidders[bidder].costs[lot].as_deref()
    }

    /// Whether any rule ties lots together. If not, each lot is decided by itself.
    pub fn has_cross_lot_rule(&self) -> bool {
        self.max_lots_per_bidder.is_some()
            || self.min_suppliers.is_some()
            || self.max_suppliers.is_some()
            || self.bidders.iter().any(|b| {
                b.tiers.len() > 1
                    || b.max_lots.is_some()
                    || b.capacity.is_some()
                    || !b.only_together.is_empty()
            })
    }
}

impl BidderSide {
    /// The tier that applies to a set of lots (ascending, not empty).
    pub fn tier_of(&self, lots: &[usize]) -> usize {
        let met = |c: &TierCondition| match c {
            TierCondition::AtLeast(n) => lots.len() >= *n,
            TierCondition::AllOf(all) => all.iter().all(|l| lots.binary_search(l).is_ok()),
        };
        self.tiers.iter().rposition(|t| t.conditions.iter().any(met)).unwrap_or(0)
    }
}
