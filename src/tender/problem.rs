//! What is wrong with a file: a value with a code, a place and typed arguments. Wording lives in `report`.

use super::Place;
use crate::quantity::{Figure, Figures};

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

/// Declares the problem codes: one line each, name and severity.
macro_rules! problem_codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $severity:ident;)+) => {
        /// Every sort of problem in a file. The name is stable; `docs/reference/problems.md` has a line for each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ProblemCode {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl ProblemCode {
            /// All codes, in the order in which they are declared.
            pub const ALL: &[ProblemCode] = &[$(ProblemCode::$variant,)+];

            /// The stable name.
            pub const fn name(self) -> &'static str {
                match self { $(ProblemCode::$variant => $name,)+ }
            }

            /// How grave it is.
            pub const fn severity(self) -> Severity {
                match self { $(ProblemCode::$variant => Severity::$severity,)+ }
            }
        }
    };
}

problem_codes! {
    /// The file is not TOML. Arguments: `reason`.
    Syntax = "syntax", Error;
    /// A number is not written as format 1 writes numbers. Arguments: `text`, perhaps `write`.
    NumberForm = "number-form", Error;
}
