//! The checker: it takes nothing from the solver but the text, and recomputes all that the text claims.

mod bound;
mod columns;
mod lots;
mod open;
mod rules;
mod sets;
mod tries;

use super::text::read;
use super::{Claim, End, Method, Node, Refusal, Ties, digest};
use crate::award::{Award, AwardProblem};
use bound::look_ahead;
use open::Open;
use rules::{Rules, plus, times};

/// What a certificate proves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// No award keeps the rules.
    NoAward,
    /// The awards are best.
    Best {
        /// Lots that the first award leaves unawarded.
        unawarded: usize,
        /// The best total.
        total: i128,
        /// The number of best awards, or that optimality alone is proven.
        ties: Ties,
        /// Best awards: all of them if there are at most 1,000 and their number is proven.
        awards: Vec<Award>,
    },
}

/// Up to so many awards a certificate lists all.
const LISTED: u128 = 1000;

/// Checks a certificate against a problem.
///
/// # Errors
/// The first fault, if there is one. No text makes it panic.
pub fn check(problem: &AwardProblem, text: &str) -> Result<Verdict, Refusal> {
    let read = read(text, problem.lots.len(), &digest(problem))?;
    let certificate = read.certificate;
    let rules = Rules::of(problem)?;
    let claimed = check_claim(&rules, &certificate.claim)?;
    let found = match &certificate.method {
        Method::Lots => {
            if problem.has_cross_lot_rule() {
                return Err(Refusal::LotsNotIndependent);
            }
            lots::check(&rules, claimed)?
        }
        Method::Tree { scale, root } => {
            let strict = !matches!(certificate.claim, Claim::Best { ties: Ties::NotProven, .. });
            let mut walk = Walk {
                rules: &rules,
                scale: *scale,
                best: claimed,
                strict,
                found: 0,
                ends: read.ends.into_iter(),
            };
            walk.node(root, Open::of(&rules))?;
            walk.found
        }
    };
    match certificate.claim {
        Claim::NoAward if found > 0 => Err(Refusal::BetterAward),
        Claim::NoAward => Ok(Verdict::NoAward),
        Claim::Best { ties: Ties::Exactly(n), .. } if n != found => Err(Refusal::TiesMiscounted { found }),
        Claim::Best { unawarded, total, ties, awards } => {
            Ok(Verdict::Best { unawarded, total, ties, awards })
        }
    }
}

/// Whether the awards listed are what they are said to be; gives their key.
fn check_claim(rules: &Rules<'_>, claim: &Claim) -> Result<Option<i128>, Refusal> {
    let Claim::Best { unawarded, total, ties, awards } = claim else { return Ok(None) };
    let mut best = None;
    for (award, winners) in awards.iter().enumerate() {
        let left = winners.iter().filter(|w| w.is_none()).count();
        let key = rules.key_of(winners)?.ok_or(Refusal::AwardNotFeasible { award })?;
        let right = plus(*total, times(rules.surcharge, left as i128)?)?;
        if key != right || (award == 0 && left != *unawarded) {
            return Err(Refusal::AwardTotalWrong { award });
        }
        best = Some(key);
    }
    let place = |w: &Option<usize>| w.unwrap_or(usize::MAX);
    if awards.windows(2).any(|pair| pair[0].iter().map(place).cmp(pair[1].iter().map(place)).is_ge()) {
        return Err(Refusal::AwardsNotInOrder);
    }
    if best.is_none() {
        return Err(Refusal::NoAwardListed);
    }
    match ties {
        Ties::Exactly(n) if *n <= LISTED && *n != awards.len() as u128 => Err(Refusal::ListNotComplete),
        Ties::Exactly(n) if (awards.len() as u128) > *n => Err(Refusal::ListNotComplete),
        _ => Ok(best),
    }
}

/// A walk over the tree.
struct Walk<'r, 'p> {
    rules: &'r Rules<'p>,
    scale: i128,
    /// The claimed key; `None` if no award is claimed to be feasible.
    best: Option<i128>,
    /// Whether ties are counted, so that only bounds above the best key close.
    strict: bool,
    /// Awards found that have the best key.
    found: u128,
    /// The lines at which the nodes end.
    ends: std::vec::IntoIter<usize>,
}

impl Walk<'_, '_> {
    /// Whether a bound (scaled; `None`: there is no award at all) shows that nothing counts.
    fn closes(&self, bound: Option<i128>) -> Result<bool, Refusal> {
        let (Some(bound), Some(best)) = (bound, self.best) else { return Ok(bound.is_none()) };
        let highest = times(if self.strict { best } else { plus(best, -1)? }, self.scale)?;
        Ok(bound > highest)
    }

    fn node(&mut self, node: &Node, mut open: Open) -> Result<(), Refusal> {
        let line = self.ends.next().unwrap_or(0);
        let mut closed = !open.conclude(self.rules);
        for round in &node.rounds {
            if closed {
                break;
            }
            let ahead = look_ahead(self.rules, &open, round, self.scale).map_err(|r| at(r, line))?;
            closed = self.closes(ahead.bound)?;
            for (lot, candidate, bound) in ahead.forced {
                if self.closes(bound)? {
                    open.close(candidate, lot);
                }
            }
            closed = closed || !open.conclude(self.rules);
        }
        match &node.end {
            End::Closed if closed => Ok(()),
            End::Closed => Err(Refusal::NotClosed { line }),
            End::Branch { lot, children } => self.branch(*lot, children, &open, closed, line),
            End::Try | End::Sets | End::Columns { .. } if closed => Ok(()),
            End::Columns { count, change } => {
                let (Some(round), Some(best)) = (node.rounds.last(), self.best) else {
                    return Err(Refusal::NotClosed { line });
                };
                let highest = times(if self.strict { best } else { plus(best, -1)? }, self.scale)?;
                let leaf =
                    columns::Leaf { rules: self.rules, open: &open, round, scale: self.scale, highest, line };
                let found = leaf.best_of(*count, change)?;
                self.count(found)
            }
            End::Try => {
                let found =
                    tries::best_of(self.rules, &open, self.best).ok_or(Refusal::TooMuchWork { line })??;
                self.count(found)
            }
            End::Sets => {
                let found = sets::best_of(self.rules, &open)?.ok_or(Refusal::TooMuchWork { line })?;
                self.count(found)
            }
        }
    }

    /// Takes note of the best key of a leaf and the number of awards that have it.
    fn count(&mut self, (key, number): (Option<i128>, u128)) -> Result<(), Refusal> {
        match (key, self.best) {
            (None, _) => Ok(()),
            (Some(_), None) => Err(Refusal::BetterAward),
            (Some(key), Some(best)) if key < best => Err(Refusal::BetterAward),
            (Some(key), Some(best)) if key > best => Ok(()),
            _ => {
                self.found = self.found.checked_add(number).ok_or(Refusal::Overflow)?;
                Ok(())
            }
        }
    }

    /// The children must be the lot's candidates, each once, in order.
    fn branch(
        &mut self,
        lot: usize,
        children: &[(Option<usize>, Node)],
        open: &Open,
        closed: bool,
        line: usize,
    ) -> Result<(), Refusal> {
        if closed || lot >= self.rules.problem.lots.len() || open.left(lot) < 2 {
            return Err(Refusal::BranchUseless { line });
        }
        let nobody = self.rules.problem.bidders.len();
        let mut last = None;
        for (candidate, _) in children {
            let candidate = candidate.unwrap_or(nobody);
            if candidate > nobody || last.is_some_and(|l| l >= candidate) || !open.is_open(candidate, lot) {
                return Err(Refusal::BranchOverlaps { line });
            }
            last = Some(candidate);
        }
        if children.len() != open.left(lot) {
            return Err(Refusal::BranchMissing { line });
        }
        for (candidate, child) in children {
            let mut inner = open.clone();
            inner.fix(candidate.unwrap_or(nobody), lot);
            self.node(child, inner)?;
        }
        Ok(())
    }
}

/// A multiplier's fault, at the line of its node.
fn at(refusal: Refusal, line: usize) -> Refusal {
    if matches!(refusal, Refusal::BadMultiplier { .. }) { Refusal::BadMultiplier { line } } else { refusal }
}
