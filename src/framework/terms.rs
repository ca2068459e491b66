//! What else a framework says of its mini-tenders: length, period, standstill, discount base, cap, currency.

use jiff::{Span, civil::Date};

use super::enter::{Entry, needs_cap};
use crate::{
    pricing::{Overlay, TariffPrices},
    tender::{Problem, ProblemCode, Tender},
};

/// Tells each of them that is not kept.
pub(super) fn tell(entry: &mut Entry<'_>) {
    tell_contract(entry);
    tell_standstill(entry);
    tell_discount_base(entry);
    let (own, parent) = (&entry.own.head, &entry.parent.tender.head);
    if own.currency != parent.currency {
        let problem = Problem::new(ProblemCode::OtherCurrency, own.place)
            .with("currency", own.currency.as_str())
            .with("framework", parent.currency.as_str());
        entry.tell(problem, parent.place);
    }
    if needs_cap(entry) {
        entry.tell(Problem::new(ProblemCode::FrameworkNeedsCap, entry.invitation.place), entry.terms.place);
    }
}

/// The contract begins while the framework runs and when the standstill is over, and is not too long. It may end after the
/// framework does.
fn tell_contract(entry: &mut Entry<'_>) {
    let (own, parent, terms) = (&entry.own.head, &entry.parent.tender.head, entry.terms);
    let place = own.contract_place.unwrap_or(own.place);
    let Some(contract) = own.contract else {
        if parent.contract.is_some() || terms.max_months.is_some() || terms.standstill_days.is_some() {
            let problem = Problem::new(ProblemCode::FrameworkNeedsContract, place)
                .with("framework", entry.framework_id());
            let theirs = terms.max_months.or(terms.standstill_days).map(|(_, place)| place);
            entry.tell(problem, theirs.or(parent.contract_place).unwrap_or(terms.place));
        }
        return;
    };
    if let Some(runs) = parent.contract.filter(|runs| !runs.contains(contract.from)) {
        let problem = Problem::new(ProblemCode::OutsideFrameworkPeriod, place)
            .with("from", contract.from)
            .with("first", runs.from)
            .with("last", runs.until);
        entry.tell(problem, parent.contract_place.unwrap_or(parent.place));
    }
    if let Some((months, theirs)) = terms.max_months
        && let Some(last) = last_day(contract.from, months)
        && contract.until > last
    {
        let problem = Problem::new(ProblemCode::LongerThanFramework, place)
            .with("until", contract.until)
            .with("months", months)
            .with("last", last);
        entry.tell(problem, theirs);
    }
    if let (Some((days, theirs)), Some(deadline)) = (terms.standstill_days, own.deadline_day())
        && let Ok(first) = deadline.checked_add(Span::new().days(i64::from(days) + 1))
        && contract.from < first
    {
        let problem = Problem::new(ProblemCode::WithinStandstill, place)
            .with("from", contract.from)
            .with("days", days)
            .with("first", first);
        entry.tell(problem, theirs);
    }
}

/// A mini-tender waits at least as long as its framework says.
fn tell_standstill(entry: &mut Entry<'_>) {
    let own = entry.own.standstill.as_ref().and_then(|s| s.days);
    if let (Some((days, place)), Some((least, theirs))) = (own, entry.terms.standstill_days)
        && days < least
    {
        let problem = Problem::new(ProblemCode::StandstillBelowFramework, place)
            .with("days", days)
            .with("framework", entry.framework_id())
            .with("least", least);
        entry.tell(problem, theirs);
    }
}

/// The last day of so many months from a day: from 1 March six months end on 31 August.
fn last_day(from: Date, months: u32) -> Option<Date> {
    from.checked_add(Span::new().months(i64::from(months))).ok()?.yesterday().ok()
}

/// Discounts are taken off the same tariff at the same prices. A mini-tender without a discount base asks for prices, which
/// is no other base.
fn tell_discount_base(entry: &mut Entry<'_>) {
    let (own, parent) = (entry.own, &entry.parent.tender);
    let Some(base) = own.pricing.discount_base else { return };
    let place = own.pricing.place.unwrap_or(own.head.place);
    let at = parent.pricing.place.unwrap_or(parent.head.place);
    let id =
        |tender: &Tender, tariff: usize| tender.tariffs.get(tariff).map(|t| t.id.clone()).unwrap_or_default();
    let theirs = parent.pricing.discount_base;
    let Some(theirs) = theirs.filter(|t| id(parent, *t) == id(own, base)) else {
        let mut problem = Problem::new(ProblemCode::OtherDiscountBase, place).with("tariff", id(own, base));
        if let Some(other) = theirs {
            problem = problem.with("framework", id(parent, other));
        }
        entry.tell(problem, at);
        return;
    };
    let prices = |tender: &Tender| TariffPrices::new(tender, &Overlay::default()).ok();
    let (Some(ours), Some(framework)) = (prices(own), prices(parent)) else { return };
    // where the framework adjusts prices, as on the mini-tender's first day
    let stage = own.head.contract.map_or(0, |contract| framework.stage_on(contract.from));
    for (i, procedure) in own.procedures.iter().enumerate() {
        let Some(j) = entry.theirs.get(i).copied().flatten() else { continue };
        let (price, other) = (ours.price(base, i), framework.price_at(stage, theirs, j));
        if price == other {
            continue;
        }
        let mut problem = Problem::new(ProblemCode::OtherBasePrice, procedure.place)
            .with("procedure", procedure.code.as_str())
            .with("tariff", id(own, base));
        if let Some(price) = price {
            problem = problem.with("price", price);
        }
        if let Some(other) = other {
            problem = problem.with("framework", other);
        }
        let theirs = parent.procedures.get(j).map(|p| p.place).unwrap_or_default();
        entry.tell(problem, theirs);
    }
}
