//! The award of one supplier for each lot.

use super::{
    super::{
        exact::{kroner, parse_money},
        fault::{FaultCode, Faults, FiguresError},
        json::Spot,
    },
    Award, AwardExtent,
    bidders::Ground,
    every::{self, Best, Key},
    ties,
};

const BEST: &str = "best-award-2";
const RULES: &str = "best-award-1";
const TIES: &str = "best-award-5";
/// So many tied awards are listed.
const LISTED: usize = 1_000;
/// From here on the number of best awards may be told as a lower bound.
const COUNTED: u128 = 1_000_000;

/// Holds the award against the rules; says how far.
pub(in super::super) fn check_award(
    facts: &super::super::facts::Facts,
    prices: &super::super::tariffs::Prices,
    admitted: &[super::super::admission::Admitted],
    lots: &[super::super::quality::LotResult<'_>],
    evaluation: &Spot<'_>,
    faults: &mut Faults,
) -> AwardExtent {
    let ground = Ground::new(facts, prices, admitted, lots);
    let spot = evaluation.get("award");
    let best = every::best(&ground);
    let extent = match &best {
        Err(()) => AwardExtent::Feasible,
        Ok(Some(Best { awards: None, .. })) => AwardExtent::LotByLot,
        Ok(_) => AwardExtent::Every,
    };
    let left = match &best {
        Ok(Some(Best { awards: Some(all), .. })) => Some(ties::left(&ground, all.clone())),
        Ok(None) => Some(Vec::new()),
        _ => None,
    };
    let status = spot.get("status");
    match status.text() {
        "awarded" => awarded(&ground, &spot, left.as_deref(), faults),
        "tie" => tied(&ground, &spot, left.as_deref(), faults),
        "no-award" => no_award(&ground, &spot, left.as_deref(), faults),
        _ => faults.add(status.fault(FaultCode::WordDiffers, "awarded, tie, no-award", BEST)),
    }
    if let (Ok(Some(best)), "awarded" | "tie") = (&best, status.text()) {
        check_count(&spot.get("best-awards"), best.count, faults);
        if let Some(key) = key_of_first(&ground, &spot)
            && key > best.key
        {
            let expected = best.awards.iter().flatten().next();
            let expected = expected.map_or_else(|| shown_key(&best.key), |a| shown(&ground, a));
            faults.add(FiguresError {
                written: key_text(&ground, &spot),
                ..spot.fault(FaultCode::AwardNotBest, expected, BEST)
            });
        }
    }
    check_consistency(&ground, &spot, faults);
    extent
}

fn shown_key(key: &Key) -> String {
    kroner(key.1).to_string()
}

fn key_text(ground: &Ground<'_>, spot: &Spot<'_>) -> String {
    first_award(ground, spot).map_or_else(String::new, |a| shown(ground, &a))
}

fn key_of_first(ground: &Ground<'_>, spot: &Spot<'_>) -> Option<Key> {
    first_award(ground, spot).map(|a| every::key(ground, &a))
}

/// The award, or the first of those that tie.
fn first_award(ground: &Ground<'_>, spot: &Spot<'_>) -> Option<Award> {
    let list = match spot.text_of("status") {
        "tie" => spot.value.get("tied")?.get(0)?,
        _ => spot.value.get("lots")?,
    };
    read_award(ground, &Spot::root(list)).ok()
}

/// Lot and winner of an award, as a person reads it.
fn shown(ground: &Ground<'_>, award: &Award) -> String {
    let name = |w: &Option<usize>| w.map_or("–", |b| ground.facts.bids[b].bidder.as_str());
    let lots = ground.facts.structure.lots.iter().zip(award);
    lots.map(|(lot, w)| format!("{}: {}", lot.id, name(w))).collect::<Vec<_>>().join(", ")
}

/// A winner for each lot in order; else what is wrong, with the item where it is.
fn read_award(ground: &Ground<'_>, list: &Spot<'_>) -> Result<Award, Option<usize>> {
    let lots = &ground.facts.structure.lots;
    let items: Vec<Spot<'_>> = list.items().collect();
    if items.len() != lots.len() {
        return Err(None);
    }
    items
        .iter()
        .zip(lots)
        .enumerate()
        .map(|(i, (item, lot))| {
            if item.text_of("lot") != lot.id {
                return Err(Some(i));
            }
            if item.get("winner").is_null() {
                return Ok(None);
            }
            ground.facts.bid(item.text_of("winner")).map(Some).ok_or(Some(i))
        })
        .collect()
}

/// The same, telling what is wrong.
fn needed_award(ground: &Ground<'_>, list: &Spot<'_>, faults: &mut Faults) -> Option<Award> {
    match read_award(ground, list) {
        Ok(award) => Some(award),
        Err(None) => {
            let ids: Vec<&str> = ground.facts.structure.lots.iter().map(|l| l.id.as_str()).collect();
            faults.add(list.fault_of(FaultCode::EntryMissing, &ids.join(", "), RULES));
            None
        }
        Err(Some(i)) => {
            let item = list.items().nth(i);
            faults.add(item.as_ref().unwrap_or(list).fault_of(FaultCode::EntryInvented, "", RULES));
            None
        }
    }
}

/// Every winner may win its lot, and no rule is broken.
fn is_feasible(ground: &Ground<'_>, award: &Award, spot: &Spot<'_>, faults: &mut Faults) -> bool {
    let not_feasible = |rule: &str, bid: Option<usize>| FiguresError {
        written: match bid {
            Some(b) => format!("{rule}, {}", ground.facts.bids[b].bidder),
            None => rule.to_owned(),
        },
        ..spot.fault(FaultCode::AwardNotFeasible, "", RULES)
    };
    faults.compared += 1;
    for (lot, winner) in award.iter().enumerate() {
        if let Some(bid) = winner.filter(|b| !ground.candidates(lot).contains(b)) {
            let rule =
                if ground.lots[lot].decides.contains_key(&bid) { "lot-capacity" } else { "inadmissible" };
            faults.add(not_feasible(rule, Some(bid)));
            return false;
        }
    }
    if let Some((rule, bid)) = ground.broken_rule(award) {
        faults.add(not_feasible(rule, bid));
        return false;
    }
    true
}

/// One award.
fn awarded(ground: &Ground<'_>, spot: &Spot<'_>, left: Option<&[Award]>, faults: &mut Faults) {
    let lots = spot.get("lots");
    let Some(award) = needed_award(ground, &lots, faults) else { return };
    if !is_feasible(ground, &award, &lots, faults) {
        return;
    }
    check_lots(ground, std::slice::from_ref(&award), &lots, faults);
    check_sums(ground, std::slice::from_ref(&award), true, spot, faults);
    if spot.get("tied").value.as_array().is_none_or(|t| !t.is_empty()) {
        faults.add(spot.get("tied").fault_of(FaultCode::NotConsistent, "", TIES));
    }
    faults.compared += 1;
    if let Some(left) = left
        && left != std::slice::from_ref(&award)
        && left.iter().any(|l| every::key(ground, l) == every::key(ground, &award))
    {
        let expected = left.iter().map(|a| shown(ground, a)).collect::<Vec<_>>().join("; ");
        faults.add(FiguresError {
            written: shown(ground, &award),
            ..spot.fault(FaultCode::TieRuleWrong, expected, TIES)
        });
    }
}

/// Several awards that no rule tells apart.
fn tied(ground: &Ground<'_>, spot: &Spot<'_>, left: Option<&[Award]>, faults: &mut Faults) {
    let list = spot.get("tied");
    let mut awards = Vec::new();
    for item in list.items() {
        let Some(award) = needed_award(ground, &item, faults) else { return };
        if !is_feasible(ground, &award, &item, faults) {
            return;
        }
        if awards.contains(&award) {
            faults.add(item.fault_of(FaultCode::TiesWrong, "", TIES));
        }
        awards.push(award);
    }
    let Some(first) = awards.first() else {
        faults.add(list.fault_of(FaultCode::TiesWrong, "", TIES));
        return;
    };
    let key = every::key(ground, first);
    for (i, item) in list.items().enumerate() {
        faults.compared += 1;
        if awards.get(i).is_some_and(|a| every::key(ground, a) != key) {
            faults.add(item.fault_of(FaultCode::TiesWrong, "", BEST));
        }
    }
    let complete = awards.len() < LISTED;
    if complete {
        check_lots(ground, &awards, &spot.get("lots"), faults);
    }
    check_sums(ground, &awards, complete, spot, faults);
    let Some(left) = left else {
        if awards.len() < 2 {
            faults.add(list.fault_of(FaultCode::TiesWrong, "", TIES));
        }
        return;
    };
    let same = if left.len() <= LISTED {
        left.len() == awards.len() && left.iter().all(|a| awards.contains(a))
    } else {
        awards.len() == LISTED && awards.iter().all(|a| left.contains(a))
    };
    if !same || awards.len() < 2 {
        let code = if left.len() == 1 { FaultCode::TieRuleWrong } else { FaultCode::TiesWrong };
        let some = left.iter().take(5).map(|a| shown(ground, a)).collect::<Vec<_>>().join("; ");
        faults.add(list.fault_of(code, &some, TIES));
    }
}

/// Every lot unawarded, or no award that keeps every rule.
fn no_award(ground: &Ground<'_>, spot: &Spot<'_>, left: Option<&[Award]>, faults: &mut Faults) {
    for name in ["total", "expected-cost", "best-awards"] {
        faults.compared += 1;
        if !spot.get(name).is_null() {
            faults.add(spot.get(name).fault(FaultCode::NotConsistent, "", BEST));
        }
    }
    for name in ["lots", "tied"] {
        if spot.get(name).value.as_array().is_none_or(|list| !list.is_empty()) {
            faults.add(spot.get(name).fault_of(FaultCode::NotConsistent, "", BEST));
        }
    }
    let ids: Vec<&str> = ground.facts.structure.lots.iter().map(|l| l.id.as_str()).collect();
    spot.get("unawarded").names(&ids, FaultCode::WordDiffers, BEST, faults);
    if let Some(left) = left
        && let Some(other) = left.iter().find(|a| a.iter().any(Option::is_some) || left.len() > 1)
    {
        faults.add(spot.get("status").fault(FaultCode::AwardNotBest, shown(ground, other), BEST));
    }
}

/// The figures of each lot, where all awards agree on them.
fn check_lots(ground: &Ground<'_>, awards: &[Award], lots: &Spot<'_>, faults: &mut Faults) {
    let figures = |award: &Award, lot: usize| {
        award[lot].map(|b| {
            let discount = ground.discount(b, &Ground::won(award, b));
            let figures = ground.figures(b, lot, discount);
            (b, figures.price, figures.payment, ground.evaluated(b, lot, discount))
        })
    };
    let agreed = |lot: usize| {
        let mut all = awards.iter().map(|a| figures(a, lot));
        let first = all.next().flatten()?;
        let rest: Option<Vec<_>> = all.collect();
        let rest = rest.filter(|rest| rest.iter().all(|f| f.0 == first.0))?;
        let price = rest.iter().all(|f| f.1 == first.1).then_some(first.1);
        let payment = rest.iter().all(|f| f.2 == first.2).then_some(first.2);
        let evaluated = if rest.iter().all(|f| f.3 == first.3) { first.3 } else { None };
        Some((first.0, price, payment, evaluated))
    };
    if lots.items().count() != ground.lots.len() {
        faults.add(lots.fault_of(FaultCode::EntryMissing, "", RULES));
        return;
    }
    for (l, spot) in lots.items().enumerate() {
        let id = ground.facts.structure.lots[l].id.as_str();
        spot.get("lot").word(Some(id), FaultCode::WordDiffers, RULES, faults);
        let own = agreed(l);
        let winner = own.map(|(b, ..)| ground.facts.bids[b].bidder.as_str());
        spot.get("winner").word(winner, FaultCode::WordDiffers, TIES, faults);
        let (price, payment, evaluated) = own.map_or((None, None, None), |(_, p, q, e)| (p, q, e));
        spot.get("price").money(price, "best-award-3", faults);
        spot.get("expected-payment").money(payment, "unit-prices-6", faults);
        spot.get("evaluated-price").money(evaluated, "evaluation-models-6", faults);
    }
}

/// Total, expected cost and unawarded lots.
fn check_sums(ground: &Ground<'_>, awards: &[Award], complete: bool, spot: &Spot<'_>, faults: &mut Faults) {
    let Some(first) = awards.first() else { return };
    let sums = ground.sums(first);
    if ground.facts.evaluation.scores() {
        spot.get("total").number(Some(&sums.score), BEST, faults);
    } else {
        spot.get("total").money((!sums.unknown).then_some(sums.ore), BEST, faults);
    }
    if !complete {
        return;
    }
    let agree = awards.iter().all(|a| ground.sums(a).cost == sums.cost);
    let cost = if agree { sums.cost } else { None };
    spot.get("expected-cost").money(cost, "unit-prices-6", faults);
    let nobody = |l: &usize| awards.iter().all(|a| a[*l].is_none());
    let ids: Vec<&str> =
        (0..first.len()).filter(nobody).map(|l| ground.facts.structure.lots[l].id.as_str()).collect();
    spot.get("unawarded").names(&ids, FaultCode::WordDiffers, BEST, faults);
}

/// The number of best awards: exact, or at least so many.
pub(super) fn check_count(spot: &Spot<'_>, count: Option<u128>, faults: &mut Faults) {
    faults.compared += 1;
    let text = spot.text();
    let holds = match text.strip_suffix('+') {
        Some(least) => {
            let least: Option<u128> = least.parse().ok();
            least.is_some_and(|least| least >= COUNTED && count.is_none_or(|n| n >= least))
        }
        None => count.is_none_or(|n| n.to_string() == text),
    };
    if !holds {
        let expected = count.map_or_else(String::new, |n| n.to_string());
        faults.add(spot.fault(FaultCode::TiesWrong, expected, "best-award-4"));
    }
}

/// What cannot be true together, whatever the figures.
fn check_consistency(ground: &Ground<'_>, spot: &Spot<'_>, faults: &mut Faults) {
    let (status, count) = (spot.text_of("status"), spot.text_of("best-awards"));
    let no_rules = ground.facts.award.ties.is_empty();
    let clash = match status {
        "tie" => count == "1" || count == "0",
        "awarded" => count == "0" || (count != "1" && no_rules),
        _ => false,
    };
    if clash {
        faults.add(spot.get("best-awards").fault(FaultCode::NotConsistent, "", "best-award-4"));
    }
    for lot in spot.get("lots").items() {
        let margin = lot.get("margin");
        if margin.is_null() {
            continue;
        }
        faults.compared += 1;
        let nobody = lot.get("winner").is_null();
        let below_zero = parse_money(margin.text()).is_none_or(|m| m < 0);
        if below_zero || nobody || ground.facts.evaluation.scores() {
            faults.add(margin.fault(FaultCode::NotConsistent, "", "what-every-bidder-is-told-4"));
        }
    }
}
