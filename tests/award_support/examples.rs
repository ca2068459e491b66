//! Problems small enough to follow by hand.

use udbud::award::{AwardProblem, BidderSide, LotSide, Tier, Unawarded};

fn plain(costs: &[&[i128]]) -> AwardProblem {
    let bidder = |costs: &&[i128]| BidderSide {
        costs: costs.iter().map(|c| Some(vec![*c])).collect(),
        tiers: vec![Tier::default()],
        max_lots: None,
        capacity: None,
        only_together: Vec::new(),
    };
    AwardProblem {
        lots: costs[0].iter().map(|_| LotSide { fallback: 200, volume: 10 }).collect(),
        bidders: costs.iter().map(bidder).collect(),
        max_lots_per_bidder: None,
        min_suppliers: None,
        max_suppliers: None,
        unawarded: Unawarded::FewestFirst,
        ties: Vec::new(),
    }
}

/// Two bidders, two lots, one lot each.
pub fn two_lots() -> AwardProblem {
    AwardProblem { max_lots_per_bidder: Some(1), ..plain(&[&[100, 60], &[120, 90]]) }
}

/// The same without the limit, and with a tie on the second lot.
pub fn independent() -> AwardProblem {
    plain(&[&[100, 90], &[120, 90]])
}

/// Three suppliers are wanted, but only two bid.
pub fn impossible() -> AwardProblem {
    AwardProblem { min_suppliers: Some(3), ..two_lots() }
}
