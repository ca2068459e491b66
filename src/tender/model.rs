//! `[evaluation]`: the evaluation model as written, validated (docs/reference/rules.md, "Evaluation models").

use rust_decimal::Decimal;

use super::Place;
use crate::{
    formula::Expression,
    number::{Money, Percent, Rounding},
};

/// How price and quality are combined in one figure.
#[derive(Clone, Debug, PartialEq)]
pub struct EvaluationModel {
    /// Which kind of model.
    pub kind: ModelKind,
    /// Points run from 0 to this; 100 unless stated.
    pub scale: Decimal,
    /// Decimals and mode of each stage.
    pub rounding: StageRounding,
    /// The criteria in file order; parents and leaves.
    pub criteria: Vec<Criterion>,
    /// Mindstekrav til kvalitet.
    pub gates: Vec<Gate>,
    /// The table, or the head of the file.
    pub place: Place,
}

/// Which kind of model.
#[derive(Clone, Debug, PartialEq)]
pub enum ModelKind {
    /// `lowest-price`
    LowestPrice,
    /// `points`: the highest score wins.
    Points,
    /// `evaluated-price`: the lowest evaluated price wins.
    EvaluatedPrice(Adjustment),
    /// `formula`
    Formula {
        /// The expression.
        formula: Expression,
        /// Whether the highest result wins (a score) or the lowest (an evaluated price).
        best: Best,
    },
}

/// Which result of a formula wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Best {
    /// The result is a score.
    Highest,
    /// The result is an evaluated price.
    Lowest,
}

/// How quality adjusts a price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjustment {
    /// E = price − sum of value × points / scale: `subtract`.
    Subtract,
    /// E = price + sum of value × (scale − points) / scale: `add`.
    Add,
    /// E = price × (1 + sum of uplift% × (scale − points) / scale): `uplift`.
    Uplift,
}

/// Decimals at each stage (`None`: no rounding) and the mode of all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StageRounding {
    /// A leaf's points.
    pub points: Option<u32>,
    /// Each contribution weight/100 × points.
    pub weighted: Option<u32>,
    /// The score.
    pub score: Option<u32>,
    /// To which side.
    pub mode: Rounding,
}

/// `[[evaluation.criterion]]`
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    /// Its id.
    pub id: String,
    /// Its title; the id if not stated.
    pub title: String,
    /// The criterion it is a part of.
    pub parent: Option<usize>,
    /// Among its siblings; `None` where the model has no weights.
    pub weight: Option<Decimal>,
    /// How a leaf gets its points or its value; `None` for a criterion with children.
    pub method: Option<Method>,
    /// In a model of evaluated prices: what its points are worth.
    pub worth: Option<Worth>,
    /// The table.
    pub place: Place,
}

/// What the points of a criterion are worth in a model of evaluated prices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worth {
    /// `value`: kroner for the lot.
    Value(Money),
    /// `value-percent`: of the lot's fallback cost.
    ValuePercent(Percent),
    /// `uplift`: per cent of the price.
    Uplift(Percent),
}

/// What a leaf measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// The lot price: `price`.
    Price,
    /// A value of the bid: `values.<name>`.
    Value(String),
}

/// How a leaf gets its points.
#[derive(Clone, Debug, PartialEq)]
pub enum Method {
    /// M × (1 − (p − low) / (slope% × low))
    Linear {
        /// What is measured.
        measure: Measure,
        /// Per cent.
        slope: Decimal,
        /// What a result below 0 does.
        outside: Outside,
        /// Whether the highest measure is best.
        higher_is_better: bool,
    },
    /// M × (zero-at − p) / (zero-at − full-at)
    Absolute {
        /// What is measured.
        measure: Measure,
        /// Full points here or below.
        full_at: Decimal,
        /// No points here.
        zero_at: Decimal,
        /// What a result below 0 does.
        outside: Outside,
    },
    /// M × low / p
    Proportional {
        /// What is measured.
        measure: Measure,
        /// Whether the highest measure is best.
        higher_is_better: bool,
    },
    /// M × (high − p) / (high − low)
    MinMax {
        /// What is measured.
        measure: Measure,
        /// Whether the highest measure is best.
        higher_is_better: bool,
    },
    /// The points of the assessment.
    Judged,
    /// An expression.
    Formula {
        /// What `p` is; the price if not stated.
        measure: Measure,
        /// The expression.
        formula: Expression,
    },
}

/// What a result below 0 does (`outside`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// It remains: `negative`.
    Negative,
    /// It counts as 0: `zero`.
    Zero,
    /// The bid is rejected: `reject`.
    Reject,
    /// The scale widens: `widen`.
    Widen(Widening),
}

/// How a scale widens: in per cent for a slope, in the measure's unit for a zero point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Widening {
    /// The first wider value.
    pub first: Decimal,
    /// Then by this.
    pub step: Decimal,
    /// Never beyond this; a bid beyond it is rejected first.
    pub ceiling: Option<Decimal>,
}

/// `[[evaluation.gate]]`: the least points a bid needs, asked before price is looked at, on unrounded points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gate {
    /// On what.
    pub on: GateOn,
    /// The least number of points.
    pub min: Decimal,
    /// The table.
    pub place: Place,
}

/// What a gate looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GateOn {
    /// A judged criterion (index into `criteria`).
    Criterion(usize),
    /// Sum of weight × points / sum of weight over the judged leaves, weights multiplied down the tree: `total`.
    Total,
}

impl EvaluationModel {
    /// Whether the highest result wins (scores) rather than the lowest (prices).
    pub fn highest_wins(&self) -> bool {
        match &self.kind {
            ModelKind::Points => true,
            ModelKind::Formula { best, .. } => *best == Best::Highest,
            ModelKind::LowestPrice | ModelKind::EvaluatedPrice(_) => false,
        }
    }

    /// The model of a file without `[evaluation]`.
    pub fn lowest_price(place: Place) -> Self {
        EvaluationModel {
            kind: ModelKind::LowestPrice,
            scale: Decimal::ONE_HUNDRED,
            rounding: StageRounding::default(),
            criteria: Vec::new(),
            gates: Vec::new(),
            place,
        }
    }
}
