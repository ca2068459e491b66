//! udbud
#![allow(missing_docs)]

pub mod admission;
pub mod award;
pub mod cli;
pub mod evaluation;
pub mod outcome;
pub mod pricing;
pub mod quantity;
pub mod report;
pub mod tender;
