//! A file that is a tender or a dialogue: for `check`, which takes both.

use super::read_dialogue;
use crate::{
    record::read_tender,
    simulation::Dialogue,
    tender::{FileFault, Files, FrameworkFolder, Problem, ProblemCode, Rejected, Sources, Tender},
};

/// A valid file of either sort.
#[derive(Clone, Debug)]
pub enum TenderOrDialogue {
    /// A tender file.
    Tender(Box<Tender>),
    /// A dialogue file, with the tender that it names.
    Dialogue(Box<Dialogue>),
}

impl TenderOrDialogue {
    /// All files that were read.
    pub fn sources(&self) -> &Sources {
        match self {
            TenderOrDialogue::Tender(tender) => &tender.sources,
            TenderOrDialogue::Dialogue(dialogue) => &dialogue.sources,
        }
    }

    /// What is odd about the file, and the files that the places point into.
    pub fn into_remarks(self) -> (Vec<Problem>, Sources) {
        match self {
            TenderOrDialogue::Tender(tender) => (tender.remarks, tender.sources),
            TenderOrDialogue::Dialogue(dialogue) => (dialogue.remarks, dialogue.sources),
        }
    }
}

/// Reads and validates a file that is a dialogue if it has `[dialogue]` and no `[tender]`, and else a tender.
///
/// # Errors
/// [`Rejected`], as for a file of its sort.
pub fn read_tender_or_dialogue(files: &dyn Files, name: &str) -> Result<TenderOrDialogue, Rejected> {
    // a pipe can be read once only
    let first = FirstFile { files, name, bytes: files.read(name) };
    match read_tender(&first, name) {
        Err(rejected) if rejected.problems.iter().any(|p| p.code == ProblemCode::DialogueNotTender) => {
            read_dialogue(&first, name).map(|dialogue| TenderOrDialogue::Dialogue(Box::new(dialogue)))
        }
        read => read.map(|tender| TenderOrDialogue::Tender(Box::new(tender))),
    }
}

/// Files of which the first has been read.
struct FirstFile<'a> {
    files: &'a dyn Files,
    name: &'a str,
    bytes: Result<Vec<u8>, FileFault>,
}

impl Files for FirstFile<'_> {
    fn read(&self, path: &str) -> Result<Vec<u8>, FileFault> {
        if path == self.name { self.bytes.clone() } else { self.files.read(path) }
    }

    fn list(&self, pattern: &str) -> Result<Vec<String>, FileFault> {
        self.files.list(pattern)
    }

    fn framework(&self, path: &str) -> Result<FrameworkFolder, FileFault> {
        self.files.framework(path)
    }
}
