//! The log of what has been called off from a framework: a CSV file of its own.

use super::Call;
use crate::tender::{
    Files, Problem, ProblemCode, Rejected, Tender,
    read::{
        csv::{CsvReader, Field, Header},
        node::{At, Doc},
        problems::Problems,
        shelf::Shelf,
        text,
    },
};

/// Reads a log of calls: `code`, `bidder` and `volume` on each line, perhaps `date`. `name` is its path in its folder.
///
/// # Errors
/// [`Rejected`], with every problem at once.
pub fn read_call_log(files: &dyn Files, name: &str, tender: &Tender) -> Result<Vec<Call>, Rejected> {
    let mut p = Problems::new();
    let mut shelf = Shelf::new(files);
    let mut calls = Vec::new();
    if let Some(opened) = shelf.open(name, None, &mut p) {
        calls = read_calls(Doc { text: &opened.text, file: opened.file }, tender, &mut p);
        shelf.keep(opened);
    }
    if p.any_error() {
        return Err(Rejected { sources: shelf.finish(), problems: p.finish() });
    }
    Ok(calls)
}

/// Danish headings, in lower case, and the columns that they stand for.
const SYNONYMS: [(&str, &str); 4] =
    [("dato", "date"), ("kode", "code"), ("tilbudsgiver", "bidder"), ("volumen", "volume")];

fn read_calls(doc: Doc<'_>, tender: &Tender, p: &mut Problems) -> Vec<Call> {
    const COLUMNS: [&str; 4] = ["date", "code", "bidder", "volume"];
    let mut calls = Vec::new();
    let mut csv = CsvReader::new(doc);
    let Some(header) = Header::read(&mut csv, "date, code, bidder, volume", &SYNONYMS, p) else {
        return calls;
    };
    header.tell_unknown(&COLUMNS, p);
    let date = header.position("date");
    let columns = ["code", "bidder", "volume"].map(|name| header.need(name, &csv, p));
    let [Some(code), Some(bidder), Some(volume)] = columns else { return calls };
    let codes: Vec<&str> = tender.procedures.iter().map(|x| x.code.as_str()).collect();
    let bidders: Vec<&str> = tender.bids.iter().map(|b| b.bidder.as_str()).collect();
    let mut fields = Vec::with_capacity(header.columns.len());
    while let Some(line) = csv.next_record(&mut fields, p) {
        if !header.fits(&fields, line, p) {
            continue;
        }
        let field = |column: usize| fields.get(column).copied().unwrap_or_default();
        let day = date.and_then(|c| day(&csv, field(c), p));
        let procedure = csv.name(field(code), p).and_then(|n| known(&n, &codes, ProblemCode::UnknownCode, p));
        let bid = csv.name(field(bidder), p).and_then(|n| known(&n, &bidders, ProblemCode::UnknownBidder, p));
        let count = csv.volume(field(volume), p);
        if csv.raw(field(volume)).is_empty() {
            p.add(
                Problem::new(ProblemCode::MissingKey, line)
                    .with("key", "volume")
                    .with("table", "procedures")
                    .with("example", "12"),
            );
        }
        if let (Some(procedure), Some(bid), Some(count)) = (procedure, bid, count) {
            calls.push(Call { date: day, procedure, bid, volume: count.value });
        }
    }
    calls
}

/// A date as in the tender file; an empty field states none.
fn day(csv: &CsvReader<'_>, field: Field, p: &mut Problems) -> Option<jiff::civil::Date> {
    let written = csv.text(field);
    let written = written.trim();
    if written.is_empty() {
        return None;
    }
    let day = written.parse().ok().filter(|_| written.len() == 10);
    if day.is_none() {
        p.add(Problem::new(ProblemCode::DateForm, csv.place(field)).with("text", text::shown(written)));
    }
    day
}

fn known(name: &At<String>, names: &[&str], code: ProblemCode, p: &mut Problems) -> Option<usize> {
    let found = names.iter().position(|n| *n == name.value);
    if found.is_none() {
        let mut problem = Problem::new(code, name.place).with("name", name.value.as_str());
        if let Some(nearest) = p.nearest(&name.value, names.iter().copied()) {
            problem = problem.with("nearest", nearest);
        }
        p.add(problem);
    }
    found
}
