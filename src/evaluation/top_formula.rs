//! `formula` at the top: the result is the score, or the evaluated price (docs/reference/formula.md).

use super::{
    EvaluatedResult, EvaluationError, LeafPoints, LotField, PreparedModel,
    error::EvaluationErrorKind as Kind,
    leaf_points::{formula_bids, formula_lot},
    score::round_to,
};
use crate::formula::{Bid, Computation, Expression};
use crate::{number::Ratio, tender::Best};

/// By bid that stands, in file order: its result, and the result without any rounding. Combination discounts change a
/// bid's own price, never the references.
pub(super) fn results(
    prepared: &PreparedModel<'_>,
    (formula, best): (&Expression, Best),
    field: &LotField,
    prices: &[Ratio],
    stands: &[bool],
    by_bid: &[Vec<LeafPoints>],
) -> Result<Vec<(EvaluatedResult, Ratio)>, EvaluationError> {
    let lot = formula_lot(prepared, field, None);
    let inputs = |unrounded| formula_bids(prepared, formula, field, (prices, &[]), stands, by_bid, unrounded);
    let bids = inputs(false)?;
    let computation = Computation::new(formula, &lot, &bids);
    // where points are rounded, the unrounded result starts from unrounded points; where it has none, from rounded ones
    let exact_bids = if prepared.model.rounding.points.is_some() && !formula.criteria().is_empty() {
        Some(inputs(true)?)
    } else {
        None
    };
    let exact = exact_bids.as_ref().map(|bids| (Computation::new(formula, &lot, bids), bids));
    let entries = field.bids.iter().zip(stands).filter(|(_, s)| **s).map(|(e, _)| e);
    let mut out = Vec::with_capacity(bids.len());
    for (i, (bid, entry)) in bids.iter().zip(entries).enumerate() {
        let result = computation.result(bid)?;
        let unrounded = exact
            .as_ref()
            .and_then(|(computation, bids)| bids.get(i).and_then(|b| computation.result(b).ok()))
            .unwrap_or_else(|| result.clone());
        let evaluated = match best {
            Best::Highest => {
                let rounding = prepared.model.rounding;
                let rounded = round_to(&result, rounding.score, rounding.mode);
                EvaluatedResult::Score { rounded, unrounded: unrounded.clone() }
            }
            Best::Lowest => {
                let too_large = || EvaluationError::new(Kind::TooLarge).of_bid(entry.bid);
                let mut tiers = vec![result.to_money_half_up().ok_or_else(too_large)?];
                for price in entry.prices.iter().skip(1) {
                    let price = Ratio::kroner(*price);
                    let discounted = Bid { measure: price.clone(), price, ..bid.clone() };
                    let result = computation.result(&discounted)?;
                    tiers.push(result.to_money_half_up().ok_or_else(too_large)?);
                }
                EvaluatedResult::Price(tiers)
            }
        };
        out.push((evaluated, unrounded));
    }
    Ok(out)
}
