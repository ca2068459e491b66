//! What the checker of figures found, in words: one template a code and language.

use crate::{
    number::{Figure, Figures},
    report::Language,
};
use udbud_check::{AwardExtent, FaultCode, FiguresChecked};

/// What does not add up, in words, with the clause that it follows from. `written` and `expected` are empty for nothing.
pub(super) fn figures_fault_text(
    code: FaultCode,
    written: &str,
    expected: &str,
    rule: &str,
    language: Language,
) -> String {
    let template = match language {
        Language::En => en(code, expected),
        Language::Da => da(code, expected),
    };
    let or_nothing = |text: &str| match text {
        "" => language.pick("nothing", "intet").to_owned(),
        text => text.to_owned(),
    };
    let args: Figures = vec![
        ("written", Figure::from(or_nothing(written))),
        ("expected", Figure::from(or_nothing(expected))),
    ];
    let text = language.fill(template, &args);
    match clause(rule, language) {
        Some(clause) => format!("{text} [{clause}]"),
        None => text,
    }
}

/// A clause of `docs/reference/rules.md`, as `unit-prices-4`, in the language; `None` for what is no clause.
fn clause(rule: &str, language: Language) -> Option<String> {
    let (name, number) =
        rule.rsplit_once('-').filter(|(_, n)| n.parse::<u32>().is_ok()).unwrap_or((rule, ""));
    let (en, da) = match name {
        "unit-prices" => ("unit prices", "enhedspriser"),
        "admissibility" => ("admissibility", "antagelighed"),
        "evaluation-models" => ("evaluation models", "evalueringsmodeller"),
        "best-award" => ("best award", "bedste tildeling"),
        "what-every-bidder-is-told" => ("what every bidder is told", "hvad enhver tilbudsgiver får at vide"),
        "several-suppliers" => ("several suppliers for a lot", "flere leverandører til en delaftale"),
        "hashes" => ("hashes", "hashværdier"),
        "budget" => ("budget", "budget"),
        _ => return None,
    };
    Some(format!("{} {number}", language.pick(en, da)).trim_end().to_owned())
}

/// What was looked at in figures that add up, and how far the award was.
pub(super) fn figures_checked_text(checked: &FiguresChecked, language: Language) -> String {
    let said = language.pick(
        "{compared} figures and words, {bids} {bids:bid|bids}, {lots} {lots:lot|lots} and {lines} {lines:line|lines} of prices were held against what follows.",
        "{compared} tal og ord, {bids} tilbud, {lots} {lots:delaftale|delaftaler} og {lines} {lines:prislinje|prislinjer} er holdt op mod det, der følger.",
    );
    let count = |n: u64| Figure::Count(n);
    let args: Figures = vec![
        ("compared", count(checked.compared)),
        ("bids", count(checked.bids as u64)),
        ("lots", count(checked.lots as u64)),
        ("lines", count(checked.lines)),
    ];
    format!("{} {}", language.fill(said, &args), extent(checked.award, language))
}

fn extent(award: AwardExtent, language: Language) -> &'static str {
    match award {
        AwardExtent::Every => language.pick(
            "All awards that come into question were gone through: none is better, and the rules for ties choose as published.",
            "Alle tildelinger, der kommer på tale, er gennemgået: ingen er bedre, og reglerne om lighed vælger som offentliggjort.",
        ),
        AwardExtent::LotByLot => language.pick(
            "Each lot was decided anew; the best awards are too many to apply the rules for ties to them again.",
            "Hver delaftale er afgjort på ny; de bedste tildelinger er for mange til, at reglerne om lighed kan anvendes på dem igen.",
        ),
        AwardExtent::Feasible => language.pick(
            "The award keeps every rule and costs what it says; there are too many awards to go through them all, so that none is better is for level 3 to prove.",
            "Tildelingen overholder hver regel og koster, hvad den siger; der er for mange tildelinger til at gennemgå dem alle, så at ingen er bedre, er det trin 3, der beviser.",
        ),
        AwardExtent::Ranked => language.pick(
            "Each lot was ranked anew, and its volume shared out.",
            "Hver delaftale er rangordnet på ny og dens volumen fordelt.",
        ),
    }
}

fn en(code: FaultCode, expected: &str) -> &'static str {
    match code {
        FaultCode::Unreadable => "it cannot be read, so that nothing can be computed from it: {written}",
        FaultCode::UnknownLine => "what follows from this line is not known here: {written}",
        FaultCode::ModelDiffers => "the model has the line {written}; the text of the tender does not",
        FaultCode::HashDiffers => "here stands the hash {written}; that of the text is {expected}",
        FaultCode::FigureDiffers if expected.is_empty() => "here stands {written}, which does not follow",
        FaultCode::FigureDiffers => "here stands {written}; what follows is {expected}",
        FaultCode::WordDiffers => "here stands \"{written}\"; what follows is \"{expected}\"",
        FaultCode::EntryMissing => "this is missing: {expected}",
        FaultCode::EntryInvented => "this should not be here: {written}",
        FaultCode::FindingMissing => "a finding is missing: {expected}",
        FaultCode::FindingInvented => "there is no cause for this finding: {written}",
        FaultCode::FindingDiffers => "the finding says {written}; what follows is {expected}",
        FaultCode::RankWrong => "here stands rank {written}; by the figures it is {expected}",
        FaultCode::AwardNotFeasible => "the award breaks a rule: {written}",
        FaultCode::AwardNotBest => "there is a better award than {written}: {expected}",
        FaultCode::TiesWrong => "these are not the best awards: {written}; there are {expected}",
        FaultCode::TieRuleWrong => "the rules for ties leave {expected}, not {written}",
        FaultCode::NotConsistent => "{written} cannot be true together with the rest",
        FaultCode::CannotCompute => "no result follows ({written}: {expected})",
    }
}

fn da(code: FaultCode, expected: &str) -> &'static str {
    match code {
        FaultCode::Unreadable => "den kan ikke læses, så intet kan beregnes ud fra den: {written}",
        FaultCode::UnknownLine => "hvad der følger af denne linje, vides ikke her: {written}",
        FaultCode::ModelDiffers => "modellen har linjen {written}; det har teksten om udbuddet ikke",
        FaultCode::HashDiffers => "her står hashværdien {written}; tekstens er {expected}",
        FaultCode::FigureDiffers if expected.is_empty() => "her står {written}, som ikke følger",
        FaultCode::FigureDiffers => "her står {written}; det, der følger, er {expected}",
        FaultCode::WordDiffers => "her står \"{written}\"; det, der følger, er \"{expected}\"",
        FaultCode::EntryMissing => "her mangler: {expected}",
        FaultCode::EntryInvented => "dette skulle ikke stå her: {written}",
        FaultCode::FindingMissing => "en bemærkning mangler: {expected}",
        FaultCode::FindingInvented => "der er ingen grund til denne bemærkning: {written}",
        FaultCode::FindingDiffers => "bemærkningen siger {written}; det, der følger, er {expected}",
        FaultCode::RankWrong => "her står placering {written}; efter tallene er den {expected}",
        FaultCode::AwardNotFeasible => "tildelingen bryder en regel: {written}",
        FaultCode::AwardNotBest => "der er en bedre tildeling end {written}: {expected}",
        FaultCode::TiesWrong => "dette er ikke de bedste tildelinger: {written}; der er {expected}",
        FaultCode::TieRuleWrong => "reglerne om lighed giver {expected}, ikke {written}",
        FaultCode::NotConsistent => "{written} kan ikke være rigtigt sammen med det øvrige",
        FaultCode::CannotCompute => "der følger intet resultat ({written}: {expected})",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_words_of_its_own_in_both_languages() {
        let mut seen = std::collections::BTreeSet::new();
        for code in FaultCode::ALL {
            for language in [Language::En, Language::Da] {
                let text = figures_fault_text(code, "1.00", "2.00", "unit-prices-4", language);
                let clause = language.pick("[unit prices 4]", "[enhedspriser 4]");
                assert!(text.ends_with(clause) && !text.contains(['{', '}']), "{text}");
                assert!(seen.insert(text));
            }
        }
    }

    #[test]
    fn what_was_looked_at_is_told() {
        let checked =
            FiguresChecked { bids: 1, lots: 2, lines: 3, compared: 1234, award: AwardExtent::Every };
        let text = figures_checked_text(&checked, Language::En);
        assert!(
            text.starts_with("1,234 figures and words, 1 bid, 2 lots and 3 lines of prices were"),
            "{text}"
        );
        let text = figures_checked_text(&checked, Language::Da);
        assert!(text.starts_with("1.234 tal og ord, 1 tilbud, 2 delaftaler og 3 prislinjer er"), "{text}");
    }
}
