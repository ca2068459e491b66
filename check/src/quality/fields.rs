//! Every lot: gates, rejection in rounds, points, what decides; ranks and what is remarked of them.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::{
        admission::{Admitted, LotStanding},
        exact::{Exact, Mode, ore_half_up, rounded, whole},
        facts::Facts,
        findings::{Arg, Expected, Severity},
        tariffs::Prices,
    },
    Decides, Field, LotResult, NoResult, gate, points,
    rejection::in_rounds,
    result::results,
};

/// Evaluates every lot of the structure; where one has no result: which, and why.
pub(in super::super) fn evaluate_lots<'a>(
    facts: &'a Facts,
    prices: &Prices,
    admitted: &[Admitted],
) -> Result<Vec<LotResult<'a>>, (usize, NoResult)> {
    (0..facts.structure.lots.len())
        .map(|lot| evaluate(Field::new(facts, prices, admitted, lot), admitted).map_err(|why| (lot, why)))
        .collect()
}

fn evaluate<'a>(field: Field<'a>, admitted: &[Admitted]) -> Result<LotResult<'a>, NoResult> {
    let mut bid_findings = Vec::new();
    let mut standing: BTreeSet<usize> = field.entries.keys().copied().collect();
    for &bid in field.entries.keys() {
        let below = gate::not_passed(&field, bid)?;
        if !below.is_empty() {
            standing.remove(&bid);
        }
        bid_findings.extend(below.into_iter().map(|f| (bid, f)));
    }
    bid_findings.extend(in_rounds(&field, &mut standing)?);
    let points = points::lot_points(&field, &standing)?;
    let mut lot = results(field, &standing, points.by_bid)?;
    lot.scales = points.scales;
    lot.findings = points.findings;
    lot.findings.extend(rounding_changes_the_ranking(&lot));
    if let [only] = standing.iter().collect::<Vec<_>>().as_slice() {
        let note = Expected::new("single-bid", Severity::Note).on_lot(lot.field.lot);
        lot.findings.push(note.text("bidder", &lot.field.facts.bids[**only].bidder));
    }
    bid_findings.extend(low_prices(&lot, admitted));
    lot.bid_findings = bid_findings;
    lot.ranks = lot.ranked();
    Ok(lot)
}

impl LotResult<'_> {
    /// Competition ranks (1, 2, 2, 4), by bid.
    fn ranked(&self) -> BTreeMap<usize, u64> {
        ranks(&self.decides, Decides::key)
    }
}

/// One more than the number of better ones.
fn ranks(decides: &BTreeMap<usize, Decides>, key: impl Fn(&Decides) -> Exact) -> BTreeMap<usize, u64> {
    let mut keys: Vec<(Exact, usize)> = decides.iter().map(|(bid, d)| (key(d), *bid)).collect();
    keys.sort();
    let better = |own: &Exact| keys.partition_point(|(other, _)| other < own) as u64;
    keys.iter().map(|(own, bid)| (*bid, 1 + better(own))).collect()
}

/// A warning if the ranking without any rounding differs: the bids whose ranks do, with both ranks.
fn rounding_changes_the_ranking(lot: &LotResult<'_>) -> Option<Expected> {
    let (rounded, unrounded) = (lot.ranked(), ranks(&lot.decides, Decides::unrounded_key));
    let differing = |ranks: &BTreeMap<usize, u64>| -> Vec<String> {
        let differs = |bid: &usize| rounded.get(bid) != unrounded.get(bid);
        let told = |(bid, rank): (&usize, &u64)| format!("{rank} {}", lot.field.facts.bids[*bid].bidder);
        ranks.iter().filter(|(bid, _)| differs(bid)).map(told).collect()
    };
    (rounded != unrounded).then(|| {
        Expected::new("rounding-changes-ranking", Severity::Warning)
            .on_lot(lot.field.lot)
            .with("rounded", Arg::Set(differing(&rounded)))
            .with("unrounded", Arg::Set(differing(&unrounded)))
    })
}

/// A lot price so many per cent or more below the median of the others; of two middle ones their average.
fn low_prices(lot: &LotResult<'_>, admitted: &[Admitted]) -> Vec<(usize, Expected)> {
    let Some(flag) = lot.field.facts.award.low_price_flag else { return Vec::new() };
    let price = |bid: usize| match admitted[bid].lots[lot.field.lot] {
        LotStanding::Admissible(figures) => figures.price,
        _ => 0,
    };
    let mut sorted: Vec<(i128, usize)> = lot.decides.keys().map(|&b| (price(b), b)).collect();
    sorted.sort_unstable();
    let mut out = Vec::new();
    for (at, &(own, bid)) in sorted.iter().enumerate() {
        let Some(others) = sorted.len().checked_sub(1).filter(|n| *n > 0) else { continue };
        let other = |i: usize| sorted[if i < at { i } else { i + 1 }].0;
        let median = Exact::new((other((others - 1) / 2) + other(others / 2)).into(), 200.into());
        let own = Exact::new(own.into(), 100.into());
        let keep = Exact::new((1_000_000 - flag).into(), 1_000_000.into());
        if own > &median * keep {
            continue;
        }
        let zero = whole(0);
        let below = if median == zero { zero } else { whole(100) - &own * whole(100) / &median };
        let finding = Expected::new("low-price", Severity::Warning).on_lot(lot.field.lot);
        let finding = finding
            .with("price", Arg::Money(ore_half_up(&own).unwrap_or_default()))
            .with("median", Arg::Money(ore_half_up(&median).unwrap_or_default()))
            .with("below", Arg::Number(rounded(&below, 2, Mode::HalfUp)));
        out.push((bid, finding));
    }
    out
}
