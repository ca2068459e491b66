use std::ops::ControlFlow;

use super::{Ready, failed, interrupt};
use crate::{
    cli::{Ended, Session},
    number::{Money, Ratio},
    outcome::OutcomeError,
    simulation::{
        Dialogue, Engine, Shift,
        results::{BreakEven, Means, Moved, Results, SimulationData, break_even},
    },
};

/// Why a question has no answer.
enum Unanswered {
    Interrupted,
    Failed(OutcomeError),
}

impl From<OutcomeError> for Unanswered {
    fn from(error: OutcomeError) -> Self {
        Unanswered::Failed(error)
    }
}

/// Answers what would have to be different, on the first `most` draws of the study; `None` if it was interrupted.
pub(super) fn ask(
    session: &mut Session<'_>,
    ready: &Ready,
    study: &SimulationData<'_>,
    results: &Results,
    (seed, most): (u64, u64),
) -> Ended<Option<BreakEven>> {
    let draws = on_draws(study, most);
    let mut engines: Vec<([usize; 2], Engine)> = Vec::new();
    let mut means = |moved: Moved, pair: [usize; 2]| -> Result<Means, Unanswered> {
        let engine = match engines.iter().find(|(own, _)| *own == pair) {
            Some((_, engine)) => engine.clone(),
            None => {
                let engine = Engine::new(&of_pair(&ready.dialogue, pair))?;
                engines.push((pair, engine.clone()));
                engine
            }
        };
        let own = if pair[0] == pair[1] { 0 } else { 1 };
        let shift = shift(moved, &ready.dialogue, pair);
        let engine = if shift == Shift::default() { engine } else { engine.with_shift(shift)? };
        means_of(&engine, ready, own, (seed, draws))
    };
    match break_even(&ready.dialogue, results, draws, &mut means) {
        Ok(answers) => Ok(Some(answers)),
        Err(Unanswered::Interrupted) => Ok(None),
        Err(Unanswered::Failed(error)) => Err(failed(session, &ready.dialogue, error)),
    }
}

/// On how many draws: where the draws go through a table in turn, whole rounds of it.
fn on_draws(study: &SimulationData<'_>, most: u64) -> u64 {
    let all = study.table.len() as u64;
    match study.possibilities.filter(|p| *p > 0 && study.is_exact()) {
        Some(round) => (most / round).max(1).saturating_mul(round).min(all),
        None => most.min(all),
    }
}

/// The dialogue with two structures only, or with one.
fn of_pair(dialogue: &Dialogue, pair: [usize; 2]) -> Dialogue {
    let mut structures = pair.to_vec();
    structures.dedup();
    Dialogue { structures, ..dialogue.clone() }
}

fn shift(moved: Moved, dialogue: &Dialogue, pair: [usize; 2]) -> Shift {
    match moved {
        Moved::Nothing => Shift::default(),
        Moved::Discount { structure, hundredths } => {
            let of_pair = of_pair(dialogue, pair).structures;
            let points = |s: &usize| if *s == structure { hundredths * 10_000 } else { 0 };
            Shift { discount_points: of_pair.iter().map(points).collect(), ..Shift::default() }
        }
        Moved::Volume(percent) => Shift { volume_factor: percent * 10_000, ..Shift::default() },
        Moved::Lapse(lapse_days) => Shift { lapse_days, ..Shift::default() },
    }
}

/// The mean costs of the first structure and of the one at `own`, contracts included, over the draws that know both.
fn means_of(
    engine: &Engine,
    ready: &Ready,
    own: usize,
    (seed, draws): (u64, u64),
) -> Result<Means, Unanswered> {
    let told = |_| if interrupt::was_asked() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
    let table = engine.run(seed, 1, draws, ready.threads, &told)?;
    if (table.len() as u64) < draws {
        return Err(Unanswered::Interrupted);
    }
    let each = ready.dialogue.cost_per_contract.ore();
    let cost = |draw: usize, structure: usize| -> Option<i128> {
        let contracts = table.lots(draw, structure).filter(|l| l.winner.is_some()).count() as i128;
        table.cost(draw, structure).map(Money::ore)?.checked_add(each.checked_mul(contracts)?)
    };
    let (mut sums, mut count) = ((0_i128, 0_i128), 0);
    for draw in 0..table.len() {
        if let (Some(base), Some(other)) = (cost(draw, 0), cost(draw, own)) {
            sums = (sums.0 + base, sums.1 + other);
            count += 1;
        }
    }
    Ok(Ratio::new(sums.0, count).zip(Ratio::new(sums.1, count)))
}
