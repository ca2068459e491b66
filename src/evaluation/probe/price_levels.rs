//! What a point is worth in kroner at several prices, and where cutting the price gains nothing.

use super::generate::Levels;
use crate::{
    evaluation::{EvaluatedResult, LotEntry, LotField, PreparedModel, result::Adjuster},
    number::{Money, Ratio},
    tender::{Method, ModelKind},
};

/// What one point of a criterion is worth to a bid at a price.
#[derive(Clone, Debug, PartialEq)]
pub struct WorthOfAPoint {
    /// The judged criterion.
    pub criterion: usize,
    /// The bid's price in per cent of the lowest.
    pub price_percent: u32,
    /// How much dearer the bid may be for one point more without falling back; `None`: without limit, or the bid is out.
    pub worth: Option<Money>,
}

/// A range of own prices in which a lower price does not improve the bid's lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NothingGained {
    /// From this price down …
    pub from: Money,
    /// … to this.
    pub to: Money,
}

/// Prices in per cent of the lowest.
const LEVELS: [u32; 4] = [100, 110, 125, 150];

/// The lot on which prices are varied: the lowest at the usual price, another at twice it, both with half points.
fn stage(model: &PreparedModel<'_>, levels: &Levels, own: LotEntry) -> LotField {
    let half = Ratio::new(1, 2).unwrap_or(Ratio::ONE);
    let low = levels.bid(model, 0, &Ratio::ONE, &half);
    let high = levels.bid(model, 1, &Ratio::whole(2), &half);
    levels.field_of(vec![low, high, own])
}

fn own_bid(model: &PreparedModel<'_>, levels: &Levels, price: Money) -> LotEntry {
    let half = Ratio::new(1, 2).unwrap_or(Ratio::ONE);
    LotEntry { prices: vec![price], ..levels.bid(model, 2, &Ratio::ONE, &half) }
}

/// The own result before rounding, more is better; `None` where the bid is out.
fn merit(model: &PreparedModel<'_>, field: &LotField, place: usize) -> Option<Ratio> {
    let outcome = model.evaluate(field).ok()?;
    merits(model, field, &outcome).get(place)?.clone()
}

fn merits(
    model: &PreparedModel<'_>,
    field: &LotField,
    outcome: &crate::evaluation::LotOutcome,
) -> Vec<Option<Ratio>> {
    let adjuster = match model.model.kind {
        ModelKind::EvaluatedPrice(adjustment) => Adjuster::on_lot(model, adjustment, field).ok(),
        _ => None,
    };
    let of = |(bid, entry): (&Option<crate::evaluation::EvaluatedBid>, &LotEntry)| {
        let bid = bid.as_ref()?;
        Some(match (&bid.result, &adjuster) {
            (EvaluatedResult::Score { unrounded, .. }, _) => unrounded.clone(),
            (EvaluatedResult::Price(_), Some(a)) => {
                let points = bid.points.iter().map(|p| &p.unrounded);
                -a.evaluated(&Ratio::kroner(entry.price()), points)
            }
            (EvaluatedResult::Price(tiers), None) => -Ratio::kroner(tiers.first().copied()?),
        })
    };
    outcome.bids.iter().zip(&field.bids).map(of).collect()
}

pub(super) fn worth_of_points(model: &PreparedModel<'_>, levels: &Levels) -> Vec<WorthOfAPoint> {
    let mut out = Vec::new();
    for leaf in model.leaves.iter().filter(|l| *l.method == Method::Judged) {
        for percent in LEVELS {
            let price = levels.price_at(&Ratio::new(percent.into(), 100).unwrap_or(Ratio::ONE));
            let worth = worth_of_a_point(model, levels, leaf.criterion, price);
            out.push(WorthOfAPoint { criterion: leaf.criterion, price_percent: percent, worth });
        }
    }
    out
}

/// By halving: the highest price at which one point more leaves the bid no worse than before.
fn worth_of_a_point(
    model: &PreparedModel<'_>,
    levels: &Levels,
    criterion: usize,
    price: Money,
) -> Option<Money> {
    let before = merit(model, &stage(model, levels, own_bid(model, levels, price)), 2)?;
    let no_worse = |ore: i128| {
        let mut own = own_bid(model, levels, Money::from_ore(ore));
        if let Some(Some(points)) = own.judged.get_mut(criterion) {
            *points = (&*points + Ratio::ONE).reduced();
        }
        merit(model, &stage(model, levels, own), 2).is_some_and(|m| m >= before)
    };
    let (mut good, mut bad) = (price.ore(), price.ore().checked_mul(20)?);
    if !no_worse(good) {
        return Some(Money::ZERO);
    }
    if no_worse(bad) {
        return None;
    }
    while bad - good > 1 {
        let middle = good + (bad - good) / 2;
        if no_worse(middle) {
            good = middle;
        } else {
            bad = middle;
        }
    }
    Some(Money::from_ore(good - price.ore()))
}

/// Own prices from twice the lowest down to half of it, in steps of 5 %: where the lead over the best other bid does not
/// grow from one step to the next.
pub(super) fn nothing_gained(model: &PreparedModel<'_>, levels: &Levels) -> Vec<NothingGained> {
    let lead = |price: Money| {
        let field = stage(model, levels, own_bid(model, levels, price));
        let outcome = model.evaluate(&field).ok()?;
        let merits = merits(model, &field, &outcome);
        let best_other = merits.iter().take(2).flatten().max().cloned();
        let own = merits.get(2)?.clone()?;
        Some(best_other.map_or(own.clone(), |other| own - &other))
    };
    let prices: Vec<Money> = (10..=40)
        .rev()
        .map(|twentieths| levels.price_at(&Ratio::new(twentieths, 20).unwrap_or(Ratio::ONE)))
        .collect();
    let leads: Vec<Option<Ratio>> = prices.iter().map(|p| lead(*p)).collect();
    let mut out: Vec<NothingGained> = Vec::new();
    for (pair, lead) in prices.windows(2).zip(leads.windows(2)) {
        let ([from, to], [Some(dear), Some(cheap)]) = (pair, lead) else { continue };
        if cheap > dear {
            continue;
        }
        match out.last_mut() {
            Some(last) if last.to == *from => last.to = *to,
            _ => out.push(NothingGained { from: *from, to: *to }),
        }
    }
    out
}
