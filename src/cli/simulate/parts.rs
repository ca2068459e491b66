//! `--shard` and `--merge`.

use std::path::{Path, PathBuf};

use super::{
    Ready,
    draws::{Drawn, stretch},
    progress::Progress,
};
use crate::{
    cli::{Ended, ExitCode, Session, printable},
    number::Figure,
    report::simulation::{Audience, merge_fault_text, part_fault_text, part_is_internal_text},
    simulation::{Origin, Shard, merge, random, read_shard, shard_range, shard_text},
};

fn origin(ready: &Ready, draws: u64) -> Origin {
    Origin {
        engine: concat!("udbud ", env!("CARGO_PKG_VERSION")).into(),
        dialogue: ready.hash.clone(),
        internal: ready.audience == Audience::Internal,
        seed: ready.seed,
        draws,
        algorithm: random::ALGORITHM.into(),
        tables: random::table_hash(),
        shape: ready.engine.shape(),
    }
}

/// Draws one part, and writes it whole or not at all.
pub(super) fn write_shard(
    session: &mut Session<'_>,
    ready: &Ready,
    shard: &str,
    draws: Option<u64>,
) -> Ended<ExitCode> {
    let draws = draws.unwrap_or(ready.dialogue.draws);
    let Some(range) = range_of(shard, draws) else {
        session.error_message("usage-shard", &vec![("value", Figure::from(printable(shard)))]);
        return Err(ExitCode::Usage);
    };
    let progress = Progress::new(session, range.1 - range.0 + 1);
    let (table, broken) = stretch(session, ready, range, &progress)?;
    progress.end();
    if broken {
        return Ok(session.refuse("simulation-no-part", ExitCode::Interrupted));
    }
    session.result(&shard_text(&Shard { origin: origin(ready, draws), range, table }))?;
    Ok(ExitCode::Done)
}

fn range_of(shard: &str, draws: u64) -> Option<(u64, u64)> {
    let (i, n) = shard.split_once('/')?;
    let (i, n): (u64, u64) = (i.parse().ok()?, n.parse().ok()?);
    (1 <= i && i <= n && n <= draws).then(|| shard_range(draws, i, n)).flatten()
}

/// The draws of all parts; or everything that is wrong with them.
pub(super) fn merged(session: &mut Session<'_>, ready: &Ready, files: &[PathBuf]) -> Ended<Drawn> {
    let names: Vec<String> = files.iter().map(|f| printable(&f.display().to_string())).collect();
    let (mut parts, mut used, mut faults) = (Vec::new(), Vec::new(), Vec::new());
    for (file, name) in files.iter().zip(&names) {
        match read_shard(&text_of(session, file)?) {
            Ok(part) if part.origin.internal && ready.audience != Audience::Internal => {
                faults.push(part_is_internal_text(name, session.language));
            }
            Ok(part) => {
                parts.push(part);
                used.push(name.clone());
            }
            Err(fault) => faults.push(part_fault_text(name, fault, session.language)),
        }
    }
    // what is missing beside a part that does not read would be told twice
    let merged = if faults.is_empty() { Some(merge(&origin(ready, 0), parts)) } else { None };
    match merged {
        Some(Ok((whole, table))) => {
            Ok(Drawn { table, seed: whole.seed, planned: whole.draws, interrupted: false, precision: None })
        }
        Some(Err(found)) => {
            let told = found.iter().map(|f| merge_fault_text(f, &used, session.language));
            faults.extend(told);
            Err(refuse(session, &faults))
        }
        None => Err(refuse(session, &faults)),
    }
}

/// The text of a part; what is no text is no part, and says so when it is read.
fn text_of(session: &mut Session<'_>, file: &Path) -> Ended<String> {
    let bytes = session.load_file(file)?;
    Ok(String::from_utf8(bytes).unwrap_or_default())
}

fn refuse(session: &mut Session<'_>, faults: &[String]) -> ExitCode {
    for fault in faults {
        session.error(&printable(fault));
    }
    ExitCode::InvalidInput
}
