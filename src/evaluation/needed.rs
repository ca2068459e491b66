//! What a loser would have needed on a lot: the highest price at which it would win with its points, and the least
//! points with which it would win at its price.
//!
//! A bid wins if it alone has rank 1 on the lot. Its own price may move the references. Between two breakpoints of the
//! methods (own prices at which a method changes its course, the other bids held fixed: the prices of the others, the ends
//! and the steps of scales) the lead over each other bid only falls as the own price rises, so the highest winning price is
//! found by halving, exactly to the øre. A formula has no breakpoints that can be read off it: there the prices of the
//! others are taken, and the answer is marked as not certain.

use std::collections::BTreeSet;

use super::{LotEntry, LotField, PreparedModel, Remark};
use crate::{
    number::{Money, Ratio},
    tender::{Measure, Method, ModelKind, Outside, Widening},
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

/// Where regions of the own price begin, in øre, and from which price on the method is known to be monotone in each.
pub(super) struct Breakpoints {
    pub(super) starts: BTreeSet<i128>,
    /// `None`: nowhere.
    pub(super) certain_from: Option<i128>,
}

/// The most breakpoints that are collected.
const MOST: usize = 200_000;

/// The breakpoints from 0 to `top` øre; `None` where there are too many.
pub(super) fn breakpoints(
    prepared: &PreparedModel<'_>,
    field: &LotField,
    place: usize,
    top: i128,
) -> Option<Breakpoints> {
    let others: Vec<Ratio> = field
        .bids
        .iter()
        .enumerate()
        .filter(|(i, _)| *i != place)
        .map(|(_, b)| Ratio::kroner(b.price()))
        .collect();
    let mut found = Collected { starts: BTreeSet::from([0]), top };
    let mut directions = (false, false);
    let mut formula = false;
    let mut certain_from = 0;
    if let ModelKind::Formula { .. } = prepared.model.kind {
        formula = true;
        others.iter().for_each(|p| found.at(p));
    }
    for leaf in &prepared.leaves {
        if matches!(leaf.method, Method::Formula { .. }) {
            formula = true;
            others.iter().for_each(|p| found.at(p));
        }
        if leaf.method.measure() != Some(&Measure::Price) {
            continue;
        }
        // at 0 the reference is 0
        found.at(&Ratio::ZERO);
        others.iter().for_each(|p| found.at(p));
        match leaf.method {
            Method::Linear { slope, outside, higher_is_better, .. } => {
                note(&mut directions, *higher_is_better);
                if let Outside::Widen(Widening { ceiling: None, .. }) = outside {
                    certain_from = lowest_of(&others).to_money_half_up().map_or(0, |m| m.ore() / 10);
                }
                for scale in scales(*slope, outside, &others, top)? {
                    slope_meets(&mut found, &others, &scale, *higher_is_better);
                    if found.starts.len() > MOST {
                        return None;
                    }
                }
            }
            Method::Absolute { full_at, zero_at, outside, .. } => {
                note(&mut directions, false);
                found.at(&Ratio::from(*full_at));
                found.at(&Ratio::from(*zero_at));
                if let Outside::Widen(w) = outside {
                    let last = Ratio::new(top, 100).unwrap_or(Ratio::ZERO);
                    for edge in steps(w, &last)? {
                        found.at(&edge);
                    }
                }
            }
            Method::Proportional { higher_is_better, .. } | Method::MinMax { higher_is_better, .. } => {
                note(&mut directions, *higher_is_better);
            }
            Method::Judged | Method::Formula { .. } => {}
        }
    }
    let certain = !formula && directions != (true, true);
    Some(Breakpoints { starts: found.starts, certain_from: certain.then_some(certain_from) })
}

struct Collected {
    starts: BTreeSet<i128>,
    top: i128,
}

impl Collected {
    /// A region ends at this price and another begins above it; the price itself may be either's.
    fn at(&mut self, kroner: &Ratio) {
        let ore = (kroner * Ratio::whole(100)).rounded(0, crate::number::Rounding::Down).to_whole();
        let Some(ore) = ore else { return };
        for start in [ore, ore + 1] {
            if (0..=self.top).contains(&start) {
                self.starts.insert(start);
            }
        }
    }
}

/// Whether a rising price loses points, or gains them.
fn note(directions: &mut (bool, bool), higher_is_better: bool) {
    if higher_is_better {
        directions.1 = true;
    } else {
        directions.0 = true;
    }
}

/// Every slope in per cent that may end at a bid: the stated one, the steps, the ceiling.
fn scales(
    slope: rust_decimal::Decimal,
    outside: &Outside,
    others: &[Ratio],
    top: i128,
) -> Option<Vec<Ratio>> {
    let mut out = vec![Ratio::from(slope)];
    if let Outside::Widen(w) = outside {
        // the widest that two prices can need: the highest against the lowest above 0, which may be the own
        let lowest = lowest_of(others);
        let highest = Ratio::new(top, 100).unwrap_or(Ratio::ZERO);
        let most = (highest * Ratio::whole(100)).checked_div(&lowest).unwrap_or(Ratio::ZERO);
        // an own price far below the lowest widens farther; steps up to ten times as wide are looked at one by one
        let most = most * Ratio::whole(10);
        out.extend(steps(w, &most)?);
    }
    Some(out)
}

/// The lowest price above 0 among the others.
fn lowest_of(others: &[Ratio]) -> Ratio {
    others.iter().filter(|p| !p.is_zero()).min().cloned().unwrap_or(Ratio::ONE)
}

/// `first`, then by `step`, up to the ceiling or the first beyond `most`; `None` where there are too many.
fn steps(widening: &Widening, most: &Ratio) -> Option<Vec<Ratio>> {
    let (first, step) = (Ratio::from(widening.first), Ratio::from(widening.step));
    let ceiling = widening.ceiling.map(Ratio::from);
    let mut out: Vec<Ratio> = ceiling.iter().cloned().collect();
    let mut edge = first;
    loop {
        if ceiling.as_ref().is_some_and(|c| edge > *c) {
            return Some(out);
        }
        out.push(edge.clone());
        if edge > *most {
            return Some(out);
        }
        if out.len() > MOST || step.is_zero() {
            return None;
        }
        edge += &step;
    }
}

/// The own prices at which a slope from one price ends exactly at another.
fn slope_meets(found: &mut Collected, others: &[Ratio], percent: &Ratio, higher_is_better: bool) {
    let share = percent.checked_div(&Ratio::whole(100)).unwrap_or(Ratio::ZERO);
    let factor = if higher_is_better { Ratio::ONE - &share } else { Ratio::ONE + &share };
    for other in others {
        // the other is the reference and the own price lies at the end, or the other way round
        found.at(&(other * &factor));
        if let Some(own) = other.checked_div(&factor) {
            found.at(&own);
        }
    }
}
