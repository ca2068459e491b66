//! Checks a decision record of `udbud` without `udbud`.
//!
//! A record is a map from paths to bytes, [`RecordFiles`]; nothing in it is trusted.
//!
//! - [`sums`]: no file was changed, none is missing, none was added.
//! - [`check_figures`]: every figure follows from the canonical texts. It reads these, `evaluation.json` and `prices.csv`, and
//!   computes all figures anew in exact fractions from the rules as they are documented; `docs/reference/figures.md` says
//!   what it recomputes, by which rule, and what not.
//! - [`check_award_proof`]: the award problem follows from the texts, and the certificate proves the award.
//! - [`certificate`]: the proof that an award is the best, checked against an award [`problem`].
//!
//! [`record::examine`] asks all three of a record, and of the records that it rests on.
//!
//! The package depends on nothing of the program that it checks, and Cargo sees to that.

#![warn(missing_docs, unreachable_pub)]
#![warn(clippy::float_arithmetic, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![warn(clippy::print_stdout, clippy::print_stderr)]

mod admission;
mod award;
mod budget;
mod calendar;
mod canonical;
pub mod certificate;
mod compare;
mod exact;
mod facts;
mod fault;
mod figures;
mod findings;
pub mod folder;
mod formula;
mod numeric;
pub mod path;
mod prices;
mod prices_csv;
pub mod problem;
mod proof;
mod quality;
pub mod record;
mod sharing;
mod strict_json;
pub mod sums;

pub use award::AwardExtent;
pub use fault::{FaultCode, FiguresError, MOST_OF_A_CODE};
pub use figures::{FiguresChecked, check_figures};
pub use proof::{AwardError, ProvenAward, check_award_proof};
pub use strict_json::read_json;

/// The files of a record: paths with `/` between folders, and their bytes.
pub type RecordFiles = std::collections::BTreeMap<String, Vec<u8>>;

/// The file that sums up all others; its own sum is the record hash.
pub const SUMS: &str = "SHA256SUMS";
