use std::path::PathBuf;

use clap::Args;

use super::{
    Ended, ExitCode, Session,
    evaluate::refused,
    usage::Parsed,
    variation::{Tried, refused_variation, tried},
};
use crate::{
    number::{Percent, parse_number},
    report::ComparisonReport,
    structure::{compare as compare_structures, compare_variants, robustness, tried_variants},
    tender::Tender,
};

/// `udbud compare`
#[derive(Debug, Args)]
pub(super) struct Compare {
    pub(super) file: PathBuf,
    #[arg(long, num_args = 1..)]
    pub(super) structure: Vec<String>,
    #[arg(long)]
    pub(super) robustness: bool,
    #[arg(long, requires = "robustness", value_parser = BAND)]
    pub(super) band: Option<Percent>,
    #[command(flatten)]
    pub(super) tried: Tried,
}

/// `udbud compare`: every figure beside the published one is a hypothesis, so nothing here is for anybody to act on.
pub(super) fn compare(session: &mut Session<'_>, args: &Compare) -> Ended<ExitCode> {
    let tender = session.load_tender(&args.file)?;
    let structures = structures(session, &tender, &args.structure)?;
    let tried = tried(session, &tender, &args.tried)?;
    let mut comparison = compare_structures(&tried, &structures)
        .map_err(|e| refused(session, &tried.tender, e.structure, &e.error))?;
    // beside something that is tried out, the variants of the file would be held against what it is not
    let variants = if tried.is_varied() { Ok(Vec::new()) } else { tried_variants(&tender) };
    let variants = variants.map_err(|fault| refused_variation(session, &tender, &fault))?;
    comparison.variants = compare_variants(&comparison, &tender.variants, &variants);
    let base = comparison.structures.get(comparison.base).filter(|_| args.robustness);
    let firm = base.map(|b| robustness(&b.outcome, args.band)).transpose();
    let structure = base.map_or(tender.award.structure, |b| b.outcome.structure);
    let firm = firm.map_err(|e| refused(session, &tried.tender, structure, &e))?;
    let robustness = firm.as_ref().map(Option::as_ref);
    session.emit(&ComparisonReport { comparison: &comparison, robustness })?;
    Ok(ExitCode::Done)
}

/// 0 to 100 per cent.
const BAND: Parsed<Percent> = Parsed {
    parse: |text| {
        let percent = parse_number(text).ok().and_then(Percent::from_decimal);
        percent.filter(|p| (0..=Percent::HUNDRED_PARTS).contains(&p.parts()))
    },
    error: "usage-band",
};

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
