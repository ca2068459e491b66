//! No letter of any example tender gives away more than its policy allows.
#![allow(clippy::unwrap_used)]

mod letter_support;

use letter_support::{decided, examples};
use udbud::{
    disclosure::leaks,
    letter::{letter, reader_of},
    report::{Language, leaks_text, letter_text, LetterHead},
};

#[test]
fn no_letter_of_the_examples_gives_away_more_than_its_policy_allows() {
    let mut found = String::new();
    for (path, tender) in examples() {
        let outcome = decided(&tender);
        for bid in 0..tender.bids.len() {
            let written = letter(&outcome, bid, &tender.disclosure);
            let reader = reader_of(&written).unwrap();
            let leaks = leaks(&tender.disclosure, &reader);
            if !leaks.is_empty() {
                let text = leaks_text(&reader, &leaks, Language::En);
                found.push_str(&format!("{path}, {}:\n{text}\n", tender.bids[bid].bidder));
            }
            if std::env::var("SHOW").is_ok() {
                println!("{}", letter_text(&written, LetterHead::default(), Language::Da));
            }
        }
    }
    assert!(found.is_empty(), "{found}");
}
