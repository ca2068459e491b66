//! Confidentiality by inference: what a reader of a letter or a report could derive from what is disclosed to it and what is
//! public, and whether that is more than `[disclosure]` allows.
//!
//! | file | contents |
//! |---|---|
//! | `fact` | what can be known of a bid, and how exactly |
//! | `knowledge` | what one reader knows: its own bid, what is disclosed to it, what follows |
//! | `rules` | how one fact follows from others: one function a rule |
//! | `policy` | what may be known, and what is known beyond that: [`leaks`] |
//!
//! A rule looks at what the reader knows and at what is public, never at the bids themselves. `docs/reference/disclosure.md`
//! states every rule exactly.

mod fact;
mod knowledge;
mod policy;
mod rules;
#[cfg(test)]
mod tests;

pub use fact::{Fact, Range};
pub use knowledge::{Knowledge, KnowledgeSource, KnownFigure};
pub use policy::{InferenceStep, Leak, leaks};
pub use rules::InferenceRule;
