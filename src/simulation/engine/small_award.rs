//! The award of a few lots to a few bidders, many times over: a search by depth that takes the lots in order and leaves off as
//! soon as even the lowest costs of the lots to come cannot do. Where it takes too long, the general solver does it.

/// More steps than this, and the search gives up.
const STEPS: u32 = 20_000;
/// What an unawarded lot adds to a key where the fewest unawarded lots come first: more than any sum of costs.
const SURCHARGE: i128 = 1 << 100;

/// One lot: what it costs if nobody gets it, its volume, and the bids with their costs.
#[derive(Clone, Debug, Default)]
pub(super) struct LotChoice {
    pub(super) fallback: i128,
    pub(super) volume: u64,
    /// Bidder and cost.
    pub(super) bids: Vec<(usize, i128)>,
}

/// The structure's rules across lots.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Limits {
    pub(super) lots_per_bidder: Option<u32>,
    pub(super) min_suppliers: u32,
    pub(super) max_suppliers: Option<u32>,
    /// Whether a lot may stay unawarded because that is cheaper.
    pub(super) if_cheaper: bool,
}

/// How a search ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Settled {
    /// One award is best: [`SmallAward::winners`].
    One,
    /// Several are; [`SmallAward::choose`] takes one.
    Several,
    /// No award is feasible, or the search took too long.
    GivenUp,
}

/// A search, with all that it holds on to between draws.
#[derive(Debug, Default)]
pub(super) struct SmallAward {
    limits: Limits,
    /// By bidder: the room left for volume and for lots.
    room: Vec<(Option<u64>, Option<u32>)>,
    lots_of: Vec<u32>,
    suppliers: u32,
    /// By lot: the least that it and the lots after it add to a key.
    least: Vec<i128>,
    under_way: Vec<Option<usize>>,
    best: Vec<Option<usize>>,
    best_key: i128,
    several: bool,
    steps: u32,
}

impl SmallAward {
    /// The limits of the lots to be awarded: those of the structure, and by bidder its capacity and its most lots.
    pub(super) fn set_limits(
        &mut self,
        limits: Limits,
        bidders: impl Iterator<Item = (Option<u64>, Option<u32>)>,
    ) {
        self.limits = limits;
        self.room.clear();
        self.room.extend(bidders.map(|(capacity, most)| {
            let most = match (most, limits.lots_per_bidder) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
            (capacity, most)
        }));
    }

    /// The winners by lot of the award found last.
    pub(super) fn winners(&self) -> &[Option<usize>] {
        &self.best
    }

    /// Finds the best awards.
    pub(super) fn solve(&mut self, lots: &[LotChoice]) -> Settled {
        if self.is_free() {
            return self.solve_each(lots);
        }
        self.begin(lots);
        self.best_key = i128::MAX;
        self.descend(lots, 0, 0, &Goal::Best);
        match (self.steps > STEPS || self.best_key == i128::MAX, self.several) {
            (true, _) => Settled::GivenUp,
            (false, true) => Settled::Several,
            (false, false) => Settled::One,
        }
    }

    /// After [`Settled::Several`]: of the best awards the one that a public draw chooses: lot by lot the bidder drawn earlier,
    /// an unawarded lot last. Whether it was found.
    pub(super) fn choose(&mut self, lots: &[LotChoice], order: &[usize]) -> bool {
        if self.is_free() {
            for (winner, lot) in self.best.iter_mut().zip(lots) {
                let lowest = lot.lowest(self.limits.if_cheaper);
                let drawn = order.iter().find(|&&b| lot.bids.contains(&(b, lowest)));
                *winner = drawn.copied();
            }
            return true;
        }
        let key = self.best_key;
        self.begin(lots);
        self.best_key = key;
        self.descend(lots, 0, 0, &Goal::First(order));
        self.steps <= STEPS && self.several
    }

    /// Whether nothing ties the lots together.
    fn is_free(&self) -> bool {
        self.limits.min_suppliers == 0
            && self.limits.max_suppliers.is_none()
            && self.room.iter().all(|r| *r == (None, None))
    }

    /// Each lot by itself.
    fn solve_each(&mut self, lots: &[LotChoice]) -> Settled {
        self.best.clear();
        let mut several = false;
        for lot in lots {
            let lowest = lot.lowest(self.limits.if_cheaper);
            let mut winners = lot.bids.iter().filter(|(_, cost)| *cost == lowest).map(|(b, _)| *b);
            let first = winners.next();
            let nobody = self.limits.if_cheaper && lot.fallback == lowest;
            several |= first.is_some() && (winners.next().is_some() || nobody);
            self.best.push(first);
        }
        if several { Settled::Several } else { Settled::One }
    }

    fn begin(&mut self, lots: &[LotChoice]) {
        self.least.clear();
        self.least.resize(lots.len() + 1, 0);
        for (l, lot) in lots.iter().enumerate().rev() {
            let bids = lot.bids.iter().map(|(_, cost)| *cost).min();
            let lowest = bids.map_or(self.unawarded(lot), |cost| cost.min(self.unawarded(lot)));
            self.least[l] = self.least[l + 1] + lowest;
        }
        self.lots_of.clear();
        self.lots_of.resize(self.room.len(), 0);
        (self.suppliers, self.steps, self.several) = (0, 0, false);
        self.under_way.clear();
    }

    /// What an unawarded lot adds to the key.
    fn unawarded(&self, lot: &LotChoice) -> i128 {
        lot.fallback + if self.limits.if_cheaper { 0 } else { SURCHARGE }
    }

    fn descend(&mut self, lots: &[LotChoice], l: usize, key: i128, goal: &Goal<'_>) {
        self.steps += 1;
        if self.steps > STEPS || goal.is_reached(self) || key + self.least[l] > self.best_key {
            return;
        }
        if self.several && key + self.least[l] == self.best_key {
            return;
        }
        let Some(lot) = lots.get(l) else {
            if self.suppliers >= self.limits.min_suppliers {
                self.found(key, goal);
            }
            return;
        };
        match goal {
            Goal::Best => {
                // the lowest cost first
                let mut from = None;
                while let Some((cost, bidder)) = next_above(&lot.bids, from) {
                    self.award(lots, l, key + cost, bidder, goal);
                    from = Some((cost, bidder));
                }
            }
            Goal::First(order) => {
                for &bidder in *order {
                    if let Some((_, cost)) = lot.bids.iter().find(|(b, _)| *b == bidder) {
                        self.award(lots, l, key + cost, bidder, goal);
                    }
                }
            }
        }
        self.under_way.push(None);
        self.descend(lots, l + 1, key + self.unawarded(lot), goal);
        self.under_way.pop();
    }

    /// Gives a lot to a bidder, if its limits allow, and goes on.
    fn award(&mut self, lots: &[LotChoice], l: usize, key: i128, bidder: usize, goal: &Goal<'_>) {
        let (room, most) = self.room[bidder];
        let volume = lots[l].volume;
        let new = self.lots_of[bidder] == 0;
        let fits = room.is_none_or(|room| volume <= room)
            && most.is_none_or(|most| self.lots_of[bidder] < most)
            && (!new || self.limits.max_suppliers.is_none_or(|most| self.suppliers < most));
        if !fits {
            return;
        }
        self.room[bidder].0 = room.map(|room| room - volume);
        self.lots_of[bidder] += 1;
        self.suppliers += u32::from(new);
        self.under_way.push(Some(bidder));
        self.descend(lots, l + 1, key, goal);
        self.under_way.pop();
        self.suppliers -= u32::from(new);
        self.lots_of[bidder] -= 1;
        self.room[bidder].0 = room;
    }

    fn found(&mut self, key: i128, goal: &Goal<'_>) {
        match goal {
            Goal::Best if key == self.best_key => self.several = true,
            Goal::Best => {
                (self.best_key, self.several) = (key, false);
                self.best.clone_from(&self.under_way);
            }
            Goal::First(_) => {
                self.several = true;
                self.best.clone_from(&self.under_way);
            }
        }
    }
}

/// What a search is after.
enum Goal<'o> {
    /// The lowest key, and whether several awards have it.
    Best,
    /// The first award with the key that is known, the bidders taken in this order.
    First(&'o [usize]),
}

impl Goal<'_> {
    fn is_reached(&self, search: &SmallAward) -> bool {
        matches!(self, Goal::First(_)) && search.several
    }
}

impl LotChoice {
    /// The lowest cost of those who may win the lot: nobody, where nobody bids or that may be better.
    fn lowest(&self, if_cheaper: bool) -> i128 {
        let bids = self.bids.iter().map(|(_, cost)| *cost).min();
        match bids {
            Some(cost) if if_cheaper => cost.min(self.fallback),
            Some(cost) => cost,
            None => self.fallback,
        }
    }
}

/// The next bid by cost, then bidder.
fn next_above(bids: &[(usize, i128)], from: Option<(i128, usize)>) -> Option<(i128, usize)> {
    bids.iter().map(|(b, cost)| (*cost, *b)).filter(|bid| from.is_none_or(|from| *bid > from)).min()
}
