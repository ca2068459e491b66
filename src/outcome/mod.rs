//! The whole way from a tender to its decision, as one value: priced, admitted, evaluated, awarded.

mod award_outcome;
mod award_problem;
mod budget;
mod findings;
mod several_suppliers;
mod supplies;
mod unsolved;

pub use award_outcome::{AwardLot, AwardOutcome, AwardStatus, BidStanding, BlockingRule, Supplier, Total};
pub use award_problem::{award_problem, lot_capacity_suffices};
pub use budget::{BudgetBuys, Purchase};
pub(crate) use several_suppliers::{shared, volumes_by_rank};
pub use supplies::{Supply, awarded_discount, awarded_unit_price, lot_capacity, supplies};
pub use unsolved::Unsolved;

use self::{
    award_outcome::{AwardReader, unawarded_is_a_choice},
    award_problem::tie_breaks,
    findings::{low_price_findings, tender_findings, unpriced_where_below_gate},
    several_suppliers::SeveralSuppliers,
};
use crate::{
    admission::{AdmittedBids, Finding, admit_bids},
    award::{AwardCount, AwardProblem, Demands, SolveError, Solved, solve},
    evaluation::{
        EvaluatedBids, EvaluationError, Needed, PreparedModel, evaluate_bids, lot_field,
        probe::{Probe, probe},
    },
    number::{Money, Overflow},
    pricing::{CapDays, Overlay, PricedBids, price_bids},
    tender::{ModelKind, Tender},
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

impl OutcomeError {
    /// The word for it in arguments and in JSON.
    pub const fn name(&self) -> &'static str {
        match self {
            OutcomeError::TooLarge => "figure-too-large",
            OutcomeError::Model(error) => error.kind.name(),
        }
    }
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

/// Evaluates a tender under its published structure, with nothing tried out. [`Evaluation`] has the choices.
///
/// # Errors
/// [`OutcomeError`]
pub fn evaluate(tender: &Tender) -> Result<Outcome<'_>, OutcomeError> {
    Evaluation::of(tender).run()
}

/// How a tender is to be evaluated: by default under its published structure, with nothing tried out, and with the
/// default [`Demands`] on the award.
///
/// ```no_run
/// # fn example(tender: &udbud::tender::Tender) -> Result<(), udbud::outcome::OutcomeError> {
/// use udbud::{Evaluation, award::Demands};
///
/// let outcome = Evaluation::of(tender).structure(1).demands(Demands::default()).run()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
#[must_use = "an evaluation does nothing until it is run"]
pub struct Evaluation<'t> {
    tender: &'t Tender,
    structure: usize,
    overlay: Overlay,
    demands: Demands,
}

impl<'t> Evaluation<'t> {
    /// Of a tender as it was published.
    pub fn of(tender: &'t Tender) -> Self {
        let structure = tender.award.structure;
        Evaluation { tender, structure, overlay: Overlay::default(), demands: Demands::default() }
    }

    /// Under another structure (index into the tender's).
    pub fn structure(mut self, structure: usize) -> Self {
        self.structure = structure;
        self
    }

    /// With quantities that are drawn or assumed in place of the tender's.
    pub fn overlay(mut self, overlay: &Overlay) -> Self {
        self.overlay = overlay.clone();
        self
    }

    /// With these demands on the award: what is computed besides the best award, and how much work it may take.
    pub fn demands(mut self, demands: Demands) -> Self {
        self.demands = demands;
        self
    }

    /// Prices, admits, evaluates and awards.
    ///
    /// # Errors
    /// [`OutcomeError`]
    pub fn run(self) -> Result<Outcome<'t>, OutcomeError> {
        let priced = price_bids(self.tender, self.structure, &self.overlay)?;
        let admitted = admit_bids(&priced)?;
        decide_admitted(priced, admitted, self.demands)
    }

    /// Prices, admits and evaluates without awarding; the demands have no effect. `None` where each lot gets several
    /// suppliers by rank.
    ///
    /// # Errors
    /// [`OutcomeError`]
    pub fn run_unsolved(self) -> Result<Option<Unsolved<'t>>, OutcomeError> {
        if self.tender.award.suppliers_per_lot > 1 {
            return Ok(None);
        }
        let priced = price_bids(self.tender, self.structure, &self.overlay)?;
        let admitted = admit_bids(&priced)?;
        Unsolved::new(priced, admitted).map(Some)
    }
}

/// The bids of a tender under one structure, priced, admitted and evaluated: what an award is decided from.
#[derive(Clone, Copy, Debug)]
pub struct EvaluatedTender<'a> {
    /// Unit prices.
    pub priced: &'a PricedBids<'a>,
    /// Which bids may be evaluated, with their figures.
    pub admitted: &'a AdmittedBids,
    /// Points, scores, evaluated prices.
    pub evaluated: &'a EvaluatedBids,
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
    let bids = EvaluatedTender { priced: &priced, admitted: &admitted, evaluated: &evaluated };
    let (award, standings, solved) = if tender.award.suppliers_per_lot > 1 {
        let (award, standings) = SeveralSuppliers { bids }.award()?;
        (award, standings, None)
    } else {
        let (problem, solved) = solve_with_ties(bids, demands)?;
        let reader = AwardReader { bids, problem: &problem };
        let (award, standings) = (reader.outcome(&solved)?, reader.standings(&solved));
        (award, standings, Some((problem, solved)))
    };
    let mut bid_findings: Vec<Vec<Finding>> = admitted.bids.iter().map(|b| b.findings.clone()).collect();
    for (own, added) in bid_findings.iter_mut().zip(&evaluated.findings) {
        unpriced_where_below_gate(own, added);
        own.extend(added.iter().cloned());
    }
    for (bid, finding) in low_price_findings(bids) {
        bid_findings[bid].push(finding);
    }
    let needed = if demands.distances { needed(tender, &admitted, &award, &standings) } else { Vec::new() };
    let mut outcome = Outcome {
        tender,
        structure: priced.structure,
        published: priced.structure == tender.award.structure && priced.overlay.is_empty(),
        days: priced.prices.days,
        findings: tender_findings(bids),
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

/// The greatest square of the number of bids on a lot for which what losers needed is computed.
const NEEDED_UP_TO: usize = 2_500;

/// What each loser would have needed on each lot (`evaluation::needed`). Under lowest price the distance is that figure.
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

/// The award problem and its solution; the rules for ties are added only where several awards are best.
fn solve_with_ties(
    bids: EvaluatedTender<'_>,
    demands: Demands,
) -> Result<(AwardProblem, Solved), OutcomeError> {
    let mut problem = award_problem(bids)?;
    let solved = solve(&problem, demands)?;
    let tied = match &solved {
        Solved::Found(best)
            if best.count != AwardCount::Exactly(1) && !bids.priced.tender.award.ties.is_empty() =>
        {
            best
        }
        _ => return Ok((problem, solved)),
    };
    problem.ties = tie_breaks(bids, &problem, tied)?;
    let solved = solve(&problem, demands)?;
    Ok((problem, solved))
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

impl Outcome<'_> {
    /// Whether somebody must act before the award can be signed (docs/reference/commands.md, exit code 1).
    pub fn needs_action(&self) -> bool {
        let unawarded = !self.award.unawarded.is_empty() && !unawarded_is_a_choice(&self.priced);
        self.award.status != AwardStatus::Awarded || unawarded || !self.open_questions().is_empty()
    }

    /// Whether a bid is admissible on at least one lot.
    pub fn is_admissible(&self, bid: usize) -> bool {
        self.evaluated.lots.iter().any(|l| l.bids[bid].is_some())
    }
}
