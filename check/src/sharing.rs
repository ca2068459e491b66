//! Several suppliers for a lot: each lot by itself, in rank order (`docs/reference/rules.md`, "Several suppliers for a lot").

use std::collections::{BTreeMap, BTreeSet};

use num_traits::Signed;

use crate::{
    admission::Admission,
    award::{AwardExtent, Field, check_count},
    compare::Spot,
    exact::{Exact, HUNDRED_PER_CENT, as_kroner, int, ore_half_up, parse_money},
    facts::{Facts, Sharing, TieRule},
    fault::{FaultCode, Faults},
    prices::PriceBook,
    quality::{Decides, LotEvaluation},
};

/// At most this many rankings of a lot are looked at.
const LISTED: usize = 1_000;

/// A lot, ranked.
struct Ranked {
    /// The rankings of the places that the tie rules leave, at most one more than [`LISTED`].
    left: Vec<Vec<usize>>,
    /// How many are equally good before tie rules; `None` where that is beyond counting.
    count: Option<u128>,
}

/// Clauses 1 and 2.
fn rank_a_lot(field: &Field<'_>, lot: usize) -> Ranked {
    let mut by_order: BTreeMap<Exact, Vec<usize>> = BTreeMap::new();
    for (bid, decides) in &field.lots[lot].decides {
        by_order.entry(decides.order()).or_default().push(*bid);
    }
    let (scores, award) = (field.facts.evaluation.highest_is_best(), &field.facts.award);
    if let Some(best) = by_order.keys().next().cloned() {
        if let Some(percent) = &award.within_percent {
            let most = &best + best.abs() * percent / int(100);
            // prices are compared in whole øre
            let most = if scores { most } else { (most * int(100)).floor() / int(100) };
            by_order.retain(|order, _| *order <= most);
        }
        if let Some(fallback) = field.fallback[lot].filter(|_| award.if_cheaper && !scores) {
            by_order.retain(|order, _| *order <= as_kroner(fallback));
        }
    }
    let bids: usize = by_order.values().map(Vec::len).sum();
    let places = bids.min(usize::try_from(award.suppliers_per_lot).unwrap_or(usize::MAX));
    let equals: Vec<Vec<usize>> = by_order.into_values().collect();
    let count = ways_to_fill(&equals, places);
    let mut groups = Vec::new();
    for group in equals {
        separate(field, lot, group, &award.ties, &mut groups);
    }
    Ranked { left: fillings(&groups, places), count }
}

/// How many orders there are of the places, where equals may come in any.
fn ways_to_fill(groups: &[Vec<usize>], places: usize) -> Option<u128> {
    let choices = groups.iter().flat_map(|group| (1..=group.len()).rev()).take(places);
    choices.into_iter().try_fold(1_u128, |ways, choice| {
        ways.checked_mul(choice as u128).filter(|n| *n < u128::from(u64::MAX))
    })
}

/// Takes equals apart by the tie rules, in order, into smaller groups of equals. A draw counts where all of them are drawn;
/// rules on the number of suppliers are about whole awards.
fn separate(field: &Field<'_>, lot: usize, group: Vec<usize>, rules: &[TieRule], into: &mut Vec<Vec<usize>>) {
    let Some((rule, later)) = rules.split_first().filter(|_| group.len() > 1) else {
        into.push(group);
        return;
    };
    let own = |bid: usize| &field.facts.bids[bid];
    let drawn = |bid: usize| field.facts.draw.iter().position(|name| *name == own(bid).bidder);
    let order = |bid: usize| -> Exact {
        match rule {
            TieRule::LowerPrice => int(field.sum_at(bid, lot, 0).price),
            TieRule::Higher(criterion) => {
                field.lots[lot].points_in(bid, criterion, true).map_or_else(|_| int(0), |points| -points)
            }
            // a moment that is not stated comes after all others
            TieRule::EarlierReceived => int(own(bid).received.unwrap_or(i128::MAX)),
            TieRule::Draw => int(drawn(bid).unwrap_or(0)),
            TieRule::FewerSuppliers | TieRule::MoreSuppliers => int(0),
        }
    };
    let counts = *rule != TieRule::Draw || group.iter().all(|bid| drawn(*bid).is_some());
    let mut parts: BTreeMap<Exact, Vec<usize>> = BTreeMap::new();
    for bid in group {
        parts.entry(if counts { order(bid) } else { int(0) }).or_default().push(bid);
    }
    for part in parts.into_values() {
        separate(field, lot, part, later, into);
    }
}

/// All ways to fill the places, in the order of the groups.
fn fillings(groups: &[Vec<usize>], places: usize) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = vec![Vec::new()];
    for group in groups {
        for _ in 0..group.len() {
            if all.first().is_none_or(|filled| filled.len() == places) {
                return all;
            }
            let longer = all.iter().flat_map(|filled| {
                let free = group.iter().filter(|bid| !filled.contains(bid));
                free.map(|bid| [filled.as_slice(), &[*bid]].concat())
            });
            all = longer.take(LISTED + 1).collect();
        }
    }
    all
}

/// Clause 3: how much of a volume each takes, by rank, up to its capacity.
pub(crate) fn volumes_taken(field: &Field<'_>, lot: usize, ranking: &[usize], all: u64) -> Vec<u64> {
    let room = |bid: &usize| {
        let own = &field.facts.bids[*bid];
        own.lot_capacities.get(&lot).copied().or(own.capacity).unwrap_or(u64::MAX)
    };
    let mut taken = vec![0; ranking.len()];
    if let Sharing::Shares(shares) = &field.facts.award.sharing {
        for ((own, bid), share) in taken.iter_mut().zip(ranking).zip(shares) {
            let patients = i128::from(all) * share / HUNDRED_PER_CENT;
            *own = u64::try_from(patients).unwrap_or(0).min(room(bid));
        }
    }
    let mut rest = all.saturating_sub(taken.iter().sum());
    for (own, bid) in taken.iter_mut().zip(ranking) {
        let more = rest.min(room(bid) - *own);
        *own += more;
        rest -= more;
    }
    taken
}

/// `v / V`; of a lot without volume rank 1 counts in full.
fn proportion(v: u64, all: u64, rank: usize) -> Exact {
    if all > 0 { int(v) / int(all) } else { int(u64::from(rank == 0)) }
}

/// `v / V` of an amount in øre, half up.
pub(crate) fn portion(amount: i128, v: u64, all: u64, rank: usize) -> i128 {
    ore_half_up(&(as_kroner(amount) * proportion(v, all, rank))).unwrap_or_default()
}

const RULE: &str = "several-suppliers-1";
const SHARE: &str = "several-suppliers-3";
const PAID: &str = "several-suppliers-4";

/// One lot under one ranking.
#[derive(Debug, PartialEq)]
struct Shared {
    /// Bid, volume, payment.
    suppliers: Vec<(usize, u64, i128)>,
    left_over: u64,
    total: Option<Exact>,
    cost: Option<i128>,
}

/// Holds the award against the ranking of each lot.
pub(crate) fn check_several(
    facts: &Facts,
    book: &PriceBook,
    admissions: &[Admission],
    lots: &[LotEvaluation<'_>],
    evaluation: &Spot<'_>,
    faults: &mut Faults,
) -> AwardExtent {
    let field = Field::new(facts, book, admissions, lots);
    let spot = evaluation.at_key("award");
    let ranked: Vec<Ranked> = (0..lots.len()).map(|l| rank_a_lot(&field, l)).collect();
    let none = ranked.iter().all(|r| r.left.len() == 1 && r.left[0].is_empty());
    let tie = ranked.iter().any(|r| r.left.len() > 1);
    let status = if none {
        "no-award"
    } else if tie {
        "tie"
    } else {
        "awarded"
    };
    spot.at_key("status").must_be_word(Some(status), FaultCode::WordDiffers, RULE, faults);
    let nobody = |l: &usize| ranked[*l].left.iter().all(Vec::is_empty);
    let ids: Vec<&str> =
        (0..lots.len()).filter(nobody).map(|l| facts.structure.lots[l].id.as_str()).collect();
    spot.at_key("unawarded").must_be_names(&ids, FaultCode::WordDiffers, RULE, faults);
    if none {
        for name in ["total", "expected-cost", "best-awards"] {
            if !spot.at_key(name).is_null() {
                faults.report(spot.at_key(name).error(FaultCode::NotConsistent, "", RULE));
            }
        }
        return AwardExtent::Ranked;
    }
    let count = ranked.iter().try_fold(1_u128, |n, r| n.checked_mul(r.count?));
    check_count(&spot.at_key("best-awards"), count.filter(|n| *n < u128::from(u64::MAX)), faults);
    check_winners(&field, &ranked, &spot, faults);
    if ranked.iter().any(|r| r.left.len() > LISTED) {
        return AwardExtent::Ranked;
    }
    let shared: Vec<Vec<Shared>> = ranked
        .iter()
        .enumerate()
        .map(|(l, r)| r.left.iter().map(|ranking| split_among(&field, l, ranking)).collect())
        .collect();
    check_totals(&field, &shared, &spot, faults);
    check_shared_lots(&field, &shared, &spot.at_key("lots"), faults);
    AwardExtent::Ranked
}

/// The winners that tie: the first supplier of each lot, in every ranking that is left.
fn check_winners(field: &Field<'_>, ranked: &[Ranked], spot: &Spot<'_>, faults: &mut Faults) {
    let tied = spot.at_key("tied");
    let is_tie = ranked.iter().any(|r| r.left.len() > 1);
    if !is_tie {
        if tied.value.as_array().is_none_or(|list| !list.is_empty()) {
            faults.report(tied.list_error(FaultCode::TiesWrong, "", RULE));
        }
        return;
    }
    let firsts: Vec<BTreeSet<Option<usize>>> =
        ranked.iter().map(|r| r.left.iter().map(|ranking| ranking.first().copied()).collect()).collect();
    let all = firsts.iter().try_fold(1_usize, |n, f| n.checked_mul(f.len()));
    let mut seen = BTreeSet::new();
    for award in tied.elements() {
        let winners: Vec<Option<usize>> = award
            .elements()
            .map(|item| {
                if item.at_key("winner").is_null() {
                    None
                } else {
                    field.facts.bid_index(item.string_at("winner"))
                }
            })
            .collect();
        let named =
            award.elements().zip(&field.facts.structure.lots).all(|(i, lot)| i.string_at("lot") == lot.id);
        let may = winners.len() == firsts.len() && winners.iter().zip(&firsts).all(|(w, f)| f.contains(w));
        if !named || !may {
            faults.report(award.list_error(FaultCode::TiesWrong, "", RULE));
        }
        seen.insert(winners);
    }
    faults.compared += 1;
    if all.is_some_and(|n| n <= LISTED && seen.len() != n && tied.elements().count() < LISTED)
        || seen.is_empty()
    {
        faults.report(tied.list_error(FaultCode::TiesWrong, "", RULE));
    }
}

/// Who takes how much of a lot, and what that costs.
fn split_among(field: &Field<'_>, lot: usize, ranking: &[usize]) -> Shared {
    let all = field.facts.volume_on(lot);
    let taken = volumes_taken(field, lot, ranking, all);
    let weight = field.facts.structure.lots[lot].weight.clone().unwrap_or_else(|| int(1));
    let scores = field.facts.evaluation.highest_is_best();
    let (mut total, mut cost, mut suppliers) = (int(0), 0, Vec::new());
    for (rank, (&bid, &v)) in ranking.iter().zip(&taken).enumerate() {
        let figures = field.sum_at(bid, lot, 0);
        let payment = portion(figures.payment, v, all, rank);
        cost += payment + portion(figures.elsewhere, v, all, rank);
        total += match field.lots[lot].decides.get(&bid) {
            Some(Decides::Price { ore, .. }) => as_kroner(portion(*ore, v, all, rank)),
            Some(Decides::Score { rounded, .. }) => proportion(v, all, rank) * rounded * &weight,
            None => int(0),
        };
        suppliers.push((bid, v, payment));
    }
    let left_over = all - taken.iter().sum::<u64>().min(all);
    let rest = match field.fallback[lot] {
        _ if left_over == 0 && !ranking.is_empty() => Some(0),
        known if ranking.is_empty() => known,
        known => known.map(|cost| portion(cost, left_over, all, 0)),
    };
    Shared {
        suppliers,
        left_over,
        total: if scores { Some(total) } else { rest.map(|r| total + as_kroner(r)) },
        cost: rest.map(|r| cost + r),
    }
}

/// What all rankings of each lot agree on, in all; nothing where they do not, or it is not known.
fn check_totals(field: &Field<'_>, shared: &[Vec<Shared>], spot: &Spot<'_>, faults: &mut Faults) {
    let total = shared.iter().map(|own| same_in_all(own, |s| s.total.clone())).sum::<Option<Exact>>();
    let cost = shared.iter().map(|own| same_in_all(own, |s| s.cost)).sum::<Option<i128>>();
    if field.facts.evaluation.highest_is_best() {
        spot.at_key("total").must_be_number(total.as_ref(), PAID, faults);
    } else {
        spot.at_key("total").must_be_money(total.and_then(|t| ore_half_up(&t)), PAID, faults);
    }
    spot.at_key("expected-cost").must_be_money(cost, PAID, faults);
}

fn same_in_all<T: PartialEq>(all: &[Shared], of: impl Fn(&Shared) -> Option<T>) -> Option<T> {
    let first = of(all.first()?)?;
    all.iter().all(|s| of(s).as_ref() == Some(&first)).then_some(first)
}

fn check_shared_lots(field: &Field<'_>, shared: &[Vec<Shared>], lots: &Spot<'_>, faults: &mut Faults) {
    if lots.elements().count() != shared.len() {
        faults.report(lots.list_error(FaultCode::EntryMissing, "", RULE));
        return;
    }
    for ((l, spot), own) in lots.elements().enumerate().zip(shared) {
        let id = field.facts.structure.lots[l].id.as_str();
        spot.at_key("lot").must_be_word(Some(id), FaultCode::WordDiffers, RULE, faults);
        let winner = same_in_all(own, |s| s.suppliers.first().map(|s| s.0));
        let name = winner.map(|b| field.facts.bids[b].bidder.as_str());
        spot.at_key("winner").must_be_word(name, FaultCode::WordDiffers, RULE, faults);
        let figures = winner.map(|b| field.sum_at(b, l, 0));
        spot.at_key("price").must_be_money(figures.map(|f| f.price), "unit-prices-5", faults);
        spot.at_key("expected-payment").must_be_money(figures.map(|f| f.payment), "unit-prices-6", faults);
        let evaluated = winner.and_then(|b| field.evaluated_price_at(b, l, 0));
        spot.at_key("evaluated-price").must_be_money(evaluated, "evaluation-models-6", faults);
        let margin = spot.at_key("margin");
        if !margin.is_null() && parse_money(margin.string()).is_none_or(|m| m < 0) {
            faults.report(margin.error(FaultCode::NotConsistent, "", "several-suppliers-5"));
        }
        let one = if own.iter().all(|s| s.suppliers == own[0].suppliers) { own.first() } else { None };
        check_suppliers(field, one, &spot, faults);
    }
}

fn check_suppliers(field: &Field<'_>, own: Option<&Shared>, lot: &Spot<'_>, faults: &mut Faults) {
    lot.at_key("left-over").must_be_count(own.map(|s| s.left_over), FaultCode::FigureDiffers, SHARE, faults);
    let list = lot.at_key("suppliers");
    let suppliers = own.map_or(&[][..], |s| s.suppliers.as_slice());
    if list.elements().count() != suppliers.len() {
        faults.report(list.list_error(FaultCode::EntryMissing, &suppliers.len().to_string(), RULE));
        return;
    }
    for (rank, (spot, (bid, volume, payment))) in list.elements().zip(suppliers).enumerate() {
        let name = field.facts.bids[*bid].bidder.as_str();
        spot.at_key("bidder").must_be_word(Some(name), FaultCode::WordDiffers, RULE, faults);
        spot.at_key("rank").must_be_count(Some(rank as u64 + 1), FaultCode::RankWrong, RULE, faults);
        spot.at_key("volume").must_be_count(Some(*volume), FaultCode::FigureDiffers, SHARE, faults);
        spot.at_key("expected-payment").must_be_money(Some(*payment), PAID, faults);
    }
}
