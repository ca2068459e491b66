//! What a certificate proves, in words.

use serde_json::{Value, json};

use super::{Language, evaluation_json::tender_json};
use crate::{
    award::certificate::{Refusal, Ties, Verdict},
    quantity::Money,
    tender::Tender,
};

fn total_text(tender: &Tender, total: i128, language: Language) -> String {
    if tender.evaluation.highest_wins() {
        match language {
            Language::En => format!("{total} in the whole numbers of the certificate"),
            Language::Da => format!("{total} i attestens hele tal"),
        }
    } else {
        language.money(Money::from_ore(total))
    }
}

/// A certificate that holds.
pub fn verdict_text(tender: &Tender, structure: usize, verdict: &Verdict, language: Language) -> String {
    let id = &tender.structures[structure].id;
    let Verdict::Best { unawarded, total, ties, .. } = verdict else {
        return match language {
            Language::En => {
                format!("The certificate holds: under the structure {id} no award keeps all rules.\n")
            }
            Language::Da => {
                format!("Attesten holder: under opdelingen {id} overholder ingen tildeling alle regler.\n")
            }
        };
    };
    let total = total_text(tender, *total, language);
    match language {
        Language::En => {
            let ties = match ties {
                Ties::Exactly(1) => "One award reaches it; there is no tie.".to_owned(),
                Ties::Exactly(n) => format!("Exactly {} awards reach it.", language.decimal(&n.to_string())),
                Ties::NotProven => {
                    "It proves the total alone: how many awards reach it is not proven.".to_owned()
                }
            };
            format!(
                "The certificate holds: under the structure {id} no award is better than {total} with {unawarded} unawarded lots.\n{ties}\nNot proven by it: prices and admissibility (they were computed anew from the tender), distances and margins.\n"
            )
        }
        Language::Da => {
            let ties = match ties {
                Ties::Exactly(1) => "Én tildeling når den; der er ikke lighed.".to_owned(),
                Ties::Exactly(n) => {
                    format!("Præcis {} tildelinger når den.", language.decimal(&n.to_string()))
                }
                Ties::NotProven => {
                    "Den beviser alene summen: hvor mange tildelinger der når den, er ikke bevist.".to_owned()
                }
            };
            format!(
                "Attesten holder: under opdelingen {id} er ingen tildeling bedre end {total} med {unawarded} delaftaler uden tildeling.\n{ties}\nDen beviser ikke: priser og antagelighed (de er beregnet på ny ud fra udbuddet), afstande og margener.\n"
            )
        }
    }
}

/// Why a certificate is refused.
pub fn refusal_text(refusal: &Refusal, language: Language) -> String {
    let reason = match language {
        Language::En => refusal.to_string(),
        Language::Da => danish(refusal),
    };
    let head = language.pick("the certificate does not hold", "attesten holder ikke");
    format!("{head}: {reason}")
}

fn danish(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NotACertificate => "det er ikke en tildelingsattest i format 1".into(),
        Refusal::BadLine { line } => format!("linje {line} er ikke det, formatet kræver dér"),
        Refusal::Truncated => "attesten slutter før sin sidste linje".into(),
        Refusal::TextAfterEnd => "der står noget efter attestens slutning".into(),
        Refusal::OtherProblem => "attesten er lavet til et andet udbud eller en anden opdeling".into(),
        Refusal::Overflow => "et tal er for stort til at beregnes eksakt".into(),
        Refusal::AwardNotFeasible { award } => format!("tildeling {} bryder en regel", award + 1),
        Refusal::AwardTotalWrong { award } => {
            format!(
                "tildeling {} har ikke den sum eller det antal delaftaler uden tildeling, som attesten angiver",
                award + 1
            )
        }
        Refusal::AwardsNotInOrder => "tildelingerne står ikke i streng rækkefølge".into(),
        Refusal::NoAwardListed => "ingen tildeling er nævnt".into(),
        Refusal::ListNotComplete => "listen over tildelinger passer ikke med det angivne antal".into(),
        Refusal::TiesMiscounted { found } => format!("beviset finder {found} bedste tildelinger"),
        Refusal::BetterAward => "der findes en bedre tildeling".into(),
        Refusal::LotsNotIndependent => "en regel binder delaftalerne sammen".into(),
        Refusal::NotClosed { line } => format!("bladet i linje {line} lukkes ikke af sine multiplikatorer"),
        Refusal::BadMultiplier { line } => format!("linje {line} har en multiplikator, der ikke er tilladt"),
        Refusal::BranchMissing { line } => format!("grenen i linje {line} udelader en mulighed"),
        Refusal::BranchOverlaps { line } => {
            format!(
                "grenen i linje {line} har en mulighed to gange eller en, som delaftalen ikke længere har"
            )
        }
        Refusal::BranchUseless { line } => format!("grenen i linje {line} har intet at dele"),
        Refusal::TooMuchWork { line } => format!("bladet i linje {line} efterlader for meget at prøve af"),
    }
}

/// `udbud.verification/1`
pub fn verdict_json(
    tender: &Tender,
    structure: usize,
    verdict: &Result<Verdict, Refusal>,
    language: Language,
) -> Value {
    let (holds, message) = match verdict {
        Ok(verdict) => (true, verdict_text(tender, structure, verdict, language)),
        Err(refusal) => (false, refusal_text(refusal, language)),
    };
    let (total, unawarded, ties) = match verdict {
        Ok(Verdict::Best { total, unawarded, ties, .. }) => {
            let money = (!tender.evaluation.highest_wins()).then(|| Money::from_ore(*total).to_string());
            let ties = match ties {
                Ties::Exactly(n) => Some(n.to_string()),
                Ties::NotProven => None,
            };
            (money, Some(*unawarded), ties)
        }
        _ => (None, None, None),
    };
    json!({
        "schema": "udbud.verification/1",
        "tender": tender_json(tender),
        "structure": tender.structures[structure].id,
        "holds": holds,
        "total": total,
        "unawarded": unawarded,
        "best-awards": ties,
        "message": message.trim_end(),
    })
}
