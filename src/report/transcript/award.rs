//! How the bids rank on each lot, the award, and what is left to do.

use super::Writer;
use crate::{
    admission::Finding,
    number::Figure,
    report::evaluation::{actions_part, award_parts, remark_items},
    tender::ModelKind,
};

impl Writer<'_> {
    pub(super) fn ranks_and_award(&mut self) {
        self.heading(self.w.part_ranks);
        for lot in 0..self.view.lots().len() {
            self.ranks(lot);
        }
        for part in award_parts(&self.view) {
            self.part(&part);
        }
        let findings: Vec<&Finding> = self.outcome().findings.iter().collect();
        if !findings.is_empty() {
            let heading = self.view.say_of_kind(self.w.remarks, Vec::new());
            self.heading(&heading);
            for item in remark_items(&self.view, None, &findings) {
                self.paper.line(0, &item.text);
            }
        }
        self.part(&actions_part(&self.view));
    }

    /// The bids on a lot by rank, taken by itself and without combination discounts, then those that are not evaluated.
    fn ranks(&mut self, lot: usize) {
        let w = self.w;
        let heading = self.view.lot_with_title(lot);
        self.paper.heading(&heading);
        for bid in self.view.by_rank(lot) {
            let bidder = Figure::from(self.view.bidder(bid));
            let (Some(figures), Some(rank)) =
                (self.view.figures(bid, lot), self.outcome().standings[bid][lot].rank)
            else {
                let status = Figure::from(self.view.status(bid, lot));
                self.say(0, w.not_ranked, &vec![("bidder", bidder), ("status", status)]);
                continue;
            };
            let args = vec![
                ("rank", Figure::from(rank)),
                ("bidder", bidder),
                ("price", Figure::from(figures.price)),
            ];
            let mut text = self.fill(w.ranked, &args);
            let decides = self.tender().evaluation.kind != ModelKind::LowestPrice;
            if let Some(evaluated) = self.view.evaluated_price(bid, lot).filter(|_| decides) {
                text.push_str(&self.fill(w.ranked_evaluated, &vec![("evaluated", Figure::from(evaluated))]));
            }
            let (score, _) = self.view.score(bid, lot);
            if !score.is_empty() {
                text.push_str(&self.fill(w.ranked_score, &vec![("score", Figure::from(score))]));
            }
            self.paper.line(0, &text);
        }
    }
}
