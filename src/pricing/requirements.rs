//! The buyer's judgement of each requirement for each bid.

use crate::tender::{AssessmentScope, CodeMap, Place, RequirementStatus, Tender};

/// The status of each requirement for each bid under one structure.
#[derive(Debug)]
pub struct Requirements<'t> {
    tender: &'t Tender,
    structure: usize,
    /// By requirement: its codes, if it is about some codes alone.
    codes: Vec<Option<CodeMap<'t, ()>>>,
}

impl<'t> Requirements<'t> {
    /// Makes the assessments of a tender ready for look-ups.
    pub fn new(tender: &'t Tender, structure: usize) -> Self {
        let codes = tender
            .requirements
            .iter()
            .map(|r| r.codes.as_ref().map(|codes| CodeMap::new(codes.iter().map(|c| (c, ())))))
            .collect();
        Requirements { tender, structure, codes }
    }

    /// The status of a requirement: judgement for one lot overrules that for the structure, and that the general one; of
    /// equals the later in the file. Not stated counts as unverified (docs/reference/format.md, "The buyer's side").
    pub fn status(&self, bid: usize, requirement: usize, lot: usize) -> RequirementStatus {
        self.judgement(bid, requirement, lot).0
    }

    /// The same, with the reason that the assessment gives.
    pub fn judgement(
        &self,
        bid: usize,
        requirement: usize,
        lot: usize,
    ) -> (RequirementStatus, Option<&'t str>) {
        let (status, reason, _) = self.found(bid, requirement, lot);
        (status, reason)
    }

    /// Where the judgement that counts is written.
    pub fn judged_at(&self, bid: usize, requirement: usize, lot: usize) -> Option<Place> {
        self.found(bid, requirement, lot).2
    }

    fn found(
        &self,
        bid: usize,
        requirement: usize,
        lot: usize,
    ) -> (RequirementStatus, Option<&'t str>, Option<Place>) {
        let mut found = (0, RequirementStatus::Unverified, None, None);
        for assessment in self.tender.assessments.iter().filter(|a| a.bid == bid) {
            let weight = match assessment.scope {
                AssessmentScope::Everywhere => 1,
                AssessmentScope::Structure(s) if s == self.structure => 2,
                AssessmentScope::Lot { structure, lot: l } if structure == self.structure && l == lot => 3,
                _ => continue,
            };
            for &(r, status, place) in &assessment.requirements {
                if r == requirement && weight >= found.0 {
                    found = (weight, status, assessment.reason.as_deref(), Some(place));
                }
            }
        }
        (found.1, found.2, found.3)
    }

    /// Whether the requirement is about some codes alone, this one among them.
    pub fn covers_code(&self, requirement: usize, procedure: usize) -> bool {
        let code = &self.tender.procedures[procedure].code;
        self.codes[requirement].as_ref().is_some_and(|c| c.get(code).is_some())
    }

    /// By lot and requirement, whether a bid fails it; asked once a bid, looked up for each of its procedures.
    pub fn unmet_by_lot(&self, bid: usize) -> Vec<Vec<usize>> {
        let lots = self.tender.structures[self.structure].lots.len();
        let all = 0..self.tender.requirements.len();
        if self.tender.assessments.iter().all(|a| a.bid != bid || a.requirements.is_empty()) {
            return vec![Vec::new(); lots];
        }
        (0..lots)
            .map(|lot| {
                all.clone().filter(|&r| self.status(bid, r, lot) == RequirementStatus::Unmet).collect()
            })
            .collect()
    }

    /// The requirements of the whole bid (those without codes).
    pub fn of_whole_bid(&self) -> impl Iterator<Item = usize> {
        (0..self.codes.len()).filter(|&r| self.codes[r].is_none())
    }
}
