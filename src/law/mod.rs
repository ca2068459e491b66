//! Dates and days as the law has them, apart from any tender.
//!
//! | file | rule |
//! |---|---|
//! | `closed_days` | which days are working days: Easter, the public holidays, the days on which public offices are closed |
//! | `standstill` | how days are counted (forordning 1182/71), and the first day on which a contract may be signed |

mod closed_days;
mod standstill;

pub use closed_days::{ClosedDay, closed_day, easter_sunday, is_working_day};
pub use standstill::{StandstillPeriod, standstill};
