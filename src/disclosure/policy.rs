//! What a reader may know, and what it knows beyond that.

use std::collections::BTreeSet;

use super::{
    fact::{Fact, Range},
    knowledge::{Knowledge, KnowledgeSource},
};
use crate::tender::{Disclosure, Measure, ModelKind, Tell};

/// A figure that a reader may not know, and can derive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leak {
    /// Which figure.
    pub fact: Fact,
    /// How exactly it follows.
    pub range: Range,
    /// The whole chain of inference: first what is known or disclosed, last the figure itself.
    pub steps: Vec<InferenceStep>,
    /// Further figures that follow from this one and may not be known either.
    pub follows: Vec<Fact>,
}

/// One step of a chain of inference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InferenceStep {
    /// Which figure.
    pub fact: Fact,
    /// How exactly it is known.
    pub range: Range,
    /// How it is known.
    pub source: KnowledgeSource,
}

/// What a reader can derive that a policy does not let it know. The reader must have derived what it can
/// ([`Knowledge::derive`]). A figure that follows from another leak is named with that one.
pub fn leaks(policy: &Disclosure, reader: &Knowledge<'_>) -> Vec<Leak> {
    let scale = reader.scale();
    let leaked: BTreeSet<Fact> = reader
        .facts()
        .filter(|(fact, known)| fact.is_revealed_by(&known.range, &scale) && !permits(policy, reader, *fact))
        .map(|(fact, _)| fact)
        .collect();
    let mut leaks: Vec<Leak> = Vec::new();
    let mut later: Vec<(Fact, Fact)> = Vec::new();
    for &fact in &leaked {
        let Some(known) = reader.known(fact) else { continue };
        let steps = chain(reader, fact);
        let first = steps.iter().map(|s| s.fact).find(|f| leaked.contains(f) && *f != fact);
        match first {
            Some(first) => later.push((first, fact)),
            None => leaks.push(Leak { fact, range: known.range.clone(), steps, follows: Vec::new() }),
        }
    }
    for (first, fact) in later {
        if let Some(leak) = leaks.iter_mut().find(|l| l.fact == first) {
            leak.follows.push(fact);
        }
    }
    leaks
}

/// Whether a policy lets a reader know a figure.
fn permits(policy: &Disclosure, reader: &Knowledge<'_>, fact: Fact) -> bool {
    let Some(bid) = fact.bid() else { return true };
    if Some(bid) == reader.own {
        return true;
    }
    let won = |lot: usize| reader.winners.get(lot).is_some_and(|w| w.contains(&bid));
    let total = |lot| policy.tells(Tell::WinnerTotal) && won(lot);
    let points = |lot| policy.tells(Tell::WinnerPoints) && won(lot);
    let all = policy.tells(Tell::AllTotals);
    match fact {
        Fact::Price { lot, .. } => {
            total(lot) || all && reader.tender.evaluation.kind == ModelKind::LowestPrice
        }
        Fact::EvaluatedPrice { lot, .. } => total(lot) || all,
        Fact::Score { lot, .. } => points(lot) || all,
        // points for the price are the price in another form
        Fact::Points { lot, criterion, .. } => points(lot) || total(lot) && measures_price(reader, criterion),
        // what a criterion measures is a characteristic of the winning bid
        Fact::Value { .. } => (0..reader.lots()).any(points),
        _ => false,
    }
}

fn measures_price(reader: &Knowledge<'_>, criterion: usize) -> bool {
    let method = reader.tender.evaluation.criteria.get(criterion).and_then(|c| c.method.as_ref());
    method.and_then(|m| m.measure()) == Some(&Measure::Price)
}

/// What a figure follows from, each step after those that it follows from.
fn chain(reader: &Knowledge<'_>, fact: Fact) -> Vec<InferenceStep> {
    let mut steps: Vec<InferenceStep> = Vec::new();
    let mut seen = BTreeSet::new();
    add(reader, fact, &mut seen, &mut steps);
    steps
}

fn add(reader: &Knowledge<'_>, fact: Fact, seen: &mut BTreeSet<Fact>, steps: &mut Vec<InferenceStep>) {
    let Some(known) = reader.known(fact).filter(|_| seen.insert(fact)) else { return };
    if let KnowledgeSource::Follows(_, from) = &known.source {
        for &earlier in from {
            add(reader, earlier, seen, steps);
        }
    }
    steps.push(InferenceStep { fact, range: known.range.clone(), source: known.source.clone() });
}
