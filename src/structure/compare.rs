use super::{
    AtVolumes, ComparedVariant, Competition, Payment, ShutOut, TriedTender, Unbalanced, Variation,
    VolumeCase, competition, concentration, cost_at, payments, shut_out, unbalanced_bids,
    volume_without_tariff,
    volumes::{payments_per_year, per_year},
};
use crate::{
    award::Demands,
    number::{Money, Percent, Ratio, Volume},
    outcome::{AwardStatus, Outcome, OutcomeError, Total, decide},
    tender::{ModelKind, Tender},
};

/// Structures side by side.
#[derive(Debug)]
pub struct Comparison<'t> {
    /// The tender, perhaps varied.
    pub tender: &'t Tender,
    /// What was tried out on it.
    pub variation: &'t Variation,
    /// In file order.
    pub structures: Vec<Compared<'t>>,
    /// What the others are held against: the published structure, or the first. An index into `structures`.
    pub base: usize,
    /// The volume of procedures without a price in any tariff.
    pub volume_without_tariff: Volume,
    /// The variants of the file under the same structures ([`compare_variants`](super::compare_variants)).
    pub variants: Vec<ComparedVariant<'t>>,
}

/// One structure, with what it costs and whom it lets in.
#[derive(Debug)]
pub struct Compared<'t> {
    /// Its evaluation.
    pub outcome: Outcome<'t>,
    /// Whether it is the published decision.
    pub published: bool,
    /// What buying everything at the fallback costs.
    pub fallback_total: Option<Money>,
    /// That less the expected cost.
    pub saving: Option<Money>,
    /// The saving in per cent of it.
    pub saving_percent: Option<Ratio>,
    /// How many lots (times suppliers of each) are under contract.
    pub contracts: Option<usize>,
    /// How many different suppliers.
    pub suppliers: Option<usize>,
    /// Lots on which nobody bids admissibly.
    pub without_bid: Vec<usize>,
    /// Concentration.
    pub hhi: Option<u64>,
    /// Bids that missing codes alone keep out of a lot.
    pub shut_out: Vec<ShutOut>,
    /// By lot.
    pub competition: Vec<Competition>,
    /// By supplier.
    pub payments: Option<Vec<Payment>>,
    /// By supplier, for one year of the contract.
    pub payments_per_year: Vec<Option<Money>>,
    /// The expected cost for one year of the contract.
    pub cost_per_year: Option<Money>,
    /// The total for one year of the contract, where it is an amount.
    pub total_per_year: Option<Money>,
    /// At the least, expected and most volumes.
    pub at_volumes: Vec<AtVolumes>,
    /// Unbalanced bids among the admissible ones.
    pub unbalanced: Vec<Unbalanced>,
}

/// A price this far from the median of the others makes a line of an unbalanced bid.
const UNBALANCED: Percent = Percent::from_parts(25 * 10_000);

/// A structure that could not be evaluated, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareError {
    /// Which structure.
    pub structure: usize,
    /// Why.
    pub error: OutcomeError,
}

/// Evaluates the same bids under several structures and puts them side by side (docs/reference/structures.md).
///
/// # Errors
/// [`CompareError`]
pub fn compare<'t>(tried: &'t TriedTender, structures: &[usize]) -> Result<Comparison<'t>, CompareError> {
    let tender = &tried.tender;
    let one =
        |&structure: &usize| compared(tried, structure).map_err(|error| CompareError { structure, error });
    let compared: Result<Vec<_>, _> = structures.iter().map(one).collect();
    let compared = compared?;
    let base = compared.iter().position(|c| c.outcome.structure == tender.award.structure).unwrap_or(0);
    let without = compared.first().map_or(Volume::ZERO, |c| volume_without_tariff(&c.outcome));
    Ok(Comparison {
        tender,
        variation: &tried.variation,
        structures: compared,
        base,
        volume_without_tariff: without,
        variants: Vec::new(),
    })
}

fn compared(tried: &TriedTender, structure: usize) -> Result<Compared<'_>, OutcomeError> {
    let tender = &tried.tender;
    let outcome = decide(tender, structure, &tried.overlay, Demands::default())?;
    let fallback: Option<Vec<Money>> = outcome.priced.prices.fallback.iter().copied().collect();
    let fallback_total = fallback.map(Money::sum).transpose()?;
    let saving = match (fallback_total, outcome.award.expected_cost) {
        (Some(fallback), Some(cost)) => Some(fallback.checked_sub(cost)?),
        _ => None,
    };
    let paid = payments(&outcome)?;
    let total = match &outcome.award.total {
        Some(Total::Price(total)) => Some(*total),
        _ => None,
    };
    let at_volumes: Result<Vec<_>, _> = VolumeCase::ALL.iter().map(|&c| cost_at(&outcome, c)).collect();
    Ok(Compared {
        published: outcome.published && !tried.is_varied(),
        fallback_total,
        saving,
        saving_percent: saving.zip(fallback_total).and_then(|(s, f)| per_cent(s, f)),
        contracts: contracts(&outcome),
        suppliers: suppliers(&outcome),
        without_bid: lots_without_bid(&outcome),
        hhi: paid.as_deref().and_then(|p| concentration(tender, p)),
        shut_out: shut_out(&outcome)?,
        competition: competition(&outcome)?,
        payments_per_year: paid.as_deref().map_or(Vec::new(), |p| payments_per_year(tender, p)),
        payments: paid,
        cost_per_year: outcome.award.expected_cost.and_then(|c| per_year(tender, c)),
        total_per_year: total.and_then(|t| per_year(tender, t)),
        at_volumes: at_volumes?,
        unbalanced: unbalanced_bids(&outcome, UNBALANCED)?,
        outcome,
    })
}

/// A part of a whole in per cent; `None` of nothing.
pub(crate) fn per_cent(part: Money, whole: Money) -> Option<Ratio> {
    Some(Ratio::kroner(part).checked_div(&Ratio::kroner(whole))? * Ratio::whole(100))
}

fn lots_without_bid(outcome: &Outcome<'_>) -> Vec<usize> {
    let lots = outcome.evaluated.lots.iter().enumerate();
    lots.filter(|(_, lot)| lot.bids.iter().all(Option::is_none)).map(|(l, _)| l).collect()
}

/// In a tie: the number on which all tied awards agree.
fn agreed(outcome: &Outcome<'_>, of_award: impl Fn(&[Option<usize>]) -> usize) -> Option<usize> {
    let mut counts = outcome.award.tied.iter().map(|a| of_award(a));
    let first = counts.next()?;
    counts.all(|n| n == first).then_some(first)
}

fn contracts(outcome: &Outcome<'_>) -> Option<usize> {
    if outcome.award.status == AwardStatus::Tie {
        return agreed(outcome, |a| a.iter().flatten().count());
    }
    let of_lot = |l: &crate::outcome::AwardLot| l.suppliers.len().max(usize::from(l.winner.is_some()));
    Some(outcome.award.lots.iter().map(of_lot).sum())
}

pub(super) fn suppliers(outcome: &Outcome<'_>) -> Option<usize> {
    let different = |winners: &mut Vec<usize>| {
        winners.sort_unstable();
        winners.dedup();
        winners.len()
    };
    if outcome.award.status == AwardStatus::Tie {
        return agreed(outcome, |a| different(&mut a.iter().flatten().copied().collect()));
    }
    let of_lot = |l: &crate::outcome::AwardLot| {
        l.winner.into_iter().chain(l.suppliers.iter().map(|s| s.bidder)).collect::<Vec<_>>()
    };
    Some(different(&mut outcome.award.lots.iter().flat_map(of_lot).collect()))
}

impl Compared<'_> {
    /// Whether anybody must act before this could be signed.
    pub fn status(&self) -> AwardStatus {
        self.outcome.award.status
    }

    /// The one figure: what the buyer would pay in all.
    pub fn headline(&self) -> Option<Money> {
        self.outcome.award.expected_cost
    }
}

impl Comparison<'_> {
    /// Whether totals may be held against each other: a total that quality has adjusted may not, only expected costs.
    pub fn totals_are_comparable(&self) -> bool {
        self.tender.evaluation.kind == ModelKind::LowestPrice
    }

    /// The bids that are admissible on some lot of a structure and on none of the base; with the lots.
    pub fn newly_in(&self, structure: usize) -> Vec<(usize, Vec<usize>)> {
        let (Some(base), Some(other)) = (self.structures.get(self.base), self.structures.get(structure))
        else {
            return Vec::new();
        };
        let lots_of = |c: &Compared<'_>, bid: usize| -> Vec<usize> {
            let lots = c.outcome.evaluated.lots.iter().enumerate();
            lots.filter(|(_, lot)| lot.bids[bid].is_some()).map(|(l, _)| l).collect()
        };
        (0..self.tender.bids.len())
            .filter(|&bid| lots_of(base, bid).is_empty())
            .map(|bid| (bid, lots_of(other, bid)))
            .filter(|(_, lots)| !lots.is_empty())
            .collect()
    }
}
