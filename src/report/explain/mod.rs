//! A derivation, written: one trait, one writer a format; wording in one place per language.

mod da;
mod en;
mod json;
mod lines;

pub use json::explanation_json;

use super::{
    CsvWriter, JsonWriter, Language, MarkdownWriter, TableWriter,
    evaluation::{View, banner, plain_decimal, plain_number},
    findings::finding_message,
    page::{Block, Item, Page, Part, Tone, csv_text, page_markdown, page_text},
};
use crate::{
    explain::{Clause, Explanation, Step, StepRule},
    number::{Figure, Figures},
    tender::{ModelKind, Place, Severity, Tender},
};

/// Writes a derivation in one format.
pub trait ExplanationWriter {
    /// The whole text, ending with a line feed.
    fn write_explanation(&self, explanation: &Explanation<'_>, language: Language) -> String;
}

impl ExplanationWriter for TableWriter {
    fn write_explanation(&self, explanation: &Explanation<'_>, language: Language) -> String {
        page_text(&page(explanation, language), self.color)
    }
}

impl ExplanationWriter for MarkdownWriter {
    fn write_explanation(&self, explanation: &Explanation<'_>, language: Language) -> String {
        page_markdown(&page(explanation, language))
    }
}

impl ExplanationWriter for JsonWriter {
    fn write_explanation(&self, explanation: &Explanation<'_>, language: Language) -> String {
        super::json_text(&explanation_json(explanation, language))
    }
}

/// One row a step: its number (`2.1` rests under `2`), what it says, what it gives, where.
impl ExplanationWriter for CsvWriter {
    fn write_explanation(&self, explanation: &Explanation<'_>, language: Language) -> String {
        let titles = match language {
            Language::En => ["step", "rule", "clause", "text", "result", "file", "line"],
            Language::Da => ["trin", "regel", "bestemmelse", "tekst", "resultat", "fil", "linje"],
        };
        let mut rows = vec![titles.map(str::to_owned).to_vec()];
        let view = View::new(explanation.outcome, language);
        for (i, step) in explanation.steps.iter().enumerate() {
            csv_rows(&view, step, &(i + 1).to_string(), &mut rows);
        }
        csv_text(&rows, language)
    }
}

fn csv_rows(view: &View<'_>, step: &Step, number: &str, rows: &mut Vec<Vec<String>>) {
    let sources = &view.tender().sources;
    let place = step.places.first().map(|(_, p)| *p);
    let result = match (step.figure("result"), view.language) {
        (None, _) => String::new(),
        (Some(Figure::Number(number)), language) => plain_number(language, number, None),
        (Some(figure), language) => match super::figure_json(figure) {
            serde_json::Value::String(text) => plain_decimal(language, &text),
            other => plain_decimal(language, &other.to_string()),
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
        csv_rows(view, child, &format!("{number}.{}", i + 1), rows);
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
            part.blocks.extend(lines::blocks(&view, step));
        }
    }
    part.list(items);
    if part.blocks.is_empty() {
        part.blocks.push(Block::Text(language.pick("Nothing to derive.", "Intet at udlede.").to_owned()));
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
    let lowest_price = view.tender().evaluation.kind == ModelKind::LowestPrice;
    let template = match (step.rule, view.language) {
        (StepRule::LotInALine, Language::En) if lowest_price => en::LOT_IN_A_LINE_LOWEST_PRICE,
        (StepRule::LotInALine, Language::Da) if lowest_price => da::LOT_IN_A_LINE_LOWEST_PRICE,
        (rule, Language::En) => en::template(rule),
        (rule, Language::Da) => da::template(rule),
    };
    let mut args: Figures = step.args.clone();
    for (name, at) in &step.places {
        args.push((name, Figure::from(place(*at))));
    }
    args.push(("the_price", Figure::from(view.the_price())));
    args.push(("ties", Figure::from(view.tie_rules())));
    if !step.blocked_by.is_empty() {
        args.push(("rules", Figure::from(view.rules(&step.blocked_by))));
    }
    view.language.fill(template, &args)
}

/// `line 41`; in another file than the tender's `bids/alfa.csv line 7`.
fn place_text(tender: &Tender, place: Place, language: Language) -> String {
    let line = tender.sources.line(place);
    let word = language.pick("line", "linje");
    match tender.sources.file(place).filter(|_| place.file > 0) {
        Some(file) => format!("{} {word} {line}", file.name),
        None => format!("{word} {line}"),
    }
}

fn clause_text(clause: Clause, language: Language) -> String {
    match clause {
        Clause::UnitPrices(n) => format!("{} {n}", language.pick("unit prices", "enhedspriser")),
        Clause::Admissibility => language.pick("admissibility", "antagelighed").into(),
        Clause::EvaluationModels => language.pick("evaluation models", "evalueringsmodeller").into(),
        Clause::BestAward => language.pick("best award", "bedste tildeling").into(),
        Clause::EveryBidder => {
            language.pick("what every bidder is told", "hvad enhver tilbudsgiver får at vide").into()
        }
        Clause::SeveralSuppliers => {
            language.pick("several suppliers for a lot", "flere leverandører til en delaftale").into()
        }
    }
}

#[cfg(test)]
mod tests;
