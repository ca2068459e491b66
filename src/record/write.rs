//! From an outcome to the files of a record.

use super::{
    ASSESSMENTS, BIDS, CERTIFICATE, CORRECTED, Class, EVALUATION, INPUTS, Inputs, MANIFEST, MODEL, Manifest,
    PRICES, README, RecordFiles, SUMS, TENDER, TRANSCRIPTS,
    evaluation_json::{json_text, neutral_evaluation_json},
    folder::{LARGEST_FILE, LARGEST_RECORD, MOST_FILES, PathFault, paths_fault, sums_text},
    prices_csv::prices_csv,
};
use crate::{
    award::{Demands, SolveError, certify},
    outcome::{AwardStatus, Outcome},
    tender::canonical::{assessments_text, bids_text, model_text, tender_text},
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

/// What a record is made of.
#[derive(Debug)]
pub struct Recorded<'a> {
    /// What was decided.
    pub outcome: &'a Outcome<'a>,
    /// What was asked of the solver.
    pub demands: Demands,
    /// From which files.
    pub inputs: &'a Inputs,
    /// The record that this one replaces.
    pub corrects: Option<&'a Corrects>,
    /// The program and its version.
    pub engine: &'a str,
}

/// The files of a record that are words for people. Whoever makes or verifies a record gives them: a record itself knows no
/// language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordWords {
    /// What a record is and how to check it.
    pub readme: String,
    /// Every step of the evaluation, in the order of [`TRANSCRIPTS`].
    pub transcripts: [String; 2],
}

/// Words an outcome.
pub type WordsOf<'a> = &'a dyn Fn(&Outcome<'_>) -> RecordWords;

/// Why there is no record of an outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WriteRecordError {
    /// It is not the published decision: another structure, or something was tried out.
    NotPublished,
    /// The award is not proven to be the best.
    NotProven,
    /// A figure of the proof would not fit.
    TooLarge,
    /// A file with this path may not be in a record.
    Path(String, PathFault),
    /// There are too many files, or they are too large: more than `MOST_FILES`, `LARGEST_FILE`, `LARGEST_RECORD`.
    TooMuch,
}

impl std::fmt::Display for WriteRecordError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            WriteRecordError::NotPublished => f.write_str("it is not the published decision"),
            WriteRecordError::NotProven => f.write_str("the award is not proven"),
            WriteRecordError::TooLarge => f.write_str("a figure of the proof does not fit"),
            WriteRecordError::Path(path, fault) => {
                write!(f, "the path {path:?} is refused: {}", fault.name())
            }
            WriteRecordError::TooMuch => f.write_str("there are too many files, or they are too large"),
        }
    }
}

impl std::error::Error for WriteRecordError {}

/// All files of a record, the sums among them.
///
/// # Errors
/// [`WriteRecordError`]
pub fn record_files(recorded: &Recorded<'_>, words: &RecordWords) -> Result<RecordFiles, WriteRecordError> {
    let outcome = recorded.outcome;
    if !outcome.published {
        return Err(WriteRecordError::NotPublished);
    }
    let mut files = replayed_part(outcome)?;
    for (path, bytes) in &recorded.inputs.files {
        files.insert(format!("{INPUTS}/{path}"), bytes.clone());
    }
    if let Some(corrects) = recorded.corrects {
        for (path, bytes) in &corrects.record {
            files.insert(format!("{CORRECTED}/{path}"), bytes.clone());
        }
    }
    files.extend(words.files());
    files.insert(MANIFEST.to_owned(), manifest_text(recorded).into_bytes());
    if let Some((path, fault)) = paths_fault(files.keys().map(String::as_str)) {
        return Err(WriteRecordError::Path(path.to_owned(), fault));
    }
    let sizes = files.values().map(|bytes| bytes.len() as u64);
    if files.len() >= MOST_FILES
        || sizes.clone().any(|n| n > LARGEST_FILE)
        || sizes.sum::<u64>() > LARGEST_RECORD / 2
    {
        return Err(WriteRecordError::TooMuch);
    }
    let sums = sums_text(&files);
    files.insert(SUMS.to_owned(), sums.into_bytes());
    Ok(files)
}

/// The canonical texts and the evaluation.
pub(super) fn decisive_part(outcome: &Outcome<'_>) -> [(&'static str, String); 5] {
    let tender = outcome.tender;
    [
        (MODEL, model_text(tender)),
        (TENDER, tender_text(tender)),
        (BIDS, bids_text(tender)),
        (ASSESSMENTS, assessments_text(tender)),
        (EVALUATION, json_text(&neutral_evaluation_json(outcome))),
    ]
}

/// What a replay must make again byte for byte: the canonical texts, the evaluation, the prices and the certificate.
///
/// # Errors
/// [`WriteRecordError::NotProven`], [`WriteRecordError::TooLarge`]
pub fn replayed_part(outcome: &Outcome<'_>) -> Result<RecordFiles, WriteRecordError> {
    if outcome.award.status == AwardStatus::NotProven {
        return Err(WriteRecordError::NotProven);
    }
    let texts = decisive_part(outcome).into_iter().chain([(PRICES, prices_csv(outcome))]);
    let mut files: RecordFiles = texts.map(|(path, text)| (path.to_owned(), text.into_bytes())).collect();
    if let Some((problem, solved)) = &outcome.solved {
        let certificate =
            certify(problem, solved).map_err(|SolveError::Overflow| WriteRecordError::TooLarge)?;
        let certificate = certificate.ok_or(WriteRecordError::NotProven)?;
        files.insert(CERTIFICATE.to_owned(), certificate.to_string().into_bytes());
    }
    Ok(files)
}

/// `record.json`
pub fn manifest_text(recorded: &Recorded<'_>) -> String {
    json_text(&serde_json::to_value(Manifest::new(recorded)).unwrap_or_default())
}

impl RecordWords {
    /// The files, by path.
    pub(super) fn files(&self) -> impl Iterator<Item = (String, Vec<u8>)> {
        let paths = [README].into_iter().chain(TRANSCRIPTS);
        let texts = [&self.readme].into_iter().chain(&self.transcripts);
        paths.zip(texts).map(|(path, text)| (path.to_owned(), text.clone().into_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        outcome::Evaluation,
        record::{ENGINE, Recording, folder::read_sums, folder::sha256_hex, read_tender},
        tender::MemoryFiles,
    };

    const TEXT: &str = include_str!("../../tests/cases/evaluate/example.toml");

    fn record(text: &str) -> Result<RecordFiles, WriteRecordError> {
        let files = Recording::new(MemoryFiles::new().with("t.toml", text));
        let tender = read_tender(&files, "t.toml").unwrap();
        let demands = Demands::default();
        let outcome = Evaluation::of(&tender).demands(demands).run().unwrap();
        let inputs = files.inputs("t.toml", &[]).unwrap();
        let recorded =
            Recorded { outcome: &outcome, demands, inputs: &inputs, corrects: None, engine: ENGINE };
        record_files(&recorded, &RecordWords::default())
    }

    #[test]
    fn a_record_sums_up_all_that_it_holds() {
        let files = record(TEXT).unwrap();
        let sums = read_sums(&files[SUMS]).unwrap();
        assert_eq!(sums.len() + 1, files.len());
        assert!(sums.iter().all(|(path, sum)| *sum == sha256_hex(&files[path])));
        assert_eq!(files["inputs/t.toml"], TEXT.as_bytes());
        let text = |path: &str| String::from_utf8(files[path].clone()).unwrap();
        assert!(!text(EVALUATION).contains("\"message\"") && !text(EVALUATION).contains("\"engine\""));
        let manifest: serde_json::Value = serde_json::from_str(&text(MANIFEST)).unwrap();
        for (key, path) in [
            ("model-hash", MODEL),
            ("tender-hash", TENDER),
            ("bids-hash", BIDS),
            ("assessments-hash", ASSESSMENTS),
        ] {
            assert_eq!(manifest["tender"][key], sha256_hex(&files[path]));
        }
        assert_eq!(record(TEXT).unwrap(), files);
    }

    #[test]
    fn every_line_of_a_bid_is_told() {
        let files = record(TEXT).unwrap();
        let prices = String::from_utf8(files[PRICES].clone()).unwrap();
        let lines: Vec<&str> = prices.lines().collect();
        assert_eq!(
            lines[..3],
            [
                COLUMNS_LINE,
                "whole,Hospital Alfa,KNGB40,220,discount,9,62500.00,56875.00,56250.00,56718.32,12478030.40,12478030.82,,",
                "whole,Hospital Alfa,KNGD11,640,price,9800.00,,9800.00,10260.00,9800.00,6272000.00,6272000.00,,",
            ]
        );
        assert!(lines.contains(&"whole,Klinik Beta,KNGB40,220,,,,,56250.00,,,,no-price,"), "{prices}");
        assert!(
            lines.contains(&"whole,Hospital Gamma,KNGD11,640,discount,10,11400.00,,10260.00,,,,not-offered,"),
            "{prices}"
        );
    }

    const COLUMNS_LINE: &str = "lot,bidder,code,volume,stated,figure,base,unit-price,cap,scored-price,amount,payment,why-missing,fallback";

    #[test]
    fn the_canonical_text_of_bids_holds_all_that_is_stated() {
        let files = record(TEXT).unwrap();
        let text = String::from_utf8(files[BIDS].clone()).unwrap();
        for line in [
            "bid.\"Hospital Alfa\" = yes",
            "bid.\"Hospital Alfa\".discount = 12.5",
            "bid.\"Hospital Alfa\".discounts.\"KNGB*\" = 9",
            "bid.\"Hospital Alfa\".price.\"KNGD11\" = 9800",
            "bid.\"Hospital Alfa\".received = 2024-11-14T08:30:00Z",
            "bid.\"Klinik Beta\".bids-on.\"by-size\" = stated",
            "bid.\"Klinik Beta\".bids-on.\"by-size\".lot.\"resten\" = yes",
            "bid.\"Hospital Gamma\".combination.1.min-lots = 2",
            "bid.\"Hospital Gamma\".not-offered.\"KNGD11\" = yes",
        ] {
            assert!(text.lines().any(|l| l == line), "{line}\n{text}");
        }
        let side = format!(
            "{TEXT}\n[[decision]]\nbidder = \"Klinik Beta\"\naction = \"accept\"\nground = \"other\"\ntext = \"a\\ndraw.1 = b\"\n"
        );
        let files = record(&side).unwrap();
        let text = String::from_utf8(files[ASSESSMENTS].clone()).unwrap();
        assert_eq!(
            text,
            "udbud assessments 1\ndecision.1.action = accept\ndecision.1.bidder = \"Klinik Beta\"\ndecision.1.ground = other\ndecision.1.text = \"a\\ndraw.1 = b\"\n"
        );
    }
}
