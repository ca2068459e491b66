//! `points`: from the points of the leaves to the score (docs/reference/rules.md, "Evaluation models").

use super::{EvaluatedResult, LeafPoints, PreparedModel};
use crate::number::Ratio;

/// Each contribution weight/100 × points is rounded to `weighted`; a parent's points are the sum of its children's
/// contributions; the score is the sum of the top level's contributions, rounded to `score`. Beside it the score
/// without any rounding at any stage.
pub(super) fn score(prepared: &PreparedModel<'_>, points: &[LeafPoints]) -> EvaluatedResult {
    let rounding = prepared.model.rounding;
    let unrounded = sum_down_the_tree(prepared, points);
    if rounding.points.is_none() && rounding.weighted.is_none() {
        let rounded = round_to(&unrounded, rounding.score, rounding.mode);
        return EvaluatedResult::Score { rounded, unrounded };
    }
    let criteria = &prepared.model.criteria;
    let mut sums = vec![Ratio::ZERO; criteria.len()];
    for leaf in points {
        if let Some(sum) = sums.get_mut(leaf.criterion) {
            *sum = leaf.points.clone();
        }
    }
    let mut score = Ratio::ZERO;
    for criterion in &prepared.children_first {
        let (Some(sum), Some(share)) = (sums.get(*criterion), prepared.shares.get(*criterion)) else {
            continue;
        };
        let contribution = round_to(&(sum * share), rounding.weighted, rounding.mode);
        match criteria.get(*criterion).and_then(|c| c.parent) {
            None => score += &contribution,
            Some(parent) => {
                if let Some(sum) = sums.get_mut(parent) {
                    *sum += &contribution;
                }
            }
        }
    }
    EvaluatedResult::Score { rounded: round_to(&score, rounding.score, rounding.mode), unrounded }
}

fn sum_down_the_tree(prepared: &PreparedModel<'_>, points: &[LeafPoints]) -> Ratio {
    prepared.leaves.iter().zip(points).fold(Ratio::ZERO, |sum, (leaf, points)| match &leaf.share {
        Some(share) => sum + &points.unrounded * share,
        None => sum,
    })
}

pub(super) fn round_to(x: &Ratio, decimals: Option<u32>, mode: crate::number::Rounding) -> Ratio {
    decimals.map_or_else(|| x.clone(), |d| x.rounded(d, mode))
}
