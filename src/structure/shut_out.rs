use crate::{
    admission::{AdmittedBids, FindingCode, LotBid, admit_bids},
    award::Demands,
    number::Money,
    outcome::{Outcome, OutcomeError, Total, decide_admitted},
    pricing::price_bids,
    tender::{Missing, Severity, Tender},
};

/// A bid that missing codes alone keep out of a lot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShutOut {
    /// Which bid.
    pub bid: usize,
    /// Of which lot.
    pub lot: usize,
    /// The procedures that it lacks there, ascending.
    pub missing: Vec<usize>,
    /// What the best award would have cost had it been let in on this lot with those codes at the fallback; `None` where
    /// one of them has no fallback cost, or the total is unknown. With scores: the expected cost.
    pub total_if_let_in: Option<Money>,
}

/// Every bid that missing codes alone keep out of a lot, by bid, then lot.
///
/// # Errors
/// [`OutcomeError`]
pub fn shut_out(outcome: &Outcome<'_>) -> Result<Vec<ShutOut>, OutcomeError> {
    let mut found = missing_alone(outcome);
    if found.is_empty() {
        return Ok(found);
    }
    let lenient = lenient(outcome.tender);
    let lenient_priced = price_bids(&lenient, outcome.structure, &outcome.priced.overlay)?;
    let let_in = admit_bids(&lenient_priced)?;
    for one in &mut found {
        if let LotBid::Admissible(_) = &let_in.bids[one.bid].lots[one.lot] {
            one.total_if_let_in = total_with(outcome, &let_in, one)?;
        }
    }
    Ok(found)
}

/// The tender with every missing code priced at the fallback, also under a cap that rejects lines.
fn lenient(tender: &Tender) -> Tender {
    let mut lenient = tender.clone();
    lenient.award.missing = Missing::PriceAtFallback { at_most: None, never: Vec::new() };
    lenient
}

/// The bids that fall on a lot, and on it lack codes, and have no other fault there.
fn missing_alone(outcome: &Outcome<'_>) -> Vec<ShutOut> {
    let mut found = Vec::new();
    for (bid, admitted) in outcome.admitted.bids.iter().enumerate() {
        let errors = || admitted.findings.iter().filter(|f| f.severity == Severity::Error);
        if errors().any(|f| f.lot.is_none()) {
            continue;
        }
        for (lot, own) in admitted.lots.iter().enumerate() {
            let here = || errors().filter(|f| f.lot == Some(lot));
            let alone = here().all(|f| f.code == FindingCode::MissingProcedure);
            let mut missing: Vec<usize> = here().filter_map(|f| f.procedure).collect();
            if *own == LotBid::Inadmissible && alone && !missing.is_empty() {
                missing.sort_unstable();
                found.push(ShutOut { bid, lot, missing, total_if_let_in: None });
            }
        }
    }
    found
}

fn total_with(
    outcome: &Outcome<'_>,
    let_in: &AdmittedBids,
    one: &ShutOut,
) -> Result<Option<Money>, OutcomeError> {
    let priced = price_bids(outcome.tender, outcome.structure, &outcome.priced.overlay)?;
    let mut admitted = outcome.admitted.clone();
    admitted.bids[one.bid].lots[one.lot] = let_in.bids[one.bid].lots[one.lot].clone();
    let with = decide_admitted(priced, admitted, Demands::default())?;
    Ok(match with.award.total {
        Some(Total::Price(total)) => Some(total),
        Some(Total::Score(_)) => with.award.expected_cost,
        None => None,
    })
}
