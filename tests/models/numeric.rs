//! Roots, powers and logarithms against digits from another implementation (`numeric.tsv`), and the limits of formulas.

use udbud::{
    formula::{Computation, Expression, Lot, Names},
    number::Ratio,
};

use crate::support::ratio;

fn result(text: &str) -> Ratio {
    let expression = Expression::parse(text, &Names::default()).unwrap_or_else(|f| panic!("{text}: {f}"));
    let lot = Lot { scale: Ratio::ONE, weight: None, tariff: None, fallback: None };
    let bid = udbud::formula::Bid {
        bid: 0,
        price: Ratio::ONE,
        measure: Ratio::ONE,
        points: Vec::new(),
        values: Vec::new(),
    };
    Computation::new(&expression, &lot, &[]).result(&bid).unwrap_or_else(|e| panic!("{text}: {e}"))
}

#[test]
fn known_digits() {
    let mut count = 0;
    for line in include_str!("numeric.tsv").lines().filter(|l| !l.starts_with('#')) {
        let (text, digits) = line.split_once('\t').unwrap();
        // a fraction may be known exactly, and then has more digits than the file
        let got = result(text);
        let same =
            got == ratio_of(digits) || (&got - ratio_of(digits)).abs() < ratio_of(digits).abs() * tiny();
        assert!(same, "{text}: {got} is not {digits}");
        count += 1;
    }
    assert!(count > 150);
}

/// Longer texts than format 1 reads as one number.
fn ratio_of(digits: &str) -> Ratio {
    let (sign, digits) = digits.strip_prefix('-').map_or((1, digits), |d| (-1, d));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let n: num_bigint::BigInt = format!("{whole}{part}").parse().unwrap();
    let d = num_bigint::BigInt::from(10).pow(u32::try_from(part.len()).unwrap());
    Ratio::from_big(n * sign, d).unwrap()
}

fn tiny() -> Ratio {
    ratio("0.00000000000000000001")
}
