//! Why an evaluation has no result.

use crate::formula::FormulaError;

/// The evaluation of a tender cannot be computed: something is missing in the file, or a formula has no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvaluationFault {
    /// On which lot of the structure; 0 where plain figures were evaluated.
    pub lot: usize,
    /// For which bid of the tender.
    pub bid: Option<usize>,
    /// In which criterion of the model; `None` for the model as a whole.
    pub criterion: Option<usize>,
    /// Why.
    pub kind: EvaluationFaultKind,
}

/// The ways in which an evaluation can have no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EvaluationFaultKind {
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

impl EvaluationFaultKind {
    /// The stable name.
    pub const fn name(&self) -> &'static str {
        match self {
            EvaluationFaultKind::Formula(error) => error.kind.name(),
            EvaluationFaultKind::CircularFormula => "circular-formula",
            EvaluationFaultKind::MissingPoints => "missing-points",
            EvaluationFaultKind::MissingValue(_) => "missing-value",
            EvaluationFaultKind::NoFallbackCost => "no-fallback-cost",
            EvaluationFaultKind::NoWeight => "no-weight",
            EvaluationFaultKind::EmptyScale => "empty-scale",
            EvaluationFaultKind::TooLarge => "figure-too-large",
        }
    }
}

impl EvaluationFault {
    pub(super) fn new(kind: EvaluationFaultKind) -> Self {
        EvaluationFault { lot: 0, bid: None, criterion: None, kind }
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

impl From<FormulaError> for EvaluationFault {
    fn from(error: FormulaError) -> Self {
        let bid = error.bid;
        EvaluationFault::new(EvaluationFaultKind::Formula(error)).of_bid(bid)
    }
}

impl std::fmt::Display for EvaluationFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.kind {
            EvaluationFaultKind::Formula(error) => error.fmt(f),
            EvaluationFaultKind::CircularFormula => {
                f.write_str("formulas use the points of each other in a circle")
            }
            EvaluationFaultKind::MissingPoints => f.write_str("no assessment gives points in this criterion"),
            EvaluationFaultKind::MissingValue(name) => write!(f, "the bid does not state `{name}`"),
            EvaluationFaultKind::NoFallbackCost => f.write_str("the lot has no fallback cost"),
            EvaluationFaultKind::NoWeight => f.write_str("the criterion has no weight"),
            EvaluationFaultKind::EmptyScale => f.write_str("the scale has no length"),
            EvaluationFaultKind::TooLarge => f.write_str("an evaluated price is too large"),
        }
    }
}

impl std::error::Error for EvaluationFault {}
