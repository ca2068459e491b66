//! How price and quality become one figure: one model a file; the formula language.

mod evaluated;
pub mod formula;

pub use evaluated::{EvaluatedBid, EvaluatedBids, EvaluatedLot, EvaluatedResult, LeafPoints, ScaleUsed};

/// Why a model has no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvaluationFault;

/// Lowest price.
pub fn evaluate_bids(
    _tender: &crate::tender::Tender,
    admitted: &crate::admission::AdmittedBids,
) -> Result<EvaluatedBids, EvaluationFault> {
    let lots = admitted.fallback.len();
    let lot = |l: usize| EvaluatedLot {
        bids: admitted
            .bids
            .iter()
            .map(|b| {
                b.lots[l].figures().map(|f| EvaluatedBid {
                    points: Vec::new(),
                    result: EvaluatedResult::Price(f.iter().map(|f| f.price).collect()),
                })
            })
            .collect(),
        fell: vec![false; admitted.bids.len()],
        scales: Vec::new(),
        findings: Vec::new(),
    };
    Ok(EvaluatedBids {
        structure: admitted.structure,
        lots: (0..lots).map(lot).collect(),
        findings: vec![Vec::new(); admitted.bids.len()],
    })
}
