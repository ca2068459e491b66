//! The rules on a bid as a whole.

use super::{
    super::{
        facts::{AboveCap, Decision},
        findings::{Arg, Expected, Severity},
        lines::{Offer, is_above},
    },
    BidView,
};

/// What excludes the bid, from all lots or from some.
pub(super) fn findings(view: &BidView<'_>) -> Vec<Expected> {
    let mut findings = Vec::new();
    findings.extend(is_late(view));
    findings.extend(fails_requirements(view));
    findings.extend(is_rejected_by_decision(view));
    findings.extend(sets_a_condition_not_invited(view));
    findings.extend(has_the_wrong_price_form(view));
    findings.extend(is_above_the_cap(view));
    findings
}

/// Received after the deadline; not stated is in time.
fn is_late(view: &BidView<'_>) -> Option<Expected> {
    let (received, deadline) = (view.facts.bids[view.bid].received?, view.facts.deadline?);
    (received > deadline).then(|| {
        Expected::new("late", Severity::Error)
            .with("received", Arg::Moment(received))
            .with("deadline", Arg::Moment(deadline))
    })
}

/// A requirement without codes, unmet on every lot, fails the bid; unmet on some lots, it fails the bid there.
fn fails_requirements(view: &BidView<'_>) -> Vec<Expected> {
    let lots = view.facts.structure.lots.len();
    let mut out = Vec::new();
    for (r, requirement) in view.facts.requirements.iter().enumerate() {
        if requirement.codes.is_some() {
            continue;
        }
        let unmet: Vec<usize> = (0..lots).filter(|&l| view.judgement(r, l).0 == "unmet").collect();
        let finding = |l: usize| {
            Expected::new("requirement-unmet", Severity::Error)
                .text("requirement", &requirement.id)
                .with("text", Arg::Sentence(requirement.text.clone()))
                .text("reason", view.judgement(r, l).1)
        };
        if unmet.len() == lots {
            let reasons = unmet.iter().map(|&l| view.judgement(r, l).1.to_owned()).collect();
            let mut whole = finding(0);
            whole.args.retain(|(name, _)| *name != "reason");
            out.push(whole.with("reason", Arg::OneOf(reasons)));
        } else {
            out.extend(unmet.into_iter().map(|l| finding(l).on_lot(l)));
        }
    }
    out
}

/// Whether a decision comes after another: by their dates where both have one, else by their order.
fn is_later(one: (usize, &Decision), other: (usize, &Decision)) -> bool {
    match (one.1.date, other.1.date) {
        (Some(a), Some(b)) if a != b => a > b,
        _ => one.0 > other.0,
    }
}

/// The buyer rejected the bid on some ground, and did not accept it later on the same ground.
fn is_rejected_by_decision(view: &BidView<'_>) -> Option<Expected> {
    let own: Vec<(usize, &Decision)> =
        view.facts.decisions.iter().enumerate().filter(|(_, d)| d.bid == view.bid).collect();
    let accepted = |reject: &(usize, &Decision)| {
        own.iter().any(|d| !d.1.rejects && d.1.ground == reject.1.ground && is_later(*d, *reject))
    };
    let standing: Vec<&Decision> = own.iter().filter(|d| d.1.rejects && !accepted(d)).map(|d| d.1).collect();
    // where several stand, one of them is told
    let all =
        |of: &dyn Fn(&Decision) -> &str| Arg::OneOf(standing.iter().map(|d| of(d).to_owned()).collect());
    let last = standing.last()?;
    let mut finding = Expected::new("rejected-by-decision", Severity::Error)
        .with("ground", all(&|d| &d.ground))
        .with("text", all(&|d| &d.text));
    if last.date.is_some() {
        finding = finding.with("date", all(&|d| &d.date_text));
    }
    Some(finding)
}

/// A capacity, max-lots or only-together that the structure does not invite is a reservation.
fn sets_a_condition_not_invited(view: &BidView<'_>) -> Option<Expected> {
    let own = &view.facts.bids[view.bid];
    let set = [
        ("capacity", own.capacity.is_some() || !own.lot_capacities.is_empty()),
        ("max-lots", own.max_lots.is_some()),
        ("only-together", !own.only_together.is_empty()),
    ];
    let uninvited: Vec<String> = set
        .into_iter()
        .filter(|(name, set)| *set && !view.facts.invites(name))
        .map(|(name, _)| name.to_owned())
        .collect();
    (!uninvited.is_empty()).then(|| {
        Expected::new("condition-not-invited", Severity::Error)
            .with("conditions", Arg::Set(uninvited))
            .text("structure", &view.facts.structure.id)
    })
}

/// Prices in another form than the tender asks for.
fn has_the_wrong_price_form(view: &BidView<'_>) -> Option<Expected> {
    let own = &view.facts.bids[view.bid];
    let allowed: &[&str] = match view.facts.form.as_str() {
        "one-discount" => &["discount"],
        "discount-by-code" => &["discount", "discounts"],
        "price" => &["prices"],
        _ => &["discount", "discounts", "prices"],
    };
    let stated = [
        ("discount", own.discount.is_some()),
        ("discounts", !own.discounts.is_empty() || !own.file_discounts.is_empty()),
        ("prices", !own.prices.is_empty()),
    ];
    let wrong: Vec<String> = stated
        .into_iter()
        .filter(|(name, stated)| *stated && !allowed.contains(name))
        .map(|(name, _)| name.to_owned())
        .collect();
    (!wrong.is_empty()).then(|| {
        Expected::new("wrong-price-form", Severity::Error)
            .text("form", &view.facts.form)
            .with("stated", Arg::Set(wrong))
    })
}

/// Under `reject-bid` one line above the cap, in a lot that the bid bids on, fails the whole bid.
fn is_above_the_cap(view: &BidView<'_>) -> Vec<Expected> {
    if view.facts.cap.as_ref().is_none_or(|c| c.above != AboveCap::RejectBid) {
        return Vec::new();
    }
    let lots = view.facts.structure.lots.iter().zip(&view.bids_on);
    let procedures = lots.filter(|(_, on)| **on).flat_map(|(lot, _)| lot.procedures.iter().copied());
    procedures
        .filter_map(|p| {
            let Offer::Priced(unit) = view.lines[p].offer else { return None };
            let cap = view.prices.cap[p].filter(|cap| is_above(unit, Some(*cap)))?;
            let finding = Expected::new("above-cap", Severity::Error).on_procedure(p);
            Some(finding.with("unit", Arg::Money(unit)).with("cap", Arg::Money(cap)))
        })
        .collect()
}

/// What is remarked of the bid as a whole without excluding it.
pub(super) fn remarks(view: &BidView<'_>) -> Vec<Expected> {
    let facts = view.facts;
    let own = &facts.bids[view.bid];
    let mut out = Vec::new();
    for (r, requirement) in facts.requirements.iter().enumerate() {
        let bears_on = |l: usize| {
            let offered = |p: &usize| view.lines[*p].offer.is_offered();
            let covered = |p: &usize| view.covers(r, &facts.procedures[*p].code);
            requirement.codes.is_none()
                || facts.structure.lots[l].procedures.iter().any(|p| offered(p) && covered(p))
        };
        let open = |l: usize| view.bids_on[l] && view.judgement(r, l).0 == "unverified" && bears_on(l);
        if (0..facts.structure.lots.len()).any(open) {
            let finding = Expected::new("requirement-unverified", Severity::Warning);
            let text = Arg::Sentence(requirement.text.clone());
            out.push(finding.text("requirement", &requirement.id).with("text", text));
        }
    }
    if !facts.invites("combination") {
        for combination in &own.combinations {
            let discount = super::super::exact::Exact::new(combination.discount.into(), 10_000.into());
            let finding = Expected::new("combination-not-declared", Severity::Warning);
            out.push(finding.with("discount", Arg::Number(discount)).text("structure", &facts.structure.id));
        }
    }
    if let Some(group) = &own.group {
        let same = |(b, bid): (usize, &super::super::facts::Bid)| {
            (b != view.bid && bid.group.as_ref() == Some(group)).then(|| bid.bidder.clone())
        };
        let others: Vec<String> = facts.bids.iter().enumerate().filter_map(same).collect();
        if !others.is_empty() {
            let finding = Expected::new("same-owner", Severity::Warning);
            out.push(finding.text("group", group).with("bidders", Arg::Set(others)));
        }
    }
    out
}
