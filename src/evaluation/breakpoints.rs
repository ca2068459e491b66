//! The own prices at which a method changes its course, the other bids held fixed.

use std::collections::BTreeSet;

use super::{LotField, PreparedModel};
use crate::{
    number::Ratio,
    tender::{Measure, Method, ModelKind, Outside, Widening},
};

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
