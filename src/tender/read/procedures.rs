//! `[[procedure]]` and the CSV file of procedures

use std::collections::HashMap;

use toml::de::DeValue;

use super::{
    csv::{CsvReader, Field, Header},
    keys,
    names::{Codes, Names},
    node::{At, Doc, Node, TableReader},
    problems::Problems,
    procurement::Tariffs,
};
use crate::{
    number::Volume,
    tender::{ListedPrice, Place, Problem, ProblemCode, Procedure, TariffBasis, VolumeEstimate},
};

/// The procedures of a tender while they are read.
#[derive(Debug, Default)]
pub(super) struct Procedures {
    pub(super) list: Vec<Procedure>,
    pub(super) names: Names,
}

impl Procedures {
    /// Adds a procedure unless its code is taken or means a prefix.
    pub(super) fn add(&mut self, code: &At<String>, procedure: Procedure, p: &mut Problems) {
        if code.value.ends_with('*') {
            p.add(Problem::new(ProblemCode::CodeWithStar, code.place).with("code", code.value.as_str()));
        }
        if self.names.add(code, ProblemCode::DuplicateCode, "procedure", p) {
            if procedure.volume.expected == Volume::ZERO {
                p.add(
                    Problem::new(ProblemCode::ZeroVolume, procedure.volume.place)
                        .with("procedure", code.value.as_str()),
                );
            }
            self.list.push(procedure);
        }
    }

    /// The codes, once all procedures are read.
    pub(super) fn finish(self, root: Place, p: &mut Problems) -> (Vec<Procedure>, Codes) {
        if self.list.is_empty() {
            p.note(ProblemCode::NoProcedures, root);
        }
        let codes = Codes::new(self.names);
        report_covered_twice(&self.list, &codes, p);
        (self.list, codes)
    }
}

/// `[[procedure]]`
pub(super) fn read_procedures(
    root: TableReader<'_>,
    tariffs: &Tariffs,
    procedures: &mut Procedures,
    p: &mut Problems,
) {
    for t in root.tables("procedure", &keys::PROCEDURE, p) {
        let code = t.need("code", p).and_then(|n| n.name(p));
        let name = t.need("name", p).and_then(|n| n.name(p));
        let volume = t.need("volume", p).and_then(|n| read_volume(n, p));
        let listed = t.get("tariff").map_or_else(Vec::new, |n| read_prices(n, tariffs, p));
        let covers = t.get("covers").map_or_else(Vec::new, |n| super::names::distinct(n, p));
        let fallback = t.get("fallback-price").and_then(|n| n.price(p));
        let Some(code) = code else { continue };
        let procedure = Procedure {
            code: code.value.clone(),
            name: name.map(|n| n.value).unwrap_or_default(),
            volume: volume.unwrap_or(unknown_volume(t.place)),
            listed,
            covers: covers.into_iter().map(|c| c.value).collect(),
            fallback_price: fallback.map(At::pair),
            place: t.place,
        };
        procedures.add(&code, procedure, p);
    }
}

/// A placeholder, after a problem was reported.
pub(super) fn unknown_volume(place: Place) -> VolumeEstimate {
    let one = Volume::from_count(1).unwrap_or_default();
    VolumeEstimate { min: None, expected: one, max: None, place }
}

/// A plain number, or `{ min, expected, max }`.
fn read_volume(node: Node<'_>, p: &mut Problems) -> Option<VolumeEstimate> {
    if !matches!(node.value, DeValue::Table(_)) {
        let volume = node.volume(p)?;
        return Some(VolumeEstimate { min: None, expected: volume.value, max: None, place: volume.place });
    }
    let t = TableReader::open(node, &keys::VOLUME, p)?;
    let min = t.get("min").and_then(|n| n.volume(p));
    let expected = t.need("expected", p).and_then(|n| n.volume(p));
    let max = t.get("max").and_then(|n| n.volume(p));
    volume_estimate(min, expected?, max, node.place, p)
}

/// An estimate whose parts ascend.
pub(super) fn volume_estimate(
    min: Option<At<Volume>>,
    expected: At<Volume>,
    max: Option<At<Volume>>,
    place: Place,
    p: &mut Problems,
) -> Option<VolumeEstimate> {
    let (low, high) = (min.map(|v| v.value), max.map(|v| v.value));
    if low.is_some_and(|v| v > expected.value) || high.is_some_and(|v| v < expected.value) {
        p.add(
            Problem::new(ProblemCode::VolumeOrder, place)
                .with("min", low.unwrap_or(expected.value))
                .with("expected", expected.value)
                .with("max", high.unwrap_or(expected.value)),
        );
    }
    Some(VolumeEstimate { min: low, expected: expected.value, max: high, place })
}

/// `tariff = { duf-2024 = 62500 }`, or a plain number where one tariff alone lists prices.
fn read_prices(node: Node<'_>, tariffs: &Tariffs, p: &mut Problems) -> Vec<ListedPrice> {
    if matches!(node.value, DeValue::Table(_)) {
        return node
            .entries(p)
            .into_iter()
            .filter_map(|(id, value)| {
                let price = value.price(p);
                let tariff = listed_tariff(&id, tariffs, p)?;
                price.map(|price| ListedPrice { tariff, price: price.value, place: price.place })
            })
            .collect();
    }
    let Some(price) = node.price(p) else { return Vec::new() };
    match tariffs.only_listed() {
        Some(tariff) => vec![ListedPrice { tariff, price: price.value, place: price.place }],
        None => {
            let ids: Vec<String> = tariffs.listed().take(12).map(|t| tariffs.id(t).into()).collect();
            p.add(Problem::new(ProblemCode::WhichTariff, node.place).with("tariffs", ids));
            Vec::new()
        }
    }
}

/// A tariff that is known and lists prices of its own.
pub(super) fn listed_tariff(id: &At<String>, tariffs: &Tariffs, p: &mut Problems) -> Option<usize> {
    let tariff = tariffs.find(id, p)?;
    if tariffs.list.get(tariff).is_some_and(|t| t.basis != TariffBasis::Listed) {
        p.add(Problem::new(ProblemCode::DerivedTariffListed, id.place).with("tariff", id.value.as_str()));
        return None;
    }
    Some(tariff)
}

/// A code belongs to one price line: no two lines cover it, and no line covers what another one is.
fn report_covered_twice(procedures: &[Procedure], codes: &Codes, p: &mut Problems) {
    let mut covered: HashMap<&str, usize> = HashMap::new();
    for (i, procedure) in procedures.iter().enumerate() {
        for code in &procedure.covers {
            let other = codes
                .get(code)
                .filter(|own| *own != i)
                .or_else(|| covered.insert(code, i).filter(|first| *first != i));
            if let Some(other) = other.and_then(|o| procedures.get(o)) {
                p.add(
                    Problem::new(ProblemCode::CoveredTwice, procedure.place)
                        .with("code", code.as_str())
                        .with("procedure", procedure.code.as_str())
                        .with("other", other.code.as_str())
                        .related(other.place),
                );
            }
        }
    }
}

/// The columns that are no tariff.
const COLUMNS: [&str; 7] = ["code", "name", "volume", "min", "expected", "max", "fallback-price"];

/// Danish headings, and what they mean.
const SYNONYMS: [(&str, &str); 4] =
    [("kode", "code"), ("navn", "name"), ("volumen", "volume"), ("forventet", "expected")];

/// Where each column of a procedures file is.
struct Columns {
    code: usize,
    name: usize,
    volume: Option<usize>,
    min: Option<usize>,
    expected: Option<usize>,
    max: Option<usize>,
    fallback_price: Option<usize>,
    /// Column and tariff.
    tariffs: Vec<(usize, usize)>,
}

/// `[procedures] file`: a header, and a procedure on each line.
pub(super) fn read_procedures_file(
    doc: Doc<'_>,
    tariffs: &Tariffs,
    procedures: &mut Procedures,
    p: &mut Problems,
) {
    let mut csv = CsvReader::new(doc);
    let synonyms: Vec<(&str, &str)> =
        SYNONYMS.iter().copied().filter(|(danish, _)| tariffs.names.get(danish).is_none()).collect();
    let columns = Header::read(&mut csv, "code, name, volume", &synonyms, p).and_then(|header| {
        let columns = Columns::find(&header, &csv, tariffs, p)?;
        Some((header, columns))
    });
    let Some((header, columns)) = columns else {
        // whatever is unknown or missing elsewhere may be in the lines that were not read
        p.note_unparsed();
        return;
    };
    let mut fields = Vec::new();
    while let Some(line) = csv.next_record(&mut fields, p) {
        if !header.fits(&fields, line, p) {
            continue;
        }
        let field = |column: usize| fields.get(column).copied().unwrap_or_default();
        let code = csv.name(field(columns.code), p);
        let name = csv.name(field(columns.name), p);
        let volume = columns.volume(&csv, &fields, line, p);
        let listed = columns
            .tariffs
            .iter()
            .filter_map(|(column, tariff)| {
                let price = csv.price(field(*column), p)?;
                Some(ListedPrice { tariff: *tariff, price: price.value, place: price.place })
            })
            .collect();
        let fallback_price = columns.fallback_price.and_then(|c| csv.price(field(c), p));
        let Some(code) = code else { continue };
        let procedure = Procedure {
            code: code.value.clone(),
            name: name.map(|n| n.value).unwrap_or_default(),
            volume: volume.unwrap_or(unknown_volume(line)),
            listed,
            covers: Vec::new(),
            fallback_price: fallback_price.map(At::pair),
            place: line,
        };
        procedures.add(&code, procedure, p);
    }
}

impl Columns {
    fn find(header: &Header, csv: &CsvReader<'_>, tariffs: &Tariffs, p: &mut Problems) -> Option<Self> {
        let valid: Vec<&str> =
            COLUMNS.iter().copied().chain(tariffs.list.iter().map(|t| t.id.as_str())).collect();
        header.report_unknown(&valid, p);
        let code = header.need("code", csv, p);
        let name = header.need("name", csv, p);
        let volume = header.position("volume");
        let expected = header.position("expected");
        if volume.is_none() && expected.is_none() {
            header.need("volume", csv, p);
        }
        let mut found = Vec::new();
        for (i, column) in header.columns.iter().enumerate() {
            if !COLUMNS.contains(&column.value.as_str()) && tariffs.names.get(&column.value).is_some() {
                found.extend(listed_tariff(column, tariffs, p).map(|tariff| (i, tariff)));
            }
        }
        Some(Columns {
            code: code?,
            name: name?,
            volume,
            min: header.position("min"),
            expected,
            max: header.position("max"),
            fallback_price: header.position("fallback-price"),
            tariffs: found,
        })
    }

    /// `expected` with `min` and `max`, or else `volume`; one of them must be stated.
    fn volume(
        &self,
        csv: &CsvReader<'_>,
        fields: &[Field],
        line: Place,
        p: &mut Problems,
    ) -> Option<VolumeEstimate> {
        let read = |column: Option<usize>, p: &mut Problems| {
            csv.volume(column.and_then(|c| fields.get(c)).copied()?, p)
        };
        let stated =
            |column: Option<usize>| column.and_then(|c| fields.get(c)).is_some_and(|f| f.start < f.end);
        let column = if stated(self.expected) { self.expected } else { self.volume };
        let expected = read(column, p);
        let (min, max) = (read(self.min, p), read(self.max, p));
        // a column that is not there is reported once
        if !stated(column) && (self.expected.is_some() || self.volume.is_some()) {
            p.add(
                crate::tender::Problem::new(crate::tender::ProblemCode::MissingKey, line)
                    .with("key", "volume")
                    .with("table", "procedures")
                    .with("example", "640"),
            );
        }
        let expected = expected?;
        volume_estimate(min, expected, max, expected.place, p)
    }
}
