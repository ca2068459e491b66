//! `format`, `[tender]`, `[[tariff]]`, `[[adjustment]]`

use super::{
    keys,
    names::{Names, circles, distinct},
    node::{At, Node, TableReader},
    problems::Problems,
};
use crate::{
    number::{Percent, Period, UnitPrice},
    tender::{
        Head, PriceAdjustment, Problem, ProblemCode, Tariff, TariffBasis, TenderKind,
        procurement::{PRICES, TARIFF},
    },
};

const KINDS: [(&str, TenderKind); 3] = [
    (TenderKind::Tender.name(), TenderKind::Tender),
    (TenderKind::MiniTender.name(), TenderKind::MiniTender),
    (TenderKind::OfferCollection.name(), TenderKind::OfferCollection),
];

/// `format = 1`
pub(crate) fn read_format(root: TableReader<'_>, p: &mut Problems) {
    let Some(node) = root.get("format") else {
        p.note(ProblemCode::Format, root.place);
        return;
    };
    if node.count(0, u32::MAX, p).is_some_and(|format| format.value != 1) {
        p.add(Problem::new(ProblemCode::Format, node.place).with("found", node.doc.snippet(node.place)));
    }
}

/// `[tender]`
pub(super) fn read_head(root: TableReader<'_>, p: &mut Problems) -> Head {
    let table = root.need("tender", p).and_then(|n| TableReader::open(n, &keys::TENDER, p));
    let mut head = Head {
        id: String::new(),
        title: String::new(),
        kind: TenderKind::Tender,
        buyer: String::new(),
        specialty: String::new(),
        currency: "DKK".into(),
        deadline: None,
        deadline_text: None,
        contract: None,
        contract_place: None,
        model_hash: None,
        place: root.place,
    };
    let Some(t) = table else { return head };
    head.place = t.place;
    for (key, field) in [
        ("id", &mut head.id),
        ("title", &mut head.title),
        ("buyer", &mut head.buyer),
        ("specialty", &mut head.specialty),
    ] {
        if let Some(name) = t.need(key, p).and_then(|n| n.name(p)) {
            *field = name.value;
        }
    }
    if let Some(kind) = t.need("kind", p).and_then(|n| n.choice(&KINDS, p)) {
        head.kind = kind.value;
    }
    if let Some(currency) = t.get("currency").and_then(|n| n.name(p)) {
        head.currency = currency.value;
    }
    let deadline = t.get("deadline").and_then(|n| n.moment(p));
    let contract = t.get("contract").and_then(|n| n.period(p)).map(At::pair);
    (head.contract, head.contract_place) = contract.unzip();
    if let (Some(deadline), Some(contract)) = (&deadline, head.contract) {
        let day = deadline.value.0.to_zoned(jiff::tz::TimeZone::UTC).date();
        if contract.from < day {
            p.add(
                Problem::new(ProblemCode::ContractBeforeDeadline, deadline.place)
                    .with("from", contract.from)
                    .with("deadline", day),
            );
        }
    }
    if let Some((moment, written)) = deadline.map(|d| d.value) {
        (head.deadline, head.deadline_text) = (Some(moment), Some(written));
    }
    head.model_hash = t.get("model-hash").and_then(|n| n.name(p)).and_then(|hash| {
        let lower = hash.value.to_ascii_lowercase();
        if lower.len() == 64 && lower.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Some((lower, hash.place));
        }
        p.add(Problem::new(ProblemCode::HashForm, hash.place).with("text", super::text::shown(&hash.value)));
        None
    });
    head
}

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
    report_circles(&mut tariffs, p);
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

/// Reports each circle once and breaks it, so that all that follows can walk the chains.
fn report_circles(tariffs: &mut Tariffs, p: &mut Problems) {
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

/// `[[adjustment]]`, in file order.
pub(super) fn read_adjustments(
    root: TableReader<'_>,
    tariffs: &Tariffs,
    contract: Option<Period>,
    p: &mut Problems,
) -> Vec<PriceAdjustment> {
    let tables = root.tables("adjustment", &keys::ADJUSTMENT, p);
    // a contract that cannot be read is reported by itself
    let reported = [ProblemCode::DateForm, ProblemCode::PeriodReversed].iter().any(|code| p.has(*code));
    if let (Some(first), None, false) = (tables.first(), contract, reported) {
        p.note(ProblemCode::AdjustmentNeedsContract, first.place);
    }
    let mut list = Vec::new();
    for t in tables {
        let from = t.need("from", p).and_then(|n| n.date(p));
        let percent = t.need("percent", p).and_then(|n| n.percent(-100, 100, p));
        let targets = t.need("applies-to", p).map(|n| read_targets(n, tariffs, p));
        if let (Some(from), Some(contract)) = (&from, contract)
            && from.value > contract.until
        {
            p.add(
                Problem::new(ProblemCode::AdjustmentTooLate, from.place)
                    .with("from", from.value)
                    .with("until", contract.until),
            );
        }
        let (Some(from), Some(percent), Some((of_tariffs, prices))) = (from, percent, targets) else {
            continue;
        };
        list.push(PriceAdjustment {
            from: from.value,
            percent: percent.value,
            tariffs: of_tariffs,
            prices,
            place: t.place,
            percent_place: percent.place,
        });
    }
    list
}

/// `applies-to = ["tariff:duf-2024", "prices"]`: the listed tariffs, and whether unit prices.
fn read_targets(node: Node<'_>, tariffs: &Tariffs, p: &mut Problems) -> (Vec<usize>, bool) {
    let (mut of_tariffs, mut prices) = (Vec::new(), false);
    let targets = distinct(node, p);
    if targets.is_empty() && node.items(p).is_empty() {
        p.note(ProblemCode::AdjustmentOfNothing, node.place);
    }
    for target in targets {
        match target.value.strip_prefix(TARIFF) {
            Some(id) => of_tariffs.extend(listed(&At::new(id.to_owned(), target.place), tariffs, p)),
            None if target.value == PRICES => prices = true,
            None => {
                let mut valid: Vec<String> =
                    tariffs.listed().map(|t| format!("{TARIFF}{}", tariffs.id(t))).collect();
                valid.push(PRICES.to_owned());
                let mut problem = Problem::new(ProblemCode::AdjustmentTarget, target.place)
                    .with("target", target.value.as_str())
                    .with("valid", valid.iter().take(12).cloned().collect::<Vec<_>>());
                // the id alone, or the word with another ending
                let meant = valid.iter().find(|v| v.strip_prefix(TARIFF) == Some(target.value.as_str()));
                let nearest = match meant {
                    Some(meant) => Some(meant.as_str()),
                    None => p.nearest(&target.value, valid.iter().map(String::as_str)),
                };
                if let Some(nearest) = nearest {
                    problem = problem.with("nearest", nearest);
                }
                p.add(problem);
            }
        }
    }
    (of_tariffs, prices)
}

/// The tariff of an id that must be known, and must list prices of its own.
fn listed(id: &At<String>, tariffs: &Tariffs, p: &mut Problems) -> Option<usize> {
    let tariff = tariffs.find(id, p)?;
    let (mut base, mut steps) = (tariff, 0);
    while let Some(TariffBasis::Derived { from, .. }) = tariffs.list.get(base).map(|t| t.basis)
        && steps <= tariffs.list.len()
    {
        (base, steps) = (from, steps + 1);
    }
    if base == tariff {
        return Some(tariff);
    }
    p.add(
        Problem::new(ProblemCode::AdjustmentDerived, id.place)
            .with("tariff", id.value.as_str())
            .with("base", tariffs.id(base)),
    );
    None
}
