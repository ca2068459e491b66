//! Which procedures have a fallback cost (docs/reference/rules.md, "Unit prices" 7), and which need one (docs/reference/rules.md).

use jiff::civil::Date;

use crate::{
    number::{Period, UnitPrice},
    tender::{
        Place, Problem, ProblemCode, Structure, Tariff, TariffBasis, Tender, UnawardedRule, Worth,
        read::problems::Problems,
    },
};

/// Tells derived prices that do not fit, and procedures without the fallback cost that a rule needs.
pub(super) fn tell(tender: &Tender, p: &mut Problems) {
    let bases = Bases::of(&tender.tariffs);
    tell_large_prices(tender, &bases, p);
    // prices may stand in a column, or under a tariff, whose name is not known
    let prices_unread =
        [ProblemCode::CsvColumnUnknown, ProblemCode::CsvColumnMissing, ProblemCode::UnknownTariff];
    if prices_unread.iter().any(|code| p.has(*code)) {
        return;
    }
    let Some(because) = needs_fallback(tender) else { return };
    let no_days = tender.fallback.len() > 1 && tender.head.contract.is_none();
    let told = [ProblemCode::CapNeedsContract, ProblemCode::DateForm, ProblemCode::PeriodReversed];
    if no_days && told.iter().any(|code| p.has(*code)) {
        return;
    }
    let needed = fallback_bases(tender, &bases);
    for procedure in &tender.procedures {
        let has = procedure.fallback_price.is_some()
            || needed.as_ref().is_some_and(|bases| {
                bases.iter().all(|base| procedure.listed.iter().any(|l| l.tariff == *base))
            });
        if !has {
            let problem = Problem::new(ProblemCode::FallbackNeeded, procedure.place)
                .with("procedure", procedure.code.as_str());
            p.add(because.named_in(problem));
            if no_days {
                // the contract is what is missing: one procedure stands for all
                return;
            }
        }
    }
}

/// A rule for which every procedure needs a fallback cost.
enum FallbackRule<'a> {
    IfCheaper,
    AcrossLots(&'a Structure),
    ValuePercent,
}

impl FallbackRule<'_> {
    /// The problem with the rule among its arguments.
    fn named_in(&self, problem: Problem) -> Problem {
        match self {
            FallbackRule::IfCheaper => problem.with("because", "unawarded = \"if-cheaper\""),
            FallbackRule::AcrossLots(structure) => {
                problem.with("because", "structure-rule").with("structure", structure.id.as_str())
            }
            FallbackRule::ValuePercent => problem.with("because", "value-percent"),
        }
    }
}

/// The rule for which every procedure needs a fallback cost.
fn needs_fallback(tender: &Tender) -> Option<FallbackRule<'_>> {
    if tender.award.unawarded == UnawardedRule::IfCheaper {
        return Some(FallbackRule::IfCheaper);
    }
    // also with several suppliers for a lot: what their capacities leave over is bought at the fallback
    let across = tender.structures.iter().find(|s| s.has_cross_lot_rule());
    if let Some(structure) = across {
        return Some(FallbackRule::AcrossLots(structure));
    }
    let percent = |w: &Option<Worth>| matches!(w, Some(Worth::ValuePercent(_)));
    tender.evaluation.criteria.iter().any(|c| percent(&c.worth)).then_some(FallbackRule::ValuePercent)
}

/// The listed tariff at the end of each tariff's chain, and the tariffs in an order in which each follows its base.
struct Bases {
    base: Vec<usize>,
    order: Vec<usize>,
}

impl Bases {
    fn of(tariffs: &[Tariff]) -> Self {
        let mut base: Vec<Option<usize>> = vec![None; tariffs.len()];
        let mut order = Vec::with_capacity(tariffs.len());
        for start in 0..tariffs.len() {
            let mut chain = Vec::new();
            let mut at = start;
            // circles were broken when they were told
            let end = loop {
                if let Some(known) = base.get(at).copied().flatten() {
                    break known;
                }
                chain.push(at);
                match tariffs.get(at).map(|t| t.basis) {
                    Some(TariffBasis::Derived { from, .. }) if chain.len() <= tariffs.len() => at = from,
                    _ => break at,
                }
            };
            for tariff in chain.into_iter().rev() {
                if let Some(slot) = base.get_mut(tariff) {
                    *slot = Some(end);
                }
                order.push(tariff);
            }
        }
        Bases { base: base.into_iter().map(Option::unwrap_or_default).collect(), order }
    }

    fn base(&self, tariff: usize) -> usize {
        self.base.get(tariff).copied().unwrap_or(tariff)
    }
}

/// Derived prices stay below the limit of prices. Rounding and reducing keep the order of prices, so that the highest
/// listed price of a tariff decides for all.
fn tell_large_prices(tender: &Tender, bases: &Bases, p: &mut Problems) {
    let mut highest: Vec<Option<(UnitPrice, usize)>> = vec![None; tender.tariffs.len()];
    for (index, procedure) in tender.procedures.iter().enumerate() {
        for listed in &procedure.listed {
            if let Some(slot) = highest.get_mut(listed.tariff)
                && slot.is_none_or(|(price, _)| price < listed.price)
            {
                *slot = Some((listed.price, index));
            }
        }
    }
    for tariff in &bases.order {
        let Some(TariffBasis::Derived { from, reduction, round_to, place }) =
            tender.tariffs.get(*tariff).map(|t| t.basis)
        else {
            continue;
        };
        let Some((price, procedure)) = highest.get(from).copied().flatten() else { continue };
        let derived = price.less_percent_to_step_half_up(reduction, round_to);
        match derived.ok().filter(|d| d.ore() < UnitPrice::LIMIT_ORE) {
            Some(derived) => {
                if let Some(slot) = highest.get_mut(*tariff) {
                    *slot = Some((derived, procedure));
                }
            }
            None => tell_large(tender, *tariff, procedure, place, p),
        }
    }
}

fn tell_large(tender: &Tender, tariff: usize, procedure: usize, place: Place, p: &mut Problems) {
    p.add(
        Problem::new(ProblemCode::DerivedPriceTooLarge, place)
            .with("tariff", tender.tariffs.get(tariff).map_or("", |t| t.id.as_str()))
            .with("procedure", tender.procedures.get(procedure).map_or("", |x| x.code.as_str())),
    );
}

/// The listed tariffs in which a procedure needs a price to have a fallback cost; `None` where no procedure has one,
/// since no tariff is in force on some day, or no days can be counted.
fn fallback_bases(tender: &Tender, bases: &Bases) -> Option<Vec<usize>> {
    let used = match (tender.fallback.as_slice(), tender.head.contract) {
        ([], _) => return None,
        ([only], None) => vec![*only],
        (_, None) => return None,
        (tariffs, Some(contract)) => in_turn(&tender.tariffs, tariffs, contract)?,
    };
    let mut needed: Vec<usize> = used.into_iter().map(|t| bases.base(t)).collect();
    needed.sort_unstable();
    needed.dedup();
    Some(needed)
}

/// The tariffs that are the first in force on some day of the contract; `None` where a day has none.
fn in_turn(tariffs: &[Tariff], fallback: &[usize], contract: Period) -> Option<Vec<usize>> {
    let mut open: Vec<(Date, Date)> = vec![(contract.from, contract.until)];
    let mut used = Vec::new();
    for index in fallback {
        let Some(tariff) = tariffs.get(*index) else { continue };
        let Some(force) = tariff.in_force else {
            used.push(*index);
            return Some(used);
        };
        let mut left = Vec::with_capacity(open.len() + 1);
        let mut serves = false;
        for (from, until) in open {
            if force.until < from || until < force.from {
                left.push((from, until));
                continue;
            }
            serves = true;
            if let Some(before) = force.from.yesterday().ok().filter(|day| from <= *day) {
                left.push((from, before));
            }
            if let Some(after) = force.until.tomorrow().ok().filter(|day| *day <= until) {
                left.push((after, until));
            }
        }
        if serves {
            used.push(*index);
        }
        open = left;
        if open.is_empty() {
            return Some(used);
        }
    }
    None
}
