//! A record and those that it stands on, one after the other; and all of it in JSON.

use serde_json::{Value, json};

use super::{Verified, fault_text, sentences, words::Words};
use crate::{
    outcome::Total,
    record::verify::{Level, Link, LinkKind, Proven, RecordFault, State, Verification},
    report::Language,
};

/// One record of a chain as it is shown.
pub(super) struct Shown<'a> {
    /// As the user named it, with the folders inside it.
    pub(super) name: String,
    /// How the record before it stands on it; `None` for the first.
    pub(super) kind: Option<LinkKind>,
    /// What came out.
    pub(super) verification: &'a Verification,
    /// Whether its hash is held against something outside it.
    pub(super) hash_demanded: bool,
}

impl Shown<'_> {
    pub(super) fn title(&self, w: &Words) -> String {
        let what = match self.kind {
            Some(LinkKind::Framework) => w.framework_record,
            _ => w.corrected_record,
        };
        what.to_owned()
    }
}

/// The record itself, then those that it stands on, outermost first.
pub(super) fn all_shown<'a>(verified: &Verified<'a>) -> Vec<Shown<'a>> {
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

/// `udbud.verification/2`
pub fn verified_json(verified: &Verified<'_>, language: Language) -> Value {
    let mut records = all_shown(verified).into_iter().map(|shown| record_json(&shown, language));
    let record = records.next().unwrap_or(Value::Null);
    let w = Words::of(language);
    let level = verified.verification.first_fault();
    json!({
        "schema": "udbud.verification/2",
        "holds": level.is_none(),
        "fails-at": level.map(Level::name),
        "record": record,
        "stands-on": records.collect::<Vec<_>>(),
        "message": match level {
            None if verified.hash_demanded => w.all_holds_demanded,
            None => w.all_holds,
            Some(level) => w.fails_at(level),
        },
    })
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
