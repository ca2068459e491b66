//! A letter as facts: what its reader knows before it begins to reckon.

use super::{GapFigure, Letter, OwnPart};
use crate::{
    admission::FindingCode,
    disclosure::{Fact, Range, Reader},
    number::{Figure, Overflow, Ratio},
    tender::Tell,
};

/// The reader of a letter, with all that it has derived.
///
/// # Errors
/// [`Overflow`] where a public figure would not fit.
pub fn reader_of<'o>(letter: &Letter<'o>) -> Result<Reader<'o>, Overflow> {
    let outcome = letter.outcome;
    let mut reader = Reader::new(outcome.tender, outcome.structure, Some(letter.bid))?;
    tell_own(letter, &mut reader);
    tell_others(letter, &mut reader);
    reader.derive();
    Ok(reader)
}

/// The reader's own figures, and what is said of its own bid.
fn tell_own(letter: &Letter<'_>, reader: &mut Reader<'_>) {
    let (outcome, bid) = (letter.outcome, letter.bid);
    for (name, value, _) in &outcome.tender.bids[bid].values {
        for (criterion, c) in outcome.tender.evaluation.criteria.iter().enumerate() {
            let measure = c.method.as_ref().and_then(|m| m.measure());
            if matches!(measure, Some(crate::tender::Measure::Value(n)) if n == name) {
                reader.knows(Fact::Value { bid, criterion }, Ratio::from(*value));
            }
        }
    }
    for part in &letter.lots {
        let lot = part.lot;
        let OwnPart::Evaluated(own) = &part.own else {
            tell_edges(letter, part, reader);
            continue;
        };
        reader.knows(Fact::Price { bid, lot }, own.price_alone);
        if let Some(price) = own.evaluated_alone {
            reader.knows(Fact::EvaluatedPrice { bid, lot }, price);
        }
        if let Some(score) = &own.score {
            reader.knows(Fact::Score { bid, lot }, score.clone());
        }
        for (criterion, points) in &own.points {
            reader.knows(Fact::Points { bid, lot, criterion: *criterion }, points.clone());
        }
        if let Some(of) = own.of {
            reader.knows(Fact::Admissible { lot }, Ratio::whole(i128::try_from(of).unwrap_or(i128::MAX)));
        }
        for scale in &outcome.evaluated.lots[lot].scales {
            reader.knows(Fact::Scale { lot, criterion: scale.criterion }, scale.used.clone());
        }
    }
}

/// The edge of a scale beyond which the reader was rejected.
fn tell_edges(letter: &Letter<'_>, part: &super::LotPart<'_>, reader: &mut Reader<'_>) {
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
            reader.knows(Fact::Edge { lot: part.lot, criterion }, range);
        }
    }
}

/// What is told of the other bids.
fn tell_others(letter: &Letter<'_>, reader: &mut Reader<'_>) {
    for part in &letter.lots {
        let lot = part.lot;
        let mut winners: Vec<(usize, usize)> =
            part.winners.iter().map(|w| (w.rank.unwrap_or(1), w.bid)).collect();
        match part.outcome {
            super::LotOutcome::Won => winners.push((1, letter.bid)),
            super::LotOutcome::Supplies { rank, .. } => winners.push((rank, letter.bid)),
            _ => {}
        }
        winners.sort_unstable();
        reader.tell_winners(lot, winners.into_iter().map(|(_, bid)| bid).collect());
        for w in &part.winners {
            let bid = w.bid;
            if let Some(price) = w.price {
                reader.is_told(Fact::Price { bid, lot }, price, Tell::WinnerTotal);
            }
            if let Some(price) = w.evaluated_price {
                reader.is_told(Fact::EvaluatedPrice { bid, lot }, price, Tell::WinnerTotal);
            }
            if let Some(score) = &w.score {
                reader.is_told(Fact::Score { bid, lot }, score.clone(), Tell::WinnerPoints);
            }
            for (criterion, points) in &w.points {
                let fact = Fact::Points { bid, lot, criterion: *criterion };
                reader.is_told(fact, points.clone(), Tell::WinnerPoints);
            }
        }
        for other in &part.others {
            let bid = other.bid;
            if let Some(price) = other.evaluated_price {
                reader.is_told(Fact::EvaluatedPrice { bid, lot }, price, Tell::AllTotals);
            }
            if let Some(score) = &other.score {
                reader.is_told(Fact::Score { bid, lot }, score.clone(), Tell::AllTotals);
            }
        }
        // alone on the lot, the first in rank loses only to one that stands as it does
        if let (OwnPart::Evaluated(own), Some(w)) = (&part.own, part.winners.first())
            && part.is_lost_by_tie(letter.outcome)
            && own.rank == 1
        {
            reader.is_told(Fact::Distance { lot, to: w.bid }, Ratio::ZERO, Tell::Own);
        }
        // a distance between awards that is not the difference of two bids tells neither of them
        for gap in part.gaps.iter().filter(|g| g.exact) {
            let range = match &gap.by {
                GapFigure::Money(money) => Range::from(*money),
                GapFigure::Score(score) => Range::from(score.clone()),
            };
            reader.is_told(Fact::Distance { lot, to: gap.to }, range, Tell::Distance);
        }
    }
}
