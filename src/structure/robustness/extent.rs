//! How far along a line an award stays the best.

use super::lines::{Lines, cost_of};
use crate::{
    award::{Award, AwardProblem, Demands, Solved, solve},
    number::Overflow,
    outcome::OutcomeError,
};

/// Where an award stops being the best.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    /// The last step at which it is one of the best.
    pub(super) holds_at: i128,
    /// What is better one step further.
    pub(super) better: Award,
}

/// The best award of a problem and its cost.
pub(super) fn best_of(problem: &AwardProblem) -> Result<Option<(Award, i128)>, OutcomeError> {
    Ok(match solve(problem, Demands::default())? {
        Solved::Infeasible { .. } => None,
        Solved::Found(solution) => solution.left.first().map(|a| (a.clone(), solution.total)),
    })
}

/// How far from `from` toward `to` the award stays one of the best; `None` if all the way. At each step `at` gives the award
/// problem; every award's cost is linear along the way (but for the rounding of fallback lines to whole øre), so where it
/// is best at both ends of a stretch it is best all along it.
pub(super) fn room(
    lines: &Lines<'_>,
    at: &dyn Fn(i128) -> Result<AwardProblem, Overflow>,
    from: i128,
    to: i128,
) -> Result<Option<Extent>, OutcomeError> {
    let sign = (to - from).signum();
    let start = at(from)?;
    let own_start = cost_of(&start, lines.award).ok_or(Overflow)?;
    // known to be good, known to be bad with what is better there, and where to look next
    let (mut good, mut bad, mut look) = (0, None::<(i128, Award)>, (to - from).abs());
    while look > good && bad.as_ref().is_none_or(|(b, _)| look < *b) {
        let here = at(from + sign * look)?;
        let own = cost_of(&here, lines.award).ok_or(Overflow)?;
        let better = best_of(&here)?.filter(|(_, best)| *best < own);
        let Some((better, best)) = better else {
            // only where rounding has moved the crossing: go on step by step
            good = look;
            look += 1;
            if bad.is_none() {
                return Ok(None);
            }
            continue;
        };
        let d_start = (cost_of(&start, &better).ok_or(Overflow)? - own_start).max(0);
        // the first step at which the difference, linear from d_start >= 0 to best - own < 0, is below 0
        let product = d_start.checked_mul(look).ok_or(Overflow)?;
        let first = product / (d_start + own - best) + 1;
        bad = Some((look, better));
        look = if first < look { first } else { look - 1 };
    }
    let found = bad.map(|(step, better)| Extent { holds_at: from + sign * (step - 1), better });
    Ok(found)
}
