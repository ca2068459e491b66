//! Contradictions between the parts of a tender, which are seen only once all parts are read.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::{names::Codes, problems::Problems};
use crate::{
    number::{Period, UnitPrice},
    tender::{
        AboveCap, AssessmentScope, Bid, BidPrice, CodePattern, Condition, DecisionAction, Lot, Measure,
        Method, Missing, ModelKind, Place, Problem, ProblemCode, RequirementStatus, Structure, Tariff,
        TariffBasis, Tender, UnawardedRule, Worth,
    },
};

/// Reports every contradiction between the parts of a tender.
pub(super) fn check_parts(tender: &Tender, codes: &Codes, p: &mut Problems) {
    report_fallback(tender, p);
    report_rules(tender, p);
    report_quality(tender, p);
    report_bids(tender, codes, p);
    super::disclosure_policy::report_disclosure_leaks(tender, p);
}

/// Reports derived prices that do not fit, and procedures without the fallback cost that a rule needs.
pub(super) fn report_fallback(tender: &Tender, p: &mut Problems) {
    let bases = Bases::of(&tender.tariffs);
    report_large_prices(tender, &bases, p);
    // prices may be in a column, or under a tariff, whose name is not known
    let prices_unread =
        [ProblemCode::CsvColumnUnknown, ProblemCode::CsvColumnMissing, ProblemCode::UnknownTariff];
    if prices_unread.iter().any(|code| p.has(*code)) {
        return;
    }
    let Some(because) = needs_fallback(tender) else { return };
    let no_days = tender.fallback.len() > 1 && tender.head.contract.is_none();
    let reported = [ProblemCode::CapNeedsContract, ProblemCode::DateForm, ProblemCode::PeriodReversed];
    if no_days && reported.iter().any(|code| p.has(*code)) {
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
                // the contract is what is missing: one procedure is reported for all
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
            // circles were broken when they were reported
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
fn report_large_prices(tender: &Tender, bases: &Bases, p: &mut Problems) {
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
            None => report_large(tender, *tariff, procedure, place, p),
        }
    }
}

fn report_large(tender: &Tender, tariff: usize, procedure: usize, place: Place, p: &mut Problems) {
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

/// Reports rules that contradict each other.
pub(super) fn report_rules(tender: &Tender, p: &mut Problems) {
    if let (Some(cap), Missing::PriceAtFallback { .. }) = (tender.cap, &tender.award.missing)
        && cap.above == AboveCap::RejectLine
    {
        p.add(Problem::new(ProblemCode::RejectLineWithFallback, tender.award.place).related(cap.place));
    }
    if tender.evaluation.highest_wins() {
        report_scores(tender, p);
    }
    if tender.award.suppliers_per_lot > 1 {
        for structure in &tender.structures {
            report_suppliers(structure, p);
        }
    }
}

/// The highest score wins: no combinations, no `if-cheaper`, and weights where lots are weighed against each other.
fn report_scores(tender: &Tender, p: &mut Problems) {
    if tender.award.unawarded == UnawardedRule::IfCheaper {
        p.note(ProblemCode::IfCheaperWithScores, tender.award.place);
    }
    let mut unrounded = tender.evaluation.rounding.score.is_none();
    for structure in &tender.structures {
        if structure.bidders_may.contains(&Condition::Combination) {
            p.add(
                Problem::new(ProblemCode::CombinationWithScores, structure.place)
                    .with("structure", structure.id.as_str()),
            );
        }
        if !structure.has_cross_lot_rule() || structure.lots.len() < 2 {
            continue;
        }
        for lot in structure.lots.iter().filter(|l| l.weight.is_none()) {
            p.add(
                Problem::new(ProblemCode::LotWeightNeeded, lot.place)
                    .with("lot", lot.id.as_str())
                    .with("structure", structure.id.as_str()),
            );
        }
        if unrounded {
            unrounded = false;
            p.add(
                Problem::new(ProblemCode::ScoreRoundingNeeded, tender.evaluation.place)
                    .with("structure", structure.id.as_str())
                    .related(structure.place),
            );
        }
    }
}

/// Several suppliers for a lot: each lot is decided by itself. A capacity counts for each lot, and is allowed.
fn report_suppliers(structure: &Structure, p: &mut Problems) {
    let mut rules: Vec<String> = structure
        .bidders_may
        .iter()
        .filter(|c| **c != Condition::Capacity)
        .map(|c| c.name().to_owned())
        .collect();
    for (name, stated) in [
        ("max-lots-per-bidder", structure.max_lots_per_bidder.is_some()),
        ("min-suppliers", structure.min_suppliers.is_some()),
        ("max-suppliers", structure.max_suppliers.is_some()),
    ] {
        if stated {
            rules.push(name.into());
        }
    }
    if !rules.is_empty() {
        p.add(
            Problem::new(ProblemCode::SuppliersAcrossLots, structure.place)
                .with("structure", structure.id.as_str())
                .with("rules", rules),
        );
    }
}

/// Reports points and values that are missing.
pub(super) fn report_quality(tender: &Tender, p: &mut Problems) {
    if tender.evaluation.kind == ModelKind::LowestPrice {
        return;
    }
    let out = bids_that_are_out(tender);
    let judged = Judged::of(tender);
    let values = values_needed(tender);
    for (index, bid) in tender.bids.iter().enumerate() {
        if !out.contains(&index) {
            report_values(bid, &values, p);
            report_points(tender, index, bid, &judged, p);
        }
        if p.floods(ProblemCode::PointsMissing) || p.floods(ProblemCode::ValueMissing) {
            return;
        }
    }
}

/// Bids that are late, rejected, or do not meet a requirement: nobody judges them.
fn bids_that_are_out(tender: &Tender) -> HashSet<usize> {
    let mut out: HashSet<usize> =
        tender.decisions.iter().filter(|d| d.action == DecisionAction::Reject).map(|d| d.bid).collect();
    for (index, bid) in tender.bids.iter().enumerate() {
        if tender.head.deadline.is_some_and(|deadline| bid.received.is_some_and(|r| r > deadline)) {
            out.insert(index);
        }
    }
    for assessment in tender.assessments.iter().filter(|a| a.scope == AssessmentScope::Everywhere) {
        let falls = assessment.requirements.iter().any(|(requirement, status, _)| {
            *status == RequirementStatus::Unmet
                && tender.requirements.get(*requirement).is_some_and(|r| r.codes.is_none())
        });
        if falls {
            out.insert(assessment.bid);
        }
    }
    out
}

/// What is judged in the published structure: by bid and criterion for all lots, or for one lot.
struct Judged<'a> {
    everywhere: HashSet<(usize, &'a str)>,
    lots: HashMap<(usize, usize), HashSet<&'a str>>,
}

impl<'a> Judged<'a> {
    fn of(tender: &'a Tender) -> Self {
        let mut judged = Judged { everywhere: HashSet::new(), lots: HashMap::new() };
        for assessment in &tender.assessments {
            let names = assessment.points.iter().map(|(name, _, _)| name.as_str());
            match assessment.scope {
                AssessmentScope::Everywhere => {
                    judged.everywhere.extend(names.map(|name| (assessment.bid, name)));
                }
                AssessmentScope::Structure(structure) if structure == tender.award.structure => {
                    judged.everywhere.extend(names.map(|name| (assessment.bid, name)));
                }
                AssessmentScope::Lot { structure, lot } if structure == tender.award.structure => {
                    judged.lots.entry((assessment.bid, lot)).or_default().extend(names);
                }
                _ => {}
            }
        }
        judged
    }
}

fn report_points(tender: &Tender, index: usize, bid: &Bid, judged: &Judged<'_>, p: &mut Problems) {
    let Some(structure) = tender.structures.get(tender.award.structure) else { return };
    let open: Vec<&str> = tender
        .evaluation
        .criteria
        .iter()
        .filter(|c| c.method == Some(Method::Judged))
        .map(|c| c.id.as_str())
        .filter(|id| !judged.everywhere.contains(&(index, *id)))
        .collect();
    if open.is_empty() || is_silent(bid) {
        return;
    }
    let lots = lots_of(tender, bid);
    for id in open {
        let is_judged = |lot: &usize| judged.lots.get(&(index, *lot)).is_some_and(|names| names.contains(id));
        let missing = lots.iter().find(|lot| !is_judged(lot)).and_then(|lot| structure.lots.get(*lot));
        let Some(lot) = missing else { continue };
        let mut problem = Problem::new(ProblemCode::PointsMissing, bid.place)
            .with("bidder", bid.bidder.as_str())
            .with("criterion", id);
        if structure.lots.len() > 1 {
            problem = problem.with("lot", lot.id.as_str());
        }
        p.add(problem);
        if p.floods(ProblemCode::PointsMissing) {
            return;
        }
    }
}

/// Whether a bid states no price of any kind.
pub(super) fn is_silent(bid: &Bid) -> bool {
    bid.discount.is_none()
        && bid.discounts.is_empty()
        && bid.prices.is_empty()
        && bid.file_discounts.is_empty()
}

/// The lots of the published structure that a bid is on: those that it selects, where it offers something.
fn lots_of(tender: &Tender, bid: &Bid) -> Vec<usize> {
    let lots = tender.structures.get(tender.award.structure).map_or(&[][..], |s| s.lots.as_slice());
    let selection = bid.bids_on.iter().find(|s| s.structure == tender.award.structure);
    let selected = |lot: &usize| selection.is_none_or(|s| s.lots.binary_search(lot).is_ok());
    let offered = |(_, l): &(usize, &Lot)| l.procedures.iter().any(|x| offers(tender, bid, *x));
    lots.iter().enumerate().filter(|(lot, _)| selected(lot)).filter(offered).map(|(lot, _)| lot).collect()
}

/// Whether a bid may offer a procedure.
fn offers(tender: &Tender, bid: &Bid, procedure: usize) -> bool {
    let Some(code) = tender.procedures.get(procedure).map(|x| x.code.as_str()) else { return false };
    let in_list = |patterns: &[CodePattern]| patterns.iter().any(|c| c.matches(code));
    let Ok(number) = u32::try_from(procedure) else { return false };
    let stated = bid.discount.is_some()
        || bid.prices.binary_search_by_key(&number, |x| x.procedure).is_ok()
        || bid.file_discounts.binary_search_by_key(&number, |x| x.procedure).is_ok()
        || bid.discounts.iter().any(|d| d.codes.matches(code));
    stated && !in_list(&bid.not_offered) && bid.registered.as_deref().is_none_or(in_list)
}

/// The measured values that the model needs of every bid: those that criteria measure or formulas name.
fn values_needed(tender: &Tender) -> Vec<&str> {
    let mut needed: Vec<&str> = Vec::new();
    if let ModelKind::Formula { formula, .. } = &tender.evaluation.kind {
        needed.extend(formula.values().iter().map(String::as_str));
    }
    for criterion in &tender.evaluation.criteria {
        let measure = match &criterion.method {
            Some(Method::Formula { measure, formula }) => {
                needed.extend(formula.values().iter().map(String::as_str));
                measure
            }
            Some(
                Method::Linear { measure, .. }
                | Method::Absolute { measure, .. }
                | Method::Proportional { measure, .. }
                | Method::MinMax { measure, .. },
            ) => measure,
            Some(Method::Judged) | None => continue,
        };
        if let Measure::Value(name) = measure {
            needed.push(name);
        }
    }
    needed.sort_unstable();
    needed.dedup();
    needed
}

fn report_values(bid: &Bid, needed: &[&str], p: &mut Problems) {
    if needed.is_empty() || is_silent(bid) {
        return;
    }
    let stated: HashSet<&str> = bid.values.iter().map(|(name, _, _)| name.as_str()).collect();
    for name in needed.iter().filter(|name| !stated.contains(**name)) {
        let mut problem = Problem::new(ProblemCode::ValueMissing, bid.place)
            .with("bidder", bid.bidder.as_str())
            .with("value", *name);
        if p.lists(ProblemCode::ValueMissing) {
            let unused = bid.values.iter().map(|(n, _, _)| n.as_str()).filter(|n| !needed.contains(n));
            if let Some(nearest) = p.nearest(name, unused) {
                problem = problem.with("nearest", nearest);
            }
        }
        p.add(problem);
        if p.floods(ProblemCode::ValueMissing) {
            return;
        }
    }
}

/// Reports what is odd in each bid.
pub(super) fn report_bids(tender: &Tender, codes: &Codes, p: &mut Problems) {
    for bid in &tender.bids {
        // a bid whose prices could not be read has been reported
        if is_silent(bid) && !p.any_error() {
            p.add(Problem::new(ProblemCode::NothingOffered, bid.place).with("bidder", bid.bidder.as_str()));
        }
        report_priced_and_not_offered(bid, codes, p);
        report_together(tender, bid, p);
    }
}

/// A price for what the bid says it does not offer: `not-offered` wins.
fn report_priced_and_not_offered(bid: &Bid, codes: &Codes, p: &mut Problems) {
    if bid.prices.is_empty() {
        return;
    }
    for pattern in &bid.not_offered {
        let priced: Vec<&BidPrice> = match pattern {
            CodePattern::Code(code) => codes.get(code).and_then(|i| price_of(bid, i)).into_iter().collect(),
            CodePattern::Prefix(prefix) => {
                let matched = codes.with_prefix(prefix);
                // whichever is fewer: the codes that match, or the prices
                if matched.len() <= bid.prices.len() {
                    matched.iter().filter_map(|i| price_of(bid, *i)).collect()
                } else {
                    let code = |x: &&BidPrice| pattern.matches(codes.code(x.procedure as usize));
                    bid.prices.iter().filter(code).collect()
                }
            }
        };
        for price in priced {
            p.add(
                Problem::new(ProblemCode::PricedAndNotOffered, price.place)
                    .with("code", codes.code(price.procedure as usize)),
            );
        }
    }
}

fn price_of(bid: &Bid, procedure: usize) -> Option<&BidPrice> {
    let number = u32::try_from(procedure).ok()?;
    bid.prices.binary_search_by_key(&number, |x| x.procedure).ok().and_then(|i| bid.prices.get(i))
}

/// Lots to be taken together: two or more, and all of them bid on.
fn report_together(tender: &Tender, bid: &Bid, p: &mut Problems) {
    for set in &bid.only_together {
        if set.lots.len() < 2 {
            p.note(ProblemCode::TogetherAlone, set.place);
        }
        let Some(on) = bid.bids_on.iter().find(|s| s.structure == set.structure) else { continue };
        let left_out = set.lots.iter().find(|lot| on.lots.binary_search(lot).is_err());
        let structure = tender.structures.get(set.structure);
        if let Some(lot) = left_out.and_then(|lot| structure.and_then(|s| s.lots.get(*lot))) {
            p.add(
                Problem::new(ProblemCode::TogetherNotBid, set.place)
                    .with("lot", lot.id.as_str())
                    .related(on.place),
            );
        }
    }
}
