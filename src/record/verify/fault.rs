//! What is wrong with a record.

use udbud_check::{FiguresError, certificate::CertificateError};

use crate::coded_enum::coded_enum;

/// Up to this number of faults of one level are kept.
pub const MOST_FAULTS: usize = 100;

/// One thing that is wrong with a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordFault {
    /// What sort of thing.
    pub code: FaultCode,
    /// The file of the record; empty for the record as a whole.
    pub file: String,
    /// Where in it: `line 12`, or a JSON pointer; empty for the file as a whole.
    pub at: String,
    /// What is written there; empty where it is nothing.
    pub written: String,
    /// What should be there; empty where it is nothing.
    pub expected: String,
    /// Why a certificate is refused.
    pub refusal: Option<Box<CertificateError>>,
    /// What does not add up in the figures, and the clause that it follows from.
    pub figures: Option<Box<(udbud_check::FaultCode, &'static str)>>,
}

impl From<FiguresError> for RecordFault {
    fn from(fault: FiguresError) -> Self {
        RecordFault {
            code: FaultCode::FiguresWrong,
            file: fault.file,
            at: fault.at,
            written: fault.written,
            expected: fault.expected,
            refusal: None,
            figures: Some(Box::new((fault.code, fault.rule))),
        }
    }
}

impl RecordFault {
    /// The stable name of what is wrong; in the figures that of the sort of fault there.
    pub fn code_name(&self) -> &'static str {
        self.figures.as_deref().map_or(self.code.name(), |(code, _)| code.name())
    }

    /// A fault of a file.
    pub fn of(code: FaultCode, file: impl Into<String>) -> Self {
        RecordFault { code, file: file.into(), ..RecordFault::default() }
    }

    /// Where in the file.
    #[must_use]
    pub fn at(mut self, at: impl Into<String>) -> Self {
        self.at = at.into();
        self
    }

    /// What is written there.
    #[must_use]
    pub fn written(mut self, written: impl Into<String>) -> Self {
        self.written = written.into();
        self
    }

    /// What should be there.
    #[must_use]
    pub fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = expected.into();
        self
    }
}

coded_enum! {
    /// The sorts of faults.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum FaultCode {
        /// There is no `SHA256SUMS`.
        #[default]
        SumsMissing = "sums-missing",
        /// `SHA256SUMS` is not in its one form.
        SumsForm = "sums-form",
        /// `SHA256SUMS` names a path that may not be in a record.
        SumsPath = "sums-path",
        /// A file that the sums list is not there.
        FileMissing = "file-missing",
        /// A file has another sum than the one listed.
        FileChanged = "file-changed",
        /// A file that the sums do not list.
        FileAdded = "file-added",
        /// A folder with no file in it.
        FolderEmpty = "folder-empty",
        /// The record has another hash than the one demanded.
        RecordHashDiffers = "record-hash-differs",
        /// A file that every record has is not there.
        PartMissing = "part-missing",
        /// A file of the record that is not what its format says.
        PartForm = "part-form",
        /// A link, which is never followed.
        Link = "link",
        /// Neither a file nor a folder.
        NotAFile = "not-a-file",
        /// A name that is not UTF-8.
        NameNotUtf8 = "name-not-utf8",
        /// A path that may not be in a record.
        Path = "path",
        /// More files, or a file or a record larger, than a record may have.
        TooLarge = "too-large",
        /// The archive is damaged, or contains more than it states.
        ZipDamaged = "zip-damaged",
        /// The archive is of a kind that no record is.
        ZipKind = "zip-kind",
        /// A file of the archive is not plainly packed.
        ZipEntry = "zip-entry",
        /// A figure, a word or a finding that does not follow.
        FiguresWrong = "figures-wrong",
        /// There is no certificate, although each lot has one supplier.
        CertificateMissing = "certificate-missing",
        /// The certificate is not valid.
        CertificateRefused = "certificate-refused",
        /// The evaluation says something else of the award than the certificate proves.
        AwardDiffers = "award-differs",
        /// The record was made under rules that this program does not know.
        RulesUnknown = "rules-unknown",
        /// The input files are not a valid tender.
        InputsInvalid = "inputs-invalid",
        /// The tender of the input files has no result.
        InputsNoResult = "inputs-no-result",
        /// An input file from which nothing is read.
        InputNotRead = "input-not-read",
        /// A replay gives another file.
        ReplayDiffers = "replay-differs",
        /// A replay gives a file that is not there.
        ReplayMore = "replay-more",
        /// A file that no replay gives.
        ReplayLess = "replay-less",
        /// The record that is corrected, or that of the framework, is not the one named.
        ChainHashDiffers = "chain-hash-differs",
        /// The record that is corrected, or that of the framework, is named and not there, or there and not named.
        ChainMissing = "chain-missing",
        /// What is said to be a correction is of another class, or no correction.
        ChainClass = "chain-class",
        /// The chain of records is longer than is followed.
        ChainTooLong = "chain-too-long",
    }
}
