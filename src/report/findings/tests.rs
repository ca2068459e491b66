use super::*;
use crate::{admission::FindingCode, report::sample, tender::Severity};

const PAGE: &str = include_str!("../../../docs/reference/findings.md");

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

/// The names in a template.
fn names(template: &str) -> Vec<&str> {
    let mut names: Vec<&str> = template.split('{').skip(1).filter_map(|t| t.split('}').next()).collect();
    names.sort_unstable();
    names
}

#[test]
fn both_languages_tell_the_same() {
    for &code in FindingCode::ALL {
        for severity in [Severity::Error, Severity::Warning, Severity::Note] {
            for lot in [None, Some(0)] {
                let mut finding = Finding::new(code, severity);
                finding.lot = lot;
                assert_eq!(names(en::template(&finding)), names(da::template(&finding)), "{}", code.name());
                let (one, other) = (en::several(&finding), da::several(&finding));
                assert_eq!(one.map(names), other.map(names), "{}", code.name());
                assert!(!da::template(&finding).to_lowercase().contains("procedure"));
            }
        }
    }
}

#[test]
fn the_page_names_the_arguments_that_wording_uses() {
    for &code in FindingCode::ALL {
        let line = PAGE.lines().find(|l| l.starts_with(&format!("| `{}` |", code.name()))).unwrap();
        for severity in [Severity::Error, Severity::Warning, Severity::Note] {
            let finding = Finding::new(code, severity);
            for name in names(en::template(&finding)) {
                let known = ["code", "lot", "the_tender", "The_tender"].contains(&name)
                    || line.contains(&format!("`{name}`"));
                assert!(known, "{} {name}", code.name());
            }
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
    let said = remarks(&tender, 0, &notes.iter().collect::<Vec<_>>(), Language::En);
    assert_eq!(said.len(), 1);
    assert_eq!(
        said[0].1,
        "5 prices are above the cap, which is paid while it is in force: A1, A2, A3 and 2 more."
    );
    let errors: Vec<Finding> = (0..5).map(|p| above(p, Severity::Error)).collect();
    let said = remarks(&tender, 0, &errors.iter().collect::<Vec<_>>(), Language::En);
    assert!(said[0].1.contains("A1 (1,200.00 > 1,100.00)") && said[0].1.contains("B1 ("), "{said:?}");
    let few = remarks(&tender, 0, &notes[..3].iter().collect::<Vec<_>>(), Language::En);
    assert_eq!(few.len(), 3);
}
