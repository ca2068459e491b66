//! Everything about a dialogue that is the same in all draws, computed once: the terms of each structure, the prices that bids are
//! made from, and days and fallback prices by day of lapse.

use std::sync::Arc;

use jiff::civil::Date;

use super::{
    draw::{BIDS, Event, Shift, Slot, UncertainInputs, VolumeRules, day_number, day_of},
    exact_path::{with_points, without_bids},
    fast_path::FastPath,
};
use crate::{
    number::{Money, Overflow, Percent, UnitPrice, Volume, divide_half_up},
    pricing::{CapDays, FallbackDays, Overlay, TariffPrices, fallback_days},
    simulation::{
        Bidders, Dialogue,
        random::{DrawStream, POWER_ONE, log2_of_ratio},
    },
    tender::{Condition, Lot, MissingRule, Tender},
};

/// Everything about a dialogue that is the same in all draws.
#[derive(Debug)]
pub(super) struct EngineContext {
    pub(super) dialogue: Arc<Dialogue>,
    /// The tender that every draw starts from: without bids if profiles bid.
    pub(super) plain: Tender,
    /// The bidders' names, in the order of bids.
    pub(super) names: Vec<String>,
    pub(super) inputs: UncertainInputs,
    pub(super) volume_rules: VolumeRules,
    /// By profile, by procedure: whether it never does it.
    pub(super) never_done: Vec<Vec<bool>>,
    pub(super) base: BasePrices,
    /// By procedure: its price in the cap tariff.
    pub(super) cap: Vec<Option<UnitPrice>>,
    /// By structure of the dialogue.
    pub(super) terms: Vec<Terms>,
    missing_rule: MissingRule,
    pub(super) lapse_days: LapseDays,
    pub(super) shift: Shift,
    /// By structure of the dialogue: what the fast path needs; `None`: the exact path decides.
    pub(super) fast_paths: Vec<Option<FastPath>>,
}

impl EngineContext {
    pub(super) fn new(dialogue: Arc<Dialogue>, shift: Shift) -> Result<Self, Overflow> {
        let inputs = UncertainInputs::new(&dialogue);
        let own_days = Days::new(&dialogue.tender, None)?;
        let base = base_prices(&dialogue, &own_days)?;
        let never_done = dialogue.profiles.iter().map(|profile| {
            let mut lacks = vec![false; dialogue.tender.procedures.len()];
            profile.lacks.iter().for_each(|&p| lacks[p] = true);
            lacks
        });
        let plain = match dialogue.bidders {
            Bidders::Profiles => without_bids(&dialogue),
            Bidders::Tender => dialogue.tender.clone(),
        };
        let span = lapse_span(&dialogue, &shift);
        let prices = TariffPrices::new(&plain, &Overlay::default())?;
        let mut context = EngineContext {
            cap: (0..plain.procedures.len()).map(|p| prices.cap(p)).collect(),
            fast_paths: Vec::new(),
            names: names(&dialogue),
            volume_rules: VolumeRules::new(&dialogue),
            never_done: never_done.collect(),
            terms: all_terms(&dialogue, &base)?,
            missing_rule: MissingRule::new(&dialogue.tender),
            lapse_days: LapseDays::new(&plain, span)?,
            base,
            plain,
            inputs,
            shift,
            dialogue,
        };
        context.fast_paths = context.fast_paths()?;
        Ok(context)
    }

    /// The bidders in the order that settles ties, which is drawn too.
    pub(super) fn tie_order(&self, stream: &mut DrawStream) -> Vec<usize> {
        let position = |b: usize| match self.inputs.members.get(b) {
            Some(member) => member.tie_order,
            None => BIDS + b as u64,
        };
        let mut drawn: Vec<(u64, usize)> =
            (0..self.names.len()).map(|b| (stream.number(position(b)), b)).collect();
        drawn.sort_unstable();
        drawn.into_iter().map(|(_, b)| b).collect()
    }

    /// By member: whether it takes part in a structure (a place in the order of the dialogue).
    pub(super) fn takes_part(&self, event: &Event, terms: &Terms, member: usize) -> bool {
        let slots = &self.inputs.members[member];
        slots.takes_part.get(&event.drawn) < terms.takes_part[slots.profile]
    }

    /// Whether a member can bid on a lot: it can do all of it, or the tender lets it leave out what it lacks.
    pub(super) fn can_bid(&self, event: &Event, days: &Days, lot: &LotTerms, member: usize) -> bool {
        let lacks = &event.lacks[member];
        let missing = lot.procedures.iter().copied().filter(|&p| lacks[p] || self.base[p].is_none());
        self.missing_rule.allows(missing, lot.procedures.len(), |p| days.fallback[p].is_known())
    }

    /// A member's discount on a lot on which `bidders` bid, itself included: half up to 0.01 per cent, then within its limits,
    /// then moved by the shift.
    pub(super) fn discount_half_up(
        &self,
        event: &Event,
        structure: usize,
        lot: &LotTerms,
        member: usize,
        bidders: usize,
    ) -> Percent {
        let slots = &self.inputs.members[member];
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
        let slot: Slot = self.inputs.members[member].capacity?;
        Some(u64::try_from(slot.get(&event.drawn)).unwrap_or(0))
    }
}

/// The bidders' names, in the order of bids.
fn names(dialogue: &Dialogue) -> Vec<String> {
    if dialogue.bidders == Bidders::Tender {
        return dialogue.tender.bids.iter().map(|b| b.bidder.clone()).collect();
    }
    dialogue.profiles.iter().flat_map(|p| p.member_names()).collect()
}

/// The days of lapse that may be drawn.
fn lapse_span(dialogue: &Dialogue, shift: &Shift) -> Option<(i64, i64)> {
    let moved = |day: i64| day.saturating_add(shift.lapse_days);
    if let Some(lapse) = &dialogue.lapse {
        let from = lapse.days.iter().map(|d| day_number(d.from)).min()?;
        let until = lapse.days.iter().map(|d| day_number(d.until)).max()?;
        return Some((moved(from), moved(until)));
    }
    let tender = &dialogue.tender;
    let own = day_number(tender.tariffs[tender.cap?.tariff].in_force?.until);
    (shift.lapse_days != 0).then(|| (moved(own), moved(own)))
}

/// The terms of one structure.
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
    /// log₂ of the lot's value over that of the whole specialty, in 2⁻³².
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
    let prices = TariffPrices::new(tender, &Overlay::default())?;
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
    let lot_terms = |lot: &Lot| -> Result<LotTerms, Overflow> {
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

/// Millionths of a point to ten-thousandths of a per cent, in whole hundredths of a per cent.
pub(super) fn to_parts_half_up(points: i128) -> i64 {
    let hundredths = divide_half_up(points, 10_000);
    i64::try_from(hundredths).map_or(i64::MAX / 1000, |h| h.clamp(-1_000_000_000, 1_000_000_000)) * 100
}

/// Days and fallback prices for one day of lapse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Days {
    /// The contract's days, and those with the cap tariff in force.
    pub(super) cap: Option<CapDays>,
    /// By procedure.
    pub(super) fallback: Vec<FallbackRate>,
}

/// What one operation costs at the fallback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FallbackRate {
    /// No fallback tariff has a price.
    Unknown,
    /// `sum / days` øre: prices by days of the contract.
    Known { sum: i128, days: i128 },
}

impl FallbackRate {
    /// A line's fallback cost, half up to whole øre (docs/reference/rules.md, "Unit prices" 7).
    ///
    /// # Errors
    /// [`Overflow`] where the product would not fit.
    pub(super) fn cost_half_up(self, volume: Volume) -> Result<Option<Money>, Overflow> {
        let FallbackRate::Known { sum, days } = self else { return Ok(None) };
        let total = sum.checked_mul(i128::from(volume.count())).ok_or(Overflow)?;
        Ok(Some(Money::from_ore(if days == 1 { total } else { divide_half_up(total, days) })))
    }

    /// The fallback cost of one operation, half up.
    pub(super) fn unit_half_up(self) -> Option<UnitPrice> {
        let FallbackRate::Known { sum, days } = self else { return None };
        UnitPrice::from_ore(i64::try_from(divide_half_up(sum, days)).ok()?)
    }

    pub(super) fn is_known(self) -> bool {
        self != FallbackRate::Unknown
    }
}

impl Days {
    pub(super) fn new(tender: &Tender, lapse: Option<Date>) -> Result<Self, Overflow> {
        let overlay = Overlay { lapse, ..Overlay::default() };
        let prices = TariffPrices::new(tender, &overlay)?;
        let days = fallback_days(tender, &overlay, &prices);
        let rate = |p: usize| match (tender.procedures[p].fallback_price, &days) {
            (Some((price, _)), _) => FallbackRate::Known { sum: price.ore().into(), days: 1 },
            (None, Some(days)) => {
                let mut rate = (0, 0);
                for &FallbackDays { tariff, stage, days } in days {
                    let Some(price) = prices.price_at(stage, tariff, p) else { return FallbackRate::Unknown };
                    rate.0 += i128::from(price.ore()) * i128::from(days);
                    rate.1 += i128::from(days);
                }
                FallbackRate::Known { sum: rate.0, days: rate.1.max(1) }
            }
            (None, None) => FallbackRate::Unknown,
        };
        Ok(Days { cap: prices.days, fallback: (0..tender.procedures.len()).map(rate).collect() })
    }
}

/// [`Days`] for every day of lapse that makes a difference.
#[derive(Clone, Debug)]
pub(super) struct LapseDays {
    first: i64,
    entries: Vec<Days>,
}

impl LapseDays {
    /// For all days from `from` to `until`; the tender's own day if there are none.
    pub(super) fn new(tender: &Tender, span: Option<(i64, i64)>) -> Result<Self, Overflow> {
        let Some((from, until)) = span else {
            return Ok(LapseDays { first: 0, entries: vec![Days::new(tender, None)?] });
        };
        let (first, last) = (in_contract(tender, from), in_contract(tender, until));
        let entries: Result<Vec<Days>, Overflow> =
            (first..=last).map(|n| Days::new(tender, Some(day_of(n)))).collect();
        Ok(LapseDays { first, entries: entries? })
    }

    /// For a day among those that may be drawn.
    pub(super) fn at(&self, tender: &Tender, lapse: Option<Date>) -> &Days {
        let at = lapse.map_or(0, |day| in_contract(tender, day_number(day)) - self.first);
        let at = usize::try_from(at).unwrap_or(0).min(self.entries.len() - 1);
        &self.entries[at]
    }

    pub(super) fn entries(&self) -> &[Days] {
        &self.entries
    }
}

/// Days before the contract differ as little as days after it: the nearest one that may make a difference.
fn in_contract(tender: &Tender, day: i64) -> i64 {
    match tender.head.contract {
        Some(contract) => day.clamp(day_number(contract.from) - 1, day_number(contract.until)),
        None => 0,
    }
}
