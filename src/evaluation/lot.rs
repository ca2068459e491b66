//! The evaluation of one lot from plain figures, without the tender behind them: the bids that compete, what the evaluation
//! results in, and the ranks.

use super::{
    EvaluatedBid, EvaluatedResult, EvaluationError, PreparedModel, ScaleUsed,
    leaf_points::{AllPoints, Measures, all_points},
    rejection::{gates_not_passed, reject_in_rounds},
    result::{Adjuster, formula_results, score},
};
use crate::{
    number::{Money, Ratio},
    tender::{EvaluationModel, GateOn, ModelKind},
};

/// The bids that compete on a lot, and what the lot is worth.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LotField {
    /// The bids, in file order.
    pub bids: Vec<LotEntry>,
    /// The lot's value at the discount base; `None` where some procedure has no price there.
    pub tariff_value: Option<Money>,
    /// What the lot costs at the fallback; `None` where unknown.
    pub fallback: Option<Money>,
}

/// A bid on a lot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LotEntry {
    /// Its number in the tender.
    pub bid: usize,
    /// The lot price by tier of the bid; the first is without combination discount.
    pub prices: Vec<Money>,
    /// Judged points, by criterion of the model.
    pub judged: Vec<Option<Ratio>>,
    /// Measured values by name.
    pub values: Vec<(String, Ratio)>,
}

impl LotEntry {
    /// The lot price without combination discount.
    pub fn price(&self) -> Money {
        self.prices.first().copied().unwrap_or(Money::ZERO)
    }
}

/// The evaluation of one lot. Bids are numbered by their place in the field.
#[derive(Clone, Debug, PartialEq)]
pub struct LotOutcome {
    /// By bid of the field: its points and its result; `None` where it was rejected.
    pub bids: Vec<Option<EvaluatedBid>>,
    /// The scales used where they could widen, by leaf.
    pub scales: Vec<ScaleUsed>,
    /// What must be reported, in order: gates, rejections by round, then the lot.
    pub remarks: Vec<Remark>,
}

/// Something that must be reported about an evaluation.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    /// The bid has fewer points than a gate demands.
    BelowGate {
        /// Which bid.
        bid: usize,
        /// Which gate.
        on: GateOn,
        /// Its points, unrounded.
        points: Ratio,
        /// The least points.
        min: Ratio,
    },
    /// The bid lies outside a scale that rejects.
    OutsideScale {
        /// Which bid.
        bid: usize,
        /// In which criterion.
        criterion: usize,
        /// Its measure.
        measure: Ratio,
        /// The last measure within the scale.
        edge: Ratio,
    },
    /// The bid was rejected against a reference that other rejected bids alone set.
    ExcludedByExcluded {
        /// Which bid.
        bid: usize,
        /// In which criterion.
        criterion: usize,
        /// The first of the bids that set the reference.
        by: usize,
    },
    /// The reference is 0: the bid at it gets full points, every other none.
    ZeroReference {
        /// In which criterion.
        criterion: usize,
    },
    /// The scale was widened.
    ScaleWidened {
        /// In which criterion.
        criterion: usize,
        /// The slope or zero point used.
        used: Ratio,
        /// The bid that caused it.
        by: usize,
    },
    /// Rounding changes the ranking: the ranks with and without any rounding, by bid; `None` where it was rejected.
    RoundingChangesRanking {
        /// As published.
        rounded: Vec<Option<usize>>,
        /// Without rounding at any stage.
        unrounded: Vec<Option<usize>>,
    },
}

impl LotOutcome {
    /// The competition ranks (1, 2, 2, 4) on the lot, without combination discounts; `None` where a bid was rejected.
    pub fn ranks(&self) -> Vec<Option<usize>> {
        ranks(&self.bids)
    }

    /// The bids of rank 1.
    pub fn winners(&self) -> Vec<usize> {
        let best = self.bids.iter().flatten().filter_map(|b| RankKey::of(&b.result)).min();
        let Some(best) = best else { return Vec::new() };
        let is_best = |b: &Option<EvaluatedBid>| {
            b.as_ref().and_then(|b| RankKey::of(&b.result)).is_some_and(|s| s == best)
        };
        self.bids.iter().enumerate().filter(|(_, b)| is_best(b)).map(|(i, _)| i).collect()
    }
}

/// A result as it is ranked: better is less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum RankKey<'a> {
    /// The evaluated price without combination discount.
    Price(Money),
    /// The rounded score.
    Score(std::cmp::Reverse<&'a Ratio>),
}

impl<'a> RankKey<'a> {
    fn of(result: &'a EvaluatedResult) -> Option<Self> {
        match result {
            EvaluatedResult::Price(tiers) => tiers.first().map(|p| RankKey::Price(*p)),
            EvaluatedResult::Score { rounded, .. } => Some(RankKey::Score(std::cmp::Reverse(rounded))),
        }
    }
}

/// The competition ranks (1, 2, 2, 4) of evaluated bids, without combination discounts.
pub(super) fn ranks(bids: &[Option<EvaluatedBid>]) -> Vec<Option<usize>> {
    let results: Vec<Option<RankKey<'_>>> =
        bids.iter().map(|b| b.as_ref().and_then(|b| RankKey::of(&b.result))).collect();
    competition_ranks(&results)
}

/// Competition ranks: one more than the number of better ones; less is better.
fn competition_ranks<T: Ord>(results: &[Option<T>]) -> Vec<Option<usize>> {
    let mut order: Vec<(&T, usize)> =
        results.iter().enumerate().filter_map(|(i, r)| r.as_ref().map(|r| (r, i))).collect();
    order.sort_by(|a, b| a.0.cmp(b.0));
    let mut ranks = vec![None; results.len()];
    let mut rank = 1;
    for (place, (result, bid)) in order.iter().enumerate() {
        if place > 0 && order.get(place - 1).is_some_and(|before| before.0 != *result) {
            rank = place + 1;
        }
        if let Some(slot) = ranks.get_mut(*bid) {
            *slot = Some(rank);
        }
    }
    ranks
}

/// What decides, and where it is a price the figure that would decide without any rounding.
type Decided = (EvaluatedResult, Option<Ratio>);

/// Evaluates the bids on one lot (docs/reference/rules.md, "Evaluation models"): gates first, then rejection in rounds, then
/// references and scales from the remaining bids, then points, then what decides.
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
        let mut remaining = vec![true; field.bids.len()];
        for (place, entry) in field.bids.iter().enumerate() {
            let failed = gates_not_passed(self, place, entry)?;
            if let (false, Some(s)) = (failed.is_empty(), remaining.get_mut(place)) {
                *s = false;
            }
            remarks.extend(failed);
        }
        let prices: Vec<Ratio> = field.bids.iter().map(|b| Ratio::kroner(b.price())).collect();
        let measures = Measures::of(self, field, &prices, &remaining)?;
        remarks.extend(reject_in_rounds(self, &measures, &mut remaining));
        let AllPoints { by_bid, scales, remarks: about_scales } =
            all_points(self, field, &prices, &measures, &remaining)?;
        remarks.extend(about_scales);
        let results = self.results(field, &prices, &remaining, &by_bid)?;
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
        remaining: &[bool],
        by_bid: &[Vec<super::LeafPoints>],
    ) -> Result<Vec<Option<Decided>>, EvaluationError> {
        let adjuster = match self.model.kind {
            ModelKind::EvaluatedPrice(adjustment) if remaining.contains(&true) => {
                Some(Adjuster::on_lot(self, adjustment, field)?)
            }
            _ => None,
        };
        let mut by_formula = match &self.model.kind {
            ModelKind::Formula { formula, best } => {
                formula_results(self, (formula, *best), field, prices, remaining, by_bid)?
            }
            _ => Vec::new(),
        }
        .into_iter();
        let mut out = Vec::with_capacity(field.bids.len());
        for (((entry, points), price), remains) in field.bids.iter().zip(by_bid).zip(prices).zip(remaining) {
            if !remains {
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
    let rounded: Vec<_> = results.iter().map(|r| r.as_ref().and_then(|(r, _)| RankKey::of(r))).collect();
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
