use rust_decimal::Decimal;
use toml::de::DeValue;

use super::{
    criteria::{Criteria, read_criteria},
    keys,
    node::{At, Node},
    problems::Problems,
    table::TableReader,
    text,
};
use crate::{
    formula::{self, Expression, FormulaSyntaxErrorKind},
    number::{Ratio, Rounding},
    tender::{
        Adjustment, Best, Criterion, EvaluationModel, Gate, GateOn, Method, ModelKind, Place, Problem,
        ProblemCode, StageRounding,
    },
};

/// The kinds of model, before their parameters are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    LowestPrice,
    Points,
    EvaluatedPrice,
    Formula,
}

impl Kind {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Kind::LowestPrice => "lowest-price",
            Kind::Points => "points",
            Kind::EvaluatedPrice => "evaluated-price",
            Kind::Formula => "formula",
        }
    }
}

const KINDS: [(&str, Kind); 4] = [
    (Kind::LowestPrice.name(), Kind::LowestPrice),
    (Kind::Points.name(), Kind::Points),
    (Kind::EvaluatedPrice.name(), Kind::EvaluatedPrice),
    (Kind::Formula.name(), Kind::Formula),
];

const ADJUSTMENTS: [(&str, Adjustment); 3] =
    [("subtract", Adjustment::Subtract), ("add", Adjustment::Add), ("uplift", Adjustment::Uplift)];

const BEST: [(&str, Best); 2] = [("highest", Best::Highest), ("lowest", Best::Lowest)];

const MODES: [(&str, Rounding); 3] = [
    (Rounding::HalfUp.name(), Rounding::HalfUp),
    (Rounding::HalfEven.name(), Rounding::HalfEven),
    (Rounding::Down.name(), Rounding::Down),
];

/// A criterion id that a gate uses for all judged criteria together.
pub(super) const TOTAL: &str = "total";

/// `[evaluation]`, and the ids of its criteria.
pub(super) fn read_evaluation(root: TableReader<'_>, p: &mut Problems) -> (EvaluationModel, Criteria) {
    let none = |place| (EvaluationModel::lowest_price(place), Criteria::default());
    let Some(node) = root.get("evaluation") else { return none(root.place) };
    let Some(t) = TableReader::open(node, &keys::EVALUATION, p) else { return none(root.place) };
    let kind = t.get("model").and_then(|n| n.choice(&KINDS, p)).map(|k| k.value);
    // an unknown model was told; its parts are read as those of a points model would be
    let known = kind.is_some() || t.get("model").is_none();
    let kind = kind.unwrap_or(if known { Kind::LowestPrice } else { Kind::Points });
    let scale = t.get("scale").and_then(|n| read_scale(n, p)).unwrap_or(Decimal::ONE_HUNDRED);
    let rounding = t.get("rounding").map_or_else(StageRounding::default, |n| read_rounding(n, p));
    tell_without_effect(t, kind, known, p);

    let adjustment = t.get("adjust").and_then(|n| n.choice(&ADJUSTMENTS, p)).map(|a| a.value);
    let adjustment = adjustment.unwrap_or(Adjustment::Subtract);
    let formula_node = t.get("formula");
    let best = t.get("best").and_then(|n| n.choice(&BEST, p));
    if kind == Kind::Formula {
        if formula_node.is_none() {
            t.tell_missing("formula", p);
        }
        if t.get("best").is_none() {
            t.tell_missing("best", p);
        }
    }
    let values = declared_values(root, t);
    let criteria = read_criteria(t, kind, adjustment, known, &values, p);
    let at_top = formula::Names { weight: false, ..criteria.formula_names(&values) };
    let formula = formula_node.and_then(|n| read_formula(n, &at_top, p));
    let gates = read_gates(t, &criteria, scale, p);
    let kind = match kind {
        Kind::LowestPrice => ModelKind::LowestPrice,
        Kind::Points => ModelKind::Points,
        Kind::EvaluatedPrice => ModelKind::EvaluatedPrice(adjustment),
        Kind::Formula => match formula {
            Some(formula) => ModelKind::Formula { formula, best: best.map_or(Best::Highest, |b| b.value) },
            None => ModelKind::LowestPrice,
        },
    };
    let model =
        EvaluationModel { kind, scale, rounding, criteria: criteria.list.clone(), gates, place: t.place };
    (model, criteria)
}

/// Keys that the chosen model makes nothing of.
fn tell_without_effect(t: TableReader<'_>, kind: Kind, known: bool, p: &mut Problems) {
    let unused: &[&str] = match kind {
        _ if !known => &[],
        Kind::LowestPrice => &["scale", "rounding", "adjust", "formula", "best", "criterion", "gate"],
        Kind::Points => &["adjust", "formula", "best"],
        Kind::EvaluatedPrice => &["formula", "best"],
        Kind::Formula => &["adjust"],
    };
    for key in ["scale", "rounding", "adjust", "formula", "best", "criterion", "gate"] {
        if let Some(node) = unused.contains(&key).then(|| t.get(key)).flatten() {
            p.add(
                Problem::new(ProblemCode::WithoutEffect, node.place)
                    .with("key", key)
                    .with("because", format!("model = \"{}\"", kind.name())),
            );
        }
    }
}

fn read_scale(node: Node<'_>, p: &mut Problems) -> Option<Decimal> {
    let scale = node.number_within(Decimal::ZERO, Decimal::from(1_000_000_000), p)?;
    if scale.value.is_zero() {
        p.add(
            Problem::new(ProblemCode::NumberRange, node.place)
                .with("key", "scale")
                .with("number", Ratio::ZERO)
                .with("least", Ratio::ONE)
                .with("most", Ratio::whole(1_000_000_000)),
        );
        return None;
    }
    Some(scale.value)
}

/// `rounding = { points = 2, weighted = "none", score = "none", mode = "half-up" }`
fn read_rounding(node: Node<'_>, p: &mut Problems) -> StageRounding {
    let Some(t) = TableReader::open(node, &keys::ROUNDING, p) else { return StageRounding::default() };
    let stage = |key, p: &mut Problems| {
        let node = t.get(key)?;
        match node.value {
            DeValue::String(text) if text.bytes().all(|b| b.is_ascii_lowercase()) => {
                node.choice(&[("none", ())], p);
                None
            }
            _ => node.count(0, 15, p).map(|n| n.value),
        }
    };
    StageRounding {
        points: stage("points", p),
        weighted: stage("weighted", p),
        score: stage("score", p),
        mode: t.get("mode").and_then(|n| n.choice(&MODES, p)).map_or(Rounding::HalfUp, |m| m.value),
    }
}

/// The one place where the text of a formula becomes an expression.
pub(super) fn read_formula(node: Node<'_>, names: &formula::Names, p: &mut Problems) -> Option<Expression> {
    let text = node.text(p)?;
    if !p.lists(ProblemCode::FormulaSyntaxError) {
        // enough is told; to look for the name that was meant in every further formula would take long
        return None;
    }
    match Expression::parse(&text.value, names) {
        Ok(expression) => Some(expression),
        Err(fault) => {
            let place = place_within(node, &text, fault.start, fault.end);
            p.add(formula_problem(place, &fault.kind));
            None
        }
    }
}

/// A fault of a formula with what its wording needs.
fn formula_problem(place: Place, fault: &FormulaSyntaxErrorKind) -> Problem {
    use FormulaSyntaxErrorKind as F;
    let mut problem = Problem::new(ProblemCode::FormulaSyntaxError, place).with("reason", fault.name());
    match fault {
        F::UnexpectedCharacter(c) => problem = problem.with("found", text::shown(&c.to_string())),
        F::NumberForm(Some(write)) => problem = problem.with("write", write.as_str()),
        F::UnknownName { name, nearest }
        | F::UnknownCriterion { name, nearest }
        | F::UnknownValue { name, nearest } => {
            problem = problem.with("name", text::shown(name));
            if let Some(nearest) = nearest {
                problem = problem.with("nearest", nearest.as_str());
            }
        }
        F::Expected { expected, found } => {
            problem = problem.with("wanted", expected.name()).with("found", text::shown(found));
        }
        F::ArgumentCount { function, least, most, found } => {
            problem = problem.with("name", *function).with("count", *found);
            problem = match most {
                Some(most) if most == least => problem.with("exact", *most),
                Some(most) => problem.with("least", *least).with("most", *most),
                None => problem.with("least", *least),
            };
        }
        _ => {}
    }
    problem
}

/// The names of measured values that formulas may use: those that criteria measure and bids state. Before the first
/// bid, or where bids stand in other files, there may be more.
pub(super) struct DeclaredValues {
    pub(super) names: Vec<String>,
    pub(super) more: bool,
}

fn declared_values(root: TableReader<'_>, t: TableReader<'_>) -> DeclaredValues {
    fn items<'a>(node: Option<Node<'a>>) -> Vec<&'a DeValue<'a>> {
        match node.map(|n| n.value) {
            Some(DeValue::Array(items)) => items.iter().map(|i| i.get_ref()).collect(),
            Some(table @ DeValue::Table(_)) => vec![table],
            _ => Vec::new(),
        }
    }
    let mut names: Vec<String> = Vec::new();
    for criterion in items(t.get("criterion")) {
        let measure = criterion.get("measure").and_then(|m| m.get_ref().as_str().map(str::to_owned));
        names.extend(measure.as_deref().and_then(|m| m.strip_prefix("values.")).map(str::to_owned));
    }
    let bids = items(root.get("bid"));
    for bid in &bids {
        if let Some(DeValue::Table(values)) = bid.get("values").map(|v| v.get_ref()) {
            names.extend(values.keys().map(|k| k.get_ref().to_string()));
        }
    }
    names.sort();
    names.dedup();
    DeclaredValues { names, more: bids.is_empty() || root.get("bids").is_some() }
}

/// The place of a part of a text, where the file holds the text as it is between its quotes.
fn place_within(node: Node<'_>, text: &At<String>, start: usize, end: usize) -> Place {
    let source = node.doc.snippet(node.place);
    let Some(offset) = source.find(text.value.as_str()) else { return node.place };
    let byte = |n: usize| u32::try_from(offset + n).map_or(node.place.end, |n| node.place.start + n);
    Place { file: node.place.file, start: byte(start), end: byte(end.max(start + 1)).min(node.place.end) }
}

/// `[[evaluation.gate]]`
fn read_gates(t: TableReader<'_>, criteria: &Criteria, scale: Decimal, p: &mut Problems) -> Vec<Gate> {
    let mut gates = Vec::new();
    for t in t.tables("gate", &keys::GATE, p) {
        let criterion = t.need("criterion", p).and_then(|n| n.name(p));
        let min = t.need("min", p).and_then(|n| n.number_within(Decimal::ZERO, scale, p));
        let Some(criterion) = criterion else { continue };
        let on = if criterion.value == TOTAL {
            if !criteria.list.iter().any(|c| c.method == Some(Method::Judged)) {
                tell_gate(&criterion, p);
            } else if let Some(without) = judged_without_weight(&criteria.list) {
                p.add(
                    Problem::new(ProblemCode::GateWithoutWeights, criterion.place)
                        .with("criterion", without.id.as_str()),
                );
            }
            Some(GateOn::Total)
        } else {
            criteria.find(&criterion, p).map(|index| {
                if criteria.list.get(index).is_some_and(|c| c.method != Some(Method::Judged)) {
                    tell_gate(&criterion, p);
                }
                GateOn::Criterion(index)
            })
        };
        if let (Some(on), Some(min)) = (on, min) {
            gates.push(Gate { on, min: min.value, place: t.place });
        }
    }
    gates
}

/// A judged leaf that has no weight, or a parent without one: `total` divides by the sum of the weights.
fn judged_without_weight(criteria: &[Criterion]) -> Option<&Criterion> {
    let weighted = |leaf: &Criterion| {
        let mut at = Some(leaf);
        // the parents of a criterion are fewer than all criteria
        (0..criteria.len()).all(|_| {
            let weighted = at.is_none_or(|c| c.weight.is_some());
            at = at.and_then(|c| c.parent).and_then(|p| criteria.get(p));
            weighted
        })
    };
    criteria.iter().find(|c| c.method == Some(Method::Judged) && !weighted(c))
}

fn tell_gate(criterion: &At<String>, p: &mut Problems) {
    p.add(
        Problem::new(ProblemCode::GateNotJudged, criterion.place).with("criterion", criterion.value.as_str()),
    );
}
