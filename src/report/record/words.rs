//! The files of a record that are words: its README and its transcripts.

use crate::{
    outcome::Outcome,
    record::write::RecordWords,
    report::{Language, transcript::transcript},
};

/// What a record of an outcome says to people, worded by this version of the program.
pub fn record_words(outcome: &Outcome<'_>) -> RecordWords {
    RecordWords {
        readme: include_str!("readme.txt").to_owned(),
        transcripts: [Language::En, Language::Da].map(|language| transcript(outcome, language)),
    }
}
