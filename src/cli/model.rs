//! `udbud model`: the evaluation model described, tested, or held against another.

use std::path::PathBuf;

use clap::Args;

use super::{Ended, ExitCode, Format, Session, evaluate::refused};
use crate::{
    evaluation::probe::Probe,
    outcome::probe_model,
    report::model_text::{
        ModelDescription, canonical_csv, differences_csv, differences_json, differences_markdown,
        differences_text, model_json, model_markdown, model_text, probe_csv, probe_markdown, probe_text,
    },
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
    let language = session.language;
    let text = if args.test {
        let probe = probed(session, &tender)?;
        match session.format {
            Format::Table => probe_text(&tender, &probe, language, session.color_on_stdout()),
            Format::Markdown => probe_markdown(&tender, &probe, language),
            Format::Csv => probe_csv(&tender, &probe, language),
            Format::Json => {
                let described = ModelDescription::of(&tender).with_probe(probe);
                crate::report::json_text(&model_json(&described, language))
            }
        }
    } else {
        let described = ModelDescription::of(&tender);
        match session.format {
            Format::Table => model_text(&described, language, session.color_on_stdout()),
            Format::Markdown => model_markdown(&described, language),
            Format::Csv => canonical_csv(&tender, language),
            Format::Json => crate::report::json_text(&model_json(&described, language)),
        }
    };
    session.result(&text)?;
    Ok(ExitCode::Done)
}

/// Tries the model on the bids of the published structure, or on made-up ones.
fn probed(session: &mut Session<'_>, tender: &Tender) -> Ended<Probe> {
    probe_model(tender).map_err(|e| refused(session, tender, tender.award.structure, &e))
}

/// What differs between two models: nothing, or each line of the canonical text with both sides.
fn against(session: &mut Session<'_>, ours: &Tender, theirs: &Tender) -> Ended<ExitCode> {
    let differences = canonical::model_differences(ours, theirs);
    let language = session.language;
    let text = match session.format {
        Format::Table => differences_text(&differences, language, session.color_on_stdout()),
        Format::Markdown => differences_markdown(&differences, language),
        Format::Csv => differences_csv(&differences, language),
        Format::Json => crate::report::json_text(&differences_json(&differences)),
    };
    session.result(&text)?;
    Ok(if differences.is_empty() { ExitCode::Done } else { ExitCode::InvalidInput })
}
