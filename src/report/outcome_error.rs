use super::Language;
use crate::{
    evaluation::{EvaluationError, EvaluationErrorKind as Kind},
    formula::{FormulaError, FormulaErrorKind},
    number::Figure,
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
        OutcomeError::TooLarge => language.word("outcome-too-large").to_owned(),
        OutcomeError::Model(fault) => fault_text(tender, structure, fault, language),
    }
}

fn fault_text(tender: &Tender, structure: usize, fault: &EvaluationError, language: Language) -> String {
    let mut place = Vec::new();
    if let Some(bid) = fault.bid.and_then(|b| tender.bids.get(b)) {
        place.push(bid.bidder.clone());
    }
    if let Some(lot) = tender.structures.get(structure).and_then(|s| s.lots.get(fault.lot)) {
        place.push(language.message("outcome-at-lot", &vec![("lot", Figure::from(lot.id.as_str()))]));
    }
    let criterion = fault.criterion.and_then(|c| tender.evaluation.criteria.get(c));
    if let Some(criterion) = criterion {
        let id = Figure::from(criterion.id.as_str());
        place.push(language.message("outcome-at-criterion", &vec![("criterion", id)]));
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
            let figures =
                vec![("reason", Figure::from(formula_reason(error, language))), ("part", Figure::from(part))];
            language.message("outcome-formula", &figures)
        }
        Kind::MissingValue(name) => {
            language.message("outcome-missing-value", &vec![("value", Figure::from(name.as_str()))])
        }
        Kind::CircularFormula => language.word("outcome-circular-formula").to_owned(),
        Kind::MissingPoints => language.word("outcome-missing-points").to_owned(),
        Kind::NoFallbackCost => language.word("outcome-no-fallback-cost").to_owned(),
        Kind::NoWeight => language.word("outcome-no-weight").to_owned(),
        Kind::EmptyScale => language.word("outcome-empty-scale").to_owned(),
        Kind::TooLarge => language.word("outcome-price-too-large").to_owned(),
    };
    format!("{}: {reason}", place.join(", "))
}

fn formula_reason(error: &FormulaError, language: Language) -> &'static str {
    language.word(match error.kind {
        FormulaErrorKind::DivisionByZero => "outcome-division-by-zero",
        FormulaErrorKind::Undefined => "outcome-undefined",
        FormulaErrorKind::RoundingDecimals => "outcome-rounding-decimals",
        FormulaErrorKind::NoTariff => "outcome-no-tariff",
        FormulaErrorKind::NoFallback => "outcome-no-fallback",
        FormulaErrorKind::NoWeight => "outcome-formula-weight",
        FormulaErrorKind::TooLarge => "outcome-too-many-digits",
        FormulaErrorKind::TooMuchWork => "outcome-too-much-work",
    })
}
