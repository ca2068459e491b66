//! Several suppliers for a lot (docs/reference/rules.md, "Several suppliers for a lot"): each lot is decided by itself, in rank order.

use super::{
    award_outcome::{AwardLot, AwardOutcome, AwardStatus, BidStanding, Supplier, Total},
    ranking::{Field, Ranked, rank_lot},
    sharing::{shared, volumes_by_rank},
};
use crate::{
    admission::AdmittedBids,
    award::{Award, AwardCount, Solution},
    evaluation::{EvaluatedBids, EvaluatedResult},
    number::{Money, Overflow, Ratio, Volume},
    pricing::PricedBids,
};

/// What the several-suppliers rule looks at.
pub(super) struct Several<'a> {
    pub(super) priced: &'a PricedBids<'a>,
    pub(super) admitted: &'a AdmittedBids,
    pub(super) evaluated: &'a EvaluatedBids,
}

/// One lot under one ranking.
struct LotShare {
    suppliers: Vec<Supplier>,
    left_over: Volume,
    evaluated: Option<Ratio>,
    cost: Option<Money>,
}

impl Several<'_> {
    /// The award, and how each bid stands.
    ///
    /// # Errors
    /// [`Overflow`] where a sum would not fit.
    pub(super) fn award(&self) -> Result<(AwardOutcome, Vec<Vec<BidStanding>>), Overflow> {
        let lots = self.evaluated.lots.len();
        let bids = self.priced.tender.bids.len();
        let mut standings = vec![vec![BidStanding::default(); lots]; bids];
        let mut award_lots = Vec::with_capacity(lots);
        let mut count: u64 = 1;
        let (mut total, mut cost) = (Some(Ratio::ZERO), Some(Money::ZERO));
        let mut rankings: Vec<Vec<Vec<usize>>> = Vec::with_capacity(lots);
        for lot in 0..lots {
            let ranked = rank_lot(&Field::new(self.priced, self.admitted, self.evaluated, lot));
            self.stand(lot, &ranked, &mut standings);
            count = count.saturating_mul(ranked.rankings_before_ties);
            let left = ranked.left(Solution::LISTED);
            let shares: Result<Vec<LotShare>, Overflow> = left.iter().map(|r| self.share(lot, r)).collect();
            let shares = shares?;
            total = sum_of_agreed(total, shares.iter().map(|s| s.evaluated.clone()), |a, b| Ok(a + &b))?;
            cost = sum_of_agreed(cost, shares.iter().map(|s| s.cost), Money::checked_add)?;
            award_lots.push(self.award_lot(lot, &ranked, shares));
            rankings.push(left);
        }
        let none = award_lots.iter().all(|l: &AwardLot| l.suppliers.is_empty() && l.winner.is_none())
            && rankings.iter().all(|r| r.len() == 1);
        let tied = rankings.iter().any(|r| r.len() > 1);
        let unawarded = (0..lots).filter(|&l| rankings[l].iter().all(Vec::is_empty)).collect();
        let scores = self.priced.tender.evaluation.highest_wins();
        let outcome = AwardOutcome {
            status: match (none, tied) {
                (true, _) => AwardStatus::NoAward,
                (false, true) => AwardStatus::Tie,
                (false, false) => AwardStatus::Awarded,
            },
            total: total.filter(|_| !none).and_then(|t| match scores {
                true => Some(Total::Score(t)),
                false => t.to_money_half_up().map(Total::Price),
            }),
            expected_cost: cost.filter(|_| !none),
            best_awards: (!none).then_some(match count {
                u64::MAX => AwardCount::AtLeast(Solution::COUNTED),
                n => AwardCount::Exactly(u128::from(n)),
            }),
            unawarded,
            lots: if none { Vec::new() } else { award_lots },
            tied: if tied { winners_of(&rankings) } else { Vec::new() },
            bound: None,
            clash: Vec::new(),
        };
        Ok((outcome, standings))
    }

    fn stand(&self, lot: usize, ranked: &Ranked, standings: &mut [Vec<BidStanding>]) {
        for place in &ranked.places {
            let standing = &mut standings[place.bid][lot];
            standing.rank = Some(place.rank);
            standing.distance = place.distance;
            standing.distance_to_first = place.distance_to_first;
        }
    }

    /// Who takes how much of a lot, and what that costs.
    fn share(&self, lot: usize, ranking: &[usize]) -> Result<LotShare, Overflow> {
        let structure = &self.priced.tender.structures[self.priced.structure];
        let volume =
            Volume::sum(structure.lots[lot].procedures.iter().map(|&p| self.priced.prices.volumes[p]));
        let capacities: Vec<Option<Volume>> = ranking.iter().map(|&b| self.capacity(b, lot)).collect();
        let taken = volumes_by_rank(volume, &capacities, &self.priced.tender.award.sharing);
        let weight = structure.lots[lot].weight.map_or(Ratio::ONE, Ratio::from);
        let mut suppliers = Vec::with_capacity(ranking.len());
        let (mut evaluated, mut cost) = (Ratio::ZERO, Money::ZERO);
        for (rank, (&bid, &volume_taken)) in ranking.iter().zip(&taken).enumerate() {
            let part = |amount: Money| shared(amount, volume_taken, volume, rank);
            let figures =
                self.admitted.bids[bid].lots[lot].figures().and_then(|f| f.first()).ok_or(Overflow)?;
            let payment = part(figures.expected_payment)?;
            cost = cost.checked_add(payment)?.checked_add(part(figures.elsewhere)?)?;
            let result = self.evaluated.lots[lot].bids[bid].as_ref().map(|e| &e.result);
            evaluated += match result {
                Some(EvaluatedResult::Price(tiers)) => {
                    Ratio::kroner(part(tiers.first().copied().unwrap_or_default())?)
                }
                Some(EvaluatedResult::Score { rounded, .. }) => {
                    share_of(volume_taken, volume, rank) * rounded * &weight
                }
                None => Ratio::ZERO,
            };
            suppliers.push(Supplier {
                bidder: bid,
                rank: rank + 1,
                volume: volume_taken,
                expected_payment: payment,
            });
        }
        let left_over = volume.count() - Volume::sum(taken.iter().copied()).count();
        let left_over = Volume::from_total(left_over);
        let nobody = ranking.is_empty();
        let rest = match self.admitted.fallback[lot] {
            _ if left_over == Volume::ZERO && !nobody => Some(Money::ZERO),
            Some(all) if nobody => Some(all),
            Some(all) => Some(shared(all, left_over, volume, 0)?),
            None => None,
        };
        let scores = self.priced.tender.evaluation.highest_wins();
        Ok(LotShare {
            suppliers,
            left_over,
            evaluated: if scores { Some(evaluated) } else { rest.map(|r| evaluated + Ratio::kroner(r)) },
            cost: rest.map(|r| cost.checked_add(r)).transpose()?,
        })
    }

    /// `lot-capacity`, or `capacity` for each lot.
    fn capacity(&self, bid: usize, lot: usize) -> Option<Volume> {
        let own = &self.priced.tender.bids[bid];
        let of_lot = own
            .lot_capacities
            .iter()
            .filter(|c| c.structure == self.priced.structure && c.lot == lot)
            .map(|c| c.volume);
        of_lot.min().or(own.capacity.map(|(volume, _)| volume))
    }

    fn award_lot(&self, lot: usize, ranked: &Ranked, shares: Vec<LotShare>) -> AwardLot {
        let agreed = shares.iter().skip(1).all(|s| s.suppliers == shares[0].suppliers);
        let first = |s: &LotShare| s.suppliers.first().map(|s| s.bidder);
        let winner = shares.first().and_then(first).filter(|w| shares.iter().all(|s| first(s) == Some(*w)));
        let figures = winner.and_then(|b| self.admitted.bids[b].lots[lot].figures()?.first().copied());
        let evaluated = winner.and_then(|b| match &self.evaluated.lots[lot].bids[b].as_ref()?.result {
            EvaluatedResult::Price(tiers) => tiers.first().copied(),
            EvaluatedResult::Score { .. } => None,
        });
        let shares = if agreed { shares.into_iter().next() } else { None };
        let (suppliers, left_over) = shares.map_or((Vec::new(), None), |s| (s.suppliers, Some(s.left_over)));
        AwardLot {
            winner,
            price: figures.map(|f| f.price),
            evaluated_price: evaluated,
            expected_payment: figures.map(|f| f.expected_payment),
            tier: 0,
            margin: winner.and(ranked.margin),
            suppliers,
            left_over,
        }
    }
}

/// v / V of a lot; where the lot has no volume, rank 1 counts in full.
fn share_of(taken: Volume, volume: Volume, rank: usize) -> Ratio {
    Ratio::new(i128::from(taken.count()), i128::from(volume.count())).unwrap_or(if rank == 0 {
        Ratio::ONE
    } else {
        Ratio::ZERO
    })
}

/// Adds what all rankings of a lot agree on; `None` where they do not, or where it is unknown.
fn sum_of_agreed<T: Clone + PartialEq>(
    sum: Option<T>,
    mut values: impl Iterator<Item = Option<T>>,
    plus: impl Fn(T, T) -> Result<T, Overflow>,
) -> Result<Option<T>, Overflow> {
    let first = values.next().flatten();
    let agreed = values.all(|v| v == first);
    match (sum, first) {
        (Some(sum), Some(value)) if agreed => plus(sum, value).map(Some),
        _ => Ok(None),
    }
}

/// The tied awards as their first suppliers by lot, each set of winners once, at most as many as are listed.
fn winners_of(rankings: &[Vec<Vec<usize>>]) -> Vec<Award> {
    let mut awards: Vec<Award> = vec![Vec::new()];
    for lot in rankings {
        let mut next = Vec::new();
        for award in &awards {
            for ranking in lot {
                if next.len() < Solution::LISTED {
                    let mut longer = award.clone();
                    longer.push(ranking.first().copied());
                    next.push(longer);
                }
            }
        }
        awards = next;
    }
    awards.sort_by_key(|a| a.iter().map(|w| w.unwrap_or(usize::MAX)).collect::<Vec<_>>());
    awards
}
