use super::{circles::circles, keys, names::Names, node::At, problems::Problems, table::TableReader};
use crate::{
    number::{Percent, UnitPrice},
    tender::{Problem, ProblemCode, Tariff, TariffBasis},
};

/// The tariffs of a file, and their ids.
#[derive(Debug, Default)]
pub(super) struct Tariffs {
    pub(super) list: Vec<Tariff>,
    pub(super) names: Names,
}

impl Tariffs {
    /// The tariff of an id that must be known.
    pub(super) fn find(&self, id: &At<String>, p: &mut Problems) -> Option<usize> {
        self.names.find(id, ProblemCode::UnknownTariff, p)
    }

    /// The tariff that lists prices of its own, if there is only one.
    pub(super) fn only_listed(&self) -> Option<usize> {
        let mut listed = self.listed();
        let only = listed.next()?;
        listed.next().is_none().then_some(only)
    }

    /// The tariffs that list prices of their own.
    pub(super) fn listed(&self) -> impl Iterator<Item = usize> + '_ {
        self.list.iter().enumerate().filter(|(_, t)| t.basis == TariffBasis::Listed).map(|(i, _)| i)
    }

    pub(super) fn id(&self, tariff: usize) -> &str {
        self.list.get(tariff).map_or("", |t| t.id.as_str())
    }
}

/// `[[tariff]]`
pub(super) fn read_tariffs(root: TableReader<'_>, p: &mut Problems) -> Tariffs {
    let mut tariffs = Tariffs::default();
    let mut tables = Vec::new();
    for t in root.tables("tariff", &keys::TARIFF, p) {
        let Some(id) = t.need("id", p).and_then(|n| n.name(p)) else { continue };
        if !tariffs.names.add(&id, ProblemCode::DuplicateId, "tariff", p) {
            continue;
        }
        let title = t.get("title").and_then(|n| n.name(p)).map_or_else(|| id.value.clone(), |n| n.value);
        let in_force = t.get("in-force").and_then(|n| n.period(p)).map(|period| period.value);
        tariffs.list.push(Tariff {
            id: id.value,
            title,
            basis: TariffBasis::Listed,
            in_force,
            place: t.place,
        });
        tables.push(t);
    }
    for (i, t) in tables.into_iter().enumerate() {
        if let Some(basis) = read_basis(t, &tariffs, p)
            && let Some(tariff) = tariffs.list.get_mut(i)
        {
            tariff.basis = basis;
        }
    }
    tell_circles(&mut tariffs, p);
    tariffs
}

/// `derived-from`, `reduction`, `round-to`
fn read_basis(t: TableReader<'_>, tariffs: &Tariffs, p: &mut Problems) -> Option<TariffBasis> {
    let Some(from) = t.get("derived-from") else {
        for key in ["reduction", "round-to"] {
            if let Some(node) = t.get(key) {
                p.add(
                    Problem::new(ProblemCode::WithoutEffect, node.place)
                        .with("key", key)
                        .with("because", "derived-from"),
                );
            }
        }
        return None;
    };
    let reduction = t.need("reduction", p).and_then(|n| n.percent(-100, 100, p));
    let round_to = t.get("round-to").and_then(|n| n.price(p).map(|price| (n, price)));
    let step = round_to.map_or(UnitPrice::from_ore(1), |(node, price)| {
        if price.value.ore() == 0 {
            p.add(
                Problem::new(ProblemCode::NumberRange, node.place)
                    .with("key", "round-to")
                    .with("number", 0_usize)
                    .with("least", crate::number::Money::from_ore(1))
                    .with("most", crate::number::Money::from_ore(i128::from(UnitPrice::LIMIT_ORE) - 1)),
            );
            return None;
        }
        Some(price.value)
    });
    let from = from.name(p).and_then(|id| tariffs.find(&id, p))?;
    let place = reduction.map_or(t.place, |r| r.place);
    Some(TariffBasis::Derived {
        from,
        reduction: reduction.map_or(Percent::ZERO, |r| r.value),
        round_to: step.or(UnitPrice::from_ore(1))?,
        place,
    })
}

/// Tells each circle once and breaks it, so that all that follows can walk the chains.
fn tell_circles(tariffs: &mut Tariffs, p: &mut Problems) {
    let next: Vec<Option<usize>> = tariffs
        .list
        .iter()
        .map(|t| match t.basis {
            TariffBasis::Listed => None,
            TariffBasis::Derived { from, .. } => Some(from),
        })
        .collect();
    for circle in circles(&next) {
        let mut names: Vec<String> = circle.iter().take(12).map(|i| tariffs.id(*i).to_owned()).collect();
        names.extend(names.first().cloned());
        if let Some(tariff) = circle.first().and_then(|i| tariffs.list.get_mut(*i)) {
            tariff.basis = TariffBasis::Listed;
            p.add(Problem::new(ProblemCode::TariffCircle, tariff.place).with("tariffs", names));
        }
    }
}
