//! A model in rows: its canonical lines, what differs between two, and what a trial found, for spreadsheets and screens.

use serde_json::Value;

use super::{ModelDescription, model_json};
use crate::{
    evaluation::probe::Probe,
    report::{
        Language,
        page::{Column, Grid, Page, Part, Tone, csv_text, page_markdown, page_text},
    },
    tender::{
        Tender,
        canonical::{self, Difference},
    },
};

fn header(language: Language, names: &[(&str, &str)]) -> Vec<String> {
    names.iter().map(|(en, da)| language.pick(en, da).to_owned()).collect()
}

/// The canonical lines of a model, path and value.
pub fn canonical_csv(tender: &Tender, language: Language) -> String {
    let mut rows = vec![header(language, &[("path", "sti"), ("value", "værdi")])];
    for line in canonical::model_text(tender).lines().skip(1) {
        let (path, value) = line.split_once(" = ").unwrap_or((line, ""));
        rows.push(vec![path.to_owned(), value.to_owned()]);
    }
    csv_text(&rows, language)
}

/// What a trial found, as the paths and values of its JSON.
pub fn probe_csv(tender: &Tender, probe: &Probe, language: Language) -> String {
    let json = model_json(&ModelDescription::of(tender).with_probe(probe.clone()), language);
    let mut rows = vec![header(language, &[("path", "sti"), ("value", "værdi")])];
    flatten("test", &json["test"], &mut rows);
    csv_text(&rows, language)
}

fn flatten(path: &str, value: &Value, rows: &mut Vec<Vec<String>>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, v)| flatten(&format!("{path}.{key}"), v, rows))
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(i, v)| flatten(&format!("{path}.{}", i + 1), v, rows));
        }
        Value::String(text) => rows.push(vec![path.to_owned(), text.clone()]),
        other => rows.push(vec![path.to_owned(), other.to_string()]),
    }
}

const SIDES: [(&str, &str); 3] = [("What", "Hvad"), ("First", "Første"), ("Second", "Anden")];

fn side(value: Option<&String>) -> String {
    value.map_or_else(|| String::from("–"), Clone::clone)
}

fn differences_page(differences: &[Difference], language: Language) -> Page {
    let mut part = Part::default();
    if differences.is_empty() {
        part.text(language.pick(
            "The models are the same: their hashes are equal.",
            "Modellerne er ens: deres kontrolsummer er den samme.",
        ));
    } else {
        let mut grid = Grid::new(SIDES.iter().map(|(en, da)| Column::name(language.pick(en, da))).collect());
        for d in differences {
            grid.row(vec![d.path.clone(), side(d.ours.as_ref()), side(d.theirs.as_ref())], Tone::default());
        }
        part.grid(grid);
        part.text(
            language.pick("–: there is no such line in that model.", "–: linjen findes ikke i den model."),
        );
    }
    let title = language.pick("What differs between the models", "Forskelle mellem modellerne").to_owned();
    Page { title, banner: None, parts: vec![part] }
}

/// What differs between two models, for a terminal.
pub fn differences_text(differences: &[Difference], language: Language, color: bool) -> String {
    page_text(&differences_page(differences, language), color)
}

/// What differs between two models, as Markdown.
pub fn differences_markdown(differences: &[Difference], language: Language) -> String {
    page_markdown(&differences_page(differences, language))
}

/// What differs between two models, for a spreadsheet.
pub fn differences_csv(differences: &[Difference], language: Language) -> String {
    let mut rows = vec![header(language, &SIDES)];
    rows.extend(
        differences.iter().map(|d| vec![d.path.clone(), side(d.ours.as_ref()), side(d.theirs.as_ref())]),
    );
    csv_text(&rows, language)
}
