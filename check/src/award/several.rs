//! Several suppliers for a lot: each lot by itself, in rank order (`docs/reference/rules.md`, "Several suppliers for a lot").

use std::collections::BTreeSet;

use super::{
    super::{
        admission::Admitted,
        exact::{Exact, kroner, ore_half_up, parse_money, whole},
        facts::Facts,
        fault::{FaultCode, Faults},
        json::Spot,
        quality::{Decides, LotResult},
        tariffs::Prices,
    },
    AwardExtent,
    bidders::Ground,
    check::check_count,
    ranking::{LISTED, Ranked, part, rank, share, volumes},
};

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
pub(in super::super) fn check_several(
    facts: &Facts,
    prices: &Prices,
    admitted: &[Admitted],
    lots: &[LotResult<'_>],
    evaluation: &Spot<'_>,
    faults: &mut Faults,
) -> AwardExtent {
    let ground = Ground::new(facts, prices, admitted, lots);
    let spot = evaluation.get("award");
    let ranked: Vec<Ranked> = (0..lots.len()).map(|l| rank(&ground, l)).collect();
    let none = ranked.iter().all(|r| r.left.len() == 1 && r.left[0].is_empty());
    let tie = ranked.iter().any(|r| r.left.len() > 1);
    let status = if none {
        "no-award"
    } else if tie {
        "tie"
    } else {
        "awarded"
    };
    spot.get("status").word(Some(status), FaultCode::WordDiffers, RULE, faults);
    let nobody = |l: &usize| ranked[*l].left.iter().all(Vec::is_empty);
    let ids: Vec<&str> =
        (0..lots.len()).filter(nobody).map(|l| facts.structure.lots[l].id.as_str()).collect();
    spot.get("unawarded").names(&ids, FaultCode::WordDiffers, RULE, faults);
    if none {
        for name in ["total", "expected-cost", "best-awards"] {
            if !spot.get(name).is_null() {
                faults.add(spot.get(name).fault(FaultCode::NotConsistent, "", RULE));
            }
        }
        return AwardExtent::Ranked;
    }
    let count = ranked.iter().try_fold(1_u128, |n, r| n.checked_mul(r.count?));
    check_count(&spot.get("best-awards"), count.filter(|n| *n < u128::from(u64::MAX)), faults);
    check_winners(&ground, &ranked, &spot, faults);
    if ranked.iter().any(|r| r.left.len() > LISTED) {
        return AwardExtent::Ranked;
    }
    let shared: Vec<Vec<Shared>> = ranked
        .iter()
        .enumerate()
        .map(|(l, r)| r.left.iter().map(|ranking| shares(&ground, l, ranking)).collect())
        .collect();
    check_totals(&ground, &shared, &spot, faults);
    check_lots(&ground, &shared, &spot.get("lots"), faults);
    AwardExtent::Ranked
}

/// The winners that tie: the first supplier of each lot, in every ranking that is left.
fn check_winners(ground: &Ground<'_>, ranked: &[Ranked], spot: &Spot<'_>, faults: &mut Faults) {
    let tied = spot.get("tied");
    let is_tie = ranked.iter().any(|r| r.left.len() > 1);
    if !is_tie {
        if tied.value.as_array().is_none_or(|list| !list.is_empty()) {
            faults.add(tied.fault_of(FaultCode::TiesWrong, "", RULE));
        }
        return;
    }
    let firsts: Vec<BTreeSet<Option<usize>>> =
        ranked.iter().map(|r| r.left.iter().map(|ranking| ranking.first().copied()).collect()).collect();
    let all = firsts.iter().try_fold(1_usize, |n, f| n.checked_mul(f.len()));
    let mut seen = BTreeSet::new();
    for award in tied.items() {
        let winners: Vec<Option<usize>> =
            award
                .items()
                .map(|item| {
                    if item.get("winner").is_null() { None } else { ground.facts.bid(item.text_of("winner")) }
                })
                .collect();
        let named =
            award.items().zip(&ground.facts.structure.lots).all(|(i, lot)| i.text_of("lot") == lot.id);
        let may = winners.len() == firsts.len() && winners.iter().zip(&firsts).all(|(w, f)| f.contains(w));
        if !named || !may {
            faults.add(award.fault_of(FaultCode::TiesWrong, "", RULE));
        }
        seen.insert(winners);
    }
    faults.compared += 1;
    if all.is_some_and(|n| n <= LISTED && seen.len() != n && tied.items().count() < LISTED) || seen.is_empty()
    {
        faults.add(tied.fault_of(FaultCode::TiesWrong, "", RULE));
    }
}

/// Who takes how much of a lot, and what that costs.
fn shares(ground: &Ground<'_>, lot: usize, ranking: &[usize]) -> Shared {
    let all = ground.facts.volume(lot);
    let taken = volumes(ground, lot, ranking, all);
    let weight = ground.facts.structure.lots[lot].weight.clone().unwrap_or_else(|| whole(1));
    let scores = ground.facts.evaluation.scores();
    let (mut total, mut cost, mut suppliers) = (whole(0), 0, Vec::new());
    for (rank, (&bid, &v)) in ranking.iter().zip(&taken).enumerate() {
        let figures = ground.figures(bid, lot, 0);
        let payment = part(figures.payment, v, all, rank);
        cost += payment + part(figures.elsewhere, v, all, rank);
        total += match ground.lots[lot].decides.get(&bid) {
            Some(Decides::Price { ore, .. }) => kroner(part(*ore, v, all, rank)),
            Some(Decides::Score { rounded, .. }) => share(v, all, rank) * rounded * &weight,
            None => whole(0),
        };
        suppliers.push((bid, v, payment));
    }
    let left_over = all - taken.iter().sum::<u64>().min(all);
    let rest = match ground.fallback[lot] {
        _ if left_over == 0 && !ranking.is_empty() => Some(0),
        known if ranking.is_empty() => known,
        known => known.map(|cost| part(cost, left_over, all, 0)),
    };
    Shared {
        suppliers,
        left_over,
        total: if scores { Some(total) } else { rest.map(|r| total + kroner(r)) },
        cost: rest.map(|r| cost + r),
    }
}

/// What all rankings of each lot agree on, in all; nothing where they do not, or it is not known.
fn check_totals(ground: &Ground<'_>, shared: &[Vec<Shared>], spot: &Spot<'_>, faults: &mut Faults) {
    let total = shared.iter().map(|own| agreed(own, |s| s.total.clone())).sum::<Option<Exact>>();
    let cost = shared.iter().map(|own| agreed(own, |s| s.cost)).sum::<Option<i128>>();
    if ground.facts.evaluation.scores() {
        spot.get("total").number(total.as_ref(), PAID, faults);
    } else {
        spot.get("total").money(total.and_then(|t| ore_half_up(&t)), PAID, faults);
    }
    spot.get("expected-cost").money(cost, PAID, faults);
}

fn agreed<T: PartialEq>(all: &[Shared], of: impl Fn(&Shared) -> Option<T>) -> Option<T> {
    let first = of(all.first()?)?;
    all.iter().all(|s| of(s).as_ref() == Some(&first)).then_some(first)
}

fn check_lots(ground: &Ground<'_>, shared: &[Vec<Shared>], lots: &Spot<'_>, faults: &mut Faults) {
    if lots.items().count() != shared.len() {
        faults.add(lots.fault_of(FaultCode::EntryMissing, "", RULE));
        return;
    }
    for ((l, spot), own) in lots.items().enumerate().zip(shared) {
        let id = ground.facts.structure.lots[l].id.as_str();
        spot.get("lot").word(Some(id), FaultCode::WordDiffers, RULE, faults);
        let winner = agreed(own, |s| s.suppliers.first().map(|s| s.0));
        let name = winner.map(|b| ground.facts.bids[b].bidder.as_str());
        spot.get("winner").word(name, FaultCode::WordDiffers, RULE, faults);
        let figures = winner.map(|b| ground.figures(b, l, 0));
        spot.get("price").money(figures.map(|f| f.price), "unit-prices-5", faults);
        spot.get("expected-payment").money(figures.map(|f| f.payment), "unit-prices-6", faults);
        let evaluated = winner.and_then(|b| ground.evaluated(b, l, 0));
        spot.get("evaluated-price").money(evaluated, "evaluation-models-6", faults);
        let margin = spot.get("margin");
        if !margin.is_null() && parse_money(margin.text()).is_none_or(|m| m < 0) {
            faults.add(margin.fault(FaultCode::NotConsistent, "", "several-suppliers-5"));
        }
        let one = if own.iter().all(|s| s.suppliers == own[0].suppliers) { own.first() } else { None };
        check_suppliers(ground, one, &spot, faults);
    }
}

fn check_suppliers(ground: &Ground<'_>, own: Option<&Shared>, lot: &Spot<'_>, faults: &mut Faults) {
    lot.get("left-over").count(own.map(|s| s.left_over), FaultCode::FigureDiffers, SHARE, faults);
    let list = lot.get("suppliers");
    let suppliers = own.map_or(&[][..], |s| s.suppliers.as_slice());
    if list.items().count() != suppliers.len() {
        faults.add(list.fault_of(FaultCode::EntryMissing, &suppliers.len().to_string(), RULE));
        return;
    }
    for (rank, (spot, (bid, volume, payment))) in list.items().zip(suppliers).enumerate() {
        let name = ground.facts.bids[*bid].bidder.as_str();
        spot.get("bidder").word(Some(name), FaultCode::WordDiffers, RULE, faults);
        spot.get("rank").count(Some(rank as u64 + 1), FaultCode::RankWrong, RULE, faults);
        spot.get("volume").count(Some(*volume), FaultCode::FigureDiffers, SHARE, faults);
        spot.get("expected-payment").money(Some(*payment), PAID, faults);
    }
}
