//! The formula language.

/// A parsed formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression(String);

impl Expression {
    /// Keeps the text of a formula.
    ///
    /// # Errors
    /// [`FormulaFault`] for an empty text.
    pub fn parse(text: &str) -> Result<Self, FormulaFault> {
        if text.trim().is_empty() {
            return Err(FormulaFault { start: 0, end: text.len(), reason: "empty" });
        }
        Ok(Expression(text.into()))
    }
}

/// Why a text is no formula, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormulaFault {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// Why.
    pub reason: &'static str,
}
