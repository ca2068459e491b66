use super::words::Words;
use crate::{
    admission::{LotBid, LotFigures},
    award::AwardCount,
    evaluation::{EvaluatedBid, EvaluatedResult},
    number::{Figure, Figures, Money, Ratio, Rounding},
    outcome::{BlockingRule, Outcome, Supplier},
    report::{Language, kind::kind_figures},
    tender::{Lot, ModelKind, Tender, TieRule},
};

/// An outcome as a reader of a language sees it.
#[derive(Clone, Copy)]
pub(in crate::report) struct View<'a> {
    pub(in crate::report) outcome: &'a Outcome<'a>,
    pub(in crate::report) language: Language,
    pub(in crate::report) words: &'static Words,
}

impl<'a> View<'a> {
    pub(in crate::report) fn new(outcome: &'a Outcome<'a>, language: Language) -> Self {
        View { outcome, language, words: Words::of(language) }
    }

    pub(in crate::report) fn tender(&self) -> &'a Tender {
        self.outcome.tender
    }

    pub(in crate::report) fn lots(&self) -> &'a [Lot] {
        &self.tender().structures[self.outcome.structure].lots
    }

    pub(in crate::report) fn lot(&self, lot: usize) -> &'a str {
        &self.lots()[lot].id
    }

    /// `id – title`, or the id where it is the title too.
    pub(in crate::report) fn lot_with_title(&self, lot: usize) -> String {
        let lot = &self.lots()[lot];
        if lot.title == lot.id { lot.id.clone() } else { format!("{} – {}", lot.id, lot.title) }
    }

    pub(in crate::report) fn bidder(&self, bid: usize) -> &'a str {
        &self.tender().bids[bid].bidder
    }

    /// By its index in file order, whether scores decide.
    pub(in crate::report) fn scores(&self) -> bool {
        self.tender().evaluation.highest_wins()
    }

    /// The bid on the lot, if it was evaluated there.
    pub(in crate::report) fn evaluated(&self, bid: usize, lot: usize) -> Option<&'a EvaluatedBid> {
        self.outcome.evaluated.lots[lot].bids[bid].as_ref()
    }

    /// The bid's figures on the lot without combination discounts, if it was evaluated there.
    pub(in crate::report) fn figures(&self, bid: usize, lot: usize) -> Option<&'a LotFigures> {
        self.evaluated(bid, lot)?;
        self.outcome.admitted.bids[bid].lots[lot].figures()?.first()
    }

    pub(in crate::report) fn is_not_bid(&self, bid: usize, lot: usize) -> bool {
        self.outcome.admitted.bids[bid].lots[lot] == LotBid::NotBid
    }

    /// The evaluated price without combination discounts, where prices decide.
    pub(in crate::report) fn evaluated_price(&self, bid: usize, lot: usize) -> Option<Money> {
        match &self.evaluated(bid, lot)?.result {
            EvaluatedResult::Price(tiers) => tiers.first().copied(),
            EvaluatedResult::Score { .. } => None,
        }
    }

    pub(in crate::report) fn say(&self, template: &str, args: &Figures) -> String {
        self.language.fill(template, args)
    }

    /// Fills a template that says what sort of competition it is (`report::kind`).
    pub(in crate::report) fn say_of_kind(&self, template: &str, mut args: Figures) -> String {
        args.extend(kind_figures(self.tender().head.kind, self.language));
        self.say(template, &args)
    }

    /// An amount, or nothing.
    pub(in crate::report) fn money(&self, amount: Option<Money>) -> String {
        amount.map_or(String::new(), |m| self.language.money(m))
    }

    /// A number with the decimals of its rounding; without rounding as exactly as can be read.
    pub(in crate::report) fn number(&self, number: &Ratio, decimals: Option<u32>) -> String {
        match decimals {
            Some(d) => self.language.decimal(&number.to_decimals_half_up(d)),
            None => self.language.number(number),
        }
    }

    /// The score, rounded and unrounded (the latter only where it differs).
    pub(in crate::report) fn score(&self, bid: usize, lot: usize) -> (String, String) {
        match self.evaluated(bid, lot).map(|e| &e.result) {
            Some(EvaluatedResult::Score { rounded, unrounded }) => {
                let beside = if rounded == unrounded { String::new() } else { self.number(unrounded, None) };
                (self.number(rounded, self.tender().evaluation.rounding.score), beside)
            }
            _ => (String::new(), String::new()),
        }
    }

    /// What is saved against the fallback, in kroner and in per cent.
    pub(in crate::report) fn saving(&self, fallback: Option<Money>, cost: Option<Money>) -> (String, String) {
        let Some((fallback, cost)) = fallback.zip(cost) else { return Default::default() };
        let Ok(saving) = fallback.checked_sub(cost) else { return Default::default() };
        let percent = (Ratio::kroner(saving) * Ratio::whole(100)).checked_div(&Ratio::kroner(fallback));
        let percent = percent.map(|p| p.rounded(2, Rounding::HalfUp).to_decimals_half_up(2));
        (self.language.money(saving), percent.map_or(String::new(), |p| self.language.decimal(&p)))
    }

    /// What the buyer would pay if the bid got the lot: the bidder, and elsewhere.
    pub(in crate::report) fn cost(&self, bid: usize, lot: usize) -> Option<Money> {
        self.figures(bid, lot).and_then(|f| f.expected_payment.checked_add(f.elsewhere).ok())
    }

    /// The fallback of all lots; `None` where that of some lot is unknown.
    pub(in crate::report) fn fallback_total(&self) -> Option<Money> {
        let all: Option<Vec<Money>> = self.outcome.admitted.fallback.iter().copied().collect();
        Money::sum(all?).ok()
    }

    /// Bids on a lot by rank, then those without a rank in file order.
    pub(in crate::report) fn by_rank(&self, lot: usize) -> Vec<usize> {
        let mut bids: Vec<usize> = (0..self.tender().bids.len()).collect();
        let rank = |b: usize| {
            let place = self.outcome.standings[b][lot].rank.unwrap_or(usize::MAX);
            (place, self.is_not_bid(b, lot), b)
        };
        bids.sort_by_key(|&b| rank(b));
        bids
    }

    /// Whether the bid wins the lot in one of the awards that tie rules leave, without a winner being named.
    pub(in crate::report) fn ties_for(&self, bid: usize, lot: usize) -> bool {
        let award = &self.outcome.award;
        award.lots.get(lot).is_some_and(|l| l.winner.is_none())
            && award.tied.iter().any(|t| t.get(lot) == Some(&Some(bid)))
    }

    pub(in crate::report) fn wins(&self, bid: usize, lot: usize) -> bool {
        self.outcome.award.lots.get(lot).is_some_and(|l| l.winner == Some(bid))
    }

    /// Admissible, inadmissible or not bid.
    pub(in crate::report) fn status(&self, bid: usize, lot: usize) -> &'static str {
        match self.evaluated(bid, lot) {
            Some(_) => self.words.admissible,
            None if self.is_not_bid(bid, lot) => self.words.not_bid,
            None => self.words.out,
        }
    }

    /// Yes, no, or tie; nothing for a bid that is not evaluated.
    pub(in crate::report) fn whether_wins(&self, bid: usize, lot: usize) -> &'static str {
        match self.evaluated(bid, lot) {
            None => "",
            Some(_) if self.wins(bid, lot) => self.words.yes,
            Some(_) if self.ties_for(bid, lot) => self.words.csv_tie,
            Some(_) => self.words.no,
        }
    }

    /// The bid as one of several suppliers of the lot.
    pub(in crate::report) fn supplier(&self, bid: usize, lot: usize) -> Option<&'a Supplier> {
        self.outcome.award.lots.get(lot)?.suppliers.iter().find(|s| s.bidder == bid)
    }

    /// A rule that stands in the way, in words.
    pub(in crate::report) fn rule(&self, rule: &BlockingRule) -> String {
        let structure = &self.tender().structures[self.outcome.structure];
        let w = self.words;
        let lots: Vec<String> = rule.lots.iter().map(|&l| self.lot(l).to_owned()).collect();
        let mut args: Figures = vec![("lots", Figure::List(lots))];
        if let Some(b) = rule.bidder {
            args.push(("bidder", Figure::from(self.bidder(b))));
        }
        let own = rule.bidder.map(|b| &self.tender().bids[b]);
        let (template, limit) = match rule.rule {
            "max-lots-per-bidder" => {
                (w.rule_max_lots_per_bidder, structure.max_lots_per_bidder.map(Figure::from))
            }
            "min-suppliers" => (w.rule_min_suppliers, structure.min_suppliers.map(Figure::from)),
            "max-suppliers" => (w.rule_max_suppliers, structure.max_suppliers.map(Figure::from)),
            "max-lots" => (w.rule_max_lots, own.and_then(|b| b.max_lots).map(|(n, _)| Figure::from(n))),
            "capacity" => (w.rule_capacity, own.and_then(|b| b.capacity).map(|(v, _)| Figure::from(v))),
            "only-together" => (w.rule_only_together, None),
            "lot-capacity" => (w.rule_lot_capacity, None),
            other => return other.to_owned(),
        };
        args.extend(limit.map(|l| ("limit", l)));
        self.say(template, &args)
    }

    /// A tie rule in words.
    pub(in crate::report) fn tie_rule(&self, rule: &TieRule) -> String {
        let w = self.words;
        match rule {
            TieRule::LowerPrice => w.tie_lower_price.to_owned(),
            TieRule::Higher(criterion) => {
                self.say(w.tie_higher, &vec![("criterion", Figure::from(criterion.as_str()))])
            }
            TieRule::FewerSuppliers => w.tie_fewer_suppliers.to_owned(),
            TieRule::MoreSuppliers => w.tie_more_suppliers.to_owned(),
            TieRule::EarlierReceived => w.tie_earlier_received.to_owned(),
            TieRule::Draw => w.tie_draw.to_owned(),
        }
    }

    /// The tender's tie rules in words, in order.
    pub(in crate::report) fn tie_rules(&self) -> String {
        let rules: Vec<String> = self.tender().award.ties.iter().map(|t| self.tie_rule(t)).collect();
        self.language.list(&rules)
    }

    /// A number of awards: with `+` where counting stopped.
    pub(in crate::report) fn award_count(&self, count: AwardCount) -> String {
        let (n, more) = match count {
            AwardCount::Exactly(n) => (n, ""),
            AwardCount::AtLeast(n) => (n, "+"),
        };
        format!("{}{more}", self.language.decimal(&n.to_string()))
    }

    /// What a distance is a distance of: the lot price, or the evaluated price where the model makes one.
    pub(in crate::report) fn the_price(&self) -> &'static str {
        match self.tender().evaluation.kind {
            ModelKind::LowestPrice => self.words.the_price,
            _ => self.words.the_evaluated_price,
        }
    }

    /// What decides, as the rest of a sentence about the lot price.
    pub(in crate::report) fn what_decides(&self) -> &'static str {
        match self.tender().evaluation.kind {
            ModelKind::LowestPrice => self.words.decides_price,
            _ if self.scores() => self.words.decides_score,
            _ => self.words.decides_evaluated,
        }
    }

    /// Several rules, joined.
    pub(in crate::report) fn rules(&self, rules: &[BlockingRule]) -> String {
        self.language.list(&rules.iter().map(|r| self.rule(r)).collect::<Vec<_>>())
    }
}
