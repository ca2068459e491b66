//! Several suppliers for a lot (docs/reference/rules.md, "Several suppliers for a lot"): each lot is decided by itself, in rank order.
//! This file ranks a lot, fills its seats, and shares its volume between the suppliers.

use std::cmp::Ordering;

use super::{
    EvaluatedTender,
    award_outcome::{AwardLot, AwardOutcome, AwardStatus, BidStanding, Supplier, Total},
    award_problem::points_of,
    lot_capacity,
};
use crate::{
    award::{Award, AwardCount, Solution},
    evaluation::EvaluatedResult,
    number::{Money, Overflow, Percent, Ratio, Rounding, Volume, divide_half_up},
    pricing::PricedBids,
    tender::{Sharing, TieRule, UnawardedRule},
};

/// The award of several suppliers for each lot.
pub(super) struct SeveralSuppliers<'a> {
    pub(super) bids: EvaluatedTender<'a>,
}

/// One lot under one ranking.
struct LotShare {
    suppliers: Vec<Supplier>,
    left_over: Volume,
    evaluated: Option<Ratio>,
    cost: Option<Money>,
}

impl SeveralSuppliers<'_> {
    /// The award, and how each bid is placed.
    ///
    /// # Errors
    /// [`Overflow`] where a sum would not fit.
    pub(super) fn award(&self) -> Result<(AwardOutcome, Vec<Vec<BidStanding>>), Overflow> {
        let lots = self.bids.evaluated.lots.len();
        let bids = self.bids.priced.tender.bids.len();
        let mut standings = vec![vec![BidStanding::default(); lots]; bids];
        let mut award_lots = Vec::with_capacity(lots);
        let mut count: u64 = 1;
        let (mut total, mut cost) = (Some(Ratio::ZERO), Some(Money::ZERO));
        let mut rankings: Vec<Vec<Vec<usize>>> = Vec::with_capacity(lots);
        for lot in 0..lots {
            let ranked = rank_lot(&Field::new(self.bids, lot));
            self.place(lot, &ranked, &mut standings);
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
        let scores = self.bids.priced.tender.evaluation.highest_wins();
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

    fn place(&self, lot: usize, ranked: &Ranked, standings: &mut [Vec<BidStanding>]) {
        for place in &ranked.places {
            let standing = &mut standings[place.bid][lot];
            standing.rank = Some(place.rank);
            standing.distance = place.distance;
            standing.distance_to_first = place.distance_to_first;
        }
    }

    /// Who takes how much of a lot, and what that costs.
    fn share(&self, lot: usize, ranking: &[usize]) -> Result<LotShare, Overflow> {
        let structure = &self.bids.priced.tender.structures[self.bids.priced.structure];
        let volume =
            Volume::sum(structure.lots[lot].procedures.iter().map(|&p| self.bids.priced.prices.volumes[p]));
        let PricedBids { tender, structure: index, .. } = self.bids.priced;
        let capacities: Vec<Option<Volume>> =
            ranking.iter().map(|&b| lot_capacity(tender, *index, b, lot)).collect();
        let taken = volumes_by_rank(volume, &capacities, &self.bids.priced.tender.award.sharing);
        let weight = structure.lots[lot].weight.map_or(Ratio::ONE, Ratio::from);
        let mut suppliers = Vec::with_capacity(ranking.len());
        let (mut evaluated, mut cost) = (Ratio::ZERO, Money::ZERO);
        for (rank, (&bid, &volume_taken)) in ranking.iter().zip(&taken).enumerate() {
            let part = |amount: Money| shared(amount, volume_taken, volume, rank);
            let figures =
                self.bids.admitted.bids[bid].lots[lot].figures().and_then(|f| f.first()).ok_or(Overflow)?;
            let payment = part(figures.expected_payment)?;
            cost = cost.checked_add(payment)?.checked_add(part(figures.elsewhere)?)?;
            let result = self.bids.evaluated.lots[lot].bids[bid].as_ref().map(|e| &e.result);
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
        let rest = match self.bids.admitted.fallback[lot] {
            _ if left_over == Volume::ZERO && !nobody => Some(Money::ZERO),
            Some(all) if nobody => Some(all),
            Some(all) => Some(shared(all, left_over, volume, 0)?),
            None => None,
        };
        let scores = self.bids.priced.tender.evaluation.highest_wins();
        Ok(LotShare {
            suppliers,
            left_over,
            evaluated: if scores { Some(evaluated) } else { rest.map(|r| evaluated + Ratio::kroner(r)) },
            cost: rest.map(|r| cost.checked_add(r)).transpose()?,
        })
    }

    fn award_lot(&self, lot: usize, ranked: &Ranked, shares: Vec<LotShare>) -> AwardLot {
        let agreed = shares.iter().skip(1).all(|s| s.suppliers == shares[0].suppliers);
        let first = |s: &LotShare| s.suppliers.first().map(|s| s.bidder);
        let winner = shares.first().and_then(first).filter(|w| shares.iter().all(|s| first(s) == Some(*w)));
        let figures = winner.and_then(|b| self.bids.admitted.bids[b].lots[lot].figures()?.first().copied());
        let evaluated = winner.and_then(|b| match &self.bids.evaluated.lots[lot].bids[b].as_ref()?.result {
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

/// One lot: the bids that are admissible on it, best first.
struct Field<'a> {
    bids: EvaluatedTender<'a>,
    lot: usize,
    /// Lower is better: evaluated price in kroner, or the negated score.
    order: Vec<(Ratio, usize)>,
}

/// The place of a bid on a lot with several suppliers.
struct Place {
    bid: usize,
    /// Competition rank.
    rank: usize,
    /// To reach the last place that is taken; `None` if it is a supplier in every best ranking, or with scores.
    distance: Option<Money>,
    /// To reach rank 1; `None` if it is rank 1 in every best ranking, or with scores.
    distance_to_first: Option<Money>,
}

/// A lot, ranked.
struct Ranked {
    /// Every admissible bid.
    places: Vec<Place>,
    /// The seats taken, best first; bids that no tie rule separates are in one group.
    groups: Vec<Vec<usize>>,
    seats: usize,
    /// How many rankings of the seats are equally good before tie rules; `u64::MAX` where there are more.
    rankings_before_ties: u64,
    /// How much the rank 1 supplier's evaluated price may rise before another draws level.
    margin: Option<Money>,
}

impl<'a> Field<'a> {
    fn new(bids: EvaluatedTender<'a>, lot: usize) -> Self {
        let figure = |b: usize| {
            Some(match &bids.evaluated.lots[lot].bids[b].as_ref()?.result {
                EvaluatedResult::Price(tiers) => Ratio::kroner(*tiers.first()?),
                EvaluatedResult::Score { rounded, .. } => -rounded,
            })
        };
        let mut order: Vec<(Ratio, usize)> =
            (0..bids.priced.tender.bids.len()).filter_map(|b| Some((figure(b)?, b))).collect();
        order.sort();
        Field { bids, lot, order }
    }

    fn scores(&self) -> bool {
        self.bids.priced.tender.evaluation.highest_wins()
    }

    /// The figure that a supplier must not exceed: `within-percent` beyond the best, and with `if-cheaper` the fallback.
    fn ceiling(&self) -> Option<Ratio> {
        let best = &self.order.first()?.0;
        let award = &self.bids.priced.tender.award;
        let within = award.within_percent.map(|percent| within(best, percent));
        // evaluated prices are whole øre, so no bid lies between the limit and the whole øre below it
        let within = within.map(|limit| if self.scores() { limit } else { whole_ore_below(&limit) });
        let fallback = self.bids.admitted.fallback[self.lot]
            .filter(|_| award.unawarded == UnawardedRule::IfCheaper && !self.scores())
            .map(Ratio::kroner);
        [within, fallback].into_iter().flatten().min()
    }

    /// How two bids with the same figure compare by a tie rule; fewer and more suppliers decide nothing on a single lot.
    fn by_rule(&self, rule: &TieRule, a: usize, b: usize) -> Ordering {
        let tender = self.bids.priced.tender;
        match rule {
            TieRule::LowerPrice => {
                let price =
                    |b: usize| self.bids.admitted.bids[b].lots[self.lot].figures().map(|f| f[0].price);
                price(a).cmp(&price(b))
            }
            TieRule::Higher(criterion) => {
                let index = tender.evaluation.criteria.iter().position(|c| c.id == *criterion);
                let points = |b: usize| {
                    let bid = self.bids.evaluated.lots[self.lot].bids[b].as_ref();
                    index.zip(bid).map(|(i, e)| points_of(&tender.evaluation, e, i))
                };
                points(b).cmp(&points(a))
            }
            TieRule::EarlierReceived => {
                let received = |b: usize| (tender.bids[b].received.is_none(), tender.bids[b].received);
                received(a).cmp(&received(b))
            }
            TieRule::Draw => {
                let drawn = |b: usize| tender.award.draw.iter().position(|&d| d == b);
                drawn(a).cmp(&drawn(b))
            }
            TieRule::FewerSuppliers | TieRule::MoreSuppliers => Ordering::Equal,
        }
    }

    /// Bids with the same figure, separated by the tie rules in order. A draw counts only where all of a group are drawn.
    fn separated(&self, group: Vec<usize>) -> Vec<Vec<usize>> {
        let award = &self.bids.priced.tender.award;
        let mut groups = vec![group];
        for rule in &award.ties {
            let mut next = Vec::new();
            for mut group in groups {
                if *rule == TieRule::Draw && !group.iter().all(|b| award.draw.contains(b)) {
                    next.push(group);
                    continue;
                }
                group.sort_by(|&a, &b| self.by_rule(rule, a, b));
                next.extend(group.chunk_by(|&a, &b| self.by_rule(rule, a, b).is_eq()).map(<[usize]>::to_vec));
            }
            groups = next;
        }
        groups
    }
}

/// The best figure and this per cent of it beyond.
fn within(best: &Ratio, percent: Percent) -> Ratio {
    let hundredth = Ratio::new(1, 100).unwrap_or(Ratio::ZERO);
    let slack = (best * Ratio::from(percent.to_decimal())) * &hundredth;
    if slack.is_negative() { best - &slack } else { best + &slack }
}

fn whole_ore_below(kroner: &Ratio) -> Ratio {
    let toward_zero = kroner.rounded(2, Rounding::Down);
    let ore = Ratio::new(1, 100).unwrap_or(Ratio::ZERO);
    if toward_zero > *kroner { toward_zero - &ore } else { toward_zero }
}

/// Ranks a lot and fills its seats.
fn rank_lot(field: &Field<'_>) -> Ranked {
    let most = field.bids.priced.tender.award.suppliers_per_lot as usize;
    let ceiling = field.ceiling();
    let eligible: Vec<&(Ratio, usize)> =
        field.order.iter().filter(|(figure, _)| ceiling.as_ref().is_none_or(|c| figure <= c)).collect();
    let seats = most.min(eligible.len());
    let raw: Vec<Vec<usize>> =
        eligible.chunk_by(|a, b| a.0 == b.0).map(|g| g.iter().map(|(_, b)| *b).collect()).collect();
    let rankings_before_ties = count_rankings(&raw, seats);
    let last_seat = seats.checked_sub(1).map(|i| eligible[i].0.clone());
    let groups = raw.into_iter().flat_map(|g| field.separated(g)).collect();
    Ranked {
        places: places(field, &eligible, seats, most, last_seat.as_ref(), ceiling.as_ref()),
        groups,
        seats,
        rankings_before_ties,
        margin: match field.order.as_slice() {
            [first, second, ..] if !field.scores() => (&second.0 - &first.0).to_money_half_up(),
            _ => None,
        },
    }
}

fn places(
    field: &Field<'_>,
    eligible: &[&(Ratio, usize)],
    seats: usize,
    most: usize,
    last_seat: Option<&Ratio>,
    ceiling: Option<&Ratio>,
) -> Vec<Place> {
    let ranks = field.bids.evaluated.lots[field.lot].ranks();
    let first = field.order.first().map(|(f, _)| f);
    let alone_at_first = field.order.get(1).is_none_or(|(f, _)| Some(f) != first);
    let at_the_last_seat = eligible.iter().filter(|(f, _)| Some(f) == last_seat).count();
    let seats_left_there = seats - eligible.iter().filter(|(f, _)| last_seat.is_some_and(|l| f < l)).count();
    let mut places = Vec::with_capacity(field.order.len());
    for (at, (figure, bid)) in field.order.iter().enumerate() {
        let above = |mark: &Ratio| (figure - mark).rounded(2, Rounding::HalfUp).to_money_half_up();
        let is_first = at == 0 && alone_at_first;
        let always =
            last_seat.is_some_and(|l| figure < l || figure == l && at_the_last_seat <= seats_left_there);
        // the mark to reach: the last seat where all are taken, and in any case the ceiling
        let seat_mark = last_seat.filter(|_| seats == most);
        let marks = [seat_mark, ceiling.filter(|c| figure > c)];
        let distance = marks.into_iter().flatten().min().and_then(above);
        places.push(Place {
            bid: *bid,
            rank: ranks[*bid].unwrap_or(at + 1),
            distance: if always || field.scores() { None } else { distance },
            distance_to_first: if is_first || field.scores() { None } else { first.and_then(above) },
        });
    }
    places
}

/// Ordered choices of the seats among groups of equals.
fn count_rankings(groups: &[Vec<usize>], seats: usize) -> u64 {
    let (mut count, mut open) = (1_u64, seats as u64);
    for group in groups {
        let mut choice = group.len() as u64;
        while open > 0 && choice > 0 {
            count = count.saturating_mul(choice);
            (choice, open) = (choice - 1, open - 1);
        }
    }
    count
}

impl Ranked {
    /// The rankings of the seats that the tie rules leave, at most `most`; one where everything is settled.
    fn left(&self, most: usize) -> Vec<Vec<usize>> {
        let mut rankings: Vec<Vec<usize>> = vec![Vec::new()];
        for group in &self.groups {
            let open = self.seats - rankings[0].len();
            if open == 0 {
                break;
            }
            let mut next = Vec::new();
            for ranking in &rankings {
                extend_by_permutations(ranking, group, open.min(group.len()), most, &mut next);
            }
            rankings = next;
        }
        rankings
    }
}

fn extend_by_permutations(
    prefix: &[usize],
    group: &[usize],
    open: usize,
    most: usize,
    out: &mut Vec<Vec<usize>>,
) {
    if out.len() >= most {
        return;
    }
    if open == 0 {
        out.push(prefix.to_vec());
        return;
    }
    for (i, &bid) in group.iter().enumerate() {
        let mut longer = prefix.to_vec();
        longer.push(bid);
        let rest: Vec<usize> = group.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, &b)| b).collect();
        extend_by_permutations(&longer, &rest, open - 1, most, out);
    }
}

/// What each supplier takes, by rank; `None` is a capacity without limit.
///
/// `ranked`: rank 1 up to its capacity, then rank 2, and so on. Fixed shares: each rounded down and cut off at capacity,
/// the rest in rank order to whoever has room.
pub(crate) fn volumes_by_rank(
    volume: Volume,
    capacities: &[Option<Volume>],
    sharing: &Sharing,
) -> Vec<Volume> {
    let room = |i: usize| capacities[i].map_or(u64::MAX, Volume::count);
    let mut taken: Vec<u64> = match sharing {
        Sharing::Ranked => vec![0; capacities.len()],
        Sharing::Shares(shares) => (0..capacities.len())
            .map(|i| part_rounded_down(volume, shares.get(i).copied().unwrap_or(Percent::ZERO)).min(room(i)))
            .collect(),
    };
    let mut rest = volume.count() - taken.iter().sum::<u64>().min(volume.count());
    for (i, own) in taken.iter_mut().enumerate() {
        let more = rest.min(room(i) - *own);
        *own += more;
        rest -= more;
    }
    taken.into_iter().map(Volume::from_total).collect()
}

fn part_rounded_down(volume: Volume, share: Percent) -> u64 {
    let parts = i128::from(volume.count()) * i128::from(share.parts()) / i128::from(Percent::HUNDRED_PARTS);
    u64::try_from(parts).unwrap_or(0)
}

/// v / V of an amount, half up to whole øre; where the lot has no volume, rank 1 (index 0) counts in full.
///
/// # Errors
/// [`Overflow`] where the product would not fit.
pub(crate) fn shared(amount: Money, taken: Volume, volume: Volume, rank: usize) -> Result<Money, Overflow> {
    if volume == Volume::ZERO {
        return Ok(if rank == 0 { amount } else { Money::ZERO });
    }
    let product = amount.ore().checked_mul(i128::from(taken.count())).ok_or(Overflow)?;
    Ok(Money::from_ore(divide_half_up(product, i128::from(volume.count()))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn v(n: u64) -> Volume {
        Volume::from_count(n).unwrap()
    }

    #[test]
    fn ranked_fills_up_in_order() {
        let got = volumes_by_rank(v(100), &[Some(v(30)), Some(v(50)), None], &Sharing::Ranked);
        assert_eq!(got, [v(30), v(50), v(20)]);
        let got = volumes_by_rank(v(100), &[Some(v(30)), Some(v(50))], &Sharing::Ranked);
        assert_eq!(got, [v(30), v(50)]);
    }

    #[test]
    fn shares_are_rounded_down_and_the_rest_goes_by_rank() {
        let shares = Sharing::Shares([60, 40].map(|p| Percent::from_parts(p * 10_000)).to_vec());
        assert_eq!(volumes_by_rank(v(101), &[None, None], &shares), [v(61), v(40)]);
        assert_eq!(volumes_by_rank(v(100), &[Some(v(50)), None], &shares), [v(50), v(50)]);
        assert_eq!(volumes_by_rank(v(100), &[Some(v(50)), Some(v(45))], &shares), [v(50), v(45)]);
        assert_eq!(volumes_by_rank(v(100), &[None], &shares), [v(100)]);
    }

    #[test]
    fn payment_follows_the_share() {
        assert_eq!(shared(Money::from_ore(1000), v(1), v(3), 0), Ok(Money::from_ore(333)));
        assert_eq!(shared(Money::from_ore(1000), v(0), v(0), 0), Ok(Money::from_ore(1000)));
        assert_eq!(shared(Money::from_ore(1000), v(0), v(0), 1), Ok(Money::ZERO));
        assert_eq!(shared(Money::from_ore(i128::MAX), v(2), v(3), 0), Err(Overflow));
    }
}
