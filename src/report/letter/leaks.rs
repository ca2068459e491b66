//! What a letter would give away, with the whole chain of inference.

use crate::{
    disclosure::{Fact, InferenceRule, InferenceStep, Knowledge, KnowledgeSource, Leak, Range},
    number::{Figure, Figures, Money, Ratio, Rounding},
    report::Language,
    tender::{Tell, Tender},
};

/// Each leak as a sentence, and beneath it what it follows from, one line each.
pub fn leaks_text(reader: &Knowledge<'_>, leaks: &[Leak], language: Language) -> String {
    let teller = Teller { tender: reader.tender(), structure: reader.structure(), language };
    leaks.iter().map(|leak| teller.leak(leak)).collect()
}

struct Teller<'t> {
    tender: &'t Tender,
    structure: usize,
    language: Language,
}

impl Teller<'_> {
    fn say(&self, en: &'static str, da: &'static str, args: &Figures) -> String {
        self.language.fill(self.language.pick(en, da), args)
    }

    fn leak(&self, leak: &Leak) -> String {
        let args = vec![
            ("fact", Figure::from(self.fact(leak.fact))),
            ("figure", Figure::from(self.figure(leak.fact, &leak.range))),
        ];
        let mut out = self.say("{fact} follows: {figure}", "{fact} kan udledes: {figure}", &args);
        out.push('\n');
        for step in &leak.steps {
            out.push_str(&format!("  - {}\n", self.step(step)));
        }
        if !leak.follows.is_empty() {
            let args = vec![("n", Figure::from(leak.follows.len()))];
            let more = self.say(
                "and from that {n} further {n:figure|figures}",
                "og af det yderligere {n} tal",
                &args,
            );
            out.push_str(&format!("  - {more}\n"));
        }
        out
    }

    fn step(&self, step: &InferenceStep) -> String {
        let how = match &step.source {
            KnowledgeSource::Own => self
                .language
                .pick("its own, or told of its own bid", "eget, eller oplyst om eget tilbud")
                .to_owned(),
            KnowledgeSource::Disclosed(Tell::Own) => {
                self.language.pick("told with its own figures", "oplyst med egne tal").to_owned()
            }
            KnowledgeSource::Disclosed(tell) => {
                self.say("told ({tell})", "oplyst ({tell})", &vec![("tell", Figure::from(tell.name()))])
            }
            KnowledgeSource::Follows(rule, _) => self.rule(*rule).to_owned(),
        };
        format!("{} = {}: {how}", self.fact(step.fact), self.figure(step.fact, &step.range))
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
        let (en, da, args): (&'static str, &'static str, Figures) = match fact {
            Fact::Admissible { lot } => (
                "the number of admissible bids on {lot}",
                "antallet af antagelige tilbud på {lot}",
                vec![("lot", self.lot(lot))],
            ),
            Fact::Scale { lot, criterion } => (
                "the scale of {criterion} on {lot}",
                "skalaen for {criterion} på {lot}",
                vec![("criterion", self.criterion(criterion)), ("lot", self.lot(lot))],
            ),
            Fact::Distance { lot, to } => (
                "the distance to {bidder} on {lot}",
                "afstanden til {bidder} på {lot}",
                vec![("bidder", self.bidder(to)), ("lot", self.lot(lot))],
            ),
            Fact::AwardTotal => ("the total of the award", "tildelingens samlede sum", Vec::new()),
            Fact::Edge { lot, criterion } => (
                "the edge of {criterion} on {lot}",
                "grænsen for {criterion} på {lot}",
                vec![("criterion", self.criterion(criterion)), ("lot", self.lot(lot))],
            ),
            Fact::Best { lot, criterion } => (
                "the best measure for {criterion} on {lot}",
                "den bedste værdi for {criterion} på {lot}",
                vec![("criterion", self.criterion(criterion)), ("lot", self.lot(lot))],
            ),
            Fact::Worst { lot, criterion } => (
                "the worst measure for {criterion} on {lot}",
                "den dårligste værdi for {criterion} på {lot}",
                vec![("criterion", self.criterion(criterion)), ("lot", self.lot(lot))],
            ),
            Fact::Price { bid, lot } => (
                "the price of {bidder} on {lot}",
                "prisen fra {bidder} på {lot}",
                vec![("bidder", self.bidder(bid)), ("lot", self.lot(lot))],
            ),
            Fact::EvaluatedPrice { bid, lot } => (
                "the evaluated price of {bidder} on {lot}",
                "den evalueringstekniske pris fra {bidder} på {lot}",
                vec![("bidder", self.bidder(bid)), ("lot", self.lot(lot))],
            ),
            Fact::Score { bid, lot } => (
                "the score of {bidder} on {lot}",
                "den samlede score til {bidder} på {lot}",
                vec![("bidder", self.bidder(bid)), ("lot", self.lot(lot))],
            ),
            Fact::Points { bid, lot, criterion } => (
                "the points of {bidder} for {criterion} on {lot}",
                "point til {bidder} for {criterion} på {lot}",
                vec![
                    ("bidder", self.bidder(bid)),
                    ("criterion", self.criterion(criterion)),
                    ("lot", self.lot(lot)),
                ],
            ),
            Fact::Value { bid, criterion } => (
                "what {bidder} states for {criterion}",
                "det, {bidder} oplyser om {criterion}",
                vec![("bidder", self.bidder(bid)), ("criterion", self.criterion(criterion))],
            ),
            Fact::Discount { bid } => {
                ("the discount of {bidder}", "rabatsatsen fra {bidder}", vec![("bidder", self.bidder(bid))])
            }
            Fact::UnitPrice { bid, procedure } => {
                let code = self.tender.procedures.get(procedure).map_or("", |p| p.code.as_str());
                (
                    "the unit price of {bidder} for {code}",
                    "enhedsprisen fra {bidder} for {code}",
                    vec![("bidder", self.bidder(bid)), ("code", Figure::from(code))],
                )
            }
        };
        self.say(en, da, &args)
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
        let (en, da) = match rule {
            InferenceRule::OwnLessDistance => ("its own figure and the distance", "eget tal og afstanden"),
            InferenceRule::RestOfTotal => {
                ("the total less the other lots", "den samlede sum minus de øvrige delaftaler")
            }
            InferenceRule::TheOtherOfTwo => {
                ("of two bids it is the other one's", "af to tilbud er det det andet tilbuds")
            }
            InferenceRule::PriceDecides => {
                ("under lowest price the price decides", "ved laveste pris er prisen afgørende")
            }
            InferenceRule::PriceWithoutQuality => (
                "the evaluated price without what the points are worth",
                "den evalueringstekniske pris uden pointenes værdi",
            ),
            InferenceRule::PriceWithQuality => {
                ("the price with what the points are worth", "prisen med pointenes værdi")
            }
            InferenceRule::PointsFromBothPrices => (
                "the two prices differ by what the points are worth",
                "de to priser afviger med pointenes værdi",
            ),
            InferenceRule::ScoreFromPoints => ("the weighted sum of the points", "pointenes vægtede sum"),
            InferenceRule::PointsFromScore => {
                ("the score less the other criteria", "den samlede score minus de øvrige underkriterier")
            }
            InferenceRule::BestFromPoints => (
                "a measure and its points by the published method",
                "en værdi og dens point efter den offentliggjorte metode",
            ),
            InferenceRule::BestFromEdge => {
                ("the edge and the published slope", "grænsen og den offentliggjorte hældning")
            }
            InferenceRule::WorstFromPoints => {
                ("a measure, its points and the best measure", "en værdi, dens point og den bedste værdi")
            }
            InferenceRule::MeasureFromPoints => {
                ("the points by the published method", "pointene efter den offentliggjorte metode")
            }
            InferenceRule::PointsFromMeasure => {
                ("the measure by the published method", "værdien efter den offentliggjorte metode")
            }
            InferenceRule::LastUnitPrice => {
                ("the price divided by the public volume", "prisen delt med den offentliggjorte volumen")
            }
            InferenceRule::DiscountFromPrice => (
                "one discount off the public tariff gives exactly this price",
                "én rabatsats på den offentlige takst giver netop denne pris",
            ),
            InferenceRule::DiscountFromUnitPrice => (
                "the unit price against the public tariff",
                "enhedsprisen i forhold til den offentlige takst",
            ),
            InferenceRule::UnitPriceFromDiscount => {
                ("the discount off the public tariff", "rabatsatsen på den offentlige takst")
            }
            InferenceRule::PriceFromUnitPrices => (
                "the unit prices times the public volumes",
                "enhedspriserne gange de offentliggjorte volumener",
            ),
        };
        self.language.pick(en, da)
    }
}
