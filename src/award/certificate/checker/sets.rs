//! A leaf solved by dynamic programming: key and number of ways together, the bidders from the last to the first.

use super::Refusal;
use super::open::Open;
use super::rules::{Rules, plus};
use super::tries::Found;

/// No leaf takes more steps or more lots.
const STEPS: u64 = 4_000_000_000;
const LOTS: usize = 20;

/// For each number of suppliers and set of lots the lowest key, and in how many ways it comes about (0: in none).
struct Table {
    keys: Vec<i128>,
    ways: Vec<u128>,
}

/// A number of suppliers that still matters.
#[derive(Clone, Copy)]
struct Suppliers {
    least: usize,
    most: usize,
    /// Numbers from here on are all one, if that is so.
    enough: Option<usize>,
}

impl Suppliers {
    fn of(rules: &Rules<'_>) -> Suppliers {
        let all = rules.problem.bidders.len().min(rules.problem.lots.len());
        let free = rules.most_suppliers >= all;
        Suppliers {
            least: rules.least_suppliers,
            most: rules.most_suppliers.min(all),
            enough: free.then_some(rules.least_suppliers.min(all + 1)),
        }
    }

    fn layers(&self) -> usize {
        self.enough.unwrap_or(self.most) + 1
    }

    fn after(&self, number: usize, one_more: bool) -> Option<usize> {
        let next = number + usize::from(one_more);
        match self.enough {
            Some(enough) => Some(next.min(enough)),
            None => Some(next).filter(|n| *n <= self.most),
        }
    }

    fn right(&self, number: usize) -> bool {
        number >= self.enough.unwrap_or(self.least)
    }
}

/// The best key of what is left and the number of awards that have it; `None` if that takes too long.
pub(super) fn best_of(rules: &Rules<'_>, open: &Open) -> Result<Option<Found>, Refusal> {
    let nobody = rules.problem.bidders.len();
    let free: Vec<usize> = (0..rules.problem.lots.len()).filter(|l| open.only(*l).is_none()).collect();
    if free.len() > LOTS {
        return Ok(None);
    }
    let suppliers = Suppliers::of(rules);
    let width = 1usize << free.len();
    let mut table =
        Table { keys: vec![0; width * suppliers.layers()], ways: vec![0; width * suppliers.layers()] };
    table.ways[0] = 1;
    let mut steps = STEPS / suppliers.layers() as u64;
    for (bit, lot) in free.iter().enumerate().rev() {
        if open.is_open(nobody, *lot) {
            let cost = plus(rules.problem.lots[*lot].fallback, rules.surcharge)?;
            table = table.after(&[(0, 0), (1 << bit, cost)], &[false, false], width, suppliers)?;
        }
    }
    for bidder in (0..nobody).rev() {
        let Some(sets) = sets_of(rules, open, &free, bidder, &mut steps)? else { return Ok(None) };
        let given = (0..rules.problem.lots.len()).any(|l| open.only(l) == Some(bidder));
        let supplies: Vec<bool> = sets.iter().map(|(set, _)| given || *set != 0).collect();
        if sets != [(0, 0)] {
            table = table.after(&sets, &supplies, width, suppliers)?;
        }
    }
    let mut base = 0;
    for l in (0..rules.problem.lots.len()).filter(|l| open.only(*l) == Some(nobody)) {
        base = plus(base, plus(rules.problem.lots[l].fallback, rules.surcharge)?)?;
    }
    let mut found: Found = (None, 0);
    for number in (0..suppliers.layers()).filter(|n| suppliers.right(*n)) {
        let at = number * width + width - 1;
        if table.ways[at] > 0 {
            let key = plus(table.keys[at], base)?;
            join(&mut found, key, table.ways[at]);
        }
    }
    Ok(Some(found))
}

fn join(found: &mut Found, key: i128, ways: u128) {
    match found.0 {
        Some(best) if best < key => {}
        Some(best) if best == key => found.1 = found.1.saturating_add(ways),
        _ => *found = (Some(key), ways),
    }
}

impl Table {
    /// The table after one more candidate takes one of its sets.
    fn after(
        &self,
        sets: &[(u32, i128)],
        supplies: &[bool],
        width: usize,
        suppliers: Suppliers,
    ) -> Result<Table, Refusal> {
        let mut next = Table { keys: vec![0; self.keys.len()], ways: vec![0; self.ways.len()] };
        for number in 0..suppliers.layers() {
            let from = number * width;
            for ((set, cost), one_more) in sets.iter().zip(supplies) {
                let Some(to) = suppliers.after(number, *one_more).map(|n| n * width) else { continue };
                let rest = width as u32 - 1 - set;
                let mut sub = 0u32;
                loop {
                    let ways = self.ways[from + sub as usize];
                    if ways > 0 {
                        let key = plus(self.keys[from + sub as usize], *cost)?;
                        let place = to + (sub | set) as usize;
                        if next.ways[place] == 0 || key < next.keys[place] {
                            (next.keys[place], next.ways[place]) = (key, ways);
                        } else if key == next.keys[place] {
                            next.ways[place] = next.ways[place].saturating_add(ways);
                        }
                    }
                    sub = sub.wrapping_sub(rest) & rest;
                    if sub == 0 {
                        break;
                    }
                }
            }
        }
        Ok(next)
    }
}

/// The sets of free lots that a bidder may take beside those it has, and their cost; the lots it has are in the cost.
fn sets_of(
    rules: &Rules<'_>,
    open: &Open,
    free: &[usize],
    bidder: usize,
    steps: &mut u64,
) -> Result<Option<Vec<(u32, i128)>>, Refusal> {
    let own: Vec<usize> = (0..rules.problem.lots.len()).filter(|l| open.only(*l) == Some(bidder)).collect();
    let bits: Vec<usize> = (0..free.len()).filter(|i| open.is_open(bidder, free[*i])).collect();
    let mut sets = Vec::new();
    // Sets in the making: the next lot to decide on, the set, its volume.
    let volume = |l: usize| u128::from(rules.problem.lots[l].volume);
    let mut stack = vec![(0, 0u32, own.iter().map(|l| volume(*l)).sum::<u128>())];
    while let Some((next, set, used)) = stack.pop() {
        let size = own.len() + set.count_ones() as usize;
        if size > rules.most[bidder] || rules.capacity[bidder].is_some_and(|c| used > c) {
            continue;
        }
        if let Some(bit) = bits.get(next) {
            stack.push((next + 1, set, used));
            stack.push((next + 1, set | 1 << bit, used + volume(free[*bit])));
            continue;
        }
        let Some(left) = steps.checked_sub(1 << (free.len() - set.count_ones() as usize)) else {
            return Ok(None);
        };
        *steps = left;
        let mut lots = own.clone();
        lots.extend((0..free.len()).filter(|i| set >> i & 1 == 1).map(|i| free[i]));
        lots.sort_unstable();
        let cost = if lots.is_empty() { Some(0) } else { rules.cost_of(bidder, &lots)? };
        sets.extend(cost.map(|c| (set, c)));
    }
    Ok(Some(sets))
}
