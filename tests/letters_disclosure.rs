//! No letter of any example tender gives away more than its policy allows.
#![allow(clippy::unwrap_used)]

mod common;
mod letter_support;

use std::collections::BTreeSet;

use common::Dice;
use letter_support::{decided, examples};
use udbud::{
    award::Demands,
    disclosure::{Fact, InferenceRule, Knowledge, KnowledgeSource, leaks},
    evaluation::EvaluatedResult,
    letter::{knowledge_of, letter},
    number::Ratio,
    outcome::{Evaluation, Outcome},
    report::{Language, leaks_text},
    tender::{Disclosure, OnLeak, Tell, Tender},
};

#[test]
fn no_letter_of_the_examples_gives_away_more_than_its_policy_allows() {
    let mut found = String::new();
    for (path, tender) in examples() {
        let outcome = decided(&tender);
        for bid in 0..tender.bids.len() {
            let written = letter(&outcome, bid, &tender.disclosure);
            let reader = knowledge_of(&written).unwrap();
            let leaks = leaks(&tender.disclosure, &reader);
            if !leaks.is_empty() {
                let text = leaks_text(&reader, &leaks, Language::En);
                found.push_str(&format!("{path}, {}:\n{text}\n", tender.bids[bid].bidder));
            }
        }
    }
    assert!(found.is_empty(), "{found}");
}

/// The figure of a fact as it is, if the tests can say.
fn truth(outcome: &Outcome<'_>, fact: Fact) -> Option<Ratio> {
    let figures = |bid: usize, lot: usize| outcome.admitted.bids[bid].lots[lot].figures()?.first().copied();
    match fact {
        Fact::Price { bid, lot } => Some(Ratio::kroner(figures(bid, lot)?.price)),
        Fact::EvaluatedPrice { bid, lot } => match &outcome.evaluated.lots[lot].bids[bid].as_ref()?.result {
            EvaluatedResult::Price(tiers) => Some(Ratio::kroner(*tiers.first()?)),
            EvaluatedResult::Score { .. } => None,
        },
        Fact::Score { bid, lot } => match &outcome.evaluated.lots[lot].bids[bid].as_ref()?.result {
            EvaluatedResult::Score { rounded, .. } => Some(rounded.clone()),
            EvaluatedResult::Price(_) => None,
        },
        Fact::Points { bid, lot, criterion } => {
            let points = &outcome.evaluated.lots[lot].bids[bid].as_ref()?.points;
            points.iter().find(|p| p.criterion == criterion).map(|p| p.points.clone())
        }
        Fact::UnitPrice { bid, procedure } => {
            outcome.priced.offers[bid][procedure].unit().map(|unit| Ratio::kroner(unit.into()))
        }
        _ => None,
    }
}

/// Whatever a reader derives is so: an inference that could be wrong would refuse letters for nothing. Only the discount that
/// fits a price is a guess, and what follows from it.
#[test]
fn what_follows_is_true() {
    let mut checked = 0;
    let everything = Disclosure { tell: BTreeSet::from(Tell::ALL), on_leak: OnLeak::Warn, place: None };
    let mut tenders: Vec<(String, Tender)> = examples();
    tenders.extend((0..300).map(|seed| (format!("seed {seed}"), random(seed))));
    for (path, tender) in tenders {
        let demands = Demands { work_limit: None, distances: true, margins: false };
        let Ok(outcome) = Evaluation::of(&tender).demands(demands).run() else {
            continue;
        };
        // an award with a combination discount has other prices than its bids alone
        if outcome.award.lots.iter().any(|l| l.tier > 0) {
            continue;
        }
        for policy in [&everything, &Disclosure::default(), &tender.disclosure] {
            for bid in 0..tender.bids.len() {
                let reader = knowledge_of(&letter(&outcome, bid, policy)).unwrap();
                for (fact, known) in reader.facts() {
                    let (KnowledgeSource::Follows(rule, _), Some(true_figure)) =
                        (&known.source, truth(&outcome, fact))
                    else {
                        continue;
                    };
                    if guessed(&reader, fact) {
                        continue;
                    }
                    checked += 1;
                    assert!(
                        known.range.least <= true_figure && true_figure <= known.range.most,
                        "{path}: {fact:?} by {rule:?}: {:?}, and it is {true_figure}",
                        known.range
                    );
                }
            }
        }
    }
    assert!(checked > 500, "{checked}");
}

/// Whether a discount that fits is among what a figure follows from.
fn guessed(reader: &Knowledge<'_>, fact: Fact) -> bool {
    let mut left = vec![fact];
    let mut seen = BTreeSet::new();
    while let Some(next) = left.pop() {
        if let Some(KnowledgeSource::Follows(rule, from)) = reader.known(next).map(|k| k.source.clone())
            && seen.insert(next)
        {
            if rule == InferenceRule::DiscountFromPrice {
                return true;
            }
            left.extend(from);
        }
    }
    false
}

/// A random tender: by points, by evaluated price or by price alone, with few bids.
fn random(seed: u64) -> Tender {
    let mut dice = Dice(seed);
    let methods = [
        "method = \"linear\"\nslope = 30\noutside = \"negative\"",
        "method = \"linear\"\nslope = 10\noutside = \"widen\"\nwiden = { first = 20, step = 7 }",
        "method = \"linear\"\nslope = 15\noutside = \"zero\"",
        "method = \"linear\"\nslope = 15\noutside = \"reject\"",
        "method = \"proportional\"",
        "method = \"min-max\"",
        "method = \"absolute\"\nfull-at = 4000000\nzero-at = 9000000\noutside = \"zero\"",
    ];
    let mode = dice.pick(&["half-up", "half-even", "down"]);
    let rounding =
        dice.pick(&["points = 2", "points = 0", "points = 2, weighted = 2, score = 1", "score = 2"]);
    let worth = dice.pick(&["value = 450000", "value-percent = 4"]);
    let model = match dice.within(0, 2) {
        0 => String::new(),
        1 => format!(
            "[evaluation]\nmodel = \"points\"\nrounding = {{ {rounding}, mode = \"{mode}\" }}\n[[evaluation.criterion]]\nid = \"price\"\nweight = 55\nmeasure = \"price\"\n{}\n[[evaluation.criterion]]\nid = \"wait\"\nweight = 15\nmeasure = \"values.days\"\nmethod = \"absolute\"\nzero-at = 60\noutside = \"zero\"\n[[evaluation.criterion]]\nid = \"quality\"\nweight = 30\nmethod = \"judged\"\n",
            dice.pick(&methods)
        ),
        _ => format!(
            "[evaluation]\nmodel = \"evaluated-price\"\nadjust = \"{}\"\n[[evaluation.criterion]]\nid = \"quality\"\nmethod = \"judged\"\n{worth}\n",
            dice.pick(&["subtract", "add"])
        ),
    };
    let judged = model.contains("judged");
    let mut text = format!("{HEAD}{model}");
    for b in 0..dice.within(2, 4) {
        let prices: Vec<String> = (0..3)
            .map(|i| format!("K{i} = {}.{:02}", dice.within(7_000, 10_500), dice.within(0, 99)))
            .collect();
        let offer = match dice.within(0, 2) {
            0 => format!("discount = {}", dice.within(0, 25)),
            _ => format!("prices = {{ {} }}", prices.join(", ")),
        };
        text.push_str(&format!(
            "[[bid]]\nbidder = \"B{b}\"\n{offer}\nvalues = {{ days = {} }}\n",
            dice.within(5, 70)
        ));
        if judged {
            let points = dice.within(0, 100);
            text.push_str(&format!("[[assessment]]\nbidder = \"B{b}\"\npoints = {{ quality = {points} }}\n"));
        }
    }
    letter_support::tender(&text)
}

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
reduction = 12
in-force = { from = 2025-01-01, until = 2025-07-14 }
[pricing]
discount-base = "duf"
[cap]
tariff = "akut"
above-cap = "pay-cap-while-in-force"
scored-price = "time-weighted"
[fallback]
tariffs = ["duf"]
[award]
structure = "s"
ties = ["draw"]
[[procedure]]
code = "K0"
name = "A"
volume = 300
tariff = 10400
[[procedure]]
code = "K1"
name = "B"
volume = 217
tariff = 10900
[[procedure]]
code = "K2"
name = "C"
volume = 88
tariff = 9999.99
[[structure]]
id = "s"
[[structure.lot]]
id = "ab"
codes = ["K0", "K1"]
[[structure.lot]]
id = "c"
codes = ["K2"]
"#;
