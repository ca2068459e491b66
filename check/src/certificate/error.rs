//! Why a certificate is refused: one reason each.

use std::fmt;

/// The first fault that the checker meets.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CertificateError {
    /// The first line is not that of a certificate of this format.
    NotACertificate,
    /// A line does not say what the format asks for there.
    BadLine {
        /// The line, from 1.
        line: usize,
    },
    /// The text ends before the line `end`.
    Truncated,
    /// Something follows the line `end`.
    TextAfterEnd,
    /// It was made for another problem.
    OtherProblem,
    /// A sum would not fit in 128 bits.
    Overflow,
    /// A listed award breaks a rule, or gives a lot to a bidder who is not admissible there.
    AwardNotFeasible {
        /// Which of the awards, from 0.
        award: usize,
    },
    /// A listed award does not have the claimed total or number of unawarded lots.
    AwardTotalWrong {
        /// Which of the awards, from 0.
        award: usize,
    },
    /// The awards are not in strict order, so that one may be listed twice.
    AwardsNotInOrder,
    /// No award is listed.
    NoAwardListed,
    /// The number of awards listed does not fit the number claimed.
    ListNotComplete,
    /// The proof finds another number of best awards.
    TiesMiscounted {
        /// As the proof finds.
        found: u128,
    },
    /// There is a better award than those claimed.
    BetterAward,
    /// Lots are looked at one by one, but a rule ties them together.
    LotsNotIndependent,
    /// The multipliers of a leaf do not prove that nothing is left.
    NotClosed {
        /// The line of the leaf.
        line: usize,
    },
    /// A capacity price is below 0 or of a way to win that does not exist; or the denominator is not above 0.
    BadMultiplier {
        /// The line.
        line: usize,
    },
    /// A branch leaves out a candidate of its lot.
    BranchMissing {
        /// The line of the branch.
        line: usize,
    },
    /// A branch has a candidate twice, or one that the lot no longer has.
    BranchOverlaps {
        /// The line of the branch.
        line: usize,
    },
    /// A branch is on a lot that has one candidate or none left, or that does not exist.
    BranchUseless {
        /// The line of the branch.
        line: usize,
    },
    /// A leaf leaves too much to be tried.
    TooMuchWork {
        /// The line of the leaf.
        line: usize,
    },
}

impl fmt::Display for CertificateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CertificateError::NotACertificate => write!(f, "this is not an award certificate of format 1"),
            CertificateError::BadLine { line } => {
                write!(f, "line {line} is not what the format asks for there")
            }
            CertificateError::Truncated => write!(f, "the certificate ends before its last line"),
            CertificateError::TextAfterEnd => write!(f, "something follows the end of the certificate"),
            CertificateError::OtherProblem => write!(f, "the certificate was made for another award problem"),
            CertificateError::Overflow => write!(f, "a figure is too large to be computed exactly"),
            CertificateError::AwardNotFeasible { award } => write!(f, "award {} breaks a rule", award + 1),
            CertificateError::AwardTotalWrong { award } => {
                write!(f, "award {} does not have the claimed total or unawarded lots", award + 1)
            }
            CertificateError::AwardsNotInOrder => write!(f, "the awards are not in strict order"),
            CertificateError::NoAwardListed => write!(f, "no award is listed"),
            CertificateError::ListNotComplete => {
                write!(f, "the list of awards does not fit their claimed number")
            }
            CertificateError::TiesMiscounted { found } => write!(f, "the proof finds {found} best awards"),
            CertificateError::BetterAward => write!(f, "there is a better award"),
            CertificateError::LotsNotIndependent => write!(f, "a rule ties the lots together"),
            CertificateError::NotClosed { line } => {
                write!(f, "the leaf in line {line} is not closed by its multipliers")
            }
            CertificateError::BadMultiplier { line } => {
                write!(f, "line {line} has a multiplier that is not allowed")
            }
            CertificateError::BranchMissing { line } => {
                write!(f, "the branch in line {line} leaves out a candidate")
            }
            CertificateError::BranchOverlaps { line } => {
                write!(
                    f,
                    "the branch in line {line} has a candidate twice, or one that the lot no longer has"
                )
            }
            CertificateError::BranchUseless { line } => {
                write!(f, "the branch in line {line} has nothing to divide")
            }
            CertificateError::TooMuchWork { line } => {
                write!(f, "the leaf in line {line} leaves too much to be tried")
            }
        }
    }
}

impl std::error::Error for CertificateError {}
