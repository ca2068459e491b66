//! One lot with several suppliers: who is ranked where, and who shares how much.

use std::cmp::Ordering;

use num_traits::Signed;

use super::super::{
    exact::{Exact, HUNDRED_PER_CENT, kroner, ore_half_up, whole},
    facts::{Sharing, TieRule},
};
use super::bidders::Ground;

/// So many rankings of a lot are looked at.
pub(super) const LISTED: usize = 1_000;

/// A lot, ranked.
pub(super) struct Ranked {
    /// The rankings of the places that the tie rules leave, at most [`LISTED`].
    pub(super) left: Vec<Vec<usize>>,
    /// How many are equally good before tie rules; `None` where that is beyond counting.
    pub(super) count: Option<u128>,
}

/// Ranks a lot.
pub(super) fn rank(ground: &Ground<'_>, lot: usize) -> Ranked {
    let mut order: Vec<(Exact, usize)> =
        ground.lots[lot].decides.iter().map(|(bid, d)| (d.key(), *bid)).collect();
    order.sort();
    if let Some(limit) = ceiling(ground, lot, &order) {
        order.retain(|(key, _)| *key <= limit);
    }
    let places = order.len().min(usize::try_from(ground.facts.award.suppliers_per_lot).unwrap_or(usize::MAX));
    let equals: Vec<Vec<usize>> =
        order.chunk_by(|a, b| a.0 == b.0).map(|group| group.iter().map(|(_, b)| *b).collect()).collect();
    let count = count(&equals, places);
    let groups: Vec<Vec<usize>> = equals.into_iter().flat_map(|g| told_apart(ground, lot, g)).collect();
    Ranked { left: rankings(&groups, places), count }
}

/// The figure that a supplier must not exceed: so many per cent beyond the best, in whole øre; with `if-cheaper` the
/// fallback.
fn ceiling(ground: &Ground<'_>, lot: usize, order: &[(Exact, usize)]) -> Option<Exact> {
    let best = &order.first()?.0;
    let scores = ground.facts.evaluation.scores();
    let within = ground.facts.award.within_percent.as_ref().map(|percent| {
        let limit = best + best.abs() * percent / whole(100);
        if scores { limit } else { (limit * whole(100)).floor() / whole(100) }
    });
    let cheaper = ground.facts.award.if_cheaper && !scores;
    let fallback = ground.fallback[lot].filter(|_| cheaper).map(kroner);
    [within, fallback].into_iter().flatten().min()
}

/// Ordered choices of the places among groups of equals.
fn count(groups: &[Vec<usize>], places: usize) -> Option<u128> {
    let (mut count, mut open) = (1_u128, places);
    for group in groups {
        for choice in (1..=group.len()).rev() {
            if open == 0 {
                return Some(count);
            }
            count = count.checked_mul(choice as u128).filter(|n| *n < u128::from(u64::MAX))?;
            open -= 1;
        }
    }
    Some(count)
}

/// Bids with the same figure, told apart by the tie rules in order; a draw counts where all of them are drawn.
fn told_apart(ground: &Ground<'_>, lot: usize, group: Vec<usize>) -> Vec<Vec<usize>> {
    let mut groups = vec![group];
    for rule in &ground.facts.award.ties {
        let mut next = Vec::new();
        for mut group in groups {
            let place = |b: usize| ground.facts.draw.iter().position(|d| *d == ground.facts.bids[b].bidder);
            if *rule == TieRule::Draw && group.iter().any(|b| place(*b).is_none()) {
                next.push(group);
                continue;
            }
            let compare = |a: usize, b: usize| match rule {
                TieRule::LowerPrice => ground.figures(a, lot, 0).price.cmp(&ground.figures(b, lot, 0).price),
                TieRule::Higher(criterion) => {
                    let points = |b| ground.lots[lot].points_of(b, criterion, true).ok();
                    points(b).cmp(&points(a))
                }
                TieRule::EarlierReceived => {
                    let received = |b: usize| ground.facts.bids[b].received;
                    let key = |b: usize| (received(b).is_none(), received(b));
                    key(a).cmp(&key(b))
                }
                TieRule::Draw => place(a).cmp(&place(b)),
                // these speak of the whole award
                TieRule::FewerSuppliers | TieRule::MoreSuppliers => Ordering::Equal,
            };
            group.sort_by(|a, b| compare(*a, *b));
            next.extend(group.chunk_by(|a, b| compare(*a, *b).is_eq()).map(<[usize]>::to_vec));
        }
        groups = next;
    }
    groups
}

/// All ways to fill the places, in the order of the groups.
fn rankings(groups: &[Vec<usize>], places: usize) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = vec![Vec::new()];
    for group in groups {
        for _ in 0..group.len() {
            if all.first().is_none_or(|r| r.len() == places) {
                return all;
            }
            let longer = all.iter().flat_map(|ranking| {
                let free = group.iter().filter(|b| !ranking.contains(b));
                free.map(|b| ranking.iter().copied().chain([*b]).collect::<Vec<usize>>())
            });
            all = longer.take(LISTED + 1).collect();
        }
    }
    all
}

/// How much of a lot's volume each takes, by rank.
pub(super) fn volumes(ground: &Ground<'_>, lot: usize, ranking: &[usize], all: u64) -> Vec<u64> {
    let room: Vec<u64> = ranking
        .iter()
        .map(|b| {
            let own = &ground.facts.bids[*b];
            own.lot_capacities.get(&lot).copied().or(own.capacity).unwrap_or(u64::MAX)
        })
        .collect();
    volumes_in(&ground.facts.award.sharing, &room, all)
}

/// By rank, each up to its room; fixed shares first, rounded down.
pub(super) fn volumes_in(sharing: &Sharing, room: &[u64], all: u64) -> Vec<u64> {
    let fixed = |i: usize| match sharing {
        Sharing::Ranked => 0,
        Sharing::Shares(shares) => {
            let share = shares.get(i).copied().unwrap_or(0);
            u64::try_from(i128::from(all) * share / HUNDRED_PER_CENT).unwrap_or(0)
        }
    };
    let mut taken: Vec<u64> = room.iter().enumerate().map(|(i, room)| fixed(i).min(*room)).collect();
    let mut rest = all.saturating_sub(taken.iter().sum());
    for (own, room) in taken.iter_mut().zip(room) {
        let more = rest.min(room - *own);
        *own += more;
        rest -= more;
    }
    taken
}

/// `v / V` of an amount in øre, half up; of a lot without volume rank 1 counts in full.
pub(super) fn part(amount: i128, v: u64, all: u64, rank: usize) -> i128 {
    if all == 0 {
        return if rank == 0 { amount } else { 0 };
    }
    ore_half_up(&(kroner(amount) * whole(v) / whole(all))).unwrap_or_default()
}

/// `v / V` itself.
pub(super) fn share(v: u64, all: u64, rank: usize) -> Exact {
    match all {
        0 if rank == 0 => whole(1),
        0 => whole(0),
        _ => whole(v) / whole(all),
    }
}
