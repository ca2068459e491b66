//! What the budget of an offer collection buys.
#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;
use udbud::{
    number::Volume,
    outcome::{BudgetBuys, Evaluation},
    read_tender,
    tender::MemoryFiles,
};

fn buys(budget: u64, volumes: [u64; 2], rules: &str, bids: &str) -> BudgetBuys {
    let text = format!(
        "format = 1\n[tender]\nid = \"O\"\ntitle = \"O\"\nkind = \"offer-collection\"\nbuyer = \"R\"\nspecialty = \"øjenkirurgi\"\n\
         [budget]\namount = {budget}\n[[tariff]]\nid = \"duf\"\n[fallback]\ntariffs = [\"duf\"]\n\
         [[procedure]]\ncode = \"A\"\nname = \"a\"\nvolume = {}\ntariff = 100\n\
         [[procedure]]\ncode = \"B\"\nname = \"b\"\nvolume = {}\ntariff = 30\n{rules}\n{bids}",
        volumes[0], volumes[1]
    );
    let tender =
        read_tender(&MemoryFiles::new().with("t", text), "t").unwrap_or_else(|r| panic!("{:?}", r.problems));
    Evaluation::of(&tender).structure(0).run().unwrap().budget.unwrap()
}

fn counts(volumes: &[Volume]) -> Vec<u64> {
    volumes.iter().map(|v| v.count()).collect()
}

const ONE: &str = "[[bid]]\nbidder = \"X\"\nprices = { A = 80, B = 20 }\n";

#[test]
fn the_mix_is_scaled_down_and_rounded_down() {
    // 10 of 15 steps: 6 of A and 3 of B for 540; with 11 steps 7 and 3, for 620
    let got = buys(600, [10, 5], "", ONE);
    let offers = got.at_offers.unwrap();
    assert_eq!(counts(&offers.volumes), [6, 3]);
    assert_eq!((offers.cost.to_string(), offers.left.to_string()), ("540.00".into(), "60.00".into()));
    let fallback = got.at_fallback.unwrap();
    assert_eq!((counts(&fallback.volumes), fallback.cost.to_string()), (vec![5, 2], "560.00".into()));
}

#[test]
fn never_more_than_expected() {
    let offers = buys(1_000_000, [10, 5], "", ONE).at_offers.unwrap();
    assert_eq!((counts(&offers.volumes), offers.cost.to_string()), (vec![10, 5], "900.00".into()));
}

#[test]
fn by_rank_with_capacity_the_rest_at_the_fallback() {
    let rules =
        "[[structure]]\nid = \"whole\"\nbidders-may = [\"capacity\"]\n[award]\nsuppliers-per-lot = 2\n";
    let two = "[[bid]]\nbidder = \"X\"\nprices = { A = 80, B = 20 }\ncapacity = 4\n\
               [[bid]]\nbidder = \"Y\"\nprices = { A = 90, B = 20 }\ncapacity = 4\n";
    let offers = buys(1_000_000, [10, 0], rules, two).at_offers.unwrap();
    assert_eq!(offers.cost.to_string(), "880.00");
}

#[test]
fn nothing_is_told_without_an_award() {
    let tie = "[[bid]]\nbidder = \"X\"\nprices = { A = 80, B = 20 }\n[[bid]]\nbidder = \"Y\"\nprices = { A = 80, B = 20 }\n";
    let got = buys(600, [10, 5], "", tie);
    assert!(got.at_offers.is_none() && got.at_fallback.is_some());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn as_much_as_the_budget_pays_for(budget in 0_u64..3000, a in 0_u64..20, b in 1_u64..20) {
        let offers = buys(budget, [a, b], "", ONE).at_offers.unwrap();
        let cost = |steps: u64| a * steps / (a + b) * 80 + b * steps / (a + b) * 20;
        let best = (0..=a + b).rev().find(|n| cost(*n) <= budget).unwrap();
        prop_assert_eq!(counts(&offers.volumes), vec![a * best / (a + b), b * best / (a + b)]);
        prop_assert_eq!(offers.cost.ore(), i128::from(cost(best)) * 100);
        prop_assert_eq!(offers.left.ore(), i128::from(budget) * 100 - offers.cost.ore());
    }
}
