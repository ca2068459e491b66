//! Problems in words: what is wrong and how to mend it, with the source line marked, or as JSON.

mod da;
mod da_adjustments;
mod da_dialogue;
mod da_framework;
mod da_letters;
mod en;
mod en_adjustments;
mod en_dialogue;
mod en_framework;
mod en_letters;
mod formula;
mod lines;
mod text;
mod words;

use serde_json::{Value, json};

use self::lines::Lines;
pub use self::text::{ProblemWriter, problem_text};
use super::Language;
use crate::{
    number::{Figure, Figures},
    tender::{Problem, ProblemCode, Severity, Sources},
};

/// What is wrong, in one sentence.
pub fn problem_message(problem: &Problem, language: Language) -> String {
    let template = match problem.code {
        ProblemCode::FormulaSyntaxError => formula::wording(language, reason(problem)),
        code => templates(code, language).0,
    };
    fill(language, template, &problem.args)
}

/// What sort of fault a formula has.
fn reason(problem: &Problem) -> &str {
    let reason = problem.args.iter().find(|(name, _)| *name == "reason");
    match reason.map(|(_, figure)| figure) {
        Some(Figure::Text(reason)) => reason,
        _ => "",
    }
}

/// How to mend it, with the right form.
pub fn problem_help(problem: &Problem, language: Language) -> String {
    fill(language, templates(problem.code, language).1, &problem.args)
}

/// The templates of message and help.
pub fn templates(code: ProblemCode, language: Language) -> (&'static str, &'static str) {
    match language {
        Language::En => en::wording(code),
        Language::Da => da::wording(code),
    }
}

/// Fills `{name}` from the arguments. A part between `‹` and `›` falls where one of its arguments is missing; other
/// braces are text.
fn fill(language: Language, template: &str, args: &Figures) -> String {
    let mut out = String::with_capacity(template.len() + 64);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('‹') {
        out.push_str(&fill_plain(language, before, args).0);
        let (part, tail) = after.split_once('›').unwrap_or((after, ""));
        let (text, complete) = fill_plain(language, part, args);
        if complete {
            out.push_str(&text);
        }
        rest = tail;
    }
    out.push_str(&fill_plain(language, rest, args).0);
    out
}

/// The text, and whether every argument was there and not empty.
fn fill_plain(language: Language, template: &str, args: &Figures) -> (String, bool) {
    let mut out = String::with_capacity(template.len() + 32);
    let mut complete = true;
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        match after.split_once('}') {
            Some((name, tail)) if is_placeholder(name) => {
                let figure = args.iter().find(|(n, _)| *n == name);
                let text = figure.map(|(_, figure)| words::figure(language, name, figure));
                complete &= text.as_ref().is_some_and(|t| !t.is_empty());
                out.push_str(&text.unwrap_or_default());
                rest = tail;
            }
            _ => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    (out, complete)
}

/// Whether what stands in braces is the name of an argument.
fn is_placeholder(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
}

/// The names of the arguments that a template asks for.
pub fn placeholders(template: &str) -> Vec<&str> {
    let parts = template.split('{').skip(1).filter_map(|part| part.split_once('}'));
    parts.map(|(name, _)| name).filter(|name| is_placeholder(name)).collect()
}

/// `udbud.check/1` (docs/reference/json.md): every problem with its place and its source line, cut
/// around the place where it is long.
pub fn check_json(problems: &[Problem], sources: &Sources, language: Language) -> Value {
    let mut lines = Lines::new(sources);
    let list: Vec<Value> = problems
        .iter()
        .map(|problem| {
            let at = lines.find(problem.place);
            json!({
                "code": problem.code.name(),
                "severity": problem.code.severity().name(),
                "message": problem_message(problem, language),
                "file": at.file,
                "line": at.line,
                "column": at.column,
                "source": text::Marked::of(&at).text,
                "help": problem_help(problem, language),
            })
        })
        .collect();
    json!({ "schema": "udbud.check/1", "problems": list })
}

/// `2 errors, 1 warning`
pub fn problem_summary(problems: &[Problem], language: Language) -> String {
    let count = |severity| problems.iter().filter(|p| p.code.severity() == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let words = |n: usize, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
    match language {
        Language::En => {
            format!("{}, {}", words(errors, "error", "errors"), words(warnings, "warning", "warnings"))
        }
        Language::Da => {
            format!("{}, {}", words(errors, "fejl", "fejl"), words(warnings, "advarsel", "advarsler"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tender::Place;

    #[test]
    fn braces_that_are_no_argument_stay() {
        let problem = Problem::new(ProblemCode::ValueMissing, Place::default())
            .with("bidder", "Klinik Beta")
            .with("value", "waiting");
        let help = problem_help(&problem, Language::En);
        assert!(help.contains("values = { waiting = ... }"), "{help}");
    }

    #[test]
    fn parts_without_argument_fall() {
        let problem = Problem::new(ProblemCode::UnknownTariff, Place::default()).with("name", "x");
        assert!(!problem_help(&problem, Language::En).contains("did you mean"));
        let problem = problem.with("nearest", "y");
        assert!(problem_help(&problem, Language::Da).contains("mente du y?"));
    }

    #[test]
    fn every_code_has_both_languages() {
        for code in ProblemCode::ALL {
            let (en, da) = (templates(*code, Language::En), templates(*code, Language::Da));
            for text in [en.0, en.1, da.0, da.1] {
                assert!(text.len() > 10, "{}", code.name());
                assert_eq!(text.matches('‹').count(), text.matches('›').count(), "{}", code.name());
            }
            assert_ne!(en.0, da.0, "{}", code.name());
            // both languages tell the same
            let sorted = |a: &'static str, b: &'static str| {
                let mut names = [placeholders(a), placeholders(b)].concat();
                names.sort_unstable();
                names.dedup();
                names
            };
            assert_eq!(sorted(en.0, en.1), sorted(da.0, da.1), "{}", code.name());
        }
    }

    #[test]
    fn each_code_is_unique() {
        let mut names: Vec<_> = ProblemCode::ALL.iter().map(|c| c.name()).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(count, names.len());
    }
}
