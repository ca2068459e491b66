use crate::{
    evaluation::EvaluatedResult,
    number::{Money, Overflow, Ratio},
    outcome::{Outcome, Total},
};

/// How many compete for a lot, and how close the second is to the first, before rules across lots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Competition {
    /// Admissible bids.
    pub admissible: usize,
    /// From the first to the second, in evaluated price or score; `None` with fewer than two.
    pub distance: Option<Total>,
}

/// The competition on every lot, in the structure's order.
///
/// # Errors
/// [`Overflow`] where a difference would not fit.
pub fn competition(outcome: &Outcome<'_>) -> Result<Vec<Competition>, Overflow> {
    let of_lot = |lot: &crate::evaluation::EvaluatedLot| {
        let mut prices: Vec<Money> = Vec::new();
        let mut scores: Vec<&Ratio> = Vec::new();
        for bid in lot.bids.iter().flatten() {
            match &bid.result {
                EvaluatedResult::Price(tiers) => prices.extend(tiers.first()),
                EvaluatedResult::Score { rounded, .. } => scores.push(rounded),
            }
        }
        prices.sort_unstable();
        scores.sort_unstable_by(|a, b| b.cmp(a));
        let distance = match (prices.as_slice(), scores.as_slice()) {
            ([first, second, ..], _) => Some(Total::Price(second.checked_sub(*first)?)),
            (_, [first, second, ..]) => Some(Total::Score(*first - *second)),
            _ => None,
        };
        Ok(Competition { admissible: prices.len() + scores.len(), distance })
    };
    outcome.evaluated.lots.iter().map(of_lot).collect()
}
