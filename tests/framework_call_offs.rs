//! Call-offs by rank: no capacity and no maximum is ever exceeded, and nothing gets lost.
#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;
use udbud::{
    framework::read_call_log,
    framework::{Call, CallOffError, call_off},
    number::{Money, Volume},
    outcome::{Outcome, evaluate},
    read_tender,
    tender::{MemoryFiles, ProblemCode, Tender},
};

fn text(max: u64, capacities: [u64; 3], direct: &str) -> String {
    let [a, b, c] = capacities;
    format!(
        r#"
format = 1
[tender]
id = "R"
title = "R"
kind = "tender"
buyer = "Region Prøve"
specialty = "ortopædisk kirurgi"
contract = {{ from = 2025-01-01, until = 2026-12-31 }}
[[tariff]]
id = "duf"
title = "DUF"
[[tariff]]
id = "akut"
derived-from = "duf"
reduction = 10
in-force = {{ from = 2024-01-01, until = 2025-06-01 }}
[cap]
tariff = "akut"
above-cap = "pay-cap-while-in-force"
scored-price = "bid"
[fallback]
tariffs = ["duf"]
[[procedure]]
code = "K1"
name = "x"
volume = {{ expected = 0, max = {max} }}
tariff = 1000
[[procedure]]
code = "K2"
name = "x"
volume = 100
tariff = 2000
[[structure]]
id = "whole"
bidders-may = ["capacity"]
[award]
suppliers-per-lot = 3
missing = {{ rule = "price-at-fallback" }}
[mini-tenders]
allowed = true
direct-award = "{direct}"
[[bid]]
bidder = "A"
prices = {{ K1 = 950, K2 = 1000 }}
capacity = {a}
[[bid]]
bidder = "B"
prices = {{ K2 = 1100 }}
capacity = {b}
[[bid]]
bidder = "C"
prices = {{ K1 = 700, K2 = 1900 }}
capacity = {c}
"#
    )
}

fn read(text: &str) -> Tender {
    read_tender(&MemoryFiles::new().with("t", text), "t").unwrap_or_else(|r| panic!("{:?}", r.problems))
}

fn outcome(tender: &Tender) -> Outcome<'_> {
    evaluate(tender).unwrap()
}

fn v(n: u64) -> Volume {
    Volume::from_count(n).unwrap()
}

#[test]
fn rank_by_rank_and_past_who_has_no_price() {
    let tender = read(&text(100, [5, 50, 50], "ranked"));
    let outcome = outcome(&tender);
    let call = call_off(&outcome, &[], &[(0, v(8))], None).unwrap();
    let placed: Vec<(usize, u64)> = call.lines[0].placed.iter().map(|p| (p.bid, p.volume.count())).collect();
    // B has no price for K1
    assert_eq!(placed, [(0, 5), (2, 3)]);
    assert_eq!(call.cost, Money::from_ore(5 * 95_000 + 3 * 70_000));
    assert!(!call.needs_action());
}

#[test]
fn the_cap_is_paid_on_a_day_on_which_it_is_in_force() {
    let tender = read(&text(100, [50, 50, 50], "ranked"));
    let outcome = outcome(&tender);
    for (date, ore, bid) in [
        (Some(jiff::civil::date(2025, 6, 1)), 90_000, Some(95_000)),
        (Some(jiff::civil::date(2025, 6, 2)), 95_000, None),
        (None, 95_000, Some(95_000)),
    ] {
        let call = call_off(&outcome, &[], &[(0, v(1))], date).unwrap();
        let placed = call.lines[0].placed[0];
        assert_eq!((placed.unit.ore(), placed.bid_price.map(|p| p.ore())), (ore, bid), "{date:?}");
    }
    let day = jiff::civil::date(2027, 1, 1);
    assert_eq!(call_off(&outcome, &[], &[(0, v(1))], Some(day)), Err(CallOffError::OutsideContract(day)));
}

#[test]
fn only_where_the_framework_allows_direct_award() {
    let tender = read(&text(100, [5, 5, 5], "none"));
    assert_eq!(call_off(&outcome(&tender), &[], &[(0, v(1))], None), Err(CallOffError::NoDirectAward));
}

#[test]
fn a_log_is_read_or_told_line_by_line() {
    let tender = read(&text(100, [5, 5, 5], "ranked"));
    let log = |text: &str| read_call_log(&MemoryFiles::new().with("l.csv", text), "l.csv", &tender);
    let calls = log("date;code;bidder;volume\n2025-02-01;K1;A;3\n;K2;C;4\n").unwrap();
    assert_eq!((calls[0].procedure, calls[0].bid, calls[0].volume), (0, 0, v(3)));
    assert_eq!((calls[1].procedure, calls[1].bid, calls[1].date), (1, 2, None));
    let told = log("code,bidder,volume,date\nK9,A,1,\nK1,Z,1,\nK1,A,1.5,\nK1,A,,\nK1,A,1,1/2\n").unwrap_err();
    let codes: Vec<ProblemCode> = told.problems.iter().map(|p| p.code).collect();
    assert_eq!(
        codes,
        [
            ProblemCode::UnknownCode,
            ProblemCode::UnknownBidder,
            ProblemCode::VolumeRange,
            ProblemCode::MissingKey,
            ProblemCode::DateForm,
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn calls_keep_capacities_and_maxima_and_sum_to_what_was_asked(
        max in 0_u64..60, capacities in [0_u64..40, 0_u64..40, 0_u64..40],
        calls in prop::collection::vec((0_usize..2, 0_u64..50), 1..12),
    ) {
        let tender = read(&text(max, capacities, "ranked"));
        let outcome = outcome(&tender);
        let mut log: Vec<Call> = Vec::new();
        let (mut by_bid, mut first) = ([0_u64; 3], 0_u64);
        for pair in calls.chunks(2) {
            let asked: Vec<(usize, Volume)> = pair.iter().map(|(p, n)| (*p, v(*n))).collect();
            let call = call_off(&outcome, &log, &asked, None).unwrap();
            for (line, (procedure, volume)) in call.lines.iter().zip(&asked) {
                let placed: u64 = line.placed.iter().map(|p| p.volume.count()).sum();
                let all = placed + line.beyond_maximum.count() + line.without_room.count();
                prop_assert_eq!(all, volume.count());
                prop_assert!(line.placed.is_sorted_by_key(|p| p.rank));
                for p in &line.placed {
                    by_bid[p.bid] += p.volume.count();
                    if *procedure == 0 {
                        first += p.volume.count();
                    }
                    log.push(Call { date: None, procedure: *procedure, bid: p.bid, volume: p.volume });
                }
            }
            prop_assert!(first <= max);
            for (taken, capacity) in by_bid.iter().zip(&capacities) {
                prop_assert!(taken <= capacity);
            }
            let cost: i128 = call.lines.iter().flat_map(|l| &l.placed).map(|p| p.cost.ore()).sum();
            prop_assert_eq!(cost, call.cost.ore());
        }
    }
}
