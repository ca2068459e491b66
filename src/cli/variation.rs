//! What `compare` and `lots` may try out on a tender, as it is written on the command line.

use clap::Args;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Ended, ExitCode, Session, printable, usage::TRIED};
use crate::{
    number::{Figure, parse_number},
    report::variation_error_text,
    structure::{TriedTender, Variation, VariationError},
    tender::{AboveCap, CodePattern, Missing, ScoredPrice, Tender},
};

/// What is tried out.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = TRIED)]
pub(super) struct Tried {
    #[arg(long)]
    pub(super) variant: Option<String>,
    #[arg(long, value_parser = ["reject", "price-at-fallback"])]
    pub(super) missing: Option<String>,
    #[arg(long,
        value_parser = ["reject-bid", "reject-line", "pay-cap-while-in-force", "bid", "capped", "time-weighted"])]
    pub(super) cap: Option<String>,
    #[arg(long)]
    pub(super) cap_tariff: Option<String>,
    #[arg(long)]
    pub(super) lapse: Option<Date>,
    #[arg(long)]
    pub(super) without: Vec<String>,
    #[arg(long)]
    pub(super) volume: Vec<String>,
}

/// The tender with what is tried out on it: a variant of the file, and the options on top of it.
pub(super) fn tried(session: &mut Session<'_>, tender: &Tender, args: &Tried) -> Ended<TriedTender> {
    let named = match &args.variant {
        Some(id) => variant(session, tender, id)?,
        None => Variation::default(),
    };
    let options = options(session, tender, args, named.above_cap)?;
    named.with(options).apply(tender).map_err(|error| refused_variation(session, tender, &error))
}

/// Reports why something cannot be tried out.
pub(super) fn refused_variation(
    session: &mut Session<'_>,
    tender: &Tender,
    error: &VariationError,
) -> ExitCode {
    let text = variation_error_text(tender.head.kind, error, session.language);
    session.error(&printable(&text));
    ExitCode::Usage
}

/// A variant of the file by its id.
fn variant(session: &mut Session<'_>, tender: &Tender, id: &str) -> Ended<Variation> {
    let found = tender.variants.iter().find(|v| v.id == id).map(|v| v.variation.clone());
    found.ok_or_else(|| {
        let known: Vec<String> = tender.variants.iter().map(|v| v.id.clone()).collect();
        session.unknown(tender.head.kind, "cli-what-variant", id, &known)
    })
}

/// What the options state. `above_cap` is what a variant makes of prices above the cap.
fn options(
    session: &mut Session<'_>,
    tender: &Tender,
    args: &Tried,
    above_cap: Option<AboveCap>,
) -> Ended<Variation> {
    let own = above_cap.or(tender.cap.map(|c| c.above));
    let mut variation = Variation {
        missing: args.missing.as_deref().map(|rule| match rule {
            "reject" => Missing::Reject,
            _ => Missing::PriceAtFallback { at_most: None, never: Vec::new() },
        }),
        above_cap: args.cap.as_deref().map(|mode| mode_above_cap(own, mode)),
        lapse: args.lapse,
        ..Variation::default()
    };
    if let Some(id) = &args.cap_tariff {
        let known: Vec<String> = tender.tariffs.iter().map(|t| t.id.clone()).collect();
        let found = known.iter().position(|t| t == id);
        variation.cap_tariff =
            Some(found.ok_or_else(|| session.unknown(tender.head.kind, "cli-what-tariff", id, &known))?);
    }
    for name in &args.without {
        let known: Vec<String> = tender.bids.iter().map(|b| b.bidder.clone()).collect();
        let found = known.iter().position(|b| b == name);
        let bid = found.ok_or_else(|| session.unknown(tender.head.kind, "cli-what-bidder", name, &known))?;
        variation.without.insert(bid);
    }
    for text in &args.volume {
        variation.volumes.push(volume(session, text)?);
    }
    Ok(variation)
}

/// The mode as the file would state it; paid while in force, it keeps the scored price that there is.
fn mode_above_cap(own: Option<AboveCap>, mode: &str) -> AboveCap {
    match (mode, own) {
        ("reject-bid", _) => AboveCap::RejectBid,
        ("reject-line", _) => AboveCap::RejectLine,
        ("bid", _) => AboveCap::PayCapWhileInForce(ScoredPrice::Bid),
        ("capped", _) => AboveCap::PayCapWhileInForce(ScoredPrice::Capped),
        ("pay-cap-while-in-force", Some(AboveCap::PayCapWhileInForce(scored))) => {
            AboveCap::PayCapWhileInForce(scored)
        }
        _ => AboveCap::PayCapWhileInForce(ScoredPrice::TimeWeighted),
    }
}

fn volume(session: &mut Session<'_>, text: &str) -> Ended<(CodePattern, Decimal)> {
    let parsed = text.rsplit_once('=').and_then(|(codes, factor)| {
        let factor = parse_number(factor.trim()).ok().filter(|f| !f.is_sign_negative())?;
        Some((CodePattern::new(codes.trim()), factor))
    });
    parsed.ok_or_else(|| {
        session.error_message("structure-volume-argument", &vec![("given", Figure::from(printable(text)))]);
        ExitCode::Usage
    })
}
