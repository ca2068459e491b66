//! Gates: the least points, asked before price is looked at, on unrounded points.

use num_traits::Zero;

use super::{
    super::{
        exact::Exact,
        facts::{Gate, Method},
        findings::{Arg, Expected, Severity},
    },
    Field, NoResult,
};

/// The finding for each gate that a bid does not pass.
pub(super) fn not_passed(field: &Field<'_>, bid: usize) -> Result<Vec<Expected>, NoResult> {
    let mut out = Vec::new();
    for gate in &field.facts.evaluation.gates {
        let points = points(field, bid, gate)?;
        if points < gate.min {
            let finding = Expected::new("below-gate", Severity::Error).on_lot(field.lot);
            out.push(
                finding
                    .text("criterion", gate.criterion.as_deref().unwrap_or("total"))
                    .with("points", Arg::Number(points))
                    .with("min", Arg::Number(gate.min.clone())),
            );
        }
    }
    Ok(out)
}

/// A judged criterion's points; in all: the sum of weight × points by the sum of weight over the judged leaves, weights
/// multiplied down the tree.
fn points(field: &Field<'_>, bid: usize, gate: &Gate) -> Result<Exact, NoResult> {
    if let Some(id) = &gate.criterion {
        return judged(field, bid, id);
    }
    let (mut sum, mut weights) = (Exact::zero(), Exact::zero());
    let evaluation = &field.facts.evaluation;
    for (id, _, _) in evaluation.leaves().filter(|(_, _, method)| matches!(method, Method::Judged)) {
        let share = evaluation.share_down_the_tree(id).ok_or_else(|| NoResult::new(id, "weight"))?;
        sum += &share * judged(field, bid, id)?;
        weights += share;
    }
    Ok(if weights.is_zero() { weights } else { sum / weights })
}

/// The assessment's points.
pub(super) fn judged(field: &Field<'_>, bid: usize, criterion: &str) -> Result<Exact, NoResult> {
    let points = field.entries[&bid].judged.get(criterion);
    points.map(|x| (*x).clone()).ok_or_else(|| NoResult::new(criterion, "points"))
}
