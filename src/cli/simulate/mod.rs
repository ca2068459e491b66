//! `udbud simulate`: draws, and what follows from them.

mod draws;
mod interrupt;
mod parts;
mod progress;
mod questions;

use std::path::{Path, PathBuf};

use clap::Args;

use super::{Ended, ExitCode, Format, Session, evaluate::refused, usage::Parsed};
use crate::{
    number::{Overflow, Percent, parse_number},
    outcome::OutcomeError,
    report::simulation::{Audience, DrawReport, Run, SimulationReport, charts},
    simulation::{
        Bidders, Dialogue, DrawTable, Engine, Input,
        canonical::dialogue_hash,
        random,
        results::{BreakEven, SimulationData, results},
    },
};
use draws::{Drawn, draw};

/// `udbud simulate`
#[derive(Debug, Args)]
pub(super) struct Simulate {
    pub(super) file: PathBuf,
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..=100_000_000))]
    pub(super) draws: Option<u64>,
    #[arg(long)]
    pub(super) seed: Option<u64>,
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(super) threads: Option<u16>,
    #[arg(long)]
    pub(super) internal: bool,
    #[arg(long, conflicts_with_all = ["internal", "show_draw", "shard"])]
    pub(super) public: bool,
    #[arg(long, value_parser = PRECISION, conflicts_with_all = ["shard", "merge", "show_draw"])]
    pub(super) precision: Option<Percent>,
    #[arg(long, default_value_t = 1_000)]
    pub(super) question_draws: u64,
    #[arg(long, conflicts_with_all = ["charts", "show_draw"])]
    pub(super) shard: Option<String>,
    #[arg(long, num_args = 1.., conflicts_with_all = ["draws", "seed", "shard", "show_draw"])]
    pub(super) merge: Vec<PathBuf>,
    #[arg(long, conflicts_with = "show_draw")]
    pub(super) charts: Option<PathBuf>,
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..=100_000_000))]
    pub(super) show_draw: Option<u64>,
}

/// A dialogue ready to be drawn.
struct Ready {
    dialogue: Dialogue,
    engine: Engine,
    bidders: Vec<String>,
    inputs: Vec<Input>,
    audience: Audience,
    seed: u64,
    threads: usize,
    hash: String,
}

impl Ready {
    fn study<'a>(&'a self, table: &'a DrawTable) -> SimulationData<'a> {
        SimulationData {
            dialogue: &self.dialogue,
            bidders: &self.bidders,
            inputs: &self.inputs,
            table,
            possibilities: self.engine.enumerated(),
        }
    }
}

/// `udbud simulate`: what is drawn is nobody's decision, so nothing here is for anybody to act on.
pub(super) fn simulate(session: &mut Session<'_>, args: &Simulate) -> Ended<ExitCode> {
    allow_public(session, args)?;
    let ready = ready(session, args)?;
    if let Some(shard) = &args.shard {
        return parts::write_shard(session, &ready, shard, args.draws);
    }
    if let Some(n) = args.show_draw {
        return show_draw(session, &ready, n);
    }
    let drawn = if args.merge.is_empty() {
        draw(session, &ready, args.draws.unwrap_or(ready.dialogue.draws), args.precision)?
    } else {
        parts::merged(session, &ready, &args.merge)?
    };
    if drawn.table.is_empty() {
        return Ok(session.refuse("simulation-no-draw", ExitCode::Interrupted));
    }
    emit(session, args, &ready, drawn)
}

/// The sheet for the room holds no single draw.
fn allow_public(session: &mut Session<'_>, args: &Simulate) -> Ended<()> {
    if !args.public || session.format != Format::Csv {
        return Ok(());
    }
    Err(session.refuse("simulation-public-csv", ExitCode::Usage))
}

fn ready(session: &mut Session<'_>, args: &Simulate) -> Ended<Ready> {
    let dialogue = session.load_dialogue(&args.file)?;
    let own_bids = dialogue.bidders == Bidders::Tender;
    if own_bids && !args.internal {
        return Err(session.refuse("simulation-needs-internal", ExitCode::Usage));
    }
    let audience = match (args.internal, args.public) {
        (true, _) => Audience::Internal,
        (false, true) => Audience::Public,
        (false, false) => Audience::Anonymous,
    };
    let engine = Engine::new(&dialogue).map_err(|e| failed(session, &dialogue, e))?;
    let available = || std::thread::available_parallelism().map_or(1, usize::from);
    Ok(Ready {
        bidders: engine.bidders(),
        inputs: engine.inputs(),
        seed: args.seed.unwrap_or(dialogue.seed),
        threads: args.threads.map_or_else(available, usize::from),
        hash: dialogue_hash(&dialogue),
        audience,
        engine,
        dialogue,
    })
}

/// Draws that cannot be computed: told as a problem of the tender.
fn failed(session: &mut Session<'_>, dialogue: &Dialogue, error: OutcomeError) -> ExitCode {
    refused(session, &dialogue.tender, dialogue.tender.award.structure, &error)
}

fn too_large(session: &mut Session<'_>, ready: &Ready) -> ExitCode {
    failed(session, &ready.dialogue, OutcomeError::from(Overflow))
}

fn emit(session: &mut Session<'_>, args: &Simulate, ready: &Ready, drawn: Drawn) -> Ended<ExitCode> {
    let study = ready.study(&drawn.table);
    let results = results(&study).map_err(|_| too_large(session, ready))?;
    let ask = !drawn.interrupted && args.question_draws > 0;
    let (break_even, interrupted) = if ask {
        let asked = questions::ask(session, ready, &study, &results, (drawn.seed, args.question_draws))?;
        let interrupted = asked.is_none();
        (asked, interrupted)
    } else {
        (None, drawn.interrupted)
    };
    let run = Run {
        audience: ready.audience,
        seed: drawn.seed,
        planned: drawn.planned,
        interrupted,
        precision: drawn.precision,
        algorithm: random::ALGORITHM.into(),
        tables: random::table_hash(),
        dialogue: ready.hash.clone(),
        leaves_quality_out: ready.engine.leaves_quality_out(),
    };
    let report = SimulationReport { study, results: &results, break_even: break_even.as_ref(), run: &run };
    session.emit(&report)?;
    if let Some(folder) = &args.charts {
        write_charts(session, folder, report)?;
    }
    Ok(if interrupted { ExitCode::Interrupted } else { ExitCode::Done })
}

fn write_charts(session: &mut Session<'_>, folder: &Path, report: SimulationReport<'_>) -> Ended<()> {
    std::fs::create_dir_all(folder).map_err(|e| session.file_error(folder, &e))?;
    for chart in charts(report, session.language) {
        session.write_file(&folder.join(chart.file), chart.text.as_bytes())?;
    }
    Ok(())
}

/// One draw, taken apart.
fn show_draw(session: &mut Session<'_>, ready: &Ready, n: u64) -> Ended<ExitCode> {
    if session.format == Format::Json {
        return Err(session.refuse("simulation-show-draw-form", ExitCode::Usage));
    }
    let go_on = |_| std::ops::ControlFlow::Continue(());
    let table = ready.engine.run(ready.seed, n, n, 1, &go_on);
    let table = table.map_err(|e| failed(session, &ready.dialogue, e))?;
    let study = ready.study(&table);
    let results = results(&study).map_err(|_| too_large(session, ready))?;
    let run = Run {
        audience: ready.audience,
        seed: ready.seed,
        planned: 1,
        interrupted: false,
        precision: None,
        algorithm: random::ALGORITHM.into(),
        tables: random::table_hash(),
        dialogue: ready.hash.clone(),
        leaves_quality_out: ready.engine.leaves_quality_out(),
    };
    let report = SimulationReport { study, results: &results, break_even: None::<&BreakEven>, run: &run };
    session.emit(&DrawReport { study: report, draw: 0 })?;
    Ok(ExitCode::Done)
}

/// Per cent above 0.
const PRECISION: Parsed<Percent> = Parsed {
    parse: |text| {
        let percent = parse_number(text).ok().and_then(Percent::from_decimal);
        percent.filter(|p| p.parts() > 0)
    },
    error: "usage-precision",
};
