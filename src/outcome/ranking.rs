//! The ranking of one lot where it gets several suppliers.

use std::cmp::Ordering;

use crate::{
    admission::AdmittedBids,
    evaluation::{EvaluatedBids, EvaluatedResult},
    number::{Money, Percent, Ratio, Rounding},
    pricing::PricedBids,
    tender::{TieRule, UnawardedRule},
};

/// One lot: the bids that are admissible on it, best first.
pub(super) struct Field<'a> {
    priced: &'a PricedBids<'a>,
    admitted: &'a AdmittedBids,
    evaluated: &'a EvaluatedBids,
    lot: usize,
    /// Lower is better: evaluated price in kroner, or the negated score.
    order: Vec<(Ratio, usize)>,
}

/// Where a bid stands on a lot with several suppliers.
pub(super) struct Place {
    pub(super) bid: usize,
    /// Competition rank.
    pub(super) rank: usize,
    /// To reach the last place that is taken; `None` if it is a supplier in every best ranking, or with scores.
    pub(super) distance: Option<Money>,
    /// To reach rank 1; `None` if it is rank 1 in every best ranking, or with scores.
    pub(super) distance_to_first: Option<Money>,
}

/// A lot, ranked.
pub(super) struct Ranked {
    /// Every admissible bid.
    pub(super) places: Vec<Place>,
    /// The seats taken, best first; bids that no tie rule tells apart stand together.
    groups: Vec<Vec<usize>>,
    seats: usize,
    /// How many rankings of the seats are equally good before tie rules; `u64::MAX` where there are more.
    pub(super) rankings_before_ties: u64,
    /// How much the rank 1 supplier's evaluated price may rise before another draws level.
    pub(super) margin: Option<Money>,
}

impl<'a> Field<'a> {
    pub(super) fn new(
        priced: &'a PricedBids<'a>,
        admitted: &'a AdmittedBids,
        evaluated: &'a EvaluatedBids,
        lot: usize,
    ) -> Self {
        let figure = |b: usize| {
            Some(match &evaluated.lots[lot].bids[b].as_ref()?.result {
                EvaluatedResult::Price(tiers) => Ratio::kroner(*tiers.first()?),
                EvaluatedResult::Score { rounded, .. } => -rounded,
            })
        };
        let mut order: Vec<(Ratio, usize)> =
            (0..priced.tender.bids.len()).filter_map(|b| Some((figure(b)?, b))).collect();
        order.sort();
        Field { priced, admitted, evaluated, lot, order }
    }

    fn scores(&self) -> bool {
        self.priced.tender.evaluation.highest_wins()
    }

    /// The figure that a supplier must not exceed: so many per cent of the best, and with `if-cheaper` the fallback.
    fn ceiling(&self) -> Option<Ratio> {
        let best = &self.order.first()?.0;
        let award = &self.priced.tender.award;
        let within = award.within_percent.map(|percent| within(best, percent));
        // evaluated prices are whole øre, so no bid lies between the limit and the whole øre below it
        let within = within.map(|limit| if self.scores() { limit } else { whole_ore_below(&limit) });
        let fallback = self.admitted.fallback[self.lot]
            .filter(|_| award.unawarded == UnawardedRule::IfCheaper && !self.scores())
            .map(Ratio::kroner);
        [within, fallback].into_iter().flatten().min()
    }

    /// How two bids with the same figure compare by a tie rule; fewer and more suppliers say nothing on a single lot.
    fn by_rule(&self, rule: &TieRule, a: usize, b: usize) -> Ordering {
        let tender = self.priced.tender;
        match rule {
            TieRule::LowerPrice => {
                let price = |b: usize| self.admitted.bids[b].lots[self.lot].figures().map(|f| f[0].price);
                price(a).cmp(&price(b))
            }
            TieRule::Higher(criterion) => {
                let index = tender.evaluation.criteria.iter().position(|c| c.id == *criterion);
                let points = |b: usize| {
                    let bid = self.evaluated.lots[self.lot].bids[b].as_ref();
                    index.zip(bid).map(|(i, e)| super::award_problem::points_of(&tender.evaluation, e, i))
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

    /// Bids with the same figure, told apart by the tie rules in order. A draw counts only where all of a group are drawn.
    fn told_apart(&self, group: Vec<usize>) -> Vec<Vec<usize>> {
        let award = &self.priced.tender.award;
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

/// The best figure and so many per cent of it beyond.
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
pub(super) fn rank_lot(field: &Field<'_>) -> Ranked {
    let most = field.priced.tender.award.suppliers_per_lot as usize;
    let ceiling = field.ceiling();
    let eligible: Vec<&(Ratio, usize)> =
        field.order.iter().filter(|(figure, _)| ceiling.as_ref().is_none_or(|c| figure <= c)).collect();
    let seats = most.min(eligible.len());
    let raw: Vec<Vec<usize>> =
        eligible.chunk_by(|a, b| a.0 == b.0).map(|g| g.iter().map(|(_, b)| *b).collect()).collect();
    let rankings_before_ties = count_rankings(&raw, seats);
    let last_seat = seats.checked_sub(1).map(|i| eligible[i].0.clone());
    let groups = raw.into_iter().flat_map(|g| field.told_apart(g)).collect();
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
    let mut rank = 0;
    let first = field.order.first().map(|(f, _)| f);
    let alone_at_first = field.order.get(1).is_none_or(|(f, _)| Some(f) != first);
    let at_the_last_seat = eligible.iter().filter(|(f, _)| Some(f) == last_seat).count();
    let seats_left_there = seats - eligible.iter().filter(|(f, _)| last_seat.is_some_and(|l| f < l)).count();
    let mut places = Vec::with_capacity(field.order.len());
    for (at, (figure, bid)) in field.order.iter().enumerate() {
        if at == 0 || field.order[at - 1].0 != *figure {
            rank = at + 1;
        }
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
            rank,
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
    pub(super) fn left(&self, most: usize) -> Vec<Vec<usize>> {
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
