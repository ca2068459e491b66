//! The letter to each bidder (*tildelingsbrev*, *afslag*): what it says, before it is worded.
//!
//! | file | holds |
//! |---|---|
//! | `content` | what one bidder is told: its own figures, the winners', how it stands; nothing that the policy does not allow |
//! | `parts` | the types of all that |
//! | `told` | the same as facts, so that [`crate::disclosure`] can say what follows from it |
//! | `source` | the decision behind a record: read from its inputs, and equal to what the record says |
//!
//! Wording is in `report::letter`. `docs/guides/letters.md` is for those who send them.

mod content;
mod parts;
mod source;
mod told;

pub use content::{letter, ties_lots_together};
pub use parts::{
    Comparison, Gap, GapFigure, Letter, LotOutcome, LotPart, Other, OwnFigures, OwnPart, Sort, Winner,
};
pub use source::{Source, SourceFault, decided};
pub use told::reader_of;
