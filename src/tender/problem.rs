//! What is wrong with a file: a value with a code, a place and typed arguments. Wording lives in `report`.

use super::{Place, ProblemCode};
use crate::number::{Figure, Figures};

/// One thing that is wrong, or odd, in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which sort.
    pub code: ProblemCode,
    /// Where.
    pub place: Place,
    /// A second place that bears on it (the first use of a duplicate).
    pub related: Option<Place>,
    /// What the wording needs.
    pub args: Figures,
}

impl Problem {
    /// A problem without arguments.
    pub fn new(code: ProblemCode, place: Place) -> Self {
        Problem { code, place, related: None, args: Vec::new() }
    }

    /// With one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, figure: impl Into<Figure>) -> Self {
        self.args.push((name, figure.into()));
        self
    }

    /// With a second place.
    #[must_use]
    pub fn related(mut self, place: Place) -> Self {
        self.related = Some(place);
        self
    }
}

/// How grave a finding or a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Excludes a bid; makes a file invalid.
    Error,
    /// Somebody should look.
    Warning,
    /// For information.
    Note,
}

impl Severity {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}
