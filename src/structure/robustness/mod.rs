//! How firm an award stands: how far volumes, or the day on which the akuttakst lapses, may move before another award is
//! better (docs/reference/structures.md).
//!
//! Which awards are feasible is judged once, on the expected volumes, as the tender judges it; what moves is what they
//! cost. Along a line every award's total is then linear, so the lowest of all others is concave, and where it first
//! falls below the award's own is found exactly by a few awards solved in integers.

mod extent;
mod lapse;
mod lines;
mod mix;

use crate::{
    award::{Award, Solved},
    number::{Percent, Volume},
    outcome::{AwardStatus, Outcome, OutcomeError},
    tender::{Adjustment, ModelKind, Worth},
};
use extent::{Extent, room};
pub use lapse::LapseRoom;
use lines::Lines;
pub use mix::WorstMix;

/// How far an award holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Robustness {
    /// The award.
    pub award: Award,
    /// By procedure.
    pub codes: Vec<CodeRoom>,
    /// By codes with the same first characters, all in proportion.
    pub prefixes: Vec<ScaleRoom>,
    /// All volumes in proportion.
    pub all: ScaleRoom,
    /// The worst mix of volumes between the least and the most that the file states.
    pub stated: WorstMix,
    /// The worst mix within the band asked for.
    pub band: Option<(Percent, WorstMix)>,
    /// Within so many per cent up and down, each code by itself, no mix makes another award better; at 0.1 per cent more some
    /// does. 100 is the most that is looked at.
    pub widest_band: Percent,
    /// The day on which the cap tariff lapses, where that counts.
    pub lapse: Option<LapseRoom>,
}

/// How far the volume of one procedure may move by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeRoom {
    /// Which procedure.
    pub procedure: usize,
    /// The expected volume.
    pub expected: Volume,
    /// The award is the best from this volume on, and what is better one operation below; `None`: down to 0.
    pub least: Option<(Volume, Award)>,
    /// The award is the best up to this volume, and what is better one operation above; `None`: without limit.
    pub most: Option<(Volume, Award)>,
}

/// How far the volumes of several procedures may move in proportion.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleRoom {
    /// The first characters of their codes; empty for all.
    pub prefix: String,
    /// All of them as expected.
    pub expected: Volume,
    /// The award is the best from this per cent of the expected volumes on, to two decimals.
    pub least: Option<(Percent, Award)>,
    /// The award is the best up to this per cent.
    pub most: Option<(Percent, Award)>,
}

/// Codes with the same first so many characters move together.
pub const PREFIX: usize = 3;
/// Scales are in hundredths of a per cent, and looked at up to so many.
const SCALE: i128 = 10_000;
const MOST_SCALE: i128 = 100 * SCALE;

/// How far the award of an outcome holds; `None` where it is not one award, where lots have several suppliers, and with
/// models whose totals are not sums of prices and fixed amounts.
///
/// # Errors
/// [`OutcomeError`]
pub fn robustness(outcome: &Outcome<'_>, band: Option<Percent>) -> Result<Option<Robustness>, OutcomeError> {
    let Some((problem, Solved::Found(solution))) = &outcome.solved else { return Ok(None) };
    let one = outcome.award.status == AwardStatus::Awarded;
    let (Some(award), true, true) = (solution.left.first(), one, totals_are_sums(outcome)) else {
        return Ok(None);
    };
    let Some(lines) = Lines::new(outcome, problem, award)? else { return Ok(None) };
    let codes: Result<Vec<CodeRoom>, OutcomeError> =
        (0..outcome.tender.procedures.len()).map(|p| code_room(&lines, p)).collect();
    let mut prefixes: Vec<(String, Vec<usize>)> = Vec::new();
    for (p, procedure) in outcome.tender.procedures.iter().enumerate() {
        let prefix: String = procedure.code.chars().take(PREFIX).collect();
        match prefixes.iter_mut().find(|(known, _)| *known == prefix) {
            Some((_, members)) => members.push(p),
            None => prefixes.push((prefix, vec![p])),
        }
    }
    let everything: Vec<usize> = (0..outcome.tender.procedures.len()).collect();
    let prefixes: Result<Vec<ScaleRoom>, OutcomeError> =
        prefixes.into_iter().map(|(prefix, members)| scale_room(&lines, prefix, &members)).collect();
    Ok(Some(Robustness {
        award: award.clone(),
        codes: codes?,
        prefixes: prefixes?,
        all: scale_room(&lines, String::new(), &everything)?,
        stated: mix::worst_in_stated_range(&lines)?,
        band: band.map(|b| mix::worst_in_band(&lines, b).map(|w| (b, w))).transpose()?,
        widest_band: mix::widest_band(&lines)?,
        lapse: lapse::lapse_room(outcome, award)?,
    }))
}

/// Whether the total is a sum of prices, less fixed amounts for quality at most.
fn totals_are_sums(outcome: &Outcome<'_>) -> bool {
    let model = &outcome.tender.evaluation;
    match &model.kind {
        ModelKind::LowestPrice => true,
        ModelKind::EvaluatedPrice(Adjustment::Subtract | Adjustment::Add) => {
            model.criteria.iter().all(|c| matches!(c.worth, None | Some(Worth::Value(_))))
        }
        ModelKind::EvaluatedPrice(Adjustment::Uplift) | ModelKind::Points | ModelKind::Formula { .. } => {
            false
        }
    }
}

fn code_room(lines: &Lines<'_>, procedure: usize) -> Result<CodeRoom, OutcomeError> {
    let expected = lines.volumes[procedure];
    let at = |x: i128| lines.with_volume(procedure, x);
    let volume = |extent: Extent| {
        let count = u64::try_from(extent.holds_at).unwrap_or(0);
        (Volume::from_total(count), extent.better)
    };
    let from = i128::from(expected.count());
    Ok(CodeRoom {
        procedure,
        expected,
        least: room(lines, &at, from, 0)?.map(volume),
        most: room(lines, &at, from, i128::from(Volume::LIMIT))?.map(volume),
    })
}

fn scale_room(lines: &Lines<'_>, prefix: String, members: &[usize]) -> Result<ScaleRoom, OutcomeError> {
    let at = |x: i128| lines.scaled(members, x, SCALE);
    let percent = |extent: Extent| {
        // a hundredth of a per cent is 100 parts
        (Percent::from_parts(i64::try_from(extent.holds_at * 100).unwrap_or(i64::MAX)), extent.better)
    };
    Ok(ScaleRoom {
        prefix,
        expected: Volume::sum(members.iter().map(|&p| lines.volumes[p])),
        least: room(lines, &at, SCALE, 0)?.map(percent),
        most: room(lines, &at, SCALE, MOST_SCALE)?.map(percent),
    })
}
