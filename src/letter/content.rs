//! What one bidder is told.

use super::parts::{
    Comparison, Gap, GapFigure, Letter, LotOutcome, LotPart, Other, OwnFigures, OwnPart, Sort, Winner,
};
use crate::{
    admission::{Finding, FindingCode, LotBid},
    evaluation::EvaluatedResult,
    outcome::{AwardStatus, BlockingRule, Outcome},
    tender::{AssessmentScope, Disclosure, Severity, Tell, TenderKind},
};

/// What a bidder is told, under the tender's policy. `policy` is given apart, so that another can be tried.
pub fn letter<'o>(outcome: &'o Outcome<'o>, bid: usize, policy: &Disclosure) -> Letter<'o> {
    let findings = &outcome.bid_findings[bid];
    let reasons: Vec<&Finding> =
        findings.iter().filter(|f| f.severity == Severity::Error && f.lot.is_none()).collect();
    let lots: Vec<LotPart<'o>> =
        (0..outcome.evaluated.lots.len()).filter_map(|lot| lot_part(outcome, bid, lot, policy)).collect();
    let sort = sort(outcome, bid, &lots);
    let decided = matches!(sort, Sort::Won | Sort::WonSome | Sort::Lost)
        || sort == Sort::Inadmissible && outcome.award.lots.iter().any(|l| l.winner.is_some());
    let own_remark = |f: &&Finding| f.severity != Severity::Error && is_about_itself(f.code);
    Letter {
        outcome,
        bid,
        sort,
        reasons,
        remarks: findings.iter().filter(own_remark).collect(),
        judged: judged_reasons(outcome, bid, None),
        lots,
        standstill: decided.then(|| outcome.tender.standstill_terms()),
    }
}

/// Remarks that are about the bid alone, and change its figures. What is said against other bids, or is the buyer's own
/// affair, is not told.
fn is_about_itself(code: FindingCode) -> bool {
    use FindingCode as F;
    matches!(
        code,
        F::AboveCap
            | F::MissingProcedure
            | F::NotRegistered
            | F::RequirementUnmet
            | F::DiscountWithoutTariff
            | F::CombinationNotDeclared
    )
}

fn sort(outcome: &Outcome<'_>, bid: usize, lots: &[LotPart<'_>]) -> Sort {
    let count = |wanted: fn(&LotOutcome) -> bool| {
        lots.iter().filter(|l| matches!(l.own, OwnPart::Evaluated(_)) && wanted(&l.outcome)).count()
    };
    let won = count(|o| matches!(o, LotOutcome::Won | LotOutcome::Supplies { .. }));
    let lost = count(|o| matches!(o, LotOutcome::Lost));
    let open = count(|o| matches!(o, LotOutcome::Open));
    match (won, lost, open) {
        _ if !outcome.is_admissible(bid) => Sort::Inadmissible,
        (0, 0, 0) => Sort::NotAwarded,
        (0, 0, _) => Sort::Open,
        (0, _, _) => Sort::Lost,
        (_, 0, 0) => Sort::Won,
        _ => Sort::WonSome,
    }
}

fn lot_part<'o>(
    outcome: &'o Outcome<'o>,
    bid: usize,
    lot: usize,
    policy: &Disclosure,
) -> Option<LotPart<'o>> {
    if matches!(outcome.admitted.bids[bid].lots[lot], LotBid::NotBid) {
        return None;
    }
    let own = own_part(outcome, bid, lot, policy);
    let became = became(outcome, bid, lot);
    let mut part = LotPart {
        lot,
        own,
        outcome: became,
        winners: Vec::new(),
        others: Vec::new(),
        gaps: Vec::new(),
        blocked_by: Vec::new(),
    };
    // who may not be evaluated is told why, and nothing of the others (udbudsloven § 171(4) no. 1)
    if let OwnPart::Evaluated(figures) = &part.own {
        let names = winners_of(outcome, lot);
        let winners = names.iter().filter(|w| w.0 != bid);
        // of those who come after it, a supplier is told the names alone
        let after = |rank: Option<usize>| match became {
            LotOutcome::Won => true,
            LotOutcome::Supplies { rank: own, .. } => rank.is_some_and(|r| r > own),
            _ => false,
        };
        part.winners = winners
            .map(|w| match after(w.1) {
                true => Winner::named(w.0, w.1),
                false => winner(outcome, lot, (w.0, w.1), figures, policy),
            })
            .collect();
        if policy.tells(Tell::AllTotals) {
            part.others = others(outcome, bid, lot, &names);
        }
        if policy.tells(Tell::Distance) && became != LotOutcome::Open {
            part.gaps = gaps(outcome, bid, lot, figures, &names);
            let own = |rule: &&BlockingRule| rule.bidder.is_none_or(|b| b == bid);
            let rules = &outcome.standings[bid][lot].blocked_by;
            if rules.iter().all(|r| own(&r)) {
                part.blocked_by = rules.iter().collect();
            }
        }
    }
    Some(part)
}

fn own_part<'o>(outcome: &'o Outcome<'o>, bid: usize, lot: usize, policy: &Disclosure) -> OwnPart<'o> {
    let counts = policy.tells(Tell::WinnerTotal) || policy.tells(Tell::AllTotals);
    let figures = figures(outcome, bid, lot).map(|own| {
        let of = own.of.filter(|n| counts || *n == 1);
        OwnFigures { of, ..own }
    });
    figures.map_or_else(
        || {
            let out = |f: &&Finding| f.severity == Severity::Error && f.lot == Some(lot);
            OwnPart::Out(outcome.bid_findings[bid].iter().filter(out).collect())
        },
        OwnPart::Evaluated,
    )
}

/// The figures of a bid on a lot, if it was evaluated there.
pub(super) fn figures(outcome: &Outcome<'_>, bid: usize, lot: usize) -> Option<OwnFigures> {
    let evaluated = outcome.evaluated.lots[lot].bids[bid].as_ref()?;
    let alone = outcome.admitted.bids[bid].lots[lot].figures()?.first()?.price;
    let (evaluated_alone, score) = match &evaluated.result {
        EvaluatedResult::Price(tiers) => (tiers.first().copied(), None),
        EvaluatedResult::Score { rounded, .. } => (None, Some(rounded.clone())),
    };
    let awarded = outcome.award.lots.get(lot).filter(|l| l.winner == Some(bid));
    Some(OwnFigures {
        price: awarded.and_then(|l| l.price).unwrap_or(alone),
        price_alone: alone,
        evaluated_price: awarded.and_then(|l| l.evaluated_price).or(evaluated_alone),
        evaluated_alone,
        score,
        points: evaluated.points.iter().map(|p| (p.criterion, p.points.clone())).collect(),
        rank: outcome.standings[bid][lot].rank.unwrap_or(0),
        of: Some(outcome.evaluated.lots[lot].bids.iter().flatten().count()),
    })
}

/// Those who win a lot: bid, and rank where it has several suppliers.
fn winners_of(outcome: &Outcome<'_>, lot: usize) -> Vec<(usize, Option<usize>)> {
    let Some(award) = outcome.award.lots.get(lot) else { return Vec::new() };
    if outcome.tender.award.suppliers_per_lot > 1 {
        return award.suppliers.iter().map(|s| (s.bidder, Some(s.rank))).collect();
    }
    award.winner.map(|bid| (bid, None)).into_iter().collect()
}

fn became(outcome: &Outcome<'_>, bid: usize, lot: usize) -> LotOutcome {
    let award = &outcome.award;
    let Some(own) = award.lots.get(lot) else { return LotOutcome::NotAwarded };
    if let Some(supplier) = own.suppliers.iter().find(|s| s.bidder == bid) {
        return LotOutcome::Supplies { rank: supplier.rank, volume: supplier.volume };
    }
    let several = outcome.tender.award.suppliers_per_lot > 1;
    if several
        && own.suppliers.is_empty()
        && award.status == AwardStatus::Tie
        && !award.unawarded.contains(&lot)
    {
        return LotOutcome::Open;
    }
    match own.winner {
        Some(winner) if winner == bid => LotOutcome::Won,
        Some(_) => LotOutcome::Lost,
        None if award.unawarded.contains(&lot) => LotOutcome::NotAwarded,
        None if award.status == AwardStatus::Tie => LotOutcome::Open,
        None => LotOutcome::NotAwarded,
    }
}

fn winner<'o>(
    outcome: &'o Outcome<'o>,
    lot: usize,
    (bid, rank): (usize, Option<usize>),
    own: &OwnFigures,
    policy: &Disclosure,
) -> Winner<'o> {
    let theirs = figures(outcome, bid, lot);
    let (total, points) = (policy.tells(Tell::WinnerTotal), policy.tells(Tell::WinnerPoints));
    let comparisons = theirs.as_ref().map(|t| compare(outcome, own, t)).unwrap_or_default();
    let told = |wanted: bool| theirs.as_ref().filter(|_| wanted);
    let lowest_price = outcome.tender.evaluation.criteria.is_empty();
    Winner {
        bid,
        rank,
        price: told(total).map(|t| t.price),
        evaluated_price: told(total && !lowest_price).and_then(|t| t.evaluated_price),
        score: told(points).and_then(|t| t.score.clone()),
        points: told(points).map(|t| t.points.clone()).unwrap_or_default(),
        reasons: if points { judged_reasons(outcome, bid, Some(lot)) } else { Vec::new() },
        comparisons,
    }
}

/// In which respects the winning bid is better, as good, or worse: always told, since it is what the law asks for
/// (udbudsloven § 171(4) no. 2: characteristics and advantages).
fn compare(outcome: &Outcome<'_>, own: &OwnFigures, theirs: &OwnFigures) -> Vec<Comparison> {
    let criteria = &outcome.tender.evaluation.criteria;
    let mut out = vec![Comparison { criterion: None, winner: own.price.cmp(&theirs.price) }];
    for (criterion, points) in &theirs.points {
        // points for the price say what the price says
        let method = criteria.get(*criterion).and_then(|c| c.method.as_ref());
        if method.and_then(|m| m.measure()) == Some(&crate::tender::Measure::Price) {
            continue;
        }
        if let Some((_, mine)) = own.points.iter().find(|(c, _)| c == criterion) {
            out.push(Comparison { criterion: Some(*criterion), winner: points.cmp(mine) });
        }
    }
    out
}

fn others(outcome: &Outcome<'_>, bid: usize, lot: usize, winners: &[(usize, Option<usize>)]) -> Vec<Other> {
    let other = |b: usize| {
        let figures = figures(outcome, b, lot)?;
        Some(Other { bid: b, evaluated_price: figures.evaluated_alone, score: figures.score })
    };
    let named = |b: &usize| *b != bid && !winners.iter().any(|w| w.0 == *b);
    (0..outcome.tender.bids.len()).filter(named).filter_map(other).collect()
}

/// How far the reader was from the winner, or from the last and the first place where a lot has several suppliers.
fn gaps(
    outcome: &Outcome<'_>,
    bid: usize,
    lot: usize,
    own: &OwnFigures,
    winners: &[(usize, Option<usize>)],
) -> Vec<Gap> {
    let standing = &outcome.standings[bid][lot];
    let mut gaps = Vec::new();
    let (Some(first), Some(last)) = (winners.first(), winners.last()) else { return gaps };
    let several = first.1.is_some();
    let ends = if several && first.0 != last.0 { vec![last, first] } else { vec![first] };
    for &&(to, rank) in &ends {
        let theirs = figures(outcome, to, lot);
        if to == bid || winners.iter().any(|w| w.0 == bid && w.1 <= rank) {
            continue;
        }
        let (by, exact) = match (own.score.as_ref(), theirs) {
            (Some(mine), Some(theirs)) => {
                let Some(score) = &theirs.score else { continue };
                (GapFigure::Score(score - mine), true)
            }
            (None, theirs) => {
                let to_first = several && rank == Some(1);
                let distance = if to_first { standing.distance_to_first } else { standing.distance };
                let Some(distance) = distance else { continue };
                let difference = own
                    .evaluated_alone
                    .zip(theirs.and_then(|t| t.evaluated_price))
                    .and_then(|(mine, theirs)| mine.checked_sub(theirs).ok());
                (GapFigure::Money(distance), difference == Some(distance))
            }
            (Some(_), None) => continue,
        };
        gaps.push(Gap { to, rank, by, exact });
    }
    gaps
}

/// The reasons of the assessments of a bid under the structure; with a lot, of that lot and of all lots.
fn judged_reasons<'o>(outcome: &'o Outcome<'o>, bid: usize, lot: Option<usize>) -> Vec<&'o str> {
    let bears = |scope: AssessmentScope| match scope {
        AssessmentScope::Everywhere => true,
        AssessmentScope::Structure(structure) => structure == outcome.structure,
        AssessmentScope::Lot { structure, lot: of } => {
            structure == outcome.structure && lot.is_none_or(|lot| lot == of)
        }
    };
    let mut reasons: Vec<&str> = Vec::new();
    for assessment in &outcome.tender.assessments {
        if assessment.bid == bid
            && bears(assessment.scope)
            && !assessment.points.is_empty()
            && let Some(reason) = assessment.reason.as_deref().filter(|r| !r.is_empty())
            && !reasons.contains(&reason)
        {
            reasons.push(reason);
        }
    }
    reasons
}

/// Whether a rule ties the lots of an award together. With several suppliers each lot is decided by itself.
pub fn ties_lots_together(outcome: &Outcome<'_>) -> bool {
    let structure = &outcome.tender.structures[outcome.structure];
    outcome.tender.award.suppliers_per_lot == 1 && structure.lots.len() > 1 && structure.has_cross_lot_rule()
}

impl LotPart<'_> {
    /// Whether a rule for ties took the lot from the reader: it is first in rank, and no rule ties lots together.
    pub fn is_lost_by_tie(&self, outcome: &Outcome<'_>) -> bool {
        let first = matches!(&self.own, OwnPart::Evaluated(own) if own.rank == 1);
        first
            && !ties_lots_together(outcome)
            && match self.outcome {
                LotOutcome::Lost => true,
                LotOutcome::Supplies { rank, .. } => rank > 1,
                _ => false,
            }
    }
}

impl Winner<'_> {
    /// Whether any figure of it is told.
    pub fn tells_figures(&self) -> bool {
        self.price.is_some() || self.score.is_some() || !self.points.is_empty()
    }

    /// The name alone.
    fn named(bid: usize, rank: Option<usize>) -> Self {
        Winner {
            bid,
            rank,
            price: None,
            evaluated_price: None,
            score: None,
            points: Vec::new(),
            reasons: Vec::new(),
            comparisons: Vec::new(),
        }
    }
}

impl Letter<'_> {
    /// Whether a winner that the letter names, or the reader as a winner, has an open question, so that somebody must act
    /// before it is sent.
    pub fn has_open_question(&self) -> bool {
        !self.outcome.open_questions().is_empty()
    }

    /// What sort of competition it was.
    pub fn kind(&self) -> TenderKind {
        self.outcome.tender.head.kind
    }
}
