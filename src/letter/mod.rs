//! A letter to one bidder (*underretning*, *tildelingsbrev*, *afslag*): its content, before it is worded.
//!
//! | file | contents |
//! |---|---|
//! | `content` | what one bidder is told: its own figures, the winners', how its bid compares; nothing that the policy does not allow |
//! | `known_facts` | the same as facts, so that [`crate::disclosure`] can derive what follows from them |
//!
//! A letter is written from a record alone: [`crate::record::Record::replay`] gives the decision that it reports.
//!
//! Wording is in `report::letter`. `docs/guides/letters.md` is for those who send them.

mod content;
mod known_facts;

pub use content::{
    CriterionComparison, Gap, GapFigure, Letter, LetterKind, LotPart, OtherBid, OwnFigures, OwnPart,
    ReaderLotOutcome, WinningBid, letter, ties_lots_together,
};
pub use known_facts::knowledge_of;
