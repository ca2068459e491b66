//! What is wrong with the text of a formula, and where.

/// Something wrong in the text of a formula: bytes `start..end` of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FormulaSyntaxError {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// What is wrong.
    pub kind: FormulaSyntaxErrorKind,
}

/// The ways in which the text of a formula can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FormulaSyntaxErrorKind {
    /// There is nothing in it.
    Empty,
    /// It is longer than [`super::MAX_LENGTH`] bytes.
    TooLong,
    /// It is nested deeper than [`super::MAX_DEPTH`].
    TooDeep,
    /// A character that the language does not have.
    UnexpectedCharacter(char),
    /// A number that is not written as format 1 writes numbers, with the right form where it can be guessed.
    NumberForm(Option<String>),
    /// A number of more than 28 digits.
    NumberTooLong,
    /// A name that the language does not have, with the nearest that it has.
    UnknownName {
        /// As written.
        name: String,
        /// The nearest.
        nearest: Option<String>,
    },
    /// After `points.`: no declared criterion.
    UnknownCriterion {
        /// As written.
        name: String,
        /// The nearest.
        nearest: Option<String>,
    },
    /// After `values.`: no declared value.
    UnknownValue {
        /// As written.
        name: String,
        /// The nearest.
        nearest: Option<String>,
    },
    /// `weight` where there is none: at the top of the model.
    NoWeightHere,
    /// Something else was expected here.
    Expected {
        /// What may come here.
        expected: FormulaPart,
        /// What comes here; empty at the end of the text.
        found: String,
    },
    /// `a < b < c`: comparisons are not chained.
    ChainedComparison,
    /// A condition where a number is needed.
    NumberNeeded,
    /// A number where a condition is needed.
    ConditionNeeded,
    /// A function with too few or too many arguments.
    ArgumentCount {
        /// Which function.
        function: &'static str,
        /// The least number.
        least: usize,
        /// The greatest number; no limit if `None`.
        most: Option<usize>,
        /// The number written.
        found: usize,
    },
}

impl FormulaSyntaxErrorKind {
    /// The stable name.
    pub const fn name(&self) -> &'static str {
        match self {
            FormulaSyntaxErrorKind::Empty => "empty",
            FormulaSyntaxErrorKind::TooLong => "too-long",
            FormulaSyntaxErrorKind::TooDeep => "too-deep",
            FormulaSyntaxErrorKind::UnexpectedCharacter(_) => "unexpected-character",
            FormulaSyntaxErrorKind::NumberForm(_) => "number-form",
            FormulaSyntaxErrorKind::NumberTooLong => "number-too-long",
            FormulaSyntaxErrorKind::UnknownName { .. } => "unknown-name",
            FormulaSyntaxErrorKind::UnknownCriterion { .. } => "unknown-criterion",
            FormulaSyntaxErrorKind::UnknownValue { .. } => "unknown-value",
            FormulaSyntaxErrorKind::NoWeightHere => "no-weight-here",
            FormulaSyntaxErrorKind::Expected { .. } => "expected",
            FormulaSyntaxErrorKind::ChainedComparison => "chained-comparison",
            FormulaSyntaxErrorKind::NumberNeeded => "number-needed",
            FormulaSyntaxErrorKind::ConditionNeeded => "condition-needed",
            FormulaSyntaxErrorKind::ArgumentCount { .. } => "argument-count",
        }
    }
}

impl std::fmt::Display for FormulaSyntaxError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let unknown = |f: &mut std::fmt::Formatter<'_>, what: &str, name: &str, nearest: &Option<String>| {
            write!(f, "{what} `{name}`")?;
            nearest.as_ref().map_or(Ok(()), |n| write!(f, "; the nearest is `{n}`"))
        };
        match &self.kind {
            FormulaSyntaxErrorKind::Empty => f.write_str("the formula is empty"),
            FormulaSyntaxErrorKind::TooLong => {
                write!(f, "the formula is longer than {} bytes", super::MAX_LENGTH)
            }
            FormulaSyntaxErrorKind::TooDeep => {
                write!(f, "the formula is nested deeper than {} levels", super::MAX_DEPTH)
            }
            FormulaSyntaxErrorKind::UnexpectedCharacter(c) => write!(f, "unexpected character `{c}`"),
            FormulaSyntaxErrorKind::NumberForm(Some(write)) => write!(f, "not a number; write {write}"),
            FormulaSyntaxErrorKind::NumberForm(None) => f.write_str("not a number"),
            FormulaSyntaxErrorKind::NumberTooLong => f.write_str("a number of more than 28 digits"),
            FormulaSyntaxErrorKind::UnknownName { name, nearest } => {
                unknown(f, "unknown name", name, nearest)
            }
            FormulaSyntaxErrorKind::UnknownCriterion { name, nearest } => {
                unknown(f, "no leaf criterion is called", name, nearest)
            }
            FormulaSyntaxErrorKind::UnknownValue { name, nearest } => {
                unknown(f, "no value is called", name, nearest)
            }
            FormulaSyntaxErrorKind::NoWeightHere => {
                f.write_str("`weight` is the weight of a criterion; the formula of the whole model has none")
            }
            FormulaSyntaxErrorKind::Expected { expected, found } if found.is_empty() => {
                write!(f, "expected {expected}, but the formula ends")
            }
            FormulaSyntaxErrorKind::Expected { expected, found } => {
                write!(f, "expected {expected}, found `{found}`")
            }
            FormulaSyntaxErrorKind::ChainedComparison => {
                f.write_str("comparisons are not chained; write `a < b and b < c`")
            }
            FormulaSyntaxErrorKind::NumberNeeded => {
                f.write_str("a number is needed here, and this is a condition")
            }
            FormulaSyntaxErrorKind::ConditionNeeded => {
                f.write_str("a condition is needed here, and this is a number")
            }
            FormulaSyntaxErrorKind::ArgumentCount { function, least, most, found } => {
                let wanted = match most {
                    Some(most) if most == least => format!("{least}"),
                    Some(most) => format!("{least} to {most}"),
                    None => format!("at least {least}"),
                };
                write!(f, "`{function}` takes {wanted} argument(s), found {found}")
            }
        }
    }
}

impl std::error::Error for FormulaSyntaxError {}

/// What a formula may need at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FormulaPart {
    /// An operator, or the end of the formula.
    Operator,
    /// A number, a name or an opening parenthesis.
    Operand,
    /// A closing parenthesis.
    Parenthesis,
    /// The word `then`.
    Then,
    /// The word `else`.
    Else,
    /// A comma, or a closing parenthesis.
    Comma,
}

impl FormulaPart {
    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            FormulaPart::Operator => "operator",
            FormulaPart::Operand => "operand",
            FormulaPart::Parenthesis => "parenthesis",
            FormulaPart::Then => "then",
            FormulaPart::Else => "else",
            FormulaPart::Comma => "comma",
        }
    }
}

impl std::fmt::Display for FormulaPart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            FormulaPart::Operator => "an operator or the end of the formula",
            FormulaPart::Operand => "a number, a name or a parenthesis",
            FormulaPart::Parenthesis => "`)`",
            FormulaPart::Then => "`then`",
            FormulaPart::Else => "`else`",
            FormulaPart::Comma => "`,` or `)`",
        })
    }
}
