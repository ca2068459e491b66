//! Which bids may be evaluated, and where (`docs/reference/rules.md`, "Admissibility"; `docs/reference/findings.md`).
//!
//! The buyer's judgements are read into a table first; then every clause of the rules adds its remarks to a protocol of the
//! bid, and where the bid is out is read off the protocol: an error without a lot is out everywhere.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::{
    exact::Exact,
    facts::{AboveCap, Assessment, Bid, Decision, Facts, Framework, Missing},
    findings::{Arg, Remark, Severity},
    prices::{Answer, Ask, LotSum, PriceBook},
};

/// Where a bid is on a lot, before points are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    NotBid,
    Out,
    /// At its figures without combination discount.
    In(LotSum),
}

/// What admissibility makes of a bid.
#[derive(Debug)]
pub(crate) struct Admission {
    /// By procedure.
    pub(crate) asks: Vec<Ask>,
    /// By lot.
    pub(crate) places: Vec<Place>,
    pub(crate) remarks: Vec<Remark>,
}

/// Judges every bid. `hints` are what the evaluation says of the framework, which the canonical texts do not hold.
pub(crate) fn judge_bids(facts: &Facts, book: &PriceBook, hints: &FrameworkHints) -> Vec<Admission> {
    (0..facts.bids.len()).map(|bid| Case::open(facts, book, bid).judge(hints)).collect()
}

/// How the buyer judged a requirement on a lot.
#[derive(Clone, Copy)]
struct Judged<'a> {
    status: &'a str,
    reason: &'a str,
}

/// Everything that is asked about one bid, and the protocol of what was found.
struct Case<'a> {
    facts: &'a Facts,
    book: &'a PriceBook,
    bid: usize,
    own: &'a Bid,
    /// By requirement, then lot.
    judged: Vec<Vec<Judged<'a>>>,
    /// By procedure.
    asks: Vec<Ask>,
    /// By lot.
    bid_on: Vec<bool>,
    protocol: Vec<Remark>,
}

impl<'a> Case<'a> {
    fn open(facts: &'a Facts, book: &'a PriceBook, bid: usize) -> Case<'a> {
        let own = &facts.bids[bid];
        let lots = &facts.structure.lots;
        let mut case = Case {
            facts,
            book,
            bid,
            own,
            judged: vec![
                vec![Judged { status: "unverified", reason: "" }; lots.len()];
                facts.requirements.len()
            ],
            asks: Vec::new(),
            bid_on: Vec::new(),
            protocol: Vec::new(),
        };
        // the more special a judgement is, the later it is entered, over those that are more general
        for breadth in [Breadth::All, Breadth::Structure, Breadth::Lot] {
            for assessment in facts.assessments.iter().filter(|a| a.bid == bid) {
                case.note_judgement(assessment, breadth);
            }
        }
        let mut lot_of = vec![0; facts.procedures.len()];
        for (l, lot) in lots.iter().enumerate() {
            lot.procedures.iter().for_each(|&p| lot_of[p] = l);
        }
        case.asks = lot_of
            .iter()
            .enumerate()
            .map(|(p, &l)| book.ask_for(facts, own, p, !case.failed_requirements(p, l).is_empty()))
            .collect();
        case.bid_on = lots
            .iter()
            .enumerate()
            .map(|(l, lot)| {
                let is_chosen = own.bids_on.as_ref().is_none_or(|chosen| chosen.contains(&l));
                is_chosen && lot.procedures.iter().any(|&p| case.asks[p].answer.is_on_offer())
            })
            .collect();
        case
    }

    fn note_judgement(&mut self, assessment: &'a Assessment, breadth: Breadth) {
        for (l, lot) in self.facts.structure.lots.iter().enumerate() {
            if Breadth::about(assessment, &self.facts.structure.id, &lot.id) != Some(breadth) {
                continue;
            }
            for (requirement, judged) in self.facts.requirements.iter().zip(&mut self.judged) {
                if let Some(status) = assessment.requirements.get(&requirement.id) {
                    judged[l] = Judged { status, reason: &assessment.reason };
                }
            }
        }
    }

    /// The requirements of a procedure's code that the bid fails on a lot.
    fn failed_requirements(&self, procedure: usize, lot: usize) -> Vec<usize> {
        let code = &self.facts.procedures[procedure].code;
        let concerns = |r: &usize| self.facts.requirements[*r].codes.as_ref().is_some_and(|c| c.covers(code));
        let all = 0..self.facts.requirements.len();
        all.filter(|r| concerns(r) && self.judged[*r][lot].status == "unmet").collect()
    }

    fn all_lots(&self) -> std::ops::Range<usize> {
        0..self.facts.structure.lots.len()
    }

    fn procedures_on(&self, lot: usize) -> &'a [usize] {
        &self.facts.structure.lots[lot].procedures
    }

    /// Whether an error of the protocol takes the bid off a lot, or, with `None`, off all.
    fn is_out(&self, lot: Option<usize>) -> bool {
        self.protocol.iter().any(|r| r.severity == Severity::Error && r.lot == lot)
    }

    /// Clause by clause.
    fn judge(mut self, hints: &FrameworkHints) -> Admission {
        self.out_as_a_whole();
        let framework = self.facts.framework.as_ref();
        if framework.is_some() {
            self.out_of_the_framework(hints);
        }
        let out_everywhere = self.is_out(None);
        self.things_to_look_at();
        let mut places = Vec::new();
        for lot in self.all_lots() {
            if !self.bid_on[lot] {
                places.push(Place::NotBid);
                continue;
            }
            if let Some(framework) = framework {
                self.dearer_than_the_framework(framework, lot);
            }
            let is_in_so_far = !out_everywhere && !self.is_out(Some(lot));
            let is_complete = self.without_a_price(lot, is_in_so_far);
            self.prices_to_remark(lot);
            places.push(if is_in_so_far && is_complete {
                Place::In(self.book.add_up(self.facts, &self.asks, lot, 0))
            } else {
                Place::Out
            });
        }
        Admission { asks: self.asks, places, remarks: self.protocol }
    }

    /// Clause 2, but for the framework.
    fn out_as_a_whole(&mut self) {
        if let (Some(received), Some(deadline)) = (self.own.received, self.facts.deadline)
            && deadline < received
        {
            let late = Remark::error("late").arg("received", Arg::Moment(received));
            self.protocol.push(late.arg("deadline", Arg::Moment(deadline)));
        }
        for (requirement, judged) in self.facts.requirements.iter().zip(&self.judged) {
            let unmet: Vec<usize> = self.all_lots().filter(|l| judged[*l].status == "unmet").collect();
            if requirement.codes.is_some() || unmet.is_empty() {
                continue;
            }
            let remark = |reason: Arg| {
                let remark = Remark::error("requirement-unmet").says("requirement", &requirement.id);
                remark.arg("text", Arg::Sentence(requirement.text.clone())).arg("reason", reason)
            };
            if unmet.len() == judged.len() {
                // unmet everywhere; the reason given for any lot will do
                let reasons = judged.iter().map(|j| j.reason.to_owned()).collect();
                self.protocol.push(remark(Arg::OneOf(reasons)));
            } else {
                let of_lot = |l: usize| remark(Arg::Text(judged[l].reason.to_owned())).in_lot(l);
                self.protocol.extend(unmet.into_iter().map(of_lot));
            }
        }
        let rejections = rejections_in_force(&self.facts.decisions, self.bid);
        if let Some(last) = rejections.last() {
            let any = |part: fn(&Decision) -> &String| {
                Arg::OneOf(rejections.iter().map(|d| part(d).clone()).collect())
            };
            let mut remark = Remark::error("rejected-by-decision");
            remark = remark.arg("ground", any(|d| &d.ground)).arg("text", any(|d| &d.text));
            if last.date.is_some() {
                remark = remark.arg("date", any(|d| &d.date_text));
            }
            self.protocol.push(remark);
        }
        let mut reservations = Vec::new();
        for (condition, is_set) in [
            ("capacity", self.own.capacity.is_some() || !self.own.lot_capacities.is_empty()),
            ("max-lots", self.own.max_lots.is_some()),
            ("only-together", !self.own.only_together.is_empty()),
        ] {
            if is_set && !self.facts.invites(condition) {
                reservations.push(condition.to_owned());
            }
        }
        if !reservations.is_empty() {
            let remark = Remark::error("condition-not-invited").arg("conditions", Arg::Set(reservations));
            self.protocol.push(remark.says("structure", &self.facts.structure.id));
        }
        let form = self.facts.form.as_str();
        let by_code = !self.own.discounts.is_empty() || !self.own.file_discounts.is_empty();
        let foreign: Vec<String> = [
            ("discount", self.own.discount.is_some() && form == "price"),
            ("discounts", by_code && matches!(form, "price" | "one-discount")),
            ("prices", !self.own.prices.is_empty() && matches!(form, "one-discount" | "discount-by-code")),
        ]
        .into_iter()
        .filter(|(_, is_foreign)| *is_foreign)
        .map(|(stated, _)| stated.to_owned())
        .collect();
        if !foreign.is_empty() {
            let remark = Remark::error("wrong-price-form").says("form", form);
            self.protocol.push(remark.arg("stated", Arg::Set(foreign)));
        }
        if self.facts.cap.as_ref().is_some_and(|cap| cap.above == AboveCap::RejectBid) {
            for lot in self.all_lots().filter(|l| self.bid_on[*l]) {
                for &p in self.procedures_on(lot) {
                    self.protocol.extend(self.over_the_cap(p, Severity::Error));
                }
            }
        }
    }

    /// The remark on a price above the cap of the first day.
    fn over_the_cap(&self, procedure: usize, severity: Severity) -> Option<Remark> {
        let price = match self.asks[procedure].answer {
            Answer::Price(price) | Answer::OverCap(price) => price,
            _ => return None,
        };
        let cap = self.book.cap_price(procedure).filter(|cap| price > *cap)?;
        let remark = Remark::new("above-cap", severity).code(procedure);
        Some(remark.arg("unit", Arg::Money(price)).arg("cap", Arg::Money(cap)))
    }

    /// Clause 2 in a mini-tender: who is not a party on any lot is out, who is one on some lots is out on the others.
    fn out_of_the_framework(&mut self, hints: &FrameworkHints) {
        let foreign: Vec<usize> =
            self.all_lots().filter(|l| !hints.is_party(self.facts, &self.own.bidder, *l)).collect();
        let remark = || Remark::error("not-framework-party").says("framework", &hints.id);
        if foreign.len() == self.all_lots().len() {
            self.protocol.push(remark());
            return;
        }
        for lot in foreign.into_iter().filter(|l| self.bid_on[*l]) {
            let lots = hints.lots.get(&self.facts.structure.lots[lot].id).cloned().unwrap_or_default();
            self.protocol.push(remark().in_lot(lot).arg("lots", Arg::Set(lots)));
        }
    }

    /// Clause 3 in a mini-tender: no price above the bidder's own in the framework; a note where it has none there.
    fn dearer_than_the_framework(&mut self, framework: &Framework, lot: usize) {
        let party = framework.parties.get(&self.own.bidder).filter(|_| framework.max_price == "own-bid");
        let Some((_, known)) = party else { return };
        for &p in self.procedures_on(lot) {
            let Some(price) = self.asks[p].answer.priced() else { continue };
            match known.get(&self.facts.procedures[p].code) {
                None => self.protocol.push(Remark::noted("no-framework-price").in_lot(lot).code(p)),
                Some(most) if price > *most => {
                    let remark = Remark::error("above-framework-price").in_lot(lot).code(p);
                    let remark = remark.arg("unit", Arg::Money(price));
                    self.protocol.push(remark.arg("framework", Arg::Money(*most)));
                }
                Some(_) => {}
            }
        }
    }

    /// Clauses 3 and 5: procedures without a price, and whether the fallback replaces them. Whether the lot is complete.
    fn without_a_price(&mut self, lot: usize, is_in_so_far: bool) -> bool {
        let all = self.procedures_on(lot);
        let gaps: Vec<usize> =
            all.iter().copied().filter(|p| self.asks[*p].answer.priced().is_none()).collect();
        let may_be_bought = match &self.facts.award.missing {
            Missing::Reject => false,
            Missing::AtFallback { at_most, never } => {
                let is_allowed = |p: &usize| {
                    self.book.fallback[*p].is_some() && !never.covers(&self.facts.procedures[*p].code)
                };
                gaps.len() < all.len()
                    && at_most.is_none_or(|most| gaps.len() as u64 <= most)
                    && gaps.iter().all(is_allowed)
            }
        };
        for &p in &gaps {
            let why = self.asks[p].answer.reason_word();
            let remark =
                |severity| Remark::new("missing-procedure", severity).in_lot(lot).code(p).says("why", why);
            self.protocol.push(match self.book.fallback[p].filter(|_| may_be_bought) {
                _ if !is_in_so_far => remark(Severity::Note),
                Some(cost) => remark(Severity::Warning).arg("fallback", Arg::Money(cost)),
                None => remark(Severity::Error),
            });
        }
        gaps.is_empty() || may_be_bought
    }

    /// What is remarked of prices, and of what has none, on a lot that is bid on.
    fn prices_to_remark(&mut self, lot: usize) {
        let cap_is_paid = self.facts.cap.as_ref().is_some_and(|cap| cap.above.is_paid());
        for &p in self.procedures_on(lot) {
            let warning = |code| Remark::warning(code).in_lot(lot).code(p);
            match self.asks[p].answer {
                Answer::Price(price) => {
                    let above = self.over_the_cap(p, Severity::Note);
                    if above.is_none()
                        && let Some((day, price, cap)) = self.book.day_of_the_cap(self.asks[p], p)
                    {
                        let later =
                            Remark::noted("above-cap-later").in_lot(lot).code(p).arg("from", Arg::Day(day));
                        let later = later.arg("unit", Arg::Money(price)).arg("cap", Arg::Money(cap));
                        self.protocol.push(later);
                    }
                    self.protocol.extend(above.filter(|_| cap_is_paid).map(|remark| remark.in_lot(lot)));
                    if price == 0 {
                        self.protocol.push(warning("zero-price"));
                    }
                }
                Answer::OverCap(_) => {
                    let above = self.over_the_cap(p, Severity::Warning);
                    self.protocol.extend(above.map(|remark| remark.in_lot(lot)));
                }
                Answer::WithoutBase => {
                    let base = self.facts.discount_base.as_deref().unwrap_or_default();
                    self.protocol.push(warning("discount-without-tariff").says("tariff", base));
                }
                Answer::Unregistered => self.protocol.push(warning("not-registered")),
                Answer::Unmet => {
                    // where a code fails several requirements, any of them may be named
                    let unmet = self.failed_requirements(p, lot);
                    let any =
                        |part: &dyn Fn(usize) -> String| Arg::OneOf(unmet.iter().map(|r| part(*r)).collect());
                    let requirements = &self.facts.requirements;
                    let remark = warning("requirement-unmet")
                        .arg("requirement", any(&|r| requirements[r].id.clone()))
                        .arg("text", any(&|r| requirements[r].text.trim_end_matches('.').to_owned()))
                        .arg("reason", any(&|r| self.judged[r][lot].reason.to_owned()));
                    self.protocol.push(remark);
                }
                Answer::Declined | Answer::Silent => {}
            }
        }
    }

    /// What somebody should look at in the bid as a whole.
    fn things_to_look_at(&mut self) {
        for (r, requirement) in self.facts.requirements.iter().enumerate() {
            let bears_on = |lot: usize| match &requirement.codes {
                None => true,
                Some(codes) => self.procedures_on(lot).iter().any(|&p| {
                    self.asks[p].answer.is_on_offer() && codes.covers(&self.facts.procedures[p].code)
                }),
            };
            let mut open =
                self.all_lots().filter(|l| self.bid_on[*l] && self.judged[r][*l].status == "unverified");
            if open.any(bears_on) {
                let remark = Remark::warning("requirement-unverified").says("requirement", &requirement.id);
                self.protocol.push(remark.arg("text", Arg::Sentence(requirement.text.clone())));
            }
        }
        if !self.facts.invites("combination") {
            for combination in &self.own.combinations {
                let per_cent = Exact::new(combination.discount.into(), 10_000.into());
                let remark =
                    Remark::warning("combination-not-declared").arg("discount", Arg::Number(per_cent));
                self.protocol.push(remark.says("structure", &self.facts.structure.id));
            }
        }
        if let Some(group) = &self.own.group {
            let others = self.facts.bids.iter().enumerate().filter(|(b, _)| *b != self.bid);
            let same: Vec<String> = others
                .filter(|(_, other)| other.group.as_ref() == Some(group))
                .map(|(_, other)| other.bidder.clone())
                .collect();
            if !same.is_empty() {
                let remark = Remark::warning("same-owner").says("group", group);
                self.protocol.push(remark.arg("bidders", Arg::Set(same)));
            }
        }
    }
}

/// What a judgement is about: the more special one counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Breadth {
    All,
    Structure,
    Lot,
}

impl Breadth {
    /// How an assessment is about a lot; `None` where it is about something else.
    pub(crate) fn about(assessment: &Assessment, structure: &str, lot: &str) -> Option<Breadth> {
        let is_this = |stated: &Option<String>, id: &str| stated.as_deref().map(|s| s == id);
        match (is_this(&assessment.structure, structure), is_this(&assessment.lot, lot)) {
            (None, None) => Some(Breadth::All),
            (Some(true), None) => Some(Breadth::Structure),
            (Some(true), Some(true)) => Some(Breadth::Lot),
            _ => None,
        }
    }
}

/// The decisions that reject a bid and were not lifted by an acceptance on the same ground that came after them: at a later
/// date, or, where that does not decide, further down in the list.
fn rejections_in_force(decisions: &[Decision], bid: usize) -> Vec<&Decision> {
    let mut in_force = Vec::new();
    for (place, rejection) in decisions.iter().enumerate().filter(|(_, d)| d.bid == bid && d.rejects) {
        let mut acceptances = decisions
            .iter()
            .enumerate()
            .filter(|(_, d)| d.bid == bid && !d.rejects && d.ground == rejection.ground);
        let is_lifted = acceptances.any(|(at, acceptance)| {
            let by_date = acceptance.date.zip(rejection.date).map(|(a, r)| a.cmp(&r));
            by_date.filter(|order| order.is_ne()).unwrap_or_else(|| at.cmp(&place)).is_gt()
        });
        if !is_lifted {
            in_force.push(rejection);
        }
    }
    in_force
}

/// What the evaluation says of the framework beyond what the canonical texts hold: which lots of the framework a procedure
/// belongs to is stated in the framework's own tender alone. It is taken as said, and compared with the parties.
#[derive(Debug, Default)]
pub(crate) struct FrameworkHints {
    id: String,
    /// By lot of the mini-tender: the lots of the framework that it takes procedures from, where a finding names them.
    lots: BTreeMap<String, Vec<String>>,
    /// Parties that are said to be out on every lot.
    out: BTreeSet<String>,
    /// Lot and party, where a party is said not to have bid.
    silent: BTreeSet<(String, String)>,
}

impl FrameworkHints {
    pub(crate) fn read(evaluation: &Value) -> FrameworkHints {
        let owned = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let mut hints =
            FrameworkHints { id: owned(&evaluation["framework"]["id"]), ..FrameworkHints::default() };
        let each = |value: &'_ Value| value.as_array().cloned().unwrap_or_default();
        for bid in each(&evaluation["bids"]) {
            for finding in each(&bid["findings"]).iter().filter(|f| f["code"] == "not-framework-party") {
                match (finding["lot"].as_str(), finding["args"]["lots"].as_array()) {
                    (Some(lot), Some(lots)) => {
                        hints.lots.entry(lot.to_owned()).or_insert_with(|| lots.iter().map(owned).collect());
                    }
                    _ => {
                        hints.out.insert(owned(&bid["bidder"]));
                    }
                }
            }
        }
        for finding in each(&evaluation["findings"]).iter().filter(|f| f["code"] == "party-without-bid") {
            hints.silent.insert((owned(&finding["lot"]), owned(&finding["args"]["bidder"])));
        }
        hints
    }

    /// Whether a bidder is a party on a lot of the mini-tender, as far as that can be seen.
    fn is_party(&self, facts: &Facts, bidder: &str, lot: usize) -> bool {
        let party = facts.framework.as_ref().and_then(|f| f.parties.get(bidder));
        party.filter(|_| !self.out.contains(bidder)).is_some_and(|(supplied, _)| {
            let needed = self.lots.get(&facts.structure.lots[lot].id);
            needed.is_none_or(|needed| needed.iter().all(|lot| supplied.contains(lot)))
        })
    }

    /// The notes that a party did not bid on a lot: each that is there must be true.
    pub(crate) fn silent_parties(&self, facts: &Facts, admissions: &[Admission]) -> Vec<Remark> {
        let mut notes = Vec::new();
        for (l, lot) in facts.structure.lots.iter().enumerate() {
            for bidder in facts.framework.iter().flat_map(|f| f.parties.keys()) {
                let has_bid =
                    facts.bid_index(bidder).is_some_and(|b| admissions[b].places[l] != Place::NotBid);
                let is_named = self.silent.contains(&(lot.id.clone(), bidder.clone()));
                if is_named && !has_bid && self.is_party(facts, bidder, l) {
                    notes.push(Remark::noted("party-without-bid").in_lot(l).says("bidder", bidder));
                }
            }
        }
        notes
    }
}
