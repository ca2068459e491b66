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
}

impl<'a> View<'a> {
    pub(in crate::report) fn new(outcome: &'a Outcome<'a>, language: Language) -> Self {
        View { outcome, language }
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

    /// Whether scores decide, and not prices.
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

    pub(in crate::report) fn word(&self, id: &str) -> &'static str {
        self.language.word(id)
    }

    pub(in crate::report) fn message(&self, id: &str, args: &Figures) -> String {
        self.language.message(id, args)
    }

    /// A message that names the sort of competition (`report::kind`).
    pub(in crate::report) fn message_of_kind(&self, id: &str, mut args: Figures) -> String {
        args.extend(kind_figures(self.tender().head.kind, self.language));
        self.message(id, &args)
    }

    pub(in crate::report) fn yes_or_no(&self, yes: bool) -> &'static str {
        self.word(if yes { "evaluation-yes" } else { "evaluation-no" })
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
            Some(_) => self.word("evaluation-admissible"),
            None if self.is_not_bid(bid, lot) => self.word("evaluation-not-bid"),
            None => self.word("evaluation-out"),
        }
    }

    /// Yes, no, or tie; nothing for a bid that is not evaluated.
    pub(in crate::report) fn whether_wins(&self, bid: usize, lot: usize) -> &'static str {
        match self.evaluated(bid, lot) {
            None => "",
            Some(_) if self.wins(bid, lot) => self.yes_or_no(true),
            Some(_) if self.ties_for(bid, lot) => self.word("evaluation-csv-tie"),
            Some(_) => self.yes_or_no(false),
        }
    }

    /// The bid as one of several suppliers of the lot.
    pub(in crate::report) fn supplier(&self, bid: usize, lot: usize) -> Option<&'a Supplier> {
        self.outcome.award.lots.get(lot)?.suppliers.iter().find(|s| s.bidder == bid)
    }

    /// A rule that is in the way, in words.
    pub(in crate::report) fn rule(&self, rule: &BlockingRule) -> String {
        let structure = &self.tender().structures[self.outcome.structure];
        let lots: Vec<String> = rule.lots.iter().map(|&l| self.lot(l).to_owned()).collect();
        let mut args: Figures = vec![("lots", Figure::List(lots))];
        if let Some(b) = rule.bidder {
            args.push(("bidder", Figure::from(self.bidder(b))));
        }
        let own = rule.bidder.map(|b| &self.tender().bids[b]);
        let (id, limit) = match rule.rule {
            "max-lots-per-bidder" => {
                ("evaluation-rule-max-lots-per-bidder", structure.max_lots_per_bidder.map(Figure::from))
            }
            "min-suppliers" => ("evaluation-rule-min-suppliers", structure.min_suppliers.map(Figure::from)),
            "max-suppliers" => ("evaluation-rule-max-suppliers", structure.max_suppliers.map(Figure::from)),
            "max-lots" => {
                ("evaluation-rule-max-lots", own.and_then(|b| b.max_lots).map(|(n, _)| Figure::from(n)))
            }
            "capacity" => {
                ("evaluation-rule-capacity", own.and_then(|b| b.capacity).map(|(v, _)| Figure::from(v)))
            }
            "only-together" => ("evaluation-rule-only-together", None),
            "lot-capacity" => ("evaluation-rule-lot-capacity", None),
            other => return other.to_owned(),
        };
        args.extend(limit.map(|l| ("limit", l)));
        self.message(id, &args)
    }

    /// A tie rule in words.
    pub(in crate::report) fn tie_rule(&self, rule: &TieRule) -> String {
        match rule {
            TieRule::LowerPrice => self.word("evaluation-tie-lower-price").to_owned(),
            TieRule::Higher(criterion) => {
                self.message("evaluation-tie-higher", &vec![("criterion", Figure::from(criterion.as_str()))])
            }
            TieRule::FewerSuppliers => self.word("evaluation-tie-fewer-suppliers").to_owned(),
            TieRule::MoreSuppliers => self.word("evaluation-tie-more-suppliers").to_owned(),
            TieRule::EarlierReceived => self.word("evaluation-tie-earlier-received").to_owned(),
            TieRule::Draw => self.word("evaluation-tie-draw").to_owned(),
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
            ModelKind::LowestPrice => self.word("evaluation-the-price"),
            _ => self.word("evaluation-the-evaluated-price"),
        }
    }

    /// What decides, as the rest of a sentence about the lot price.
    pub(in crate::report) fn what_decides(&self) -> &'static str {
        match self.tender().evaluation.kind {
            ModelKind::LowestPrice => self.word("evaluation-decides-price"),
            _ if self.scores() => self.word("evaluation-decides-score"),
            _ => self.word("evaluation-decides-evaluated"),
        }
    }

    /// Several rules, joined.
    pub(in crate::report) fn rules(&self, rules: &[BlockingRule]) -> String {
        self.language.list(&rules.iter().map(|r| self.rule(r)).collect::<Vec<_>>())
    }
}
