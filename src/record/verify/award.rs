//! Level 3: the certificate proves the award, and the evaluation tells that award and no other.

use serde_json::{Value, json};
use udbud_check::{
    certificate::{CertificateError, Ties, Verdict},
    read_json,
};

use super::{FaultCode, RecordFault, ties::left_by_tie_rules};
use crate::{
    award::{Award, AwardProblem, certificate::canonical_text},
    outcome::{Evaluation, OutcomeError, Total, Unsolved},
    record::{CERTIFICATE, EVALUATION, Manifest, RecordFiles},
    tender::Tender,
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

/// Holds the certificate against the costs, computed anew from the inputs, and the evaluation against the certificate.
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
    let told = Told { tender, unsolved: &unsolved, award: &evaluation["award"] };
    told.against(&verdict).map_err(|_| no_result(OutcomeError::TooLarge))
}

/// What the evaluation tells of the award.
struct Told<'a> {
    tender: &'a Tender,
    unsolved: &'a Unsolved<'a>,
    award: &'a Value,
}

impl Told<'_> {
    fn against(&self, verdict: &Verdict) -> Result<(Proven, Vec<RecordFault>), crate::number::Overflow> {
        let mut faults = Vec::new();
        let Verdict::Best { total, ties, awards, .. } = verdict else {
            self.hold(&mut faults, "status", json!("no-award"));
            self.hold_nothing_awarded(&mut faults);
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
            self.hold(&mut faults, "status", json!("no-award"));
            self.hold_nothing_awarded(&mut faults);
        } else {
            let text = total.as_ref().map(|t| match t {
                Total::Price(money) => money.to_string(),
                Total::Score(score) => score.to_string(),
            });
            self.hold(&mut faults, "total", json!(text));
            if let Some(n) = count {
                self.hold(&mut faults, "best-awards", json!(n.to_string()));
            }
            match &left {
                Some(left) => self.hold_left(&mut faults, left),
                None => self.hold_status_unlisted(&mut faults),
            }
        }
        let left = left.map(|left| left.len());
        Ok((Proven::Best { total, awards: count, left }, faults))
    }

    /// A field of the award is exactly this.
    fn hold(&self, faults: &mut Vec<RecordFault>, field: &str, expected: Value) {
        let written = self.award.get(field).cloned().unwrap_or(Value::Null);
        if written != expected {
            let fault = RecordFault::of(FaultCode::AwardDiffers, EVALUATION).at(format!("/award/{field}"));
            faults.push(fault.written(written.to_string()).expected(expected.to_string()));
        }
    }

    fn hold_nothing_awarded(&self, faults: &mut Vec<RecordFault>) {
        self.hold(faults, "total", Value::Null);
        self.hold(faults, "best-awards", Value::Null);
        self.hold(faults, "tied", json!([]));
        self.hold(faults, "lots", json!([]));
    }

    /// Status, winners, unawarded lots and tied awards are those that the tie rules leave.
    fn hold_left(&self, faults: &mut Vec<RecordFault>, left: &[Award]) {
        let one = left.len() == 1;
        self.hold(faults, "status", json!(if one { "awarded" } else { "tie" }));
        let tied: Vec<Value> =
            if one { Vec::new() } else { left.iter().map(|a| self.award_json(a)).collect() };
        self.hold(faults, "tied", Value::from(tied));
        let lots = &self.tender.structures[self.tender.award.structure].lots;
        let nobody = |l: usize| left.iter().all(|a| a[l].is_none());
        let unawarded: Vec<&str> =
            lots.iter().enumerate().filter(|(l, _)| nobody(*l)).map(|(_, lot)| lot.id.as_str()).collect();
        self.hold(faults, "unawarded", json!(unawarded));
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
    fn hold_status_unlisted(&self, faults: &mut Vec<RecordFault>) {
        let written = self.award["status"].as_str().unwrap_or_default();
        if !["awarded", "tie"].contains(&written) {
            self.hold(faults, "status", json!("tie"));
        }
    }

    fn award_json(&self, award: &Award) -> Value {
        let lots = &self.tender.structures[self.tender.award.structure].lots;
        let one = |(lot, winner): (&crate::tender::Lot, &Option<usize>)| json!({ "lot": lot.id, "winner": winner.map(|b| self.tender.bids[b].bidder.as_str()) });
        lots.iter().zip(award).map(one).collect()
    }
}
