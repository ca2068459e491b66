//! The evaluation model of a tender in plain words, as it can stand in the tender documents (`udbud model FILE`): with
//! formulas, the rules that must be announced, a worked example and the hashes; and what a trial of it found.

mod announced;
mod criteria;
mod da;
mod en;
mod example;
mod json;
mod price;
mod probe;
mod tables;
mod words;

use super::{
    Language,
    kind::kind_figures,
    page::{Page, Part, page_markdown, page_text},
};
use crate::{
    evaluation::probe::{Probe, WorkedExample, worked_example},
    number::{Figure, Figures, Ratio, Rounding},
    tender::{Adjustment, Best, GateOn, Method, ModelKind, Tender, canonical},
};
use words::{ProbeWords, Words};

pub use json::{differences_json, model_json};
pub use tables::{canonical_csv, differences_csv, differences_markdown, differences_text, probe_csv};

/// A model to be described.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelDescription<'t> {
    /// The tender.
    pub tender: &'t Tender,
    /// Three made-up bids evaluated; `None` where the model has no result for them.
    pub example: Option<WorkedExample>,
    /// SHA-256 over the canonical text of the model.
    pub model_hash: String,
    /// SHA-256 over the canonical text of the tender.
    pub tender_hash: String,
    /// What a trial found.
    pub probe: Option<Probe>,
}

impl<'t> ModelDescription<'t> {
    /// Describes the model of a tender.
    pub fn of(tender: &'t Tender) -> Self {
        ModelDescription {
            tender,
            example: worked_example(&tender.evaluation).ok(),
            model_hash: canonical::model_hash(tender),
            tender_hash: canonical::tender_hash(tender),
            probe: None,
        }
    }

    /// With what a trial found.
    #[must_use]
    pub fn with_probe(mut self, probe: Probe) -> Self {
        self.probe = Some(probe);
        self
    }
}

/// As text for a terminal.
pub fn model_text(description: &ModelDescription<'_>, language: Language, color: bool) -> String {
    page_text(&page(description, language), color)
}

/// As Markdown.
pub fn model_markdown(description: &ModelDescription<'_>, language: Language) -> String {
    page_markdown(&page(description, language))
}

/// A trial alone, as text for a terminal.
pub fn probe_text(tender: &Tender, probe: &Probe, language: Language, color: bool) -> String {
    page_text(&probe_page(tender, probe, language), color)
}

/// A trial alone, as Markdown.
pub fn probe_markdown(tender: &Tender, probe: &Probe, language: Language) -> String {
    page_markdown(&probe_page(tender, probe, language))
}

/// A language, its sentences, and the tender they are about.
#[derive(Clone, Copy)]
struct Writer<'t> {
    language: Language,
    words: &'static Words,
    probe_words: &'static ProbeWords,
    tender: &'t Tender,
}

impl<'t> Writer<'t> {
    fn new(tender: &'t Tender, language: Language) -> Self {
        let (words, probe_words) = match language {
            Language::En => (&en::WORDS, &en::PROBE),
            Language::Da => (&da::WORDS, &da::PROBE),
        };
        Writer { language, words, probe_words, tender }
    }

    fn fill(self, template: &str, args: Vec<(&'static str, Figure)>) -> String {
        self.language.fill(template, &args)
    }

    /// What sort of competition it is (`report::kind`).
    fn kind(self) -> Figures {
        kind_figures(self.tender.head.kind, self.language)
    }

    fn number(self, n: rust_decimal::Decimal) -> Figure {
        Figure::Number(Ratio::from(n))
    }

    fn criterion_title(self, criterion: usize) -> &'t str {
        self.tender.evaluation.criteria.get(criterion).map_or("", |c| c.title.as_str())
    }

    fn title(self) -> String {
        let head = &self.tender.head;
        let args = vec![("title", Figure::from(head.title.as_str())), ("id", Figure::from(head.id.as_str()))];
        self.fill(self.words.title, args)
    }
}

fn page(description: &ModelDescription<'_>, language: Language) -> Page {
    let w = Writer::new(description.tender, language);
    let mut parts = vec![what_decides(w)];
    parts.extend(criteria::criteria(w));
    parts.push(price::price(w));
    parts.push(announced::announced(w));
    parts.push(example::example(w, description.example.as_ref()));
    parts.push(hashes(w, description));
    if let Some(probe) = &description.probe {
        parts.push(probe::probe(w, probe));
    }
    Page { title: w.title(), banner: None, parts }
}

/// What the model says of bids, of prices and of the award, without example and hashes.
pub(super) fn rule_parts(tender: &Tender, language: Language) -> Vec<Part> {
    let w = Writer::new(tender, language);
    let mut parts = vec![what_decides(w)];
    parts.extend(criteria::criteria(w));
    parts.push(price::price(w));
    parts.push(announced::announced(w));
    parts
}

fn probe_page(tender: &Tender, probe: &Probe, language: Language) -> Page {
    let w = Writer::new(tender, language);
    Page { title: w.title(), banner: None, parts: vec![probe::probe(w, probe)] }
}

fn what_decides(w: Writer<'_>) -> Part {
    let model = &w.tender.evaluation;
    let mut part = Part::new(w.words.heading_decides);
    let scale = || vec![("scale", w.number(model.scale))];
    let formula = |text: &str| vec![("formula", Figure::from(text))];
    part.text(match &model.kind {
        ModelKind::LowestPrice => w.words.lowest_price.to_owned(),
        ModelKind::Points => w.fill(w.words.points, scale()),
        ModelKind::EvaluatedPrice(Adjustment::Subtract) => w.fill(w.words.subtract, scale()),
        ModelKind::EvaluatedPrice(Adjustment::Add) => w.fill(w.words.add, scale()),
        ModelKind::EvaluatedPrice(Adjustment::Uplift) => w.fill(w.words.uplift, scale()),
        ModelKind::Formula { formula: f, best: Best::Highest } => {
            w.fill(w.words.formula_highest, formula(f.text()))
        }
        ModelKind::Formula { formula: f, best: Best::Lowest } => {
            w.fill(w.words.formula_lowest, formula(f.text()))
        }
    });
    if uses_references(w) {
        part.text(w.words.references);
        part.text(w.words.zero_reference);
    }
    if !matches!(model.kind, ModelKind::LowestPrice) {
        part.text(rounding(w));
    }
    for gate in &model.gates {
        let mut args = vec![("min", w.number(gate.min))];
        part.text(match gate.on {
            GateOn::Total => w.fill(w.words.gate_total, args),
            GateOn::Criterion(c) => {
                args.push(("criterion", Figure::from(w.criterion_title(c))));
                w.fill(w.words.gate, args)
            }
        });
    }
    if !model.gates.is_empty() {
        part.text(w.words.gate_note);
    }
    part
}

fn uses_references(w: Writer<'_>) -> bool {
    w.tender.evaluation.criteria.iter().any(|c| {
        matches!(
            c.method,
            Some(
                Method::Linear { .. }
                    | Method::Proportional { .. }
                    | Method::MinMax { .. }
                    | Method::Formula { .. }
            )
        )
    }) || matches!(w.tender.evaluation.kind, ModelKind::Formula { .. })
}

fn rounding(w: Writer<'_>) -> String {
    let r = w.tender.evaluation.rounding;
    if r.points.is_none() && r.weighted.is_none() && r.score.is_none() {
        return w.words.no_rounding.to_owned();
    }
    let stage = |decimals: Option<u32>| match decimals {
        Some(n) => Figure::from(w.fill(w.words.decimals, vec![("n", Figure::from(n))])),
        None => Figure::from(w.words.not_rounded),
    };
    let mode = match r.mode {
        Rounding::HalfUp => w.words.half_up,
        Rounding::HalfEven => w.words.half_even,
        Rounding::Down => w.words.down,
    };
    let args = vec![
        ("points", stage(r.points)),
        ("weighted", stage(r.weighted)),
        ("score", stage(r.score)),
        ("mode", Figure::from(mode)),
    ];
    w.fill(w.words.rounding, args)
}

fn hashes(w: Writer<'_>, description: &ModelDescription<'_>) -> Part {
    let mut part = Part::new(w.words.heading_hashes);
    let line = |name: &str, hash: &str| format!("{name} {hash}");
    part.text(line(w.words.hash_model, &description.model_hash));
    part.text(line(w.words.hash_tender, &description.tender_hash));
    part.text(w.words.hash_note);
    part
}
