use std::collections::HashMap;

use toml::de::DeValue;

use super::{
    codes::Codes,
    keys,
    names::Names,
    node::{At, Node},
    problems::Problems,
    table::TableReader,
    tariffs::Tariffs,
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
        tell_covered_twice(&self.list, &codes, p);
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
        let covers = t.get("covers").map_or_else(Vec::new, |n| super::codes::distinct(n, p));
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

/// A placeholder, after a problem was told.
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
fn tell_covered_twice(procedures: &[Procedure], codes: &Codes, p: &mut Problems) {
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
