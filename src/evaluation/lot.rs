//! The evaluation of one lot, from plain figures.

use super::{
    EvaluatedBid, EvaluatedResult, EvaluationError, LotField, LotOutcome, PreparedModel, Remark,
    evaluated_price::Adjuster,
    gates::gates_not_passed,
    leaf_points::{AllPoints, all_points},
    measures::Measures,
    outcome::competition_ranks,
    outside::reject_in_rounds,
    score::score,
    top_formula,
};
use crate::{
    number::Ratio,
    tender::{EvaluationModel, ModelKind},
};

/// What decides, and where it is a price the figure that would decide without any rounding.
type Decided = (EvaluatedResult, Option<Ratio>);

/// Evaluates the bids on one lot (docs/reference/rules.md, "Evaluation models"): gates first, then rejection in rounds, then
/// references and scales from the bids that stand, then points, then what decides.
///
/// # Errors
/// [`EvaluationError`]
pub fn evaluate_lot(model: &EvaluationModel, field: &LotField) -> Result<LotOutcome, EvaluationError> {
    PreparedModel::new(model)?.evaluate(field)
}

impl PreparedModel<'_> {
    /// [`evaluate_lot`] with a model made ready before.
    ///
    /// # Errors
    /// [`EvaluationError`]
    pub fn evaluate(&self, field: &LotField) -> Result<LotOutcome, EvaluationError> {
        let mut remarks = Vec::new();
        let mut stands = vec![true; field.bids.len()];
        for (place, entry) in field.bids.iter().enumerate() {
            let failed = gates_not_passed(self, place, entry)?;
            if let (false, Some(s)) = (failed.is_empty(), stands.get_mut(place)) {
                *s = false;
            }
            remarks.extend(failed);
        }
        let prices: Vec<Ratio> = field.bids.iter().map(|b| Ratio::kroner(b.price())).collect();
        let measures = Measures::of(self, field, &prices, &stands)?;
        remarks.extend(reject_in_rounds(self, &measures, &mut stands));
        let AllPoints { by_bid, scales, remarks: about_scales } =
            all_points(self, field, &prices, &measures, &stands)?;
        remarks.extend(about_scales);
        let results = self.results(field, &prices, &stands, &by_bid)?;
        remarks.extend(rounding_changes_the_ranking(&results));
        let bids = by_bid
            .into_iter()
            .zip(results)
            .map(|(points, result)| result.map(|(result, _)| EvaluatedBid { points, result }))
            .collect();
        Ok(LotOutcome { bids, scales, remarks })
    }

    /// By bid: what decides, and the figure that would decide without any rounding (better is less).
    fn results(
        &self,
        field: &LotField,
        prices: &[Ratio],
        stands: &[bool],
        by_bid: &[Vec<super::LeafPoints>],
    ) -> Result<Vec<Option<Decided>>, EvaluationError> {
        let adjuster = match self.model.kind {
            ModelKind::EvaluatedPrice(adjustment) if stands.contains(&true) => {
                Some(Adjuster::on_lot(self, adjustment, field)?)
            }
            _ => None,
        };
        let mut by_formula = match &self.model.kind {
            ModelKind::Formula { formula, best } => {
                top_formula::results(self, (formula, *best), field, prices, stands, by_bid)?
            }
            _ => Vec::new(),
        }
        .into_iter();
        let mut out = Vec::with_capacity(field.bids.len());
        for (((entry, points), price), stands) in field.bids.iter().zip(by_bid).zip(prices).zip(stands) {
            if !stands {
                out.push(None);
                continue;
            }
            let result = match &self.model.kind {
                // the evaluated price is the lot price
                ModelKind::LowestPrice => Some((EvaluatedResult::Price(entry.prices.clone()), None)),
                ModelKind::Points => Some((score(self, points), None)),
                ModelKind::EvaluatedPrice(_) => match &adjuster {
                    Some(adjuster) => {
                        let tiers =
                            adjuster.by_tier(&entry.prices, points).map_err(|f| f.of_bid(entry.bid))?;
                        let exact = adjuster.evaluated(price, points.iter().map(|p| &p.unrounded));
                        Some((EvaluatedResult::Price(tiers), Some(exact)))
                    }
                    None => None,
                },
                ModelKind::Formula { .. } => by_formula.next().map(|(r, exact)| (r, Some(exact))),
            };
            out.push(result);
        }
        Ok(out)
    }
}

/// A warning if the ranking without any rounding differs (docs/reference/rules.md, "Evaluation models").
fn rounding_changes_the_ranking(results: &[Option<Decided>]) -> Option<Remark> {
    let rounded: Vec<_> =
        results.iter().map(|r| r.as_ref().and_then(|(r, _)| super::outcome::Standing::of(r))).collect();
    let unrounded: Vec<Option<Ratio>> = results
        .iter()
        .map(|r| match r.as_ref()? {
            (EvaluatedResult::Score { unrounded, .. }, _) => Some(-unrounded),
            (EvaluatedResult::Price(tiers), None) => tiers.first().map(|p| Ratio::kroner(*p)),
            (EvaluatedResult::Price(_), Some(exact)) => Some(exact.clone()),
        })
        .collect();
    let (rounded, unrounded) = (competition_ranks(&rounded), competition_ranks(&unrounded));
    (rounded != unrounded).then_some(Remark::RoundingChangesRanking { rounded, unrounded })
}
