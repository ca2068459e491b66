//! The formula language (`docs/reference/formula.md`), read from its canonical form and computed in exact fractions.

mod compute;
mod numeric;
mod read;

pub(super) use compute::{FormulaBid, FormulaLot, Run};
pub(super) use read::{Names, read};

use super::exact::Exact;

/// A part of a formula: a number or a condition.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part {
    Number(Exact),
    Name(Name),
    Points(String),
    Value(String),
    /// Each with whether it is taken off.
    Sum(Vec<(bool, Part)>),
    /// Each with whether it divides.
    Product(Vec<(bool, Part)>),
    Negated(Box<Part>),
    Compared(Box<Part>, Comparison, Box<Part>),
    Not(Box<Part>),
    All(Vec<Part>),
    Any(Vec<Part>),
    If(Box<[Part; 3]>),
    Call(Function, Vec<Part>),
    /// Over all admissible bids; numbered, since it is the same for every bid.
    Over(Over, Box<Part>, usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Price,
    Measure,
    Scale,
    Weight,
    Tariff,
    Fallback,
    Count,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    Below,
    AtMost,
    Above,
    AtLeast,
    Equal,
    Unequal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Function {
    Min,
    Max,
    Abs,
    Round,
    Pow,
    Log,
    Sqrt,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    Lowest,
    Highest,
    Average,
    Median,
}

/// A formula that has been read.
#[derive(Clone, Debug)]
pub(super) struct Formula {
    pub(super) root: Part,
    /// How many parts are taken over all bids.
    pub(super) overs: usize,
    /// The criteria whose points it uses.
    pub(super) criteria: Vec<String>,
}
