//! What evaluation hands to the award.

use crate::{
    admission::Finding,
    number::{Money, Ratio},
};

/// Every lot of the structure, evaluated.
#[derive(Clone, Debug, PartialEq)]
pub struct EvaluatedBids {
    /// The structure (index).
    pub structure: usize,
    /// By lot, in the structure's order.
    pub lots: Vec<EvaluatedLot>,
    /// By bid: findings that evaluation adds (`below-gate`, `outside-scale`, `excluded-by-excluded`, …), each with its lot.
    pub findings: Vec<Vec<Finding>>,
}

/// One lot, evaluated.
#[derive(Clone, Debug, PartialEq)]
pub struct EvaluatedLot {
    /// By bid, in file order; `None` where it was not admissible before, or fell here.
    pub bids: Vec<Option<EvaluatedBid>>,
    /// By bid: whether it was admissible before evaluation and fell in it.
    pub fell: Vec<bool>,
    /// The scales used where they could widen, by leaf.
    pub scales: Vec<ScaleUsed>,
    /// Findings about the lot that concern no single bid (`zero-reference`, `rounding-changes-ranking`, `scale-widened`).
    pub findings: Vec<Finding>,
}

/// A bid on a lot, evaluated.
#[derive(Clone, Debug, PartialEq)]
pub struct EvaluatedBid {
    /// By leaf criterion in file order (index into the model's criteria): its points.
    pub points: Vec<LeafPoints>,
    /// What decides.
    pub result: EvaluatedResult,
}

/// The points of a bid in one leaf.
#[derive(Clone, Debug, PartialEq)]
pub struct LeafPoints {
    /// Index into the model's criteria.
    pub criterion: usize,
    /// Rounded as the model says.
    pub points: Ratio,
    /// Before rounding.
    pub unrounded: Ratio,
}

/// What decides between bids on a lot.
#[derive(Clone, Debug, PartialEq)]
pub enum EvaluatedResult {
    /// The evaluated price, by tier of the bid: the lowest wins.
    Price(Vec<Money>),
    /// The score: the highest wins.
    Score {
        /// Rounded as the model says.
        rounded: Ratio,
        /// Without any rounding at any stage.
        unrounded: Ratio,
    },
}

/// The slope or zero point that was used for a leaf.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleUsed {
    /// Index into the model's criteria.
    pub criterion: usize,
    /// The slope in per cent, or the zero point in the measure's unit.
    pub used: Ratio,
    /// Whether it differs from the one stated.
    pub widened: bool,
    /// The bid farthest out, which caused it (lowest index among equals).
    pub widened_by: Option<usize>,
}
