//! Which procedures a bid may lack.

use super::{CodeMap, Missing, Tender};

/// The tender's rule for procedures of a lot that a bid gives no price (`[award] missing`, docs/reference/rules.md,
/// "Admissibility"), with the codes looked up once.
#[derive(Clone, Debug)]
pub struct MissingRule {
    at_most: Option<usize>,
    /// By procedure.
    may_be_missing: Vec<bool>,
}

impl MissingRule {
    /// From the tender's rule.
    pub fn new(tender: &Tender) -> Self {
        match &tender.award.missing {
            Missing::Reject => {
                MissingRule { at_most: Some(0), may_be_missing: vec![false; tender.procedures.len()] }
            }
            Missing::PriceAtFallback { at_most, never } => {
                let never = CodeMap::new(never.iter().map(|p| (p, ())));
                MissingRule {
                    at_most: at_most.map(|n| n as usize),
                    may_be_missing: tender.procedures.iter().map(|p| never.get(&p.code).is_none()).collect(),
                }
            }
        }
    }

    /// The greatest number of procedures of a lot that may be missing; `None` without a limit.
    pub fn at_most(&self) -> Option<usize> {
        self.at_most
    }

    /// Whether a procedure (index) may be missing, where it has a fallback cost.
    pub fn may_be_missing(&self, procedure: usize) -> bool {
        self.may_be_missing[procedure]
    }

    /// Whether a bid may lack these procedures of a lot of `all`: no more than the limit, none that never may be missing,
    /// a fallback cost for each, and at least one procedure priced. Lacking nothing is allowed.
    pub fn allows(
        &self,
        missing: impl IntoIterator<Item = usize>,
        all: usize,
        has_fallback: impl Fn(usize) -> bool,
    ) -> bool {
        let mut count = 0;
        for procedure in missing {
            count += 1;
            if self.at_most.is_some_and(|most| count > most)
                || !self.may_be_missing(procedure)
                || !has_fallback(procedure)
            {
                return false;
            }
        }
        count == 0 || count < all
    }
}
