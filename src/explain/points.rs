//! The points of each leaf: the formula of its method with the figures filled in, whose the references are, and rounding.

use super::{Clause, Step, StepRule, decided::rounded_step};
use crate::{
    evaluation::{LeafPoints, LotField, lot_field},
    number::{Figure, Ratio},
    outcome::Outcome,
    tender::{AssessmentScope, Criterion, Measure, Method, Outside, Place},
};

/// What a leaf measures for every bid that stands on the lot.
struct Measured<'a> {
    outcome: &'a Outcome<'a>,
    lot: usize,
    /// Whether it is the lot price, in kroner.
    is_price: bool,
    /// By bid that stands: its measure.
    all: Vec<(usize, Ratio)>,
}

impl<'a> Measured<'a> {
    fn of(outcome: &'a Outcome<'a>, lot: usize, field: &LotField, measure: &Measure) -> Self {
        let stands = |bid: usize| outcome.evaluated.lots[lot].bids[bid].is_some();
        let all = field.bids.iter().filter(|e| stands(e.bid)).filter_map(|e| {
            let own = match measure {
                Measure::Price => Ratio::kroner(e.price()),
                Measure::Value(name) => e.values.iter().find(|(n, _)| n == name)?.1.clone(),
            };
            Some((e.bid, own))
        });
        Measured { outcome, lot, is_price: *measure == Measure::Price, all: all.collect() }
    }

    /// A measure as it is told: a price in kroner and øre, another measure as a number.
    fn figure(&self, measure: &Ratio) -> Figure {
        match measure.to_money_half_up() {
            Some(money) if self.is_price && Ratio::kroner(money) == *measure => Figure::Money(money),
            _ => Figure::Number(measure.clone()),
        }
    }

    fn own(&self, bid: usize) -> Ratio {
        self.all.iter().find(|(b, _)| *b == bid).map_or(Ratio::ZERO, |(_, m)| m.clone())
    }

    fn low(&self) -> Option<&(usize, Ratio)> {
        self.all.iter().min_by(|a, b| a.1.cmp(&b.1))
    }

    fn high(&self) -> Option<&(usize, Ratio)> {
        // of equals the first in the file
        self.all.iter().rev().max_by(|a, b| a.1.cmp(&b.1))
    }

    /// The lowest and the highest measure, and whose they are.
    fn references(&self) -> Option<Step> {
        let ((low_of, low), (high_of, high)) = (self.low()?, self.high()?);
        let bidder = |b: usize| self.outcome.tender.bids[b].bidder.as_str();
        Some(
            Step::new(StepRule::References, Clause::EvaluationModels)
                .with("low", self.figure(low))
                .with("low_of", bidder(*low_of))
                .with("high", self.figure(high))
                .with("high_of", bidder(*high_of)),
        )
    }

    /// The slope or zero point used, and the step that tells of it if it was widened.
    fn scale_used(&self, criterion: usize, stated: Ratio, slope: bool) -> (Ratio, Option<Step>) {
        let scales = &self.outcome.evaluated.lots[self.lot].scales;
        let Some(scale) = scales.iter().find(|s| s.criterion == criterion) else { return (stated, None) };
        let widened_by = scale.widened_by.filter(|_| scale.widened);
        let step = widened_by.map(|by| {
            let (rule, stated, used) = match slope {
                true => (StepRule::SlopeWidened, Figure::from(stated), Figure::from(scale.used.clone())),
                false => (StepRule::ScaleWidened, self.figure(&stated), self.figure(&scale.used)),
            };
            Step::new(rule, Clause::EvaluationModels)
                .with("stated", stated)
                .with("used", used)
                .with("bidder", self.outcome.tender.bids[by].bidder.as_str())
        });
        (scale.used.clone(), step)
    }
}

/// One step for each leaf, in file order.
pub(super) fn leaf_points(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Vec<Step> {
    let Some(evaluated) = &outcome.evaluated.lots[lot].bids[bid] else { return Vec::new() };
    let field = lot_field(outcome.tender, &outcome.admitted, lot);
    evaluated.points.iter().filter_map(|leaf| leaf_step(outcome, (bid, lot), &field, leaf)).collect()
}

fn leaf_step(
    outcome: &Outcome<'_>,
    (bid, lot): (usize, usize),
    field: &LotField,
    leaf: &LeafPoints,
) -> Option<Step> {
    let model = &outcome.tender.evaluation;
    let criterion = model.criteria.get(leaf.criterion)?;
    let method = criterion.method.as_ref()?;
    let scale = Ratio::from(model.scale);
    let named = |rule| {
        Step::new(rule, Clause::EvaluationModels)
            .with("criterion", criterion.title.as_str())
            .with("result", leaf.points.clone())
            .with("unrounded", leaf.unrounded.clone())
            .with("scale", scale.clone())
    };
    let step = match method.measure() {
        None => {
            let place = judged_at(outcome, bid, lot, criterion).unwrap_or(criterion.place);
            named(StepRule::Judged).at("at_points", place)
        }
        Some(measure) => {
            let measured = Measured::of(outcome, lot, field, measure);
            let step = by_method(&measured, bid, leaf, criterion, method, &named)?;
            let step =
                step.with("p", measured.figure(&measured.own(bid))).at("at_criterion", criterion.place);
            match stated_at(outcome, bid, measure) {
                Some(place) => {
                    let name = match measure {
                        Measure::Price => "price",
                        Measure::Value(name) => name.as_str(),
                    };
                    let of = Step::new(StepRule::Measure, Clause::EvaluationModels);
                    step.resting_on([of
                        .with("name", name)
                        .with("result", measured.own(bid))
                        .at("at_value", place)])
                }
                None => step,
            }
        }
    };
    Some(step.resting_on(rounded_step(&leaf.unrounded, &leaf.points)))
}

fn by_method(
    measured: &Measured<'_>,
    bid: usize,
    leaf: &LeafPoints,
    criterion: &Criterion,
    method: &Method,
    named: &dyn Fn(StepRule) -> Step,
) -> Option<Step> {
    let (low, high) = (measured.low()?.1.clone(), measured.high()?.1.clone());
    let with_references = |step: Step| {
        step.with("low", measured.figure(&low))
            .with("high", measured.figure(&high))
            .resting_on(measured.references())
    };
    let zero = |higher: bool| if higher { high.is_zero() } else { low.is_zero() };
    Some(match method {
        Method::Judged => return None,
        Method::Formula { formula, .. } => named(StepRule::Formula).with("formula", formula.text()),
        Method::Linear { higher_is_better, .. } | Method::Proportional { higher_is_better, .. }
            if zero(*higher_is_better) =>
        {
            with_references(named(StepRule::ZeroReference))
        }
        Method::Linear { slope, outside, higher_is_better, .. } => {
            let (used, widened) = measured.scale_used(leaf.criterion, Ratio::from(*slope), true);
            let rule = match higher_is_better {
                false => StepRule::Linear,
                true => StepRule::LinearHigherIsBetter,
            };
            with_references(named(rule).with("slope", used))
                .resting_on(widened)
                .resting_on(below_zero(outside, leaf))
        }
        Method::Absolute { full_at, zero_at, outside, .. } => {
            let (used, widened) = measured.scale_used(leaf.criterion, Ratio::from(*zero_at), false);
            let full_at = Ratio::from(*full_at);
            let above = (measured.own(bid) < full_at)
                .then(|| Step::new(StepRule::AboveFullCountsAsFull, Clause::EvaluationModels));
            named(StepRule::Absolute)
                .with("zero_at", measured.figure(&used))
                .with("full_at", measured.figure(&full_at))
                .resting_on(widened)
                .resting_on(above)
                .resting_on(below_zero(outside, leaf))
        }
        Method::Proportional { higher_is_better, .. } => with_references(named(match higher_is_better {
            false => StepRule::Proportional,
            true => StepRule::ProportionalHigherIsBetter,
        })),
        Method::MinMax { .. } if low == high => {
            with_references(named(StepRule::MinMaxAllEqual)).at("at_criterion", criterion.place)
        }
        Method::MinMax { higher_is_better, .. } => with_references(named(match higher_is_better {
            false => StepRule::MinMax,
            true => StepRule::MinMaxHigherIsBetter,
        })),
    })
}

/// With `outside = "zero"` a bid without points may have had a result below 0.
fn below_zero(outside: &Outside, leaf: &LeafPoints) -> Option<Step> {
    (*outside == Outside::Zero && leaf.unrounded.is_zero())
        .then(|| Step::new(StepRule::BelowZeroCountsAsZero, Clause::EvaluationModels))
}

/// Where the judged points are written: judgement for one lot overrules that for the structure, and that the general one.
fn judged_at(outcome: &Outcome<'_>, bid: usize, lot: usize, criterion: &Criterion) -> Option<Place> {
    let structure = outcome.structure;
    let scopes = [
        AssessmentScope::Lot { structure, lot },
        AssessmentScope::Structure(structure),
        AssessmentScope::Everywhere,
    ];
    scopes.iter().find_map(|scope| {
        let own = outcome.tender.assessments.iter().filter(|a| a.bid == bid && a.scope == *scope);
        own.flat_map(|a| &a.points)
            .filter(|(id, _, _)| *id == criterion.id)
            .map(|(_, _, place)| *place)
            .next_back()
    })
}

/// Where a measured value is written.
fn stated_at(outcome: &Outcome<'_>, bid: usize, measure: &Measure) -> Option<Place> {
    let Measure::Value(name) = measure else { return None };
    outcome.tender.bids[bid].values.iter().find(|(n, _, _)| n == name).map(|(_, _, place)| *place)
}
