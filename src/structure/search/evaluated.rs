//! Groups under a model other than the lowest price: each is evaluated as a lot of its own.

use super::{
    Blocks, SearchError,
    figures::Figures,
    groups::{KNOWN, group_sums, units},
};
use crate::{
    admission::{AdmittedBids, LotBid, LotFigures},
    evaluation::{EvaluatedResult, LotEntry, LotField, PreparedModel, lot_field},
    number::{Money, Overflow, Ratio},
    outcome::OutcomeError,
    pricing::{Overlay, price_bids},
    tender::{AssessmentScope, Tender},
};

/// By group and bid: what it costs.
pub(super) struct EvaluatedGroups {
    /// Whether the highest score wins; a group's cost is then what its best bids would cost the buyer.
    pub(super) scores: bool,
    /// The evaluated price, where admissible; with scores the expected cost of those with the highest.
    price: Vec<Vec<Option<i64>>>,
    /// By group: how many bids stand.
    admissible: Vec<usize>,
}

impl EvaluatedGroups {
    pub(super) fn new(
        tender: &Tender,
        overlay: &Overlay,
        blocks: &Blocks,
        figures: &Figures,
        admitted: &AdmittedBids,
    ) -> Result<Self, SearchError> {
        let model = |fault| SearchError::Outcome(OutcomeError::Model(fault));
        let prepared = PreparedModel::new(&tender.evaluation).map_err(model)?;
        let judged = Judged::new(tender, blocks, admitted);
        let priced = price_bids(tender, blocks.structure, overlay)?;
        let scores = tender.evaluation.highest_wins();
        let size = 1_usize << blocks.units.len();
        let mut out = EvaluatedGroups {
            scores,
            price: vec![vec![None; tender.bids.len()]; size],
            admissible: vec![0; size],
        };
        for mask in 1..size {
            let mask32 = u32::try_from(mask).map_err(|_| Overflow)?;
            let mut field = LotField {
                bids: Vec::new(),
                fallback: units(mask32)
                    .map(|u| figures.fallback[u].map(|f| Money::from_ore(f.into())))
                    .sum_known()?,
                tariff_value: None,
            };
            let base = tender.pricing.discount_base;
            let value = |p: usize| Some(priced.prices.price(base?, p)? * priced.prices.volumes[p]);
            field.tariff_value = units(mask32).flat_map(|u| blocks.procedures(u)).map(value).sum_known()?;
            for (bid, own) in figures.bids.iter().enumerate() {
                let Some(sums) = group_sums(figures, own, mask32) else { continue };
                let price = sums.first().copied().unwrap_or_default();
                let named = |(n, v, _): &(String, rust_decimal::Decimal, crate::tender::Place)| {
                    (n.clone(), Ratio::from(*v))
                };
                field.bids.push(LotEntry {
                    bid,
                    prices: vec![Money::from_ore(price.into())],
                    judged: judged.of_group(bid, &blocks.of_mask(mask32)),
                    values: tender.bids[bid].values.iter().map(named).collect(),
                });
            }
            let outcome = prepared.evaluate(&field).map_err(model)?;
            out.admissible[mask] = outcome.bids.iter().flatten().count();
            let winners = if scores { outcome.winners() } else { Vec::new() };
            for (place, evaluated) in outcome.bids.iter().enumerate() {
                let bid = field.bids[place].bid;
                out.price[mask][bid] = match evaluated.as_ref().map(|e| &e.result) {
                    None => None,
                    Some(EvaluatedResult::Price(tiers)) => tiers.first().map(|p| small(*p)).transpose()?,
                    Some(EvaluatedResult::Score { .. }) => winners
                        .contains(&place)
                        .then(|| units(mask32).map(|u| figures.bids[bid].units[u].cost).sum()),
                };
            }
        }
        Ok(out)
    }

    pub(super) fn price(&self, bid: usize, mask: u32) -> Option<i64> {
        self.price[mask as usize][bid]
    }

    pub(super) fn admissible(&self, mask: u32) -> usize {
        self.admissible[mask as usize]
    }
}

fn small(amount: Money) -> Result<i64, Overflow> {
    i64::try_from(amount.ore()).ok().filter(|o| o.abs() < KNOWN >> 5).ok_or(Overflow)
}

trait SumKnown: Iterator<Item = Option<Money>> + Sized {
    /// The sum; `None` where one is unknown.
    fn sum_known(self) -> Result<Option<Money>, Overflow> {
        let all: Option<Vec<Money>> = self.collect();
        all.map(Money::sum).transpose()
    }
}

impl<I: Iterator<Item = Option<Money>>> SumKnown for I {}

/// Judged points of bids: by block, and the general ones.
struct Judged {
    by_block: Vec<Vec<Vec<Option<Ratio>>>>,
    general: Vec<Vec<Option<Ratio>>>,
}

impl Judged {
    fn new(tender: &Tender, blocks: &Blocks, admitted: &AdmittedBids) -> Self {
        let mut all = admitted.clone();
        let nothing =
            LotFigures { price: Money::ZERO, expected_payment: Money::ZERO, elsewhere: Money::ZERO };
        for bid in &mut all.bids {
            bid.lots.iter_mut().for_each(|l| *l = LotBid::Admissible(vec![nothing]));
        }
        let mut general = tender.clone();
        general.assessments.retain(|a| a.scope == AssessmentScope::Everywhere);
        let of = |tender: &Tender, lot| {
            lot_field(tender, &all, lot).bids.into_iter().map(|b| b.judged).collect::<Vec<_>>()
        };
        Judged { by_block: (0..blocks.all.len()).map(|b| of(tender, b)).collect(), general: of(&general, 0) }
    }

    /// The points that a bid has on all blocks of a group; where they differ, the general ones.
    fn of_group(&self, bid: usize, group: &[usize]) -> Vec<Option<Ratio>> {
        let criteria = self.general[bid].len();
        let one = |criterion: usize| {
            let mut own = group.iter().map(|&b| &self.by_block[b][bid][criterion]);
            let first = own.next().cloned().flatten();
            if own.all(|p| *p == first) { first } else { self.general[bid][criterion].clone() }
        };
        (0..criteria).map(one).collect()
    }
}
