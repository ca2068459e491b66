//! The hashes that a record names are those of its canonical texts (`docs/reference/hashes.md`).

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{
    canonical::Reading,
    facts::{ASSESSMENTS, BIDS, Facts, MODEL, TENDER, file},
    fault::{FaultCode, Faults, unreadable},
    json::Spot,
};
use crate::RecordFiles;

const MANIFEST: &str = "record.json";

/// SHA-256 in lower-case hex.
fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Holds the hashes in `record.json` and `evaluation.json` against the texts.
pub(super) fn check(
    files: &RecordFiles,
    facts: &Facts,
    evaluation: &Spot<'_>,
    faults: &mut Faults,
) -> Reading<()> {
    let manifest: Value = serde_json::from_slice(file(files, MANIFEST)?)
        .map_err(|e| unreadable(MANIFEST, format!("line {}", e.line()), e.to_string()))?;
    let texts = [
        ("model-hash", MODEL),
        ("tender-hash", TENDER),
        ("bids-hash", BIDS),
        ("assessments-hash", ASSESSMENTS),
    ];
    let root = Spot::root(&manifest);
    for (i, (name, path)) in texts.into_iter().enumerate() {
        let own = sha256(file(files, path)?);
        let tender = root.get("tender");
        let before = faults.len();
        tender.get(name).word(Some(&own), FaultCode::HashDiffers, "hashes", faults);
        faults.say_file(before, MANIFEST);
        if i < 2 {
            evaluation.get("tender").get(name).word(Some(&own), FaultCode::HashDiffers, "hashes", faults);
        }
    }
    let before = faults.len();
    root.get("structure").word(Some(&facts.structure.id), FaultCode::WordDiffers, "", faults);
    let tender = root.get("tender");
    tender.get("id").word(Some(&facts.id), FaultCode::WordDiffers, "", faults);
    tender.get("kind").word(Some(&facts.kind), FaultCode::WordDiffers, "", faults);
    faults.say_file(before, MANIFEST);
    Ok(())
}
