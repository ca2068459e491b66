//! `udbud diff`, for people and as `udbud.diff/1`.

use serde_json::{Value, json};

use super::verify::class_name;
use crate::{
    number::Figure,
    record::{Cause, Change, Class, ClassFault, Diff, Severity, Unreadable},
    report::{
        Language,
        page::{Block, Column, Grid, Page, Part, Tone, csv_text, page_markdown, page_text},
    },
};

/// So many differences of a severity are shown to people; JSON has them all.
const SHOWN: usize = 20;

/// The two folders as the user named them.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    /// The first.
    pub before: &'a str,
    /// The second.
    pub after: &'a str,
    /// What differs.
    pub diff: &'a Diff,
}

/// `udbud.diff/1`
pub fn diff_json(compared: &Compared<'_>, language: Language) -> Value {
    let diff = compared.diff;
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

/// For people at a terminal.
pub fn diff_table(compared: &Compared<'_>, language: Language, color: bool) -> String {
    page_text(&page(compared, language), color)
}

/// For spreadsheets: a line for each difference.
pub fn diff_csv(diff: &Diff, language: Language) -> String {
    let titles = match language {
        Language::En => ["severity", "file", "what", "first", "second"],
        Language::Da => ["alvor", "fil", "hvad", "første", "anden"],
    };
    let mut rows = vec![titles.map(str::to_owned).to_vec()];
    for change in &diff.changes {
        let side = |value: &Option<String>| value.clone().unwrap_or_default();
        let (severity, file) = (change.severity.name().to_owned(), change.part.file().to_owned());
        rows.push(vec![severity, file, change.path.clone(), side(&change.before), side(&change.after)]);
    }
    csv_text(&rows, language)
}

/// For documents.
pub fn diff_markdown(compared: &Compared<'_>, language: Language) -> String {
    page_markdown(&page(compared, language))
}

fn page(compared: &Compared<'_>, language: Language) -> Page {
    let diff = compared.diff;
    let mut first = Part::default();
    first.blocks.push(Block::Facts(vec![
        (language.pick("First", "Første").to_owned(), compared.before.to_owned()),
        (language.pick("Second", "Anden").to_owned(), compared.after.to_owned()),
        (language.pick("Result", "Resultat").to_owned(), severity_text(diff.severity, language).to_owned()),
        (language.pick("First cause", "Første årsag").to_owned(), cause_text(&diff.cause, language)),
        (language.pick("Class", "Art").to_owned(), class_text(diff.class, language).to_owned()),
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
        let mut part = Part::new(language.pick("Files with other bytes", "Filer med andre bytes"));
        part.text(language.list(&diff.texts));
        parts.push(part);
    }
    let title = language.pick("Two records compared", "To evalueringsrapporter sammenholdt").to_owned();
    Page { title, banner: None, parts }
}

fn part(severity: Severity, changes: &[&Change], language: Language) -> Part {
    let heading = match severity {
        Severity::OtherWinner => language.pick("Winners", "Vindere"),
        Severity::OtherOrder => language.pick("Order and admissibility", "Rækkefølge og antagelighed"),
        Severity::OtherFigures => language.pick("Figures", "Tal"),
        Severity::OtherSteps | Severity::Same => language.pick("Inputs and steps", "Grundlag og skridt"),
    };
    let mut part = Part::new(heading);
    let mut grid = Grid::new(vec![
        Column::name(language.pick("What", "Hvad")),
        Column::name(language.pick("First", "Første")),
        Column::name(language.pick("Second", "Anden")),
    ]);
    let side = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".into());
    for change in changes.iter().take(SHOWN) {
        let mut cells = vec![place(change), side(&change.before), side(&change.after)];
        if change.path.is_empty() {
            cells[2] = language.pick("another one", "et andet").to_owned();
        }
        grid.row(cells, Tone::Plain);
    }
    part.grid(grid);
    if changes.len() > SHOWN {
        let args = vec![("more", Figure::from((changes.len() - SHOWN).to_string()))];
        let text = language.pick(
            "and {more} more; --format json lists them all",
            "og {more} mere; --format json viser dem alle",
        );
        part.text(language.fill(text, &args));
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
    match severity {
        Severity::Same => language.pick("The same.", "Det samme."),
        Severity::OtherSteps => language.pick("Other steps, the same figures.", "Andre skridt, samme tal."),
        Severity::OtherFigures => {
            language.pick("Other figures, the same order.", "Andre tal, samme rækkefølge.")
        }
        Severity::OtherOrder => {
            language.pick("Another order, the same winners.", "Anden rækkefølge, samme vindere.")
        }
        Severity::OtherWinner => language.pick("Another winner.", "En anden vinder."),
    }
}

fn class_text(class: Class, language: Language) -> &'static str {
    match class {
        Class::Same => language.pick("Nothing that decides differs.", "Intet af betydning er ændret."),
        Class::Slip => language.pick(
            "Slip: the same inputs and the same result; another text.",
            "Skrivefejl: samme grundlag og samme resultat; en anden tekst.",
        ),
        Class::DrawHeld => language.pick(
            "Draw held: the same bids, model and assessments; the public draw stands in the second record.",
            "Lodtrækning: samme tilbud, model og vurderinger; den offentlige lodtrækning står i den anden rapport.",
        ),
        Class::CalculationCorrection => language.pick(
            "Calculation correction: the same bids, model and assessments; figures or award differ because an error was mended.",
            "Beregningsrettelse: samme tilbud, model og vurderinger; tal eller tildeling er ændret, fordi en fejl er rettet.",
        ),
        Class::NewEvaluation => language.pick(
            "New evaluation: the same bids and model; assessments or decisions were made anew.",
            "Ny evaluering: samme tilbud og model; vurderinger eller beslutninger er truffet på ny.",
        ),
        Class::NotTheSameCompetition => language.pick(
            "Not the same competition: the model or the bids differ. The tender would have to be cancelled and run again.",
            "Ikke samme konkurrence: modellen eller tilbuddene er ændret. Udbuddet skulle annulleres og gå om.",
        ),
    }
}

fn cause_text(cause: &Cause, language: Language) -> String {
    let side = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".into());
    match cause {
        Cause::Nothing => language.pick("none", "ingen").to_owned(),
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
            let text = language.pick(
                "the same inputs, computed otherwise (program {old} and {new}, rules {before} and {after}); first in {place}",
                "samme grundlag, beregnet anderledes (program {old} og {new}, regler {before} og {after}); først i {place}",
            );
            let said = language.fill(text, &args);
            format!("{said}: {} → {}", side(&first.before), side(&first.after))
        }
    }
}

/// Said of a new evaluation that leaves all points as they were.
pub fn same_points_text(language: Language) -> &'static str {
    language.pick(
        "Warning: a new evaluation, yet every point and every judged requirement is as it was. Is it a slip or a correction?",
        "Advarsel: en ny evaluering, men alle point og alle vurderede krav er som før. Er det en skrivefejl eller en rettelse?",
    )
}

/// Why a record may not take the place of another.
pub fn class_fault_text(fault: ClassFault, cause: &Cause, language: Language) -> String {
    let class = |class: Class| Figure::from(class_name(class, language));
    match fault {
        ClassFault::NothingDiffers => language
            .pick(
                "nothing differs from the record to be corrected",
                "intet er ændret i forhold til den rapport, der rettes",
            )
            .to_owned(),
        ClassFault::OtherCompetition => {
            let text = language.pick(
                "the model or the bids differ from those of the record to be corrected: it is not the same competition\nfirst cause: {cause}\nhint: a tender whose conditions or bids change after opening is cancelled and run again",
                "modellen eller tilbuddene er ændret i forhold til den rapport, der rettes: det er ikke samme konkurrence\nførste årsag: {cause}\ntip: et udbud, hvis vilkår eller tilbud ændres efter åbningen, annulleres og går om",
            );
            language.fill(text, &vec![("cause", Figure::from(cause_text(cause, language)))])
        }
        ClassFault::NotAsSaid { said, is } => {
            let args = vec![("said", class(said)), ("is", class(is))];
            let text =
                language.pick("said to be {said}, but it is {is}", "angivet som {said}, men det er {is}");
            language.fill(text, &args)
        }
    }
}

/// Why a folder cannot be compared.
pub fn unreadable_text(fault: &Unreadable, folder: &str, language: Language) -> String {
    let args = vec![("file", Figure::from(fault.file.as_str())), ("folder", Figure::from(folder))];
    let text = language.pick(
        "{folder}: {file} is missing or cannot be read\nhint: `udbud verify` tells what a record must hold",
        "{folder}: {file} mangler eller kan ikke læses\ntip: `udbud verify` fortæller, hvad en rapport skal indeholde",
    );
    language.fill(text, &args)
}
