//! What the reader of a letter knows: the figures in the letter as facts, and everything that follows from them.

use super::{GapFigure, Letter, LotPart, OwnPart, ReaderLotOutcome};
use crate::{
    admission::FindingCode,
    disclosure::{Fact, Knowledge, Range},
    number::{Figure, Overflow, Ratio},
    tender::{Measure, Tell},
};

/// What the reader of a letter knows, with everything that follows from it.
///
/// # Errors
/// [`Overflow`] where a public figure would not fit.
pub fn knowledge_of<'o>(letter: &Letter<'o>) -> Result<Knowledge<'o>, Overflow> {
    let outcome = letter.outcome;
    let mut reader = Knowledge::new(outcome.tender, outcome.structure, Some(letter.bid))?;
    add_own_figures(letter, &mut reader);
    add_other_bids(letter, &mut reader);
    reader.derive();
    Ok(reader)
}

/// The reader's own figures, and those of its own bid.
fn add_own_figures(letter: &Letter<'_>, reader: &mut Knowledge<'_>) {
    let (outcome, bid) = (letter.outcome, letter.bid);
    for (name, value, _) in &outcome.tender.bids[bid].values {
        for (criterion, c) in outcome.tender.evaluation.criteria.iter().enumerate() {
            let measure = c.method.as_ref().and_then(|m| m.measure());
            if matches!(measure, Some(Measure::Value(n)) if n == name) {
                reader.add_own(Fact::Value { bid, criterion }, Ratio::from(*value));
            }
        }
    }
    for part in &letter.lots {
        let lot = part.lot;
        let OwnPart::Evaluated(own) = &part.own else {
            add_edges(letter, part, reader);
            continue;
        };
        reader.add_own(Fact::Price { bid, lot }, own.price_alone);
        if let Some(price) = own.evaluated_alone {
            reader.add_own(Fact::EvaluatedPrice { bid, lot }, price);
        }
        if let Some(score) = &own.score {
            reader.add_own(Fact::Score { bid, lot }, score.clone());
        }
        for (criterion, points) in &own.points {
            reader.add_own(Fact::Points { bid, lot, criterion: *criterion }, points.clone());
        }
        if let Some(of) = own.of {
            reader.add_own(Fact::Admissible { lot }, Ratio::whole(i128::try_from(of).unwrap_or(i128::MAX)));
        }
        for scale in &outcome.evaluated.lots[lot].scales {
            reader.add_own(Fact::Scale { lot, criterion: scale.criterion }, scale.used.clone());
        }
    }
}

/// The edge of a scale beyond which the reader was rejected.
fn add_edges(letter: &Letter<'_>, part: &LotPart<'_>, reader: &mut Knowledge<'_>) {
    let OwnPart::Out(findings) = &part.own else { return };
    for finding in findings.iter().filter(|f| f.code == FindingCode::OutsideScale) {
        let text = |wanted: &str| finding.args.iter().find(|(name, _)| *name == wanted).map(|(_, f)| f);
        let (Some(Figure::Text(id)), Some(edge)) = (text("criterion"), text("edge")) else { continue };
        let range: Option<Range> = match edge {
            Figure::Money(money) => Some(Range::from(*money)),
            Figure::Number(number) => Some(Range::from(number.clone())),
            _ => None,
        };
        let criteria = &letter.outcome.tender.evaluation.criteria;
        if let (Some(range), Some(criterion)) = (range, criteria.iter().position(|c| c.id == *id)) {
            reader.add_own(Fact::Edge { lot: part.lot, criterion }, range);
        }
    }
}

/// The figures of the other bids.
fn add_other_bids(letter: &Letter<'_>, reader: &mut Knowledge<'_>) {
    for part in &letter.lots {
        let lot = part.lot;
        let mut winners: Vec<(usize, usize)> =
            part.winners.iter().map(|w| (w.rank.unwrap_or(1), w.bid)).collect();
        match part.outcome {
            ReaderLotOutcome::Won => winners.push((1, letter.bid)),
            ReaderLotOutcome::Supplies { rank, .. } => winners.push((rank, letter.bid)),
            _ => {}
        }
        winners.sort_unstable();
        reader.add_winners(lot, winners.into_iter().map(|(_, bid)| bid).collect());
        for w in &part.winners {
            let bid = w.bid;
            if let Some(price) = w.price {
                reader.add_disclosed(Fact::Price { bid, lot }, price, Tell::WinnerTotal);
            }
            if let Some(price) = w.evaluated_price {
                reader.add_disclosed(Fact::EvaluatedPrice { bid, lot }, price, Tell::WinnerTotal);
            }
            if let Some(score) = &w.score {
                reader.add_disclosed(Fact::Score { bid, lot }, score.clone(), Tell::WinnerPoints);
            }
            for (criterion, points) in &w.points {
                let fact = Fact::Points { bid, lot, criterion: *criterion };
                reader.add_disclosed(fact, points.clone(), Tell::WinnerPoints);
            }
        }
        for other in &part.others {
            let bid = other.bid;
            if let Some(price) = other.evaluated_price {
                reader.add_disclosed(Fact::EvaluatedPrice { bid, lot }, price, Tell::AllTotals);
            }
            if let Some(score) = &other.score {
                reader.add_disclosed(Fact::Score { bid, lot }, score.clone(), Tell::AllTotals);
            }
        }
        // where each lot is decided by itself, the first in rank loses only to a bid that is as good
        if let (OwnPart::Evaluated(own), Some(w)) = (&part.own, part.winners.first())
            && part.is_lost_by_tie(letter.outcome)
            && own.rank == 1
        {
            reader.add_disclosed(Fact::Distance { lot, to: w.bid }, Ratio::ZERO, Tell::Own);
        }
        // a distance between awards that is not the difference of two bids reveals neither of them
        for gap in part.gaps.iter().filter(|g| g.exact) {
            let range = match &gap.by {
                GapFigure::Money(money) => Range::from(*money),
                GapFigure::Score(score) => Range::from(score.clone()),
            };
            reader.add_disclosed(Fact::Distance { lot, to: gap.to }, range, Tell::Distance);
        }
    }
}
