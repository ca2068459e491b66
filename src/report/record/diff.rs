//! `udbud diff`, for people and as `udbud.diff/1`.

use serde_json::{Value, json};

use super::faults::class_name;
use crate::{
    number::Figure,
    record::{Cause, Change, Class, ClassError, Diff, Severity, UnreadableRecordError},
    report::{
        Language, Report,
        page::{Block, Column, Grid, Page, Part, Tone},
    },
};

/// Up to so many differences of a severity are shown to people; JSON has them all.
const SHOWN: usize = 20;

/// Two records that were compared, by the folders that the user named.
#[derive(Clone, Copy, Debug)]
pub struct ComparedRecords<'a> {
    /// The first.
    pub before: &'a str,
    /// The second.
    pub after: &'a str,
    /// What differs.
    pub diff: &'a Diff,
}

impl Report for ComparedRecords<'_> {
    fn page(&self, language: Language) -> Page {
        let diff = self.diff;
        let mut first = Part::default();
        first.blocks.push(Block::Facts(vec![
            (language.word("diff-first").to_owned(), self.before.to_owned()),
            (language.word("diff-second").to_owned(), self.after.to_owned()),
            (language.word("diff-result").to_owned(), severity_text(diff.severity, language).to_owned()),
            (language.word("diff-cause").to_owned(), cause_text(&diff.cause, language)),
            (language.word("diff-class").to_owned(), class_text(diff.class, language).to_owned()),
        ]));
        if diff.class == Class::NewEvaluation && diff.same_points {
            first.text(same_points_text(language));
        }
        let mut parts = vec![first];
        let severities =
            [Severity::OtherWinner, Severity::OtherOrder, Severity::OtherFigures, Severity::OtherSteps];
        for severity in severities {
            let changes: Vec<&Change> = diff.changes.iter().filter(|c| c.severity == severity).collect();
            if !changes.is_empty() {
                parts.push(part(severity, &changes, language));
            }
        }
        if !diff.texts.is_empty() {
            let mut part = Part::new(language.word("diff-other-files"));
            part.text(language.list(&diff.texts));
            parts.push(part);
        }
        let title = language.word("diff-title").to_owned();
        Page { title, banner: None, parts }
    }

    fn json(&self, language: Language) -> Value {
        let diff = self.diff;
        json!({
            "schema": "udbud.diff/1",
            "severity": diff.severity.name(),
            "class": diff.class.name(),
            "message": format!("{} {}", severity_text(diff.severity, language), class_text(diff.class, language)),
            "cause": cause_json(&diff.cause, language),
            "changes": diff.changes.iter().map(change_json).collect::<Vec<_>>(),
            "other-texts": diff.texts,
        })
    }

    /// A row for each difference.
    fn rows(&self, language: Language) -> Option<Vec<Vec<String>>> {
        let titles =
            ["diff-csv-severity", "diff-csv-file", "diff-csv-what", "diff-csv-first", "diff-csv-second"];
        let mut rows = vec![titles.map(|id| language.word(id).to_owned()).to_vec()];
        for change in &self.diff.changes {
            let side = |value: &Option<String>| value.clone().unwrap_or_default();
            let (severity, file) = (change.severity.name().to_owned(), change.part.file().to_owned());
            rows.push(vec![severity, file, change.path.clone(), side(&change.before), side(&change.after)]);
        }
        Some(rows)
    }
}

fn change_json(change: &Change) -> Value {
    json!({
        "severity": change.severity.name(),
        "file": change.part.file(),
        "path": change.path,
        "before": change.before,
        "after": change.after,
    })
}

fn cause_json(cause: &Cause, language: Language) -> Value {
    let kind = match cause {
        Cause::Nothing => return Value::Null,
        Cause::Input(_) => "input",
        Cause::Program { .. } => "program",
    };
    let (Cause::Input(change) | Cause::Program { first: change, .. }) = cause else { return Value::Null };
    json!({
        "kind": kind,
        "first": change_json(change),
        "rule": cause.rule(),
        "message": cause_text(cause, language),
    })
}

fn part(severity: Severity, changes: &[&Change], language: Language) -> Part {
    let heading = language.word(match severity {
        Severity::OtherWinner => "diff-part-winners",
        Severity::OtherOrder => "diff-part-order",
        Severity::OtherFigures => "diff-part-figures",
        Severity::OtherSteps | Severity::Same => "diff-part-steps",
    });
    let mut part = Part::new(heading);
    let mut grid = Grid::new(vec![
        Column::name(language.word("diff-what")),
        Column::name(language.word("diff-first")),
        Column::name(language.word("diff-second")),
    ]);
    let side = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".into());
    for change in changes.iter().take(SHOWN) {
        let mut cells = vec![place(change), side(&change.before), side(&change.after)];
        if change.path.is_empty() {
            cells[2] = language.word("diff-another").to_owned();
        }
        grid.row(cells, Tone::Plain);
    }
    part.grid(grid);
    if changes.len() > SHOWN {
        let args = vec![("more", Figure::from((changes.len() - SHOWN).to_string()))];
        part.text(language.message("diff-more", &args));
    }
    part
}

/// The file and the place in it.
fn place(change: &Change) -> String {
    let file = change.part.file();
    match change.path.is_empty() {
        true => file.to_owned(),
        false => format!("{file}: {}", change.path.trim_start_matches('/')),
    }
}

fn severity_text(severity: Severity, language: Language) -> &'static str {
    language.word(match severity {
        Severity::Same => "diff-same",
        Severity::OtherSteps => "diff-other-steps",
        Severity::OtherFigures => "diff-other-figures",
        Severity::OtherOrder => "diff-other-order",
        Severity::OtherWinner => "diff-other-winner",
    })
}

fn class_text(class: Class, language: Language) -> &'static str {
    language.word(match class {
        Class::Same => "diff-class-same",
        Class::Slip => "diff-class-slip",
        Class::DrawHeld => "diff-class-draw-held",
        Class::CalculationCorrection => "diff-class-calculation-correction",
        Class::NewEvaluation => "diff-class-new-evaluation",
        Class::NotTheSameCompetition => "diff-class-other-competition",
    })
}

fn cause_text(cause: &Cause, language: Language) -> String {
    let side = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".into());
    match cause {
        Cause::Nothing => language.word("diff-no-cause").to_owned(),
        Cause::Input(change) => {
            format!("{}: {} → {}", place(change), side(&change.before), side(&change.after))
        }
        Cause::Program { engines, rules, first } => {
            let args = vec![
                ("old", Figure::from(engines.0.as_str())),
                ("new", Figure::from(engines.1.as_str())),
                ("before", Figure::from(rules.0.as_str())),
                ("after", Figure::from(rules.1.as_str())),
                ("place", Figure::from(place(first).as_str())),
            ];
            let cause = language.message("diff-cause-program", &args);
            format!("{cause}: {} → {}", side(&first.before), side(&first.after))
        }
    }
}

/// A remark on a new evaluation that leaves all points as they were.
pub fn same_points_text(language: Language) -> &'static str {
    language.word("diff-same-points")
}

/// Why a record may not take the place of another.
pub fn class_fault_text(fault: ClassError, cause: &Cause, language: Language) -> String {
    let class = |class: Class| Figure::from(class_name(class, language));
    match fault {
        ClassError::NothingDiffers => language.word("record-same").to_owned(),
        ClassError::OtherCompetition => {
            let args = vec![("cause", Figure::from(cause_text(cause, language)))];
            language.message("record-other-competition", &args)
        }
        ClassError::NotAsSaid { said, is } => {
            let args = vec![("said", class(said)), ("is", class(is))];
            language.message("record-not-as-stated", &args)
        }
    }
}

/// Why a folder cannot be compared.
pub fn unreadable_text(fault: &UnreadableRecordError, folder: &str, language: Language) -> String {
    let args = vec![("file", Figure::from(fault.file.as_str())), ("folder", Figure::from(folder))];
    language.message("diff-unreadable", &args)
}
