//! What the budget of an offer collection buys (`docs/reference/format.md`, `[budget]`).

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::ToPrimitive;

use crate::{
    admission::Admission,
    award::{Award, Field},
    compare::Spot,
    exact::parse_money,
    facts::Facts,
    fault::{FaultCode, Faults},
    prices::PriceBook,
    quality::LotEvaluation,
    sharing::{portion, volumes_taken},
};

const RULE: &str = "budget";

/// Holds both purchases against the budget: what is bought is the expected mix scaled down, it costs what it says, and one
/// step more would cost more than the budget.
pub(crate) fn check_budget(
    facts: &Facts,
    book: &PriceBook,
    admissions: &[Admission],
    lots: &[LotEvaluation<'_>],
    evaluation: &Spot<'_>,
    faults: &mut Faults,
) {
    let spot = evaluation.at_key("budget");
    let Some(amount) = facts.budget else {
        if !spot.is_null() {
            faults.report(spot.list_error(FaultCode::EntryInvented, "", RULE));
        }
        return;
    };
    spot.at_key("amount").must_be_money(Some(amount), RULE, faults);
    let field = Field::new(facts, book, admissions, lots);
    let all: Vec<usize> = (0..facts.procedures.len()).collect();
    let at_fallback = |volumes: &[u64]| cost_elsewhere(&field, &all, volumes);
    check_purchase(&field, amount, &at_fallback, &spot.at_key("at-fallback"), faults);
    let offers = offers_awarded(&field, &evaluation.at_key("award"));
    let at_offers = |volumes: &[u64]| {
        let offers = offers.as_ref()?;
        (0..lots.len()).map(|l| cost_of_a_lot(&field, offers, l, volumes)).sum::<Option<i128>>()
    };
    check_purchase(&field, amount, &at_offers, &spot.at_key("at-offers"), faults);
}

/// By lot the suppliers in rank order, with the combination discount of each; `None` unless there is one award.
type Offers = Vec<Vec<(usize, i128)>>;

fn offers_awarded(field: &Field<'_>, award: &Spot<'_>) -> Option<Offers> {
    if award.string_at("status") != "awarded" {
        return None;
    }
    let several = field.facts.award.suppliers_per_lot > 1;
    let lots = award.at_key("lots");
    if several {
        let bids = |lot: &Spot<'_>| -> Option<Vec<(usize, i128)>> {
            lot.at_key("suppliers")
                .elements()
                .map(|s| Some((field.facts.bid_index(s.string_at("bidder"))?, 0)))
                .collect()
        };
        return lots.elements().map(|lot| bids(&lot)).collect();
    }
    let winners: Award = lots.elements().map(|lot| field.facts.bid_index(lot.string_at("winner"))).collect();
    let with_discount = |b: usize| (b, field.discount_at(b, &Field::lots_won_by(&winners, b)));
    Some(winners.iter().map(|w| w.map(with_discount).into_iter().collect()).collect())
}

/// What some procedures cost at the fallback, each line half up to whole øre.
fn cost_elsewhere(field: &Field<'_>, procedures: &[usize], volumes: &[u64]) -> Option<i128> {
    let bought = procedures.iter().filter(|p| volumes[**p] > 0);
    bought
        .map(|&p| Some(portion(field.book.fallback[p]?, volumes[p], field.facts.procedures[p].volume, 0)))
        .sum()
}

/// A lot from its suppliers in rank order, with their capacities where there are several; the rest at the fallback.
fn cost_of_a_lot(field: &Field<'_>, offers: &Offers, lot: usize, bought: &[u64]) -> Option<i128> {
    let procedures = &field.facts.structure.lots[lot].procedures;
    let all: u64 = procedures.iter().map(|&p| bought[p]).sum();
    if all == 0 {
        return Some(0);
    }
    let own = offers.get(lot)?;
    let ranking: Vec<usize> = own.iter().map(|(b, _)| *b).collect();
    let taken = if field.facts.award.suppliers_per_lot > 1 {
        volumes_taken(field, lot, &ranking, all)
    } else {
        vec![all; ranking.len()]
    };
    let mut cost = 0;
    for ((bid, discount), v) in own.iter().zip(&taken) {
        cost += portion(cost_from_one(field, lot, *bid, *discount, bought)?, *v, all, 0);
    }
    let rest = all - taken.iter().sum::<u64>();
    if rest == 0 {
        return Some(cost);
    }
    Some(cost + portion(cost_elsewhere(field, procedures, bought)?, rest, all, 0))
}

/// What the whole mix of a lot would cost from one supplier, its missing codes at the fallback.
fn cost_from_one(field: &Field<'_>, lot: usize, bid: usize, discount: i128, bought: &[u64]) -> Option<i128> {
    let line = |p: usize| {
        let counted = field.book.count_line(field.admissions[bid].asks[p], p, discount, bought[p]);
        counted.map_or_else(|| cost_elsewhere(field, &[p], bought), |counted| Some(counted.paid))
    };
    field.facts.structure.lots[lot].procedures.iter().map(|&p| line(p)).sum()
}

/// What some volumes cost, if it is known.
type CostOf<'a> = &'a dyn Fn(&[u64]) -> Option<i128>;

fn check_purchase(field: &Field<'_>, amount: i128, cost: CostOf<'_>, spot: &Spot<'_>, faults: &mut Faults) {
    let expected: Vec<u64> = field.facts.procedures.iter().map(|p| p.volume).collect();
    if cost(&expected).is_none() {
        if !spot.is_null() {
            faults.report(spot.list_error(FaultCode::EntryInvented, "", RULE));
        }
        return;
    }
    let list = spot.at_key("procedures");
    let mut bought: Vec<Option<u64>> = vec![None; expected.len()];
    for item in list.elements() {
        match field.facts.procedure_index(item.string_at("procedure")) {
            Some(p) if bought[p].is_none() => bought[p] = item.at_key("volume").value.as_u64(),
            _ => faults.report(item.list_error(FaultCode::EntryInvented, "", RULE)),
        }
    }
    let Some(bought) = bought.into_iter().collect::<Option<Vec<u64>>>() else {
        faults.report(list.list_error(FaultCode::EntryMissing, "", RULE));
        return;
    };
    let all = bought.iter().try_fold(0_u64, |sum, v| sum.checked_add(*v));
    spot.at_key("operations").must_be_count(all, FaultCode::FigureDiffers, RULE, faults);
    faults.compared += 1;
    let Some(steps) = steps_that_buy(&expected, &bought) else {
        faults.report(list.list_error(FaultCode::FigureDiffers, "", RULE));
        return;
    };
    let Some(own) = cost(&bought) else { return };
    spot.at_key("cost").must_be_money(Some(own), RULE, faults);
    spot.at_key("left").must_be_money(Some(amount - own), RULE, faults);
    let is_all = steps >= expected.iter().sum();
    let next = cost(&mix_at(&expected, steps + 1));
    if own > amount || (!is_all && next.is_some_and(|c| c <= amount)) {
        let left = parse_money(spot.string_at("left")).unwrap_or_default();
        faults.report(spot.at_key("left").error(
            FaultCode::FigureDiffers,
            if left < 0 { "0.00" } else { "" },
            RULE,
        ));
    }
}

/// `volume x n / N`, rounded down.
fn mix_at(expected: &[u64], steps: u64) -> Vec<u64> {
    let all: u64 = expected.iter().sum::<u64>().max(1);
    let one =
        |v: &u64| u64::try_from(u128::from(*v) * u128::from(steps.min(all)) / u128::from(all)).unwrap_or(*v);
    expected.iter().map(one).collect()
}

/// The most steps that buy exactly these volumes; `None` where no number of steps does.
fn steps_that_buy(expected: &[u64], bought: &[u64]) -> Option<u64> {
    let all: u64 = expected.iter().sum();
    // volume x n / N < bought + 1, so n < (bought + 1) x N / volume
    let below = expected.iter().zip(bought).filter(|(v, _)| **v > 0).map(|(v, b)| {
        let limit: BigInt = (BigInt::from(*b) + 1) * BigInt::from(all);
        (limit - BigInt::from(1)).div_floor(&BigInt::from(*v)).to_u64().unwrap_or(u64::MAX)
    });
    let steps = below.min().unwrap_or(all).min(all);
    (mix_at(expected, steps) == bought).then_some(steps)
}
