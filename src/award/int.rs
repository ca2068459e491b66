//! The integers that the search computes with: 64 bits where the problem fits, else 128.

use std::fmt::Debug;
use std::ops::{Add, AddAssign, Mul, Sub, SubAssign};

/// A machine integer. Whoever builds a [`Model`](super::model::Model) has shown that no sum in it can overflow.
pub(super) trait Int:
    Copy
    + Ord
    + Debug
    + Default
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + AddAssign
    + SubAssign
    + Send
    + Sync
{
    /// Zero.
    const ZERO: Self;
    /// More than every sum, and small enough to be added to one.
    const NEVER: Self;
    /// The most that a sum may reach.
    const ROOM: i128;
    /// Narrows a value that is known to fit.
    fn narrow(value: i128) -> Self;
    /// Widens.
    fn wide(self) -> i128;
    /// Whether a sum contains [`Int::NEVER`].
    fn is_never(self) -> bool;
}

impl Int for i64 {
    const ZERO: i64 = 0;
    const NEVER: i64 = i64::MAX / 4;
    const ROOM: i128 = 1 << 58;
    fn narrow(value: i128) -> i64 {
        debug_assert!(value.unsigned_abs() < 1 << 62);
        value as i64
    }
    fn wide(self) -> i128 {
        self.into()
    }
    fn is_never(self) -> bool {
        self >= i64::MAX / 8
    }
}

impl Int for i128 {
    const ZERO: i128 = 0;
    const NEVER: i128 = i128::MAX / 4;
    const ROOM: i128 = 1 << 120;
    fn narrow(value: i128) -> i128 {
        value
    }
    fn wide(self) -> i128 {
        self
    }
    fn is_never(self) -> bool {
        self >= i128::MAX / 8
    }
}
