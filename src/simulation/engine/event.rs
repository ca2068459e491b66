//! One course of events: what the drawn inputs mean for volumes, the day of lapse, and who can do what.

use jiff::civil::Date;
use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::{
    Study,
    sources::{MILLION, day_number, day_of},
};
use crate::{
    number::{Overflow, Volume, divide_half_up},
    simulation::{Dialogue, VolumesKnown},
    tender::CodeMap,
};

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
    pub(super) fn new(study: &Study, drawn: Vec<i64>) -> Result<Event, Overflow> {
        let volumes = volumes_half_up(study, &drawn)?;
        let expected = study.dialogue.tender.procedures.iter().map(|p| p.volume.expected);
        Ok(Event {
            award_volumes: match study.dialogue.volumes.known {
                VolumesKnown::AtAward => volumes.clone(),
                VolumesKnown::AfterAward => expected.collect(),
            },
            volumes,
            lapse: study.lapse(&drawn),
            lacks: lacks(study, &drawn),
            drawn,
        })
    }
}

/// Every line's expected volume times its factors, half up to whole operations once. The operations of a course follow from
/// the drawn examinations.
fn volumes_half_up(study: &Study, drawn: &[i64]) -> Result<Vec<Volume>, Overflow> {
    let sources = &study.sources;
    let specialty = sources.specialty.map_or(MILLION, |s| s.get(drawn));
    let scenario = sources
        .scenario
        .and_then(|s| study.volume_rules.scenarios.get(usize::try_from(s.get(drawn)).unwrap_or(usize::MAX)));
    let mut volumes = Vec::with_capacity(study.volume_rules.groups.len());
    for (p, procedure) in study.dialogue.tender.procedures.iter().enumerate() {
        let own = study.volume_rules.groups[p].iter().map(|&g| sources.groups[g].get(drawn));
        let factors = [specialty, study.shift.volume_factor]
            .into_iter()
            .chain(scenario.map(|s| s[p]))
            .chain(own)
            .filter(|f| *f != MILLION);
        volumes.push(times_half_up(procedure.volume.expected, factors)?);
    }
    for (course, slot) in study.dialogue.courses.iter().zip(&sources.courses) {
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
    let whole = crate::number::Rounding::HalfUp.divide_big(&product, &unit);
    whole.to_u64().and_then(Volume::from_count).ok_or(Overflow)
}

fn lacks(study: &Study, drawn: &[i64]) -> Vec<Vec<bool>> {
    let profiles = &study.dialogue.profiles;
    let members = study.sources.members.iter();
    members
        .map(|member| {
            let profile = &profiles[member.profile];
            let mut lacks = study.never_done[member.profile].clone();
            for (slot, (codes, _)) in member.may_lack.iter().zip(&profile.may_lack) {
                if slot.get(drawn) == 1 {
                    codes.iter().for_each(|&p| lacks[p] = true);
                }
            }
            lacks
        })
        .collect()
}

impl Study {
    /// The day of lapse in a draw; `None`: as the tender says.
    fn lapse(&self, drawn: &[i64]) -> Option<Date> {
        let stated = self.sources.lapse.map(|s| s.get(drawn));
        if stated.is_none() && self.shift.lapse_days == 0 {
            return None;
        }
        let tender = &self.dialogue.tender;
        let own = || tender.cap.and_then(|c| tender.tariffs[c.tariff].in_force).map(|p| day_number(p.until));
        Some(day_of(stated.or_else(own)?.saturating_add(self.shift.lapse_days)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
