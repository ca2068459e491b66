//! The formula language (docs/reference/formula.md): small, typed, exact.
//!
//! A text is parsed once, against the names that the tender declares, into a typed tree: what is a number and what is a
//! condition is settled then, and errors carry their place in the text. It is computed in exact fractions;
//! `docs/reference/formula.md` describes the language.

mod compute;
mod numeric;
mod parse;
mod syntax_error;
#[cfg(test)]
mod tests;

pub use compute::{Bid, Computation, FormulaError, FormulaErrorKind, Lot};
pub use syntax_error::{FormulaPart, FormulaSyntaxError, FormulaSyntaxErrorKind};

/// The greatest length of a formula in bytes.
pub const MAX_LENGTH: usize = 10_000;
/// The greatest depth of nesting in a formula.
pub const MAX_DEPTH: usize = 64;

/// The names that a tender declares and a formula may use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Leaf criteria, for `points.<criterion>`.
    pub criteria: Vec<String>,
    /// Measured values, for `values.<name>`.
    pub values: Vec<String>,
    /// Whether other values may still be declared, as before the first bid: then a name that is not among `values` is
    /// taken up to the end of its letters, digits, `_` and inner `-`.
    pub more_values: bool,
    /// Whether `weight` means something: in the formula of a criterion with a weight, not at the top of a model.
    pub weight: bool,
}

/// A parsed formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    text: String,
    canonical: String,
    criteria: Vec<String>,
    values: Vec<String>,
    slots: usize,
    root: parse::Number,
}

impl Expression {
    /// Reads a formula.
    ///
    /// # Errors
    /// The first [`FormulaSyntaxError`], with its place in the text.
    pub fn parse(text: &str, names: &Names) -> Result<Self, FormulaSyntaxError> {
        if text.len() > MAX_LENGTH {
            return Err(FormulaSyntaxError {
                start: 0,
                end: text.len(),
                kind: FormulaSyntaxErrorKind::TooLong,
            });
        }
        let tokens = parse::tokens(text, names)?;
        if tokens.is_empty() {
            return Err(FormulaSyntaxError {
                start: 0,
                end: text.len(),
                kind: FormulaSyntaxErrorKind::Empty,
            });
        }
        let mut parser = parse::Parser {
            tokens: &tokens,
            names,
            length: text.len(),
            at: 0,
            depth: 0,
            criteria: Vec::new(),
            values: Vec::new(),
            slots: 0,
        };
        let root = parser.whole()?;
        let criteria = parser.criteria.iter().filter_map(|i| names.criteria.get(*i).cloned()).collect();
        Ok(Expression {
            text: text.into(),
            canonical: parse::canonical(&tokens, names),
            criteria,
            values: parser.values,
            slots: parser.slots,
            root,
        })
    }

    /// The text as written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The tokens with one space between them, numbers without needless zeros: the same for formulas that differ in
    /// spacing alone.
    pub fn canonical(&self) -> &str {
        &self.canonical
    }

    /// The criteria whose points it uses, in order of first use.
    pub fn criteria(&self) -> &[String] {
        &self.criteria
    }

    /// The measured values that it uses, in order of first use.
    pub fn values(&self) -> &[String] {
        &self.values
    }
}
