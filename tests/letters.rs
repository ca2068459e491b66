//! Letters for every way in which a bid may stand.
#![allow(clippy::unwrap_used)]

mod letter_support;

use jiff::civil::date;
use letter_support::{decided, examples, tender};
use udbud::{
    letter::{LetterKind, ReaderLotOutcome, letter},
    outcome::Outcome,
    report::{Format, Language, LetterHead, LetterReport, write},
    tender::Tender,
};

const HEAD: &str = r#"
format = 1
[tender]
id = "T-1"
title = "Prøve"
kind = "tender"
buyer = "Region Eksempel"
specialty = "s"
[[tariff]]
id = "duf"
title = "DUF"
[pricing]
discount-base = "duf"
[cap]
tariff = "duf"
above-cap = "reject-bid"
[fallback]
tariffs = ["duf"]
[[procedure]]
code = "K1"
name = "A"
volume = 100
tariff = 1000
[[procedure]]
code = "K2"
name = "B"
volume = 10
tariff = 5000
"#;

const LOTS: &str = "[award]\nstructure = \"s\"\nties = [\"draw\"]\n[[structure]]\nid = \"s\"\n[[structure.lot]]\nid = \"en\"\ntitle = \"Den ene\"\ncodes = [\"K1\"]\n[[structure.lot]]\nid = \"to\"\ncodes = [\"K2\"]\n";

fn bid(name: &str, k1: &str, k2: &str) -> String {
    format!("[[bid]]\nbidder = \"{name}\"\nprices = {{ K1 = {k1}, K2 = {k2} }}\n")
}

fn texts(tender: &Tender, bidder: &str) -> (LetterKind, String, String) {
    let outcome = decided(tender);
    texts_of(&outcome, bidder)
}

fn texts_of(outcome: &Outcome<'_>, bidder: &str) -> (LetterKind, String, String) {
    let bid = outcome.tender.bids.iter().position(|b| b.bidder == bidder).unwrap();
    let written = letter(outcome, bid, &outcome.tender.disclosure);
    let head = LetterHead { sent: Some(date(2025, 4, 8)), record_hash: None };
    let report = LetterReport { letter: &written, head };
    let text = |language| write(&report, Format::Table { color: false }, language).unwrap();
    (written.kind, text(Language::Da), text(Language::En))
}

/// As one line, so that line breaks do not matter.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn says(text: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(flat(text).contains(sentence), "{sentence}\n\n{text}");
    }
}

#[test]
fn a_winner_and_a_loser() {
    let tender = tender(&format!("{HEAD}{}{}", bid("A", "700", "4100"), bid("B", "720.50", "4300")));
    let (sort, da, en) = texts(&tender, "A");
    assert_eq!(sort, LetterKind::Won);
    says(
        &da,
        &[
            "Jeres tilbud har vundet kontrakten",
            "ikke en accept",
            "Jeres tilbud blev nr. 1 af 2 antagelige tilbud.",
        ],
    );
    says(
        &da,
        &["tirsdag den 22. april 2025", "onsdag den 23. april 2025", "fredag den 18. april 2025: langfredag"],
    );
    says(&en, &["Your bid has won the contract", "Tuesday, 2025-04-22", "Good Friday"]);
    assert!(!da.contains('B'.to_string().as_str()) || !flat(&da).contains("Vinderen er"), "{da}");

    let (sort, da, en) = texts(&tender, "B");
    assert_eq!(sort, LetterKind::Lost);
    says(
        &da,
        &[
            "ikke har vundet kontrakten",
            "Vinderen er A.",
            "Prisen er lavere: 111.000,00 kr. mod jeres 115.050,00 kr.",
        ],
    );
    says(&en, &["Its price is lower: DKK 111,000.00 against your DKK 115,050.00.", "section 7(2) no. 1"]);
    says(&da, &["opsættende virkning", "45 kalenderdage", "§ 6, stk. 4"]);
    // a distance is not told unless the policy says so
    assert!(!flat(&da).contains("skulle have været"));
}

#[test]
fn a_loser_is_told_in_words_where_the_policy_tells_no_figures() {
    let quiet = "[disclosure]\ntell = [\"own\"]\n";
    let tender = tender(&format!("{HEAD}{}{}{quiet}", bid("A", "700", "4100"), bid("B", "720.50", "4300")));
    let (_, da, _) = texts(&tender, "B");
    says(&da, &["Vinderen er A.", "Prisen er lavere end jeres.", "Jeres tilbud blev nr. 2."]);
    assert!(!da.contains("111.000,00") && !flat(&da).contains("af 2"), "{da}");
}

#[test]
fn an_inadmissible_bid_is_told_every_reason_and_nothing_of_the_others() {
    let late = "[[bid]]\nbidder = \"C\"\nprices = { K1 = 1100 }\n[[decision]]\nbidder = \"C\"\naction = \"reject\"\nground = \"reservation\"\ndate = 2025-03-01\ntext = \"Forbehold for personale.\"\n";
    let tender = tender(&format!("{HEAD}{}{late}", bid("Alfa", "700", "4100")));
    let (sort, da, en) = texts(&tender, "C");
    assert_eq!(sort, LetterKind::Inadmissible);
    says(
        &da,
        &[
            "ikke er antageligt (konditionsmæssigt)",
            "prisloftet",
            "Forbehold for personale.",
            "har K2 ingen pris",
        ],
    );
    says(&en, &["not admissible", "2025-03-01"]);
    assert!(!da.contains("Alfa") && !en.contains("Alfa"), "{da}");
    says(&da, &["Standstillperiode", "Klagevejledning"]);
}

#[test]
fn several_lots_won_and_lost() {
    let tender = tender(&format!("{HEAD}{LOTS}{}{}", bid("A", "700", "4400"), bid("B", "720", "4300")));
    let (sort, da, en) = texts(&tender, "A");
    assert_eq!(sort, LetterKind::WonSome);
    says(
        &da,
        &[
            "har vundet delaftalen Den ene",
            "ikke vundet delaftalen to",
            "Delaftale Den ene",
            "Jeres tilbud vandt delaftalen.",
        ],
    );
    says(&en, &["Award and rejection", "has not won the lot to"]);
}

#[test]
fn a_tie_is_not_an_award() {
    let tender = tender(&format!("{HEAD}{LOTS}{}{}", bid("A", "700", "4400"), bid("B", "700", "4300")));
    let (sort, da, _) = texts(&tender, "A");
    assert_eq!(sort, LetterKind::Lost);
    says(&da, &["Det er ikke afgjort, hvem der får delaftalen."]);
    let one = letter_support::tender(&format!(
        "{HEAD}[award]\nties = [\"draw\"]\n{}{}",
        bid("A", "700", "4400"),
        bid("B", "700", "4400")
    ));
    let (sort, da, en) = texts(&one, "A");
    assert_eq!(sort, LetterKind::Open);
    says(&da, &["Flere tildelinger er lige gode", "der trækkes lod"]);
    says(&en, &["equally good"]);
    assert!(!da.contains("Standstill") && !da.contains("Klagevejledning"), "{da}");
    // drawn: the loser is told that the rule for ties decided
    let drawn = letter_support::tender(&format!(
        "{HEAD}[award]\nties = [\"draw\"]\ndraw = [\"B\", \"A\"]\n{}{}",
        bid("A", "700", "4400"),
        bid("B", "700", "4400")
    ));
    let (sort, da, _) = texts(&drawn, "A");
    assert_eq!(sort, LetterKind::Lost);
    says(
        &da,
        &["Jeres tilbud stod lige med B. Udbuddets regler for lighed (lodtrækning) afgjorde tildelingen."],
    );
}

#[test]
fn nobody_gets_a_lot_that_is_cheaper_elsewhere() {
    let cheap = HEAD.replace("[fallback]", "[award]\nunawarded = \"if-cheaper\"\n[fallback]");
    let text = format!("{cheap}{}", bid("A", "1000", "5000"))
        .replace("tariff = 1000", "tariff = 1000\nfallback-price = 600");
    let (sort, da, en) = texts(&tender(&text), "A");
    assert_eq!(sort, LetterKind::NotAwarded);
    says(&da, &["vi ikke tildeler kontrakten", "billigere at købe ydelserne til DUF-takst"]);
    says(&en, &["No award", "cheaper"]);
}

#[test]
fn rules_across_lots_are_told() {
    let limited = LOTS
        .replace("[[structure.lot]]\nid = \"en\"", "max-lots-per-bidder = 1\n[[structure.lot]]\nid = \"en\"");
    let policy = "[disclosure]\ntell = [\"own\", \"distance\"]\non-leak = \"warn\"\n";
    let text = format!("{HEAD}{limited}{}{}{policy}", bid("A", "700", "4000"), bid("B", "800", "4100"));
    let (_, da, _) = texts(&tender(&text), "A");
    says(
        &da,
        &[
            "regler på tværs af delaftaler",
            "Den bedste samlede tildeling, hvor I får delaftalen, er 9.000,00 kr. dyrere",
        ],
    );
}

#[test]
fn a_short_standstill_says_why() {
    let text = format!(
        "{HEAD}[standstill]\ndays = 0\nreason = \"Værdien er under tærskelværdien.\"\n{}{}",
        bid("A", "700", "4400"),
        bid("B", "800", "4300")
    );
    let (_, da, _) = texts(&tender(&text), "B");
    says(&da, &["Der er ingen standstillperiode. Begrundelse: Værdien er under tærskelværdien."]);
    assert!(!da.contains("opsættende"), "{da}");
}

#[test]
fn what_a_bidder_wrote_commands_nothing() {
    let text =
        format!("{HEAD}{}{}", bid("<b>*A*</b> [x](http://y)", "700", "4100"), bid("B", "720.50", "4300"));
    let tender = tender(&text);
    let outcome = decided(&tender);
    let written = letter(&outcome, 1, &tender.disclosure);
    let report = LetterReport { letter: &written, head: LetterHead::default() };
    let markdown = write(&report, Format::Markdown, Language::Da).unwrap();
    assert!(!markdown.contains("<b>") && !markdown.contains("[x](http"), "{markdown}");
    assert!(markdown.contains("\\<b"), "{markdown}");
}

/// Every bidder of every example tender gets a letter in both languages, and no placeholder is left in it.
#[test]
fn every_bidder_of_the_examples_gets_a_letter() {
    let mut sorts = std::collections::BTreeMap::new();
    for (path, tender) in examples() {
        let outcome = decided(&tender);
        for bid in &tender.bids {
            let (sort, da, en) = texts_of(&outcome, &bid.bidder);
            *sorts.entry(format!("{sort:?}")).or_insert(0) += 1;
            for text in [&da, &en] {
                assert!(!text.contains('{') && !text.contains('}'), "{path}: {text}");
                assert!(text.contains(&bid.bidder));
            }
            let bid = tender.bids.iter().position(|b| b.bidder == bid.bidder).unwrap();
            let written = letter(&outcome, bid, &tender.disclosure);
            if written.lots.iter().any(|l| matches!(l.outcome, ReaderLotOutcome::Lost))
                && sort == LetterKind::Lost
            {
                assert!(da.contains("fordele set i forhold til jeres tilbud"), "{path}: {da}");
            }
        }
    }
    assert!(sorts.len() >= 4, "{sorts:?}");
}
