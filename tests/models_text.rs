//! The model of a tender in plain words, in both languages, with a worked example and what a trial found.

#![allow(missing_docs)]

use udbud::{
    evaluation::probe::probe,
    read_tender,
    report::{
        Format, Language, Report,
        model::{ModelDescription, ModelTest},
        write,
    },
    tender::{MemoryFiles, Tender},
};

fn text(report: &dyn Report, language: Language) -> String {
    write(report, Format::Table { color: false }, language).unwrap()
}

fn markdown(report: &dyn Report, language: Language) -> String {
    write(report, Format::Markdown, language).unwrap()
}

const HEAD: &str = r#"
format = 1
[tender]
id = "T-1"
title = "Prøve"
kind = "tender"
buyer = "Region Prøve"
specialty = "ortopædisk kirurgi"
[[tariff]]
id = "duf"
title = "DUF-takster"
[pricing]
discount-base = "duf"
[fallback]
tariffs = ["duf"]
[[procedure]]
code = "KNGD11"
name = "Menisk"
volume = 640
tariff = 11400
[[structure]]
id = "whole"
title = "Samlet"
bidders-may = ["capacity"]
max-lots-per-bidder = 1
[award]
ties = ["lower-price", "draw"]
"#;

const WIDENED: &str = r#"
[evaluation]
model = "points"
rounding = { points = 2, score = 2 }
[[evaluation.criterion]]
id = "pris"
weight = 40
measure = "price"
method = "linear"
slope = 30
outside = "widen"
widen = { first = 40, step = 10 }
[[evaluation.criterion]]
id = "kvalitet"
title = "Kvalitet"
weight = 60
method = "judged"
[[evaluation.gate]]
criterion = "kvalitet"
min = 30
"#;

fn tender(evaluation: &str) -> Tender {
    let files = MemoryFiles::new().with("t.toml", format!("{HEAD}{evaluation}"));
    read_tender(&files, "t.toml").unwrap_or_else(|r| panic!("{:#?}", r.problems))
}

#[test]
fn says_all_that_must_be_announced() {
    let t = tender(WIDENED);
    let description = ModelDescription::of(&t);
    let en = markdown(&description, Language::En);
    let da = text(&description, Language::Da);
    for part in [
        "points = 100 × (1 − (p − low) / (30 % × low))",
        "the slope becomes 40 %, then grows by 10 percentage points at a time",
        "A bid needs at least 30 points in Kvalitet",
        "The most lots that one bidder can win: 1.",
        "the lower lot prices and a public draw",
        "Bidders may set these conditions: a capacity",
        description.model_hash.as_str(),
        description.tender_hash.as_str(),
    ] {
        assert!(en.contains(part), "{part}\n{en}");
    }
    let one_line = da.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "point = 100 × (1 − (p − low) / (30 % × low))",
        "bliver hældningen 40 %",
        "mindst 30 point i Kvalitet",
        "offentlig lodtrækning",
    ] {
        assert!(one_line.contains(part), "{part}\n{da}");
    }
    // the worked example: prices 100, 110 and 125 % of a million, half, three quarters and nine tenths of the points
    for figure in ["1,000,000.00", "100.00", "66.67", "16.67", "70.00", "71.67", "60.67"] {
        assert!(en.contains(figure), "{figure}\n{en}");
    }
    assert!(da.contains("1.250.000,00") && da.contains("71,67"), "{da}");
}

#[test]
fn tells_what_a_trial_found() {
    let t = tender(WIDENED);
    let found = probe(&t.evaluation, &[], None, None).unwrap();
    let en = text(&ModelTest { tender: &t, probe: &found }, Language::En)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let da = text(&ModelTest { tender: &t, probe: &found }, Language::Da)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(en.contains("from the generator SplitMix64 with seed 20241115"), "{en}");
    assert!(en.contains("A hopeless bid decides who wins"), "{en}");
    assert!(en.contains("The scale widened on"), "{en}");
    assert!(da.contains("Et håbløst tilbud afgør, hvem der vinder"), "{da}");
    let t = tender("[evaluation]\nmodel = \"lowest-price\"\n");
    let found = probe(&t.evaluation, &[], None, None).unwrap();
    let en = text(&ModelTest { tender: &t, probe: &found }, Language::En)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(en.contains("No losing bid was found") && en.contains("No hopeless bid was found"), "{en}");
}

#[test]
fn every_kind_of_model_is_described() {
    for evaluation in [
        "[evaluation]\nmodel = \"formula\"\nformula = \"pow((tariff - price) / (tariff - lowest(price)), 0.5)\"\nbest = \"highest\"\n",
        "[evaluation]\nmodel = \"evaluated-price\"\nadjust = \"uplift\"\n[[evaluation.criterion]]\nid = \"q\"\nuplift = 20\n",
        "[evaluation]\nmodel = \"evaluated-price\"\n[[evaluation.criterion]]\nid = \"q\"\nvalue-percent = 5\n",
    ] {
        let t = tender(evaluation);
        let description = ModelDescription::of(&t);
        assert!(description.example.is_some(), "{evaluation}");
        let found = probe(&t.evaluation, &[], None, None).unwrap();
        let description = description.with_probe(found);
        for language in [Language::En, Language::Da] {
            let text = markdown(&description, language);
            assert!(!text.contains('{') && !text.contains('}'), "{text}");
        }
    }
}
