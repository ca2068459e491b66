use super::{
    csv::{CsvReader, Field, Header},
    node::{At, Doc},
    problems::Problems,
    procedures::{Procedures, listed_tariff, unknown_volume, volume_estimate},
    tariffs::Tariffs,
};
use crate::tender::{ListedPrice, Place, Procedure, VolumeEstimate};

/// The columns that are no tariff.
const COLUMNS: [&str; 7] = ["code", "name", "volume", "min", "expected", "max", "fallback-price"];

/// Danish headings, and what they stand for.
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
        // whatever is unknown or missing elsewhere may stand in the lines that were not read
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
        header.tell_unknown(&valid, p);
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
        // a column that is not there is told of once
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
