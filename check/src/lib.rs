//! Checks a decision record of `udbud` without `udbud`.
//!
//! It reads the canonical texts, `evaluation.json` and `prices.csv`, and computes every figure anew with exact fractions from
//! the rules as they are documented (`docs/reference/figures.md` says what it recomputes, by which rule, and what not). It
//! depends on nothing of the program that it checks.

#![warn(missing_docs, unreachable_pub)]
#![warn(clippy::float_arithmetic, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![warn(clippy::print_stdout, clippy::print_stderr)]

mod admission;
mod award;
mod calendar;
mod canonical;
pub mod certificate;
mod exact;
mod facts;
mod fault;
mod findings;
mod formula;
mod hashes;
mod json;
mod lines;
pub mod path;
mod prices_csv;
pub mod problem;
mod quality;
mod standing;
mod strict_json;
pub mod sums;
mod tariffs;
mod timeline;

pub use award::AwardExtent;
pub use fault::{FaultCode, FiguresError, MOST_OF_A_CODE};

use serde_json::Value;

/// The files of a record: paths with `/` between folders, and their bytes.
pub type RecordFiles = std::collections::BTreeMap<String, Vec<u8>>;

/// The file that sums up all others; its own sum is the record hash.
pub const SUMS: &str = "SHA256SUMS";

pub use strict_json::read_json;

use admission::{Admitted, FrameworkWords, admit, parties_without_bid};
use facts::Facts;
use fault::{Faults, unreadable};
use findings::{Arg, Expected, Severity};
use json::{EVALUATION, Spot};
use quality::{LotResult, evaluate_lots};
use tariffs::Prices;

/// What was looked at in a record whose figures add up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FiguresChecked {
    /// How many bids.
    pub bids: usize,
    /// How many lots.
    pub lots: usize,
    /// How many rows of `prices.csv`.
    pub lines: u64,
    /// How many figures, words and findings.
    pub compared: u64,
    /// How far the award could be looked at.
    pub award: AwardExtent,
}

/// Computes the figures of a record anew under a structure, and holds them against what it says.
///
/// # Errors
/// Everything that does not add up, at most [`MOST_OF_A_CODE`] of each code. What cannot be read ends the check.
pub fn check_figures(files: &RecordFiles, structure: &str) -> Result<FiguresChecked, Vec<FiguresError>> {
    let mut faults = Faults::default();
    match check(files, structure, &mut faults) {
        Ok(mut checked) if faults.is_empty() => {
            checked.compared = faults.compared;
            Ok(checked)
        }
        Ok(_) => Err(faults.into_list()),
        Err(last) => {
            faults.add(last);
            Err(faults.into_list())
        }
    }
}

fn check(files: &RecordFiles, structure: &str, faults: &mut Faults) -> Result<FiguresChecked, FiguresError> {
    let evaluation: Value = serde_json::from_slice(facts::file(files, EVALUATION)?)
        .map_err(|e| unreadable(EVALUATION, format!("line {}", e.line()), e.to_string()))?;
    let spot = Spot::root(&evaluation);
    let facts = facts::read(files, structure, faults)?;
    hashes::check(files, &facts, &spot, faults)?;
    let prices = tariffs::prices(&facts)?;
    let words = FrameworkWords::of(&evaluation);
    let admitted = admit(&facts, &prices, &words);
    let lots = evaluate_lots(&facts, &prices, &admitted).map_err(|(lot, why)| FiguresError {
        code: FaultCode::CannotCompute,
        file: EVALUATION.to_owned(),
        at: facts.structure.lots[lot].id.clone(),
        written: why.criterion,
        expected: why.why,
        rule: "evaluation-models-3",
    })?;
    check_head(&facts, &prices, &spot, faults);
    let own = tender_findings(&facts, &prices, &words, &admitted, &lots);
    findings::compare(&facts, &spot.get("findings"), &own, "admissibility-1", faults);
    standing::check_bids(&facts, &admitted, &lots, &spot, faults);
    standing::check_scales(&facts, &lots, &spot, faults);
    let lines = prices_csv::check(files, &facts, &prices, &admitted, faults)?;
    let award = if facts.award.suppliers_per_lot > 1 {
        award::check_several(&facts, &prices, &admitted, &lots, &spot, faults)
    } else {
        award::check_award(&facts, &prices, &admitted, &lots, &spot, faults)
    };
    award::check_budget(&facts, &prices, &admitted, &lots, &spot, faults);
    Ok(FiguresChecked { bids: facts.bids.len(), lots: lots.len(), lines, compared: 0, award })
}

/// What the evaluation says of the tender itself.
fn check_head(facts: &Facts, prices: &Prices, spot: &Spot<'_>, faults: &mut Faults) {
    let word = FaultCode::WordDiffers;
    let tender = spot.get("tender");
    tender.get("id").word(Some(&facts.id), word, "", faults);
    tender.get("kind").word(Some(&facts.kind), word, "", faults);
    tender.get("specialty").word(Some(&facts.specialty), word, "", faults);
    spot.get("structure").word(Some(&facts.structure.id), word, "", faults);
    spot.get("published").truth(facts.structure.id == facts.published, "", faults);
    let days = spot.get("days");
    let count = |n: Option<i64>| n.and_then(|n| u64::try_from(n).ok());
    if prices.days.is_none() && !days.is_null() {
        faults.add(days.fault(FaultCode::FigureDiffers, "", "unit-prices-4"));
    }
    let (in_force, contract) = (prices.days.map(|d| d.0), prices.days.map(|d| d.1));
    days.get("in-force").count(count(in_force), FaultCode::FigureDiffers, "unit-prices-4", faults);
    days.get("contract").count(count(contract), FaultCode::FigureDiffers, "unit-prices-4", faults);
    timeline::check(facts, &prices.stretches, spot, faults);
    check_framework(facts, &spot.get("framework"), faults);
}

/// The parties of the framework, and the lots that each supplies.
fn check_framework(facts: &Facts, spot: &Spot<'_>, faults: &mut Faults) {
    let Some(framework) = &facts.framework else {
        if !spot.is_null() {
            faults.add(spot.fault_of(FaultCode::EntryInvented, "", ""));
        }
        return;
    };
    let word = FaultCode::WordDiffers;
    spot.get("tender-hash").word(Some(&framework.tender_hash), FaultCode::HashDiffers, "", faults);
    spot.get("record-hash").word(framework.record_hash.as_deref(), FaultCode::HashDiffers, "", faults);
    spot.get("max-price").word(Some(&framework.max_price), word, "", faults);
    let parties = spot.get("parties");
    if parties.items().count() != framework.parties.len() {
        let names: Vec<&str> = framework.parties.keys().map(String::as_str).collect();
        faults.add(parties.fault_of(FaultCode::EntryMissing, &names.join(", "), ""));
    }
    for party in parties.items() {
        let Some((lots, _)) = framework.parties.get(party.text_of("bidder")) else {
            faults.add(party.get("bidder").fault(FaultCode::EntryInvented, "", ""));
            continue;
        };
        let list = party.get("lots");
        let mut written: Vec<&str> = list.items().map(|l| l.text()).collect();
        written.sort_unstable();
        if !written.iter().eq(lots.iter()) {
            faults.add(party.get("lots").fault(word, lots.join(", "), ""));
        }
    }
}

/// The findings about the tender, or about a lot.
fn tender_findings(
    facts: &Facts,
    prices: &Prices,
    words: &FrameworkWords,
    admitted: &[Admitted],
    lots: &[LotResult<'_>],
) -> Vec<Expected> {
    let mut own = Vec::new();
    match &facts.cap {
        None => own.push(Expected::new("tender-without-cap", Severity::Warning)),
        Some(cap) => {
            let uncapped = (0..facts.procedures.len()).filter(|&p| prices.cap[p].is_none());
            own.extend(uncapped.map(|p| {
                let note = Expected::new("no-cap", Severity::Note).on_procedure(p);
                note.with("tariff", Arg::Text(cap.tariff.clone()))
            }));
        }
    }
    if facts.award.ties.contains(&facts::TieRule::EarlierReceived) {
        own.push(Expected::new("earlier-received-used", Severity::Warning));
    }
    own.extend(parties_without_bid(facts, words, admitted));
    own.extend(lots.iter().flat_map(|l| l.findings.iter().cloned()));
    own
}
