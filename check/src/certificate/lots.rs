//! Lots that no rule ties together.

use super::CertificateError;
use super::rules::{Rules, added};

/// The number of best awards, if the claimed key is the best.
pub(super) fn check(rules: &Rules<'_>, claimed: Option<i128>) -> Result<u128, CertificateError> {
    let mut number = 1u128;
    let mut best = 0;
    for (l, lot) in rules.problem.lots.iter().enumerate() {
        let costs = rules.problem.bidders.iter().filter_map(|b| b.costs[l].as_ref()?.first().copied());
        let costs: Vec<i128> = costs.chain([added(lot.fallback, rules.surcharge)?]).collect();
        let lowest = costs.iter().copied().min().unwrap_or(0);
        number = number.saturating_mul(costs.iter().filter(|c| **c == lowest).count() as u128);
        best = added(best, lowest)?;
    }
    match claimed {
        Some(key) if key <= best => Ok(number),
        _ => Err(CertificateError::BetterAward),
    }
}
