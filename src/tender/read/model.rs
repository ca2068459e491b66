//! `[evaluation]`: the model, its criteria and their methods.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use toml::de::DeValue;

use super::{
    keys,
    names::{Names, circles},
    node::{At, Node, TableReader},
    problems::Problems,
    text,
};
use crate::{
    formula::{self, Expression, FormulaSyntaxErrorKind},
    number::{Money, Ratio, Rounding},
    tender::{
        Adjustment, Best, Criterion, EvaluationModel, Gate, GateOn, Measure, Method, ModelKind, Outside,
        Place, Problem, ProblemCode, StageRounding, Widening, Worth,
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
    // an unknown model was reported; its parts are read as those of a points model would be
    let known = kind.is_some() || t.get("model").is_none();
    let kind = kind.unwrap_or(if known { Kind::LowestPrice } else { Kind::Points });
    let scale = t.get("scale").and_then(|n| read_scale(n, p)).unwrap_or(Decimal::ONE_HUNDRED);
    let rounding = t.get("rounding").map_or_else(StageRounding::default, |n| read_rounding(n, p));
    report_without_effect(t, kind, known, p);

    let adjustment = t.get("adjust").and_then(|n| n.choice(&ADJUSTMENTS, p)).map(|a| a.value);
    let adjustment = adjustment.unwrap_or(Adjustment::Subtract);
    let formula_node = t.get("formula");
    let best = t.get("best").and_then(|n| n.choice(&BEST, p));
    if kind == Kind::Formula {
        if formula_node.is_none() {
            t.report_missing("formula", p);
        }
        if t.get("best").is_none() {
            t.report_missing("best", p);
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
fn report_without_effect(t: TableReader<'_>, kind: Kind, known: bool, p: &mut Problems) {
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
        // enough is reported; to look for the name that was meant in every further formula would take long
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
/// bid, or where bids are in other files, there may be more.
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
                report_gate(&criterion, p);
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
                    report_gate(&criterion, p);
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

fn report_gate(criterion: &At<String>, p: &mut Problems) {
    p.add(
        Problem::new(ProblemCode::GateNotJudged, criterion.place).with("criterion", criterion.value.as_str()),
    );
}

/// The criteria of a model, and their ids.
#[derive(Debug, Default)]
pub(super) struct Criteria {
    pub(super) list: Vec<Criterion>,
    pub(super) names: Names,
}

impl Criteria {
    /// The criterion of an id that must be known.
    pub(super) fn find(&self, id: &At<String>, p: &mut Problems) -> Option<usize> {
        self.names.find(id, ProblemCode::UnknownCriterion, p)
    }

    /// What formulas may name: leaves, and measured values.
    pub(super) fn formula_names(&self, values: &DeclaredValues) -> formula::Names {
        let is_leaf = |i: usize| !self.list.iter().any(|c| c.parent == Some(i));
        formula::Names {
            criteria: (0..self.list.len())
                .filter(|i| is_leaf(*i))
                .filter_map(|i| self.list.get(i).map(|c| c.id.clone()))
                .collect(),
            values: values.names.clone(),
            more_values: values.more,
            weight: true,
        }
    }
}

/// A table of a criterion with what must wait until all ids are known.
struct Draft<'a> {
    table: TableReader<'a>,
    weight_place: Place,
}

/// `[[evaluation.criterion]]`
pub(super) fn read_criteria(
    t: TableReader<'_>,
    kind: Kind,
    adjustment: Adjustment,
    known: bool,
    values: &DeclaredValues,
    p: &mut Problems,
) -> Criteria {
    let mut criteria = Criteria::default();
    let mut drafts = Vec::new();
    for t in t.tables("criterion", &keys::CRITERION, p) {
        let Some(id) = t.need("id", p).and_then(|n| n.name(p)) else { continue };
        if id.value == TOTAL {
            p.add(Problem::new(ProblemCode::ReservedId, id.place).with("name", id.value.as_str()));
        }
        if !criteria.names.add(&id, ProblemCode::DuplicateId, "criterion", p) {
            continue;
        }
        let title = t.get("title").and_then(|n| n.name(p)).map_or_else(|| id.value.clone(), |n| n.value);
        let weight_node = t.get("weight");
        let weight = weight_node.and_then(|n| n.number_within(Decimal::ZERO, Decimal::ONE_HUNDRED, p));
        if kind == Kind::Points && known && weight_node.is_none() {
            t.report_missing("weight", p);
        }
        criteria.list.push(Criterion {
            id: id.value,
            title,
            parent: None,
            weight: weight.map(|w| w.value),
            method: None,
            worth: None,
            place: t.place,
        });
        drafts.push(Draft { table: t, weight_place: weight_node.map_or(t.place, |n| n.place) });
    }
    if criteria.list.is_empty() && known && matches!(kind, Kind::Points | Kind::EvaluatedPrice) {
        p.add(Problem::new(ProblemCode::NoCriteria, t.place).with("model", kind.name()));
    }
    let is_parent = read_parents(&mut criteria, &drafts, p);
    let names = criteria.formula_names(values);
    for (index, draft) in drafts.iter().enumerate() {
        let parent = is_parent.get(index).copied().unwrap_or(false);
        let method = read_leaf(draft, &criteria, (index, &names), kind, parent, known, p);
        let worth = read_worth(draft.table, p);
        if known {
            let leaf = !parent && kind == Kind::EvaluatedPrice;
            let id = criteria.list.get(index).map_or("", |c| c.id.as_str());
            report_worth(draft.table, id, leaf.then_some(adjustment), &worth, method.as_ref(), p);
        }
        if let Some(criterion) = criteria.list.get_mut(index) {
            criterion.method = method;
            criterion.worth = worth.first().map(|(_, worth, _)| *worth);
        }
    }
    if kind == Kind::Points && known {
        report_weight_sums(&criteria, &drafts, p);
    }
    criteria
}

/// Resolves `parent`, breaks circles, and says which criteria have children.
fn read_parents(criteria: &mut Criteria, drafts: &[Draft<'_>], p: &mut Problems) -> Vec<bool> {
    for (index, draft) in drafts.iter().enumerate() {
        let Some(id) = draft.table.get("parent").and_then(|n| n.name(p)) else { continue };
        let Some(parent) = criteria.find(&id, p) else { continue };
        if let Some(criterion) = criteria.list.get_mut(index) {
            criterion.parent = Some(parent);
        }
    }
    let next: Vec<Option<usize>> = criteria.list.iter().map(|c| c.parent).collect();
    for circle in circles(&next) {
        let name = |i: &usize| criteria.list.get(*i).map_or(String::new(), |c| c.id.clone());
        let mut names: Vec<String> = circle.iter().take(12).map(name).collect();
        names.extend(names.first().cloned());
        if let Some(criterion) = circle.first().and_then(|i| criteria.list.get_mut(*i)) {
            criterion.parent = None;
            p.add(Problem::new(ProblemCode::ParentCircle, criterion.place).with("criteria", names));
        }
    }
    let mut is_parent = vec![false; criteria.list.len()];
    for parent in criteria.list.iter().filter_map(|c| c.parent) {
        if let Some(flag) = is_parent.get_mut(parent) {
            *flag = true;
        }
    }
    is_parent
}

/// The method of a leaf; a criterion with children has none.
fn read_leaf(
    draft: &Draft<'_>,
    criteria: &Criteria,
    (index, names): (usize, &formula::Names),
    kind: Kind,
    parent: bool,
    known: bool,
    p: &mut Problems,
) -> Option<Method> {
    let t = draft.table;
    let id = criteria.list.get(index).map_or("", |c| c.id.as_str());
    if parent {
        for key in ["method", "measure"] {
            if let Some(node) = t.get(key) {
                p.add(Problem::new(ProblemCode::ParentWithMethod, node.place).with("criterion", id));
                break;
            }
        }
        return None;
    }
    if t.get("method").is_none() {
        // a price model judges quality, and a formula reads the points that the buyer gave
        if matches!(kind, Kind::EvaluatedPrice | Kind::Formula) && t.get("measure").is_none() {
            return Some(Method::Judged);
        }
        if known {
            p.add(Problem::new(ProblemCode::MethodMissing, t.place).with("criterion", id));
        }
        return None;
    }
    let method = read_method(t, id, names, p);
    if kind == Kind::EvaluatedPrice && method.as_ref().is_some_and(|m| *m != Method::Judged) {
        p.add(Problem::new(ProblemCode::WorthNotJudged, t.place).with("criterion", id));
    }
    method
}

/// The weights of siblings sum to exactly 100.
fn report_weight_sums(criteria: &Criteria, drafts: &[Draft<'_>], p: &mut Problems) {
    let mut families: BTreeMap<Option<usize>, (Decimal, bool, Place, Vec<String>)> = BTreeMap::new();
    for (criterion, draft) in criteria.list.iter().zip(drafts) {
        let family =
            families.entry(criterion.parent).or_insert((Decimal::ZERO, true, draft.weight_place, Vec::new()));
        match criterion.weight {
            Some(weight) => {
                family.0 += weight;
                if family.3.len() < 12 {
                    family.3.push(format!("{} {weight}", criterion.id));
                }
            }
            None => family.1 = false,
        }
    }
    for (parent, (sum, complete, place, weights)) in families {
        if complete && sum != Decimal::ONE_HUNDRED {
            let mut problem = Problem::new(ProblemCode::WeightSum, place)
                .with("sum", Ratio::from(sum))
                .with("weights", weights);
            if let Some(parent) = parent.and_then(|i| criteria.list.get(i)) {
                problem = problem.with("parent", parent.id.as_str());
            }
            p.add(problem);
        }
    }
}

/// The methods by name, before their parameters are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Name {
    Linear,
    Absolute,
    Proportional,
    MinMax,
    Judged,
    Formula,
}

const METHODS: [(&str, Name); 6] = [
    ("linear", Name::Linear),
    ("absolute", Name::Absolute),
    ("proportional", Name::Proportional),
    ("min-max", Name::MinMax),
    ("judged", Name::Judged),
    ("formula", Name::Formula),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OutsideName {
    Negative,
    Zero,
    Reject,
    Widen,
}

const OUTSIDE: [(&str, OutsideName); 4] = [
    ("negative", OutsideName::Negative),
    ("zero", OutsideName::Zero),
    ("reject", OutsideName::Reject),
    ("widen", OutsideName::Widen),
];

/// `method` and its parameters. Every parameter is a constant, or fixed by the rule that `widen` is.
pub(super) fn read_method(
    t: TableReader<'_>,
    id: &str,
    names: &crate::formula::Names,
    p: &mut Problems,
) -> Option<Method> {
    let name = t.get("method")?.choice(&METHODS, p)?.value;
    report_unused_parameters(t, name, p);
    let higher_node = t.get("higher-is-better");
    let higher_is_better = higher_node.and_then(|n| n.boolean(p)).unwrap_or(false);
    if name == Name::Absolute
        && higher_is_better
        && let Some(node) = higher_node
    {
        p.add(Problem::new(ProblemCode::HigherWithAbsolute, node.place).with("criterion", id));
    }
    let measure = match (name, t.get("measure")) {
        (Name::Judged, _) | (Name::Formula, None) => Some(Measure::Price),
        (_, None) => {
            t.report_missing("measure", p);
            None
        }
        (_, Some(node)) => read_measure(&node.name(p)?, p),
    };
    match name {
        Name::Judged => Some(Method::Judged),
        Name::Proportional => Some(Method::Proportional { measure: measure?, higher_is_better }),
        Name::MinMax => Some(Method::MinMax { measure: measure?, higher_is_better }),
        Name::Formula => {
            let formula = t.need("formula", p).and_then(|n| read_formula(n, names, p));
            Some(Method::Formula { measure: measure?, formula: formula? })
        }
        Name::Linear => {
            let slope = t.need("slope", p).and_then(|n| positive_percent(n, p));
            let outside = read_outside(t, slope, id, p);
            Some(Method::Linear {
                measure: measure?,
                slope: slope?.value,
                outside: outside?,
                higher_is_better,
            })
        }
        Name::Absolute => {
            let limit = Decimal::from(1_000_000_000_000_000_i64);
            let full_at = t.get("full-at").and_then(|n| n.number_within(Decimal::ZERO, limit, p));
            let zero_at = t.need("zero-at", p).and_then(|n| n.number_within(Decimal::ZERO, limit, p));
            let full_at = full_at.map_or(Decimal::ZERO, |n| n.value);
            if let Some(zero_at) = zero_at.filter(|z| z.value <= full_at) {
                p.add(
                    Problem::new(ProblemCode::ZeroAtBelowFullAt, zero_at.place)
                        .with("full-at", Ratio::from(full_at))
                        .with("zero-at", Ratio::from(zero_at.value)),
                );
            }
            let outside = read_outside(t, zero_at, id, p);
            Some(Method::Absolute { measure: measure?, full_at, zero_at: zero_at?.value, outside: outside? })
        }
    }
}

/// A slope: per cent above 0.
fn positive_percent(node: super::node::Node<'_>, p: &mut Problems) -> Option<At<Decimal>> {
    let number = node.number(p)?;
    super::numbers::percent_from(node.key, number, 0, 1_000_000, p)?;
    if number.value.is_zero() {
        p.add(
            Problem::new(ProblemCode::NumberRange, node.place)
                .with("key", node.key)
                .with("number", Ratio::ZERO)
                .with("least", Ratio::from(Decimal::new(1, 4)))
                .with("most", Ratio::whole(1_000_000)),
        );
        return None;
    }
    Some(number)
}

/// `price`, or `values.<name>`
fn read_measure(name: &At<String>, p: &mut Problems) -> Option<Measure> {
    if name.value == "price" {
        return Some(Measure::Price);
    }
    if let Some(value) = name.value.strip_prefix("values.").filter(|v| !v.is_empty()) {
        return Some(Measure::Value(value.into()));
    }
    p.add(
        Problem::new(ProblemCode::UnknownValue, name.place)
            .with("key", "measure")
            .with("value", name.value.as_str())
            .with("valid", vec![String::from("price"), String::from("values.<name>")]),
    );
    None
}

/// `outside`, and `widen` where it says so. `start` is the slope, or the zero point.
fn read_outside(
    t: TableReader<'_>,
    start: Option<At<Decimal>>,
    id: &str,
    p: &mut Problems,
) -> Option<Outside> {
    let outside = t.need("outside", p).and_then(|n| n.choice(&OUTSIDE, p));
    let widen = t.get("widen");
    if let (Some(outside), Some(node)) = (outside, widen)
        && outside.value != OutsideName::Widen
    {
        p.add(
            Problem::new(ProblemCode::WithoutEffect, node.place)
                .with("key", "widen")
                .with("because", "outside"),
        );
    }
    let widening = widen.map(|n| TableReader::open(n, &keys::WIDEN, p).and_then(|w| read_widen(w, start, p)));
    match outside?.value {
        OutsideName::Negative => Some(Outside::Negative),
        OutsideName::Zero => Some(Outside::Zero),
        OutsideName::Reject => Some(Outside::Reject),
        OutsideName::Widen => match widening {
            None => {
                let place = outside.map_or(t.place, |o| o.place);
                p.add(Problem::new(ProblemCode::WidenMissing, place).with("criterion", id));
                None
            }
            Some(widening) => widening.map(Outside::Widen),
        },
    }
}

/// `widen = { first = 40, step = 10, ceiling = 80 }`
fn read_widen(t: TableReader<'_>, start: Option<At<Decimal>>, p: &mut Problems) -> Option<Widening> {
    let first = t.need("first", p).and_then(|n| n.number(p));
    let step = t.need("step", p).and_then(|n| n.number(p));
    let ceiling = t.get("ceiling").and_then(|n| n.number(p));
    if let (Some(first), Some(start)) = (first, start)
        && first.value < start.value
    {
        p.add(
            Problem::new(ProblemCode::WidenFirst, first.place)
                .with("first", Ratio::from(first.value))
                .with("start", Ratio::from(start.value))
                .related(start.place),
        );
    }
    if let Some(step) = step.filter(|s| s.value <= Decimal::ZERO) {
        p.add(Problem::new(ProblemCode::WidenStep, step.place).with("step", Ratio::from(step.value)));
    }
    if let (Some(first), Some(ceiling)) = (first, ceiling)
        && ceiling.value < first.value
    {
        p.add(
            Problem::new(ProblemCode::WidenCeiling, ceiling.place)
                .with("ceiling", Ratio::from(ceiling.value))
                .with("first", Ratio::from(first.value)),
        );
    }
    Some(Widening { first: first?.value, step: step?.value, ceiling: ceiling.map(|c| c.value) })
}

/// Parameters that the chosen method makes nothing of.
fn report_unused_parameters(t: TableReader<'_>, name: Name, p: &mut Problems) {
    let used: &[&str] = match name {
        Name::Linear => &["measure", "slope", "outside", "widen", "higher-is-better"],
        // higher-is-better is an error of its own
        Name::Absolute => &["measure", "full-at", "zero-at", "outside", "widen", "higher-is-better"],
        Name::Proportional | Name::MinMax => &["measure", "higher-is-better"],
        Name::Judged => &[],
        Name::Formula => &["measure", "formula"],
    };
    let word = METHODS.iter().find(|(_, n)| *n == name).map_or("", |(word, _)| *word);
    for key in ["measure", "slope", "full-at", "zero-at", "outside", "widen", "higher-is-better", "formula"] {
        if let Some(node) = t.get(key).filter(|_| !used.contains(&key)) {
            p.add(
                Problem::new(ProblemCode::WithoutEffect, node.place)
                    .with("key", key)
                    .with("because", format!("method = \"{word}\"")),
            );
        }
    }
}

/// `value`, `value-percent`, `uplift`: all that are stated, with their keys.
pub(super) fn read_worth(t: TableReader<'_>, p: &mut Problems) -> Vec<(&'static str, Worth, Place)> {
    let value = t.get("value").and_then(|n| n.number(p)).and_then(|n| {
        let money = kroner(n.value).map(|m| ("value", Worth::Value(m), n.place));
        if money.is_none() {
            let written = n.value.to_string();
            p.add(
                Problem::new(ProblemCode::PriceRange, n.place)
                    .with("price", Ratio::from(n.value))
                    .with("like", "58900.50")
                    .with("text", written),
            );
        }
        money
    });
    let percent = |key: &'static str, p: &mut Problems| {
        t.get(key).and_then(|n| n.percent(0, 1_000_000, p)).map(|n| (key, n.value, n.place))
    };
    let of_fallback = percent("value-percent", p).map(|(k, v, at)| (k, Worth::ValuePercent(v), at));
    let uplift = percent("uplift", p).map(|(k, v, at)| (k, Worth::Uplift(v), at));
    [value, of_fallback, uplift].into_iter().flatten().collect()
}

/// Kroner for a lot: as a price, but a lot may be worth more than one procedure ever costs.
fn kroner(number: Decimal) -> Option<Money> {
    let limit = Decimal::from(1_000_000_000_000_000_i64);
    if number < Decimal::ZERO || number > limit || number.scale() > 2 {
        return None;
    }
    number.mantissa().checked_mul(10_i128.pow(2 - number.scale())).map(Money::from_ore)
}

/// Whether the worth of a criterion is what the model needs. `adjustment` is that of a leaf in a model of evaluated
/// prices, and nothing elsewhere.
pub(super) fn report_worth(
    t: TableReader<'_>,
    id: &str,
    adjustment: Option<Adjustment>,
    stated: &[(&'static str, Worth, Place)],
    method: Option<&Method>,
    p: &mut Problems,
) {
    let Some(adjustment) = adjustment else {
        for (key, _, place) in stated {
            p.add(
                Problem::new(ProblemCode::WithoutEffect, *place).with("key", *key).with("because", "model"),
            );
        }
        return;
    };
    let (name, keys): (&str, &[&str]) = match adjustment {
        Adjustment::Subtract => ("subtract", &["value", "value-percent"]),
        Adjustment::Add => ("add", &["value", "value-percent"]),
        Adjustment::Uplift => ("uplift", &["uplift"]),
    };
    let words = || keys.iter().map(|k| String::from(*k)).collect::<Vec<_>>();
    for (key, _, place) in stated.iter().filter(|(key, _, _)| !keys.contains(key)) {
        p.add(
            Problem::new(ProblemCode::WorthMismatch, *place)
                .with("key", *key)
                .with("adjust", name)
                .with("keys", words()),
        );
    }
    let fitting: Vec<_> = stated.iter().filter(|(key, _, _)| keys.contains(key)).collect();
    let any_written = ["value", "value-percent", "uplift"].iter().any(|key| t.get(key).is_some());
    match fitting.as_slice() {
        [] if any_written || method.is_none() => {}
        [] => p.add(
            Problem::new(ProblemCode::WorthMissing, t.place).with("criterion", id).with("keys", words()),
        ),
        [_] => {}
        [_, second, ..] => {
            p.add(Problem::new(ProblemCode::StatedTwice, second.2).with("what", words().join(", ")));
        }
    }
}
