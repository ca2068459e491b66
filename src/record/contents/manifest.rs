//! `record.json`: what the record is about, from which files, and what it stands on.

use serde_json::{Value, json};

use super::Recorded;
use crate::{
    record::{
        CORRECTED, Class, INPUTS, Inputs, RULES, RecordFiles, SCHEMA, folder::record_hash, folder::sha256_hex,
    },
    tender::canonical::{assessments_hash, bids_hash, model_hash, tender_hash},
};

/// A record that another one replaces, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrects {
    /// The whole record that is replaced.
    pub record: RecordFiles,
    /// What happened, as the law sees it.
    pub class: Class,
    /// Why, in the buyer's words.
    pub reason: String,
}

/// The record of a framework among the inputs of a mini-tender.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameworkRecord {
    /// Its folder, from the root of the inputs.
    pub folder: String,
    /// Its record hash.
    pub hash: String,
}

/// The manifest of a record.
pub(super) fn manifest(recorded: &Recorded<'_>) -> Value {
    let (tender, inputs) = (recorded.outcome.tender, recorded.inputs);
    let demands = recorded.demands;
    let order: Vec<&str> =
        tender.award.draw.iter().filter_map(|b| tender.bids.get(*b)).map(|b| b.bidder.as_str()).collect();
    let draws = if order.is_empty() { json!([]) } else { json!([{ "what": "ties", "order": order }]) };
    json!({
        "schema": SCHEMA,
        "rules": RULES,
        "engine": recorded.engine,
        "tender": {
            "id": tender.head.id,
            "kind": tender.head.kind.name(),
            "title": tender.head.title,
            "file": in_inputs(&inputs.tender),
            "model-hash": model_hash(tender),
            "tender-hash": tender_hash(tender),
            "bids-hash": bids_hash(tender),
            "assessments-hash": assessments_hash(tender),
        },
        "structure": tender.structures[recorded.outcome.structure].id,
        "demands": {
            "distances": demands.distances,
            "margins": demands.margins,
            "work-limit": demands.work_limit,
        },
        "inputs": inputs.files.iter().map(|(path, bytes)| json!({
            "file": in_inputs(path),
            "bytes": bytes.len(),
            "sha256": sha256_hex(bytes),
        })).collect::<Vec<_>>(),
        "draws": draws,
        "random": [],
        "framework": framework(inputs),
        "corrects": recorded.corrects.map(|c| json!({
            "record": CORRECTED,
            "record-hash": record_hash(&c.record),
            "class": c.class.name(),
            "reason": c.reason,
        })),
    })
}

fn framework(inputs: &Inputs) -> Value {
    let Some(file) = &inputs.framework else { return Value::Null };
    let record = inputs.framework_record.as_ref();
    json!({
        "tender": in_inputs(file),
        "record": record.map(|r| in_inputs(&r.folder)),
        "record-hash": record.map(|r| r.hash.as_str()),
    })
}

fn in_inputs(path: &str) -> String {
    format!("{INPUTS}/{path}")
}
