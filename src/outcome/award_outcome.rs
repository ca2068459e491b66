//! The award in the tender's own terms: names, money, points.

use super::{EvaluatedTender, award_problem::lot_capacity_suffices};
use crate::{
    award::{Award, AwardCount, AwardProblem, Proof, Rule, Solution, Solved},
    coded_enum::coded_enum,
    evaluation::{EvaluatedLot, EvaluatedResult},
    number::{Money, Overflow, Ratio, Volume},
    pricing::PricedBids,
    tender::UnawardedRule,
};

coded_enum! {
    /// How the award ended.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum AwardStatus {
        /// One award.
        Awarded = "awarded",
        /// Several awards are equally good, and no tie rule chooses.
        Tie = "tie",
        /// Every lot unawarded, or no feasible award.
        NoAward = "no-award",
        /// The work limit was reached before a proof.
        NotProven = "not-proven",
    }
}

/// What the best awards add up to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Total {
    /// Evaluated prices and fallbacks.
    Price(Money),
    /// Scores times lot weights.
    Score(Ratio),
}

/// The award, and what is published of it.
#[derive(Clone, Debug, PartialEq)]
pub struct AwardOutcome {
    /// How it ended.
    pub status: AwardStatus,
    /// The best total, where it is known.
    pub total: Option<Total>,
    /// What the buyer pays in all, where it is known and all tied awards agree.
    pub expected_cost: Option<Money>,
    /// How many awards are best, before tie rules.
    pub best_awards: Option<AwardCount>,
    /// Lots (indices) that go to nobody.
    pub unawarded: Vec<usize>,
    /// One for each lot, in order; empty without an award.
    pub lots: Vec<AwardLot>,
    /// What the tie rules leave, if more than one.
    pub tied: Vec<Award>,
    /// The proven bound, if the award is not proven.
    pub bound: Option<Total>,
    /// A smallest set of rules that clash, if no award is feasible.
    pub clash: Vec<BlockingRule>,
}

/// One lot of the award.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AwardLot {
    /// Who wins; `None` unawarded, or where tied awards differ.
    pub winner: Option<usize>,
    /// The lot price with the winner's combination discount.
    pub price: Option<Money>,
    /// The same adjusted for quality.
    pub evaluated_price: Option<Money>,
    /// What the winner would be paid.
    pub expected_payment: Option<Money>,
    /// The winner's combination discount tier.
    pub tier: usize,
    /// How much dearer the best award is in which the winner does not win the lot.
    pub margin: Option<Money>,
    /// Where a lot gets several suppliers: all of them, by rank.
    pub suppliers: Vec<Supplier>,
    /// Where a lot gets several suppliers: the volume that none of them takes.
    pub left_over: Option<Volume>,
}

/// One of several suppliers of a lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Supplier {
    /// Who.
    pub bidder: usize,
    /// From 1.
    pub rank: usize,
    /// What it takes of the lot's volume.
    pub volume: Volume,
    /// What it would be paid for that.
    pub expected_payment: Money,
}

/// Rank and distances of a bid on a lot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BidStanding {
    /// Competition rank on the lot before cross-lot rules.
    pub rank: Option<usize>,
    /// Best total in which it wins the lot, less the best total; with several suppliers, to reach the last place.
    pub distance: Option<Money>,
    /// With several suppliers: to reach rank 1.
    pub distance_to_first: Option<Money>,
    /// The rules without which it could win the lot.
    pub blocked_by: Vec<BlockingRule>,
}

/// A rule that keeps a bid from a lot, or an award from being feasible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockingRule {
    /// Its name in the file.
    pub rule: &'static str,
    /// Whose rule it is; `None` for the structure's.
    pub bidder: Option<usize>,
    /// The lots it names, if it names some.
    pub lots: Vec<usize>,
}

/// The rule as the file names it.
pub(super) fn blocking_rule(problem: &AwardProblem, rule: Rule) -> BlockingRule {
    let of = |rule, bidder| BlockingRule { rule, bidder, lots: Vec::new() };
    match rule {
        Rule::MaxLotsPerBidder => of("max-lots-per-bidder", None),
        Rule::MinSuppliers => of("min-suppliers", None),
        Rule::MaxSuppliers => of("max-suppliers", None),
        Rule::MaxLots { bidder } => of("max-lots", Some(bidder)),
        Rule::Capacity { bidder } => of("capacity", Some(bidder)),
        Rule::OnlyTogether { bidder, set } => BlockingRule {
            rule: "only-together",
            bidder: Some(bidder),
            lots: problem.bidders[bidder].only_together.get(set).cloned().unwrap_or_default(),
        },
    }
}

/// The figures of an award.
pub(super) struct AwardReader<'a> {
    pub(super) bids: EvaluatedTender<'a>,
    pub(super) problem: &'a AwardProblem,
}

impl AwardReader<'_> {
    fn scores(&self) -> bool {
        self.bids.priced.tender.evaluation.highest_wins()
    }

    /// The tier of each bidder in an award.
    fn tiers(&self, award: &Award) -> Vec<usize> {
        self.problem
            .bidders
            .iter()
            .enumerate()
            .map(|(b, side)| {
                let won: Vec<usize> = (0..award.len()).filter(|&l| award[l] == Some(b)).collect();
                if won.is_empty() { 0 } else { side.tier_of(&won) }
            })
            .collect()
    }

    fn lots(&self, award: &Award) -> Vec<AwardLot> {
        let tiers = self.tiers(award);
        award
            .iter()
            .enumerate()
            .map(|(l, winner)| {
                let Some(b) = *winner else { return AwardLot::default() };
                let tier = tiers[b];
                let figures = self.bids.admitted.bids[b].lots[l].figures().and_then(|f| f.get(tier));
                let evaluated = self.bids.evaluated.lots[l].bids[b].as_ref().and_then(|e| match &e.result {
                    EvaluatedResult::Price(by_tier) => by_tier.get(tier).copied(),
                    EvaluatedResult::Score { .. } => None,
                });
                AwardLot {
                    winner: Some(b),
                    price: figures.map(|f| f.price),
                    evaluated_price: evaluated,
                    expected_payment: figures.map(|f| f.expected_payment),
                    tier,
                    ..AwardLot::default()
                }
            })
            .collect()
    }

    /// What the buyer pays in all: suppliers, elsewhere, unawarded lots at the fallback.
    fn expected_cost(&self, award: &Award) -> Result<Option<Money>, Overflow> {
        let tiers = self.tiers(award);
        let mut sum = Money::ZERO;
        for (l, winner) in award.iter().enumerate() {
            let cost = match *winner {
                None => self.bids.admitted.fallback[l],
                Some(b) => self.bids.admitted.bids[b].lots[l]
                    .figures()
                    .and_then(|f| f.get(tiers[b]))
                    .map(|f| f.expected_payment.checked_add(f.elsewhere))
                    .transpose()?,
            };
            let Some(cost) = cost else { return Ok(None) };
            sum = sum.checked_add(cost)?;
        }
        Ok(Some(sum))
    }

    pub(super) fn total(&self, award: &Award, ore: i128) -> Option<Total> {
        if self.scores() {
            let structure = &self.bids.priced.tender.structures[self.bids.priced.structure];
            let mut sum = Ratio::ZERO;
            for (l, winner) in award.iter().enumerate() {
                if let Some(b) = *winner
                    && let EvaluatedResult::Score { rounded, .. } =
                        &self.bids.evaluated.lots[l].bids[b].as_ref()?.result
                {
                    let weight = structure.lots[l].weight.map_or(Ratio::ONE, Ratio::from);
                    sum += rounded * &weight;
                }
            }
            return Some(Total::Score(sum));
        }
        let unknown =
            award.iter().enumerate().any(|(l, w)| w.is_none() && self.bids.admitted.fallback[l].is_none());
        (!unknown).then(|| Total::Price(Money::from_ore(ore)))
    }

    /// The award in the tender's terms.
    ///
    /// # Errors
    /// [`Overflow`] where a sum would not fit.
    pub(super) fn outcome(&self, solved: &Solved) -> Result<AwardOutcome, Overflow> {
        let none = |clash: Vec<BlockingRule>| AwardOutcome {
            status: AwardStatus::NoAward,
            total: None,
            expected_cost: None,
            best_awards: None,
            unawarded: (0..self.problem.lots.len()).collect(),
            lots: Vec::new(),
            tied: Vec::new(),
            bound: None,
            clash,
        };
        let solution = match solved {
            Solved::Infeasible { clash, .. } => {
                return Ok(none(clash.iter().map(|r| blocking_rule(self.problem, *r)).collect()));
            }
            Solved::Found(solution) => solution,
        };
        let Some(first) = solution.left.first() else { return Ok(none(Vec::new())) };
        let proven = solution.proof == Proof::Optimal;
        if proven && solution.left.len() == 1 && first.iter().all(Option::is_none) {
            return Ok(none(Vec::new()));
        }
        let one = solution.left.len() == 1 && solution.left_is_complete;
        let status = match (proven, one) {
            (false, _) => AwardStatus::NotProven,
            (true, true) => AwardStatus::Awarded,
            (true, false) => AwardStatus::Tie,
        };
        let lots = self.agreed_lots(solution, one || !proven);
        Ok(AwardOutcome {
            status,
            total: self.total(first, solution.total),
            expected_cost: self.agreed_cost(solution)?,
            best_awards: proven.then_some(solution.count),
            unawarded: (0..first.len()).filter(|&l| solution.left.iter().all(|a| a[l].is_none())).collect(),
            lots,
            tied: if status == AwardStatus::Tie { solution.left.clone() } else { Vec::new() },
            bound: match solution.proof {
                Proof::Bound { total, .. } if !self.scores() => Some(Total::Price(Money::from_ore(total))),
                _ => None,
            },
            clash: Vec::new(),
        })
    }

    fn agreed_cost(&self, solution: &Solution) -> Result<Option<Money>, Overflow> {
        let mut agreed: Option<Option<Money>> = None;
        for award in &solution.left {
            let cost = self.expected_cost(award)?;
            if agreed.is_some_and(|a| a != cost) {
                return Ok(None);
            }
            agreed = Some(cost);
        }
        Ok(if solution.left_is_complete { agreed.flatten() } else { None })
    }

    /// The lots of the first award left; in a tie a figure is given only where all awards left agree on it.
    fn agreed_lots(&self, solution: &Solution, settled: bool) -> Vec<AwardLot> {
        let mut lots = solution.left.first().map_or(Vec::new(), |a| self.lots(a));
        for (l, lot) in lots.iter_mut().enumerate() {
            let Some(b) = lot.winner else { continue };
            let standing = solution.standing[b][l].as_ref();
            lot.margin = standing.and_then(|s| s.margin).filter(|_| !self.scores()).map(Money::from_ore);
        }
        if settled {
            return lots;
        }
        for award in solution.left.iter().skip(1) {
            for (lot, other) in lots.iter_mut().zip(self.lots(award)) {
                if lot.winner != other.winner {
                    *lot = AwardLot::default();
                    continue;
                }
                lot.price = lot.price.filter(|p| Some(*p) == other.price);
                lot.evaluated_price = lot.evaluated_price.filter(|p| Some(*p) == other.evaluated_price);
                lot.expected_payment = lot.expected_payment.filter(|p| Some(*p) == other.expected_payment);
            }
        }
        if !solution.left_is_complete {
            for (l, lot) in lots.iter_mut().enumerate() {
                let always =
                    lot.winner.is_some_and(|b| solution.standing[b][l].as_ref().is_some_and(|s| s.wins_all));
                if !always {
                    *lot = AwardLot::default();
                }
            }
        }
        lots
    }

    /// Ranks, distances and blocking rules, by bid and lot.
    pub(super) fn standings(&self, solved: &Solved) -> Vec<Vec<BidStanding>> {
        let ranks = self.ranks();
        let named =
            |rules: &[Rule]| rules.iter().map(|r| blocking_rule(self.problem, *r)).collect::<Vec<_>>();
        ranks
            .into_iter()
            .enumerate()
            .map(|(b, by_lot)| {
                by_lot
                    .into_iter()
                    .enumerate()
                    .map(|(l, rank)| {
                        let mut standing = BidStanding { rank, ..BidStanding::default() };
                        if rank.is_some() && !lot_capacity_suffices(self.bids.priced, b, l) {
                            let rule = BlockingRule { rule: "lot-capacity", bidder: Some(b), lots: vec![l] };
                            standing.blocked_by = vec![rule];
                            return standing;
                        }
                        match solved {
                            Solved::Infeasible { blocked, .. } => {
                                standing.blocked_by = blocked[b][l].as_deref().map(named).unwrap_or_default();
                            }
                            Solved::Found(solution) => {
                                if let Some(s) = &solution.standing[b][l] {
                                    standing.distance =
                                        s.distance.filter(|_| !self.scores()).map(Money::from_ore);
                                    standing.blocked_by = named(&s.blocked_by);
                                }
                            }
                        }
                        standing
                    })
                    .collect()
            })
            .collect()
    }

    /// Competition ranks (1, 2, 2, 4) on each lot, by bid and lot.
    fn ranks(&self) -> Vec<Vec<Option<usize>>> {
        let by_lot: Vec<Vec<Option<usize>>> =
            self.bids.evaluated.lots.iter().map(EvaluatedLot::ranks).collect();
        (0..self.problem.bidders.len()).map(|bid| by_lot.iter().map(|lot| lot[bid]).collect()).collect()
    }
}

/// Whether leaving a lot unawarded is what the tender asks for where it is cheaper.
pub(super) fn unawarded_is_a_choice(priced: &PricedBids<'_>) -> bool {
    priced.tender.award.unawarded == UnawardedRule::IfCheaper
}
