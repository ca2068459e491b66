//! Forged leaks are found by the rule that they break, and harmless letters pass.

use std::collections::BTreeSet;

use super::*;
use crate::{
    number::{Money, Ratio},
    tender::{Disclosure, MemoryFiles, OnLeak, Tell, Tender, parse},
};

const HEAD: &str = r#"
format = 1
[tender]
id = "T"
title = "T"
kind = "tender"
buyer = "Region Eksempel"
specialty = "s"
contract = { from = 2025-01-01, until = 2025-12-31 }
[[tariff]]
id = "duf"
title = "DUF"
[[tariff]]
id = "akut"
title = "Akut"
derived-from = "duf"
reduction = 10
in-force = { from = 2025-01-01, until = 2025-03-14 }
[fallback]
tariffs = ["duf"]
[[procedure]]
code = "K1"
name = "A"
volume = 640
tariff = 11400
[[procedure]]
code = "K2"
name = "B"
volume = 37
tariff = 62500.55
"#;

const BIDS: &str = r#"
[[bid]]
bidder = "Own"
prices = { K1 = 9450, K2 = 50000 }
[[bid]]
bidder = "Other"
discount = 12.5
"#;

const OWN: usize = 0;
const OTHER: usize = 1;

fn tender(pricing: &str, rest: &str) -> Tender {
    let text = format!("{HEAD}{pricing}\n{rest}{BIDS}");
    parse(&MemoryFiles::new().with("t", text), "t").finish().unwrap_or_else(|r| panic!("{:?}", r.problems))
}

fn policy(tell: &[Tell]) -> Disclosure {
    Disclosure { tell: BTreeSet::from_iter(tell.iter().copied()), on_leak: OnLeak::Refuse, place: None }
}

fn kroner(text: &str) -> Ratio {
    Ratio::from(text.parse::<rust_decimal::Decimal>().unwrap())
}

fn reader(tender: &Tender) -> Knowledge<'_> {
    let mut reader = Knowledge::new(tender, tender.award.structure, Some(OWN)).unwrap();
    for lot in 0..tender.structures[tender.award.structure].lots.len() {
        reader.add_winners(lot, vec![OTHER]);
    }
    reader
}

/// The facts that leak, and the rule by which each follows.
fn leaked(reader: &mut Knowledge<'_>, tell: &[Tell]) -> Vec<(Fact, InferenceRule)> {
    reader.derive();
    leaks(&policy(tell), reader)
        .into_iter()
        .map(|leak| match leak.steps.last().map(|s| s.source.clone()) {
            Some(KnowledgeSource::Follows(rule, _)) => (leak.fact, rule),
            other => panic!("{:?}: {other:?}", leak.fact),
        })
        .collect()
}

fn exact(reader: &Knowledge<'_>, fact: Fact) -> String {
    reader.known(fact).unwrap().range.exact().unwrap().to_string()
}

const FREE: &str = "[pricing]\ndiscount-base = \"duf\"\n[cap]\ntariff = \"duf\"\nabove-cap = \"reject-bid\"";
const ONE: &str = "[pricing]\ndiscount-base = \"duf\"\nform = \"free\"\n[cap]\ntariff = \"duf\"\nabove-cap = \"reject-bid\"";
const PRICES: &str = "[pricing]\ndiscount-base = \"duf\"\nform = \"price\"\n[cap]\ntariff = \"duf\"\nabove-cap = \"reject-bid\"";
const PRICE: Fact = Fact::Price { bid: OTHER, lot: 0 };
const DISCOUNT: Fact = Fact::Discount { bid: OTHER };
const TOTAL: &str = "8407454.93";

/// 640 × 9975 + 37 × round(62500.55 × 0.875) = 6384000 + 37 × 54687.98
#[test]
fn one_discount_follows_from_a_total() {
    let tender = tender(ONE, "");
    let mut reader = reader(&tender);
    let total = kroner("6384000") + kroner("54687.98") * Ratio::whole(37);
    assert_eq!(total.to_money_half_up().unwrap().to_string(), "8407455.26");
    reader.add_disclosed(PRICE, total, Tell::WinnerTotal);
    let found = leaked(&mut reader, &[Tell::WinnerTotal]);
    assert_eq!(found, [(DISCOUNT, InferenceRule::DiscountFromPrice)]);
    let range = &reader.known(DISCOUNT).unwrap().range;
    assert!(range.least <= kroner("12.5") && kroner("12.5") <= range.most && range.width() < kroner("0.001"));
    assert_eq!(exact(&reader, Fact::UnitPrice { bid: OTHER, procedure: 0 }), "9975");
}

#[test]
fn prices_that_no_discount_gives_tell_none() {
    let tender = tender(FREE, "");
    let mut reader = reader(&tender);
    reader.add_disclosed(PRICE, kroner(TOTAL), Tell::WinnerTotal);
    assert_eq!(leaked(&mut reader, &[Tell::WinnerTotal]), []);
}

/// The same total, where bids state one discount alone: then some discount must be near.
#[test]
fn the_form_of_prices_shows_that_there_is_one_discount() {
    let pricing = FREE.replace("[cap]", "form = \"one-discount\"\n[cap]");
    let text =
        format!("{HEAD}{pricing}{}", BIDS.replace("prices = { K1 = 9450, K2 = 50000 }", "discount = 10"));
    let tender = parse(&MemoryFiles::new().with("t", text), "t").finish().unwrap();
    let mut reader = reader(&tender);
    let near = Range::between(kroner("8400000"), kroner("8407455.26"));
    reader.add_disclosed(PRICE, near, Tell::WinnerTotal);
    assert_eq!(leaked(&mut reader, &[Tell::WinnerTotal]), [(DISCOUNT, InferenceRule::DiscountFromPrice)]);
}

#[test]
fn the_total_of_a_lot_with_one_procedure_is_a_unit_price() {
    let lots = "[award]\nstructure = \"s\"\n[[structure]]\nid = \"s\"\n[[structure.lot]]\nid = \"a\"\ncodes = [\"K1\"]\n[[structure.lot]]\nid = \"b\"\ncodes = [\"K2\"]\n";
    let tender = tender(PRICES, lots).clone();
    let mut reader = reader(&tender);
    reader.add_disclosed(PRICE, kroner("6048000"), Tell::WinnerTotal);
    let unit = Fact::UnitPrice { bid: OTHER, procedure: 0 };
    assert_eq!(leaked(&mut reader, &[Tell::WinnerTotal]), [(unit, InferenceRule::LastUnitPrice)]);
    assert_eq!(exact(&reader, unit), "9450");
}

/// Scored are cap and price by days: 10260 on 73 of 365 days, 11000 on the others.
#[test]
fn a_price_weighted_by_days_reveals_the_price_behind_it() {
    let cap = "[pricing]\ndiscount-base = \"duf\"\nform = \"price\"\n[cap]\ntariff = \"akut\"\nabove-cap = \"pay-cap-while-in-force\"\nscored-price = \"time-weighted\"";
    let lots = "[award]\nstructure = \"s\"\n[[structure]]\nid = \"s\"\n[[structure.lot]]\nid = \"a\"\ncodes = [\"K1\"]\n[[structure.lot]]\nid = \"b\"\ncodes = [\"K2\"]\n";
    let tender = tender(cap, lots);
    let mut reader = reader(&tender);
    // (10260 × 73 + 11000 × 292) / 365 = 10852
    reader.add_disclosed(PRICE, kroner("10852") * Ratio::whole(640), Tell::WinnerTotal);
    let unit = Fact::UnitPrice { bid: OTHER, procedure: 0 };
    assert_eq!(leaked(&mut reader, &[Tell::WinnerTotal]), [(unit, InferenceRule::LastUnitPrice)]);
    let range = &reader.known(unit).unwrap().range;
    assert!(range.least <= kroner("11000") && kroner("11000") <= range.most);
}

#[test]
fn own_price_less_distance_is_the_winners() {
    let tender = tender(PRICES, "");
    let mut reader = reader(&tender);
    let own = Fact::EvaluatedPrice { bid: OWN, lot: 0 };
    reader.add_own(own, Money::from_ore(900_000_000));
    reader.add_disclosed(Fact::Distance { lot: 0, to: OTHER }, Money::from_ore(59_254_507), Tell::Distance);
    let evaluated = Fact::EvaluatedPrice { bid: OTHER, lot: 0 };
    assert_eq!(leaked(&mut reader, &[Tell::Distance]), [(evaluated, InferenceRule::OwnLessDistance)]);
    assert_eq!(exact(&reader, evaluated), TOTAL);
    // with the total in the policy nothing is beyond it
    assert_eq!(leaks(&policy(&[Tell::Distance, Tell::WinnerTotal]), &reader), []);
}

#[test]
fn the_rest_of_the_awards_total_is_the_lot_that_is_not_disclosed() {
    let lots = "[award]\nstructure = \"s\"\n[[structure]]\nid = \"s\"\n[[structure.lot]]\nid = \"a\"\ncodes = [\"K1\"]\n[[structure.lot]]\nid = \"b\"\ncodes = [\"K2\"]\n";
    let tender = tender(PRICES, lots);
    let mut reader = Knowledge::new(&tender, tender.award.structure, Some(OWN)).unwrap();
    reader.add_winners(0, vec![OWN]);
    reader.add_winners(1, vec![OTHER]);
    reader.add_own(Fact::EvaluatedPrice { bid: OWN, lot: 0 }, kroner("6048000"));
    reader.add_disclosed(Fact::AwardTotal, kroner("8000000"), Tell::Own);
    let evaluated = Fact::EvaluatedPrice { bid: OTHER, lot: 1 };
    assert_eq!(leaked(&mut reader, &[])[0], (evaluated, InferenceRule::RestOfTotal));
}

fn points_model(method: &str) -> String {
    format!(
        "[evaluation]\nmodel = \"points\"\nrounding = {{ points = 2 }}\n[[evaluation.criterion]]\nid = \"price\"\nweight = 60\nmeasure = \"price\"\n{method}\n[[evaluation.criterion]]\nid = \"quality\"\nweight = 40\nmethod = \"judged\"\n[[assessment]]\nbidder = \"Own\"\npoints = {{ quality = 50 }}\n[[assessment]]\nbidder = \"Other\"\npoints = {{ quality = 80 }}\n"
    )
}

const LINEAR: &str = "method = \"linear\"\nslope = 30\noutside = \"negative\"";
const PRICE_POINTS: Fact = Fact::Points { bid: OTHER, lot: 0, criterion: 0 };
const QUALITY: Fact = Fact::Points { bid: OTHER, lot: 0, criterion: 1 };

/// By every named method: own price and points give the reference, the winner's points its price.
#[test]
fn points_for_the_price_tell_the_price() {
    for (method, own, theirs) in [
        // low 8000000: own 100 × (1 − 0.125 / 0.3), theirs 100 × (1 − 0.05 / 0.3)
        (LINEAR, "58.33", "83.33"),
        ("method = \"proportional\"", "88.89", "95.24"),
        ("method = \"absolute\"\nfull-at = 8000000\nzero-at = 10000000\noutside = \"zero\"", "50", "80"),
    ] {
        let tender = tender(PRICES, &points_model(method));
        let mut reader = reader(&tender);
        reader.add_own(Fact::Price { bid: OWN, lot: 0 }, kroner("9000000"));
        reader.add_own(Fact::Points { bid: OWN, lot: 0, criterion: 0 }, kroner(own));
        reader.add_disclosed(PRICE_POINTS, kroner(theirs), Tell::WinnerPoints);
        let found = leaked(&mut reader, &[Tell::WinnerPoints]);
        assert_eq!(found, [(PRICE, InferenceRule::MeasureFromPoints)], "{method}");
        let range = &reader.known(PRICE).unwrap().range;
        assert!(range.least <= kroner("8400000") && kroner("8400000") <= range.most, "{method}: {range:?}");
        // in the policy, it is no leak
        assert_eq!(leaks(&policy(&[Tell::WinnerPoints, Tell::WinnerTotal]), &reader), []);
    }
}

/// min-max: the reader has no points, so its price is the highest; the winner has all, so its own is the lowest.
#[test]
fn between_lowest_and_highest_the_ends_must_be_known() {
    let tender = tender(PRICES, &points_model("method = \"min-max\""));
    let mut reader = reader(&tender);
    reader.add_own(Fact::Price { bid: OWN, lot: 0 }, kroner("9000000"));
    reader.add_own(Fact::Points { bid: OWN, lot: 0, criterion: 0 }, Ratio::whole(50));
    reader.add_disclosed(PRICE_POINTS, Ratio::whole(75), Tell::WinnerPoints);
    assert_eq!(leaked(&mut reader, &[Tell::WinnerPoints]), []);
}

/// Of two admissible bids the lowest price, which own points give, is the other's.
#[test]
fn of_two_bids_the_lowest_is_the_others() {
    let tender = tender(PRICES, &points_model(LINEAR));
    for (count, expected) in [(2, vec![(PRICE, InferenceRule::TheOtherOfTwo)]), (3, vec![])] {
        let mut reader = reader(&tender);
        reader.add_own(Fact::Price { bid: OWN, lot: 0 }, kroner("9000000"));
        reader.add_own(Fact::Points { bid: OWN, lot: 0, criterion: 0 }, kroner("58.33"));
        reader.add_own(Fact::Admissible { lot: 0 }, Ratio::whole(count));
        assert_eq!(leaked(&mut reader, &[]), expected);
    }
}

/// The edge beyond which the reader was rejected, and full points of the winner.
#[test]
fn the_edge_of_a_scale_reveals_the_lowest_price() {
    let tender = tender(PRICES, &points_model(&LINEAR.replace("negative", "reject")));
    let mut reader = reader(&tender);
    reader.add_own(Fact::Edge { lot: 0, criterion: 0 }, kroner("10400000"));
    reader.add_disclosed(PRICE_POINTS, Ratio::whole(100), Tell::WinnerPoints);
    assert_eq!(leaked(&mut reader, &[Tell::WinnerPoints]), [(PRICE, InferenceRule::MeasureFromPoints)]);
    let best = Fact::Best { lot: 0, criterion: 0 };
    assert_eq!(exact(&reader, best), "8000000");
}

#[test]
fn one_criterion_follows_from_the_score() {
    let tender = tender(PRICES, &points_model(LINEAR));
    let mut reader = reader(&tender);
    // 0.6 × 83.33 + 0.4 × 80
    reader.add_disclosed(Fact::Score { bid: OTHER, lot: 0 }, kroner("81.998"), Tell::AllTotals);
    reader.add_disclosed(PRICE_POINTS, kroner("83.33"), Tell::WinnerTotal);
    let found = leaked(&mut reader, &[Tell::WinnerTotal, Tell::AllTotals]);
    assert_eq!(found, [(QUALITY, InferenceRule::PointsFromScore)]);
    assert_eq!(exact(&reader, QUALITY), "80");
}

const EVALUATED: &str = "[evaluation]\nmodel = \"evaluated-price\"\nadjust = \"{}\"\nscale = 10\n[[evaluation.criterion]]\nid = \"quality\"\nmethod = \"judged\"\n{worth}\n[[assessment]]\nbidder = \"Own\"\npoints = { quality = 5 }\n[[assessment]]\nbidder = \"Other\"\npoints = { quality = 8 }\n";

/// Price and evaluated price give the points; evaluated price and points give the price: under every adjustment.
#[test]
fn price_evaluated_price_and_points_follow_from_each_other() {
    for (adjust, worth, evaluated) in [
        ("subtract", "value = 250000", "7800000"),
        ("add", "value = 250000", "8050000"),
        ("uplift", "uplift = 20", "8320000"),
    ] {
        let tender = tender(PRICES, &EVALUATED.replace("{}", adjust).replace("{worth}", worth));
        let of_price = Fact::EvaluatedPrice { bid: OTHER, lot: 0 };
        let points = Fact::Points { bid: OTHER, lot: 0, criterion: 0 };

        let mut reader_of_prices = reader(&tender);
        reader_of_prices.add_disclosed(PRICE, kroner("8000000"), Tell::WinnerTotal);
        reader_of_prices.add_disclosed(of_price, kroner(evaluated), Tell::WinnerTotal);
        let found = leaked(&mut reader_of_prices, &[Tell::WinnerTotal]);
        assert_eq!(found, [(points, InferenceRule::PointsFromBothPrices)], "{adjust}");

        let mut reader_of_points = reader(&tender);
        reader_of_points.add_disclosed(points, Ratio::whole(8), Tell::WinnerPoints);
        reader_of_points.add_disclosed(of_price, kroner(evaluated), Tell::AllTotals);
        let found = leaked(&mut reader_of_points, &[Tell::WinnerPoints, Tell::AllTotals]);
        assert_eq!(found, [(PRICE, InferenceRule::PriceWithoutQuality)], "{adjust}");
        let range = &reader_of_points.known(PRICE).unwrap().range;
        assert!(range.least <= kroner("8000000") && kroner("8000000") <= range.most);

        let mut reader_of_price = reader(&tender);
        reader_of_price.add_disclosed(points, Ratio::whole(8), Tell::WinnerPoints);
        reader_of_price.add_disclosed(PRICE, kroner("8000000"), Tell::WinnerTotal);
        assert_eq!(leaked(&mut reader_of_price, &[Tell::WinnerPoints, Tell::WinnerTotal]), []);
        assert!(reader_of_price.known(of_price).is_some());
    }
}

/// One discount from one lot reveals the price on every other.
#[test]
fn a_discount_reveals_the_other_lots_too() {
    let lots = "[award]\nstructure = \"s\"\n[[structure]]\nid = \"s\"\n[[structure.lot]]\nid = \"a\"\ncodes = [\"K1\"]\n[[structure.lot]]\nid = \"b\"\ncodes = [\"K2\"]\n";
    let tender = tender(ONE, lots);
    let mut reader = reader(&tender);
    reader.add_disclosed(PRICE, kroner("6384000"), Tell::WinnerTotal);
    reader.derive();
    let found = leaks(&policy(&[Tell::WinnerTotal]), &reader);
    assert!(reader.known(Fact::Price { bid: OTHER, lot: 1 }).is_some());
    let leaked: Vec<Fact> = found.iter().map(|l| l.fact).collect();
    assert!(leaked.contains(&DISCOUNT) || found.iter().any(|l| l.follows.contains(&DISCOUNT)), "{leaked:?}");
}

#[test]
fn a_report_for_the_public_has_no_bid_of_its_own() {
    let tender = tender(ONE, "");
    let mut reader = Knowledge::new(&tender, 0, None).unwrap();
    reader.add_winners(0, vec![OTHER]);
    reader.add_disclosed(PRICE, kroner("8407455.26"), Tell::WinnerTotal);
    assert_eq!(leaked(&mut reader, &[Tell::WinnerTotal]), [(DISCOUNT, InferenceRule::DiscountFromPrice)]);
    assert_eq!(leaks(&policy(&[]), &Knowledge::new(&tender, 0, None).unwrap()), []);
}
