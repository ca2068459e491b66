//! What a loser would have needed on a lot: the highest price at which it would win with its points, and the least
//! points with which it would win at its price.
//!
//! A bid wins if it alone has rank 1 on the lot. Its own price may move the references. Between two breakpoints of the
//! methods (the prices of the others, the ends and the steps of scales) the lead over each other bid only falls as the
//! own price rises, so the highest winning price is found by halving, exactly to the øre. A formula has no breakpoints
//! that can be read off it: there the prices of the others are taken, and the answer is marked as not certain.

use super::{
    LotEntry, LotField, PreparedModel, Remark,
    breakpoints::{Breakpoints, breakpoints},
};
use crate::{
    number::{Money, Ratio},
    tender::{Method, ModelKind},
};

/// What a bid would have needed to win a lot alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needed {
    /// The highest price on the lot at which it would win with its points.
    pub price: NeededPrice,
    /// By judged criterion in file order: the least points with which it would win at its price, the others unchanged.
    pub points: Vec<NeededPoints>,
}

/// The highest price at which a bid would win.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NeededPrice {
    /// This price, searched up to the highest price on the lot.
    AtMost {
        /// The price.
        price: Money,
        /// Whether it is proven that no higher price up to the highest on the lot wins. With a formula it is assumed,
        /// as it is below a tenth of the lowest other price where a slope widens without a ceiling.
        certain: bool,
    },
    /// None.
    Never(NeverReason),
}

/// The least points with which a bid would win.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeededPoints {
    /// In which judged criterion.
    pub criterion: usize,
    /// The points, to the decimals of the model's points (two where they are not rounded), or why there are none.
    pub least: Result<Ratio, NeverReason>,
    /// Whether fewer points never win; with a formula that is assumed.
    pub certain: bool,
}

/// Why nothing would have been enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeverReason {
    /// It is below a gate, which no price helps.
    BelowGate,
    /// It would not win at any price, not even for nothing.
    NotAtAnyPrice,
    /// It would not win with full points.
    NotWithFullPoints,
    /// Too many steps of a scale to look at each.
    TooManySteps,
}

/// Regions times bids that are looked at before giving up.
const WORK: usize = 4_000_000;

impl PreparedModel<'_> {
    /// What the bid at a place of the field would have needed to win.
    pub fn needed(&self, field: &LotField, place: usize) -> Needed {
        let trial = Trial { model: self, field, place };
        Needed { price: trial.highest_price(), points: trial.least_points() }
    }
}

/// A bid whose price and points are varied.
struct Trial<'a> {
    model: &'a PreparedModel<'a>,
    field: &'a LotField,
    place: usize,
}

impl Trial<'_> {
    /// Whether the bid would win alone, changed so. Where the model has no result, it would not.
    fn wins(&self, change: impl FnOnce(&mut LotEntry)) -> bool {
        let mut field = self.field.clone();
        if let Some(entry) = field.bids.get_mut(self.place) {
            change(entry);
        }
        self.model.evaluate(&field).is_ok_and(|outcome| outcome.winners() == [self.place])
    }

    fn wins_at(&self, ore: i128) -> bool {
        self.wins(|entry| entry.prices = vec![Money::from_ore(ore)])
    }

    /// The highest price on the lot at which it would win with its points.
    fn highest_price(&self) -> NeededPrice {
        if self.is_below_a_gate() {
            return NeededPrice::Never(NeverReason::BelowGate);
        }
        let top = self.field.bids.iter().map(|b| b.price().ore()).max().unwrap_or(0).max(0);
        let Some(Breakpoints { starts, certain_from }) = breakpoints(self.model, self.field, self.place, top)
        else {
            return NeededPrice::Never(NeverReason::TooManySteps);
        };
        if starts.len().saturating_mul(self.field.bids.len()) > WORK {
            return NeededPrice::Never(NeverReason::TooManySteps);
        }
        let mut last = top;
        for first in starts.into_iter().rev() {
            if first > last {
                continue;
            }
            if let Some(ore) = self.highest_between(first, last) {
                let certain = certain_from.is_some_and(|from| ore >= from);
                return NeededPrice::AtMost { price: Money::from_ore(ore), certain };
            }
            last = first - 1;
        }
        NeededPrice::Never(NeverReason::NotAtAnyPrice)
    }

    /// Within a region in which the lead only falls, or only grows, as the price rises.
    fn highest_between(&self, first: i128, last: i128) -> Option<i128> {
        if self.wins_at(last) {
            return Some(last);
        }
        if first == last || !self.wins_at(first) {
            return None;
        }
        let (mut wins, mut loses) = (first, last);
        while loses - wins > 1 {
            let middle = wins + (loses - wins) / 2;
            if self.wins_at(middle) {
                wins = middle;
            } else {
                loses = middle;
            }
        }
        Some(wins)
    }

    fn is_below_a_gate(&self) -> bool {
        let is_it = |r: &Remark| matches!(r, Remark::BelowGate { bid, .. } if *bid == self.place);
        self.model.evaluate(self.field).is_ok_and(|outcome| outcome.remarks.iter().any(is_it))
    }

    /// For each judged criterion the least points with which it would win at its price, the others unchanged.
    fn least_points(&self) -> Vec<NeededPoints> {
        let certain = !self.model.has_formula();
        let judged = self.model.leaves.iter().filter(|l| *l.method == Method::Judged);
        judged
            .map(|leaf| NeededPoints {
                criterion: leaf.criterion,
                least: self.least_in(leaf.criterion),
                certain,
            })
            .collect()
    }

    /// More points never hurt: halving over the grid of the points' decimals.
    fn least_in(&self, criterion: usize) -> Result<Ratio, NeverReason> {
        let unit = 10_i128.pow(self.model.model.rounding.points.unwrap_or(2).min(15));
        let points = |steps: i128| Ratio::new(steps, unit).unwrap_or(Ratio::ZERO);
        let wins = |points: Ratio| {
            self.wins(|entry| {
                if let Some(slot) = entry.judged.get_mut(criterion) {
                    *slot = Some(points);
                }
            })
        };
        let full = &self.model.scale * Ratio::whole(unit);
        let most = full.rounded(0, crate::number::Rounding::Down).to_whole().unwrap_or(0);
        if !wins(points(most)) {
            return if wins(self.model.scale.clone()) {
                Ok(self.model.scale.clone())
            } else {
                Err(NeverReason::NotWithFullPoints)
            };
        }
        let (mut loses, mut enough) = (-1, most);
        while enough - loses > 1 {
            let middle = loses + (enough - loses) / 2;
            if wins(points(middle)) {
                enough = middle;
            } else {
                loses = middle;
            }
        }
        Ok(points(enough))
    }
}

impl PreparedModel<'_> {
    /// Whether any part of the model is a formula.
    pub(super) fn has_formula(&self) -> bool {
        matches!(self.model.kind, ModelKind::Formula { .. }) || !self.formulas.is_empty()
    }
}
