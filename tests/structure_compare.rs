//! The comparison agrees with the evaluation of each structure by itself.

mod structure_support;

use std::path::Path;

use proptest::prelude::*;
use structure_support::{Traits, tender};
use udbud::{
    admission::LotBid,
    number::Money,
    outcome::{AwardStatus, Evaluation, Total},
    read_tender,
    report::{ComparisonReport, Format, Language, Report, write},
    structure::{StructureComparison, TriedTender, Variation, compare, compare_variants, tried_variants},
    tender::{MemoryFiles, Tender},
};

fn unchanged(tender: &Tender) -> TriedTender {
    Variation::default().apply(tender).unwrap()
}

fn report<'a>(comparison: &'a StructureComparison<'a>) -> ComparisonReport<'a> {
    ComparisonReport { comparison, robustness: None }
}

fn written(comparison: &StructureComparison<'_>, format: Format, language: Language) -> String {
    write(&report(comparison), format, language).unwrap()
}

fn orthopaedics() -> Tender {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tenders/orthopaedics");
    let mut files = MemoryFiles::new();
    for folder in ["", "bids"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
                files = files.with(&name, std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    read_tender(&files, "tender.toml").unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn agrees_with_each_evaluation(seed in any::<u64>(), blocks in 1_u64..5, price_at_fallback in any::<bool>(), rules in any::<bool>(), evaluated_price in any::<bool>()) {
        let tender = tender(seed, Traits { blocks, price_at_fallback, rules, evaluated_price, ..Traits::default() });
        let tried = unchanged(&tender);
        let compared = compare(&tried, &[0, 1]).unwrap();
        for (structure, own) in compared.structures.iter().enumerate() {
            let alone = Evaluation::of(&tender).structure(structure).run().unwrap();
            prop_assert_eq!(&own.outcome.award, &alone.award);
            prop_assert_eq!(own.published, structure == 0);
            for (l, lot) in own.competition.iter().enumerate() {
                let admissible = alone.evaluated.lots[l].bids.iter().flatten().count();
                prop_assert_eq!(lot.admissible, admissible);
            }
            if alone.award.status == AwardStatus::Awarded {
                let paid: i128 = own.payments.as_ref().unwrap().iter().map(|p| p.amount.ore()).sum();
                let lots: i128 = alone.award.lots.iter().filter_map(|l| l.expected_payment).map(Money::ore).sum();
                prop_assert_eq!(paid, lots);
            }
            for shut in &own.shut_out {
                prop_assert_eq!(&alone.admitted.bids[shut.bid].lots[shut.lot], &LotBid::Inadmissible);
                prop_assert!(!shut.missing.is_empty());
                if let (Some(with), Some(Total::Price(without)), true) = (shut.total_if_let_in, &alone.award.total, alone.award.unawarded.is_empty()) {
                    prop_assert!(with <= *without);
                }
            }
        }
    }
}

#[test]
fn what_shutting_out_one_code_cost() {
    let tender = orthopaedics();
    let tried = unchanged(&tender);
    let compared = compare(&tried, &[0, 1, 2, 3]).unwrap();
    let whole = &compared.structures[0];
    let beta = whole.shut_out.iter().find(|s| tender.bids[s.bid].bidder == "Hospital Beta").unwrap();
    assert_eq!(beta.missing.len(), 1);
    assert_eq!(beta.total_if_let_in.unwrap().to_string(), "71403322.54");
    let costs: Vec<String> = compared.structures.iter().map(|c| c.headline().unwrap().to_string()).collect();
    assert_eq!(costs, ["71874396.50", "69705483.26", "69580018.50", "71181285.00"]);
    assert_eq!(
        compared.structures.iter().map(|c| c.hhi.unwrap()).collect::<Vec<_>>(),
        [10_000, 5_676, 4_003, 8_751]
    );
}

/// Whatever is cut out of a text and shown says what it is.
#[test]
fn every_row_says_that_it_is_a_hypothesis() {
    let tender = orthopaedics();
    let variation = Variation { without: [0].into(), ..Variation::default() };
    let tried = variation.apply(&tender).unwrap();
    let compared = compare(&tried, &[0, 2]).unwrap();
    for (language, word) in [(Language::En, "HYPOTHESIS"), (Language::Da, "HYPOTESE")] {
        let text = written(&compared, Format::Table { color: false }, language);
        let rows = text.lines().filter(|l| l.starts_with("whole ") || l.starts_with("by-size "));
        assert!(rows.clone().count() > 10);
        assert!(rows.clone().all(|l| l.contains(word)), "{text}");
        assert!(text.lines().all(|l| l.chars().count() <= 100), "{text}");
        assert!(written(&compared, Format::Csv, language).lines().skip(1).all(|l| l.contains(word)));
        assert!(written(&compared, Format::Markdown, language).contains(word));
    }
    let json = report(&compared).json(Language::En);
    assert!(json["structures"].as_array().unwrap().iter().all(|s| s["published"] == false));
}

#[test]
fn a_variation_is_what_the_file_would_say() {
    let tender = orthopaedics();
    let missing = udbud::tender::Missing::PriceAtFallback { at_most: None, never: Vec::new() };
    let tried = Variation { missing: Some(missing.clone()), ..Variation::default() }.apply(&tender).unwrap();
    let mut changed = tender.clone();
    changed.award.missing = missing;
    let (a, b) = (compare(&tried, &[0]).unwrap(), Evaluation::of(&changed).structure(0).run().unwrap());
    assert_eq!(a.structures[0].outcome.award, b.award);
    assert!(!a.structures[0].published);
}

#[test]
fn a_variant_is_what_its_options_would_say_and_changes_no_hash() {
    let tender = orthopaedics();
    assert_eq!(tender.variants.len(), 4);
    let unvaried = unchanged(&tender);
    let all = [0, 1, 2, 3];
    let mut compared = compare(&unvaried, &all).unwrap();
    let tried = tried_variants(&tender).unwrap();
    compared.variants = compare_variants(&compared, &tender.variants, &tried);
    for (v, tried) in compared.variants.iter().zip(&tried) {
        let alone = compare(tried, &all).unwrap();
        for (s, own) in v.structures.iter().zip(&alone.structures) {
            let result = s.result.as_ref().unwrap();
            assert_eq!(result.award, own.outcome.award, "{}", v.variant.id);
            assert_eq!(result.suppliers, own.suppliers);
            let file = compared.structures[s.structure].headline().unwrap();
            assert_eq!(result.change, Some(own.headline().unwrap().checked_sub(file).unwrap()));
        }
    }
    let mut without = tender.clone();
    without.variants.clear();
    let hashes =
        |t: &Tender| (udbud::tender::canonical::model_hash(t), udbud::tender::canonical::tender_hash(t));
    assert_eq!(hashes(&tender), hashes(&without));

    for (language, word) in [(Language::En, "HYPOTHESIS"), (Language::Da, "HYPOTESE")] {
        let text = written(&compared, Format::Table { color: false }, language);
        let ids = || tender.variants.iter().map(|v| v.id.as_str());
        let rows: Vec<&str> = text.lines().filter(|l| ids().any(|id| l.starts_with(id))).collect();
        assert!(rows.len() >= 16, "{text}");
        assert!(rows.iter().all(|l| l.contains(word)), "{text}");
        assert!(text.lines().all(|l| l.chars().count() <= 100), "{text}");
        let csv = written(&compared, Format::Csv, language);
        let rows: Vec<&str> = csv.lines().filter(|l| ids().any(|id| l.contains(id))).collect();
        assert_eq!(rows.len(), 4 * (1 + 5 + 3 + 4));
        assert!(rows.iter().all(|l| l.contains(word)));
    }
    let json = report(&compared).json(Language::En);
    assert_eq!(json["variants"][2]["id"], "without-iota");
    assert_eq!(json["variants"][2]["structures"][0]["award"][0]["winner"], "Klinik Gamma");
    assert_eq!(json["variants"][2]["structures"][0]["published"], false);
}
