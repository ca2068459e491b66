//! Market dialogue: the same engine on drawn inputs, before anything is published.
//!
//! A [`Dialogue`] names a tender and says what is uncertain about it. Each draw is one possible course of events: volumes, the
//! day on which the akuttakst lapses, who bids, and at which discounts. **Every draw is evaluated under all structures**
//! (common random numbers), each with the exact award, and becomes rows of a [`DrawTable`]; everything that is told is
//! computed from that table alone, in integers, so that parts drawn elsewhere add up to the very same result.

mod dialogue;
mod draw_table;
mod input;

pub use dialogue::{
    Bidders, Course, DateChance, Dialogue, Distribution, Drawn, Group, LapseDay, Participation, Profile,
    Response, Scenario, Volumes, VolumesKnown,
};
pub use draw_table::{DrawTable, LotRow, Shape, StructureRow};
pub use input::Input;
