use crate::{
    admission::{AdmittedBids, Finding, FindingCode},
    evaluation::EvaluatedBids,
    number::{Money, Percent, Ratio},
    tender::{Decision, DecisionAction, DecisionGround, Severity, Tender},
};

/// A lot price that is so many per cent or more below the median of the others is flagged (`low-price-flag`). The law wants
/// a question to the bidder, not a rejection.
pub(super) fn low_price_findings(
    tender: &Tender,
    admitted: &AdmittedBids,
    evaluated: &EvaluatedBids,
) -> Vec<(usize, Finding)> {
    let Some(flag) = tender.award.low_price_flag else { return Vec::new() };
    let mut findings = Vec::new();
    for (l, lot) in evaluated.lots.iter().enumerate() {
        let mut prices: Vec<(Money, usize)> = (0..tender.bids.len())
            .filter(|&b| lot.bids[b].is_some())
            .filter_map(|b| Some((admitted.bids[b].lots[l].figures()?.first()?.price, b)))
            .collect();
        prices.sort_unstable();
        for (at, &(price, bid)) in prices.iter().enumerate() {
            if let Some(twice_median) = twice_the_median_of_the_others(&prices, at)
                && is_low(price, &twice_median, flag)
            {
                let below = (Ratio::kroner(price) * Ratio::whole(200)).checked_div(&twice_median);
                let below = below.map_or(Ratio::ZERO, |r| Ratio::whole(100) - &r);
                let half = Ratio::new(1, 2).unwrap_or(Ratio::ONE);
                let finding = Finding::new(FindingCode::LowPrice, Severity::Warning)
                    .on_lot(l)
                    .with("price", price)
                    .with("median", (twice_median * &half).to_money_half_up().unwrap_or_default())
                    .with("below", below.rounded(2, crate::number::Rounding::HalfUp));
                findings.push((bid, finding));
            }
        }
    }
    findings
}

/// Of two middle ones their average; doubled, so that it stays whole. In kroner. `None` without others.
fn twice_the_median_of_the_others(sorted: &[(Money, usize)], without: usize) -> Option<Ratio> {
    let others = sorted.len().checked_sub(1).filter(|n| *n > 0)?;
    let at = |i: usize| sorted[if i < without { i } else { i + 1 }].0;
    Some(Ratio::kroner(at((others - 1) / 2)) + Ratio::kroner(at(others / 2)))
}

fn is_low(price: Money, twice_median: &Ratio, flag: Percent) -> bool {
    let keep = Ratio::from(rust_decimal::Decimal::ONE_HUNDRED - flag.to_decimal());
    Ratio::kroner(price) * Ratio::whole(200) <= twice_median * &keep
}

/// Whether a question about a bid is still open: a low price until a decision accepts it on the ground `low-price`, an
/// unverified requirement until a decision accepts the bid on another ground (or the requirement is assessed).
pub(super) fn is_open(tender: &Tender, bid: usize, code: FindingCode) -> bool {
    let accepts = |settles: &dyn Fn(&Decision) -> bool| {
        tender.decisions.iter().any(|d| d.bid == bid && d.action == DecisionAction::Accept && settles(d))
    };
    match code {
        FindingCode::LowPrice => !accepts(&|d| d.ground == DecisionGround::LowPrice),
        FindingCode::RequirementUnverified => !accepts(&|d| d.ground != DecisionGround::LowPrice),
        _ => false,
    }
}
