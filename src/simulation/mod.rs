//! Market dialogue: the same engine on drawn inputs, before anything is published.
//!
//! A [`Dialogue`] names a tender and says what is uncertain about it. Each draw is one possible course of events: volumes, the
//! day on which the akuttakst lapses, who bids, and at which discounts. **Every draw is evaluated under all structures**
//! (common random numbers), each with the exact award, and becomes rows of a [`DrawTable`]; everything that is reported is
//! computed from that table alone, in integers, so that parts drawn elsewhere add up to the very same result.

pub mod canonical;
mod dialogue;
mod draw_table;
mod engine;
pub mod random;
pub mod read;
pub mod results;
mod shard;

pub use dialogue::{
    Bidders, Course, DateChance, DefaultUsed, Dialogue, Distribution, Input, LapseDay, Participation,
    Profile, Response, Scenario, UncertainNumber, VolumeGroup, Volumes, VolumesKnown, decimal,
};
pub use draw_table::{DrawTable, LotRow, Shape, StructureRow};
pub use engine::{Engine, Shift};
pub use read::{TenderOrDialogue, read_dialogue, read_tender_or_dialogue};
pub use shard::{
    MergeError, Origin, OriginField, Shard, ShardError, merge, read_shard, shard_range, shard_text,
};
