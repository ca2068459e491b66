//! Findings that need the whole outcome: low prices, the tender itself, and which questions are still open.

use std::collections::BTreeSet;

use super::{EvaluatedTender, Outcome};
use crate::{
    admission::{Finding, FindingCode, parties_without_bid},
    number::{Money, Percent, Ratio},
    tender::{Decision, DecisionAction, DecisionGround, Severity, Tender, TieRule},
};

/// Flags a lot price that is `low-price-flag` per cent or more below the median of the others. The law requires a question
/// to the bidder, not a rejection.
pub(super) fn low_price_findings(
    EvaluatedTender { priced, admitted, evaluated }: EvaluatedTender<'_>,
) -> Vec<(usize, Finding)> {
    let tender = priced.tender;
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
fn is_open(tender: &Tender, bid: usize, code: FindingCode) -> bool {
    let accepts = |settles: &dyn Fn(&Decision) -> bool| {
        tender.decisions.iter().any(|d| d.bid == bid && d.action == DecisionAction::Accept && settles(d))
    };
    match code {
        FindingCode::LowPrice => !accepts(&|d| d.ground == DecisionGround::LowPrice),
        FindingCode::RequirementUnverified => !accepts(&|d| d.ground != DecisionGround::LowPrice),
        _ => false,
    }
}

/// Gates are checked before price is looked at (docs/reference/rules.md). So nothing of a bid below a gate is priced at the fallback:
/// what it lacks on that lot is missing.
pub(super) fn unpriced_where_below_gate(own: &mut [Finding], added: &[Finding]) {
    let below = |lot| added.iter().any(|f| f.code == FindingCode::BelowGate && f.lot == lot);
    for finding in own.iter_mut().filter(|f| f.code == FindingCode::MissingProcedure) {
        if finding.severity == Severity::Warning && below(finding.lot) {
            finding.severity = Severity::Error;
            finding.args.retain(|(name, _)| *name != "fallback");
        }
    }
}

/// Findings about the tender itself.
pub(super) fn tender_findings(
    EvaluatedTender { priced, admitted, evaluated }: EvaluatedTender<'_>,
) -> Vec<Finding> {
    let tender = priced.tender;
    let mut findings = Vec::new();
    match tender.cap {
        None => findings.push(Finding::new(FindingCode::TenderWithoutCap, Severity::Warning)),
        Some(cap) => {
            let id = tender.tariffs[cap.tariff].id.as_str();
            let uncapped = (0..tender.procedures.len()).filter(|&p| priced.prices.cap(p).is_none());
            findings.extend(uncapped.map(|p| {
                Finding::new(FindingCode::NoCap, Severity::Note).on_procedure(p).with("tariff", id)
            }));
        }
    }
    if tender.award.ties.contains(&TieRule::EarlierReceived) {
        findings.push(Finding::new(FindingCode::EarlierReceivedUsed, Severity::Warning));
    }
    findings.extend(parties_without_bid(priced, &admitted.bids));
    for (l, lot) in evaluated.lots.iter().enumerate() {
        let mut admissible = (0..lot.bids.len()).filter(|&b| lot.bids[b].is_some());
        if let (Some(only), None) = (admissible.next(), admissible.next()) {
            let note = Finding::new(FindingCode::SingleBid, Severity::Note).on_lot(l);
            findings.push(note.with("bidder", tender.bids[only].bidder.as_str()));
        }
        findings.extend(lot.findings.iter().cloned());
    }
    findings
}

impl Outcome<'_> {
    /// The questions about winners that somebody must still answer: bid and finding.
    pub fn open_questions(&self) -> Vec<(usize, &Finding)> {
        let mut won: BTreeSet<(usize, usize)> =
            self.award.lots.iter().enumerate().filter_map(|(l, a)| Some((a.winner?, l))).collect();
        for (l, lot) in self.award.lots.iter().enumerate() {
            won.extend(lot.suppliers.iter().map(|s| (s.bidder, l)));
        }
        for award in &self.award.tied {
            won.extend(award.iter().enumerate().filter_map(|(l, w)| Some(((*w)?, l))));
        }
        let winners: BTreeSet<usize> = won.iter().map(|(b, _)| *b).collect();
        winners
            .into_iter()
            .flat_map(|b| self.bid_findings[b].iter().map(move |f| (b, f)))
            .filter(|(b, f)| f.lot.is_none_or(|l| won.contains(&(*b, l))))
            .filter(|(b, f)| is_open(self.tender, *b, f.code))
            .collect()
    }
}
