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

    /// Copies others of the same shape, without allocating.
    fn copy_from(&mut self, other: &Multipliers<I>) {
        self.price.copy_from_slice(&other.price);
        self.capacity.iter_mut().zip(&other.capacity).for_each(|(to, from)| to.copy_from_slice(from));
    }

    /// As read from a certificate's round for a model of the same problem; `None` if it does not fit.
    pub(super) fn read(model: &Model<I>, round: &Round) -> Option<Multipliers<I>> {
        let mut at = Multipliers::first(model);
        let fits = |v: i128, most: I| v.unsigned_abs() <= most.wide().unsigned_abs();
        if round.prices.len() != model.lots || round.prices.iter().any(|p| !fits(*p, model.steepest)) {
            return None;
        }
        at.price = round.prices.iter().map(|p| I::narrow(*p)).collect();
        for (b, w, price) in &round.capacities {
            let place = at.capacity.get_mut(*b)?.get_mut(*w)?;
            *place = Some(I::narrow(*price)).filter(|_| fits(*price, model.steepest_weight))?;
        }
        Some(at)
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
    /// The open lots by gain; the chosen ones come first.
    order: Vec<(I, u32)>,
}

/// What the bidders choose at some multipliers, and the bound.
#[derive(Clone, Debug)]
pub(super) struct Bound<I> {
    /// No award left has a lower key (scaled); [`Int::NEVER`] if there is none.
    pub(super) value: I,
    offers: Vec<Vec<Offer<I>>>,
    /// By bidder: what it adds to the bound.
    share: Vec<I>,
    /// By bidder: whether some lot is already its.
    given: Vec<bool>,
    /// What being a supplier costs, so that there are enough of them and not too many.
    entry: I,
}

impl<I: Int> Bound<I> {
    /// The bound at some multipliers.
    pub(super) fn of(model: &Model<I>, state: &State, at: &Multipliers<I>) -> Bound<I> {
        let mut bound = Bound {
            value: I::ZERO,
            offers: Vec::with_capacity(model.sides.len()),
            share: vec![I::ZERO; model.sides.len()],
            given: vec![false; model.sides.len()],
            entry: I::ZERO,
        };
        let mut best = Vec::with_capacity(model.sides.len());
        for (b, side) in model.sides.iter().enumerate() {
            let lots = Lots::of(side, state, b);
            bound.given[b] = !lots.given.is_empty();
            let offer = |(o, option)| lots.offer(model, side, option, &at.price, at.capacity[b][o]);
            let offers: Vec<Offer<I>> = if lots.given.is_empty() && lots.open.is_empty() {
                Vec::new()
            } else {
                side.options.iter().enumerate().map(offer).collect()
            };
            let first = (0..offers.len()).min_by_key(|o| offers[*o].value);
            best.push(first.map(|o| offers[o].value).filter(|v| *v < I::NEVER));
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
    fn suppliers(&mut self, model: &Model<I>, best: &[Option<I>]) -> Option<I> {
        if (0..best.len()).any(|b| self.given[b] && best[b].is_none()) {
            return None;
        }
        let given = self.given.iter().filter(|g| **g).count();
        let mut values: Vec<I> =
            (0..best.len()).filter(|b| !self.given[*b]).filter_map(|b| best[b]).collect();
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
            let Some(value) = best else { continue };
            if self.given[b] || *value < self.entry {
                self.share[b] = *value - self.entry;
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
        };
        let has = |l: usize| self.given.contains(&(l as u32)) || self.open.contains(&(l as u32));
        if self.given.len() > option.most || option.must.iter().any(|l| !has(*l)) {
            return offer;
        }
        let mut count = self.given.len();
        for l in &self.given {
            offer.base += gain(*l as usize);
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
        offer.choose();
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
    fn choose(&mut self) {
        self.gaining = self.order.iter().filter(|g| g.0 < I::ZERO).count();
        self.chosen = self.gaining.clamp(self.least, self.most.max(self.least)).min(self.order.len());
        self.order.sort_unstable();
        self.value = self.base + self.sum(self.chosen);
    }

    fn sum(&self, first: usize) -> I {
        let mut sum = I::ZERO;
        self.order[..first].iter().for_each(|g| sum += g.0);
        sum
    }

    /// Lowers, for each open lot, the bidder's best value with the lot and without it.
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

/// A way to win of a bidder, laid out for evaluation: what its lots cost, scaled.
pub(super) struct PackedWay<I> {
    /// Its place among the bidder's ways.
    pub(super) way: usize,
    /// Lots still to choose among those not compulsory, at least and at most.
    least: usize,
    most: usize,
    /// What the given lots cost.
    pub(super) base: I,
    /// By open lot of the bidder: what it costs.
    pub(super) cost: Vec<I>,
    /// Open lots that the way asks for, by their place among the bidder's open lots.
    pub(super) must: Vec<usize>,
}

/// A bidder who has lots or may get some.
pub(super) struct PackedBidder<I> {
    /// The bidder.
    pub(super) bidder: usize,
    /// How many lots it has for certain, and their volume.
    pub(super) given: usize,
    pub(super) given_volume: u128,
    /// Their volume as a weight of capacity multipliers.
    pub(super) given_weight: I,
    /// Its open lots.
    pub(super) lots: Vec<usize>,
    pub(super) weight: Vec<I>,
    /// By open lot: the least that it costs in any way.
    least: Vec<I>,
    pub(super) ways: Vec<PackedWay<I>>,
    /// Its open bundles, by places among its open lots.
    pub(super) bundles: Vec<Vec<usize>>,
    /// Its capacity as a figure, 0 where there is none.
    pub(super) capacity: I,
    /// The best value of winning something; [`Int::NEVER`] if it cannot, or need not be known.
    value: I,
    /// The way that has it, by its place in `ways`.
    best: usize,
    /// Whether it takes something, and what it adds to the bound.
    takes: bool,
    pub(super) share: I,
}

/// The bound on what is open at a state, evaluated without allocating anything: most bidders gain nothing and are skipped.
pub(super) struct Relaxation<I> {
    pub(super) bidders: Vec<PackedBidder<I>>,
    /// Lots with two or more candidates.
    pub(super) open: Vec<usize>,
    /// Those of them that may stay unawarded, with the scaled key of that.
    pub(super) spare: Vec<(usize, I)>,
    /// The scaled keys of lots that nobody gets.
    constant: I,
    certain: usize,
    /// The bound at the multipliers last evaluated; [`Int::NEVER`] if there is no award.
    pub(super) value: I,
    /// What being a supplier costs there.
    pub(super) entry: I,
    /// The number of suppliers that the entry price pays for.
    pub(super) entries: usize,
    gains: Vec<I>,
    order: Vec<(I, usize)>,
    values: Vec<I>,
    demand: Vec<i32>,
    /// Work done: a step is about a microsecond.
    pub(super) work: u64,
}

impl<I: Int> Relaxation<I> {
    /// Lays a state out. It must be concluded.
    pub(super) fn of(model: &Model<I>, state: &State) -> Relaxation<I> {
        let nobody = model.sides.len();
        let mut packed = Relaxation {
            bidders: Vec::new(),
            open: (0..model.lots).filter(|l| state.left(*l) > 1).collect(),
            spare: Vec::new(),
            constant: I::ZERO,
            certain: 0,
            value: I::ZERO,
            entry: I::ZERO,
            entries: 0,
            gains: Vec::new(),
            order: Vec::new(),
            values: Vec::new(),
            demand: vec![0; model.lots],
            work: 0,
        };
        for l in 0..model.lots {
            if state.is_open(nobody, l) {
                let key = model.fallback[l] * model.scale;
                if state.left(l) > 1 {
                    packed.spare.push((l, key));
                } else {
                    packed.constant += key;
                }
            }
        }
        for bidder in 0..nobody {
            let one = PackedBidder::of(model, state, bidder);
            if one.given > 0 || !one.lots.is_empty() {
                packed.certain += usize::from(one.given > 0);
                packed.bidders.push(one);
            }
        }
        packed
    }

    /// The bound at some multipliers. The prices of lots without a choice do not matter.
    pub(super) fn evaluate(&mut self, model: &Model<I>, at: &Multipliers<I>) -> I {
        (self.entry, self.entries) = (I::ZERO, 0);
        self.work += 1 + self.bidders.len() as u64 / 8;
        let mut gaining = 0;
        for one in &mut self.bidders {
            one.evaluate(at, true, &mut self.gains);
            gaining += usize::from(one.given == 0 && one.value < I::ZERO);
            if one.given > 0 && one.value >= I::NEVER {
                self.value = I::NEVER;
                return self.value;
            }
        }
        let mut total = self.constant;
        let few = self.certain + gaining < model.min_suppliers;
        if few || self.certain + gaining > model.max_suppliers {
            let place = if few {
                self.bidders.iter_mut().for_each(|one| one.evaluate(at, false, &mut self.gains));
                self.entries = model.min_suppliers;
                Some(model.min_suppliers - self.certain - 1)
            } else {
                self.entries = model.max_suppliers;
                model.max_suppliers.checked_sub(self.certain)
            };
            self.values.clear();
            let others = self.bidders.iter().filter(|one| one.given == 0 && one.value < I::NEVER);
            self.values.extend(others.map(|one| one.value));
            self.values.sort_unstable();
            let Some(entry) = place.and_then(|place| self.values.get(place)) else {
                self.value = I::NEVER;
                return self.value;
            };
            self.entry = *entry;
            total += self.entry * I::narrow(self.entries as i128);
        }
        for one in &mut self.bidders {
            one.takes = one.given > 0 || one.value < self.entry;
            one.share = if one.takes { one.value - self.entry } else { I::ZERO };
            total += one.share;
        }
        for l in &self.open {
            total += at.price[*l];
        }
        for (l, key) in &self.spare {
            let gain = *key - at.price[*l];
            if gain < I::ZERO {
                total += gain;
            }
        }
        self.value = total;
        total
    }

    /// By lot: the bidders who take it at the multipliers last evaluated.
    pub(super) fn wanted(&mut self, lots: usize, at: &Multipliers<I>) -> Vec<Vec<usize>> {
        let mut wanted = vec![Vec::new(); lots];
        for one in self.bidders.iter().filter(|one| one.takes) {
            one.choose(at, &mut self.gains, &mut self.order);
            self.order.iter().for_each(|(_, i)| wanted[one.lots[*i]].push(one.bidder));
        }
        wanted
    }

    /// One subgradient step of a length from the multipliers last evaluated; `false` if the choices fit together already.
    fn step(&mut self, model: &Model<I>, at: &mut Multipliers<I>, length: i128, mean_volume: i128) -> bool {
        self.open.iter().for_each(|l| self.demand[*l] = 0);
        let mut norm: i128 = 0;
        let mut excess = Vec::new();
        for one in self.bidders.iter().filter(|one| one.takes) {
            one.choose(at, &mut self.gains, &mut self.order);
            let mut volume = one.given_weight;
            for (_, i) in &self.order {
                self.demand[one.lots[*i]] += 1;
                volume += one.weight[*i];
            }
            if one.capacity == I::ZERO {
                continue;
            }
            let way = one.ways[one.best].way;
            let over = (volume - one.capacity).wide().clamp(-(1 << 60), 1 << 60);
            if over > 0 || at.capacity[one.bidder][way] > I::ZERO {
                excess.push((one.bidder, way, over));
                let over = over / mean_volume;
                norm += over * over;
            }
        }
        for (l, key) in &self.spare {
            self.demand[*l] += i32::from(*key < at.price[*l]);
        }
        norm += self.open.iter().map(|l| i128::from((1 - self.demand[*l]).pow(2))).sum::<i128>();
        if norm == 0 {
            return false;
        }
        let unit = length / norm;
        let steepest = model.steepest.wide();
        for l in &self.open {
            let d = self.demand[*l];
            if d != 1 {
                let price = at.price[*l].wide().saturating_add(unit.saturating_mul(i128::from(1 - d)));
                at.price[*l] = I::narrow(price.clamp(-steepest, steepest));
            }
        }
        for (b, way, over) in excess {
            let change = (unit / mean_volume).saturating_mul(over) / mean_volume;
            let price = at.capacity[b][way].wide().saturating_add(change);
            at.capacity[b][way] = I::narrow(price.clamp(0, model.steepest_weight.wide()));
        }
        true
    }
}

impl<I: Int> PackedBidder<I> {
    /// Lays a bidder out.
    pub(super) fn of(model: &Model<I>, state: &State, bidder: usize) -> PackedBidder<I> {
        let side = &model.sides[bidder];
        let (mut given, mut lots) = (Vec::new(), Vec::new());
        for l in &side.admissible {
            if state.is_open(bidder, *l) {
                if state.left(*l) == 1 { given.push(*l) } else { lots.push(*l) }
            }
        }
        let place = |l: &usize| lots.iter().position(|o| o == l);
        let mut one = PackedBidder {
            bidder,
            given: given.len(),
            given_volume: given.iter().map(|l| u128::from(model.volume[*l])).sum(),
            given_weight: I::ZERO,
            weight: lots.iter().map(|l| model.weight[*l]).collect(),
            least: vec![I::NEVER; lots.len()],
            ways: Vec::new(),
            bundles: Vec::new(),
            capacity: side
                .capacity
                .filter(|_| model.steepest_weight > I::ZERO)
                .map_or(I::ZERO, |c| I::narrow(c as i128)),
            value: I::NEVER,
            best: 0,
            takes: false,
            share: I::ZERO,
            lots: Vec::new(),
        };
        given.iter().for_each(|l| one.given_weight += model.weight[*l]);
        for set in &side.together {
            let places: Vec<usize> = set.iter().filter_map(place).collect();
            if places.len() == set.len() {
                one.bundles.push(places);
            }
        }
        for (way, choice) in side.options.iter().enumerate() {
            let row = choice.tier * model.lots;
            let mut must = Vec::new();
            let mut possible = true;
            for l in &choice.must {
                match place(l) {
                    Some(i) => must.push(i),
                    None => possible &= given.contains(l),
                }
            }
            let count = given.len() + must.len();
            let least = choice.least.saturating_sub(count);
            if !possible || count > choice.most || least > lots.len() - must.len() {
                continue;
            }
            let mut base = I::ZERO;
            given.iter().for_each(|l| base += side.cost[row + l] * model.scale);
            let cost: Vec<I> = lots.iter().map(|l| side.cost[row + l] * model.scale).collect();
            one.least.iter_mut().zip(&cost).for_each(|(least, c)| *least = (*least).min(*c));
            one.ways.push(PackedWay { way, least, most: choice.most - count, base, cost, must });
        }
        one.lots = lots;
        one
    }

    /// Leaves out the case that it gets nothing but what is given.
    pub(super) fn more_than_given(&mut self) {
        self.ways.retain_mut(|way| {
            let more = way.most.min(self.lots.len() - way.must.len());
            way.least = if way.must.is_empty() { way.least.max(1) } else { way.least };
            way.least <= more
        });
    }

    /// Evaluates its best value of winning something.
    pub(super) fn value_at(&mut self, at: &Multipliers<I>) {
        self.evaluate(at, false, &mut Vec::new());
    }

    /// That value; [`Int::NEVER`] if it cannot win anything.
    pub(super) fn value(&self) -> I {
        self.value
    }

    /// The capacity price of a way, if capacity can bind.
    pub(super) fn rate(&self, at: &Multipliers<I>, way: &PackedWay<I>) -> I {
        if self.capacity == I::ZERO { I::ZERO } else { at.capacity[self.bidder][way.way] }
    }

    /// The best value of winning something. With `lazy`, a bidder to whom no lot is worth its price is passed over.
    fn evaluate(&mut self, at: &Multipliers<I>, lazy: bool, gains: &mut Vec<I>) {
        self.value = I::NEVER;
        if lazy
            && self.given == 0
            && at.capacity[self.bidder].iter().all(|p| *p == I::ZERO)
            && self.lots.iter().zip(&self.least).all(|(l, c)| *c >= at.price[*l])
        {
            return;
        }
        for w in 0..self.ways.len() {
            let value = self.value_of(at, w, self.value, gains);
            if value < self.value {
                (self.value, self.best) = (value, w);
            }
        }
    }

    /// What the open lots gain in a way, and its value without any that may be chosen: that with compulsory lots.
    fn gains(&self, at: &Multipliers<I>, way: &PackedWay<I>, gains: &mut Vec<I>) -> I {
        let rate = self.rate(at, way);
        gains.clear();
        let mut base = way.base;
        if rate == I::ZERO {
            gains.extend(self.lots.iter().zip(&way.cost).map(|(l, c)| *c - at.price[*l]));
        } else {
            base += rate * (self.given_weight - self.capacity);
            let dear = self.lots.iter().zip(&way.cost).zip(&self.weight);
            gains.extend(dear.map(|((l, c), v)| *c + rate * *v - at.price[*l]));
        }
        for bundle in &self.bundles {
            let mut sum = I::ZERO;
            bundle.iter().for_each(|i| sum += gains[*i]);
            let mean = I::narrow(sum.wide().div_euclid(bundle.len() as i128));
            bundle.iter().for_each(|i| gains[*i] = mean);
        }
        way.must.iter().for_each(|i| base += gains[*i]);
        base
    }

    /// The value of a way, or something not below `best` if it is not better.
    fn value_of(&self, at: &Multipliers<I>, w: usize, best: I, gains: &mut Vec<I>) -> I {
        let way = &self.ways[w];
        let base = self.gains(at, way, gains);
        if !way.must.is_empty() {
            let mut at = 0;
            gains.retain(|_| {
                at += 1;
                !way.must.contains(&(at - 1))
            });
        }
        let (mut gaining, mut sum) = (0, base);
        for gain in gains.iter() {
            if *gain < I::ZERO {
                gaining += 1;
                sum += *gain;
            }
        }
        if sum >= best || (gaining >= way.least && gaining <= way.most) {
            return sum;
        }
        let k = gaining.clamp(way.least, way.most);
        base + least_sum(gains, k)
    }

    /// Puts the lots that its best way takes into `order`, by place.
    fn choose(&self, at: &Multipliers<I>, gains: &mut Vec<I>, order: &mut Vec<(I, usize)>) {
        let way = &self.ways[self.best];
        self.gains(at, way, gains);
        order.clear();
        let free = |i: &usize| way.must.is_empty() || !way.must.contains(i);
        order.extend(gains.iter().copied().enumerate().filter(|(i, _)| free(i)).map(|(i, g)| (g, i)));
        let gaining = order.iter().filter(|(g, _)| *g < I::ZERO).count();
        let k = gaining.clamp(way.least, way.most);
        if k == gaining {
            order.retain(|(g, _)| *g < I::ZERO);
        } else if k < order.len() {
            if k > 0 {
                order.select_nth_unstable(k - 1);
            }
            order.truncate(k);
        }
        order.extend(way.must.iter().map(|i| (gains[*i], *i)));
    }
}

/// The sum of the `k` least gains.
fn least_sum<I: Int>(gains: &mut [I], k: usize) -> I {
    let mut sum = I::ZERO;
    if k == 0 {
        return sum;
    }
    if k >= gains.len() {
        gains.iter().for_each(|g| sum += *g);
        return sum;
    }
    if k <= 4 {
        let mut least = [I::NEVER; 5];
        for gain in gains.iter() {
            let mut i = k;
            while i > 0 && *gain < least[i - 1] {
                least[i] = least[i - 1];
                i -= 1;
            }
            least[i] = *gain;
        }
        least[..k].iter().for_each(|g| sum += *g);
        return sum;
    }
    gains.select_nth_unstable(k - 1);
    gains[..k].iter().for_each(|g| sum += *g);
    sum
}

/// An ascent: better multipliers, step by step, with a memory between its chunks.
pub(super) struct Ascent<I> {
    /// The best multipliers so far, and the bound that they prove.
    pub(super) best: Multipliers<I>,
    pub(super) best_value: I,
    now: Multipliers<I>,
    /// In 128ths of the gap.
    length: i128,
    waited: usize,
    patience: usize,
    mean_volume: i128,
}

impl<I: Int> Ascent<I> {
    /// An ascent from some multipliers, its first step of a length in 128ths of the gap.
    pub(super) fn new(model: &Model<I>, at: Multipliers<I>, length: i128, patience: usize) -> Ascent<I> {
        let sum: i128 = model.weight.iter().map(|w| w.wide()).sum();
        Ascent {
            now: at.clone(),
            best: at,
            best_value: I::ZERO - I::NEVER,
            length,
            waited: 0,
            patience,
            mean_volume: (sum / (model.lots as i128).max(1)).max(1),
        }
    }

    /// Evaluates the best multipliers on a relaxation, perhaps a narrower one than before.
    pub(super) fn settle(&mut self, model: &Model<I>, relaxation: &mut Relaxation<I>) -> I {
        self.best_value = relaxation.evaluate(model, &self.best);
        self.best_value
    }

    /// Takes up to `steps` steps towards a target. Stops early if the bound passes `cutoff`. Ends with the relaxation
    /// evaluated at the best multipliers.
    pub(super) fn climb(
        &mut self,
        model: &Model<I>,
        relaxation: &mut Relaxation<I>,
        target: I,
        cutoff: I,
        steps: usize,
    ) -> I {
        self.best_value = relaxation.evaluate(model, &self.best);
        let mut value = self.best_value;
        self.now.copy_from(&self.best);
        for _ in 0..steps {
            if self.best_value > cutoff || self.best_value >= I::NEVER || self.length == 0 {
                break;
            }
            let gap = (target - value).wide().max(1);
            let length = (gap / 128 * self.length).max(gap.min(1 << 64) * self.length / 128);
            if !relaxation.step(model, &mut self.now, length, self.mean_volume) {
                break;
            }
            value = relaxation.evaluate(model, &self.now);
            if value > self.best_value {
                self.best_value = value;
                self.best.copy_from(&self.now);
                self.waited = 0;
                continue;
            }
            self.waited += 1;
            if self.waited > self.patience {
                (self.length, self.waited) = (self.length / 2, 0);
                self.now.copy_from(&self.best);
                value = relaxation.evaluate(model, &self.now);
            }
        }
        self.settle(model, relaxation)
    }
}
