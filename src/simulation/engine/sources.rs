//! Where the uncertain inputs of a study come from: each has a position of its own among the numbers of a draw, so that
//! nothing shifts when another is added.

use jiff::civil::Date;

use crate::{
    number::{Overflow, divide_half_up},
    simulation::{
        DateChance, Dialogue, Distribution, Drawn, Input, Profile,
        random::{STANDARD_DEVIATION, normal_cumulative, normal_quantile, quantile, whole_below},
    },
};

/// 1 in millionths.
pub(super) const MILLION: i64 = 1_000_000;

/// A figure of the dialogue: certain, or an uncertain input by its place in [`Sources::list`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Fixed(i64),
    Drawn(usize),
}

impl Slot {
    /// The figure in a draw.
    pub(super) fn get(self, drawn: &[i64]) -> i64 {
        match self {
            Slot::Fixed(value) => value,
            Slot::Drawn(at) => drawn[at],
        }
    }
}

/// One bidder's uncertain figures.
#[derive(Clone, Debug)]
pub(super) struct MemberSlots {
    /// The profile (index).
    pub(super) profile: usize,
    /// Held against the probability in each structure.
    pub(super) takes_part: Slot,
    /// By entry of `may-lack`: 1 if it lacks the codes.
    pub(super) may_lack: Vec<Slot>,
    /// Millionths of a per cent.
    pub(super) discount: Slot,
    /// Operations.
    pub(super) capacity: Option<Slot>,
    /// The position of its number in the order that settles ties.
    pub(super) order: u64,
}

/// All that is uncertain, and where everything that may be is found in a draw.
#[derive(Clone, Debug, Default)]
pub(super) struct Sources {
    /// The uncertain inputs, in the order in which they are told.
    pub(super) list: Vec<Source>,
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
pub(super) struct Source {
    pub(super) input: Input,
    /// Which number of a draw is its own.
    pub(super) position: u64,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
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
    /// A place between 0 and 1 in millionths, in so many equal steps.
    Place(u64),
    /// 1 with a probability in millionths, else 0.
    Chance(i64),
}

// positions of the inputs among the numbers of a draw
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

impl Sources {
    /// Everything uncertain in a dialogue.
    pub(super) fn new(dialogue: &Dialogue) -> Self {
        let mut sources = Sources::default();
        sources.add_volumes(dialogue);
        sources.courses = (dialogue.courses.iter().enumerate())
            .map(|(i, c)| sources.add(Input::Course(i), COURSES + i as u64, plain(&c.share)))
            .collect();
        sources.lapse = dialogue.lapse.as_ref().map(|lapse| match lapse.days.as_slice() {
            [one] if one.from == one.until => Slot::Fixed(day_number(one.from)),
            days => sources.add(Input::Lapse, LAPSE, Err(Kind::Day(days.to_vec()))),
        });
        for (p, profile) in dialogue.profiles.iter().enumerate() {
            for number in 0..profile.count {
                sources.add_member(profile, p, number);
            }
        }
        sources
    }

    fn add_volumes(&mut self, dialogue: &Dialogue) {
        let volumes = &dialogue.volumes;
        if !volumes.scenarios.is_empty() {
            let weights: Vec<u32> = volumes.scenarios.iter().map(|s| s.weight).collect();
            let certain = weights.iter().filter(|w| **w > 0).count() < 2;
            let only = weights.iter().position(|w| *w > 0).unwrap_or(0);
            let kind = if certain { Ok(only as i64) } else { Err(Kind::Index(weights)) };
            self.scenario = Some(self.add(Input::Scenario, SCENARIO, kind));
        }
        self.specialty = volumes.specialty.as_ref().map(|s| self.add(Input::Specialty, COMMON, plain(s)));
        let uncertain = volumes.groups.iter().any(|g| plain(&g.factor).is_err());
        let tied = volumes.common > 0 && uncertain;
        if tied && !matches!(self.specialty, Some(Slot::Drawn(_))) {
            self.add(Input::Common, COMMON, Err(Kind::Common));
        }
        self.groups = (volumes.groups.iter().enumerate())
            .map(|(i, group)| {
                let kind = match plain(&group.factor) {
                    Err(Kind::Plain(d)) if tied => Err(Kind::Tied(d, volumes.common)),
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
                    probability => Err(Kind::Chance(probability)),
                };
                self.add(Input::MayLack(bidder, i), of_member(p, number, 16 + i), kind)
            })
            .collect();
        let discount = self.add(Input::Discount(bidder), of_member(p, number, 1), plain(&profile.discount));
        let capacity = profile.capacity.as_ref().map(|c| {
            let kind = match plain(c) {
                Ok(value) => Ok(whole_half_up(value)),
                Err(Kind::Plain(d)) => Err(Kind::Whole(d)),
                Err(kind) => Err(kind),
            };
            self.add(Input::Capacity(bidder), of_member(p, number, 2), kind)
        });
        let order = of_member(p, number, 3);
        self.members.push(MemberSlots { profile: p, takes_part, may_lack, discount, capacity, order });
    }

    fn add(&mut self, input: Input, position: u64, kind: Result<i64, Kind>) -> Slot {
        match kind {
            Ok(value) => Slot::Fixed(value),
            Err(kind) => {
                self.list.push(Source { input, position, kind });
                Slot::Drawn(self.list.len() - 1)
            }
        }
    }

    /// If every uncertain input has finitely many equally likely values (by weight): how many combinations there are, up to a
    /// million.
    pub(super) fn combinations(&self) -> Option<u64> {
        self.list
            .iter()
            .try_fold(1_u64, |all, source| all.checked_mul(source.values()?).filter(|n| *n <= MILLION as u64))
    }

    /// The figures of a draw, from the number at each position.
    ///
    /// # Errors
    /// [`Overflow`] where one would not fit.
    pub(super) fn draw(&self, mut number: impl FnMut(&Source) -> u64) -> Result<Vec<i64>, Overflow> {
        let mut common = 0;
        self.list
            .iter()
            .map(|source| {
                let share = number(source);
                if source.position == COMMON {
                    common = normal_quantile(share);
                }
                source.kind.value(share, common)
            })
            .collect()
    }
}

impl Source {
    /// So many equally likely values, if they are finite.
    pub(super) fn values(&self) -> Option<u64> {
        match &self.kind {
            Kind::Index(weights) => Some(least_sum(weights.iter().copied())),
            Kind::Plain(Distribution::Values(values)) | Kind::Whole(Distribution::Values(values)) => {
                Some(least_sum(values.iter().map(|(_, weight)| *weight)))
            }
            Kind::Day(days) => {
                let lengths = days.iter().map(length).try_fold(1_u64, |all, n| {
                    let common = num_integer::lcm(all, n);
                    (common <= MILLION as u64).then_some(common)
                })?;
                lengths.checked_mul(least_sum(days.iter().map(|d| d.weight)))
            }
            Kind::Place(steps) => Some(*steps),
            Kind::Chance(probability) => Some((MILLION / num_integer::gcd(MILLION, *probability)) as u64),
            Kind::Plain(_) | Kind::Whole(_) | Kind::Tied(..) | Kind::Common => None,
        }
    }
}

impl Kind {
    fn value(&self, share: u64, common: i64) -> Result<i64, Overflow> {
        Ok(match self {
            Kind::Index(weights) => by_weight(weights.iter().copied(), share).0 as i64,
            Kind::Plain(distribution) => quantile(distribution, share)?,
            Kind::Whole(distribution) => whole_half_up(quantile(distribution, share)?),
            Kind::Tied(distribution, correlation) => {
                quantile(distribution, normal_cumulative(tied(share, common, *correlation)))?
            }
            Kind::Common => {
                let scaled = i128::from(common) * i128::from(MILLION);
                divide_half_up(scaled, STANDARD_DEVIATION.into()) as i64
            }
            Kind::Day(days) => day_at(days, share),
            Kind::Place(steps) => (whole_below(*steps, share) * (MILLION as u64 / steps)) as i64,
            Kind::Chance(probability) => {
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
fn plain(drawn: &Drawn) -> Result<i64, Kind> {
    let kind = Kind::Plain(drawn.distribution.clone());
    match &drawn.distribution {
        Distribution::Fixed(value) => Ok(*value),
        certain if certain.is_certain() => quantile(certain, 1 << 63).map_err(|_| kind),
        _ => Err(kind),
    }
}

/// Whether a profile takes part: one figure, held against the probability in every structure. In as few steps as tell these
/// probabilities apart; a fixed 0 where it always or never takes part.
fn places(profile: &Profile) -> Result<i64, Kind> {
    let probabilities = || profile.takes_part.iter().map(|p| p.probability);
    if probabilities().all(|p| p <= 0 || p >= MILLION) {
        return Ok(0);
    }
    let common = probabilities().fold(MILLION, num_integer::gcd);
    Err(Kind::Place((MILLION / common) as u64))
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
}
