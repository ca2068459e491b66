//! The evaluation model.

use std::collections::BTreeMap;

use num_traits::{Signed, Zero};

use crate::{
    canonical::{Node, Reading},
    exact::{Exact, Mode, whole},
};

#[derive(Debug)]
pub(in super::super) struct Evaluation {
    pub(in super::super) kind: Kind,
    pub(in super::super) scale: Exact,
    pub(in super::super) rounding: Rounding,
    /// By id.
    pub(in super::super) criteria: BTreeMap<String, Criterion>,
    pub(in super::super) gates: Vec<Gate>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Kind {
    LowestPrice,
    Points,
    /// E = price − value × points / scale
    Subtract,
    /// E = price + value × (scale − points) / scale
    Add,
    /// E = price × (1 + uplift% × (scale − points) / scale)
    Uplift,
    FormulaScore(String),
    FormulaPrice(String),
}

#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Rounding {
    pub(in super::super) points: Option<u32>,
    pub(in super::super) weighted: Option<u32>,
    pub(in super::super) score: Option<u32>,
    pub(in super::super) mode: Mode,
}

#[derive(Debug)]
pub(in super::super) struct Criterion {
    pub(in super::super) parent: Option<String>,
    /// As a share of 1.
    pub(in super::super) weight: Option<Exact>,
    /// Kroner.
    pub(in super::super) value: Option<Exact>,
    /// As a share of 1, of the fallback.
    pub(in super::super) value_percent: Option<Exact>,
    /// As a share of 1.
    pub(in super::super) uplift: Option<Exact>,
    /// `None` with children.
    pub(in super::super) method: Option<Method>,
}

#[derive(Clone, Debug)]
pub(in super::super) enum Method {
    Judged,
    Linear { measure: Measure, slope: Exact, outside: Outside, higher: bool },
    Absolute { measure: Measure, full_at: Exact, zero_at: Exact, outside: Outside },
    Proportional { measure: Measure, higher: bool },
    MinMax { measure: Measure, higher: bool },
    Formula { measure: Measure, text: String },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Measure {
    Price,
    Value(String),
}

#[derive(Clone, Debug)]
pub(in super::super) enum Outside {
    Negative,
    Zero,
    Reject,
    Widen(Widening),
}

#[derive(Clone, Debug)]
pub(in super::super) struct Widening {
    pub(in super::super) first: Exact,
    pub(in super::super) step: Exact,
    pub(in super::super) ceiling: Option<Exact>,
}

#[derive(Debug)]
pub(in super::super) struct Gate {
    /// `None` for the total.
    pub(in super::super) criterion: Option<String>,
    pub(in super::super) min: Exact,
}

impl Evaluation {
    pub(super) fn lowest_price() -> Self {
        Evaluation {
            kind: Kind::LowestPrice,
            scale: whole(100),
            rounding: Rounding { points: None, weighted: None, score: None, mode: Mode::HalfUp },
            criteria: BTreeMap::new(),
            gates: Vec::new(),
        }
    }

    /// Whether the highest figure wins.
    pub(in super::super) fn scores(&self) -> bool {
        matches!(self.kind, Kind::Points | Kind::FormulaScore(_))
    }

    /// The criteria with a method, by id.
    pub(in super::super) fn leaves(&self) -> impl Iterator<Item = (&str, &Criterion, &Method)> {
        self.criteria.iter().filter_map(|(id, c)| Some((id.as_str(), c, c.method.as_ref()?)))
    }

    /// The weights of a criterion and all its parents, multiplied.
    pub(in super::super) fn share_down_the_tree(&self, id: &str) -> Option<Exact> {
        let mut share = whole(1);
        let mut at = Some(id);
        for _ in 0..=self.criteria.len() {
            let Some(criterion) = at.and_then(|id| self.criteria.get(id)) else { break };
            share *= criterion.weight.clone()?;
            at = criterion.parent.as_deref();
        }
        Some(share)
    }
}

impl Method {
    pub(in super::super) fn measure(&self) -> Option<&Measure> {
        match self {
            Method::Judged => None,
            Method::Linear { measure, .. }
            | Method::Absolute { measure, .. }
            | Method::Proportional { measure, .. }
            | Method::MinMax { measure, .. }
            | Method::Formula { measure, .. } => Some(measure),
        }
    }
}

pub(super) fn read(node: Node<'_>) -> Reading<Evaluation> {
    let model = node.need("model")?;
    let formula = || node.need("formula")?.text().map(str::to_owned);
    let kind = match model.word()? {
        "lowest-price" => Kind::LowestPrice,
        "points" => Kind::Points,
        "evaluated-price" => match node.need("adjust")?.word()? {
            "subtract" => Kind::Subtract,
            "add" => Kind::Add,
            "uplift" => Kind::Uplift,
            _ => return Err(model.wrong()),
        },
        "formula" => match node.need("best")?.word()? {
            "highest" => Kind::FormulaScore(formula()?),
            "lowest" => Kind::FormulaPrice(formula()?),
            _ => return Err(model.wrong()),
        },
        _ => return Err(model.wrong()),
    };
    let mut criteria = BTreeMap::new();
    for (id, criterion_node) in node.get("criterion").into_iter().flat_map(Node::parts) {
        criteria.insert(id.to_owned(), criterion(criterion_node)?);
    }
    no_circle_of_parents(node, &criteria)?;
    let scale = node.need("scale")?.exact()?;
    if !scale.is_positive() {
        return Err(node.need("scale")?.wrong());
    }
    let gates = node.numbered("gate")?.into_iter().map(gate).collect::<Reading<_>>()?;
    Ok(Evaluation { kind, scale, rounding: rounding(node.need("rounding")?)?, criteria, gates })
}

fn no_circle_of_parents(node: Node<'_>, criteria: &BTreeMap<String, Criterion>) -> Reading<()> {
    for id in criteria.keys() {
        let mut at = Some(id.as_str());
        for _ in 0..=criteria.len() {
            let Some(own) = at else { break };
            let criterion = criteria.get(own).ok_or_else(|| node.missing(own))?;
            at = criterion.parent.as_deref();
        }
        if let Some(again) = at {
            return Err(node.missing(again));
        }
    }
    Ok(())
}

fn rounding(node: Node<'_>) -> Reading<Rounding> {
    let decimals = |name: &str| {
        let node = node.need(name)?;
        match node.word()? {
            "none" => Ok(None),
            _ => match u32::try_from(node.count()?) {
                Ok(decimals) if decimals <= 28 => Ok(Some(decimals)),
                _ => Err(node.wrong()),
            },
        }
    };
    let mode = node.need("mode")?;
    Ok(Rounding {
        points: decimals("points")?,
        weighted: decimals("weighted")?,
        score: decimals("score")?,
        mode: match mode.word()? {
            "half-up" => Mode::HalfUp,
            "half-even" => Mode::HalfEven,
            "down" => Mode::Down,
            _ => return Err(mode.wrong()),
        },
    })
}

fn gate(node: Node<'_>) -> Reading<Gate> {
    let on = node.need("criterion")?;
    let criterion = match on.text() {
        Ok(id) => Some(id.to_owned()),
        Err(_) if on.word()? == "total" => None,
        Err(wrong) => return Err(wrong),
    };
    Ok(Gate { criterion, min: node.need("min")?.exact()? })
}

fn criterion(node: Node<'_>) -> Reading<Criterion> {
    let share = |name: &str| node.opt(name, |n| Ok(n.exact()? / whole(100)));
    Ok(Criterion {
        parent: node.opt("parent", |n| n.text().map(str::to_owned))?,
        weight: share("weight")?,
        value: node.opt("value", Node::exact)?,
        value_percent: share("value-percent")?,
        uplift: share("uplift")?,
        method: method(node)?,
    })
}

fn method(node: Node<'_>) -> Reading<Option<Method>> {
    let name = node.need("method")?;
    let number = |key: &str| node.need(key)?.exact();
    let higher = || node.need("higher-is-better")?.truth();
    Ok(Some(match name.word()? {
        "none" => return Ok(None),
        "judged" => Method::Judged,
        "linear" => {
            let slope = number("slope")?;
            if !slope.is_positive() {
                return Err(node.missing("slope"));
            }
            Method::Linear { measure: measure(node)?, slope, outside: outside(node)?, higher: higher()? }
        }
        "absolute" => Method::Absolute {
            measure: measure(node)?,
            full_at: number("full-at")?,
            zero_at: number("zero-at")?,
            outside: outside(node)?,
        },
        "proportional" => Method::Proportional { measure: measure(node)?, higher: higher()? },
        "min-max" => Method::MinMax { measure: measure(node)?, higher: higher()? },
        "formula" => {
            Method::Formula { measure: measure(node)?, text: node.need("formula")?.text()?.to_owned() }
        }
        _ => return Err(name.wrong()),
    }))
}

fn measure(node: Node<'_>) -> Reading<Measure> {
    let measure = node.need("measure")?;
    if let Ok(text) = measure.text() {
        let name = text.strip_prefix("values.").ok_or_else(|| measure.wrong())?;
        return Ok(Measure::Value(name.to_owned()));
    }
    match measure.word()? {
        "price" => Ok(Measure::Price),
        _ => Err(measure.wrong()),
    }
}

fn outside(node: Node<'_>) -> Reading<Outside> {
    let outside = node.need("outside")?;
    Ok(match outside.word()? {
        "negative" => Outside::Negative,
        "zero" => Outside::Zero,
        "reject" => Outside::Reject,
        "widen" => {
            let widen = node.need("widen")?;
            let step = widen.need("step")?.exact()?;
            if step.is_negative() || step.is_zero() {
                return Err(widen.missing("step"));
            }
            Outside::Widen(Widening {
                first: widen.need("first")?.exact()?,
                step,
                ceiling: widen.opt("ceiling", Node::exact)?,
            })
        }
        _ => return Err(outside.wrong()),
    })
}
