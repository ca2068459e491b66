//! Going through all awards, where they are few enough.

use num_traits::Zero;

use super::{
    super::exact::Exact,
    Award,
    bidders::{Ground, Sums},
};

/// At most so many awards are gone through.
const MOST: usize = 20_000;

/// What makes an award better: the number of unawarded lots (0 with `if-cheaper`, where the total alone counts), the total
/// in øre, the score negated. Less is better.
pub(super) type Key = (usize, i128, Exact);

/// What going through them found.
pub(super) struct Best {
    pub(super) key: Key,
    /// All awards with this key; `None` where they are too many to list.
    pub(super) awards: Option<Vec<Award>>,
    /// How many they are; `None` where that is more than can be counted here.
    pub(super) count: Option<u128>,
}

/// The best awards; `Ok(None)` where no award keeps every rule, `Err` where there are too many to go through.
pub(super) fn best(ground: &Ground<'_>) -> Result<Option<Best>, ()> {
    let mut choices: Vec<Vec<Option<usize>>> = (0..ground.lots.len())
        .map(|l| std::iter::once(None).chain(ground.candidates(l).into_iter().map(Some)).collect())
        .collect();
    if !ground.lots_hang_together() {
        // without a rule across lots the best of each lot are the best of all
        for (lot, own) in choices.iter_mut().enumerate() {
            keep_best(ground, lot, own);
        }
    }
    let count = choices.iter().try_fold(1_u128, |n, c| n.checked_mul(c.len() as u128));
    let few = count.filter(|n| *n <= MOST as u128).and_then(|n| usize::try_from(n).ok());
    let Some(few) = few else {
        if ground.lots_hang_together() {
            return Err(());
        }
        let first: Award = choices.iter().filter_map(|c| c.first().copied()).collect();
        return Ok(Some(Best { key: key(ground, &first), awards: None, count }));
    };
    let mut best: Option<Best> = None;
    for number in 0..few {
        let award = nth(&choices, number);
        if ground.broken_rule(&award).is_some() {
            continue;
        }
        let own = key(ground, &award);
        match &mut best {
            Some(best) if own > best.key => {}
            Some(best) if own == best.key => {
                if let Some(list) = &mut best.awards {
                    list.push(award);
                }
            }
            _ => best = Some(Best { key: own, awards: Some(vec![award]), count: None }),
        }
    }
    Ok(best.map(|best| Best { count: best.awards.as_ref().map(|a| a.len() as u128), ..best }))
}

/// The award of this number, one choice for each lot.
fn nth(choices: &[Vec<Option<usize>>], mut number: usize) -> Award {
    choices
        .iter()
        .map(|own| {
            let choice = own[number % own.len()];
            number /= own.len();
            choice
        })
        .collect()
}

fn keep_best(ground: &Ground<'_>, lot: usize, choices: &mut Vec<Option<usize>>) {
    let keys: Vec<Key> = choices
        .iter()
        .map(|winner| {
            let sums = ground.lot_sums(lot, *winner, 0);
            lot_key(ground, usize::from(winner.is_none()), &sums)
        })
        .collect();
    let best = keys.iter().min().cloned();
    let mut keys = keys.into_iter();
    choices.retain(|_| keys.next() == best);
}

fn lot_key(ground: &Ground<'_>, unawarded: usize, sums: &Sums) -> Key {
    let unawarded = if ground.facts.award.if_cheaper { 0 } else { unawarded };
    let scores = ground.facts.evaluation.scores();
    let ore = if scores { 0 } else { sums.ore };
    (unawarded, ore, if scores { -sums.score.clone() } else { Exact::zero() })
}

/// Less is better.
pub(super) fn key(ground: &Ground<'_>, award: &Award) -> Key {
    let unawarded = award.iter().filter(|w| w.is_none()).count();
    lot_key(ground, unawarded, &ground.sums(award))
}
