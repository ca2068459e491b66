use jiff::civil::Date;

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
