//! One lot of a letter: what became of it, the figures side by side, and what makes the winning bid better.

use std::cmp::Ordering;

use super::Scribe;
use crate::{
    letter::{
        CriterionComparison, Gap, GapFigure, LotPart, OwnFigures, OwnPart, ReaderLotOutcome, WinningBid,
        ties_lots_together,
    },
    number::{Figure, Ratio, Volume},
    record::evaluation_json::rounded_text,
    report::{
        evaluation::View,
        page::{Column, Grid, Item, Part, Tone},
    },
    tender::{Best, Method, ModelKind, UnawardedRule},
};

impl Scribe<'_, '_> {
    /// One lot.
    pub(super) fn lot(&self, part: &LotPart<'_>) -> Part {
        let heading = if self.is_whole() {
            self.w.heading_evaluation.to_owned()
        } else {
            self.one(self.w.heading_lot, "lot", self.lot_name(part.lot))
        };
        let mut page = Part::new(heading);
        let OwnPart::Evaluated(own) = &part.own else {
            if let OwnPart::Out(reasons) = &part.own
                && !reasons.is_empty()
            {
                page.text(if self.is_whole() { self.w.whole_out } else { self.w.lot_out });
                page.list(self.reasons(reasons));
            }
            return page;
        };
        page.text(self.model());
        page.text(self.what_became(part, own));
        page.grid(self.figures(part, own));
        for text in self.scales(part.lot) {
            page.text(text);
        }
        self.compare(part, own, &mut page);
        for gap in &part.gaps {
            page.text(self.gap(gap));
        }
        if !part.blocked_by.is_empty() {
            let view = View::new(self.letter.outcome, self.language);
            let rules: Vec<String> = part.blocked_by.iter().map(|r| view.rule(r)).collect();
            page.text(self.one(self.w.blocked, "rules", self.language.list(&rules)));
        }
        if !part.others.is_empty() {
            page.text(self.w.others);
            page.list(part.others.iter().map(|o| Item::new(self.other(o))).collect());
        }
        page
    }

    fn model(&self) -> String {
        let model = &self.letter.outcome.tender.evaluation;
        let template = match &model.kind {
            ModelKind::LowestPrice => self.w.lowest_price,
            ModelKind::Points => self.w.points_model,
            ModelKind::EvaluatedPrice(_) => self.w.evaluated_price_model,
            ModelKind::Formula { best: Best::Highest, .. } => self.w.formula_score_model,
            ModelKind::Formula { best: Best::Lowest, .. } => self.w.formula_price_model,
        };
        self.one(template, "scale", Ratio::from(model.scale))
    }

    /// What became of the lot, and how the reader's bid stood.
    fn what_became(&self, part: &LotPart<'_>, own: &OwnFigures) -> String {
        let (w, outcome) = (self.w, self.letter.outcome);
        let winners = self
            .language
            .list(&part.winners.iter().map(|x| self.bidder(x.bid).to_owned()).collect::<Vec<_>>());
        let several = outcome.tender.award.suppliers_per_lot > 1;
        let mut said = Vec::new();
        match part.outcome {
            ReaderLotOutcome::Won if self.is_whole() => {}
            ReaderLotOutcome::Won => said.push(w.lot_won.to_owned()),
            ReaderLotOutcome::Supplies { rank, volume } => {
                let all = Figure::Volume(self.volume(part.lot));
                let args =
                    vec![("rank", Figure::from(rank)), ("volume", Figure::Volume(volume)), ("all", all)];
                said.push(self.say(w.lot_supplies, &args));
                if !part.winners.is_empty() {
                    let args =
                        vec![("n", Figure::from(part.winners.len())), ("winners", Figure::from(winners))];
                    said.push(self.say(w.lot_names_after, &args));
                }
            }
            ReaderLotOutcome::Lost if several => said.push(self.one(w.lot_suppliers, "winners", winners)),
            ReaderLotOutcome::Lost => said.push(self.one(w.lot_lost, "winner", winners)),
            ReaderLotOutcome::Open => said.push(w.lot_open.to_owned()),
            ReaderLotOutcome::NotAwarded if outcome.tender.award.unawarded == UnawardedRule::IfCheaper => {
                said.push(w.lot_cheaper_elsewhere.to_owned());
            }
            ReaderLotOutcome::NotAwarded => said.push(w.lot_no_room.to_owned()),
        }
        said.push(match own.of {
            Some(1) => w.rank_alone.to_owned(),
            Some(of) => self.say(w.rank, &vec![("rank", Figure::from(own.rank)), ("of", Figure::from(of))]),
            None => self.one(w.rank_alone_told, "rank", own.rank),
        });
        if part.outcome == ReaderLotOutcome::Lost && ties_lots_together(outcome) {
            said.push(w.across_lots.to_owned());
        }
        if part.is_lost_by_tie(outcome)
            && let Some(first) = part.winners.first()
        {
            let args = vec![
                ("winner", Figure::from(self.bidder(first.bid))),
                ("rules", Figure::from(self.tie_rules())),
            ];
            said.push(self.say(w.tie_decided, &args));
        }
        said.join(" ")
    }

    fn volume(&self, lot: usize) -> Volume {
        let outcome = self.letter.outcome;
        let lot = outcome.tender.structures.get(outcome.structure).and_then(|s| s.lots.get(lot));
        let procedures = lot.map_or(&[][..], |l| &l.procedures);
        Volume::sum(procedures.iter().filter_map(|&p| outcome.priced.prices.volumes.get(p).copied()))
    }

    fn points(&self, points: &Ratio) -> String {
        let decimals = self.letter.outcome.tender.evaluation.rounding.points;
        self.language.decimal(&rounded_text(points, decimals))
    }

    fn score(&self, score: &Ratio) -> String {
        let decimals = self.letter.outcome.tender.evaluation.rounding.score;
        self.language.decimal(&rounded_text(score, decimals))
    }

    /// Price, points and what decides: the reader's own, and the winners' as far as they may be told.
    fn figures(&self, part: &LotPart<'_>, own: &OwnFigures) -> Grid {
        let (w, model) = (self.w, &self.letter.outcome.tender.evaluation);
        let told: Vec<&WinningBid<'_>> = part.winners.iter().filter(|x| x.has_figures()).collect();
        let mut columns = vec![Column::name(w.figure), Column::figure(w.weight), Column::figure(w.your_bid)];
        columns.extend(told.iter().map(|x| Column::figure(self.bidder(x.bid))));
        let mut grid = Grid::new(columns);
        let mut row = |what: String, weight: String, own: String, theirs: Vec<String>| {
            grid.row([vec![what, weight, own], theirs].concat(), Tone::Plain);
        };
        let each = |figure: &dyn Fn(&WinningBid<'_>) -> Option<String>| -> Vec<String> {
            told.iter().map(|x| figure(x).unwrap_or_default()).collect()
        };
        let prices = each(&|x| x.price.map(|p| self.amount(p)));
        row(w.price.into(), String::new(), self.amount(own.price), prices);
        for (criterion, points) in &own.points {
            let c = &model.criteria[*criterion];
            let weight = c.weight.map(|x| format!("{} %", self.language.number(&Ratio::from(x))));
            let theirs = each(&|x| {
                let found = x.points.iter().find(|(other, _)| other == criterion);
                found.map(|(_, p)| self.points(p))
            });
            let what = self.one(w.points_of, "criterion", c.title.as_str());
            row(what, weight.unwrap_or_default(), self.points(points), theirs);
        }
        if let (Some(price), false) = (own.evaluated_price, model.kind == ModelKind::LowestPrice) {
            let theirs = each(&|x| x.evaluated_price.map(|p| self.amount(p)));
            row(w.evaluated_price.into(), String::new(), self.amount(price), theirs);
        }
        if let Some(score) = &own.score {
            let theirs = each(&|x| x.score.as_ref().map(|s| self.score(s)));
            row(w.score.into(), String::new(), self.score(score), theirs);
        }
        // the first column has no title, and stays
        grid.without_empty_columns()
    }

    /// The scales that were widened: without them nobody can redo its own points.
    fn scales(&self, lot: usize) -> Vec<String> {
        let outcome = self.letter.outcome;
        let criteria = &outcome.tender.evaluation.criteria;
        let widened = outcome.evaluated.lots[lot].scales.iter().filter(|s| s.widened);
        widened
            .map(|scale| {
                let c = &criteria[scale.criterion];
                let template = match c.method {
                    Some(Method::Linear { .. }) => self.w.scale_slope,
                    _ => self.w.scale_zero,
                };
                let args = vec![
                    ("criterion", Figure::from(c.title.as_str())),
                    ("used", Figure::from(scale.used.clone())),
                ];
                self.say(template, &args)
            })
            .collect()
    }

    fn compare(&self, part: &LotPart<'_>, own: &OwnFigures, page: &mut Part) {
        let compared: Vec<&WinningBid<'_>> =
            part.winners.iter().filter(|x| !x.comparisons.is_empty()).collect();
        match compared.as_slice() {
            [] => {}
            [one] => {
                page.text(self.w.advantages);
                page.list(self.advantages(one, own));
            }
            several => {
                page.text(self.w.advantages_of);
                let item = |x: &&WinningBid<'_>| Item::new(self.bidder(x.bid)).with(self.advantages(x, own));
                page.list(several.iter().map(item).collect());
            }
        }
    }

    /// Where a winning bid is better, as good, or worse: in figures as far as they may be told. Better first.
    fn advantages(&self, winner: &WinningBid<'_>, own: &OwnFigures) -> Vec<Item> {
        let mut items: Vec<(Ordering, Item)> = winner
            .comparisons
            .iter()
            .map(|c| (c.winner, Item::new(self.comparison(c, winner, own))))
            .collect();
        items.sort_by_key(|(order, _)| std::cmp::Reverse(*order));
        let judged = winner.reasons.iter().map(|r| Item::new(self.one(self.w.judged_winner, "reason", *r)));
        items.into_iter().map(|(_, item)| item).chain(judged).collect()
    }

    fn comparison(&self, c: &CriterionComparison, winner: &WinningBid<'_>, own: &OwnFigures) -> String {
        let w = self.w;
        let Some(criterion) = c.criterion else {
            let template = match (c.winner, winner.price) {
                (Ordering::Greater, Some(_)) => w.price_lower_by,
                (Ordering::Greater, None) => w.price_lower,
                (Ordering::Equal, _) => w.price_same,
                (Ordering::Less, Some(_)) => w.price_higher_by,
                (Ordering::Less, None) => w.price_higher,
            };
            let mut args = vec![("own", Figure::from(self.amount(own.price)))];
            args.extend(winner.price.map(|p| ("theirs", Figure::from(self.amount(p)))));
            return self.say(template, &args);
        };
        let of =
            |points: &[(usize, Ratio)]| points.iter().find(|(i, _)| *i == criterion).map(|(_, p)| p.clone());
        let theirs = of(&winner.points);
        let template = match (c.winner, &theirs) {
            (Ordering::Greater, Some(_)) => w.more_points_by,
            (Ordering::Greater, None) => w.more_points,
            (Ordering::Equal, _) => w.same_points,
            (Ordering::Less, Some(_)) => w.fewer_points_by,
            (Ordering::Less, None) => w.fewer_points,
        };
        let title = &self.letter.outcome.tender.evaluation.criteria[criterion].title;
        let mut args = vec![("criterion", Figure::from(title.as_str()))];
        args.extend(of(&own.points).map(|p| ("own", Figure::from(self.points(&p)))));
        args.extend(theirs.map(|p| ("theirs", Figure::from(self.points(&p)))));
        self.say(template, &args)
    }

    fn gap(&self, gap: &Gap) -> String {
        let w = self.w;
        let winner = ("winner", Figure::from(self.bidder(gap.to)));
        match &gap.by {
            GapFigure::Score(score) => {
                self.say(w.gap_score, &vec![("by", Figure::from(self.score(score))), winner])
            }
            GapFigure::Money(by) if by.ore() == 0 => self.one(w.gap_none, "rules", self.tie_rules()),
            GapFigure::Money(by) => {
                let kind = &self.letter.outcome.tender.evaluation.kind;
                let template = match (gap.exact, kind) {
                    (false, _) => w.gap_awards,
                    (true, ModelKind::LowestPrice) => w.gap_price,
                    (true, _) => w.gap_evaluated,
                };
                self.say(template, &vec![("by", Figure::from(self.amount(*by))), winner])
            }
        }
    }

    fn other(&self, other: &crate::letter::OtherBid) -> String {
        let figure = match (other.evaluated_price, &other.score) {
            (Some(price), _) => self.amount(price),
            (None, Some(score)) => self.score(score),
            (None, None) => String::new(),
        };
        format!("{}: {figure}", self.bidder(other.bid))
    }
}
