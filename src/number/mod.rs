//! The types of all figures: each exact, each with its unit in its name.
//!
//! Money × money does not compile; a unit price times a volume is money. Rounding is never silent: every function
//! that rounds says in its name which way. Overflow is [`Overflow`], an error that reaches the user, never a wrapped
//! or saturated figure.

mod figure;
mod money;
mod parse;
mod quantity;
mod ratio;
mod rounding;

pub use figure::{Figure, Figures};
pub use money::{Money, UnitPrice};
pub use parse::{ParseNumberError, parse_number, two_readings};
pub use quantity::{Percent, Period, Volume};
pub use ratio::Ratio;
pub use rounding::{Rounding, divide_half_up};

/// A figure would not fit in the integers that hold it. Reported to the user as `figure-too-large`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overflow;

impl std::fmt::Display for Overflow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a figure is too large to be computed exactly")
    }
}

impl std::error::Error for Overflow {}
