//! Forged records: each keeps its sums right and cheats in the figures, the order, the findings, the award, the ties, the
//! model or the chain. Each is refused at its level, with its reason.

mod award;
mod bases;
mod beyond;
#[path = "../common/mod.rs"]
mod common;
mod figures;
#[path = "../figures_support/mod.rs"]
mod figures_support;
mod findings;
mod forge;
mod lines;
mod texts;

use award::in_award;
use bases::{POINTS, PRICES as PRICED, SEVERAL, TIES, many};
use beyond::beyond_the_figures;
use figures::{in_figures, in_time};
use figures_support::{correction_of, record_of, told};
use findings::in_order_and_findings;
use forge::Forged;
use lines::in_prices;
use serde_json::{Value, json};
use texts::in_canonical_texts;
use udbud::record::{
    ASSESSMENTS, BIDS, CERTIFICATE, Class, EVALUATION, MANIFEST, MODEL, PRICES, README, RecordFiles, SUMS,
    TENDER,
    folder::sha256_hex,
    verify::{Level, verify_record},
};
use udbud::report::record::record_words;
use udbud_check::{
    check_figures,
    record::{Question, examine},
};

/// A forgery: its name, the true record, what is done to it, and the level and code at which it must be refused.
type Case = (&'static str, &'static str, fn(&mut Forged), Level, &'static str);

const FIGURES: Level = Level::Figures;

/// Two lots, of which Alfa is the cheaper on both.
const TIES_WITHOUT: &str = "two bids of which one is cheaper";
/// Equal bids, and nobody drawn.
const UNDRAWN: &str = "equal bids without a draw";
/// Prices that move over the contract.
const MOVING: &str = "prices that are adjusted";
const MANY: &str = "more awards than can be gone through";

fn base(text: &str) -> (RecordFiles, String) {
    let text = match text {
        TIES_WITHOUT => TIES.replace("bidder = \"Alfa\"\ndiscount = 10", "bidder = \"Alfa\"\ndiscount = 11"),
        UNDRAWN => TIES.replace("draw = [\"Beta\", \"Alfa\"]", "draw = []"),
        MANY => many(),
        MOVING => {
            let adjustment = "[[adjustment]]\nfrom = 2025-12-01\npercent = 3.1\napplies-to = [\"tariff:duf\", \"prices\"]\n";
            PRICED.replacen("[[tariff]]", &format!("{adjustment}[[tariff]]"), 1)
        }
        other => other.to_owned(),
    };
    record_of(&text, None).expect("a true record")
}

fn drop_item(list: &mut Value, at: usize) {
    list.as_array_mut().unwrap().remove(at);
}

fn drop_finding(f: &mut Forged, bid: usize, code: &str) {
    f.evaluation(|e| e["bids"][bid]["findings"].as_array_mut().unwrap().retain(|x| x["code"] != code));
}

fn finding(f: &mut Forged, bid: usize, code: &str, edit: impl FnOnce(&mut Value)) {
    f.evaluation(|e| {
        let list = e["bids"][bid]["findings"].as_array_mut().unwrap();
        edit(list.iter_mut().find(|x| x["code"] == code).unwrap_or_else(|| panic!("{code}")));
    });
}

fn rows(f: &mut Forged, edit: impl FnOnce(&mut Vec<String>)) {
    let mut all: Vec<String> = f.text(PRICES).lines().map(str::to_owned).collect();
    edit(&mut all);
    f.0.insert(PRICES.to_owned(), (all.join("\n") + "\n").into_bytes());
}

/// The checker by itself comes to the verdict of `udbud verify` on files, figures and award. It does not read the inputs, so
/// that what these alone can show remains hidden from it.
fn the_checker_agrees(name: &str, forged: &RecordFiles, level: Option<Level>, wrong: &mut Vec<String>) {
    let own = match examine(forged, Vec::new(), None).first_no() {
        None => None,
        Some(Question::Files) => Some(Level::Files),
        Some(Question::Figures) => Some(Level::Figures),
        Some(Question::Award) => Some(Level::Award),
    };
    if own != level.filter(|level| *level != Level::Replay) {
        wrong.push(format!("{name}: {own:?} without udbud, {level:?} with it"));
    }
}

/// Every forgery is refused: the code is among those of the checker of figures, and the level is the first that fails.
fn all_are_refused(cases: Vec<Case>) {
    let mut wrong = Vec::new();
    let count = cases.len();
    for (name, text, edit, level, code) in cases {
        let (files, structure) = base(text);
        assert!(check_figures(&files, &structure).is_ok(), "{name}: the true record");
        let mut forged = Forged(files);
        edit(&mut forged);
        let forged = forged.seal();
        match check_figures(&forged, &structure) {
            Ok(_) => wrong.push(format!("{name}: not found")),
            Err(faults) if !faults.iter().any(|f| f.code.name() == code) => {
                wrong.push(format!("{name}: no {code}\n{}", told(&faults)));
            }
            Err(_) => {}
        }
        let verified = verify_record(&forged, Vec::new(), None, &record_words);
        if verified.first_fault() != Some(level) {
            wrong.push(format!("{name}: first {:?}", verified.first_fault()));
        }
        the_checker_agrees(name, &forged, verified.first_fault(), &mut wrong);
    }
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn forged_figures_are_refused() {
    all_are_refused(in_figures());
}

#[test]
fn forged_order_and_findings_are_refused() {
    all_are_refused(in_order_and_findings());
}

#[test]
fn forged_prices_over_time_are_refused() {
    all_are_refused(in_time());
}

#[test]
fn forged_lines_are_refused() {
    all_are_refused(in_prices());
}

#[test]
fn forged_canonical_texts_are_refused() {
    all_are_refused(in_canonical_texts());
}

#[test]
fn forged_awards_are_refused() {
    all_are_refused(in_award());
}

#[test]
fn what_the_figures_cannot_show_is_refused_later() {
    let mut wrong = Vec::new();
    for (name, text, edit, level, code) in beyond_the_figures() {
        let (files, structure) = base(text);
        assert!(verify_record(&files, Vec::new(), None, &record_words).holds(), "{name}: the true record");
        let mut forged = Forged(files);
        edit(&mut forged);
        let forged = forged.seal();
        if let Err(faults) = check_figures(&forged, &structure) {
            wrong.push(format!("{name}: found in the figures\n{}", told(&faults)));
        }
        let verified = verify_record(&forged, Vec::new(), None, &record_words);
        let codes: Vec<&str> = match verified.level(level) {
            udbud::record::verify::State::Fails(faults) => faults.iter().map(|f| f.code.name()).collect(),
            _ => Vec::new(),
        };
        if verified.first_fault() != Some(level) || !(code.is_empty() || codes.contains(&code)) {
            wrong.push(format!("{name}: first {:?}, {codes:?}", verified.first_fault()));
        }
        // the order of the bids belongs to the award problem, which the checker makes from the texts; that another
        // competition has these inputs, only the inputs show
        let level = match name {
            "bids in another order" => Some(Level::Award),
            "the record of another competition with these inputs" => None,
            _ => verified.first_fault(),
        };
        the_checker_agrees(name, &forged, level, &mut wrong);
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

/// A correction: another title. Inside it lies the record that it replaces.
fn correction() -> RecordFiles {
    let before = base(PRICED).0;
    correction_of(
        &PRICED.replace("title = \"Forfalskninger\"", "title = \"Forfalskninger, rettet\""),
        before,
        Class::Slip,
    )
}

/// The record inside a correction, edited and sealed, with the hash in the manifest to match where that is asked for.
fn forge_inside(files: RecordFiles, edit: impl FnOnce(&mut Forged), fit: bool) -> RecordFiles {
    let inside = |path: &str| path.strip_prefix("corrected/").map(str::to_owned);
    let mut inner = Forged(files.iter().filter_map(|(p, b)| Some((inside(p)?, b.clone()))).collect());
    edit(&mut inner);
    let inner = inner.seal();
    let hash = sha256_hex(&inner[SUMS]);
    let mut outer = Forged(files);
    outer.0.retain(|path, _| inside(path).is_none());
    outer.0.extend(inner.into_iter().map(|(path, bytes)| (format!("corrected/{path}"), bytes)));
    if fit {
        outer.edit_json(MANIFEST, |m| m["corrects"]["record-hash"] = json!(hash));
    }
    outer.seal()
}

#[test]
fn forged_chains_are_refused() {
    let first = |files: &RecordFiles| verify_record(files, Vec::new(), None, &record_words).first_fault();
    assert_eq!(first(&correction()), None);
    let lower = |f: &mut Forged| f.set("/award/total", json!("1.00"));
    assert_eq!(first(&forge_inside(correction(), lower, true)), Some(Level::Figures), "figures inside");
    assert_eq!(first(&forge_inside(correction(), lower, false)), Some(Level::Files), "the hash of the chain");
    let certificate = |f: &mut Forged| {
        f.0.insert(CERTIFICATE.to_owned(), base(TIES).0[CERTIFICATE].clone());
    };
    assert_eq!(first(&forge_inside(correction(), certificate, true)), Some(Level::Award), "the proof inside");
    let transcript = |f: &mut Forged| f.0.get_mut("transcript.en.txt").unwrap().push(b'x');
    assert_eq!(first(&forge_inside(correction(), transcript, true)), Some(Level::Replay), "a text inside");
    let edited = |edit: &dyn Fn(&mut Forged)| {
        let mut forged = Forged(correction());
        edit(&mut forged);
        forged.seal()
    };
    let class = edited(&|f| f.edit_json(MANIFEST, |m| m["corrects"]["class"] = json!("new-evaluation")));
    assert_eq!(first(&class), Some(Level::Replay), "another class");
    let gone = edited(&|f| f.0.retain(|path, _| !path.starts_with("corrected/")));
    assert_eq!(first(&gone), Some(Level::Files), "no record inside");
    let hidden = edited(&|f| f.edit_json(MANIFEST, |m| m["corrects"] = Value::Null));
    assert_eq!(first(&hidden), Some(Level::Files), "a correction that is not told");
    let other =
        correction_of(&PRICED.replace("discount = 12\n", "discount = 12.5\n"), base(PRICED).0, Class::Slip);
    assert_eq!(first(&other), Some(Level::Replay), "another competition");
}

/// There is no sum that could be wrong in a record without sums.
#[test]
fn sums_come_first() {
    let (mut files, _) = base(PRICED);
    files.get_mut(PRICES).unwrap().push(b'\n');
    assert_eq!(verify_record(&files, Vec::new(), None, &record_words).first_fault(), Some(Level::Files));
    files.remove(SUMS);
    assert_eq!(verify_record(&files, Vec::new(), None, &record_words).first_fault(), Some(Level::Files));
}
