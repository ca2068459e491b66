//! `record.json`: what a record is about, from which files it was made, and on which other records it depends. One type, which is
//! written and read.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, de::DeserializeOwned};
use serde_json::Value;
use udbud_check::read_json;

use super::{
    CORRECTED, Class, INPUTS, MANIFEST, RULES, RecordFiles, SCHEMA,
    folder::{record_hash, sha256_hex},
    may_correct,
    write::Recorded,
};
use crate::{
    award::Demands,
    tender::canonical::{assessments_hash, bids_hash, model_hash, tender_hash},
};

/// The manifest of a record.
///
/// A replay needs the path of the tender file and what was asked of the solver. The rest may have any form where it is read for
/// a replay; [`Manifest::read`] demands the form of what is shown, and all else is compared byte for byte when a record is
/// verified.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The schema and its version.
    #[serde(default, deserialize_with = "of_any_form")]
    pub schema: String,
    /// The version of the rules.
    #[serde(default, deserialize_with = "of_any_form")]
    pub rules: u64,
    /// The program that made the record, and its version.
    #[serde(default, deserialize_with = "of_any_form")]
    pub engine: String,
    /// The tender.
    pub tender: ManifestTender,
    /// The id of the structure.
    #[serde(default, deserialize_with = "of_any_form")]
    pub structure: String,
    /// What was asked of the solver.
    #[serde(with = "ManifestDemands")]
    pub demands: Demands,
    /// The input files.
    #[serde(default, deserialize_with = "of_any_form")]
    pub inputs: Vec<ManifestInput>,
    /// What was drawn by lot in public.
    #[serde(default, deserialize_with = "of_any_form")]
    pub draws: Vec<ManifestDraw>,
    /// What was drawn by a generator: nothing, in this version of the format.
    #[serde(default, deserialize_with = "of_any_form")]
    pub random: Vec<String>,
    /// The framework of a mini-tender, among the inputs.
    #[serde(default, deserialize_with = "of_any_form")]
    pub framework: Option<ManifestFramework>,
    /// The record that this one corrects.
    #[serde(default, deserialize_with = "of_any_form")]
    pub corrects: Option<Correction>,
}

/// What a manifest states of its tender.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct ManifestTender {
    /// Its id.
    #[serde(default, deserialize_with = "of_any_form")]
    pub id: String,
    /// What sort of competition it is.
    #[serde(default, deserialize_with = "of_any_form")]
    pub kind: String,
    /// Its title.
    #[serde(default, deserialize_with = "of_any_form")]
    pub title: String,
    /// The path of the tender file in the record.
    pub file: String,
    /// The hash of the model's canonical text.
    #[serde(default, deserialize_with = "of_any_form")]
    pub model_hash: String,
    /// The hash of the tender's.
    #[serde(default, deserialize_with = "of_any_form")]
    pub tender_hash: String,
    /// The hash of the bids'.
    #[serde(default, deserialize_with = "of_any_form")]
    pub bids_hash: String,
    /// The hash of the buyer's side.
    #[serde(default, deserialize_with = "of_any_form")]
    pub assessments_hash: String,
}

/// [`Demands`] in the form of a manifest.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Demands", rename_all = "kebab-case")]
struct ManifestDemands {
    distances: bool,
    margins: bool,
    #[serde(default, deserialize_with = "of_any_form")]
    work_limit: Option<u64>,
}

/// An input file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestInput {
    /// Its path in the record.
    pub file: String,
    /// How many bytes it has.
    pub bytes: usize,
    /// Its SHA-256 in lower-case hex.
    pub sha256: String,
}

/// A draw by lot in public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestDraw {
    /// What it settles: `ties`.
    pub what: String,
    /// The bidders in the order drawn.
    pub order: Vec<String>,
}

/// A framework among the inputs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct ManifestFramework {
    /// The path of its tender file in the record.
    #[serde(default, deserialize_with = "of_any_form")]
    pub tender: String,
    /// The folder of its record, where the tender names one.
    pub record: Option<String>,
    /// The record hash of that.
    pub record_hash: Option<String>,
}

/// What is stated of the record that is corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Correction {
    /// Its folder in the record.
    #[serde(default, deserialize_with = "of_any_form")]
    pub record: String,
    /// Its record hash.
    pub record_hash: String,
    /// What happened, as the law sees it.
    pub class: Class,
    /// Why, in the buyer's words.
    pub reason: String,
}

/// A part that no reader needs: another form counts as its default.
fn of_any_form<'de, D: Deserializer<'de>, T: DeserializeOwned + Default>(from: D) -> Result<T, D::Error> {
    Ok(serde_json::from_value(Value::deserialize(from)?).unwrap_or_default())
}

/// Why a manifest cannot be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ManifestError {
    /// Whether there is none.
    pub missing: bool,
    /// Where it is not in the form of a manifest: a JSON pointer; empty for all of it.
    pub at: &'static str,
    /// Why it is no JSON; empty where it is.
    pub reason: String,
    /// What should be there, where only one thing can.
    pub expected: &'static str,
}

impl fmt::Display for ManifestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ManifestError { missing: true, .. } => write!(f, "there is no {MANIFEST}"),
            ManifestError { at: "", reason, .. } => write!(f, "{MANIFEST} is no JSON: {reason}"),
            ManifestError { at, .. } => write!(f, "{MANIFEST} is not in its form at {at}"),
        }
    }
}

impl std::error::Error for ManifestError {}

impl ManifestError {
    fn form(at: &'static str) -> Self {
        ManifestError { at, ..ManifestError::default() }
    }

    fn no_json(reason: impl fmt::Display) -> Self {
        ManifestError { reason: reason.to_string(), ..ManifestError::default() }
    }
}

fn bytes(files: &RecordFiles) -> Result<&Vec<u8>, ManifestError> {
    files.get(MANIFEST).ok_or_else(|| ManifestError { missing: true, ..ManifestError::default() })
}

impl Manifest {
    /// The manifest of a record that is about to be written.
    pub(super) fn new(recorded: &Recorded<'_>) -> Self {
        let (tender, inputs) = (recorded.outcome.tender, recorded.inputs);
        let drawn = tender.award.draw.iter().filter_map(|b| tender.bids.get(*b));
        let order: Vec<String> = drawn.map(|b| b.bidder.clone()).collect();
        let draw = ManifestDraw { what: "ties".to_owned(), order };
        Manifest {
            schema: SCHEMA.to_owned(),
            rules: RULES,
            engine: recorded.engine.to_owned(),
            tender: ManifestTender {
                id: tender.head.id.clone(),
                kind: tender.head.kind.name().to_owned(),
                title: tender.head.title.clone(),
                file: in_inputs(&inputs.tender),
                model_hash: model_hash(tender),
                tender_hash: tender_hash(tender),
                bids_hash: bids_hash(tender),
                assessments_hash: assessments_hash(tender),
            },
            structure: tender.structures[recorded.outcome.structure].id.clone(),
            demands: recorded.demands,
            inputs: inputs
                .files
                .iter()
                .map(|(path, bytes)| ManifestInput {
                    file: in_inputs(path),
                    bytes: bytes.len(),
                    sha256: sha256_hex(bytes),
                })
                .collect(),
            draws: if draw.order.is_empty() { Vec::new() } else { vec![draw] },
            random: Vec::new(),
            framework: inputs.framework.as_ref().map(|file| {
                let record = inputs.framework_record.as_ref();
                ManifestFramework {
                    tender: in_inputs(file),
                    record: record.map(|r| in_inputs(&r.folder)),
                    record_hash: record.map(|r| r.hash.clone()),
                }
            }),
            corrects: recorded.corrects.map(|c| Correction {
                record: CORRECTED.to_owned(),
                record_hash: record_hash(&c.record).unwrap_or_default(),
                class: c.class,
                reason: c.reason.clone(),
            }),
        }
    }

    /// Reads the manifest of a record, in the form that a manifest has.
    ///
    /// # Errors
    /// [`ManifestError`]
    pub fn read(files: &RecordFiles) -> Result<Self, ManifestError> {
        let json = read_json(bytes(files)?).map_err(ManifestError::no_json)?;
        if json["schema"].is_string() && json["schema"] != SCHEMA {
            return Err(ManifestError { expected: SCHEMA, ..ManifestError::form("/schema") });
        }
        if let Some(at) = misfit(&json) {
            return Err(ManifestError::form(at));
        }
        serde_json::from_value(json).map_err(ManifestError::no_json)
    }

    /// Reads what a replay needs of a manifest, whatever the rest is.
    ///
    /// # Errors
    /// [`ManifestError`]
    pub fn read_for_replay(files: &RecordFiles) -> Result<Self, ManifestError> {
        // by way of a value, so that a key may occur twice
        let json: Value = serde_json::from_slice(bytes(files)?).map_err(ManifestError::no_json)?;
        serde_json::from_value(json).map_err(ManifestError::no_json)
    }

    /// The framework's record among the inputs: its folder, and its hash.
    pub fn framework_record(&self) -> Option<(&str, &str)> {
        let framework = self.framework.as_ref()?;
        framework.record.as_deref().zip(framework.record_hash.as_deref())
    }
}

/// Where a manifest is not in its form: the first place in the order in which they matter. `serde` finds that a form is wrong,
/// but names no place.
fn misfit(json: &Value) -> Option<&'static str> {
    let is_text = |at: &str| json.pointer(at).is_some_and(Value::is_string);
    let is_flag = |at: &str| json.pointer(at).is_some_and(Value::is_boolean);
    let is_count = |at: &str| json.pointer(at).is_some_and(Value::is_u64);
    let is_null = |at: &str| json.pointer(at).is_some_and(Value::is_null);
    let lacks = |at: &str| json.pointer(at).is_none_or(Value::is_null);
    let class = json.pointer("/corrects/class").and_then(Value::as_str).and_then(Class::from_name);
    let (stands_alone, no_record) = (lacks("/corrects"), lacks("/framework/record"));
    [
        ("/schema", is_text("/schema")),
        ("/demands/work-limit", is_null("/demands/work-limit") || is_count("/demands/work-limit")),
        ("/corrects/record-hash", stands_alone || class.is_none() || is_text("/corrects/record-hash")),
        ("/corrects/class", stands_alone || class.is_some_and(may_correct)),
        ("/corrects/reason", stands_alone || is_text("/corrects/reason")),
        ("/framework/record", no_record || is_text("/framework/record")),
        ("/framework/record-hash", no_record || is_text("/framework/record-hash")),
        ("/tender/id", is_text("/tender/id")),
        ("/tender/kind", is_text("/tender/kind")),
        ("/tender/title", is_text("/tender/title")),
        ("/tender/file", is_text("/tender/file")),
        ("/structure", is_text("/structure")),
        ("/engine", is_text("/engine")),
        ("/rules", is_count("/rules")),
        ("/demands/distances", is_flag("/demands/distances")),
        ("/demands/margins", is_flag("/demands/margins")),
    ]
    .into_iter()
    .find_map(|(at, fits)| (!fits).then_some(at))
}

fn in_inputs(path: &str) -> String {
    format!("{INPUTS}/{path}")
}
