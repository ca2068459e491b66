use crate::{
    number::{Money, Overflow},
    outcome::Outcome,
};

/// What a supplier would be paid under an award.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Which bid.
    pub bid: usize,
    /// In how many lots it is a supplier.
    pub lots: usize,
    /// In all of them together.
    pub amount: Money,
}

/// What every supplier would be paid, in file order; `None` where tied awards do not agree on it.
///
/// # Errors
/// [`Overflow`] where a sum would not fit.
pub fn payments(outcome: &Outcome<'_>) -> Result<Option<Vec<Payment>>, Overflow> {
    let mut by_bid: Vec<Option<Payment>> = vec![None; outcome.tender.bids.len()];
    for (lot, award) in outcome.award.lots.iter().enumerate() {
        let mut paid: Vec<(usize, Money)> =
            award.suppliers.iter().map(|s| (s.bidder, s.expected_payment)).collect();
        if paid.is_empty() {
            match (award.winner, award.expected_payment) {
                (Some(winner), Some(payment)) => paid.push((winner, payment)),
                _ if outcome.award.unawarded.contains(&lot) => {}
                _ => return Ok(None),
            }
        }
        for (bid, amount) in paid {
            let own = by_bid[bid].get_or_insert(Payment { bid, lots: 0, amount: Money::ZERO });
            own.lots += 1;
            own.amount = own.amount.checked_add(amount)?;
        }
    }
    Ok(Some(by_bid.into_iter().flatten().collect()))
}
