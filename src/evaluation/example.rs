//! A worked example on round figures, computed by the engine itself.

use super::{EvaluationError, LotField, LotOutcome, PreparedModel, probe::round_bids};
use crate::tender::EvaluationModel;

/// Three made-up bids and what the model makes of them.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkedExample {
    /// The bids.
    pub field: LotField,
    /// Their evaluation.
    pub outcome: LotOutcome,
}

/// Evaluates three bids with round figures: the cheapest, a middling one, and a dear one of good quality.
///
/// # Errors
/// [`EvaluationError`] where the model has no result for them.
pub fn worked_example(model: &EvaluationModel) -> Result<WorkedExample, EvaluationError> {
    let prepared = PreparedModel::new(model)?;
    let field = round_bids(&prepared);
    let outcome = prepared.evaluate(&field)?;
    Ok(WorkedExample { field, outcome })
}
