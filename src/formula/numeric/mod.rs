//! Roots, powers and logarithms of exact fractions, in integers only: exact where the result is a fraction, else to
//! [`DIGITS`] significant digits, correctly rounded half up, hence the same on every platform.
//!
//! A result that is not a fraction is enclosed between two bounds in fixed point; the precision is doubled until both
//! bounds round to the same decimal.

mod enclosure;
mod logarithm;
mod power;
mod root;

pub(crate) use logarithm::{logarithm, natural_logarithm};
pub(crate) use power::power;
pub(crate) use root::square_root;

/// Significant digits of a result that is not a fraction (docs/reference/formula.md).
pub(crate) const DIGITS: u32 = 20;

/// The longest numerator or denominator, in bits: about 9,800 digits.
pub(crate) const MAX_BITS: u64 = 1 << 15;

/// Why there is no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumericFault {
    /// Outside what the function is defined for.
    Undefined,
    /// A negative power of 0.
    DivisionByZero,
    /// More than [`MAX_BITS`].
    TooLarge,
}
