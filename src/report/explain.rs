//! A derivation, written.

use serde_json::{Map, Value, json};

use super::{
    Language, Report,
    evaluation::{View, banner, payment_means},
    figure_json,
    findings::finding_message,
    page::{Block, Column, Grid, Item, Page, Part, Tone},
    tender_json,
};
use crate::{
    explain::{Clause, Explanation, Step, StepRule},
    number::{Figure, Figures},
    record::evaluation_json::rule_json,
    tender::{ModelKind, Place, Severity, Tender},
};

/// What a bid's price, points and place are derived from.
#[derive(Clone, Copy, Debug)]
pub struct ExplanationReport<'a>(pub &'a Explanation<'a>);

impl Report for ExplanationReport<'_> {
    fn page(&self, language: Language) -> Page {
        page(self.0, language)
    }

    /// `udbud.explanation/1`: the same steps as in words, with typed figures and places.
    fn json(&self, language: Language) -> Value {
        let (explanation, outcome) = (self.0, self.0.outcome);
        let view = View::new(outcome, language);
        json!({
            "schema": "udbud.explanation/1",
            "engine": concat!("udbud ", env!("CARGO_PKG_VERSION")),
            "tender": tender_json(outcome.tender),
            "structure": outcome.tender.structures[outcome.structure].id,
            "published": outcome.published,
            "bidder": view.bidder(explanation.bid),
            "lot": explanation.lot.map(|l| view.lot(l)),
            "procedure": explanation.procedure.map(|p| outcome.tender.procedures[p].code.as_str()),
            "steps": explanation.steps.iter().map(|s| step_json(&view, s)).collect::<Vec<_>>(),
        })
    }

    /// One row a step: its number (`2.1` rests under `2`), its words, what it gives, where.
    fn rows(&self, language: Language) -> Option<Vec<Vec<String>>> {
        let mut rows = vec![TITLES.map(|id| language.word(id).to_owned()).to_vec()];
        let view = View::new(self.0.outcome, language);
        for (i, step) in self.0.steps.iter().enumerate() {
            add_rows(&view, step, &(i + 1).to_string(), &mut rows);
        }
        Some(rows)
    }
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
        "blocked-by": step.blocked_by.iter().map(|r| rule_json(view.outcome, r)).collect::<Vec<_>>(),
        "places": places.collect::<Vec<_>>(),
        "steps": step.steps.iter().map(|s| step_json(view, s)).collect::<Vec<_>>(),
    })
}

const TITLES: [&str; 7] = [
    "explain-csv-step",
    "explain-csv-rule",
    "explain-csv-clause",
    "explain-csv-text",
    "explain-csv-result",
    "explain-csv-file",
    "explain-csv-line",
];

fn add_rows(view: &View<'_>, step: &Step, number: &str, rows: &mut Vec<Vec<String>>) {
    let sources = &view.tender().sources;
    let place = step.places.first().map(|(_, p)| *p);
    let result = match step.figure("result") {
        None => String::new(),
        Some(Figure::Number(number)) => view.language.plain_number(number, None),
        Some(figure) => match figure_json(figure) {
            Value::String(text) => view.language.plain_decimal(&text),
            other => view.language.plain_decimal(&other.to_string()),
        },
    };
    rows.push(vec![
        number.to_owned(),
        step.rule.name().to_owned(),
        clause_text(step.clause, view.language),
        message(view, step),
        result,
        place.and_then(|p| sources.file(p)).map_or(String::new(), |f| f.name.clone()),
        place.map_or(String::new(), |p| sources.line(p).to_string()),
    ]);
    for (i, child) in step.steps.iter().enumerate() {
        add_rows(view, child, &format!("{number}.{}", i + 1), rows);
    }
}

fn page(explanation: &Explanation<'_>, language: Language) -> Page {
    let view = View::new(explanation.outcome, language);
    let mut part = Part::default();
    let mut items = Vec::new();
    for step in &explanation.steps {
        items.push(item(&view, step, 0));
        if matches!(step.rule, StepRule::LotPrice | StepRule::LotWithCombination) {
            part.list(std::mem::take(&mut items));
            part.blocks.extend(lines_of(&view, step));
        }
    }
    part.list(items);
    if part.blocks.is_empty() {
        part.blocks.push(Block::Text(language.word("explain-nothing").to_owned()));
    }
    Page { title: title(explanation), banner: banner(&view), parts: vec![part] }
}

/// `RM-ORTO-2024 – Hospital Alfa – whole – KNGB40 Primær cementeret totalprotese i knæled`.
fn title(explanation: &Explanation<'_>) -> String {
    let tender = explanation.outcome.tender;
    let mut parts = vec![tender.head.id.clone(), tender.bids[explanation.bid].bidder.clone()];
    if let Some(lot) = explanation.lot {
        parts.push(tender.structures[explanation.outcome.structure].lots[lot].id.clone());
    }
    if let Some(procedure) = explanation.procedure.map(|p| &tender.procedures[p]) {
        parts.push(format!("{} {}", procedure.code, procedure.name));
    }
    parts.join(" – ")
}

fn item(view: &View<'_>, step: &Step, depth: usize) -> Item {
    let tone = match (step.rule, step.finding.as_ref().map(|f| f.severity)) {
        (_, Some(Severity::Error)) | (StepRule::LotInadmissible | StepRule::BidInadmissible, _) => Tone::Bad,
        (_, Some(Severity::Warning)) => Tone::Warning,
        (StepRule::Wins | StepRule::IsSupplier, _) => Tone::Good,
        _ => Tone::Plain,
    };
    let text = message(view, step);
    let text = if depth == 0 && step.finding.is_none() {
        format!("{text} [{}]", clause_text(step.clause, view.language))
    } else {
        text
    };
    let beneath = step
        .steps
        .iter()
        .filter(|s| !matches!(s.rule, StepRule::LotLine | StepRule::LotLineAtFallback))
        .map(|s| item(view, s, depth + 1));
    Item::toned(text, tone).with(beneath.collect())
}

/// A step in words.
fn message(view: &View<'_>, step: &Step) -> String {
    step_message(view, step, &|place| place_text(view.tender(), place, view.language))
}

/// A step in words, with places as `place` writes them.
pub(super) fn step_message(view: &View<'_>, step: &Step, place: &dyn Fn(Place) -> String) -> String {
    if let Some(finding) = &step.finding {
        return finding_message(view.tender(), view.outcome.structure, finding, view.language);
    }
    let id = match step.rule {
        // the evaluated price would only repeat the lot price
        StepRule::LotInALine if view.tender().evaluation.kind == ModelKind::LowestPrice => {
            "step-lot-in-a-line.lowest-price".to_owned()
        }
        rule => format!("step-{}", rule.name()),
    };
    let mut args: Figures = step.args.clone();
    for (name, at) in &step.places {
        args.push((name, Figure::from(place(*at))));
    }
    args.push(("the_price", Figure::from(view.the_price())));
    if step.rule == StepRule::LosesTie {
        args.push(("ties", Figure::from(view.tie_rules())));
    }
    if !step.blocked_by.is_empty() {
        args.push(("rules", Figure::from(view.rules(&step.blocked_by))));
    }
    view.message(&id, &args)
}

/// `line 41`; in another file than the tender's `bids/alfa.csv line 7`.
fn place_text(tender: &Tender, place: Place, language: Language) -> String {
    let line = Figure::from(tender.sources.line(place).to_string());
    match tender.sources.file(place).filter(|_| place.file > 0) {
        Some(file) => {
            let args = vec![("file", Figure::from(file.name.as_str())), ("line", line)];
            language.message("explain-line-of-file", &args)
        }
        None => language.message("explain-line", &vec![("line", line)]),
    }
}

fn clause_text(clause: Clause, language: Language) -> String {
    let id = match clause {
        Clause::UnitPrices(n) => {
            let number = Figure::from(n.to_string());
            return language.message("explain-clause-unit-prices", &vec![("number", number)]);
        }
        Clause::Admissibility => "explain-clause-admissibility",
        Clause::EvaluationModels => "explain-clause-evaluation-models",
        Clause::BestAward => "explain-clause-best-award",
        Clause::EveryBidder => "explain-clause-every-bidder",
        Clause::SeveralSuppliers => "explain-clause-several-suppliers",
    };
    language.word(id).to_owned()
}

/// The lines of a lot price as a table, and a word on what is scored and what is paid where both are shown.
fn lines_of(view: &View<'_>, lot_price: &Step) -> Vec<Block> {
    let title = |id: &str| view.word(id);
    let mut grid = Grid::new(vec![
        Column { key: true, ..Column::code(title("explain-table-procedure")) },
        Column::money(title("explain-table-unit")),
        Column::money(title("explain-table-scored")),
        Column::count(title("explain-table-volume")),
        Column::money(title("explain-table-amount")),
        Column::money(title("explain-table-payment")),
        Column::word(title("explain-table-place")),
    ]);
    let differs = |a: &'static str, b: &'static str| {
        lot_price.steps.iter().any(|s| s.rule == StepRule::LotLine && s.figure(a) != s.figure(b))
    };
    let (shows_scored, shows_payment) = (differs("unit", "scored"), differs("result", "payment"));
    for step in &lot_price.steps {
        let figure =
            |name: &str| step.figure(name).map_or(String::new(), |f: &Figure| view.language.figure(f));
        let at_fallback = step.rule == StepRule::LotLineAtFallback;
        let only = |shown: bool, text: String| if shown { text } else { String::new() };
        let unit = if at_fallback { view.word("explain-table-fallback").to_owned() } else { figure("unit") };
        let place = step.places.first().map(|(_, p)| place_text(view.tender(), *p, view.language));
        let cells = vec![
            figure("code"),
            unit,
            only(shows_scored, figure("scored")),
            figure("volume"),
            figure("result"),
            only(shows_payment, figure("payment")),
            place.unwrap_or_default(),
        ];
        grid.row(cells, if at_fallback { Tone::Warning } else { Tone::Plain });
    }
    let mut blocks = vec![Block::Grid(grid.without_empty_columns())];
    if shows_payment {
        blocks.extend(payment_means(view).map(Block::Text));
    }
    blocks
}

#[cfg(test)]
mod tests;
