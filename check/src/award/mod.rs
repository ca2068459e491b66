//! The award (`docs/reference/rules.md`, "Best award"): that it keeps every rule, costs what it says, and, as far as all
//! awards can be gone through, that none is better, none of the equally good ones is missing, and the tie rules choose as
//! published. Beyond that the certificate proves what is not gone through here.

mod bidders;
mod budget;
mod check;
mod every;
mod ranking;
mod several;
mod ties;

pub(super) use budget::check_budget;
pub(super) use check::check_award;
pub(super) use several::check_several;

/// A winner for each lot, or nobody.
pub(super) type Award = Vec<Option<usize>>;

/// How far the award has been looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AwardExtent {
    /// All awards were gone through: none is better, none of the best is missing, the tie rules choose as published.
    Every,
    /// The lots do not hang together, so each was decided by itself; the best awards are too many to go through, and the tie
    /// rules were not applied anew.
    LotByLot,
    /// There are too many awards to go through: it keeps every rule and costs what it says. That none is better, the
    /// certificate proves.
    Feasible,
    /// Several suppliers for each lot: each lot was ranked anew.
    Ranked,
}
