//! The rules on a bid as a whole (docs/reference/rules.md, "Admissibility", "Per bid"), and in a mini-tender the rules on the
//! parties of the framework: each decides whether the bid is admissible, and why not.

use super::{AdmittedBid, Finding, FindingCode, LotBid};
use crate::{
    number::Figure,
    pricing::{Offer, PricedBids, is_above_cap},
    tender::{
        AboveCap, Bid, Condition, Decision, DecisionAction, MaxPrice, PriceForm, RequirementStatus, Severity,
        Tender,
    },
};

/// A bid received after the deadline is late; one whose moment is not stated is in time.
pub(super) fn is_late(tender: &Tender, bid: &Bid) -> Option<Finding> {
    let (received, deadline) = (bid.received?, tender.head.deadline?);
    (received > deadline).then(|| {
        Finding::new(FindingCode::Late, Severity::Error)
            .with("received", Figure::moment(received, bid.received_text.as_deref()))
            .with("deadline", Figure::moment(deadline, tender.head.deadline_text.as_deref()))
    })
}

/// A requirement without codes that is unmet on every lot makes the bid inadmissible; unmet on some lots alone, on those
/// (the judgement for one lot overrules the general one).
pub(super) fn fails_requirements(priced: &PricedBids<'_>, bid: usize) -> Vec<Finding> {
    let lots = priced.tender.structures[priced.structure].lots.len();
    let mut findings = Vec::new();
    for requirement in priced.requirements.of_whole_bid() {
        let unmet: Vec<usize> = (0..lots)
            .filter(|&lot| priced.requirements.status(bid, requirement, lot) == RequirementStatus::Unmet)
            .collect();
        let finding = |lot| requirement_finding(priced, bid, requirement, lot, Severity::Error);
        if unmet.len() == lots {
            findings.extend(unmet.first().map(|&lot| finding(lot)));
        } else {
            findings.extend(unmet.into_iter().map(|lot| finding(lot).on_lot(lot)));
        }
    }
    findings
}

/// An unmet requirement with its text, and the reason that the buyer gave.
pub(super) fn requirement_finding(
    priced: &PricedBids<'_>,
    bid: usize,
    requirement: usize,
    lot: usize,
    severity: Severity,
) -> Finding {
    let stated = &priced.tender.requirements[requirement];
    let (_, reason) = priced.requirements.judgement(bid, requirement, lot);
    Finding::new(FindingCode::RequirementUnmet, severity)
        .with("requirement", stated.id.as_str())
        .with("text", stated.text.trim_end_matches('.'))
        .with("reason", reason.unwrap_or_default())
}

/// The buyer has decided to reject the bid on some ground, and has not accepted it by a later decision on the same ground.
/// Where several such decisions are in force, the last in the file is reported.
pub(super) fn is_rejected_by_decision(tender: &Tender, bid: usize) -> Option<Finding> {
    let own: Vec<(usize, &Decision)> =
        tender.decisions.iter().enumerate().filter(|(_, d)| d.bid == bid).collect();
    let accepted_later = |reject: (usize, &Decision)| {
        let accepts = own.iter().filter(|(_, d)| d.action == DecisionAction::Accept);
        accepts.into_iter().any(|&accept| accept.1.ground == reject.1.ground && is_later(accept, reject))
    };
    let rejects = own.iter().rev().filter(|(_, d)| d.action == DecisionAction::Reject);
    let rejected = rejects.into_iter().find(|&&reject| !accepted_later(reject)).map(|(_, d)| *d);
    rejected.map(|decision| {
        let mut finding = Finding::new(FindingCode::RejectedByDecision, Severity::Error)
            .with("ground", decision.ground.name())
            .with("text", decision.text.clone().unwrap_or_default());
        if let Some(date) = decision.date {
            finding = finding.with("date", date);
        }
        finding
    })
}

/// Whether a decision comes after another: by their dates where both have one, else by their order in the file.
fn is_later(one: (usize, &Decision), other: (usize, &Decision)) -> bool {
    match (one.1.date, other.1.date) {
        (Some(a), Some(b)) if a != b => a > b,
        _ => one.0 > other.0,
    }
}

/// The conditions that a bid sets under a structure.
pub(super) fn conditions_set(bid: &Bid, structure: usize) -> Vec<Condition> {
    let has_capacity = bid.capacity.is_some() || bid.lot_capacities.iter().any(|c| c.structure == structure);
    let has_together = bid.only_together.iter().any(|o| o.structure == structure);
    [
        (Condition::Capacity, has_capacity),
        (Condition::MaxLots, bid.max_lots.is_some()),
        (Condition::OnlyTogether, has_together),
    ]
    .into_iter()
    .filter_map(|(condition, set)| set.then_some(condition))
    .collect()
}

/// A capacity, max-lots or only-together that the structure does not invite is a reservation: the bid is inadmissible.
pub(super) fn sets_a_condition_not_invited(tender: &Tender, bid: &Bid, structure: usize) -> Option<Finding> {
    let may = &tender.structures[structure].bidders_may;
    let uninvited: Vec<String> = conditions_set(bid, structure)
        .into_iter()
        .filter(|c| !may.contains(c))
        .map(|c| c.name().to_owned())
        .collect();
    (!uninvited.is_empty()).then(|| {
        Finding::new(FindingCode::ConditionNotInvited, Severity::Error)
            .with("conditions", uninvited)
            .with("structure", tender.structures[structure].id.as_str())
    })
}

/// The bid states prices in a form that the tender does not allow (`[pricing] form`).
pub(super) fn has_the_wrong_price_form(tender: &Tender, bid: &Bid) -> Option<Finding> {
    let by_code = !bid.discounts.is_empty() || !bid.file_discounts.is_empty();
    let stated =
        [("discount", bid.discount.is_some()), ("discounts", by_code), ("prices", !bid.prices.is_empty())];
    let allowed: &[&str] = match tender.pricing.form {
        PriceForm::Free => return None,
        PriceForm::OneDiscount => &["discount"],
        PriceForm::DiscountByCode => &["discount", "discounts"],
        PriceForm::Price => &["prices"],
    };
    let wrong: Vec<String> =
        stated.into_iter().filter(|(k, s)| *s && !allowed.contains(k)).map(|(k, _)| k.to_owned()).collect();
    (!wrong.is_empty()).then(|| {
        Finding::new(FindingCode::WrongPriceForm, Severity::Error)
            .with("form", tender.pricing.form.name())
            .with("stated", wrong)
    })
}

/// Under `reject-bid` one line above the cap, in a lot that the bid bids on, makes the whole bid inadmissible under this structure.
pub(super) fn is_above_the_cap(priced: &PricedBids<'_>, offers: &[Offer], bids_on: &[bool]) -> Vec<Finding> {
    if priced.tender.cap.is_none_or(|c| c.above != AboveCap::RejectBid) {
        return Vec::new();
    }
    let lots = priced.tender.structures[priced.structure].lots.iter().zip(bids_on);
    let mut findings = Vec::new();
    for &procedure in lots.filter(|(_, bid_on)| **bid_on).flat_map(|(lot, _)| &lot.procedures) {
        let Offer::Priced(unit) = offers[procedure] else { continue };
        let cap = priced.prices.cap(procedure);
        if let Some(cap_price) = cap
            && is_above_cap(unit, cap)
        {
            findings.push(
                Finding::new(FindingCode::AboveCap, Severity::Error)
                    .on_procedure(procedure)
                    .with("unit", unit)
                    .with("cap", cap_price),
            );
        }
    }
    findings
}

/// Who is no party to the framework is out; who is a party on some lots alone is out on the others that it bids on.
pub(super) fn is_no_framework_party(priced: &PricedBids<'_>, bid: usize, bids_on: &[bool]) -> Vec<Finding> {
    let Some(framework) = &priced.tender.framework else { return Vec::new() };
    let structure = &priced.tender.structures[priced.structure];
    let bidder = priced.tender.bids[bid].bidder.as_str();
    let out: Vec<usize> = (0..structure.lots.len())
        .filter(|&l| !framework.parties_of(&structure.lots[l].procedures).any(|p| p.bidder == bidder))
        .collect();
    let finding = || {
        Finding::new(FindingCode::NotFrameworkParty, Severity::Error).with("framework", framework.id.as_str())
    };
    if out.len() == structure.lots.len() {
        return vec![finding()];
    }
    let theirs = |lot: usize| -> Vec<String> {
        let lots = framework.lots_of(&structure.lots[lot].procedures);
        lots.into_iter().filter_map(|l| framework.lots.get(l).cloned()).collect()
    };
    out.into_iter().filter(|&l| bids_on[l]).map(|l| finding().on_lot(l).with("lots", theirs(l))).collect()
}

/// No unit price is above the bidder's own in the framework, asked of the prices without combination discount here. A code
/// for which it has no price of its own there is reported as a note.
pub(super) fn is_above_framework_price(
    priced: &PricedBids<'_>,
    bid: usize,
    offers: &[Offer],
    lot: usize,
) -> Vec<Finding> {
    let Some(framework) = priced.tender.framework.as_ref().filter(|f| f.max_price == MaxPrice::OwnBid) else {
        return Vec::new();
    };
    let Some(party) = framework.party(&priced.tender.bids[bid].bidder) else { return Vec::new() };
    let procedures = &priced.tender.structures[priced.structure].lots[lot].procedures;
    let findings = procedures.iter().filter_map(|&p| {
        let unit = offers[p].unit()?;
        let own = party.prices.get(p).copied().flatten();
        let finding = match own {
            None => Finding::new(FindingCode::NoFrameworkPrice, Severity::Note),
            Some(own) if unit > own => Finding::new(FindingCode::AboveFrameworkPrice, Severity::Error)
                .with("unit", unit)
                .with("framework", own),
            Some(_) => return None,
        };
        Some(finding.on_lot(lot).on_procedure(p))
    });
    findings.collect()
}

/// The parties that did not bid on a lot, which they were invited to.
pub fn parties_without_bid(priced: &PricedBids<'_>, bids: &[AdmittedBid]) -> Vec<Finding> {
    let Some(framework) = &priced.tender.framework else { return Vec::new() };
    let mut findings = Vec::new();
    for (l, lot) in priced.tender.structures[priced.structure].lots.iter().enumerate() {
        for party in framework.parties_of(&lot.procedures) {
            let own = priced.tender.bids.iter().position(|b| b.bidder == party.bidder);
            let bid_here = own.and_then(|b| bids.get(b)).is_some_and(|b| b.lots[l] != LotBid::NotBid);
            if !bid_here {
                let note = Finding::new(FindingCode::PartyWithoutBid, Severity::Note).on_lot(l);
                findings.push(note.with("bidder", party.bidder.as_str()));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tender::{MemoryFiles, parse};

    /// The ground of the rejection in force, after decisions as action, ground, day of November (0: no date).
    fn ground_in_force(decisions: &[(&str, &str, u8)]) -> Option<String> {
        let mut text = String::from(
            "format = 1\n[tender]\nid = \"T\"\ntitle = \"T\"\nkind = \"tender\"\nbuyer = \"R\"\nspecialty = \"s\"\n\
             [[procedure]]\ncode = \"K\"\nname = \"Y\"\nvolume = 1\n[[bid]]\nbidder = \"A\"\nprices = { K = 1 }\n",
        );
        for (action, ground, day) in decisions {
            text += &format!("[[decision]]\nbidder = \"A\"\naction = \"{action}\"\nground = \"{ground}\"\n");
            if *day > 0 {
                text += &format!("date = 2024-11-{day:02}\n");
            }
        }
        let tender = parse(&MemoryFiles::new().with("t.toml", text), "t.toml").finish().unwrap();
        let finding = is_rejected_by_decision(&tender, 0)?;
        finding.args.into_iter().find_map(|(name, figure)| match figure {
            Figure::Text(ground) if name == "ground" => Some(ground),
            _ => None,
        })
    }

    #[test]
    fn an_acceptance_lifts_the_rejection_on_its_own_ground_alone() {
        let other = Some("other".to_owned());
        assert_eq!(ground_in_force(&[("reject", "other", 1), ("accept", "other", 2)]), None);
        assert_eq!(ground_in_force(&[("reject", "other", 1), ("accept", "low-price", 2)]), other);
        // the first rejection is in force, although another one after it was lifted
        let two = [("reject", "other", 1), ("reject", "low-price", 2), ("accept", "low-price", 3)];
        assert_eq!(ground_in_force(&two), other);
    }

    #[test]
    fn later_is_by_date_and_else_by_the_order_in_the_file() {
        let other = Some("other".to_owned());
        assert_eq!(ground_in_force(&[("accept", "other", 3), ("reject", "other", 1)]), None);
        assert_eq!(ground_in_force(&[("reject", "other", 3), ("accept", "other", 1)]), other);
        assert_eq!(ground_in_force(&[("accept", "other", 0), ("reject", "other", 0)]), other);
        assert_eq!(ground_in_force(&[("reject", "other", 1), ("accept", "other", 0)]), None);
        assert_eq!(ground_in_force(&[("reject", "other", 1), ("accept", "other", 1)]), None);
    }
}
