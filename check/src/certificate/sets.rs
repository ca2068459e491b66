//! A leaf solved by dynamic programming: key and number of ways together, the bidders from the last to the first.

use super::CertificateError;
use super::open::Open;
use super::rules::{Rules, added};
use super::tries::Found;

/// No leaf takes more steps or more lots.
const STEPS: u64 = 4_000_000_000;
const LOTS: usize = 20;

/// For each number of suppliers and set of lots the lowest key, and in how many ways it comes about (0: in none).
struct Table<K, W> {
    keys: Vec<K>,
    ways: Vec<W>,
}

/// Narrow integers where the leaf fits in them, which is far quicker; else wide ones.
trait Figure: Copy + Ord + Default + TryFrom<i128> + Into<i128> {
    fn added(self, other: Self) -> Result<Self, CertificateError>;
}

impl Figure for i64 {
    fn added(self, other: i64) -> Result<i64, CertificateError> {
        self.checked_add(other).ok_or(CertificateError::Overflow)
    }
}

impl Figure for i128 {
    fn added(self, other: i128) -> Result<i128, CertificateError> {
        added(self, other)
    }
}

/// Sets of lots, whether they make a supplier, and what they cost.
type Sets = Vec<(u32, bool, i128)>;

/// A number of suppliers that still matters.
#[derive(Clone, Copy)]
struct Suppliers {
    least: usize,
    most: usize,
    /// Numbers from here on are all one, if that is so.
    enough: Option<usize>,
}

impl Suppliers {
    fn of(rules: &Rules<'_>, open: &Open) -> Suppliers {
        let all = rules.problem.bidders.len().min(rules.problem.lots.len());
        let free = rules.most_suppliers >= all;
        if free && fewest_suppliers(rules, open) >= rules.least_suppliers {
            return Suppliers { least: 0, most: all, enough: Some(0) };
        }
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

/// So many suppliers it takes at least to have every lot awarded that cannot stay unawarded.
fn fewest_suppliers(rules: &Rules<'_>, open: &Open) -> usize {
    let nobody = rules.problem.bidders.len();
    let mut awarded = (0..rules.problem.lots.len()).filter(|l| !open.may_take(nobody, *l)).count();
    let mut most = rules.most.clone();
    most.sort_unstable();
    let mut number = 0;
    while let Some(n) = most.pop().filter(|n| awarded > 0 && *n > 0) {
        awarded = awarded.saturating_sub(n);
        number += 1;
    }
    number
}

/// The best key of what is left and the number of awards that have it; `None` if that takes too long.
pub(super) fn over_sets_of_lots(rules: &Rules<'_>, open: &Open) -> Result<Option<Found>, CertificateError> {
    let nobody = rules.problem.bidders.len();
    let free: Vec<usize> = (0..rules.problem.lots.len()).filter(|l| open.sole(*l).is_none()).collect();
    if free.len() > LOTS {
        return Ok(None);
    }
    let suppliers = Suppliers::of(rules, open);
    let mut steps = STEPS / suppliers.layers() as u64;
    let mut stages = Vec::new();
    let mut base = 0;
    for (bit, lot) in free.iter().enumerate().rev().filter(|(_, l)| open.may_take(nobody, **l)) {
        let cost = added(rules.problem.lots[*lot].fallback, rules.surcharge)?;
        stages.push(vec![(0, false, 0), (1 << bit, false, cost)]);
    }
    for bidder in (0..nobody).rev() {
        let Some(sets) = sets_of(rules, open, &free, bidder, &mut steps)? else { return Ok(None) };
        stages.push(sets);
    }
    for l in (0..rules.problem.lots.len()).filter(|l| open.sole(*l) == Some(nobody)) {
        base = added(base, added(rules.problem.lots[l].fallback, rules.surcharge)?)?;
    }
    // The largest sum of keys and the largest number of ways that can come about.
    let largest = |stage: &Sets| stage.iter().map(|s| s.2.unsigned_abs()).max().unwrap_or(0);
    let largest = stages.iter().try_fold(0u128, |sum, stage| sum.checked_add(largest(stage)));
    let ways = free.iter().try_fold(1u64, |ways, l| ways.checked_mul(open.number_open(*l) as u64));
    let width = 1usize << free.len();
    let (key, number) = match (largest.is_some_and(|l| l < 1 << 62), ways.is_some_and(|w| w < 1 << 62)) {
        (true, true) => run::<i64, i64>(&stages, width, suppliers)?,
        (true, false) => run::<i64, i128>(&stages, width, suppliers)?,
        _ => run::<i128, i128>(&stages, width, suppliers)?,
    };
    Ok(Some((key.map(|k| added(k, base)).transpose()?, number)))
}

/// All stages in turn; what the whole set comes to.
fn run<K: Figure, W: Figure>(
    stages: &[Sets],
    width: usize,
    suppliers: Suppliers,
) -> Result<Found, CertificateError> {
    let size = width * suppliers.layers();
    let mut table: Table<K, W> = Table { keys: vec![K::default(); size], ways: vec![W::default(); size] };
    table.ways[0] = fitted(1)?;
    for stage in stages.iter().filter(|stage| ***stage != [(0, false, 0)]) {
        let sets: Vec<(u32, bool, K)> = stage
            .iter()
            .map(|(set, one, cost)| Ok((*set, *one, fitted(*cost)?)))
            .collect::<Result<_, CertificateError>>()?;
        table = table.after(&sets, width, suppliers)?;
    }
    let mut found: Found = (None, 0);
    for number in (0..suppliers.layers()).filter(|n| suppliers.right(*n)) {
        let at = number * width + width - 1;
        let ways: i128 = table.ways[at].into();
        if ways > 0 {
            keep_lower(&mut found, table.keys[at].into(), ways.unsigned_abs());
        }
    }
    Ok(found)
}

fn fitted<K: Figure>(value: i128) -> Result<K, CertificateError> {
    K::try_from(value).map_err(|_| CertificateError::Overflow)
}

fn keep_lower(found: &mut Found, key: i128, ways: u128) {
    match found.0 {
        Some(best) if best < key => {}
        Some(best) if best == key => found.1 = found.1.saturating_add(ways),
        _ => *found = (Some(key), ways),
    }
}

impl<K: Figure, W: Figure> Table<K, W> {
    /// The table after one more candidate takes one of its sets.
    fn after(
        &self,
        sets: &[(u32, bool, K)],
        width: usize,
        suppliers: Suppliers,
    ) -> Result<Table<K, W>, CertificateError> {
        let size = self.keys.len();
        let mut next = Table { keys: vec![K::default(); size], ways: vec![W::default(); size] };
        let none = W::default();
        for number in 0..suppliers.layers() {
            let (keys, ways) = (&self.keys[number * width..][..width], &self.ways[number * width..][..width]);
            if ways.iter().all(|w| *w == none) {
                continue;
            }
            for (set, one_more, cost) in sets {
                let Some(to) = suppliers.after(number, *one_more).map(|n| n * width) else { continue };
                let next_keys = &mut next.keys[to..][..width];
                let next_ways = &mut next.ways[to..][..width];
                let rest = width as u32 - 1 - set;
                let mut sub = 0u32;
                loop {
                    let ways = ways[sub as usize];
                    if ways != none {
                        let key = keys[sub as usize].added(*cost)?;
                        let place = (sub | set) as usize;
                        if next_ways[place] == none || key < next_keys[place] {
                            (next_keys[place], next_ways[place]) = (key, ways);
                        } else if key == next_keys[place] {
                            next_ways[place] = next_ways[place].added(ways)?;
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

/// The sets of free lots that a bidder may take besides those it has, whether that makes it a supplier, and what it
/// costs with the lots that it has.
fn sets_of(
    rules: &Rules<'_>,
    open: &Open,
    free: &[usize],
    bidder: usize,
    steps: &mut u64,
) -> Result<Option<Sets>, CertificateError> {
    let own: Vec<usize> = (0..rules.problem.lots.len()).filter(|l| open.sole(*l) == Some(bidder)).collect();
    let bits: Vec<usize> = (0..free.len()).filter(|i| open.may_take(bidder, free[*i])).collect();
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
        let cost = if lots.is_empty() { Some(0) } else { rules.cost_if_allowed(bidder, &lots)? };
        sets.extend(cost.map(|c| (set, !lots.is_empty(), c)));
    }
    Ok(Some(sets))
}
