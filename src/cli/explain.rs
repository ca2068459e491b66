use super::{
    ExitCode,
    arguments::Explain,
    evaluate::refused,
    session::{Ended, Session},
};
use crate::{award::Demands, explain::explain as derive, outcome::Evaluation, report::ExplanationReport};

/// `udbud explain`
pub(super) fn explain(session: &mut Session<'_>, args: &Explain) -> Ended<ExitCode> {
    let tender = session.tender(&args.file)?;
    let structure = session.structure(&tender, args.structure.as_deref())?;
    let known: Vec<String> = tender.bids.iter().map(|b| b.bidder.clone()).collect();
    let bid = known
        .iter()
        .position(|b| *b == args.bidder)
        .ok_or_else(|| session.unknown(tender.head.kind, ("bidder", "tilbudsgiver"), &args.bidder, &known))?;
    let lots: Vec<String> = tender.structures[structure].lots.iter().map(|l| l.id.clone()).collect();
    let lot = match &args.lot {
        None => None,
        Some(id) => Some(
            lots.iter()
                .position(|l| l == id)
                .ok_or_else(|| session.unknown(tender.head.kind, ("lot", "delaftale"), id, &lots))?,
        ),
    };
    let code = match &args.code {
        None => None,
        Some(code) => Some(tender.procedures.iter().position(|p| p.code == *code).ok_or_else(|| {
            let known: Vec<String> = tender.procedures.iter().take(12).map(|p| p.code.clone()).collect();
            session.unknown(tender.head.kind, ("code", "kode"), code, &known)
        })?),
    };
    if let (Some(lot), Some(code)) = (lot, code)
        && tender.structures[structure].lot_of(code) != Some(lot)
    {
        let codes = &tender.structures[structure].lots[lot].procedures;
        let known: Vec<String> = codes.iter().take(12).map(|&p| tender.procedures[p].code.clone()).collect();
        let named = args.code.as_deref().unwrap_or_default();
        return Err(session.unknown(
            tender.head.kind,
            ("code in this lot", "kode på denne delaftale"),
            named,
            &known,
        ));
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
