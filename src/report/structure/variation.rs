use super::words::Words;
use crate::{
    number::Figure,
    report::{Language, kind::kind_figures},
    structure::{Variation, VariationError},
    tender::{AboveCap, CodePattern, Missing, Tender, TenderKind},
};

/// What is tried out, in words.
pub(super) fn changes(tender: &Tender, variation: &Variation, language: Language) -> Vec<String> {
    let w = Words::of(language);
    let mut out = Vec::new();
    match &variation.missing {
        None => {}
        Some(Missing::Reject) => out.push(w.tried_missing_reject.to_owned()),
        Some(Missing::PriceAtFallback { at_most, never }) => {
            out.push(missing_at_fallback(*at_most, never, language));
        }
    }
    if let Some(above) = variation.above_cap {
        let mut mode = above.name().to_owned();
        if let AboveCap::PayCapWhileInForce(scored) = above {
            let args = vec![("mode", Figure::from(mode)), ("scored", Figure::from(scored.name()))];
            mode = language.fill(w.tried_scored, &args);
        }
        out.push(language.fill(w.tried_cap, &vec![("mode", Figure::from(mode))]));
    }
    if let Some(tariff) = variation.cap_tariff.and_then(|t| tender.tariffs.get(t)) {
        out.push(language.fill(w.tried_cap_tariff, &vec![("tariff", Figure::from(tariff.id.as_str()))]));
    }
    if let Some(day) = variation.lapse {
        out.push(language.fill(w.tried_lapse, &vec![("day", Figure::from(day))]));
    }
    if !variation.without.is_empty() {
        let names: Vec<String> = variation.without.iter().map(|&b| tender.bids[b].bidder.clone()).collect();
        out.push(language.fill(w.tried_without, &vec![("bidders", Figure::from(names))]));
    }
    for (codes, factor) in &variation.volumes {
        let factor = language.decimal(&factor.normalize().to_string());
        let args = vec![("codes", Figure::from(codes.to_string())), ("factor", Figure::from(factor))];
        out.push(language.fill(w.tried_volume, &args));
    }
    out
}

fn missing_at_fallback(at_most: Option<u32>, never: &[CodePattern], language: Language) -> String {
    let w = Words::of(language);
    let mut limits = Vec::new();
    if let Some(n) = at_most {
        limits.push(language.fill(w.tried_at_most, &vec![("n", Figure::from(n))]));
    }
    if !never.is_empty() {
        let codes: Vec<String> = never.iter().map(ToString::to_string).collect();
        limits.push(language.fill(w.tried_never, &vec![("codes", Figure::from(codes))]));
    }
    match limits.as_slice() {
        [] => w.tried_missing_fallback.to_owned(),
        _ => format!("{} ({})", w.tried_missing_fallback, limits.join(", ")),
    }
}

/// Why a variation makes no sense, in words.
pub fn variation_fault_text(kind: TenderKind, fault: &VariationError, language: Language) -> String {
    let w = Words::of(language);
    let about = |template: &str, code: &str| language.fill(template, &vec![("code", Figure::from(code))]);
    match fault {
        VariationError::NoCap => language.fill(w.fault_no_cap, &kind_figures(kind, language)),
        VariationError::NoContract => language.fill(w.fault_no_contract, &kind_figures(kind, language)),
        VariationError::CapNeverLapses => w.fault_never_lapses.into(),
        VariationError::RejectLineAndFallback => w.fault_reject_line.into(),
        VariationError::NoSuchCode(code) => about(w.fault_no_code, code),
        VariationError::VolumeTooLarge(code) => about(w.fault_volume, code),
    }
}
