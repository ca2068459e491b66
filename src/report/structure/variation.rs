//! What is tried out on a tender, in words and as JSON.

use serde_json::{Value, json};

use crate::{
    number::Figure,
    report::{Language, kind::kind_figures},
    structure::{Variation, VariationError},
    tender::{AboveCap, CodePattern, Missing, Tender, TenderKind},
};

/// What is tried out, in words.
pub(super) fn changes(tender: &Tender, variation: &Variation, language: Language) -> Vec<String> {
    let mut out = Vec::new();
    match &variation.missing {
        None => {}
        Some(Missing::Reject) => out.push(language.word("structure-tried-missing-reject").to_owned()),
        Some(Missing::PriceAtFallback { at_most, never }) => {
            out.push(missing_at_fallback(*at_most, never, language));
        }
    }
    if let Some(above) = variation.above_cap {
        let mut mode = above.name().to_owned();
        if let AboveCap::PayCapWhileInForce(scored) = above {
            let args = vec![("mode", Figure::from(mode)), ("scored", Figure::from(scored.name()))];
            mode = language.message("structure-tried-scored", &args);
        }
        out.push(language.message("structure-tried-cap", &vec![("mode", Figure::from(mode))]));
    }
    if let Some(tariff) = variation.cap_tariff.and_then(|t| tender.tariffs.get(t)) {
        out.push(
            language
                .message("structure-tried-cap-tariff", &vec![("tariff", Figure::from(tariff.id.as_str()))]),
        );
    }
    if let Some(day) = variation.lapse {
        out.push(language.message("structure-tried-lapse", &vec![("day", Figure::from(day))]));
    }
    if !variation.without.is_empty() {
        let names: Vec<String> = variation.without.iter().map(|&b| tender.bids[b].bidder.clone()).collect();
        out.push(language.message("structure-tried-without", &vec![("bidders", Figure::from(names))]));
    }
    for (codes, factor) in &variation.volumes {
        let factor = language.decimal(&factor.normalize().to_string());
        let args = vec![("codes", Figure::from(codes.to_string())), ("factor", Figure::from(factor))];
        out.push(language.message("structure-tried-volume", &args));
    }
    out
}

fn missing_at_fallback(at_most: Option<u32>, never: &[CodePattern], language: Language) -> String {
    let mut limits = Vec::new();
    if let Some(n) = at_most {
        limits.push(language.message("structure-tried-at-most", &vec![("n", Figure::from(n))]));
    }
    if !never.is_empty() {
        let codes: Vec<String> = never.iter().map(ToString::to_string).collect();
        limits.push(language.message("structure-tried-never", &vec![("codes", Figure::from(codes))]));
    }
    match limits.as_slice() {
        [] => language.word("structure-tried-missing-fallback").to_owned(),
        _ => format!("{} ({})", language.word("structure-tried-missing-fallback"), limits.join(", ")),
    }
}

/// Why a variation makes no sense, in words.
pub fn variation_error_text(kind: TenderKind, error: &VariationError, language: Language) -> String {
    let about = |id: &str, code: &str| language.message(id, &vec![("code", Figure::from(code))]);
    match error {
        VariationError::NoCap => language.message("structure-error-no-cap", &kind_figures(kind, language)),
        VariationError::NoContract => {
            language.message("structure-error-no-contract", &kind_figures(kind, language))
        }
        VariationError::CapNeverLapses => language.word("structure-error-never-lapses").into(),
        VariationError::RejectLineAndFallback => language.word("structure-error-reject-line").into(),
        VariationError::NoSuchCode(code) => about("structure-error-no-code", code),
        VariationError::VolumeTooLarge(code) => about("structure-error-volume", code),
    }
}

/// What is tried out; null where nothing is.
pub(super) fn variation_json(tender: &Tender, variation: &Variation) -> Value {
    if *variation == Variation::default() {
        return Value::Null;
    }
    let (missing, at_most, never) = match &variation.missing {
        None => (None, None, Vec::new()),
        Some(Missing::Reject) => (Some("reject"), None, Vec::new()),
        Some(Missing::PriceAtFallback { at_most, never }) => {
            (Some("price-at-fallback"), *at_most, never.iter().map(ToString::to_string).collect())
        }
    };
    let scored = match variation.above_cap {
        Some(AboveCap::PayCapWhileInForce(scored)) => Some(scored.name()),
        _ => None,
    };
    let tariff = variation.cap_tariff.and_then(|t| tender.tariffs.get(t));
    let without: Vec<&str> = variation.without.iter().map(|&b| tender.bids[b].bidder.as_str()).collect();
    let volume = |(codes, factor): &(crate::tender::CodePattern, rust_decimal::Decimal)| json!({ "codes": codes.to_string(), "factor": factor.normalize().to_string() });
    json!({
        "missing": missing,
        "missing-at-most": at_most,
        "missing-never": never,
        "cap": variation.above_cap.map(|c| c.name()),
        "scored-price": scored,
        "cap-tariff": tariff.map(|t| t.id.as_str()),
        "lapse": variation.lapse.map(|d| d.to_string()),
        "without": without,
        "volumes": variation.volumes.iter().map(volume).collect::<Vec<_>>(),
    })
}
