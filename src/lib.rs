//! `udbud` evaluates tenders and mini-tenders in which Danish regions buy planned surgery from private hospitals.
//!
//! # The rooms, from the ground up
//! Data flows one way: a room uses the rooms below it, and none beside or above it (`tests/floors.rs` proves it). Each step
//! takes the whole result of the step before and returns a value; no step prints, and only [`cli`] touches a disk.
//!
//! | floor | room | from | to |
//! |---|---|---|---|
//! | figures | [`number`] | text | money, per cents, exact fractions: overflow is an error |
//! | dates | [`law`] | a date | closed days and periods |
//! | formulas | [`formula`] | text and figures | one figure, exact or enclosed |
//! | read | [`tender`] | files | a tender, or every [`tender::Problem`] at once; a framework is only named |
//! | solve | [`award`] | a table of integer costs and rules | [`award::Solved`], with a certificate; it knows no tender |
//! | price | [`pricing`] | tender | [`pricing::PricedBids`] |
//! | admit | [`admission`] | priced bids | [`admission::AdmittedBids`], with [`admission::Finding`]s |
//! | evaluate | [`evaluation`] | admitted bids | [`evaluation::EvaluatedBids`] |
//! | decide | [`outcome`] | tender | [`outcome::Outcome`]: all of the above as one value |
//! | inside a framework | [`framework`] | a tender that names a framework | [`tender::Tender`] with its terms; call-offs by rank |
//! | ask further | [`explain`], [`structure`], [`disclosure`] | outcome | one figure derived; other lots and rules; what a text gives away |
//! | record | [`record`] | outcome and files | a folder from which anybody can check the decision; [`read_tender`] |
//! | beside the decision | [`letter`], [`simulation`] | outcome; dialogue | letters to bidders; what competition would bring |
//! | report | [`report`] | any result | a table, JSON, CSV, Markdown, in English or Danish |
//! | run | [`cli`] | arguments | files, text and an exit code |
//!
//! # A worked example
//! ```
//! use udbud::{evaluate, read_tender, tender::MemoryFiles};
//!
//! let text = r#"
//! format = 1
//! [tender]
//! id = "T-1"
//! title = "Knee arthroscopy"
//! kind = "tender"
//! buyer = "Region Example"
//! specialty = "ortopædisk kirurgi"
//! [[tariff]]
//! id = "duf"
//! title = "DUF tariffs"
//! [pricing]
//! discount-base = "duf"
//! [fallback]
//! tariffs = ["duf"]
//! [[procedure]]
//! code = "KNGD11"
//! name = "Artroskopisk partiel resektion af menisk i knæled"
//! volume = 640
//! tariff = 11400
//! [[bid]]
//! bidder = "Hospital Alfa"
//! discount = 12.5
//! [[bid]]
//! bidder = "Klinik Beta"
//! prices = { KNGD11 = 9450 }
//! "#;
//! let files = MemoryFiles::new().with("tender.toml", text);
//! let tender = read_tender(&files, "tender.toml").expect("the tender is valid");
//! let outcome = evaluate(&tender).expect("it can be computed");
//! let lot = &outcome.award.lots[0];
//! assert_eq!(lot.winner.map(|b| tender.bids[b].bidder.as_str()), Some("Klinik Beta"));
//! assert_eq!(lot.price.map(|p| p.to_string()).as_deref(), Some("6048000.00"));
//! ```

#![warn(missing_docs, unreachable_pub)]
#![warn(clippy::float_arithmetic, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![warn(clippy::print_stdout, clippy::print_stderr)]

pub mod admission;
pub mod award;
pub mod cli;
mod coded_enum;
pub mod disclosure;
pub mod evaluation;
pub mod explain;
pub mod formula;
pub mod framework;
pub mod law;
pub mod letter;
pub mod number;
pub mod outcome;
pub mod pricing;
pub mod record;
pub mod report;
pub mod simulation;
pub mod structure;
pub mod tender;

pub use outcome::{Evaluation, evaluate};
pub use record::read_tender;
