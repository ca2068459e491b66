//! The standstill, from the day after the letters are sent to the end of a working day in Denmark: how its days are counted
//! (forordning 1182/71 art. 3; lov om Klagenævnet for Udbud § 3(1)).

use jiff::{Span, civil::Date};

use super::closed_days::{ClosedDay, closed_day, is_working_day, next_day};

/// A standstill with dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandstillPeriod {
    /// When the letters are sent.
    pub sent: Date,
    /// The first day that counts: the day after.
    pub first_day: Date,
    /// The last day as counted in calendar days.
    pub counted_until: Date,
    /// The last day, to its end: a working day.
    pub last_day: Date,
    /// Why it runs longer than counted: the days on which it could not end.
    pub closed: Vec<(Date, ClosedDay)>,
    /// The first day on which the contract may be signed.
    pub may_sign_from: Date,
}

/// A standstill of `days` calendar days from the day after the letters are sent. Where its last day is a Saturday, a Sunday
/// or a holiday, it runs to the end of the next working day (art. 3(4)); a period of two days or more has at least two working
/// days (art. 3(5)). `None` for no days, and where a date would not fit in the calendar.
pub fn standstill(sent: Date, days: u32) -> Option<StandstillPeriod> {
    if days == 0 {
        return None;
    }
    let first_day = next_day(sent)?;
    let counted_until = sent.checked_add(Span::new().days(i64::from(days))).ok()?;
    let mut working = working_days(first_day, counted_until)?;
    let needed = if days >= 2 { 2 } else { 1 };
    let mut last_day = counted_until;
    let mut closed = Vec::new();
    loop {
        match closed_day(last_day) {
            Some(why) => closed.push((last_day, why)),
            None if working >= needed => break,
            None => {}
        }
        last_day = next_day(last_day)?;
        working += u32::from(is_working_day(last_day));
    }
    let may_sign_from = next_day(last_day)?;
    Some(StandstillPeriod { sent, first_day, counted_until, last_day, closed, may_sign_from })
}

/// Working days from one day to another, both included; no more than two are counted.
fn working_days(first: Date, last: Date) -> Option<u32> {
    let (mut day, mut count) = (first, 0);
    while day <= last && count < 2 {
        count += u32::from(is_working_day(day));
        day = next_day(day)?;
    }
    Some(count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    type Day = (i16, i8, i8);

    fn ends((y, m, d): Day, days: u32) -> Day {
        let last = standstill(date(y, m, d), days).unwrap().last_day;
        (last.year(), last.month(), last.day())
    }

    /// Sent, days, last day: counted by hand in almanacs.
    const REAL: [(Day, u32, Day); 24] = [
        // ends on an ordinary day
        ((2024, 11, 18), 10, (2024, 11, 28)),
        ((2025, 2, 3), 15, (2025, 2, 18)),
        // the tenth day is a Saturday, a Sunday
        ((2024, 11, 20), 10, (2024, 12, 2)),
        ((2024, 11, 21), 10, (2024, 12, 2)),
        // Easter: Maundy Thursday to Easter Monday
        ((2020, 3, 30), 10, (2020, 4, 14)),
        ((2021, 3, 22), 10, (2021, 4, 6)),
        ((2024, 3, 18), 10, (2024, 4, 2)),
        ((2025, 4, 8), 10, (2025, 4, 22)),
        ((2026, 3, 24), 10, (2026, 4, 7)),
        ((2027, 3, 16), 10, (2027, 3, 30)),
        ((2030, 4, 8), 10, (2030, 4, 23)),
        ((2035, 3, 12), 10, (2035, 3, 27)),
        // store bededag: 5 May 2023, no longer 26 April 2024
        ((2023, 4, 25), 10, (2023, 5, 8)),
        ((2024, 4, 16), 10, (2024, 4, 26)),
        ((2022, 5, 3), 10, (2022, 5, 16)),
        // Ascension Day and 2. pinsedag
        ((2025, 5, 19), 10, (2025, 5, 30)),
        ((2029, 5, 11), 10, (2029, 5, 22)),
        ((2031, 5, 23), 10, (2031, 6, 3)),
        // grundlovsdag, on a Wednesday and before a weekend
        ((2024, 5, 26), 10, (2024, 6, 6)),
        ((2026, 5, 26), 10, (2026, 6, 8)),
        // Christmas and New Year
        ((2025, 12, 14), 10, (2025, 12, 29)),
        ((2024, 12, 21), 10, (2025, 1, 2)),
        ((2032, 12, 21), 10, (2033, 1, 3)),
        ((2028, 12, 9), 15, (2028, 12, 27)),
    ];

    #[test]
    fn standstills_of_real_years() {
        for (sent, days, last) in REAL {
            assert_eq!(ends(sent, days), last, "{days} days, sent {sent:?}");
        }
    }

    #[test]
    fn the_contract_may_be_signed_the_day_after() {
        let period = standstill(date(2025, 4, 8), 10).unwrap();
        assert_eq!(period.first_day, date(2025, 4, 9));
        assert_eq!(period.counted_until, date(2025, 4, 18));
        assert_eq!(period.last_day, date(2025, 4, 22));
        assert_eq!(period.may_sign_from, date(2025, 4, 23));
        let why: Vec<ClosedDay> = period.closed.iter().map(|(_, why)| *why).collect();
        let easter = [ClosedDay::GoodFriday, ClosedDay::Saturday, ClosedDay::Sunday, ClosedDay::EasterMonday];
        assert_eq!(why, easter);
    }

    #[test]
    fn two_working_days_at_least() {
        // three days from the Wednesday before Easter: Thursday, Friday and Saturday are none, so Tuesday and Wednesday
        assert_eq!(ends((2025, 4, 16), 3), (2025, 4, 23));
        // one day needs one
        assert_eq!(ends((2025, 4, 16), 1), (2025, 4, 22));
        assert_eq!(ends((2025, 2, 7), 2), (2025, 2, 11));
    }

    #[test]
    fn no_days_no_standstill() {
        assert_eq!(standstill(date(2025, 4, 8), 0), None);
        assert_eq!(standstill(Date::MAX, 10), None);
    }

    proptest! {
        #[test]
        fn it_ends_on_a_working_day_and_never_early(from in 0_i64..40_000, days in 1_u32..60) {
            let sent = date(1990, 1, 1).checked_add(Span::new().days(from)).unwrap();
            let period = standstill(sent, days).unwrap();
            prop_assert!(is_working_day(period.last_day));
            prop_assert!(period.last_day >= period.counted_until);
            // nobody waits more than a week for the next working day, Christmas and Easter included
            prop_assert!(period.counted_until.until(period.last_day).unwrap().get_days() <= 7);
            prop_assert_eq!(next_day(period.last_day), Some(period.may_sign_from));
        }
    }
}
