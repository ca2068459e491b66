use unicode_width::UnicodeWidthStr;

use super::*;
use crate::{
    explain::explain,
    number::Money,
    outcome::Outcome,
    report::{
        Format,
        sample::{AWKWARD, EXAMPLE, outcome, tender},
        write,
    },
};

fn table(outcome: &Outcome<'_>, bid: usize, lot: Option<usize>, code: Option<usize>) -> String {
    table_in(&explain(outcome, bid, lot, code), Language::En)
}

fn table_in(explanation: &Explanation<'_>, language: Language) -> String {
    write(&ExplanationReport(explanation), Format::Table { color: false }, language).unwrap()
}

/// A finding is worded as such, so that its step has no message.
#[test]
fn every_rule_has_its_message_and_every_message_its_rule() {
    let rules =
        StepRule::ALL.iter().filter(|r| **r != StepRule::Finding).map(|r| format!("step-{}", r.name()));
    let mut ids: Vec<String> = rules.chain(["step-lot-in-a-line.lowest-price".to_owned()]).collect();
    ids.sort();
    assert_eq!(crate::report::words::ids("step"), ids);
}

#[test]
fn a_unit_price_back_to_the_lines_of_the_file() {
    let tender = tender(EXAMPLE);
    let outcome = outcome(&tender, "whole");
    let text = table(&outcome, 0, None, Some(0)).replace("\n  ", " ");
    let line = |needle: &str| EXAMPLE.lines().position(|l| l.starts_with(needle)).unwrap() + 1;
    for words in [
        format!(
            "Unit price 56,875.00 = 62,500.00 (KNGB40 in duf-2024, line {}) less 9 % (discounts.\"KNGB*\", line {})",
            line("tariff = { duf-2024"),
            line("discounts = {"),
        ),
        "Above the cap 56,250.00 (akuttakst-2024) by 625.00".into(),
        "Paid 56,250.00 on 183 of 730 days, 56,875.00 on the other 547".into(),
        "Scored 56,718.32 = ".into(),
        "Line 12,478,030.40 = 56,718.32 × 220".into(),
        "Expected payment 12,478,030.82 = ".into(),
    ] {
        assert!(text.contains(&words), "{words}\n{text}");
    }
}

#[test]
fn an_explicit_price_and_why_there_is_none() {
    let tender = tender(EXAMPLE);
    let outcome = outcome(&tender, "whole");
    assert!(table(&outcome, 0, None, Some(1)).contains("Unit price 9,800.00, as stated (line"));
    assert!(
        table(&outcome, 1, None, Some(0)).contains("No price: the bid states neither price nor discount")
    );
    assert!(table(&outcome, 2, None, Some(1)).contains("No price: the bid does not offer KNGD11"));
    assert!(table(&outcome, 2, Some(0), None).contains("whole: not admissible"));
    assert!(table(&outcome, 2, None, None).contains("The bid (line"));
}

fn sum(step: &Step, name: &str) -> Money {
    let amounts = step.steps.iter().filter_map(|s| match s.figure(name).or_else(|| s.figure("result")) {
        Some(Figure::Money(m)) => Some(*m),
        _ => None,
    });
    Money::sum(amounts).unwrap()
}

#[test]
fn lines_add_up_to_the_lot_price_and_the_payment() {
    for text in [EXAMPLE, AWKWARD] {
        let tender = tender(text);
        for structure in &tender.structures {
            let outcome = outcome(&tender, &structure.id);
            for bid in 0..tender.bids.len() {
                for lot in 0..structure.lots.len() {
                    let explanation = explain(&outcome, bid, Some(lot), None);
                    let Some(figures) = outcome.admitted.bids[bid].lots[lot].figures() else { continue };
                    let price = explanation.steps.iter().find_map(|s| s.find(StepRule::LotPrice)).unwrap();
                    assert_eq!(price.figure("result"), Some(&Figure::from(figures[0].price)));
                    assert_eq!(sum(price, "result"), figures[0].price);
                    assert_eq!(sum(price, "payment"), figures[0].expected_payment);
                }
            }
        }
    }
}

const POINTS: &str = r#"
format = 1
[tender]
id = "P"
title = "P"
kind = "tender"
buyer = "R"
specialty = "s"
[[tariff]]
id = "duf"
title = "d"
[fallback]
tariffs = ["duf"]
[[procedure]]
code = "K1"
name = "k"
volume = 3
tariff = 1000
[evaluation]
model = "points"
rounding = { points = 2, weighted = 1, score = 1 }
[[evaluation.criterion]]
id = "pris"
weight = 60
method = "linear"
measure = "price"
slope = 30
outside = "widen"
widen = { first = 40, step = 10 }
[[evaluation.criterion]]
id = "kvalitet"
weight = 40
[[evaluation.criterion]]
id = "ventetid"
parent = "kvalitet"
weight = 33.5
method = "proportional"
measure = "values.dage"
[[evaluation.criterion]]
id = "faglighed"
parent = "kvalitet"
weight = 66.5
method = "judged"
[[bid]]
bidder = "A"
prices = { K1 = 700 }
values = { dage = 7 }
[[bid]]
bidder = "B"
prices = { K1 = 1000 }
values = { dage = 3 }
[[assessment]]
bidder = "A"
points = { faglighed = 61.25 }
[[assessment]]
bidder = "B"
points = { faglighed = 80 }
"#;

#[test]
fn contributions_add_up_to_the_score() {
    let tender = tender(POINTS);
    let outcome = outcome(&tender, "whole");
    for bid in 0..2 {
        let explanation = explain(&outcome, bid, Some(0), None);
        let score = explanation.steps.iter().find_map(|s| s.find(StepRule::Score)).unwrap();
        let mut total = crate::number::Ratio::ZERO;
        for part in score.steps.iter().filter(|s| s.rule == StepRule::Contribution) {
            let Some(Figure::Number(n)) = part.figure("result") else { panic!("{part:?}") };
            total += n;
        }
        let rounded = total.rounded(1, crate::number::Rounding::HalfUp);
        assert_eq!(score.figure("result"), Some(&Figure::Number(rounded)));
    }
    let text = table(&outcome, 1, Some(0), None).replace("\n  ", " ");
    for words in [
        "pris: ≈14.285714 points = 100 × (1 − (3,000.00 − 2,100.00) / (50 % × 2,100.00))",
        "the slope is 50 %, widened from 30 % because of B",
        "lowest 2,100.00 (A), highest 3,000.00 (B)",
        "ventetid: 100 points = 100 × 3 / 3",
        "faglighed: 80 points, as judged (line",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn every_explanation_fits_100_columns() {
    for text in [EXAMPLE, AWKWARD, POINTS] {
        let tender = tender(text);
        let structure = tender.structures[tender.award.structure].id.clone();
        let outcome = outcome(&tender, &structure);
        for bid in 0..tender.bids.len() {
            for lot in [None, Some(0)] {
                for code in [None, Some(0)] {
                    for language in [Language::En, Language::Da] {
                        let text = table_in(&explain(&outcome, bid, lot, code), language);
                        assert!(text.lines().all(|l| l.width() <= 100), "{text}");
                        assert!(!text.contains('{'), "{text}");
                    }
                }
            }
        }
    }
}

#[test]
fn json_has_typed_figures_and_places() {
    let tender = tender(EXAMPLE);
    let outcome = outcome(&tender, "whole");
    let value = ExplanationReport(&explain(&outcome, 0, None, Some(0))).json(Language::En);
    assert_eq!(value["schema"], "udbud.explanation/1");
    assert_eq!(value["steps"][0]["rule"], "discount-off-base");
    assert_eq!(value["steps"][0]["args"]["result"], "56875.00");
    assert_eq!(value["steps"][0]["places"][0]["what"], "discount");
    assert_eq!(value["steps"][0]["places"][0]["file"], "tender.toml");
    let danish = ExplanationReport(&explain(&outcome, 0, None, Some(0))).json(Language::Da);
    assert_eq!(value["steps"][0]["args"], danish["steps"][0]["args"]);
}

/// A distance is held against what the bid could lower its price by, not against an evaluated price below zero.
#[test]
fn not_at_any_price_is_a_fact() {
    let text = |price: u32| {
        format!(
            "format = 1\n[tender]\nid = \"E\"\ntitle = \"E\"\nkind = \"tender\"\nbuyer = \"R\"\nspecialty = \"s\"\n\
             [[tariff]]\nid = \"duf\"\ntitle = \"d\"\n[fallback]\ntariffs = [\"duf\"]\n\
             [[procedure]]\ncode = \"K1\"\nname = \"k\"\nvolume = 1\ntariff = 1000\n\
             [evaluation]\nmodel = \"evaluated-price\"\n\
             [[evaluation.criterion]]\nid = \"q\"\nmethod = \"judged\"\nvalue = 5000\n\
             [[bid]]\nbidder = \"A\"\nprices = {{ K1 = 900 }}\n[[bid]]\nbidder = \"B\"\nprices = {{ K1 = {price} }}\n\
             [[assessment]]\nbidder = \"A\"\npoints = {{ q = 100 }}\n[[assessment]]\nbidder = \"B\"\npoints = {{ q = 90 }}\n"
        )
    };
    // A: 900 - 5000 = -4100. B: 800 - 4500 = -3700, 400 behind; at 400 it draws level.
    let near = tender(&text(800));
    assert!(!table(&outcome(&near, "whole"), 1, Some(0), None).contains("at any price"));
    // B: 300 - 4500 = -4200 wins
    let wins = tender(&text(300));
    assert!(table(&outcome(&wins, "whole"), 1, Some(0), None).contains("Wins the lot whole"));
    // A then is 100 behind, and could have been as low
    assert!(!table(&outcome(&wins, "whole"), 0, Some(0), None).contains("at any price"));
    let far = tender(&text(300).replace("q = 90", "q = 80"));
    // B: 300 - 4000 = -3700, 400 behind, more than its whole price
    assert!(table(&outcome(&far, "whole"), 1, Some(0), None).contains("could not win the lot at any price"));
}
