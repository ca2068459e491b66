//! What follows from how bids stand to each other.

use super::Rule;
use crate::{
    disclosure::{
        fact::{Fact, Range},
        reader::{Derived, Reader},
    },
    number::Ratio,
    tender::Measure,
};

/// What decides on a lot: a score, or an evaluated price.
fn deciding(reader: &Reader<'_>, bid: usize, lot: usize) -> Fact {
    if reader.tender.evaluation.highest_wins() {
        Fact::Score { bid, lot }
    } else {
        Fact::EvaluatedPrice { bid, lot }
    }
}

/// Told how far it was from another bid, the reader knows that bid's figure: its own evaluated price less the distance, or
/// its own score and the distance. Under rules across lots a distance is one between awards; the reader cannot know that the
/// figure is the winner's, but it may be, and a guess that hits is told as a leak too.
pub(super) fn own_less_distance(reader: &Reader<'_>, found: &mut Vec<Derived>) {
    let Some(own) = reader.own else { return };
    for lot in 0..reader.lots() {
        for to in reader.bids() {
            let distance = Fact::Distance { lot, to };
            let mine = deciding(reader, own, lot);
            let (Some(gap), Some(figure)) = (reader.range(distance), reader.range(mine)) else { continue };
            let range =
                if reader.tender.evaluation.highest_wins() { figure.plus(gap) } else { figure.minus(gap) };
            let fact = deciding(reader, to, lot);
            found.push(Derived { fact, range, rule: Rule::OwnLessDistance, from: vec![mine, distance] });
        }
    }
}

/// Told the total of an award with one winner a lot, and all lots but one, the reader knows the last. Scores count by the
/// weight of their lots.
pub(super) fn rest_of_total(reader: &Reader<'_>, found: &mut Vec<Derived>) {
    let Some(total) = reader.range(Fact::AwardTotal) else { return };
    let Some(structure) = reader.tender.structures.get(reader.structure) else { return };
    let mut rest = total.clone();
    let mut from = vec![Fact::AwardTotal];
    let mut unknown = None;
    for (lot, winners) in reader.winners.iter().enumerate() {
        let &[winner] = winners.as_slice() else { return };
        let fact = deciding(reader, winner, lot);
        let weight = match structure.lots.get(lot).and_then(|l| l.weight) {
            Some(weight) if reader.tender.evaluation.highest_wins() => Ratio::from(weight),
            _ => Ratio::ONE,
        };
        match reader.range(fact) {
            Some(range) => {
                rest = rest.minus(&range.times(&weight.into()));
                from.push(fact);
            }
            None if unknown.is_none() => unknown = Some((fact, weight)),
            None => return,
        }
    }
    if let Some((fact, weight)) = unknown
        && let Some(range) = rest.over(&weight.into())
    {
        found.push(Derived { fact, range, rule: Rule::RestOfTotal, from });
    }
}

/// Told that two bids are admissible, the reader knows that a best (or worst) price that is not its own is the winner's.
pub(super) fn the_other_of_two(reader: &Reader<'_>, found: &mut Vec<Derived>) {
    let Some(own) = reader.own else { return };
    for (lot, winners) in reader.winners.iter().enumerate() {
        let &[winner] = winners.as_slice() else { continue };
        let admissible = Fact::Admissible { lot };
        let two = reader.range(admissible) == Some(&Range::from(Ratio::whole(2)));
        let mine = Fact::Price { bid: own, lot };
        let (true, Some(price)) = (two && winner != own, reader.range(mine)) else { continue };
        for criterion in 0..reader.tender.evaluation.criteria.len() {
            if measure(reader, criterion) != Some(&Measure::Price) {
                continue;
            }
            for end in [Fact::Best { lot, criterion }, Fact::Worst { lot, criterion }] {
                let Some(range) = reader.range(end) else { continue };
                if range.most < price.least || range.least > price.most {
                    let from = vec![admissible, mine, end];
                    let fact = Fact::Price { bid: winner, lot };
                    let range = range.clone();
                    found.push(Derived { fact, range, rule: Rule::TheOtherOfTwo, from });
                }
            }
        }
    }
}

fn measure<'r>(reader: &'r Reader<'_>, criterion: usize) -> Option<&'r Measure> {
    reader.tender.evaluation.criteria.get(criterion)?.method.as_ref()?.measure()
}
