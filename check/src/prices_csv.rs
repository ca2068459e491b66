//! `prices.csv` against the lines that follow from bids and tariffs.

use std::collections::BTreeMap;

use crate::RecordFiles;
use crate::{
    admission::{Admission, Place},
    canonical::Reading,
    exact::{Exact, int, parse_exact, parse_money, parse_scaled, show_exact, show_money},
    facts::{Facts, bytes_of},
    fault::{FaultCode, Faults, FiguresError, cannot_read},
    prices::{Answer, PriceBook, Said},
};

const PRICES: &str = "prices.csv";

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

/// The clause that each column follows from.
const RULES: [&str; 14] = [
    "",
    "",
    "",
    "unit-prices-5",
    "unit-prices-2",
    "unit-prices-2",
    "unit-prices-1",
    "unit-prices-2",
    "unit-prices-4",
    "unit-prices-4",
    "unit-prices-5",
    "unit-prices-6",
    "admissibility-3",
    "unit-prices-7",
];

/// What a field must hold.
enum Field {
    Text(&'static str),
    Money(Option<i128>),
    Percent(i128),
    Volume(u64),
}

/// One row for each bid on a lot and each procedure of the lot, none missing and none invented.
pub(crate) fn check_rows(
    files: &RecordFiles,
    facts: &Facts,
    book: &PriceBook,
    admissions: &[Admission],
    faults: &mut Faults,
) -> Reading<u64> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes_of(files, PRICES)?);
    let wrong = |line: u64, what: String| cannot_read(PRICES, format!("line {line}"), what);
    let header = reader.headers().map_err(|e| wrong(1, e.to_string()))?;
    if header.iter().ne(COLUMNS) {
        return Err(wrong(1, header.iter().collect::<Vec<_>>().join(",")));
    }
    let mut expected = all_lines(facts, admissions);
    let lots: BTreeMap<&str, usize> =
        facts.structure.lots.iter().enumerate().map(|(l, lot)| (lot.id.as_str(), l)).collect();
    let mut rows = 0;
    for row in reader.records() {
        let row = row.map_err(|e| wrong(rows + 2, e.to_string()))?;
        rows += 1;
        let line = row.position().map_or(0, csv::Position::line);
        let field = |i: usize| unescaped(row.get(i).unwrap_or_default());
        let place =
            lots.get(field(0)).copied().zip(facts.bid_index(field(1))).zip(facts.procedure_index(field(2)));
        let Some(((lot, bid), procedure)) =
            place.filter(|((l, b), p)| expected.remove(&(*l, *b, *p)).is_some())
        else {
            let written = row.iter().take(3).collect::<Vec<_>>().join(",");
            faults.report(row_error(FaultCode::EntryInvented, line, written, String::new(), ""));
            continue;
        };
        if row.len() != COLUMNS.len() {
            faults.report(row_error(
                FaultCode::FigureDiffers,
                line,
                row.len().to_string(),
                COLUMNS.len().to_string(),
                "",
            ));
        }
        let fields = fields_of(facts, book, &admissions[bid], lot, procedure);
        for ((i, should), clause) in (3..).zip(fields).zip(RULES.iter().skip(3)) {
            faults.compared += 1;
            if !should.is(field(i)) {
                let at = format!("{} {}", COLUMNS[i], field(i));
                faults.report(row_error(should.code_if_wrong(), line, at, should.as_text(), clause));
            }
        }
    }
    for (lot, bid, procedure) in expected.into_keys() {
        let names = [
            facts.structure.lots[lot].id.as_str(),
            &facts.bids[bid].bidder,
            &facts.procedures[procedure].code,
        ];
        faults.report(row_error(FaultCode::EntryMissing, 0, String::new(), names.join(","), ""));
    }
    Ok(rows)
}

fn row_error(
    code: FaultCode,
    line: u64,
    written: String,
    expected: String,
    rule: &'static str,
) -> FiguresError {
    let at = if line == 0 { String::new() } else { format!("line {line}") };
    FiguresError { code, file: PRICES.to_owned(), at, written, expected, rule }
}

/// A field without the sign that keeps a spreadsheet from reading it as a formula.
fn unescaped(field: &str) -> &str {
    let rest = field.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r']));
    rest.unwrap_or(field)
}

/// Lot, bid and procedure of every row.
fn all_lines(facts: &Facts, admissions: &[Admission]) -> BTreeMap<(usize, usize, usize), ()> {
    let mut all = BTreeMap::new();
    for (l, lot) in facts.structure.lots.iter().enumerate() {
        for (bid, own) in admissions.iter().enumerate() {
            if own.places[l] != Place::NotBid {
                all.extend(lot.procedures.iter().map(|&p| ((l, bid, p), ())));
            }
        }
    }
    all
}

/// The fields of a row from the volume on.
fn fields_of(facts: &Facts, book: &PriceBook, bid: &Admission, lot: usize, procedure: usize) -> [Field; 11] {
    let ask = bid.asks[procedure];
    let (volume, cap) = (facts.procedures[procedure].volume, book.cap_price(procedure));
    let (stated, figure, base) = match ask.said {
        Said::Nothing => ("", Field::Text(""), None),
        Said::Kroner(price) => ("price", Field::Money(Some(price)), None),
        Said::Off(discount) => ("discount", Field::Percent(discount), book.base_on_first_day(procedure)),
    };
    // a price above a cap that rejects the line is shown, and neither scored nor paid
    let shown = match ask.answer {
        Answer::OverCap(price) => Some(price),
        answer => answer.priced(),
    };
    let counted = book.count_line(ask, procedure, 0, volume);
    let scored = counted.map(|c| c.scored);
    let at_fallback = matches!(bid.places[lot], Place::In(_)) && ask.answer.priced().is_none();
    [
        Field::Volume(volume),
        Field::Text(stated),
        figure,
        Field::Money(base),
        Field::Money(shown),
        Field::Money(cap),
        Field::Money(scored),
        Field::Money(scored.map(|s| s * i128::from(volume))),
        Field::Money(counted.map(|c| c.paid)),
        Field::Text(ask.answer.reason_word()),
        Field::Money(book.fallback[procedure].filter(|_| at_fallback)),
    ]
}

impl Field {
    fn is(&self, written: &str) -> bool {
        match self {
            Field::Text(text) => written == *text,
            Field::Money(None) => written.is_empty(),
            Field::Money(Some(ore)) => parse_money(written) == Some(*ore),
            Field::Percent(percent) => parse_exact(written)
                .is_some_and(|x| x * int(10_000) == Exact::from_integer((*percent).into())),
            Field::Volume(volume) => parse_scaled(written, 0) == Some(i128::from(*volume)),
        }
    }

    fn code_if_wrong(&self) -> FaultCode {
        match self {
            Field::Text(_) => FaultCode::WordDiffers,
            _ => FaultCode::FigureDiffers,
        }
    }

    fn as_text(&self) -> String {
        match self {
            Field::Text(text) => (*text).to_owned(),
            Field::Money(ore) => ore.map_or_else(String::new, show_money),
            Field::Percent(percent) => show_exact(&Exact::new((*percent).into(), 10_000.into())),
            Field::Volume(volume) => volume.to_string(),
        }
    }
}
