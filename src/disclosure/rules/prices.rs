//! Prices of lots, unit prices and discounts, with public tariffs and volumes between them.

use super::Rule;
use crate::{
    disclosure::{
        fact::{Fact, Range},
        reader::{Derived, Reader},
    },
    number::{Percent, Ratio, UnitPrice, Volume},
    pricing::{CapEffect, Supposed},
    tender::PriceForm,
};

/// Discounts run from -100 to 100 per cent, in ten-thousandths of one.
const MOST_PARTS: i64 = Percent::HUNDRED_PARTS;
/// Of such parts: two decimals.
const TWO_DECIMALS: i64 = 100;

fn kroner(price: UnitPrice) -> Ratio {
    Ratio::kroner(price.into())
}

fn percent(parts: i64) -> Ratio {
    Ratio::new(parts.into(), 10_000).unwrap_or(Ratio::ZERO)
}

/// The price of a lot less what is known of its procedures leaves the one unit price that is not known: at once in a lot of
/// one procedure. Where the cap is paid while it is in force, the unit price behind the scored one follows.
pub(super) fn last_unit_price(reader: &Reader<'_>, found: &mut Vec<Derived>) {
    for bid in reader.bids() {
        for lot in 0..reader.lots() {
            let price = Fact::Price { bid, lot };
            let Some(total) = reader.range(price) else { continue };
            let (mut rest, mut from, mut unknown) = (total.clone(), vec![price], Vec::new());
            for &procedure in reader.procedures(lot) {
                let volume = reader.volume(procedure);
                let fact = Fact::UnitPrice { bid, procedure };
                match reader.range(fact).and_then(|unit| scored(reader, procedure, unit)) {
                    Some(unit) => {
                        rest = rest.minus(&unit.times(&volume_of(volume)));
                        from.push(fact);
                    }
                    None if volume == Volume::ZERO => {}
                    None => unknown.push(procedure),
                }
            }
            let &[procedure] = unknown.as_slice() else { continue };
            let scored = rest.over(&volume_of(reader.volume(procedure)));
            if let Some(range) = scored.and_then(|s| unscored(reader, procedure, &s)) {
                let fact = Fact::UnitPrice { bid, procedure };
                found.push(Derived { fact, range, rule: Rule::LastUnitPrice, from });
            }
        }
    }
}

fn volume_of(volume: Volume) -> Range {
    Range::from(Ratio::whole(i128::from(volume.count())))
}

/// The scored unit price of a unit price that is known exactly. Where adjustments move what is scored, a price and a discount
/// move apart, and nothing is said.
fn scored(reader: &Reader<'_>, procedure: usize, unit: &Range) -> Option<Range> {
    if reader.prices.moves_scored_prices(reader.cap) {
        return None;
    }
    let ore = (unit.exact()? * Ratio::whole(100)).to_whole()?;
    let unit = UnitPrice::from_ore(i64::try_from(ore).ok()?)?;
    reader
        .prices
        .supposed_scored(reader.cap, Supposed::Price(unit), procedure)
        .map(|price| Range::from(kroner(price)))
}

/// The unit prices behind a scored one: the same where no cap is paid. Where one is, those that would be scored so; the scored
/// price never falls as the price rises, so both ends are found by halving. Where the cap itself is scored, any price at or
/// above it may stand behind it.
fn unscored(reader: &Reader<'_>, procedure: usize, scored: &Range) -> Option<Range> {
    if reader.cap == CapEffect::None {
        return Some(scored.clone());
    }
    let at = |ore: i64| {
        let unit = UnitPrice::from_ore(ore)?;
        reader.prices.supposed_scored(reader.cap, Supposed::Price(unit), procedure).map(kroner)
    };
    // rounding to whole øre may have moved a mean by half of one
    let half_an_ore = Ratio::new(1, 200)?;
    let wide = scored.wider(&half_an_ore);
    let least = first_price(|ore| at(ore).is_none_or(|price| price >= wide.least));
    let beyond = first_price(|ore| at(ore).is_none_or(|price| price > wide.most));
    (beyond > least).then(|| Range::between(in_kroner(least), in_kroner(beyond - 1)))
}

fn in_kroner(ore: i64) -> Ratio {
    Ratio::new(ore.into(), 100).unwrap_or(Ratio::ZERO)
}

/// The least price in øre for which something holds that holds for all higher ones too.
fn first_price(holds: impl Fn(i64) -> bool) -> i64 {
    let (mut fails, mut good) = (-1, UnitPrice::LIMIT_ORE);
    while good - fails > 1 {
        let middle = fails + (good - fails) / 2;
        if holds(middle) {
            good = middle;
        } else {
            fails = middle;
        }
    }
    good
}

/// One discount off the public tariff gives this price. Where bids state one discount alone, any discount that fits; where
/// they may state discounts among other things, only one with at most two decimals that fits a known price to the øre, since
/// other bids do not come to such a price by chance.
pub(super) fn discount_from_price(reader: &Reader<'_>, found: &mut Vec<Derived>) {
    let form = reader.tender.pricing.form;
    if form == PriceForm::Price || reader.tender.pricing.discount_base.is_none() {
        return;
    }
    for bid in reader.bids() {
        for lot in 0..reader.lots() {
            let price = Fact::Price { bid, lot };
            let Some(total) = reader.range(price) else { continue };
            let Some((least, most)) = discounts_that_fit(reader, lot, total) else { continue };
            let round = (most.div_euclid(TWO_DECIMALS) * TWO_DECIMALS) >= least;
            if form == PriceForm::OneDiscount || total.exact().is_some() && round {
                let range = Range::between(percent(least), percent(most));
                let fact = Fact::Discount { bid };
                found.push(Derived { fact, range, rule: Rule::DiscountFromPrice, from: vec![price] });
            }
        }
    }
}

/// The least and the largest discount at which the whole lot costs what is known of its price. The price never rises with
/// the discount, so both are found by halving.
fn discounts_that_fit(reader: &Reader<'_>, lot: usize, total: &Range) -> Option<(i64, i64)> {
    let at = |parts: i64| reader.price_at(lot, Percent::from_parts(parts));
    // the least discount with a price at or below the most, and the least one with a price below the least
    let least = first_where(|parts| at(parts).map(|price| price <= total.most))?;
    let beyond = first_where(|parts| at(parts).map(|price| price < total.least)).unwrap_or(MOST_PARTS + 1);
    let fits = at(least).is_some_and(|price| price >= total.least);
    (fits && beyond > least).then_some((least, beyond - 1))
}

/// The least discount for which something holds that holds for all larger ones too.
fn first_where(holds: impl Fn(i64) -> Option<bool>) -> Option<i64> {
    if !holds(MOST_PARTS)? {
        return None;
    }
    let (mut fails, mut good) = (-MOST_PARTS - 1, MOST_PARTS);
    while good - fails > 1 {
        let middle = fails + (good - fails) / 2;
        if holds(middle)? {
            good = middle;
        } else {
            fails = middle;
        }
    }
    Some(good)
}

/// Where bids state one discount alone, one unit price tells it: 100 × (1 − price / tariff), to within the rounding of øre.
pub(super) fn discount_from_unit_price(reader: &Reader<'_>, found: &mut Vec<Derived>) {
    let base = reader.tender.pricing.discount_base;
    let Some(base) = base.filter(|_| reader.tender.pricing.form == PriceForm::OneDiscount) else { return };
    let half_an_ore = Ratio::new(1, 200).unwrap_or(Ratio::ZERO);
    for bid in reader.bids() {
        for procedure in 0..reader.tender.procedures.len() {
            let known = Fact::UnitPrice { bid, procedure };
            let (Some(unit), Some(tariff)) = (reader.range(known), reader.prices.price(base, procedure))
            else {
                continue;
            };
            let kept = unit.wider(&half_an_ore).over(&kroner(tariff).into());
            if let Some(kept) = kept {
                let range = Range::from(Ratio::ONE).minus(&kept).times(&Ratio::whole(100).into());
                let fact = Fact::Discount { bid };
                found.push(Derived { fact, range, rule: Rule::DiscountFromUnitPrice, from: vec![known] });
            }
        }
    }
}

/// A discount off the public tariff is the unit price of every procedure that has one there.
pub(super) fn unit_price_from_discount(reader: &Reader<'_>, found: &mut Vec<Derived>) {
    for bid in reader.bids() {
        let known = Fact::Discount { bid };
        let Some(discount) = reader.range(known) else { continue };
        let (Some(least), Some(most)) = (parts(&discount.least), parts(&discount.most)) else { continue };
        for procedure in 0..reader.tender.procedures.len() {
            let at = |parts| reader.unit_at(procedure, Percent::from_parts(parts)).map(kroner);
            if let (Some(high), Some(low)) = (at(least), at(most)) {
                let range = Range::between(low, high);
                let fact = Fact::UnitPrice { bid, procedure };
                found.push(Derived { fact, range, rule: Rule::UnitPriceFromDiscount, from: vec![known] });
            }
        }
    }
}

/// A discount in ten-thousandths of a per cent, to the nearest.
fn parts(percent: &Ratio) -> Option<i64> {
    let parts = (percent * Ratio::whole(10_000)).rounded(0, crate::number::Rounding::HalfUp).to_whole()?;
    i64::try_from(parts).ok().filter(|p| p.abs() <= MOST_PARTS)
}

/// Unit prices times public volumes are the price of a lot: one discount tells the price on every lot.
pub(super) fn price_from_unit_prices(reader: &Reader<'_>, found: &mut Vec<Derived>) {
    for bid in reader.bids() {
        for lot in 0..reader.lots() {
            let (mut sum, mut from) = (Range::from(Ratio::ZERO), Vec::new());
            for &procedure in reader.procedures(lot) {
                let fact = Fact::UnitPrice { bid, procedure };
                let Some(unit) = reader.range(fact).and_then(|u| scored(reader, procedure, u)) else { break };
                sum = sum.plus(&unit.times(&volume_of(reader.volume(procedure))));
                from.push(fact);
            }
            if from.len() == reader.procedures(lot).len() && !from.is_empty() {
                let fact = Fact::Price { bid, lot };
                found.push(Derived { fact, range: sum, rule: Rule::PriceFromUnitPrices, from });
            }
        }
    }
}
