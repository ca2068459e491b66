//! Prices that move over the contract (`docs/reference/rules.md`, "Unit prices" 8): the stretches of days on which nothing
//! changes, and what the adjustments make of prices on each.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    calendar::{Span, parse_day},
    canonical::Reading,
    exact::{Exact, HUNDRED_PER_CENT, nearest, parse_exact, whole},
    facts::{Adjustment, Basis, Facts, TENDER},
    fault::{FaultCode, Faults, unreadable},
    json::Spot,
    lines::{CapRule, Line, Stated, less},
    tariffs::{PriceList, all_lists},
};

const RULE: &str = "unit-prices-8";

/// Days on which no price and nothing in force changes.
#[derive(Debug)]
pub(super) struct Stretch {
    pub(super) days: Span,
    pub(super) cap_in_force: bool,
    /// The first fallback tariff in force.
    pub(super) fallback: Option<String>,
    /// Prices of the discount base, of the cap tariff and of the fallback tariff.
    pub(super) base: PriceList,
    pub(super) cap: PriceList,
    pub(super) fallback_prices: PriceList,
    /// What moves a price stated in kroner, and one that comes from a discount beyond what moves its base.
    stated: Exact,
    discounted: Exact,
    /// By `tariff:ID` and `prices`.
    factors: BTreeMap<String, Exact>,
}

/// The stretches of a contract with adjustments, in order of time; none without adjustments.
pub(super) fn stretches(facts: &Facts) -> Reading<Vec<Stretch>> {
    if facts.adjustments.is_empty() {
        return Ok(Vec::new());
    }
    let contract = facts.contract.ok_or_else(|| unreadable(TENDER, "contract", ""))?;
    let mut turns: BTreeSet<i64> = [contract.from].into();
    turns.extend(facts.adjustments.iter().map(|a| a.from).filter(|day| contract.has(*day)));
    let cap = facts.cap.as_ref().map(|c| &c.tariff);
    for span in facts.fallback.iter().chain(cap).filter_map(|id| facts.tariffs.get(id)?.in_force) {
        turns.extend([span.from, span.until + 1].into_iter().filter(|day| contract.has(*day)));
    }
    let lasts = turns.iter().skip(1).map(|next| next - 1).chain([contract.until]);
    turns.iter().zip(lasts).map(|(from, until)| stretch(facts, Span { from: *from, until })).collect()
}

fn stretch(facts: &Facts, days: Span) -> Reading<Stretch> {
    let in_force =
        |id: &str| facts.tariffs.get(id).is_some_and(|t| t.in_force.is_none_or(|s| s.has(days.from)));
    let factor = |counts: &dyn Fn(&Adjustment) -> bool| -> Exact {
        let counting = facts.adjustments.iter().filter(|a| a.from <= days.from && counts(a));
        counting.map(|a| Exact::new((HUNDRED_PER_CENT + a.percent).into(), HUNDRED_PER_CENT.into())).product()
    };
    let names = |a: &Adjustment, word: &str| a.applies_to.iter().any(|w| w == word);
    let of_tariff = |id: &str| factor(&|a| names(a, &format!("tariff:{id}")));
    let lists = all_lists(facts, &of_tariff)?;
    let list = |id: Option<&String>| {
        id.and_then(|id| lists.get(id.as_str()).cloned())
            .unwrap_or_else(|| vec![None; facts.procedures.len()])
    };
    let base_word = facts.discount_base.as_ref().map(|id| format!("tariff:{}", listed_base(facts, id)));
    let fallback = facts.fallback.iter().find(|id| in_force(id)).cloned();
    let mut factors: BTreeMap<String, Exact> = facts
        .adjustments
        .iter()
        .flat_map(|a| &a.applies_to)
        .map(|word| (word.clone(), factor(&|a| names(a, word))))
        .collect();
    factors.entry("prices".to_owned()).or_insert_with(|| whole(1));
    Ok(Stretch {
        days,
        cap_in_force: facts.cap.as_ref().is_some_and(|c| in_force(&c.tariff)),
        base: list(facts.discount_base.as_ref()),
        cap: list(facts.cap.as_ref().map(|c| &c.tariff)),
        fallback_prices: list(fallback.as_ref()),
        fallback,
        stated: factor(&|a| names(a, "prices")),
        discounted: factor(&|a| names(a, "prices") && base_word.as_ref().is_none_or(|base| !names(a, base))),
        factors,
    })
}

/// The adjustments that count on some day of the contract.
fn in_time(facts: &Facts) -> impl Iterator<Item = &Adjustment> {
    facts.adjustments.iter().filter(|a| facts.contract.is_some_and(|c| a.from <= c.until))
}

/// The listed tariff that a tariff rests on.
fn listed_base<'f>(facts: &'f Facts, id: &'f str) -> &'f str {
    let mut at = id;
    for _ in 0..facts.tariffs.len() {
        match facts.tariffs.get(at).map(|t| &t.basis) {
            Some(Basis::Derived { from, .. }) => at = from,
            _ => break,
        }
    }
    at
}

impl Stretch {
    /// The unit price of what is stated, on these days.
    pub(super) fn unit(&self, stated: Stated, procedure: usize) -> Option<i128> {
        match stated {
            Stated::Nothing => None,
            Stated::Price(price) => nearest(&(whole(price) * &self.stated)),
            Stated::Discount(discount) => {
                let kept = self.base[procedure]? * (HUNDRED_PER_CENT - discount);
                nearest(&(whole(kept) * &self.discounted / whole(HUNDRED_PER_CENT)))
            }
        }
    }

    /// What is paid for one on a day: the lower of price and cap while the cap is paid.
    fn paid(&self, unit: i128, procedure: usize, pays_cap: bool) -> i128 {
        match self.cap[procedure].filter(|_| pays_cap && self.cap_in_force) {
            Some(cap) => unit.min(cap),
            None => unit,
        }
    }
}

/// The sum over the contract's days of what is paid for one procedure; `None` where it has no price.
pub(super) fn day_sum(
    stretches: &[Stretch],
    rule: CapRule,
    line: Line,
    procedure: usize,
    discount: i128,
) -> Option<i128> {
    let mut sum = 0_i128;
    for stretch in stretches {
        let unit = less(stretch.unit(line.stated, procedure)?, discount);
        let paid = stretch.paid(unit, procedure, rule.pays_cap());
        sum = sum.checked_add(paid.checked_mul(stretch.days.days().into())?)?;
    }
    Some(sum)
}

/// The first day on which a price that moves passes the cap that is paid: the day, the price, the cap.
pub(super) fn first_capped(
    stretches: &[Stretch],
    rule: CapRule,
    line: Line,
    procedure: usize,
) -> Option<(i64, i128, i128)> {
    stretches.iter().find_map(|stretch| {
        let unit = stretch.unit(line.stated, procedure)?;
        let paid = stretch.paid(unit, procedure, rule.pays_cap());
        (paid < unit).then_some((stretch.days.from, unit, paid))
    })
}

/// `adjustments` and `day-by-day` of the evaluation: every adjustment, every day, the factors of each.
pub(super) fn check(facts: &Facts, stretches: &[Stretch], evaluation: &Spot<'_>, faults: &mut Faults) {
    let (adjustments, rows) = (evaluation.get("adjustments"), evaluation.get("day-by-day"));
    if stretches.is_empty() {
        for spot in [adjustments, rows] {
            if !spot.is_null() {
                faults.add(spot.fault_of(FaultCode::EntryInvented, "", RULE));
            }
        }
        return;
    }
    check_adjustments(facts, &adjustments, faults);
    let mut next = facts.contract.map_or(0, |c| c.from);
    for row in rows.items() {
        let (from, until) = (parse_day(row.text_of("from")), parse_day(row.text_of("until")));
        let own = |s: &&Stretch| from.is_some_and(|d| s.days.has(d));
        let (Some(from), Some(until), Some(first)) = (from, until, stretches.iter().find(own)) else {
            faults.add(row.fault_of(FaultCode::FigureDiffers, "", RULE));
            return;
        };
        if from != next || until < from {
            faults.add(row.fault_of(FaultCode::FigureDiffers, "", RULE));
            return;
        }
        next = until + 1;
        let days = u64::try_from(until - from + 1).ok();
        row.get("days").count(days, FaultCode::FigureDiffers, RULE, faults);
        let cap = facts.cap.as_ref().map(|_| first.cap_in_force);
        if row.get("cap-in-force").value.as_bool() != cap {
            faults.add(row.get("cap-in-force").fault(FaultCode::WordDiffers, "", RULE));
        }
        row.get("fallback").word(first.fallback.as_deref(), FaultCode::WordDiffers, RULE, faults);
        for (word, factor) in &first.factors {
            row.get("factors").get(word).number(Some(factor), RULE, faults);
        }
        let within = stretches.iter().filter(|s| s.days.from > from && s.days.from <= until);
        let same = |s: &Stretch| {
            s.cap_in_force == first.cap_in_force && s.fallback == first.fallback && s.factors == first.factors
        };
        if within.into_iter().any(|s| !same(s)) {
            faults.add(row.fault_of(FaultCode::EntryMissing, "", RULE));
        }
    }
    if facts.contract.is_some_and(|c| next != c.until + 1) {
        faults.add(rows.fault_of(FaultCode::EntryMissing, "", RULE));
    }
}

/// Each adjustment once.
fn check_adjustments(facts: &Facts, list: &Spot<'_>, faults: &mut Faults) {
    type Told = (i64, Exact, Vec<String>);
    let mut should: Vec<Told> = in_time(facts)
        .map(|a| (a.from, Exact::new(a.percent.into(), 10_000.into()), a.applies_to.clone()))
        .collect();
    for spot in list.items() {
        let percent = parse_exact(spot.text_of("percent"));
        let mut words: Vec<String> = spot.get("applies-to").items().map(|w| w.text().to_owned()).collect();
        words.sort_unstable();
        let told = parse_day(spot.text_of("from")).zip(percent).map(|(from, percent)| (from, percent, words));
        match should.iter().position(|own| Some(own) == told.as_ref()) {
            Some(at) => drop(should.remove(at)),
            None => faults.add(spot.fault_of(FaultCode::EntryInvented, "", RULE)),
        }
    }
    if !should.is_empty() {
        faults.add(list.fault_of(FaultCode::EntryMissing, "", RULE));
    }
}
