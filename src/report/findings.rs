//! Findings in words: one message a code, filled from the finding's typed arguments; many findings of one sort as one
//! sentence.

use super::{Language, kind::kind_figures};
use crate::{
    admission::{Finding, FindingCode},
    number::{Figure, Figures},
    tender::{Method, Severity, Tender},
};

/// As many of one sort are one sentence; fewer are listed one by one.
const SEVERAL: usize = 4;
/// How many codes are named where not all are.
const FIRST: usize = 3;

/// A finding in words.
pub fn finding_message(tender: &Tender, structure: usize, finding: &Finding, language: Language) -> String {
    let mut args = arguments(tender, structure, finding, language);
    if let Some(p) = finding.procedure {
        args.push(("code", Figure::from(tender.procedures[p].code.as_str())));
        args.push(("name", Figure::from(tender.procedures[p].name.as_str())));
    }
    args.extend(kind_figures(tender.head.kind, language));
    let form = if widens_a_slope(tender, finding) { ".slope" } else { "" };
    let text = language.message(&format!("finding-{}{form}", finding.code.name()), &args);
    text.trim_end().to_owned()
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

/// The arguments with the words of the format in the reader's language; names and ids from a file stay as they are. A message
/// also asks for the severity and the lot.
fn arguments(tender: &Tender, structure: usize, finding: &Finding, language: Language) -> Figures {
    let worded = |word: &str| {
        let id = format!("argument-bid-{word}");
        if language.has_message(&id) { language.word(&id).to_owned() } else { word.to_owned() }
    };
    let mut args = finding.args.clone();
    for (name, figure) in &mut args {
        match (*name, &mut *figure) {
            // a per cent that is measured has two decimals, as everywhere
            ("below", Figure::Number(percent)) => {
                *figure = Figure::from(language.decimal(&percent.to_decimals_half_up(2)));
            }
            ("why" | "ground" | "form" | "conditions" | "stated", Figure::Text(word)) => *word = worded(word),
            ("why" | "ground" | "form" | "conditions" | "stated", Figure::List(words)) => {
                words.iter_mut().for_each(|word| *word = worded(word));
            }
            _ => {}
        }
    }
    args.push(("severity", Figure::from(finding.severity.name())));
    if let Some(lot) = finding.lot {
        args.push(("lot", Figure::from(tender.structures[structure].lots[lot].id.as_str())));
    }
    args
}

/// Findings in words, errors first, then warnings, then notes; those of one sort on several procedures as one. An error
/// names every code; a warning or a note the first ones and how many more.
pub(super) fn remarks(
    tender: &Tender,
    structure: usize,
    findings: &[&Finding],
    language: Language,
) -> Vec<(Severity, String)> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    for finding in findings {
        match groups.iter_mut().find(|g| g.first().is_some_and(|f| is_of_one_sort(f, finding))) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    let mut all = Vec::new();
    for group in groups {
        let Some(first) = group.first() else { continue };
        let several = format!("finding-{}.several", first.code.name());
        if group.len() >= SEVERAL && language.has_message(&several) {
            all.push((first.severity, condensed(tender, structure, &group, &several, language)));
        } else {
            all.extend(group.iter().map(|f| (f.severity, finding_message(tender, structure, f, language))));
        }
    }
    all.sort_by_key(|(severity, _)| *severity);
    all
}

/// What is the same in a sentence about several procedures.
fn is_of_one_sort(a: &Finding, b: &Finding) -> bool {
    let shared = |f: &Finding| -> Vec<Figure> {
        let names = ["why", "requirement", "tariff"];
        f.args.iter().filter(|(n, _)| names.contains(n)).map(|(_, v)| v.clone()).collect()
    };
    a.procedure.is_some()
        && b.procedure.is_some()
        && (a.code, a.severity, a.lot) == (b.code, b.severity, b.lot)
        && shared(a) == shared(b)
}

fn condensed(
    tender: &Tender,
    structure: usize,
    group: &[&Finding],
    message: &str,
    language: Language,
) -> String {
    let mut args = group.first().map_or(Vec::new(), |f| arguments(tender, structure, f, language));
    let named = if group.first().is_some_and(|f| f.severity == Severity::Error) {
        language.list(&group.iter().filter_map(|f| with_price(tender, f, language)).collect::<Vec<_>>())
    } else {
        let codes: Vec<&str> =
            group.iter().filter_map(|f| f.procedure).map(|p| tender.procedures[p].code.as_str()).collect();
        some_codes(&codes, language)
    };
    args.push(("n", Figure::from(group.len())));
    args.push(("codes", Figure::from(named)));
    language.message(message, &args)
}

/// The code, and where a price excludes the bid that price and what it exceeds.
fn with_price(tender: &Tender, finding: &Finding, language: Language) -> Option<String> {
    let code = tender.procedures[finding.procedure?].code.clone();
    let figure = |name: &str| finding.args.iter().find(|(n, _)| *n == name).map(|(_, f)| language.figure(f));
    Some(match (figure("unit"), figure("cap").or_else(|| figure("framework"))) {
        (Some(unit), Some(limit)) => format!("{code} ({unit} > {limit})"),
        _ => code,
    })
}

/// The first codes, and how many more.
pub(super) fn some_codes(codes: &[&str], language: Language) -> String {
    let mut named: Vec<String> = codes.iter().map(|c| (*c).to_owned()).collect();
    if codes.len() > FIRST + 1 {
        named.truncate(FIRST);
        let more = vec![("n", Figure::from(codes.len() - FIRST))];
        named.push(language.message("unit-more", &more));
    }
    language.list(&named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{sample, words};

    const PAGE: &str = include_str!("../../docs/reference/findings.md");

    #[test]
    fn each_code_has_one_line_on_the_page() {
        for code in FindingCode::ALL {
            let start = format!("| `{}` |", code.name());
            let lines: Vec<&str> = PAGE.lines().filter(|l| l.starts_with(&start)).collect();
            assert_eq!(lines.len(), 1, "{}", code.name());
            assert_eq!(lines[0].matches('|').count(), 5, "{}", code.name());
        }
        let lines = PAGE.lines().filter(|l| l.starts_with("| `")).count();
        assert_eq!(lines, FindingCode::ALL.len());
    }

    #[test]
    fn every_code_has_its_message_and_every_message_its_code() {
        let ids = words::ids("finding");
        let codes: Vec<String> =
            FindingCode::ALL.iter().map(|code| format!("finding-{}", code.name())).collect();
        assert!(codes.iter().all(|code| ids.contains(code)));
        for id in &ids {
            let code = id.split('.').next().unwrap().to_owned();
            assert!(codes.contains(&code), "{id}");
            assert!(!Language::Da.message(id, &Vec::new()).to_lowercase().contains("procedure"));
        }
    }

    #[test]
    fn the_page_names_the_arguments_that_wording_uses() {
        for &code in FindingCode::ALL {
            let line = PAGE.lines().find(|l| l.starts_with(&format!("| `{}` |", code.name()))).unwrap();
            for name in words::arguments(&format!("finding-{}", code.name())) {
                let known = ["code", "lot", "the_tender", "The_tender", "severity"].contains(&name)
                    || line.contains(&format!("`{name}`"));
                assert!(known, "{} {name}", code.name());
            }
        }
    }

    #[test]
    fn names_from_the_file_are_never_translated() {
        let tender = sample::tender(sample::EXAMPLE);
        let below = Finding::new(FindingCode::RequirementUnmet, Severity::Error).with("requirement", "other");
        assert!(finding_message(&tender, 0, &below, Language::Da).contains("other"));
        let missing = Finding::new(FindingCode::MissingProcedure, Severity::Error)
            .on_lot(0)
            .on_procedure(0)
            .with("why", "not-offered");
        let text = finding_message(&tender, 0, &missing, Language::Da);
        assert_eq!(text, "KNGB40 har ingen pris på delaftalen whole: tilbuddet omfatter den ikke.");
    }

    #[test]
    fn many_of_a_sort_are_one_line() {
        let tender = sample::tender(sample::AWKWARD);
        let above = |procedure: usize, severity| {
            Finding::new(FindingCode::AboveCap, severity)
                .on_lot(0)
                .on_procedure(procedure)
                .with("unit", crate::number::Money::from_ore(120_000))
                .with("cap", crate::number::Money::from_ore(110_000))
        };
        let notes: Vec<Finding> = (0..5).map(|p| above(p, Severity::Note)).collect();
        let list = remarks(&tender, 0, &notes.iter().collect::<Vec<_>>(), Language::En);
        assert_eq!(list.len(), 1);
        assert_eq!(
            list[0].1,
            "5 prices are above the cap, which is paid while it is in force: A1, A2, A3 and 2 more."
        );
        let errors: Vec<Finding> = (0..5).map(|p| above(p, Severity::Error)).collect();
        let list = remarks(&tender, 0, &errors.iter().collect::<Vec<_>>(), Language::En);
        assert!(list[0].1.contains("A1 (1,200.00 > 1,100.00)") && list[0].1.contains("B1 ("), "{list:?}");
        let few = remarks(&tender, 0, &notes[..3].iter().collect::<Vec<_>>(), Language::En);
        assert_eq!(few.len(), 3);
    }
}
