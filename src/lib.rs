//! udbud
#![allow(missing_docs)]

pub mod award;
pub mod quantity;
