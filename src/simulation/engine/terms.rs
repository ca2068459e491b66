//! What a structure means for the bids of the profiles: who can bid on a lot, and at which discount.

use super::{Study, as_tender::with_points, days::Days, event::Event, sources::Slot};
use crate::{
    number::{Money, Overflow, Percent, UnitPrice, divide_half_up},
    simulation::{
        Dialogue,
        random::{POWER_ONE, log2_of_ratio},
    },
    tender::{CodeMap, Condition, Missing},
};

/// One structure of the study.
#[derive(Clone, Debug)]
pub(super) struct Terms {
    /// Its index in the tender.
    pub(super) structure: usize,
    pub(super) lots: Vec<LotTerms>,
    /// Whether bidders may set a capacity.
    pub(super) capacity: bool,
    /// Whether bidders may set a limit of lots.
    pub(super) max_lots: bool,
    /// By profile: how likely it takes part, in millionths.
    takes_part: Vec<i64>,
}

/// One lot.
#[derive(Clone, Debug)]
pub(super) struct LotTerms {
    pub(super) procedures: Vec<usize>,
    /// log₂ of the lot's value beside that of the whole specialty, in 2⁻³².
    doublings: i64,
    /// By profile: procedures of the lot that it would rather not do.
    rather_not: Vec<i64>,
}

/// What bids are priced from: by procedure, the price that a discount is taken off, and whether it is that of the discount
/// base. `None`: nobody can offer it.
pub(super) type BasePrices = Vec<Option<(UnitPrice, bool)>>;

/// Prices in the discount base; where there is none, the fallback price under the tender's own day of lapse.
pub(super) fn base_prices(dialogue: &Dialogue, own_days: &Days) -> Result<BasePrices, Overflow> {
    let tender = &dialogue.tender;
    let prices = crate::pricing::TariffPrices::new(tender, &crate::pricing::Overlay::default())?;
    let base = |p: usize| prices.price(tender.pricing.discount_base?, p);
    let one = |p: usize| match base(p) {
        Some(price) => Some((price, true)),
        None => own_days.fallback[p].unit_half_up().map(|price| (price, false)),
    };
    Ok((0..tender.procedures.len()).map(one).collect())
}

/// By structure of the dialogue.
pub(super) fn all_terms(dialogue: &Dialogue, base: &BasePrices) -> Result<Vec<Terms>, Overflow> {
    let tender = &dialogue.tender;
    let value = |procedures: &mut dyn Iterator<Item = usize>| {
        Money::sum(procedures.filter_map(|p| Some(base[p]?.0 * tender.procedures[p].volume.expected)))
    };
    let whole = value(&mut (0..tender.procedures.len()))?;
    let doublings = |lot: Money| match (u128::try_from(lot.ore()), u128::try_from(whole.ore())) {
        (Ok(lot), Ok(whole)) if lot > 0 && whole > 0 => log2_of_ratio(lot, whole),
        _ => 0,
    };
    let lot_terms = |lot: &crate::tender::Lot| -> Result<LotTerms, Overflow> {
        let among = |codes: &[usize]| codes.iter().filter(|p| lot.procedures.contains(p)).count() as i64;
        Ok(LotTerms {
            doublings: doublings(value(&mut lot.procedures.iter().copied())?),
            rather_not: dialogue.profiles.iter().map(|p| among(&p.rather_not)).collect(),
            procedures: lot.procedures.clone(),
        })
    };
    let one = |&structure: &usize| -> Result<Terms, Overflow> {
        let own = &tender.structures[structure];
        let lots: Result<Vec<LotTerms>, Overflow> = own.lots.iter().map(lot_terms).collect();
        Ok(Terms {
            structure,
            lots: lots?,
            capacity: own.bidders_may.contains(&Condition::Capacity),
            max_lots: own.bidders_may.contains(&Condition::MaxLots),
            takes_part: dialogue.profiles.iter().map(|p| p.probability(structure)).collect(),
        })
    };
    dialogue.structures.iter().map(one).collect()
}

/// Which procedures of a lot may be missing: the tender's rule, with its codes looked up once.
#[derive(Clone, Debug)]
pub(super) struct MissingRule {
    at_most: usize,
    /// By procedure: whether it may never be missing.
    never: Vec<bool>,
}

impl MissingRule {
    pub(super) fn new(tender: &crate::tender::Tender) -> Self {
        let codes = tender.procedures.iter().map(|p| p.code.as_str());
        match &tender.award.missing {
            Missing::Reject => MissingRule { at_most: 0, never: codes.map(|_| true).collect() },
            Missing::PriceAtFallback { at_most, never } => {
                let never = CodeMap::new(never.iter().map(|p| (p, ())));
                MissingRule {
                    at_most: at_most.map_or(usize::MAX, |n| n as usize),
                    never: codes.map(|c| never.get(c).is_some()).collect(),
                }
            }
        }
    }

    /// Whether a bid that misses these procedures of a lot may stand (docs/reference/rules.md, "Admissibility").
    pub(super) fn allows(&self, lot: &[usize], days: &Days, missing: impl Fn(usize) -> bool) -> bool {
        let mut count = 0;
        for &p in lot {
            if missing(p) {
                count += 1;
                if self.never[p] || count > self.at_most || !days.fallback[p].is_known() {
                    return false;
                }
            }
        }
        count == 0 || count < lot.len()
    }
}

impl Study {
    /// By member: whether it takes part in a structure (a place in the order of the dialogue).
    pub(super) fn takes_part(&self, event: &Event, terms: &Terms, member: usize) -> bool {
        let slots = &self.sources.members[member];
        slots.takes_part.get(&event.drawn) < terms.takes_part[slots.profile]
    }

    /// Whether a member can bid on a lot: it can do all of it, or the tender lets it leave out what it lacks.
    pub(super) fn can_bid(&self, event: &Event, days: &Days, lot: &LotTerms, member: usize) -> bool {
        let lacks = &event.lacks[member];
        self.missing_rule.allows(&lot.procedures, days, |p| lacks[p] || self.base[p].is_none())
    }

    /// A member's discount on a lot on which so many bid, itself included: half up to 0.01 per cent, then within its limits,
    /// then moved by the shift.
    pub(super) fn discount_half_up(
        &self,
        event: &Event,
        structure: usize,
        lot: &LotTerms,
        member: usize,
        bidders: usize,
    ) -> Percent {
        let slots = &self.sources.members[member];
        let response = &self.dialogue.profiles[slots.profile].response;
        let competitors = i64::try_from(bidders.saturating_sub(2)).unwrap_or(i64::MAX);
        let doubling = i128::from(response.per_doubling) * i128::from(lot.doublings);
        let points = i128::from(slots.discount.get(&event.drawn))
            + divide_half_up(doubling, POWER_ONE.into())
            + i128::from(response.per_rather_not) * i128::from(lot.rather_not[slots.profile])
            + i128::from(response.per_competitor) * i128::from(competitors);
        let parts = to_parts_half_up(points);
        let least = response.at_least.map_or(-Percent::HUNDRED_PARTS, Percent::parts);
        let most = response.at_most.map_or(Percent::HUNDRED_PARTS, Percent::parts);
        with_points(Percent::from_parts(parts.min(most).max(least)), self.shift.points(structure))
    }

    /// The most volume that a member can take in a draw, where it has a limit.
    pub(super) fn capacity(&self, event: &Event, member: usize) -> Option<u64> {
        let slot: Slot = self.sources.members[member].capacity?;
        Some(u64::try_from(slot.get(&event.drawn)).unwrap_or(0))
    }
}

/// Millionths of a point to ten-thousandths of a per cent, in whole hundredths of a per cent.
pub(super) fn to_parts_half_up(points: i128) -> i64 {
    let hundredths = divide_half_up(points, 10_000);
    i64::try_from(hundredths).map_or(i64::MAX / 1000, |h| h.clamp(-1_000_000_000, 1_000_000_000)) * 100
}
