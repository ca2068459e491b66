//! What does not add up in a record: codes, places, and the clause that it follows from.

use std::{collections::BTreeMap, error::Error, fmt};

/// At most this number of faults of one code is kept.
pub const MOST_OF_A_CODE: usize = 100;

/// What does not add up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultCode {
    /// A file of the record is missing, or is not what its format says.
    Unreadable,
    /// A canonical line that this checker does not know, so that it cannot say what follows from it.
    UnknownLine,
    /// A line of the model that the text of the tender does not have.
    ModelDiffers,
    /// A hash that is not that of the canonical text.
    HashDiffers,
    /// A figure that is not what the rules give.
    FigureDiffers,
    /// A word that is not what the rules give: a status, a reason, a name.
    WordDiffers,
    /// A bid, a lot, a line of a bid that is not there.
    EntryMissing,
    /// A bid, a lot, a line of a bid that should not be there.
    EntryInvented,
    /// A finding that should be there.
    FindingMissing,
    /// A finding for which there is no cause.
    FindingInvented,
    /// A finding with another severity or other arguments than follow.
    FindingDiffers,
    /// A rank that does not follow from the figures.
    RankWrong,
    /// An award that breaks a rule of the structure or a condition of a bidder.
    AwardNotFeasible,
    /// There is a better award.
    AwardNotBest,
    /// Another number of best awards, or other tied awards, than there are.
    TiesWrong,
    /// The tie rules leave another award.
    TieRuleWrong,
    /// Two statements of the record that cannot both be true.
    NotConsistent,
    /// A figure that the rules give no result for.
    CannotCompute,
}

impl FaultCode {
    /// All codes.
    pub const ALL: [FaultCode; 18] = [
        FaultCode::Unreadable,
        FaultCode::UnknownLine,
        FaultCode::ModelDiffers,
        FaultCode::HashDiffers,
        FaultCode::FigureDiffers,
        FaultCode::WordDiffers,
        FaultCode::EntryMissing,
        FaultCode::EntryInvented,
        FaultCode::FindingMissing,
        FaultCode::FindingInvented,
        FaultCode::FindingDiffers,
        FaultCode::RankWrong,
        FaultCode::AwardNotFeasible,
        FaultCode::AwardNotBest,
        FaultCode::TiesWrong,
        FaultCode::TieRuleWrong,
        FaultCode::NotConsistent,
        FaultCode::CannotCompute,
    ];

    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            FaultCode::Unreadable => "unreadable",
            FaultCode::UnknownLine => "unknown-line",
            FaultCode::ModelDiffers => "model-differs",
            FaultCode::HashDiffers => "hash-differs",
            FaultCode::FigureDiffers => "figure-differs",
            FaultCode::WordDiffers => "word-differs",
            FaultCode::EntryMissing => "entry-missing",
            FaultCode::EntryInvented => "entry-invented",
            FaultCode::FindingMissing => "finding-missing",
            FaultCode::FindingInvented => "finding-invented",
            FaultCode::FindingDiffers => "finding-differs",
            FaultCode::RankWrong => "rank-wrong",
            FaultCode::AwardNotFeasible => "award-not-feasible",
            FaultCode::AwardNotBest => "award-not-best",
            FaultCode::TiesWrong => "ties-wrong",
            FaultCode::TieRuleWrong => "tie-rule-wrong",
            FaultCode::NotConsistent => "not-consistent",
            FaultCode::CannotCompute => "cannot-compute",
        }
    }
}

/// One thing in a record that does not add up.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FiguresError {
    /// What sort of thing.
    pub code: FaultCode,
    /// The file of the record, as `evaluation.json`.
    pub file: String,
    /// Where in it: a JSON pointer, `line 12`, or the path of a canonical line.
    pub at: String,
    /// What is written there; empty for nothing.
    pub written: String,
    /// What should be there; empty for nothing.
    pub expected: String,
    /// The clause of the rules that it follows from, as `unit-prices-4`; empty where it is no rule.
    pub rule: &'static str,
}

impl fmt::Display for FiguresError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.file, self.at, self.code.name())?;
        let quoted = |text: &str| if text.is_empty() { "nothing".to_owned() } else { format!("\"{text}\"") };
        if !(self.written.is_empty() && self.expected.is_empty()) {
            write!(f, ", written {}, expected {}", quoted(&self.written), quoted(&self.expected))?;
        }
        if self.rule.is_empty() { Ok(()) } else { write!(f, " [{}]", self.rule) }
    }
}

impl Error for FiguresError {}

/// The faults found so far, at most [`MOST_OF_A_CODE`] of each code.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    list: Vec<FiguresError>,
    counts: BTreeMap<FaultCode, usize>,
    /// How many figures and words have been held against what the rules give.
    pub(crate) compared: u64,
}

impl Faults {
    pub(crate) fn report(&mut self, fault: FiguresError) {
        let count = self.counts.entry(fault.code).or_default();
        *count += 1;
        if *count <= MOST_OF_A_CODE {
            self.list.push(fault);
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// The faults added since then are of this file.
    pub(crate) fn name_file(&mut self, since: usize, file: &str) {
        for fault in self.list.iter_mut().skip(since) {
            file.clone_into(&mut fault.file);
        }
    }

    pub(crate) fn into_list(self) -> Vec<FiguresError> {
        self.list
    }
}

/// A part of the record that cannot be read, so that nothing can be computed from it.
pub(crate) fn cannot_read(file: &str, at: impl Into<String>, written: impl Into<String>) -> FiguresError {
    FiguresError {
        code: FaultCode::Unreadable,
        file: file.to_owned(),
        at: at.into(),
        written: written.into(),
        expected: String::new(),
        rule: "",
    }
}
