//! What a certificate proves, in words.

use serde_json::{Value, json};

use super::{
    Language,
    evaluation_json::{tender_json, total_text},
};
use crate::{outcome::Total, tender::Tender};
use udbud_check::certificate::{CertificateError as Refusal, Ties, Verdict};

/// A certificate held against a tender.
#[derive(Debug)]
pub struct Checked<'a> {
    /// The tender.
    pub tender: &'a Tender,
    /// Under which structure (index).
    pub structure: usize,
    /// What the checker says.
    pub verdict: &'a Result<Verdict, Refusal>,
    /// What the first award of a certificate that holds adds up to; `None` where it is unknown.
    pub total: Option<Total>,
}

impl Checked<'_> {
    fn structure(&self) -> &str {
        &self.tender.structures[self.structure].id
    }

    fn total(&self, language: Language) -> String {
        match &self.total {
            Some(Total::Price(money)) => language.money(*money),
            Some(Total::Score(score)) => language.number(score),
            None => language.pick("a total that is not known", "en sum, der ikke er kendt").to_owned(),
        }
    }
}

/// Whether a certificate holds, what it proves and what not; or why it is refused.
pub fn verification_text(checked: &Checked<'_>, language: Language) -> String {
    match checked.verdict {
        Err(refusal) => refusal_text(checked, refusal, language),
        Ok(Verdict::NoAward) => match language {
            Language::En => {
                format!(
                    "The certificate holds: under the structure {} no award keeps all rules.\n",
                    checked.structure()
                )
            }
            Language::Da => {
                format!(
                    "Beviset holder: under opdelingen {} overholder ingen tildeling alle regler.\n",
                    checked.structure()
                )
            }
        },
        Ok(Verdict::Best { unawarded, ties, .. }) => best_text(checked, *unawarded, *ties, language),
    }
}

fn best_text(checked: &Checked<'_>, unawarded: usize, ties: Ties, language: Language) -> String {
    let (id, total) = (checked.structure(), checked.total(language));
    match language {
        Language::En => {
            let ties = match ties {
                Ties::Exactly(1) => "One award reaches it; there is no tie.".to_owned(),
                Ties::Exactly(n) => format!("Exactly {} awards reach it.", language.decimal(&n.to_string())),
                Ties::NotProven => {
                    "It proves the total alone: how many awards reach it is not proven.".to_owned()
                }
            };
            let lots = if unawarded == 1 { "lot" } else { "lots" };
            format!(
                "The certificate holds: under the structure {id} no award is better than {total} with {unawarded} unawarded {lots}.\n{ties}\nNot proven by it: prices and admissibility (they were computed anew from the tender), distances and margins.\n"
            )
        }
        Language::Da => {
            let ties = match ties {
                Ties::Exactly(1) => "Én tildeling når den; der er ikke lighed.".to_owned(),
                Ties::Exactly(n) => {
                    format!("Præcis {} tildelinger når den.", language.decimal(&n.to_string()))
                }
                Ties::NotProven => {
                    "Det beviser alene summen: hvor mange tildelinger der når den, er ikke bevist.".to_owned()
                }
            };
            let lots = if unawarded == 1 { "delaftale" } else { "delaftaler" };
            format!(
                "Beviset holder: under opdelingen {id} er ingen tildeling bedre end {total} med {unawarded} {lots} uden tildeling.\n{ties}\nDet beviser ikke: priser og antagelighed (de er beregnet på ny ud fra udbuddet), afstande og margener.\n"
            )
        }
    }
}

/// Why a certificate is refused.
fn refusal_text(checked: &Checked<'_>, refusal: &Refusal, language: Language) -> String {
    let reason = refusal_reason(refusal, language);
    let mut text =
        format!("{}: {reason}\n", language.pick("the certificate does not hold", "beviset holder ikke"));
    if *refusal == Refusal::OtherProblem {
        text.push_str(&match language {
            Language::En => {
                format!(
                    "hint: it was held against the structure {}; --structure names another\n",
                    checked.structure()
                )
            }
            Language::Da => {
                format!(
                    "tip: det er holdt op mod opdelingen {}; --structure angiver en anden\n",
                    checked.structure()
                )
            }
        });
    }
    text
}

/// The reason alone.
pub fn refusal_reason(refusal: &Refusal, language: Language) -> String {
    match language {
        Language::En => refusal.to_string(),
        Language::Da => danish(refusal),
    }
}

fn danish(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NotACertificate => "det er ikke et tildelingsbevis i format 1".into(),
        Refusal::BadLine { line } => format!("linje {line} er ikke det, formatet kræver dér"),
        Refusal::Truncated => "beviset slutter før sin sidste linje".into(),
        Refusal::TextAfterEnd => "der står noget efter bevisets slutning".into(),
        Refusal::OtherProblem => "det er lavet til et andet udbud eller en anden opdeling".into(),
        Refusal::Overflow => "et tal er for stort til at beregnes eksakt".into(),
        Refusal::AwardNotFeasible { award } => format!("tildeling {} bryder en regel", award + 1),
        Refusal::AwardTotalWrong { award } => {
            format!(
                "tildeling {} har ikke den sum eller det antal delaftaler uden tildeling, som beviset angiver",
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
        other => other.to_string(),
    }
}

/// `udbud.verification/1`
pub fn verification_json(checked: &Checked<'_>, language: Language) -> Value {
    let (unawarded, ties) = match checked.verdict {
        Ok(Verdict::Best { unawarded, ties: Ties::Exactly(n), .. }) => {
            (Some(*unawarded), Some(n.to_string()))
        }
        Ok(Verdict::Best { unawarded, .. }) => (Some(*unawarded), None),
        _ => (None, None),
    };
    json!({
        "schema": "udbud.verification/1",
        "tender": tender_json(checked.tender),
        "structure": checked.structure(),
        "holds": checked.verdict.is_ok(),
        "total": checked.total.as_ref().map(total_text),
        "unawarded": unawarded,
        "best-awards": ties,
        "message": verification_text(checked, language).trim_end(),
    })
}
