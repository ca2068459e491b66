//! The cases of `tests/cases/evaluate`: tenders with results computed by an independent implementation.
//!
//! An expected file is a part of the JSON contract, with three helpers: `error-findings` are the findings of severity
//! error, `blocked` says whether `blocked-by` is non-empty, `tied-count` is the length of `tied`. Numbers are compared as
//! numbers.

mod common;

use std::{fs, path::Path};

use rust_decimal::Decimal;
use serde_json::Value;
use udbud::{
    read_tender,
    report::{EvaluationReport, Language, Report},
    tender::MemoryFiles,
};

#[test]
fn every_case_agrees() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/evaluate");
    let mut cases: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".expected.json"))
        .collect();
    cases.sort();
    let mut wrong = Vec::new();
    for name in &cases {
        let stem = name.trim_end_matches(".expected.json");
        let expected: Value = serde_json::from_str(&fs::read_to_string(folder.join(name)).unwrap()).unwrap();
        let (file, structure) = match stem.split_once('.') {
            Some((file, structure)) => (file, Some(structure)),
            None => (stem, None),
        };
        match evaluate(&folder.join(format!("{file}.toml")), structure) {
            Ok(got) => compare(&expected, &got, stem, &mut wrong),
            Err(problems) => wrong.push(format!("{stem}: {problems}")),
        }
    }
    assert!(cases.len() >= 82, "the cases are there");
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

fn evaluate(file: &Path, structure: Option<&str>) -> Result<Value, String> {
    let files = MemoryFiles::new().with("tender.toml", fs::read(file).unwrap());
    let tender = read_tender(&files, "tender.toml").map_err(|r| format!("{:?}", r.problems))?;
    let structure = structure
        .map_or(tender.award.structure, |id| tender.structures.iter().position(|s| s.id == id).unwrap());
    Ok(EvaluationReport(&common::outcome_under(&tender, structure)).json(Language::En))
}

/// Everything that the expected value names must be in what was got.
fn compare(expected: &Value, got: &Value, at: &str, wrong: &mut Vec<String>) {
    match (expected, got) {
        (Value::Object(expected), Value::Object(got)) => {
            for (key, value) in expected {
                let at = format!("{at}.{key}");
                match key.as_str() {
                    "error-findings" => compare(value, &errors(got), &at, wrong),
                    "blocked" => compare(value, &Value::from(length(got, "blocked-by") > 0), &at, wrong),
                    "tied-count" => compare(value, &Value::from(length(got, "tied")), &at, wrong),
                    _ => compare(value, got.get(key).unwrap_or(&Value::Null), &at, wrong),
                }
            }
        }
        (Value::Array(expected), Value::Array(got)) if expected.len() == got.len() => {
            for (i, (e, g)) in expected.iter().zip(got).enumerate() {
                compare(e, g, &format!("{at}[{i}]"), wrong);
            }
        }
        _ if same(expected, got) => {}
        _ => wrong.push(format!("{at}: expected {expected}, got {got}")),
    }
}

fn length(fields: &serde_json::Map<String, Value>, key: &str) -> usize {
    fields.get(key).and_then(Value::as_array).map_or(0, Vec::len)
}

fn errors(bid: &serde_json::Map<String, Value>) -> Value {
    let findings = bid.get("findings").and_then(Value::as_array).cloned().unwrap_or_default();
    findings.into_iter().filter(|f| f["severity"] == "error" && contract_code(&f["code"])).collect()
}

/// The cases tell of these codes alone.
fn contract_code(code: &Value) -> bool {
    let codes = [
        "late",
        "requirement-unmet",
        "rejected-by-decision",
        "condition-not-invited",
        "above-cap",
        "missing-procedure",
    ];
    code.as_str().is_some_and(|c| codes.contains(&c))
}

fn same(expected: &Value, got: &Value) -> bool {
    let number = |v: &Value| v.as_str().and_then(|s| s.parse::<Decimal>().ok());
    expected == got || number(expected).is_some_and(|e| number(got) == Some(e))
}
