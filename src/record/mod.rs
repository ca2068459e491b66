//! The decision record: a folder from which anybody can check a decision (`docs/reference/record.md`).
//!
//! [`mod@write`] makes the files of a record from an outcome; [`folder`] names, sums up and packs them, and reads them
//! without trust; [`verify`] checks a record in four levels, [`diff`] compares two of them,
//! [`Record`] opens one and replays it.
//! Nothing here touches a disk: a record is a map from paths to bytes, [`RecordFiles`].

mod diff;
pub(crate) mod evaluation_json;
pub mod folder;
mod inputs;
mod manifest;
mod open;
mod prices_csv;
pub mod verify;
pub mod write;

pub use diff::{
    Cause, Change, Class, ClassError, Diff, Part, Severity, UnreadableRecordError, allowed_class, diff,
    may_correct,
};
pub(crate) use evaluation_json::adjusted_tariffs;
pub use evaluation_json::{
    MessageOf, evaluation_json, figure_json, json_text, neutral_evaluation_json, tender_json,
};
pub use inputs::{FrameworkRecord, InputFiles, Inputs, InputsError, Recording};
pub use manifest::{
    Correction, Manifest, ManifestDraw, ManifestError, ManifestFramework, ManifestInput, ManifestTender,
};
pub use open::{FrameworkRecords, Record, ReplayError};
pub(crate) use prices_csv::csv_rows;

use crate::tender::{Files, ReadError, Tender};

/// Reads and validates a tender file and all files that it names, the decision record of its framework among them. `name` is
/// the path of the tender file in its folder.
///
/// # Errors
/// [`ReadError`], with every problem at once, where any of them is an error. Warnings alone are the `remarks` of the tender.
pub fn read_tender(files: &dyn Files, name: &str) -> Result<Tender, ReadError> {
    crate::framework::read_tender(files, name, &FrameworkRecords)
}

/// The files of a record: paths with `/` between folders, and their bytes.
pub type RecordFiles = std::collections::BTreeMap<String, Vec<u8>>;

/// The schema of `record.json`.
pub const SCHEMA: &str = "udbud.record/1";

/// The version of the rules by which this program evaluates: `format` of the tender file.
pub const RULES: u64 = 1;

/// The program and its version.
pub const ENGINE: &str = concat!("udbud ", env!("CARGO_PKG_VERSION"));

/// The file that sums up all others; its own sum is the record hash.
pub const SUMS: &str = "SHA256SUMS";
/// The manifest.
pub const MANIFEST: &str = "record.json";
/// The evaluation, free of language.
pub const EVALUATION: &str = "evaluation.json";
/// Every line of every bid.
pub const PRICES: &str = "prices.csv";
/// The proof of the award.
pub const CERTIFICATE: &str = "certificate.txt";
/// What a record is and how to check it.
pub const README: &str = "README.txt";
/// The canonical text of the model.
pub const MODEL: &str = "canonical/model.txt";
/// The canonical text of the tender.
pub const TENDER: &str = "canonical/tender.txt";
/// The canonical text of the bids.
pub const BIDS: &str = "canonical/bids.txt";
/// The canonical text of the buyer's side.
pub const ASSESSMENTS: &str = "canonical/assessments.txt";
/// The transcripts, by language.
pub const TRANSCRIPTS: [&str; 2] = ["transcript.en.txt", "transcript.da.txt"];
/// The folder of the input files.
pub const INPUTS: &str = "inputs";
/// The folder of the record that this one replaces.
pub const CORRECTED: &str = "corrected";
