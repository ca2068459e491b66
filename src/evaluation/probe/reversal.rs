//! Does a bid that cannot win decide who does?

use super::generate::{Levels, SplitMix64};
use crate::{
    evaluation::{LotEntry, LotField, PreparedModel},
    number::{Money, Ratio},
};

/// A bid that does not win, without which another bid wins.
#[derive(Clone, Debug, PartialEq)]
pub struct Reversal {
    /// The bids, the losing one among them.
    pub field: LotField,
    /// The place of the losing bid.
    pub loser: usize,
    /// Whether the loser is hopeless: another bid is at least as good in price, points and values.
    pub hopeless: bool,
    /// The bids of rank 1 with the loser.
    pub with: Vec<usize>,
    /// The bids of rank 1 without it.
    pub without: Vec<usize>,
}

/// Made-up lots tried at each grain.
const TRIES: usize = 1_500;

/// The smallest examples found: of a loser, and of a hopeless one. The fewest bids with which there can be one are
/// three; figures are as round as possible: tenths first, then twentieths, then hundredths.
pub(super) fn search_made_up(
    model: &PreparedModel<'_>,
    levels: &Levels,
    random: &mut SplitMix64,
) -> (Option<Reversal>, Option<Reversal>) {
    let (mut any, mut hopeless) = (None, None);
    for grain in [10, 20, 100] {
        for _ in 0..TRIES {
            let field = levels.field(model, random, 3, grain);
            note(reversals(model, &field), &mut any, &mut hopeless);
            if any.is_some() && hopeless.is_some() {
                return (any, hopeless);
            }
        }
    }
    (any, hopeless)
}

/// The same on bids as they are, each loser dropped in turn, and with a hopeless bid added.
pub(super) fn search_in(
    model: &PreparedModel<'_>,
    fields: &[LotField],
) -> (Option<Reversal>, Option<Reversal>) {
    let (mut any, mut hopeless) = (None, None);
    for field in fields {
        note(reversals(model, field), &mut any, &mut hopeless);
        for extra in hopeless_bids(field) {
            if hopeless.is_some() {
                break;
            }
            let mut more = field.clone();
            more.bids.push(extra);
            let last = more.bids.len() - 1;
            note(reversal_of(model, &more, last).into_iter().collect(), &mut any, &mut hopeless);
        }
    }
    (any, hopeless)
}

fn note(found: Vec<Reversal>, any: &mut Option<Reversal>, hopeless: &mut Option<Reversal>) {
    for reversal in found {
        let slot = if reversal.hopeless { &mut *hopeless } else { &mut *any };
        if slot.as_ref().is_none_or(|s| s.field.bids.len() > reversal.field.bids.len()) {
            *slot = Some(reversal);
        }
    }
}

fn reversals(model: &PreparedModel<'_>, field: &LotField) -> Vec<Reversal> {
    (0..field.bids.len()).filter_map(|loser| reversal_of(model, field, loser)).collect()
}

fn reversal_of(model: &PreparedModel<'_>, field: &LotField, loser: usize) -> Option<Reversal> {
    let with = model.evaluate(field).ok()?.winners();
    if with.contains(&loser) || with.is_empty() {
        return None;
    }
    let mut fewer = field.clone();
    fewer.bids.remove(loser);
    let without: Vec<usize> =
        model.evaluate(&fewer).ok()?.winners().into_iter().map(|w| w + usize::from(w >= loser)).collect();
    let is_hopeless = |bid: &LotEntry| {
        field.bids.iter().enumerate().any(|(i, other)| i != loser && is_no_better(bid, other))
    };
    let hopeless = field.bids.get(loser).is_some_and(is_hopeless);
    (with != without).then(|| Reversal { field: field.clone(), loser, hopeless, with, without })
}

/// Dearer or as dear, with no more points, and the same measured values.
fn is_no_better(bid: &LotEntry, other: &LotEntry) -> bool {
    bid.price() >= other.price()
        && bid.judged.iter().zip(&other.judged).all(|(a, b)| a <= b)
        && bid.values == other.values
}

/// Copies of each bid without points, at 1.2, 1.5, 2 and 4 times its price.
fn hopeless_bids(field: &LotField) -> Vec<LotEntry> {
    let next = field.bids.iter().map(|b| b.bid + 1).max().unwrap_or(0);
    let mut out = Vec::new();
    for bid in &field.bids {
        for tenths in [12, 15, 20, 40] {
            let price = Ratio::kroner(bid.price()) * Ratio::new(tenths, 10).unwrap_or(Ratio::ONE);
            out.push(LotEntry {
                bid: next,
                prices: vec![price.to_money_half_up().unwrap_or(Money::ZERO)],
                judged: bid.judged.iter().map(|p| p.as_ref().map(|_| Ratio::ZERO)).collect(),
                values: bid.values.clone(),
            });
        }
    }
    out
}
