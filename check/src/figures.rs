//! Level 2: every figure of a record computed anew, in the order of the rules, and compared.

use serde_json::Value;

use crate::{
    RecordFiles,
    admission::{Admission, FrameworkHints, judge_bids},
    award::{AwardExtent, check_award},
    budget::check_budget,
    compare::{EVALUATION, Spot, check_bids, check_hashes, check_head, check_scales},
    facts::{self, Facts, TieRule},
    fault::{FaultCode, Faults, FiguresError, cannot_read},
    findings::{Arg, Remark, compare_findings},
    prices::PriceBook,
    prices_csv::check_rows,
    quality::{LotEvaluation, evaluate_lots},
    sharing::check_several,
};

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

/// What follows from the canonical texts of a record.
pub(crate) struct Computed<'f> {
    pub(crate) book: PriceBook,
    pub(crate) admissions: Vec<Admission>,
    pub(crate) lots: Vec<LotEvaluation<'f>>,
}

impl<'f> Computed<'f> {
    pub(crate) fn of(facts: &'f Facts, hints: &FrameworkHints) -> Result<Computed<'f>, FiguresError> {
        let book = PriceBook::build(facts)?;
        let admissions = judge_bids(facts, &book, hints);
        let lots = evaluate_lots(facts, &book, &admissions).map_err(|(lot, why)| FiguresError {
            code: FaultCode::CannotCompute,
            file: EVALUATION.to_owned(),
            at: facts.structure.lots[lot].id.clone(),
            written: why.criterion,
            expected: why.why,
            rule: "evaluation-models-3",
        })?;
        Ok(Computed { book, admissions, lots })
    }
}

/// Computes the figures of a record anew under a structure, and compares them with what it says.
///
/// # Errors
/// Everything that does not add up, at most [`MOST_OF_A_CODE`](crate::MOST_OF_A_CODE) of each code. What cannot be read ends
/// the check.
pub fn check_figures(files: &RecordFiles, structure: &str) -> Result<FiguresChecked, Vec<FiguresError>> {
    let mut faults = Faults::default();
    match all_figures(files, structure, &mut faults) {
        Ok(checked) if faults.is_empty() => Ok(FiguresChecked { compared: faults.compared, ..checked }),
        Ok(_) => Err(faults.into_list()),
        Err(last) => {
            faults.report(last);
            Err(faults.into_list())
        }
    }
}

/// `evaluation.json`
pub(crate) fn evaluation_of(files: &RecordFiles) -> Result<Value, FiguresError> {
    serde_json::from_slice(facts::bytes_of(files, EVALUATION)?)
        .map_err(|e| cannot_read(EVALUATION, format!("line {}", e.line()), e.to_string()))
}

fn all_figures(
    files: &RecordFiles,
    structure: &str,
    faults: &mut Faults,
) -> Result<FiguresChecked, FiguresError> {
    let evaluation = evaluation_of(files)?;
    let spot = Spot::top(&evaluation);
    let facts = facts::read_texts(files, structure, faults)?;
    check_hashes(files, &facts, &spot, faults)?;
    let hints = FrameworkHints::read(&evaluation);
    let Computed { book, admissions, lots } = Computed::of(&facts, &hints)?;
    check_head(&facts, &book, &spot, faults);
    let mut remarks = remarks_on_the_tender(&facts, &book);
    remarks.extend(hints.silent_parties(&facts, &admissions));
    remarks.extend(lots.iter().flat_map(|lot| lot.remarks.iter().cloned()));
    compare_findings(&facts, &spot.at_key("findings"), &remarks, "admissibility-1", faults);
    check_bids(&facts, &admissions, &lots, &spot, faults);
    check_scales(&facts, &lots, &spot, faults);
    let lines = check_rows(files, &facts, &book, &admissions, faults)?;
    let check = if facts.award.suppliers_per_lot > 1 { check_several } else { check_award };
    let award = check(&facts, &book, &admissions, &lots, &spot, faults);
    check_budget(&facts, &book, &admissions, &lots, &spot, faults);
    Ok(FiguresChecked { bids: facts.bids.len(), lots: lots.len(), lines, compared: 0, award })
}

/// What is to be remarked of cap and tie rules.
fn remarks_on_the_tender(facts: &Facts, book: &PriceBook) -> Vec<Remark> {
    let mut remarks = Vec::new();
    match &facts.cap {
        None => remarks.push(Remark::warning("tender-without-cap")),
        Some(cap) => {
            for p in (0..facts.procedures.len()).filter(|p| book.cap_price(*p).is_none()) {
                let note = Remark::noted("no-cap").code(p);
                remarks.push(note.arg("tariff", Arg::Text(cap.tariff.clone())));
            }
        }
    }
    if facts.award.ties.contains(&TieRule::EarlierReceived) {
        remarks.push(Remark::warning("earlier-received-used"));
    }
    remarks
}
