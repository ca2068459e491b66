//! Days and moments, counted as whole numbers.

/// A span of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    /// The first day, as a number.
    pub(crate) from: i64,
    /// The last day.
    pub(crate) until: i64,
}

impl Span {
    /// How many days; 0 where it ends before it begins.
    pub(crate) fn day_count(self) -> i64 {
        (self.until - self.from + 1).max(0)
    }

    /// The days that both have.
    pub(crate) fn meet(self, other: Span) -> Span {
        Span { from: self.from.max(other.from), until: self.until.min(other.until) }
    }

    pub(crate) fn includes(self, day: i64) -> bool {
        self.from <= day && day <= self.until
    }
}

/// The number of a day `2024-12-01`, counted from the first day of year 1.
pub(crate) fn parse_day(text: &str) -> Option<i64> {
    let [year, month, day] = numbers(text, '-', [4, 2, 2])?;
    ordinal(year, month, day)
}

fn ordinal(year: i64, month: i64, day: i64) -> Option<i64> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let lengths = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let before = usize::try_from(month).ok()?.checked_sub(1)?;
    let length = *lengths.get(before)?;
    if !(1..=9999).contains(&year) || !(1..=length).contains(&day) {
        return None;
    }
    let years = year - 1;
    let whole_years = 365 * years + years / 4 - years / 100 + years / 400;
    Some(whole_years + lengths.iter().take(before).sum::<i64>() + day - 1)
}

/// A moment, `2024-11-15T11:00:00Z` or with an offset, as thousand-millionths of a second in universal time.
pub(crate) fn parse_moment(text: &str) -> Option<i128> {
    let (day, rest) = text.split_once('T')?;
    let (clock, offset) = match rest.strip_suffix('Z') {
        Some(clock) => (clock, 0),
        None => {
            let at = rest.rfind(['+', '-'])?;
            let [hours, minutes] = numbers(rest.get(at + 1..)?, ':', [2, 2])?;
            let seconds = hours * 3600 + minutes * 60;
            (rest.get(..at)?, if rest.get(at..)?.starts_with('-') { -seconds } else { seconds })
        }
    };
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let [hours, minutes, seconds] = numbers(clock, ':', [2, 2, 2])?;
    if fraction.is_empty() || fraction.len() > 9 || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let nanos: i128 = format!("{fraction:0<9}").parse().ok()?;
    let seconds = parse_day(day)? * 86_400 + hours * 3600 + minutes * 60 + seconds - offset;
    Some(i128::from(seconds) * 1_000_000_000 + nanos)
}

/// Numbers of fixed length with a sign between them.
fn numbers<const N: usize>(text: &str, between: char, lengths: [usize; N]) -> Option<[i64; N]> {
    let mut out = [0; N];
    let mut parts = text.split(between);
    for (slot, length) in out.iter_mut().zip(lengths) {
        let part = parts.next()?;
        if part.len() != length || !part.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        *slot = part.parse().ok()?;
    }
    parts.next().is_none().then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_with_both_ends() {
        let span = |from: &str, until: &str| Span {
            from: parse_day(from).unwrap(),
            until: parse_day(until).unwrap(),
        };
        assert_eq!(span("2024-12-01", "2026-11-30").day_count(), 730);
        assert_eq!(span("2025-01-01", "2025-06-01").day_count(), 152);
        assert_eq!(span("2024-02-28", "2024-03-01").day_count(), 3);
        let both = span("2024-12-01", "2026-11-30").meet(span("2024-01-01", "2025-06-01"));
        assert_eq!(both.day_count(), 183);
        assert_eq!(parse_day("2025-02-29"), None);
    }

    #[test]
    fn moments_are_compared_in_universal_time() {
        let noon = parse_moment("2024-11-15T12:00:00+01:00").unwrap();
        assert_eq!(parse_moment("2024-11-15T11:00:00Z"), Some(noon));
        assert_eq!(parse_moment("2024-11-15T11:00:00.5Z"), Some(noon + 500_000_000));
        assert_eq!(parse_moment("2024-11-15T06:30:00-04:30"), Some(noon));
        assert_eq!(parse_moment("2024-11-15 11:00:00Z"), None);
    }
}
