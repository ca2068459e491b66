//! `prices.csv`: every line of every bid, from what was stated to what is scored and paid; and CSV that a spreadsheet opens
//! without running anything that a bidder wrote.

use crate::{
    admission::{LotBid, why_missing},
    number::{Money, Percent},
    outcome::Outcome,
    pricing::{BidReader, NoPrice, Offer, Overlay, PriceOrigin},
};

/// The columns.
const COLUMNS: [&str; 14] = [
    "lot",
    "bidder",
    "code",
    "volume",
    "stated",
    "figure",
    "base",
    "unit-price",
    "cap",
    "scored-price",
    "amount",
    "payment",
    "why-missing",
    "fallback",
];

/// A row for each bid and procedure of each lot that it bids on: by lot, bid and procedure in their order. Without
/// combination discounts.
pub(super) fn prices_csv(outcome: &Outcome<'_>) -> String {
    let lots = &outcome.tender.structures[outcome.structure].lots;
    let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
    let overlay = Overlay::default();
    let readers: Vec<BidReader<'_>> = (0..outcome.tender.bids.len())
        .map(|bid| BidReader::new(outcome.tender, &outcome.priced.prices, &overlay, bid))
        .collect();
    for (l, lot) in lots.iter().enumerate() {
        for (bid, reader) in readers.iter().enumerate() {
            if outcome.admitted.bids[bid].lots[l] == LotBid::NotBid {
                continue;
            }
            rows.extend(lot.procedures.iter().map(|&p| row(outcome, reader, bid, l, p)));
        }
    }
    csv_rows(&rows, b',')
}

fn row(
    outcome: &Outcome<'_>,
    reader: &BidReader<'_>,
    bid: usize,
    lot: usize,
    procedure: usize,
) -> Vec<String> {
    let (tender, prices) = (outcome.tender, &outcome.priced.prices);
    let text = |figure: Option<String>| figure.unwrap_or_default();
    let (volume, cap) = (prices.volumes[procedure], prices.cap(procedure));
    let (stated, figure, base) = match reader.origin(procedure) {
        PriceOrigin::Explicit(price, _) => ("price", price.to_string(), None),
        PriceOrigin::Discount(discount, _) => {
            ("discount", discount.to_string(), reader.base_price(procedure))
        }
        PriceOrigin::Nothing => ("", String::new(), None),
    };
    let offer = outcome.priced.offers[bid][procedure];
    // a price above a cap that rejects the line is shown, and neither scored nor paid
    let shown = match offer {
        Offer::Unpriced(NoPrice::AboveCap(unit)) => Some(unit),
        offer => offer.unit(),
    };
    let line = outcome.priced.line_rule().line(bid, procedure, Percent::ZERO);
    let (scored, payment) = (line.map(|l| l.scored), line.map(|l| l.payment));
    let admissible = outcome.admitted.bids[bid].lots[lot].figures().is_some();
    let fallback: Option<Money> = prices.fallback[procedure].filter(|_| admissible && offer.unit().is_none());
    vec![
        tender.structures[outcome.structure].lots[lot].id.clone(),
        tender.bids[bid].bidder.clone(),
        tender.procedures[procedure].code.clone(),
        volume.to_string(),
        stated.to_owned(),
        figure,
        text(base.map(|b| b.to_string())),
        text(shown.map(|u| u.to_string())),
        text(cap.map(|c| c.to_string())),
        text(scored.map(|s| s.to_string())),
        text(scored.map(|s| (s * volume).to_string())),
        text(payment.map(|p| p.to_string())),
        why_missing(offer).to_owned(),
        text(fallback.map(|f| f.to_string())),
    ]
}

/// Rows as CSV with a delimiter, a line feed after each row.
pub(crate) fn csv_rows(rows: &[Vec<String>], delimiter: u8) -> String {
    rows.iter().map(|row| csv_row(row, delimiter)).collect()
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe before it; a plain number stays one.
fn csv_cell(text: &str) -> String {
    let text = text.replace('\0', "");
    let plain_number = text.strip_prefix(['-', '+']).is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_digit())
            && rest.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    });
    if text.starts_with(FORMULA) && !plain_number { format!("'{text}") } else { text }
}

/// What a spreadsheet takes for the beginning of a formula; also the full-width forms, which some take for the plain ones.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// Whether a program that opens the file with another delimiter would find a formula inside a cell.
fn hides_a_formula(cell: &str) -> bool {
    cell.split([',', ';', '\t']).skip(1).any(|rest| rest.trim_start_matches(' ').starts_with(FORMULA))
}

/// One row; all of it quoted where a cell hides a formula.
fn csv_row(row: &[String], delimiter: u8) -> String {
    let hidden = row.iter().any(|cell| hides_a_formula(cell));
    let style = if hidden { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .quote_style(style)
        .from_writer(Vec::new());
    let written = writer.write_record(row.iter().map(|c| csv_cell(c))).is_ok();
    // writing to memory does not fail
    let bytes = writer.into_inner().ok().filter(|_| written).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
