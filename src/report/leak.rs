//! What a letter would give away, with the whole chain of inference.

use crate::{
    disclosure::{Fact, InferenceRule, InferenceStep, Knowledge, KnowledgeSource, Leak, Range},
    number::{Figure, Figures, Money, Ratio, Rounding},
    report::Language,
    tender::{Tell, Tender},
};

/// Why nothing is written, with the whole chain of inference.
pub fn leak_refused_text(bidder: &str, reader: &Knowledge<'_>, leaks: &[Leak], language: Language) -> String {
    let heading = language.message("leak-refused", &vec![("bidder", Figure::from(bidder))]);
    format!("{heading}\n{}{}", leaks_text(reader, leaks, language), language.word("leak-hint"))
}

/// The same where the policy accepts it.
pub fn leak_warning_text(bidder: &str, reader: &Knowledge<'_>, leaks: &[Leak], language: Language) -> String {
    let heading = language.message("leak-warning", &vec![("bidder", Figure::from(bidder))]);
    format!("{heading}\n{}", leaks_text(reader, leaks, language))
}

/// Each leak as a sentence, and beneath it what it follows from, one line each.
pub fn leaks_text(reader: &Knowledge<'_>, leaks: &[Leak], language: Language) -> String {
    let writer = LeakWriter { tender: reader.tender(), structure: reader.structure(), language };
    leaks.iter().map(|leak| writer.leak(leak)).collect()
}

struct LeakWriter<'t> {
    tender: &'t Tender,
    structure: usize,
    language: Language,
}

impl LeakWriter<'_> {
    fn leak(&self, leak: &Leak) -> String {
        let args = vec![
            ("fact", Figure::from(self.fact(leak.fact))),
            ("figure", Figure::from(self.figure(leak.fact, &leak.range))),
        ];
        let mut out = self.language.message("leak-follows", &args);
        out.push('\n');
        for step in &leak.steps {
            out.push_str(&format!("  - {}\n", self.step(step)));
        }
        if !leak.follows.is_empty() {
            let args = vec![("n", Figure::from(leak.follows.len()))];
            out.push_str(&format!("  - {}\n", self.language.message("leak-further", &args)));
        }
        out
    }

    fn step(&self, step: &InferenceStep) -> String {
        let how = match &step.source {
            KnowledgeSource::Own => self.language.word("leak-own").to_owned(),
            KnowledgeSource::Disclosed(Tell::Own) => self.language.word("leak-own-figures").to_owned(),
            KnowledgeSource::Disclosed(tell) => {
                self.language.message("leak-stated", &vec![("tell", Figure::from(tell.name()))])
            }
            KnowledgeSource::Follows(rule, _) => self.rule(*rule).to_owned(),
        };
        let args = vec![
            ("fact", Figure::from(self.fact(step.fact))),
            ("figure", Figure::from(self.figure(step.fact, &step.range))),
            ("how", Figure::from(how)),
        ];
        self.language.message("leak-step", &args)
    }

    fn bidder(&self, bid: usize) -> Figure {
        Figure::from(self.tender.bids.get(bid).map_or("", |b| b.bidder.as_str()))
    }

    fn lot(&self, lot: usize) -> Figure {
        let lot = self.tender.structures.get(self.structure).and_then(|s| s.lots.get(lot));
        Figure::from(lot.map_or("", |l| l.id.as_str()))
    }

    fn criterion(&self, criterion: usize) -> Figure {
        Figure::from(self.tender.evaluation.criteria.get(criterion).map_or("", |c| c.id.as_str()))
    }

    /// A fact in words.
    fn fact(&self, fact: Fact) -> String {
        let (id, args): (&'static str, Figures) = match fact {
            Fact::Admissible { lot } => ("leak-fact-admissible", vec![("lot", self.lot(lot))]),
            Fact::Scale { lot, criterion } => {
                ("leak-fact-scale", vec![("criterion", self.criterion(criterion)), ("lot", self.lot(lot))])
            }
            Fact::Distance { lot, to } => {
                ("leak-fact-distance", vec![("bidder", self.bidder(to)), ("lot", self.lot(lot))])
            }
            Fact::AwardTotal => ("leak-fact-award-total", Vec::new()),
            Fact::Edge { lot, criterion } => {
                ("leak-fact-edge", vec![("criterion", self.criterion(criterion)), ("lot", self.lot(lot))])
            }
            Fact::Best { lot, criterion } => {
                ("leak-fact-best", vec![("criterion", self.criterion(criterion)), ("lot", self.lot(lot))])
            }
            Fact::Worst { lot, criterion } => {
                ("leak-fact-worst", vec![("criterion", self.criterion(criterion)), ("lot", self.lot(lot))])
            }
            Fact::Price { bid, lot } => {
                ("leak-fact-price", vec![("bidder", self.bidder(bid)), ("lot", self.lot(lot))])
            }
            Fact::EvaluatedPrice { bid, lot } => {
                ("leak-fact-evaluated-price", vec![("bidder", self.bidder(bid)), ("lot", self.lot(lot))])
            }
            Fact::Score { bid, lot } => {
                ("leak-fact-score", vec![("bidder", self.bidder(bid)), ("lot", self.lot(lot))])
            }
            Fact::Points { bid, lot, criterion } => (
                "leak-fact-points",
                vec![
                    ("bidder", self.bidder(bid)),
                    ("criterion", self.criterion(criterion)),
                    ("lot", self.lot(lot)),
                ],
            ),
            Fact::Value { bid, criterion } => (
                "leak-fact-value",
                vec![("bidder", self.bidder(bid)), ("criterion", self.criterion(criterion))],
            ),
            Fact::Discount { bid } => ("leak-fact-discount", vec![("bidder", self.bidder(bid))]),
            Fact::UnitPrice { bid, procedure } => {
                let code = self.tender.procedures.get(procedure).map_or("", |p| p.code.as_str());
                ("leak-fact-unit-price", vec![("bidder", self.bidder(bid)), ("code", Figure::from(code))])
            }
        };
        self.language.message(id, &args)
    }

    /// A figure, or the two between which it lies.
    fn figure(&self, fact: Fact, range: &Range) -> String {
        let one = |ratio: &Ratio| self.number(fact, ratio);
        if one(&range.least) == one(&range.most) {
            return one(&range.least);
        }
        format!("{} – {}", one(&range.least), one(&range.most))
    }

    fn number(&self, fact: Fact, ratio: &Ratio) -> String {
        let decimals =
            |n: u32| self.language.decimal(&ratio.rounded(n, Rounding::HalfUp).to_decimals_half_up(n));
        match fact {
            Fact::Price { .. } | Fact::EvaluatedPrice { .. } | Fact::UnitPrice { .. } => {
                ratio.to_money_half_up().map_or_else(String::new, |m: Money| self.language.money(m))
            }
            Fact::Discount { .. } => {
                format!("{} %", decimals(4).trim_end_matches('0').trim_end_matches([',', '.']))
            }
            _ if ratio.to_whole().is_some() => self.language.number(ratio),
            _ => decimals(2),
        }
    }

    fn rule(&self, rule: InferenceRule) -> &'static str {
        self.language.word(match rule {
            InferenceRule::OwnLessDistance => "leak-rule-own-less-distance",
            InferenceRule::RestOfTotal => "leak-rule-rest-of-total",
            InferenceRule::TheOtherOfTwo => "leak-rule-the-other-of-two",
            InferenceRule::PriceDecides => "leak-rule-price-decides",
            InferenceRule::PriceWithoutQuality => "leak-rule-price-without-quality",
            InferenceRule::PriceWithQuality => "leak-rule-price-with-quality",
            InferenceRule::PointsFromBothPrices => "leak-rule-points-from-both-prices",
            InferenceRule::ScoreFromPoints => "leak-rule-score-from-points",
            InferenceRule::PointsFromScore => "leak-rule-points-from-score",
            InferenceRule::BestFromPoints => "leak-rule-best-from-points",
            InferenceRule::BestFromEdge => "leak-rule-best-from-edge",
            InferenceRule::WorstFromPoints => "leak-rule-worst-from-points",
            InferenceRule::MeasureFromPoints => "leak-rule-measure-from-points",
            InferenceRule::PointsFromMeasure => "leak-rule-points-from-measure",
            InferenceRule::LastUnitPrice => "leak-rule-last-unit-price",
            InferenceRule::DiscountFromPrice => "leak-rule-discount-from-price",
            InferenceRule::DiscountFromUnitPrice => "leak-rule-discount-from-unit-price",
            InferenceRule::UnitPriceFromDiscount => "leak-rule-unit-price-from-discount",
            InferenceRule::PriceFromUnitPrices => "leak-rule-price-from-unit-prices",
        })
    }
}
