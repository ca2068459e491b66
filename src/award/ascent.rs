//! Better multipliers, step by step: lots that too many bidders choose become cheaper to leave, the others dearer.

use super::bound::{Bound, Multipliers};
use super::int::Int;
use super::model::Model;
use super::state::State;

/// How the steps go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Steps {
    /// At most so many.
    pub(super) most: usize,
    /// After so many without success, half the length.
    pub(super) patience: usize,
    /// The first length, in 128ths of the gap.
    pub(super) length: i128,
}

/// Betters the multipliers in place. Stops early if the bound passes `cutoff`.
pub(super) fn ascend<I: Int>(
    model: &Model<I>,
    state: &State,
    at: &mut Multipliers<I>,
    target: I,
    cutoff: I,
    steps: Steps,
) -> I {
    let mean_volume = mean_volume(model);
    let mut best = at.clone();
    let mut best_value = Bound::of(model, state, at, false).value;
    let mut now = at.clone();
    let (mut length, mut waited) = (steps.length, 0);
    for _ in 0..steps.most {
        let bound = Bound::of(model, state, &now, false);
        if bound.value > best_value {
            (best_value, best, waited) = (bound.value, now.clone(), 0);
        } else {
            waited += 1;
            if waited > steps.patience {
                (length, waited) = (length / 2, 0);
                now.clone_from(&best);
                if length == 0 {
                    break;
                }
                continue;
            }
        }
        if best_value > cutoff || best_value >= I::NEVER {
            break;
        }
        let gap = (target - bound.value).wide().max(1);
        if !step(
            model,
            state,
            &mut now,
            &bound,
            (gap / 128 * length).max(gap.min(1 << 64) * length / 128),
            mean_volume,
        ) {
            break;
        }
    }
    *at = best;
    best_value
}

fn mean_volume<I: Int>(model: &Model<I>) -> i128 {
    let sum: i128 = model.weight.iter().map(|w| w.wide()).sum();
    (sum / (model.lots as i128).max(1)).max(1)
}

/// One step of a length; `false` if the bidders' choices fit together already.
fn step<I: Int>(
    model: &Model<I>,
    state: &State,
    at: &mut Multipliers<I>,
    bound: &Bound<I>,
    length: i128,
    mean_volume: i128,
) -> bool {
    let demand = bound.demand(model, state, at);
    let mut norm: i128 = 0;
    for (l, d) in demand.iter().enumerate() {
        if state.left(l) > 1 {
            norm += i128::from((1 - d) * (1 - d));
        }
    }
    let mut excess = Vec::new();
    for (b, side) in model.sides.iter().enumerate() {
        let Some(capacity) = side.capacity else { continue };
        for o in 0..side.options.len() {
            let Some((volume, taken)) = bound.volume(b, o) else { continue };
            let over = volume.wide() - capacity as i128;
            if over > 0 || at.capacity[b][o] > I::ZERO {
                excess.push((b, o, over));
                if taken {
                    let over = over.clamp(-(1 << 60), 1 << 60) / mean_volume;
                    norm += over * over;
                }
            }
        }
    }
    if norm == 0 {
        return false;
    }
    let unit = length / norm;
    let steepest = model.steepest.wide();
    for (l, d) in demand.iter().enumerate() {
        if state.left(l) > 1 && *d != 1 {
            let price = at.price[l].wide().saturating_add(unit.saturating_mul(i128::from(1 - d)));
            at.price[l] = I::narrow(price.clamp(-steepest, steepest));
        }
    }
    for (b, o, over) in excess {
        let over = over.clamp(-(1 << 60), 1 << 60);
        let price =
            at.capacity[b][o].wide().saturating_add((unit / mean_volume).saturating_mul(over) / mean_volume);
        at.capacity[b][o] = I::narrow(price.clamp(0, model.steepest_weight.wide()));
    }
    true
}
