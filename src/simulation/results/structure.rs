use std::collections::BTreeMap;

use super::{
    Cheapest, SimulationData, bidder_groups,
    statistics::{Share, Summary, quantile},
};
use crate::{
    number::{Overflow, Ratio},
    simulation::Bidders,
    structure::hhi,
};

/// The figures of one structure over all draws.
#[derive(Clone, Debug)]
pub struct StructureResult {
    /// Which (index into the tender's structures).
    pub structure: usize,
    /// What the buyer pays in all, contracts included, in øre, over the draws in which it is known; `None` in no draw.
    pub cost: Option<Summary>,
    /// In how many draws the cost is not known.
    pub unknown: u64,
    /// In how many draws several awards were equally good after the rules for ties.
    pub tied: u64,
    /// The mean of what buying everything at the fallback would cost less the cost, in øre.
    pub saving: Option<Ratio>,
    /// Beside the other structures; `None` where no draw knows the cost of each.
    pub cheapest: Option<Cheapest>,
    /// By lot.
    pub lots: Vec<LotResult>,
    /// The share of the draws in which some lot has no bid.
    pub some_lot_without_bid: Option<Share>,
    /// The mean number of contracts: lots that somebody wins.
    pub contracts: Option<Ratio>,
    /// The mean number of different winners.
    pub suppliers: Option<Ratio>,
    /// The mean concentration (HHI) of what winners are paid, over the draws in which anybody is paid.
    pub hhi: Option<Ratio>,
    /// By group of bidders ([`bidder_groups`]).
    pub bidders: Vec<BidderResult>,
    /// How costs are spread; the bars of all structures have the same bounds. `None` without a cost.
    pub histogram: Option<Histogram>,
}

/// The figures of one lot over all draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LotResult {
    /// The mean number of admissible bids.
    pub bids: Option<Ratio>,
    /// In how many draws it has no bid, one, two, three or more.
    pub draws_by_bids: [u64; 4],
    /// The share of the draws without a bid.
    pub without_bid: Option<Share>,
}

/// The figures of one bidder over all draws, or of each of several that are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BidderResult {
    /// Its name; of a profile, without a number.
    pub name: String,
    /// How many there are.
    pub count: usize,
    /// The share of the draws in which it wins something.
    pub wins: Option<Share>,
    /// What it is paid, in øre, 0 in the draws in which it wins nothing.
    pub payment: Option<Summary>,
    /// The volume that it takes, in operations, 0 in the draws in which it wins nothing.
    pub volume: Option<Summary>,
    /// The least volume of the draws in which it wins something; `None` in none.
    pub guaranteed: Option<i64>,
    /// The largest volume of all draws.
    pub largest: i64,
}

/// Bars of equal width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Histogram {
    /// Where the first bar begins, in øre; it also counts what lies below.
    pub from: i64,
    /// Where the last bar ends, in øre; it also counts what lies above.
    pub until: i64,
    /// The draws in each bar.
    pub counts: Vec<u64>,
}

/// How many bars.
const BARS: usize = 48;

/// The bounds of the bars: the least of all structures' 1 % quantiles, and the greatest of their 99 % quantiles.
pub(super) fn bounds(costs: &[Vec<Option<i64>>]) -> Option<(i64, i64)> {
    let mut bounds: Option<(i64, i64)> = None;
    for own in costs {
        let mut sample: Vec<i64> = own.iter().flatten().copied().collect();
        sample.sort_unstable();
        if let (Some(low), Some(high)) = (quantile(&sample, 1), quantile(&sample, 99)) {
            bounds = Some(bounds.map_or((low, high), |(l, h)| (l.min(low), h.max(high))));
        }
    }
    bounds
}

fn histogram(costs: &[i64], (from, until): (i64, i64)) -> Histogram {
    let mut counts = vec![0; BARS];
    let width = (i128::from(until) - i128::from(from)).max(1);
    for &cost in costs {
        let at = (i128::from(cost.clamp(from, until)) - i128::from(from)) * BARS as i128 / width;
        counts[usize::try_from(at).unwrap_or(0).min(BARS - 1)] += 1;
    }
    Histogram { from, until, counts }
}

pub(super) fn structure_result(
    study: &SimulationData<'_>,
    at: usize,
    costs: &[Option<i64>],
    cheapest: Option<Cheapest>,
    bounds: Option<(i64, i64)>,
) -> Result<StructureResult, Overflow> {
    let table = study.table;
    let draws = table.len();
    let known: Vec<i64> = costs.iter().flatten().copied().collect();
    let lots = lots(study, at)?;
    let mut some_without = 0;
    let (mut contracts, mut suppliers) = (0_i128, 0_i128);
    let mut winners = Vec::new();
    for draw in 0..draws {
        winners.clear();
        let mut without = false;
        for lot in table.lots(draw, at) {
            without |= lot.bids == 0;
            winners.extend(lot.winner);
        }
        some_without += u64::from(without);
        contracts += winners.len() as i128;
        winners.sort_unstable();
        winners.dedup();
        suppliers += winners.len() as i128;
    }
    let mean = |sum: i128| Ratio::new(sum, draws as i128);
    Ok(StructureResult {
        structure: study.dialogue.structures.get(at).copied().unwrap_or(at),
        unknown: (draws - known.len()) as u64,
        tied: (0..draws).filter(|&d| table.tied(d, at)).count() as u64,
        saving: saving(study, at, costs),
        cheapest,
        lots,
        some_lot_without_bid: Share::of_count(some_without, draws as u64)?,
        contracts: mean(contracts),
        suppliers: mean(suppliers),
        hhi: concentration(study, at)?,
        bidders: bidders(study, at)?,
        histogram: bounds.map(|b| histogram(&known, b)).filter(|_| !known.is_empty()),
        cost: Summary::of(known)?,
    })
}

fn saving(study: &SimulationData<'_>, at: usize, costs: &[Option<i64>]) -> Option<Ratio> {
    let pair = |(draw, cost): (usize, &Option<i64>)| Some((study.table.fallback(draw, at)?.ore(), (*cost)?));
    let pairs = costs.iter().enumerate().filter_map(pair);
    let (mut sum, mut count) = (0_i128, 0);
    for (fallback, cost) in pairs {
        sum += fallback - i128::from(cost);
        count += 1;
    }
    Ratio::new(sum, count)
}

fn lots(study: &SimulationData<'_>, at: usize) -> Result<Vec<LotResult>, Overflow> {
    let table = study.table;
    let count = table.shape().lots[at];
    let (mut sums, mut by_bids) = (vec![0_i128; count], vec![[0_u64; 4]; count]);
    for draw in 0..table.len() {
        for (l, lot) in table.lots(draw, at).enumerate() {
            sums[l] += i128::from(lot.bids);
            by_bids[l][lot.bids.min(3) as usize] += 1;
        }
    }
    let one = |(sum, draws_by_bids): (i128, [u64; 4])| {
        Ok(LotResult {
            bids: Ratio::new(sum, table.len() as i128),
            draws_by_bids,
            without_bid: Share::of_count(draws_by_bids[0], table.len() as u64)?,
        })
    };
    sums.into_iter().zip(by_bids).map(one).collect()
}

/// The mean of the draws' concentration; the bids of one owner count as one.
fn concentration(study: &SimulationData<'_>, at: usize) -> Result<Option<Ratio>, Overflow> {
    let owner = owners(study);
    let owners = owner.iter().max().map_or(0, |o| o + 1);
    let (mut sum, mut count) = (0_i128, 0);
    let mut paid = vec![0_i128; owners];
    for draw in 0..study.table.len() {
        paid.fill(0);
        for (&owner, &payment) in owner.iter().zip(study.table.payments(draw, at)) {
            paid[owner] += i128::from(payment);
        }
        if let Some(own) = hhi(&paid) {
            sum = sum.checked_add(own.into()).ok_or(Overflow)?;
            count += 1;
        }
    }
    Ok(Ratio::new(sum, count))
}

/// By bidder: the number of its owner.
fn owners(study: &SimulationData<'_>) -> Vec<usize> {
    let bids = &study.dialogue.tender.bids;
    let named = study.dialogue.bidders == Bidders::Tender;
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut next = 0;
    let mut fresh = || {
        next += 1;
        next - 1
    };
    let mut owner = |name: &String| {
        let group = bids.iter().find(|b| named && b.bidder == *name).and_then(|b| b.group.as_deref());
        match group {
            None => fresh(),
            Some(group) => *numbers.entry(group).or_insert_with(&mut fresh),
        }
    };
    study.bidders.iter().map(&mut owner).collect()
}

fn bidders(study: &SimulationData<'_>, at: usize) -> Result<Vec<BidderResult>, Overflow> {
    let table = study.table;
    let mut out = Vec::new();
    for (name, members) in bidder_groups(study.dialogue, study.bidders) {
        let size = table.len() * members.len();
        let (mut paid, mut taken) = (Vec::with_capacity(size), Vec::with_capacity(size));
        let (mut wins, mut guaranteed, mut largest) = (0, None::<i64>, 0);
        let mut winners = vec![false; study.bidders.len()];
        for draw in 0..table.len() {
            winners.fill(false);
            for winner in table.lots(draw, at).filter_map(|l| l.winner) {
                if let Some(wins) = winners.get_mut(winner as usize) {
                    *wins = true;
                }
            }
            let (payments, volumes) = (table.payments(draw, at), table.volumes(draw, at));
            for &member in &members {
                let volume = i64::try_from(volumes[member]).map_err(|_| Overflow)?;
                if winners[member] || payments[member] != 0 {
                    wins += 1;
                    guaranteed = Some(guaranteed.map_or(volume, |g| g.min(volume)));
                }
                largest = largest.max(volume);
                paid.push(payments[member]);
                taken.push(volume);
            }
        }
        out.push(BidderResult {
            name,
            count: members.len(),
            wins: Share::of_count(wins, size as u64)?,
            payment: Summary::of(paid)?,
            volume: Summary::of(taken)?,
            guaranteed,
            largest,
        });
    }
    Ok(out)
}
