//! Every bid: what it states, what the buyer judged and decided, and on each lot its lines, its price, its points and how it
//! stands.

use super::Writer;
use crate::{
    admission::Finding,
    explain::{StepRule, discount_won, explain_lot_without_lines},
    number::{Figure, Figures},
    pricing::BidReader,
    report::evaluation::remark_items,
    tender::{
        Assessment, AssessmentScope, Bid, CodePattern, CombinationCondition, DecisionAction, LotSelection,
        Place, RequirementStatus,
    },
};

impl Writer<'_> {
    pub(super) fn bids(&mut self) {
        self.heading(self.w.part_bids);
        if self.tender().bids.is_empty() {
            self.paper.line(0, self.w.no_bids);
            return;
        }
        self.paper.line(0, self.w.lines_mean);
        for bid in 0..self.tender().bids.len() {
            self.bid(bid);
        }
    }

    fn bid(&mut self, bid: usize) {
        let outcome = self.outcome();
        self.paper.heading(&format!("{}.{} {}", self.chapter, bid + 1, self.view.bidder(bid)));
        let place = vec![("place", self.at(self.tender().bids[bid].place))];
        self.say(0, self.w.bid_written, &place);
        if outcome.priced.overlay.absent.contains(&bid) {
            self.paper.line(0, self.w.bid_left_out);
            return;
        }
        self.stated(&self.tender().bids[bid]);
        self.judged(bid);
        let lots = self.view.lots().len();
        let on = (0..lots).filter(|&lot| self.view.evaluated(bid, lot).is_some()).count();
        let args = vec![("lots", Figure::from(on)), ("all", Figure::from(lots))];
        self.say(0, if on > 0 { self.w.admissible } else { self.w.inadmissible }, &args);
        self.remarks(bid, None);
        let reader = BidReader::new(self.tender(), &outcome.priced.prices, &outcome.priced.overlay, bid);
        for lot in 0..lots {
            self.on_lot(&reader, bid, lot);
        }
    }

    fn on_lot(&mut self, reader: &BidReader<'_>, bid: usize, lot: usize) {
        let args =
            vec![("bidder", Figure::from(self.view.bidder(bid))), ("lot", Figure::from(self.view.lot(lot)))];
        let heading = self.fill(self.w.bid_on_lot, &args);
        self.paper.heading(&heading);
        if !self.view.is_not_bid(bid, lot) {
            self.lines(2, reader, bid, lot);
            if let Some(discount) = discount_won(self.outcome(), bid, lot) {
                self.lines_in_award(2, bid, lot, discount);
            }
        }
        let mut steps = explain_lot_without_lines(self.outcome(), bid, lot);
        for step in steps.iter_mut().filter(|s| s.rule == StepRule::LotInadmissible) {
            // what excludes the bid is told below, many of a sort as one
            step.steps.clear();
        }
        self.steps(0, &steps);
        self.remarks(bid, Some(lot));
    }

    /// The findings of the bid as a whole, or on a lot, those that exclude first. Of a bid that is evaluated on the lot the
    /// steps have told those that are about no procedure.
    fn remarks(&mut self, bid: usize, lot: Option<usize>) {
        let evaluated = lot.is_some_and(|l| self.view.evaluated(bid, l).is_some());
        let told = |f: &Finding| evaluated && f.procedure.is_none();
        let own = self.outcome().bid_findings[bid].iter();
        let findings: Vec<&Finding> = own.filter(|f| f.lot == lot && !told(f)).collect();
        for item in remark_items(&self.view, Some(bid), &findings) {
            self.paper.line(0, &format!("{}: {}", self.w.remark, item.text));
        }
    }

    /// What the bid states besides its prices.
    fn stated(&mut self, bid: &Bid) {
        let w = self.w;
        match bid.received {
            Some(received) => {
                let when = Figure::moment(received, bid.received_text.as_deref());
                self.say(0, w.received, &vec![("when", when)]);
            }
            None => self.paper.line(0, w.received_not_stated),
        }
        if let Some(group) = &bid.group {
            self.say(0, w.group, &vec![("group", Figure::from(group.as_str()))]);
        }
        if let Some(registered) = &bid.registered {
            self.say(0, w.registered, &codes(registered));
        }
        if !bid.not_offered.is_empty() {
            self.say(0, w.not_offered, &codes(&bid.not_offered));
        }
        for (name, value, place) in &bid.values {
            let value = Figure::Number((*value).into());
            let args =
                vec![("name", Figure::from(name.as_str())), ("value", value), ("place", self.at(*place))];
            self.say(0, w.value, &args);
        }
        self.conditions(bid);
    }

    /// The conditions that the bid sets under this structure.
    fn conditions(&mut self, bid: &Bid) {
        let (w, structure) = (self.w, self.outcome().structure);
        if let Some((volume, place)) = bid.capacity {
            self.say(0, w.capacity, &vec![("volume", Figure::from(volume)), ("place", self.at(place))]);
        }
        for own in bid.lot_capacities.iter().filter(|c| c.structure == structure) {
            let lot = Figure::from(self.view.lot(own.lot));
            let args =
                vec![("volume", Figure::from(own.volume)), ("lot", lot), ("place", self.at(own.place))];
            self.say(0, w.lot_capacity, &args);
        }
        if let Some((n, place)) = bid.max_lots {
            self.say(0, w.max_lots, &vec![("n", Figure::from(n)), ("place", self.at(place))]);
        }
        for (template, selections) in [(w.only_together, &bid.only_together), (w.bids_on, &bid.bids_on)] {
            for LotSelection { lots, place, .. } in selections.iter().filter(|s| s.structure == structure) {
                let args = self.lots_and_place(lots, *place);
                self.say(0, template, &args);
            }
        }
        for own in bid.combinations.iter().filter(|c| c.structure.is_none_or(|s| s == structure)) {
            let (template, mut args) = match &own.condition {
                CombinationCondition::MinLots(n) => {
                    (w.combination_min, vec![("n", Figure::from(*n)), ("place", self.at(own.place))])
                }
                CombinationCondition::Lots(lots) => {
                    (w.combination_lots, self.lots_and_place(lots, own.place))
                }
                CombinationCondition::AllLots => (w.combination_all, vec![("place", self.at(own.place))]),
            };
            args.push(("discount", Figure::from(own.discount)));
            self.say(0, template, &args);
        }
    }

    fn lots_and_place(&self, lots: &[usize], place: Place) -> Figures {
        let ids: Vec<String> = lots.iter().map(|&l| self.view.lot(l).to_owned()).collect();
        vec![("lots", Figure::from(ids)), ("place", self.at(place))]
    }

    /// What the buyer judged of the bid under this structure, and what was decided.
    fn judged(&mut self, bid: usize) {
        let (w, tender) = (self.w, self.tender());
        for assessment in tender.assessments.iter().filter(|a| a.bid == bid) {
            let Some(scope) = self.scope(assessment) else { continue };
            for (criterion, points, place) in &assessment.points {
                let points = Figure::Number((*points).into());
                let args = vec![
                    ("scope", Figure::from(scope.as_str())),
                    ("criterion", Figure::from(criterion.as_str())),
                    ("points", points),
                    ("place", self.at(*place)),
                ];
                self.say(0, w.points, &args);
            }
            for (requirement, status, place) in &assessment.requirements {
                let status = match status {
                    RequirementStatus::Met => w.met,
                    RequirementStatus::Unmet => w.unmet,
                    RequirementStatus::Unverified => w.unverified,
                };
                let args = vec![
                    ("scope", Figure::from(scope.as_str())),
                    ("requirement", Figure::from(tender.requirements[*requirement].id.as_str())),
                    ("status", Figure::from(status)),
                    ("place", self.at(*place)),
                ];
                self.say(0, w.requirement, &args);
            }
            if let Some(reason) = &assessment.reason {
                self.say(2, w.reason, &vec![("reason", Figure::from(reason.as_str()))]);
            }
        }
        for decision in tender.decisions.iter().filter(|d| d.bid == bid) {
            let template = match decision.action {
                DecisionAction::Reject => w.rejected,
                DecisionAction::Accept => w.accepted,
            };
            let args =
                vec![("ground", Figure::from(decision.ground.name())), ("place", self.at(decision.place))];
            let mut text = self.fill(template, &args);
            if let Some(date) = decision.date {
                text.push_str(&self.fill(w.on_date, &vec![("date", Figure::from(date))]));
            }
            self.paper.line(0, &text);
            if let Some(reason) = &decision.text {
                self.say(2, w.reason, &vec![("reason", Figure::from(reason.as_str()))]);
            }
        }
    }

    /// What an assessment is about, as the rest of a word; `None` for another structure.
    fn scope(&self, assessment: &Assessment) -> Option<String> {
        let own = self.outcome().structure;
        match assessment.scope {
            AssessmentScope::Everywhere => Some(String::new()),
            AssessmentScope::Structure(s) if s == own => Some(self.w.scope_structure.to_owned()),
            AssessmentScope::Lot { structure, lot } if structure == own => {
                Some(self.fill(self.w.scope_lot, &vec![("lot", Figure::from(self.view.lot(lot)))]))
            }
            _ => None,
        }
    }
}

fn codes(patterns: &[CodePattern]) -> Figures {
    vec![("codes", Figure::from(patterns.iter().map(ToString::to_string).collect::<Vec<_>>()))]
}
