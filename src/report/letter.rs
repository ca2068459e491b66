//! Letters to bidders: the decision, the figures and reasons of each lot, standstill and how to complain.

use std::cmp::Ordering;

use jiff::civil::{Date, Weekday};
use serde_json::Value;

use super::{
    Language, Report,
    evaluation::View,
    findings::{finding_message, remarks},
    page::{Block, Column, Grid, Item, Page, Part, Tone},
};
use crate::{
    admission::Finding,
    law::{ClosedDay, standstill},
    letter::{
        CriterionComparison, Gap, GapFigure, Letter, LetterKind, LotPart, OtherBid, OwnFigures, OwnPart,
        ReaderLotOutcome, WinningBid, ties_lots_together,
    },
    number::{Figure, Figures, Money, Ratio, Volume},
    record::{ReplayError, evaluation_json::rounded_text},
    tender::{
        Best, Method, ModelKind, Sent, StandstillBasis, StandstillTerms, TenderKind, TieRule, UnawardedRule,
    },
};

/// What a letter needs besides the decision.
#[derive(Clone, Copy, Debug, Default)]
pub struct LetterHead<'a> {
    /// The day on which it is sent; without it there are blanks to fill in.
    pub sent: Option<Date>,
    /// The hash of the record that it is written from.
    pub record_hash: Option<&'a str>,
}

/// A letter to a bidder, as text or Markdown; it has no other form.
#[derive(Clone, Copy, Debug)]
pub struct LetterReport<'l, 'o> {
    /// What the letter is made of.
    pub letter: &'l Letter<'o>,
    /// What it needs besides.
    pub head: LetterHead<'l>,
}

impl Report for LetterReport<'_, '_> {
    fn page(&self, language: Language) -> Page {
        let LetterReport { letter, head } = *self;
        let writer = LetterWriter { letter, head, language };
        let mut parts = vec![writer.beginning()];
        let has_content =
            |part: &&LotPart<'_>| !matches!(&part.own, OwnPart::Out(reasons) if reasons.is_empty());
        parts.extend(letter.lots.iter().filter(has_content).map(|part| writer.lot(part)));
        parts.extend(writer.remarks());
        parts.extend(writer.standstill());
        parts.extend(writer.complaint());
        parts.push(writer.ending());
        Page { title: writer.title(), banner: None, parts }
    }

    fn json(&self, _: Language) -> Value {
        Value::Null
    }

    fn rows(&self, _: Language) -> Option<Vec<Vec<String>>> {
        None
    }
}

/// Why no letter can be written from a record.
pub fn letter_fault_text(error: &ReplayError, language: Language) -> &'static str {
    language.word(match error {
        ReplayError::Manifest(_) | ReplayError::NoTenderFile => "letter-fault-record-json",
        ReplayError::Tender(_) => "letter-fault-tender",
        ReplayError::Decision(_) | ReplayError::NotProven | ReplayError::Differs => "letter-fault-differs",
    })
}

/// A winner's question is open.
pub fn open_question_text(language: Language) -> &'static str {
    language.word("letter-open-question")
}

/// What all parts of a letter are worded with.
struct LetterWriter<'l, 'o> {
    letter: &'l Letter<'o>,
    head: LetterHead<'l>,
    language: Language,
}

impl LetterWriter<'_, '_> {
    fn word(&self, id: &str) -> &'static str {
        self.language.word(id)
    }

    /// A message. An amount that ends a sentence brings its own full stop.
    fn message(&self, id: &str, args: &Figures) -> String {
        self.language.message(id, args).replace("kr..", "kr.")
    }

    /// A message with one argument.
    fn with(&self, id: &str, name: &'static str, figure: impl Into<Figure>) -> String {
        self.message(id, &vec![(name, figure.into())])
    }

    /// An amount with its currency.
    fn amount(&self, money: Money) -> String {
        let currency = self.letter.outcome.tender.head.currency.as_str();
        let args = vec![("currency", Figure::from(currency)), ("amount", Figure::from(money))];
        self.language.message("letter-amount", &args)
    }

    fn bidder(&self, bid: usize) -> &str {
        self.letter.outcome.tender.bids.get(bid).map_or("", |b| b.bidder.as_str())
    }

    /// A lot as people call it.
    fn lot_name(&self, lot: usize) -> String {
        let outcome = self.letter.outcome;
        let lot = outcome.tender.structures.get(outcome.structure).and_then(|s| s.lots.get(lot));
        lot.map(|l| if l.title.is_empty() { l.id.clone() } else { l.title.clone() }).unwrap_or_default()
    }

    /// Whether the tender has one lot alone, which no letter need name.
    fn is_whole(&self) -> bool {
        self.letter.outcome.evaluated.lots.len() == 1
    }

    /// The lots of some outcome in words: `the contract`, `the lot a`, `the lots a and b`.
    fn lots(&self, wanted: impl Fn(&LotPart<'_>) -> bool) -> String {
        let several = self.letter.outcome.tender.award.suppliers_per_lot > 1;
        if self.is_whole() {
            return self.word(if several { "letter-the-framework" } else { "letter-the-contract" }).into();
        }
        let names: Vec<String> =
            self.letter.lots.iter().filter(|p| wanted(p)).map(|p| self.lot_name(p.lot)).collect();
        let id = if names.len() == 1 { "letter-the-lot" } else { "letter-the-lots" };
        self.with(id, "lots", self.language.list(&names))
    }

    fn title(&self) -> String {
        let head = &self.letter.outcome.tender.head;
        let tender =
            if head.title.is_empty() { head.id.clone() } else { format!("{} – {}", head.id, head.title) };
        let id = match self.letter.kind {
            LetterKind::Won => "letter-title-won",
            LetterKind::WonSome => "letter-title-won-some",
            LetterKind::Lost => "letter-title-lost",
            LetterKind::Inadmissible => "letter-title-inadmissible",
            LetterKind::Open => "letter-title-open",
            LetterKind::NotAwarded => "letter-title-not-awarded",
        };
        self.with(id, "tender", tender)
    }

    /// Who writes to whom, about what; and the decision.
    fn beginning(&self) -> Part {
        let tender = self.letter.outcome.tender;
        let kind = self.word(match self.letter.tender_kind() {
            TenderKind::Tender => "letter-tender",
            TenderKind::MiniTender => "letter-mini-tender",
            TenderKind::OfferCollection => "letter-offer-collection",
        });
        let head = &tender.head;
        let mut facts = vec![
            (self.word("letter-to"), self.bidder(self.letter.bid).to_owned()),
            (self.word("letter-from"), head.buyer.clone()),
            (kind, format!("{} – {}", head.id, head.title)),
        ];
        if let Some(framework) = &tender.framework {
            facts.push((self.word("letter-framework"), format!("{} – {}", framework.id, framework.title)));
        }
        let date = self
            .head
            .sent
            .map_or_else(|| self.word("letter-blank").to_owned(), |day| self.language.date(day));
        facts.push((self.word("letter-date"), date));
        if let Some(hash) = self.head.record_hash {
            facts.push((self.word("letter-record"), hash.to_owned()));
        }
        let facts = facts.into_iter().map(|(what, value)| (what.to_owned(), value)).collect();
        let mut part = Part { blocks: vec![Block::Facts(facts)], ..Part::default() };
        part.text(format!("{} {}", self.word("letter-thanks"), self.decision()));
        let wins = matches!(self.letter.kind, LetterKind::Won | LetterKind::WonSome);
        if wins {
            part.text(self.word("letter-not-accepted-yet"));
        }
        if !self.letter.reasons.is_empty() {
            part.list(self.reasons(&self.letter.reasons));
        }
        part
    }

    fn decision(&self) -> String {
        let evaluated = |p: &LotPart<'_>| matches!(p.own, OwnPart::Evaluated(_));
        let won = |p: &LotPart<'_>| {
            evaluated(p) && matches!(p.outcome, ReaderLotOutcome::Won | ReaderLotOutcome::Supplies { .. })
        };
        let lost = |p: &LotPart<'_>| evaluated(p) && p.outcome == ReaderLotOutcome::Lost;
        match self.letter.kind {
            LetterKind::Won if self.letter.outcome.tender.award.suppliers_per_lot > 1 => {
                self.with("letter-supplies", "lots", self.lots(won))
            }
            LetterKind::Won => self.with("letter-won", "lots", self.lots(won)),
            LetterKind::WonSome => {
                let not_won = |p: &LotPart<'_>| evaluated(p) && !won(p);
                let args =
                    vec![("won", Figure::from(self.lots(won))), ("lost", Figure::from(self.lots(not_won)))];
                self.message("letter-won-some", &args)
            }
            LetterKind::Lost => self.with("letter-lost", "lots", self.lots(lost)),
            LetterKind::Inadmissible => self.word("letter-inadmissible").to_owned(),
            LetterKind::Open => {
                let open =
                    self.with("letter-open", "lots", self.lots(|p| p.outcome == ReaderLotOutcome::Open));
                let draws = self.letter.outcome.tender.award.ties.contains(&TieRule::Draw);
                if draws { format!("{open} {}", self.word("letter-open-draw")) } else { open }
            }
            LetterKind::NotAwarded => self.with("letter-not-awarded", "lots", self.lots(evaluated)),
        }
    }

    /// Why a bid is out: every finding in full, since each may be complained about.
    fn reasons(&self, findings: &[&Finding]) -> Vec<Item> {
        let outcome = self.letter.outcome;
        remarks(outcome.tender, outcome.structure, findings, self.language)
            .into_iter()
            .map(|(_, text)| Item::new(text))
            .collect()
    }

    /// Remarks on the reader's own bid, and what the buyer judged of it.
    fn remarks(&self) -> Vec<Part> {
        let outcome = self.letter.outcome;
        let mut parts = Vec::new();
        if !self.letter.remarks.is_empty() {
            let mut part = Part::new(self.word("letter-heading-remarks"));
            let one = |f: &&Finding| {
                Item::new(finding_message(outcome.tender, outcome.structure, f, self.language))
            };
            part.list(self.letter.remarks.iter().map(one).collect());
            parts.push(part);
        }
        if !self.letter.judged.is_empty() {
            let mut part = Part::new(self.word("letter-heading-judged"));
            part.list(self.letter.judged.iter().map(|r| Item::new(*r)).collect());
            parts.push(part);
        }
        parts
    }

    /// The tender's rules for ties, in words.
    fn tie_rules(&self) -> String {
        View::new(self.letter.outcome, self.language).tie_rules()
    }

    /// One lot.
    fn lot(&self, part: &LotPart<'_>) -> Part {
        let heading = if self.is_whole() {
            self.word("letter-heading-evaluation").to_owned()
        } else {
            self.with("letter-heading-lot", "lot", self.lot_name(part.lot))
        };
        let mut page = Part::new(heading);
        let OwnPart::Evaluated(own) = &part.own else {
            if let OwnPart::Out(reasons) = &part.own
                && !reasons.is_empty()
            {
                page.text(self.word(if self.is_whole() { "letter-whole-out" } else { "letter-lot-out" }));
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
            page.text(self.with("letter-blocked", "rules", self.language.list(&rules)));
        }
        if !part.others.is_empty() {
            page.text(self.word("letter-others"));
            page.list(part.others.iter().map(|o| Item::new(self.other(o))).collect());
        }
        page
    }

    fn model(&self) -> String {
        let model = &self.letter.outcome.tender.evaluation;
        let id = match &model.kind {
            ModelKind::LowestPrice => "letter-lowest-price",
            ModelKind::Points => "letter-points-model",
            ModelKind::EvaluatedPrice(_) => "letter-evaluated-price-model",
            ModelKind::Formula { best: Best::Highest, .. } => "letter-formula-score-model",
            ModelKind::Formula { best: Best::Lowest, .. } => "letter-formula-price-model",
        };
        self.with(id, "scale", Ratio::from(model.scale))
    }

    /// What became of the lot, and how the reader's bid stood.
    fn what_became(&self, part: &LotPart<'_>, own: &OwnFigures) -> String {
        let outcome = self.letter.outcome;
        let winners = self
            .language
            .list(&part.winners.iter().map(|x| self.bidder(x.bid).to_owned()).collect::<Vec<_>>());
        let several = outcome.tender.award.suppliers_per_lot > 1;
        let mut sentences = Vec::new();
        match part.outcome {
            ReaderLotOutcome::Won if self.is_whole() => {}
            ReaderLotOutcome::Won => sentences.push(self.word("letter-lot-won").to_owned()),
            ReaderLotOutcome::Supplies { rank, volume } => {
                let all = Figure::Volume(self.volume(part.lot));
                let args =
                    vec![("rank", Figure::from(rank)), ("volume", Figure::Volume(volume)), ("all", all)];
                sentences.push(self.message("letter-lot-supplies", &args));
                if !part.winners.is_empty() {
                    let args =
                        vec![("n", Figure::from(part.winners.len())), ("winners", Figure::from(winners))];
                    sentences.push(self.message("letter-lot-names-after", &args));
                }
            }
            ReaderLotOutcome::Lost if several => {
                sentences.push(self.with("letter-lot-suppliers", "winners", winners))
            }
            ReaderLotOutcome::Lost => sentences.push(self.with("letter-lot-lost", "winner", winners)),
            ReaderLotOutcome::Open => sentences.push(self.word("letter-lot-open").to_owned()),
            ReaderLotOutcome::NotAwarded if outcome.tender.award.unawarded == UnawardedRule::IfCheaper => {
                sentences.push(self.word("letter-lot-cheaper-elsewhere").to_owned());
            }
            ReaderLotOutcome::NotAwarded => sentences.push(self.word("letter-lot-no-room").to_owned()),
        }
        sentences.push(match own.of {
            Some(1) => self.word("letter-rank-alone").to_owned(),
            Some(of) => {
                self.message("letter-rank", &vec![("rank", Figure::from(own.rank)), ("of", Figure::from(of))])
            }
            None => self.with("letter-rank-of-unknown", "rank", own.rank),
        });
        if part.outcome == ReaderLotOutcome::Lost && ties_lots_together(outcome) {
            sentences.push(self.word("letter-across-lots").to_owned());
        }
        if part.is_lost_by_tie(outcome)
            && let Some(first) = part.winners.first()
        {
            let args = vec![
                ("winner", Figure::from(self.bidder(first.bid))),
                ("rules", Figure::from(self.tie_rules())),
            ];
            sentences.push(self.message("letter-tie-decided", &args));
        }
        sentences.join(" ")
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
        let model = &self.letter.outcome.tender.evaluation;
        let shown: Vec<&WinningBid<'_>> = part.winners.iter().filter(|x| x.has_figures()).collect();
        let mut columns = vec![
            Column::name(""),
            Column::figure(self.word("letter-weight")),
            Column::figure(self.word("letter-your-bid")),
        ];
        columns.extend(shown.iter().map(|x| Column::figure(self.bidder(x.bid))));
        let mut grid = Grid::new(columns);
        let mut row = |what: String, weight: String, own: String, theirs: Vec<String>| {
            grid.row([vec![what, weight, own], theirs].concat(), Tone::Plain);
        };
        let each = |figure: &dyn Fn(&WinningBid<'_>) -> Option<String>| -> Vec<String> {
            shown.iter().map(|x| figure(x).unwrap_or_default()).collect()
        };
        let prices = each(&|x| x.price.map(|p| self.amount(p)));
        row(self.word("letter-price").into(), String::new(), self.amount(own.price), prices);
        for (criterion, points) in &own.points {
            let c = &model.criteria[*criterion];
            let weight = c.weight.map(|x| format!("{} %", self.language.number(&Ratio::from(x))));
            let theirs = each(&|x| {
                let found = x.points.iter().find(|(other, _)| other == criterion);
                found.map(|(_, p)| self.points(p))
            });
            let what = self.with("letter-points-of", "criterion", c.title.as_str());
            row(what, weight.unwrap_or_default(), self.points(points), theirs);
        }
        if let (Some(price), false) = (own.evaluated_price, model.kind == ModelKind::LowestPrice) {
            let theirs = each(&|x| x.evaluated_price.map(|p| self.amount(p)));
            row(self.word("letter-evaluated-price").into(), String::new(), self.amount(price), theirs);
        }
        if let Some(score) = &own.score {
            let theirs = each(&|x| x.score.as_ref().map(|s| self.score(s)));
            row(self.word("letter-score").into(), String::new(), self.score(score), theirs);
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
                let id = match c.method {
                    Some(Method::Linear { .. }) => "letter-scale-slope",
                    _ => "letter-scale-zero",
                };
                let args = vec![
                    ("criterion", Figure::from(c.title.as_str())),
                    ("used", Figure::from(scale.used.clone())),
                ];
                self.message(id, &args)
            })
            .collect()
    }

    fn compare(&self, part: &LotPart<'_>, own: &OwnFigures, page: &mut Part) {
        let compared: Vec<&WinningBid<'_>> =
            part.winners.iter().filter(|x| !x.comparisons.is_empty()).collect();
        match compared.as_slice() {
            [] => {}
            [one] => {
                page.text(self.word("letter-advantages"));
                page.list(self.advantages(one, own));
            }
            several => {
                page.text(self.word("letter-advantages-of"));
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
        let judged =
            winner.reasons.iter().map(|r| Item::new(self.with("letter-judged-winner", "reason", *r)));
        items.into_iter().map(|(_, item)| item).chain(judged).collect()
    }

    fn comparison(&self, c: &CriterionComparison, winner: &WinningBid<'_>, own: &OwnFigures) -> String {
        let Some(criterion) = c.criterion else {
            let id = match (c.winner, winner.price) {
                (Ordering::Greater, Some(_)) => "letter-price-lower-by",
                (Ordering::Greater, None) => "letter-price-lower",
                (Ordering::Equal, _) => "letter-price-same",
                (Ordering::Less, Some(_)) => "letter-price-higher-by",
                (Ordering::Less, None) => "letter-price-higher",
            };
            let mut args = vec![("own", Figure::from(self.amount(own.price)))];
            args.extend(winner.price.map(|p| ("theirs", Figure::from(self.amount(p)))));
            return self.message(id, &args);
        };
        let of =
            |points: &[(usize, Ratio)]| points.iter().find(|(i, _)| *i == criterion).map(|(_, p)| p.clone());
        let theirs = of(&winner.points);
        let id = match (c.winner, &theirs) {
            (Ordering::Greater, Some(_)) => "letter-more-points-by",
            (Ordering::Greater, None) => "letter-more-points",
            (Ordering::Equal, _) => "letter-same-points",
            (Ordering::Less, Some(_)) => "letter-fewer-points-by",
            (Ordering::Less, None) => "letter-fewer-points",
        };
        let title = &self.letter.outcome.tender.evaluation.criteria[criterion].title;
        let mut args = vec![("criterion", Figure::from(title.as_str()))];
        args.extend(of(&own.points).map(|p| ("own", Figure::from(self.points(&p)))));
        args.extend(theirs.map(|p| ("theirs", Figure::from(self.points(&p)))));
        self.message(id, &args)
    }

    fn gap(&self, gap: &Gap) -> String {
        let winner = ("winner", Figure::from(self.bidder(gap.to)));
        match &gap.by {
            GapFigure::Score(score) => {
                self.message("letter-gap-score", &vec![("by", Figure::from(self.score(score))), winner])
            }
            GapFigure::Money(by) if by.ore() == 0 => self.with("letter-gap-none", "rules", self.tie_rules()),
            GapFigure::Money(by) => {
                let kind = &self.letter.outcome.tender.evaluation.kind;
                let id = match (gap.exact, kind) {
                    (false, _) => "letter-gap-awards",
                    (true, ModelKind::LowestPrice) => "letter-gap-price",
                    (true, _) => "letter-gap-evaluated",
                };
                self.message(id, &vec![("by", Figure::from(self.amount(*by))), winner])
            }
        }
    }

    fn other(&self, other: &OtherBid) -> String {
        let figure = match (other.evaluated_price, &other.score) {
            (Some(price), _) => self.amount(price),
            (None, Some(score)) => self.score(score),
            (None, None) => String::new(),
        };
        format!("{}: {figure}", self.bidder(other.bid))
    }

    /// The standstill, with dates where the day of sending is known; `None` where nothing is decided.
    fn standstill(&self) -> Option<Part> {
        let terms = self.letter.standstill?;
        let mut part = Part::new(self.word("letter-heading-standstill"));
        if terms.days == 0 {
            part.text(self.no_standstill(&terms));
            return Some(part);
        }
        let shorter =
            self.letter.tender_kind() == TenderKind::Tender && terms.days < terms.sent.days_of_the_law();
        let id = match (terms.basis, self.letter.tender_kind()) {
            (StandstillBasis::Framework, _) => "letter-standstill-framework",
            (_, TenderKind::Tender) if !shorter => "letter-standstill-law",
            _ => "letter-standstill-stated",
        };
        let sent = self.word(match terms.sent {
            Sent::Electronically => "letter-sent-electronically",
            Sent::ByPost => "letter-sent-by-post",
        });
        let mut sentences =
            self.message(id, &vec![("days", Figure::from(terms.days)), ("sent", Figure::from(sent))]);
        if let (true, Some(reason)) = (shorter, terms.reason) {
            sentences.push(' ');
            sentences.push_str(&self.with("letter-law-not-applied", "reason", reason));
        }
        part.text(sentences);
        self.dates(&terms, &mut part);
        Some(part)
    }

    fn dates(&self, terms: &StandstillTerms<'_>, part: &mut Part) {
        let blank = || self.word("letter-blank").to_owned();
        let period = self.head.sent.and_then(|day| standstill(day, terms.days));
        let day = |date: Option<Date>| date.map_or_else(blank, |d| self.weekday(d));
        let facts = vec![
            (self.word("letter-fact-sent").to_owned(), day(self.head.sent)),
            (self.word("letter-fact-until").to_owned(), day(period.as_ref().map(|p| p.last_day))),
            (self.word("letter-fact-sign").to_owned(), day(period.as_ref().map(|p| p.may_sign_from))),
        ];
        part.blocks.push(Block::Facts(facts));
        match period {
            None => part.text(self.word("letter-if-closed")),
            Some(period) => {
                if let Some((counted, why)) = period.closed.first() {
                    let args = vec![
                        ("days", Figure::from(terms.days)),
                        ("counted", Figure::from(self.weekday(*counted))),
                        ("why", Figure::from(self.closed(*why))),
                    ];
                    part.text(self.message("letter-extended", &args));
                }
            }
        }
    }

    fn no_standstill(&self, terms: &StandstillTerms<'_>) -> String {
        match (terms.reason, terms.basis) {
            (Some(reason), _) => self.with("letter-none-reason", "reason", reason),
            (None, StandstillBasis::Framework) => self.word("letter-none-framework").to_owned(),
            (None, _) if self.letter.tender_kind() == TenderKind::OfferCollection => {
                self.word("letter-none-offer-collection").to_owned()
            }
            (None, _) => self.word("letter-none-mini-tender").to_owned(),
        }
    }

    /// A day with its weekday.
    fn weekday(&self, day: Date) -> String {
        let name = self.word(match day.weekday() {
            Weekday::Monday => "letter-day-monday",
            Weekday::Tuesday => "letter-day-tuesday",
            Weekday::Wednesday => "letter-day-wednesday",
            Weekday::Thursday => "letter-day-thursday",
            Weekday::Friday => "letter-day-friday",
            Weekday::Saturday => "letter-day-saturday",
            Weekday::Sunday => "letter-day-sunday",
        });
        self.message("letter-weekday", &vec![("day", Figure::from(name)), ("date", Figure::from(day))])
    }

    fn closed(&self, why: ClosedDay) -> &'static str {
        self.word(match why {
            ClosedDay::Saturday => "letter-saturday",
            ClosedDay::Sunday => "letter-sunday",
            ClosedDay::NewYearsDay => "letter-new-years-day",
            ClosedDay::MaundyThursday => "letter-maundy-thursday",
            ClosedDay::GoodFriday => "letter-good-friday",
            ClosedDay::EasterMonday => "letter-easter-monday",
            ClosedDay::GeneralPrayerDay => "letter-general-prayer-day",
            ClosedDay::AscensionDay => "letter-ascension-day",
            ClosedDay::WhitMonday => "letter-whit-monday",
            ClosedDay::ConstitutionDay => "letter-constitution-day",
            ClosedDay::ChristmasEve => "letter-christmas-eve",
            ClosedDay::ChristmasDay => "letter-christmas-day",
            ClosedDay::SecondChristmasDay => "letter-second-christmas-day",
            ClosedDay::NewYearsEve => "letter-new-years-eve",
        })
    }

    /// Where and by when to complain. The time limits are those of lov om Klagenævnet for Udbud § 7 (no. 593 of 2 June 2016,
    /// with later changes).
    fn complaint(&self) -> Option<Part> {
        if self.letter.kind == LetterKind::Open {
            return None;
        }
        let tender = self.letter.outcome.tender;
        let is_framework =
            tender.mini_tenders.as_ref().is_some_and(|m| m.allowed) || tender.award.suppliers_per_lot > 1;
        let deadline = self.word(match (self.letter.kind, self.letter.tender_kind()) {
            (LetterKind::NotAwarded, _) => "letter-deadline-none",
            (_, TenderKind::MiniTender) => "letter-deadline-mini-tender",
            (_, TenderKind::OfferCollection) => "letter-deadline-offer-collection",
            (_, TenderKind::Tender) if is_framework => "letter-deadline-framework",
            (_, TenderKind::Tender) => "letter-deadline-contract",
        });
        let mut sentences = vec![self.word("letter-complaint-where"), deadline];
        // § 12 gives a complaint effect in the standstill of § 3 alone
        let of_the_law = self.letter.standstill.is_some_and(|t| t.days >= t.sent.days_of_the_law())
            && self.letter.tender_kind() == TenderKind::Tender;
        if of_the_law {
            sentences.push(self.word("letter-in-standstill"));
        }
        let mut part = Part::new(self.word("letter-heading-complaint"));
        part.text(sentences.join(" "));
        part.text(format!("{} {}", self.word("letter-tell-us"), self.word("letter-more-about-complaints")));
        Some(part)
    }

    /// Greeting and signature.
    fn ending(&self) -> Part {
        let buyer = &self.letter.outcome.tender.head.buyer;
        let mut part = Part::new(self.word("letter-regards"));
        part.text(buyer.as_str());
        part.text(self.word("letter-signature"));
        part
    }
}
