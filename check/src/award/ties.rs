//! The tie rules, applied in order to all best awards, each keeping the best of what is left.

use std::cmp::Reverse;

use super::{
    super::{
        exact::{Exact, whole},
        facts::TieRule,
    },
    Award,
    bidders::Ground,
};

/// What the rules leave.
pub(super) fn left(ground: &Ground<'_>, mut awards: Vec<Award>) -> Vec<Award> {
    for rule in &ground.facts.award.ties {
        if awards.len() < 2 {
            break;
        }
        match rule {
            TieRule::LowerPrice => keep_least(&mut awards, |a| ground.sums(a).prices),
            TieRule::Higher(criterion) => keep_least(&mut awards, |a| -points(ground, a, criterion)),
            TieRule::FewerSuppliers => keep_least(&mut awards, |a| Ground::suppliers(a).len()),
            TieRule::MoreSuppliers => keep_least(&mut awards, |a| Reverse(Ground::suppliers(a).len())),
            TieRule::EarlierReceived => keep_least(&mut awards, |a| received(ground, a)),
            TieRule::Draw => {
                if all_are_drawn(ground, &awards) {
                    keep_least(&mut awards, |a| drawn(ground, a));
                }
            }
        }
    }
    awards
}

fn keep_least<K: Ord + Clone>(awards: &mut Vec<Award>, key: impl Fn(&Award) -> K) {
    let keys: Vec<K> = awards.iter().map(key).collect();
    let least = keys.iter().min().cloned();
    let mut keys = keys.into_iter();
    awards.retain(|_| keys.next() == least);
}

/// The sum of points in a criterion over the lots awarded.
fn points(ground: &Ground<'_>, award: &Award, criterion: &str) -> Exact {
    let won = award.iter().enumerate().filter_map(|(l, w)| Some((l, (*w)?)));
    won.map(|(l, bid)| ground.lots[l].points_of(bid, criterion, true).unwrap_or_else(|_| whole(0))).sum()
}

/// Lot by lot the moment received; not stated comes last, unawarded after that.
fn received(ground: &Ground<'_>, award: &Award) -> Vec<(u8, Option<i128>)> {
    let place = |w: &Option<usize>| match w.map(|b| ground.facts.bids[b].received) {
        Some(Some(moment)) => (0, Some(moment)),
        Some(None) => (1, None),
        None => (2, None),
    };
    award.iter().map(place).collect()
}

fn place_drawn(ground: &Ground<'_>, bid: usize) -> Option<usize> {
    ground.facts.draw.iter().position(|d| *d == ground.facts.bids[bid].bidder)
}

/// Whether every bidder on whom the awards differ has been drawn.
fn all_are_drawn(ground: &Ground<'_>, awards: &[Award]) -> bool {
    let lots = awards.first().map_or(0, Vec::len);
    (0..lots).all(|l| {
        let mut winners: Vec<Option<usize>> = awards.iter().map(|a| a[l]).collect();
        winners.sort_unstable();
        winners.dedup();
        winners.len() == 1 || winners.into_iter().flatten().all(|b| place_drawn(ground, b).is_some())
    })
}

/// Lot by lot the place in the draw, unawarded last. Where the awards do not differ, it does not matter.
fn drawn(ground: &Ground<'_>, award: &Award) -> Vec<usize> {
    award.iter().map(|w| w.and_then(|b| place_drawn(ground, b)).unwrap_or(usize::MAX)).collect()
}
