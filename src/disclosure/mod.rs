//! Confidentiality by inference: what a reader of a letter or a report could derive from what it is told, together with what
//! is public, and whether that is more than `[disclosure]` allows.
//!
//! | file | holds |
//! |---|---|
//! | `fact` | what can be known of a bid, and how exactly |
//! | `reader` | what one reader knows: its own bid, what it is told, what follows |
//! | `rules` | how one fact follows from others: one function a rule |
//! | `policy` | what may be known, and what is known beyond that: [`leaks`] |
//!
//! A rule looks at what the reader knows and at what is public, never at the bids themselves. `docs/reference/disclosure.md`
//! states every rule exactly.

mod fact;
mod policy;
mod reader;
mod rules;
#[cfg(test)]
mod tests;

pub use fact::{Fact, Range};
pub use policy::{Leak, Step, leaks};
pub use reader::{Known, Reader, Source};
pub use rules::Rule;
