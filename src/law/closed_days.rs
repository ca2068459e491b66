//! Working days in Denmark.
//!
//! Forordning (EØF, Euratom) nr. 1182/71 art. 2(2): working days are all days but public holidays, Sundays and Saturdays;
//! art. 2(1) leaves the public holidays to the member state. In Denmark they are the holidays of the national church
//! (helligdage). Store bededag is not one from 2024 on (lov nr. 214 af 7. marts 2023).
//!
//! Grundlovsdag (5 June), 24 and 31 December are not holidays of the church, but Danish authorities let no time limit end on
//! them. They do not count as working days here: where opinions may differ the standstill is longer, which costs nobody a
//! right, and never shorter.

use jiff::{Span, civil::Date, civil::Weekday};

/// Why a day is not a working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosedDay {
    /// A Saturday.
    Saturday,
    /// A Sunday, Easter Sunday and Whit Sunday included.
    Sunday,
    /// nytårsdag
    NewYearsDay,
    /// skærtorsdag
    MaundyThursday,
    /// langfredag
    GoodFriday,
    /// 2. påskedag
    EasterMonday,
    /// store bededag, until 2023
    GeneralPrayerDay,
    /// Kristi himmelfartsdag
    AscensionDay,
    /// 2. pinsedag
    WhitMonday,
    /// grundlovsdag
    ConstitutionDay,
    /// 24. december
    ChristmasEve,
    /// 1. juledag
    ChristmasDay,
    /// 2. juledag
    SecondChristmasDay,
    /// 31. december
    NewYearsEve,
}

/// The last year with store bededag.
const LAST_GENERAL_PRAYER_DAY: i16 = 2023;

/// Whether a day is a working day.
pub fn is_working_day(day: Date) -> bool {
    closed_day(day).is_none()
}

/// Why a day is not a working day; `None` if it is one. A holiday on a weekend is named as the holiday.
pub fn closed_day(day: Date) -> Option<ClosedDay> {
    let fixed = match (day.month(), day.day()) {
        (1, 1) => Some(ClosedDay::NewYearsDay),
        (6, 5) => Some(ClosedDay::ConstitutionDay),
        (12, 24) => Some(ClosedDay::ChristmasEve),
        (12, 25) => Some(ClosedDay::ChristmasDay),
        (12, 26) => Some(ClosedDay::SecondChristmasDay),
        (12, 31) => Some(ClosedDay::NewYearsEve),
        _ => None,
    };
    let weekend = match day.weekday() {
        Weekday::Saturday => Some(ClosedDay::Saturday),
        Weekday::Sunday => Some(ClosedDay::Sunday),
        _ => None,
    };
    // grundlovsdag is no holiday: where it meets one (2. pinsedag in 2017), the holiday is named
    let named = fixed.filter(|d| *d != ClosedDay::ConstitutionDay).or_else(|| after_easter(day)).or(fixed);
    named.or(weekend)
}

/// The holidays that move with Easter.
fn after_easter(day: Date) -> Option<ClosedDay> {
    let since = easter_sunday(day.year())?.until(day).ok()?.get_days();
    match since {
        -3 => Some(ClosedDay::MaundyThursday),
        -2 => Some(ClosedDay::GoodFriday),
        1 => Some(ClosedDay::EasterMonday),
        26 if day.year() <= LAST_GENERAL_PRAYER_DAY => Some(ClosedDay::GeneralPrayerDay),
        39 => Some(ClosedDay::AscensionDay),
        50 => Some(ClosedDay::WhitMonday),
        _ => None,
    }
}

/// Easter Sunday of a year in the Gregorian calendar, by the computus without tables (Meeus, Jones and Butcher).
pub fn easter_sunday(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let n = h + l - 7 * m;
    let month = (n + 90) / 25;
    let day = (n + 33 * month + 19) % 32;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The day after.
pub(super) fn next_day(day: Date) -> Option<Date> {
    day.checked_add(Span::new().days(1)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// Easter Sunday, as almanacs print it.
    const EASTER: [(i16, i8, i8); 16] = [
        (2020, 4, 12),
        (2021, 4, 4),
        (2022, 4, 17),
        (2023, 4, 9),
        (2024, 3, 31),
        (2025, 4, 20),
        (2026, 4, 5),
        (2027, 3, 28),
        (2028, 4, 16),
        (2029, 4, 1),
        (2030, 4, 21),
        (2031, 4, 13),
        (2032, 3, 28),
        (2033, 4, 17),
        (2034, 4, 9),
        (2035, 3, 25),
    ];

    #[test]
    fn easter_of_real_years() {
        for (year, month, day) in EASTER {
            assert_eq!(easter_sunday(year), Some(date(year, month, day)));
        }
        // the earliest and the latest that there can be, and a year on which simpler rules go wrong
        assert_eq!(easter_sunday(1818), Some(date(1818, 3, 22)));
        assert_eq!(easter_sunday(2038), Some(date(2038, 4, 25)));
        assert_eq!(easter_sunday(1954), Some(date(1954, 4, 18)));
    }

    #[test]
    fn holidays_of_2025() {
        let closed: Vec<(Date, ClosedDay)> = date(2025, 1, 1)
            .series(Span::new().days(1))
            .take(365)
            .filter_map(|d| Some((d, closed_day(d)?)))
            .filter(|(_, why)| !matches!(why, ClosedDay::Saturday | ClosedDay::Sunday))
            .collect();
        let expected = [
            (date(2025, 1, 1), ClosedDay::NewYearsDay),
            (date(2025, 4, 17), ClosedDay::MaundyThursday),
            (date(2025, 4, 18), ClosedDay::GoodFriday),
            (date(2025, 4, 21), ClosedDay::EasterMonday),
            (date(2025, 5, 29), ClosedDay::AscensionDay),
            (date(2025, 6, 5), ClosedDay::ConstitutionDay),
            (date(2025, 6, 9), ClosedDay::WhitMonday),
            (date(2025, 12, 24), ClosedDay::ChristmasEve),
            (date(2025, 12, 25), ClosedDay::ChristmasDay),
            (date(2025, 12, 26), ClosedDay::SecondChristmasDay),
            (date(2025, 12, 31), ClosedDay::NewYearsEve),
        ];
        assert_eq!(closed, expected);
    }

    #[test]
    fn store_bededag_ended_in_2023() {
        assert_eq!(closed_day(date(2023, 5, 5)), Some(ClosedDay::GeneralPrayerDay));
        assert_eq!(closed_day(date(2022, 5, 13)), Some(ClosedDay::GeneralPrayerDay));
        assert!(is_working_day(date(2024, 4, 26)));
        assert!(is_working_day(date(2025, 5, 16)));
    }

    #[test]
    fn every_year_has_its_holidays() {
        for year in 2020..=2035 {
            let days = date(year, 1, 1).series(Span::new().days(1)).take_while(|d| d.year() == year);
            let moving = days.filter_map(after_easter).count();
            assert_eq!(moving, if year <= 2023 { 6 } else { 5 }, "{year}");
        }
        // 5 June and 2. pinsedag on one day
        assert_eq!(closed_day(date(2017, 6, 5)), Some(ClosedDay::WhitMonday));
    }
}
