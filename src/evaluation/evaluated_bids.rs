//! Every lot of a structure, evaluated from the admitted bids of a tender: what evaluation hands to the award.

use super::{EvaluationError, LotEntry, LotField, LotOutcome, PreparedModel, Remark, lot::ranks};
use crate::{
    admission::{AdmittedBids, Finding, FindingCode},
    number::{Figure, Money, Ratio},
    tender::{AssessmentScope, GateOn, Measure, Severity, Tender},
};

/// Every lot of the structure, evaluated.
#[derive(Clone, Debug, PartialEq)]
pub struct EvaluatedBids {
    /// The structure (index).
    pub structure: usize,
    /// By lot, in the structure's order.
    pub lots: Vec<EvaluatedLot>,
    /// By bid: findings that evaluation adds (`below-gate`, `outside-scale`, `excluded-by-excluded`, …), each with its lot.
    pub findings: Vec<Vec<Finding>>,
}

/// One lot, evaluated.
#[derive(Clone, Debug, PartialEq)]
pub struct EvaluatedLot {
    /// By bid, in file order; `None` where it was not admissible before, or is rejected here.
    pub bids: Vec<Option<EvaluatedBid>>,
    /// The scales used where they could widen, by leaf.
    pub scales: Vec<ScaleUsed>,
    /// Findings about the lot that concern no single bid (`zero-reference`, `rounding-changes-ranking`, `scale-widened`).
    pub findings: Vec<Finding>,
}

impl EvaluatedLot {
    /// By bid: the competition ranks (1, 2, 2, 4) on the lot, without combination discounts and rules across lots.
    pub fn ranks(&self) -> Vec<Option<usize>> {
        ranks(&self.bids)
    }
}

/// A bid on a lot, evaluated.
#[derive(Clone, Debug, PartialEq)]
pub struct EvaluatedBid {
    /// By leaf criterion in file order (index into the model's criteria): its points.
    pub points: Vec<LeafPoints>,
    /// What decides.
    pub result: EvaluatedResult,
}

/// The points of a bid in one leaf.
#[derive(Clone, Debug, PartialEq)]
pub struct LeafPoints {
    /// Index into the model's criteria.
    pub criterion: usize,
    /// Rounded as the model says.
    pub points: Ratio,
    /// Before rounding.
    pub unrounded: Ratio,
}

/// What decides between bids on a lot.
#[derive(Clone, Debug, PartialEq)]
pub enum EvaluatedResult {
    /// The evaluated price, by tier of the bid: the lowest wins.
    Price(Vec<Money>),
    /// The score: the highest wins.
    Score {
        /// Rounded as the model says.
        rounded: Ratio,
        /// Without any rounding at any stage.
        unrounded: Ratio,
    },
}

/// The slope or zero point that was used for a leaf.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleUsed {
    /// Index into the model's criteria.
    pub criterion: usize,
    /// The slope in per cent, or the zero point in the measure's unit.
    pub used: Ratio,
    /// Whether it differs from the one stated.
    pub widened: bool,
    /// The bid farthest out, which caused it (lowest index among equals).
    pub widened_by: Option<usize>,
}

/// Evaluates the admissible bids on every lot of a structure.
///
/// # Errors
/// [`EvaluationError`], with the lot and the bid.
pub fn evaluate_bids(tender: &Tender, admitted: &AdmittedBids) -> Result<EvaluatedBids, EvaluationError> {
    let prepared = PreparedModel::new(&tender.evaluation)?;
    let judged = assessments_by_bid(tender);
    let lot_count = tender.structures.get(admitted.structure).map_or(0, |s| s.lots.len());
    let mut findings = vec![Vec::new(); admitted.bids.len()];
    let mut lots = Vec::with_capacity(lot_count);
    for lot in 0..lot_count {
        let field = field_from(tender, admitted, &judged, lot);
        let outcome = prepared.evaluate(&field).map_err(|f| f.on_lot(lot))?;
        lots.push(evaluated_lot(tender, &field, outcome, lot, &mut findings));
    }
    Ok(EvaluatedBids { structure: admitted.structure, lots, findings })
}

/// The admissible bids on a lot as plain figures.
///
/// # Errors
/// Never for a lot of the structure; an empty field for any other.
pub fn lot_field(tender: &Tender, admitted: &AdmittedBids, lot: usize) -> LotField {
    field_from(tender, admitted, &assessments_by_bid(tender), lot)
}

fn field_from(tender: &Tender, admitted: &AdmittedBids, judged: &[Vec<usize>], lot: usize) -> LotField {
    let bids = admitted.bids.iter().enumerate().filter_map(|(bid, b)| {
        let figures = b.lots.get(lot)?.figures()?;
        Some(LotEntry {
            bid,
            prices: figures.iter().map(|f| f.price).collect(),
            judged: judged_points(tender, judged.get(bid)?, admitted.structure, lot),
            values: tender
                .bids
                .get(bid)
                .map(|b| b.values.iter().map(|(n, v, _)| (n.clone(), Ratio::from(*v))).collect())
                .unwrap_or_default(),
        })
    });
    LotField {
        bids: bids.collect(),
        tariff_value: admitted.tariff_value.get(lot).copied().flatten(),
        fallback: admitted.fallback.get(lot).copied().flatten(),
    }
}

fn assessments_by_bid(tender: &Tender) -> Vec<Vec<usize>> {
    let mut by_bid = vec![Vec::new(); tender.bids.len()];
    for (i, assessment) in tender.assessments.iter().enumerate() {
        if let Some(list) = by_bid.get_mut(assessment.bid) {
            list.push(i);
        }
    }
    by_bid
}

/// Judgement for one lot overrules that for its structure, which overrules the general one, criterion by criterion
/// (docs/reference/format.md, "The buyer's side of the file").
fn judged_points(tender: &Tender, assessments: &[usize], structure: usize, lot: usize) -> Vec<Option<Ratio>> {
    let criteria = &tender.evaluation.criteria;
    let mut points: Vec<Option<Ratio>> = vec![None; criteria.len()];
    let scopes = [
        AssessmentScope::Everywhere,
        AssessmentScope::Structure(structure),
        AssessmentScope::Lot { structure, lot },
    ];
    for scope in scopes {
        for assessment in assessments.iter().filter_map(|a| tender.assessments.get(*a)) {
            if assessment.scope != scope {
                continue;
            }
            for (place, (id, value, _)) in assessment.points.iter().enumerate() {
                let here = criteria.get(place).filter(|c| c.id == *id).map(|_| place);
                let criterion = here.or_else(|| criteria.iter().position(|c| c.id == *id));
                if let Some(slot) = criterion.and_then(|c| points.get_mut(c)) {
                    *slot = Some(Ratio::from(*value));
                }
            }
        }
    }
    points
}

/// The outcome with bids numbered as in the tender, and its remarks as findings.
fn evaluated_lot(
    tender: &Tender,
    field: &LotField,
    outcome: LotOutcome,
    lot: usize,
    findings: &mut [Vec<Finding>],
) -> EvaluatedLot {
    let mut evaluated =
        EvaluatedLot { bids: vec![None; findings.len()], scales: outcome.scales, findings: Vec::new() };
    let number = |place: usize| field.bids.get(place).map_or(place, |b| b.bid);
    for scale in &mut evaluated.scales {
        scale.widened_by = scale.widened_by.map(number);
    }
    for remark in &outcome.remarks {
        let (bid, finding) = finding(tender, field, remark);
        let finding = finding.on_lot(lot);
        match bid.and_then(|b| findings.get_mut(b)) {
            Some(list) => list.push(finding),
            None => evaluated.findings.push(finding),
        }
    }
    for (place, result) in outcome.bids.into_iter().enumerate() {
        let bid = number(place);
        if let Some(slot) = evaluated.bids.get_mut(bid) {
            *slot = result;
        }
    }
    evaluated
}

/// A remark as a finding, and the bid of the tender that it concerns (`None`: the lot).
fn finding(tender: &Tender, field: &LotField, remark: &Remark) -> (Option<usize>, Finding) {
    let number = |place: &usize| field.bids.get(*place).map(|b| b.bid);
    let bidder = |place: &usize| {
        number(place).and_then(|b| tender.bids.get(b)).map(|b| b.bidder.clone()).unwrap_or_default()
    };
    let id = |criterion: &usize| {
        tender.evaluation.criteria.get(*criterion).map(|c| c.id.clone()).unwrap_or_default()
    };
    match remark {
        Remark::BelowGate { bid, on, points, min } => {
            let criterion = match on {
                GateOn::Criterion(c) => id(c),
                GateOn::Total => "total".into(),
            };
            let f = Finding::new(FindingCode::BelowGate, Severity::Error)
                .with("criterion", criterion)
                .with("points", points.clone())
                .with("min", min.clone());
            (number(bid), f)
        }
        Remark::OutsideScale { bid, criterion, measure, edge } => {
            let f = Finding::new(FindingCode::OutsideScale, Severity::Error)
                .with("criterion", id(criterion))
                .with("measure", in_its_unit(tender, *criterion, measure))
                .with("edge", in_its_unit(tender, *criterion, edge));
            (number(bid), f)
        }
        Remark::ExcludedByExcluded { bid, criterion, by } => {
            let f = Finding::new(FindingCode::ExcludedByExcluded, Severity::Warning)
                .with("criterion", id(criterion))
                .with("bidder", bidder(by));
            (number(bid), f)
        }
        Remark::ZeroReference { criterion } => {
            let f =
                Finding::new(FindingCode::ZeroReference, Severity::Warning).with("criterion", id(criterion));
            (None, f)
        }
        Remark::ScaleWidened { criterion, used, by } => {
            let f = Finding::new(FindingCode::ScaleWidened, Severity::Note)
                .with("criterion", id(criterion))
                .with("used", used.clone())
                .with("bidder", bidder(by));
            (None, f)
        }
        Remark::RoundingChangesRanking { rounded, unrounded } => {
            let ranking = |ranks: &[Option<usize>]| {
                let mut differing: Vec<(usize, usize)> = (0..ranks.len())
                    .filter(|i| rounded.get(*i) != unrounded.get(*i))
                    .filter_map(|i| Some((ranks.get(i).copied().flatten()?, i)))
                    .collect();
                differing.sort_unstable();
                differing.iter().map(|(rank, i)| format!("{rank} {}", bidder(i))).collect::<Vec<_>>()
            };
            let f = Finding::new(FindingCode::RoundingChangesRanking, Severity::Warning)
                .with("rounded", ranking(rounded))
                .with("unrounded", ranking(unrounded));
            (None, f)
        }
    }
}

/// A price in kroner as money where it is whole øre; anything else as a number.
fn in_its_unit(tender: &Tender, criterion: usize, x: &Ratio) -> Figure {
    let method = tender.evaluation.criteria.get(criterion).and_then(|c| c.method.as_ref());
    let is_price = method.and_then(|m| m.measure()) == Some(&Measure::Price);
    let ore = (x * Ratio::whole(100)).to_whole().filter(|_| is_price);
    ore.map_or_else(|| Figure::Number(x.clone()), |ore| Figure::Money(Money::from_ore(ore)))
}
