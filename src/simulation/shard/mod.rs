//! A part of the draws in a file of its own, so that a big study can be drawn on many machines and put together into the very
//! same result (docs/reference/simulation.md, "Parts").

mod merge;
mod part;
#[cfg(test)]
mod tests;

pub use merge::{MergeFault, OriginPart, merge};
pub use part::{Origin, Part, PartFault, read_part, shard_range, write_part};
