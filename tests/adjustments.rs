//! Prices that are adjusted over the contract, against a reference that walks over every single day with fractions.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use std::fmt::Write as _;

use common::Dice;
use jiff::civil::{Date, date};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;
use proptest::prelude::*;
use udbud::{
    outcome::Evaluation,
    read_tender,
    tender::{MemoryFiles, Tender},
};

type Fraction = BigRational;

fn whole(n: impl Into<BigInt>) -> Fraction {
    Fraction::from(n.into())
}

/// 0 or more, to the nearest whole number, halves up.
fn half_up(x: &Fraction) -> Fraction {
    (x + Fraction::new(1.into(), 2.into())).floor()
}

/// Per cents are in ten-thousandths of a per cent.
fn less(percent: i64) -> Fraction {
    Fraction::new((1_000_000 - percent).into(), 1_000_000.into())
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Cap {
    None,
    RejectBid,
    Pay(&'static str),
}

#[derive(Clone, Debug)]
enum Price {
    Stated(u64),
    Discount(i64),
}

/// A tender before it is written: amounts in øre, per cents in ten-thousandths.
#[derive(Clone, Debug)]
struct Sketch {
    from: Date,
    until: Date,
    /// The akuttakst: reduction, step in øre, days in force.
    akut: (i64, u64, Date, Date),
    discount_base: &'static str,
    cap: Cap,
    /// From, per cent, on the tariff, on prices.
    adjustments: Vec<(Date, i64, bool, bool)>,
    /// Price in the DUF tariff, volume, fallback price.
    procedures: Vec<(u64, u64, Option<u64>)>,
    /// By bid, by procedure.
    bids: Vec<Vec<Price>>,
    /// A combination discount of every bid.
    combination: i64,
}

fn day(dice: &mut Dice, first: Date, span: u64) -> Date {
    first.checked_add(jiff::Span::new().days(dice.within(0, span) as i64)).unwrap()
}

fn sketch(seed: u64) -> Sketch {
    let mut dice = Dice(seed);
    let from = day(&mut dice, date(2024, 11, 1), 60);
    let until = day(&mut dice, from, 500);
    let akut_from = day(&mut dice, date(2024, 10, 1), 300);
    let akut_until = day(&mut dice, akut_from, 300);
    let cap = match dice.within(0, 4) {
        0 => Cap::None,
        1 => Cap::RejectBid,
        2 => Cap::Pay("bid"),
        3 => Cap::Pay("capped"),
        _ => Cap::Pay("time-weighted"),
    };
    let adjustments = (0..dice.within(1, 4))
        .map(|_| {
            let on_tariff = dice.chance(6);
            let percent = dice.within(0, 300_000) as i64 - 120_000;
            (day(&mut dice, date(2024, 10, 15), 500), percent, on_tariff, !on_tariff || dice.chance(5))
        })
        .collect();
    let procedures: Vec<_> = (0..dice.within(1, 3))
        .map(|_| {
            let fallback = dice.chance(2).then(|| dice.within(1, 90_000));
            (dice.within(1, 9_000_000), dice.within(0, 900), fallback)
        })
        .collect();
    let bids = (0..2)
        .map(|_| {
            procedures
                .iter()
                .map(|(tariff, _, _)| match dice.chance(5) {
                    true => Price::Stated(dice.within(tariff / 2, tariff * 5 / 4)),
                    false => Price::Discount(dice.within(0, 450_000) as i64 - 150_000),
                })
                .collect()
        })
        .collect();
    Sketch {
        from,
        until,
        akut: (dice.within(0, 300_000) as i64, dice.pick(&[1, 25, 100, 10_000]), akut_from, akut_until),
        discount_base: dice.pick(&["duf", "akut"]),
        cap,
        adjustments,
        procedures,
        bids,
        combination: dice.within(0, 90_000) as i64,
    }
}

fn decimal(parts: i64) -> String {
    let sign = if parts < 0 { "-" } else { "" };
    format!("{sign}{}.{:04}", parts.abs() / 10_000, parts.abs() % 10_000)
}

fn kroner(ore: u64) -> String {
    format!("{}.{:02}", ore / 100, ore % 100)
}

fn write(s: &Sketch) -> String {
    let mut t = format!(
        "format = 1\n[tender]\nid = \"A\"\ntitle = \"A\"\nkind = \"tender\"\nbuyer = \"R\"\nspecialty = \"s\"\n\
         contract = {{ from = {}, until = {} }}\n[[tariff]]\nid = \"duf\"\n[[tariff]]\nid = \"akut\"\n\
         derived-from = \"duf\"\nreduction = {}\nround-to = {}\nin-force = {{ from = {}, until = {} }}\n\
         [pricing]\ndiscount-base = \"{}\"\n[fallback]\ntariffs = [\"akut\", \"duf\"]\n",
        s.from,
        s.until,
        decimal(s.akut.0),
        kroner(s.akut.1),
        s.akut.2,
        s.akut.3,
        s.discount_base
    );
    let _ = match s.cap {
        Cap::None => Ok(()),
        Cap::RejectBid => writeln!(t, "[cap]\ntariff = \"akut\"\nabove-cap = \"reject-bid\""),
        Cap::Pay(scored) => writeln!(
            t,
            "[cap]\ntariff = \"akut\"\nabove-cap = \"pay-cap-while-in-force\"\nscored-price = \"{scored}\""
        ),
    };
    for (from, percent, tariff, prices) in &s.adjustments {
        let targets = [tariff.then_some("\"tariff:duf\""), prices.then_some("\"prices\"")];
        let targets: Vec<_> = targets.into_iter().flatten().collect();
        let _ = writeln!(
            t,
            "[[adjustment]]\nfrom = {from}\npercent = {}\napplies-to = [{}]",
            decimal(*percent),
            targets.join(", ")
        );
    }
    for (i, (tariff, volume, fallback)) in s.procedures.iter().enumerate() {
        let _ = writeln!(t, "[[procedure]]\ncode = \"P{i}\"\nname = \"x\"\nvolume = {volume}");
        let _ = writeln!(t, "tariff = {}", kroner(*tariff));
        if let Some(price) = fallback {
            let _ = writeln!(t, "fallback-price = {}", kroner(*price));
        }
    }
    t.push_str("[[structure]]\nid = \"whole\"\nbidders-may = [\"combination\"]\n");
    for (b, prices) in s.bids.iter().enumerate() {
        let _ = writeln!(t, "[[bid]]\nbidder = \"B{b}\"");
        for (key, of) in [("prices", true), ("discounts", false)] {
            let own = prices.iter().enumerate().filter_map(|(i, price)| match price {
                Price::Stated(ore) if of => Some(format!("P{i} = {}", kroner(*ore))),
                Price::Discount(percent) if !of => Some(format!("P{i} = {}", decimal(*percent))),
                _ => None,
            });
            let _ = writeln!(t, "{key} = {{ {} }}", own.collect::<Vec<_>>().join(", "));
        }
        let _ = writeln!(t, "[[bid.combination]]\nall-lots = true\ndiscount = {}", decimal(s.combination));
    }
    t
}

/// What the reference says of a day.
struct OnDay<'s> {
    sketch: &'s Sketch,
    day: Date,
}

impl OnDay<'_> {
    fn product(&self, moves: impl Fn(bool, bool) -> bool) -> Fraction {
        let counting = self.sketch.adjustments.iter().filter(|(from, ..)| *from <= self.day);
        let counting = counting.filter(|(_, _, tariff, prices)| moves(*tariff, *prices));
        counting.fold(whole(1), |product, (_, percent, ..)| product * less(-percent))
    }

    fn duf(&self, p: usize) -> Fraction {
        half_up(&(whole(self.sketch.procedures[p].0) * self.product(|tariff, _| tariff)))
    }

    fn akut(&self, p: usize) -> Fraction {
        let (reduction, step, ..) = self.sketch.akut;
        half_up(&(self.duf(p) * less(reduction) / whole(step))) * whole(step)
    }

    fn akut_in_force(&self) -> bool {
        self.sketch.akut.2 <= self.day && self.day <= self.sketch.akut.3
    }

    fn unit(&self, bid: usize, p: usize) -> Fraction {
        match self.sketch.bids[bid][p] {
            Price::Stated(ore) => half_up(&(whole(ore) * self.product(|_, prices| prices))),
            Price::Discount(percent) => {
                let base = if self.sketch.discount_base == "duf" { self.duf(p) } else { self.akut(p) };
                half_up(&(base * less(percent) * self.product(|tariff, prices| prices && !tariff)))
            }
        }
    }

    fn paid(&self, bid: usize, p: usize, tier: i64) -> Fraction {
        let unit = half_up(&(self.unit(bid, p) * less(tier)));
        match self.sketch.cap {
            Cap::Pay(_) if self.akut_in_force() => unit.min(self.akut(p)),
            _ => unit,
        }
    }

    fn fallback(&self, p: usize) -> Fraction {
        if self.akut_in_force() { self.akut(p) } else { self.duf(p) }
    }
}

fn days(s: &Sketch) -> Vec<OnDay<'_>> {
    let mut days = Vec::new();
    let mut day = s.from;
    while day <= s.until {
        days.push(OnDay { sketch: s, day });
        day = day.tomorrow().unwrap();
    }
    days
}

fn average(days: &[OnDay<'_>], of: impl Fn(&OnDay<'_>) -> Fraction) -> Fraction {
    days.iter().fold(Fraction::zero(), |sum, day| sum + of(day)) / whole(days.len())
}

fn ore(money: udbud::number::Money) -> Fraction {
    whole(money.ore())
}

fn agrees(s: &Sketch, tender: &Tender) -> Result<(), TestCaseError> {
    let days = days(s);
    let first = &days[0];
    let outcome = Evaluation::of(tender).structure(0).run().unwrap();
    let priced = &outcome.priced;
    for p in 0..s.procedures.len() {
        let (_, volume, fixed) = s.procedures[p];
        let fallback = match fixed {
            Some(price) => whole(price) * whole(volume),
            None => half_up(&(average(&days, |d| d.fallback(p)) * whole(volume))),
        };
        prop_assert_eq!(priced.prices.fallback[p].map(ore), Some(fallback));
    }
    for bid in 0..s.bids.len() {
        let above = (0..s.procedures.len()).any(|p| first.unit(bid, p) > first.akut(p));
        let figures = outcome.admitted.bids[bid].lots[0].figures();
        prop_assert_eq!(figures.is_none(), s.cap == Cap::RejectBid && above);
        let Some(figures) = figures else { continue };
        let mut tiers = vec![0, s.combination];
        tiers.dedup();
        prop_assert_eq!(figures.len(), tiers.len());
        for (tier, figures) in tiers.into_iter().zip(figures) {
            let (mut price, mut payment) = (Fraction::zero(), Fraction::zero());
            for (p, (_, volume, _)) in s.procedures.iter().enumerate() {
                let unit = half_up(&(first.unit(bid, p) * less(tier)));
                let scored = match s.cap {
                    Cap::Pay("time-weighted") => half_up(&average(&days, |d| d.paid(bid, p, tier))),
                    Cap::Pay("capped") => unit.min(first.akut(p)),
                    _ => unit,
                };
                price += scored * whole(*volume);
                payment += half_up(&(average(&days, |d| d.paid(bid, p, tier)) * whole(*volume)));
            }
            prop_assert_eq!(ore(figures.price), price);
            prop_assert_eq!(ore(figures.expected_payment), payment);
        }
    }
    Ok(())
}

fn read(text: &str) -> Tender {
    read_tender(&MemoryFiles::new().with("tender.toml", text), "tender.toml")
        .unwrap_or_else(|rejected| panic!("{:?}\n{text}", rejected.problems))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_is_that_of_a_walk_over_the_days(seed in any::<u64>()) {
        let sketch = sketch(seed);
        agrees(&sketch, &read(&write(&sketch)))?;
    }

    /// Adjustments of nothing, and adjustments after the contract's end, change no figure.
    #[test]
    fn what_never_counts_changes_nothing(seed in any::<u64>()) {
        let mut sketch = sketch(seed);
        let late = sketch.until.tomorrow().unwrap();
        sketch.adjustments = vec![(late, 50_000, true, true), (sketch.from, 0, true, true)];
        let with = read(&write(&sketch));
        sketch.adjustments.clear();
        let without = read(&write(&sketch));
        let figures = |tender: &Tender| {
            let outcome = Evaluation::of(tender).structure(0).run().unwrap();
            (outcome.admitted.bids, outcome.admitted.fallback, outcome.award.total)
        };
        prop_assert_eq!(figures(&with), figures(&without));
    }

    /// The order in the file means nothing.
    #[test]
    fn order_in_the_file_means_nothing(seed in any::<u64>()) {
        let mut sketch = sketch(seed);
        let one = read(&write(&sketch));
        sketch.adjustments.reverse();
        let other = read(&write(&sketch));
        prop_assert_eq!(
            udbud::tender::canonical::model_hash(&one),
            udbud::tender::canonical::model_hash(&other)
        );
        agrees(&sketch, &other)?;
    }
}

#[test]
fn from_is_included_and_so_is_the_last_day() {
    let text = |from: &str| {
        format!(
            "format = 1\n[tender]\nid = \"A\"\ntitle = \"A\"\nkind = \"tender\"\nbuyer = \"R\"\nspecialty = \"s\"\n\
             contract = {{ from = 2025-01-01, until = 2025-01-10 }}\n[[tariff]]\nid = \"duf\"\n[fallback]\ntariffs = [\"duf\"]\n\
             [[adjustment]]\nfrom = {from}\npercent = 10\napplies-to = [\"prices\"]\n\
             [[procedure]]\ncode = \"P\"\nname = \"x\"\nvolume = 10\ntariff = 200\n\
             [[bid]]\nbidder = \"B\"\nprices = {{ P = 100 }}\n"
        )
    };
    let payment = |from: &str| {
        let tender = read(&text(from));
        let outcome = Evaluation::of(&tender).structure(0).run().unwrap();
        let figures = outcome.admitted.bids[0].lots[0].figures().unwrap()[0];
        (figures.price.to_string(), figures.expected_payment.to_string())
    };
    let both = |price: &str, payment: &str| (price.to_owned(), payment.to_owned());
    assert_eq!(payment("2024-06-01"), both("1100.00", "1100.00"));
    assert_eq!(payment("2025-01-01"), both("1100.00", "1100.00"));
    assert_eq!(payment("2025-01-02"), both("1000.00", "1090.00"));
    assert_eq!(payment("2025-01-10"), both("1000.00", "1010.00"));
    assert_eq!(payment("2025-01-11"), both("1000.00", "1000.00"));
}

/// A tender of ten days; the text after the head of the file.
fn ten_days(rest: &str) -> String {
    format!(
        "format = 1\n[tender]\nid = \"A\"\ntitle = \"A\"\nkind = \"tender\"\nbuyer = \"R\"\nspecialty = \"s\"\n\
         contract = {{ from = 2025-01-01, until = 2025-01-10 }}\n[[tariff]]\nid = \"duf\"\n[fallback]\ntariffs = [\"duf\"]\n\
         [pricing]\ndiscount-base = \"duf\"\n{rest}"
    )
}

const PROCEDURE: &str = "[[procedure]]\ncode = \"P\"\nname = \"x\"\nvolume = 10\ntariff = 200\n";

#[test]
fn a_price_that_passes_the_cap_later_is_told() {
    let text = ten_days(&format!(
        "[cap]\ntariff = \"duf\"\nabove-cap = \"pay-cap-while-in-force\"\nscored-price = \"bid\"\n\
         [[adjustment]]\nfrom = 2025-01-06\npercent = 10\napplies-to = [\"prices\"]\n{PROCEDURE}\
         [[bid]]\nbidder = \"B\"\nprices = {{ P = 190 }}\n"
    ));
    let tender = read(&text);
    let outcome = Evaluation::of(&tender).structure(0).run().unwrap();
    let told: Vec<_> = outcome.bid_findings[0].iter().map(|f| f.code.name()).collect();
    assert_eq!(told, ["above-cap-later"]);
    // 5 days at 190, 5 at the cap of 200 instead of 209
    assert_eq!(outcome.priced.line_rule().cap_takes_off(0, 0).unwrap().to_string(), "45.00");
    let payment = outcome.admitted.bids[0].lots[0].figures().unwrap()[0].expected_payment;
    assert_eq!(payment.to_string(), "1950.00");
}

/// What a party may charge in a mini-tender, and the discount base, are those of the mini-tender's first day.
#[test]
fn a_framework_counts_as_on_the_first_day_of_the_mini_tender() {
    let parent = ten_days(&format!(
        "[[adjustment]]\nfrom = 2025-01-06\npercent = 10\napplies-to = [\"tariff:duf\"]\n{PROCEDURE}\
         [mini-tenders]\nallowed = true\n[[bid]]\nbidder = \"B\"\ndiscount = 50\n"
    ));
    let mini = |from: u8, tariff: u32, price: u32| {
        let text = format!(
            "format = 1\n[tender]\nid = \"M\"\ntitle = \"M\"\nkind = \"mini-tender\"\nbuyer = \"R\"\nspecialty = \"s\"\n\
             contract = {{ from = 2025-01-{from:02}, until = 2025-01-10 }}\n[framework]\ntender = \"parent/tender.toml\"\n\
             [[tariff]]\nid = \"duf\"\n[pricing]\ndiscount-base = \"duf\"\n[[procedure]]\ncode = \"P\"\nname = \"x\"\n\
             volume = 10\ntariff = {tariff}\n[[bid]]\nbidder = \"B\"\nprices = {{ P = {price} }}\n"
        );
        let files = MemoryFiles::new().with("parent/tender.toml", parent.as_str()).with("tender.toml", text);
        read_tender(&files, "tender.toml").map(|tender| {
            let outcome = Evaluation::of(&tender).structure(0).run().unwrap();
            outcome.is_admissible(0)
        })
    };
    assert_eq!(mini(5, 200, 100).ok(), Some(true));
    assert_eq!(mini(5, 200, 101).ok(), Some(false));
    assert_eq!(mini(6, 220, 110).ok(), Some(true));
    assert_eq!(mini(6, 220, 111).ok(), Some(false));
    let codes = |told: Result<bool, udbud::tender::ReadError>| -> Vec<&str> {
        told.err().map_or_else(Vec::new, |r| r.problems.iter().map(|p| p.code.name()).collect())
    };
    assert!(codes(mini(6, 200, 100)).contains(&"other-base-price"));
}

/// The derivation of a figure ends in the figure itself, stretch by stretch.
#[test]
fn the_stretches_add_up_to_the_payment() {
    for seed in 0..60 {
        let sketch = sketch(seed);
        let tender = read(&write(&sketch));
        let outcome = Evaluation::of(&tender).structure(0).run().unwrap();
        for bid in 0..sketch.bids.len() {
            if outcome.admitted.bids[bid].lots[0].figures().is_none() {
                continue;
            }
            for p in 0..sketch.procedures.len() {
                stretches_add_up(&outcome, bid, p);
            }
        }
    }
}

fn stretches_add_up(outcome: &udbud::outcome::Outcome<'_>, bid: usize, p: usize) {
    use udbud::{explain::StepRule, number::Figure};
    let explanation = udbud::explain::explain(outcome, bid, None, Some(p));
    let payment = explanation.steps.iter().find(|s| s.rule == StepRule::PaymentDayByDay).unwrap();
    let count = |name: &str, of: &udbud::explain::Step| match of.figure(name) {
        Some(Figure::Count(n)) => i128::from(*n),
        Some(Figure::Volume(v)) => i128::from(v.count()),
        Some(Figure::Money(m)) => m.ore(),
        other => panic!("{name}: {other:?}"),
    };
    let (days, sum) = payment.steps.iter().fold((0, 0), |(days, sum), s| {
        (days + count("days", s), sum + count("days", s) * count("result", s))
    });
    assert_eq!(days, count("contract", payment));
    let exact = Fraction::new((sum * count("volume", payment)).into(), days.into());
    assert_eq!(half_up(&exact), whole(count("result", payment)));
}
