//! The same bids under several structures, and under the variants of the file: what each costs, who is paid, how many compete and
//! how concentrated the award is (docs/reference/structures.md).

use std::{collections::BTreeMap, error::Error, fmt};

use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};

use super::{
    AtVolumes, ShutOut, TriedTender, Unbalanced, Variation, VariationError, VolumeCase, cost_at, shut_out,
    unbalanced_bids, volume_without_tariff,
    volumes::{payments_per_year, per_year},
};
use crate::{
    evaluation::{EvaluatedLot, EvaluatedResult},
    number::{Money, Overflow, Percent, Ratio, Rounding, Volume, divide_half_up},
    outcome::{AwardLot, AwardOutcome, AwardStatus, Evaluation, Outcome, OutcomeError, Total},
    tender::{ModelKind, Tender, Variant},
};

/// Structures side by side.
#[derive(Debug)]
pub struct StructureComparison<'t> {
    /// The tender, perhaps varied.
    pub tender: &'t Tender,
    /// What was tried out on it.
    pub variation: &'t Variation,
    /// In file order.
    pub structures: Vec<ComparedStructure<'t>>,
    /// What the others are compared with: the published structure, or the first. An index into `structures`.
    pub base: usize,
    /// The volume of procedures without a price in any tariff.
    pub volume_without_tariff: Volume,
    /// The variants of the file under the same structures ([`compare_variants`]).
    pub variants: Vec<ComparedVariant<'t>>,
}

/// One structure, with what it costs and whom it lets in.
#[derive(Debug)]
pub struct ComparedStructure<'t> {
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
#[non_exhaustive]
pub struct CompareError {
    /// Which structure.
    pub structure: usize,
    /// Why.
    pub error: OutcomeError,
}

impl fmt::Display for CompareError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "structure {} cannot be evaluated", self.structure + 1)
    }
}

impl Error for CompareError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.error)
    }
}

/// Evaluates the same bids under several structures and compares them (docs/reference/structures.md).
///
/// # Errors
/// [`CompareError`]
pub fn compare<'t>(
    tried: &'t TriedTender,
    structures: &[usize],
) -> Result<StructureComparison<'t>, CompareError> {
    let tender = &tried.tender;
    let one =
        |&structure: &usize| compared(tried, structure).map_err(|error| CompareError { structure, error });
    let compared: Result<Vec<_>, _> = structures.iter().map(one).collect();
    let compared = compared?;
    let base = compared.iter().position(|c| c.outcome.structure == tender.award.structure).unwrap_or(0);
    let without = compared.first().map_or(Volume::ZERO, |c| volume_without_tariff(&c.outcome));
    Ok(StructureComparison {
        tender,
        variation: &tried.variation,
        structures: compared,
        base,
        volume_without_tariff: without,
        variants: Vec::new(),
    })
}

fn compared(tried: &TriedTender, structure: usize) -> Result<ComparedStructure<'_>, OutcomeError> {
    let tender = &tried.tender;
    let outcome = Evaluation::of(tender).structure(structure).overlay(&tried.overlay).run()?;
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
    Ok(ComparedStructure {
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
    let of_lot = |l: &AwardLot| l.suppliers.len().max(usize::from(l.winner.is_some()));
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
    let of_lot =
        |l: &AwardLot| l.winner.into_iter().chain(l.suppliers.iter().map(|s| s.bidder)).collect::<Vec<_>>();
    Some(different(&mut outcome.award.lots.iter().flat_map(of_lot).collect()))
}

impl ComparedStructure<'_> {
    /// Whether anybody must act before the contract could be signed.
    pub fn status(&self) -> AwardStatus {
        self.outcome.award.status
    }

    /// The one figure: what the buyer would pay in all.
    pub fn headline(&self) -> Option<Money> {
        self.outcome.award.expected_cost
    }
}

impl StructureComparison<'_> {
    /// Whether totals are comparable: a total that quality has adjusted may not, only expected costs.
    pub fn totals_are_comparable(&self) -> bool {
        self.tender.evaluation.kind == ModelKind::LowestPrice
    }

    /// The bids that are admissible on some lot of a structure and on none of the base; with the lots.
    pub fn newly_in(&self, structure: usize) -> Vec<(usize, Vec<usize>)> {
        let (Some(base), Some(other)) = (self.structures.get(self.base), self.structures.get(structure))
        else {
            return Vec::new();
        };
        let lots_of = |c: &ComparedStructure<'_>, bid: usize| -> Vec<usize> {
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

/// How many compete for a lot, and how close the second is to the first, before rules across lots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Competition {
    /// Admissible bids.
    pub admissible: usize,
    /// From the first to the second, in evaluated price or score; `None` with fewer than two.
    pub distance: Option<Total>,
}

/// The competition on every lot, in the structure's order.
///
/// # Errors
/// [`Overflow`] where a difference would not fit.
pub fn competition(outcome: &Outcome<'_>) -> Result<Vec<Competition>, Overflow> {
    let of_lot = |lot: &EvaluatedLot| {
        let mut prices: Vec<Money> = Vec::new();
        let mut scores: Vec<&Ratio> = Vec::new();
        for bid in lot.bids.iter().flatten() {
            match &bid.result {
                EvaluatedResult::Price(tiers) => prices.extend(tiers.first()),
                EvaluatedResult::Score { rounded, .. } => scores.push(rounded),
            }
        }
        prices.sort_unstable();
        scores.sort_unstable_by(|a, b| b.cmp(a));
        let distance = match (prices.as_slice(), scores.as_slice()) {
            ([first, second, ..], _) => Some(Total::Price(second.checked_sub(*first)?)),
            (_, [first, second, ..]) => Some(Total::Score(*first - *second)),
            _ => None,
        };
        Ok(Competition { admissible: prices.len() + scores.len(), distance })
    };
    outcome.evaluated.lots.iter().map(of_lot).collect()
}

/// What a supplier would be paid under an award.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Which bid.
    pub bid: usize,
    /// In how many lots it is a supplier.
    pub lots: usize,
    /// In all of them together.
    pub amount: Money,
}

/// What every supplier would be paid, in file order; `None` where tied awards do not agree on it.
///
/// # Errors
/// [`Overflow`] where a sum would not fit.
pub fn payments(outcome: &Outcome<'_>) -> Result<Option<Vec<Payment>>, Overflow> {
    let mut by_bid: Vec<Option<Payment>> = vec![None; outcome.tender.bids.len()];
    for (lot, award) in outcome.award.lots.iter().enumerate() {
        let mut paid: Vec<(usize, Money)> =
            award.suppliers.iter().map(|s| (s.bidder, s.expected_payment)).collect();
        if paid.is_empty() {
            match (award.winner, award.expected_payment) {
                (Some(winner), Some(payment)) => paid.push((winner, payment)),
                _ if outcome.award.unawarded.contains(&lot) => {}
                _ => return Ok(None),
            }
        }
        for (bid, amount) in paid {
            let own = by_bid[bid].get_or_insert(Payment { bid, lots: 0, amount: Money::ZERO });
            own.lots += 1;
            own.amount = own.amount.checked_add(amount)?;
        }
    }
    Ok(Some(by_bid.into_iter().flatten().collect()))
}

/// Concentration (HHI): the sum of squared shares of what suppliers are paid, x 10,000, to a whole number, half up. One
/// owner (`group`) counts as one. `None` where nobody is paid anything.
pub fn concentration(tender: &Tender, payments: &[Payment]) -> Option<u64> {
    let mut owners: BTreeMap<(Option<&str>, usize), i128> = BTreeMap::new();
    for payment in payments {
        let group = tender.bids[payment.bid].group.as_deref();
        let owner = (group, if group.is_some() { 0 } else { payment.bid });
        *owners.entry(owner).or_default() += payment.amount.ore();
    }
    of_amounts(owners.into_values().map(Money::from_ore))
}

/// The concentration of what each owner is paid, in øre.
pub(crate) fn hhi(paid: &[i128]) -> Option<u64> {
    // 1,000 squares of 2^50 øre, times 10,000, fit
    if paid.iter().all(|p| p.unsigned_abs() < 1 << 50) && paid.len() < 1_000 {
        let sum: i128 = paid.iter().sum();
        let squares: i128 = paid.iter().map(|p| p * p).sum();
        return (sum != 0).then(|| u64::try_from(divide_half_up(squares * 10_000, sum * sum)).unwrap_or(0));
    }
    of_amounts(paid.iter().map(|&p| Money::from_ore(p)))
}

fn of_amounts(amounts: impl Iterator<Item = Money>) -> Option<u64> {
    let amounts: Vec<BigInt> = amounts.map(|m| BigInt::from(m.ore())).collect();
    let sum: BigInt = amounts.iter().sum();
    if sum.is_zero() {
        return None;
    }
    let squares: BigInt = amounts.iter().map(|a| a * a).sum();
    Rounding::HalfUp.divide_big(&(squares * 10_000), &(&sum * &sum)).to_u64()
}

/// A variant of the file, under each structure that is compared.
#[derive(Debug)]
pub struct ComparedVariant<'t> {
    /// The variant.
    pub variant: &'t Variant,
    /// In the order of the comparison.
    pub structures: Vec<VariedStructure>,
}

/// One structure under a variant.
#[derive(Debug)]
pub struct VariedStructure {
    /// Which one (index).
    pub structure: usize,
    /// Its award, or why it has none that can be computed.
    pub result: Result<VariedAward, OutcomeError>,
}

/// What a structure comes to under a variant.
#[derive(Debug)]
pub struct VariedAward {
    /// The award.
    pub award: AwardOutcome,
    /// How many different suppliers.
    pub suppliers: Option<usize>,
    /// By how much the expected cost is above that of the same structure as the file has it.
    pub change: Option<Money>,
}

/// Every variant of a tender, applied to it.
///
/// # Errors
/// [`VariationError`]; a tender that was read has no variant with a fault.
pub fn tried_variants(tender: &Tender) -> Result<Vec<TriedTender>, VariationError> {
    tender.variants.iter().map(|variant| variant.variation.apply(tender)).collect()
}

/// Evaluates the structures of a comparison under every variant of the file. `tried` has the tender under each of them.
pub fn compare_variants<'t>(
    comparison: &StructureComparison<'_>,
    variants: &'t [Variant],
    tried: &[TriedTender],
) -> Vec<ComparedVariant<'t>> {
    let all = variants.iter().zip(tried);
    all.map(|(variant, tried)| ComparedVariant { variant, structures: varied(comparison, tried) }).collect()
}

fn varied(comparison: &StructureComparison<'_>, tried: &TriedTender) -> Vec<VariedStructure> {
    let one = |c: &ComparedStructure<'_>| {
        let structure = c.outcome.structure;
        let result =
            Evaluation::of(&tried.tender).structure(structure).overlay(&tried.overlay).run().map(|outcome| {
                let costs = outcome.award.expected_cost.zip(c.headline());
                VariedAward {
                    suppliers: suppliers(&outcome),
                    change: costs.and_then(|(own, file)| own.checked_sub(file).ok()),
                    award: outcome.award,
                }
            });
        VariedStructure { structure, result }
    };
    comparison.structures.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squared_shares() {
        let hhi = |amounts: &[i128]| of_amounts(amounts.iter().map(|a| Money::from_ore(*a)));
        assert_eq!(hhi(&[5]), Some(10_000));
        assert_eq!(hhi(&[1, 1]), Some(5_000));
        assert_eq!(hhi(&[1, 1, 1]), Some(3_333));
        assert_eq!(hhi(&[60, 30, 10]), Some(4_600));
        assert_eq!(hhi(&[]), None);
        for amounts in [&[5][..], &[1, 1, 1], &[60, 30, 10], &[], &[(1 << 50) - 1, 12_345_678, 9]] {
            assert_eq!(super::hhi(amounts), hhi(amounts));
        }
        assert_eq!(hhi(&[i128::MAX / 4, i128::MAX / 4]), Some(5_000));
    }
}
