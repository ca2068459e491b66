//! Evaluation models: published ones with their sources, edge cases, and laws.

#![allow(missing_docs)]

mod edges;
mod laws;
mod needed;
mod numeric;
mod probe;
mod published;
mod support;
mod widening;
