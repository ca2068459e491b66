//! Findings in words: one template a code and language, filled from the finding's typed arguments.

mod condense;
mod da;
mod en;

pub(super) use condense::{remarks, some_codes};

use super::Language;
use crate::{
    admission::Finding,
    quantity::{Figure, Figures},
    tender::Tender,
};

/// A finding in words.
pub fn finding_message(tender: &Tender, structure: usize, finding: &Finding, language: Language) -> String {
    let template = match language {
        Language::En => en::template(finding),
        Language::Da => da::template(finding),
    };
    let mut args = worded_args(finding, language);
    if let Some(p) = finding.procedure {
        args.push(("code", Figure::from(tender.procedures[p].code.as_str())));
        args.push(("name", Figure::from(tender.procedures[p].name.as_str())));
    }
    if let Some(l) = finding.lot {
        args.push(("lot", Figure::from(tender.structures[structure].lots[l].id.as_str())));
    }
    language.fill(template, &args)
}

/// The arguments, with fixed words in the language.
fn worded_args(finding: &Finding, language: Language) -> Figures {
    let mut args = finding.args.clone();
    for (_, figure) in &mut args {
        if let Figure::Text(word) = figure
            && let Some(said) = word_in(language, word)
        {
            *figure = Figure::from(said);
        }
    }
    args
}

/// Fixed words among the arguments (why a procedure is missing, on what ground a bid was rejected).
fn word_in(language: Language, word: &str) -> Option<&'static str> {
    Some(match language {
        Language::En => match word {
            "discount-without-tariff" => "its discount has no tariff to be taken off",
            "above-cap" => "its price is above the cap",
            "not-offered" => "the bid does not offer it",
            "not-registered" => "the bidder is not registered for it",
            "requirement-unmet" => "a requirement of the code is unmet",
            "no-price" => "the bid states neither a price nor a discount",
            "low-price" => "an abnormally low price",
            "reservation" => "a reservation",
            "exclusion" => "a ground of exclusion",
            "withdrawn" => "the bid was withdrawn",
            "other" => "another ground",
            _ => return None,
        },
        Language::Da => match word {
            "discount-without-tariff" => "der er ingen takst at trække rabatten fra",
            "above-cap" => "prisen er over prisloftet",
            "not-offered" => "tilbuddet omfatter den ikke",
            "not-registered" => "tilbudsgiveren er ikke registreret til den",
            "requirement-unmet" => "et krav til koden er ikke opfyldt",
            "no-price" => "tilbuddet angiver hverken pris eller rabatsats",
            "low-price" => "unormalt lav pris",
            "reservation" => "forbehold",
            "exclusion" => "udelukkelsesgrund",
            "withdrawn" => "tilbuddet er trukket tilbage",
            "other" => "anden grund",
            _ => return None,
        },
    })
}
