//! Problems in words: what is wrong and how to mend it, with the source line marked as compilers show it, or as JSON.

use std::collections::HashMap;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::{Value, json};

use super::Language;
use crate::{
    number::{Figure, Figures},
    tender::{Place, Problem, ProblemCode, Severity, Sources, read::text::is_unsafe},
};

/// The longest part of a line that is shown, in characters.
const SHOWN: usize = 160;
/// The longest part of it before the place, in characters.
const BEFORE: usize = 50;

/// What is wrong, in one sentence.
pub fn problem_message(problem: &Problem, language: Language) -> String {
    let own = format!("problem-{}", problem.code.name());
    let of_formula = match text_argument(problem, "reason") {
        Some(reason) if problem.code == ProblemCode::FormulaSyntaxError => Some(format!("formula-{reason}")),
        _ => None,
    };
    let id = of_formula.filter(|id| language.has_message(id)).unwrap_or(own);
    language.message(&id, &arguments(problem, language))
}

/// How to mend it, with the right form.
pub fn problem_help(problem: &Problem, language: Language) -> String {
    language.message(&format!("problem-{}.help", problem.code.name()), &arguments(problem, language))
}

fn text_argument<'a>(problem: &'a Problem, name: &str) -> Option<&'a str> {
    problem.args.iter().find_map(|(own, figure)| match figure {
        Figure::Text(text) if *own == name => Some(text.as_str()),
        _ => None,
    })
}

/// The arguments with the words of the format in the reader's language. What comes from a file stays as it is.
fn arguments(problem: &Problem, language: Language) -> Figures {
    let worded = |(name, figure): &(&'static str, Figure)| match figure {
        Figure::Text(word) => (*name, Figure::from(argument(problem, name, word, language))),
        other => (*name, other.clone()),
    };
    problem.args.iter().map(worded).collect()
}

fn argument(problem: &Problem, name: &str, word: &str, language: Language) -> String {
    let id = match (name, problem.code) {
        ("expected" | "found", _) => format!("argument-type-{word}"),
        ("the-tender", _) => format!("kind-{word}"),
        ("kind" | "table" | "things" | "because" | "sent" | "leak", _) => format!("argument-{name}-{word}"),
        ("wanted", _) => format!("formula-wanted-{word}"),
        ("reason", ProblemCode::Syntax) => format!("argument-syntax-{word}"),
        ("reason", ProblemCode::FrameworkRecordChanged) => format!("argument-record-{word}"),
        // an example lists its alternatives as a sentence does
        ("example", _) => return word.replace("\" or \"", &format!("\" {} \"", language.word("unit-or"))),
        _ => return word.to_owned(),
    };
    if language.has_message(&id) { language.message(&id, &problem.args) } else { word.to_owned() }
}

/// `udbud.check/1` (docs/reference/json.md): every problem with its place and its source line, cut
/// around the place where it is long.
pub fn check_json(problems: &[Problem], sources: &Sources, language: Language) -> Value {
    let mut lines = SourceLines::new(sources);
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
                "source": Marked::of(&at).text,
                "help": problem_help(problem, language),
            })
        })
        .collect();
    json!({ "schema": "udbud.check/1", "problems": list })
}

/// `2 errors, 1 warning`
pub fn problem_summary(problems: &[Problem], language: Language) -> String {
    let count = |severity| problems.iter().filter(|p| p.code.severity() == severity).count();
    // plain digits, as they have always been here
    let plain = |count: usize| Figure::from(count.to_string());
    let counts =
        vec![("errors", plain(count(Severity::Error))), ("warnings", plain(count(Severity::Warning)))];
    language.message("cli-problem-summary", &counts)
}

/// Writes the problems of some files.
#[derive(Debug)]
pub struct ProblemWriter<'a> {
    lines: SourceLines<'a>,
    language: Language,
    color: bool,
}

impl<'a> ProblemWriter<'a> {
    /// For the files in which the problems are.
    pub fn new(sources: &'a Sources, language: Language, color: bool) -> Self {
        ProblemWriter { lines: SourceLines::new(sources), language, color }
    }

    /// One problem. Nothing of the file reaches a terminal but what can be printed.
    pub fn text(&mut self, problem: &Problem) -> String {
        let message = printable(&problem_message(problem, self.language));
        let help = printable(&problem_help(problem, self.language));
        let at = self.lines.find(problem.place);
        let marked = Marked::of(&at);
        let related = problem.related.map(|place| self.lines.find(place));
        let marked_related = related.as_ref().map(Marked::of);
        let file = printable(at.file);
        let related_file = related.map(|at| printable(at.file)).unwrap_or_default();

        let (level, name) = match problem.code.severity() {
            Severity::Error => (Level::ERROR, self.language.word("cli-error")),
            Severity::Warning => (Level::WARNING, self.language.word("cli-warning")),
            Severity::Note => (Level::NOTE, self.language.word("cli-note")),
        };
        let mut group =
            Group::with_title(level.with_name(name).primary_title(message.as_str()).id(problem.code.name()));
        if !file.is_empty() {
            group = group.element(
                Snippet::source(marked.text.as_str())
                    .line_start(at.line)
                    .path(file.as_str())
                    .annotation(AnnotationKind::Primary.span(marked.start..marked.end)),
            );
        }
        if let (Some(at), Some(marked)) = (related, &marked_related) {
            group = group.element(
                Snippet::source(marked.text.as_str())
                    .line_start(at.line)
                    .path(related_file.as_str())
                    .annotation(
                        AnnotationKind::Context
                            .span(marked.start..marked.end)
                            .label(self.language.word("cli-see-also")),
                    ),
            );
        }
        group = group.element(Level::HELP.with_name(self.language.word("cli-help")).message(help.as_str()));
        let renderer = if self.color { Renderer::styled() } else { Renderer::plain() };
        let mut text = renderer.term_width(200).render(&[group]);
        text.push('\n');
        text
    }
}

/// A line, or the part of it around the place, as it may be printed.
struct Marked {
    text: String,
    start: usize,
    end: usize,
}

impl Marked {
    fn of(line: &SourceLine<'_>) -> Self {
        let before = line.text.get(..line.start).unwrap_or("");
        let place = line.text.get(line.start..line.end).unwrap_or("");
        let after = line.text.get(line.end..).unwrap_or("");
        let long = before.chars().count() + place.chars().take(SHOWN).count() > SHOWN;
        let cut = if long { before.char_indices().rev().nth(BEFORE - 1).map_or(0, |(i, _)| i) } else { 0 };
        let mut text = String::from(if cut > 0 { "…" } else { "" });
        text.push_str(&printable(before.get(cut..).unwrap_or("")));
        let start = text.len();
        text.push_str(&printable(&place.chars().take(SHOWN).collect::<String>()));
        let end = text.len();
        text.push_str(&printable(&after.chars().take(SHOWN).collect::<String>()));
        Marked { text, start, end }
    }
}

/// The text with every character replaced that could move the cursor, change colours or hide what is there.
fn printable(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\t' => ' ',
            c if is_unsafe(c) => char::REPLACEMENT_CHARACTER,
            c => c,
        })
        .collect()
}

/// Finds lines in the sources, counting the line breaks of each file once.
#[derive(Debug)]
struct SourceLines<'a> {
    sources: &'a Sources,
    /// By file: the first byte of each line.
    starts: HashMap<u32, Vec<usize>>,
}

/// The line that a place begins on.
#[derive(Clone, Copy, Debug)]
struct SourceLine<'a> {
    /// The name of the file.
    file: &'a str,
    /// From 1.
    line: usize,
    /// From 1, in characters.
    column: usize,
    /// The line without its break.
    text: &'a str,
    /// The bytes of the line at the place; to the end of the line where the place goes on beneath.
    start: usize,
    end: usize,
}

impl<'a> SourceLines<'a> {
    fn new(sources: &'a Sources) -> Self {
        SourceLines { sources, starts: HashMap::new() }
    }

    fn find(&mut self, place: Place) -> SourceLine<'a> {
        let (name, text) = self.sources.file(place).map_or(("", ""), |s| (s.name.as_str(), s.text.as_str()));
        let starts = self.starts.entry(place.file).or_insert_with(|| {
            std::iter::once(0).chain(text.match_indices('\n').map(|(i, _)| i + 1)).collect()
        });
        let at = (place.start as usize).min(text.len());
        let index = starts.partition_point(|start| *start <= at).saturating_sub(1);
        let from = starts.get(index).copied().unwrap_or(0);
        let line = text.get(from..).unwrap_or("");
        let line = line.split('\n').next().unwrap_or("").trim_end_matches('\r');
        let start = (at - from).min(line.len());
        let end = (place.end as usize).saturating_sub(from).clamp(start, line.len());
        let column = line.get(..start).unwrap_or(line).chars().count() + 1;
        SourceLine { file: name, line: index + 1, column, text: line, start, end }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{report::words, tender::Source};

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
    fn every_code_has_its_message_and_every_message_its_code() {
        let ids = words::ids("problem");
        let mut expected = Vec::new();
        for code in ProblemCode::ALL {
            expected.extend([format!("problem-{}", code.name()), format!("problem-{}.help", code.name())]);
        }
        expected.sort_unstable();
        assert_eq!(ids, expected);
    }

    #[test]
    fn no_message_of_a_problem_is_the_same_in_both_languages() {
        for id in words::ids("problem") {
            let [en, da] = [Language::En, Language::Da].map(|l| l.message(&id, &Vec::new()));
            assert!(!en.is_empty() && en != da, "{id}");
        }
    }

    #[test]
    fn a_hostile_line_is_harmless() {
        let sources = Sources {
            files: vec![Source {
                name: "t\u{1b}[2J.toml".into(),
                text: "x = \"\u{1b}]0;gone\u{7}\u{202e}\"".into(),
            }],
        };
        let problem = Problem::new(ProblemCode::UnknownKey, Place { file: 0, start: 0, end: 1 })
            .with("key", "\u{1b}[31m");
        let text = ProblemWriter::new(&sources, Language::En, false).text(&problem);
        assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{text:?}");
        assert!(!text.contains('\u{202e}'));
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let line = format!("{}HERE{}", "a".repeat(10_000), "b".repeat(10_000));
        let sources = Sources { files: vec![Source { name: "t".into(), text: line }] };
        let problem = Problem::new(ProblemCode::EmptyName, Place { file: 0, start: 10_000, end: 10_004 });
        let text = ProblemWriter::new(&sources, Language::Da, false).text(&problem);
        assert!(text.contains("aHEREb") && text.len() < 1_500, "{text}");
    }
}
