//! What a certificate proves, in words.

use serde_json::{Value, json};

use super::Language;
use crate::{
    number::Figure,
    outcome::Total,
    record::{evaluation_json::total_text, tender_json},
    tender::Tender,
};
use udbud_check::certificate::{CertificateError as Refusal, Ties, Verdict};

/// A certificate held against a tender.
#[derive(Debug)]
pub struct CheckedCertificate<'a> {
    /// The tender.
    pub tender: &'a Tender,
    /// Under which structure (index).
    pub structure: usize,
    /// What the checker says.
    pub verdict: &'a Result<Verdict, Refusal>,
    /// What the first award of a certificate that holds adds up to; `None` where it is unknown.
    pub total: Option<Total>,
}

impl CheckedCertificate<'_> {
    fn structure(&self) -> &str {
        &self.tender.structures[self.structure].id
    }

    fn total(&self, language: Language) -> String {
        match &self.total {
            Some(Total::Price(money)) => language.money(*money),
            Some(Total::Score(score)) => language.number(score),
            None => language.word("certificate-unknown-total").to_owned(),
        }
    }
}

/// Whether a certificate holds, what it proves and what not; or why it is refused.
pub fn verification_text(checked: &CheckedCertificate<'_>, language: Language) -> String {
    let structure = || ("structure", Figure::from(checked.structure()));
    match checked.verdict {
        Err(refusal) => {
            let reason = vec![("reason", Figure::from(refusal_reason(refusal, language)))];
            let mut text = language.message("certificate-refused", &reason) + "\n";
            if *refusal == Refusal::OtherProblem {
                text.push_str(&language.message("certificate-other-structure", &vec![structure()]));
                text.push('\n');
            }
            text
        }
        Ok(Verdict::NoAward) => language.message("certificate-no-award", &vec![structure()]) + "\n",
        Ok(Verdict::Best { unawarded, ties, .. }) => {
            let figures = vec![
                structure(),
                ("total", Figure::from(checked.total(language))),
                ("n", Figure::from(unawarded.to_string())),
            ];
            let ties = match ties {
                Ties::Exactly(1) => language.word("certificate-ties-one").to_owned(),
                Ties::Exactly(n) => {
                    let n = Figure::from(language.decimal(&n.to_string()));
                    language.message("certificate-ties-several", &vec![("n", n)])
                }
                Ties::NotProven => language.word("certificate-ties-not-proven").to_owned(),
            };
            let best = language.message("certificate-best", &figures);
            format!("{best}\n{ties}\n{}\n", language.word("certificate-not-proven"))
        }
    }
}

/// Why a certificate is refused. Numbers of lines and awards are written without separators.
pub fn refusal_reason(refusal: &Refusal, language: Language) -> String {
    let figure = |name: &'static str, figure: String| vec![(name, Figure::from(figure))];
    let (id, figures) = match refusal {
        Refusal::NotACertificate => ("certificate-not-a-certificate", Vec::new()),
        Refusal::BadLine { line } => ("certificate-bad-line", figure("line", line.to_string())),
        Refusal::Truncated => ("certificate-truncated", Vec::new()),
        Refusal::TextAfterEnd => ("certificate-text-after-end", Vec::new()),
        Refusal::OtherProblem => ("certificate-other-problem", Vec::new()),
        Refusal::Overflow => ("certificate-overflow", Vec::new()),
        Refusal::AwardNotFeasible { award } => {
            ("certificate-award-not-feasible", figure("award", (award + 1).to_string()))
        }
        Refusal::AwardTotalWrong { award } => {
            ("certificate-award-total-wrong", figure("award", (award + 1).to_string()))
        }
        Refusal::AwardsNotInOrder => ("certificate-awards-not-in-order", Vec::new()),
        Refusal::NoAwardListed => ("certificate-no-award-listed", Vec::new()),
        Refusal::ListNotComplete => ("certificate-list-not-complete", Vec::new()),
        Refusal::TiesMiscounted { found } => {
            ("certificate-ties-miscounted", figure("found", found.to_string()))
        }
        Refusal::BetterAward => ("certificate-better-award", Vec::new()),
        Refusal::LotsNotIndependent => ("certificate-lots-not-independent", Vec::new()),
        Refusal::NotClosed { line } => ("certificate-not-closed", figure("line", line.to_string())),
        Refusal::BadMultiplier { line } => ("certificate-bad-multiplier", figure("line", line.to_string())),
        Refusal::BranchMissing { line } => ("certificate-branch-missing", figure("line", line.to_string())),
        Refusal::BranchOverlaps { line } => ("certificate-branch-overlaps", figure("line", line.to_string())),
        Refusal::BranchUseless { line } => ("certificate-branch-useless", figure("line", line.to_string())),
        Refusal::TooMuchWork { line } => ("certificate-too-much-work", figure("line", line.to_string())),
        // the package that checks may come to know further reasons
        other => return other.to_string(),
    };
    language.message(id, &figures)
}

/// `udbud.verification/1`
pub fn verification_json(checked: &CheckedCertificate<'_>, language: Language) -> Value {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_reads_as_the_error_does() {
        let refusals = [
            Refusal::NotACertificate,
            Refusal::BadLine { line: 1234 },
            Refusal::AwardTotalWrong { award: 0 },
            Refusal::TiesMiscounted { found: 7 },
            Refusal::TooMuchWork { line: 3 },
        ];
        for refusal in refusals {
            assert_eq!(refusal_reason(&refusal, Language::En), refusal.to_string());
        }
    }
}
