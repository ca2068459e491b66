//! The transcript tells every step of an evaluation: it names every bid and every lot, its figures are those of the
//! evaluation, and it is the same to the letter. `UPDATE_GOLDEN=1` writes the texts anew.

use std::{fs, path::Path};

use udbud::{
    award::Demands,
    outcome::{Evaluation, Outcome},
    read_tender,
    report::{EvaluationReport, Language, Report, transcript::transcript},
    tender::{MemoryFiles, Tender},
};
use unicode_width::UnicodeWidthStr;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn add(root: &Path, folder: &Path, mut files: MemoryFiles) -> MemoryFiles {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files = add(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            files = files.with(name, fs::read(&path).unwrap());
        }
    }
    files
}

/// A tender file of the examples.
fn example(file: &str) -> Tender {
    let path = root().join("tenders").join(file);
    let folder = path.parent().unwrap();
    let name = path.file_name().unwrap().to_str().unwrap();
    read_tender(&add(folder, folder, MemoryFiles::new()), name).unwrap()
}

fn outcome(tender: &Tender, structure: usize) -> Outcome<'_> {
    let demands = Demands { distances: true, margins: true, ..Demands::default() };
    Evaluation::of(tender).structure(structure).demands(demands).run().unwrap()
}

const EXAMPLES: [&str; 9] = [
    "adjustment/tender.toml",
    "minimal/tender.toml",
    "orthopaedics/tender.toml",
    "orthopaedics/four-suppliers.toml",
    "cataract/tender.toml",
    "cataract/offer-collection.toml",
    "points/tender.toml",
    "evaluated-price/tender.toml",
    "framework/tender.toml",
];

#[test]
fn two_examples_to_the_letter() {
    let mut wrong = Vec::new();
    for (file, name) in [("minimal/tender.toml", "minimal"), ("points/tender.toml", "points")] {
        let tender = example(file);
        let outcome = outcome(&tender, tender.award.structure);
        for language in [Language::En, Language::Da] {
            let text = transcript(&outcome, language);
            let path = root().join(format!("tests/golden/transcript-{name}.{}.txt", language.tag()));
            if std::env::var_os("UPDATE_GOLDEN").is_some() {
                fs::write(&path, &text).unwrap();
            } else if fs::read_to_string(&path).unwrap_or_default() != text {
                wrong.push(format!("{}:\n{text}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Without line breaks and indents, so that a figure or a name is found wherever a line ends.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_bid_every_lot_every_code_and_every_file_is_named() {
    for file in EXAMPLES {
        let tender = example(file);
        for structure in 0..tender.structures.len() {
            let outcome = outcome(&tender, structure);
            for language in [Language::En, Language::Da] {
                let text = transcript(&outcome, language);
                assert!(text.lines().all(|l| l.width() <= 100), "{file}");
                assert!(text.lines().all(|l| l == l.trim_end()), "{file}");
                assert!(!text.contains(['{', '}']), "{file}: {text}");
                let text = flat(&text);
                let bidders = tender.bids.iter().map(|b| &b.bidder);
                let lots = tender.structures[structure].lots.iter().map(|l| &l.id);
                let codes = tender.procedures.iter().map(|p| &p.code);
                let files = tender.sources.files.iter().map(|f| &f.name);
                for name in bidders.chain(lots).chain(codes).chain(files) {
                    assert!(text.contains(&flat(name)), "{file}: {name}");
                }
                let published = structure == tender.award.structure;
                let marked = if language == Language::Da { "HYPOTESE" } else { "HYPOTHESIS" };
                assert_eq!(text.contains(marked), !published, "{file}");
            }
        }
    }
}

/// Every amount that the evaluation has of bids and award stands in the transcript.
#[test]
fn figures_are_those_of_the_evaluation() {
    for file in EXAMPLES {
        let tender = example(file);
        for structure in 0..tender.structures.len() {
            let outcome = outcome(&tender, structure);
            let text = flat(&transcript(&outcome, Language::En));
            let json = EvaluationReport(&outcome).json(Language::En);
            let mut amounts = Vec::new();
            for bid in json["bids"].as_array().unwrap() {
                for lot in bid["lots"].as_array().unwrap() {
                    for name in ["price", "expected-payment", "evaluated-price", "score", "distance"] {
                        amounts.extend(lot[name].as_str().map(str::to_owned));
                    }
                    if let Some(points) = lot["points"].as_object() {
                        amounts.extend(points.values().filter_map(|p| p.as_str()).map(str::to_owned));
                    }
                }
            }
            let award = &json["award"];
            amounts.extend(award["total"].as_str().map(str::to_owned));
            amounts.extend(award["expected-cost"].as_str().map(str::to_owned));
            for lot in award["lots"].as_array().unwrap() {
                for name in ["price", "evaluated-price", "margin"] {
                    amounts.extend(lot[name].as_str().map(str::to_owned));
                }
            }
            assert!(!amounts.is_empty(), "{file}");
            for amount in amounts.iter().filter(|a| !a.contains('/')) {
                let shown = Language::En.decimal(amount);
                let short = shown.trim_end_matches('0').trim_end_matches('.').to_owned();
                assert!(text.contains(&shown) || text.contains(&short), "{file} {structure}: {amount}");
            }
        }
    }
}
