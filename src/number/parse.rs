use rust_decimal::Decimal;

/// Why a text is not a number of format 1.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParseNumberError {
    /// Not of the form `-?(0|[1-9][0-9]*)(\.[0-9]+)?`; with the right form where it can be guessed.
    Form(Option<String>),
    /// More than 28 significant digits.
    TooLong,
}

impl std::fmt::Display for ParseNumberError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            ParseNumberError::Form(Some(write)) => write!(f, "not a number; write {write}"),
            ParseNumberError::Form(None) => f.write_str("not a number"),
            ParseNumberError::TooLong => f.write_str("a number of more than 28 digits"),
        }
    }
}

impl std::error::Error for ParseNumberError {}

/// Reads a number of format 1 from its source text: `-?(0|[1-9][0-9]*)(\.[0-9]+)?` and nothing else
/// (docs/reference/format.md, "Numbers"). The scale of the result is the number of decimals as written.
///
/// # Errors
/// [`ParseNumberError`], with the form to write where the meaning is plain (`1.234,50` is 1234.50).
pub fn parse_number(text: &str) -> Result<Decimal, ParseNumberError> {
    if !is_of_the_form(text) {
        return Err(ParseNumberError::Form(suggest(text)));
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits > 28 {
        return Err(ParseNumberError::TooLong);
    }
    Decimal::from_str_exact(text).map_err(|_| ParseNumberError::TooLong)
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
/// Nothing where two readings are as likely, as with `18,900` or `1.234.50`.
fn suggest(text: &str) -> Option<String> {
    match readings(text).as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    }
}

/// Both forms that may be meant by a text with one separator before three digits: `18,900` is 18900 or 18.900.
pub fn two_readings(text: &str) -> Option<(String, String)> {
    match readings(text).as_slice() {
        [whole, decimal] => Some((whole.clone(), decimal.clone())),
        _ => None,
    }
}

/// The forms that may be meant: one, two where a separator may be for thousands or for decimals, or none.
fn readings(text: &str) -> Vec<String> {
    let plain: String =
        text.trim().chars().filter(|c| !matches!(c, ' ' | '_' | '\u{a0}' | '\u{202f}' | '\'')).collect();
    let plain = plain.trim_start_matches('+').trim_end_matches("kr.").trim_end_matches("kr");
    // what ends in a separator has none there: `5.`, `14800,-`, and the comma between two values
    let plain = plain.trim_end_matches('%').trim_end_matches(",-").trim_end_matches(['.', ',']);
    let (sign, unsigned) = plain.strip_prefix('-').map_or(("", plain), |u| ("-", u));
    let groups: Vec<&str> = unsigned.split(['.', ',']).collect();
    let separators: Vec<char> = unsigned.chars().filter(|c| matches!(c, '.' | ',')).collect();
    let tidy = |whole: &str, decimals: &str| {
        let whole = whole.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        let point = if decimals.is_empty() { "" } else { "." };
        let tidy = format!("{sign}{whole}{point}{decimals}");
        let digits = unsigned.contains(|c: char| c.is_ascii_digit());
        (digits && is_of_the_form(&tidy)).then_some(tidy)
    };
    let (Some((first, rest)), Some((last, before))) = (groups.split_first(), groups.split_last()) else {
        return Vec::new();
    };
    let thousands = |groups: &[&str]| {
        groups.first().is_some_and(|g| (1..=3).contains(&g.len()) && !g.starts_with('0'))
            && groups.iter().skip(1).all(|g| g.len() == 3)
    };
    let found = match separators.as_slice() {
        [] => vec![tidy(unsigned, "")],
        [_] if last.len() == 3 && thousands(&groups) => {
            vec![tidy(&groups.concat(), ""), tidy(first, &rest.concat())]
        }
        [_] => vec![tidy(first, last)],
        [thousand, others @ .., decimal] => {
            let same = others.iter().all(|s| s == thousand);
            if same && thousand == decimal && thousands(&groups) {
                vec![tidy(&groups.concat(), "")]
            } else if same && thousand != decimal && thousands(before) && matches!(last.len(), 1 | 2) {
                vec![tidy(&before.concat(), last)]
            } else {
                Vec::new()
            }
        }
    };
    found.into_iter().flatten().collect()
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
            ("18900,50,", "18900.50"),
            ("18.900,00,", "18900.00"),
            ("1.234.567,8", "1234567.8"),
            ("4,5,", "4.5"),
            ("0,125", "0.125"),
            ("12345,678", "12345.678"),
            ("14800,-", "14800"),
            ("+1.5", "1.5"),
        ] {
            assert_eq!(parse_number(wrong), Err(ParseNumberError::Form(Some(right.into()))), "{wrong}");
        }
        for wrong in
            ["1e3", "inf", "nan", "0x10", "", "-", "abc", "--1", "1.234.50", "18,900", "1,5,6", "1.234,567"]
        {
            assert_eq!(parse_number(wrong), Err(ParseNumberError::Form(None)), "{wrong}");
        }
    }

    #[test]
    fn shows_both_forms_where_either_may_be_meant() {
        assert_eq!(two_readings("18,900"), Some(("18900".into(), "18.900".into())));
        assert_eq!(two_readings("18.900"), Some(("18900".into(), "18.900".into())));
        for one in ["18,90", "0,900", "18900,500", "1.234.567", "x"] {
            assert_eq!(two_readings(one), None, "{one}");
        }
    }

    #[test]
    fn refuses_more_digits_than_it_can_keep() {
        assert_eq!(parse_number("12345678901234567890123456789"), Err(ParseNumberError::TooLong));
        assert_eq!(parse_number("0.12345678901234567890123456789"), Err(ParseNumberError::TooLong));
    }
}
