//! What the budget of an offer collection buys (`docs/reference/format.md`, `[budget]`).

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::ToPrimitive;

use super::{
    super::{
        admission::Admitted,
        exact::parse_money,
        facts::Facts,
        fault::{FaultCode, Faults},
        json::Spot,
        lines::{CapRule, scored_and_paid},
        quality::LotResult,
        tariffs::Prices,
    },
    Award,
    bidders::Ground,
    ranking::{part, volumes},
};

const RULE: &str = "budget";

/// Holds both purchases against the budget: what is bought is the expected mix scaled down, it costs what it says, and one
/// step more would cost more than the budget.
pub(in super::super) fn check_budget(
    facts: &Facts,
    prices: &Prices,
    admitted: &[Admitted],
    lots: &[LotResult<'_>],
    evaluation: &Spot<'_>,
    faults: &mut Faults,
) {
    let spot = evaluation.get("budget");
    let Some(amount) = facts.budget else {
        if !spot.is_null() {
            faults.add(spot.fault_of(FaultCode::EntryInvented, "", RULE));
        }
        return;
    };
    spot.get("amount").money(Some(amount), RULE, faults);
    let ground = Ground::new(facts, prices, admitted, lots);
    let all: Vec<usize> = (0..facts.procedures.len()).collect();
    let at_fallback = |volumes: &[u64]| fallback(&ground, &all, volumes);
    check_purchase(&ground, amount, &at_fallback, &spot.get("at-fallback"), faults);
    let offers = suppliers(&ground, &evaluation.get("award"));
    let at_offers = |volumes: &[u64]| {
        let offers = offers.as_ref()?;
        (0..lots.len()).map(|l| lot_cost(&ground, offers, l, volumes)).sum::<Option<i128>>()
    };
    check_purchase(&ground, amount, &at_offers, &spot.get("at-offers"), faults);
}

/// By lot the suppliers in rank order, with the combination discount of each; `None` unless there is one award.
type Offers = Vec<Vec<(usize, i128)>>;

fn suppliers(ground: &Ground<'_>, award: &Spot<'_>) -> Option<Offers> {
    if award.text_of("status") != "awarded" {
        return None;
    }
    let several = ground.facts.award.suppliers_per_lot > 1;
    let lots = award.get("lots");
    if several {
        let bids = |lot: &Spot<'_>| -> Option<Vec<(usize, i128)>> {
            lot.get("suppliers").items().map(|s| Some((ground.facts.bid(s.text_of("bidder"))?, 0))).collect()
        };
        return lots.items().map(|lot| bids(&lot)).collect();
    }
    let winners: Award = lots.items().map(|lot| ground.facts.bid(lot.text_of("winner"))).collect();
    let with_discount = |b: usize| (b, ground.discount(b, &Ground::won(&winners, b)));
    Some(winners.iter().map(|w| w.map(with_discount).into_iter().collect()).collect())
}

/// What some procedures cost at the fallback, each line half up to whole øre.
fn fallback(ground: &Ground<'_>, procedures: &[usize], volumes: &[u64]) -> Option<i128> {
    let bought = procedures.iter().filter(|p| volumes[**p] > 0);
    bought
        .map(|&p| Some(part(ground.prices.fallback[p]?, volumes[p], ground.facts.procedures[p].volume, 0)))
        .sum()
}

/// A lot from its suppliers in rank order, with their capacities where there are several; the rest at the fallback.
fn lot_cost(ground: &Ground<'_>, offers: &Offers, lot: usize, bought: &[u64]) -> Option<i128> {
    let procedures = &ground.facts.structure.lots[lot].procedures;
    let all: u64 = procedures.iter().map(|&p| bought[p]).sum();
    if all == 0 {
        return Some(0);
    }
    let own = offers.get(lot)?;
    let ranking: Vec<usize> = own.iter().map(|(b, _)| *b).collect();
    let taken = if ground.facts.award.suppliers_per_lot > 1 {
        volumes(ground, lot, &ranking, all)
    } else {
        vec![all; ranking.len()]
    };
    let mut cost = 0;
    for ((bid, discount), v) in own.iter().zip(&taken) {
        cost += part(supplier_cost(ground, lot, *bid, *discount, bought)?, *v, all, 0);
    }
    let rest = all - taken.iter().sum::<u64>();
    if rest == 0 {
        return Some(cost);
    }
    Some(cost + part(fallback(ground, procedures, bought)?, rest, all, 0))
}

/// What the whole mix of a lot would cost from one supplier, its missing codes at the fallback.
fn supplier_cost(
    ground: &Ground<'_>,
    lot: usize,
    bid: usize,
    discount: i128,
    bought: &[u64],
) -> Option<i128> {
    let rule = CapRule::of(ground.facts, ground.prices);
    let line = |p: usize| {
        let own = ground.admitted[bid].lines[p];
        let priced = scored_and_paid(ground.prices, rule, own, p, discount, bought[p]);
        priced.map_or_else(|| fallback(ground, &[p], bought), |(_, payment)| Some(payment))
    };
    ground.facts.structure.lots[lot].procedures.iter().map(|&p| line(p)).sum()
}

/// What some volumes cost, if it is known.
type CostOf<'a> = &'a dyn Fn(&[u64]) -> Option<i128>;

fn check_purchase(ground: &Ground<'_>, amount: i128, cost: CostOf<'_>, spot: &Spot<'_>, faults: &mut Faults) {
    let expected: Vec<u64> = ground.facts.procedures.iter().map(|p| p.volume).collect();
    if cost(&expected).is_none() {
        if !spot.is_null() {
            faults.add(spot.fault_of(FaultCode::EntryInvented, "", RULE));
        }
        return;
    }
    let list = spot.get("procedures");
    let mut bought: Vec<Option<u64>> = vec![None; expected.len()];
    for item in list.items() {
        match ground.facts.procedure(item.text_of("procedure")) {
            Some(p) if bought[p].is_none() => bought[p] = item.get("volume").value.as_u64(),
            _ => faults.add(item.fault_of(FaultCode::EntryInvented, "", RULE)),
        }
    }
    let Some(bought) = bought.into_iter().collect::<Option<Vec<u64>>>() else {
        faults.add(list.fault_of(FaultCode::EntryMissing, "", RULE));
        return;
    };
    let all = bought.iter().try_fold(0_u64, |sum, v| sum.checked_add(*v));
    spot.get("operations").count(all, FaultCode::FigureDiffers, RULE, faults);
    faults.compared += 1;
    let Some(steps) = most_steps(&expected, &bought) else {
        faults.add(list.fault_of(FaultCode::FigureDiffers, "", RULE));
        return;
    };
    let Some(own) = cost(&bought) else { return };
    spot.get("cost").money(Some(own), RULE, faults);
    spot.get("left").money(Some(amount - own), RULE, faults);
    let is_all = steps >= expected.iter().sum();
    let next = cost(&scaled(&expected, steps + 1));
    if own > amount || (!is_all && next.is_some_and(|c| c <= amount)) {
        let left = parse_money(spot.text_of("left")).unwrap_or_default();
        faults.add(spot.get("left").fault(
            FaultCode::FigureDiffers,
            if left < 0 { "0.00" } else { "" },
            RULE,
        ));
    }
}

/// `volume x n / N`, rounded down.
fn scaled(expected: &[u64], steps: u64) -> Vec<u64> {
    let all: u64 = expected.iter().sum::<u64>().max(1);
    let one =
        |v: &u64| u64::try_from(u128::from(*v) * u128::from(steps.min(all)) / u128::from(all)).unwrap_or(*v);
    expected.iter().map(one).collect()
}

/// The most steps that buy exactly these volumes; `None` where no number of steps does.
fn most_steps(expected: &[u64], bought: &[u64]) -> Option<u64> {
    let all: u64 = expected.iter().sum();
    // volume x n / N < bought + 1, so n < (bought + 1) x N / volume
    let below = expected.iter().zip(bought).filter(|(v, _)| **v > 0).map(|(v, b)| {
        let limit: BigInt = (BigInt::from(*b) + 1) * BigInt::from(all);
        (limit - BigInt::from(1)).div_floor(&BigInt::from(*v)).to_u64().unwrap_or(u64::MAX)
    });
    let steps = below.min().unwrap_or(all).min(all);
    (scaled(expected, steps) == bought).then_some(steps)
}
