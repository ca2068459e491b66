//! A leaf in which every award left is tried.

use super::Award;
use super::CertificateError;
use super::open::Open;
use super::rules::Rules;

/// No leaf takes more steps.
const STEPS: u64 = 3_000_000;

/// The best key found and the number of awards that have it.
pub(super) type Found = (Option<i128>, u128);

struct Tries<'a> {
    rules: &'a Rules<'a>,
    open: &'a Open,
    lots: Vec<usize>,
    award: Award,
    count: Vec<usize>,
    volume: Vec<u128>,
    steps: u64,
    best: Option<i128>,
    number: u128,
}

/// Tries all; `None` if that takes too long. Stops at an award better than `known`.
pub(super) fn each_in_turn(
    rules: &Rules<'_>,
    open: &Open,
    known: Option<i128>,
) -> Option<Result<Found, CertificateError>> {
    let nobody = rules.problem.bidders.len();
    let lots = rules.problem.lots.len();
    let mut tries = Tries {
        rules,
        open,
        lots: (0..lots).filter(|l| open.sole(*l).is_none()).collect(),
        award: vec![None; lots],
        count: vec![0; nobody],
        volume: vec![0; nobody],
        steps: STEPS,
        best: known,
        number: 0,
    };
    for lot in 0..lots {
        if let Some(bidder) = open.sole(lot).filter(|c| *c < nobody) {
            tries.assign(lot, bidder);
        }
    }
    match tries.from(0) {
        Some(Ok(())) => Some(Ok((tries.best.filter(|_| tries.number > 0), tries.number))),
        Some(Err(refusal)) => Some(Err(refusal)),
        None => None,
    }
}

impl Tries<'_> {
    fn assign(&mut self, lot: usize, bidder: usize) {
        self.award[lot] = Some(bidder);
        self.count[bidder] += 1;
        self.volume[bidder] += u128::from(self.rules.problem.lots[lot].volume);
    }

    fn release(&mut self, lot: usize, bidder: usize) {
        self.award[lot] = None;
        self.count[bidder] -= 1;
        self.volume[bidder] -= u128::from(self.rules.problem.lots[lot].volume);
    }

    fn full(&self, bidder: usize) -> bool {
        self.count[bidder] > self.rules.most[bidder]
            || self.rules.capacity[bidder].is_some_and(|c| self.volume[bidder] > c)
    }

    fn from(&mut self, place: usize) -> Option<Result<(), CertificateError>> {
        self.steps = self.steps.checked_sub(1)?;
        let Some(lot) = self.lots.get(place).copied() else { return Some(self.weigh()) };
        for candidate in self.open.still_open(lot) {
            let bidder = candidate < self.count.len();
            if bidder {
                self.assign(lot, candidate);
            }
            let result = if bidder && self.full(candidate) { Some(Ok(())) } else { self.from(place + 1) };
            if bidder {
                self.release(lot, candidate);
            }
            if !matches!(result, Some(Ok(()))) {
                return result;
            }
        }
        Some(Ok(()))
    }

    fn weigh(&mut self) -> Result<(), CertificateError> {
        let Some(key) = self.rules.key_if_allowed(&self.award)? else { return Ok(()) };
        if self.best.is_none_or(|best| key < best) {
            (self.best, self.number) = (Some(key), 0);
        }
        if self.best == Some(key) {
            self.number += 1;
        }
        Ok(())
    }
}
