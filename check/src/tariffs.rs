//! Tariff prices, the days that they count, and what the fallback costs (`docs/reference/rules.md`, "Unit prices" 1, 4, 7).

use std::collections::BTreeMap;

use num_traits::One;

use super::{
    calendar::Span,
    canonical::Reading,
    exact::{Exact, HUNDRED_PER_CENT, half_up, is_price, nearest, whole},
    facts::{Basis, Facts, TENDER},
    fault::unreadable,
    timeline::{Stretch, stretches},
};

/// Prices by procedure, in øre; `None` where a tariff has none.
pub(super) type PriceList = Vec<Option<i128>>;

/// What the tariffs give for every procedure.
#[derive(Debug)]
pub(super) struct Prices {
    pub(super) base: PriceList,
    pub(super) cap: PriceList,
    /// Of the whole volume.
    pub(super) fallback: PriceList,
    /// Days of the contract with the cap tariff in force, and all its days; `None` without a cap or a contract.
    pub(super) days: Option<(i64, i64)>,
    /// Where prices are adjusted over the contract: its stretches. `base` and `cap` are then those of the first day.
    pub(super) stretches: Vec<Stretch>,
}

pub(super) fn prices(facts: &Facts) -> Reading<Prices> {
    let stretches = stretches(facts)?;
    let lists = all_lists(facts, &|_| whole(1))?;
    let named =
        |id: &str| lists.get(id).cloned().ok_or_else(|| unreadable(TENDER, format!("tariff.\"{id}\""), ""));
    let nothing = || vec![None; facts.procedures.len()];
    let cap = facts.cap.as_ref();
    let days = match (cap.and_then(|c| facts.tariffs.get(&c.tariff)), facts.contract) {
        (Some(tariff), Some(contract)) => {
            let capped = tariff.in_force.map_or(contract, |span| span.overlap(contract));
            Some((capped.days(), contract.days()))
        }
        _ => None,
    };
    if days.is_none() && cap.is_some_and(|c| c.above.pays_cap()) {
        return Err(unreadable(TENDER, "contract", ""));
    }
    for id in &facts.fallback {
        named(id)?;
    }
    let base = facts.discount_base.as_ref().map_or_else(|| Ok(nothing()), |id| named(id))?;
    let cap = cap.map_or_else(|| Ok(nothing()), |c| named(&c.tariff))?;
    Ok(match stretches.first() {
        None => Prices { base, cap, fallback: fallback(facts, &lists), days, stretches },
        Some(first) => Prices {
            base: first.base.clone(),
            cap: first.cap.clone(),
            fallback: fallback_by_stretches(facts, &stretches),
            days,
            stretches,
        },
    })
}

/// Every tariff; a derived one from the tariff that it is derived from, rounded at each step of a chain. A listed price is
/// moved by the factor of its tariff first, in whole øre.
pub(super) fn all_lists<'f>(
    facts: &'f Facts,
    factor: &dyn Fn(&str) -> Exact,
) -> Reading<BTreeMap<&'f str, PriceList>> {
    let mut lists: BTreeMap<&str, PriceList> = BTreeMap::new();
    for (id, tariff) in &facts.tariffs {
        if let Basis::Listed = tariff.basis {
            let factor = factor(id);
            let moved =
                |price: i128| if factor.is_one() { Some(price) } else { nearest(&(whole(price) * &factor)) };
            let list: PriceList =
                facts.procedures.iter().map(|p| p.listed.get(id).copied().and_then(moved)).collect();
            if list.iter().flatten().any(|price| !is_price(price / 4)) {
                return Err(unreadable(TENDER, format!("tariff.\"{id}\""), ""));
            }
            lists.insert(id, list);
        }
    }
    while lists.len() < facts.tariffs.len() {
        let before = lists.len();
        for (id, tariff) in &facts.tariffs {
            let Basis::Derived { from, reduction, round_to } = &tariff.basis else { continue };
            let Some(base) = lists.get(from.as_str()).filter(|_| !lists.contains_key(id.as_str())) else {
                continue;
            };
            let list: PriceList =
                base.iter().map(|price| price.map(|p| derived(p, *reduction, *round_to))).collect();
            if list.iter().flatten().any(|price| !is_price(*price)) {
                return Err(unreadable(TENDER, format!("tariff.\"{id}\""), ""));
            }
            lists.insert(id, list);
        }
        if lists.len() == before {
            return Err(unreadable(TENDER, "tariff", ""));
        }
    }
    Ok(lists)
}

/// `round(base x (100 - reduction) / 100)` to the step.
fn derived(base: i128, reduction: i128, step: i128) -> i128 {
    half_up(base * (HUNDRED_PER_CENT - reduction), HUNDRED_PER_CENT * step) * step
}

/// The fallback cost of the whole volume of each procedure.
fn fallback(facts: &Facts, lists: &BTreeMap<&str, PriceList>) -> PriceList {
    let days = fallback_days(facts);
    let by_days = |procedure: usize| {
        let mut sum = 0;
        let mut all = 0;
        for (tariff, count) in days.as_ref()? {
            sum += lists.get(*tariff)?.get(procedure).copied().flatten()? * i128::from(*count);
            all += i128::from(*count);
        }
        Some(half_up(sum * i128::from(facts.procedures[procedure].volume), all))
    };
    (0..facts.procedures.len())
        .map(|p| {
            let stated = facts.procedures[p].fallback_price;
            stated.map_or_else(|| by_days(p), |price| Some(price * i128::from(facts.procedures[p].volume)))
        })
        .collect()
}

/// The same where prices are adjusted: a stated price is fixed, the others are summed stretch by stretch.
fn fallback_by_stretches(facts: &Facts, stretches: &[Stretch]) -> PriceList {
    let by_days = |p: usize| {
        let (mut sum, mut all) = (0, 0);
        for stretch in stretches {
            sum += stretch.fallback_prices[p]? * i128::from(stretch.days.days());
            all += i128::from(stretch.days.days());
        }
        Some(half_up(sum * i128::from(facts.procedures[p].volume), all))
    };
    let stated =
        |p: usize| Some(facts.procedures[p].fallback_price? * i128::from(facts.procedures[p].volume));
    (0..facts.procedures.len()).map(|p| stated(p).or_else(|| by_days(p))).collect()
}

/// On how many days of the contract each fallback tariff is the first in force; `None` where on some day none is. One
/// tariff without a contract counts alone.
fn fallback_days(facts: &Facts) -> Option<Vec<(&str, i64)>> {
    let Some(contract) = facts.contract else {
        return match facts.fallback.as_slice() {
            [one] => Some(vec![(one, 1)]),
            _ => None,
        };
    };
    // the days on which something begins, or is the first day after something
    let spans: Vec<(&str, Option<Span>)> =
        facts.fallback.iter().map(|id| (id.as_str(), facts.tariffs[id].in_force)).collect();
    let mut turns = vec![contract.from, contract.until + 1];
    for span in spans.iter().filter_map(|(_, s)| *s) {
        turns.extend([span.from, span.until + 1].into_iter().filter(|d| contract.has(*d)));
    }
    turns.sort_unstable();
    turns.dedup();
    let mut days: BTreeMap<&str, i64> = BTreeMap::new();
    for (from, after) in turns.iter().zip(turns.iter().skip(1)) {
        let (id, _) = spans.iter().find(|(_, span)| span.is_none_or(|s| s.has(*from)))?;
        *days.entry(id).or_default() += after - from;
    }
    Some(days.into_iter().collect())
}
