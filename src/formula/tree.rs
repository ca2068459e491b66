//! The typed tree: numbers and conditions are different types, so that nothing is left to check when it is computed.

use crate::number::Ratio;

/// A number, and the bytes of the text that it comes from.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Number {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) op: NumberOp,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum NumberOp {
    Constant(Ratio),
    Name(Name),
    /// The points of a leaf: index into [`super::Expression::criteria`].
    Points(usize),
    /// A measured value: index into [`super::Expression::values`].
    Value(usize),
    Negated(Box<Number>),
    /// The terms in order; `true` where a term is taken away.
    Sum(Vec<(bool, Number)>),
    /// The factors in order; `true` where is divided by it.
    Product(Vec<(bool, Number)>),
    If(Box<Condition>, Box<Number>, Box<Number>),
    Min(Vec<Number>),
    Max(Vec<Number>),
    Abs(Box<Number>),
    Round(Box<Number>, Box<Number>),
    Pow(Box<Number>, Box<Number>),
    Log(Box<Number>, Option<Box<Number>>),
    Sqrt(Box<Number>),
    /// Over all admissible bids on the lot; the slot numbers it within the formula.
    Over {
        what: Over,
        of: Box<Number>,
        slot: usize,
    },
    Count,
}

/// A figure that the lot or the bid has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Price,
    Measure,
    Scale,
    Weight,
    Tariff,
    Fallback,
}

/// What is taken over all admissible bids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    Lowest,
    Highest,
    Average,
    Median,
}

/// Something that is true or false.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Condition {
    Compare(Comparison, Box<Number>, Box<Number>),
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    If(Box<Condition>, Box<Condition>, Box<Condition>),
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
