//! The result of `check` for spreadsheets and documents.

use super::{
    Language,
    page::{Block, Column, Grid, Page, Part, Row, Tone, csv_text, page_markdown},
    problems::{check_json, problem_summary},
};
use crate::tender::{Problem, Sources};

const KEYS: [&str; 7] = ["severity", "code", "file", "line", "column", "message", "help"];

/// One row for each problem, in the order of the JSON.
fn rows(problems: &[Problem], sources: &Sources, language: Language) -> Vec<Vec<String>> {
    let json = check_json(problems, sources, language);
    let empty = Vec::new();
    let list = json["problems"].as_array().unwrap_or(&empty);
    let cell = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    list.iter().map(|problem| KEYS.iter().map(|key| cell(&problem[*key])).collect()).collect()
}

fn titles(language: Language) -> [&'static str; 7] {
    match language {
        Language::En => ["Severity", "Code", "File", "Line", "Column", "What", "How to mend it"],
        Language::Da => ["Alvor", "Kode", "Fil", "Linje", "Kolonne", "Hvad", "Sådan rettes det"],
    }
}

/// Problems for a spreadsheet.
pub fn check_csv(problems: &[Problem], sources: &Sources, language: Language) -> String {
    let mut table = vec![KEYS.map(str::to_owned).to_vec()];
    table.extend(rows(problems, sources, language));
    csv_text(&table, language)
}

/// Problems for a document.
pub fn check_markdown(problems: &[Problem], sources: &Sources, language: Language) -> String {
    let column = |title: &str| Column::word(title);
    let grid = Grid {
        columns: titles(language).into_iter().map(column).collect(),
        rows: rows(problems, sources, language)
            .into_iter()
            .map(|cells| Row { cells: cells.into_iter().map(Into::into).collect(), tone: Tone::default() })
            .collect(),
    };
    let summary = Block::Text(problem_summary(problems, language));
    let blocks = if problems.is_empty() { vec![summary] } else { vec![summary, Block::Grid(grid)] };
    let title = language.pick("Problems in the tender file", "Problemer i udbudsfilen").to_owned();
    page_markdown(&Page { title, banner: None, parts: vec![Part { blocks, ..Part::default() }] })
}
