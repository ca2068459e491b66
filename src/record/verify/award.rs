//! Level 3: the certificate proves the award, and the evaluation reports that award and no other.

use serde_json::{Value, json};
use udbud_check::{
    certificate::{CertificateError, Ties, Verdict},
    read_json,
};

use super::{FaultCode, RecordFault};
use crate::{
    award::{Award, AwardProblem, certificate::canonical_text},
    number::{Overflow, Ratio},
    outcome::{Evaluation, OutcomeError, Total, Unsolved},
    record::{CERTIFICATE, EVALUATION, Manifest, RecordFiles},
    tender::{Tender, TieRule},
};

/// What the certificate of a record proves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proven {
    /// Each lot has several suppliers: the ranking is its own proof.
    BySeveralSuppliers,
    /// No award keeps the rules.
    NoAward,
    /// No award is better than this.
    Best {
        /// The best total; `None` where a fallback is unknown.
        total: Option<Total>,
        /// How many awards are best, where that is proven.
        awards: Option<u128>,
        /// How many of them the tie rules leave, where all best awards are listed.
        left: Option<usize>,
    },
}

/// Checks a certificate against the canonical text of a problem, by a checker that knows nothing of this crate.
///
/// # Errors
/// Why it is refused.
pub fn check_certificate(problem: &AwardProblem, certificate: &str) -> Result<Verdict, CertificateError> {
    let read = udbud_check::problem::AwardProblem::parse(&canonical_text(problem));
    let problem = read.map_err(|_| CertificateError::OtherProblem)?;
    udbud_check::certificate::check(&problem, certificate)
}

/// Compares the certificate with the costs, computed anew from the inputs, and the evaluation with the certificate.
pub(super) fn award_faults(
    files: &RecordFiles,
    manifest: &Manifest,
    tender: &Tender,
) -> (Option<Proven>, Vec<RecordFault>) {
    match checked(files, manifest, tender) {
        Ok((proven, faults)) => (Some(proven), faults),
        Err(fault) => (None, vec![fault]),
    }
}

fn checked(
    files: &RecordFiles,
    manifest: &Manifest,
    tender: &Tender,
) -> Result<(Proven, Vec<RecordFault>), RecordFault> {
    let structure = tender.award.structure;
    let id = tender.structures.get(structure).map_or("", |s| s.id.as_str());
    if id != manifest.structure {
        let fault = RecordFault::of(FaultCode::AwardDiffers, crate::record::MANIFEST).at("/structure");
        return Err(fault.written(&manifest.structure).expected(id));
    }
    let no_result = |error: OutcomeError| {
        RecordFault::of(FaultCode::InputsNoResult, &manifest.tender.file).written(error.name())
    };
    let Some(unsolved) = Evaluation::of(tender).structure(structure).run_unsolved().map_err(no_result)?
    else {
        return Ok((Proven::BySeveralSuppliers, Vec::new()));
    };
    let text =
        files.get(CERTIFICATE).ok_or_else(|| RecordFault::of(FaultCode::CertificateMissing, CERTIFICATE))?;
    let refused = |refusal| RecordFault {
        refusal: Some(Box::new(refusal)),
        ..RecordFault::of(FaultCode::CertificateRefused, CERTIFICATE)
    };
    let verdict = check_certificate(&unsolved.problem, &String::from_utf8_lossy(text)).map_err(refused)?;
    let evaluation = files.get(EVALUATION).and_then(|bytes| read_json(bytes).ok());
    let evaluation = evaluation.ok_or_else(|| RecordFault::of(FaultCode::PartForm, EVALUATION))?;
    let reported = AwardAsReported { tender, unsolved: &unsolved, award: &evaluation["award"] };
    reported.against(&verdict).map_err(|_| no_result(OutcomeError::TooLarge))
}

/// What the evaluation reports of the award.
struct AwardAsReported<'a> {
    tender: &'a Tender,
    unsolved: &'a Unsolved<'a>,
    award: &'a Value,
}

impl AwardAsReported<'_> {
    fn against(&self, verdict: &Verdict) -> Result<(Proven, Vec<RecordFault>), crate::number::Overflow> {
        let mut faults = Vec::new();
        let Verdict::Best { total, ties, awards, .. } = verdict else {
            self.compare(&mut faults, "status", json!("no-award"));
            self.compare_nothing_awarded(&mut faults);
            return Ok((Proven::NoAward, faults));
        };
        let total = awards.first().and_then(|a| self.unsolved.total(a, *total));
        let count = match ties {
            Ties::Exactly(n) => Some(*n),
            Ties::NotProven => None,
        };
        let complete = count.is_some_and(|n| n == awards.len() as u128);
        let left = if complete { Some(left_by_tie_rules(self.tender, self.unsolved, awards)?) } else { None };
        let nobody = |left: &Vec<Award>| left.len() == 1 && left[0].iter().all(Option::is_none);
        if left.as_ref().is_some_and(nobody) {
            self.compare(&mut faults, "status", json!("no-award"));
            self.compare_nothing_awarded(&mut faults);
        } else {
            let text = total.as_ref().map(|t| match t {
                Total::Price(money) => money.to_string(),
                Total::Score(score) => score.to_string(),
            });
            self.compare(&mut faults, "total", json!(text));
            if let Some(n) = count {
                self.compare(&mut faults, "best-awards", json!(n.to_string()));
            }
            match &left {
                Some(left) => self.compare_left(&mut faults, left),
                None => self.compare_status_unlisted(&mut faults),
            }
        }
        let left = left.map(|left| left.len());
        Ok((Proven::Best { total, awards: count, left }, faults))
    }

    /// A field of the award is exactly this.
    fn compare(&self, faults: &mut Vec<RecordFault>, field: &str, expected: Value) {
        let written = self.award.get(field).cloned().unwrap_or(Value::Null);
        if written != expected {
            let fault = RecordFault::of(FaultCode::AwardDiffers, EVALUATION).at(format!("/award/{field}"));
            faults.push(fault.written(written.to_string()).expected(expected.to_string()));
        }
    }

    fn compare_nothing_awarded(&self, faults: &mut Vec<RecordFault>) {
        self.compare(faults, "total", Value::Null);
        self.compare(faults, "best-awards", Value::Null);
        self.compare(faults, "tied", json!([]));
        self.compare(faults, "lots", json!([]));
    }

    /// Status, winners, unawarded lots and tied awards are those that the tie rules leave.
    fn compare_left(&self, faults: &mut Vec<RecordFault>, left: &[Award]) {
        let one = left.len() == 1;
        self.compare(faults, "status", json!(if one { "awarded" } else { "tie" }));
        let tied: Vec<Value> =
            if one { Vec::new() } else { left.iter().map(|a| self.award_json(a)).collect() };
        self.compare(faults, "tied", Value::from(tied));
        let lots = &self.tender.structures[self.tender.award.structure].lots;
        let nobody = |l: usize| left.iter().all(|a| a[l].is_none());
        let unawarded: Vec<&str> =
            lots.iter().enumerate().filter(|(l, _)| nobody(*l)).map(|(_, lot)| lot.id.as_str()).collect();
        self.compare(faults, "unawarded", json!(unawarded));
        let agreed = |l: usize| left[0][l].filter(|_| left.iter().all(|a| a[l] == left[0][l]));
        for (l, lot) in lots.iter().enumerate() {
            let winner = agreed(l).map(|b| self.tender.bids[b].bidder.as_str());
            for (field, expected) in [("lot", json!(lot.id)), ("winner", json!(winner))] {
                let written = self.award["lots"][l][field].clone();
                if written != expected {
                    let at = format!("/award/lots/{l}/{field}");
                    let fault = RecordFault::of(FaultCode::AwardDiffers, EVALUATION).at(at);
                    faults.push(fault.written(written.to_string()).expected(expected.to_string()));
                }
            }
        }
    }

    /// More best awards than are listed: one is awarded, or there is a tie.
    fn compare_status_unlisted(&self, faults: &mut Vec<RecordFault>) {
        let written = self.award["status"].as_str().unwrap_or_default();
        if !["awarded", "tie"].contains(&written) {
            self.compare(faults, "status", json!("tie"));
        }
    }

    fn award_json(&self, award: &Award) -> Value {
        let lots = &self.tender.structures[self.tender.award.structure].lots;
        let one = |(lot, winner): (&crate::tender::Lot, &Option<usize>)| json!({ "lot": lot.id, "winner": winner.map(|b| self.tender.bids[b].bidder.as_str()) });
        lots.iter().zip(award).map(one).collect()
    }
}

/// What the tie rules of a tender leave of all best awards, in the same order.
///
/// # Errors
/// [`Overflow`] where a sum would not fit.
pub(super) fn left_by_tie_rules(
    tender: &Tender,
    unsolved: &Unsolved<'_>,
    best: &[Award],
) -> Result<Vec<Award>, Overflow> {
    let mut left = best.to_vec();
    for rule in &tender.award.ties {
        if left.len() < 2 {
            break;
        }
        left = match rule {
            TieRule::LowerPrice => {
                let prices: Result<Vec<_>, _> = left.iter().map(|a| unsolved.lot_prices_of(a)).collect();
                lowest(left, prices?)
            }
            TieRule::Higher(criterion) => {
                let points: Vec<Ratio> = left.iter().map(|a| -unsolved.points_of(a, criterion)).collect();
                lowest(left, points)
            }
            TieRule::FewerSuppliers => {
                let suppliers: Vec<usize> = left.iter().map(suppliers).collect();
                lowest(left, suppliers)
            }
            TieRule::MoreSuppliers => {
                let suppliers: Vec<_> = left.iter().map(|a| std::cmp::Reverse(suppliers(a))).collect();
                lowest(left, suppliers)
            }
            TieRule::EarlierReceived => earlier_received(tender, left),
            TieRule::Draw => drawn(tender, left),
        };
    }
    Ok(left)
}

/// Lot by lot the earlier bid; one whose moment is not stated comes after, an unawarded lot last.
fn earlier_received(tender: &Tender, left: Vec<Award>) -> Vec<Award> {
    let place = |winner: &Option<usize>| match winner.map(|b| tender.bids[b].received) {
        Some(Some(moment)) => (0, Some(moment)),
        Some(None) => (1, None),
        None => (2, None),
    };
    let places: Vec<Vec<_>> = left.iter().map(|award| award.iter().map(place).collect()).collect();
    lowest(left, places)
}

/// Lot by lot the bidder drawn earlier, an unawarded lot last; only if everybody on whom the awards differ has been drawn.
fn drawn(tender: &Tender, left: Vec<Award>) -> Vec<Award> {
    let place = |bid: usize| tender.award.draw.iter().position(|drawn| *drawn == bid);
    let lots = 0..left.first().map_or(0, Vec::len);
    let differing: Vec<usize> = lots.filter(|&lot| left.iter().any(|a| a[lot] != left[0][lot])).collect();
    let all_drawn = left.iter().all(|a| differing.iter().all(|&l| a[l].is_none_or(|b| place(b).is_some())));
    if !all_drawn {
        return left;
    }
    let last = tender.award.draw.len();
    let key = |award: &Award| -> Vec<usize> {
        differing.iter().map(|&l| award[l].and_then(place).unwrap_or(last)).collect()
    };
    let places: Vec<Vec<usize>> = left.iter().map(key).collect();
    lowest(left, places)
}

fn suppliers(award: &Award) -> usize {
    let winners: std::collections::BTreeSet<usize> = award.iter().flatten().copied().collect();
    winners.len()
}

fn lowest<K: Ord>(left: Vec<Award>, keys: Vec<K>) -> Vec<Award> {
    let best = keys.iter().enumerate().min_by(|a, b| a.1.cmp(b.1)).map(|(at, _)| at);
    let Some(best) = best else { return left };
    left.into_iter().enumerate().filter(|(at, _)| keys[*at] == keys[best]).map(|(_, award)| award).collect()
}
