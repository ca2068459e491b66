//! The result of `check`: every problem of a file.

use serde_json::Value;

use super::{
    Language, Report,
    page::{Block, Column, Grid, Page, Part, Tone},
    problems::{ProblemWriter, check_json, problem_summary},
};
use crate::tender::{Problem, Severity, Sources};

const KEYS: [&str; 7] = ["severity", "code", "file", "line", "column", "message", "help"];

/// The problems of a file, as `udbud check` reports them.
#[derive(Debug)]
pub struct Check<'a> {
    /// In the order of the files.
    pub problems: &'a [Problem],
    /// The files.
    pub sources: &'a Sources,
    /// The name of the file that was checked, fit to be printed.
    pub name: &'a str,
    /// A terminal shows errors only.
    pub quiet: bool,
}

impl Check<'_> {
    /// One row for each problem, in the order of the JSON.
    fn cells(&self, language: Language) -> Vec<Vec<String>> {
        let json = self.json(language);
        let empty = Vec::new();
        let list = json["problems"].as_array().unwrap_or(&empty);
        let cell = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        list.iter().map(|problem| KEYS.iter().map(|key| cell(&problem[*key])).collect()).collect()
    }
}

impl Report for Check<'_> {
    /// As compilers show problems, with the source lines.
    fn text(&self, language: Language, color: bool) -> String {
        let mut writer = ProblemWriter::new(self.sources, language, color);
        let mut text = String::new();
        for problem in self.problems.iter().filter(|p| !self.quiet || p.code.severity() == Severity::Error) {
            text.push_str(writer.text(problem).trim_end());
            text.push_str("\n\n");
        }
        text.push_str(&format!("{}: {}\n", self.name, problem_summary(self.problems, language)));
        text
    }

    fn page(&self, language: Language) -> Page {
        let titles = [
            "cli-check-severity",
            "cli-check-code",
            "cli-check-file",
            "cli-check-line",
            "cli-check-column",
            "cli-check-what",
            "cli-check-mend",
        ];
        let mut grid = Grid::new(titles.map(|id| Column::word(language.word(id))).to_vec());
        for cells in self.cells(language) {
            grid.row(cells, Tone::Plain);
        }
        let mut part =
            Part { blocks: vec![Block::Text(problem_summary(self.problems, language))], ..Part::default() };
        part.grid(grid);
        Page { title: language.word("cli-check-title").to_owned(), banner: None, parts: vec![part] }
    }

    fn json(&self, language: Language) -> Value {
        check_json(self.problems, self.sources, language)
    }

    fn rows(&self, language: Language) -> Option<Vec<Vec<String>>> {
        let mut rows = vec![KEYS.map(str::to_owned).to_vec()];
        rows.extend(self.cells(language));
        Some(rows)
    }
}
