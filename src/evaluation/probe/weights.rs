//! What decides in fact: each criterion's share of the spread of results, against its weight.

use super::share_of;
use crate::{
    evaluation::{LotField, PreparedModel, result::Adjuster},
    number::{Ratio, Rounding},
    tender::{Adjustment, ModelKind},
};

/// The effective weight of a leaf, or of the price itself in a model of evaluated prices.
#[derive(Clone, Debug, PartialEq)]
pub struct EffectiveWeight {
    /// The criterion; `None` for the price itself.
    pub criterion: Option<usize>,
    /// The stated weight in per cent, multiplied down the tree.
    pub stated: Option<Ratio>,
    /// The average share of the spread in per cent, to one decimal.
    pub effective: Ratio,
}

/// On each lot the spread of a criterion is the distance between its largest and least contribution; its share is that
/// by the sum of all spreads; the effective weight is the average over the lots. A formula at the top has no parts.
pub(super) fn effective_weights(model: &PreparedModel<'_>, fields: &[LotField]) -> Vec<EffectiveWeight> {
    let mut shares: Vec<Ratio> = Vec::new();
    let mut counted = 0;
    for field in fields {
        let Some(spreads) = spreads(model, field) else { continue };
        let total = spreads.iter().fold(Ratio::ZERO, |sum, s| sum + s);
        if total.is_zero() {
            continue;
        }
        counted += 1;
        shares.resize(spreads.len(), Ratio::ZERO);
        for (sum, spread) in shares.iter_mut().zip(&spreads) {
            let share = (spread * Ratio::whole(100)).checked_div(&total).unwrap_or(Ratio::ZERO);
            *sum += share.rounded(8, Rounding::HalfUp);
        }
    }
    let with_price = matches!(model.model.kind, ModelKind::EvaluatedPrice(_));
    let criteria = with_price.then_some(None).into_iter().chain(model.leaves.iter().map(Some));
    criteria
        .zip(shares)
        .map(|(leaf, sum)| EffectiveWeight {
            criterion: leaf.map(|l| l.criterion),
            stated: leaf.and_then(|l| l.share.as_ref()).map(|s| (s * Ratio::whole(100)).reduced()),
            effective: share_of(&sum, counted),
        })
        .collect()
}

fn spreads(model: &PreparedModel<'_>, field: &LotField) -> Option<Vec<Ratio>> {
    let outcome = model.evaluate(field).ok()?;
    let remaining: Vec<_> =
        outcome.bids.iter().zip(&field.bids).filter_map(|(b, e)| Some((b.as_ref()?, e))).collect();
    if remaining.len() < 2 {
        return None;
    }
    let spread = |values: Vec<Ratio>| {
        let (low, high) = (values.iter().min()?, values.iter().max()?);
        Some(high - low)
    };
    match model.model.kind {
        ModelKind::Points => model
            .leaves
            .iter()
            .enumerate()
            .map(|(i, leaf)| {
                let share = leaf.share.as_ref()?;
                spread(
                    remaining.iter().filter_map(|(b, _)| Some(&b.points.get(i)?.unrounded * share)).collect(),
                )
            })
            .collect(),
        ModelKind::EvaluatedPrice(adjustment) => {
            let adjuster = Adjuster::on_lot(model, adjustment, field).ok()?;
            let mut out = vec![spread(remaining.iter().map(|(_, e)| Ratio::kroner(e.price())).collect())?];
            for i in 0..model.leaves.len() {
                let worth = remaining.iter().filter_map(|(b, e)| {
                    let points = &b.points.get(i)?.unrounded;
                    let share = points.checked_div(&model.scale)?;
                    let price = Ratio::kroner(e.price());
                    let worth = adjuster.worth_of(i)? * &share;
                    Some(if adjustment == Adjustment::Uplift { worth * &price } else { worth })
                });
                out.push(spread(worth.collect())?);
            }
            Some(out)
        }
        ModelKind::LowestPrice | ModelKind::Formula { .. } => None,
    }
}
