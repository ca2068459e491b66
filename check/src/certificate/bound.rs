//! The bound that a set of multipliers proves, and the bound if a candidate gets a lot.

use super::open::Open;
use super::rules::{Rules, Way, added, multiplied, taken_off};
use super::{CertificateError, read::Round};

/// What a set of multipliers proves; `None`: there is no such award.
pub(super) struct Ahead {
    /// The bound on all awards left, scaled.
    pub(super) bound: Option<i128>,
    /// Lot, candidate, and the bound on awards in which the candidate gets the lot.
    pub(super) forced: Vec<(usize, usize, Option<i128>)>,
    /// The price of being a supplier, and what the bound gains by it.
    pub(super) entry: (i128, i128),
    /// By bidder: what it adds to the bound.
    pub(super) share: Vec<i128>,
}

/// A bidder's best value: of winning something, and by open lot with the lot and (winning something) without it.
struct Values {
    best: Option<i128>,
    with: Vec<Option<i128>>,
    without: Vec<Option<i128>>,
}

fn lower(place: &mut Option<i128>, value: i128) {
    *place = Some(place.map_or(value, |p| p.min(value)));
}

/// All bounds at once.
pub(super) fn bounds_at(
    rules: &Rules<'_>,
    open: &Open,
    round: &Round,
    scale: i128,
) -> Result<Ahead, CertificateError> {
    let (lots, nobody) = (rules.problem.lots.len(), rules.problem.bidders.len());
    let only: Vec<Option<usize>> = (0..lots).map(|l| open.sole(l)).collect();
    let capacity = capacity_prices(rules, round)?;
    let mut values = Vec::with_capacity(nobody);
    let mut certain = Vec::with_capacity(nobody);
    for (bidder, prices) in capacity.iter().enumerate() {
        let at = At { rules, open, only: &only, round, scale, bidder };
        values.push(at.least_values(prices)?);
        certain.push(only.contains(&Some(bidder)));
    }
    let nothing = Ahead { bound: None, forced: Vec::new(), entry: (0, 0), share: Vec::new() };
    let Some((entry, entry_total)) = entry_price(rules, &values, &certain)? else { return Ok(nothing) };
    let mut bound = entry_total;
    let mut share = vec![0; nobody];
    for bidder in 0..nobody {
        share[bidder] = match values[bidder].best {
            None if certain[bidder] => return Ok(nothing),
            None => 0,
            Some(best) if certain[bidder] => taken_off(best, entry)?,
            Some(best) => taken_off(best, entry)?.min(0),
        };
        bound = added(bound, share[bidder])?;
    }
    let mut unawarded = vec![0; lots];
    for l in 0..lots {
        bound = added(bound, round.prices[l])?;
        if open.may_take(nobody, l) {
            let cost = multiplied(added(rules.problem.lots[l].fallback, rules.surcharge)?, scale)?;
            unawarded[l] = taken_off(cost, round.prices[l])?;
            bound = added(bound, if only[l].is_some() { unawarded[l] } else { unawarded[l].min(0) })?;
        }
    }
    let mut forced = Vec::new();
    for l in (0..lots).filter(|l| only[*l].is_none()) {
        // What the lot's candidates add when they do not get it; `None` where they cannot do without it.
        let mut away: Vec<(usize, Option<i128>)> = Vec::new();
        for c in open.still_open(l) {
            away.push((
                c,
                if c == nobody {
                    Some(taken_off(0, unawarded[l].min(0))?)
                } else {
                    let without = values[c].without[l].map(|w| taken_off(w, entry)).transpose()?;
                    let idle = if certain[c] { without } else { Some(without.map_or(0, |w| w.min(0))) };
                    idle.map(|v| taken_off(v, share[c])).transpose()?
                },
            ));
        }
        let stuck: Vec<usize> = away.iter().filter(|(_, a)| a.is_none()).map(|(c, _)| *c).collect();
        let mut all = bound;
        for (_, a) in &away {
            all = added(all, a.unwrap_or(0))?;
        }
        for (c, own) in &away {
            let gets = if *c == nobody {
                Some(taken_off(unawarded[l], unawarded[l].min(0))?)
            } else {
                values[*c].with[l].map(|w| taken_off(taken_off(w, entry)?, share[*c])).transpose()?
            };
            let possible = stuck.iter().all(|s| s == c);
            let total = match gets.filter(|_| possible) {
                Some(gets) => Some(added(taken_off(all, own.unwrap_or(0))?, gets)?),
                None => None,
            };
            forced.push((l, *c, total));
        }
    }
    Ok(Ahead { bound: Some(bound), forced, entry: (entry, entry_total), share })
}

/// By bidder and way: the price of capacity.
pub(super) fn capacity_prices(rules: &Rules<'_>, round: &Round) -> Result<Vec<Vec<i128>>, CertificateError> {
    let mut prices: Vec<Vec<i128>> = rules.ways.iter().map(|w| vec![0; w.len()]).collect();
    for (bidder, way, price) in &round.capacities {
        let place = prices.get_mut(*bidder).and_then(|p| p.get_mut(*way));
        let place = place.filter(|_| *price >= 0 && rules.capacity[*bidder].is_some());
        *place.ok_or(CertificateError::BadMultiplier { line: 0 })? = *price;
    }
    Ok(prices)
}

/// The price of being a supplier at which their number is right, and what it adds to the bound.
fn entry_price(
    rules: &Rules<'_>,
    values: &[Values],
    certain: &[bool],
) -> Result<Option<(i128, i128)>, CertificateError> {
    let sure = certain.iter().filter(|c| **c).count();
    let others = values.iter().zip(certain).filter(|(_, c)| !**c);
    let mut others: Vec<i128> = others.filter_map(|(v, _)| v.best).collect();
    others.sort_unstable();
    let wanted = sure + others.iter().filter(|v| **v < 0).count();
    let (place, number) = if wanted < rules.least_suppliers {
        (rules.least_suppliers - sure - 1, rules.least_suppliers)
    } else if wanted > rules.most_suppliers {
        match rules.most_suppliers.checked_sub(sure) {
            Some(place) => (place, rules.most_suppliers),
            None => return Ok(None),
        }
    } else {
        return Ok(Some((0, 0)));
    };
    match others.get(place) {
        Some(price) => Ok(Some((*price, multiplied(*price, number as i128)?))),
        None => Ok(None),
    }
}

/// A bidder at a set of multipliers.
struct At<'a> {
    rules: &'a Rules<'a>,
    open: &'a Open,
    only: &'a [Option<usize>],
    round: &'a Round,
    scale: i128,
    bidder: usize,
}

impl At<'_> {
    fn least_values(&self, capacity: &[i128]) -> Result<Values, CertificateError> {
        let lots = self.only.len();
        let mut values = Values { best: None, with: vec![None; lots], without: vec![None; lots] };
        let own: Vec<usize> = (0..lots).filter(|l| self.only[*l] == Some(self.bidder)).collect();
        let free: Vec<usize> =
            (0..lots).filter(|l| self.only[*l].is_none() && self.open.may_take(self.bidder, *l)).collect();
        if own.is_empty() && free.is_empty() {
            return Ok(values);
        }
        for (way, price) in self.rules.ways[self.bidder].iter().zip(capacity) {
            self.way(way, *price, &own, &free, &mut values)?;
        }
        Ok(values)
    }

    /// What a lot gains: its cost at the tier, its volume at the price of capacity, less its price.
    fn gain(&self, way: &Way, capacity: i128, lot: usize) -> Result<i128, CertificateError> {
        let costs = self.rules.problem.bidders[self.bidder].costs[lot].as_ref();
        let cost = costs.and_then(|c| c.get(way.tier)).ok_or(CertificateError::OtherProblem)?;
        let volume = multiplied(capacity, self.rules.problem.lots[lot].volume.into())?;
        taken_off(added(multiplied(*cost, self.scale)?, volume)?, self.round.prices[lot])
    }

    /// The same for a lot of a bundle: the bundle's mean, rounded down.
    fn mean_gain(&self, way: &Way, capacity: i128, lot: usize) -> Result<i128, CertificateError> {
        let Some(bundle) = self.rules.bundles[self.bidder].iter().find(|b| b.contains(&lot)) else {
            return self.gain(way, capacity, lot);
        };
        let mut sum = 0;
        for l in bundle {
            sum = added(sum, self.gain(way, capacity, *l)?)?;
        }
        Ok(sum.div_euclid(bundle.len() as i128))
    }

    fn way(
        &self,
        way: &Way,
        price: i128,
        own: &[usize],
        free: &[usize],
        values: &mut Values,
    ) -> Result<(), CertificateError> {
        if way.must.iter().any(|l| !own.contains(l) && !free.contains(l)) {
            return Ok(());
        }
        let mut base = 0;
        if let Some(capacity) = self.rules.capacity[self.bidder] {
            let capacity = i128::try_from(capacity).map_err(|_| CertificateError::Overflow)?;
            base = taken_off(base, multiplied(price, capacity)?)?;
        }
        for l in own {
            base = added(base, self.gain(way, price, *l)?)?;
        }
        let mut count = own.len();
        let mut order = Vec::with_capacity(free.len());
        for l in free {
            let gain = self.mean_gain(way, price, *l)?;
            if way.must.contains(l) {
                count += 1;
                base = added(base, gain)?;
            } else {
                order.push((gain, *l));
            }
        }
        let least = way.least.saturating_sub(count);
        if count > way.most || least > order.len() {
            return Ok(());
        }
        let most = way.most - count;
        order.sort_unstable();
        let mut sums = vec![base];
        for (gain, _) in &order {
            sums.push(added(sums[sums.len() - 1], *gain)?);
        }
        let gaining = order.iter().filter(|(g, _)| *g < 0).count();
        let value = sums[chosen(gaining, least, most, order.len())];
        lower(&mut values.best, value);
        for l in way.must.iter().filter(|l| free.contains(l)) {
            lower(&mut values.with[*l], value);
        }
        for (at, (gain, lot)) in order.iter().enumerate() {
            // The others, with the lot taken out of the order.
            let others = gaining - usize::from(*gain < 0);
            let sum = |n: usize| if at < n { taken_off(sums[n + 1], *gain) } else { Ok(sums[n]) };
            if most > 0 {
                let n = chosen(others, least.saturating_sub(1), most - 1, order.len() - 1);
                lower(&mut values.with[*lot], added(*gain, sum(n)?)?);
            }
            if order.len() > least {
                lower(&mut values.without[*lot], sum(chosen(others, least, most, order.len() - 1))?);
            }
        }
        Ok(())
    }
}

/// How many of the sorted gains are taken: all below 0, within the number that must and may be.
fn chosen(gaining: usize, least: usize, most: usize, all: usize) -> usize {
    gaining.min(most).max(least).min(all)
}
