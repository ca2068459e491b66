//! One draw: the figures of its uncertain inputs, and what they mean for volumes, the day of lapse and the codes that each
//! bidder lacks.

use jiff::civil::Date;
use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::context::EngineContext;
use crate::tender::CodeMap;
use crate::{
    number::{Overflow, Rounding, Volume, divide_half_up},
    simulation::{
        DateChance, Dialogue, Distribution, Input, Profile, UncertainNumber, VolumesKnown,
        random::{STANDARD_DEVIATION, normal_cumulative, normal_quantile, quantile, whole_below},
    },
};

/// 1 in millionths.
pub(super) const MILLION: i64 = 1_000_000;

/// A figure of the dialogue: certain, or an uncertain input by its index in [`UncertainInputs::list`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Fixed(i64),
    UncertainNumber(usize),
}

impl Slot {
    /// The figure in a draw.
    pub(super) fn get(self, drawn: &[i64]) -> i64 {
        match self {
            Slot::Fixed(value) => value,
            Slot::UncertainNumber(at) => drawn[at],
        }
    }
}

/// One bidder's uncertain figures.
#[derive(Clone, Debug)]
pub(super) struct MemberSlots {
    /// The profile (index).
    pub(super) profile: usize,
    /// Compared with the probability in each structure.
    pub(super) takes_part: Slot,
    /// By entry of `may-lack`: 1 if it lacks the codes.
    pub(super) may_lack: Vec<Slot>,
    /// Millionths of a per cent.
    pub(super) discount: Slot,
    /// Operations.
    pub(super) capacity: Option<Slot>,
    /// The position of its number in the order that settles ties.
    pub(super) tie_order: u64,
}

/// Everything that is uncertain, and where the figure of each part of the dialogue is found in a draw.
#[derive(Clone, Debug, Default)]
pub(super) struct UncertainInputs {
    /// The uncertain inputs, in the order in which they are reported.
    pub(super) list: Vec<UncertainInput>,
    pub(super) scenario: Option<Slot>,
    pub(super) specialty: Option<Slot>,
    /// By group.
    pub(super) groups: Vec<Slot>,
    /// By course.
    pub(super) courses: Vec<Slot>,
    /// Days from 1 January 1970.
    pub(super) lapse: Option<Slot>,
    pub(super) members: Vec<MemberSlots>,
}

/// One uncertain input.
#[derive(Clone, Debug)]
pub(super) struct UncertainInput {
    pub(super) input: Input,
    /// Which number of a draw is its own.
    pub(super) position: u64,
    kind: InputKind,
}

#[derive(Clone, Debug)]
enum InputKind {
    /// One of a table by weight: its index.
    Index(Vec<u32>),
    /// A distribution by itself.
    Plain(Distribution),
    /// The same, to whole numbers from millionths.
    Whole(Distribution),
    /// A distribution tied to the common factor with a correlation in millionths.
    Tied(Distribution, i64),
    /// The common factor itself.
    Common,
    /// A day.
    Day(Vec<DateChance>),
    /// A number from 0 to 1 in millionths, in this many equal steps.
    Step(u64),
    /// 1 with a probability in millionths, else 0.
    Chance(i64),
}

// Positions of the inputs among the numbers of a draw: each has one of its own, so that none moves when another is added.
const SCENARIO: u64 = 0;
const COMMON: u64 = 1;
const LAPSE: u64 = 2;
const GROUPS: u64 = 1 << 16;
const COURSES: u64 = 1 << 24;
/// The order of the tender's own bids, by bid.
pub(super) const BIDS: u64 = 1 << 32;

/// The position of a member's figure: 0 takes part, 1 discount, 2 capacity, 3 order in a tie, from 16 on `may-lack`.
fn of_member(profile: usize, number: u32, slot: usize) -> u64 {
    ((profile as u64 + 1) << 40) + (u64::from(number) << 16) + slot as u64
}

impl UncertainInputs {
    /// Everything uncertain in a dialogue.
    pub(super) fn new(dialogue: &Dialogue) -> Self {
        let mut inputs = UncertainInputs::default();
        inputs.add_volumes(dialogue);
        inputs.courses = (dialogue.courses.iter().enumerate())
            .map(|(i, c)| inputs.add(Input::Course(i), COURSES + i as u64, plain(&c.share)))
            .collect();
        inputs.lapse = dialogue.lapse.as_ref().map(|lapse| match lapse.days.as_slice() {
            [one] if one.from == one.until => Slot::Fixed(day_number(one.from)),
            days => inputs.add(Input::Lapse, LAPSE, Err(InputKind::Day(days.to_vec()))),
        });
        for (p, profile) in dialogue.profiles.iter().enumerate() {
            for number in 0..profile.count {
                inputs.add_member(profile, p, number);
            }
        }
        inputs
    }

    fn add_volumes(&mut self, dialogue: &Dialogue) {
        let volumes = &dialogue.volumes;
        if !volumes.scenarios.is_empty() {
            let weights: Vec<u32> = volumes.scenarios.iter().map(|s| s.weight).collect();
            let certain = weights.iter().filter(|w| **w > 0).count() < 2;
            let only = weights.iter().position(|w| *w > 0).unwrap_or(0);
            let kind = if certain { Ok(only as i64) } else { Err(InputKind::Index(weights)) };
            self.scenario = Some(self.add(Input::Scenario, SCENARIO, kind));
        }
        self.specialty = volumes.specialty.as_ref().map(|s| self.add(Input::Specialty, COMMON, plain(s)));
        let uncertain = volumes.groups.iter().any(|g| plain(&g.factor).is_err());
        let tied = volumes.common > 0 && uncertain;
        if tied && !matches!(self.specialty, Some(Slot::UncertainNumber(_))) {
            self.add(Input::Common, COMMON, Err(InputKind::Common));
        }
        self.groups = (volumes.groups.iter().enumerate())
            .map(|(i, group)| {
                let kind = match plain(&group.factor) {
                    Err(InputKind::Plain(d)) if tied => Err(InputKind::Tied(d, volumes.common)),
                    kind => kind,
                };
                self.add(Input::Group(i), GROUPS + i as u64, kind)
            })
            .collect();
    }

    fn add_member(&mut self, profile: &Profile, p: usize, number: u32) {
        let bidder = self.members.len();
        let takes_part = self.add(Input::TakesPart(bidder), of_member(p, number, 0), places(profile));
        let may_lack = (profile.may_lack.iter().enumerate())
            .map(|(i, (_, probability))| {
                let kind = match *probability {
                    ..=0 => Ok(0),
                    MILLION.. => Ok(1),
                    probability => Err(InputKind::Chance(probability)),
                };
                self.add(Input::MayLack(bidder, i), of_member(p, number, 16 + i), kind)
            })
            .collect();
        let discount = self.add(Input::Discount(bidder), of_member(p, number, 1), plain(&profile.discount));
        let capacity = profile.capacity.as_ref().map(|c| {
            let kind = match plain(c) {
                Ok(value) => Ok(whole_half_up(value)),
                Err(InputKind::Plain(d)) => Err(InputKind::Whole(d)),
                Err(kind) => Err(kind),
            };
            self.add(Input::Capacity(bidder), of_member(p, number, 2), kind)
        });
        let tie_order = of_member(p, number, 3);
        self.members.push(MemberSlots { profile: p, takes_part, may_lack, discount, capacity, tie_order });
    }

    fn add(&mut self, input: Input, position: u64, kind: Result<i64, InputKind>) -> Slot {
        match kind {
            Ok(value) => Slot::Fixed(value),
            Err(kind) => {
                self.list.push(UncertainInput { input, position, kind });
                Slot::UncertainNumber(self.list.len() - 1)
            }
        }
    }

    /// If every uncertain input has finitely many equally likely values (by weight): how many combinations there are, up to a
    /// million.
    pub(super) fn combinations(&self) -> Option<u64> {
        self.list
            .iter()
            .try_fold(1_u64, |all, input| all.checked_mul(input.values()?).filter(|n| *n <= MILLION as u64))
    }

    /// The figures of a draw, from the number at each position.
    ///
    /// # Errors
    /// [`Overflow`] where one would not fit.
    pub(super) fn draw(&self, mut number: impl FnMut(&UncertainInput) -> u64) -> Result<Vec<i64>, Overflow> {
        let mut common = 0;
        self.list
            .iter()
            .map(|input| {
                let share = number(input);
                if input.position == COMMON {
                    common = normal_quantile(share);
                }
                input.kind.value(share, common)
            })
            .collect()
    }
}

impl UncertainInput {
    /// How many equally likely values it has, if they are finite.
    pub(super) fn values(&self) -> Option<u64> {
        match &self.kind {
            InputKind::Index(weights) => Some(least_sum(weights.iter().copied())),
            InputKind::Plain(Distribution::Values(values))
            | InputKind::Whole(Distribution::Values(values)) => {
                Some(least_sum(values.iter().map(|(_, weight)| *weight)))
            }
            InputKind::Day(days) => {
                let lengths = days.iter().map(length).try_fold(1_u64, |all, n| {
                    let common = num_integer::lcm(all, n);
                    (common <= MILLION as u64).then_some(common)
                })?;
                lengths.checked_mul(least_sum(days.iter().map(|d| d.weight)))
            }
            InputKind::Step(steps) => Some(*steps),
            InputKind::Chance(probability) => {
                Some((MILLION / num_integer::gcd(MILLION, *probability)) as u64)
            }
            InputKind::Plain(_) | InputKind::Whole(_) | InputKind::Tied(..) | InputKind::Common => None,
        }
    }
}

impl InputKind {
    fn value(&self, share: u64, common: i64) -> Result<i64, Overflow> {
        Ok(match self {
            InputKind::Index(weights) => by_weight(weights.iter().copied(), share).0 as i64,
            InputKind::Plain(distribution) => quantile(distribution, share)?,
            InputKind::Whole(distribution) => whole_half_up(quantile(distribution, share)?),
            InputKind::Tied(distribution, correlation) => {
                quantile(distribution, normal_cumulative(tied(share, common, *correlation)))?
            }
            InputKind::Common => {
                let scaled = i128::from(common) * i128::from(MILLION);
                divide_half_up(scaled, STANDARD_DEVIATION.into()) as i64
            }
            InputKind::Day(days) => day_at(days, share),
            InputKind::Step(steps) => (whole_below(*steps, share) * (MILLION as u64 / steps)) as i64,
            InputKind::Chance(probability) => {
                i64::from((whole_below(MILLION as u64, share) as i64) < *probability)
            }
        })
    }
}

/// `c Z + √(1 − c²) e`, with the common factor `Z` and an own part `e`.
fn tied(share: u64, common: i64, correlation: i64) -> i64 {
    let square = i128::from(MILLION).pow(2);
    let rest = (square - i128::from(correlation).pow(2)).max(0).isqrt();
    let sum = i128::from(correlation) * i128::from(common) + rest * i128::from(normal_quantile(share));
    divide_half_up(sum, MILLION.into()) as i64
}

/// The sum of the weights in their lowest terms.
fn least_sum(weights: impl Iterator<Item = u32> + Clone) -> u64 {
    let common = weights.clone().fold(0, |all, w| num_integer::gcd(all, u64::from(w)));
    weights.map(u64::from).sum::<u64>() / common.max(1)
}

/// The entry whose weight and those before it pass the share, and how far into it the share lies, in 2⁻⁶⁴.
fn by_weight(weights: impl Iterator<Item = u32> + Clone, share: u64) -> (usize, u64) {
    let all: u64 = weights.clone().map(u64::from).sum();
    let mut at = u128::from(all) * u128::from(share);
    for (i, weight) in weights.enumerate() {
        match at.checked_sub(u128::from(weight) << 64) {
            None => return (i, (at / u128::from(weight.max(1))) as u64),
            Some(rest) => at = rest,
        }
    }
    (0, 0)
}

fn length(days: &DateChance) -> u64 {
    u64::try_from(day_number(days.until) - day_number(days.from)).unwrap_or(0) + 1
}

fn day_at(days: &[DateChance], share: u64) -> i64 {
    let (entry, inside) = by_weight(days.iter().map(|d| d.weight), share);
    days.get(entry).map_or(0, |d| day_number(d.from) + whole_below(length(d), inside) as i64)
}

/// Days from 1 January 1970.
pub(super) fn day_number(day: Date) -> i64 {
    let first = jiff::civil::date(1970, 1, 1);
    first.until(day).map_or(0, |span| i64::from(span.get_days()))
}

/// The day of a number, no farther than dates go.
pub(super) fn day_of(number: i64) -> Date {
    let first = jiff::civil::date(1970, 1, 1);
    let number = number.clamp(day_number(Date::MIN), day_number(Date::MAX));
    first.checked_add(jiff::Span::new().days(number)).unwrap_or(first)
}

fn whole_half_up(millionths: i64) -> i64 {
    divide_half_up(millionths.into(), MILLION.into()) as i64
}

/// Certain, or a distribution.
fn plain(drawn: &UncertainNumber) -> Result<i64, InputKind> {
    let kind = InputKind::Plain(drawn.distribution.clone());
    match &drawn.distribution {
        Distribution::Fixed(value) => Ok(*value),
        certain if certain.is_certain() => quantile(certain, 1 << 63).map_err(|_| kind),
        _ => Err(kind),
    }
}

/// Whether a profile takes part: one figure, compared with the probability in every structure. It has as few steps as separate
/// these probabilities, and is a fixed 0 where the profile always or never takes part.
fn places(profile: &Profile) -> Result<i64, InputKind> {
    let probabilities = || profile.takes_part.iter().map(|p| p.probability);
    if probabilities().all(|p| p <= 0 || p >= MILLION) {
        return Ok(0);
    }
    let common = probabilities().fold(MILLION, num_integer::gcd);
    Err(InputKind::Step((MILLION / common) as u64))
}

/// What is the same under all structures of a draw.
#[derive(Clone, Debug)]
pub(super) struct Event {
    /// The uncertain inputs.
    pub(super) drawn: Vec<i64>,
    /// By procedure: the volume that comes true.
    pub(super) volumes: Vec<Volume>,
    /// By procedure: the volume that bids are evaluated on.
    pub(super) award_volumes: Vec<Volume>,
    /// The last day on which the cap tariff is in force, where it is not as the tender says.
    pub(super) lapse: Option<Date>,
    /// By member, by procedure: whether it cannot do it.
    pub(super) lacks: Vec<Vec<bool>>,
}

/// The factors on each line, found once.
#[derive(Clone, Debug)]
pub(super) struct VolumeRules {
    /// By procedure: the groups (indices) that its code matches.
    groups: Vec<Vec<usize>>,
    /// By scenario, by procedure: the factor in millionths.
    scenarios: Vec<Vec<i64>>,
}

impl VolumeRules {
    pub(super) fn new(dialogue: &Dialogue) -> Self {
        let codes = || dialogue.tender.procedures.iter().map(|p| p.code.as_str());
        let groups = &dialogue.volumes.groups;
        let of_code = |code: &str| {
            (0..groups.len()).filter(|&g| groups[g].codes.iter().any(|c| c.matches(code))).collect()
        };
        let scenarios = dialogue.volumes.scenarios.iter().map(|scenario| {
            let factors = CodeMap::new(scenario.factors.iter().map(|(pattern, factor)| (pattern, *factor)));
            codes().map(|code| factors.get(code).copied().unwrap_or(MILLION)).collect()
        });
        VolumeRules { groups: codes().map(of_code).collect(), scenarios: scenarios.collect() }
    }
}

impl Event {
    pub(super) fn new(context: &EngineContext, drawn: Vec<i64>) -> Result<Event, Overflow> {
        let volumes = volumes_half_up(context, &drawn)?;
        let expected = context.dialogue.tender.procedures.iter().map(|p| p.volume.expected);
        Ok(Event {
            award_volumes: match context.dialogue.volumes.known {
                VolumesKnown::AtAward => volumes.clone(),
                VolumesKnown::AfterAward => expected.collect(),
            },
            volumes,
            lapse: context.lapse(&drawn),
            lacks: lacks(context, &drawn),
            drawn,
        })
    }
}

/// Every line's expected volume times its factors, half up to whole operations once. The operations of a course follow from
/// the drawn examinations.
fn volumes_half_up(context: &EngineContext, drawn: &[i64]) -> Result<Vec<Volume>, Overflow> {
    let inputs = &context.inputs;
    let specialty = inputs.specialty.map_or(MILLION, |s| s.get(drawn));
    let scenario = inputs.scenario.and_then(|s| {
        context.volume_rules.scenarios.get(usize::try_from(s.get(drawn)).unwrap_or(usize::MAX))
    });
    let mut volumes = Vec::with_capacity(context.volume_rules.groups.len());
    for (p, procedure) in context.dialogue.tender.procedures.iter().enumerate() {
        let own = context.volume_rules.groups[p].iter().map(|&g| inputs.groups[g].get(drawn));
        let factors = [specialty, context.shift.volume_factor]
            .into_iter()
            .chain(scenario.map(|s| s[p]))
            .chain(own)
            .filter(|f| *f != MILLION);
        volumes.push(times_half_up(procedure.volume.expected, factors)?);
    }
    for (course, slot) in context.dialogue.courses.iter().zip(&inputs.courses) {
        let examinations = volumes[course.examination];
        volumes[course.operation] = times_half_up(examinations, [slot.get(drawn)])?;
    }
    Ok(volumes)
}

/// Volume × factors in millionths, half up.
fn times_half_up(volume: Volume, factors: impl IntoIterator<Item = i64>) -> Result<Volume, Overflow> {
    let million = i128::from(MILLION);
    let (mut product, mut unit) = (i128::from(volume.count()), 1_i128);
    let mut factors = factors.into_iter();
    while let Some(factor) = factors.next() {
        match (product.checked_mul(factor.into()), unit.checked_mul(million)) {
            (Some(p), Some(u)) => (product, unit) = (p, u),
            _ => {
                let rest: Vec<i64> = std::iter::once(factor).chain(factors).collect();
                return large_times_half_up(product, unit, &rest);
            }
        }
    }
    let whole = divide_half_up(product, unit);
    u64::try_from(whole).ok().and_then(Volume::from_count).ok_or(Overflow)
}

fn large_times_half_up(product: i128, unit: i128, factors: &[i64]) -> Result<Volume, Overflow> {
    let product = factors.iter().fold(BigInt::from(product), |all, f| all * f);
    let unit = factors.iter().fold(BigInt::from(unit), |all, _| all * MILLION);
    let whole = Rounding::HalfUp.divide_big(&product, &unit);
    whole.to_u64().and_then(Volume::from_count).ok_or(Overflow)
}

fn lacks(context: &EngineContext, drawn: &[i64]) -> Vec<Vec<bool>> {
    let profiles = &context.dialogue.profiles;
    let members = context.inputs.members.iter();
    members
        .map(|member| {
            let profile = &profiles[member.profile];
            let mut lacks = context.never_done[member.profile].clone();
            for (slot, (codes, _)) in member.may_lack.iter().zip(&profile.may_lack) {
                if slot.get(drawn) == 1 {
                    codes.iter().for_each(|&p| lacks[p] = true);
                }
            }
            lacks
        })
        .collect()
}

impl EngineContext {
    /// The day of lapse in a draw; `None`: as the tender says.
    fn lapse(&self, drawn: &[i64]) -> Option<Date> {
        let stated = self.inputs.lapse.map(|s| s.get(drawn));
        if stated.is_none() && self.shift.lapse_days == 0 {
            return None;
        }
        let tender = &self.dialogue.tender;
        let own = || tender.cap.and_then(|c| tender.tariffs[c.tariff].in_force).map(|p| day_number(p.until));
        Some(day_of(stated.or_else(own)?.saturating_add(self.shift.lapse_days)))
    }
}

/// A question of the sort "what if": the same draws, moved. The default moves nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// By structure (in the order of the dialogue): percentage points added to every discount, after its limits, in
    /// millionths of one. Empty: none. A bid of the tender that states a price in kroner lowers it by as many per cent of the
    /// discount base, or of itself where there is none.
    pub discount_points: Vec<i64>,
    /// A factor on all volumes that are drawn, in millionths.
    pub volume_factor: i64,
    /// By how many days the cap tariff lapses later; earlier if below 0.
    pub lapse_days: i64,
}

impl Default for Shift {
    fn default() -> Self {
        Shift { discount_points: Vec::new(), volume_factor: 1_000_000, lapse_days: 0 }
    }
}

impl Shift {
    /// The points in a structure (its place in the order of the dialogue).
    pub(super) fn points(&self, structure: usize) -> i64 {
        self.discount_points.get(structure).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_of_a_span_are_equally_likely() {
        let one = DateChance { from: date(2025, 6, 1), until: date(2025, 6, 1), weight: 3 };
        let span = DateChance { from: date(2025, 6, 2), until: date(2025, 6, 11), weight: 1 };
        let (mut first, mut others) = (0, [0; 10]);
        for i in 0..400_u64 {
            let share = (((u128::from(i) << 64) / 400) + 1) as u64;
            match usize::try_from(day_at(&[one, span], share) - day_number(date(2025, 6, 2))) {
                Err(_) => first += 1,
                Ok(day) => others[day] += 1,
            }
        }
        assert_eq!((first, others), (300, [10; 10]));
        assert_eq!(day_of(day_number(date(2025, 6, 1))), date(2025, 6, 1));
    }

    #[test]
    fn a_tie_of_one_is_the_common_factor_and_of_none_the_own_part() {
        assert_eq!(tied(77, 12_345, MILLION), 12_345);
        assert_eq!(tied(1 << 62, 12_345, 0), normal_quantile(1 << 62));
    }

    #[test]
    fn volumes_are_rounded_once() {
        let v = |n| Volume::from_count(n).unwrap();
        // 10 x 1.05 x 1.1 = 11.55; rounded in between it would be 12.1
        assert_eq!(times_half_up(v(10), [1_050_000, 1_100_000]), Ok(v(12)));
        assert_eq!(times_half_up(v(100), [1_050_000, 1_100_000]), Ok(v(116)));
        assert_eq!(times_half_up(v(5), [500_000]), Ok(v(3)));
        let many = [999_999; 12];
        assert_eq!(times_half_up(v(1_000_000_000), many), Ok(v(999_988_000)));
        assert_eq!(times_half_up(v(1_000_000_000), [2_000_000]), Err(Overflow));
    }
}
