//! The criteria: weights, formulas, what happens outside a scale, what points are worth.

use super::Writer;
use crate::{
    number::Figure,
    report::page::{Column, Grid, Part, Tone},
    tender::{Criterion, Measure, Method, Outside, Worth},
};

pub(super) fn criteria(w: Writer<'_>) -> Option<Part> {
    let model = &w.tender.evaluation;
    if model.criteria.is_empty() {
        return None;
    }
    let mut grid = Grid::new(vec![
        Column::name(w.words.column_criterion),
        Column::word(w.words.column_part_of),
        Column::figure(w.words.column_weight),
    ]);
    for c in &model.criteria {
        let parent = c.parent.map_or("", |p| w.criterion_title(p)).to_owned();
        let weight = c.weight.map(|n| format!("{} %", w.language.figure(&w.number(n)))).unwrap_or_default();
        grid.row(vec![c.title.clone(), parent, weight], Tone::Plain);
    }
    let mut part = Part::new(w.words.heading_criteria);
    part.grid(grid.without_empty_columns());
    let items = model
        .criteria
        .iter()
        .map(|c| crate::report::page::Item::new(format!("{}: {}", c.title, counts(w, c))));
    part.list(items.collect());
    Some(part)
}

/// How a criterion counts.
fn counts(w: Writer<'_>, c: &Criterion) -> String {
    let Some(method) = &c.method else { return w.words.parent.to_owned() };
    let mut args = vec![("scale", w.number(w.tender.evaluation.scale))];
    if let Some(measure) = method.measure() {
        args.push(("measure", Figure::from(measure_words(w, measure))));
    }
    let (template, outside) = match method {
        Method::Linear { slope, outside, higher_is_better, .. } => {
            args.push(("slope", w.number(*slope)));
            let template = if *higher_is_better { w.words.linear_higher } else { w.words.linear };
            (template, Some((outside, w.words.widen_slope)))
        }
        Method::Absolute { full_at, zero_at, outside, .. } => {
            args.push(("full", w.number(*full_at)));
            args.push(("zero", w.number(*zero_at)));
            (w.words.absolute, Some((outside, w.words.widen_zero)))
        }
        Method::Proportional { higher_is_better, .. } => {
            (if *higher_is_better { w.words.proportional_higher } else { w.words.proportional }, None)
        }
        Method::MinMax { higher_is_better, .. } => {
            (if *higher_is_better { w.words.min_max_higher } else { w.words.min_max }, None)
        }
        Method::Judged => (w.words.judged, None),
        Method::Formula { formula, .. } => {
            args.push(("formula", Figure::from(formula.text())));
            (w.words.formula, None)
        }
    };
    let mut sentences = vec![w.fill(template, args.clone())];
    if let Some((outside, widens)) = outside {
        sentences.extend(outside_words(w, outside, widens, args));
    }
    sentences.extend(c.worth.map(|worth| worth_words(w, worth)));
    sentences.join(" ")
}

fn measure_words(w: Writer<'_>, measure: &Measure) -> String {
    match measure {
        Measure::Price => w.words.price_measure.to_owned(),
        Measure::Value(name) => w.fill(w.words.value_measure, vec![("name", Figure::from(name.as_str()))]),
    }
}

fn outside_words(
    w: Writer<'_>,
    outside: &Outside,
    widens: &str,
    mut args: Vec<(&'static str, Figure)>,
) -> Vec<String> {
    match outside {
        Outside::Negative => vec![w.words.negative.to_owned()],
        Outside::Zero => vec![w.words.zero.to_owned()],
        Outside::Reject => vec![w.words.reject.to_owned()],
        Outside::Widen(widening) => {
            args.push(("first", w.number(widening.first)));
            args.push(("step", w.number(widening.step)));
            let mut out = vec![w.fill(widens, args)];
            if let Some(ceiling) = widening.ceiling {
                out.push(w.fill(w.words.ceiling, vec![("ceiling", w.number(ceiling))]));
            }
            out
        }
    }
}

fn worth_words(w: Writer<'_>, worth: Worth) -> String {
    match worth {
        Worth::Value(value) => w.fill(w.words.worth_value, vec![("value", Figure::from(value))]),
        Worth::ValuePercent(p) => w.fill(w.words.worth_percent, vec![("percent", Figure::from(p))]),
        Worth::Uplift(p) => w.fill(w.words.worth_uplift, vec![("percent", Figure::from(p))]),
    }
}
