//! What the leaves of a model measure, bid by bid.

use super::{EvaluationError, LotField, PreparedModel, error::EvaluationErrorKind as Kind};
use crate::{number::Ratio, tender::Measure};

/// By leaf, then by bid of the field; empty for judged leaves.
pub(super) struct Measures<'a>(Vec<Vec<&'a Ratio>>);

impl<'a> Measures<'a> {
    /// Collects what the bids that stand state. `prices` are their lot prices in kroner.
    pub(super) fn of(
        prepared: &PreparedModel<'_>,
        field: &'a LotField,
        prices: &'a [Ratio],
        stands: &[bool],
    ) -> Result<Self, EvaluationError> {
        let mut columns = Vec::with_capacity(prepared.leaves.len());
        for leaf in &prepared.leaves {
            let column = match leaf.method.measure() {
                None => Vec::new(),
                Some(Measure::Price) => prices.iter().collect(),
                Some(Measure::Value(name)) => {
                    stated(field, name, prices, stands).map_err(|f| f.in_criterion(leaf.criterion))?
                }
            };
            columns.push(column);
        }
        Ok(Measures(columns))
    }

    pub(super) fn column(&self, leaf: usize) -> &[&'a Ratio] {
        self.0.get(leaf).map_or(&[], Vec::as_slice)
    }
}

/// A measured value of every bid that stands; for the others a price holds the place and is never looked at.
pub(super) fn stated<'a>(
    field: &'a LotField,
    name: &str,
    prices: &'a [Ratio],
    stands: &[bool],
) -> Result<Vec<&'a Ratio>, EvaluationError> {
    // bids mostly state their values in the same order: the last place is tried first
    let mut last = 0;
    let mut out = Vec::with_capacity(field.bids.len());
    for ((entry, price), stands) in field.bids.iter().zip(prices).zip(stands) {
        let at = match entry.values.get(last) {
            Some((n, _)) if n == name => Some(last),
            _ => entry.values.iter().position(|(n, _)| n == name),
        };
        match at.and_then(|at| entry.values.get(at).map(|v| (at, v))) {
            Some((at, (_, value))) => {
                last = at;
                out.push(value);
            }
            None if *stands => {
                return Err(EvaluationError::new(Kind::MissingValue(name.into())).of_bid(entry.bid));
            }
            None => out.push(price),
        }
    }
    Ok(out)
}
