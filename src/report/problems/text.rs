//! A problem as compilers show it: message, source line with the place marked, help last.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Language, Lines, lines::Line, problem_help, problem_message};
use crate::tender::{Problem, Severity, Sources, read::text::is_unsafe};

/// So many characters of a line are shown.
const SHOWN: usize = 160;
/// So many of them before the place.
const BEFORE: usize = 50;

/// Writes the problems of some files.
#[derive(Debug)]
pub struct ProblemWriter<'a> {
    lines: Lines<'a>,
    language: Language,
    color: bool,
}

/// One problem as text. For several problems a [`ProblemWriter`] counts the lines of each file once.
pub fn problem_text(problem: &Problem, sources: &Sources, language: Language, color: bool) -> String {
    ProblemWriter::new(sources, language, color).text(problem)
}

impl<'a> ProblemWriter<'a> {
    /// For the files in which the problems are.
    pub fn new(sources: &'a Sources, language: Language, color: bool) -> Self {
        ProblemWriter { lines: Lines::new(sources), language, color }
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
            Severity::Error => (Level::ERROR, self.language.pick("error", "fejl")),
            Severity::Warning => (Level::WARNING, self.language.pick("warning", "advarsel")),
            Severity::Note => (Level::NOTE, self.language.pick("note", "bemærkning")),
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
                            .label(self.language.pick("see also here", "se også her")),
                    ),
            );
        }
        group =
            group.element(Level::HELP.with_name(self.language.pick("help", "hjælp")).message(help.as_str()));
        let renderer = if self.color { Renderer::styled() } else { Renderer::plain() };
        let mut text = renderer.term_width(200).render(&[group]);
        text.push('\n');
        text
    }
}

/// A line, or the part of it around the place, as it may be printed.
pub(super) struct Marked {
    pub(super) text: String,
    start: usize,
    end: usize,
}

impl Marked {
    pub(super) fn of(line: &Line<'_>) -> Self {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tender::{Place, ProblemCode, Source};

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
        let text = problem_text(&problem, &sources, Language::En, false);
        assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{text:?}");
        assert!(!text.contains('\u{202e}'));
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let line = format!("{}HERE{}", "a".repeat(10_000), "b".repeat(10_000));
        let sources = Sources { files: vec![Source { name: "t".into(), text: line }] };
        let problem = Problem::new(ProblemCode::EmptyName, Place { file: 0, start: 10_000, end: 10_004 });
        let text = problem_text(&problem, &sources, Language::Da, false);
        assert!(text.contains("aHEREb") && text.len() < 1_500, "{text}");
    }
}
