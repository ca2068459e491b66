//! The rules on a bid in a mini-tender. The canonical texts hold the parties, their lots and their prices; which lots of the
//! framework a procedure belongs to stands in the framework's own tender alone, so what the evaluation says of that is
//! taken as said, and held against the parties.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{
    super::{
        facts::Facts,
        findings::{Arg, Expected, Severity},
    },
    Admitted, BidView, LotStanding,
};

/// What the evaluation says of the framework beyond what the canonical texts hold.
#[derive(Debug, Default)]
pub(in super::super) struct FrameworkWords {
    /// Its id.
    pub(in super::super) id: String,
    /// By lot of the mini-tender: the lots of the framework that it takes procedures from, where some finding tells them.
    pub(in super::super) lots: BTreeMap<String, Vec<String>>,
    /// Parties that are told of as being out on every lot.
    pub(in super::super) out: BTreeSet<String>,
    /// By lot: parties told of as not having bid.
    pub(in super::super) without_bid: BTreeMap<String, Vec<String>>,
}

impl FrameworkWords {
    pub(in super::super) fn of(evaluation: &Value) -> Self {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let mut words = FrameworkWords { id: text(&evaluation["framework"]["id"]), ..Self::default() };
        let findings = |value: &Value| value["findings"].as_array().cloned().unwrap_or_default();
        for bid in evaluation["bids"].as_array().into_iter().flatten() {
            for finding in findings(bid) {
                if let (Some("not-framework-party"), Some(lot), Some(lots)) =
                    (finding["code"].as_str(), finding["lot"].as_str(), finding["args"]["lots"].as_array())
                {
                    words.lots.entry(lot.to_owned()).or_insert_with(|| lots.iter().map(text).collect());
                } else if finding["code"] == "not-framework-party" {
                    words.out.insert(text(&bid["bidder"]));
                }
            }
        }
        for finding in findings(evaluation) {
            if finding["code"] == "party-without-bid" {
                let bidder = text(&finding["args"]["bidder"]);
                words.without_bid.entry(text(&finding["lot"])).or_default().push(bidder);
            }
        }
        words
    }
}

/// The lots that a bidder supplies in the framework.
fn lots_of<'f>(facts: &'f Facts, bidder: &str) -> Option<&'f [String]> {
    Some(facts.framework.as_ref()?.parties.get(bidder)?.0.as_slice())
}

/// Whether a bidder is a party on a lot of the mini-tender, as far as the lot's place in the framework is told.
fn is_party_on(facts: &Facts, words: &FrameworkWords, bidder: &str, lot: usize) -> bool {
    let Some(own) = lots_of(facts, bidder).filter(|_| !words.out.contains(bidder)) else { return false };
    let told = words.lots.get(&facts.structure.lots[lot].id);
    told.is_none_or(|needed| needed.iter().all(|l| own.contains(l)))
}

/// Who is no party is out; who is one on some lots alone is out on the others that it bids on.
pub(super) fn is_no_party(view: &BidView<'_>, words: &FrameworkWords) -> Vec<Expected> {
    if view.facts.framework.is_none() {
        return Vec::new();
    }
    let bidder = &view.facts.bids[view.bid].bidder;
    let all = 0..view.facts.structure.lots.len();
    let out: Vec<usize> = all.clone().filter(|&l| !is_party_on(view.facts, words, bidder, l)).collect();
    let finding = || Expected::new("not-framework-party", Severity::Error).text("framework", &words.id);
    if out.len() == all.len() {
        return vec![finding()];
    }
    let needed = |l: usize| words.lots.get(&view.facts.structure.lots[l].id).cloned().unwrap_or_default();
    let bid_on = out.into_iter().filter(|&l| view.bids_on[l]);
    bid_on.map(|l| finding().on_lot(l).with("lots", Arg::Set(needed(l)))).collect()
}

/// No unit price above the bidder's own in the framework; a note where it has none.
pub(super) fn is_above_its_own_price(view: &BidView<'_>, lot: usize) -> Vec<Expected> {
    let Some(framework) = view.facts.framework.as_ref().filter(|f| f.max_price == "own-bid") else {
        return Vec::new();
    };
    let Some((_, prices)) = framework.parties.get(&view.facts.bids[view.bid].bidder) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for &p in &view.facts.structure.lots[lot].procedures {
        let Some(unit) = view.lines[p].offer.unit() else { continue };
        let on = |code, severity| Expected::new(code, severity).on_lot(lot).on_procedure(p);
        match prices.get(&view.facts.procedures[p].code) {
            None => out.push(on("no-framework-price", Severity::Note)),
            Some(own) if unit > *own => {
                let finding = on("above-framework-price", Severity::Error).with("unit", Arg::Money(unit));
                out.push(finding.with("framework", Arg::Money(*own)));
            }
            Some(_) => {}
        }
    }
    out
}

/// The parties that did not bid on a lot: those that are told must be parties without a bid there.
pub(in super::super) fn parties_without_bid(
    facts: &Facts,
    words: &FrameworkWords,
    admitted: &[Admitted],
) -> Vec<Expected> {
    let Some(framework) = &facts.framework else { return Vec::new() };
    let mut out = Vec::new();
    for (l, lot) in facts.structure.lots.iter().enumerate() {
        let told = words.without_bid.get(&lot.id);
        for bidder in framework.parties.keys() {
            let bids = facts.bid(bidder).is_some_and(|b| admitted[b].lots[l] != LotStanding::NotBid);
            let is_told = told.is_some_and(|t| t.contains(bidder));
            if !bids && is_told && is_party_on(facts, words, bidder, l) {
                let note = Expected::new("party-without-bid", Severity::Note).on_lot(l);
                out.push(note.text("bidder", bidder));
            }
        }
    }
    out
}
