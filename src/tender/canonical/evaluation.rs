//! The canonical lines of `[evaluation]`.

use super::{Lines, kroner, number, quote};
use crate::tender::{
    Adjustment, Best, Criterion, EvaluationModel, Gate, GateOn, Measure, Method, ModelKind, Outside, Worth,
};

pub(super) fn model(model: &EvaluationModel) -> Lines {
    let mut lines = Lines::default();
    let kind = match &model.kind {
        ModelKind::LowestPrice => "lowest-price",
        ModelKind::Points => "points",
        ModelKind::EvaluatedPrice(_) => "evaluated-price",
        ModelKind::Formula { .. } => "formula",
    };
    lines.plain("evaluation.model", kind);
    lines.plain("evaluation.scale", number(model.scale));
    let none = |decimals: Option<u32>| decimals.map_or_else(|| "none".to_owned(), |d| d.to_string());
    lines.plain("evaluation.rounding.points", none(model.rounding.points));
    lines.plain("evaluation.rounding.weighted", none(model.rounding.weighted));
    lines.plain("evaluation.rounding.score", none(model.rounding.score));
    lines.plain("evaluation.rounding.mode", model.rounding.mode.name());
    match &model.kind {
        ModelKind::EvaluatedPrice(adjustment) => {
            let adjust = match adjustment {
                Adjustment::Subtract => "subtract",
                Adjustment::Add => "add",
                Adjustment::Uplift => "uplift",
            };
            lines.plain("evaluation.adjust", adjust);
        }
        ModelKind::Formula { formula, best } => {
            lines.quoted("evaluation.formula", formula.canonical());
            let best = match best {
                Best::Highest => "highest",
                Best::Lowest => "lowest",
            };
            lines.plain("evaluation.best", best);
        }
        ModelKind::LowestPrice | ModelKind::Points => {}
    }
    let id = |i: usize| model.criteria.get(i).map_or("", |c| c.id.as_str());
    for c in &model.criteria {
        criterion(&mut lines, c, c.parent.map(id));
    }
    let mut gates: Vec<(String, String)> = model.gates.iter().map(|g| gate(g, id)).collect();
    gates.sort_unstable();
    for (i, (on, min)) in gates.into_iter().enumerate() {
        lines.plain(format!("evaluation.gate.{}.criterion", i + 1), on);
        lines.plain(format!("evaluation.gate.{}.min", i + 1), min);
    }
    lines
}

fn gate<'m>(gate: &Gate, id: impl Fn(usize) -> &'m str) -> (String, String) {
    let on = match gate.on {
        GateOn::Criterion(i) => quote(id(i)),
        GateOn::Total => "total".into(),
    };
    (on, number(gate.min))
}

fn criterion(lines: &mut Lines, c: &Criterion, parent: Option<&str>) {
    let at = |key: &str| format!("evaluation.criterion.{}.{key}", quote(&c.id));
    if let Some(parent) = parent {
        lines.quoted(at("parent"), parent);
    }
    lines.plain_if(at("weight"), c.weight.map(number));
    match c.worth {
        Some(Worth::Value(value)) => lines.plain(at("value"), kroner(value)),
        Some(Worth::ValuePercent(percent)) => lines.plain(at("value-percent"), percent),
        Some(Worth::Uplift(percent)) => lines.plain(at("uplift"), percent),
        None => {}
    }
    let Some(method) = &c.method else {
        lines.plain(at("method"), "none");
        return;
    };
    if let Some(measure) = method.measure() {
        match measure {
            Measure::Price => lines.plain(at("measure"), "price"),
            Measure::Value(name) => lines.quoted(at("measure"), &format!("values.{name}")),
        }
    }
    let name = match method {
        Method::Linear { slope, outside, higher_is_better, .. } => {
            lines.plain(at("slope"), number(*slope));
            lines.plain(at("higher-is-better"), higher_is_better);
            write_outside(lines, &at, outside);
            "linear"
        }
        Method::Absolute { full_at, zero_at, outside, .. } => {
            lines.plain(at("full-at"), number(*full_at));
            lines.plain(at("zero-at"), number(*zero_at));
            write_outside(lines, &at, outside);
            "absolute"
        }
        Method::Proportional { higher_is_better, .. } => {
            lines.plain(at("higher-is-better"), higher_is_better);
            "proportional"
        }
        Method::MinMax { higher_is_better, .. } => {
            lines.plain(at("higher-is-better"), higher_is_better);
            "min-max"
        }
        Method::Judged => "judged",
        Method::Formula { formula, .. } => {
            lines.quoted(at("formula"), formula.canonical());
            "formula"
        }
    };
    lines.plain(at("method"), name);
}

fn write_outside(lines: &mut Lines, at: &impl Fn(&str) -> String, outside: &Outside) {
    let name = match outside {
        Outside::Negative => "negative",
        Outside::Zero => "zero",
        Outside::Reject => "reject",
        Outside::Widen(w) => {
            lines.plain(at("widen.first"), number(w.first));
            lines.plain(at("widen.step"), number(w.step));
            lines.plain_if(at("widen.ceiling"), w.ceiling.map(number));
            "widen"
        }
    };
    lines.plain(at("outside"), name);
}
