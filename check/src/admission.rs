//! Which bids may be evaluated on which lots, and every reason (`docs/reference/rules.md`, "Admissibility").

mod framework;
mod lot;
mod whole_bid;

pub(super) use framework::{FrameworkWords, parties_without_bid};

use super::{
    facts::{Assessment, Facts},
    findings::{Expected, Severity},
    lines::{Line, LotFigures, line},
    tariffs::Prices,
};

/// How a bid stands on a lot before points are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LotStanding {
    NotBid,
    Inadmissible,
    /// Without combination discount.
    Admissible(LotFigures),
}

/// A bid, looked at.
#[derive(Debug)]
pub(super) struct Admitted {
    /// By procedure.
    pub(super) lines: Vec<Line>,
    /// By lot.
    pub(super) lots: Vec<LotStanding>,
    pub(super) findings: Vec<Expected>,
}

/// What all rules on one bid look at.
pub(super) struct BidView<'a> {
    pub(super) facts: &'a Facts,
    pub(super) prices: &'a Prices,
    pub(super) bid: usize,
    /// The assessments of this bid.
    assessments: Vec<&'a Assessment>,
    pub(super) lines: Vec<Line>,
    /// By lot: whether something is offered there, and `bids-on` does not leave it out.
    pub(super) bids_on: Vec<bool>,
}

/// Looks at every bid. `words` are what the evaluation says of the framework, which the canonical texts do not hold.
pub(super) fn admit(facts: &Facts, prices: &Prices, words: &FrameworkWords) -> Vec<Admitted> {
    (0..facts.bids.len()).map(|bid| admit_bid(facts, prices, bid, words)).collect()
}

fn admit_bid(facts: &Facts, prices: &Prices, bid: usize, words: &FrameworkWords) -> Admitted {
    let view = BidView::new(facts, prices, bid);
    let mut findings = whole_bid::findings(&view);
    findings.extend(framework::is_no_party(&view, words));
    let is_out = |f: &Expected, lot: Option<usize>| f.severity == Severity::Error && f.lot == lot;
    let stands = !findings.iter().any(|f| is_out(f, None));
    findings.extend(whole_bid::remarks(&view));
    let mut lots = Vec::with_capacity(facts.structure.lots.len());
    for l in 0..facts.structure.lots.len() {
        if !view.bids_on[l] {
            lots.push(LotStanding::NotBid);
            continue;
        }
        findings.extend(framework::is_above_its_own_price(&view, l));
        let falls_here = findings.iter().any(|f| is_out(f, Some(l)));
        let (standing, missing) = lot::standing(&view, l, stands && !falls_here);
        findings.extend(missing);
        findings.extend(lot::remarks(&view, l));
        lots.push(standing);
    }
    Admitted { lines: view.lines, lots, findings }
}

impl<'a> BidView<'a> {
    fn new(facts: &'a Facts, prices: &'a Prices, bid: usize) -> Self {
        let mut view = BidView {
            facts,
            prices,
            bid,
            assessments: facts.assessments.iter().filter(|a| a.bid == bid).collect(),
            lines: Vec::new(),
            bids_on: Vec::new(),
        };
        let own = &facts.bids[bid];
        let mut lines: Vec<Option<Line>> = vec![None; facts.procedures.len()];
        for (l, lot) in facts.structure.lots.iter().enumerate() {
            let unmet = view.unmet_on(l);
            for &p in &lot.procedures {
                let code = facts.procedures[p].code.as_str();
                let falls = unmet.iter().any(|r| view.covers(*r, code));
                lines[p] = Some(line(facts, prices, own, p, falls));
            }
        }
        view.lines = lines.into_iter().flatten().collect();
        view.bids_on = facts
            .structure
            .lots
            .iter()
            .enumerate()
            .map(|(l, lot)| {
                let chosen = own.bids_on.as_ref().is_none_or(|lots| lots.contains(&l));
                chosen && lot.procedures.iter().any(|&p| view.lines[p].offer.is_offered())
            })
            .collect();
        view
    }

    /// How a requirement stands on a lot, and the reason given: the judgement for the lot, else for the structure, else the
    /// general one; unverified if nobody has judged.
    pub(super) fn judgement(&self, requirement: usize, lot: usize) -> (&'a str, &'a str) {
        let id = &self.facts.requirements[requirement].id;
        let lot = &self.facts.structure.lots[lot].id;
        let weight = |a: &Assessment| a.weight(&self.facts.structure.id, lot);
        self.assessments
            .iter()
            .filter_map(|a| Some((weight(a)?, a.requirements.get(id)?, a.reason.as_str())))
            .max_by_key(|(weight, ..)| *weight)
            .map_or(("unverified", ""), |(_, status, reason)| (status, reason))
    }

    /// The requirements of some codes that the bid fails on a lot.
    fn unmet_on(&self, lot: usize) -> Vec<usize> {
        let all = 0..self.facts.requirements.len();
        all.filter(|&r| self.facts.requirements[r].codes.is_some() && self.judgement(r, lot).0 == "unmet")
            .collect()
    }

    /// Whether a requirement is about some codes, this one among them.
    pub(super) fn covers(&self, requirement: usize, code: &str) -> bool {
        self.facts.requirements[requirement].codes.as_ref().is_some_and(|codes| codes.has(code))
    }
}
