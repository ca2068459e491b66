//! Which bids may be evaluated on which lots, with their figures: what admission hands to evaluation.

use super::{Finding, FindingCode, lot, whole_bid};
use crate::{
    number::{Money, Overflow, Percent},
    pricing::{Offer, PricedBids},
    tender::{Condition, MissingRule, Severity},
};

/// Decides which bids may be evaluated on which lots, and computes their figures.
///
/// The rules on the whole bid come first. A bid that fails one of them is not evaluated on any lot; procedures that
/// it lacks besides are reported as notes.
///
/// # Errors
/// [`Overflow`] where a sum would not fit.
pub fn admit_bids(priced: &PricedBids<'_>) -> Result<AdmittedBids, Overflow> {
    let structure = &priced.tender.structures[priced.structure];
    let rule = MissingRule::new(priced.tender);
    let bids: Result<Vec<AdmittedBid>, Overflow> =
        (0..priced.tender.bids.len()).map(|bid| admit_bid(priced, &rule, bid)).collect();
    let sum_of = |per_line: &dyn Fn(usize) -> Option<Money>, lot: usize| -> Result<Option<Money>, Overflow> {
        let amounts: Option<Vec<Money>> =
            structure.lots[lot].procedures.iter().map(|&p| per_line(p)).collect();
        amounts.map(Money::sum).transpose()
    };
    let base = priced.tender.pricing.discount_base;
    let base_value = |p: usize| Some(priced.prices.price(base?, p)? * priced.prices.volumes[p]);
    let lots = 0..structure.lots.len();
    Ok(AdmittedBids {
        structure: priced.structure,
        bids: bids?,
        fallback: lots
            .clone()
            .map(|l| sum_of(&|p| priced.prices.fallback[p], l))
            .collect::<Result<_, _>>()?,
        tariff_value: lots.map(|l| sum_of(&base_value, l)).collect::<Result<_, _>>()?,
    })
}

/// By lot: whether the bid offers something there and its `bids-on` does not leave it out.
fn lots_bid_on(priced: &PricedBids<'_>, bid: usize, offers: &[Offer]) -> Vec<bool> {
    let structure = &priced.tender.structures[priced.structure];
    let selections: Vec<_> =
        priced.tender.bids[bid].bids_on.iter().filter(|s| s.structure == priced.structure).collect();
    (0..structure.lots.len())
        .map(|lot| {
            let selected = selections.is_empty() || selections.iter().any(|s| s.lots.contains(&lot));
            selected && structure.lots[lot].procedures.iter().any(|&p| offers[p].is_offered())
        })
        .collect()
}

/// The combination discounts that may apply to a bid, ascending, from 0 %.
fn tiers(priced: &PricedBids<'_>, bid: usize) -> Vec<Percent> {
    let mut tiers = vec![Percent::ZERO];
    if priced.tender.structures[priced.structure].bidders_may.contains(&Condition::Combination) {
        let own = &priced.tender.bids[bid].combinations;
        tiers.extend(
            own.iter().filter(|c| c.structure.is_none_or(|s| s == priced.structure)).map(|c| c.discount),
        );
    }
    tiers.sort_unstable();
    tiers.dedup();
    tiers
}

fn admit_bid(priced: &PricedBids<'_>, rule: &MissingRule, bid: usize) -> Result<AdmittedBid, Overflow> {
    let lots = priced.tender.structures[priced.structure].lots.len();
    let offers = &priced.offers[bid];
    if offers.is_empty() && !priced.tender.procedures.is_empty() {
        return Ok(AdmittedBid {
            findings: Vec::new(),
            tiers: vec![Percent::ZERO],
            lots: vec![LotBid::NotBid; lots],
        });
    }
    let bids_on = lots_bid_on(priced, bid, offers);
    let mut findings = whole_bid_findings(priced, bid, offers, &bids_on);
    let admissible = !findings.iter().any(|f| f.severity == Severity::Error && f.lot.is_none());
    findings.extend(lot::unverified_requirements(priced, bid, offers, &bids_on));
    findings.extend(combination_not_declared(priced, bid));
    findings.extend(same_owner(priced, bid));
    let tiers = tiers(priced, bid);
    let mut by_lot = Vec::with_capacity(lots);
    for lot in 0..lots {
        if !bids_on[lot] {
            by_lot.push(LotBid::NotBid);
            continue;
        }
        findings.extend(whole_bid::is_above_framework_price(priced, bid, offers, lot));
        let fails_here = findings.iter().any(|f| f.severity == Severity::Error && f.lot == Some(lot));
        by_lot.push(admit_lot(priced, rule, (bid, lot), admissible && !fails_here, &tiers, &mut findings)?);
        findings.extend(lot::line_remarks(priced, bid, offers, lot));
    }
    Ok(AdmittedBid { findings, tiers, lots: by_lot })
}

fn whole_bid_findings(
    priced: &PricedBids<'_>,
    bid: usize,
    offers: &[Offer],
    bids_on: &[bool],
) -> Vec<Finding> {
    let (tender, own) = (priced.tender, &priced.tender.bids[bid]);
    let mut findings: Vec<Finding> = Vec::new();
    findings.extend(whole_bid::is_late(tender, own));
    findings.extend(whole_bid::fails_requirements(priced, bid));
    findings.extend(whole_bid::is_rejected_by_decision(tender, bid));
    findings.extend(whole_bid::sets_a_condition_not_invited(tender, own, priced.structure));
    findings.extend(whole_bid::has_the_wrong_price_form(tender, own));
    findings.extend(whole_bid::is_no_framework_party(priced, bid, bids_on));
    findings.extend(whole_bid::is_above_the_cap(priced, offers, bids_on));
    findings
}

/// `admissible`: whether the bid is admissible but for the procedures that it lacks.
fn admit_lot(
    priced: &PricedBids<'_>,
    missing_rule: &MissingRule,
    (bid, lot): (usize, usize),
    admissible: bool,
    tiers: &[Percent],
    findings: &mut Vec<Finding>,
) -> Result<LotBid, Overflow> {
    let offers = &priced.offers[bid];
    let missing = lot::missing_procedures(priced, offers, lot);
    let all = priced.tender.structures[priced.structure].lots[lot].procedures.len();
    let has_fallback = |p: usize| priced.prices.fallback[p].is_some();
    let at_fallback = missing_rule.allows(missing.iter().copied(), all, has_fallback);
    let severity = match (admissible, at_fallback) {
        (false, _) => Severity::Note,
        (true, true) => Severity::Warning,
        (true, false) => Severity::Error,
    };
    findings.extend(missing.iter().map(|&p| lot::missing_finding(priced, offers, lot, p, severity)));
    if !admissible || !at_fallback {
        return Ok(LotBid::Inadmissible);
    }
    let rule = priced.line_rule();
    let figures: Result<Vec<_>, _> =
        tiers.iter().map(|&d| lot::lot_figures(priced, rule, bid, lot, d)).collect();
    Ok(LotBid::Admissible(figures?))
}

/// A combination discount where the structure does not invite one does not count.
fn combination_not_declared(priced: &PricedBids<'_>, bid: usize) -> Vec<Finding> {
    if priced.tender.structures[priced.structure].bidders_may.contains(&Condition::Combination) {
        return Vec::new();
    }
    let own = priced.tender.bids[bid].combinations.iter();
    own.filter(|c| c.structure.is_none_or(|s| s == priced.structure))
        .map(|c| {
            Finding::new(FindingCode::CombinationNotDeclared, Severity::Warning)
                .with("discount", c.discount)
                .with("structure", priced.tender.structures[priced.structure].id.as_str())
        })
        .collect()
}

/// Several bids of one owner.
fn same_owner(priced: &PricedBids<'_>, bid: usize) -> Option<Finding> {
    let group = priced.tender.bids[bid].group.as_ref()?;
    let others: Vec<String> = priced
        .tender
        .bids
        .iter()
        .enumerate()
        .filter(|(other, b)| *other != bid && b.group.as_ref() == Some(group))
        .map(|(_, b)| b.bidder.clone())
        .collect();
    (!others.is_empty()).then(|| {
        Finding::new(FindingCode::SameOwner, Severity::Warning)
            .with("group", group.as_str())
            .with("bidders", others)
    })
}

/// Every bid under one structure, admissible or not, in file order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdmittedBids {
    /// The structure (index).
    pub structure: usize,
    /// The bids, in file order.
    pub bids: Vec<AdmittedBid>,
    /// By lot: what the lot costs at the fallback; `None` where unknown.
    pub fallback: Vec<Option<Money>>,
    /// By lot: its value at the discount base; `None` where some procedure has no price there.
    pub tariff_value: Vec<Option<Money>>,
}

/// One bid under one structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdmittedBid {
    /// All findings so far, of the whole bid first, then lot by lot.
    pub findings: Vec<Finding>,
    /// The combination discounts that may apply, ascending; the first is always 0 %.
    pub tiers: Vec<Percent>,
    /// By lot of the structure.
    pub lots: Vec<LotBid>,
}

/// A bid on one lot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LotBid {
    /// It offers nothing here, or leaves the lot out: no fault.
    NotBid,
    /// It may not be evaluated here; its findings give the reasons.
    Inadmissible,
    /// It may be evaluated: figures by tier of the bid.
    Admissible(Vec<LotFigures>),
}

/// The figures of a bid on a lot at one combination discount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LotFigures {
    /// The lot price: scored unit price × expected volume, missing codes at the fallback included.
    pub price: Money,
    /// What the bidder would be paid.
    pub expected_payment: Money,
    /// What its missing codes cost at the fallback.
    pub elsewhere: Money,
}

impl LotBid {
    /// The figures by tier, if admissible.
    pub fn figures(&self) -> Option<&[LotFigures]> {
        match self {
            LotBid::Admissible(tiers) => Some(tiers),
            LotBid::NotBid | LotBid::Inadmissible => None,
        }
    }
}
