//! What the evaluation of one lot gives, before it is worded.

use super::{EvaluatedBid, EvaluatedResult, ScaleUsed};
use crate::{
    number::{Money, Ratio},
    tender::GateOn,
};

/// The evaluation of one lot. Bids are numbered by their place in the field.
#[derive(Clone, Debug, PartialEq)]
pub struct LotOutcome {
    /// By bid of the field: its points and its result; `None` where it fell.
    pub bids: Vec<Option<EvaluatedBid>>,
    /// The scales used where they could widen, by leaf.
    pub scales: Vec<ScaleUsed>,
    /// What must be told, in order: gates, falls by round, then the lot.
    pub remarks: Vec<Remark>,
}

/// Something that must be told about an evaluation.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    /// The bid has fewer points than a gate demands.
    BelowGate {
        /// Which bid.
        bid: usize,
        /// Which gate.
        on: GateOn,
        /// Its points, unrounded.
        points: Ratio,
        /// The least points.
        min: Ratio,
    },
    /// The bid lies outside a scale that rejects.
    OutsideScale {
        /// Which bid.
        bid: usize,
        /// In which criterion.
        criterion: usize,
        /// Its measure.
        measure: Ratio,
        /// The last measure within the scale.
        edge: Ratio,
    },
    /// The bid was rejected against a reference that other rejected bids alone set.
    ExcludedByExcluded {
        /// Which bid.
        bid: usize,
        /// In which criterion.
        criterion: usize,
        /// The first of the bids that set the reference.
        by: usize,
    },
    /// The reference is 0: the bid at it gets full points, every other none.
    ZeroReference {
        /// In which criterion.
        criterion: usize,
    },
    /// The scale was widened.
    ScaleWidened {
        /// In which criterion.
        criterion: usize,
        /// The slope or zero point used.
        used: Ratio,
        /// The bid that caused it.
        by: usize,
    },
    /// Rounding changes the ranking: the ranks with and without any rounding, by bid; `None` where it fell.
    RoundingChangesRanking {
        /// As published.
        rounded: Vec<Option<usize>>,
        /// Without rounding at any stage.
        unrounded: Vec<Option<usize>>,
    },
}

impl LotOutcome {
    /// The competition ranks (1, 2, 2, 4) on the lot, without combination discounts; `None` where a bid fell.
    pub fn ranks(&self) -> Vec<Option<usize>> {
        let results: Vec<Option<Standing<'_>>> =
            self.bids.iter().map(|b| b.as_ref().and_then(|b| Standing::of(&b.result))).collect();
        competition_ranks(&results)
    }

    /// The bids of rank 1.
    pub fn winners(&self) -> Vec<usize> {
        let best = self.bids.iter().flatten().filter_map(|b| Standing::of(&b.result)).min();
        let Some(best) = best else { return Vec::new() };
        let is_best = |b: &Option<EvaluatedBid>| {
            b.as_ref().and_then(|b| Standing::of(&b.result)).is_some_and(|s| s == best)
        };
        self.bids.iter().enumerate().filter(|(_, b)| is_best(b)).map(|(i, _)| i).collect()
    }

    /// Whether any bid has a result.
    pub fn any_stands(&self) -> bool {
        self.bids.iter().any(Option::is_some)
    }
}

/// A result as it is ranked: better is less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing<'a> {
    /// The evaluated price without combination discount.
    Price(Money),
    /// The rounded score.
    Score(std::cmp::Reverse<&'a Ratio>),
}

impl<'a> Standing<'a> {
    pub(crate) fn of(result: &'a EvaluatedResult) -> Option<Self> {
        match result {
            EvaluatedResult::Price(tiers) => tiers.first().map(|p| Standing::Price(*p)),
            EvaluatedResult::Score { rounded, .. } => Some(Standing::Score(std::cmp::Reverse(rounded))),
        }
    }
}

/// Competition ranks: one more than the number of better ones; less is better.
pub(crate) fn competition_ranks<T: Ord>(results: &[Option<T>]) -> Vec<Option<usize>> {
    let mut order: Vec<(&T, usize)> =
        results.iter().enumerate().filter_map(|(i, r)| r.as_ref().map(|r| (r, i))).collect();
    order.sort_by(|a, b| a.0.cmp(b.0));
    let mut ranks = vec![None; results.len()];
    let mut rank = 1;
    for (place, (result, bid)) in order.iter().enumerate() {
        if place > 0 && order.get(place - 1).is_some_and(|before| before.0 != *result) {
            rank = place + 1;
        }
        if let Some(slot) = ranks.get_mut(*bid) {
            *slot = Some(rank);
        }
    }
    ranks
}
