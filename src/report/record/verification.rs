//! What came out when a record was verified: for each level what it proves, and what not; for people and as
//! `udbud.verification/2`.

use serde_json::{Value, json};

use super::faults::{class_name, fault_item, fault_text};
use crate::{
    number::Figure,
    outcome::Total,
    record::verify::{Level, Link, LinkKind, Proven, RecordFault, State, Verification},
    report::{
        Language, Report,
        page::{Block, Item, Page, Part, Tone},
    },
};

use udbud_check::{AwardExtent, FiguresChecked};

/// A record that was verified, and what was asked.
#[derive(Debug)]
pub struct VerifiedRecord<'a> {
    /// What came out.
    pub verification: &'a Verification,
    /// The record as the user named it.
    pub name: &'a str,
    /// Whether a certain hash was demanded.
    pub hash_demanded: bool,
}

impl Report for VerifiedRecord<'_> {
    fn page(&self, language: Language) -> Page {
        let mut parts = Vec::new();
        for (n, shown) in all_shown(self).into_iter().enumerate() {
            let mut first = if n > 0 { Part::new(shown.title(language)) } else { Part::default() };
            first.blocks.push(Block::Facts(facts(&shown, language)));
            parts.push(first);
            parts.extend(Level::ALL.map(|level| level_part(&shown, level, language)));
        }
        let mut conclusion = Part::new(language.word("verify-conclusion"));
        conclusion.text(self.conclusion(language));
        parts.push(conclusion);
        Page { title: language.word("verify-title").to_owned(), banner: None, parts }
    }

    fn json(&self, language: Language) -> Value {
        let mut records = all_shown(self).into_iter().map(|shown| record_json(&shown, language));
        let record = records.next().unwrap_or(Value::Null);
        let level = self.verification.first_fault();
        json!({
            "schema": "udbud.verification/2",
            "holds": level.is_none(),
            "fails-at": level.map(Level::name),
            "record": record,
            "stands-on": records.collect::<Vec<_>>(),
            "message": self.conclusion(language),
        })
    }

    /// A row for each level, or for each fault of one that fails.
    fn rows(&self, language: Language) -> Option<Vec<Vec<String>>> {
        let titles = [
            "verify-csv-record",
            "verify-csv-level",
            "verify-csv-result",
            "verify-csv-code",
            "verify-csv-file",
            "verify-csv-place",
            "verify-csv-written",
            "verify-csv-expected",
            "verify-csv-message",
        ];
        let mut rows = vec![titles.map(|id| language.word(id).to_owned()).to_vec()];
        for shown in all_shown(self) {
            for level in Level::ALL {
                let state = shown.verification.level(level);
                let head = [shown.name.as_str(), level_name(level, language), state_name(state, language)]
                    .map(str::to_owned)
                    .to_vec();
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
        Some(rows)
    }
}

impl VerifiedRecord<'_> {
    /// The last words: whether everything holds.
    fn conclusion(&self, language: Language) -> &'static str {
        language.word(match self.verification.first_fault() {
            None if self.hash_demanded => "verify-all-holds-demanded",
            None => "verify-all-holds",
            Some(Level::Files) => "verify-fails-at-files",
            Some(Level::Figures) => "verify-fails-at-figures",
            Some(Level::Award) => "verify-fails-at-award",
            Some(Level::Replay) => "verify-fails-at-replay",
        })
    }
}

fn level_name(level: Level, language: Language) -> &'static str {
    language.word(match level {
        Level::Files => "verify-level-files",
        Level::Figures => "verify-level-figures",
        Level::Award => "verify-level-award",
        Level::Replay => "verify-level-replay",
    })
}

fn state_name(state: &State, language: Language) -> &'static str {
    language.word(match state {
        State::Holds => "verify-state-holds",
        State::Fails(_) => "verify-state-fails",
        State::NotRun => "verify-state-not-run",
    })
}

/// One record of a chain as it is shown.
struct Shown<'a> {
    /// As the user named it, with the folders inside it.
    name: String,
    /// How the record before it stands on it; `None` for the first.
    kind: Option<LinkKind>,
    /// What came out.
    verification: &'a Verification,
    /// Whether its hash is held against something outside it.
    hash_demanded: bool,
}

impl Shown<'_> {
    fn title(&self, language: Language) -> &'static str {
        match self.kind {
            Some(LinkKind::Framework) => language.word("verify-framework-record"),
            _ => language.word("verify-corrected-record"),
        }
    }
}

/// The record itself, then those that it stands on, outermost first.
fn all_shown<'a>(verified: &VerifiedRecord<'a>) -> Vec<Shown<'a>> {
    let mut shown = vec![Shown {
        name: verified.name.to_owned(),
        kind: None,
        verification: verified.verification,
        hash_demanded: verified.hash_demanded,
    }];
    add_links(&mut shown, verified.name, &verified.verification.links);
    shown
}

fn add_links<'a>(shown: &mut Vec<Shown<'a>>, name: &str, links: &'a [Link]) {
    for link in links {
        let name = format!("{}/{}", name.trim_end_matches('/'), link.folder);
        let (kind, verification) = (Some(link.kind), &link.verification);
        shown.push(Shown { name: name.clone(), kind, verification, hash_demanded: true });
        add_links(shown, &name, &link.verification.links);
    }
}

fn facts(shown: &Shown<'_>, language: Language) -> Vec<(String, String)> {
    let word = |id| language.word(id);
    let mut facts = vec![(word("verify-record").to_owned(), shown.name.clone())];
    if let Some(manifest) = &shown.verification.manifest {
        facts.push((
            word("verify-tender").to_owned(),
            format!("{} – {}", manifest.tender.id, manifest.tender.title),
        ));
        facts.push((word("verify-structure").to_owned(), manifest.structure.clone()));
        facts.push((
            word("verify-made-by").to_owned(),
            format!("{}, {} {}", manifest.engine, word("verify-rules"), manifest.rules),
        ));
        if let Some(corrects) = &manifest.corrects {
            let class = class_name(corrects.class, language);
            facts.push((
                word("verify-corrects").to_owned(),
                format!("{} – {class}: {}", corrects.record_hash, corrects.reason),
            ));
        }
    }
    if let Some(hash) = &shown.verification.hash {
        facts.push((word("verify-hash").to_owned(), hash.clone()));
    }
    facts
}

fn level_part(shown: &Shown<'_>, level: Level, language: Language) -> Part {
    let state = shown.verification.level(level);
    let mut part = Part::new(format!("{}: {}", level_name(level, language), state_name(state, language)));
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
    match shown.verification.level(level) {
        State::NotRun => vec![not_run(level, language).to_owned()],
        State::Fails(_) => vec![failed(level, language).to_owned()],
        State::Holds => {
            let mut sentences = proves(shown, level, language);
            let by_ranking = shown.verification.proven == Some(Proven::BySeveralSuppliers);
            if level != Level::Award || !by_ranking {
                sentences.push(proves_not(level, shown.hash_demanded, language).to_owned());
            }
            sentences
        }
    }
}

fn failed(level: Level, language: Language) -> &'static str {
    language.word(match level {
        Level::Files => "verify-failed-files",
        Level::Figures => "verify-failed-figures",
        Level::Award => "verify-failed-award",
        Level::Replay => "verify-failed-replay",
    })
}

fn not_run(level: Level, language: Language) -> &'static str {
    language.word(match level {
        Level::Files => "verify-not-run-files",
        Level::Figures => "verify-not-run-figures",
        Level::Award => "verify-not-run-award",
        Level::Replay => "verify-not-run-replay",
    })
}

fn proves_not(level: Level, hash_demanded: bool, language: Language) -> &'static str {
    language.word(match level {
        Level::Files if hash_demanded => "verify-proves-not-files-with-hash",
        Level::Files => "verify-proves-not-files",
        Level::Figures => "verify-proves-not-figures",
        Level::Award => "verify-proves-not-award",
        Level::Replay => "verify-proves-not-replay",
    })
}

fn proves(shown: &Shown<'_>, level: Level, language: Language) -> Vec<String> {
    let word = |id| language.word(id).to_owned();
    let v = shown.verification;
    match level {
        Level::Files => {
            let mut sentences =
                vec![language.message("verify-proves-files", &vec![("n", Figure::from(v.files))])];
            if shown.hash_demanded {
                sentences.push(word("verify-proves-hash"));
            }
            sentences
        }
        Level::Figures => {
            let looked_at = v.figures.as_ref().map(|checked| looked_at(checked, language));
            std::iter::once(word("verify-proves-figures")).chain(looked_at).collect()
        }
        Level::Award => award_proves(v.proven.as_ref(), language),
        Level::Replay => {
            let files = vec![("n", Figure::from(v.replayed.files))];
            let mut sentences = vec![language.message("verify-proves-replay", &files)];
            if !v.replayed.worded {
                sentences.push(word("verify-not-worded"));
            }
            sentences
        }
    }
}

/// What was looked at in figures that add up, and how far the award was.
fn looked_at(checked: &FiguresChecked, language: Language) -> String {
    let args = vec![
        ("compared", Figure::Count(checked.compared)),
        ("bids", Figure::Count(checked.bids as u64)),
        ("lots", Figure::Count(checked.lots as u64)),
        ("lines", Figure::Count(checked.lines)),
    ];
    let award = language.word(match checked.award {
        AwardExtent::Every => "verify-award-every",
        AwardExtent::LotByLot => "verify-award-lot-by-lot",
        AwardExtent::Feasible => "verify-award-feasible",
        AwardExtent::Ranked => "verify-award-ranked",
    });
    format!("{} {award}", language.message("verify-looked-at", &args))
}

fn award_proves(proven: Option<&Proven>, language: Language) -> Vec<String> {
    let word = |id| language.word(id).to_owned();
    let Some(proven) = proven else { return Vec::new() };
    match proven {
        Proven::BySeveralSuppliers => vec![word("verify-several-suppliers")],
        Proven::NoAward => vec![word("verify-proves-no-award")],
        Proven::Best { total, awards, left } => {
            let total = match total {
                Some(Total::Price(money)) => language.money(*money),
                Some(Total::Score(score)) => language.number(score),
                None => word("verify-unknown-total"),
            };
            let mut sentences =
                vec![language.message("verify-proves-best", &vec![("total", Figure::from(total))])];
            sentences.push(match awards {
                Some(1) => word("verify-one-award"),
                Some(n) => {
                    let n = language.decimal(&n.to_string());
                    language.message("verify-tied-awards", &vec![("awards", Figure::from(n))])
                }
                None => word("verify-ties-not-proven"),
            });
            match (awards, left) {
                (Some(1), _) | (None, _) => {}
                (Some(_), Some(1)) => sentences.push(word("verify-tie-rules-choose")),
                (Some(_), Some(n)) => {
                    sentences
                        .push(language.message("verify-tie-rules-leave", &vec![("n", Figure::from(*n))]));
                }
                (Some(_), None) => sentences.push(word("verify-tie-rules-not-looked-at")),
            }
            sentences
        }
    }
}

fn record_json(shown: &Shown<'_>, language: Language) -> Value {
    let v = shown.verification;
    json!({
        "folder": shown.name,
        "stands-as": shown.kind.map(LinkKind::name),
        "tender": v.manifest.as_ref().map(|m| json!({ "id": m.tender.id, "kind": m.tender.kind, "title": m.tender.title })),
        "structure": v.manifest.as_ref().map(|m| m.structure.as_str()),
        "engine": v.manifest.as_ref().map(|m| m.engine.as_str()),
        "rules": v.manifest.as_ref().map(|m| m.rules),
        "corrects": v.manifest.as_ref().and_then(|m| m.corrects.as_ref()).map(|c| json!({
            "record-hash": c.record_hash, "class": c.class.name(), "reason": c.reason,
        })),
        "record-hash": v.hash,
        "files": v.files,
        "proven": v.proven.as_ref().map(proven_json),
        "levels": Level::ALL.map(|level| level_json(shown, level, language)).to_vec(),
    })
}

fn proven_json(proven: &Proven) -> Value {
    match proven {
        Proven::BySeveralSuppliers => {
            json!({ "by": "ranking", "total": null, "best-awards": null, "left-by-tie-rules": null })
        }
        Proven::NoAward => {
            json!({ "by": "certificate", "total": null, "best-awards": "0", "left-by-tie-rules": 0 })
        }
        Proven::Best { total, awards, left } => json!({
            "by": "certificate",
            "total": total.as_ref().map(|t| match t {
                Total::Price(money) => money.to_string(),
                Total::Score(score) => score.to_string(),
            }),
            "best-awards": awards.map(|n| n.to_string()),
            "left-by-tie-rules": left,
        }),
    }
}

fn level_json(shown: &Shown<'_>, level: Level, language: Language) -> Value {
    let state = shown.verification.level(level);
    let faults: Vec<Value> = match state {
        State::Fails(faults) => faults.iter().map(|f| fault_json(f, language)).collect(),
        State::Holds | State::NotRun => Vec::new(),
    };
    json!({
        "level": level.name(),
        "state": state.name(),
        "faults": faults,
        "message": sentences(shown, level, language).join(" "),
    })
}

fn fault_json(fault: &RecordFault, language: Language) -> Value {
    json!({
        "code": fault.code_name(),
        "file": fault.file,
        "at": fault.at,
        "written": fault.written,
        "expected": fault.expected,
        "message": fault_text(fault, language),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_of_what_was_looked_at() {
        let checked =
            FiguresChecked { bids: 1, lots: 2, lines: 3, compared: 1234, award: AwardExtent::Every };
        let text = looked_at(&checked, Language::En);
        assert!(
            text.starts_with("1,234 figures and words, 1 bid, 2 lots and 3 lines of prices were"),
            "{text}"
        );
        let text = looked_at(&checked, Language::Da);
        assert!(text.starts_with("1.234 tal og ord, 1 tilbud, 2 delaftaler og 3 prislinjer er"), "{text}");
    }
}
