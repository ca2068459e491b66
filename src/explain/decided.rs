//! What decides between bids on a lot: the evaluated price or the score, from points and prices.

use super::{Clause, Step, StepRule, line::discount_won, points::leaf_points};
use crate::{
    evaluation::{EvaluatedBid, EvaluatedResult, LeafPoints},
    number::{Money, Percent, Ratio, Rounding},
    outcome::Outcome,
    tender::{Adjustment, ModelKind, Worth},
};

/// The evaluated price without combination discount, where prices decide.
pub(super) fn evaluated_price(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Option<Money> {
    match &outcome.evaluated.lots[lot].bids[bid].as_ref()?.result {
        EvaluatedResult::Price(tiers) => tiers.first().copied(),
        EvaluatedResult::Score { .. } => None,
    }
}

/// Whether the distance is more than the bid could have lowered its evaluated price by, however low its own prices: then it
/// could not win the lot at any price (docs/reference/rules.md, "What every bidder is told"). What its missing codes cost elsewhere it
/// cannot lower. Nothing is said where a combination discount or a formula makes the distance no measure of its price.
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
pub(super) fn decided(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Vec<Step> {
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
pub(super) fn rounded_step(exact: &Ratio, result: &Ratio) -> Option<Step> {
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
        Some(crate::number::Figure::Number(n)) => sum + n,
        _ => sum,
    });
    Step::new(rule, Clause::EvaluationModels)
        .with("result", result)
        .with("price", price)
        .with("adjustment", sum)
        .resting_on(worths)
}
