use std::ops::ControlFlow;

use super::{Ready, failed, interrupt, progress::Progress, too_large};
use crate::{
    cli::{Ended, Session},
    number::Percent,
    report::simulation::Precision,
    simulation::{DrawTable, results::is_precise},
};

/// The first checkpoint of a precision; each further one is at twice as many draws.
const FIRST_CHECKPOINT: u64 = 1_000;

/// What was drawn.
pub(super) struct Drawn {
    pub(super) table: DrawTable,
    pub(super) seed: u64,
    pub(super) planned: u64,
    pub(super) interrupted: bool,
    pub(super) precision: Option<Precision>,
}

/// Draws 1 to `planned`; with a precision, only until a checkpoint at which it is reached.
pub(super) fn draw(
    session: &mut Session<'_>,
    ready: &Ready,
    planned: u64,
    precision: Option<Percent>,
) -> Ended<Drawn> {
    let mut drawn = Drawn {
        table: DrawTable::new(ready.engine.shape()),
        seed: ready.seed,
        planned,
        interrupted: false,
        precision: precision.map(|asked| Precision { asked, reached: false }),
    };
    let mut until = if precision.is_some() { FIRST_CHECKPOINT.min(planned) } else { planned };
    let progress = Progress::new(session, planned);
    loop {
        let done = drawn.table.len() as u64;
        let (more, broken) = stretch(session, ready, (done + 1, until), &progress)?;
        drawn.table.append(more);
        drawn.interrupted = broken;
        let Some(precision) = drawn.precision.as_mut().filter(|_| !broken) else { break };
        let study = ready.study(&drawn.table);
        precision.reached = is_precise(&study, precision.asked).map_err(|_| too_large(session, ready))?;
        if precision.reached || until == planned {
            break;
        }
        until = until.saturating_mul(2).min(planned);
    }
    progress.end();
    Ok(drawn)
}

/// Draws `from` to `until`, and whether it was broken off before the last.
pub(super) fn stretch(
    session: &mut Session<'_>,
    ready: &Ready,
    (from, until): (u64, u64),
    progress: &Progress,
) -> Ended<(DrawTable, bool)> {
    interrupt::heed();
    let told = |done: u64| {
        progress.show(from - 1 + done);
        if interrupt::was_asked() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let table = ready.engine.run(ready.seed, from, until, ready.threads, &told);
    let table = table.map_err(|e| failed(session, &ready.dialogue, e))?;
    let broken = (table.len() as u64) < until - from + 1;
    Ok((table, broken))
}
