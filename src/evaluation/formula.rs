//! The formula language.

/// A parsed formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression;
