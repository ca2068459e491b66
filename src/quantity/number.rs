use rust_decimal::Decimal;

/// Why a text is not a number of format 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// Not of the form `-?(0|[1-9][0-9]*)(\.[0-9]+)?`; with the right form where it can be guessed.
    Form(Option<String>),
    /// More than 28 significant digits.
    TooLong,
}

/// Reads a number of format 1 from its source text: `-?(0|[1-9][0-9]*)(\.[0-9]+)?` and nothing else
/// (2-format.md, "Numbers"). The scale of the result is the number of decimals as written.
///
/// # Errors
/// [`NumberFault`], with the form to write where the meaning is plain (`1.234,50` is 1234.50).
pub fn parse_number(text: &str) -> Result<Decimal, NumberFault> {
    if !is_of_the_form(text) {
        return Err(NumberFault::Form(suggest(text)));
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits > 28 {
        return Err(NumberFault::TooLong);
    }
    Decimal::from_str_exact(text).map_err(|_| NumberFault::TooLong)
}

fn is_of_the_form(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = match unsigned.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (unsigned, None),
    };
    let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    all_digits(whole) && (whole == "0" || !whole.starts_with('0')) && decimals.is_none_or(all_digits)
}

/// The form that was probably meant: spaces, underscores and thousands separators dropped, a decimal comma made a point.
fn suggest(text: &str) -> Option<String> {
    let mut plain: String =
        text.trim().chars().filter(|c| !matches!(c, ' ' | '_' | '\u{a0}' | '\u{202f}' | '\'')).collect();
    plain = plain
        .trim_start_matches('+')
        .trim_end_matches("kr.")
        .trim_end_matches("kr")
        .trim_end_matches('%')
        .into();
    let (comma, point) = (plain.rfind(','), plain.rfind('.'));
    let decimal = match (comma, point) {
        (Some(c), Some(p)) => Some(c.max(p)),
        (Some(c), None) if plain.matches(',').count() == 1 => Some(c),
        (None, Some(p)) if plain.matches('.').count() == 1 => Some(p),
        _ => None,
    };
    let tidy: String = plain
        .char_indices()
        .filter_map(|(i, c)| match c {
            '.' | ',' if Some(i) == decimal => Some('.'),
            '.' | ',' => None,
            c => Some(c),
        })
        .collect();
    if !tidy.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (sign, unsigned) = tidy.strip_prefix('-').map_or(("", tidy.as_str()), |u| ("-", u));
    let unsigned = unsigned.trim_start_matches('0').trim_end_matches('.');
    let whole = if unsigned.is_empty() || unsigned.starts_with('.') { "0" } else { "" };
    let tidy = format!("{sign}{whole}{unsigned}");
    is_of_the_form(&tidy).then_some(tidy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_every_digit() {
        assert_eq!(parse_number("12345678901234567.89").unwrap().to_string(), "12345678901234567.89");
        assert_eq!(parse_number("0.10").unwrap().scale(), 2);
        assert_eq!(parse_number("-0").unwrap(), Decimal::ZERO);
    }

    #[test]
    fn shows_the_right_form() {
        for (wrong, right) in [
            ("1.234,50", "1234.50"),
            ("1,234.50", "1234.50"),
            ("1_234", "1234"),
            ("+5", "5"),
            ("007", "7"),
            (".5", "0.5"),
            ("5.", "5"),
            ("12,5", "12.5"),
            ("1 234", "1234"),
            ("1.234.567", "1234567"),
        ] {
            assert_eq!(parse_number(wrong), Err(NumberFault::Form(Some(right.into()))), "{wrong}");
        }
        for wrong in ["1e3", "inf", "nan", "0x10", "", "-", "abc", "--1"] {
            assert_eq!(parse_number(wrong), Err(NumberFault::Form(None)), "{wrong}");
        }
    }

    #[test]
    fn refuses_more_digits_than_it_can_keep() {
        assert_eq!(parse_number("12345678901234567890123456789"), Err(NumberFault::TooLong));
        assert_eq!(parse_number("0.12345678901234567890123456789"), Err(NumberFault::TooLong));
    }
}
