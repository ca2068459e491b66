use std::path::PathBuf;

use clap::Args;

use super::{
    ExitCode,
    arguments::Format,
    evaluate::refused,
    session::{Ended, Session},
    variation::{Tried, tried},
};
use crate::{
    report::{comparison_csv, comparison_json, comparison_page},
    structure::compare as compare_structures,
    tender::Tender,
};

/// `udbud compare`
#[derive(Debug, Args)]
pub struct Compare {
    /// The tender file
    pub file: PathBuf,
    /// These structures alone; without it, all of the file
    #[arg(long, value_name = "ID", num_args = 1..)]
    pub structure: Vec<String>,
    /// What is tried out.
    #[command(flatten)]
    pub tried: Tried,
}

/// `udbud compare`: every figure beside the published one is a hypothesis, so nothing here is for anybody to act on.
pub(super) fn compare(session: &mut Session<'_>, args: &Compare) -> Ended<ExitCode> {
    let tender = session.tender(&args.file)?;
    let structures = structures(session, &tender, &args.structure)?;
    let tried = tried(session, &tender, &args.tried)?;
    let comparison = compare_structures(&tried, &structures).map_err(|e| refused(session, &tender, &e))?;
    let language = session.language;
    let text = match session.format {
        Format::Json => {
            session.json(&comparison_json(&comparison, language))?;
            return Ok(ExitCode::Done);
        }
        Format::Csv => comparison_csv(&comparison, language),
        Format::Markdown => comparison_page(&comparison, language).markdown(),
        Format::Table => comparison_page(&comparison, language).table(session.color_on_stdout()),
    };
    session.result(&text)?;
    Ok(ExitCode::Done)
}

/// The structures named, in file order; without any, all of the file.
pub(super) fn structures(session: &mut Session<'_>, tender: &Tender, named: &[String]) -> Ended<Vec<usize>> {
    let mut structures: Vec<usize> = Vec::new();
    for id in named {
        structures.push(session.structure(tender, Some(id))?);
    }
    if structures.is_empty() {
        structures = (0..tender.structures.len()).collect();
    }
    structures.sort_unstable();
    structures.dedup();
    Ok(structures)
}
