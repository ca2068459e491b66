//! Mini-tenders: who may bid, at which price, and what a framework does not allow.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fmt::Write as _;

use proptest::prelude::*;
use udbud::{
    admission::FindingCode,
    outcome::{Outcome, evaluate},
    read_tender,
    tender::{MemoryFiles, ProblemCode, ReadError, Tender},
};

const HEAD: &str = "buyer = \"Region Prøve\"\nspecialty = \"ortopædisk kirurgi\"\n";
const RULES: &str = "
[[tariff]]
id = \"duf\"
title = \"DUF\"
[pricing]
discount-base = \"duf\"
[cap]
tariff = \"duf\"
above-cap = \"reject-bid\"
[fallback]
tariffs = [\"duf\"]
";
const LOTS: &str = "
[[structure]]
id = \"led\"
[[structure.lot]]
id = \"knee\"
codes = [\"K*\"]
[[structure.lot]]
id = \"hip\"
codes = [\"*\"]
[award]
structure = \"led\"
suppliers-per-lot = 3
";

fn procedures(list: &[(&str, u64, u64)]) -> String {
    list.iter().fold(String::new(), |mut text, (code, volume, tariff)| {
        let _ = writeln!(
            text,
            "[[procedure]]\ncode = \"{code}\"\nname = \"x\"\nvolume = {volume}\ntariff = {tariff}"
        );
        text
    })
}

fn bids(list: &[(&str, &str)]) -> String {
    list.iter().fold(String::new(), |mut text, (bidder, prices)| {
        let _ = writeln!(text, "[[bid]]\nbidder = \"{bidder}\"\nprices = {{ {prices} }}");
        text
    })
}

fn framework(terms: &str, bids: &str) -> String {
    format!(
        "format = 1\n[tender]\nid = \"R\"\ntitle = \"R\"\nkind = \"tender\"\n{HEAD}\
         contract = {{ from = 2025-01-01, until = 2026-12-31 }}\n{RULES}{}{LOTS}\n[mini-tenders]\n{terms}\n{bids}",
        procedures(&[("K1", 100, 1000), ("K2", 50, 2000), ("H1", 80, 3000)])
    )
}

fn mini(link: &str, procedures: &str, rest: &str) -> String {
    format!(
        "format = 1\n[tender]\nid = \"M\"\ntitle = \"M\"\nkind = \"mini-tender\"\n{HEAD}\
         contract = {{ from = 2025-03-01, until = 2025-08-31 }}\n[framework]\ntender = \"../r/tender.toml\"\n{link}\n{RULES}{procedures}{rest}"
    )
}

fn read(framework: &str, mini: &str) -> Result<Tender, ReadError> {
    let files = MemoryFiles::new().with("../r/tender.toml", framework).with("tender.toml", mini);
    read_tender(&files, "tender.toml")
}

fn valid(framework: &str, mini: &str) -> Tender {
    read(framework, mini).unwrap_or_else(|r| panic!("{:?}", r.problems))
}

fn codes(framework: &str, mini: &str) -> Vec<ProblemCode> {
    let problems = match read(framework, mini) {
        Ok(tender) => tender.remarks,
        Err(rejected) => rejected.problems,
    };
    problems.iter().map(|p| p.code).collect()
}

fn outcome(tender: &Tender) -> Outcome<'_> {
    evaluate(tender).unwrap()
}

fn has(outcome: &Outcome<'_>, bidder: &str, code: FindingCode, lot: Option<usize>) -> bool {
    let bid = outcome.tender.bids.iter().position(|b| b.bidder == bidder).unwrap();
    outcome.bid_findings[bid].iter().any(|f| f.code == code && f.lot == lot)
}

const PARTIES: &[(&str, &str)] = &[
    ("A", "K1 = 800, K2 = 1700, H1 = 2500"),
    ("B", "K1 = 820, K2 = 1600, H1 = 2600"),
    ("C", "K1 = 850, K2 = 1650"),
    ("D", "K1 = 900, K2 = 1900, H1 = 2700"),
];

#[test]
fn who_is_no_party_is_out_on_that_lot_or_altogether() {
    let framework = framework("allowed = true", &bids(PARTIES));
    let both = procedures(&[("K1", 10, 1000), ("H1", 10, 3000)]);
    let offers = bids(&[("A", "K1 = 700, H1 = 2400"), ("C", "K1 = 700, H1 = 2000"), ("E", "K1 = 1, H1 = 1")]);
    let tender = valid(&framework, &mini("", &both, &(LOTS.to_owned() + &offers)));
    let outcome = outcome(&tender);
    // C supplies knees alone; E nothing; D is fourth on knees and third on hips
    assert!(has(&outcome, "C", FindingCode::NotFrameworkParty, Some(1)));
    assert!(!has(&outcome, "C", FindingCode::NotFrameworkParty, Some(0)));
    assert!(has(&outcome, "E", FindingCode::NotFrameworkParty, None));
    assert!(outcome.evaluated.lots[0].bids[1].is_some() && outcome.evaluated.lots[1].bids[1].is_none());
    assert!(!outcome.is_admissible(2));
    let silent: Vec<(Option<usize>, String)> = outcome
        .findings
        .iter()
        .filter(|f| f.code == FindingCode::PartyWithoutBid)
        .map(|f| (f.lot, format!("{:?}", f.args[0].1)))
        .collect();
    assert_eq!(silent.len(), 3, "{silent:?}");
    assert!(silent.iter().any(|(lot, who)| *lot == Some(1) && who.contains('D')));
}

#[test]
fn no_price_above_the_bidders_own_unless_the_framework_says_so() {
    let one = procedures(&[("K1", 10, 1000), ("K2", 5, 2000)]);
    let offers = bids(&[("A", "K1 = 800.01, K2 = 1000"), ("B", "K1 = 820, K2 = 1600")]);
    for (terms, out) in [
        ("allowed = true", true),
        ("allowed = true\nmax-price = \"cap\"", false),
        ("allowed = true\nmax-price = \"none\"", false),
    ] {
        let tender = valid(&framework(terms, &bids(PARTIES)), &mini("", &one, &offers));
        let outcome = outcome(&tender);
        assert_eq!(has(&outcome, "A", FindingCode::AboveFrameworkPrice, Some(0)), out, "{terms}");
        assert_eq!(outcome.is_admissible(0), !out, "{terms}");
        assert!(outcome.is_admissible(1), "{terms}");
    }
}

#[test]
fn the_own_price_is_less_the_combination_discount_with_which_it_won() {
    let combined = framework("allowed = true", &bids(&[("A", "K1 = 800, K2 = 1700, H1 = 2500")]))
        .replace("suppliers-per-lot = 3", "")
        .replace("id = \"led\"\n", "id = \"led\"\nbidders-may = [\"combination\"]\n")
        + "[[bid.combination]]\nall-lots = true\ndiscount = 10\n";
    let one = procedures(&[("K1", 10, 1000)]);
    for (price, out) in [("720", false), ("720.01", true)] {
        let tender = valid(&combined, &mini("", &one, &bids(&[("A", &format!("K1 = {price}"))])));
        assert_eq!(has(&outcome(&tender), "A", FindingCode::AboveFrameworkPrice, Some(0)), out, "{price}");
    }
}

#[test]
fn a_new_code_has_no_limit_but_is_told_of() {
    let terms = "allowed = true\nnew-codes = true";
    let new = procedures(&[("K1", 10, 1000), ("X9", 5, 500)]);
    let offers = bids(&[("A", "K1 = 700, X9 = 499")]);
    assert_eq!(
        codes(&framework("allowed = true", &bids(PARTIES)), &mini("", &new, &offers)),
        [ProblemCode::NotInFramework]
    );
    let tender = valid(&framework(terms, &bids(PARTIES)), &mini("lot = \"knee\"", &new, &offers));
    let outcome = outcome(&tender);
    assert!(has(&outcome, "A", FindingCode::NoFrameworkPrice, Some(0)) && outcome.is_admissible(0));
}

#[test]
fn the_model_hash_depends_on_the_framework() {
    use udbud::tender::canonical::model_hash;
    let one = procedures(&[("K1", 10, 1000)]);
    let text = mini("", &one, "");
    let first = valid(&framework("allowed = true", &bids(PARTIES)), &text);
    let cheaper = bids(PARTIES).replace("K1 = 800", "K1 = 799");
    let second = valid(&framework("allowed = true", &cheaper), &text);
    assert_ne!(model_hash(&first), model_hash(&second));
    assert_eq!(model_hash(&first), model_hash(&valid(&framework("allowed = true", &bids(PARTIES)), &text)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    /// A mini-tender in which every party repeats its framework price gives the framework's ranking.
    #[test]
    fn repeating_the_framework_repeats_its_ranking(
        prices in prop::collection::vec((1_u64..1000, 1_u64..2000), 2..7),
    ) {
        let list: Vec<(String, String)> = prices
            .iter()
            .enumerate()
            .map(|(i, (k1, k2))| (format!("B{i}"), format!("K1 = {k1}, K2 = {k2}")))
            .collect();
        let list: Vec<(&str, &str)> = list.iter().map(|(b, p)| (b.as_str(), p.as_str())).collect();
        let whole = procedures(&[("K1", 100, 1000), ("K2", 50, 2000)]);
        let framework = framework("allowed = true", &bids(&list));
        let all = [("K1", 100, 1000), ("K2", 50, 2000), ("H1", 80, 3000)];
        let framework = framework.replace(&procedures(&all), &whole);
        let framework = framework.replace(LOTS, "\n[award]\nsuppliers-per-lot = 3\n");
        // a tie at the last place leaves the framework without suppliers
        let Ok(tender) = read(&framework, &mini("", &whole, &bids(&list))) else {
            return Err(TestCaseError::reject("a tie"));
        };
        let parent = read_tender(&MemoryFiles::new().with("t", framework.as_str()), "t").unwrap();
        let (theirs, ours) = (outcome(&parent), outcome(&tender));
        let of = |o: &Outcome<'_>, b: usize| o.standings[b][0].rank;
        let parties: Vec<usize> = (0..list.len()).filter(|&b| ours.is_admissible(b)).collect();
        let suppliers: Vec<usize> = theirs.award.lots[0].suppliers.iter().map(|s| s.bidder).collect();
        prop_assert_eq!(parties.len(), suppliers.len());
        for &b in &parties {
            prop_assert!(suppliers.contains(&b));
            prop_assert_eq!(of(&theirs, b), of(&ours, b));
            prop_assert!(ours.bid_findings[b].iter().all(|f| f.code != FindingCode::AboveFrameworkPrice));
        }
    }

    /// Nothing passes that the framework does not allow.
    #[test]
    fn what_is_not_allowed_never_passes(
        least in 10_u32..60, more in 0_u32..30, price in 1_u32..100, months in 1_u32..24, length in 1_i32..30,
    ) {
        let model = |price: u32| format!(
            "[evaluation]\nmodel = \"points\"\n[[evaluation.criterion]]\nid = \"pris\"\nweight = {price}\nmeasure = \"price\"\n\
             method = \"min-max\"\n[[evaluation.criterion]]\nid = \"kvalitet\"\nweight = {}\nmethod = \"judged\"\n",
            100 - price
        );
        let assessed = |who: &str| format!("[[assessment]]\nbidder = \"{who}\"\npoints = {{ kvalitet = 50 }}\n");
        let judged: String = ["A", "B", "C", "D"].map(assessed).concat();
        let (low, high) = (least, least + more);
        let terms = format!(
            "allowed = true\nmax-months = {months}\nweights = {{ pris = [{low}, {high}], kvalitet = [{}, {}] }}\n",
            100 - high, 100 - low
        );
        let framework = framework(&terms, &(model(50) + &bids(PARTIES) + &judged));
        let until = jiff::civil::date(2025, 3, 1)
            .checked_add(jiff::Span::new().months(length)).unwrap().yesterday().unwrap();
        let one = procedures(&[("K1", 10, 1000)]);
        let text = mini("", &one, &model(price)).replace("2025-08-31", &until.to_string());
        let told = codes(&framework, &text);
        prop_assert_eq!(told.contains(&ProblemCode::WeightOutsideRange), price < low || price > high);
        prop_assert_eq!(told.contains(&ProblemCode::LongerThanFramework), length > i32::try_from(months).unwrap());
    }

    /// Whatever lines are missing on either side, reading tells it, and what is read can be evaluated.
    #[test]
    fn no_missing_line_makes_it_fall_over(gone in prop::collection::vec((any::<bool>(), 0_usize..70), 1..4)) {
        let both = procedures(&[("K1", 10, 1000), ("H1", 10, 3000)]);
        let mut texts = [
            framework("allowed = true\nmax-months = 6\nmax-price = \"own-bid\"", &bids(PARTIES)),
            mini("lot = \"knee\"\nparties = [\"A\", \"B\"]", &both, &(LOTS.to_owned() + &bids(PARTIES))),
        ];
        for (own, line) in gone {
            let text = &mut texts[usize::from(own)];
            *text = text.lines().enumerate().filter(|(i, _)| *i != line).map(|(_, l)| format!("{l}\n")).collect();
        }
        if let Ok(tender) = read(&texts[0], &texts[1]) {
            let outcome = outcome(&tender);
            prop_assert!(tender.framework.is_none() || outcome.standings.len() == tender.bids.len());
        }
    }
}
