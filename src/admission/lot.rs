//! The rules on a bid's lot (docs/reference/rules.md, "Admissibility", "Per lot"), its figures, and what is remarked of its lines
//! without excluding it.

use super::{Finding, FindingCode, LotFigures, whole_bid::requirement_finding};
use crate::{
    number::{Money, Overflow, Percent},
    pricing::{LineRule, NoPrice, NotOffered, Offer, PricedBids, is_above_cap},
    tender::{AboveCap, RequirementStatus, Severity},
};

/// Why a procedure has no price, as a word for the finding; empty if it has one.
pub fn why_missing(offer: Offer) -> &'static str {
    match offer {
        Offer::Priced(_) => "",
        Offer::Unpriced(NoPrice::DiscountWithoutTariff) => "discount-without-tariff",
        Offer::Unpriced(NoPrice::AboveCap(_)) => "above-cap",
        Offer::NotOffered(NotOffered::Named) => "not-offered",
        Offer::NotOffered(NotOffered::NotRegistered) => "not-registered",
        Offer::NotOffered(NotOffered::RequirementUnmet(_)) => "requirement-unmet",
        Offer::NotOffered(NotOffered::NothingStated) => "no-price",
    }
}

/// The procedures of a lot that a bid gives no price that counts.
pub(super) fn missing_procedures(priced: &PricedBids<'_>, offers: &[Offer], lot: usize) -> Vec<usize> {
    let structure = &priced.tender.structures[priced.structure];
    structure.lots[lot].procedures.iter().copied().filter(|&p| offers[p].unit().is_none()).collect()
}

/// The finding for one missing procedure.
pub(super) fn missing_finding(
    priced: &PricedBids<'_>,
    offers: &[Offer],
    lot: usize,
    procedure: usize,
    severity: Severity,
) -> Finding {
    let finding = Finding::new(FindingCode::MissingProcedure, severity)
        .on_lot(lot)
        .on_procedure(procedure)
        .with("why", why_missing(offers[procedure]));
    match (severity, priced.prices.fallback[procedure]) {
        (Severity::Warning, Some(cost)) => finding.with("fallback", cost),
        _ => finding,
    }
}

/// Lot price, expected payment and what is bought elsewhere, at one combination discount
/// (docs/reference/rules.md, "Unit prices" 3, 5, 6, and "Admissibility").
///
/// # Errors
/// [`Overflow`] where a sum would not fit.
pub(super) fn lot_figures(
    priced: &PricedBids<'_>,
    rule: LineRule<'_>,
    bid: usize,
    lot: usize,
    discount: Percent,
) -> Result<LotFigures, Overflow> {
    let mut figures =
        LotFigures { price: Money::ZERO, expected_payment: Money::ZERO, elsewhere: Money::ZERO };
    for &procedure in &priced.tender.structures[priced.structure].lots[lot].procedures {
        if let Some(line) = rule.line(bid, procedure, discount) {
            figures.price = figures.price.checked_add(line.line)?;
            figures.expected_payment = figures.expected_payment.checked_add(line.payment)?;
        } else {
            let cost = priced.prices.fallback[procedure].unwrap_or_default();
            figures.elsewhere = figures.elsewhere.checked_add(cost)?;
            figures.price = figures.price.checked_add(cost)?;
        }
    }
    Ok(figures)
}

/// The remarks on the procedures of one lot that a bid bids on.
pub(super) fn line_remarks(
    priced: &PricedBids<'_>,
    bid: usize,
    offers: &[Offer],
    lot: usize,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let rule = priced.line_rule();
    for &procedure in &priced.tender.structures[priced.structure].lots[lot].procedures {
        let finding = |code, severity| Finding::new(code, severity).on_lot(lot).on_procedure(procedure);
        let cap = priced.prices.cap(procedure);
        match offers[procedure] {
            Offer::Priced(unit) => {
                if let Some(cap_price) = cap
                    && is_above_cap(unit, cap)
                    && cap_is_paid_while_in_force(priced)
                {
                    let note = finding(FindingCode::AboveCap, Severity::Note);
                    findings.push(note.with("unit", unit).with("cap", cap_price));
                } else if let Some((from, paid)) = rule.first_capped(bid, procedure) {
                    let note = finding(FindingCode::AboveCapLater, Severity::Note).with("from", from);
                    findings.push(note.with("unit", paid.unit).with("cap", paid.paid));
                }
                if unit.ore() == 0 {
                    findings.push(finding(FindingCode::ZeroPrice, Severity::Warning));
                }
            }
            Offer::Unpriced(NoPrice::AboveCap(unit)) => {
                let warning = finding(FindingCode::AboveCap, Severity::Warning).with("unit", unit);
                findings.push(match cap {
                    Some(cap) => warning.with("cap", cap),
                    None => warning,
                });
            }
            Offer::Unpriced(NoPrice::DiscountWithoutTariff) => {
                let tariff = priced.tender.pricing.discount_base.map(|t| priced.tender.tariffs[t].id.clone());
                let warning = finding(FindingCode::DiscountWithoutTariff, Severity::Warning);
                findings.push(warning.with("tariff", tariff.unwrap_or_default()));
            }
            Offer::NotOffered(NotOffered::NotRegistered) => {
                findings.push(finding(FindingCode::NotRegistered, Severity::Warning));
            }
            Offer::NotOffered(NotOffered::RequirementUnmet(requirement)) => {
                let unmet = requirement_finding(priced, bid, requirement as usize, lot, Severity::Warning);
                findings.push(unmet.on_lot(lot).on_procedure(procedure));
            }
            Offer::NotOffered(NotOffered::Named | NotOffered::NothingStated) => {}
        }
    }
    findings
}

fn cap_is_paid_while_in_force(priced: &PricedBids<'_>) -> bool {
    priced.tender.cap.is_some_and(|c| matches!(c.above, AboveCap::PayCapWhileInForce(_)))
}

/// Nobody has verified a requirement that bears on what the bid offers, on some lot that it bids on.
pub(super) fn unverified_requirements(
    priced: &PricedBids<'_>,
    bid: usize,
    offers: &[Offer],
    bids_on: &[bool],
) -> Vec<Finding> {
    let structure = &priced.tender.structures[priced.structure];
    let bears_on = |requirement: usize, lot: usize| {
        let about_codes = priced.tender.requirements[requirement].codes.is_some();
        !about_codes
            || structure.lots[lot]
                .procedures
                .iter()
                .any(|&p| offers[p].is_offered() && priced.requirements.covers_code(requirement, p))
    };
    (0..priced.tender.requirements.len())
        .filter(|&r| {
            (0..structure.lots.len()).any(|lot| {
                bids_on[lot]
                    && priced.requirements.status(bid, r, lot) == RequirementStatus::Unverified
                    && bears_on(r, lot)
            })
        })
        .map(|r| {
            Finding::new(FindingCode::RequirementUnverified, Severity::Warning)
                .with("requirement", priced.tender.requirements[r].id.as_str())
                .with("text", priced.tender.requirements[r].text.trim_end_matches('.'))
        })
        .collect()
}
