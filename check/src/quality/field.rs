//! The bids on one lot as plain figures.

use std::collections::BTreeMap;

use super::{
    super::{
        admission::{Admitted, LotStanding},
        exact::{Exact, kroner},
        facts::{Facts, Measure},
        tariffs::Prices,
    },
    NoResult,
};

/// One lot.
#[derive(Debug)]
pub(in super::super) struct Field<'a> {
    pub(in super::super) facts: &'a Facts,
    pub(in super::super) lot: usize,
    /// By bid: what it has, where it is admissible so far.
    pub(in super::super) entries: BTreeMap<usize, Entry<'a>>,
    /// The lot's value at the discount base, in kroner.
    pub(in super::super) tariff: Option<Exact>,
    /// What the lot costs at the fallback, in kroner.
    pub(in super::super) fallback: Option<Exact>,
}

/// One bid on the lot.
#[derive(Debug)]
pub(in super::super) struct Entry<'a> {
    /// The lot price in kroner, without combination discount.
    pub(in super::super) price: Exact,
    /// Judged points by criterion.
    pub(in super::super) judged: BTreeMap<&'a str, &'a Exact>,
}

impl<'a> Field<'a> {
    pub(in super::super) fn new(
        facts: &'a Facts,
        prices: &Prices,
        admitted: &[Admitted],
        lot: usize,
    ) -> Self {
        let procedures = &facts.structure.lots[lot].procedures;
        let sum = |of: &dyn Fn(usize) -> Option<i128>| -> Option<Exact> {
            procedures.iter().map(|&p| of(p)).sum::<Option<i128>>().map(kroner)
        };
        let mut entries = BTreeMap::new();
        for (bid, own) in admitted.iter().enumerate() {
            if let LotStanding::Admissible(figures) = own.lots[lot] {
                entries.insert(bid, Entry { price: kroner(figures.price), judged: judged(facts, bid, lot) });
            }
        }
        let volume = |p: usize| i128::from(facts.procedures[p].volume);
        Field {
            facts,
            lot,
            entries,
            tariff: sum(&|p| Some(prices.base[p]? * volume(p))),
            fallback: sum(&|p| prices.fallback[p]),
        }
    }

    /// What a leaf measures of a bid.
    pub(super) fn measure(&self, measure: &Measure, bid: usize, criterion: &str) -> Result<Exact, NoResult> {
        match measure {
            Measure::Price => Ok(self.entries[&bid].price.clone()),
            Measure::Value(name) => {
                let value = self.facts.bids[bid].values.get(name).cloned();
                value.ok_or_else(|| NoResult::new(criterion, format!("values.{name}")))
            }
        }
    }
}

/// Judgement for the lot overrules that for the structure, and that the general one, criterion by criterion.
fn judged(facts: &Facts, bid: usize, lot: usize) -> BTreeMap<&str, &Exact> {
    let lot = &facts.structure.lots[lot].id;
    let mut weighed: Vec<(u8, &BTreeMap<String, Exact>)> = facts
        .assessments
        .iter()
        .filter(|a| a.bid == bid)
        .filter_map(|a| Some((a.weight(&facts.structure.id, lot)?, &a.points)))
        .collect();
    weighed.sort_by_key(|(weight, _)| *weight);
    weighed.into_iter().flat_map(|(_, points)| points.iter().map(|(id, x)| (id.as_str(), x))).collect()
}
