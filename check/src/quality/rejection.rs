//! Bids outside a scale that rejects, round by round.

use std::collections::BTreeSet;

use num_traits::Zero;

use super::{
    super::{
        exact::Exact,
        facts::{Measure, Method, Outside},
        findings::{Arg, Expected, Severity},
    },
    Field, NoResult,
    curve::slope_edge,
};

/// A fall against a reference: bid, criterion, and those who set the reference.
type Against = (usize, String, Vec<usize>);

/// All bids outside are rejected together, the references are computed anew, until no more fall out. Takes the fallen out
/// of `standing`, and gives their findings.
pub(super) fn in_rounds(
    field: &Field<'_>,
    standing: &mut BTreeSet<usize>,
) -> Result<Vec<(usize, Expected)>, NoResult> {
    let mut findings = Vec::new();
    let mut against: Vec<Against> = Vec::new();
    loop {
        let mut fallen = BTreeSet::new();
        for (id, _, method) in field.facts.evaluation.leaves() {
            let Some(limit) = limit(field, standing, id, method)? else { continue };
            for &bid in standing.iter() {
                let measure = field.measure(limit.measure, bid, id)?;
                let beyond = if limit.least { measure < limit.edge } else { measure > limit.edge };
                if !beyond {
                    continue;
                }
                let finding = Expected::new("outside-scale", Severity::Error).on_lot(field.lot);
                let edge = Arg::Number(limit.edge.clone());
                let finding = finding.text("criterion", id).with("measure", Arg::Number(measure));
                findings.push((bid, finding.with("edge", edge)));
                fallen.insert(bid);
                if !limit.setters.is_empty() {
                    against.push((bid, id.to_owned(), limit.setters.clone()));
                }
            }
        }
        if fallen.is_empty() {
            break;
        }
        standing.retain(|bid| !fallen.contains(bid));
    }
    for (bid, criterion, setters) in against {
        if setters.iter().all(|s| !standing.contains(s)) {
            let names = setters.iter().map(|s| field.facts.bids[*s].bidder.clone()).collect();
            let finding = Expected::new("excluded-by-excluded", Severity::Warning).on_lot(field.lot);
            findings.push((bid, finding.text("criterion", &criterion).with("bidder", Arg::OneOf(names))));
        }
    }
    Ok(findings)
}

/// The last measure that a leaf lets stand.
struct Limit<'m> {
    measure: &'m Measure,
    edge: Exact,
    /// Whether measures below the edge are out.
    least: bool,
    /// Who set the reference that the edge hangs on.
    setters: Vec<usize>,
}

/// `reject` ends at the scale, `widen` with a ceiling at the ceiling. Beside a reference of 0 nothing is outside.
fn limit<'m>(
    field: &Field<'_>,
    standing: &BTreeSet<usize>,
    id: &str,
    method: &'m Method,
) -> Result<Option<Limit<'m>>, NoResult> {
    let widest = |stated: &Exact, outside: &Outside| match outside {
        Outside::Reject => Some(stated.clone()),
        Outside::Widen(widening) => widening.ceiling.as_ref().map(|c| c.max(stated).clone()),
        Outside::Negative | Outside::Zero => None,
    };
    Ok(match method {
        Method::Linear { measure, slope, outside, higher } => {
            let Some(slope) = widest(slope, outside) else { return Ok(None) };
            let measures: Vec<(usize, Exact)> = standing
                .iter()
                .map(|&b| Ok((b, field.measure(measure, b, id)?)))
                .collect::<Result<_, NoResult>>()?;
            let all = measures.iter().map(|(_, m)| m);
            let Some(best) = (if *higher { all.max() } else { all.min() }) else { return Ok(None) };
            if best.is_zero() {
                return Ok(None);
            }
            let setters = measures.iter().filter(|(_, m)| m == best).map(|(b, _)| *b).collect();
            Some(Limit { measure, edge: slope_edge(&slope, best, *higher), least: *higher, setters })
        }
        Method::Absolute { measure, full_at, zero_at, outside } => widest(zero_at, outside)
            .map(|edge| Limit { measure, edge, least: zero_at < full_at, setters: Vec::new() }),
        _ => None,
    })
}
