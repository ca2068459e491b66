//! The rules on a bid's lot (docs/reference/rules.md, "Admissibility", "Per lot"), and its figures.

use super::{Finding, FindingCode, LotFigures};
use crate::{
    number::{Money, Overflow, Percent},
    pricing::{LineRule, NoPrice, NotOffered, Offer, PricedBids},
    tender::{CodeMap, Missing, Severity},
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

/// Whether missing procedures are priced at the fallback: at most so many, none that never may, one procedure of the lot
/// priced, and a fallback cost for each.
pub(super) fn may_be_priced_at_fallback(priced: &PricedBids<'_>, lot: usize, missing: &[usize]) -> bool {
    let Missing::PriceAtFallback { at_most, never } = &priced.tender.award.missing else { return false };
    let never = CodeMap::new(never.iter().map(|p| (p, ())));
    let all = priced.tender.structures[priced.structure].lots[lot].procedures.len();
    at_most.is_none_or(|n| missing.len() <= n as usize)
        && missing.len() < all
        && missing.iter().all(|&p| never.get(&priced.tender.procedures[p].code).is_none())
        && missing.iter().all(|&p| priced.prices.fallback[p].is_some())
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
