//! What decides on a lot: the score, or the evaluated price.

use std::collections::{BTreeMap, BTreeSet};

use num_traits::Zero;

use super::{
    super::{
        exact::{Exact, kroner, ore_half_up, rounded_if, whole},
        facts::{Evaluation, Kind, Measure},
        findings::Expected,
        formula::{self, Formula, FormulaBid, FormulaLot, Run},
    },
    Field, NoResult, Points, PointsOfBid, Scale,
    points::{formula_bids, formula_lot, names},
};

/// What decides for one bid on a lot, without combination discount.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) enum Decides {
    /// In øre, and without rounding in kroner.
    Price {
        ore: i128,
        unrounded: Exact,
    },
    Score {
        rounded: Exact,
        unrounded: Exact,
    },
}

impl Decides {
    /// Better is less.
    pub(in super::super) fn key(&self) -> Exact {
        match self {
            Decides::Price { ore, .. } => kroner(*ore),
            Decides::Score { rounded, .. } => -rounded,
        }
    }

    pub(in super::super) fn unrounded_key(&self) -> Exact {
        match self {
            Decides::Price { unrounded, .. } => unrounded.clone(),
            Decides::Score { unrounded, .. } => -unrounded,
        }
    }
}

/// A lot, evaluated.
#[derive(Debug)]
pub(in super::super) struct LotResult<'a> {
    pub(in super::super) field: Field<'a>,
    pub(in super::super) points: BTreeMap<usize, PointsOfBid>,
    /// By bid that stands.
    pub(in super::super) decides: BTreeMap<usize, Decides>,
    /// Competition ranks (1, 2, 2, 4), by bid.
    pub(in super::super) ranks: BTreeMap<usize, u64>,
    pub(in super::super) scales: Vec<Scale>,
    /// Of the lot.
    pub(in super::super) findings: Vec<Expected>,
    /// Of bids on the lot.
    pub(in super::super) bid_findings: Vec<(usize, Expected)>,
    worth: Worth,
}

/// How a lot price becomes an evaluated price.
#[derive(Debug)]
pub(super) enum Worth {
    /// It is the evaluated price, or scores decide.
    Nothing,
    /// What full points are worth, by leaf: kroner, or a share of the price.
    ByLeaf(BTreeMap<String, Exact>),
    Formula(Box<(Formula, FormulaLot)>),
}

/// What a lot's prices and points give.
pub(super) fn results<'a>(
    field: Field<'a>,
    standing: &BTreeSet<usize>,
    points: BTreeMap<usize, PointsOfBid>,
) -> Result<LotResult<'a>, NoResult> {
    let evaluation = &field.facts.evaluation;
    let worth = match &evaluation.kind {
        Kind::LowestPrice | Kind::Points => Worth::Nothing,
        Kind::Subtract | Kind::Add | Kind::Uplift if standing.is_empty() => Worth::Nothing,
        Kind::Subtract | Kind::Add | Kind::Uplift => Worth::ByLeaf(worth_by_leaf(&field)?),
        Kind::FormulaScore(text) | Kind::FormulaPrice(text) => {
            let formula = formula::read(text, &names(&field)).ok_or_else(|| NoResult::new("", text))?;
            Worth::Formula(Box::new((formula, formula_lot(&field, None))))
        }
    };
    let mut lot = LotResult {
        field,
        points,
        decides: BTreeMap::new(),
        ranks: BTreeMap::new(),
        scales: Vec::new(),
        findings: Vec::new(),
        bid_findings: Vec::new(),
        worth,
    };
    let decides = match &lot.worth {
        Worth::Formula(formula) => lot.by_formula(&formula.0, &formula.1, standing)?,
        _ => {
            let mut decides = BTreeMap::new();
            for &bid in standing {
                decides.insert(bid, lot.by_rule(bid)?);
            }
            decides
        }
    };
    lot.decides = decides;
    Ok(lot)
}

/// A criterion is worth `value`, `value-percent` of the lot's fallback, or `uplift` of the price.
fn worth_by_leaf(field: &Field<'_>) -> Result<BTreeMap<String, Exact>, NoResult> {
    let mut worth = BTreeMap::new();
    for (id, criterion, _) in field.facts.evaluation.leaves() {
        let percent = criterion.value_percent.as_ref();
        let of_fallback = percent.zip(field.fallback.as_ref()).map(|(share, cost)| share * cost);
        let own = criterion.value.clone().or(of_fallback).or_else(|| criterion.uplift.clone());
        worth.insert(id.to_owned(), own.ok_or_else(|| NoResult::new(id, "value"))?);
    }
    Ok(worth)
}

impl LotResult<'_> {
    fn evaluation(&self) -> &Evaluation {
        &self.field.facts.evaluation
    }

    fn by_rule(&self, bid: usize) -> Result<Decides, NoResult> {
        let price = &self.field.entries[&bid].price;
        if self.evaluation().kind == Kind::Points {
            let rounding = self.evaluation().rounding;
            let unrounded = self.sum_of_parts(bid, None, false)?;
            let rounded = self.sum_of_parts(bid, None, true)?;
            let rounded = rounded_if(&rounded, rounding.score, rounding.mode);
            return Ok(Decides::Score { rounded, unrounded });
        }
        let exact = self.evaluated(bid, price, |p| &p.unrounded);
        let rounded = self.evaluated(bid, price, |p| &p.rounded);
        let ore = ore_half_up(&rounded).ok_or_else(|| NoResult::new("", "price"))?;
        Ok(Decides::Price { ore, unrounded: exact })
    }

    /// The evaluated price in kroner for a lot price in kroner.
    fn evaluated<'p>(&'p self, bid: usize, price: &Exact, of: impl Fn(&'p Points) -> &'p Exact) -> Exact {
        let Worth::ByLeaf(worth) = &self.worth else { return price.clone() };
        let scale = &self.evaluation().scale;
        let mut sum = Exact::zero();
        for (id, own) in self.points.get(&bid).into_iter().flatten() {
            let points = of(own);
            let counted =
                if self.evaluation().kind == Kind::Subtract { points.clone() } else { scale - points };
            sum += worth.get(id).cloned().unwrap_or_else(Exact::zero) * counted / scale;
        }
        match self.evaluation().kind {
            Kind::Subtract => price - sum,
            Kind::Add => price + sum,
            _ => price * (whole(1) + sum),
        }
    }

    /// The points of a criterion with parts (or of the whole): the sum of weight/100 × points of its parts, each
    /// contribution rounded to `weighted`; without any rounding if not asked for.
    fn sum_of_parts(&self, bid: usize, parent: Option<&str>, with_rounding: bool) -> Result<Exact, NoResult> {
        let rounding = self.evaluation().rounding;
        let mut sum = Exact::zero();
        for (id, criterion) in &self.evaluation().criteria {
            if criterion.parent.as_deref() != parent {
                continue;
            }
            let weight = criterion.weight.as_ref().ok_or_else(|| NoResult::new(id, "weight"))?;
            let part = weight * self.points_of(bid, id, with_rounding)?;
            sum += if with_rounding { rounded_if(&part, rounding.weighted, rounding.mode) } else { part };
        }
        Ok(sum)
    }

    /// A leaf's points, or the sum of its parts.
    pub(in super::super) fn points_of(&self, bid: usize, id: &str, rounded: bool) -> Result<Exact, NoResult> {
        match self.points.get(&bid).and_then(|own| own.get(id)) {
            Some(points) => Ok(if rounded { points.rounded.clone() } else { points.unrounded.clone() }),
            None => self.sum_of_parts(bid, Some(id), rounded),
        }
    }

    fn formula_bids<'s>(
        &'s self,
        standing: &BTreeSet<usize>,
        unrounded: bool,
    ) -> Result<Vec<FormulaBid<'s>>, NoResult> {
        formula_bids(&self.field, standing, &Measure::Price, "", &self.points, unrounded)
    }

    fn by_formula(
        &self,
        formula: &Formula,
        lot: &FormulaLot,
        standing: &BTreeSet<usize>,
    ) -> Result<BTreeMap<usize, Decides>, NoResult> {
        let rounding = self.evaluation().rounding;
        let bids = self.formula_bids(standing, false)?;
        let exact_bids = self.formula_bids(standing, true)?;
        let (run, exact_run) = (Run::new(formula, lot, &bids), Run::new(formula, lot, &exact_bids));
        let again = rounding.points.is_some() && !formula.criteria.is_empty();
        let mut out = BTreeMap::new();
        for ((&id, bid), exact) in standing.iter().zip(&bids).zip(&exact_bids) {
            let result = run.result(bid).map_err(|why| NoResult::new("", why))?;
            let unrounded = if again { exact_run.result(exact).ok() } else { None };
            let unrounded = unrounded.unwrap_or_else(|| result.clone());
            out.insert(
                id,
                if self.evaluation().scores() {
                    let rounded = rounded_if(&result, rounding.score, rounding.mode);
                    Decides::Score { rounded, unrounded }
                } else {
                    let ore = ore_half_up(&result).ok_or_else(|| NoResult::new("", "price"))?;
                    Decides::Price { ore, unrounded }
                },
            );
        }
        Ok(out)
    }

    /// The evaluated price, in øre, of a bid at another lot price of its own: with a combination discount. References do
    /// not move.
    pub(in super::super) fn evaluated_at(&self, bid: usize, price: i128) -> Option<i128> {
        let price = kroner(price);
        match &self.worth {
            Worth::Formula(formula) => {
                let standing: BTreeSet<usize> = self.decides.keys().copied().collect();
                let bids = self.formula_bids(&standing, false).ok()?;
                let run = Run::new(&formula.0, &formula.1, &bids);
                let own = bids.get(standing.iter().position(|b| *b == bid)?)?.clone();
                let own = FormulaBid { measure: price.clone(), price, ..own };
                ore_half_up(&run.result(&own).ok()?)
            }
            _ => ore_half_up(&self.evaluated(bid, &price, |p| &p.rounded)),
        }
    }
}
