//! Figures and templates in the reader's language.

use jiff::{Timestamp, civil::Date, tz::Offset};

use crate::number::{Figure, Money, Ratio};

/// The words of the months, which only a date with its month in words needs.
const MONTHS: [&str; 12] = [
    "unit-january",
    "unit-february",
    "unit-march",
    "unit-april",
    "unit-may",
    "unit-june",
    "unit-july",
    "unit-august",
    "unit-september",
    "unit-october",
    "unit-november",
    "unit-december",
];

/// The language of a text for people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English
    #[default]
    En,
    /// Danish
    Da,
}

impl Language {
    /// `en` or `da`.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Da => "da",
        }
    }

    /// The mark between thousands, and the one before decimals.
    const fn separators(self) -> (char, char) {
        match self {
            Language::En => (',', '.'),
            Language::Da => ('.', ','),
        }
    }

    /// Kroner and øre with thousands separators: `56,875.00`, in Danish `56.875,00`.
    pub fn money(self, money: Money) -> String {
        let mut out = String::new();
        self.push_money(&mut out, money.ore());
        out
    }

    /// Adds kroner and øre to a text.
    pub(super) fn push_money(self, out: &mut String, ore: i128) {
        if ore < 0 {
            out.push('-');
        }
        let ore = ore.unsigned_abs();
        self.push_whole(out, ore / 100);
        let rest = u32::try_from(ore % 100).unwrap_or(0);
        out.push(self.separators().1);
        out.extend([rest / 10, rest % 10].into_iter().filter_map(|d| char::from_digit(d, 10)));
    }

    /// Adds a whole number with thousands separators to a text.
    pub(super) fn push_whole(self, out: &mut String, number: u128) {
        let mut digits = [0_u8; 40];
        let (mut count, mut left) = (0, number);
        while let Some(digit) = digits.get_mut(count) {
            *digit = u8::try_from(left % 10).unwrap_or(0);
            count += 1;
            left /= 10;
            if left == 0 {
                break;
            }
        }
        for i in (0..count).rev() {
            out.push(char::from(b'0' + digits[i]));
            if i > 0 && i % 3 == 0 {
                out.push(self.separators().0);
            }
        }
    }

    /// A plain decimal (`-1234.5`) with the separators of the language. A fraction (`1/3`) stays as it is.
    pub fn decimal(self, plain: &str) -> String {
        let (thousands, point) = self.separators();
        if plain.contains('/') {
            return plain.into();
        }
        let (sign, unsigned) = plain.strip_prefix('-').map_or(("", plain), |u| ("-", u));
        let (whole, part) = unsigned.split_once('.').map_or((unsigned, None), |(w, p)| (w, Some(p)));
        let mut out = String::from(sign);
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i) % 3 == 0 {
                out.push(thousands);
            }
            out.push(digit);
        }
        if let Some(part) = part {
            out.push(point);
            out.push_str(part);
        }
        out
    }

    /// A plain decimal as a spreadsheet of the language reads it: no thousands separators.
    pub(crate) fn plain_decimal(self, plain: &str) -> String {
        match self {
            Language::En => plain.to_owned(),
            Language::Da => plain.replace('.', ","),
        }
    }

    /// An amount as a spreadsheet of the language reads it, or nothing.
    pub(crate) fn plain_money(self, amount: Option<Money>) -> String {
        amount.map_or(String::new(), |m| self.plain_decimal(&m.to_string()))
    }

    /// A number as a spreadsheet of the language reads it, with the decimals of its rounding; without rounding up to six,
    /// since a spreadsheet reads no fractions.
    pub(crate) fn plain_number(self, number: &Ratio, decimals: Option<u32>) -> String {
        let text = match decimals {
            Some(d) => number.to_decimals_half_up(d),
            None => {
                let six = number.to_decimals_half_up(6);
                six.trim_end_matches('0').trim_end_matches('.').to_owned()
            }
        };
        self.plain_decimal(&text)
    }

    /// A sum that is easy to read out: millions with one decimal, less than a million in whole kroner; without its sign.
    pub(crate) fn spoken_money(self, amount: Money) -> String {
        let kroner = Ratio::kroner(Money::from_ore(amount.ore().abs()));
        match kroner.checked_div(&Ratio::whole(1_000_000)) {
            Some(millions) if millions >= Ratio::ONE => {
                format!("{} mio. kr.", self.decimal(&millions.to_decimals_half_up(1)))
            }
            _ => format!("{} kr.", self.decimal(&kroner.to_decimals_half_up(0))),
        }
    }

    /// An exact number; a fraction without an exact decimal is shown with six decimals.
    pub fn number(self, number: &Ratio) -> String {
        match number.exact_decimals() {
            Some(_) => self.decimal(&number.to_string()),
            None => format!("≈{}", self.decimal(&number.to_decimals_half_up(6))),
        }
    }

    /// A day: `2024-11-15`, in Danish `15. november 2024`.
    pub fn date(self, date: Date) -> String {
        match self {
            Language::En => date.to_string(),
            Language::Da => {
                let month = usize::from(date.month().unsigned_abs()).saturating_sub(1);
                let month = MONTHS.get(month).map_or("", |id| self.word(id));
                format!("{}. {month} {}", date.day(), date.year())
            }
        }
    }

    /// A moment at an offset: `2024-11-15 12:00:00 (+01)`; in Danish `15. november 2024 kl. 12.00.00 (+01)`.
    pub fn moment(self, moment: Timestamp, offset: Offset) -> String {
        let civil = offset.to_datetime(moment);
        let time = civil.time();
        let two = |n: i8| Figure::from(format!("{n:02}"));
        let figures = vec![
            ("date", Figure::from(self.date(civil.date()))),
            ("hour", two(time.hour())),
            ("minute", two(time.minute())),
            ("second", two(time.second())),
            ("offset", Figure::from(offset.to_string())),
        ];
        self.message("unit-moment", &figures)
    }

    /// One typed argument.
    pub fn figure(self, figure: &Figure) -> String {
        match figure {
            Figure::Money(m) => self.money(*m),
            Figure::Percent(p) => self.decimal(&p.to_string()),
            Figure::Volume(v) => self.decimal(&v.to_string()),
            Figure::Number(n) => self.number(n),
            Figure::Count(n) => self.decimal(&n.to_string()),
            Figure::Date(d) => self.date(*d),
            Figure::Moment(m, offset) => self.moment(*m, *offset),
            Figure::Text(t) => t.clone(),
            Figure::List(items) => self.list(items),
        }
    }

    /// `a, b and c`; in Danish `a, b og c`.
    pub fn list(self, items: &[String]) -> String {
        match items {
            [] => self.word("unit-none").into(),
            [one] => one.clone(),
            [rest @ .., last] => format!("{} {} {last}", rest.join(", "), self.word("unit-and")),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn amounts_are_their_decimals(ore in -10_i128.pow(24)..10_i128.pow(24), n in any::<u64>()) {
            for language in [Language::En, Language::Da] {
                let money = Money::from_ore(ore);
                prop_assert_eq!(language.money(money), language.decimal(&money.to_string()));
                let mut out = String::new();
                language.push_whole(&mut out, n.into());
                prop_assert_eq!(out, language.decimal(&n.to_string()));
            }
        }
    }

    #[test]
    fn figures_in_both_languages() {
        let m = Money::from_ore(-123_456_789);
        assert_eq!(Language::En.money(m), "-1,234,567.89");
        assert_eq!(Language::Da.money(m), "-1.234.567,89");
        assert_eq!(Language::Da.date(jiff::civil::date(2024, 11, 5)), "5. november 2024");
    }
}
