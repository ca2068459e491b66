//! The award of one supplier for each lot (`docs/reference/rules.md`, "Best award"): that it keeps every rule, costs what it
//! says, and, as far as all awards can be gone through, that none is better, none of the equally good ones is missing, and the
//! tie rules choose as published. Beyond that the certificate proves what is not gone through here.

use std::{
    cell::RefCell,
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use num_traits::Zero;

use crate::{
    admission::Admission,
    compare::Spot,
    exact::{Exact, as_kroner, int, parse_money},
    facts::{Bid, CombinationRule, Facts, Lot, TieRule},
    fault::{FaultCode, Faults, FiguresError},
    prices::{LotSum, PriceBook},
    quality::{Decides, LotEvaluation},
};

const BEST: &str = "best-award-2";
const RULES: &str = "best-award-1";
const TIES: &str = "best-award-5";
/// So many tied awards are listed.
const LISTED: usize = 1_000;
/// From here on the number of best awards may be reported as a lower bound.
const COUNTED: u128 = 1_000_000;

/// A winner for each lot, or nobody.
pub(crate) type Award = Vec<Option<usize>>;

/// How far the award has been looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AwardExtent {
    /// All awards were gone through: none is better, none of the best is missing, the tie rules choose as published.
    Every,
    /// The lots do not hang together, so each was decided by itself; the best awards are too many to go through, and the tie
    /// rules were not applied anew.
    LotByLot,
    /// There are too many awards to go through: it keeps every rule and costs what it says. That none is better, the
    /// certificate proves.
    Feasible,
    /// Several suppliers for each lot: each lot was ranked anew.
    Ranked,
}

/// Everything that awards are looked at with.
pub(crate) struct Field<'a> {
    pub(crate) facts: &'a Facts,
    pub(crate) book: &'a PriceBook,
    pub(crate) admissions: &'a [Admission],
    pub(crate) lots: &'a [LotEvaluation<'a>],
    /// By lot, what it costs at the fallback, in øre.
    pub(crate) fallback: Vec<Option<i128>>,
    /// By bid, lot and discount.
    known: RefCell<BTreeMap<(usize, usize, i128), Tally>>,
}

/// What an award adds up to, and of what.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tally {
    /// Evaluated prices and fallbacks in øre, unknown as 0.
    pub(crate) ore: i128,
    /// Weighted scores.
    pub(crate) score: Exact,
    /// Whether a lot's fallback is not known.
    pub(crate) unknown: bool,
    /// What the buyer pays in all, in øre.
    pub(crate) cost: Option<i128>,
    /// Lot prices as awarded, unawarded lots at their fallback, unknown as 0.
    pub(crate) prices: i128,
}

impl<'a> Field<'a> {
    pub(crate) fn new(
        facts: &'a Facts,
        book: &'a PriceBook,
        admissions: &'a [Admission],
        lots: &'a [LotEvaluation<'a>],
    ) -> Self {
        let cost = |l: &Lot| l.procedures.iter().map(|&p| book.fallback[p]).sum::<Option<i128>>();
        let fallback = facts.structure.lots.iter().map(cost).collect();
        Field { facts, book, admissions, lots, fallback, known: RefCell::default() }
    }

    /// Who can be awarded a lot: admissible there, and with the capacity for it that it states.
    pub(crate) fn may_win(&self, lot: usize) -> Vec<usize> {
        let volume = self.facts.volume_on(lot);
        let has_room =
            |b: &usize| self.facts.bids[*b].lot_capacities.get(&lot).is_none_or(|room| volume <= *room);
        self.lots[lot].decides.keys().copied().filter(has_room).collect()
    }

    /// The lots that a bidder wins.
    pub(crate) fn lots_won_by(award: &Award, bid: usize) -> Vec<usize> {
        (0..award.len()).filter(|&l| award[l] == Some(bid)).collect()
    }

    /// The winners, each once.
    pub(crate) fn each_winner(award: &Award) -> Vec<usize> {
        let mut all: Vec<usize> = award.iter().flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The largest combination discount whose condition the lots won meet.
    pub(crate) fn discount_at(&self, bid: usize, won: &[usize]) -> i128 {
        if !self.facts.invites("combination") || won.is_empty() {
            return 0;
        }
        let meets = |rule: &CombinationRule| match rule {
            CombinationRule::MinLots(least) => won.len() as u64 >= *least,
            CombinationRule::Lots(lots) => lots.iter().all(|l| won.contains(l)),
            CombinationRule::AllLots => won.len() == self.lots.len(),
        };
        let own = self.facts.bids[bid].combinations.iter().filter(|c| meets(&c.rule));
        own.map(|c| c.discount).max().unwrap_or(0)
    }

    /// The rule that an award breaks, and the bidder whose it is; `None` if it keeps all.
    pub(crate) fn broken_rule(&self, award: &Award) -> Option<(&'static str, Option<usize>)> {
        let suppliers = Self::each_winner(award);
        let structure = &self.facts.structure;
        let count = suppliers.len() as u64;
        if structure.min_suppliers.is_some_and(|least| count < least) {
            return Some(("min-suppliers", None));
        }
        if structure.max_suppliers.is_some_and(|most| count > most) {
            return Some(("max-suppliers", None));
        }
        for bid in suppliers {
            let own = &self.facts.bids[bid];
            let won = Self::lots_won_by(award, bid);
            if structure.max_lots_per_bidder.is_some_and(|most| won.len() as u64 > most) {
                return Some(("max-lots-per-bidder", Some(bid)));
            }
            if self.facts.invites("max-lots") && own.max_lots.is_some_and(|most| won.len() as u64 > most) {
                return Some(("max-lots", Some(bid)));
            }
            let volume: u64 = won.iter().map(|&l| self.facts.volume_on(l)).sum();
            if self.facts.invites("capacity") && own.capacity.is_some_and(|most| volume > most) {
                return Some(("capacity", Some(bid)));
            }
            let torn = |set: &BTreeSet<usize>| {
                let count = set.iter().filter(|l| won.contains(l)).count();
                count != 0 && count != set.len()
            };
            if self.facts.invites("only-together") && own.only_together.iter().any(torn) {
                return Some(("only-together", Some(bid)));
            }
        }
        None
    }

    /// Whether some rule ties lots together: a limit of the structure, or an invited condition that a bid sets.
    pub(crate) fn lots_hang_together(&self) -> bool {
        let structure = &self.facts.structure;
        let sets = |bid: &Bid| {
            (self.facts.invites("max-lots") && bid.max_lots.is_some())
                || (self.facts.invites("capacity") && bid.capacity.is_some())
                || (self.facts.invites("only-together") && !bid.only_together.is_empty())
                || (self.facts.invites("combination") && !bid.combinations.is_empty())
        };
        structure.max_lots_per_bidder.is_some()
            || structure.min_suppliers.is_some()
            || structure.max_suppliers.is_some()
            || self.facts.bids.iter().any(sets)
    }

    /// The figures of a bid on a lot at a combination discount.
    pub(crate) fn sum_at(&self, bid: usize, lot: usize, discount: i128) -> LotSum {
        self.book.add_up(self.facts, &self.admissions[bid].asks, lot, discount)
    }

    /// The evaluated price, in øre, of a bid on a lot at a combination discount; `None` where scores decide.
    pub(crate) fn evaluated_price_at(&self, bid: usize, lot: usize, discount: i128) -> Option<i128> {
        match self.lots[lot].decides.get(&bid)? {
            Decides::Score { .. } => None,
            Decides::Price { ore, .. } if discount == 0 => Some(*ore),
            Decides::Price { .. } => {
                self.lots[lot].evaluated_with(bid, self.sum_at(bid, lot, discount).price)
            }
        }
    }

    /// What a lot adds to the sums, with this winner at this discount.
    pub(crate) fn lot_tally(&self, lot: usize, winner: Option<usize>, discount: i128) -> Tally {
        let Some(bid) = winner else {
            let known = self.fallback[lot];
            let ore = known.unwrap_or(0);
            return Tally { ore, score: int(0), unknown: known.is_none(), cost: known, prices: ore };
        };
        let key = (bid, lot, discount);
        if let Some(known) = self.known.borrow().get(&key) {
            return known.clone();
        }
        let figures = self.sum_at(bid, lot, discount);
        let weight = self.facts.structure.lots[lot].weight.as_ref();
        let score = match self.lots[lot].decides.get(&bid) {
            Some(Decides::Score { rounded, .. }) => weight.map_or_else(|| rounded.clone(), |w| rounded * w),
            _ => int(0),
        };
        let sums = Tally {
            ore: self.evaluated_price_at(bid, lot, discount).unwrap_or(0),
            score,
            unknown: false,
            cost: Some(figures.payment + figures.elsewhere),
            prices: figures.price,
        };
        self.known.borrow_mut().insert(key, sums.clone());
        sums
    }

    /// What an award adds up to.
    pub(crate) fn tally(&self, award: &Award) -> Tally {
        let mut sums = Tally { ore: 0, score: int(0), unknown: false, cost: Some(0), prices: 0 };
        for (lot, winner) in award.iter().enumerate() {
            let discount = winner.map_or(0, |b| self.discount_at(b, &Self::lots_won_by(award, b)));
            let own = self.lot_tally(lot, *winner, discount);
            sums.ore += own.ore;
            if self.facts.evaluation.highest_is_best() {
                sums.score += own.score;
            }
            sums.unknown |= own.unknown;
            sums.cost = sums.cost.zip(own.cost).map(|(a, b)| a + b);
            sums.prices += own.prices;
        }
        sums
    }
}

/// At most this number of awards are gone through.
const MOST: usize = 20_000;

/// What makes an award better: the number of unawarded lots (0 with `if-cheaper`, where the total alone counts), the total
/// in øre, the score negated. Less is better.
pub(crate) type Key = (usize, i128, Exact);

/// What going through them found.
pub(crate) struct Best {
    pub(crate) key: Key,
    /// All awards with this key; `None` where they are too many to list.
    pub(crate) awards: Option<Vec<Award>>,
    /// How many they are; `None` where that is more than can be counted here.
    pub(crate) count: Option<u128>,
}

/// The best awards; `Ok(None)` where no award keeps every rule, `Err` where there are too many to go through.
pub(crate) fn go_through(field: &Field<'_>) -> Result<Option<Best>, ()> {
    let mut choices: Vec<Vec<Option<usize>>> = (0..field.lots.len())
        .map(|l| std::iter::once(None).chain(field.may_win(l).into_iter().map(Some)).collect())
        .collect();
    if !field.lots_hang_together() {
        // without a rule across lots the best of each lot are the best of all
        for (lot, own) in choices.iter_mut().enumerate() {
            keep_the_best(field, lot, own);
        }
    }
    let count = choices.iter().try_fold(1_u128, |n, c| n.checked_mul(c.len() as u128));
    let few = count.filter(|n| *n <= MOST as u128).and_then(|n| usize::try_from(n).ok());
    let Some(few) = few else {
        if field.lots_hang_together() {
            return Err(());
        }
        let first: Award = choices.iter().filter_map(|c| c.first().copied()).collect();
        return Ok(Some(Best { key: order_of(field, &first), awards: None, count }));
    };
    let mut best: Option<Best> = None;
    for number in 0..few {
        let award = award_number(&choices, number);
        if field.broken_rule(&award).is_some() {
            continue;
        }
        let own = order_of(field, &award);
        match &mut best {
            Some(best) if own > best.key => {}
            Some(best) if own == best.key => {
                if let Some(list) = &mut best.awards {
                    list.push(award);
                }
            }
            _ => best = Some(Best { key: own, awards: Some(vec![award]), count: None }),
        }
    }
    Ok(best.map(|best| Best { count: best.awards.as_ref().map(|a| a.len() as u128), ..best }))
}

/// The award of this number, one choice for each lot.
fn award_number(choices: &[Vec<Option<usize>>], mut number: usize) -> Award {
    choices
        .iter()
        .map(|own| {
            let choice = own[number % own.len()];
            number /= own.len();
            choice
        })
        .collect()
}

fn keep_the_best(field: &Field<'_>, lot: usize, choices: &mut Vec<Option<usize>>) {
    let keys: Vec<Key> = choices
        .iter()
        .map(|winner| {
            let sums = field.lot_tally(lot, *winner, 0);
            lot_key(field, usize::from(winner.is_none()), &sums)
        })
        .collect();
    let best = keys.iter().min().cloned();
    let mut keys = keys.into_iter();
    choices.retain(|_| keys.next() == best);
}

fn lot_key(field: &Field<'_>, unawarded: usize, sums: &Tally) -> Key {
    let unawarded = if field.facts.award.if_cheaper { 0 } else { unawarded };
    let scores = field.facts.evaluation.highest_is_best();
    let ore = if scores { 0 } else { sums.ore };
    (unawarded, ore, if scores { -sums.score.clone() } else { Exact::zero() })
}

/// Less is better.
pub(crate) fn order_of(field: &Field<'_>, award: &Award) -> Key {
    let unawarded = award.iter().filter(|w| w.is_none()).count();
    lot_key(field, unawarded, &field.tally(award))
}

/// What the rules leave.
pub(crate) fn after_tie_rules(field: &Field<'_>, mut awards: Vec<Award>) -> Vec<Award> {
    for rule in &field.facts.award.ties {
        if awards.len() < 2 {
            break;
        }
        match rule {
            TieRule::LowerPrice => keep_least(&mut awards, |a| field.tally(a).prices),
            TieRule::Higher(criterion) => keep_least(&mut awards, |a| -points_won(field, a, criterion)),
            TieRule::FewerSuppliers => keep_least(&mut awards, |a| Field::each_winner(a).len()),
            TieRule::MoreSuppliers => keep_least(&mut awards, |a| Reverse(Field::each_winner(a).len())),
            TieRule::EarlierReceived => keep_least(&mut awards, |a| moments_of(field, a)),
            TieRule::Draw => {
                if all_are_drawn(field, &awards) {
                    keep_least(&mut awards, |a| places_drawn(field, a));
                }
            }
        }
    }
    awards
}

fn keep_least<K: Ord + Clone>(awards: &mut Vec<Award>, key: impl Fn(&Award) -> K) {
    let keys: Vec<K> = awards.iter().map(key).collect();
    let least = keys.iter().min().cloned();
    let mut keys = keys.into_iter();
    awards.retain(|_| keys.next() == least);
}

/// The sum of points in a criterion over the lots awarded.
fn points_won(field: &Field<'_>, award: &Award, criterion: &str) -> Exact {
    let won = award.iter().enumerate().filter_map(|(l, w)| Some((l, (*w)?)));
    won.map(|(l, bid)| field.lots[l].points_in(bid, criterion, true).unwrap_or_else(|_| int(0))).sum()
}

/// Lot by lot the moment received; not stated comes last, unawarded after that.
fn moments_of(field: &Field<'_>, award: &Award) -> Vec<(u8, Option<i128>)> {
    let place = |w: &Option<usize>| match w.map(|b| field.facts.bids[b].received) {
        Some(Some(moment)) => (0, Some(moment)),
        Some(None) => (1, None),
        None => (2, None),
    };
    award.iter().map(place).collect()
}

fn place_drawn(field: &Field<'_>, bid: usize) -> Option<usize> {
    field.facts.draw.iter().position(|d| *d == field.facts.bids[bid].bidder)
}

/// Whether every bidder on whom the awards differ has been drawn.
fn all_are_drawn(field: &Field<'_>, awards: &[Award]) -> bool {
    let lots = awards.first().map_or(0, Vec::len);
    (0..lots).all(|l| {
        let mut winners: Vec<Option<usize>> = awards.iter().map(|a| a[l]).collect();
        winners.sort_unstable();
        winners.dedup();
        winners.len() == 1 || winners.into_iter().flatten().all(|b| place_drawn(field, b).is_some())
    })
}

/// Lot by lot the place in the draw, unawarded last. Where the awards do not differ, it does not matter.
fn places_drawn(field: &Field<'_>, award: &Award) -> Vec<usize> {
    award.iter().map(|w| w.and_then(|b| place_drawn(field, b)).unwrap_or(usize::MAX)).collect()
}

/// Holds the award against the rules; says how far.
pub(crate) fn check_award(
    facts: &Facts,
    book: &PriceBook,
    admissions: &[Admission],
    lots: &[LotEvaluation<'_>],
    evaluation: &Spot<'_>,
    faults: &mut Faults,
) -> AwardExtent {
    let field = Field::new(facts, book, admissions, lots);
    let spot = evaluation.at_key("award");
    let best = go_through(&field);
    let extent = match &best {
        Err(()) => AwardExtent::Feasible,
        Ok(Some(Best { awards: None, .. })) => AwardExtent::LotByLot,
        Ok(_) => AwardExtent::Every,
    };
    let left = match &best {
        Ok(Some(Best { awards: Some(all), .. })) => Some(after_tie_rules(&field, all.clone())),
        Ok(None) => Some(Vec::new()),
        _ => None,
    };
    let status = spot.at_key("status");
    match status.string() {
        "awarded" => check_awarded(&field, &spot, left.as_deref(), faults),
        "tie" => check_tied(&field, &spot, left.as_deref(), faults),
        "no-award" => check_no_award(&field, &spot, left.as_deref(), faults),
        _ => faults.report(status.error(FaultCode::WordDiffers, "awarded, tie, no-award", BEST)),
    }
    if let (Ok(Some(best)), "awarded" | "tie") = (&best, status.string()) {
        check_count(&spot.at_key("best-awards"), best.count, faults);
        if let Some(key) = key_of_first(&field, &spot)
            && key > best.key
        {
            let expected = best.awards.iter().flatten().next();
            let expected = expected.map_or_else(|| shown_key(&best.key), |a| in_words(&field, a));
            faults.report(FiguresError {
                written: key_text(&field, &spot),
                ..spot.error(FaultCode::AwardNotBest, expected, BEST)
            });
        }
    }
    check_consistency(&field, &spot, faults);
    extent
}

fn shown_key(key: &Key) -> String {
    as_kroner(key.1).to_string()
}

fn key_text(field: &Field<'_>, spot: &Spot<'_>) -> String {
    first_award(field, spot).map_or_else(String::new, |a| in_words(field, &a))
}

fn key_of_first(field: &Field<'_>, spot: &Spot<'_>) -> Option<Key> {
    first_award(field, spot).map(|a| order_of(field, &a))
}

/// The award, or the first of those that tie.
fn first_award(field: &Field<'_>, spot: &Spot<'_>) -> Option<Award> {
    let list = match spot.string_at("status") {
        "tie" => spot.value.get("tied")?.get(0)?,
        _ => spot.value.get("lots")?,
    };
    award_written(field, &Spot::top(list)).ok()
}

/// Lot and winner of an award, as a person reads it.
fn in_words(field: &Field<'_>, award: &Award) -> String {
    let name = |w: &Option<usize>| w.map_or("–", |b| field.facts.bids[b].bidder.as_str());
    let lots = field.facts.structure.lots.iter().zip(award);
    lots.map(|(lot, w)| format!("{}: {}", lot.id, name(w))).collect::<Vec<_>>().join(", ")
}

/// A winner for each lot in order; else what is wrong, with the item where it is.
fn award_written(field: &Field<'_>, list: &Spot<'_>) -> Result<Award, Option<usize>> {
    let lots = &field.facts.structure.lots;
    let items: Vec<Spot<'_>> = list.elements().collect();
    if items.len() != lots.len() {
        return Err(None);
    }
    items
        .iter()
        .zip(lots)
        .enumerate()
        .map(|(i, (item, lot))| {
            if item.string_at("lot") != lot.id {
                return Err(Some(i));
            }
            if item.at_key("winner").is_null() {
                return Ok(None);
            }
            field.facts.bid_index(item.string_at("winner")).map(Some).ok_or(Some(i))
        })
        .collect()
}

/// The same, telling what is wrong.
fn needed_award(field: &Field<'_>, list: &Spot<'_>, faults: &mut Faults) -> Option<Award> {
    match award_written(field, list) {
        Ok(award) => Some(award),
        Err(None) => {
            let ids: Vec<&str> = field.facts.structure.lots.iter().map(|l| l.id.as_str()).collect();
            faults.report(list.list_error(FaultCode::EntryMissing, &ids.join(", "), RULES));
            None
        }
        Err(Some(i)) => {
            let item = list.elements().nth(i);
            faults.report(item.as_ref().unwrap_or(list).list_error(FaultCode::EntryInvented, "", RULES));
            None
        }
    }
}

/// Every winner may win its lot, and no rule is broken.
fn keeps_every_rule(field: &Field<'_>, award: &Award, spot: &Spot<'_>, faults: &mut Faults) -> bool {
    let not_feasible = |rule: &str, bid: Option<usize>| FiguresError {
        written: match bid {
            Some(b) => format!("{rule}, {}", field.facts.bids[b].bidder),
            None => rule.to_owned(),
        },
        ..spot.error(FaultCode::AwardNotFeasible, "", RULES)
    };
    faults.compared += 1;
    for (lot, winner) in award.iter().enumerate() {
        if let Some(bid) = winner.filter(|b| !field.may_win(lot).contains(b)) {
            let rule =
                if field.lots[lot].decides.contains_key(&bid) { "lot-capacity" } else { "inadmissible" };
            faults.report(not_feasible(rule, Some(bid)));
            return false;
        }
    }
    if let Some((rule, bid)) = field.broken_rule(award) {
        faults.report(not_feasible(rule, bid));
        return false;
    }
    true
}

/// One award.
fn check_awarded(field: &Field<'_>, spot: &Spot<'_>, left: Option<&[Award]>, faults: &mut Faults) {
    let lots = spot.at_key("lots");
    let Some(award) = needed_award(field, &lots, faults) else { return };
    if !keeps_every_rule(field, &award, &lots, faults) {
        return;
    }
    check_lots(field, std::slice::from_ref(&award), &lots, faults);
    check_sums(field, std::slice::from_ref(&award), true, spot, faults);
    if spot.at_key("tied").value.as_array().is_none_or(|t| !t.is_empty()) {
        faults.report(spot.at_key("tied").list_error(FaultCode::NotConsistent, "", TIES));
    }
    faults.compared += 1;
    if let Some(left) = left
        && left != std::slice::from_ref(&award)
        && left.iter().any(|l| order_of(field, l) == order_of(field, &award))
    {
        let expected = left.iter().map(|a| in_words(field, a)).collect::<Vec<_>>().join("; ");
        faults.report(FiguresError {
            written: in_words(field, &award),
            ..spot.error(FaultCode::TieRuleWrong, expected, TIES)
        });
    }
}

/// Several awards that no rule tells apart.
fn check_tied(field: &Field<'_>, spot: &Spot<'_>, left: Option<&[Award]>, faults: &mut Faults) {
    let list = spot.at_key("tied");
    let mut awards = Vec::new();
    for item in list.elements() {
        let Some(award) = needed_award(field, &item, faults) else { return };
        if !keeps_every_rule(field, &award, &item, faults) {
            return;
        }
        if awards.contains(&award) {
            faults.report(item.list_error(FaultCode::TiesWrong, "", TIES));
        }
        awards.push(award);
    }
    let Some(first) = awards.first() else {
        faults.report(list.list_error(FaultCode::TiesWrong, "", TIES));
        return;
    };
    let key = order_of(field, first);
    for (i, item) in list.elements().enumerate() {
        faults.compared += 1;
        if awards.get(i).is_some_and(|a| order_of(field, a) != key) {
            faults.report(item.list_error(FaultCode::TiesWrong, "", BEST));
        }
    }
    let complete = awards.len() < LISTED;
    if complete {
        check_lots(field, &awards, &spot.at_key("lots"), faults);
    }
    check_sums(field, &awards, complete, spot, faults);
    let Some(left) = left else {
        if awards.len() < 2 {
            faults.report(list.list_error(FaultCode::TiesWrong, "", TIES));
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
        let some = left.iter().take(5).map(|a| in_words(field, a)).collect::<Vec<_>>().join("; ");
        faults.report(list.list_error(code, &some, TIES));
    }
}

/// Every lot unawarded, or no award that keeps every rule.
fn check_no_award(field: &Field<'_>, spot: &Spot<'_>, left: Option<&[Award]>, faults: &mut Faults) {
    for name in ["total", "expected-cost", "best-awards"] {
        faults.compared += 1;
        if !spot.at_key(name).is_null() {
            faults.report(spot.at_key(name).error(FaultCode::NotConsistent, "", BEST));
        }
    }
    for name in ["lots", "tied"] {
        if spot.at_key(name).value.as_array().is_none_or(|list| !list.is_empty()) {
            faults.report(spot.at_key(name).list_error(FaultCode::NotConsistent, "", BEST));
        }
    }
    let ids: Vec<&str> = field.facts.structure.lots.iter().map(|l| l.id.as_str()).collect();
    spot.at_key("unawarded").must_be_names(&ids, FaultCode::WordDiffers, BEST, faults);
    if let Some(left) = left
        && let Some(other) = left.iter().find(|a| a.iter().any(Option::is_some) || left.len() > 1)
    {
        faults.report(spot.at_key("status").error(FaultCode::AwardNotBest, in_words(field, other), BEST));
    }
}

/// The figures of each lot, where all awards agree on them.
fn check_lots(field: &Field<'_>, awards: &[Award], lots: &Spot<'_>, faults: &mut Faults) {
    let figures = |award: &Award, lot: usize| {
        award[lot].map(|b| {
            let discount = field.discount_at(b, &Field::lots_won_by(award, b));
            let figures = field.sum_at(b, lot, discount);
            (b, figures.price, figures.payment, field.evaluated_price_at(b, lot, discount))
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
    if lots.elements().count() != field.lots.len() {
        faults.report(lots.list_error(FaultCode::EntryMissing, "", RULES));
        return;
    }
    for (l, spot) in lots.elements().enumerate() {
        let id = field.facts.structure.lots[l].id.as_str();
        spot.at_key("lot").must_be_word(Some(id), FaultCode::WordDiffers, RULES, faults);
        let own = agreed(l);
        let winner = own.map(|(b, ..)| field.facts.bids[b].bidder.as_str());
        spot.at_key("winner").must_be_word(winner, FaultCode::WordDiffers, TIES, faults);
        let (price, payment, evaluated) = own.map_or((None, None, None), |(_, p, q, e)| (p, q, e));
        spot.at_key("price").must_be_money(price, "best-award-3", faults);
        spot.at_key("expected-payment").must_be_money(payment, "unit-prices-6", faults);
        spot.at_key("evaluated-price").must_be_money(evaluated, "evaluation-models-6", faults);
    }
}

/// Total, expected cost and unawarded lots.
fn check_sums(field: &Field<'_>, awards: &[Award], complete: bool, spot: &Spot<'_>, faults: &mut Faults) {
    let Some(first) = awards.first() else { return };
    let sums = field.tally(first);
    if field.facts.evaluation.highest_is_best() {
        spot.at_key("total").must_be_number(Some(&sums.score), BEST, faults);
    } else {
        spot.at_key("total").must_be_money((!sums.unknown).then_some(sums.ore), BEST, faults);
    }
    if !complete {
        return;
    }
    let agree = awards.iter().all(|a| field.tally(a).cost == sums.cost);
    let cost = if agree { sums.cost } else { None };
    spot.at_key("expected-cost").must_be_money(cost, "unit-prices-6", faults);
    let nobody = |l: &usize| awards.iter().all(|a| a[*l].is_none());
    let ids: Vec<&str> =
        (0..first.len()).filter(nobody).map(|l| field.facts.structure.lots[l].id.as_str()).collect();
    spot.at_key("unawarded").must_be_names(&ids, FaultCode::WordDiffers, BEST, faults);
}

/// The number of best awards: exact, or a lower bound.
pub(crate) fn check_count(spot: &Spot<'_>, count: Option<u128>, faults: &mut Faults) {
    faults.compared += 1;
    let text = spot.string();
    let holds = match text.strip_suffix('+') {
        Some(least) => {
            let least: Option<u128> = least.parse().ok();
            least.is_some_and(|least| least >= COUNTED && count.is_none_or(|n| n >= least))
        }
        None => count.is_none_or(|n| n.to_string() == text),
    };
    if !holds {
        let expected = count.map_or_else(String::new, |n| n.to_string());
        faults.report(spot.error(FaultCode::TiesWrong, expected, "best-award-4"));
    }
}

/// What cannot be true together, whatever the figures.
fn check_consistency(field: &Field<'_>, spot: &Spot<'_>, faults: &mut Faults) {
    let (status, count) = (spot.string_at("status"), spot.string_at("best-awards"));
    let no_rules = field.facts.award.ties.is_empty();
    let clash = match status {
        "tie" => count == "1" || count == "0",
        "awarded" => count == "0" || (count != "1" && no_rules),
        _ => false,
    };
    if clash {
        faults.report(spot.at_key("best-awards").error(FaultCode::NotConsistent, "", "best-award-4"));
    }
    for lot in spot.at_key("lots").elements() {
        let margin = lot.at_key("margin");
        if margin.is_null() {
            continue;
        }
        faults.compared += 1;
        let nobody = lot.at_key("winner").is_null();
        let below_zero = parse_money(margin.string()).is_none_or(|m| m < 0);
        if below_zero || nobody || field.facts.evaluation.highest_is_best() {
            faults.report(margin.error(FaultCode::NotConsistent, "", "what-every-bidder-is-told-4"));
        }
    }
}
