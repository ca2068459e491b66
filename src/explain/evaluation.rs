//! What decides between bids on a lot: the points of each criterion, and the evaluated price or the score that they and the
//! price make (`docs/reference/rules.md`, "Evaluation models").

use super::{Clause, Step, StepRule, unit_price::discount_won};
use crate::{
    evaluation::{EvaluatedBid, EvaluatedResult, LeafPoints, LotField, lot_field},
    number::{Figure, Money, Percent, Ratio, Rounding},
    outcome::Outcome,
    tender::{Adjustment, AssessmentScope, Criterion, Measure, Method, ModelKind, Outside, Place, Worth},
};

/// The evaluated price without combination discount, where prices decide.
fn evaluated_price(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Option<Money> {
    match &outcome.evaluated.lots[lot].bids[bid].as_ref()?.result {
        EvaluatedResult::Price(tiers) => tiers.first().copied(),
        EvaluatedResult::Score { .. } => None,
    }
}

/// Whether the distance is more than the bid could have lowered its evaluated price by, however low its own prices: then it
/// could not win the lot at any price (docs/reference/rules.md, "What every bidder is told"). It cannot lower
/// what its missing codes cost elsewhere. False where the distance does not measure its price: with a combination discount or a
/// formula.
pub(crate) fn could_not_win_at_any_price(outcome: &Outcome<'_>, bid: usize, lot: usize) -> bool {
    let Some(distance) = outcome.standings[bid][lot].distance else { return false };
    let combined = outcome.admitted.bids[bid].tiers.len() > 1;
    if combined || outcome.tender.award.suppliers_per_lot > 1 {
        return false;
    }
    let figures = outcome.admitted.bids[bid].lots[lot].figures().and_then(|f| f.first());
    let Some(own) = figures.and_then(|f| f.price.checked_sub(f.elsewhere).ok()) else { return false };
    match &outcome.tender.evaluation.kind {
        // lower by an amount, the evaluated price is lower by the same amount
        ModelKind::LowestPrice | ModelKind::EvaluatedPrice(Adjustment::Subtract | Adjustment::Add) => {
            distance > own
        }
        // lower to nothing, the evaluated price is nothing
        ModelKind::EvaluatedPrice(Adjustment::Uplift) => {
            evaluated_price(outcome, bid, lot).is_some_and(|e| distance > e)
        }
        ModelKind::Points | ModelKind::Formula { .. } => false,
    }
}

/// How the model turns the bid into what decides.
pub(super) fn deciding_figure(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Vec<Step> {
    let Some(evaluated) = &outcome.evaluated.lots[lot].bids[bid] else { return Vec::new() };
    let leaves = || leaf_points(outcome, bid, lot);
    let clause = Clause::EvaluationModels;
    let price = evaluated_price(outcome, bid, lot).unwrap_or_default();
    match &outcome.tender.evaluation.kind {
        ModelKind::LowestPrice => {
            vec![Step::new(StepRule::EvaluatedIsLotPrice, clause).with("result", price)]
        }
        ModelKind::Points => {
            let mut steps = leaves();
            steps.extend(score(outcome, evaluated));
            steps
        }
        ModelKind::EvaluatedPrice(adjustment) => {
            let mut steps = leaves();
            let figures = outcome.admitted.bids[bid].lots[lot].figures().and_then(|f| f.first());
            let lot_price = figures.map(|f| f.price).unwrap_or_default();
            steps.push(adjusted(outcome, *adjustment, lot, evaluated, (lot_price, price)));
            steps.extend(with_combination(outcome, Some(*adjustment), (bid, lot), evaluated));
            steps
        }
        ModelKind::Formula { formula, .. } => {
            let mut steps = leaves();
            let step = |rule| Step::new(rule, clause).with("formula", formula.text());
            steps.push(match &evaluated.result {
                EvaluatedResult::Score { rounded, unrounded } => step(StepRule::ScoreByFormula)
                    .with("result", rounded.clone())
                    .resting_on(rounded_step(unrounded, rounded)),
                EvaluatedResult::Price(_) => step(StepRule::EvaluatedByFormula).with("result", price),
            });
            if matches!(evaluated.result, EvaluatedResult::Price(_)) {
                steps.extend(with_combination(outcome, None, (bid, lot), evaluated));
            }
            steps
        }
    }
}

/// That a figure was rounded, if it was.
fn rounded_step(exact: &Ratio, result: &Ratio) -> Option<Step> {
    (exact != result).then(|| {
        Step::new(StepRule::Rounded, Clause::EvaluationModels)
            .with("exact", exact.clone())
            .with("result", result.clone())
    })
}

fn to(x: &Ratio, decimals: Option<u32>, mode: Rounding) -> Ratio {
    decimals.map_or_else(|| x.clone(), |d| x.rounded(d, mode))
}

/// The contributions of the criteria, parts beneath their parent, and their sum.
fn score(outcome: &Outcome<'_>, evaluated: &EvaluatedBid) -> Vec<Step> {
    let EvaluatedResult::Score { rounded, unrounded } = &evaluated.result else { return Vec::new() };
    let (parts, sum) = contributions(outcome, &evaluated.points, None, 0);
    let of_rounded = rounded_step(&sum, rounded);
    let mut step = Step::new(StepRule::Score, Clause::EvaluationModels)
        .with("result", rounded.clone())
        .with("unrounded", unrounded.clone());
    step = step.resting_on(parts).resting_on(of_rounded);
    vec![step]
}

/// The contributions of the criteria under a parent, and their sum (docs/reference/rules.md, "Evaluation models").
fn contributions(
    outcome: &Outcome<'_>,
    points: &[LeafPoints],
    parent: Option<usize>,
    depth: usize,
) -> (Vec<Step>, Ratio) {
    let model = &outcome.tender.evaluation;
    let (mut steps, mut sum) = (Vec::new(), Ratio::ZERO);
    // parents form no circle in a validated tender
    if depth > model.criteria.len() {
        return (steps, sum);
    }
    for (c, criterion) in model.criteria.iter().enumerate().filter(|(_, c)| c.parent == parent) {
        let leaf = points.iter().find(|p| p.criterion == c);
        let (parts, own) = match leaf {
            Some(leaf) => (Vec::new(), leaf.points.clone()),
            None => contributions(outcome, points, Some(c), depth + 1),
        };
        let weight = criterion.weight.map_or(Ratio::ZERO, Ratio::from);
        let exact = (&own * &weight).checked_div(&Ratio::whole(100)).unwrap_or(Ratio::ZERO);
        let contribution = to(&exact, model.rounding.weighted, model.rounding.mode);
        sum += &contribution;
        let step = Step::new(StepRule::Contribution, Clause::EvaluationModels)
            .with("criterion", criterion.title.as_str())
            .with("weight", weight)
            .with("points", own)
            .with("result", contribution.clone())
            .at("at_criterion", criterion.place);
        steps.push(step.resting_on(parts).resting_on(rounded_step(&exact, &contribution)));
    }
    (steps, sum)
}

/// E in the award, from the lot price with the combination discount, where the bid wins with one.
fn with_combination(
    outcome: &Outcome<'_>,
    adjustment: Option<Adjustment>,
    (bid, lot): (usize, usize),
    evaluated: &EvaluatedBid,
) -> Option<Step> {
    let discount = discount_won(outcome, bid, lot)?;
    let award = outcome.award.lots.get(lot)?;
    let (price, result) = (award.price?, award.evaluated_price?);
    let step = Step::new(StepRule::EvaluatedWithCombination, Clause::EvaluationModels);
    Some(
        step.with("discount", discount)
            .with("result", result)
            .resting_on(adjustment.map(|a| adjusted(outcome, a, lot, evaluated, (price, result)))),
    )
}

/// E, and what each criterion is worth.
fn adjusted(
    outcome: &Outcome<'_>,
    adjustment: Adjustment,
    lot: usize,
    evaluated: &EvaluatedBid,
    (price, result): (Money, Money),
) -> Step {
    let model = &outcome.tender.evaluation;
    let scale = Ratio::from(model.scale);
    let percent = |p: Percent| Ratio::from(p.to_decimal());
    let worths = evaluated.points.iter().filter_map(|leaf| {
        let criterion = model.criteria.get(leaf.criterion)?;
        let counted = match adjustment {
            Adjustment::Subtract => leaf.points.clone(),
            Adjustment::Add | Adjustment::Uplift => &scale - &leaf.points,
        };
        let (rule, worth) = match criterion.worth? {
            Worth::Value(value) => (StepRule::Worth, Ratio::kroner(value)),
            Worth::ValuePercent(p) => {
                let fallback = Ratio::kroner(outcome.admitted.fallback[lot]?);
                (StepRule::Worth, (fallback * percent(p)).checked_div(&Ratio::whole(100))?)
            }
            Worth::Uplift(p) => (StepRule::WorthUplift, percent(p)),
        };
        let result = (&worth * &counted).checked_div(&scale)?;
        Some(
            Step::new(rule, Clause::EvaluationModels)
                .with("criterion", criterion.title.as_str())
                .with("worth", worth)
                .with("points", counted)
                .with("scale", scale.clone())
                .with("result", result)
                .at("at_criterion", criterion.place),
        )
    });
    let rule = match adjustment {
        Adjustment::Subtract => StepRule::EvaluatedSubtract,
        Adjustment::Add => StepRule::EvaluatedAdd,
        Adjustment::Uplift => StepRule::EvaluatedUplift,
    };
    let worths: Vec<Step> = worths.collect();
    let sum = worths.iter().fold(Ratio::ZERO, |sum, step| match step.figure("result") {
        Some(Figure::Number(n)) => sum + n,
        _ => sum,
    });
    Step::new(rule, Clause::EvaluationModels)
        .with("result", result)
        .with("price", price)
        .with("adjustment", sum)
        .resting_on(worths)
}

/// What a leaf criterion measures of every admissible bid on a lot.
struct LotMeasures<'a> {
    outcome: &'a Outcome<'a>,
    lot: usize,
    /// Whether it is the lot price, in kroner.
    is_price: bool,
    /// By admissible bid: its measure.
    all: Vec<(usize, Ratio)>,
}

impl<'a> LotMeasures<'a> {
    fn new(outcome: &'a Outcome<'a>, lot: usize, field: &LotField, measure: &Measure) -> Self {
        let is_admissible = |bid: usize| outcome.evaluated.lots[lot].bids[bid].is_some();
        let all = field.bids.iter().filter(|e| is_admissible(e.bid)).filter_map(|e| {
            let own = match measure {
                Measure::Price => Ratio::kroner(e.price()),
                Measure::Value(name) => e.values.iter().find(|(n, _)| n == name)?.1.clone(),
            };
            Some((e.bid, own))
        });
        LotMeasures { outcome, lot, is_price: *measure == Measure::Price, all: all.collect() }
    }

    /// A measure as it is shown: a price in kroner and øre, another measure as a number.
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

    /// The slope or zero point used, and a step if it was widened.
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
fn leaf_points(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Vec<Step> {
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
            let measured = LotMeasures::new(outcome, lot, field, measure);
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
    measured: &LotMeasures<'_>,
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
