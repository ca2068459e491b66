//! What one bidder is told: its own figures, the winners', how its bid compares; nothing that the policy does not allow.

use std::cmp::Ordering;

use crate::{
    admission::{Finding, FindingCode, LotBid},
    evaluation::EvaluatedResult,
    number::{Money, Ratio, Volume},
    outcome::{AwardStatus, BlockingRule, Outcome},
    tender::{AssessmentScope, Disclosure, Measure, Severity, StandstillTerms, Tell, TenderKind},
};

/// A letter to one bidder, before it is worded.
#[derive(Debug)]
pub struct Letter<'o> {
    /// The decision.
    pub outcome: &'o Outcome<'o>,
    /// To whom.
    pub bid: usize,
    /// Its main message.
    pub kind: LetterKind,
    /// Why the whole bid may not be evaluated.
    pub reasons: Vec<&'o Finding>,
    /// The lots that it bid on, in the structure's order.
    pub lots: Vec<LotPart<'o>>,
    /// Remarks on its own bid that exclude nothing.
    pub remarks: Vec<&'o Finding>,
    /// The buyer's reasons for what it judged of this bid.
    pub judged: Vec<&'o str>,
    /// Days of standstill; none where nothing is awarded yet.
    pub standstill: Option<StandstillTerms<'o>>,
}

/// The main message of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterKind {
    /// The bid won all the lots that it could be evaluated on.
    Won,
    /// It won some lots, and lost others.
    WonSome,
    /// It lost.
    Lost,
    /// It may not be evaluated on any lot.
    Inadmissible,
    /// Nothing is decided yet on any lot that it bid on: a tie.
    Open,
    /// No lot that it bid on is awarded to anybody.
    NotAwarded,
}

/// One lot in a letter.
#[derive(Debug)]
pub struct LotPart<'o> {
    /// Which lot.
    pub lot: usize,
    /// The reader's own bid on the lot.
    pub own: OwnPart<'o>,
    /// Who won the lot, as the reader sees it.
    pub outcome: ReaderLotOutcome,
    /// The others who won it, rank 1 first.
    pub winners: Vec<WinningBid<'o>>,
    /// OtherBid admissible bids, where all totals may be disclosed; in file order.
    pub others: Vec<OtherBid>,
    /// How far the reader was from winning, where that may be disclosed.
    pub gaps: Vec<Gap>,
    /// Rules of the tender, or of its own bid, without which it could have won; where the distance may be disclosed.
    pub blocked_by: Vec<&'o BlockingRule>,
}

/// The reader's own bid on a lot: why it is out, or its figures.
#[derive(Debug)]
pub enum OwnPart<'o> {
    /// It may not be evaluated here; why.
    Out(Vec<&'o Finding>),
    /// It was evaluated.
    Evaluated(OwnFigures),
}

/// The reader's own figures on a lot.
#[derive(Clone, Debug)]
pub struct OwnFigures {
    /// The lot price; with its combination discount where it won.
    pub price: Money,
    /// The lot price without combination discount, as it was evaluated.
    pub price_alone: Money,
    /// The evaluated price, where the model has one; as `price`.
    pub evaluated_price: Option<Money>,
    /// The same without combination discount.
    pub evaluated_alone: Option<Money>,
    /// The score, where the model has one.
    pub score: Option<Ratio>,
    /// By leaf criterion: its points.
    pub points: Vec<(usize, Ratio)>,
    /// Competition rank on the lot before rules across lots.
    pub rank: usize,
    /// The number of admissible bids, if it may be disclosed: of two, what is not one's own is the other's.
    pub of: Option<usize>,
}

/// Who won a lot, as the reader sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReaderLotOutcome {
    /// The reader won it.
    Won,
    /// The reader is one of several suppliers: its rank, and its share of the volume.
    Supplies {
        /// From 1.
        rank: usize,
        /// Of the lot's volume.
        volume: Volume,
    },
    /// Somebody else won it.
    Lost,
    /// Equally good awards differ on it.
    Open,
    /// Nobody won it.
    NotAwarded,
}

/// Another bid that won a lot.
#[derive(Debug)]
pub struct WinningBid<'o> {
    /// Whose.
    pub bid: usize,
    /// Where a lot has several suppliers: its rank.
    pub rank: Option<usize>,
    /// What it costs, if that may be disclosed.
    pub price: Option<Money>,
    /// Its evaluated price, if that may be disclosed.
    pub evaluated_price: Option<Money>,
    /// Its score, if that may be disclosed.
    pub score: Option<Ratio>,
    /// By leaf criterion: its points, if they may be disclosed.
    pub points: Vec<(usize, Ratio)>,
    /// Why it was judged so, if that may be disclosed.
    pub reasons: Vec<&'o str>,
    /// How it compares with the reader's own bid.
    pub comparisons: Vec<CriterionComparison>,
}

/// How a winning bid compares with the reader's in one respect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CriterionComparison {
    /// In which criterion; `None` for the price.
    pub criterion: Option<usize>,
    /// `Greater` where the winning bid is better.
    pub winner: Ordering,
}

/// Another admissible bid, with the figure that decides.
#[derive(Clone, Debug)]
pub struct OtherBid {
    /// Whose.
    pub bid: usize,
    /// Its evaluated price, or its price under lowest price.
    pub evaluated_price: Option<Money>,
    /// Its score.
    pub score: Option<Ratio>,
}

/// How far the reader was from another bid's place.
#[derive(Clone, Debug)]
pub struct Gap {
    /// Whose place.
    pub to: usize,
    /// With several suppliers: to which rank.
    pub rank: Option<usize>,
    /// In kroner, or in points where scores decide.
    pub by: GapFigure,
    /// Whether it is exactly the difference between the two figures; else it is a distance between awards.
    pub exact: bool,
}

/// A distance.
#[derive(Clone, Debug)]
pub enum GapFigure {
    /// Kroner.
    Money(Money),
    /// Points of the score.
    Score(Ratio),
}

/// What a bidder is told, under the tender's policy. `policy` is given apart, so that another can be tried.
pub fn letter<'o>(outcome: &'o Outcome<'o>, bid: usize, policy: &Disclosure) -> Letter<'o> {
    let findings = &outcome.bid_findings[bid];
    let reasons: Vec<&Finding> =
        findings.iter().filter(|f| f.severity == Severity::Error && f.lot.is_none()).collect();
    let lots: Vec<LotPart<'o>> =
        (0..outcome.evaluated.lots.len()).filter_map(|lot| lot_part(outcome, bid, lot, policy)).collect();
    let kind = letter_kind(outcome, bid, &lots);
    let decided = matches!(kind, LetterKind::Won | LetterKind::WonSome | LetterKind::Lost)
        || kind == LetterKind::Inadmissible && outcome.award.lots.iter().any(|l| l.winner.is_some());
    let own_remark = |f: &&Finding| f.severity != Severity::Error && is_about_itself(f.code);
    Letter {
        outcome,
        bid,
        kind,
        reasons,
        remarks: findings.iter().filter(own_remark).collect(),
        judged: judged_reasons(outcome, bid, None),
        lots,
        standstill: decided.then(|| outcome.tender.standstill_terms()),
    }
}

/// Whether a remark is about the bid alone and changes its figures. Remarks against other bids, and those for the buyer alone, are
/// not disclosed.
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

fn letter_kind(outcome: &Outcome<'_>, bid: usize, lots: &[LotPart<'_>]) -> LetterKind {
    let count = |wanted: fn(&ReaderLotOutcome) -> bool| {
        lots.iter().filter(|l| matches!(l.own, OwnPart::Evaluated(_)) && wanted(&l.outcome)).count()
    };
    let won = count(|o| matches!(o, ReaderLotOutcome::Won | ReaderLotOutcome::Supplies { .. }));
    let lost = count(|o| matches!(o, ReaderLotOutcome::Lost));
    let open = count(|o| matches!(o, ReaderLotOutcome::Open));
    match (won, lost, open) {
        _ if !outcome.is_admissible(bid) => LetterKind::Inadmissible,
        (0, 0, 0) => LetterKind::NotAwarded,
        (0, 0, _) => LetterKind::Open,
        (0, _, _) => LetterKind::Lost,
        (_, 0, 0) => LetterKind::Won,
        _ => LetterKind::WonSome,
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
    let mut part = LotPart {
        lot,
        own,
        outcome: lot_outcome(outcome, bid, lot),
        winners: Vec::new(),
        others: Vec::new(),
        gaps: Vec::new(),
        blocked_by: Vec::new(),
    };
    // a bidder that may not be evaluated is told why, and nothing about the others (udbudsloven § 171(4) no. 1)
    if let OwnPart::Evaluated(figures) = &part.own {
        let names = winners_of(outcome, lot);
        let winners = names.iter().filter(|w| w.0 != bid);
        // of those who come after it, a supplier is told only the names
        let after = |rank: Option<usize>| match part.outcome {
            ReaderLotOutcome::Won => true,
            ReaderLotOutcome::Supplies { rank: own, .. } => rank.is_some_and(|r| r > own),
            _ => false,
        };
        part.winners = winners
            .map(|w| match after(w.1) {
                true => WinningBid::named(w.0, w.1),
                false => winner(outcome, lot, (w.0, w.1), figures, policy),
            })
            .collect();
        if policy.tells(Tell::AllTotals) {
            part.others = others(outcome, bid, lot, &names);
        }
        if policy.tells(Tell::Distance) && part.outcome != ReaderLotOutcome::Open {
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

fn lot_outcome(outcome: &Outcome<'_>, bid: usize, lot: usize) -> ReaderLotOutcome {
    let award = &outcome.award;
    let Some(own) = award.lots.get(lot) else { return ReaderLotOutcome::NotAwarded };
    if let Some(supplier) = own.suppliers.iter().find(|s| s.bidder == bid) {
        return ReaderLotOutcome::Supplies { rank: supplier.rank, volume: supplier.volume };
    }
    let several = outcome.tender.award.suppliers_per_lot > 1;
    if several
        && own.suppliers.is_empty()
        && award.status == AwardStatus::Tie
        && !award.unawarded.contains(&lot)
    {
        return ReaderLotOutcome::Open;
    }
    match own.winner {
        Some(winner) if winner == bid => ReaderLotOutcome::Won,
        Some(_) => ReaderLotOutcome::Lost,
        None if award.unawarded.contains(&lot) => ReaderLotOutcome::NotAwarded,
        None if award.status == AwardStatus::Tie => ReaderLotOutcome::Open,
        None => ReaderLotOutcome::NotAwarded,
    }
}

fn winner<'o>(
    outcome: &'o Outcome<'o>,
    lot: usize,
    (bid, rank): (usize, Option<usize>),
    own: &OwnFigures,
    policy: &Disclosure,
) -> WinningBid<'o> {
    let theirs = figures(outcome, bid, lot);
    let (total, points) = (policy.tells(Tell::WinnerTotal), policy.tells(Tell::WinnerPoints));
    let comparisons = theirs.as_ref().map(|t| compare(outcome, own, t)).unwrap_or_default();
    let disclosed = |wanted: bool| theirs.as_ref().filter(|_| wanted);
    let lowest_price = outcome.tender.evaluation.criteria.is_empty();
    WinningBid {
        bid,
        rank,
        price: disclosed(total).map(|t| t.price),
        evaluated_price: disclosed(total && !lowest_price).and_then(|t| t.evaluated_price),
        score: disclosed(points).and_then(|t| t.score.clone()),
        points: disclosed(points).map(|t| t.points.clone()).unwrap_or_default(),
        reasons: if points { judged_reasons(outcome, bid, Some(lot)) } else { Vec::new() },
        comparisons,
    }
}

/// In which respects the winning bid is better, as good, or worse: always disclosed, since it is what the law asks for
/// (udbudsloven § 171(4) no. 2: characteristics and advantages).
fn compare(outcome: &Outcome<'_>, own: &OwnFigures, theirs: &OwnFigures) -> Vec<CriterionComparison> {
    let criteria = &outcome.tender.evaluation.criteria;
    let mut out = vec![CriterionComparison { criterion: None, winner: own.price.cmp(&theirs.price) }];
    for (criterion, points) in &theirs.points {
        // points for the price repeat the comparison of prices
        let method = criteria.get(*criterion).and_then(|c| c.method.as_ref());
        if method.and_then(|m| m.measure()) == Some(&Measure::Price) {
            continue;
        }
        if let Some((_, mine)) = own.points.iter().find(|(c, _)| c == criterion) {
            out.push(CriterionComparison { criterion: Some(*criterion), winner: points.cmp(mine) });
        }
    }
    out
}

fn others(
    outcome: &Outcome<'_>,
    bid: usize,
    lot: usize,
    winners: &[(usize, Option<usize>)],
) -> Vec<OtherBid> {
    let other = |b: usize| {
        let figures = figures(outcome, b, lot)?;
        Some(OtherBid { bid: b, evaluated_price: figures.evaluated_alone, score: figures.score })
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
    let concerns = |scope: AssessmentScope| match scope {
        AssessmentScope::Everywhere => true,
        AssessmentScope::Structure(structure) => structure == outcome.structure,
        AssessmentScope::Lot { structure, lot: of } => {
            structure == outcome.structure && lot.is_none_or(|lot| lot == of)
        }
    };
    let mut reasons: Vec<&str> = Vec::new();
    for assessment in &outcome.tender.assessments {
        if assessment.bid == bid
            && concerns(assessment.scope)
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
                ReaderLotOutcome::Lost => true,
                ReaderLotOutcome::Supplies { rank, .. } => rank > 1,
                _ => false,
            }
    }
}

impl WinningBid<'_> {
    /// Whether any figure of it is disclosed.
    pub fn has_figures(&self) -> bool {
        self.price.is_some() || self.score.is_some() || !self.points.is_empty()
    }

    /// The name alone.
    fn named(bid: usize, rank: Option<usize>) -> Self {
        WinningBid {
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
    /// What sort of competition it was.
    pub fn tender_kind(&self) -> TenderKind {
        self.outcome.tender.head.kind
    }
}
