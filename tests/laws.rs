//! Laws that hold for every tender.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{Dice, Sketch, kroner, outcome, sketch};
use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;
use serde_json::Value;
use udbud::{
    outcome::{AwardStatus, Outcome},
    read_tender,
    report::{EvaluationReport, Language, Report},
    tender::MemoryFiles,
};

/// What must not depend on the order of the file: everything of the JSON, keyed by names.
fn by_name(outcome: &Outcome<'_>) -> BTreeMap<String, String> {
    let json = EvaluationReport(outcome).json(Language::En);
    let mut facts = BTreeMap::new();
    for bid in json["bids"].as_array().unwrap() {
        let bidder = bid["bidder"].as_str().unwrap();
        let mut codes: Vec<String> = Vec::new();
        for f in bid["findings"].as_array().unwrap() {
            codes.push(format!(
                "{}/{}/{}/{}/{}",
                f["code"], f["severity"], f["lot"], f["procedure"], f["args"]
            ));
        }
        codes.sort();
        facts.insert(format!("{bidder} findings"), codes.join("; "));
        for lot in bid["lots"].as_array().unwrap() {
            let mut lot = lot.clone();
            if let Some(fields) = lot.as_object_mut() {
                let blocked = fields.get("blocked-by").and_then(Value::as_array).map_or(0, Vec::len);
                fields.insert("blocked-by".into(), blocked.into());
            }
            facts.insert(format!("{bidder} {}", lot["lot"]), lot.to_string());
        }
    }
    let mut award = json["award"].clone();
    let tied: BTreeSet<String> = award["tied"].as_array().unwrap().iter().map(Value::to_string).collect();
    award["tied"] = Value::from(tied.into_iter().collect::<Vec<_>>());
    facts.insert("award".into(), award.to_string());
    facts
}

fn facts(s: &Sketch) -> Option<BTreeMap<String, String>> {
    s.read().map(|t| by_name(&outcome(&t)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_bids_and_procedures_changes_nothing(seed in any::<u64>()) {
        let one = sketch(seed, true);
        let mut other = one.clone();
        let mut dice = Dice(!seed);
        dice.shuffle(&mut other.bids);
        dice.shuffle(&mut other.procedures);
        for bid in &mut other.bids {
            dice.shuffle(&mut bid.prices);
            dice.shuffle(&mut bid.not_offered);
        }
        prop_assert_eq!(facts(&one), facts(&other));
    }

    #[test]
    fn bids_in_files_count_as_bids_in_the_tender(seed in any::<u64>()) {
        let s = sketch(seed, true);
        let head = s.head().replacen("[tender]", "[bids]\nfiles = [\"bids/*.toml\"]\n[tender]", 1);
        let mut files = MemoryFiles::new().with("tender.toml", head);
        for (i, bid) in s.bids.iter().enumerate() {
            // one in two states its prices in a CSV file, as a spreadsheet in Danish would write it
            let mut bid = bid.clone();
            if i % 2 == 1 && !bid.prices.is_empty() {
                let rows: String =
                    bid.prices.iter().map(|(c, p)| format!("{c};{}\r\n", kroner(*p).replace('.', ","))).collect();
                files = files.with(format!("bids/{i}.csv"), format!("\u{feff}code;price\r\n{rows}"));
                bid.prices.clear();
                bid.extra.insert(0, format!("prices-file = \"{i}.csv\""));
            }
            files = files.with(format!("bids/{i}.toml"), bid.toml());
        }
        let split = read_tender(&files, "tender.toml").ok().map(|t| by_name(&outcome(&t)));
        prop_assert_eq!(facts(&s), split);
    }

    #[test]
    fn deleting_all_inadmissible_bids_changes_no_other_figure(seed in any::<u64>()) {
        let s = sketch(seed, true);
        let Some(tender) = s.read() else { return Ok(()) };
        let whole = outcome(&tender);
        let mut less = s.clone();
        let mut b = 0;
        less.bids.retain(|_| { b += 1; whole.is_admissible(b - 1) });
        let Some(rest) = less.read() else { return Ok(()) };
        let rest = outcome(&rest);
        let (mut all, left) = (by_name(&whole), by_name(&rest));
        all.retain(|key, _| left.contains_key(key));
        prop_assert_eq!(all, left);
    }

    #[test]
    fn a_lower_price_on_a_lot_that_is_won_keeps_it_won(seed in any::<u64>(), by in 1_u64..1_000_000) {
        let s = sketch(seed, false);
        let Some(tender) = s.read() else { return Ok(()) };
        let before = outcome(&tender);
        if before.award.status != AwardStatus::Awarded {
            return Ok(());
        }
        for (lot, award) in before.award.lots.iter().enumerate() {
            let Some(winner) = award.winner else { continue };
            let mut lower = s.clone();
            let cut = |(code, price): &mut (String, u64)| {
                if s.lots[lot].contains(code) {
                    *price = price.saturating_sub(by);
                }
            };
            lower.bids[winner].prices.iter_mut().for_each(cut);
            let tender = lower.read().unwrap();
            prop_assert_eq!(outcome(&tender).award.lots[lot].winner, Some(winner));
        }
    }

    #[test]
    fn splitting_a_volume_in_two_leaves_the_lot_price(seed in any::<u64>()) {
        let mut s = sketch(seed, false);
        s.missing = "\"reject\"";
        let Some(tender) = s.read() else { return Ok(()) };
        let before = outcome(&tender);
        let mut split = s.clone();
        let first = split.procedures[0].clone();
        let (half, twin) = (first.volume / 3, format!("{}x", first.code));
        split.procedures[0].volume = half;
        split.procedures.push(common::ProcedureSketch { code: twin.clone(), volume: first.volume - half, ..first.clone() });
        let lot = split.lots.iter().position(|l| l.contains(&first.code)).unwrap();
        split.lots[lot].push(twin.clone());
        for bid in &mut split.bids {
            if let Some(price) = bid.prices.iter().find(|(c, _)| *c == first.code).map(|p| p.1) {
                bid.prices.push((twin.clone(), price));
            }
            if bid.not_offered.contains(&first.code) {
                bid.not_offered.push(twin.clone());
            }
        }
        let tender = split.read().unwrap();
        let after = outcome(&tender);
        for bid in 0..s.bids.len() {
            let price = |o: &Outcome<'_>| o.admitted.bids[bid].lots[lot].figures().map(|f| f[0].price);
            prop_assert_eq!(price(&before), price(&after));
        }
    }

    #[test]
    fn lot_prices_agree_with_plain_fractions(seed in any::<u64>()) {
        let s = sketch(seed, false);
        let Some(tender) = s.read() else { return Ok(()) };
        let got = outcome(&tender);
        for (b, bid) in s.bids.iter().enumerate() {
            for (l, lot) in s.lots.iter().enumerate() {
                let Some(figures) = got.admitted.bids[b].lots[l].figures() else { continue };
                let (price, payment) = plain_lot(&s, bid, lot);
                prop_assert_eq!(BigRational::from(BigInt::from(figures[0].price.ore())), price);
                prop_assert_eq!(BigRational::from(BigInt::from(figures[0].expected_payment.ore())), payment);
            }
        }
    }
}

/// Lot price and expected payment in øre, by the letter of docs/reference/rules.md and nothing of the library.
fn plain_lot(s: &Sketch, bid: &common::BidSketch, lot: &[String]) -> (BigRational, BigRational) {
    let whole = |n: u64| BigRational::from(BigInt::from(n));
    let part = |n: i64, d: i64| BigRational::new(n.into(), d.into());
    let round = |r: BigRational| (r + part(1, 2)).floor();
    let (d_in, d_out) = (whole(183), whole(547));
    let (mut price, mut payment) = (whole(0), whole(0));
    for code in lot {
        let p = s.procedures.iter().find(|p| p.code == *code).unwrap();
        let (volume, base) = (whole(p.volume), whole(p.tariff_ore));
        let cap = round(&base * part(9, 10));
        let stated = bid.prices.iter().find(|(c, _)| c == code).map(|(_, p)| whole(*p));
        let discounted = bid.discount.as_ref().map(|d| {
            let parts: rust_decimal::Decimal = d.parse().unwrap();
            let percent =
                BigRational::new(BigInt::from(parts.mantissa()), BigInt::from(10).pow(parts.scale()));
            round(&base * (whole(100) - percent) / whole(100))
        });
        let unit = stated.or(discounted).filter(|_| !bid.not_offered.contains(code));
        let Some(unit) = unit else {
            let fallback = round((&cap * &d_in + &base * &d_out) * &volume / whole(730));
            price += fallback;
            continue;
        };
        let capped = if unit > cap { cap.clone() } else { unit.clone() };
        let paid = (&capped * &d_in + &unit * &d_out) / whole(730);
        let (scored, line) = match s.cap {
            c if c.contains("time-weighted") => (round(paid.clone()), round(paid * &volume)),
            c if c.contains("capped") => (capped, round(paid * &volume)),
            c if c.contains("pay-cap") => (unit, round(paid * &volume)),
            _ => (unit.clone(), unit * &volume),
        };
        price += scored * &volume;
        payment += line;
    }
    (price, payment)
}

#[test]
fn the_sketches_are_tenders() {
    let read = (0..500).filter(|&seed| sketch(seed, true).read().is_some()).count();
    assert!(read > 400, "only {read} of 500 sketches can be read");
}
