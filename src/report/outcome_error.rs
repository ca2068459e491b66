use super::Language;
use crate::{outcome::OutcomeError, tender::Tender};

/// Why a valid tender could not be evaluated, in words.
pub fn outcome_error_text(tender: &Tender, error: &OutcomeError, language: Language) -> String {
    match error {
        OutcomeError::TooLarge => language
            .pick(
                "a figure is too large, or points are too fine, to be computed exactly",
                "et tal er for stort, eller point er for fine, til at kunne beregnes eksakt",
            )
            .to_owned(),
        OutcomeError::Model(fault) => format!("{fault:?} {}", tender.head.id),
    }
}
