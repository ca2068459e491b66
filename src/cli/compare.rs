use std::path::PathBuf;

use clap::Args;

use super::{
    ExitCode,
    evaluate::refused,
    session::{Ended, Session, printable},
    variation::{Tried, refused_variation, tried},
};
use crate::{
    number::{Figure, Percent, parse_number},
    report::ComparisonReport,
    structure::{compare as compare_structures, compare_variants, robustness, tried_variants},
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
    /// How far volumes, and the day of lapse, may move before another award is better than the published one
    #[arg(long)]
    pub robustness: bool,
    /// With --robustness: the worst mix with every volume within so many per cent of what is expected
    #[arg(long, value_name = "PERCENT", requires = "robustness")]
    pub band: Option<String>,
    /// What is tried out.
    #[command(flatten)]
    pub tried: Tried,
}

/// `udbud compare`: every figure beside the published one is a hypothesis, so nothing here is for anybody to act on.
pub(super) fn compare(session: &mut Session<'_>, args: &Compare) -> Ended<ExitCode> {
    let tender = session.tender(&args.file)?;
    let structures = structures(session, &tender, &args.structure)?;
    let tried = tried(session, &tender, &args.tried)?;
    let mut comparison = compare_structures(&tried, &structures)
        .map_err(|e| refused(session, &tried.tender, e.structure, &e.error))?;
    // beside something that is tried out, the variants of the file would be held against what it is not
    let variants = if tried.is_varied() { Ok(Vec::new()) } else { tried_variants(&tender) };
    let variants = variants.map_err(|fault| refused_variation(session, &tender, &fault))?;
    comparison.variants = compare_variants(&comparison, &tender.variants, &variants);
    let band = args.band.as_deref().map(|text| percent(session, text)).transpose()?;
    let base = comparison.structures.get(comparison.base).filter(|_| args.robustness);
    let firm = base.map(|b| robustness(&b.outcome, band)).transpose();
    let structure = base.map_or(tender.award.structure, |b| b.outcome.structure);
    let firm = firm.map_err(|e| refused(session, &tried.tender, structure, &e))?;
    let robustness = firm.as_ref().map(Option::as_ref);
    session.emit(&ComparisonReport { comparison: &comparison, robustness })?;
    Ok(ExitCode::Done)
}

fn percent(session: &mut Session<'_>, text: &str) -> Ended<Percent> {
    let percent = parse_number(text).ok().and_then(Percent::from_decimal);
    let within = percent.filter(|p| (0..=Percent::HUNDRED_PARTS).contains(&p.parts()));
    within.ok_or_else(|| {
        let given = vec![("given", Figure::from(printable(text)))];
        session.error(&session.language.message("compare-band-range", &given));
        ExitCode::Usage
    })
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
