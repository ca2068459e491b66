use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{
    circles::circles,
    evaluation::{DeclaredValues, Kind, TOTAL},
    keys,
    methods::{read_method, read_worth, tell_worth},
    names::Names,
    node::At,
    problems::Problems,
    table::TableReader,
};
use crate::{
    formula,
    number::Ratio,
    tender::{Adjustment, Criterion, Method, Place, Problem, ProblemCode},
};

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
            t.tell_missing("weight", p);
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
            tell_worth(draft.table, id, leaf.then_some(adjustment), &worth, method.as_ref(), p);
        }
        if let Some(criterion) = criteria.list.get_mut(index) {
            criterion.method = method;
            criterion.worth = worth.first().map(|(_, worth, _)| *worth);
        }
    }
    if kind == Kind::Points && known {
        tell_weight_sums(&criteria, &drafts, p);
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
fn tell_weight_sums(criteria: &Criteria, drafts: &[Draft<'_>], p: &mut Problems) {
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
