//! How a measure becomes points once the references of the lot are known: one function a method
//! (docs/reference/rules.md, "Evaluation models", the table of methods); and scales that widen (`widen`).

use super::{EvaluationError, ScaleUsed, error::EvaluationErrorKind as Kind};
use crate::{number::Ratio, tender::Widening};

/// The lowest and the highest measure among the remaining bids on the lot.
#[derive(Clone, Debug)]
pub(super) struct References {
    pub(super) low: Ratio,
    pub(super) high: Ratio,
}

impl References {
    /// `None` where no bid remains.
    pub(super) fn of<'r>(measures: impl Iterator<Item = &'r Ratio>) -> Option<Self> {
        let mut bounds: Option<(&Ratio, &Ratio)> = None;
        for m in measures {
            bounds = Some(match bounds {
                None => (m, m),
                Some((low, high)) => (if m < low { m } else { low }, if m > high { m } else { high }),
            });
        }
        bounds.map(|(low, high)| References { low: low.clone(), high: high.clone() })
    }

    /// The reference at which a bid gets full points.
    pub(super) fn best(&self, higher_is_better: bool) -> &Ratio {
        if higher_is_better { &self.high } else { &self.low }
    }
}

/// From measure to points, before rounding.
#[derive(Clone, Debug)]
pub(super) enum Curve {
    /// factor × (edge − p): 0 at the edge; at most `most` where given.
    Straight { edge: Ratio, factor: Ratio, most: Option<Ratio> },
    /// full × best / p
    Inverse { full_at_best: Ratio },
    /// Full points for every bid.
    Full(Ratio),
    /// The reference is 0: full points at it, none elsewhere.
    ZeroReference { full: Ratio },
}

impl Curve {
    pub(super) fn points(&self, measure: &Ratio) -> Ratio {
        match self {
            Curve::Straight { edge, factor, most } => {
                let points = (edge - measure) * factor;
                match most {
                    Some(most) if points > *most => most.clone(),
                    _ => points,
                }
            }
            Curve::Inverse { full_at_best } => full_at_best.checked_div(measure).unwrap_or(Ratio::ZERO),
            Curve::Full(full) => full.clone(),
            Curve::ZeroReference { full } => {
                if measure.is_zero() {
                    full.clone()
                } else {
                    Ratio::ZERO
                }
            }
        }
    }
}

/// `linear`: M × (1 − (p − low) / (slope% × low)), or turned round M × (1 − (high − p) / (slope% × high)).
pub(super) fn linear(
    scale: &Ratio,
    slope_percent: &Ratio,
    references: &References,
    higher_is_better: bool,
) -> Result<Curve, EvaluationError> {
    let best = references.best(higher_is_better);
    if best.is_zero() {
        return Ok(Curve::ZeroReference { full: scale.clone() });
    }
    let edge = slope_edge(slope_percent, best, higher_is_better);
    straight(scale, edge, best, None)
}

/// Where a slope ends: low × (1 + slope%), or turned round high × (1 − slope%).
pub(super) fn slope_edge(slope_percent: &Ratio, best: &Ratio, higher_is_better: bool) -> Ratio {
    let hundred = Ratio::whole(100);
    let share = slope_percent.checked_div(&hundred).unwrap_or(Ratio::ZERO);
    let factor = if higher_is_better { Ratio::ONE - &share } else { Ratio::ONE + &share };
    (best * &factor).reduced()
}

/// `absolute`: M × (zero-at − p) / (zero-at − full-at), never above M.
pub(super) fn absolute(scale: &Ratio, full_at: &Ratio, zero_at: &Ratio) -> Result<Curve, EvaluationError> {
    straight(scale, zero_at.clone(), full_at, Some(scale.clone()))
}

/// `proportional`: M × low / p, or turned round M × p / high.
pub(super) fn proportional(
    scale: &Ratio,
    references: &References,
    higher_is_better: bool,
) -> Result<Curve, EvaluationError> {
    let best = references.best(higher_is_better);
    if best.is_zero() {
        return Ok(Curve::ZeroReference { full: scale.clone() });
    }
    if higher_is_better {
        straight(scale, Ratio::ZERO, best, None)
    } else {
        Ok(Curve::Inverse { full_at_best: (scale * best).reduced() })
    }
}

/// `min-max`: M × (high − p) / (high − low), or turned round M × (p − low) / (high − low); all equal, or one bid: M.
pub(super) fn min_max(
    scale: &Ratio,
    references: &References,
    higher_is_better: bool,
) -> Result<Curve, EvaluationError> {
    let References { low, high } = references;
    if low == high {
        return Ok(Curve::Full(scale.clone()));
    }
    let (worst, best) = if higher_is_better { (low, high) } else { (high, low) };
    straight(scale, worst.clone(), best, None)
}

/// The straight line from full points at `full_at` to none at `edge`.
fn straight(
    scale: &Ratio,
    edge: Ratio,
    full_at: &Ratio,
    most: Option<Ratio>,
) -> Result<Curve, EvaluationError> {
    let factor = scale
        .checked_div(&(&edge - full_at))
        .ok_or_else(|| EvaluationError::new(Kind::EmptyScale))?
        .reduced();
    Ok(Curve::Straight { edge: edge.reduced(), factor, most })
}

/// The slope or zero point to use: the stated one if every bid is within it (exactly at the edge is within), else
/// `first`, else `first` plus as many steps as are needed; never past the ceiling.
pub(super) fn narrowest_scale_for(stated: &Ratio, widening: &Widening, needed: &Ratio) -> Ratio {
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
pub(super) fn widened_scale(
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
    let used = narrowest_scale_for(stated, widening, &need);
    let widened = used != *stated;
    ScaleUsed { criterion, used, widened, widened_by: widened.then_some(bid) }
}
