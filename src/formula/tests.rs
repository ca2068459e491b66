use super::*;
use crate::number::Ratio;

fn names() -> Names {
    let own = |list: &[&str]| list.iter().map(|s| (*s).to_owned()).collect();
    Names {
        criteria: own(&["q", "quality", "a-b", "a", "K.1"]),
        values: own(&["days", "wait-days"]),
        more_values: false,
        weight: true,
    }
}

fn bid(number: usize, price: i128) -> Bid {
    Bid {
        bid: number,
        price: Ratio::whole(price),
        measure: Ratio::whole(price),
        points: vec![Ratio::whole(10), Ratio::whole(3)],
        values: vec![Ratio::whole(7)],
    }
}

fn lot() -> Lot {
    Lot {
        scale: Ratio::whole(100),
        weight: Some(Ratio::whole(40)),
        tariff: Some(Ratio::whole(1000)),
        fallback: None,
    }
}

/// For the first of three bids with prices 200, 100 and 400.
fn result(text: &str) -> Result<String, FormulaErrorKind> {
    let expression = Expression::parse(text, &names()).unwrap_or_else(|f| panic!("{text}: {f}"));
    let bids = [bid(0, 200), bid(1, 100), bid(2, 400)];
    let lot = lot();
    let computation = Computation::new(&expression, &lot, &bids);
    computation.result(&bids[0]).map(|r| r.to_string()).map_err(|e| e.kind)
}

fn fault(text: &str) -> (usize, usize, &'static str) {
    let f = Expression::parse(text, &names()).unwrap_err();
    (f.start, f.end, f.kind.name())
}

#[test]
fn operators_and_functions() {
    for (text, expected) in [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("8 / 2 / 2", "2"),
        ("8 - 2 - 2", "4"),
        ("-2 * -3", "6"),
        ("--2", "2"),
        ("1 / 3", "1/3"),
        ("0.1 + 0.2", "0.3"),
        ("if 1 < 2 and not 2 < 1 then 5 else 1 / 0", "5"),
        ("if 1 == 2 or 1 != 1 then 1 else 2", "2"),
        ("if (if 1 <= 1 then 1 >= 1 else 1 > 1) then 3 else 4", "3"),
        ("1 + if count > 2 then 10 else 20 + 5", "11"),
        ("min(3, 1, 2)", "1"),
        ("max(3, 1, 2)", "3"),
        ("abs(-2.5)", "2.5"),
        ("round(2.345, 2)", "2.35"),
        ("round(-2.5, 0)", "-3"),
        ("round(1250, -2)", "1300"),
        ("pow(2, 10)", "1024"),
        ("pow(2, -2)", "0.25"),
        ("pow(4, 0.5)", "2"),
        ("log(8, 2)", "3"),
        ("log(1)", "0"),
        ("sqrt(2)", "1.4142135623730950488"),
        ("lowest(price)", "100"),
        ("highest(price)", "400"),
        ("low", "100"),
        ("high", "400"),
        ("average(price)", "700/3"),
        ("median(price)", "200"),
        ("median(if price > 300 then 300 else price)", "200"),
        ("count", "3"),
        ("scale + weight + tariff", "1140"),
        ("lowest(price / lowest(price))", "1"),
        ("scale * (1 - log(p / low, 2))", "0"),
    ] {
        assert_eq!(result(text).as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn the_longest_declared_name_is_taken_and_elsewhere_minus_is_an_operator() {
    let used = |text: &str| {
        let e = Expression::parse(text, &names()).unwrap();
        (e.criteria().to_vec(), e.values().to_vec())
    };
    assert_eq!(used("points.a-b").0, ["a-b"]);
    assert_eq!(used("points.a-points.q").0, ["a", "q"]);
    assert_eq!(used("points.quality + points.q").0, ["quality", "q"]);
    assert_eq!(used("points.K.1 * 2").0, ["K.1"]);
    assert_eq!(used("values.wait-days-values.days").1, ["wait-days", "days"]);
    assert_eq!(result("price-low").as_deref(), Ok("100"));
}

#[test]
fn before_the_first_bid_a_value_may_have_any_name() {
    let open = Names { more_values: true, values: vec!["days".into()], ..names() };
    let used = |text: &str| Expression::parse(text, &open).unwrap().values().to_vec();
    assert_eq!(used("values.waiting-days - 1"), ["waiting-days"]);
    assert_eq!(used("values.days-1"), ["days"]);
}

#[test]
fn spacing_and_needless_zeros_do_not_change_the_canonical_text() {
    let canonical = |text: &str| Expression::parse(text, &names()).unwrap().canonical().to_owned();
    assert_eq!(canonical("0.50*points.a-b+price"), "0.5 * points.a-b + price");
    assert_eq!(canonical(" 0.5 * points.a-b\n+ price"), canonical("0.50*points.a-b+price"));
}

#[test]
fn faults_have_their_place() {
    assert_eq!(fault(""), (0, 0, "empty"));
    assert_eq!(fault("1 +"), (3, 3, "expected"));
    assert_eq!(fault("1 2"), (2, 3, "expected"));
    assert_eq!(fault("prce + 1"), (0, 4, "unknown-name"));
    assert_eq!(fault("1 < 2 < 3"), (6, 7, "chained-comparison"));
    assert_eq!(fault("1 < 2"), (0, 5, "number-needed"));
    assert_eq!(fault("if 1 then 2 else 3"), (3, 4, "condition-needed"));
    assert_eq!(fault("1 + (2 < 3)"), (4, 11, "number-needed"));
    assert_eq!(fault("min()"), (0, 5, "argument-count"));
    assert_eq!(fault("round(1)"), (0, 8, "argument-count"));
    assert_eq!(fault("points.x"), (7, 8, "unknown-criterion"));
    assert_eq!(fault("points.qualitys"), (7, 15, "unknown-criterion"));
    assert_eq!(fault("values.dayz"), (7, 11, "unknown-value"));
    assert_eq!(fault("1e3"), (0, 3, "number-form"));
    assert_eq!(fault("007"), (0, 3, "number-form"));
    assert_eq!(fault("2 ^ 3"), (2, 3, "unexpected-character"));
    assert_eq!(fault("if 1 < 2 then 3"), (15, 15, "expected"));
    assert_eq!(fault(&"(".repeat(100)).2, "too-deep");
    assert_eq!(fault(&"1+".repeat(6000)).2, "too-long");
    let at_top = Names { weight: false, ..names() };
    assert_eq!(Expression::parse("weight", &at_top).unwrap_err().kind.name(), "no-weight-here");
    let hint = Expression::parse("points.qualety", &names()).unwrap_err().to_string();
    assert_eq!(hint, "no leaf criterion is called `qualety`; the nearest is `quality`");
}

#[test]
fn errors_name_the_bid() {
    let expression = Expression::parse("lowest(1 / (price - 400))", &names()).unwrap();
    let bids = [bid(4, 200), bid(9, 400)];
    let lot = lot();
    let error = Computation::new(&expression, &lot, &bids).result(&bids[0]).unwrap_err();
    assert_eq!((error.bid, error.kind), (9, FormulaErrorKind::DivisionByZero));
    assert_eq!(&expression.text()[error.start..error.end], "(price - 400)");
}

#[test]
fn what_has_no_result_is_an_error() {
    assert_eq!(result("1 / (price - 200)"), Err(FormulaErrorKind::DivisionByZero));
    assert_eq!(result("pow(0, -1)"), Err(FormulaErrorKind::DivisionByZero));
    assert_eq!(result("log(0)"), Err(FormulaErrorKind::Undefined));
    assert_eq!(result("sqrt(-1)"), Err(FormulaErrorKind::Undefined));
    assert_eq!(result("fallback"), Err(FormulaErrorKind::NoFallback));
    assert_eq!(result("round(1, 0.5)"), Err(FormulaErrorKind::RoundingDecimals));
    assert_eq!(result("round(1, 99)"), Err(FormulaErrorKind::RoundingDecimals));
}

#[test]
fn hostile_formulas_end_soon() {
    assert_eq!(result("pow(10, 1000000000)"), Err(FormulaErrorKind::TooLarge));
    assert_eq!(result("pow(pow(pow(3, 1000), 10), 10)"), Err(FormulaErrorKind::TooLarge));
    let long = "1".to_owned() + &"+1".repeat(4_000);
    assert_eq!(result(&long).as_deref(), Ok("4001"));
    let deep = "(".repeat(MAX_DEPTH - 1) + "1" + &")".repeat(MAX_DEPTH - 1);
    assert_eq!(result(&deep).as_deref(), Ok("1"));
    let minus = "-".repeat(9_000) + "1";
    assert_eq!(result(&minus).as_deref(), Ok("1"));
    let nested = format!("{}price{}", "lowest(".repeat(60), ")".repeat(60));
    assert_eq!(result(&nested).as_deref(), Ok("100"));
}
