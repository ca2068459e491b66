//! Why an evaluation has no result.

use crate::formula::FormulaError;

/// The evaluation of a tender cannot be computed: something is missing in the file, or a formula has no result.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct EvaluationError {
    /// On which lot of the structure; 0 where plain figures were evaluated.
    pub lot: usize,
    /// For which bid of the tender.
    pub bid: Option<usize>,
    /// In which criterion of the model; `None` for the model as a whole.
    pub criterion: Option<usize>,
    /// Why.
    pub kind: EvaluationErrorKind,
}

/// The ways in which an evaluation can have no result.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EvaluationErrorKind {
    /// A formula has no result for the bid.
    Formula(FormulaError),
    /// Formulas of criteria use the points of each other in a circle.
    CircularFormula,
    /// No assessment gives the bid points in a judged criterion.
    MissingPoints,
    /// The bid does not state a measured value.
    MissingValue(String),
    /// A criterion is worth a per cent of the fallback cost, and the lot has none.
    NoFallbackCost,
    /// A criterion has no weight, or in a model of evaluated prices no value.
    NoWeight,
    /// A scale without length: a slope of 0, or full points and no points at the same measure.
    EmptyScale,
    /// An evaluated price that does not fit.
    TooLarge,
}

impl EvaluationErrorKind {
    /// The stable name.
    pub const fn name(&self) -> &'static str {
        match self {
            EvaluationErrorKind::Formula(error) => error.kind.name(),
            EvaluationErrorKind::CircularFormula => "circular-formula",
            EvaluationErrorKind::MissingPoints => "missing-points",
            EvaluationErrorKind::MissingValue(_) => "missing-value",
            EvaluationErrorKind::NoFallbackCost => "no-fallback-cost",
            EvaluationErrorKind::NoWeight => "no-weight",
            EvaluationErrorKind::EmptyScale => "empty-scale",
            EvaluationErrorKind::TooLarge => "figure-too-large",
        }
    }
}

impl EvaluationError {
    pub(super) fn new(kind: EvaluationErrorKind) -> Self {
        EvaluationError { lot: 0, bid: None, criterion: None, kind }
    }

    pub(super) fn of_bid(mut self, bid: usize) -> Self {
        self.bid = Some(bid);
        self
    }

    pub(super) fn in_criterion(mut self, criterion: usize) -> Self {
        self.criterion = Some(criterion);
        self
    }

    pub(super) fn on_lot(mut self, lot: usize) -> Self {
        self.lot = lot;
        self
    }
}

impl From<FormulaError> for EvaluationError {
    fn from(error: FormulaError) -> Self {
        let bid = error.bid;
        EvaluationError::new(EvaluationErrorKind::Formula(error)).of_bid(bid)
    }
}

impl std::fmt::Display for EvaluationError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.kind {
            EvaluationErrorKind::Formula(error) => error.fmt(f),
            EvaluationErrorKind::CircularFormula => {
                f.write_str("formulas use the points of each other in a circle")
            }
            EvaluationErrorKind::MissingPoints => f.write_str("no assessment gives points in this criterion"),
            EvaluationErrorKind::MissingValue(name) => write!(f, "the bid does not state `{name}`"),
            EvaluationErrorKind::NoFallbackCost => f.write_str("the lot has no fallback cost"),
            EvaluationErrorKind::NoWeight => f.write_str("the criterion has no weight"),
            EvaluationErrorKind::EmptyScale => f.write_str("the scale has no length"),
            EvaluationErrorKind::TooLarge => f.write_str("an evaluated price is too large"),
        }
    }
}

impl std::error::Error for EvaluationError {}
