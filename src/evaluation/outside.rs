//! Bids outside a scale that rejects (docs/reference/rules.md, "Evaluation models": `outside`, and the rounds of rejection).

use super::{
    PreparedModel, Remark,
    curve::{References, slope_edge},
    measures::Measures,
};
use crate::{
    number::Ratio,
    tender::{Method, Outside},
};

/// The last measure that a leaf lets stand.
struct Limit {
    edge: Ratio,
    /// Whether measures below the edge are out, rather than those above.
    least: bool,
    /// The reference that the edge hangs on; `None` for a fixed scale.
    reference: Option<Ratio>,
}

impl Limit {
    fn is_beyond(&self, measure: &Ratio) -> bool {
        if self.least { *measure < self.edge } else { *measure > self.edge }
    }
}

/// Rejection runs in rounds: all bids outside are rejected together, the references are computed anew, until no more
/// fall out. `stands` is updated; the remarks come in the order of the rounds, those on references last.
pub(super) fn reject_in_rounds(
    prepared: &PreparedModel<'_>,
    measures: &Measures<'_>,
    stands: &mut [bool],
) -> Vec<Remark> {
    let mut falls = Vec::new();
    // who set the reference that a bid fell against
    let mut against: Vec<(usize, usize, Vec<usize>)> = Vec::new();
    loop {
        let before = falls.len();
        for (place, leaf) in prepared.leaves.iter().enumerate() {
            let column = measures.column(place);
            let Some(limit) = limit(leaf.method, column, stands) else { continue };
            let setters: Vec<usize> = match &limit.reference {
                Some(reference) => {
                    standing(column, stands).filter(|(_, m)| *m == reference).map(|(bid, _)| bid).collect()
                }
                None => Vec::new(),
            };
            for (bid, measure) in standing(column, stands).filter(|(_, m)| limit.is_beyond(m)) {
                falls.push(Remark::OutsideScale {
                    bid,
                    criterion: leaf.criterion,
                    measure: measure.clone(),
                    edge: limit.edge.clone(),
                });
                if !setters.is_empty() {
                    against.push((bid, leaf.criterion, setters.clone()));
                }
            }
        }
        if falls.len() == before {
            break;
        }
        for fall in falls.iter().skip(before) {
            if let Remark::OutsideScale { bid, .. } = fall
                && let Some(s) = stands.get_mut(*bid)
            {
                *s = false;
            }
        }
    }
    falls.extend(rejected_against_rejected(&against, stands));
    falls
}

/// `excluded-by-excluded`: no bid that stands sets the reference that this one fell against.
fn rejected_against_rejected(against: &[(usize, usize, Vec<usize>)], stands: &[bool]) -> Vec<Remark> {
    against
        .iter()
        .filter(|(_, _, setters)| setters.iter().all(|s| !stands.get(*s).copied().unwrap_or(false)))
        .filter_map(|(bid, criterion, setters)| {
            Some(Remark::ExcludedByExcluded { bid: *bid, criterion: *criterion, by: *setters.first()? })
        })
        .collect()
}

fn standing<'m>(column: &'m [&'m Ratio], stands: &'m [bool]) -> impl Iterator<Item = (usize, &'m Ratio)> {
    column.iter().zip(stands).enumerate().filter(|(_, (_, s))| **s).map(|(bid, (m, _))| (bid, *m))
}

/// Where a leaf rejects: at the end of its scale (`reject`), or of the widest it may have (`widen` with a ceiling).
/// Beside a reference of 0 nothing is outside.
fn limit(method: &Method, column: &[&Ratio], stands: &[bool]) -> Option<Limit> {
    let widest = |stated: rust_decimal::Decimal, outside: &Outside| match outside {
        Outside::Reject => Some(Ratio::from(stated)),
        // a bid beyond the ceiling is rejected first and does not widen the scale
        Outside::Widen(w) => w.ceiling.map(|c| Ratio::from(c.max(stated))),
        Outside::Negative | Outside::Zero => None,
    };
    match method {
        Method::Linear { slope, outside, higher_is_better, .. } => {
            let slope = widest(*slope, outside)?;
            let references = References::of(standing(column, stands).map(|(_, m)| m))?;
            let best = references.best(*higher_is_better);
            if best.is_zero() {
                return None;
            }
            let edge = slope_edge(&slope, best, *higher_is_better);
            Some(Limit { edge, least: *higher_is_better, reference: Some(best.clone()) })
        }
        Method::Absolute { full_at, zero_at, outside, .. } => {
            let edge = widest(*zero_at, outside)?;
            Some(Limit { edge, least: zero_at < full_at, reference: None })
        }
        Method::Proportional { .. } | Method::MinMax { .. } | Method::Judged | Method::Formula { .. } => None,
    }
}
