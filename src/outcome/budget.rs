//! What the budget of an offer collection buys (`docs/reference/format.md`, `[budget]`).
//!
//! The expected mix is scaled down in steps: with `n` of `N` steps, where `N` is the sum of all expected volumes, each
//! procedure is bought `volume × n / N` times, rounded down. The most steps that the budget pays are
//! bought. What is left is reported, and buys nothing.

use super::{
    AwardStatus, Outcome, Supply, awarded_discount, lot_capacity, shared, supplies, volumes_by_rank,
};
use crate::{
    number::{Money, Overflow, Volume},
    tender::Tender,
};

/// What a budget buys, at the offers and at the fallback.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetBuys {
    /// The budget.
    pub amount: Money,
    /// From those who are awarded; `None` unless there is one award and every cost is known.
    pub at_offers: Option<Purchase>,
    /// At the fallback; `None` unless every procedure has a fallback cost.
    pub at_fallback: Option<Purchase>,
}

/// What is bought, and what it costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purchase {
    /// By procedure.
    pub volumes: Vec<Volume>,
    /// What they cost.
    pub cost: Money,
    /// What is left of the budget.
    pub left: Money,
}

impl Purchase {
    /// All operations together.
    pub fn operations(&self) -> Volume {
        Volume::sum(self.volumes.iter().copied())
    }
}

/// What the budget buys; `None` for a tender without one.
///
/// # Errors
/// [`Overflow`] where a figure would not fit.
pub(super) fn budget_buys(outcome: &Outcome<'_>) -> Result<Option<BudgetBuys>, Overflow> {
    let Some(budget) = outcome.tender.budget else { return Ok(None) };
    let offers = match outcome.award.status {
        AwardStatus::Awarded => Some(Offers::new(outcome)),
        _ => None,
    };
    let at_offers = match &offers {
        Some(offers) => purchase(outcome, budget.amount, &|v| offers.cost(v))?,
        None => None,
    };
    let at_fallback = purchase(outcome, budget.amount, &|v| at_fallback(outcome, 0..v.len(), v))?;
    Ok(Some(BudgetBuys { amount: budget.amount, at_offers, at_fallback }))
}

/// What some volumes cost, if it is known.
type CostOf<'a> = &'a dyn Fn(&[Volume]) -> Result<Option<Money>, Overflow>;

/// The most steps that the budget pays for; `None` where a cost is unknown.
fn purchase(outcome: &Outcome<'_>, budget: Money, cost: CostOf<'_>) -> Result<Option<Purchase>, Overflow> {
    let expected = &outcome.priced.prices.volumes;
    let all = Volume::sum(expected.iter().copied()).count();
    let scaled = |steps: u64| -> Vec<Volume> {
        let part = |v: Volume| u128::from(v.count()) * u128::from(steps) / u128::from(all.max(1));
        expected.iter().map(|v| Volume::from_total(u64::try_from(part(*v)).unwrap_or(u64::MAX))).collect()
    };
    let bought = |steps: u64| -> Result<Option<Purchase>, Overflow> {
        let volumes = scaled(steps);
        let Some(cost) = cost(&volumes)? else { return Ok(None) };
        Ok(Some(Purchase { volumes, cost, left: budget.checked_sub(cost)? }))
    };
    let Some(whole) = bought(all)? else { return Ok(None) };
    if whole.cost <= budget {
        return Ok(Some(whole));
    }
    // nothing costs nothing; every step between is tried by halves
    let (mut paid, mut beyond) = (0, all);
    while beyond - paid > 1 {
        let middle = paid + (beyond - paid) / 2;
        match bought(middle)? {
            Some(purchase) if purchase.cost <= budget => paid = middle,
            _ => beyond = middle,
        }
    }
    bought(paid)
}

/// What some procedures cost at the fallback, each line half up to whole øre.
fn at_fallback(
    outcome: &Outcome<'_>,
    procedures: impl IntoIterator<Item = usize>,
    volumes: &[Volume],
) -> Result<Option<Money>, Overflow> {
    let prices = &outcome.priced.prices;
    let mut sum = Money::ZERO;
    for p in procedures {
        if volumes[p] == Volume::ZERO {
            continue;
        }
        let Some(whole) = prices.fallback[p] else { return Ok(None) };
        sum = sum.checked_add(shared(whole, volumes[p], prices.volumes[p], 0)?)?;
    }
    Ok(Some(sum))
}

/// Who is awarded what, ready to be asked for any volumes.
struct Offers<'a> {
    outcome: &'a Outcome<'a>,
    /// By lot.
    suppliers: Vec<Vec<Supply>>,
}

impl<'a> Offers<'a> {
    fn new(outcome: &'a Outcome<'a>) -> Self {
        let lots = 0..outcome.tender.structures[outcome.structure].lots.len();
        Offers { outcome, suppliers: lots.map(|l| supplies(outcome, l)).collect() }
    }

    fn tender(&self) -> &Tender {
        self.outcome.tender
    }

    /// What these volumes cost: each lot from its suppliers, in rank order with their capacities; what nobody serves at the
    /// fallback.
    fn cost(&self, volumes: &[Volume]) -> Result<Option<Money>, Overflow> {
        let mut sum = Money::ZERO;
        for lot in 0..self.suppliers.len() {
            let Some(cost) = self.lot_cost(lot, volumes)? else { return Ok(None) };
            sum = sum.checked_add(cost)?;
        }
        Ok(Some(sum))
    }

    fn lot_cost(&self, lot: usize, volumes: &[Volume]) -> Result<Option<Money>, Overflow> {
        let procedures = &self.tender().structures[self.outcome.structure].lots[lot].procedures;
        let all = Volume::sum(procedures.iter().map(|&p| volumes[p]));
        if all == Volume::ZERO {
            return Ok(Some(Money::ZERO));
        }
        let several = self.tender().award.suppliers_per_lot > 1;
        let suppliers = &self.suppliers[lot];
        let capacity = |s: &Supply| lot_capacity(self.tender(), self.outcome.structure, s.bid, lot);
        let capacities: Vec<Option<Volume>> =
            suppliers.iter().map(|s| if several { capacity(s) } else { None }).collect();
        let taken = volumes_by_rank(all, &capacities, &self.tender().award.sharing);
        let mut cost = Money::ZERO;
        for (supply, &own) in suppliers.iter().zip(&taken) {
            let Some(whole) = self.supplier_cost(lot, supply.bid, volumes)? else { return Ok(None) };
            cost = cost.checked_add(shared(whole, own, all, 0)?)?;
        }
        let rest = all.count() - Volume::sum(taken).count();
        if rest == 0 {
            return Ok(Some(cost));
        }
        let Some(whole) = at_fallback(self.outcome, procedures.iter().copied(), volumes)? else {
            return Ok(None);
        };
        Ok(Some(cost.checked_add(shared(whole, Volume::from_total(rest), all, 0)?)?))
    }

    /// What the whole mix of a lot would cost from one supplier, its missing codes at the fallback.
    fn supplier_cost(&self, lot: usize, bid: usize, volumes: &[Volume]) -> Result<Option<Money>, Overflow> {
        let mut cost = Money::ZERO;
        let (rule, discount) = (self.outcome.priced.line_rule(), awarded_discount(self.outcome, lot, bid));
        for &p in &self.tender().structures[self.outcome.structure].lots[lot].procedures {
            let line = match rule.payment_half_up(bid, p, discount, volumes[p]) {
                Some(payment) => Some(payment),
                None => at_fallback(self.outcome, [p], volumes)?,
            };
            let Some(line) = line else { return Ok(None) };
            cost = cost.checked_add(line)?;
        }
        Ok(Some(cost))
    }
}
