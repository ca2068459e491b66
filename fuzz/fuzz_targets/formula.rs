//! A formula, parsed and computed.
#![no_main]

use libfuzzer_sys::fuzz_target;
use udbud::formula::{Expression, Names};

fuzz_target!(|text: &str| {
    let names = Names {
        criteria: vec!["quality".into(), "service".into()],
        values: vec!["days".into()],
        more_values: false,
        weight: true,
    };
    if let Ok(formula) = Expression::parse(text, &names) {
        let again = Expression::parse(formula.canonical(), &names).expect("what is canonical is a formula");
        assert_eq!(again.canonical(), formula.canonical());
    }
});
