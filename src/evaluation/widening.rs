//! Scales that widen (docs/reference/rules.md, "Evaluation models": `widen`).

use super::ScaleUsed;
use crate::{number::Ratio, tender::Widening};

/// The slope or zero point to use: the stated one if every bid is within it (exactly at the edge is within), else
/// `first`, else `first` plus as many steps as are needed; never past the ceiling.
pub(super) fn the_narrowest_that_holds_every_bid(
    stated: &Ratio,
    widening: &Widening,
    needed: &Ratio,
) -> Ratio {
    if needed <= stated {
        return stated.clone();
    }
    let first = Ratio::from(widening.first);
    if *needed <= first {
        return first;
    }
    let step = Ratio::from(widening.step);
    let Some(steps) = (needed - &first).checked_div(&step).filter(|_| !step.is_negative()) else {
        return first;
    };
    let wide = first + step * ceiling(&steps);
    match widening.ceiling.map(Ratio::from) {
        Some(most) if wide > most => most,
        _ => wide,
    }
}

/// The least whole number that is not below a positive fraction.
fn ceiling(x: &Ratio) -> Ratio {
    use crate::number::Rounding;
    let down = x.rounded(0, Rounding::Down);
    if down < *x { down + Ratio::ONE } else { down }
}

/// What each bid needs, and who needs most (the first among equals).
pub(super) fn used(
    criterion: usize,
    stated: &Ratio,
    widening: &Widening,
    needs: impl Iterator<Item = (usize, Ratio)>,
) -> ScaleUsed {
    let mut most: Option<(usize, Ratio)> = None;
    for (bid, need) in needs {
        if most.as_ref().is_none_or(|(_, n)| need > *n) {
            most = Some((bid, need));
        }
    }
    let Some((bid, need)) = most else {
        return ScaleUsed { criterion, used: stated.clone(), widened: false, widened_by: None };
    };
    let used = the_narrowest_that_holds_every_bid(stated, widening, &need);
    let widened = used != *stated;
    ScaleUsed { criterion, used, widened, widened_by: widened.then_some(bid) }
}
