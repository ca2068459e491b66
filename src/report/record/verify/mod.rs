//! What came out when a record was verified: for each level what it proves, and what not.

mod chain;
mod faults;
mod words;

use crate::{
    number::{Figure, Figures},
    outcome::Total,
    record::verify::{Level, Proven, State, Verification},
    report::{
        Language,
        page::{Block, Item, Page, Part, Tone, csv_text, page_markdown, page_text},
        record::figures_checked_text,
    },
};
pub use chain::verified_json;
use chain::{Shown, all_shown};
pub use faults::changed_text;
pub(super) use faults::class_name;
use faults::{fault_item, fault_text};
use words::Words;

/// A record that was verified, and what was asked.
#[derive(Debug)]
pub struct Verified<'a> {
    /// What came out.
    pub verification: &'a Verification,
    /// The record as the user named it.
    pub name: &'a str,
    /// Whether a certain hash was demanded.
    pub hash_demanded: bool,
}

/// For people at a terminal.
pub fn verified_table(verified: &Verified<'_>, language: Language, color: bool) -> String {
    page_text(&page(verified, language), color)
}

/// For documents.
pub fn verified_markdown(verified: &Verified<'_>, language: Language) -> String {
    page_markdown(&page(verified, language))
}

/// For spreadsheets: a line for each level, or for each fault of one that fails.
pub fn verified_csv(verified: &Verified<'_>, language: Language) -> String {
    let titles = match language {
        Language::En => {
            ["record", "level", "result", "code", "file", "place", "written", "expected", "message"]
        }
        Language::Da => {
            ["rapport", "trin", "resultat", "kode", "fil", "sted", "skrevet", "skal være", "besked"]
        }
    };
    let w = Words::of(language);
    let mut rows = vec![titles.map(str::to_owned).to_vec()];
    for shown in all_shown(verified) {
        for level in Level::ALL {
            let state = shown.verification.level(level);
            let head = [shown.name.clone(), w.level(level).to_owned(), w.state(state).to_owned()].to_vec();
            let faults: &[_] = if let State::Fails(faults) = state { faults } else { &[] };
            if faults.is_empty() {
                let mut row = head.clone();
                row.extend(vec![String::new(); 5]);
                row.push(sentences(&shown, level, language).join(" "));
                rows.push(row);
            }
            for f in faults {
                let mut row = head.clone();
                row.push(f.code_name().to_owned());
                row.extend([&f.file, &f.at, &f.written, &f.expected].map(Clone::clone));
                row.push(fault_text(f, language));
                rows.push(row);
            }
        }
    }
    csv_text(&rows, language)
}

fn page(verified: &Verified<'_>, language: Language) -> Page {
    let w = Words::of(language);
    let mut parts = Vec::new();
    for (n, shown) in all_shown(verified).into_iter().enumerate() {
        if n > 0 {
            parts.push(Part::new(shown.title(w)));
        } else {
            parts.push(Part::default());
        }
        if let Some(part) = parts.last_mut() {
            part.blocks.push(Block::Facts(facts(&shown, language)));
        }
        parts.extend(Level::ALL.map(|level| level_part(&shown, level, language)));
    }
    parts.push(conclusion(verified, w));
    Page { title: w.title.to_owned(), banner: None, parts }
}

/// The last words: whether everything holds.
fn conclusion(verified: &Verified<'_>, w: &Words) -> Part {
    let mut part = Part::new(w.conclusion);
    part.text(match verified.verification.first_fault() {
        None if verified.hash_demanded => w.all_holds_demanded.to_owned(),
        None => w.all_holds.to_owned(),
        Some(level) => w.fails_at(level).to_owned(),
    });
    part
}

fn facts(shown: &Shown<'_>, language: Language) -> Vec<(String, String)> {
    let w = Words::of(language);
    let mut facts = vec![(w.record.to_owned(), shown.name.clone())];
    if let Some(manifest) = &shown.verification.manifest {
        facts.push((w.tender.to_owned(), format!("{} – {}", manifest.tender.id, manifest.tender.title)));
        facts.push((w.structure.to_owned(), manifest.structure.clone()));
        facts.push((w.made_by.to_owned(), format!("{}, {} {}", manifest.engine, w.rules, manifest.rules)));
        if let Some(corrects) = &manifest.corrects {
            let class = class_name(corrects.class, language);
            facts.push((
                w.corrects.to_owned(),
                format!("{} – {class}: {}", corrects.record_hash, corrects.reason),
            ));
        }
    }
    if let Some(hash) = &shown.verification.hash {
        facts.push((w.hash.to_owned(), hash.clone()));
    }
    facts
}

fn level_part(shown: &Shown<'_>, level: Level, language: Language) -> Part {
    let w = Words::of(language);
    let state = shown.verification.level(level);
    let mut part = Part::new(format!("{}: {}", w.level(level), w.state(state)));
    for sentence in sentences(shown, level, language) {
        part.text(sentence);
    }
    if let State::Fails(faults) = state {
        let items: Vec<Item> =
            faults.iter().map(|f| Item::toned(fault_item(f, language), Tone::Bad)).collect();
        part.list(items);
    }
    part
}

/// What a level proves and what not, or why it was not looked at.
fn sentences(shown: &Shown<'_>, level: Level, language: Language) -> Vec<String> {
    let w = Words::of(language);
    match shown.verification.level(level) {
        State::NotRun => vec![w.not_run(level).to_owned()],
        State::Fails(_) => vec![w.failed(level).to_owned()],
        State::Holds => {
            let mut sentences = proves(shown, level, language);
            let by_ranking = shown.verification.proven == Some(Proven::BySeveralSuppliers);
            if level != Level::Award || !by_ranking {
                sentences.push(w.proves_not(level, shown.hash_demanded).to_owned());
            }
            sentences
        }
    }
}

fn proves(shown: &Shown<'_>, level: Level, language: Language) -> Vec<String> {
    let w = Words::of(language);
    let v = shown.verification;
    let fill = |template: &str, args: &Figures| language.fill(template, args).trim_end().to_owned();
    match level {
        Level::Files => {
            let mut said = vec![fill(w.files_hold, &vec![("n", Figure::from(v.files))])];
            if shown.hash_demanded {
                said.push(w.hash_holds.to_owned());
            }
            said
        }
        Level::Figures => {
            let looked_at = v.figures.as_ref().map(|checked| figures_checked_text(checked, language));
            std::iter::once(w.figures_hold.to_owned()).chain(looked_at).collect()
        }
        Level::Award => award_proves(v.proven.as_ref(), language),
        Level::Replay => {
            let files = vec![("n", Figure::from(v.replayed.files))];
            let mut said = vec![fill(w.replay_holds, &files)];
            if !v.replayed.worded {
                said.push(w.not_worded.to_owned());
            }
            said
        }
    }
}

fn award_proves(proven: Option<&Proven>, language: Language) -> Vec<String> {
    let w = Words::of(language);
    let Some(proven) = proven else { return Vec::new() };
    let fill = |template: &str, args: &Figures| language.fill(template, args).trim_end().to_owned();
    match proven {
        Proven::BySeveralSuppliers => vec![w.several_suppliers.to_owned()],
        Proven::NoAward => vec![w.no_award.to_owned()],
        Proven::Best { total, awards, left } => {
            let total = match total {
                Some(Total::Price(money)) => language.money(*money),
                Some(Total::Score(score)) => language.number(score),
                None => w.unknown_total.to_owned(),
            };
            let mut said = vec![fill(w.best, &vec![("total", Figure::from(total))])];
            said.push(match awards {
                Some(1) => w.one_award.to_owned(),
                Some(n) => {
                    let n = language.decimal(&n.to_string());
                    fill(w.tied_awards, &vec![("awards", Figure::from(n))])
                }
                None => w.ties_not_proven.to_owned(),
            });
            match (awards, left) {
                (Some(1), _) | (None, _) => {}
                (Some(_), Some(1)) => said.push(w.tie_rules_choose.to_owned()),
                (Some(_), Some(n)) => said.push(fill(w.tie_rules_leave, &vec![("n", Figure::from(*n))])),
                (Some(_), None) => said.push(w.tie_rules_not_looked_at.to_owned()),
            }
            said
        }
    }
}
