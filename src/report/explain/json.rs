//! `udbud.explanation/1`.

use serde_json::{Map, Value, json};

use super::message;
use crate::{
    explain::{Explanation, Step},
    record::evaluation_json,
    report::{Language, evaluation::View, figure_json},
};

/// A derivation: the same steps as in words, with typed figures and places.
pub fn explanation_json(explanation: &Explanation<'_>, language: Language) -> Value {
    let outcome = explanation.outcome;
    let view = View::new(outcome, language);
    json!({
        "schema": "udbud.explanation/1",
        "engine": concat!("udbud ", env!("CARGO_PKG_VERSION")),
        "tender": evaluation_json::tender_json(outcome.tender),
        "structure": outcome.tender.structures[outcome.structure].id,
        "published": outcome.published,
        "bidder": view.bidder(explanation.bid),
        "lot": explanation.lot.map(|l| view.lot(l)),
        "procedure": explanation.procedure.map(|p| outcome.tender.procedures[p].code.as_str()),
        "steps": explanation.steps.iter().map(|s| step_json(&view, s)).collect::<Vec<_>>(),
    })
}

fn step_json(view: &View<'_>, step: &Step) -> Value {
    let sources = &view.tender().sources;
    let mut args: Map<String, Value> =
        step.args.iter().map(|(name, figure)| (name.replace('_', "-"), figure_json(figure))).collect();
    if let Some(finding) = &step.finding {
        args.extend(finding.args.iter().map(|(name, figure)| ((*name).to_owned(), figure_json(figure))));
    }
    let places = step.places.iter().map(|(name, place)| {
        let (line, column) = sources.line_and_column(*place);
        json!({
            "what": name.trim_start_matches("at_").replace('_', "-"),
            "file": sources.file(*place).map(|f| f.name.as_str()),
            "line": line,
            "column": column,
        })
    });
    json!({
        "rule": step.rule.name(),
        "clause": step.clause.name(),
        "finding": step.finding.as_ref().map(|f| f.code.name()),
        "message": message(view, step),
        "args": args,
        "blocked-by": step.blocked_by.iter().map(|r| evaluation_json::rule_json(view.outcome, r)).collect::<Vec<_>>(),
        "places": places.collect::<Vec<_>>(),
        "steps": step.steps.iter().map(|s| step_json(view, s)).collect::<Vec<_>>(),
    })
}
