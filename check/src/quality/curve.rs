//! The named methods: from a measure to points, one function a method.

use num_traits::Zero;

use super::super::{
    exact::{Exact, whole},
    facts::Widening,
};

/// Where the best measure is 0, a bid at it gets all points and every other none.
pub(super) fn zero_reference(scale: &Exact, p: &Exact) -> Exact {
    if p.is_zero() { scale.clone() } else { Exact::zero() }
}

/// `M x (1 - (p - low) / (slope% x low))`, turned round `M x (1 - (high - p) / (slope% x high))`; `best` is not 0.
pub(super) fn linear(scale: &Exact, slope: &Exact, best: &Exact, p: &Exact, higher: bool) -> Exact {
    let short = if higher { best - p } else { p - best };
    scale * (whole(1) - short / (slope / whole(100) * best))
}

/// `M x (zero-at - p) / (zero-at - full-at)`, never above M; `None` for a scale without length.
pub(super) fn absolute(scale: &Exact, full_at: &Exact, zero_at: &Exact, p: &Exact) -> Option<Exact> {
    let length = zero_at - full_at;
    (!length.is_zero()).then(|| (scale * (zero_at - p) / length).min(scale.clone()))
}

/// `M x low / p`, turned round `M x p / high`; `best` is not 0.
pub(super) fn proportional(scale: &Exact, best: &Exact, p: &Exact, higher: bool) -> Exact {
    if higher {
        scale * p / best
    } else if p.is_zero() {
        Exact::zero()
    } else {
        scale * best / p
    }
}

/// `M x (high - p) / (high - low)`; M where all are equal.
pub(super) fn min_max(scale: &Exact, low: &Exact, high: &Exact, p: &Exact, higher: bool) -> Exact {
    if low == high {
        return scale.clone();
    }
    scale * (if higher { p - low } else { high - p }) / (high - low)
}

/// The last measure with points not below 0: low × (1 + slope%), turned round high × (1 - slope%).
pub(super) fn slope_edge(slope: &Exact, best: &Exact, higher: bool) -> Exact {
    let share = slope / whole(100);
    best * (if higher { whole(1) - share } else { whole(1) + share })
}

/// What widens becomes `first`, then grows by `step`, until it holds what is needed; never past the ceiling.
pub(super) fn widened(stated: &Exact, widening: &Widening, needed: &Exact) -> Exact {
    if needed <= stated {
        return stated.clone();
    }
    let more = ((needed - &widening.first) / &widening.step).ceil().max(Exact::zero());
    let wide = &widening.first + more * &widening.step;
    match &widening.ceiling {
        Some(ceiling) if wide > *ceiling && *needed > widening.first => ceiling.clone(),
        _ => wide,
    }
}
