//! The Lagrangian bound: what a set of multipliers proves, what forcing a lot on a bidder adds to it, and better
//! multipliers step by step.
//!
//! Each lot gets a price, each way to win of a bidder with a capacity a price per unit of volume. Then every bidder chooses
//! for itself, and the prices paid plus what the bidders gain is no more than the key of any award. A lot that too many
//! bidders choose becomes cheaper to leave, a lot that nobody chooses dearer.

use super::branch_and_bound::State;
use super::certificate::Round;
use super::int::Int;
use super::model::{Choice, Model, Side};

/// Prices of lots, and for each bidder and option of capacity; all scaled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Multipliers<I> {
    /// By lot.
    pub(super) price: Vec<I>,
    /// By bidder, then option.
    pub(super) capacity: Vec<Vec<I>>,
}

impl<I: Int> Multipliers<I> {
    /// Each lot at its lowest cost, capacity for nothing.
    pub(super) fn first(model: &Model<I>) -> Multipliers<I> {
        let price = |l: usize| {
            let costs = model.sides.iter().flat_map(|s| s.cost.iter().skip(l).step_by(model.lots));
            costs.copied().chain([model.fallback[l]]).min().unwrap_or(I::ZERO) * model.scale
        };
        Multipliers {
            price: (0..model.lots).map(price).collect(),
            capacity: model.sides.iter().map(|s| vec![I::ZERO; s.options.len()]).collect(),
        }
    }

    /// As a certificate has them.
    pub(super) fn written(&self) -> Round {
        let mut capacities = Vec::new();
        for (b, prices) in self.capacity.iter().enumerate() {
            for (o, price) in prices.iter().enumerate().filter(|(_, p)| **p != I::ZERO) {
                capacities.push((b, o, price.wide()));
            }
        }
        Round { prices: self.price.iter().map(|p| p.wide()).collect(), capacities }
    }
}

/// The value of one way to win of a bidder, and the lots it takes.
#[derive(Clone, Debug)]
struct Offer<I> {
    /// Its value; [`Int::NEVER`] if it cannot be had.
    value: I,
    /// Its value without any lot that may be chosen.
    base: I,
    /// Lots still to choose, at least and at most.
    least: usize,
    most: usize,
    /// How many are chosen.
    chosen: usize,
    /// How many of the open lots gain.
    gaining: usize,
    /// The open lots by gain; the chosen ones come first. Sorted in full only for looking ahead.
    order: Vec<(I, u32)>,
    /// The volume of what is chosen.
    volume: I,
}

/// What the bidders choose at some multipliers, and the bound.
#[derive(Clone, Debug)]
pub(super) struct Bound<I> {
    /// No award left has a lower key (scaled); [`Int::NEVER`] if there is none.
    pub(super) value: I,
    offers: Vec<Vec<Offer<I>>>,
    /// By bidder: the option it takes, if it takes anything.
    taken: Vec<Option<usize>>,
    /// By bidder: what it adds to the bound.
    share: Vec<I>,
    /// By bidder: whether some lot is already its.
    given: Vec<bool>,
    /// What being a supplier costs, so that there are enough of them and not too many.
    entry: I,
}

impl<I: Int> Bound<I> {
    /// The bound at some multipliers. With `sorted`, [`Bound::look_ahead`] may follow.
    pub(super) fn of(model: &Model<I>, state: &State, at: &Multipliers<I>, sorted: bool) -> Bound<I> {
        let mut bound = Bound {
            value: I::ZERO,
            offers: Vec::with_capacity(model.sides.len()),
            taken: vec![None; model.sides.len()],
            share: vec![I::ZERO; model.sides.len()],
            given: vec![false; model.sides.len()],
            entry: I::ZERO,
        };
        let mut best = Vec::with_capacity(model.sides.len());
        for (b, side) in model.sides.iter().enumerate() {
            let lots = Lots::of(side, state, b);
            bound.given[b] = !lots.given.is_empty();
            let offer = |(o, option)| lots.offer(model, side, option, &at.price, at.capacity[b][o], sorted);
            let offers: Vec<Offer<I>> = if lots.given.is_empty() && lots.open.is_empty() {
                Vec::new()
            } else {
                side.options.iter().enumerate().map(offer).collect()
            };
            let first = (0..offers.len()).min_by_key(|o| offers[*o].value);
            best.push(first.map(|o| (offers[o].value, o)).filter(|(v, _)| *v < I::NEVER));
            bound.offers.push(offers);
        }
        let Some(total) = bound.suppliers(model, &best) else {
            bound.value = I::NEVER;
            return bound;
        };
        bound.value = total;
        for l in 0..model.lots {
            bound.value += at.price[l];
            bound.value += unawarded(model, state, at, l);
        }
        bound
    }

    /// Each bidder takes its best option or nothing, at the entry price that makes their number right.
    fn suppliers(&mut self, model: &Model<I>, best: &[Option<(I, usize)>]) -> Option<I> {
        if (0..best.len()).any(|b| self.given[b] && best[b].is_none()) {
            return None;
        }
        let given = self.given.iter().filter(|g| **g).count();
        let mut values: Vec<I> =
            (0..best.len()).filter(|b| !self.given[*b]).filter_map(|b| best[b].map(|v| v.0)).collect();
        let gaining = values.iter().filter(|v| **v < I::ZERO).count();
        let mut total = I::ZERO;
        if given + gaining < model.min_suppliers {
            values.sort_unstable();
            self.entry = *values.get(model.min_suppliers - given - 1)?;
            total += self.entry * I::narrow(model.min_suppliers as i128);
        } else if given + gaining > model.max_suppliers {
            values.sort_unstable();
            self.entry = *values.get(model.max_suppliers.checked_sub(given)?)?;
            total += self.entry * I::narrow(model.max_suppliers as i128);
        }
        for (b, best) in best.iter().enumerate() {
            let Some((value, option)) = best else { continue };
            if self.given[b] || *value < self.entry {
                self.share[b] = *value - self.entry;
                self.taken[b] = Some(*option);
                total += self.share[b];
            }
        }
        Some(total)
    }

    /// By candidate and lot, for open lots: the bound if the candidate gets the lot.
    pub(super) fn look_ahead(&self, model: &Model<I>, state: &State, at: &Multipliers<I>) -> Vec<I> {
        let (lots, nobody) = (model.lots, model.sides.len());
        let mut table = vec![I::NEVER; (nobody + 1) * lots];
        // What the lot's other candidates add when they do not get it, and those who cannot do without it.
        let mut away = vec![I::ZERO; lots];
        let mut needed = vec![None; lots];
        let mut out = vec![I::ZERO; (nobody + 1) * lots];
        let mut many = vec![false; lots];
        let (mut with, mut without) = (vec![I::NEVER; lots], vec![I::NEVER; lots]);
        for b in 0..nobody {
            with.fill(I::NEVER);
            without.fill(I::NEVER);
            for (offer, option) in self.offers[b].iter().zip(&model.sides[b].options) {
                offer.with_and_without(&option.must, &mut with, &mut without);
            }
            for l in model.sides[b].admissible.iter().copied() {
                if !state.is_open(b, l) || state.left(l) == 1 {
                    continue;
                }
                table[b * lots + l] = with[l];
                let without = if self.given[b] { without[l] } else { without[l].min(self.entry) };
                if without >= I::NEVER {
                    many[l] |= needed[l].is_some();
                    needed[l] = Some(b);
                } else {
                    out[b * lots + l] = without - self.entry - self.share[b];
                    away[l] += out[b * lots + l];
                }
            }
        }
        for l in (0..lots).filter(|l| state.left(*l) > 1) {
            let free = unawarded(model, state, at, l);
            for c in 0..=nobody {
                let place = &mut table[c * lots + l];
                let blocked = many[l] || needed[l].is_some_and(|n| n != c);
                if !state.is_open(c, l) || blocked || (c != nobody && *place >= I::NEVER) {
                    *place = I::NEVER;
                } else if c == nobody {
                    *place = self.value + away[l] + (model.fallback[l] * model.scale - at.price[l] - free);
                } else {
                    *place = self.value + away[l] - out[c * lots + l] + (*place - self.entry - self.share[c])
                        - free;
                }
            }
        }
        table
    }

    /// By lot: how many bidders take it (unawarded counts as one); by bidder and option: the volume chosen.
    pub(super) fn demand(&self, model: &Model<I>, state: &State, at: &Multipliers<I>) -> Vec<i32> {
        let mut demand = vec![0; model.lots];
        for (b, taken) in self.taken.iter().enumerate() {
            let Some(option) = taken else { continue };
            let offer = &self.offers[b][*option];
            for (_, l) in &offer.order[..offer.chosen] {
                demand[*l as usize] += 1;
            }
            let side = &model.sides[b];
            let must = &side.options[*option].must;
            for l in &side.admissible {
                if state.is_fixed(b, *l) || must.contains(l) {
                    demand[*l] += 1;
                }
            }
        }
        for (l, demand) in demand.iter_mut().enumerate() {
            if state.is_open(model.sides.len(), l)
                && (state.left(l) == 1 || unawarded(model, state, at, l) < I::ZERO)
            {
                *demand += 1;
            }
        }
        demand
    }

    /// Whether a bidder takes an open lot.
    pub(super) fn takes(&self, bidder: usize) -> impl Iterator<Item = usize> {
        let offer = self.taken[bidder].map(|o| &self.offers[bidder][o]);
        offer.into_iter().flat_map(|o| o.order[..o.chosen].iter().map(|(_, l)| *l as usize))
    }

    /// The volume that an option of a bidder chooses, if it can be had, and whether the bidder takes it.
    pub(super) fn volume(&self, bidder: usize, option: usize) -> Option<(I, bool)> {
        let offer = self.offers[bidder].get(option).filter(|o| o.value < I::NEVER)?;
        Some((offer.volume, self.taken[bidder] == Some(option)))
    }
}

/// What leaving the lot unawarded gains, or costs if there is no other way.
fn unawarded<I: Int>(model: &Model<I>, state: &State, at: &Multipliers<I>, lot: usize) -> I {
    if !state.is_open(model.sides.len(), lot) {
        return I::ZERO;
    }
    let gain = model.fallback[lot] * model.scale - at.price[lot];
    if state.left(lot) == 1 { gain } else { gain.min(I::ZERO) }
}

/// The lots that a bidder has, and those that it may still get.
struct Lots {
    given: Vec<u32>,
    open: Vec<u32>,
}

impl Lots {
    fn of<I: Int>(side: &Side<I>, state: &State, bidder: usize) -> Lots {
        let mut lots = Lots { given: Vec::new(), open: Vec::new() };
        for l in &side.admissible {
            if state.is_open(bidder, *l) {
                if state.left(*l) == 1 { lots.given.push(*l as u32) } else { lots.open.push(*l as u32) }
            }
        }
        lots
    }

    fn offer<I: Int>(
        &self,
        model: &Model<I>,
        side: &Side<I>,
        option: &Choice,
        price: &[I],
        capacity: I,
        sorted: bool,
    ) -> Offer<I> {
        let row = option.tier * model.lots;
        let gain = |l: usize| side.cost[row + l] * model.scale + capacity * model.weight[l] - price[l];
        let mut offer = Offer {
            value: I::NEVER,
            base: I::ZERO,
            least: 0,
            most: 0,
            chosen: 0,
            gaining: 0,
            order: Vec::new(),
            volume: I::ZERO,
        };
        let has = |l: usize| self.given.contains(&(l as u32)) || self.open.contains(&(l as u32));
        if self.given.len() > option.most || option.must.iter().any(|l| !has(*l)) {
            return offer;
        }
        let mut count = self.given.len();
        for l in &self.given {
            offer.base += gain(*l as usize);
            offer.volume += model.weight[*l as usize];
        }
        offer.order.reserve_exact(self.open.len());
        if option.must.is_empty() && side.together.is_empty() {
            let costs = &side.cost[row..row + model.lots];
            let gains = self.open.iter().map(|l| (*l, *l as usize));
            if capacity == I::ZERO {
                offer.order.extend(gains.map(|(l, i)| (costs[i] * model.scale - price[i], l)));
            } else {
                let dear = |i: usize| costs[i] * model.scale + capacity * model.weight[i] - price[i];
                offer.order.extend(gains.map(|(l, i)| (dear(i), l)));
            }
        } else {
            for l in &self.open {
                let lot = *l as usize;
                let value = match side.bundle[lot] {
                    Some(bundle) => mean(&side.together[bundle], gain),
                    None => gain(lot),
                };
                if option.must.contains(&lot) {
                    count += 1;
                    offer.base += value;
                    offer.volume += model.weight[lot];
                } else {
                    offer.order.push((value, *l));
                }
            }
        }
        if count > option.most {
            return offer;
        }
        offer.least = option.least.saturating_sub(count);
        offer.most = option.most - count;
        if offer.least > offer.order.len() {
            return offer;
        }
        if let Some(c) = side.capacity.filter(|_| capacity != I::ZERO) {
            offer.base -= capacity * I::narrow(c as i128);
        }
        offer.choose(sorted);
        for (_, l) in &offer.order[..offer.chosen] {
            offer.volume += model.weight[*l as usize];
        }
        offer
    }
}

/// The mean gain of a bundle's lots, rounded down: no set of whole bundles gains less by it.
fn mean<I: Int>(bundle: &[usize], gain: impl Fn(usize) -> I) -> I {
    let mut sum = I::ZERO;
    bundle.iter().for_each(|l| sum += gain(*l));
    I::narrow(sum.wide().div_euclid(bundle.len() as i128))
}

impl<I: Int> Offer<I> {
    /// Takes the lots that gain most: all that gain, within the number that must and may be chosen.
    fn choose(&mut self, sorted: bool) {
        self.gaining = self.order.iter().filter(|g| g.0 < I::ZERO).count();
        self.chosen = self.gaining.clamp(self.least, self.most.max(self.least)).min(self.order.len());
        if sorted {
            self.order.sort_unstable();
        } else if self.chosen == self.gaining {
            let mut at = 0;
            for i in 0..self.order.len() {
                if self.order[i].0 < I::ZERO {
                    self.order.swap(at, i);
                    at += 1;
                }
            }
        } else if self.chosen > 0 && self.chosen < self.order.len() {
            self.order.select_nth_unstable(self.chosen - 1);
        }
        self.value = self.base + self.sum(self.chosen);
    }

    fn sum(&self, first: usize) -> I {
        let mut sum = I::ZERO;
        self.order[..first].iter().for_each(|g| sum += g.0);
        sum
    }

    /// Lowers, for each open lot, the bidder's best value with the lot and without it. The order must be sorted.
    fn with_and_without(&self, must: &[usize], with: &mut [I], without: &mut [I]) {
        if self.value >= I::NEVER {
            return;
        }
        must.iter().for_each(|l| with[*l] = with[*l].min(self.value));
        let within = |n: usize, least: usize, most: usize| n.clamp(least, most.max(least));
        let mut sums = Vec::with_capacity(self.order.len() + 1);
        let mut sum = self.base;
        sums.push(sum);
        for (gain, _) in &self.order {
            sum += *gain;
            sums.push(sum);
        }
        let spare = self.order.len() > self.least;
        for (at, (gain, lot)) in self.order.iter().enumerate() {
            let l = *lot as usize;
            if at < self.chosen {
                with[l] = with[l].min(self.value);
                if spare {
                    let gaining = self.gaining - usize::from(*gain < I::ZERO);
                    let chosen = within(gaining, self.least, self.most).min(self.order.len() - 1);
                    without[l] = without[l].min(sums[chosen + 1] - *gain);
                }
            } else {
                without[l] = without[l].min(self.value);
                if self.most > 0 {
                    let chosen = within(self.gaining, self.least.saturating_sub(1), self.most - 1);
                    with[l] = with[l].min(*gain + sums[chosen]);
                }
            }
        }
    }
}

/// How the steps go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Steps {
    /// The most steps.
    pub(super) most: usize,
    /// After this number of steps without success the length is halved.
    pub(super) patience: usize,
    /// The first length, in 128ths of the gap.
    pub(super) length: i128,
}

/// Betters the multipliers in place. Stops early if the bound passes `cutoff`.
pub(super) fn ascend<I: Int>(
    model: &Model<I>,
    state: &State,
    at: &mut Multipliers<I>,
    target: I,
    cutoff: I,
    steps: Steps,
) -> I {
    let mean_volume = mean_volume(model);
    let mut best = at.clone();
    let mut best_value = Bound::of(model, state, at, false).value;
    let mut now = at.clone();
    let (mut length, mut waited) = (steps.length, 0);
    for _ in 0..steps.most {
        let bound = Bound::of(model, state, &now, false);
        if bound.value > best_value {
            (best_value, best, waited) = (bound.value, now.clone(), 0);
        } else {
            waited += 1;
            if waited > steps.patience {
                (length, waited) = (length / 2, 0);
                now.clone_from(&best);
                if length == 0 {
                    break;
                }
                continue;
            }
        }
        if best_value > cutoff || best_value >= I::NEVER {
            break;
        }
        let gap = (target - bound.value).wide().max(1);
        if !step(
            model,
            state,
            &mut now,
            &bound,
            (gap / 128 * length).max(gap.min(1 << 64) * length / 128),
            mean_volume,
        ) {
            break;
        }
    }
    *at = best;
    best_value
}

fn mean_volume<I: Int>(model: &Model<I>) -> i128 {
    let sum: i128 = model.weight.iter().map(|w| w.wide()).sum();
    (sum / (model.lots as i128).max(1)).max(1)
}

/// One step of a length; `false` if the bidders' choices fit together already.
fn step<I: Int>(
    model: &Model<I>,
    state: &State,
    at: &mut Multipliers<I>,
    bound: &Bound<I>,
    length: i128,
    mean_volume: i128,
) -> bool {
    let demand = bound.demand(model, state, at);
    let mut norm: i128 = 0;
    for (l, d) in demand.iter().enumerate() {
        if state.left(l) > 1 {
            norm += i128::from((1 - d) * (1 - d));
        }
    }
    let mut excess = Vec::new();
    for (b, side) in model.sides.iter().enumerate() {
        let Some(capacity) = side.capacity else { continue };
        for o in 0..side.options.len() {
            let Some((volume, taken)) = bound.volume(b, o) else { continue };
            let over = volume.wide() - capacity as i128;
            if over > 0 || at.capacity[b][o] > I::ZERO {
                excess.push((b, o, over));
                if taken {
                    let over = over.clamp(-(1 << 60), 1 << 60) / mean_volume;
                    norm += over * over;
                }
            }
        }
    }
    if norm == 0 {
        return false;
    }
    let unit = length / norm;
    let steepest = model.steepest.wide();
    for (l, d) in demand.iter().enumerate() {
        if state.left(l) > 1 && *d != 1 {
            let price = at.price[l].wide().saturating_add(unit.saturating_mul(i128::from(1 - d)));
            at.price[l] = I::narrow(price.clamp(-steepest, steepest));
        }
    }
    for (b, o, over) in excess {
        let over = over.clamp(-(1 << 60), 1 << 60);
        let price =
            at.capacity[b][o].wide().saturating_add((unit / mean_volume).saturating_mul(over) / mean_volume);
        at.capacity[b][o] = I::narrow(price.clamp(0, model.steepest_weight.wide()));
    }
    true
}
