//! What `record` has written, or why it has not.

use serde_json::{Value, json};

use super::faults::path_fault_text;
use crate::{
    number::{Figure, Figures},
    outcome::{AwardStatus, Outcome},
    record::write::WriteRecordError,
    report::{
        Language, Report,
        page::{Block, Page, Part},
        tender_json,
    },
};

/// A record that was written.
#[derive(Debug)]
pub struct RecordWritten<'a> {
    /// What it is about.
    pub outcome: &'a Outcome<'a>,
    /// Its folder as the user named it.
    pub folder: &'a str,
    /// The archive beside it.
    pub zip: Option<&'a str>,
    /// The record hash.
    pub hash: &'a str,
    /// Files in it.
    pub files: usize,
    /// Their bytes in all.
    pub bytes: usize,
}

impl RecordWritten<'_> {
    fn facts(&self, language: Language) -> Vec<(&'static str, String)> {
        let count = |n: usize| language.figure(&Figure::from(n));
        let mut facts = vec![
            (language.word("record-tender"), self.outcome.tender.head.id.clone()),
            (language.word("record-folder"), self.folder.to_owned()),
        ];
        if let Some(zip) = self.zip {
            facts.push((language.word("record-archive"), zip.to_owned()));
        }
        let size: Figures = vec![("n", Figure::from(self.files)), ("bytes", Figure::from(count(self.bytes)))];
        facts.push((language.word("record-holds"), language.message("record-size", &size)));
        facts.push((language.word("record-award"), status(self.outcome.award.status, language).to_owned()));
        facts.push((language.word("record-hash"), self.hash.to_owned()));
        facts
    }

    fn sentences(&self, language: Language) -> Vec<&'static str> {
        let mut sentences = vec![language.word("record-hash-in-minutes")];
        if self.outcome.needs_action() {
            sentences.push(language.word("record-must-act"));
        }
        sentences
    }
}

impl Report for RecordWritten<'_> {
    fn page(&self, language: Language) -> Page {
        let facts = self.facts(language).into_iter().map(|(what, value)| (what.to_owned(), value)).collect();
        let mut part = Part { blocks: vec![Block::Facts(facts)], ..Part::default() };
        self.sentences(language).into_iter().for_each(|sentence| part.text(sentence));
        Page { title: language.word("record-title").to_owned(), banner: None, parts: vec![part] }
    }

    /// `udbud.record-written/1`
    fn json(&self, language: Language) -> Value {
        json!({
            "schema": "udbud.record-written/1",
            "tender": tender_json(self.outcome.tender),
            "folder": self.folder,
            "zip": self.zip,
            "files": self.files,
            "bytes": self.bytes,
            "status": self.outcome.award.status.name(),
            "needs-action": self.outcome.needs_action(),
            "record-hash": self.hash,
            "message": self.sentences(language).join(" "),
        })
    }

    /// What and value.
    fn rows(&self, language: Language) -> Option<Vec<Vec<String>>> {
        let titles = ["record-csv-what", "record-csv-value"].map(|id| language.word(id).to_owned()).to_vec();
        let facts = self.facts(language).into_iter().map(|(what, value)| vec![what.to_owned(), value]);
        Some(std::iter::once(titles).chain(facts).collect())
    }
}

fn status(status: AwardStatus, language: Language) -> &'static str {
    language.word(match status {
        AwardStatus::Awarded => "record-awarded",
        AwardStatus::Tie => "record-tie",
        AwardStatus::NoAward => "record-no-award",
        AwardStatus::NotProven => "record-not-proven",
    })
}

/// Why there is no record of an outcome.
pub fn not_recorded_text(why: &WriteRecordError, language: Language) -> String {
    match why {
        WriteRecordError::NotPublished => language.word("record-fault-not-published").to_owned(),
        WriteRecordError::NotProven => language.word("record-fault-not-proven").to_owned(),
        WriteRecordError::TooLarge => language.word("record-fault-too-large").to_owned(),
        WriteRecordError::Path(path, fault) => {
            let args = vec![
                ("path", Figure::from(path.escape_debug().to_string())),
                ("why", Figure::from(path_fault_text(*fault, language))),
            ];
            language.message("record-fault-path", &args)
        }
        WriteRecordError::TooMuch => language.word("record-fault-too-much").to_owned(),
    }
}
