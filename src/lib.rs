//! `udbud` evaluates tenders and mini-tenders in which Danish regions buy planned surgery from private hospitals.
//!
//! # The map of the house
//! Data flows one way; each step takes the whole result of the step before and returns a value, and no step prints:
//!
//! | step | module | from | to |
//! |---|---|---|---|
//! | read | [`tender`] | files | [`tender::Tender`], or every [`tender::Problem`] at once |
//! | price | [`pricing`] | tender | [`pricing::PricedBids`] |
//! | admit | [`admission`] | priced bids | [`admission::AdmittedBids`], with [`admission::Finding`]s |
//! | evaluate | [`evaluation`] | admitted bids | [`evaluation::EvaluatedBids`] |
//! | award | [`award`] | a table of integer costs and rules | [`award::Solved`], with a certificate |
//! | all of it | [`outcome`] | tender | [`outcome::Outcome`] |
//! | derive one figure | [`explain`] | outcome | [`explain::Explanation`], back to the lines of the file |
//! | inside a framework | [`framework`] | a framework's outcome | the terms of a mini-tender, call-offs by rank |
//! | record | [`record`] | outcome and files | a folder from which anybody can check the decision |
//! | write to bidders | [`letter`], [`disclosure`], [`law`] | outcome | letters, and what would follow from them |
//! | tell | [`report`] | outcome | a table, JSON, CSV, Markdown, in English or Danish |
//!
//! [`number`] holds the types of all figures: exact, with overflow as an error. [`cli`] is the command line.
//!
//! # A worked example
//! ```
//! use udbud::{award::Demands, outcome::decide, pricing::Overlay, tender::{MemoryFiles, read_tender}};
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
//! let outcome = decide(&tender, tender.award.structure, &Overlay::default(), Demands::default()).expect("it can be computed");
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
