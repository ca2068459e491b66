//! Which candidates each lot still has, and what the rules conclude from that.

use super::rules::Rules;

/// For each lot its candidates: bidders by number, then "unawarded" with the number of bidders.
#[derive(Clone)]
pub(crate) struct Open {
    by_lot: Vec<Vec<bool>>,
}

impl Open {
    pub(crate) fn of(rules: &Rules<'_>) -> Open {
        let candidates = |l: usize| {
            let bidders = rules.problem.bidders.iter().map(move |b| b.costs[l].is_some());
            bidders.chain([true]).collect()
        };
        Open { by_lot: (0..rules.problem.lots.len()).map(candidates).collect() }
    }

    pub(crate) fn may_take(&self, candidate: usize, lot: usize) -> bool {
        self.by_lot[lot][candidate]
    }

    pub(crate) fn number_open(&self, lot: usize) -> usize {
        self.by_lot[lot].iter().filter(|o| **o).count()
    }

    /// The lot's only candidate.
    pub(crate) fn sole(&self, lot: usize) -> Option<usize> {
        let mut open = self.still_open(lot);
        open.next().filter(|_| open.next().is_none())
    }

    pub(crate) fn still_open(&self, lot: usize) -> impl Iterator<Item = usize> {
        self.by_lot[lot].iter().enumerate().filter(|(_, o)| **o).map(|(c, _)| c)
    }

    pub(crate) fn strike(&mut self, candidate: usize, lot: usize) {
        self.by_lot[lot][candidate] = false;
    }

    pub(crate) fn settle_on(&mut self, candidate: usize, lot: usize) {
        for (c, open) in self.by_lot[lot].iter_mut().enumerate() {
            *open &= c == candidate;
        }
    }

    /// Closes what the rules forbid, again and again; `false` if that leaves no award.
    pub(crate) fn apply_rules(&mut self, rules: &Rules<'_>) -> bool {
        loop {
            let before = self.clone();
            let mut share = Vec::new();
            for bidder in 0..rules.problem.bidders.len() {
                if !self.apply_rules_to(rules, bidder) {
                    return false;
                }
                let has = |own: bool| {
                    let is = |l: usize| self.may_take(bidder, l) && (self.sole(l) == Some(bidder)) == own;
                    (0..self.by_lot.len()).any(is)
                };
                share.push((has(true), has(false)));
            }
            let certain = share.iter().filter(|s| s.0).count();
            let possible = share.iter().filter(|s| s.0 || s.1).count();
            if possible < rules.least_suppliers || certain > rules.most_suppliers {
                return false;
            }
            if certain == rules.most_suppliers {
                for (bidder, _) in share.iter().enumerate().filter(|(_, s)| !s.0) {
                    (0..self.by_lot.len()).for_each(|l| self.strike(bidder, l));
                }
            }
            if (0..self.by_lot.len()).any(|l| self.number_open(l) == 0) {
                return false;
            }
            if self.by_lot == before.by_lot {
                return true;
            }
        }
    }

    fn apply_rules_to(&mut self, rules: &Rules<'_>, bidder: usize) -> bool {
        for bundle in &rules.bundles[bidder] {
            let missing = bundle.iter().any(|l| !self.may_take(bidder, *l));
            let certain = bundle.iter().any(|l| self.sole(*l) == Some(bidder));
            if missing && certain {
                return false;
            }
            for l in bundle {
                if missing {
                    self.strike(bidder, *l);
                } else if certain {
                    self.settle_on(bidder, *l);
                }
            }
        }
        let own: Vec<usize> = (0..self.by_lot.len()).filter(|l| self.sole(*l) == Some(bidder)).collect();
        let volume = |l: usize| u128::from(rules.problem.lots[l].volume);
        let used: u128 = own.iter().map(|l| volume(*l)).sum();
        let fits = |more: u128| rules.capacity[bidder].is_none_or(|c| used + more <= c);
        if own.len() > rules.most[bidder] || !fits(0) {
            return false;
        }
        for l in (0..self.by_lot.len()).filter(|l| !own.contains(l)) {
            if own.len() == rules.most[bidder] || !fits(volume(l)) {
                self.strike(bidder, l);
            }
        }
        true
    }
}
