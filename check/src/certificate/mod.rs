//! The proof of an award, checked (`docs/reference/certificate.md`): every bound is computed anew from the award problem,
//! and nothing that the text says is believed.

mod bound;
mod columns;
mod error;
mod lots;
mod open;
mod read;
mod rules;
mod sets;
mod tries;

pub use error::CertificateError;

use crate::problem::AwardProblem;
use bound::bounds_at;
use open::Open;
use read::{Claim, End, Method, Node, read};
use rules::{Rules, added, multiplied};

/// An award: the winner of each lot, `None` where the lot is unawarded.
pub type Award = Vec<Option<usize>>;

/// How many awards are best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ties {
    /// Exactly this many.
    Exactly(u128),
    /// Their number is not proven: the certificate proves optimality alone.
    NotProven,
}

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

/// Up to this number of awards a certificate lists all.
const LISTED: u128 = 1000;

/// Checks a certificate against a problem.
///
/// # Errors
/// The first fault, if there is one. No text makes it panic.
pub fn check(problem: &AwardProblem, text: &str) -> Result<Verdict, CertificateError> {
    let certificate = read(text, problem.lots.len(), problem.digest())?;
    let rules = Rules::of(problem)?;
    let claimed = check_claim(&rules, &certificate.claim)?;
    let found = match &certificate.method {
        Method::Lots => {
            if !problem.lots_are_separate() {
                return Err(CertificateError::LotsNotIndependent);
            }
            lots::check(&rules, claimed)?
        }
        Method::Tree { scale, root } => {
            let strict = !matches!(certificate.claim, Claim::Best { ties: Ties::NotProven, .. });
            let mut walk = Walk { rules: &rules, scale: *scale, best: claimed, strict, found: 0 };
            walk.node(root, Open::of(&rules))?;
            walk.found
        }
    };
    match certificate.claim {
        Claim::NoAward if found > 0 => Err(CertificateError::BetterAward),
        Claim::NoAward => Ok(Verdict::NoAward),
        Claim::Best { ties: Ties::Exactly(n), .. } if n != found => {
            Err(CertificateError::TiesMiscounted { found })
        }
        Claim::Best { unawarded, total, ties, awards } => {
            Ok(Verdict::Best { unawarded, total, ties, awards })
        }
    }
}

/// Whether the awards listed are what they are said to be; gives their key.
fn check_claim(rules: &Rules<'_>, claim: &Claim) -> Result<Option<i128>, CertificateError> {
    let Claim::Best { unawarded, total, ties, awards } = claim else { return Ok(None) };
    let mut best = None;
    for (award, winners) in awards.iter().enumerate() {
        let left = winners.iter().filter(|w| w.is_none()).count();
        let key = rules.key_if_allowed(winners)?.ok_or(CertificateError::AwardNotFeasible { award })?;
        let right = added(*total, multiplied(rules.surcharge, left as i128)?)?;
        if key != right || (award == 0 && left != *unawarded) {
            return Err(CertificateError::AwardTotalWrong { award });
        }
        best = Some(key);
    }
    let place = |w: &Option<usize>| w.unwrap_or(usize::MAX);
    if awards.windows(2).any(|pair| pair[0].iter().map(place).cmp(pair[1].iter().map(place)).is_ge()) {
        return Err(CertificateError::AwardsNotInOrder);
    }
    if best.is_none() {
        return Err(CertificateError::NoAwardListed);
    }
    match ties {
        Ties::Exactly(n) if *n <= LISTED && *n != awards.len() as u128 => {
            Err(CertificateError::ListNotComplete)
        }
        Ties::Exactly(n) if (awards.len() as u128) > *n => Err(CertificateError::ListNotComplete),
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
}

impl Walk<'_, '_> {
    /// Whether a bound (scaled; `None`: there is no award) shows that nothing counts.
    fn closes(&self, bound: Option<i128>) -> Result<bool, CertificateError> {
        let (Some(bound), Some(best)) = (bound, self.best) else { return Ok(bound.is_none()) };
        let highest = multiplied(if self.strict { best } else { added(best, -1)? }, self.scale)?;
        Ok(bound > highest)
    }

    fn node(&mut self, node: &Node, mut open: Open) -> Result<(), CertificateError> {
        let line = node.end_line;
        let mut closed = !open.apply_rules(self.rules);
        for round in &node.rounds {
            if closed {
                break;
            }
            let ahead = bounds_at(self.rules, &open, round, self.scale).map_err(|r| with_line(r, line))?;
            closed = self.closes(ahead.bound)?;
            for (lot, candidate, bound) in ahead.forced {
                if self.closes(bound)? {
                    open.strike(candidate, lot);
                }
            }
            closed = closed || !open.apply_rules(self.rules);
        }
        match &node.end {
            End::Closed if closed => Ok(()),
            End::Closed => Err(CertificateError::NotClosed { line }),
            End::Branch { lot, children } => self.follow_branch(*lot, children, &open, closed, line),
            End::Try | End::Sets | End::Columns { .. } if closed => Ok(()),
            End::Columns { count, changes } => {
                let (Some(round), Some(best)) = (node.rounds.last(), self.best) else {
                    return Err(CertificateError::NotClosed { line });
                };
                let highest = multiplied(if self.strict { best } else { added(best, -1)? }, self.scale)?;
                let leaf =
                    columns::Leaf { rules: self.rules, open: &open, round, scale: self.scale, highest, line };
                let found = leaf.best_of(*count, changes)?;
                self.tally_leaf(found)
            }
            End::Try => {
                let found = tries::each_in_turn(self.rules, &open, self.best)
                    .ok_or(CertificateError::TooMuchWork { line })??;
                self.tally_leaf(found)
            }
            End::Sets => {
                let found = sets::over_sets_of_lots(self.rules, &open)?
                    .ok_or(CertificateError::TooMuchWork { line })?;
                self.tally_leaf(found)
            }
        }
    }

    /// Takes note of the best key of a leaf and the number of awards that have it.
    fn tally_leaf(&mut self, (key, number): (Option<i128>, u128)) -> Result<(), CertificateError> {
        match (key, self.best) {
            (None, _) => Ok(()),
            (Some(_), None) => Err(CertificateError::BetterAward),
            (Some(key), Some(best)) if key < best => Err(CertificateError::BetterAward),
            (Some(key), Some(best)) if key > best => Ok(()),
            _ => {
                self.found = self.found.checked_add(number).ok_or(CertificateError::Overflow)?;
                Ok(())
            }
        }
    }

    /// The children must be the lot's candidates, each once, in order.
    fn follow_branch(
        &mut self,
        lot: usize,
        children: &[(Option<usize>, Node)],
        open: &Open,
        closed: bool,
        line: usize,
    ) -> Result<(), CertificateError> {
        if closed || lot >= self.rules.problem.lots.len() || open.number_open(lot) < 2 {
            return Err(CertificateError::BranchUseless { line });
        }
        let nobody = self.rules.problem.bidders.len();
        let mut last = None;
        for (candidate, _) in children {
            let candidate = candidate.unwrap_or(nobody);
            if candidate > nobody || last.is_some_and(|l| l >= candidate) || !open.may_take(candidate, lot) {
                return Err(CertificateError::BranchOverlaps { line });
            }
            last = Some(candidate);
        }
        if children.len() != open.number_open(lot) {
            return Err(CertificateError::BranchMissing { line });
        }
        for (candidate, child) in children {
            let mut inner = open.clone();
            inner.settle_on(candidate.unwrap_or(nobody), lot);
            self.node(child, inner)?;
        }
        Ok(())
    }
}

/// A multiplier's fault, at the line of its node.
fn with_line(refusal: CertificateError, line: usize) -> CertificateError {
    if matches!(refusal, CertificateError::BadMultiplier { .. }) {
        CertificateError::BadMultiplier { line }
    } else {
        refusal
    }
}
