//! The rules on a bid's lot.

use super::{
    super::{
        facts::{AboveCap, Missing},
        findings::{Arg, Expected, Severity},
        lines::{CapRule, Offer, is_above, lot_figures},
        timeline::first_capped,
    },
    BidView, LotStanding,
};

/// Missing procedures fail the bid on the lot, unless the tender prices them at the fallback. `stands` says whether the bid
/// has not fallen already; then what it lacks is no more than a note.
pub(super) fn standing(view: &BidView<'_>, lot: usize, stands: bool) -> (LotStanding, Vec<Expected>) {
    let procedures = &view.facts.structure.lots[lot].procedures;
    let missing: Vec<usize> =
        procedures.iter().copied().filter(|&p| view.lines[p].offer.unit().is_none()).collect();
    let at_fallback = may_be_priced_at_fallback(view, lot, &missing);
    let severity = match (stands, at_fallback) {
        (false, _) => Severity::Note,
        (true, true) => Severity::Warning,
        (true, false) => Severity::Error,
    };
    let findings = missing.iter().map(|&p| {
        let finding = Expected::new("missing-procedure", severity).on_lot(lot).on_procedure(p);
        let finding = finding.text("why", view.lines[p].offer.why_missing());
        match (severity, view.prices.fallback[p]) {
            (Severity::Warning, Some(cost)) => finding.with("fallback", Arg::Money(cost)),
            _ => finding,
        }
    });
    let findings = findings.collect();
    if !stands || (!missing.is_empty() && !at_fallback) {
        return (LotStanding::Inadmissible, findings);
    }
    (LotStanding::Admissible(lot_figures(view.facts, view.prices, &view.lines, lot, 0)), findings)
}

/// At most so many, none that never may, one procedure of the lot priced, and a fallback cost for each missing one.
fn may_be_priced_at_fallback(view: &BidView<'_>, lot: usize, missing: &[usize]) -> bool {
    let Missing::AtFallback { at_most, never } = &view.facts.award.missing else { return false };
    let few_enough = at_most.is_none_or(|most| missing.len() as u64 <= most);
    let one_is_priced = missing.len() < view.facts.structure.lots[lot].procedures.len();
    let may = |p: &usize| !never.has(&view.facts.procedures[*p].code) && view.prices.fallback[*p].is_some();
    few_enough && one_is_priced && missing.iter().all(may)
}

/// What is remarked of the lines of a lot that the bid bids on.
pub(super) fn remarks(view: &BidView<'_>, lot: usize) -> Vec<Expected> {
    let above = view.facts.cap.as_ref().map(|c| c.above);
    let rule = CapRule::of(view.facts, view.prices);
    let mut out = Vec::new();
    for &p in &view.facts.structure.lots[lot].procedures {
        let on = |code, severity| Expected::new(code, severity).on_lot(lot).on_procedure(p);
        let cap = view.prices.cap[p];
        match view.lines[p].offer {
            Offer::Priced(unit) => {
                let note = above.is_some_and(AboveCap::pays_cap) && is_above(unit, cap);
                if let Some(cap) = cap.filter(|_| note) {
                    let note = on("above-cap", Severity::Note).with("unit", Arg::Money(unit));
                    out.push(note.with("cap", Arg::Money(cap)));
                }
                if !is_above(unit, cap)
                    && let Some((day, unit, cap)) =
                        first_capped(&view.prices.stretches, rule, view.lines[p], p)
                {
                    let note = on("above-cap-later", Severity::Note).with("from", Arg::Day(day));
                    out.push(note.with("unit", Arg::Money(unit)).with("cap", Arg::Money(cap)));
                }
                if unit == 0 {
                    out.push(on("zero-price", Severity::Warning));
                }
            }
            Offer::AboveCap(unit) => {
                let warning = on("above-cap", Severity::Warning).with("unit", Arg::Money(unit));
                out.push(warning.with("cap", Arg::Money(cap.unwrap_or_default())));
            }
            Offer::DiscountWithoutTariff => {
                let base = view.facts.discount_base.as_deref().unwrap_or_default();
                out.push(on("discount-without-tariff", Severity::Warning).text("tariff", base));
            }
            Offer::NotRegistered => out.push(on("not-registered", Severity::Warning)),
            Offer::RequirementUnmet => {
                out.push(unmet(view, lot, p, on("requirement-unmet", Severity::Warning)))
            }
            Offer::NotOffered | Offer::NoPrice => {}
        }
    }
    out
}

/// Where a code fails several requirements, one of them is told.
fn unmet(view: &BidView<'_>, lot: usize, procedure: usize, finding: Expected) -> Expected {
    let code = &view.facts.procedures[procedure].code;
    let unmet: Vec<usize> = view.unmet_on(lot).into_iter().filter(|r| view.covers(*r, code)).collect();
    let all = |of: &dyn Fn(usize) -> String| Arg::OneOf(unmet.iter().map(|r| of(*r)).collect());
    let requirements = &view.facts.requirements;
    finding
        .with("requirement", all(&|r| requirements[r].id.clone()))
        .with("text", all(&|r| requirements[r].text.trim_end_matches('.').to_owned()))
        .with("reason", all(&|r| view.judgement(r, lot).1.to_owned()))
}
