//! What every bid says of every block, in figures that add up: a group's figures are the sums of its blocks'.

use super::Blocks;
use crate::{
    admission::{AdmittedBids, FindingCode, admit_bids},
    number::{Money, Overflow, Percent, Volume},
    pricing::{Overlay, PricedBids, price_bids},
    tender::{CodeMap, CombinationCondition, Condition, Missing, ModelKind, Severity, Tender},
};

/// A bid on one unit of blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct UnitFigures {
    /// Whether it can be in a group that the bid bids on at all.
    pub(super) open: bool,
    /// By tier: scored prices, with missing codes at the fallback.
    pub(super) price: Vec<i64>,
    /// What the bidder would be paid, and its missing codes cost at the fallback.
    pub(super) cost: i64,
    /// How many codes are missing.
    pub(super) missing: u32,
    /// Whether any has a price that counts.
    pub(super) priced: bool,
}

/// A bid on all units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BidFigures {
    pub(super) units: Vec<UnitFigures>,
    /// The combination discounts that apply to any structure, ascending from 0 %.
    pub(super) tiers: Vec<Percent>,
    /// Its capacity, where that counts.
    pub(super) capacity: Option<u64>,
}

/// Everything that adds up.
#[derive(Clone, Debug)]
pub(super) struct Figures {
    pub(super) bids: Vec<BidFigures>,
    /// By unit: the cost at the fallback.
    pub(super) fallback: Vec<Option<i64>>,
    /// By unit: its volume.
    pub(super) volume: Vec<u64>,
    /// At most so many missing codes in a group.
    pub(super) at_most: u32,
}

/// Figures stay below this, so that sums over all blocks fit.
const LIMIT: i128 = 1 << 55;

fn small(amount: Money) -> Result<i64, Overflow> {
    let ore = amount.ore();
    if ore.abs() < LIMIT { i64::try_from(ore).map_err(|_| Overflow) } else { Err(Overflow) }
}

impl Figures {
    pub(super) fn new(
        tender: &Tender,
        overlay: &Overlay,
        blocks: &Blocks,
    ) -> Result<(Self, AdmittedBids), Overflow> {
        let priced = price_bids(tender, blocks.structure, overlay)?;
        let admitted = admit_bids(&priced)?;
        let reader =
            Reader { tender, priced: &priced, admitted: &admitted, blocks, rule: MissingRule::new(tender) };
        let bids: Result<Vec<BidFigures>, Overflow> = (0..tender.bids.len()).map(|b| reader.bid(b)).collect();
        let units = 0..blocks.units.len();
        let fallback: Result<Vec<Option<i64>>, Overflow> = units
            .clone()
            .map(|u| {
                let costs: Option<Vec<Money>> =
                    blocks.procedures(u).map(|p| priced.prices.fallback[p]).collect();
                costs.map(|c| Money::sum(c).and_then(small)).transpose()
            })
            .collect();
        let figures = Figures {
            bids: bids?,
            fallback: fallback?,
            volume: units
                .map(|u| Volume::sum(blocks.procedures(u).map(|p| priced.prices.volumes[p])).count())
                .collect(),
            at_most: reader.rule.at_most,
        };
        Ok((figures, admitted))
    }
}

/// The tender's rule for missing codes.
struct MissingRule<'t> {
    at_most: u32,
    never: Option<CodeMap<'t, ()>>,
}

impl<'t> MissingRule<'t> {
    fn new(tender: &'t Tender) -> Self {
        match &tender.award.missing {
            Missing::Reject => MissingRule { at_most: 0, never: None },
            Missing::PriceAtFallback { at_most, never } => MissingRule {
                at_most: at_most.unwrap_or(u32::MAX),
                never: Some(CodeMap::new(never.iter().map(|p| (p, ())))),
            },
        }
    }

    fn may_miss(&self, code: &str) -> bool {
        self.never.as_ref().is_some_and(|never| never.get(code).is_none())
    }
}

struct Reader<'a> {
    tender: &'a Tender,
    priced: &'a PricedBids<'a>,
    admitted: &'a AdmittedBids,
    blocks: &'a Blocks,
    rule: MissingRule<'a>,
}

impl Reader<'_> {
    fn bid(&self, bid: usize) -> Result<BidFigures, Overflow> {
        let structure = &self.tender.structures[self.blocks.structure];
        let own = &self.tender.bids[bid];
        let invited = |c| structure.bidders_may.contains(&c);
        let mut tiers = vec![Percent::ZERO];
        if invited(Condition::Combination) && self.tender.evaluation.kind == ModelKind::LowestPrice {
            let general = own
                .combinations
                .iter()
                .filter(|c| c.structure.is_none() && !matches!(c.condition, CombinationCondition::Lots(_)));
            tiers.extend(general.map(|c| c.discount));
        }
        tiers.sort_unstable();
        tiers.dedup();
        let capacity = own.capacity.filter(|_| invited(Condition::Capacity)).map(|(v, _)| v.count());
        let units: Result<Vec<UnitFigures>, Overflow> =
            (0..self.blocks.units.len()).map(|u| self.unit(bid, u, &tiers)).collect();
        Ok(BidFigures { units: units?, tiers, capacity })
    }

    /// Whether the bid can win any group with these blocks: it stands as a whole, it has no other fault than missing
    /// codes there, it does not leave one of them out, and it can take the volume of each.
    fn is_open(&self, bid: usize, unit: usize) -> bool {
        let own = &self.tender.bids[bid];
        let admitted = &self.admitted.bids[bid];
        let mut errors = admitted.findings.iter().filter(|f| f.severity == Severity::Error);
        let here = |lot: usize| self.blocks.units[unit].contains(&lot);
        let falls = errors.any(|f| match f.lot {
            None => true,
            Some(lot) => here(lot) && f.code != FindingCode::MissingProcedure,
        });
        let mut on = own.bids_on.iter().filter(|s| s.structure == self.blocks.structure).peekable();
        let selected: Vec<usize> = on.clone().flat_map(|s| s.lots.iter().copied()).collect();
        let left_out = on.peek().is_some() && !self.blocks.units[unit].iter().all(|b| selected.contains(b));
        let suffices = |&lot: &usize| crate::outcome::lot_capacity_suffices(self.priced, bid, lot);
        !falls && !left_out && self.blocks.units[unit].iter().all(suffices)
    }

    fn unit(&self, bid: usize, unit: usize, tiers: &[Percent]) -> Result<UnitFigures, Overflow> {
        let offers = &self.priced.offers[bid];
        if offers.is_empty() || !self.is_open(bid, unit) {
            return Ok(UnitFigures::default());
        }
        let prices = &self.priced.prices;
        let rule = self.priced.line_rule();
        let mut sums = vec![Money::ZERO; tiers.len()];
        let (mut cost, mut missing, mut priced) = (Money::ZERO, 0_u32, false);
        for p in self.blocks.procedures(unit) {
            if let Some(line) = rule.line(bid, p, Percent::ZERO) {
                priced = true;
                for (sum, tier) in sums.iter_mut().zip(tiers) {
                    let scored = rule.scored(bid, p, *tier).unwrap_or(line.scored);
                    *sum = sum.checked_add(scored * line.volume)?;
                }
                cost = cost.checked_add(line.payment)?;
                continue;
            }
            let fallback = prices.fallback[p].filter(|_| self.rule.may_miss(&self.tender.procedures[p].code));
            let Some(fallback) = fallback else { return Ok(UnitFigures::default()) };
            missing += 1;
            cost = cost.checked_add(fallback)?;
            for sum in &mut sums {
                *sum = sum.checked_add(fallback)?;
            }
        }
        let price: Result<Vec<i64>, Overflow> = sums.into_iter().map(small).collect();
        Ok(UnitFigures { open: true, price: price?, cost: small(cost)?, missing, priced })
    }
}
