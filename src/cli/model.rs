//! `udbud model`: the evaluation model described, tested, or held against another.

use std::path::PathBuf;

use clap::Args;

use super::{Ended, ExitCode, Session, evaluate::refused};
use crate::{
    evaluation::probe::Probe,
    outcome::probe_model,
    report::model::{ModelDescription, ModelDifferences, ModelTest},
    tender::{Tender, canonical},
};

/// `udbud model`
#[derive(Debug, Args)]
pub(super) struct Model {
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) test: bool,
    #[arg(long)]
    pub(super) model_hash: Option<String>,
    #[arg(long, conflicts_with = "test")]
    pub(super) against: Option<PathBuf>,
}

/// `udbud model`
pub(super) fn model(session: &mut Session<'_>, args: &Model) -> Ended<ExitCode> {
    let tender = session.load_tender(&args.file)?;
    session.demand_model_hash(&tender, args.model_hash.as_deref())?;
    if let Some(other) = &args.against {
        let other = session.load_tender(other)?;
        return against(session, &tender, &other);
    }
    if args.test {
        let probe = probed(session, &tender)?;
        session.emit(&ModelTest { tender: &tender, probe: &probe })?;
    } else {
        session.emit(&ModelDescription::of(&tender))?;
    }
    Ok(ExitCode::Done)
}

/// Tries the model on the bids of the published structure, or on made-up ones.
fn probed(session: &mut Session<'_>, tender: &Tender) -> Ended<Probe> {
    probe_model(tender).map_err(|e| refused(session, tender, tender.award.structure, &e))
}

/// What differs between two models: nothing, or each line of the canonical text with both sides.
fn against(session: &mut Session<'_>, ours: &Tender, theirs: &Tender) -> Ended<ExitCode> {
    let differences = canonical::model_differences(ours, theirs);
    session.emit(&ModelDifferences(&differences))?;
    Ok(if differences.is_empty() { ExitCode::Done } else { ExitCode::InvalidInput })
}
