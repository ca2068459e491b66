//! Faults of a record in words, by their codes: those of files, certificate, replay and chain, and those of figures.

use crate::{
    number::{Figure, Figures},
    record::{
        Class,
        folder::PathFault,
        verify::{END_OF_FILE, RecordFault},
    },
    report::{Language, certificate::refusal_reason},
};

/// A fault with its place before it.
pub(super) fn fault_item(fault: &RecordFault, language: Language) -> String {
    let place = [fault.file.as_str(), fault.at.as_str()];
    let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
    let text = fault_text(fault, language);
    if place.is_empty() { text } else { format!("{}: {text}", place.join(", ")) }
}

/// That a record was changed, and how, for a command that takes records as they were written.
pub fn changed_text(name: &str, faults: &[RecordFault], language: Language) -> String {
    let text = language.message("record-changed", &vec![("name", Figure::from(name))]);
    let (first, hint) = text.split_once('\n').unwrap_or((&text, ""));
    let mut text = first.to_owned();
    for fault in faults.iter().take(3) {
        text.push_str("\n- ");
        text.push_str(&fault_item(fault, language));
    }
    format!("{text}\n{hint}")
}

/// A fault in words.
pub(super) fn fault_text(fault: &RecordFault, language: Language) -> String {
    if let Some((code, rule)) = fault.figures.as_deref().copied() {
        return figures_fault_text(code, &fault.written, &fault.expected, rule, language);
    }
    let args: Figures = vec![
        ("written", Figure::from(worded(&fault.written, language))),
        ("expected", Figure::from(worded(&fault.expected, language))),
        ("why", Figure::from(why(fault, language))),
    ];
    language.message(&format!("fault-{}", fault.code.name()), &args).trim_end().to_owned()
}

/// Words of the format that stand for something, in the language; all else as it is.
fn worded(text: &str, language: Language) -> String {
    if text == END_OF_FILE {
        return language.word("fault-end-of-file").to_owned();
    }
    Class::from_name(text).map_or_else(|| text.to_owned(), |class| class_name(class, language).to_owned())
}

/// A class of corrections within a sentence.
pub(super) fn class_name(class: Class, language: Language) -> &'static str {
    language.word(match class {
        Class::Same => "record-class-same",
        Class::Slip => "record-class-slip",
        Class::DrawHeld => "record-class-draw-held",
        Class::CalculationCorrection => "record-class-calculation-correction",
        Class::NewEvaluation => "record-class-new-evaluation",
        Class::NotTheSameCompetition => "record-class-other-competition",
    })
}

fn why(fault: &RecordFault, language: Language) -> String {
    if let Some(refusal) = &fault.refusal {
        return refusal_reason(refusal, language);
    }
    let path = PathFault::ALL.into_iter().find(|f| f.name() == fault.expected);
    path.map_or_else(String::new, |f| path_fault_text(f, language).to_owned())
}

/// What is wrong with a path.
pub(super) fn path_fault_text(fault: PathFault, language: Language) -> &'static str {
    language.word(match fault {
        PathFault::Empty => "record-path-empty",
        PathFault::LeadsOut => "record-path-leads-out",
        PathFault::Character => "record-path-character",
        PathFault::NotNfc => "record-path-not-nfc",
        PathFault::TooDeep => "record-path-too-deep",
        PathFault::SameButForCase => "record-path-case",
        PathFault::FileAndFolder => "record-path-file-and-folder",
    })
}

/// What does not add up, in words, with the clause that it follows from. `written` and `expected` are empty for nothing.
fn figures_fault_text(
    code: udbud_check::FaultCode,
    written: &str,
    expected: &str,
    rule: &str,
    language: Language,
) -> String {
    let or_nothing =
        |text: &str| if text.is_empty() { language.word("fault-nothing").into() } else { text.into() };
    let expected: String = match code {
        // it has a sentence of its own where nothing is expected
        udbud_check::FaultCode::FigureDiffers => expected.into(),
        _ => or_nothing(expected),
    };
    let args = vec![("written", Figure::from(or_nothing(written))), ("expected", Figure::from(expected))];
    let text = language.message(&format!("fault-figures-{}", code.name()), &args);
    match clause(rule, language) {
        Some(clause) => format!("{text} [{clause}]"),
        None => text,
    }
}

/// A clause of `docs/reference/rules.md`, as `unit-prices-4`, in the language; `None` for what is no clause.
fn clause(rule: &str, language: Language) -> Option<String> {
    let (chapter, number) =
        rule.rsplit_once('-').filter(|(_, n)| n.parse::<u32>().is_ok()).unwrap_or((rule, ""));
    let id = format!("fault-clause-{chapter}");
    language.has_message(&id).then(|| format!("{} {number}", language.word(&id)).trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::record::verify::FaultCode;

    fn in_both_languages(look: impl Fn(Language) -> String) -> [String; 2] {
        [Language::En, Language::Da].map(look)
    }

    #[test]
    fn every_code_has_words_of_its_own_in_both_languages() {
        let mut seen = BTreeSet::new();
        for &code in FaultCode::ALL {
            let fault = RecordFault::of(code, "a/b").at("line 2").written("1").expected("2");
            for text in in_both_languages(|language| fault_item(&fault, language)) {
                assert!(text.starts_with("a/b, line 2: ") && !text.contains('{'), "{text}");
                assert!(seen.insert(text));
            }
            assert!(code.name().bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
        }
    }

    #[test]
    fn every_fault_of_figures_has_words_of_its_own_and_its_clause() {
        let mut seen = BTreeSet::new();
        for code in udbud_check::FaultCode::ALL {
            for language in [Language::En, Language::Da] {
                let text = figures_fault_text(code, "1.00", "2.00", "unit-prices-4", language);
                let clause = format!("[{} 4]", language.word("fault-clause-unit-prices"));
                assert!(text.ends_with(&clause) && !text.contains(['{', '}']), "{text}");
                assert!(seen.insert(text));
            }
        }
    }

    #[test]
    fn every_message_belongs_to_a_code() {
        let codes = FaultCode::ALL.iter().map(|code| format!("fault-{}", code.name()));
        let figures = udbud_check::FaultCode::ALL.map(|code| format!("fault-figures-{}", code.name()));
        let known: BTreeSet<String> = codes.chain(figures).collect();
        let others = ["fault-nothing", "fault-end-of-file"];
        for id in Language::En.ids("fault") {
            let is_known = known.contains(&id) || others.contains(&&*id) || id.starts_with("fault-clause-");
            assert!(is_known, "{id}");
        }
    }
}
