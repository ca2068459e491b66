//! What chooses among equally good awards: by filtering, where all of them are listed.

use super::{Award, AwardProblem, SolveError, TieBreak};

/// What the rules leave of a complete list, in the same order.
pub(super) fn filter(
    problem: &AwardProblem,
    rules: &[TieBreak],
    mut awards: Vec<Award>,
) -> Result<Vec<Award>, SolveError> {
    for rule in rules {
        if awards.len() < 2 {
            break;
        }
        match rule {
            TieBreak::LowestSum { value, unawarded } => {
                let sums: Result<Vec<i128>, SolveError> =
                    awards.iter().map(|a| sum_of(problem, a, value, unawarded)).collect();
                keep_lowest(&mut awards, &sums?);
            }
            TieBreak::FewerSuppliers => {
                let numbers: Vec<usize> = awards.iter().map(suppliers).collect();
                keep_lowest(&mut awards, &numbers);
            }
            TieBreak::MoreSuppliers => {
                let numbers: Vec<_> = awards.iter().map(|a| std::cmp::Reverse(suppliers(a))).collect();
                keep_lowest(&mut awards, &numbers);
            }
            TieBreak::LotByLot { place } => {
                let drawn: Vec<Option<u32>> = place.iter().copied().map(Some).collect();
                by_lot(&mut awards, &drawn);
            }
            TieBreak::Draw { place } => {
                if awards.iter().all(|a| every_difference_drawn(a, &awards[0], &awards, place)) {
                    by_lot(&mut awards, place);
                }
            }
        }
    }
    Ok(awards)
}

/// Different suppliers of an award.
pub(super) fn suppliers(award: &Award) -> usize {
    let mut winners: Vec<usize> = award.iter().flatten().copied().collect();
    winners.sort_unstable();
    winners.dedup();
    winners.len()
}

/// The sum of a [`TieBreak::LowestSum`].
fn sum_of(
    problem: &AwardProblem,
    award: &Award,
    value: &[Vec<Option<Vec<i128>>>],
    unawarded: &[i128],
) -> Result<i128, SolveError> {
    let mut won = vec![Vec::new(); problem.bidders.len()];
    award.iter().enumerate().for_each(|(l, w)| w.iter().for_each(|b| won[*b].push(l)));
    let tiers: Vec<usize> = problem.bidders.iter().zip(&won).map(|(b, lots)| b.tier_of(lots)).collect();
    let mut sum = 0i128;
    for (lot, winner) in award.iter().enumerate() {
        let part = match winner {
            Some(b) => value[*b][lot].as_ref().and_then(|v| v.get(tiers[*b])).copied().unwrap_or(0),
            None => unawarded[lot],
        };
        sum = sum.checked_add(part).ok_or(SolveError::Overflow)?;
    }
    Ok(sum)
}

/// Whether the award's winners of lots on which the awards differ have all been drawn.
fn every_difference_drawn(award: &Award, first: &Award, awards: &[Award], place: &[Option<u32>]) -> bool {
    award.iter().enumerate().all(|(lot, winner)| {
        winner.is_none_or(|b| place[b].is_some()) || awards.iter().all(|a| a[lot] == first[lot])
    })
}

/// Lot by lot the lowest place; on a lot on which the awards differ everybody has one, and unawarded comes last.
fn by_lot(awards: &mut Vec<Award>, place: &[Option<u32>]) {
    let key = |w: &Option<usize>| w.and_then(|b| place[b]).map_or(u64::MAX, u64::from);
    let keys: Vec<Vec<u64>> = awards.iter().map(|a| a.iter().map(key).collect()).collect();
    keep_lowest(awards, &keys);
}

fn keep_lowest<K: Ord>(awards: &mut Vec<Award>, keys: &[K]) {
    let lowest = keys.iter().min();
    let mut keys = keys.iter();
    awards.retain(|_| keys.next() == lowest);
}
