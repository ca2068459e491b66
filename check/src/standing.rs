//! `evaluation.json` on the bids: status, figures, points and rank of each on each lot, and its findings.

use std::collections::BTreeSet;

use super::{
    admission::{Admitted, LotStanding},
    exact::parse_money,
    facts::Facts,
    fault::{FaultCode, Faults},
    findings::{self, Expected, Severity},
    json::Spot,
    quality::{Decides, LotResult},
};

/// Every bid of the record, once.
pub(super) fn check_bids(
    facts: &Facts,
    admitted: &[Admitted],
    lots: &[LotResult<'_>],
    evaluation: &Spot<'_>,
    faults: &mut Faults,
) {
    let bids = evaluation.get("bids");
    let mut seen = BTreeSet::new();
    for spot in bids.items() {
        match facts.bid(spot.text_of("bidder")).filter(|bid| seen.insert(*bid)) {
            Some(bid) => check_bid(facts, &admitted[bid], lots, bid, &spot, faults),
            None => faults.add(spot.get("bidder").fault(FaultCode::EntryInvented, "", "admissibility-1")),
        }
    }
    for (bid, own) in facts.bids.iter().enumerate() {
        if !seen.contains(&bid) {
            faults.add(bids.fault_of(FaultCode::EntryMissing, &own.bidder, "admissibility-1"));
        }
    }
}

impl Spot<'_> {
    /// A fault of a list as a whole, which is not written out.
    pub(super) fn fault_of(
        &self,
        code: FaultCode,
        expected: &str,
        rule: &'static str,
    ) -> super::fault::FiguresError {
        super::fault::FiguresError { written: String::new(), ..self.fault(code, expected, rule) }
    }
}

fn check_bid(
    facts: &Facts,
    admitted: &Admitted,
    lots: &[LotResult<'_>],
    bid: usize,
    spot: &Spot<'_>,
    faults: &mut Faults,
) {
    let admissible = lots.iter().any(|l| l.decides.contains_key(&bid));
    spot.get("admissible").truth(admissible, "admissibility-1", faults);
    let own = all_findings(admitted, lots, bid);
    findings::compare(facts, &spot.get("findings"), &own, "admissibility-1", faults);
    let list = spot.get("lots");
    let ids: Vec<&str> = list.items().map(|l| l.text_of("lot")).collect();
    let should: Vec<&str> = facts.structure.lots.iter().map(|l| l.id.as_str()).collect();
    if ids != should {
        let code = if ids.len() < should.len() { FaultCode::EntryMissing } else { FaultCode::EntryInvented };
        faults.add(list.fault_of(code, &should.join(", "), ""));
        return;
    }
    for (l, lot) in list.items().enumerate() {
        check_lot(facts, admitted, &lots[l], bid, &lot, faults);
    }
}

/// The findings of a bid. Below a gate nothing is priced at the fallback, so what is missing there fails the bid.
fn all_findings(admitted: &Admitted, lots: &[LotResult<'_>], bid: usize) -> Vec<Expected> {
    let mut own = admitted.findings.clone();
    for lot in lots {
        let here: Vec<&Expected> =
            lot.bid_findings.iter().filter(|(b, _)| *b == bid).map(|(_, f)| f).collect();
        if here.iter().any(|f| f.code == "below-gate") {
            let missing = |f: &&mut Expected| {
                f.code == "missing-procedure"
                    && f.severity == Severity::Warning
                    && f.lot == Some(lot.field.lot)
            };
            for finding in own.iter_mut().filter(missing) {
                finding.severity = Severity::Error;
                finding.args.retain(|(name, _)| *name != "fallback");
            }
        }
        own.extend(here.into_iter().cloned());
    }
    own
}

fn check_lot(
    facts: &Facts,
    admitted: &Admitted,
    lot: &LotResult<'_>,
    bid: usize,
    spot: &Spot<'_>,
    faults: &mut Faults,
) {
    let status = match (admitted.lots[lot.field.lot], lot.decides.get(&bid)) {
        (LotStanding::NotBid, _) => "not-bid",
        (LotStanding::Admissible(_), Some(_)) => "admissible",
        _ => "inadmissible",
    };
    spot.get("status").word(Some(status), FaultCode::WordDiffers, "admissibility-3", faults);
    let (LotStanding::Admissible(figures), Some(decides)) =
        (admitted.lots[lot.field.lot], lot.decides.get(&bid))
    else {
        for name in ["price", "expected-payment", "evaluated-price", "score", "rank"] {
            if !spot.get(name).is_null() {
                faults.add(spot.get(name).fault(FaultCode::EntryInvented, "", "admissibility-1"));
            }
        }
        return;
    };
    spot.get("price").money(Some(figures.price), "unit-prices-5", faults);
    spot.get("expected-payment").money(Some(figures.payment), "unit-prices-6", faults);
    spot.get("elsewhere").money(Some(figures.elsewhere), "admissibility-5", faults);
    let (price, score, unrounded) = match decides {
        Decides::Price { ore, .. } => (Some(*ore), None, None),
        Decides::Score { rounded, unrounded } => (None, Some(rounded), Some(unrounded)),
    };
    spot.get("evaluated-price").money(price, "evaluation-models-6", faults);
    spot.get("score").number(score, "evaluation-models-2", faults);
    spot.get("unrounded-score").number(unrounded, "evaluation-models-2", faults);
    check_points(lot, bid, &spot.get("points"), faults);
    let rank = lot.ranks.get(&bid).copied();
    spot.get("rank").count(rank, FaultCode::RankWrong, "what-every-bidder-is-told-1", faults);
    check_distance(facts, spot, faults);
}

/// The points of every leaf, and of nothing else.
fn check_points(lot: &LotResult<'_>, bid: usize, spot: &Spot<'_>, faults: &mut Faults) {
    let Some(own) = lot.points.get(&bid) else { return };
    for (id, points) in own {
        spot.get(id).number(Some(&points.rounded), "evaluation-models-3", faults);
    }
    for id in spot.value.as_object().into_iter().flat_map(serde_json::Map::keys) {
        if !own.contains_key(id) {
            faults.add(spot.get(id).fault(FaultCode::EntryInvented, "", "evaluation-models-3"));
        }
    }
}

/// A distance is computed by the solver, and not computed anew here. It is never below 0; a bid that is blocked has none,
/// nor has one where scores decide.
fn check_distance(facts: &Facts, spot: &Spot<'_>, faults: &mut Faults) {
    let blocked = spot.get("blocked-by").value.as_array().is_some_and(|rules| !rules.is_empty());
    for name in ["distance", "distance-to-first"] {
        let distance = spot.get(name);
        if distance.is_null() {
            continue;
        }
        faults.compared += 1;
        let below_zero = parse_money(distance.text()).is_none_or(|d| d < 0);
        if below_zero || facts.evaluation.scores() || (blocked && name == "distance") {
            faults.add(distance.fault(FaultCode::NotConsistent, "", "what-every-bidder-is-told-2"));
        }
    }
}

/// The slopes and zero points used where a scale may widen.
pub(super) fn check_scales(
    facts: &Facts,
    lots: &[LotResult<'_>],
    evaluation: &Spot<'_>,
    faults: &mut Faults,
) {
    const RULE: &str = "evaluation-models-4";
    let scales = evaluation.get("scales");
    let mut seen = BTreeSet::new();
    for spot in scales.items() {
        let (lot, criterion) = (spot.text_of("lot"), spot.text_of("criterion"));
        let own = facts.lot(lot).and_then(|l| lots[l].scales.iter().find(|s| s.criterion == criterion));
        let Some(own) = own.filter(|_| seen.insert((lot, criterion))) else {
            faults.add(spot.get("criterion").fault(FaultCode::EntryInvented, "", RULE));
            continue;
        };
        spot.get("used").number(Some(&own.used), RULE, faults);
        spot.get("widened").truth(own.widened, RULE, faults);
        let by: Vec<&str> = own.by.iter().map(|b| facts.bids[*b].bidder.as_str()).collect();
        let named = spot.text_of("widened-by");
        let should =
            if own.widened { by.iter().find(|b| **b == named).or(by.first()).copied() } else { None };
        spot.get("widened-by").word(should, FaultCode::WordDiffers, RULE, faults);
    }
    for (lot, result) in facts.structure.lots.iter().zip(lots) {
        for own in &result.scales {
            if !seen.contains(&(lot.id.as_str(), own.criterion.as_str())) {
                faults.add(scales.fault_of(
                    FaultCode::EntryMissing,
                    &format!("{} {}", lot.id, own.criterion),
                    RULE,
                ));
            }
        }
    }
}
