//! The tie rules, applied to the best awards that a certificate lists (docs/reference/rules.md, "All best awards are found").

use crate::{
    award::Award,
    number::{Overflow, Ratio},
    outcome::Unsolved,
    tender::{Tender, TieRule},
};

/// What the tie rules of a tender leave of all best awards, in the same order.
///
/// # Errors
/// [`Overflow`] where a sum would not fit.
pub(super) fn left_by_tie_rules(
    tender: &Tender,
    unsolved: &Unsolved<'_>,
    best: &[Award],
) -> Result<Vec<Award>, Overflow> {
    let mut left = best.to_vec();
    for rule in &tender.award.ties {
        if left.len() < 2 {
            break;
        }
        left = match rule {
            TieRule::LowerPrice => {
                let prices: Result<Vec<_>, _> = left.iter().map(|a| unsolved.lot_prices_of(a)).collect();
                lowest(left, prices?)
            }
            TieRule::Higher(criterion) => {
                let points: Vec<Ratio> = left.iter().map(|a| -unsolved.points_of(a, criterion)).collect();
                lowest(left, points)
            }
            TieRule::FewerSuppliers => {
                let suppliers: Vec<usize> = left.iter().map(suppliers).collect();
                lowest(left, suppliers)
            }
            TieRule::MoreSuppliers => {
                let suppliers: Vec<_> = left.iter().map(|a| std::cmp::Reverse(suppliers(a))).collect();
                lowest(left, suppliers)
            }
            TieRule::EarlierReceived => earlier_received(tender, left),
            TieRule::Draw => drawn(tender, left),
        };
    }
    Ok(left)
}

/// Lot by lot the earlier bid; one whose moment is not stated comes after, an unawarded lot last.
fn earlier_received(tender: &Tender, left: Vec<Award>) -> Vec<Award> {
    let place = |winner: &Option<usize>| match winner.map(|b| tender.bids[b].received) {
        Some(Some(moment)) => (0, Some(moment)),
        Some(None) => (1, None),
        None => (2, None),
    };
    let places: Vec<Vec<_>> = left.iter().map(|award| award.iter().map(place).collect()).collect();
    lowest(left, places)
}

/// Lot by lot the bidder drawn earlier, an unawarded lot last; only if everybody on whom the awards differ has been drawn.
fn drawn(tender: &Tender, left: Vec<Award>) -> Vec<Award> {
    let place = |bid: usize| tender.award.draw.iter().position(|drawn| *drawn == bid);
    let lots = 0..left.first().map_or(0, Vec::len);
    let differing: Vec<usize> = lots.filter(|&lot| left.iter().any(|a| a[lot] != left[0][lot])).collect();
    let all_drawn = left.iter().all(|a| differing.iter().all(|&l| a[l].is_none_or(|b| place(b).is_some())));
    if !all_drawn {
        return left;
    }
    let last = tender.award.draw.len();
    let key = |award: &Award| -> Vec<usize> {
        differing.iter().map(|&l| award[l].and_then(place).unwrap_or(last)).collect()
    };
    let places: Vec<Vec<usize>> = left.iter().map(key).collect();
    lowest(left, places)
}

fn suppliers(award: &Award) -> usize {
    let winners: std::collections::BTreeSet<usize> = award.iter().flatten().copied().collect();
    winners.len()
}

fn lowest<K: Ord>(left: Vec<Award>, keys: Vec<K>) -> Vec<Award> {
    let best = keys.iter().enumerate().min_by(|a, b| a.1.cmp(b.1)).map(|(at, _)| at);
    let Some(best) = best else { return left };
    left.into_iter().enumerate().filter(|(at, _)| keys[*at] == keys[best]).map(|(_, award)| award).collect()
}
