//! The standstill: from the day after the letters are sent, to the end of a working day in Denmark.
//!
//! | file | rule |
//! |---|---|
//! | `calendar` | which days are working days: Easter, the public holidays, the days on which public offices are closed |
//! | `period` | how days are counted (forordning 1182/71), and the first day on which a contract may be signed |
//!
//! How many days a tender has is [`crate::tender::Tender::standstill_terms`].

mod calendar;
mod period;

pub use calendar::{ClosedDay, closed_day, easter_sunday, is_working_day};
pub use period::{StandstillPeriod, standstill};
