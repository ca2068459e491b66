//! Market dialogue: the same engine on drawn inputs, before anything is published.
//!
//! A [`Dialogue`] names a tender and says what is uncertain about it. Each draw is one possible course of events: volumes, the
//! day on which the akuttakst lapses, who bids, and at which discounts. **Every draw is evaluated under all structures**
//! (common random numbers), each with the exact award, and becomes rows of a [`DrawTable`]; everything that is told is
//! computed from that table alone, in integers, so that parts drawn elsewhere add up to the very same result.

pub mod canonical;
mod defaults;
mod dialogue;
mod draw_table;
pub mod engine;
mod input;
pub mod random;
pub mod read;
pub mod results;
mod shard;

pub use defaults::DefaultUsed;
pub use dialogue::{
    Bidders, Course, DateChance, Dialogue, Distribution, Drawn, Group, LapseDay, Participation, Profile,
    Response, Scenario, Volumes, VolumesKnown, decimal,
};
pub use draw_table::{DrawTable, LotRow, Shape, StructureRow};
pub use engine::{Engine, Shift};
pub use input::Input;
pub use read::{TenderOrDialogue, read_dialogue, read_tender_or_dialogue};
pub use shard::{MergeFault, Origin, OriginPart, Part, PartFault, merge, read_part, shard_range, write_part};
