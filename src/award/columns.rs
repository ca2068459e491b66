//! Sets of lots as columns: every set of every bidder that can be part of a good enough award, and the awards made of them.
//!
//! At given multipliers the *excess* of a bidder's set is what it costs more than the multipliers pay for it, less the
//! bidder's share of the bound. An award's key is the bound plus the excesses of its sets (and, where being a supplier has
//! a price, something that is never negative). So an award within a gap of the bound consists of sets within the gap, and
//! they are few if the multipliers are good: an exact cover of the lots by them is the best award. The sets keep capacity
//! exactly, so the multipliers are bettered once more on the explicit columns.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::Award;
use super::branch_and_bound::State;
use super::int::Int;
use super::lagrangian::{Multipliers, PackedBidder, Relaxation};
use super::model::{Model, Side};
use super::subset_dp::compare;

/// A set of open lots, one bit each.
pub(super) type Mask<const W: usize> = [u64; W];

/// A set of open lots that a bidder may take, and its excess (scaled).
#[derive(Clone, Copy, Debug)]
pub(super) struct Column<I, const W: usize> {
    pub(super) excess: I,
    pub(super) set: Mask<W>,
}

/// The columns of one bidder, or of one lot that may stay unawarded, by excess.
#[derive(Clone, Debug)]
pub(super) struct Group<I, const W: usize> {
    /// The bidder; the number of bidders for a lot that may stay unawarded.
    pub(super) candidate: usize,
    /// Whether it is a supplier even with the empty set, since lots are already its.
    given: bool,
    pub(super) columns: Vec<Column<I, W>>,
}

/// All columns within a part of the gap at some multipliers.
#[derive(Clone, Debug)]
pub(super) struct Columns<I, const W: usize> {
    /// By bit: the lot.
    lots: Vec<usize>,
    groups: Vec<Group<I, W>>,
    /// The bound (scaled): an award's key is this plus its excesses, and the entry price for suppliers beyond `entries`.
    pub(super) bound: I,
    entry: I,
    entries: usize,
}

/// The best awards among those that were looked at.
#[derive(Clone, Debug)]
pub(super) struct Covers<I> {
    /// The best key, if one was found that is no worse than the limit.
    pub(super) key: Option<I>,
    /// Awards that have it, in order; at most one more than are listed.
    pub(super) awards: Vec<Award>,
    /// How many have it.
    pub(super) count: u128,
}

/// What awards matter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted<I> {
    /// No award with a higher key matters.
    pub(super) highest: I,
    /// How many of the best are listed; 0: one is enough, and an equally good one does not matter.
    pub(super) listed: usize,
    /// Whether the first award found is enough.
    pub(super) any: bool,
}

impl<I: Int> Covers<I> {
    pub(super) fn none() -> Covers<I> {
        Covers { key: None, awards: Vec::new(), count: 0 }
    }

    /// The highest key that still matters.
    fn highest(&self, wanted: Wanted<I>) -> I {
        match self.key {
            Some(key) if wanted.listed == 0 => key - I::narrow(1),
            Some(key) => key,
            None => wanted.highest,
        }
    }

    fn add(&mut self, key: I, award: Award, wanted: Wanted<I>) {
        if key > self.highest(wanted) {
            return;
        }
        if self.key != Some(key) {
            *self = Covers { key: Some(key), awards: Vec::new(), count: 0 };
        }
        self.count += 1;
        if self.awards.len() <= wanted.listed {
            self.awards.push(award);
        }
    }
}

fn bit<const W: usize>(mask: &Mask<W>, i: usize) -> bool {
    mask[i / 64] >> (i % 64) & 1 == 1
}

fn set<const W: usize>(mask: &mut Mask<W>, i: usize) {
    mask[i / 64] |= 1 << (i % 64);
}

fn meets<const W: usize>(a: &Mask<W>, b: &Mask<W>) -> bool {
    (0..W).any(|w| a[w] & b[w] != 0)
}

fn contains<const W: usize>(a: &Mask<W>, b: &Mask<W>) -> bool {
    (0..W).all(|w| a[w] & b[w] == b[w])
}

fn joined<const W: usize>(a: &Mask<W>, b: &Mask<W>) -> Mask<W> {
    std::array::from_fn(|w| a[w] | b[w])
}

/// The bits of a mask, ascending.
fn bits<const W: usize>(mask: &Mask<W>) -> impl Iterator<Item = usize> {
    let mask = *mask;
    (0..W).flat_map(move |w| {
        let mut word = mask[w];
        std::iter::from_fn(move || {
            let i = word.trailing_zeros() as usize;
            if word == 0 {
                return None;
            }
            word &= word - 1;
            Some(w * 64 + i)
        })
    })
}

// --- Listing -------------------------------------------------------------------------------------------------------

impl<I: Int, const W: usize> Columns<I, W> {
    /// Lists all columns whose excess is at most `part` at the multipliers last evaluated, in at most `steps` steps.
    pub(super) fn list(
        model: &Model<I>,
        state: &State,
        relaxation: &Relaxation<I>,
        at: &Multipliers<I>,
        part: I,
        steps: &mut u64,
    ) -> Option<Columns<I, W>> {
        let mut columns = Columns::empty(relaxation)?;
        let place = columns.places(model);
        for one in &relaxation.bidders {
            columns.groups.push(list_bidder(model, state, relaxation, at, one, &place, part, steps)?);
        }
        columns.add_unawarded(model, relaxation, at, part);
        Some(columns)
    }

    /// These columns with one bidder's own listed anew, as they are with what a state gives it, within a part; the bound
    /// is given too.
    pub(super) fn with_own(
        &self,
        (model, state, at): (&Model<I>, &State, &Multipliers<I>),
        relaxation: &Relaxation<I>,
        one: &PackedBidder<I>,
        bound: I,
        part: I,
        steps: &mut u64,
    ) -> Option<Columns<I, W>> {
        let place = self.places(model);
        let own = list_bidder(model, state, relaxation, at, one, &place, part, steps)?;
        let mut groups = Vec::with_capacity(self.groups.len() + 1);
        for group in self.groups.iter().filter(|g| g.candidate != one.bidder) {
            let keep = group.columns.partition_point(|c| c.excess <= part);
            let columns = group.columns[..keep].to_vec();
            groups.push(Group { candidate: group.candidate, given: group.given, columns });
        }
        groups.push(own);
        Some(Columns { lots: self.lots.clone(), groups, bound, entry: self.entry, entries: self.entries })
    }

    fn empty(relaxation: &Relaxation<I>) -> Option<Columns<I, W>> {
        (relaxation.open.len() <= 64 * W).then(|| Columns {
            lots: relaxation.open.clone(),
            groups: Vec::with_capacity(relaxation.bidders.len() + relaxation.spare.len()),
            bound: relaxation.value,
            entry: relaxation.entry,
            entries: relaxation.entries,
        })
    }

    /// By lot: its bit.
    fn places(&self, model: &Model<I>) -> Vec<usize> {
        let mut place = vec![usize::MAX; model.lots];
        self.lots.iter().enumerate().for_each(|(i, l)| place[*l] = i);
        place
    }

    fn add_unawarded(&mut self, model: &Model<I>, relaxation: &Relaxation<I>, at: &Multipliers<I>, part: I) {
        let place = self.places(model);
        for (l, key) in &relaxation.spare {
            let gain = *key - at.price[*l];
            let share = gain.min(I::ZERO);
            let mut alone = [0; W];
            set(&mut alone, place[*l]);
            let both = [(I::ZERO - share, [0; W]), (gain - share, alone)];
            let mut columns: Vec<Column<I, W>> = Vec::with_capacity(2);
            columns
                .extend(both.iter().filter(|(e, _)| *e <= part).map(|(e, s)| Column { excess: *e, set: *s }));
            columns.sort_unstable_by_key(|c| c.excess);
            self.groups.push(Group { candidate: model.sides.len(), given: false, columns });
        }
    }

    /// What the excesses of an award may add up to, so that it is within a part of the gap and its key is not too high.
    fn slack(&self, model: &Model<I>, highest: I, part: I) -> I {
        if highest.is_never() { part } else { (highest * model.scale - self.bound).min(part) }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.groups.iter().map(|g| g.columns.len()).sum()
    }

    /// Drops the columns that no award within a limit (a scaled key) can use.
    pub(super) fn narrow(&mut self, limit: I) -> bool {
        let mut slack = limit - self.bound;
        for group in &self.groups {
            let Some(first) = group.columns.first() else { return false };
            slack -= first.excess;
        }
        if slack < I::ZERO {
            return false;
        }
        for group in &mut self.groups {
            let least = group.columns[0].excess;
            let keep = group.columns.partition_point(|c| c.excess - least <= slack);
            group.columns.truncate(keep);
        }
        true
    }
}

/// A lot or a bundle that a bidder may take.
struct Item<I, const W: usize> {
    /// Its gain, the price of capacity included.
    priced: I,
    /// Its gain.
    gain: I,
    volume: u128,
    size: usize,
    set: Mask<W>,
}

/// Lists a bidder's sets in one way, depth first.
struct Lister<'a, I, const W: usize> {
    side: &'a Side<I>,
    way: usize,
    items: Vec<Item<I, W>>,
    /// By number of items: the sum of the first priced gains.
    sums: Vec<I>,
    /// How many items have a negative priced gain.
    negative: usize,
    /// Whether all items are single lots.
    single: bool,
    least: usize,
    most: usize,
    /// The greatest sum of gains that is within the part, and the sum whose excess is 0.
    limit: I,
    offset: I,
    capacity: u128,
    given: &'a [usize],
    lots: &'a [usize],
    columns: Vec<Column<I, W>>,
}

#[allow(clippy::too_many_arguments)]
fn list_bidder<I: Int, const W: usize>(
    model: &Model<I>,
    state: &State,
    relaxation: &Relaxation<I>,
    at: &Multipliers<I>,
    one: &PackedBidder<I>,
    place: &[usize],
    part: I,
    steps: &mut u64,
) -> Option<Group<I, W>> {
    let side = &model.sides[one.bidder];
    let mut columns = Vec::new();
    let nothing = I::ZERO - one.share;
    if one.given == 0 && nothing <= part {
        columns.push(Column { excess: nothing, set: [0; W] });
    }
    let given: Vec<usize> = if one.given == 0 {
        Vec::new()
    } else {
        side.admissible.iter().copied().filter(|l| state.is_fixed(one.bidder, *l)).collect()
    };
    for packed in &one.ways {
        let rate = one.rate(at, packed);
        // What the sums of gains may be, so that the excess is within the part.
        let room = part + one.share + relaxation.entry - packed.base;
        let (mut base, mut base_priced, mut set_base) = (I::ZERO, I::ZERO, [0; W]);
        base_priced += rate * (one.given_weight - one.capacity);
        let (mut volume, mut count) = (one.given_volume, one.given);
        let choice = &side.options[packed.way];
        let gain = |i: usize| packed.cost[i] - at.price[one.lots[i]];
        let weight = |i: usize| one.weight[i];
        let mut items = Vec::new();
        let mut taken =
            vec![false; if side.together.is_empty() && packed.must.is_empty() { 0 } else { one.lots.len() }];
        // Whatever is compulsory comes with its bundle.
        let mut queue: Vec<usize> = packed.must.clone();
        for bundle in &one.bundles {
            if bundle.iter().any(|i| packed.must.contains(i)) {
                queue.extend(bundle);
            }
        }
        for i in queue {
            if !taken[i] {
                taken[i] = true;
                base += gain(i);
                base_priced += gain(i) + rate * weight(i);
                volume += u128::from(model.volume[one.lots[i]]);
                count += 1;
                set(&mut set_base, place[one.lots[i]]);
            }
        }
        let mut single = true;
        for bundle in &one.bundles {
            if taken[bundle[0]] {
                continue;
            }
            let mut item =
                Item { priced: I::ZERO, gain: I::ZERO, volume: 0, size: bundle.len(), set: [0; W] };
            for i in bundle {
                taken[*i] = true;
                item.gain += gain(*i);
                item.priced += gain(*i) + rate * weight(*i);
                item.volume += u128::from(model.volume[one.lots[*i]]);
                set(&mut item.set, place[one.lots[*i]]);
            }
            single = false;
            items.push(item);
        }
        // No set with an item is within the limit if that item and all that gain are not.
        let mut gaining = I::ZERO;
        for i in 0..one.lots.len() {
            let value = gain(i) + rate * weight(i);
            if value < I::ZERO && taken.get(i) != Some(&true) {
                gaining += value;
            }
        }
        items.iter().filter(|i| i.priced < I::ZERO).for_each(|i| gaining += i.priced);
        let spare = room - base_priced - gaining;
        if spare < I::ZERO {
            continue;
        }
        items.retain(|i| i.priced <= spare);
        for i in 0..one.lots.len() {
            let value = gain(i);
            let priced = value + rate * weight(i);
            if priced <= spare && taken.get(i) != Some(&true) {
                let mut alone = [0; W];
                set(&mut alone, place[one.lots[i]]);
                let volume = u128::from(model.volume[one.lots[i]]);
                items.push(Item { priced, gain: value, volume, size: 1, set: alone });
            }
        }
        items.sort_unstable_by_key(|i| i.priced);
        let mut sums = Vec::with_capacity(items.len() + 1);
        let mut sum = I::ZERO;
        sums.push(sum);
        for item in &items {
            sum += item.priced;
            sums.push(sum);
        }
        let mut lister = Lister {
            side,
            way: packed.way,
            negative: items.partition_point(|i| i.priced < I::ZERO),
            items,
            sums,
            single,
            least: choice.least,
            most: choice.most.min(side.most),
            limit: room,
            offset: room - part,
            capacity: side.capacity.unwrap_or(u128::MAX),
            given: &given,
            lots: &relaxation.open,
            columns: std::mem::take(&mut columns),
        };
        if volume <= lister.capacity && count <= lister.most {
            let start = Made { priced: base_priced, gain: base, volume, count, set: set_base };
            lister.grow(0, start, steps)?;
        }
        columns = lister.columns;
    }
    columns.sort_unstable_by_key(|c| c.excess);
    Some(Group { candidate: one.bidder, given: one.given > 0, columns })
}

/// A set in the making.
#[derive(Clone, Copy)]
struct Made<I, const W: usize> {
    priced: I,
    gain: I,
    volume: u128,
    count: usize,
    set: Mask<W>,
}

impl<I: Int, const W: usize> Lister<'_, I, W> {
    /// The least sum of priced gains of items from a place on, for a set that has `count` lots already.
    fn completion(&self, from: usize, count: usize) -> I {
        let gaining = self.negative.saturating_sub(from);
        let n = if self.single {
            gaining.max(self.least.saturating_sub(count)).min(self.most - count)
        } else {
            gaining
        };
        let end = (from + n).min(self.items.len());
        self.sums[end] - self.sums[from]
    }

    fn grow(&mut self, from: usize, made: Made<I, W>, steps: &mut u64) -> Option<()> {
        if made.count >= self.least && made.gain <= self.limit && self.is_its_way(&made) {
            self.columns.push(Column { excess: made.gain - self.offset, set: made.set });
        }
        for i in from..self.items.len() {
            *steps = steps.checked_sub(1)?;
            let item = &self.items[i];
            let next = Made {
                priced: made.priced + item.priced,
                gain: made.gain + item.gain,
                volume: made.volume + item.volume,
                count: made.count + item.size,
                set: joined(&made.set, &item.set),
            };
            if next.count > self.most {
                if self.single {
                    break;
                }
                continue;
            }
            if next.priced + self.completion(i + 1, next.count) > self.limit {
                break;
            }
            if next.volume <= self.capacity {
                self.grow(i + 1, next, steps)?;
            }
        }
        Some(())
    }

    /// Whether the set gets its tier by this way first, so that it is listed once.
    fn is_its_way(&self, made: &Made<I, W>) -> bool {
        if let Some(tier) = self.side.tier_by_count(made.count) {
            let first =
                |o: &super::model::Choice| o.tier == tier && o.least <= made.count && made.count <= o.most;
            return self.side.options.iter().position(first) == Some(self.way);
        }
        let mut lots: Vec<usize> = self.given.to_vec();
        lots.extend(bits(&made.set).map(|i| self.lots[i]));
        lots.sort_unstable();
        let tier = self.side.tier_of(&lots);
        let met = |o: &super::model::Choice| {
            o.tier == tier && o.least <= lots.len() && o.must.iter().all(|l| lots.binary_search(l).is_ok())
        };
        self.side.options.iter().position(met) == Some(self.way)
    }
}

// --- Exact cover ---------------------------------------------------------------------------------------------------

/// What follows for a group at a node: by bit, the least excess with the lot and without it, above the group's least.
struct Ahead<I> {
    with: Vec<I>,
    without: Vec<I>,
}

/// The search for covers: one column of each group, all lots once, the total excess within the slack.
struct Cover<'a, I, const W: usize> {
    model: &'a Model<I>,
    columns: &'a Columns<I, W>,
    given: &'a Award,
    wanted: Wanted<I>,
    /// No total excess above this (the part of the gap that was listed).
    part: I,
    found: Covers<I>,
    nodes: u64,
    ahead: Vec<Ahead<I>>,
    away: Vec<I>,
    never: Vec<(u32, usize)>,
}

/// The columns still possible, by group.
type Live<I, const W: usize> = Vec<Vec<Column<I, W>>>;

impl<I: Int, const W: usize> Columns<I, W> {
    /// The best awards made of these columns with a total excess of at most `part`, and whether all were looked at in
    /// `nodes` nodes. `given` has the winners of the lots without a choice.
    pub(super) fn cover(
        &self,
        model: &Model<I>,
        given: &Award,
        wanted: Wanted<I>,
        part: I,
        nodes: &mut u64,
    ) -> (Covers<I>, bool) {
        let bits = self.lots.len();
        let ahead = || Ahead { with: vec![I::NEVER; bits], without: vec![I::NEVER; bits] };
        let mut cover = Cover {
            model,
            columns: self,
            given,
            wanted,
            part,
            found: Covers::none(),
            nodes: *nodes,
            ahead: self.groups.iter().map(|_| ahead()).collect(),
            away: vec![I::ZERO; bits],
            never: vec![(0, 0); bits],
        };
        let live = self.groups.iter().map(|g| g.columns.clone()).collect();
        let complete = cover.visit(live).is_some();
        *nodes = cover.nodes;
        let mut found = cover.found;
        found.awards.sort_by(compare);
        (found, complete)
    }
}

impl<I: Int, const W: usize> Cover<'_, I, W> {
    fn slack(&self) -> I {
        self.columns.slack(self.model, self.found.highest(self.wanted), self.part)
    }

    fn done(&self) -> bool {
        self.wanted.any && self.found.key.is_some()
    }

    /// `None`: too many nodes.
    fn visit(&mut self, mut live: Live<I, W>) -> Option<()> {
        if self.done() {
            return Some(());
        }
        self.nodes = self.nodes.checked_sub(1)?;
        let mut total;
        let mut room;
        loop {
            (total, room) = match self.prune(&mut live) {
                Some(left) => left,
                None => return Some(()),
            };
            self.look(&live);
            match self.force(&mut live, room) {
                None => return Some(()),
                Some(false) => break,
                Some(true) => {}
            }
        }
        let _ = total;
        let Some(lot) = self.choose(&live, room) else {
            self.leaf(&live);
            return Some(());
        };
        let mut children: Vec<(I, usize)> = (0..live.len())
            .filter_map(|g| self.child(&live, g, lot).filter(|v| *v <= room).map(|v| (v, g)))
            .collect();
        children.sort_unstable();
        for (value, group) in children {
            // The slack may have shrunk since.
            if total + value > self.slack() {
                continue;
            }
            let mut inner = live.clone();
            for (g, columns) in inner.iter_mut().enumerate() {
                columns.retain(|c| bit(&c.set, lot) == (g == group));
            }
            self.visit(inner)?;
        }
        Some(())
    }

    /// Drops columns beyond the slack. Gives the sum of least excesses and what is left of the slack; `None` if nothing is.
    fn prune(&self, live: &mut Live<I, W>) -> Option<(I, I)> {
        let mut total = I::ZERO;
        for columns in live.iter() {
            total += columns.first()?.excess;
        }
        let room = self.slack() - total;
        if room < I::ZERO {
            return None;
        }
        for columns in live.iter_mut() {
            let least = columns[0].excess;
            let keep = columns.partition_point(|c| c.excess - least <= room);
            columns.truncate(keep);
        }
        Some((total, room))
    }

    /// Works out, for each group and lot, the least excess with the lot and without it.
    fn look(&mut self, live: &Live<I, W>) {
        self.away.fill(I::ZERO);
        self.never.fill((0, 0));
        for (g, columns) in live.iter().enumerate() {
            let least = columns[0].excess;
            let (mut with, mut without) = ([0u64; W], [0u64; W]);
            let (mut any, mut all) = ([0u64; W], [u64::MAX; W]);
            for c in columns {
                any = joined(&any, &c.set);
                all = std::array::from_fn(|w| all[w] & c.set[w]);
            }
            let ahead = &mut self.ahead[g];
            bits(&any).for_each(|i| (ahead.with[i], ahead.without[i]) = (I::NEVER, I::NEVER));
            for c in columns {
                let excess = c.excess - least;
                let new: Mask<W> = std::array::from_fn(|w| c.set[w] & !with[w]);
                bits(&new).for_each(|i| ahead.with[i] = excess);
                with = joined(&with, &new);
                let new: Mask<W> = std::array::from_fn(|w| any[w] & !c.set[w] & !without[w]);
                bits(&new).for_each(|i| ahead.without[i] = excess);
                without = joined(&without, &new);
                if with == any && (0..W).all(|w| without[w] == any[w] & !all[w]) {
                    break;
                }
            }
            for i in bits(&any) {
                if ahead.without[i].is_never() {
                    self.never[i] = (self.never[i].0 + 1, g);
                } else {
                    self.away[i] += ahead.without[i];
                }
            }
        }
    }

    /// What it adds to the least excesses that a group gets a lot.
    fn child(&self, live: &Live<I, W>, g: usize, lot: usize) -> Option<I> {
        let never = self.never[lot];
        let ahead = &self.ahead[g];
        if never.0 > 1 || (never.0 == 1 && never.1 != g) || !live[g].iter().any(|c| bit(&c.set, lot)) {
            return None;
        }
        let own = if never.0 == 1 { I::ZERO } else { ahead.without[lot] };
        Some(ahead.with[lot] + self.away[lot] - own)
    }

    /// Bans groups from lots that they cannot have and gives them those that nobody else can. `None`: nothing is left.
    fn force(&mut self, live: &mut Live<I, W>, room: I) -> Option<bool> {
        let lots = self.columns.lots.len();
        let mut ban: Vec<Mask<W>> = vec![[0; W]; live.len()];
        let mut need: Vec<Mask<W>> = vec![[0; W]; live.len()];
        let mut takers = vec![(0u32, 0usize); lots];
        for (g, columns) in live.iter().enumerate() {
            let mut any = [0u64; W];
            columns.iter().for_each(|c| any = joined(&any, &c.set));
            let ahead = &self.ahead[g];
            for i in bits(&any) {
                let never = self.never[i];
                let own = if never.0 == 1 && never.1 == g { I::ZERO } else { ahead.without[i] };
                let possible = never.0 == 0 || (never.0 == 1 && never.1 == g);
                if possible && ahead.with[i] + self.away[i] - own <= room {
                    takers[i] = (takers[i].0 + 1, g);
                } else {
                    set(&mut ban[g], i);
                }
            }
        }
        for (i, (number, g)) in takers.iter().enumerate() {
            match number {
                0 => return None,
                1 => set(&mut need[*g], i),
                _ => {}
            }
        }
        let mut changed = false;
        for (g, columns) in live.iter_mut().enumerate() {
            let before = columns.len();
            columns.retain(|c| !meets(&c.set, &ban[g]) && contains(&c.set, &need[g]));
            if columns.is_empty() {
                return None;
            }
            changed |= columns.len() < before;
        }
        Some(changed)
    }

    /// The lot whose children add most; `None` if every lot has its taker.
    fn choose(&self, live: &Live<I, W>, room: I) -> Option<usize> {
        let mut least: Vec<(I, I, u32)> = vec![(I::NEVER, I::NEVER, 0); self.columns.lots.len()];
        for (g, columns) in live.iter().enumerate() {
            let mut any = [0u64; W];
            columns.iter().for_each(|c| any = joined(&any, &c.set));
            for i in bits(&any) {
                let never = self.never[i];
                let own = if never.0 == 1 { I::ZERO } else { self.ahead[g].without[i] };
                let value = self.ahead[g].with[i] + self.away[i] - own;
                let place = &mut least[i];
                place.2 += 1;
                if value < place.0 {
                    (place.0, place.1) = (value, place.0);
                } else if value < place.1 {
                    place.1 = value;
                }
            }
        }
        let open = (0..least.len()).filter(|i| least[*i].2 > 1);
        open.max_by_key(|i| {
            let (first, second, number) = least[*i];
            let second = second.min(room);
            (first + first + first + second, std::cmp::Reverse(number), std::cmp::Reverse(*i))
        })
    }

    fn leaf(&mut self, live: &Live<I, W>) {
        let nobody = self.model.sides.len();
        let mut award = self.given.clone();
        for (group, columns) in self.columns.groups.iter().zip(live) {
            let winner = Some(group.candidate).filter(|c| *c < nobody);
            bits(&columns[0].set).for_each(|i| award[self.columns.lots[i]] = winner);
        }
        if let Some(key) = self.model.key_of(&award) {
            self.found.add(key, award, self.wanted);
        }
    }
}

// --- Repricing -----------------------------------------------------------------------------------------------------

impl<I: Int, const W: usize> Columns<I, W> {
    /// Betters the prices on these columns alone, in up to `steps` steps towards a limit (a scaled key): the bound rises,
    /// the excesses change, and every award's sum stays the same. Gives the change of each lot's price.
    ///
    /// True of awards made of these columns only.
    pub(super) fn reprice(&mut self, limit: I, steps: usize) -> Vec<I> {
        let bits_of = self.lots.len();
        let mut flat: Vec<(I, Mask<W>)> = Vec::new();
        let mut ends = Vec::new();
        for group in &self.groups {
            flat.extend(group.columns.iter().map(|c| (c.excess, c.set)));
            ends.push(flat.len());
        }
        let (mut now, mut best) = (vec![I::ZERO; bits_of], vec![I::ZERO; bits_of]);
        let mut best_value = I::ZERO - I::NEVER;
        let (mut length, mut waited) = (128i128, 0);
        // No change beyond this is of use, and no sum of such changes overflows.
        let furthest = (limit - self.bound).wide().max(0) * 4;
        let mut demand = vec![0i32; bits_of];
        for _ in 0..steps {
            demand.fill(0);
            let mut value = self.bound;
            now.iter().for_each(|d| value += *d);
            let mut start = 0;
            for end in &ends {
                let mut least = (I::NEVER, start);
                for (i, (excess, mask)) in flat[start..*end].iter().enumerate() {
                    let mut reduced = *excess;
                    bits(mask).for_each(|b| reduced -= now[b]);
                    if reduced < least.0 {
                        least = (reduced, start + i);
                    }
                }
                if *end > start {
                    value += least.0;
                    bits(&flat[least.1].1).for_each(|b| demand[b] += 1);
                }
                start = *end;
            }
            if value > best_value {
                (best_value, waited) = (value, 0);
                best.clone_from(&now);
            } else {
                waited += 1;
                if waited > 6 {
                    (length, waited) = (length / 2, 0);
                    now.clone_from(&best);
                    if length == 0 {
                        break;
                    }
                    continue;
                }
            }
            let norm: i128 = demand.iter().map(|d| i128::from((1 - d) * (1 - d))).sum();
            if norm == 0 || best_value > limit {
                break;
            }
            let gap = (limit - value).wide().max(1);
            let unit = (gap / 128 * length).max(gap.min(1 << 64) * length / 128) / norm;
            for (price, d) in now.iter_mut().zip(&demand) {
                let changed = price.wide() + unit * i128::from(1 - d);
                *price = I::narrow(changed.clamp(-furthest, furthest));
            }
        }
        self.apply(&best);
        best
    }

    /// Changes the lots' prices on these columns.
    fn apply(&mut self, change: &[I]) {
        change.iter().for_each(|d| self.bound += *d);
        for group in &mut self.groups {
            for c in &mut group.columns {
                bits(&c.set).for_each(|b| c.excess -= change[b]);
            }
            group.columns.sort_unstable_by_key(|c| c.excess);
            if let Some(first) = group.columns.first().map(|c| c.excess) {
                self.bound += first;
                group.columns.iter_mut().for_each(|c| c.excess -= first);
            }
        }
    }
}

// --- The table of sets ---------------------------------------------------------------------------------------------

/// A hash for masks: multiplication and a fold are enough.
#[derive(Default)]
struct Fold(u64);

impl Hasher for Fold {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|b| self.write_u64(u64::from(*b)));
    }
    fn write_u64(&mut self, n: u64) {
        let wide = u128::from(self.0 ^ n) * 0x9E37_79B9_7F4A_7C15;
        self.0 = (wide as u64) ^ ((wide >> 64) as u64);
    }
    fn write_usize(&mut self, n: usize) {
        self.write_u64(n as u64);
    }
}

/// The lots taken, and the number of suppliers as far as it matters.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Taken<const W: usize> {
    set: Mask<W>,
    suppliers: usize,
}

impl<const W: usize> std::hash::Hash for Taken<W> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.set.iter().for_each(|w| state.write_u64(*w));
        state.write_usize(self.suppliers);
    }
}

/// By lots taken: the least excess, and in how many ways it comes about.
type Layer<I, const W: usize> = HashMap<Taken<W>, (I, u64), BuildHasherDefault<Fold>>;

impl<I: Int, const W: usize> Columns<I, W> {
    /// The best awards made of these columns, by dynamic programming over the sets that are within the limit; `None` where
    /// there are more than `budget` of them, or more ways than can be counted. All awards within `wanted.highest` are looked at.
    pub(super) fn table(
        &self,
        model: &Model<I>,
        given: &Award,
        wanted: Wanted<I>,
        part: I,
        budget: &mut u64,
    ) -> Option<Covers<I>> {
        let slack = self.slack(model, wanted.highest, part);
        let mut order: Vec<usize> = (0..self.groups.len()).collect();
        order.sort_by_key(|g| (self.groups[*g].columns.len(), *g));
        let nobody = model.sides.len();
        let counted = self.counted(model);
        let after = |group: &Group<I, W>, set: &Mask<W>, before: usize| {
            let one = group.candidate < nobody && (group.given || *set != [0; W]);
            (before + usize::from(one)).min(counted)
        };
        // From each place on: the least that the later groups add, and the lots that they can take.
        let mut rest = vec![(I::ZERO, [0u64; W]); order.len() + 1];
        for (k, g) in order.iter().enumerate().rev() {
            let columns = &self.groups[*g].columns;
            let Some(first) = columns.first() else { return Some(Covers::none()) };
            let mut any = rest[k + 1].1;
            columns.iter().for_each(|c| any = joined(&any, &c.set));
            rest[k] = (rest[k + 1].0 + first.excess, any);
        }
        let mut all = [0u64; W];
        (0..self.lots.len()).for_each(|i| set(&mut all, i));
        if !contains(&rest[0].1, &all) {
            return Some(Covers::none());
        }
        let mut layers: Vec<Layer<I, W>> = Vec::with_capacity(order.len() + 1);
        let mut first = Layer::default();
        first.insert(Taken { set: [0; W], suppliers: 0 }, (I::ZERO, 1));
        layers.push(first);
        for (k, g) in order.iter().enumerate() {
            let group = &self.groups[*g];
            let (later, reach) = rest[k + 1];
            let missing: Mask<W> = std::array::from_fn(|w| all[w] & !reach[w]);
            let mut next = Layer::default();
            for (taken, (excess, ways)) in &layers[k] {
                for c in &group.columns {
                    let sum = *excess + c.excess;
                    if sum + later > slack {
                        break;
                    }
                    if meets(&c.set, &taken.set) {
                        continue;
                    }
                    let both = joined(&c.set, &taken.set);
                    if !contains(&both, &missing) {
                        continue;
                    }
                    let to = Taken { set: both, suppliers: after(group, &c.set, taken.suppliers) };
                    if next.len() as u64 >= *budget {
                        *budget = 0;
                        return None;
                    }
                    let place = next.entry(to).or_insert((I::NEVER, 0));
                    if sum < place.0 {
                        *place = (sum, *ways);
                    } else if sum == place.0 {
                        place.1 = place.1.checked_add(*ways)?;
                    }
                }
            }
            *budget -= next.len() as u64;
            layers.push(next);
        }
        let mut found = Covers::none();
        let ends: Vec<(usize, I)> = (0..=counted)
            .filter(|n| *n >= model.min_suppliers && *n <= model.max_suppliers)
            .filter_map(|n| layers[order.len()].get(&Taken { set: all, suppliers: n }).map(|v| (n, *v)))
            .filter_map(|(n, (excess, ways))| {
                let extra = self.entry.wide() * (n as i128 - self.entries as i128);
                let key = self.bound.wide() + excess.wide() + extra;
                let key = I::narrow(key.div_euclid(model.scale.wide()));
                if key > wanted.highest {
                    return None;
                }
                if found.key.is_none_or(|k| key < k) {
                    (found.key, found.count) = (Some(key), 0);
                }
                if found.key == Some(key) {
                    found.count = found.count.saturating_add(ways.into());
                }
                Some((n, key))
            })
            .collect();
        let most = if wanted.listed == 0 { 1 } else { wanted.listed + 1 };
        for (n, _) in ends.iter().filter(|(_, key)| found.key == Some(*key)) {
            let mut trace = Trace { columns: self, order: &order, layers: &layers, nobody, counted, most };
            trace.back(order.len(), Taken { set: all, suppliers: *n }, &mut given.clone(), &mut found.awards);
        }
        found.awards.sort_by(compare);
        Some(found)
    }

    /// Suppliers are counted up to this: beyond it no number is too large or changes the key.
    fn counted(&self, model: &Model<I>) -> usize {
        let suppliers = self.groups.iter().filter(|g| g.candidate < model.sides.len()).count();
        if self.entry != I::ZERO || model.max_suppliers < suppliers.min(model.lots) {
            return suppliers;
        }
        model.min_suppliers
    }
}

/// Lists awards from the layers of a table.
struct Trace<'a, I, const W: usize> {
    columns: &'a Columns<I, W>,
    order: &'a [usize],
    layers: &'a [Layer<I, W>],
    nobody: usize,
    counted: usize,
    most: usize,
}

impl<I: Int, const W: usize> Trace<'_, I, W> {
    fn back(&mut self, k: usize, taken: Taken<W>, award: &mut Award, into: &mut Vec<Award>) {
        if into.len() >= self.most {
            return;
        }
        let Some(k) = k.checked_sub(1) else {
            into.push(award.clone());
            return;
        };
        let group = &self.columns.groups[self.order[k]];
        let Some((excess, _)) = self.layers[k + 1].get(&taken) else { return };
        for c in group.columns.iter().filter(|c| contains(&taken.set, &c.set)) {
            let set: Mask<W> = std::array::from_fn(|w| taken.set[w] & !c.set[w]);
            let one = group.candidate < self.nobody && (group.given || c.set != [0; W]);
            for suppliers in 0..=self.counted {
                if (suppliers + usize::from(one)).min(self.counted) != taken.suppliers {
                    continue;
                }
                let before = Taken { set, suppliers };
                if self.layers[k].get(&before).is_some_and(|(e, _)| *e + c.excess == *excess) {
                    let winner = Some(group.candidate).filter(|c| *c < self.nobody);
                    bits(&c.set).for_each(|i| award[self.columns.lots[i]] = winner);
                    self.back(k, before, award, into);
                }
            }
        }
    }
}
