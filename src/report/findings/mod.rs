//! Findings in words: one template a code and language, filled from the finding's typed arguments.

mod condense;
mod da;
mod en;

pub(super) use condense::{remarks, some_codes};

use super::{Language, kind::kind_figures};
use crate::{
    admission::{Finding, FindingCode},
    number::{Figure, Figures},
    tender::{Method, Tender},
};

/// A finding in words.
pub fn finding_message(tender: &Tender, structure: usize, finding: &Finding, language: Language) -> String {
    let template = match language {
        Language::En => en::template(finding),
        Language::Da => da::template(finding),
    };
    let template = match language {
        _ if !widens_a_slope(tender, finding) => template,
        Language::En => en::SLOPE_WIDENED,
        Language::Da => da::SLOPE_WIDENED,
    };
    let mut args = worded_args(finding, language);
    if let Some(p) = finding.procedure {
        args.push(("code", Figure::from(tender.procedures[p].code.as_str())));
        args.push(("name", Figure::from(tender.procedures[p].name.as_str())));
    }
    if let Some(l) = finding.lot {
        args.push(("lot", Figure::from(tender.structures[structure].lots[l].id.as_str())));
    }
    args.extend(kind_figures(tender.head.kind, language));
    language.fill(template, &args).trim_end().to_owned()
}

/// Whether what was widened is a slope, which is in per cent; else it is in the unit of the measure.
fn widens_a_slope(tender: &Tender, finding: &Finding) -> bool {
    let id = finding.args.iter().find_map(|(name, figure)| match figure {
        Figure::Text(id) if *name == "criterion" => Some(id.as_str()),
        _ => None,
    });
    let linear = |id: &str| {
        let own = tender.evaluation.criteria.iter().find(|c| c.id == id);
        matches!(own.and_then(|c| c.method.as_ref()), Some(Method::Linear { .. }))
    };
    finding.code == FindingCode::ScaleWidened && id.is_some_and(linear)
}

/// The arguments, with fixed words in the language.
fn has_date(finding: &Finding) -> bool {
    finding.args.iter().any(|(name, _)| *name == "date")
}

fn worded_args(finding: &Finding, language: Language) -> Figures {
    let mut args = finding.args.clone();
    for (name, figure) in &mut args {
        // a per cent that is measured has two decimals, as everywhere
        if let ("below", Figure::Number(percent)) = (*name, &*figure) {
            *figure = Figure::from(language.decimal(&percent.to_decimals_half_up(2)));
            continue;
        }
        // names and ids from the file are never translated
        if !matches!(*name, "why" | "ground" | "form" | "conditions" | "stated") {
            continue;
        }
        match figure {
            Figure::Text(word) => *word = word_in(language, word).map_or_else(|| word.clone(), str::to_owned),
            Figure::List(words) => {
                for word in words {
                    *word = word_in(language, word).map_or_else(|| word.clone(), str::to_owned);
                }
            }
            _ => {}
        }
    }
    args
}

/// Fixed words among the arguments: why a procedure is missing, on what ground a bid was rejected, what a bid states.
fn word_in(language: Language, word: &str) -> Option<&'static str> {
    let (en, da) = match word {
        "discount-without-tariff" => {
            ("its discount has no tariff to be taken off", "der er ingen takst at trække rabatten fra")
        }
        "above-cap" => ("its price is above the cap", "prisen er over prisloftet"),
        "not-offered" => ("the bid does not offer it", "tilbuddet omfatter den ikke"),
        "not-registered" => {
            ("the bidder is not registered for it", "tilbudsgiveren er ikke registreret til den")
        }
        "requirement-unmet" => ("a requirement of the code is unmet", "et krav til koden er ikke opfyldt"),
        "no-price" => (
            "the bid states neither a price nor a discount",
            "tilbuddet angiver hverken pris eller rabatsats",
        ),
        "low-price" => ("an abnormally low price", "unormalt lav pris"),
        "reservation" => ("a reservation", "forbehold"),
        "exclusion" => ("a ground of exclusion", "udelukkelsesgrund"),
        "withdrawn" => ("the bid was withdrawn", "tilbuddet er trukket tilbage"),
        "other" => ("another ground", "anden grund"),
        "capacity" => ("a capacity", "en kapacitet"),
        "max-lots" => ("a highest number of lots", "et højeste antal delaftaler"),
        "only-together" => ("lots taken only together", "delaftaler, der kun tages samlet"),
        "discount" => ("one discount for all", "én rabatsats for alt"),
        "discounts" => ("discounts by code", "rabatsatser pr. kode"),
        "prices" | "price" => ("unit prices", "enhedspriser"),
        "one-discount" => ("one discount alone", "én rabatsats alene"),
        "discount-by-code" => ("discounts, also by code", "rabatsatser, også pr. kode"),
        _ => return None,
    };
    Some(language.pick(en, da))
}

#[cfg(test)]
mod tests;
