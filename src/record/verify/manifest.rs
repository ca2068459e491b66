//! `record.json` as it is read again.

use serde_json::Value;
use udbud_check::read_json;

use super::{FaultCode, RecordFault};
use crate::{
    award::Demands,
    record::{Class, MANIFEST, RecordFiles, SCHEMA, may_correct},
};

/// What a manifest says. What it says besides is held against a replay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// The id of the tender.
    pub id: String,
    /// What sort of competition it is.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// The path of the tender file in the record.
    pub file: String,
    /// The structure.
    pub structure: String,
    /// The program that made the record.
    pub engine: String,
    /// The version of the rules.
    pub rules: u64,
    /// What was asked of the solver.
    pub demands: Demands,
    /// The record that this one corrects.
    pub corrects: Option<Correction>,
    /// The framework's record among the inputs: its folder and its hash.
    pub framework: Option<(String, String)>,
}

/// What is said of the record that is corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Its hash.
    pub hash: String,
    /// What happened.
    pub class: Class,
    /// Why.
    pub reason: String,
}

/// Reads the manifest of a record.
///
/// # Errors
/// Where it is not what the format says.
pub fn read_manifest(files: &RecordFiles) -> Result<Manifest, RecordFault> {
    let bytes = files.get(MANIFEST).ok_or_else(|| RecordFault::of(FaultCode::PartMissing, MANIFEST))?;
    let form = |at: &str| RecordFault::of(FaultCode::PartForm, MANIFEST).at(at);
    let json = read_json(bytes).map_err(|why| form("").written(why))?;
    let text = |pointer: &str| -> Result<String, RecordFault> {
        let found = json.pointer(pointer).and_then(Value::as_str);
        found.map(str::to_owned).ok_or_else(|| form(pointer))
    };
    let yes_or_no =
        |pointer: &str| json.pointer(pointer).and_then(Value::as_bool).ok_or_else(|| form(pointer));
    let stated = |pointer: &str| json.pointer(pointer).is_some_and(|v| !v.is_null());
    if text("/schema")? != SCHEMA {
        return Err(form("/schema").expected(SCHEMA));
    }
    let work_limit = match json.pointer("/demands/work-limit") {
        Some(Value::Null) => None,
        limit => Some(limit.and_then(Value::as_u64).ok_or_else(|| form("/demands/work-limit"))?),
    };
    let corrects = if stated("/corrects") {
        let class = Class::from_name(&text("/corrects/class")?);
        Some(Correction {
            hash: text("/corrects/record-hash")?,
            class: class.filter(|c| may_correct(*c)).ok_or_else(|| form("/corrects/class"))?,
            reason: text("/corrects/reason")?,
        })
    } else {
        None
    };
    let framework = if stated("/framework/record") {
        Some((text("/framework/record")?, text("/framework/record-hash")?))
    } else {
        None
    };
    Ok(Manifest {
        id: text("/tender/id")?,
        kind: text("/tender/kind")?,
        title: text("/tender/title")?,
        file: text("/tender/file")?,
        structure: text("/structure")?,
        engine: text("/engine")?,
        rules: json.pointer("/rules").and_then(Value::as_u64).ok_or_else(|| form("/rules"))?,
        demands: Demands {
            work_limit,
            distances: yes_or_no("/demands/distances")?,
            margins: yes_or_no("/demands/margins")?,
        },
        corrects,
        framework,
    })
}
