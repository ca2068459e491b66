//! Rules that do not go together: scores, rules across lots, several suppliers, the cap.

use crate::tender::{
    AboveCap, Condition, Missing, Problem, ProblemCode, Structure, Tender, UnawardedRule,
    read::problems::Problems,
};

/// Tells rules that contradict each other.
pub(super) fn tell(tender: &Tender, p: &mut Problems) {
    if let (Some(cap), Missing::PriceAtFallback { .. }) = (tender.cap, &tender.award.missing)
        && cap.above == AboveCap::RejectLine
    {
        p.add(Problem::new(ProblemCode::RejectLineWithFallback, tender.award.place).related(cap.place));
    }
    if tender.evaluation.highest_wins() {
        tell_scores(tender, p);
    }
    if tender.award.suppliers_per_lot > 1 {
        for structure in &tender.structures {
            tell_suppliers(structure, p);
        }
    }
}

/// The highest score wins: no combinations, no `if-cheaper`, and weights where lots are weighed against each other.
fn tell_scores(tender: &Tender, p: &mut Problems) {
    if tender.award.unawarded == UnawardedRule::IfCheaper {
        p.note(ProblemCode::IfCheaperWithScores, tender.award.place);
    }
    let mut unrounded = tender.evaluation.rounding.score.is_none();
    for structure in &tender.structures {
        if structure.bidders_may.contains(&Condition::Combination) {
            p.add(
                Problem::new(ProblemCode::CombinationWithScores, structure.place)
                    .with("structure", structure.id.as_str()),
            );
        }
        if !structure.has_cross_lot_rule() || structure.lots.len() < 2 {
            continue;
        }
        for lot in structure.lots.iter().filter(|l| l.weight.is_none()) {
            p.add(
                Problem::new(ProblemCode::LotWeightNeeded, lot.place)
                    .with("lot", lot.id.as_str())
                    .with("structure", structure.id.as_str()),
            );
        }
        if unrounded {
            unrounded = false;
            p.add(
                Problem::new(ProblemCode::ScoreRoundingNeeded, tender.evaluation.place)
                    .with("structure", structure.id.as_str())
                    .related(structure.place),
            );
        }
    }
}

/// Several suppliers for a lot: each lot is decided by itself. A capacity counts for each lot, and is allowed.
fn tell_suppliers(structure: &Structure, p: &mut Problems) {
    let mut rules: Vec<String> = structure
        .bidders_may
        .iter()
        .filter(|c| **c != Condition::Capacity)
        .map(|c| c.name().to_owned())
        .collect();
    for (name, stated) in [
        ("max-lots-per-bidder", structure.max_lots_per_bidder.is_some()),
        ("min-suppliers", structure.min_suppliers.is_some()),
        ("max-suppliers", structure.max_suppliers.is_some()),
    ] {
        if stated {
            rules.push(name.into());
        }
    }
    if !rules.is_empty() {
        p.add(
            Problem::new(ProblemCode::SuppliersAcrossLots, structure.place)
                .with("structure", structure.id.as_str())
                .with("rules", rules),
        );
    }
}
