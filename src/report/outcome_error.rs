use super::Language;
use crate::{
    evaluation::{EvaluationError, EvaluationErrorKind as Kind},
    formula::{FormulaError, FormulaErrorKind},
    outcome::OutcomeError,
    tender::{Method, ModelKind, Tender},
};

/// Why a valid tender could not be evaluated under a structure (index), in words: the place, then the reason.
pub fn outcome_error_text(
    tender: &Tender,
    structure: usize,
    error: &OutcomeError,
    language: Language,
) -> String {
    match error {
        OutcomeError::TooLarge => language
            .pick(
                "a figure is too large, or points are too fine, to be computed exactly",
                "et tal er for stort, eller point er for fine, til at kunne beregnes eksakt",
            )
            .to_owned(),
        OutcomeError::Model(fault) => fault_text(tender, structure, fault, language),
    }
}

fn fault_text(tender: &Tender, structure: usize, fault: &EvaluationError, language: Language) -> String {
    let mut place = Vec::new();
    if let Some(bid) = fault.bid.and_then(|b| tender.bids.get(b)) {
        place.push(bid.bidder.clone());
    }
    if let Some(lot) = tender.structures.get(structure).and_then(|s| s.lots.get(fault.lot)) {
        place.push(format!("{} {}", language.pick("lot", "delaftale"), lot.id));
    }
    let criterion = fault.criterion.and_then(|c| tender.evaluation.criteria.get(c));
    if let Some(criterion) = criterion {
        place.push(format!("{} {}", language.pick("criterion", "underkriterium"), criterion.id));
    }
    let reason = match &fault.kind {
        Kind::Formula(error) => {
            let formula = match (&tender.evaluation.kind, criterion.and_then(|c| c.method.as_ref())) {
                (_, Some(Method::Formula { formula, .. })) | (ModelKind::Formula { formula, .. }, _) => {
                    formula.text()
                }
                _ => "",
            };
            let part = formula.get(error.start..error.end).unwrap_or(formula);
            format!("{}: `{part}`", formula_reason(error, language))
        }
        kind => plain_reason(kind, language),
    };
    format!("{}: {reason}", place.join(", "))
}

fn formula_reason(error: &FormulaError, language: Language) -> &'static str {
    match error.kind {
        FormulaErrorKind::DivisionByZero => {
            language.pick("the formula divides by zero", "formlen dividerer med nul")
        }
        FormulaErrorKind::Undefined => language.pick(
            "a root, power or logarithm that does not exist",
            "en rod, potens eller logaritme, der ikke findes",
        ),
        FormulaErrorKind::RoundingDecimals => language.pick(
            "round() takes a whole number of decimals from -28 to 28",
            "round() tager et helt antal decimaler fra -28 til 28",
        ),
        FormulaErrorKind::NoTariff => language.pick(
            "the lot has no value at the discount base",
            "delaftalen har ingen værdi efter rabatgrundlaget",
        ),
        FormulaErrorKind::NoFallback => {
            language.pick("the lot has no fallback cost", "delaftalen kan ikke købes til DUF-takst")
        }
        FormulaErrorKind::NoWeight => {
            language.pick("the criterion has no weight", "underkriteriet har ingen vægt")
        }
        FormulaErrorKind::TooLarge => {
            language.pick("a figure has too many digits", "et tal har for mange cifre")
        }
        FormulaErrorKind::TooMuchWork => {
            language.pick("the formula causes too much work", "formlen kræver for meget beregning")
        }
    }
}

fn plain_reason(kind: &Kind, language: Language) -> String {
    match kind {
        Kind::Formula(error) => formula_reason(error, language).to_owned(),
        Kind::CircularFormula => language
            .pick("formulas use the points of each other in a circle", "formler bruger hinandens point i ring")
            .to_owned(),
        Kind::MissingPoints => language
            .pick("no assessment gives the bid points", "ingen vurdering giver tilbuddet point")
            .to_owned(),
        Kind::MissingValue(name) => match language {
            Language::En => format!("the bid states no value `{name}`"),
            Language::Da => format!("tilbuddet angiver ingen værdi `{name}`"),
        },
        Kind::NoFallbackCost => language
            .pick(
                "the criterion is worth a per cent of the fallback cost, and the lot has none",
                "underkriteriet er værdisat i procent af køb til DUF-takst, og delaftalen kan ikke købes sådan",
            )
            .to_owned(),
        Kind::NoWeight => language
            .pick("the criterion has no weight or value", "underkriteriet har hverken vægt eller værdi")
            .to_owned(),
        Kind::EmptyScale => language.pick("the scale has no length", "skalaen har ingen længde").to_owned(),
        Kind::TooLarge => language
            .pick("an evaluated price is too large to be computed", "en evalueringsteknisk pris er for stor til at beregnes")
            .to_owned(),
    }
}
