//! The whole way from a tender to its decision, as one value: priced, admitted, evaluated, awarded.

mod award_outcome;
mod award_problem;
mod budget;
mod low_price;
mod ranking;
mod scores;
mod several;
mod sharing;
mod supplies;
mod tie_figures;

use std::collections::BTreeSet;

pub use award_outcome::{AwardLot, AwardOutcome, AwardStatus, BidStanding, BlockingRule, Supplier, Total};
use award_problem::tie_breaks;
pub use award_problem::{award_problem, lot_capacity_suffices};
pub use budget::{BudgetBuys, Purchase};
pub(crate) use sharing::{shared, volumes_by_rank};
pub use supplies::{Supply, awarded_discount, awarded_unit_price, lot_capacity, supplies};

use crate::{
    admission::{AdmittedBids, Finding, FindingCode, admit_bids, parties_without_bid},
    award::{Award, AwardCount, AwardProblem, Demands, SolveError, Solved, solve},
    evaluation::{
        EvaluatedBids, EvaluationError, Needed, PreparedModel, evaluate_bids, lot_field,
        probe::{Probe, probe},
    },
    number::{Money, Overflow},
    pricing::{CapDays, Overlay, PricedBids, price_bids},
    tender::{ModelKind, Severity, Tender, TieRule},
};

/// Everything that follows from a tender under one structure.
#[derive(Debug)]
pub struct Outcome<'t> {
    /// The tender.
    pub tender: &'t Tender,
    /// The structure (index).
    pub structure: usize,
    /// Whether this is the published decision: the published structure, and nothing tried out.
    pub published: bool,
    /// The contract's days, and those with the cap tariff in force.
    pub days: Option<CapDays>,
    /// Unit prices.
    pub priced: PricedBids<'t>,
    /// Which bids may be evaluated, with their figures.
    pub admitted: AdmittedBids,
    /// Points, scores, evaluated prices.
    pub evaluated: EvaluatedBids,
    /// Findings about the tender.
    pub findings: Vec<Finding>,
    /// By bid: all its findings.
    pub bid_findings: Vec<Vec<Finding>>,
    /// The award problem in integers and its solution; `None` where each lot gets several suppliers by rank.
    pub solved: Option<(AwardProblem, Solved)>,
    /// The award in the tender's terms.
    pub award: AwardOutcome,
    /// By bid and lot.
    pub standings: Vec<Vec<BidStanding>>,
    /// By bid and lot, where distances are asked for and quality counts: what a loser would have needed to be alone at
    /// rank 1 on the lot taken by itself. Empty where it was not computed.
    pub needed: Vec<Vec<Option<Needed>>>,
    /// What the budget of an offer collection buys.
    pub budget: Option<BudgetBuys>,
}

/// Why a tender could not be evaluated although its file is valid.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum OutcomeError {
    /// A figure would not fit.
    TooLarge,
    /// The evaluation model has no result for some bid.
    Model(EvaluationError),
}

impl std::fmt::Display for OutcomeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            OutcomeError::TooLarge => Overflow.fmt(f),
            OutcomeError::Model(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for OutcomeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            OutcomeError::TooLarge => None,
            OutcomeError::Model(error) => Some(error),
        }
    }
}

impl From<EvaluationError> for OutcomeError {
    fn from(error: EvaluationError) -> Self {
        OutcomeError::Model(error)
    }
}

impl From<Overflow> for OutcomeError {
    fn from(_: Overflow) -> Self {
        OutcomeError::TooLarge
    }
}

impl From<SolveError> for OutcomeError {
    fn from(_: SolveError) -> Self {
        OutcomeError::TooLarge
    }
}

/// Evaluates a tender under one structure.
///
/// # Errors
/// [`OutcomeError`]
pub fn decide<'t>(
    tender: &'t Tender,
    structure: usize,
    overlay: &Overlay,
    demands: Demands,
) -> Result<Outcome<'t>, OutcomeError> {
    let priced = price_bids(tender, structure, overlay)?;
    let admitted = admit_bids(&priced)?;
    decide_admitted(priced, admitted, demands)
}

/// From admitted bids to the decision: evaluated, awarded.
///
/// # Errors
/// [`OutcomeError`]
pub fn decide_admitted<'t>(
    priced: PricedBids<'t>,
    admitted: AdmittedBids,
    demands: Demands,
) -> Result<Outcome<'t>, OutcomeError> {
    let tender = priced.tender;
    let evaluated = evaluate_bids(tender, &admitted)?;
    let (award, standings, solved) = if tender.award.suppliers_per_lot > 1 {
        let several = several::Several { priced: &priced, admitted: &admitted, evaluated: &evaluated };
        let (award, standings) = several.award()?;
        (award, standings, None)
    } else {
        let (problem, solved) = solve_with_ties(&priced, &admitted, &evaluated, demands)?;
        let reader = award_outcome::AwardReader {
            priced: &priced,
            admitted: &admitted,
            evaluated: &evaluated,
            problem: &problem,
        };
        let (award, standings) = (reader.outcome(&solved)?, reader.standings(&solved));
        (award, standings, Some((problem, solved)))
    };
    let mut bid_findings: Vec<Vec<Finding>> = admitted.bids.iter().map(|b| b.findings.clone()).collect();
    for (own, added) in bid_findings.iter_mut().zip(&evaluated.findings) {
        unpriced_where_below_gate(own, added);
        own.extend(added.iter().cloned());
    }
    for (bid, finding) in low_price::low_price_findings(tender, &admitted, &evaluated) {
        bid_findings[bid].push(finding);
    }
    let needed = if demands.distances { needed(tender, &admitted, &award, &standings) } else { Vec::new() };
    let mut outcome = Outcome {
        tender,
        structure: priced.structure,
        published: priced.structure == tender.award.structure && priced.overlay.is_empty(),
        days: priced.prices.days,
        findings: tender_findings(&priced, &admitted, &evaluated),
        bid_findings,
        priced,
        admitted,
        evaluated,
        solved,
        award,
        standings,
        needed,
        budget: None,
    };
    outcome.budget = budget::budget_buys(&outcome)?;
    Ok(outcome)
}

/// More bids x bids than this on one lot, and what losers needed is not computed.
const NEEDED_UP_TO: usize = 2_500;

/// What each loser would have needed on each lot (`evaluation::needed`). Under lowest price the distance says it.
fn needed(
    tender: &Tender,
    admitted: &AdmittedBids,
    award: &AwardOutcome,
    standings: &[Vec<BidStanding>],
) -> Vec<Vec<Option<Needed>>> {
    let lots = admitted.fallback.len();
    let Ok(model) = PreparedModel::new(&tender.evaluation) else { return Vec::new() };
    if tender.evaluation.kind == ModelKind::LowestPrice {
        return Vec::new();
    }
    let mut needed = vec![vec![None; lots]; tender.bids.len()];
    for lot in 0..lots {
        let field = lot_field(tender, admitted, lot);
        if field.bids.len().pow(2) > NEEDED_UP_TO {
            continue;
        }
        let firsts = standings.iter().filter(|s| s[lot].rank == Some(1)).count();
        for (place, entry) in field.bids.iter().enumerate() {
            let rank = standings[entry.bid][lot].rank;
            let wins = award.lots.get(lot).is_some_and(|l| l.winner == Some(entry.bid));
            if !wins && rank.is_some_and(|r| r > 1 || firsts > 1) {
                needed[entry.bid][lot] = Some(model.needed(&field, place));
            }
        }
    }
    needed
}

/// The award problem and its solution; the rules for ties are put in only where several awards are best.
fn solve_with_ties(
    priced: &PricedBids<'_>,
    admitted: &AdmittedBids,
    evaluated: &EvaluatedBids,
    demands: Demands,
) -> Result<(AwardProblem, Solved), OutcomeError> {
    let mut problem = award_problem(priced, admitted, evaluated)?;
    let solved = solve(&problem, demands)?;
    let tied = match &solved {
        Solved::Found(best)
            if best.count != AwardCount::Exactly(1) && !priced.tender.award.ties.is_empty() =>
        {
            best
        }
        _ => return Ok((problem, solved)),
    };
    problem.ties = tie_breaks(priced, admitted, evaluated, &problem, tied)?;
    let solved = solve(&problem, demands)?;
    Ok((problem, solved))
}

/// A tender under one structure, evaluated but not awarded: what a certificate is held against.
#[derive(Debug)]
pub struct Unsolved<'t> {
    priced: PricedBids<'t>,
    admitted: AdmittedBids,
    evaluated: EvaluatedBids,
    /// The award problem in integers.
    pub problem: AwardProblem,
}

impl Unsolved<'_> {
    /// What an award adds up to; `None` where a lot's fallback is unknown.
    pub fn total(&self, award: &Award, ore: i128) -> Option<Total> {
        award_outcome::AwardReader {
            priced: &self.priced,
            admitted: &self.admitted,
            evaluated: &self.evaluated,
            problem: &self.problem,
        }
        .total(award, ore)
    }
}

/// Prices, admits and evaluates without awarding. `None` where each lot gets several suppliers by rank.
///
/// # Errors
/// [`OutcomeError`]
pub fn unsolved<'t>(
    tender: &'t Tender,
    structure: usize,
    overlay: &Overlay,
) -> Result<Option<Unsolved<'t>>, OutcomeError> {
    if tender.award.suppliers_per_lot > 1 {
        return Ok(None);
    }
    let priced = price_bids(tender, structure, overlay)?;
    let admitted = admit_bids(&priced)?;
    let evaluated = evaluate_bids(tender, &admitted)?;
    let problem = award_problem(&priced, &admitted, &evaluated)?;
    Ok(Some(Unsolved { priced, admitted, evaluated, problem }))
}

/// Tries the evaluation model of a tender: on the bids of its published structure, or on made-up ones where it has none
/// (`evaluation::probe`).
///
/// # Errors
/// [`OutcomeError`]
pub fn probe_model(tender: &Tender) -> Result<Probe, OutcomeError> {
    let priced = price_bids(tender, tender.award.structure, &Overlay::default())?;
    let admitted = admit_bids(&priced)?;
    let fields: Vec<_> = (0..admitted.fallback.len()).map(|lot| lot_field(tender, &admitted, lot)).collect();
    let known = |amounts: &[Option<Money>]| amounts.iter().copied().flatten().find(|m| m.ore() > 0);
    let (value, fallback) = (known(&admitted.tariff_value), known(&admitted.fallback));
    Ok(probe(&tender.evaluation, &fields, value, fallback)?)
}

/// Gates are checked before price is looked at (docs/reference/rules.md). So nothing of a bid below a gate is priced at the fallback:
/// what it lacks on that lot is missing.
fn unpriced_where_below_gate(own: &mut [Finding], added: &[Finding]) {
    let below = |lot| added.iter().any(|f| f.code == FindingCode::BelowGate && f.lot == lot);
    for finding in own.iter_mut().filter(|f| f.code == FindingCode::MissingProcedure) {
        if finding.severity == Severity::Warning && below(finding.lot) {
            finding.severity = Severity::Error;
            finding.args.retain(|(name, _)| *name != "fallback");
        }
    }
}

/// Findings about the tender itself.
fn tender_findings(
    priced: &PricedBids<'_>,
    admitted: &AdmittedBids,
    evaluated: &EvaluatedBids,
) -> Vec<Finding> {
    let tender = priced.tender;
    let mut findings = Vec::new();
    match tender.cap {
        None => findings.push(Finding::new(FindingCode::TenderWithoutCap, Severity::Warning)),
        Some(cap) => {
            let id = tender.tariffs[cap.tariff].id.as_str();
            let uncapped = (0..tender.procedures.len()).filter(|&p| priced.prices.cap(p).is_none());
            findings.extend(uncapped.map(|p| {
                Finding::new(FindingCode::NoCap, Severity::Note).on_procedure(p).with("tariff", id)
            }));
        }
    }
    if tender.award.ties.contains(&TieRule::EarlierReceived) {
        findings.push(Finding::new(FindingCode::EarlierReceivedUsed, Severity::Warning));
    }
    findings.extend(parties_without_bid(priced, &admitted.bids));
    for (l, lot) in evaluated.lots.iter().enumerate() {
        let mut admissible = (0..lot.bids.len()).filter(|&b| lot.bids[b].is_some());
        if let (Some(only), None) = (admissible.next(), admissible.next()) {
            let note = Finding::new(FindingCode::SingleBid, Severity::Note).on_lot(l);
            findings.push(note.with("bidder", tender.bids[only].bidder.as_str()));
        }
        findings.extend(lot.findings.iter().cloned());
    }
    findings
}

impl Outcome<'_> {
    /// The questions about winners that somebody must still answer: bid and finding.
    pub fn open_questions(&self) -> Vec<(usize, &Finding)> {
        let mut won: BTreeSet<(usize, usize)> =
            self.award.lots.iter().enumerate().filter_map(|(l, a)| Some((a.winner?, l))).collect();
        for (l, lot) in self.award.lots.iter().enumerate() {
            won.extend(lot.suppliers.iter().map(|s| (s.bidder, l)));
        }
        for award in &self.award.tied {
            won.extend(award.iter().enumerate().filter_map(|(l, w)| Some(((*w)?, l))));
        }
        let winners: BTreeSet<usize> = won.iter().map(|(b, _)| *b).collect();
        winners
            .into_iter()
            .flat_map(|b| self.bid_findings[b].iter().map(move |f| (b, f)))
            .filter(|(b, f)| f.lot.is_none_or(|l| won.contains(&(*b, l))))
            .filter(|(b, f)| low_price::is_open(self.tender, *b, f.code))
            .collect()
    }

    /// Whether somebody must act before the award can be signed (docs/reference/commands.md, exit code 1).
    pub fn needs_action(&self) -> bool {
        let unawarded =
            !self.award.unawarded.is_empty() && !award_outcome::unawarded_is_a_choice(&self.priced);
        self.award.status != AwardStatus::Awarded || unawarded || !self.open_questions().is_empty()
    }

    /// Whether a bid is admissible on at least one lot.
    pub fn is_admissible(&self, bid: usize) -> bool {
        self.evaluated.lots.iter().any(|l| l.bids[bid].is_some())
    }
}
