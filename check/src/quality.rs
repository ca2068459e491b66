//! From the bids that are admissible so far to what decides on a lot (`docs/reference/rules.md`, "Evaluation models"): gates,
//! rejection in rounds, points, scores and evaluated prices, ranks, and what is remarked of them.

use std::collections::{BTreeMap, BTreeSet};

use num_traits::{Signed, Zero};

use crate::{
    admission::{Admission, Breadth, Place},
    exact::{Exact, Mode, as_kroner, int, ore_half_up, to_decimals, to_decimals_if},
    facts::{Criterion, Evaluation, Facts, Kind, Measure, Method, Outside, Widening},
    findings::{Arg, Remark},
    formula::{BidInputs, Formula, LotInputs, Run, Vocabulary},
    prices::PriceBook,
};

/// Points of a leaf: rounded as the tender says, and without any rounding.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Points {
    pub(crate) rounded: Exact,
    pub(crate) exact: Exact,
}

/// The points of one bid, by leaf.
type Sheet = BTreeMap<String, Points>;

/// A slope or zero point that could widen, as used.
#[derive(Clone, Debug)]
pub(crate) struct UsedScale {
    pub(crate) criterion: String,
    pub(crate) used: Exact,
    pub(crate) has_widened: bool,
    /// Those that need it most; any of them may be named.
    pub(crate) needed_by: Vec<usize>,
}

/// Why a lot has no result: in which criterion (empty for the model), and what is lacking.
#[derive(Clone, Debug)]
pub(crate) struct NoResult {
    pub(crate) criterion: String,
    pub(crate) why: String,
}

fn no_result(criterion: &str, why: impl std::fmt::Debug) -> NoResult {
    NoResult { criterion: criterion.to_owned(), why: format!("{why:?}") }
}

/// What decides for one bid on a lot, without combination discount.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Decides {
    /// In øre, and without rounding in kroner.
    Price {
        ore: i128,
        exact: Exact,
    },
    Score {
        rounded: Exact,
        exact: Exact,
    },
}

impl Decides {
    /// Less is better.
    pub(crate) fn order(&self) -> Exact {
        match self {
            Decides::Price { ore, .. } => as_kroner(*ore),
            Decides::Score { rounded, .. } => -rounded,
        }
    }

    fn exact_order(&self) -> Exact {
        match self {
            Decides::Price { exact, .. } => exact.clone(),
            Decides::Score { exact, .. } => -exact,
        }
    }
}

/// A lot, evaluated.
#[derive(Debug)]
pub(crate) struct LotEvaluation<'a> {
    facts: &'a Facts,
    pub(crate) lot: usize,
    /// By bid that was admissible before points were given.
    entries: BTreeMap<usize, Entry<'a>>,
    /// The lot at the discount base and at the fallback, in kroner.
    tariff: Option<Exact>,
    fallback: Option<Exact>,
    /// By bid that remains.
    pub(crate) points: BTreeMap<usize, Sheet>,
    /// By bid that remains.
    pub(crate) decides: BTreeMap<usize, Decides>,
    /// Competition ranks (1, 2, 2, 4), by bid that remains.
    pub(crate) ranks: BTreeMap<usize, u64>,
    pub(crate) scales: Vec<UsedScale>,
    /// Of the lot.
    pub(crate) remarks: Vec<Remark>,
    /// Of bids on the lot.
    pub(crate) bid_remarks: Vec<(usize, Remark)>,
    worth: Worth,
}

/// One bid on the lot.
#[derive(Debug)]
struct Entry<'a> {
    /// The lot price in kroner, without combination discount.
    price: Exact,
    /// The points of assessments, by criterion.
    assessed: BTreeMap<&'a str, &'a Exact>,
}

/// How a lot price becomes an evaluated price.
#[derive(Debug)]
enum Worth {
    /// It is the evaluated price, or scores decide.
    Nothing,
    /// What full points are worth, by leaf: kroner, or a share of the price.
    ByLeaf(BTreeMap<String, Exact>),
    Formula(Box<(Formula, LotInputs)>),
}

/// Evaluates every lot of the structure; where one has no result: which, and why.
pub(crate) fn evaluate_lots<'a>(
    facts: &'a Facts,
    book: &PriceBook,
    admissions: &[Admission],
) -> Result<Vec<LotEvaluation<'a>>, (usize, NoResult)> {
    let each = 0..facts.structure.lots.len();
    each.map(|l| LotEvaluation::run(facts, book, admissions, l).map_err(|why| (l, why))).collect()
}

impl<'a> LotEvaluation<'a> {
    fn run(
        facts: &'a Facts,
        book: &PriceBook,
        admissions: &[Admission],
        lot: usize,
    ) -> Result<LotEvaluation<'a>, NoResult> {
        let mut own = LotEvaluation::open(facts, book, admissions, lot);
        let mut remaining: BTreeSet<usize> = own.entries.keys().copied().collect();
        for bid in own.entries.keys().copied().collect::<Vec<_>>() {
            if own.falls_at_a_gate(bid)? {
                remaining.remove(&bid);
            }
        }
        own.drop_those_outside(&mut remaining)?;
        own.points = remaining.iter().map(|bid| (*bid, Sheet::new())).collect();
        own.give_points()?;
        own.settle_results()?;
        own.ranks = own.ranks_by(Decides::order);
        own.remark_on_rounding();
        if let [only] = remaining.iter().collect::<Vec<_>>().as_slice() {
            let note = Remark::noted("single-bid").in_lot(lot);
            own.remarks.push(note.says("bidder", &facts.bids[**only].bidder));
        }
        own.remark_on_low_prices(admissions);
        Ok(own)
    }

    fn open(facts: &'a Facts, book: &PriceBook, admissions: &[Admission], lot: usize) -> LotEvaluation<'a> {
        let mut entries = BTreeMap::new();
        for (bid, admission) in admissions.iter().enumerate() {
            if let Place::In(sum) = admission.places[lot] {
                let assessed = assessed_points(facts, bid, lot);
                entries.insert(bid, Entry { price: as_kroner(sum.price), assessed });
            }
        }
        let procedures = &facts.structure.lots[lot].procedures;
        let value = |p: &usize| Some(book.base_on_first_day(*p)? * i128::from(facts.procedures[*p].volume));
        LotEvaluation {
            facts,
            lot,
            entries,
            tariff: procedures.iter().map(value).sum::<Option<i128>>().map(as_kroner),
            fallback: procedures.iter().map(|&p| book.fallback[p]).sum::<Option<i128>>().map(as_kroner),
            points: BTreeMap::new(),
            decides: BTreeMap::new(),
            ranks: BTreeMap::new(),
            scales: Vec::new(),
            remarks: Vec::new(),
            bid_remarks: Vec::new(),
            worth: Worth::Nothing,
        }
    }

    fn rules(&self) -> &'a Evaluation {
        &self.facts.evaluation
    }

    fn bidder_names(&self, bids: &[usize]) -> Vec<String> {
        bids.iter().map(|b| self.facts.bids[*b].bidder.clone()).collect()
    }

    /// The points that an assessment gives.
    fn assessed(&self, bid: usize, criterion: &str) -> Result<Exact, NoResult> {
        let points = self.entries[&bid].assessed.get(criterion);
        points.map(|x| (*x).clone()).ok_or_else(|| no_result(criterion, "points"))
    }

    /// What a leaf measures of a bid.
    fn figure_measured(&self, measure: &Measure, bid: usize, criterion: &str) -> Result<Exact, NoResult> {
        match measure {
            Measure::Price => Ok(self.entries[&bid].price.clone()),
            Measure::Value(name) => {
                let value = self.facts.bids[bid].values.get(name).cloned();
                value.ok_or_else(|| no_result(criterion, format!("values.{name}")))
            }
        }
    }

    fn measured_of_all(
        &self,
        bids: impl IntoIterator<Item = usize>,
        measure: &Measure,
        criterion: &str,
    ) -> Result<Vec<(usize, Exact)>, NoResult> {
        bids.into_iter().map(|b| Ok((b, self.figure_measured(measure, b, criterion)?))).collect()
    }

    /// Clause 5. A gate is on one criterion, or on all that is judged: the mean by weight, weights multiplied down the tree.
    fn falls_at_a_gate(&mut self, bid: usize) -> Result<bool, NoResult> {
        let model = self.rules();
        let mut falls = false;
        for gate in &model.gates {
            let points = if let Some(id) = &gate.criterion {
                self.assessed(bid, id)?
            } else {
                let (mut points, mut weights) = (Exact::zero(), Exact::zero());
                for (id, _, method) in model.with_a_method() {
                    if let Method::Judged = method {
                        let weight = model.weight_in_the_whole(id).ok_or_else(|| no_result(id, "weight"))?;
                        points += self.assessed(bid, id)? * &weight;
                        weights += weight;
                    }
                }
                if weights.is_zero() { weights } else { points / weights }
            };
            if points < gate.min {
                falls = true;
                let remark = Remark::error("below-gate").in_lot(self.lot);
                let remark = remark.says("criterion", gate.criterion.as_deref().unwrap_or("total"));
                let remark = remark.arg("points", Arg::Number(points));
                self.bid_remarks.push((bid, remark.arg("min", Arg::Number(gate.min.clone()))));
            }
        }
        Ok(falls)
    }

    /// Clause 4: everybody outside falls together; then the references are looked at anew, until nobody falls.
    fn drop_those_outside(&mut self, remaining: &mut BTreeSet<usize>) -> Result<(), NoResult> {
        let mut fallen_to: Vec<(usize, &str, Vec<usize>)> = Vec::new();
        loop {
            let mut round = BTreeSet::new();
            for (id, _, method) in self.rules().with_a_method() {
                let Some(measure) = method.measured().filter(|_| method.may_reject()) else { continue };
                let measures = self.measured_of_all(remaining.iter().copied(), measure, id)?;
                let Some(edge) = Edge::of(method, &measures) else { continue };
                for (bid, own) in measures.iter().filter(|(_, own)| edge.is_passed_by(own)) {
                    let remark = Remark::error("outside-scale").in_lot(self.lot).says("criterion", id);
                    let remark = remark.arg("measure", Arg::Number(own.clone()));
                    self.bid_remarks.push((*bid, remark.arg("edge", Arg::Number(edge.at.clone()))));
                    round.insert(*bid);
                    if !edge.set_by.is_empty() {
                        fallen_to.push((*bid, id, edge.set_by.clone()));
                    }
                }
            }
            if round.is_empty() {
                break;
            }
            remaining.retain(|bid| !round.contains(bid));
        }
        for (bid, id, set_by) in fallen_to {
            if set_by.iter().all(|b| !remaining.contains(b)) {
                let remark = Remark::warning("excluded-by-excluded").in_lot(self.lot).says("criterion", id);
                let names = self.bidder_names(&set_by);
                self.bid_remarks.push((bid, remark.arg("bidder", Arg::OneOf(names))));
            }
        }
        Ok(())
    }

    /// Clause 3: every leaf, formulas after those whose points they use.
    fn give_points(&mut self) -> Result<(), NoResult> {
        let mut formulas = BTreeMap::new();
        for (id, _, method) in self.rules().with_a_method() {
            match method {
                Method::Judged => {
                    for bid in self.bids_left() {
                        let points = self.assessed(bid, id)?;
                        self.note_points(bid, id, points.clone(), points);
                    }
                }
                Method::Formula { measure, text } => {
                    let formula = Formula::parse(text, &self.vocabulary());
                    formulas.insert(id, (measure, formula.ok_or_else(|| no_result(id, text))?));
                }
                _ => self.points_on_a_scale(id, method)?,
            }
        }
        while let Some(first) = formulas.keys().next().copied() {
            let is_waiting = |c: &String| formulas.contains_key(c.as_str());
            let ready = formulas.iter().filter(|(_, (_, formula))| !formula.criteria.iter().any(is_waiting));
            let ready: Vec<&str> = ready.map(|(id, _)| *id).collect();
            if ready.is_empty() {
                return Err(no_result(first, "circle"));
            }
            for id in ready {
                if let Some((measure, formula)) = formulas.remove(id) {
                    self.compute_points(id, measure, &formula)?;
                }
            }
        }
        Ok(())
    }

    fn bids_left(&self) -> Vec<usize> {
        self.points.keys().copied().collect()
    }

    fn note_points(&mut self, bid: usize, id: &str, given: Exact, exact: Exact) {
        let rounding = self.rules().rounding;
        let rounded = to_decimals_if(&given, rounding.points, rounding.mode);
        if let Some(sheet) = self.points.get_mut(&bid) {
            sheet.insert(id.to_owned(), Points { rounded, exact });
        }
    }

    /// A leaf with a named method.
    fn points_on_a_scale(&mut self, id: &str, method: &Method) -> Result<(), NoResult> {
        let Some(measure) = method.measured() else { return Ok(()) };
        let measures = self.measured_of_all(self.bids_left(), measure, id)?;
        let Some(extremes) = Extremes::of(&measures) else {
            self.scale_as_stated(id, method);
            return Ok(());
        };
        if extremes.is_zero_reference(method) {
            self.remarks.push(Remark::warning("zero-reference").in_lot(self.lot).says("criterion", id));
            self.scale_as_stated(id, method);
        }
        let end = match method {
            Method::Linear { slope, outside, higher, .. } if !extremes.is_zero_reference(method) => {
                // the slope that would just reach a measure
                let best = extremes.best_measure(*higher);
                let reach = |own: &Exact| (best - own).abs() / best * int(100);
                self.end_of_scale(id, slope, outside, &measures, reach)
            }
            Method::Absolute { zero_at, outside, .. } => {
                self.end_of_scale(id, zero_at, outside, &measures, Exact::clone)
            }
            _ => Exact::zero(),
        };
        let keeps_below_zero = !matches!(method.outside(), Some(Outside::Zero));
        for (bid, own) in &measures {
            let points = extremes.points_at(method, own, &end, &self.rules().scale);
            let points = points.ok_or_else(|| no_result(id, "scale"))?;
            let points = if keeps_below_zero { points } else { points.max(Exact::zero()) };
            self.note_points(*bid, id, points.clone(), points);
        }
        Ok(())
    }

    /// Clause 4: the slope or zero point used; one that may widen is listed, and remarked if it did.
    fn end_of_scale(
        &mut self,
        id: &str,
        stated: &Exact,
        outside: &Outside,
        measures: &[(usize, Exact)],
        reach: impl Fn(&Exact) -> Exact,
    ) -> Exact {
        let Outside::Widen(widening) = outside else { return stated.clone() };
        let needs: Vec<(usize, Exact)> = measures.iter().map(|(bid, own)| (*bid, reach(own))).collect();
        let Some(most) = needs.iter().map(|(_, need)| need).max() else { return stated.clone() };
        let needed_by: Vec<usize> = needs.iter().filter(|(_, need)| need == most).map(|(b, _)| *b).collect();
        let used = widening.until(stated, most);
        let has_widened = used != *stated;
        if has_widened {
            let note = Remark::noted("scale-widened").in_lot(self.lot).says("criterion", id);
            let note = note.arg("used", Arg::Number(used.clone()));
            self.remarks.push(note.arg("bidder", Arg::OneOf(self.bidder_names(&needed_by))));
        }
        self.scales.push(UsedScale { criterion: id.to_owned(), used: used.clone(), has_widened, needed_by });
        used
    }

    /// A scale that could widen, where nobody needs it.
    fn scale_as_stated(&mut self, id: &str, method: &Method) {
        if let Method::Linear { slope: stated, outside: Outside::Widen(_), .. }
        | Method::Absolute { zero_at: stated, outside: Outside::Widen(_), .. } = method
        {
            self.scales.push(UsedScale {
                criterion: id.to_owned(),
                used: stated.clone(),
                has_widened: false,
                needed_by: Vec::new(),
            });
        }
    }

    /// A leaf with a formula. Its unrounded points come from unrounded points; where it has a result for rounded ones alone,
    /// that counts as both.
    fn compute_points(&mut self, id: &str, measure: &Measure, formula: &Formula) -> Result<(), NoResult> {
        let lot = self.lot_inputs(Some(id));
        let results = |inputs: &[BidInputs<'_>]| -> Result<Vec<Exact>, NoResult> {
            let run = Run::new(formula, &lot, inputs);
            inputs.iter().map(|bid| run.for_bid(bid).map_err(|why| no_result(id, why))).collect()
        };
        let given = results(&self.bid_inputs(measure, id, false)?)?;
        let differs = self.rules().rounding.points.is_some() && !formula.criteria.is_empty();
        let exact = if differs { results(&self.bid_inputs(measure, id, true)?).ok() } else { None };
        let exact = exact.unwrap_or_else(|| given.clone());
        for ((bid, given), exact) in self.bids_left().into_iter().zip(given).zip(exact) {
            self.note_points(bid, id, given, exact);
        }
        Ok(())
    }

    /// The names that formulas of this tender may use.
    fn vocabulary(&self) -> Vocabulary {
        let leaves = || self.rules().with_a_method();
        let of_bids = self.facts.bids.iter().flat_map(|b| b.values.keys().cloned());
        let of_leaves = leaves().filter_map(|(_, _, method)| match method.measured() {
            Some(Measure::Value(name)) => Some(name.clone()),
            _ => None,
        });
        Vocabulary {
            criteria: leaves().map(|(id, ..)| id.to_owned()).collect(),
            values: of_bids.chain(of_leaves).collect(),
        }
    }

    /// What a formula may ask of the bids that remain.
    fn bid_inputs(
        &self,
        measure: &Measure,
        criterion: &str,
        unrounded: bool,
    ) -> Result<Vec<BidInputs<'_>>, NoResult> {
        let points = |p: &Points| if unrounded { p.exact.clone() } else { p.rounded.clone() };
        let mut all = Vec::new();
        for (bid, sheet) in &self.points {
            all.push(BidInputs {
                price: self.entries[bid].price.clone(),
                measure: self.figure_measured(measure, *bid, criterion)?,
                points: sheet.iter().map(|(id, p)| (id.as_str(), points(p))).collect(),
                values: &self.facts.bids[*bid].values,
            });
        }
        Ok(all)
    }

    /// What a formula may ask of the lot.
    fn lot_inputs(&self, criterion: Option<&str>) -> LotInputs {
        let weight = criterion.and_then(|id| self.rules().criteria.get(id)?.weight.clone());
        LotInputs {
            scale: self.rules().scale.clone(),
            weight: weight.map(|share| share * int(100)),
            tariff: self.tariff.clone(),
            fallback: self.fallback.clone(),
        }
    }

    /// Clauses 1, 2, 6 and 7.
    fn settle_results(&mut self) -> Result<(), NoResult> {
        let model = self.rules();
        match &model.kind {
            Kind::LowestPrice | Kind::Points => {}
            Kind::Subtract | Kind::Add | Kind::Uplift => {
                if !self.points.is_empty() {
                    let leaves = model.with_a_method();
                    let worth =
                        leaves.map(|(id, criterion, _)| Ok((id.to_owned(), self.full_worth(id, criterion)?)));
                    self.worth = Worth::ByLeaf(worth.collect::<Result<_, _>>()?);
                }
            }
            Kind::FormulaScore(text) | Kind::FormulaPrice(text) => {
                let formula = Formula::parse(text, &self.vocabulary()).ok_or_else(|| no_result("", text))?;
                self.decides = self.decide_by_formula(&formula)?;
                self.worth = Worth::Formula(Box::new((formula, self.lot_inputs(None))));
                return Ok(());
            }
        }
        for bid in self.bids_left() {
            let decides = if model.kind == Kind::Points {
                let rounding = model.rounding;
                let sum = self.parts_of(bid, None, true)?;
                let rounded = to_decimals_if(&sum, rounding.score, rounding.mode);
                Decides::Score { rounded, exact: self.parts_of(bid, None, false)? }
            } else {
                let price = &self.entries[&bid].price;
                let ore = ore_half_up(&self.price_with_points(bid, price, true));
                let exact = self.price_with_points(bid, price, false);
                Decides::Price { ore: ore.ok_or_else(|| no_result("", "price"))?, exact }
            };
            self.decides.insert(bid, decides);
        }
        Ok(())
    }

    fn decide_by_formula(&self, formula: &Formula) -> Result<BTreeMap<usize, Decides>, NoResult> {
        let (lot, rounding) = (self.lot_inputs(None), self.rules().rounding);
        let inputs = self.bid_inputs(&Measure::Price, "", false)?;
        let exact_inputs = self.bid_inputs(&Measure::Price, "", true)?;
        let run = Run::new(formula, &lot, &inputs);
        let exact_run = Run::new(formula, &lot, &exact_inputs);
        let differs = rounding.points.is_some() && !formula.criteria.is_empty();
        let mut all = BTreeMap::new();
        for (bid, (own, exact_own)) in self.points.keys().zip(inputs.iter().zip(&exact_inputs)) {
            let result = run.for_bid(own).map_err(|why| no_result("", why))?;
            let exact = if differs { exact_run.for_bid(exact_own).ok() } else { None };
            let exact = exact.unwrap_or_else(|| result.clone());
            all.insert(
                *bid,
                if self.rules().highest_is_best() {
                    Decides::Score { rounded: to_decimals_if(&result, rounding.score, rounding.mode), exact }
                } else {
                    Decides::Price { ore: ore_half_up(&result).ok_or_else(|| no_result("", "price"))?, exact }
                },
            );
        }
        Ok(all)
    }

    /// What full points of a leaf are worth: `value`, `value-percent` of the lot's fallback, or `uplift` of the price.
    fn full_worth(&self, id: &str, criterion: &Criterion) -> Result<Exact, NoResult> {
        let of_fallback = || Some(criterion.value_percent.as_ref()? * self.fallback.as_ref()?);
        let stated = criterion.value.clone().or_else(of_fallback).or_else(|| criterion.uplift.clone());
        stated.ok_or_else(|| no_result(id, "value"))
    }

    /// Clause 6: the evaluated price, in kroner, for a lot price in kroner.
    fn price_with_points(&self, bid: usize, price: &Exact, with_rounding: bool) -> Exact {
        let Worth::ByLeaf(worth) = &self.worth else { return price.clone() };
        let model = self.rules();
        let (mut earned, mut missed) = (Exact::zero(), Exact::zero());
        for (id, points) in self.points.get(&bid).into_iter().flatten() {
            let points = if with_rounding { &points.rounded } else { &points.exact };
            let Some(full) = worth.get(id) else { continue };
            earned += full * points / &model.scale;
            missed += full * (&model.scale - points) / &model.scale;
        }
        match model.kind {
            Kind::Subtract => price - earned,
            Kind::Add => price + missed,
            _ => price + price * missed,
        }
    }

    /// Clause 2: weight times points of every part of a criterion, or of the whole, with the roundings that are asked for.
    fn parts_of(&self, bid: usize, parent: Option<&str>, with_rounding: bool) -> Result<Exact, NoResult> {
        let rounding = self.rules().rounding;
        let decimals = rounding.weighted.filter(|_| with_rounding);
        let mut sum = Exact::zero();
        for (id, criterion) in self.rules().criteria.iter().filter(|(_, c)| c.parent.as_deref() == parent) {
            let weight = criterion.weight.as_ref().ok_or_else(|| no_result(id, "weight"))?;
            let contribution = self.points_in(bid, id, with_rounding)? * weight;
            sum += to_decimals_if(&contribution, decimals, rounding.mode);
        }
        Ok(sum)
    }

    /// The points of a criterion: a leaf's own, or those of its parts.
    pub(crate) fn points_in(&self, bid: usize, id: &str, with_rounding: bool) -> Result<Exact, NoResult> {
        match self.points.get(&bid).and_then(|sheet| sheet.get(id)) {
            Some(points) if with_rounding => Ok(points.rounded.clone()),
            Some(points) => Ok(points.exact.clone()),
            None => self.parts_of(bid, Some(id), with_rounding),
        }
    }

    /// The evaluated price, in øre, of a bid at another lot price of its own: with a combination discount. References do not
    /// move.
    pub(crate) fn evaluated_with(&self, bid: usize, lot_price: i128) -> Option<i128> {
        let price = as_kroner(lot_price);
        let Worth::Formula(formula) = &self.worth else {
            return ore_half_up(&self.price_with_points(bid, &price, true));
        };
        let inputs = self.bid_inputs(&Measure::Price, "", false).ok()?;
        let own = inputs.get(self.points.keys().position(|b| *b == bid)?)?.clone();
        let own = BidInputs { measure: price.clone(), price, ..own };
        ore_half_up(&Run::new(&formula.0, &formula.1, &inputs).for_bid(&own).ok()?)
    }

    /// One more than the number of better bids.
    fn ranks_by(&self, order: impl Fn(&Decides) -> Exact) -> BTreeMap<usize, u64> {
        let mut sorted: Vec<(Exact, usize)> = self.decides.iter().map(|(b, d)| (order(d), *b)).collect();
        sorted.sort();
        let better = |own: &Exact| sorted.partition_point(|(other, _)| other < own) as u64;
        sorted.iter().map(|(own, bid)| (*bid, better(own) + 1)).collect()
    }

    /// A warning where the ranks without any rounding are others: the bids concerned, with both ranks.
    fn remark_on_rounding(&mut self) {
        let exact = self.ranks_by(Decides::exact_order);
        if exact == self.ranks {
            return;
        }
        let concerned = |ranks: &BTreeMap<usize, u64>| {
            let moved = ranks.iter().filter(|(bid, _)| exact.get(bid) != self.ranks.get(bid));
            Arg::Set(moved.map(|(bid, rank)| format!("{rank} {}", self.facts.bids[*bid].bidder)).collect())
        };
        let remark = Remark::warning("rounding-changes-ranking").in_lot(self.lot);
        let remark = remark.arg("rounded", concerned(&self.ranks)).arg("unrounded", concerned(&exact));
        self.remarks.push(remark);
    }

    /// A lot price so far below the median of the others (of two middle ones their mean) that the tender asks for a question.
    fn remark_on_low_prices(&mut self, admissions: &[Admission]) {
        let Some(flag) = self.facts.award.low_price_flag else { return };
        let price = |bid: usize| match admissions[bid].places[self.lot] {
            Place::In(sum) => sum.price,
            _ => 0,
        };
        let mut by_price: Vec<(i128, usize)> = self.decides.keys().map(|&b| (price(b), b)).collect();
        by_price.sort_unstable();
        for (place, (own, bid)) in by_price.iter().enumerate() {
            let mut others: Vec<i128> = by_price.iter().map(|(price, _)| *price).collect();
            others.remove(place);
            if others.is_empty() {
                continue;
            }
            let middle = others[(others.len() - 1) / 2] + others[others.len() / 2];
            let (own, median) = (as_kroner(*own), as_kroner(middle) / int(2));
            let most = &median * Exact::new((1_000_000 - flag).into(), 1_000_000.into());
            if own > most {
                continue;
            }
            let share = if median.is_zero() { Exact::zero() } else { (&median - &own) / &median };
            let remark = Remark::warning("low-price")
                .in_lot(self.lot)
                .arg("price", Arg::Money(ore_half_up(&own).unwrap_or_default()))
                .arg("median", Arg::Money(ore_half_up(&median).unwrap_or_default()))
                .arg("below", Arg::Number(to_decimals(&(share * int(100)), 2, Mode::HalfUp)));
            self.bid_remarks.push((*bid, remark));
        }
    }
}

/// The assessments of a bid that are about a lot, the more special over the more general, criterion by criterion.
fn assessed_points(facts: &Facts, bid: usize, lot: usize) -> BTreeMap<&str, &Exact> {
    let lot = &facts.structure.lots[lot].id;
    let own = facts.assessments.iter().filter(|a| a.bid == bid);
    let mut about: Vec<(Breadth, &BTreeMap<String, Exact>)> =
        own.filter_map(|a| Some((Breadth::about(a, &facts.structure.id, lot)?, &a.points))).collect();
    about.sort_by_key(|(breadth, _)| *breadth);
    about.into_iter().flat_map(|(_, points)| points.iter().map(|(id, x)| (id.as_str(), x))).collect()
}

/// The lowest and the highest measure among the bids that remain.
struct Extremes {
    low: Exact,
    high: Exact,
}

impl Extremes {
    fn of(measures: &[(usize, Exact)]) -> Option<Extremes> {
        let all = || measures.iter().map(|(_, measure)| measure);
        Some(Extremes { low: all().min()?.clone(), high: all().max()?.clone() })
    }

    fn best_measure(&self, higher: bool) -> &Exact {
        if higher { &self.high } else { &self.low }
    }

    /// Whether the method divides by the best measure, and that is 0.
    fn is_zero_reference(&self, method: &Method) -> bool {
        match method {
            Method::Linear { higher, .. } | Method::Proportional { higher, .. } => {
                self.best_measure(*higher).is_zero()
            }
            _ => false,
        }
    }

    /// Clause 3, `full` being M and `end` the slope or zero point used. `None` for a scale without length.
    fn points_at(&self, method: &Method, own: &Exact, end: &Exact, full: &Exact) -> Option<Exact> {
        if self.is_zero_reference(method) {
            return Some(if own.is_zero() { full.clone() } else { Exact::zero() });
        }
        let share = match method {
            Method::Linear { higher, .. } => {
                let best = self.best_measure(*higher);
                let behind = if *higher { best - own } else { own - best };
                int(1) - behind * int(100) / (end * best)
            }
            Method::Absolute { full_at, .. } => {
                let length = end - full_at;
                if length.is_zero() {
                    return None;
                }
                ((end - own) / length).min(int(1))
            }
            Method::Proportional { higher: true, .. } => own / &self.high,
            Method::Proportional { .. } if own.is_zero() => Exact::zero(),
            Method::Proportional { .. } => &self.low / own,
            Method::MinMax { .. } if self.low == self.high => int(1),
            Method::MinMax { higher, .. } => {
                let gained = if *higher { own - &self.low } else { &self.high - own };
                gained / (&self.high - &self.low)
            }
            Method::Judged | Method::Formula { .. } => return None,
        };
        Some(share * full)
    }
}

/// Where a scale that rejects ends.
struct Edge {
    at: Exact,
    /// Whether lower measures are the worse ones.
    is_lowest: bool,
    /// Who set the reference that it depends on.
    set_by: Vec<usize>,
}

impl Edge {
    /// `reject` ends with the scale, `widen` with its ceiling. Compared with a reference of 0 nothing is outside.
    fn of(method: &Method, measures: &[(usize, Exact)]) -> Option<Edge> {
        let widest = |stated: &Exact| match method.outside()? {
            Outside::Reject => Some(stated.clone()),
            Outside::Widen(widening) => Some(widening.ceiling.clone()?.max(stated.clone())),
            Outside::Negative | Outside::Zero => None,
        };
        match method {
            Method::Linear { slope, higher, .. } => {
                let share = widest(slope)? / int(100);
                let extremes = Extremes::of(measures)?;
                let best = extremes.best_measure(*higher);
                if best.is_zero() {
                    return None;
                }
                Some(Edge {
                    at: if *higher { best - best * share } else { best + best * share },
                    is_lowest: *higher,
                    set_by: measures.iter().filter(|(_, own)| own == best).map(|(b, _)| *b).collect(),
                })
            }
            Method::Absolute { full_at, zero_at, .. } => {
                Some(Edge { at: widest(zero_at)?, is_lowest: zero_at < full_at, set_by: Vec::new() })
            }
            _ => None,
        }
    }

    fn is_passed_by(&self, own: &Exact) -> bool {
        if self.is_lowest { *own < self.at } else { *own > self.at }
    }
}

impl Widening {
    /// First `first`, then by `step`, until it holds what is needed; never past the ceiling.
    fn until(&self, stated: &Exact, needed: &Exact) -> Exact {
        if stated >= needed {
            return stated.clone();
        }
        let steps = ((needed - &self.first) / &self.step).ceil().max(Exact::zero());
        let wide = &self.first + steps * &self.step;
        match &self.ceiling {
            Some(ceiling) if *needed > self.first && wide > *ceiling => ceiling.clone(),
            _ => wide,
        }
    }
}
