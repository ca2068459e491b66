//! Ties that cost the same: where every candidate asks the same for each lot that is open, whatever it wins, an award is as
//! good as any other as soon as it keeps the rules. Then ties are counted, listed and asked about without a search.

use super::Award;
use super::branch_and_bound::State;
use super::int::Int;
use super::model::Model;

/// The open lots of a state in which all awards cost the same.
pub(super) struct FlatTies<'m, I> {
    model: &'m Model<I>,
    /// The open lots, ascending.
    lots: Vec<usize>,
    /// By open lot: its candidates; the number of bidders for nobody.
    candidates: Vec<Vec<usize>>,
    /// The winners of the other lots.
    given: Award,
}

/// How much every bidder has.
#[derive(Clone)]
pub(super) struct Load {
    count: Vec<usize>,
    volume: Vec<u128>,
    suppliers: usize,
}

impl Load {
    pub(super) fn of<I: Int>(model: &Model<I>, award: &Award) -> Load {
        let bidders = model.sides.len();
        let mut load = Load { count: vec![0; bidders], volume: vec![0; bidders], suppliers: 0 };
        for (l, winner) in award.iter().enumerate() {
            winner.iter().for_each(|b| load.add(*b, model.volume[l]));
        }
        load
    }

    fn add(&mut self, bidder: usize, volume: u64) {
        self.suppliers += usize::from(self.count[bidder] == 0);
        self.count[bidder] += 1;
        self.volume[bidder] += u128::from(volume);
    }

    fn remove(&mut self, bidder: usize, volume: u64) {
        self.count[bidder] -= 1;
        self.suppliers -= usize::from(self.count[bidder] == 0);
        self.volume[bidder] -= u128::from(volume);
    }

    /// Whether a bidder may have one more lot of a volume, with `less` fewer lots and volume than it has.
    fn fits<I: Int>(&self, model: &Model<I>, bidder: usize, volume: u64, less: Option<u64>) -> bool {
        let side = &model.sides[bidder];
        let has = self.volume[bidder] - less.map_or(0, u128::from);
        self.count[bidder] + 1 - usize::from(less.is_some()) <= side.most
            && side.capacity.is_none_or(|c| has + u128::from(volume) <= c)
    }

    /// Whether a bidder may have what it has.
    fn is_allowed<I: Int>(&self, model: &Model<I>, bidder: usize) -> bool {
        let side = &model.sides[bidder];
        self.count[bidder] <= side.most && side.capacity.is_none_or(|c| self.volume[bidder] <= c)
    }

    /// Gives a lot from its winner to another.
    pub(super) fn shift(&mut self, from: Option<usize>, to: Option<usize>, volume: u64) {
        from.iter().for_each(|b| self.remove(*b, volume));
        to.iter().for_each(|b| self.add(*b, volume));
    }
}

impl<'m, I: Int> FlatTies<'m, I> {
    /// The awards of a state, which all cost the same. `None` if they may cost different sums, or if rules other than numbers
    /// and capacity matter.
    pub(super) fn of(model: &'m Model<I>, state: &State) -> Option<FlatTies<'m, I>> {
        let (flat, _, dearest) = FlatTies::cheapest(model, state)?;
        dearest.then_some(flat)
    }

    /// The awards of a state in which everybody who wins a lot asks the least that anybody asks for it. `None` if they cost
    /// something else than a key, so that they are not all that have it.
    pub(super) fn with_key(model: &'m Model<I>, state: &State, key: I) -> Option<FlatTies<'m, I>> {
        let (flat, sum, _) = FlatTies::cheapest(model, state)?;
        (sum == key).then_some(flat)
    }

    /// Each lot's cheapest candidates, the sum of what they ask, and whether nobody asks more.
    fn cheapest(model: &'m Model<I>, state: &State) -> Option<(FlatTies<'m, I>, I, bool)> {
        let nobody = model.sides.len();
        if model.max_suppliers < nobody.min(model.lots) {
            return None;
        }
        let (mut sum, mut same) = (I::ZERO, true);
        let mut flat =
            FlatTies { model, lots: Vec::new(), candidates: Vec::new(), given: vec![None; model.lots] };
        for lot in 0..model.lots {
            let mut least = I::NEVER;
            let mut all = Vec::new();
            for c in state.candidates(lot) {
                let cost = if c == nobody {
                    model.fallback[lot]
                } else {
                    let side = &model.sides[c];
                    if side.cost.len() != model.lots || side.bundle[lot].is_some() {
                        return None;
                    }
                    side.cost[lot]
                };
                same &= all.is_empty() || cost == least;
                if cost < least {
                    (least, all) = (cost, Vec::new());
                }
                if cost == least {
                    all.push(c);
                }
            }
            sum += least;
            match all[..] {
                [] => return None,
                [one] => flat.given[lot] = Some(one).filter(|c| *c < nobody),
                _ => {
                    flat.lots.push(lot);
                    flat.candidates.push(all);
                }
            }
        }
        Some((flat, sum, same))
    }

    /// One award, if there are certainly more than `limit`.
    ///
    /// A box gives each lot some of its candidates so that every combination keeps number and capacity, and a few lots one
    /// candidate each so that there are enough suppliers. The boxes differ in the first lots, so their sizes add up.
    pub(super) fn more_than(&self, limit: u128) -> Option<Award> {
        let mut order: Vec<usize> = (0..self.lots.len()).collect();
        order.sort_by_key(|i| (std::cmp::Reverse(self.model.volume[self.lots[*i]]), *i));
        let first = *order.first()?;
        let load = Load::of(self.model, &self.given);
        if !(0..self.model.sides.len()).all(|b| load.is_allowed(self.model, b)) {
            return None;
        }
        let (mut sum, mut award) = (0u128, None);
        // Where lots are few, boxes are small: then they differ in two lots.
        let second = order.get(1).filter(|_| order.len() <= 14);
        for c in &self.candidates[first] {
            for d in second
                .map_or(&[][..], |i| &self.candidates[*i])
                .iter()
                .map(Some)
                .chain(second.is_none().then_some(None))
            {
                let begin: Vec<usize> = [c].into_iter().chain(d).copied().collect();
                if let Some((size, one)) = self.grow_box(&order, &begin) {
                    sum = sum.saturating_add(size);
                    award = award.or(Some(one));
                    if sum > limit {
                        return award;
                    }
                }
            }
        }
        None
    }

    /// The number of awards in a box whose first lots go to given candidates, and one of them.
    fn grow_box(&self, order: &[usize], begin: &[usize]) -> Option<(u128, Award)> {
        let nobody = self.model.sides.len();
        let volume = |i: usize| self.model.volume[self.lots[i]];
        let mut load = Load::of(self.model, &self.given);
        let mut chosen: Vec<Vec<usize>> = vec![Vec::new(); self.lots.len()];
        let mut single = vec![false; self.lots.len()];
        let take = |load: &mut Load, chosen: &mut Vec<Vec<usize>>, i: usize, c: usize| {
            if c < nobody {
                load.add(c, volume(i));
            }
            chosen[i].push(c);
        };
        for (i, c) in order.iter().zip(begin) {
            if *c < nobody && !load.fits(self.model, *c, volume(*i), None) {
                return None;
            }
            take(&mut load, &mut chosen, *i, *c);
            single[*i] = true;
        }
        // Small lots make sure of the number of suppliers.
        for i in order[begin.len()..].iter().rev() {
            if load.suppliers >= self.model.min_suppliers {
                break;
            }
            let fits = |c: &&usize| {
                **c < nobody && load.count[**c] == 0 && load.fits(self.model, **c, volume(*i), None)
            };
            if let Some(c) = self.candidates[*i].iter().find(fits) {
                take(&mut load, &mut chosen, *i, *c);
                single[*i] = true;
            }
        }
        if load.suppliers < self.model.min_suppliers {
            return None;
        }
        let mut award = self.given.clone();
        for round in 0.. {
            let mut grew = false;
            for i in order.iter().copied().filter(|i| !single[*i]) {
                let fits = |c: &&usize| {
                    !chosen[i].contains(c) && (**c == nobody || load.fits(self.model, **c, volume(i), None))
                };
                let room = |c: &&usize| {
                    let free = |b: usize| {
                        let all = self.model.sides[b].capacity.unwrap_or(u128::MAX);
                        all - load.volume[b]
                    };
                    (if **c == nobody { u128::MAX } else { free(**c) }, std::cmp::Reverse(**c))
                };
                match self.candidates[i].iter().filter(fits).max_by_key(room) {
                    Some(c) => {
                        take(&mut load, &mut chosen, i, *c);
                        grew = true;
                    }
                    None if round == 0 => return None,
                    None => {}
                }
            }
            if !grew {
                break;
            }
        }
        let mut size = 1u128;
        for (i, some) in chosen.iter().enumerate() {
            size = size.saturating_mul(some.len() as u128);
            award[self.lots[i]] = some.first().copied().filter(|c| *c < nobody);
        }
        Some((size, award))
    }

    /// The exact number of awards, for up to 14 open lots: bidder by bidder, the number of ways to give away each set of lots.
    pub(super) fn count(&self) -> Option<u128> {
        if self.lots.len() > 14 {
            return None;
        }
        let most = self.candidates.iter().try_fold(1u64, |n, c| n.checked_mul(c.len() as u64));
        Some(if most.is_some() { self.count_in::<u64>() } else { self.count_in::<u128>() })
    }

    fn count_in<N: Copy + Default + PartialEq + std::ops::AddAssign + From<u8> + Into<u128>>(&self) -> u128 {
        let (model, nobody) = (self.model, self.model.sides.len());
        let width = 1usize << self.lots.len();
        let load = Load::of(model, &self.given);
        if !(0..nobody).all(|b| load.is_allowed(model, b)) {
            return 0;
        }
        let needed = model.min_suppliers.saturating_sub(load.suppliers);
        // By number of new suppliers (beyond those needed they do not count), then set of lots.
        let mut now = vec![vec![N::default(); width]; needed + 1];
        now[0][0] = N::from(1);
        for b in 0..=nobody {
            let may: Vec<usize> = (0..self.lots.len()).filter(|i| self.candidates[*i].contains(&b)).collect();
            let mut sets = Vec::new();
            self.grow_set(&load, b, &may, (0, 0, 0), &mut sets);
            let mut next = now.clone();
            for (layer, from) in now.iter().enumerate() {
                let new = b < nobody && load.count[b] == 0;
                let to = &mut next[(layer + usize::from(new)).min(needed)];
                let some: Vec<usize> = (0..width).filter(|t| from[*t] != N::default()).collect();
                for set in &sets {
                    if some.len() * 16 < width {
                        for taken in some.iter().filter(|t| **t & set == 0) {
                            to[taken | set] += from[*taken];
                        }
                        continue;
                    }
                    let rest = width - 1 - set;
                    let mut taken = rest;
                    loop {
                        to[taken | set] += from[taken];
                        if taken == 0 {
                            break;
                        }
                        taken = (taken - 1) & rest;
                    }
                }
            }
            now = next;
        }
        now[needed][width - 1].into()
    }

    /// The sets of some lots that a candidate may have, the empty one left out.
    fn grow_set(
        &self,
        load: &Load,
        bidder: usize,
        may: &[usize],
        (set, count, volume): (usize, usize, u128),
        sets: &mut Vec<usize>,
    ) {
        for (place, i) in may.iter().enumerate() {
            let more = (set | 1 << i, count + 1, volume + u128::from(self.model.volume[self.lots[*i]]));
            let fits = self.model.sides.get(bidder).is_none_or(|side| {
                load.count[bidder] + more.1 <= side.most
                    && side.capacity.is_none_or(|c| load.volume[bidder] + more.2 <= c)
            });
            if fits {
                sets.push(more.0);
                self.grow_set(load, bidder, &may[place + 1..], more, sets);
            }
        }
    }

    /// Whether a lot of an award may go to another candidate of it, the rest as it is.
    pub(super) fn may_shift(&self, load: &Load, from: Option<usize>, to: Option<usize>, lot: usize) -> bool {
        let volume = self.model.volume[lot];
        let lost = from.is_some_and(|b| load.count[b] == 1);
        let won = to.is_some_and(|b| load.count[b] == 0);
        load.suppliers + usize::from(won) >= self.model.min_suppliers + usize::from(lost)
            && to.is_none_or(|b| load.fits(self.model, b, volume, None))
    }

    /// Whether a lot may go to a bidder who gives one of its own to the lot's winner.
    pub(super) fn may_swap(&self, load: &Load, award: &Award, state: &State, to: usize, lot: usize) -> bool {
        let nobody = self.model.sides.len();
        let from = award[lot];
        let volume = self.model.volume[lot];
        (0..award.len()).filter(|l| award[*l] == Some(to) && state.left(*l) > 1).any(|own| {
            let back = self.model.volume[own];
            state.is_open(from.unwrap_or(nobody), own)
                && load.fits(self.model, to, volume, Some(back))
                && match from {
                    Some(b) => load.fits(self.model, b, back, Some(volume)),
                    None => true,
                }
        })
    }

    /// Whether a bidder has no room for a lot beside what it wins of some lots for certain.
    pub(super) fn is_full(&self, certain: impl Iterator<Item = usize>, bidder: usize, lot: usize) -> bool {
        let side = &self.model.sides[bidder];
        let (mut count, mut volume) = (1, u128::from(self.model.volume[lot]));
        for l in certain {
            count += 1;
            volume += u128::from(self.model.volume[l]);
        }
        count > side.most || side.capacity.is_some_and(|c| volume > c)
    }

    /// An award in which the first lots have the winners that an award gives them: large lots first, each to whoever has
    /// most room. `None` if that does not work out.
    pub(super) fn complete(&self, state: &State, award: &Award, first: usize) -> Option<Award> {
        let nobody = self.model.sides.len();
        let mut made: Award = award.clone();
        let mut rest: Vec<usize> = Vec::new();
        for l in first..award.len() {
            if state.left(l) > 1 {
                made[l] = None;
                rest.push(l);
            }
        }
        let mut load = Load::of(self.model, &made);
        rest.sort_by_key(|l| (std::cmp::Reverse(self.model.volume[*l]), *l));
        for l in rest {
            let volume = self.model.volume[l];
            let room = |c: &usize| {
                let all = self.model.sides[*c].capacity.unwrap_or(u128::MAX);
                let new = load.suppliers < self.model.min_suppliers && load.count[*c] == 0;
                (new, all - load.volume[*c], std::cmp::Reverse(*c))
            };
            let fits = |c: &usize| *c < nobody && load.fits(self.model, *c, volume, None);
            match state.candidates(l).filter(fits).max_by_key(room) {
                Some(c) => {
                    load.add(c, volume);
                    made[l] = Some(c);
                }
                None if state.is_open(nobody, l) => {}
                None => return None,
            }
        }
        (load.suppliers >= self.model.min_suppliers).then_some(made)
    }
}
