use std::path::PathBuf;

use clap::Args;

use super::{Ended, ExitCode, Session, evaluate::refused};
use crate::{award::Demands, explain::explain as derive, outcome::Evaluation, report::ExplanationReport};

/// `udbud explain`
#[derive(Debug, Args)]
pub(super) struct Explain {
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) bidder: String,
    #[arg(long)]
    pub(super) lot: Option<String>,
    #[arg(long)]
    pub(super) code: Option<String>,
    #[arg(long)]
    pub(super) structure: Option<String>,
}

/// `udbud explain`
pub(super) fn explain(session: &mut Session<'_>, args: &Explain) -> Ended<ExitCode> {
    let tender = session.load_tender(&args.file)?;
    let structure = session.structure(&tender, args.structure.as_deref())?;
    let known: Vec<String> = tender.bids.iter().map(|b| b.bidder.clone()).collect();
    let bid = known
        .iter()
        .position(|b| *b == args.bidder)
        .ok_or_else(|| session.unknown(tender.head.kind, "cli-what-bidder", &args.bidder, &known))?;
    let lots: Vec<String> = tender.structures[structure].lots.iter().map(|l| l.id.clone()).collect();
    let lot = match &args.lot {
        None => None,
        Some(id) => Some(
            lots.iter()
                .position(|l| l == id)
                .ok_or_else(|| session.unknown(tender.head.kind, "cli-what-lot", id, &lots))?,
        ),
    };
    let code = match &args.code {
        None => None,
        Some(code) => Some(tender.procedures.iter().position(|p| p.code == *code).ok_or_else(|| {
            let known: Vec<String> = tender.procedures.iter().take(12).map(|p| p.code.clone()).collect();
            session.unknown(tender.head.kind, "cli-what-code", code, &known)
        })?),
    };
    if let (Some(lot), Some(code)) = (lot, code)
        && tender.structures[structure].lot_of(code) != Some(lot)
    {
        let codes = &tender.structures[structure].lots[lot].procedures;
        let known: Vec<String> = codes.iter().take(12).map(|&p| tender.procedures[p].code.clone()).collect();
        let named = args.code.as_deref().unwrap_or_default();
        return Err(session.unknown(tender.head.kind, "cli-what-code-in-lot", named, &known));
    }
    let demands = Demands { work_limit: None, distances: true, margins: true };
    let outcome = Evaluation::of(&tender)
        .structure(structure)
        .demands(demands)
        .run()
        .map_err(|e| refused(session, &tender, structure, &e))?;
    let explanation = derive(&outcome, bid, lot, code);
    session.emit(&ExplanationReport(&explanation))?;
    Ok(ExitCode::Done)
}
