use std::path::PathBuf;

use clap::Args;

use super::{
    Ended, ExitCode, Session,
    evaluate::refused,
    printable,
    usage::Parsed,
    variation::{Tried, tried},
};
use crate::{
    number::{Money, UnitPrice, parse_number},
    report::{LotSearchReport, search_error_text},
    structure::{BlockSource, SearchError, SearchOptions, blocks, search_lots},
    tender::Tender,
};

/// `udbud lots`
#[derive(Debug, Args)]
pub(super) struct Lots {
    pub(super) file: PathBuf,
    #[arg(long, conflicts_with = "blocks_by_prefix")]
    pub(super) blocks: Option<String>,
    #[arg(long, value_parser = clap::value_parser!(u8).range(1..))]
    pub(super) blocks_by_prefix: Option<u8>,
    #[arg(long, value_parser = COST_PER_CONTRACT)]
    pub(super) cost_per_contract: Option<Money>,
    #[arg(long, default_value_t = 0)]
    pub(super) min_bidders_per_lot: usize,
    #[arg(long)]
    pub(super) keep_together: Vec<String>,
    #[arg(long, value_parser = WITHIN)]
    pub(super) within: Option<Money>,
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub(super) list: u16,
    #[arg(long, default_value_t = 4_000)]
    pub(super) work_limit: usize,
    #[command(flatten)]
    pub(super) tried: Tried,
}

/// `udbud lots`
pub(super) fn lots(session: &mut Session<'_>, args: &Lots) -> Ended<ExitCode> {
    let tender = session.load_tender(&args.file)?;
    let source = match (&args.blocks, args.blocks_by_prefix) {
        (_, Some(length)) => BlockSource::Prefix(length.into()),
        (Some(id), None) => BlockSource::Structure(session.structure(&tender, Some(id))?),
        (None, None) => BlockSource::Structure(most_lots(&tender)),
    };
    let tried = tried(session, &tender, &args.tried)?;
    let together = |text: &String| text.split(',').map(|id| id.trim().to_owned()).collect();
    let options = SearchOptions {
        cost_per_contract: args.cost_per_contract.unwrap_or(Money::ZERO),
        min_bidders_per_lot: args.min_bidders_per_lot,
        keep_together: args.keep_together.iter().map(together).collect(),
        within: args.within.unwrap_or(Money::ZERO),
        list: args.list.into(),
        work_limit: args.work_limit,
    };
    let search =
        search_lots(&tried, source, &options).map_err(|e| fault(session, &tried.tender, source, &e))?;
    let (tender, variation) = (&tried.tender, &tried.variation);
    session.emit(&LotSearchReport { tender, variation, options: &options, search: &search })?;
    Ok(if search.is_proven() { ExitCode::Done } else { ExitCode::MustAct })
}

/// The structure with the most lots; of several the first.
fn most_lots(tender: &Tender) -> usize {
    let by_lots = tender.structures.iter().enumerate();
    by_lots.max_by_key(|(i, s)| (s.lots.len(), std::cmp::Reverse(*i))).map_or(0, |(i, _)| i)
}

/// An amount as the file would state it.
fn kroner(text: &str) -> Option<Money> {
    parse_number(text).ok().and_then(UnitPrice::from_kroner).map(Money::from)
}

const COST_PER_CONTRACT: Parsed<Money> = Parsed { parse: kroner, error: "usage-cost-per-contract" };
const WITHIN: Parsed<Money> = Parsed { parse: kroner, error: "usage-within" };

fn fault(session: &mut Session<'_>, tender: &Tender, source: BlockSource, error: &SearchError) -> ExitCode {
    if let SearchError::Outcome(outcome) = error {
        // lots of blocks by prefix are in no structure of the file
        return match blocks(tender, source, &[]) {
            Ok((with_blocks, blocks)) => refused(session, &with_blocks, blocks.structure, outcome),
            Err(_) => refused(session, tender, tender.award.structure, outcome),
        };
    }
    let text = search_error_text(error, session.language).unwrap_or_default();
    session.error(&printable(&text));
    ExitCode::Usage
}
