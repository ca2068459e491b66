//! The evaluation model of a mini-tender, held against its framework line by line.

use rust_decimal::Decimal;

use super::enter::Entry;
use crate::{
    number::Ratio,
    tender::{Criterion, Problem, ProblemCode, Worth, canonical},
};

/// Tells each difference between the two models that `weights` does not allow. The models are compared as their canonical
/// texts, so that nothing which decides is left out.
pub(super) fn tell(entry: &mut Entry<'_>) {
    tell_criteria(entry);
    let (own, parent) = (&entry.own.evaluation, &entry.parent.tender.evaluation);
    for difference in canonical::model_differences(entry.own, &entry.parent.tender) {
        let Some(path) = difference.path.strip_prefix("evaluation.") else { continue };
        let ours = own.criteria.iter().find(|c| is_about(path, &c.id));
        let theirs = parent.criteria.iter().find(|c| is_about(path, &c.id));
        let (place, at) = match (ours, theirs) {
            (Some(ours), Some(theirs)) => {
                if is_figure(path) && figure(ours).is_some_and(|f| figure(theirs).is_some_and(|t| f.0 == t.0))
                {
                    continue;
                }
                (ours.place, theirs.place)
            }
            // a criterion of one side alone is told as a whole
            (Some(_), None) | (None, Some(_)) => continue,
            (None, None) => (own.place, parent.place),
        };
        let mut problem = Problem::new(ProblemCode::DiffersFromFramework, place).with("what", path);
        if let Some(ours) = difference.ours {
            problem = problem.with("own", ours);
        }
        if let Some(theirs) = difference.theirs {
            problem = problem.with("framework", theirs);
        }
        entry.tell(problem, at);
    }
}

/// The same criteria on both sides, each counting what it may.
fn tell_criteria(entry: &mut Entry<'_>) {
    let (own, parent) = (&entry.own.evaluation, &entry.parent.tender.evaluation);
    for criterion in &own.criteria {
        let Some(index) = parent.criteria.iter().position(|c| c.id == criterion.id) else {
            let problem = Problem::new(ProblemCode::CriterionNotInFramework, criterion.place)
                .with("criterion", criterion.id.as_str())
                .with("framework", entry.framework_id());
            entry.tell(problem, parent.place);
            continue;
        };
        let Some((theirs, (sort, counts))) = parent.criteria.get(index).zip(figure(criterion)) else {
            continue;
        };
        let Some((other_sort, other)) = figure(theirs) else { continue };
        if sort != other_sort {
            continue;
        }
        let range = entry.terms.weights.iter().find(|r| r.criterion == index);
        let (least, most, at) = range.map_or((other, other, theirs.place), |r| (r.least, r.most, r.place));
        if counts < least || counts > most {
            let problem = Problem::new(ProblemCode::WeightOutsideRange, criterion.place)
                .with("criterion", criterion.id.as_str())
                .with("weight", Ratio::from(counts))
                .with("least", Ratio::from(least))
                .with("most", Ratio::from(most));
            entry.tell(problem, at);
        }
    }
    for criterion in &parent.criteria {
        if !own.criteria.iter().any(|c| c.id == criterion.id) {
            let problem = Problem::new(ProblemCode::FrameworkCriterionMissing, own.place)
                .with("criterion", criterion.id.as_str())
                .with("framework", entry.framework_id());
            entry.tell(problem, criterion.place);
        }
    }
}

/// What a criterion counts, and in which key.
fn figure(criterion: &Criterion) -> Option<(&'static str, Decimal)> {
    match (criterion.weight, criterion.worth) {
        (Some(weight), _) => Some(("weight", weight)),
        (None, Some(Worth::Value(value))) => {
            let ore = Decimal::try_from_i128_with_scale(value.ore(), 2).ok()?;
            Some(("value", ore))
        }
        (None, Some(Worth::ValuePercent(percent))) => Some(("value-percent", percent.to_decimal())),
        (None, Some(Worth::Uplift(percent))) => Some(("uplift", percent.to_decimal())),
        (None, None) => None,
    }
}

/// Whether a canonical path (without `evaluation.`) is about this criterion.
fn is_about(path: &str, id: &str) -> bool {
    let quoted = format!("criterion.\"{}\".", id.replace('\\', "\\\\").replace('"', "\\\""));
    path.starts_with(&quoted)
}

fn is_figure(path: &str) -> bool {
    ["weight", "value", "value-percent", "uplift"].iter().any(|key| path.ends_with(&format!("\".{key}")))
}
