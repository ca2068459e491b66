//! What is uncertain, one input at a time.

/// One uncertain input of a study, and what its figure is in every draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// Which scenario of the volumes comes true: its index.
    Scenario,
    /// The factor on all volumes, in millionths.
    Specialty,
    /// The common factor of the groups where no factor on all volumes is uncertain, in millionths of a standard deviation.
    Common,
    /// The factor on a group of codes (index), in millionths.
    Group(usize),
    /// The share of the examinations of a course (index) that end in an operation, in millionths.
    Course(usize),
    /// The last day on which the cap tariff is in force, in days from 1 January 1970.
    Lapse,
    /// Whether a bidder (index) takes part: the drawn figure in millionths, to hold against the probability in each structure.
    TakesPart(usize),
    /// Whether a bidder lacks the codes of one entry of `may-lack` (index): 1 if it does.
    MayLack(usize, usize),
    /// The discount of a bidder before the response, in millionths of a per cent.
    Discount(usize),
    /// The capacity of a bidder, in operations.
    Capacity(usize),
}
