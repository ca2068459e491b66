//! `prices.csv` against the lines that follow from bids and tariffs.

use std::collections::BTreeMap;

use super::{
    admission::{Admitted, LotStanding},
    canonical::Reading,
    exact::{Exact, parse_exact, parse_money, parse_scaled, show_exact, show_money, whole},
    facts::{Facts, file},
    fault::{FaultCode, Faults, FiguresError, unreadable},
    lines::{CapRule, Offer, Stated, scored_and_paid},
    tariffs::Prices,
};
use crate::RecordFiles;

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
pub(super) fn check(
    files: &RecordFiles,
    facts: &Facts,
    prices: &Prices,
    admitted: &[Admitted],
    faults: &mut Faults,
) -> Reading<u64> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(file(files, PRICES)?);
    let wrong = |line: u64, what: String| unreadable(PRICES, format!("line {line}"), what);
    let header = reader.headers().map_err(|e| wrong(1, e.to_string()))?;
    if header.iter().ne(COLUMNS) {
        return Err(wrong(1, header.iter().collect::<Vec<_>>().join(",")));
    }
    let mut expected = all_lines(facts, admitted);
    let rule = CapRule::of(facts, prices);
    let lots: BTreeMap<&str, usize> =
        facts.structure.lots.iter().enumerate().map(|(l, lot)| (lot.id.as_str(), l)).collect();
    let mut rows = 0;
    for row in reader.records() {
        let row = row.map_err(|e| wrong(rows + 2, e.to_string()))?;
        rows += 1;
        let line = row.position().map_or(0, csv::Position::line);
        let field = |i: usize| unescaped(row.get(i).unwrap_or_default());
        let place = lots.get(field(0)).copied().zip(facts.bid(field(1))).zip(facts.procedure(field(2)));
        let Some(((lot, bid), procedure)) =
            place.filter(|((l, b), p)| expected.remove(&(*l, *b, *p)).is_some())
        else {
            let written = row.iter().take(3).collect::<Vec<_>>().join(",");
            faults.add(fault(FaultCode::EntryInvented, line, written, String::new(), ""));
            continue;
        };
        if row.len() != COLUMNS.len() {
            faults.add(fault(
                FaultCode::FigureDiffers,
                line,
                row.len().to_string(),
                COLUMNS.len().to_string(),
                "",
            ));
        }
        let fields = fields(facts, prices, rule, &admitted[bid], lot, procedure);
        for ((i, should), clause) in (3..).zip(fields).zip(RULES.iter().skip(3)) {
            faults.compared += 1;
            if !should.is(field(i)) {
                let at = format!("{} {}", COLUMNS[i], field(i));
                faults.add(fault(should.code(), line, at, should.shown(), clause));
            }
        }
    }
    for (lot, bid, procedure) in expected.into_keys() {
        let names = [
            facts.structure.lots[lot].id.as_str(),
            &facts.bids[bid].bidder,
            &facts.procedures[procedure].code,
        ];
        faults.add(fault(FaultCode::EntryMissing, 0, String::new(), names.join(","), ""));
    }
    Ok(rows)
}

fn fault(code: FaultCode, line: u64, written: String, expected: String, rule: &'static str) -> FiguresError {
    let at = if line == 0 { String::new() } else { format!("line {line}") };
    FiguresError { code, file: PRICES.to_owned(), at, written, expected, rule }
}

/// A field without the sign that keeps a spreadsheet from reading it as a formula.
fn unescaped(field: &str) -> &str {
    let rest = field.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r']));
    rest.unwrap_or(field)
}

/// Lot, bid and procedure of every row.
fn all_lines(facts: &Facts, admitted: &[Admitted]) -> BTreeMap<(usize, usize, usize), ()> {
    let mut all = BTreeMap::new();
    for (l, lot) in facts.structure.lots.iter().enumerate() {
        for (bid, own) in admitted.iter().enumerate() {
            if own.lots[l] != LotStanding::NotBid {
                all.extend(lot.procedures.iter().map(|&p| ((l, bid, p), ())));
            }
        }
    }
    all
}

/// The fields of a row from the volume on.
fn fields(
    facts: &Facts,
    prices: &Prices,
    rule: CapRule,
    bid: &Admitted,
    lot: usize,
    procedure: usize,
) -> [Field; 11] {
    let line = bid.lines[procedure];
    let (volume, cap) = (facts.procedures[procedure].volume, prices.cap[procedure]);
    let (stated, figure, base) = match line.stated {
        Stated::Nothing => ("", Field::Text(""), None),
        Stated::Price(price) => ("price", Field::Money(Some(price)), None),
        Stated::Discount(discount) => ("discount", Field::Percent(discount), prices.base[procedure]),
    };
    // a price above a cap that rejects the line is shown, and neither scored nor paid
    let shown = match line.offer {
        Offer::AboveCap(unit) => Some(unit),
        offer => offer.unit(),
    };
    let figures = scored_and_paid(prices, rule, line, procedure, 0, volume);
    let scored = figures.map(|(scored, _)| scored);
    let at_fallback = matches!(bid.lots[lot], LotStanding::Admissible(_)) && line.offer.unit().is_none();
    [
        Field::Volume(volume),
        Field::Text(stated),
        figure,
        Field::Money(base),
        Field::Money(shown),
        Field::Money(cap),
        Field::Money(scored),
        Field::Money(scored.map(|s| s * i128::from(volume))),
        Field::Money(figures.map(|(_, payment)| payment)),
        Field::Text(line.offer.why_missing()),
        Field::Money(prices.fallback[procedure].filter(|_| at_fallback)),
    ]
}

impl Field {
    fn is(&self, written: &str) -> bool {
        match self {
            Field::Text(text) => written == *text,
            Field::Money(None) => written.is_empty(),
            Field::Money(Some(ore)) => parse_money(written) == Some(*ore),
            Field::Percent(percent) => parse_exact(written)
                .is_some_and(|x| x * whole(10_000) == Exact::from_integer((*percent).into())),
            Field::Volume(volume) => parse_scaled(written, 0) == Some(i128::from(*volume)),
        }
    }

    fn code(&self) -> FaultCode {
        match self {
            Field::Text(_) => FaultCode::WordDiffers,
            _ => FaultCode::FigureDiffers,
        }
    }

    fn shown(&self) -> String {
        match self {
            Field::Text(text) => (*text).to_owned(),
            Field::Money(ore) => ore.map_or_else(String::new, show_money),
            Field::Percent(percent) => show_exact(&Exact::new((*percent).into(), 10_000.into())),
            Field::Volume(volume) => volume.to_string(),
        }
    }
}
