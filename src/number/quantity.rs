//! Quantities as a file states them: per cent, volumes, periods.

use jiff::civil::Date;
use rust_decimal::Decimal;

/// A per cent with at most four decimals, as written in a file: `12.5` is twelve and a half per cent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(i64);

impl Percent {
    /// Nothing.
    pub const ZERO: Percent = Percent(0);
    /// 100 % in ten-thousandths of a per cent.
    pub const HUNDRED_PARTS: i64 = 1_000_000;

    /// From ten-thousandths of a per cent.
    pub const fn from_parts(parts: i64) -> Self {
        Percent(parts)
    }

    /// In ten-thousandths of a per cent.
    pub const fn parts(self) -> i64 {
        self.0
    }

    /// From the figure as written; `None` with more than four decimals or far outside any use.
    pub fn from_decimal(percent: Decimal) -> Option<Self> {
        if percent.scale() > 4 {
            return None;
        }
        let parts = percent.mantissa().checked_mul(10_i128.pow(4 - percent.scale()))?;
        i64::try_from(parts).ok().map(Percent)
    }

    /// As an exact decimal, without trailing zeros.
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.0, 4).normalize()
    }
}

/// The shortest exact decimal: `12.5`.
impl std::fmt::Display for Percent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.to_decimal().to_string())
    }
}

/// An expected number of procedures over the whole contract, or a capacity in procedures: 0 to 1,000,000,000 in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Volume(u64);

impl Volume {
    /// None.
    pub const ZERO: Volume = Volume(0);
    /// The largest volume that a file may state (docs/reference/format.md, "Numbers").
    pub const LIMIT: u64 = 1_000_000_000;

    /// From a count; `None` above the limit of a file.
    pub const fn from_count(count: u64) -> Option<Self> {
        if count <= Self::LIMIT { Some(Volume(count)) } else { None }
    }

    /// From a count that was computed from volumes, and may pass the limit of a file.
    pub const fn from_total(count: u64) -> Self {
        Volume(count)
    }

    /// As a count.
    pub const fn count(self) -> u64 {
        self.0
    }

    /// The sum of many volumes; a sum may pass the limit of a file.
    pub fn sum(volumes: impl IntoIterator<Item = Volume>) -> Volume {
        // fewer than 2^34 volumes of at most 2^30 each: fits
        Volume(volumes.into_iter().map(|v| v.0).sum())
    }
}

impl std::fmt::Display for Volume {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// Days from `from` until `until`, both included (docs/reference/format.md, "Numbers, dates, names").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day; not before `from`.
    pub until: Date,
}

impl Period {
    /// The number of days, 1 or more.
    pub fn days(self) -> u32 {
        days_between(self.from, self.until) + 1
    }

    /// The days that both periods share.
    pub fn overlap(self, other: Period) -> Option<Period> {
        let shared = Period { from: self.from.max(other.from), until: self.until.min(other.until) };
        (shared.from <= shared.until).then_some(shared)
    }

    /// Whether the day lies in the period.
    pub fn contains(self, day: Date) -> bool {
        self.from <= day && day <= self.until
    }
}

fn days_between(from: Date, until: Date) -> u32 {
    // dates span -9999 to 9999: under 8 million days
    u32::try_from(from.until(until).map_or(0, |span| span.get_days())).unwrap_or(0)
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} – {}", self.from, self.until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn both_ends_count() {
        let contract = Period { from: date(2024, 12, 1), until: date(2026, 11, 30) };
        let akut = Period { from: date(2024, 1, 1), until: date(2025, 6, 1) };
        assert_eq!(contract.days(), 730);
        assert_eq!(contract.overlap(akut).unwrap().days(), 183);
    }
}
