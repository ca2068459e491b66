//! What one reader knows: its own figures, what is disclosed to it, what follows.

use std::collections::BTreeMap;

use super::{
    fact::{Fact, Range},
    rules::{self, InferenceRule},
};
use crate::{
    number::{Overflow, Percent, Ratio, UnitPrice, Volume},
    pricing::{CapEffect, Overlay, Supposed, TariffPrices},
    tender::{Tell, Tender},
};

/// How a figure is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KnowledgeSource {
    /// It is the reader's own, or about its own bid.
    Own,
    /// It is disclosed, under this word of the policy.
    Disclosed(Tell),
    /// It follows from other figures.
    Follows(InferenceRule, Vec<Fact>),
}

/// A figure that is known, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownFigure {
    /// How exactly.
    pub range: Range,
    /// How.
    pub source: KnowledgeSource,
}

/// A figure that follows.
#[derive(Clone, Debug)]
pub(super) struct Inference {
    pub(super) fact: Fact,
    pub(super) range: Range,
    pub(super) rule: InferenceRule,
    pub(super) from: Vec<Fact>,
}

/// What a reader of a letter (a bidder) or of a report (the public) knows.
#[derive(Debug)]
pub struct Knowledge<'t> {
    pub(super) tender: &'t Tender,
    pub(super) structure: usize,
    /// The tariffs, volumes, days and fallback costs that everybody knows.
    pub(super) prices: TariffPrices,
    pub(super) cap: CapEffect,
    /// The reader's own bid; `None` for the public.
    pub(super) own: Option<usize>,
    /// By lot: those it knows to have won, rank 1 first.
    pub(super) winners: Vec<Vec<usize>>,
    facts: BTreeMap<Fact, KnownFigure>,
}

/// Rounds of derivation; each adds a fact, or the last one adds none. Far more than any chain of rules is long.
const ROUNDS: usize = 32;

impl<'t> Knowledge<'t> {
    /// The knowledge of a reader to whom nothing is disclosed: what is public.
    ///
    /// # Errors
    /// [`Overflow`] where a public figure would not fit.
    pub fn new(tender: &'t Tender, structure: usize, own: Option<usize>) -> Result<Self, Overflow> {
        let prices = TariffPrices::new(tender, &Overlay::default())?;
        let cap = CapEffect::new(tender.cap.map(|c| c.above), None, prices.days);
        let lots = tender.structures[structure].lots.len();
        let winners = vec![Vec::new(); lots];
        Ok(Knowledge { tender, structure, prices, cap, own, winners, facts: BTreeMap::new() })
    }

    /// Who won a lot, rank 1 first.
    pub fn add_winners(&mut self, lot: usize, bids: Vec<usize>) {
        if let Some(winners) = self.winners.get_mut(lot) {
            *winners = bids;
        }
    }

    /// A figure of the reader's own, or about its own bid.
    pub fn add_own(&mut self, fact: Fact, figure: impl Into<Range>) {
        self.put(fact, KnownFigure { range: figure.into(), source: KnowledgeSource::Own });
    }

    /// A figure that is disclosed to it.
    pub fn add_disclosed(&mut self, fact: Fact, figure: impl Into<Range>, under: Tell) {
        self.put(fact, KnownFigure { range: figure.into(), source: KnowledgeSource::Disclosed(under) });
    }

    /// Adds a figure. A figure that is known already stays as it is, unless it was derived, in a range too wide to reveal it, and the
    /// new range is at most half as wide.
    fn put(&mut self, fact: Fact, known: KnownFigure) -> bool {
        if let Some(before) = self.facts.get(&fact) {
            let derived = matches!(before.source, KnowledgeSource::Follows(..));
            let half = known.range.width() * Ratio::whole(2) <= before.range.width();
            let revealed = fact.is_revealed_by(&before.range, &self.scale());
            if !derived || revealed || !half || self.rests_on(&known.source, fact) {
                return false;
            }
        }
        self.facts.insert(fact, known);
        true
    }

    /// Whether a figure is among those that something follows from.
    fn rests_on(&self, source: &KnowledgeSource, fact: Fact) -> bool {
        let mut seen = std::collections::BTreeSet::new();
        let mut left: Vec<Fact> = match source {
            KnowledgeSource::Follows(_, from) => from.clone(),
            KnowledgeSource::Own | KnowledgeSource::Disclosed(_) => Vec::new(),
        };
        while let Some(next) = left.pop() {
            if next == fact {
                return true;
            }
            if let Some(KnowledgeSource::Follows(_, from)) = self.facts.get(&next).map(|k| &k.source)
                && seen.insert(next)
            {
                left.extend(from);
            }
        }
        false
    }

    /// The tender.
    pub fn tender(&self) -> &'t Tender {
        self.tender
    }

    /// The structure that was awarded.
    pub fn structure(&self) -> usize {
        self.structure
    }

    /// Everything that is known, in a fixed order.
    pub fn facts(&self) -> impl Iterator<Item = (Fact, &KnownFigure)> {
        self.facts.iter().map(|(fact, known)| (*fact, known))
    }

    /// How a figure is known.
    pub fn known(&self, fact: Fact) -> Option<&KnownFigure> {
        self.facts.get(&fact)
    }

    /// A figure, if it is known.
    pub(super) fn range(&self, fact: Fact) -> Option<&Range> {
        self.facts.get(&fact).map(|k| &k.range)
    }

    /// Applies every rule until nothing new follows.
    pub fn derive(&mut self) {
        for _ in 0..ROUNDS {
            let mut found = Vec::new();
            for (_, rule) in rules::ALL {
                rule(self, &mut found);
            }
            let mut new = false;
            for derived in found {
                let source = KnowledgeSource::Follows(derived.rule, derived.from);
                new |= self.put(derived.fact, KnownFigure { range: derived.range, source });
            }
            if !new {
                return;
            }
        }
    }

    /// Every bid of which something is known, and the reader's own.
    pub(super) fn bids(&self) -> Vec<usize> {
        let mut bids: Vec<usize> = self.facts.keys().filter_map(Fact::bid).chain(self.own).collect();
        bids.extend(self.winners.iter().flatten());
        bids.sort_unstable();
        bids.dedup();
        bids
    }

    /// How many lots there are.
    pub(super) fn lots(&self) -> usize {
        self.winners.len()
    }

    /// The procedures of a lot.
    pub(super) fn procedures(&self, lot: usize) -> &'t [usize] {
        let tender: &'t Tender = self.tender;
        tender.structures.get(self.structure).and_then(|s| s.lots.get(lot)).map_or(&[], |l| &l.procedures)
    }

    pub(super) fn volume(&self, procedure: usize) -> Volume {
        self.prices.volumes.get(procedure).copied().unwrap_or(Volume::ZERO)
    }

    pub(super) fn scale(&self) -> Ratio {
        Ratio::from(self.tender.evaluation.scale)
    }

    /// The price of a procedure at a discount, if the discount base has one.
    pub(super) fn unit_at(&self, procedure: usize, discount: Percent) -> Option<UnitPrice> {
        let base = self.prices.price(self.tender.pricing.discount_base?, procedure)?;
        Some(base.less_percent_half_up(discount))
    }

    /// What a lot costs if all of it is offered at one discount; `None` where some procedure has no price to take it off.
    pub(super) fn price_at(&self, lot: usize, discount: Percent) -> Option<Ratio> {
        let supposed = Supposed::Discount(discount, self.tender.pricing.discount_base?);
        let mut sum = Ratio::ZERO;
        for &procedure in self.procedures(lot) {
            let scored = self.prices.supposed_scored(self.cap, supposed, procedure)?;
            sum += Ratio::kroner(scored * self.volume(procedure));
        }
        Some(sum)
    }
}
