//! What a framework demands of its mini-tenders: length, period, standstill, discount base, cap, currency, and the evaluation
//! model line by line.

use jiff::{Span, civil::Date};
use rust_decimal::Decimal;

use super::resolve::{Resolution, needs_cap};
use crate::{
    number::Ratio,
    pricing::{Overlay, TariffPrices},
    tender::{Criterion, Problem, ProblemCode, Tender, Worth, canonical},
};

/// Reports each of them that is not kept.
pub(super) fn report_terms(resolution: &mut Resolution<'_>) {
    report_contract(resolution);
    report_standstill(resolution);
    report_discount_base(resolution);
    let (own, parent) = (&resolution.own.head, &resolution.parent.tender.head);
    if own.currency != parent.currency {
        let problem = Problem::new(ProblemCode::OtherCurrency, own.place)
            .with("currency", own.currency.as_str())
            .with("framework", parent.currency.as_str());
        resolution.report(problem, parent.place);
    }
    if needs_cap(resolution) {
        resolution.report(
            Problem::new(ProblemCode::FrameworkNeedsCap, resolution.invitation.place),
            resolution.terms.place,
        );
    }
}

/// The contract begins while the framework runs and when the standstill is over, and is not too long. It may end after the
/// framework does.
fn report_contract(resolution: &mut Resolution<'_>) {
    let (own, parent, terms) = (&resolution.own.head, &resolution.parent.tender.head, resolution.terms);
    let place = own.contract_place.unwrap_or(own.place);
    let Some(contract) = own.contract else {
        if parent.contract.is_some() || terms.max_months.is_some() || terms.standstill_days.is_some() {
            let problem = Problem::new(ProblemCode::FrameworkNeedsContract, place)
                .with("framework", resolution.framework_id());
            let theirs = terms.max_months.or(terms.standstill_days).map(|(_, place)| place);
            resolution.report(problem, theirs.or(parent.contract_place).unwrap_or(terms.place));
        }
        return;
    };
    if let Some(runs) = parent.contract.filter(|runs| !runs.contains(contract.from)) {
        let problem = Problem::new(ProblemCode::OutsideFrameworkPeriod, place)
            .with("from", contract.from)
            .with("first", runs.from)
            .with("last", runs.until);
        resolution.report(problem, parent.contract_place.unwrap_or(parent.place));
    }
    if let Some((months, theirs)) = terms.max_months
        && let Some(last) = last_day(contract.from, months)
        && contract.until > last
    {
        let problem = Problem::new(ProblemCode::LongerThanFramework, place)
            .with("until", contract.until)
            .with("months", months)
            .with("last", last);
        resolution.report(problem, theirs);
    }
    if let (Some((days, theirs)), Some(deadline)) = (terms.standstill_days, own.deadline_day())
        && let Ok(first) = deadline.checked_add(Span::new().days(i64::from(days) + 1))
        && contract.from < first
    {
        let problem = Problem::new(ProblemCode::WithinStandstill, place)
            .with("from", contract.from)
            .with("days", days)
            .with("first", first);
        resolution.report(problem, theirs);
    }
}

/// A mini-tender waits at least as long as its framework says.
fn report_standstill(resolution: &mut Resolution<'_>) {
    let own = resolution.own.standstill.as_ref().and_then(|s| s.days);
    if let (Some((days, place)), Some((least, theirs))) = (own, resolution.terms.standstill_days)
        && days < least
    {
        let problem = Problem::new(ProblemCode::StandstillBelowFramework, place)
            .with("days", days)
            .with("framework", resolution.framework_id())
            .with("least", least);
        resolution.report(problem, theirs);
    }
}

/// The last day of a number of months from a day: from 1 March six months end on 31 August.
fn last_day(from: Date, months: u32) -> Option<Date> {
    from.checked_add(Span::new().months(i64::from(months))).ok()?.yesterday().ok()
}

/// Discounts are taken off the same tariff at the same prices. A mini-tender without a discount base asks for prices, which
/// is no other base.
fn report_discount_base(resolution: &mut Resolution<'_>) {
    let (own, parent) = (resolution.own, &resolution.parent.tender);
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
        resolution.report(problem, at);
        return;
    };
    let prices = |tender: &Tender| TariffPrices::new(tender, &Overlay::default()).ok();
    let (Some(ours), Some(framework)) = (prices(own), prices(parent)) else { return };
    // where the framework adjusts prices, as on the mini-tender's first day
    let stage = own.head.contract.map_or(0, |contract| framework.stage_on(contract.from));
    for (i, procedure) in own.procedures.iter().enumerate() {
        let Some(j) = resolution.theirs.get(i).copied().flatten() else { continue };
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
        resolution.report(problem, theirs);
    }
}

/// Reports each difference between the two models that `weights` does not allow. The models are compared as their canonical
/// texts, so that nothing which decides is left out.
pub(super) fn report_model(resolution: &mut Resolution<'_>) {
    report_criteria(resolution);
    let (own, parent) = (&resolution.own.evaluation, &resolution.parent.tender.evaluation);
    for difference in canonical::model_differences(resolution.own, &resolution.parent.tender) {
        let Some(path) = difference.path.strip_prefix("evaluation.") else { continue };
        let ours = own.criteria.iter().find(|c| is_about(path, &c.id));
        let theirs = parent.criteria.iter().find(|c| is_about(path, &c.id));
        let (place, at) = match (ours, theirs) {
            (Some(ours), Some(theirs)) => {
                if is_figure(path)
                    && counted_figure(ours)
                        .is_some_and(|f| counted_figure(theirs).is_some_and(|t| f.0 == t.0))
                {
                    continue;
                }
                (ours.place, theirs.place)
            }
            // a criterion of one side alone is reported as a whole
            (Some(_), None) | (None, Some(_)) => continue,
            (None, None) => (own.place, parent.place),
        };
        let mut problem = Problem::new(ProblemCode::DiffersFromFramework, place).with("what", path);
        if let Some(ours) = difference.ours {
            problem = problem.with("own", ours);
        }
        if let Some(theirs) = difference.theirs {
            problem = problem.with("framework", theirs);
        }
        resolution.report(problem, at);
    }
}

/// The same criteria on both sides, each counting what it may.
fn report_criteria(resolution: &mut Resolution<'_>) {
    let (own, parent) = (&resolution.own.evaluation, &resolution.parent.tender.evaluation);
    for criterion in &own.criteria {
        let Some(index) = parent.criteria.iter().position(|c| c.id == criterion.id) else {
            let problem = Problem::new(ProblemCode::CriterionNotInFramework, criterion.place)
                .with("criterion", criterion.id.as_str())
                .with("framework", resolution.framework_id());
            resolution.report(problem, parent.place);
            continue;
        };
        let Some((theirs, (sort, counts))) = parent.criteria.get(index).zip(counted_figure(criterion)) else {
            continue;
        };
        let Some((other_sort, other)) = counted_figure(theirs) else { continue };
        if sort != other_sort {
            continue;
        }
        let range = resolution.terms.weights.iter().find(|r| r.criterion == index);
        let (least, most, at) = range.map_or((other, other, theirs.place), |r| (r.least, r.most, r.place));
        if counts < least || counts > most {
            let problem = Problem::new(ProblemCode::WeightOutsideRange, criterion.place)
                .with("criterion", criterion.id.as_str())
                .with("weight", Ratio::from(counts))
                .with("least", Ratio::from(least))
                .with("most", Ratio::from(most));
            resolution.report(problem, at);
        }
    }
    for criterion in &parent.criteria {
        if !own.criteria.iter().any(|c| c.id == criterion.id) {
            let problem = Problem::new(ProblemCode::FrameworkCriterionMissing, own.place)
                .with("criterion", criterion.id.as_str())
                .with("framework", resolution.framework_id());
            resolution.report(problem, criterion.place);
        }
    }
}

/// What a criterion counts, and in which key.
fn counted_figure(criterion: &Criterion) -> Option<(&'static str, Decimal)> {
    match (criterion.weight, criterion.worth) {
        (Some(weight), _) => Some(("weight", weight)),
        (None, Some(Worth::Value(value))) => {
            let ore = Decimal::try_from_i128_with_scale(value.ore(), 2).ok()?;
            Some(("value", ore))
        }
        (None, Some(Worth::ValuePercent(percent))) => Some(("value-percent", percent.to_decimal())),
        (None, Some(Worth::Uplift(percent))) => Some(("uplift", percent.to_decimal())),
        (None, None) => None,
    }
}

/// Whether a canonical path (without `evaluation.`) is about this criterion.
fn is_about(path: &str, id: &str) -> bool {
    let quoted = format!("criterion.\"{}\".", id.replace('\\', "\\\\").replace('"', "\\\""));
    path.starts_with(&quoted)
}

fn is_figure(path: &str) -> bool {
    ["weight", "value", "value-percent", "uplift"].iter().any(|key| path.ends_with(&format!("\".{key}")))
}
