//! `[[adjustment]]`

use super::{
    codes::distinct,
    keys,
    node::{At, Node},
    problems::Problems,
    table::TableReader,
    tariffs::Tariffs,
};
use crate::{
    number::Period,
    tender::{
        PriceAdjustment, Problem, ProblemCode, TariffBasis,
        adjustment::{PRICES, TARIFF},
    },
};

/// `[[adjustment]]`, in file order.
pub(super) fn read_adjustments(
    root: TableReader<'_>,
    tariffs: &Tariffs,
    contract: Option<Period>,
    p: &mut Problems,
) -> Vec<PriceAdjustment> {
    let tables = root.tables("adjustment", &keys::ADJUSTMENT, p);
    // a contract that cannot be read is told by itself
    let told = [ProblemCode::DateForm, ProblemCode::PeriodReversed].iter().any(|code| p.has(*code));
    if let (Some(first), None, false) = (tables.first(), contract, told) {
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
