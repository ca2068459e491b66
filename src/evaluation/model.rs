//! An evaluation model prepared for many lots: leaves, the order in which they are computed, weights as fractions.

use super::{EvaluationError, error::EvaluationErrorKind as Kind};
use crate::{
    number::Ratio,
    tender::{EvaluationModel, Measure, Method, ModelKind},
};

/// A model made ready to evaluate many lots.
#[derive(Clone, Debug)]
pub struct PreparedModel<'a> {
    pub(super) model: &'a EvaluationModel,
    pub(super) scale: Ratio,
    /// The criteria with a method, in file order.
    pub(super) leaves: Vec<Leaf<'a>>,
    /// Places in `leaves` of those with a formula, each after those whose points it uses.
    pub(super) formulas: Vec<usize>,
    /// Every criterion after its children.
    pub(super) children_first: Vec<usize>,
    /// Weights as shares of 1, by criterion; only in a model of points.
    pub(super) shares: Vec<Ratio>,
}

/// A criterion with a method.
#[derive(Clone, Debug)]
pub(super) struct Leaf<'a> {
    pub(super) criterion: usize,
    pub(super) id: &'a str,
    pub(super) method: &'a Method,
    /// Its weight as a share of 1, multiplied down the tree; `None` where it or a parent has none.
    pub(super) share: Option<Ratio>,
}

impl<'a> PreparedModel<'a> {
    /// Makes a model ready.
    ///
    /// # Errors
    /// [`EvaluationError`] for a circle of formulas, or for a missing weight in a model of points.
    pub fn new(model: &'a EvaluationModel) -> Result<Self, EvaluationError> {
        let leaves: Vec<Leaf<'a>> = model
            .criteria
            .iter()
            .enumerate()
            .filter_map(|(criterion, c)| {
                let method = c.method.as_ref()?;
                Some(Leaf { criterion, id: &c.id, method, share: share_down_the_tree(model, criterion) })
            })
            .collect();
        let mut shares = Vec::new();
        if model.kind == ModelKind::Points {
            for (i, c) in model.criteria.iter().enumerate() {
                let weight = c.weight.ok_or_else(|| EvaluationError::new(Kind::NoWeight).in_criterion(i))?;
                shares.push(share(weight));
            }
        }
        let formulas = formulas_in_order(&leaves)?;
        let scale = Ratio::from(model.scale).reduced();
        Ok(PreparedModel { model, scale, leaves, formulas, children_first: children_first(model), shares })
    }

    /// The model as written.
    pub fn model(&self) -> &'a EvaluationModel {
        self.model
    }
}

fn share(weight: rust_decimal::Decimal) -> Ratio {
    Ratio::from(weight).checked_div(&Ratio::whole(100)).unwrap_or(Ratio::ZERO).reduced()
}

/// The weights of a criterion and of all its parents, multiplied (docs/reference/rules.md, "Evaluation models": gates).
fn share_down_the_tree(model: &EvaluationModel, criterion: usize) -> Option<Ratio> {
    let mut product = Ratio::ONE;
    let mut at = Some(criterion);
    // parents form no circle in a validated model; the bound keeps any other model from hanging
    for _ in 0..=model.criteria.len() {
        let Some(c) = at.and_then(|i| model.criteria.get(i)) else { break };
        product = (product * share(c.weight?)).reduced();
        at = c.parent;
    }
    Some(product)
}

fn children_first(model: &EvaluationModel) -> Vec<usize> {
    let depth = |mut i: usize| {
        let mut depth = 0;
        while let Some(parent) = model.criteria.get(i).and_then(|c| c.parent) {
            depth += 1;
            i = parent;
            if depth > model.criteria.len() {
                break;
            }
        }
        depth
    };
    let mut order: Vec<usize> = (0..model.criteria.len()).collect();
    order.sort_by_key(|i| std::cmp::Reverse(depth(*i)));
    order
}

/// Leaves with a formula, each after those whose points it uses.
fn formulas_in_order(leaves: &[Leaf<'_>]) -> Result<Vec<usize>, EvaluationError> {
    let mut left: Vec<usize> = (0..leaves.len())
        .filter(|i| leaves.get(*i).is_some_and(|l| matches!(l.method, Method::Formula { .. })))
        .collect();
    let mut order = Vec::new();
    while !left.is_empty() {
        let waits = |i: &usize| {
            leaves.get(*i).is_some_and(|leaf| match leaf.method {
                Method::Formula { formula, .. } => formula
                    .criteria()
                    .iter()
                    .any(|id| left.iter().any(|l| leaves.get(*l).is_some_and(|other| other.id == id))),
                _ => false,
            })
        };
        let (wait, ready): (Vec<usize>, Vec<usize>) = left.iter().copied().partition(waits);
        if ready.is_empty() {
            let criterion = wait.first().and_then(|i| leaves.get(*i)).map_or(0, |l| l.criterion);
            return Err(EvaluationError::new(Kind::CircularFormula).in_criterion(criterion));
        }
        order.extend(ready);
        left = wait;
    }
    Ok(order)
}

impl Method {
    /// What a leaf with this method measures; `None` for judged points.
    pub fn measure(&self) -> Option<&Measure> {
        match self {
            Method::Linear { measure, .. }
            | Method::Absolute { measure, .. }
            | Method::Proportional { measure, .. }
            | Method::MinMax { measure, .. }
            | Method::Formula { measure, .. } => Some(measure),
            Method::Judged => None,
        }
    }
}
