//! Trying a model before it is published (`udbud model FILE --test`): on the bids of the file, or on made-up ones.

mod generate;
mod price_levels;
mod reversal;
mod weights;

use self::generate::{Levels, SplitMix64};
use super::{EvaluationError, LotField, LotOutcome, PreparedModel, Remark};
use crate::{
    number::{Money, Ratio, Rounding},
    tender::EvaluationModel,
};

pub use self::{
    generate::{ALGORITHM, SEED},
    price_levels::{NothingGained, WorthOfAPoint},
    reversal::Reversal,
    weights::EffectiveWeight,
};

/// What was found out about a model.
#[derive(Clone, Debug, PartialEq)]
pub struct Probe {
    /// On what it was tried.
    pub bids: ProbedBids,
    /// A losing bid without which another wins, that is not hopeless.
    pub losing_bid_decides: Option<Reversal>,
    /// A hopeless bid without which another wins.
    pub hopeless_bid_decides: Option<Reversal>,
    /// What decides in fact; empty where the model has no parts.
    pub weights: Vec<EffectiveWeight>,
    /// What one point is worth in kroner.
    pub worth_of_points: Vec<WorthOfAPoint>,
    /// Where cutting the price gains nothing.
    pub nothing_gained: Vec<NothingGained>,
    /// The usual price that these were tried at.
    pub usual_price: Money,
    /// How often things happened.
    pub counts: Counts,
}

/// On which bids a model was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProbedBids {
    /// The bids of the file.
    File {
        /// Lots with two or more bids.
        lots: usize,
    },
    /// Made-up bids, from [`ALGORITHM`] with this seed.
    MadeUp {
        /// The seed.
        seed: u64,
        /// Lots made up for the counts.
        lots: usize,
    },
}

/// How often something happened on the lots tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Lots tried.
    pub lots: usize,
    /// Rounding changed the ranking.
    pub rounding_changes_ranking: usize,
    /// Rounding made a tie for rank 1 that is none without rounding.
    pub rounding_makes_ties: usize,
    /// A scale widened.
    pub widened: usize,
    /// A bid was outside a scale.
    pub rejected: usize,
    /// The reference was 0.
    pub zero_reference: usize,
}

/// Lots made up for the counts and weights.
const MADE_UP_LOTS: usize = 400;

/// Tries a model. `fields` are the lots of the file with their bids; where none has two bids or more, bids are made up
/// at the level of prices that `tariff_value` or `fallback` suggest.
///
/// # Errors
/// [`EvaluationError`] where the model has no result for any bid, such as a circle of formulas.
pub fn probe(
    model: &EvaluationModel,
    fields: &[LotField],
    tariff_value: Option<Money>,
    fallback: Option<Money>,
) -> Result<Probe, EvaluationError> {
    let model = PreparedModel::new(model)?;
    let usable: Vec<LotField> = fields.iter().filter(|f| f.bids.len() > 1).cloned().collect();
    let levels = Levels::of(&model, tariff_value, fallback);
    let mut random = SplitMix64::new(SEED);
    let (bids, tried, (losing, hopeless)) = if usable.is_empty() {
        let found = reversal::search_made_up(&model, &levels, &mut random);
        let tried: Vec<LotField> =
            (0..MADE_UP_LOTS).map(|i| levels.field(&model, &mut random, 2 + i % 5, 200)).collect();
        (ProbedBids::MadeUp { seed: SEED, lots: tried.len() }, tried, found)
    } else {
        let found = reversal::search_in(&model, &usable);
        (ProbedBids::File { lots: usable.len() }, usable, found)
    };
    Ok(Probe {
        bids,
        losing_bid_decides: losing,
        hopeless_bid_decides: hopeless,
        weights: weights::effective_weights(&model, &tried),
        worth_of_points: price_levels::worth_of_points(&model, &levels),
        nothing_gained: price_levels::nothing_gained(&model, &levels),
        usual_price: Money::from_ore(levels.price),
        counts: counts(&model, &tried),
    })
}

/// Three made-up bids and their evaluation.
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

/// Three bids with round figures: the usual price with half points, 10 % dearer with three quarters, 25 % dearer with
/// nine tenths.
fn round_bids(model: &PreparedModel<'_>) -> LotField {
    let levels = Levels::of(model, None, None);
    let share = |n: i128| Ratio::new(n, 100).unwrap_or(Ratio::ONE);
    let bids = [(100, 50), (110, 75), (125, 90)].iter().enumerate();
    levels.field_of(bids.map(|(i, (p, q))| levels.bid(model, i, &share(*p), &share(*q))).collect())
}

fn counts(model: &PreparedModel<'_>, fields: &[LotField]) -> Counts {
    let mut counts = Counts::default();
    for field in fields {
        let Ok(outcome) = model.evaluate(field) else { continue };
        counts.lots += 1;
        let any = |is: fn(&Remark) -> bool| usize::from(outcome.remarks.iter().any(is));
        counts.rounding_changes_ranking += any(|r| matches!(r, Remark::RoundingChangesRanking { .. }));
        counts.rounding_makes_ties += any(|r| match r {
            Remark::RoundingChangesRanking { rounded, unrounded } => {
                let first = |ranks: &[Option<usize>]| ranks.iter().filter(|r| **r == Some(1)).count();
                first(rounded) > first(unrounded)
            }
            _ => false,
        });
        counts.widened += any(|r| matches!(r, Remark::ScaleWidened { .. }));
        counts.rejected += any(|r| matches!(r, Remark::OutsideScale { .. }));
        counts.zero_reference += any(|r| matches!(r, Remark::ZeroReference { .. }));
    }
    counts
}

/// A sum of per cents by a count, to one decimal.
fn share_of(sum: &Ratio, count: usize) -> Ratio {
    let count = Ratio::whole(i128::try_from(count).unwrap_or(1).max(1));
    sum.checked_div(&count).unwrap_or(Ratio::ZERO).rounded(1, Rounding::HalfUp)
}
