use std::path::PathBuf;

use clap::Args;

use super::{
    ExitCode,
    evaluate::refused,
    session::{Ended, Session, printable},
    variation::{Tried, tried},
};
use crate::{
    number::{Figure, Money, UnitPrice, parse_number},
    report::{LotSearchReport, search_error_text},
    structure::{BlockSource, SearchError, SearchOptions, blocks, search_lots},
    tender::Tender,
};

/// `udbud lots`
#[derive(Debug, Args)]
pub struct Lots {
    /// The tender file
    pub file: PathBuf,
    /// The lots of this structure are the blocks; without it, those of the structure with the most lots
    #[arg(long, value_name = "STRUCTURE", conflicts_with = "blocks_by_prefix")]
    pub blocks: Option<String>,
    /// Codes with the same first N characters are a block
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..))]
    pub blocks_by_prefix: Option<u8>,
    /// What each contract costs the buyer besides, in kroner
    #[arg(long, value_name = "KRONER")]
    pub cost_per_contract: Option<String>,
    /// No lot with fewer admissible bids than this
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub min_bidders_per_lot: usize,
    /// Blocks that stay in one lot, such as knæ,hofte; may be repeated
    #[arg(long, value_name = "BLOCKS")]
    pub keep_together: Vec<String>,
    /// Count the groupings at most so many kroner above the best
    #[arg(long, value_name = "KRONER")]
    pub within: Option<String>,
    /// List so many groupings for each number of lots
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub list: u16,
    /// Where rules tie lots together: solve so many groupings for each number of lots, then tell the proven bound
    #[arg(long, value_name = "N", default_value_t = 4_000)]
    pub work_limit: usize,
    /// What is tried out.
    #[command(flatten)]
    pub tried: Tried,
}

/// `udbud lots`
pub(super) fn lots(session: &mut Session<'_>, args: &Lots) -> Ended<ExitCode> {
    let tender = session.tender(&args.file)?;
    let source = match (&args.blocks, args.blocks_by_prefix) {
        (_, Some(length)) => BlockSource::Prefix(length.into()),
        (Some(id), None) => BlockSource::Structure(session.structure(&tender, Some(id))?),
        (None, None) => BlockSource::Structure(most_lots(&tender)),
    };
    let tried = tried(session, &tender, &args.tried)?;
    let together = |text: &String| text.split(',').map(|id| id.trim().to_owned()).collect();
    let options = SearchOptions {
        cost_per_contract: kroner(session, "--cost-per-contract", args.cost_per_contract.as_deref())?,
        min_bidders_per_lot: args.min_bidders_per_lot,
        keep_together: args.keep_together.iter().map(together).collect(),
        within: kroner(session, "--within", args.within.as_deref())?,
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
fn kroner(session: &mut Session<'_>, option: &str, text: Option<&str>) -> Ended<Money> {
    let Some(text) = text else { return Ok(Money::ZERO) };
    let amount = parse_number(text).ok().and_then(UnitPrice::from_kroner).map(Money::from);
    amount.ok_or_else(|| {
        let args = vec![("option", Figure::from(option)), ("given", Figure::from(printable(text)))];
        session.error(&session.language.message("lots-amount-argument", &args));
        ExitCode::Usage
    })
}

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
