//! The three readings of the scored price side by side (docs/reference/rules.md, "Unit prices" 4): totals of every bid, and the winners.

mod page;
mod rows;

use serde_json::{Value, json};

use super::{
    CsvWriter, JsonWriter, Language, MarkdownWriter, TableWriter,
    page::{csv_text, page_markdown, page_text},
};
use crate::{
    outcome::Outcome,
    tender::{AboveCap, ScoredPrice, Tender},
};

/// One outcome for each scored price.
pub type Scorings<'t> = [(ScoredPrice, Outcome<'t>); 3];

/// Writes the side-by-side view in one format.
pub trait ScoringsWriter {
    /// The whole text, ending with a line feed.
    fn write_scorings(&self, scorings: &Scorings<'_>, language: Language) -> String;
}

impl ScoringsWriter for TableWriter {
    fn write_scorings(&self, scorings: &Scorings<'_>, language: Language) -> String {
        page_text(&page::page(scorings, language), self.color)
    }
}

impl ScoringsWriter for MarkdownWriter {
    fn write_scorings(&self, scorings: &Scorings<'_>, language: Language) -> String {
        page_markdown(&page::page(scorings, language))
    }
}

impl ScoringsWriter for CsvWriter {
    fn write_scorings(&self, scorings: &Scorings<'_>, language: Language) -> String {
        csv_text(&rows::rows(scorings, language), language)
    }
}

impl ScoringsWriter for JsonWriter {
    fn write_scorings(&self, scorings: &Scorings<'_>, _language: Language) -> String {
        super::json_text(&scorings_json(scorings))
    }
}

/// `udbud.scorings/1`.
pub fn scorings_json(scorings: &Scorings<'_>) -> Value {
    let [(_, first), ..] = scorings;
    let tender = first.tender;
    let own = own_scored_price(tender);
    let one = |(scored, outcome): &(ScoredPrice, Outcome<'_>)| {
        let bids = (0..tender.bids.len()).map(|b| {
            let lots = 0..outcome.evaluated.lots.len();
            json!({
                "bidder": tender.bids[b].bidder,
                "admissible": outcome.is_admissible(b),
                "lots": lots.map(|l| crate::record::evaluation_json::bid_lot_json(outcome, b, l)).collect::<Vec<_>>(),
            })
        });
        json!({
            "scored-price": scored.name(),
            "published": Some(*scored) == own && first.structure == tender.award.structure,
            "bids": bids.collect::<Vec<_>>(),
            "award": crate::record::evaluation_json::award_json(outcome),
        })
    };
    json!({
        "schema": "udbud.scorings/1",
        "engine": concat!("udbud ", env!("CARGO_PKG_VERSION")),
        "tender": crate::record::evaluation_json::tender_json(tender),
        "structure": tender.structures[first.structure].id,
        "days": first.days.map(|d| json!({ "in-force": d.in_force, "contract": d.contract })),
        "scorings": scorings.iter().map(one).collect::<Vec<_>>(),
    })
}

/// The scored price that the tender states; `None` where its cap is not paid while in force.
fn own_scored_price(tender: &Tender) -> Option<ScoredPrice> {
    match tender.cap?.above {
        AboveCap::PayCapWhileInForce(own) => Some(own),
        AboveCap::RejectBid | AboveCap::RejectLine => None,
    }
}
